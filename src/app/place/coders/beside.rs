//! One text with what both coders put there, side by side.

use super::Row;
use crate::app::place::Eye;
use crate::app::place::transcript::ScreenRow;
use crate::app::place::transcript::reading::{Reading, Source};
use crate::app::place::transcript::rows::Rows;
use crate::app::work::Work;
use crate::command::CursorAct;
use crate::study::Study;
use crate::study::coding::{Coding, Passage, TextPassage};
use crate::study::id::CodingId;
use crate::study::word::Origin;
use std::collections::BTreeSet;
use std::ops::Range;

/// Rows above the one that is gone to.
const ABOVE: usize = 4;

/// One coding beside the text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Lane {
    /// The coding.
    pub id: CodingId,
    /// Key of the code.
    pub code: String,
    /// Its bytes.
    pub span: Range<usize>,
    /// Whether the two disagree on it, and nobody settled it.
    pub open: bool,
}

/// One text with what both coders put there.
#[derive(Debug)]
pub struct Beside {
    /// The text.
    pub reading: Reading,
    /// What each put there, ascending.
    pub lanes: [Vec<Lane>; 2],
    /// The rows on the screen: before each turn one without words, for who speaks.
    pub screen: Vec<ScreenRow>,
    /// The row of the cursor.
    pub at: ScreenRow,
    /// The first row on the screen.
    top: ScreenRow,
    /// The text in rows, wrapped only where it is looked at.
    rows: Rows,
    made: Option<(usize, u64)>,
    wanted: Option<usize>,
}

/// Columns of the codes at either side, and of the text between them.
pub fn columns(width: u16) -> (u16, u16) {
    let side = (width / 5).clamp(8, 24);
    (side, width.saturating_sub(2 * side + 2).max(1))
}

impl Beside {
    /// A text, the cursor at a byte of it.
    pub fn new(reading: Reading, at: usize) -> Self {
        Self {
            reading,
            lanes: [Vec::new(), Vec::new()],
            screen: Vec::new(),
            at: head(0, 0),
            top: head(0, 0),
            rows: Rows::default(),
            made: None,
            wanted: Some(at),
        }
    }

    /// Rows of the text on the screen.
    pub fn height(rows: u16) -> usize {
        (rows as usize).saturating_sub(4).max(1)
    }

    /// Makes rows and lanes anew where the width or the codings changed.
    pub(super) fn refresh(&mut self, work: &Work, pair: &[String; 2], open: &[Row], eye: &Eye<'_>) {
        let study = work.study();
        // what is left out, and who speaks, may have been said since
        self.reading.recognise(study, &*work.texts(), eye.words);
        let now = Some((columns(eye.width).1 as usize, work.revision));
        if self.made != now {
            self.rows.clear();
            self.rows.set_columns(columns(eye.width).1 as usize);
            self.wanted = self.wanted.or(Some(self.at.bytes.start));
            self.made = now;
        }
        let sides = open.iter().flat_map(|row| row.sides.iter().flatten());
        let open: BTreeSet<&CodingId> = sides.map(|side| &side.id).collect();
        self.lanes = pair
            .each_ref()
            .map(|coder| lanes(study, &self.reading, coder, &open));
        if let Some(at) = self.wanted.take() {
            let row = self.row_of(at);
            self.put(row);
        }
        self.show(Self::height(eye.height));
    }

    pub(super) fn cursor(&mut self, eye: &Eye<'_>, act: CursorAct, count: Option<u32>) {
        let height = Self::height(eye.height);
        let times = count.unwrap_or(1).clamp(1, 100_000) as usize;
        let here = self.at.clone();
        self.at = match act {
            CursorAct::Up => self.step(here, times, false),
            CursorAct::Down => self.step(here, times, true),
            CursorAct::HalfUp => self.step(here, times * (height / 2), false),
            CursorAct::HalfDown => self.step(here, times * (height / 2), true),
            CursorAct::PageUp => self.step(here, times * height, false),
            CursorAct::PageDown => self.step(here, times * height, true),
            // a number is that of a turn
            CursorAct::First | CursorAct::Last => match (count, act) {
                (Some(n), _) => self.head_of((n as usize).saturating_sub(1)),
                (None, CursorAct::First) => self.head_of(0),
                (None, _) => self.row_of(self.reading.text.text().len()),
            },
            _ => here,
        };
        self.show(height);
    }

    /// The disagreement on the words of the row under the cursor: the one that begins last.
    pub(super) fn disagreement(&self, rows: &[Row]) -> Option<usize> {
        let here = &self.at.bytes;
        let on = |row: &Row| {
            let sides = row.sides.iter().flatten();
            let spans = sides.filter_map(|side| self.reading.span_of(&side.passage));
            let mut spans = spans.filter(|span| span.start < here.end && here.start < span.end);
            spans.next().map(|span| span.start)
        };
        let found = rows.iter().enumerate();
        let found = found.filter_map(|(at, row)| Some((on(row)?, at)));
        found.max().map(|(_, at)| at)
    }

    /// To the next row where an open disagreement begins, or the one before; false where there is none.
    pub fn walk(&mut self, forward: bool) -> bool {
        let open = self.lanes.iter().flatten().filter(|lane| lane.open);
        let begins = open.map(|lane| lane.span.start);
        let here = &self.at.bytes;
        let found = if forward {
            begins.filter(|at| *at >= here.end).min()
        } else {
            begins.filter(|at| *at < here.start).max()
        };
        let Some(at) = found else { return false };
        let row = self.row_of(at);
        self.put(row);
        true
    }

    /// Puts the cursor on a row, with some of what comes before, and all there is room for of what comes after.
    fn put(&mut self, row: ScreenRow) {
        self.top = self.step(row.clone(), ABOVE, false);
        self.at = row;
    }

    /// The row before a turn, for who speaks; of the last turn where there are not so many.
    fn head_of(&self, turn: usize) -> ScreenRow {
        let turn = turn.min(self.reading.len().saturating_sub(1));
        head(turn, self.reading.span(turn).start)
    }

    /// The row whose words hold a byte.
    fn row_of(&mut self, byte: usize) -> ScreenRow {
        let turn = self.reading.turn_at(byte);
        if self.reading.is_empty() || self.reading.is_hidden(turn) {
            return self.head_of(turn);
        }
        let bytes = self.rows.row_at(&self.reading, byte);
        ScreenRow {
            turn,
            bytes,
            head: false,
        }
    }

    /// The row after one; `None` after the last.
    fn next(&mut self, row: &ScreenRow) -> Option<ScreenRow> {
        if row.head && row.turn < self.reading.len() && !self.reading.is_hidden(row.turn) {
            return Some(self.row_of(row.bytes.start));
        }
        if !row.head
            && let Some(bytes) = self.rows.next(&self.reading, row.bytes.start)
            && bytes.start <= self.reading.span(row.turn).end
        {
            return Some(ScreenRow {
                bytes,
                ..row.clone()
            });
        }
        (row.turn + 1 < self.reading.len()).then(|| self.head_of(row.turn + 1))
    }

    /// The row before one; `None` before the first.
    fn previous(&mut self, row: &ScreenRow) -> Option<ScreenRow> {
        let start = self.reading.span(row.turn).start;
        if !row.head && row.bytes.start == start {
            return Some(head(row.turn, start));
        }
        if !row.head {
            let bytes = self.rows.previous(&self.reading, row.bytes.start)?;
            return Some(ScreenRow {
                bytes,
                ..row.clone()
            });
        }
        let before = row.turn.checked_sub(1)?;
        let end = self.reading.span(before).end;
        Some(self.row_of(end))
    }

    /// The row so many rows further or back; the last or the first where there are not so many.
    fn step(&mut self, mut row: ScreenRow, rows: usize, down: bool) -> ScreenRow {
        for _ in 0..rows {
            let next = if down {
                self.next(&row)
            } else {
                self.previous(&row)
            };
            match next {
                Some(next) => row = next,
                None => break,
            }
        }
        row
    }

    /// Scrolls as little as it takes for the cursor to be seen; no rows are left empty below the end while there are some
    /// above.
    fn show(&mut self, height: usize) {
        if order(&self.at) < order(&self.top) {
            self.top = self.at.clone();
        }
        self.fill(height);
        if self
            .screen
            .last()
            .is_some_and(|last| order(last) < order(&self.at))
        {
            self.top = self.step(self.at.clone(), height - 1, false);
            self.fill(height);
        }
        let missing = height.saturating_sub(self.screen.len());
        if missing > 0 {
            self.top = self.step(self.top.clone(), missing, false);
            self.fill(height);
        }
    }

    fn fill(&mut self, height: usize) {
        let mut row = Some(self.top.clone());
        self.screen.clear();
        while let Some(here) = row.take().filter(|_| self.screen.len() < height) {
            row = self.next(&here);
            self.screen.push(here);
        }
    }
}

/// A row for who speaks, before a turn that begins at a byte.
fn head(turn: usize, start: usize) -> ScreenRow {
    ScreenRow {
        turn,
        bytes: start..start,
        head: true,
    }
}

/// Which of two rows comes first.
fn order(row: &ScreenRow) -> (usize, bool, usize) {
    (row.turn, !row.head, row.bytes.start)
}

/// What one coder put into the text.
fn lanes(study: &Study, reading: &Reading, coder: &str, open: &BTreeSet<&CodingId>) -> Vec<Lane> {
    let ids: Vec<&CodingId> = match &reading.source {
        Source::Text(version) => study.codings_of_version(version).collect(),
        Source::Notes(_) => {
            let notes = reading.notes.iter();
            notes.flat_map(|note| study.codings_of_note(note)).collect()
        }
    };
    let span = |coding: &Coding| match &reading.source {
        Source::Text(version) => coding.in_version(version).map(TextPassage::span),
        Source::Notes(_) => {
            let mut places = coding.places();
            places.find_map(|place: &Passage| reading.span_of(place))
        }
    };
    let mut lanes: Vec<Lane> = ids
        .into_iter()
        .filter_map(|id| study.records.codings.get_key_value(id))
        .filter(|(_, coding)| coding.coder == coder && coding.origin != Origin::Settled)
        .filter_map(|(id, coding)| {
            let code = study.resolve_code(&coding.code)?;
            Some(Lane {
                id: id.clone(),
                code: study.records.codes.get(code)?.key.clone(),
                span: span(coding)?,
                open: open.contains(id),
            })
        })
        .collect();
    lanes.sort_by(|a, b| {
        (a.span.start, a.span.end, &a.code).cmp(&(b.span.start, b.span.end, &b.code))
    });
    lanes
}
