//! Transcripts as tables: a column of words, and one of speakers or of times beside it, from CSV, XLSX or ODS.

use super::Grid;
use crate::file::csv;
use crate::file::zip::looks_like_zip;
use crate::import::clean::Cleaner;
use crate::import::clock;
use crate::import::error::ImportError;
use crate::import::foreign::{Foreign, Package};
use crate::import::heard::doubtful;
use crate::import::join::{Part, Voice, join};
use crate::import::order::recordings;
use crate::import::transcript::{Format, Options, Source, Transcript};
use crate::import::warning::{Reason, Unread, Warning};
use std::collections::HashSet;

const SPEAKER: &[&str] = &[
    "speaker",
    "speakers",
    "locuteur",
    "locutrice",
    "locuteur·rice",
    "intervenant",
    "intervenante",
    "intervenant·e",
    "nom",
    "name",
    "who",
    "qui",
    "voix",
    "voice",
];
const START: &[&str] = &[
    "start",
    "start time",
    "start_time",
    "start_ms",
    "begin",
    "from",
    "in",
    "time",
    "timecode",
    "time code",
    "timestamp",
    "début",
    "debut",
    "temps",
    "heure",
    "horodatage",
    "minutage",
];
const END: &[&str] = &[
    "end", "end time", "end_time", "end_ms", "stop", "to", "out", "fin",
];
const TEXT: &[&str] = &[
    "text",
    "texte",
    "words",
    "paroles",
    "propos",
    "verbatim",
    "transcript",
    "transcription",
    "utterance",
    "content",
    "contenu",
    "speech",
];
/// Columns of data files: a table that has one of them is no transcript.
const DATA: &[&str] = &[
    "interview",
    "doc",
    "code",
    "codes",
    "question",
    "key",
    "memo_id",
    "note_id",
    "coding_id",
    "problem_id",
    "about",
    "state",
    "criterion",
    "finding",
];
/// No interview is longer, in seconds.
const LONGEST: f64 = 1e7;

/// Nobody takes so many seconds a word, a whole transcript long.
const SLOWEST: u64 = 30;

/// Where the columns of a transcript stand.
struct Columns {
    speaker: Option<usize>,
    start: Option<(usize, bool)>,
    end: Option<(usize, bool)>,
    text: usize,
}

impl Columns {
    /// Whether a column is read.
    fn has(&self, column: usize) -> bool {
        let times = [self.start, self.end].map(|time| time.map(|(at, _)| at));
        let all = [Some(self.text), self.speaker, times[0], times[1]];
        all.contains(&Some(column))
    }
}

fn columns(header: &[String]) -> Option<Columns> {
    let names: Vec<String> = header
        .iter()
        .map(|name| name.trim().to_lowercase())
        .collect();
    if names.iter().any(|name| DATA.contains(&name.as_str())) {
        return None;
    }
    let place = |known: &[&str]| {
        known
            .iter()
            .find_map(|known| names.iter().position(|name| name == known))
    };
    let milliseconds = |at: usize| {
        let is = names.get(at).is_some_and(|name| name.ends_with("_ms"));
        (at, is)
    };
    let found = Columns {
        speaker: place(SPEAKER),
        start: place(START).map(milliseconds),
        end: place(END).map(milliseconds),
        text: place(TEXT)?,
    };
    (found.speaker.is_some() || found.start.is_some()).then_some(found)
}

/// Whether the first row of a table names words, and who speaks or when.
pub(super) fn is_transcript_header(header: &[String]) -> bool {
    columns(header).is_some()
}

/// Whether a file is a table of a transcript.
pub(in crate::import) fn is_transcript(source: &Source) -> bool {
    match source.package() {
        Some(package) => package == Package::Sheets,
        None => is_transcript_text(source.text()),
    }
}

/// Whether a text is a table of a transcript.
pub(in crate::import) fn is_transcript_text(text: &str) -> bool {
    let header = text.lines().find(|line| !line.trim().is_empty());
    let sheet = header.and_then(|line| csv::read_all(line).0);
    sheet.is_some_and(|sheet| is_transcript_header(&sheet.columns))
}

/// Reads a transcript from the first sheet whose header is one's.
pub(in crate::import) fn read_transcript_table(
    source: &Source,
    _options: &Options,
) -> Result<Transcript, ImportError> {
    let not = |why: &str| ImportError::NotThatFormat {
        format: Format::Table,
        why: why.to_owned(),
    };
    let (grid, mut transcript) = if looks_like_zip(source.bytes) {
        if source.package() != Some(Package::Sheets) {
            return Err(not("it is no workbook"));
        }
        let mut grids = super::read(source.bytes)?;
        grids.retain(|grid| grid.header().is_some_and(is_transcript_header));
        let mut grids = grids.into_iter();
        let grid = grids.next().ok_or(ImportError::Foreign {
            kind: Foreign::Spreadsheet,
        })?;
        let mut transcript = Transcript::new(Format::Table);
        let others: Vec<String> = grids.map(|grid| grid.name).collect();
        if !others.is_empty() {
            transcript.warnings.push(Warning::OtherSheets(others));
        }
        if grid.merged > 0 {
            transcript.warnings.push(Warning::Merged(grid.merged));
        }
        (grid, transcript)
    } else {
        let (sheet, faults) = csv::read_all(source.text());
        let sheet = sheet.ok_or_else(|| not("its header line cannot be read"))?;
        let mut transcript = Transcript::new(Format::Table);
        for fault in faults {
            transcript.unread.push(Unread {
                line: fault.line(),
                text: String::new(),
                reason: Reason::BadRow,
            });
        }
        let mut rows = vec![(1, sheet.columns)];
        rows.extend(sheet.rows.into_iter().map(|row| (row.line, row.cells)));
        let grid = Grid {
            rows,
            ..Grid::default()
        };
        (grid, transcript)
    };
    let mut columns = grid
        .header()
        .and_then(columns)
        .ok_or_else(|| not("no column is called text, or none speaker or time"))?;
    if counts_milliseconds(&grid, &columns) {
        transcript.warnings.push(Warning::Milliseconds);
        for time in [&mut columns.start, &mut columns.end] {
            *time = time.map(|(at, _)| (at, true));
        }
    }
    let mut cleaner = Cleaner::default();
    for faulty in &grid.faulty {
        let name = grid.header().and_then(|header| header.get(faulty.column));
        if let Some(name) = name.filter(|_| columns.has(faulty.column)) {
            let place = format!("{}!{name} {}", grid.name, faulty.found);
            transcript.unread.push(Unread {
                line: faulty.row,
                text: cleaner.name(&place),
                reason: Reason::NoValue,
            });
        }
    }
    let rows = said(&grid, &columns, &mut cleaner, &mut transcript);
    transcript.unread.sort_by_key(|unread| unread.line);
    let spoken = rows.iter().map(|row| (row.part.text.as_str(), row.line));
    transcript.warnings.extend(doubtful(spoken));
    let mut parts: Vec<Part> = rows.into_iter().map(|row| row.part).collect();
    let starts: Option<Vec<i64>> = parts.iter().map(|part| part.start).collect();
    if let Some(starts) = starts {
        let numbers = recordings(&starts, |_| false);
        transcript.recordings = numbers.last().map_or(1, |last| *last as usize + 1);
        for (part, number) in parts.iter_mut().zip(numbers) {
            part.recording = number;
        }
    }
    // rows with times are cues, others paragraphs
    let glue = if columns.start.is_some() { ' ' } else { '\n' };
    let alone = parts.iter().all(|part| part.voice == Voice::Same);
    transcript.turns = join(parts, glue, alone);
    transcript.finish(&cleaner);
    Ok(transcript)
}

struct Said {
    line: usize,
    part: Part,
}

/// The rows with words, or a name.
fn said(
    grid: &Grid,
    columns: &Columns,
    cleaner: &mut Cleaner,
    transcript: &mut Transcript,
) -> Vec<Said> {
    let unread: HashSet<usize> = grid
        .faulty
        .iter()
        .filter(|faulty| Some(faulty.column) == columns.speaker)
        .map(|faulty| faulty.row)
        .collect();
    let mut rows = Vec::new();
    for (line, cells) in grid.rows.iter().skip(1) {
        let cell = |at: usize| cells.get(at).map_or("", |cell| cell.trim());
        let mut time = |column: Option<(usize, bool)>| {
            let (at, milliseconds) = column?;
            let written = cell(at);
            if written.is_empty() {
                return None;
            }
            let read = moment(written, milliseconds);
            if read.is_none() {
                transcript.unread.push(Unread {
                    line: *line,
                    text: crate::text::sanitise_line(written).text,
                    reason: Reason::BadTime,
                });
            }
            read
        };
        let (start, end) = (time(columns.start), time(columns.end));
        let name = columns.speaker.map(|at| cleaner.name(cell(at)));
        let name = name.filter(|name| !name.is_empty());
        let text = cleaner.text(cell(columns.text).to_owned());
        if text.is_empty() && name.is_none() {
            continue;
        }
        rows.push(Said {
            line: *line,
            part: Part {
                voice: match name {
                    Some(name) => Voice::Named(name),
                    None if unread.contains(line) => Voice::Unread,
                    None => Voice::Same,
                },
                start,
                end: end.or(start),
                text,
                anchors: Vec::new(),
                recording: 0,
            },
        });
    }
    rows
}

/// Whether bare whole numbers are milliseconds, as in Whisper's own tables of `start`, `end`, `text`: as seconds, nobody
/// would speak so slowly.
fn counts_milliseconds(grid: &Grid, columns: &Columns) -> bool {
    let own = grid.header().is_some_and(|header| {
        let header = header.iter().map(|name| name.trim());
        header.eq(["start", "end", "text"])
    });
    if !own {
        return false;
    }
    let (Some((start, _)), Some((end, _))) = (columns.start, columns.end) else {
        return false;
    };
    let (mut words, mut spoken) = (0u64, 0u64);
    for (_, cells) in grid.rows.iter().skip(1) {
        let cell = |at: usize| cells.get(at).map_or("", |cell| cell.trim());
        let (Ok(start), Ok(end)) = (cell(start).parse::<u64>(), cell(end).parse::<u64>()) else {
            if cell(start).is_empty() && cell(end).is_empty() {
                continue;
            }
            return false;
        };
        words += cell(columns.text).split_whitespace().count() as u64;
        spoken = spoken.saturating_add(end.saturating_sub(start));
    }
    words > 0 && spoken / words > SLOWEST
}

/// `1:02:03.5`, or seconds, or milliseconds.
fn moment(written: &str, milliseconds: bool) -> Option<i64> {
    if milliseconds {
        return written.parse().ok().filter(|ms: &i64| *ms >= 0);
    }
    if let Some(ms) = clock::parse(written) {
        return Some(ms);
    }
    let seconds: f64 = written.replace(',', ".").parse().ok()?;
    (0.0..=LONGEST)
        .contains(&seconds)
        .then(|| (seconds * 1000.0).round() as i64)
}

#[cfg(test)]
mod tests {
    use crate::import::{Options, read_transcript};

    #[test]
    fn whole_numbers_are_milliseconds_where_nobody_would_speak_so_slowly() {
        let starts = |text: &str| {
            let read = read_transcript(text.as_bytes(), &Options::default()).expect("a table");
            let turns = read.turns.iter();
            turns.map(|turn| turn.start_ms).collect::<Vec<_>>()
        };
        let whisper = "start\tend\ttext\n0\t3200\tBonjour, merci.\n3200\t7100\tMerci à vous.\n";
        assert_eq!(starts(whisper), [Some(0), Some(3_200)]);
        let seconds = "start,end,text\n0,3,Bonjour.\n3,40,Oui.\n";
        assert_eq!(starts(seconds), [Some(0), Some(3_000)]);
        let sections = "start,end,speaker,text\n0,120,Ana,Présentation\n120,600,Paul,Parcours\n";
        assert_eq!(
            starts(sections),
            [Some(0), Some(120_000)],
            "of another program"
        );
        let fractions = "start,end,text\n0.0,3200.5,Bonjour.\n3200.5,7100,Oui.\n";
        assert_eq!(starts(fractions), [Some(0), Some(3_200_500)]);
    }
}
