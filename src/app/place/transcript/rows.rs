//! The text in rows: wrapped turn by turn, only where it is looked at, and kept until the width changes.

use super::reading::Reading;
use crate::text::{sentence, wrap};
use std::collections::HashMap;
use std::ops::Range;

/// More turns than this are not kept: a long read through a large text gives its memory back.
const KEPT: usize = 4096;

/// Rows and sentences of the turns that were looked at. A row is named by its first byte in the document's text.
#[derive(Debug, Default)]
pub struct Rows {
    columns: usize,
    starts: HashMap<usize, Box<[u32]>>,
    sentences: HashMap<usize, Box<[Range<u32>]>>,
}

impl Rows {
    /// Wraps to so many columns from now on.
    pub fn set_columns(&mut self, columns: usize) {
        let columns = columns.max(1);
        if self.columns != columns {
            self.columns = columns;
            self.starts.clear();
        }
    }

    /// Forgets everything: the text is another one.
    pub fn clear(&mut self) {
        self.starts.clear();
        self.sentences.clear();
    }

    /// First bytes of the rows of a turn, counted from the turn's start; one at least.
    fn of(&mut self, reading: &Reading, turn: usize) -> &[u32] {
        if self.starts.len() > KEPT {
            self.starts.clear();
        }
        let columns = self.columns.max(1);
        self.starts.entry(turn).or_insert_with(|| {
            if reading.is_hidden(turn) {
                return Box::new([0]);
            }
            wrap::wrap(reading.words(turn), columns)
                .into_iter()
                .map(|row| row.start as u32)
                .collect()
        })
    }

    /// Place of the row that holds a byte, in its turn: (turn, row).
    fn find(&mut self, reading: &Reading, byte: usize) -> (usize, usize) {
        let turn = reading.turn_at(byte);
        let offset = byte.saturating_sub(reading.span(turn).start) as u32;
        let rows = self.of(reading, turn);
        let after = rows.partition_point(|start| *start <= offset);
        (turn, after.saturating_sub(1))
    }

    /// The row that holds a byte: its bytes, without the line feed between turns.
    pub fn row_at(&mut self, reading: &Reading, byte: usize) -> Range<usize> {
        let (turn, row) = self.find(reading, byte);
        self.range(reading, turn, row)
    }

    fn range(&mut self, reading: &Reading, turn: usize, row: usize) -> Range<usize> {
        let span = reading.span(turn);
        let rows = self.of(reading, turn);
        let start = rows
            .get(row)
            .map_or(span.start, |at| span.start + *at as usize);
        let end = rows
            .get(row + 1)
            .map_or(span.end, |at| span.start + *at as usize);
        start..end
    }

    /// The row after the one that holds a byte; `None` after the last.
    pub fn next(&mut self, reading: &Reading, byte: usize) -> Option<Range<usize>> {
        let (turn, row) = self.find(reading, byte);
        if row + 1 < self.of(reading, turn).len() {
            return Some(self.range(reading, turn, row + 1));
        }
        (turn + 1 < reading.len()).then(|| self.range(reading, turn + 1, 0))
    }

    /// The row before the one that holds a byte; `None` before the first.
    pub fn previous(&mut self, reading: &Reading, byte: usize) -> Option<Range<usize>> {
        let (turn, row) = self.find(reading, byte);
        if row > 0 {
            return Some(self.range(reading, turn, row - 1));
        }
        let before = turn.checked_sub(1)?;
        let last = self.of(reading, before).len() - 1;
        Some(self.range(reading, before, last))
    }

    /// The sentences of a turn, as bytes of the document's text.
    fn sentences(&mut self, reading: &Reading, turn: usize) -> &[Range<u32>] {
        if self.sentences.len() > KEPT {
            self.sentences.clear();
        }
        self.sentences.entry(turn).or_insert_with(|| {
            if reading.is_hidden(turn) {
                return Box::new([]);
            }
            let start = reading.span(turn).start;
            sentence::sentences(reading.words(turn))
                .into_iter()
                .map(|span| (start + span.start) as u32..(start + span.end) as u32)
                .collect()
        })
    }

    /// The sentence that holds a byte, else the last one before it in its turn, else the turn's first.
    pub fn sentence_at(&mut self, reading: &Reading, byte: usize) -> Option<Range<usize>> {
        let list = self.sentences(reading, reading.turn_at(byte));
        let after = list.partition_point(|span| span.start as usize <= byte);
        list.get(after.saturating_sub(1)).map(wide)
    }

    /// The first sentence that begins after a byte.
    pub fn sentence_after(&mut self, reading: &Reading, byte: usize) -> Option<Range<usize>> {
        let here = reading.turn_at(byte);
        (here..reading.len()).find_map(|turn| {
            let list = self.sentences(reading, turn);
            let after = list.partition_point(|span| span.start as usize <= byte);
            list.get(after).map(wide)
        })
    }

    /// The last sentence that begins before a byte.
    pub fn sentence_before(&mut self, reading: &Reading, byte: usize) -> Option<Range<usize>> {
        let here = reading.turn_at(byte);
        (0..=here).rev().find_map(|turn| {
            let list = self.sentences(reading, turn);
            let before = list.partition_point(|span| (span.start as usize) < byte);
            list.get(before.checked_sub(1)?).map(wide)
        })
    }
}

fn wide(span: &Range<u32>) -> Range<usize> {
    span.start as usize..span.end as usize
}
