//! Texts that an export leaves out, since nobody may be quoted, while its rows keep their positions: each such text is
//! stood in for by one as long, its characters `█` and its turns where the rows say, so that every span holds.

use super::plan::Belongs;
use super::planner::Planner;
use super::transcript::{Format, Options};
use crate::file::csv::{self, ESCAPED, Row, Sheet};
use crate::file::encoding;
use crate::message;
use crate::text::harmless_line;
use serde_json::{Value, json};
use std::collections::BTreeMap;

/// What stands for a character, as for words that were withdrawn.
const BLOCK: &str = "█";
/// The longest text that is stood in for, in code points.
const LONGEST: usize = 4 << 20;

/// A row of an unquoted text: its span, and who speaks there when.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
struct Spoken {
    start: usize,
    end: usize,
    /// From 1.
    turn: usize,
    speaker: String,
    start_ms: Option<i64>,
    end_ms: Option<i64>,
}

impl Planner<'_> {
    /// Before the rows of an export are read: makes the texts that it left out.
    pub(super) fn stand_ins(&mut self, file: &str, bytes: &[u8], encoding: Option<&str>) {
        // what is wrong with the file is said when its rows are read
        let Ok(decoded) = encoding::decode(bytes, encoding) else {
            return;
        };
        let (Some(sheet), _) = csv::read_all(&decoded.text) else {
            return;
        };
        let mut made = 0;
        for ((interview, document, version), rows) in unquoted(&sheet) {
            let missing = self.sessions.get(&interview).is_some_and(|session| {
                !self
                    .documents
                    .contains_key(&(Some(session.clone()), document.clone()))
            });
            let Some(turns) = missing.then(|| turns(rows)).flatten() else {
                continue;
            };
            let text = json!({
                "format": "entretien-turns",
                "interview": interview,
                "document": document,
                "version": version,
                "turns": turns,
            });
            let options = Options {
                format: Some(Format::EntretienTurns),
                ..Options::default()
            };
            let bytes = text.to_string().into_bytes();
            self.transcript(file, bytes, &Belongs::ByName, &options);
            made += 1;
        }
        if made > 0 {
            let file = harmless_line(file);
            let said = message!("import-no-quote-places", file = file, n = made);
            self.plan.report.warnings.push(said);
        }
    }
}

/// Rows without their words, for want of consent, that have positions, by interview, document and version.
fn unquoted(sheet: &Sheet) -> BTreeMap<(String, String, u32), Vec<Spoken>> {
    let mut found: BTreeMap<_, Vec<Spoken>> = BTreeMap::new();
    for row in &sheet.rows {
        let cell = |name: &str| sheet.cell(row, name).unwrap_or("").trim();
        let silent = cell(ESCAPED)
            .split(',')
            .any(|word| matches!(word, "no-quote" | "consent-unknown"));
        if !silent || cell("document").is_empty() {
            continue;
        }
        let Some(spoken) = spoken(sheet, row) else {
            continue;
        };
        let version = cell("version").parse().unwrap_or(1);
        let text = (
            cell("interview").to_owned(),
            cell("document").to_owned(),
            version,
        );
        found.entry(text).or_default().push(spoken);
    }
    found
}

fn spoken(sheet: &Sheet, row: &Row) -> Option<Spoken> {
    let cell = |name: &str| sheet.cell(row, name).unwrap_or("").trim();
    let (start, end) = (
        cell("char_start").parse::<usize>().ok()?,
        cell("char_end").parse::<usize>().ok()?,
    );
    (start < end && end <= LONGEST).then(|| Spoken {
        start,
        end,
        turn: cell("turn").parse().unwrap_or(1),
        speaker: cell("speaker").to_owned(),
        start_ms: cell("t_start_ms").parse().ok(),
        end_ms: cell("t_end_ms").parse().ok(),
    })
}

/// The turns of a text; `None` where the rows contradict each other.
fn turns(mut rows: Vec<Spoken>) -> Option<Vec<Value>> {
    rows.sort();
    let length = rows.iter().map(|row| row.end).max()?;
    // places of the line feeds between turns: as late as the rows allow
    let mut feeds: Vec<usize> = Vec::new();
    let mut floor = 0;
    for row in &rows {
        let more = row.turn.checked_sub(feeds.len() + 1)?;
        let from = row.start.checked_sub(more).filter(|from| *from >= floor)?;
        feeds.extend(from..row.start);
        floor = row.start;
    }
    let mut turns = Vec::with_capacity(feeds.len() + 1);
    let mut rows = rows.iter().peekable();
    let mut start = 0;
    for (at, end) in feeds.into_iter().chain(std::iter::once(length)).enumerate() {
        let mut speaker = None;
        let mut anchors: Vec<(usize, i64)> = Vec::new();
        let mut end_ms = None;
        while let Some(row) = rows.next_if(|row| row.turn == at + 1) {
            speaker = speaker.or(Some(&row.speaker).filter(|name| !name.is_empty()));
            anchors.extend(row.start_ms.map(|ms| (row.start - start, ms)));
            end_ms = end_ms.max(row.end_ms);
        }
        anchors.dedup();
        turns.push(json!({
            "speaker": speaker,
            "start_ms": anchors.first().map(|(_, ms)| *ms),
            "end_ms": end_ms,
            "text": BLOCK.repeat(end.saturating_sub(start)),
            "anchors": anchors,
        }));
        start = end + 1;
    }
    Some(turns)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(start: usize, end: usize, turn: usize, speaker: &str) -> Spoken {
        Spoken {
            start,
            end,
            turn,
            speaker: speaker.to_owned(),
            start_ms: None,
            end_ms: None,
        }
    }

    #[test]
    fn turns_stand_where_the_rows_say() {
        let made = turns(vec![
            row(9, 12, 4, "P02"),
            row(2, 5, 1, "P01"),
            row(3, 10, 1, "P01"),
        ]);
        let seen: Vec<(Option<String>, usize)> = made
            .unwrap()
            .iter()
            .map(|turn| {
                let words = turn["text"].as_str().unwrap().chars().count();
                (turn["speaker"].as_str().map(str::to_owned), words)
            })
            .collect();
        let (one, two) = (Some("P01".to_owned()), Some("P02".to_owned()));
        assert_eq!(seen, [(one, 6), (None, 0), (None, 0), (two, 3)]);
    }

    #[test]
    fn rows_that_contradict_each_other_stand_for_nothing() {
        assert_eq!(
            turns(vec![row(1, 4, 9, "P01")]),
            None,
            "no room for nine turns"
        );
        assert_eq!(turns(vec![row(5, 9, 2, "a"), row(6, 9, 1, "b")]), None);
        assert_eq!(turns(Vec::new()), None);
    }
}
