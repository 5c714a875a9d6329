//! Word files: paragraphs and tables become lines, and lines become turns as in a text.

use super::clean::Cleaner;
use super::clock::parse_range;
use super::error::ImportError;
use super::lines::{Line, Row, read_lines};
use super::speaker::{bare, key, may_be_prefix};
use super::transcript::{Format, Options, Source, Transcript};
use super::warning::Warning;
use super::word::{Block, Paragraph, read_body};
use crate::file::xml::{Event, Xml, text_of};
use crate::file::zip::{Archive, looks_like_zip};
use std::collections::HashMap;

/// Whether the bytes are an archive with a Word document in it (other archives are refused before).
pub(super) fn is_docx(source: &Source) -> bool {
    looks_like_zip(source.bytes)
}

/// Reads a Word file.
pub(super) fn read(source: &Source, options: &Options) -> Result<Transcript, ImportError> {
    if !is_docx(source) {
        return Err(ImportError::NotThatFormat {
            format: Format::Docx,
            why: "it is no zip archive".to_owned(),
        });
    }
    let mut archive = Archive::open(source.bytes)?;
    let part = main_part(&mut archive);
    let bytes = archive.read(&part)?;
    let body = read_body(&text_of(&bytes)?)?;
    let mut transcript = Transcript::new(Format::Docx);
    let counts = [
        (body.deleted, Warning::Deleted as fn(usize) -> Warning),
        (body.comments, Warning::Comments),
        (body.footnotes, Warning::Footnotes),
    ];
    transcript.warnings.extend(
        counts
            .into_iter()
            .filter(|(n, _)| *n > 0)
            .map(|(n, tell)| tell(n)),
    );
    let mut cleaner = Cleaner::default();
    let mut lines = Vec::new();
    for block in body.blocks {
        match block {
            Block::Paragraph(paragraph) => add_lines(&mut lines, &paragraph, &mut cleaner),
            Block::Table(rows) => add_table(&mut lines, &rows, options, &mut cleaner),
        }
    }
    read_lines(&lines, options, &mut cleaner, &mut transcript);
    transcript.finish(&cleaner);
    Ok(transcript)
}

/// The name of the main part: `word/document.xml`, unless the package says otherwise.
fn main_part(archive: &mut Archive) -> String {
    let usual = "word/document.xml";
    let named = archive.read("_rels/.rels").ok().and_then(|bytes| {
        let text = text_of(&bytes).ok()?.into_owned();
        let mut xml = Xml::new(&text);
        loop {
            match xml.event().ok()? {
                Event::Start(element) => {
                    if element
                        .attribute("Type")
                        .is_some_and(|kind| kind.ends_with("/officeDocument"))
                    {
                        return element.attribute("Target");
                    }
                }
                Event::Eof => return None,
                Event::End(_) | Event::Text(_) => {}
            }
        }
    });
    match named.map(|target| target.trim_start_matches('/').to_owned()) {
        Some(target) if archive.has(&target) => target,
        _ => usual.to_owned(),
    }
}

/// A paragraph's lines: a line break inside it may stand between a header and the words.
fn add_lines(lines: &mut Vec<Line>, paragraph: &Paragraph, cleaner: &mut Cleaner) {
    for text in paragraph.text.split('\n') {
        lines.push(Line {
            style: paragraph.style,
            ..Line::new(paragraph.number, text, cleaner)
        });
    }
}

/// What the columns of a table hold.
#[derive(Debug, Default, PartialEq, Eq)]
struct Columns {
    name: Option<usize>,
    time: Option<usize>,
    words: usize,
}

/// A table, row by row: with a column of names each row is a turn, else each paragraph a line.
fn add_table(
    lines: &mut Vec<Line>,
    rows: &[Vec<Vec<Paragraph>>],
    options: &Options,
    cleaner: &mut Cleaner,
) {
    let Some(columns) = columns(rows, options) else {
        rows.iter()
            .flatten()
            .flatten()
            .for_each(|paragraph| add_lines(lines, paragraph, cleaner));
        return;
    };
    for (index, row) in rows.iter().enumerate() {
        let cell = |at: Option<usize>| {
            at.and_then(|at| row.get(at))
                .map(|cell| one_line(cell))
                .unwrap_or_default()
        };
        let name = cell(columns.name);
        if index == 0 && is_heading(&name) {
            row.iter()
                .flatten()
                .for_each(|paragraph| add_lines(lines, paragraph, cleaner));
            continue;
        }
        let time = parse_range(cell(columns.time).trim_matches(['[', ']', '(', ')']));
        let words: Vec<&Paragraph> = row.iter().skip(columns.words).flatten().collect();
        let number = words
            .first()
            .or(row.iter().flatten().next().as_ref())
            .map_or(0, |first| first.number);
        let mut spoken = Vec::new();
        for paragraph in words {
            add_lines(&mut spoken, paragraph, cleaner);
        }
        spoken.retain(|line| !line.text.trim().is_empty());
        let row = Row {
            name: Some(bare(&name).to_owned()).filter(|name| !name.is_empty()),
            start: time.map(|(start, _)| start),
            end: time.and_then(|(_, end)| end),
        };
        if let Some(first) = spoken.first_mut() {
            first.row = Some(row);
        } else if row.name.is_some() || row.start.is_some() {
            spoken.push(Line {
                number,
                row: Some(row),
                ..Line::default()
            });
        }
        lines.append(&mut spoken);
    }
}

/// Finds the column of names, and the one of times before or behind it; `None` where the first columns hold no names.
fn columns(rows: &[Vec<Vec<Paragraph>>], options: &Options) -> Option<Columns> {
    let column = |at: usize| -> Vec<String> {
        let cells = rows.iter().filter_map(|row| row.get(at));
        cells
            .map(|cell| one_line(cell))
            .filter(|text| !text.is_empty())
            .collect()
    };
    let widest = rows.iter().map(Vec::len).max().unwrap_or(0);
    if widest < 2 {
        return None;
    }
    let first = column(0);
    if mostly(&first, is_time) {
        if widest > 2 && is_names(&column(1), options) {
            return Some(Columns {
                name: Some(1),
                time: Some(0),
                words: 2,
            });
        }
        return Some(Columns {
            name: None,
            time: Some(0),
            words: 1,
        });
    }
    if !is_names(&first, options) {
        return None;
    }
    let timed = widest > 2 && mostly(&column(1), is_time);
    Some(Columns {
        name: Some(0),
        time: timed.then_some(1),
        words: if timed { 2 } else { 1 },
    })
}

fn is_time(text: &str) -> bool {
    parse_range(text.trim_matches(['[', ']', '(', ')'])).is_some()
}

/// Nearly all are names, and one of them comes back or was confirmed.
fn is_names(cells: &[String], options: &Options) -> bool {
    let is_name = |text: &str| {
        let name = bare(text);
        may_be_prefix(name) && !text.ends_with(['.', '?', '!', '…', ';', ','])
    };
    let mut seen: HashMap<String, usize> = HashMap::new();
    for cell in cells {
        *seen.entry(key(bare(cell))).or_default() += 1;
    }
    let comes_back = seen.values().any(|times| *times >= 2);
    let confirmed = || {
        options
            .confirmed_speakers
            .iter()
            .any(|name| seen.contains_key(&key(name)))
    };
    mostly(cells, is_name) && (comes_back || confirmed())
}

fn mostly(cells: &[String], is: impl Fn(&str) -> bool) -> bool {
    let fitting = cells.iter().filter(|cell| is(cell)).count();
    !cells.is_empty() && fitting * 10 >= cells.len() * 8
}

/// The words over a column of names.
fn is_heading(cell: &str) -> bool {
    const HEADINGS: &[&str] = &[
        "intervenant",
        "intervenante",
        "intervenants",
        "locuteur",
        "locutrice",
        "locuteurs",
        "name",
        "nom",
        "personne",
        "prenom",
        "qui",
        "speaker",
        "speakers",
        "temps",
        "time",
        "who",
    ];
    HEADINGS.contains(&key(bare(cell)).as_str())
}

fn one_line(cell: &[Paragraph]) -> String {
    let mut text = String::new();
    for paragraph in cell {
        let words = paragraph.text.trim();
        if !words.is_empty() {
            if !text.is_empty() {
                text.push(' ');
            }
            text.push_str(words);
        }
    }
    text
}
