//! The paragraphs and tables of a written document, whatever program wrote it: they become lines, and lines turns as in
//! a text.

use super::clean::Cleaner;
use super::clock::parse_range;
use super::error::ImportError;
use super::lines::{Line, Row, read_lines};
use super::speaker::{bare, key, may_be_prefix};
use super::transcript::{Format, MOST_LINES, Options, Transcript};
use super::warning::Warning;
use std::collections::HashMap;

/// A paragraph.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Paragraph {
    /// From 1, empty ones and those of tables counted.
    pub(super) number: usize,
    /// Its text; line breaks as LF, tabs as tabs.
    pub(super) text: String,
    /// Its style, as a number of the file's own.
    pub(super) style: Option<u32>,
}

/// What follows what in the body. A table: rows of cells of paragraphs; tables inside cells are read as their paragraphs.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Block {
    Paragraph(Paragraph),
    Table(Vec<Vec<Vec<Paragraph>>>),
}

/// A document's body.
#[derive(Debug, Default)]
pub(super) struct Body {
    pub(super) blocks: Vec<Block>,
    /// Passages deleted (or moved away) under tracked changes.
    pub(super) deleted: usize,
    pub(super) comments: usize,
    pub(super) footnotes: usize,
    /// It has more paragraphs and cells than are read; those are not in it.
    over: bool,
}

/// Puts a body together from what a reader meets in its order.
#[derive(Default)]
pub(super) struct Builder {
    pub(super) body: Body,
    numbered: usize,
    /// Rows and cells of tables.
    places: usize,
    /// Open paragraphs: a text box holds paragraphs inside a paragraph.
    open: Vec<Paragraph>,
    table: Option<Vec<Vec<Vec<Paragraph>>>>,
    tables_open: usize,
    styles: HashMap<String, u32>,
}

impl Builder {
    pub(super) fn open_paragraph(&mut self) {
        self.numbered += 1;
        self.open.push(Paragraph {
            number: self.numbered,
            ..Paragraph::default()
        });
    }

    /// The text of the innermost open paragraph.
    pub(super) fn open_text(&self) -> Option<&str> {
        self.open.last().map(|paragraph| paragraph.text.as_str())
    }

    /// Words of a run: a line end inside one is white space, line breaks are elements.
    pub(super) fn text(&mut self, text: &str) {
        if text.contains(['\n', '\r']) {
            self.put(&text.replace(['\n', '\r'], " "));
        } else {
            self.put(text);
        }
    }

    /// Text as it is.
    pub(super) fn put(&mut self, text: &str) {
        if let Some(paragraph) = self.open.last_mut() {
            paragraph.text.push_str(text);
        }
    }

    pub(super) fn style(&mut self, name: String) {
        let next = u32::try_from(self.styles.len()).unwrap_or(u32::MAX);
        let number = *self.styles.entry(name).or_insert(next);
        if let Some(paragraph) = self.open.last_mut() {
            paragraph.style = Some(number);
        }
    }

    pub(super) fn close_paragraph(&mut self) {
        let Some(paragraph) = self.open.pop() else {
            return;
        };
        if !self.has_room() {
            return;
        }
        let cell = self
            .table
            .as_mut()
            .and_then(|rows| rows.last_mut())
            .and_then(|row| row.last_mut());
        match cell {
            Some(cell) => cell.push(paragraph),
            None => self.body.blocks.push(Block::Paragraph(paragraph)),
        }
    }

    /// Whether one more paragraph, row or cell is read.
    fn has_room(&mut self) -> bool {
        self.places += 1;
        self.body.over |= self.places > MOST_LINES;
        !self.body.over
    }

    /// A table begins; one inside a cell is read as its paragraphs.
    pub(super) fn open_table(&mut self) {
        self.tables_open += 1;
        if self.tables_open == 1 {
            self.table = Some(Vec::new());
        }
    }

    pub(super) fn open_row(&mut self) {
        if self.tables_open != 1 || !self.has_room() {
            return;
        }
        if let Some(rows) = &mut self.table {
            rows.push(Vec::new());
        }
    }

    pub(super) fn open_cell(&mut self) {
        if self.tables_open != 1 || !self.has_room() {
            return;
        }
        if let Some(row) = self.table.as_mut().and_then(|rows| rows.last_mut()) {
            row.push(Vec::new());
        }
    }

    pub(super) fn close_table(&mut self) {
        self.tables_open = self.tables_open.saturating_sub(1);
        if self.tables_open == 0
            && let Some(rows) = self.table.take()
        {
            self.body.blocks.push(Block::Table(rows));
        }
    }

    /// The body; what was never closed ends here.
    pub(super) fn finish(mut self) -> Body {
        while !self.open.is_empty() {
            self.close_paragraph();
        }
        while self.table.is_some() {
            self.close_table();
        }
        self.body
    }
}

/// The turns of a body, and what in it is no speech.
///
/// # Errors
/// It has more lines than an interview.
pub(super) fn transcript_of(
    format: Format,
    body: Body,
    options: &Options,
) -> Result<Transcript, ImportError> {
    let lines = |paragraph: &Paragraph| paragraph.text.matches('\n').count() + 1;
    let of_block = |block: &Block| match block {
        Block::Paragraph(paragraph) => lines(paragraph),
        Block::Table(rows) => rows.iter().flatten().flatten().map(lines).sum(),
    };
    if body.over || body.blocks.iter().map(of_block).sum::<usize>() > MOST_LINES {
        return Err(ImportError::TooManyLines);
    }
    let mut transcript = Transcript::new(format);
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
