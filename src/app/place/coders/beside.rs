//! One text with what both coders put there, side by side.

use super::Row;
use crate::app::list::ListCursor;
use crate::app::place::Eye;
use crate::app::place::transcript::ScreenRow;
use crate::app::place::transcript::reading::{Reading, Source};
use crate::app::work::Work;
use crate::command::CursorAct;
use crate::study::Study;
use crate::study::coding::{Coding, Passage, TextPassage};
use crate::study::id::CodingId;
use crate::study::word::Origin;
use crate::text::wrap::wrap;
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
    /// The text in rows; before each turn one without words, for who speaks.
    pub rows: Vec<ScreenRow>,
    /// Where the cursor is.
    pub list: ListCursor,
    columns: usize,
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
            rows: Vec::new(),
            list: ListCursor::default(),
            columns: 0,
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
        let text = columns(eye.width).1 as usize;
        if self.columns != text {
            let here = self.rows.get(self.list.at).map(|row| row.bytes.start);
            self.wanted = self.wanted.or(here);
            self.columns = text;
            self.rows = rows(&self.reading, text);
        }
        let sides = open.iter().flat_map(|row| row.sides.iter().flatten());
        let open: BTreeSet<&CodingId> = sides.map(|side| &side.id).collect();
        self.lanes = pair
            .each_ref()
            .map(|coder| lanes(study, &self.reading, coder, &open));
        if let Some(at) = self.wanted.take() {
            let after = self.rows.partition_point(|row| row.bytes.start <= at);
            self.put(after.saturating_sub(1));
        }
        self.list.show(self.rows.len(), Self::height(eye.height));
    }

    pub(super) fn cursor(&mut self, eye: &Eye<'_>, act: CursorAct, count: Option<u32>) {
        let height = Self::height(eye.height);
        self.list.act(act, count, self.rows.len(), height);
    }

    /// The disagreement on the words of the row under the cursor: the one that begins last.
    pub(super) fn disagreement(&self, rows: &[Row]) -> Option<usize> {
        let here = &self.rows.get(self.list.at)?.bytes;
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
        let lanes = self.lanes.iter().flatten().filter(|lane| lane.open);
        let begins: BTreeSet<usize> = lanes.map(|lane| self.row_of(lane.span.start)).collect();
        let at = self.list.at;
        let found = if forward {
            begins.into_iter().find(|row| *row > at)
        } else {
            begins.into_iter().rev().find(|row| *row < at)
        };
        found.inspect(|row| self.put(*row)).is_some()
    }

    /// Puts the cursor on a row, with some of what comes before, and all there is room for of what comes after.
    fn put(&mut self, row: usize) {
        self.list.at = row;
        self.list.top = row.saturating_sub(ABOVE);
    }

    /// The row whose words hold a byte.
    fn row_of(&self, byte: usize) -> usize {
        let after = self.rows.partition_point(|row| row.bytes.start <= byte);
        after.saturating_sub(1)
    }
}

/// The text in rows of so many columns.
fn rows(reading: &Reading, columns: usize) -> Vec<ScreenRow> {
    let mut rows = Vec::new();
    for (turn, of) in reading.text.turns().iter().enumerate() {
        let start = of.span.start;
        rows.push(ScreenRow {
            turn,
            bytes: start..start,
            head: true,
        });
        if reading.is_hidden(turn) {
            continue;
        }
        let words = reading.text.slice(of.span.clone());
        rows.extend(wrap(words, columns).into_iter().map(|line| ScreenRow {
            turn,
            bytes: start + line.start..start + line.end,
            head: false,
        }));
    }
    rows
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
