//! The text in rows: wrapped turn by turn, only where it is looked at, and kept until the width changes.

use super::reading::Reading;
use crate::text::{clause, sentence, wrap};
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

    /// How many turns are kept in rows.
    #[cfg(test)]
    pub(super) fn kept(&self) -> usize {
        self.starts.len()
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

    /// The sentences of a turn that share a byte with a part of it.
    pub fn sentences_over(
        &mut self,
        reading: &Reading,
        turn: usize,
        part: &Range<usize>,
    ) -> impl Iterator<Item = Range<usize>> + use<'_> {
        let list = self.sentences(reading, turn);
        let from = list.partition_point(|span| span.end as usize <= part.start);
        let until = list.partition_point(|span| (span.start as usize) < part.end);
        list.get(from..until).unwrap_or(&[]).iter().map(wide)
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

    /// The part of a sentence that holds a byte, by the same rule as the sentence.
    pub fn clause_at(&mut self, reading: &Reading, byte: usize) -> Option<Range<usize>> {
        let mut all = clauses(reading, self.sentence_at(reading, byte)?);
        let after = all.partition_point(|span| span.start <= byte);
        let at = after.saturating_sub(1);
        (at < all.len()).then(|| all.swap_remove(at))
    }

    /// The first part of a sentence that begins after a byte.
    pub fn clause_after(&mut self, reading: &Reading, byte: usize) -> Option<Range<usize>> {
        let here = self.sentence_at(reading, byte);
        let here = here.and_then(|sentence| {
            clauses(reading, sentence)
                .into_iter()
                .find(|span| span.start > byte)
        });
        here.or_else(|| {
            let next = self.sentence_after(reading, byte)?;
            clauses(reading, next).into_iter().next()
        })
    }

    /// The last part of a sentence that begins before a byte.
    pub fn clause_before(&mut self, reading: &Reading, byte: usize) -> Option<Range<usize>> {
        let sentence = self.sentence_before(reading, byte)?;
        clauses(reading, sentence)
            .into_iter()
            .rfind(|span| span.start < byte)
    }
}

fn clauses(reading: &Reading, sentence: Range<usize>) -> Vec<Range<usize>> {
    clause::clauses(reading.text.text(), sentence)
}

fn wide(span: &Range<u32>) -> Range<usize> {
    span.start as usize..span.end as usize
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::test_support::Stage;
    use crate::i18n::{Lang, Words};
    use crate::study::document::{DocumentText, Turn};
    use crate::study::id::VersionId;
    use crate::text::{width, wrap::visible};
    use proptest::prelude::*;
    use std::collections::HashMap;
    use std::sync::Arc;

    /// A reading of a text without an interview.
    fn reading(study: &crate::study::Study, turns: &[String]) -> Reading {
        let turns: Vec<Turn> = turns
            .iter()
            .map(|text| Turn {
                text: text.clone(),
                ..Turn::default()
            })
            .collect();
        let id = VersionId::new("annonce");
        let texts = HashMap::from([(id.clone(), Arc::new(DocumentText::from_turns(&turns)))]);
        let source = super::super::Source::Text(id);
        Reading::open(study, &texts, &source, Words::new(Lang::Fr)).unwrap_or_else(|_| panic!())
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(60))]
        #[test]
        fn walking_down_passes_every_byte_once_and_up_the_same_way(
            turns in prop::collection::vec("[a-é 日\u{301}👩\u{200d}\u{a0}\n.-]{0,40}", 1..6),
            columns in 2usize..14,
        ) {
            thread_local! {
                static STAGE: Stage = Stage::new(Lang::Fr);
            }
            STAGE.with(|stage| {
                let reading = reading(stage.study(), &turns);
                let text = reading.text.text();
                let mut rows = Rows::default();
                rows.set_columns(columns);
                let mut down = vec![rows.row_at(&reading, 0)];
                while let Some(row) = rows.next(&reading, down[down.len() - 1].start) {
                    down.push(row);
                }
                let mut next = 0;
                for row in &down {
                    // between turns stands one line feed, which is on no row
                    let turn = reading.turn_at(row.start);
                    let begins = reading.span(turn).start;
                    prop_assert_eq!(row.start, if begins > next { begins } else { next });
                    prop_assert!(row.start - next <= 1);
                    next = row.end;
                    let shown = visible(text, row);
                    let clusters = crate::text::grapheme::count(shown);
                    prop_assert!(width::width(shown) <= columns || clusters == 1);
                    for byte in row.clone() {
                        prop_assert_eq!(&rows.row_at(&reading, byte), row);
                    }
                }
                prop_assert_eq!(next, text.len());
                let mut up = vec![rows.row_at(&reading, text.len())];
                while let Some(row) = rows.previous(&reading, up[up.len() - 1].start) {
                    up.push(row);
                }
                up.reverse();
                prop_assert_eq!(up, down);
                Ok(())
            })?;
        }

        #[test]
        fn sentences_are_walked_through_in_order_both_ways(
            turns in prop::collection::vec("([A-Z][a-z]{1,6}[.!?] ?){0,4}", 1..6),
        ) {
            thread_local! {
                static STAGE: Stage = Stage::new(Lang::Fr);
            }
            STAGE.with(|stage| {
                let reading = reading(stage.study(), &turns);
                let mut rows = Rows::default();
                let all: Vec<Range<usize>> = (0..reading.len())
                    .flat_map(|turn| rows.sentences(&reading, turn).iter().map(wide).collect::<Vec<_>>())
                    .collect();
                for pair in all.windows(2) {
                    prop_assert_eq!(rows.sentence_after(&reading, pair[0].start), Some(pair[1].clone()));
                    prop_assert_eq!(rows.sentence_before(&reading, pair[1].start), Some(pair[0].clone()));
                }
                for span in &all {
                    prop_assert_eq!(rows.sentence_at(&reading, span.start), Some(span.clone()));
                }
                Ok(())
            })?;
        }
    }
}
