//! Moving through the text, and keeping the cursor on the screen.

use super::Transcript;
use super::marks::{Mark, overlap};
use super::reading::Standing;
use super::search::Pattern;
use super::select::Unit;
use crate::command::CursorAct;
use crate::study::hidden::touches;
use crate::study::id::CodeId;
use crate::text::{grapheme, width, word};
use std::ops::Range;

impl Transcript {
    /// Moves the cursor; a selection that is being extended follows it, another one is let go.
    pub(super) fn go(&mut self, act: CursorAct, count: Option<u32>) {
        if self.reading.as_ref().is_none_or(super::Reading::is_empty) {
            return;
        }
        self.arrived = false;
        let times = count.unwrap_or(1).clamp(1, 100_000) as usize;
        let page = (self.layout.rows as usize).max(1);
        let unit = match act {
            CursorAct::Left | CursorAct::Right => Unit::Word,
            CursorAct::ClauseNext | CursorAct::ClausePrevious => Unit::Clause,
            CursorAct::TurnNext
            | CursorAct::TurnPrevious
            | CursorAct::TurnNextVoice
            | CursorAct::TurnPreviousVoice
            | CursorAct::TurnNextAsked
            | CursorAct::TurnPreviousAsked => Unit::Turn,
            _ => Unit::Sentence,
        };
        match act {
            CursorAct::Up => self.by_rows(times, false),
            CursorAct::Down => self.by_rows(times, true),
            CursorAct::PageUp => self.by_pages(times * page, false),
            CursorAct::PageDown => self.by_pages(times * page, true),
            CursorAct::HalfUp => self.by_pages(times * (page / 2).max(1), false),
            CursorAct::HalfDown => self.by_pages(times * (page / 2).max(1), true),
            CursorAct::First => self.goto_turn(count.map_or(0, |n| n.max(1) as usize - 1)),
            CursorAct::Last => match count {
                Some(n) => self.goto_turn(n.max(1) as usize - 1),
                None => self.goto_end(),
            },
            _ => {
                for _ in 0..times {
                    let before = self.at;
                    self.step(act);
                    if self.at == before {
                        break;
                    }
                }
            }
        }
        if !matches!(
            act,
            CursorAct::Up
                | CursorAct::Down
                | CursorAct::PageUp
                | CursorAct::PageDown
                | CursorAct::HalfUp
                | CursorAct::HalfDown
        ) {
            self.column = None;
        }
        self.moved(unit);
    }

    /// The cursor moved: an extended selection goes from where it began to the unit that the cursor is in now.
    pub(super) fn moved(&mut self, unit: Unit) {
        let Some(anchor) = self.anchor.clone() else {
            self.selection = None;
            self.unit = None;
            return;
        };
        let head = self.unit_at(unit, self.at).unwrap_or(self.at..self.at);
        self.selection = Some(anchor.start.min(head.start)..anchor.end.max(head.end));
    }

    fn step(&mut self, act: CursorAct) {
        let Some(reading) = &self.reading else { return };
        let text = reading.text.text();
        let turn = reading.turn_at(self.at);
        let to = match act {
            CursorAct::Left => Some(word::prev_start(text, self.at)),
            CursorAct::Right => Some(word::next_start(text, self.at)).filter(|at| *at < text.len()),
            CursorAct::ClauseNext => self
                .rows
                .clause_after(reading, self.at)
                .map(|span| span.start),
            CursorAct::ClausePrevious => {
                let here = self.rows.clause_at(reading, self.at);
                let from = here.map_or(self.at, |span| span.start.min(self.at));
                self.rows
                    .clause_before(reading, from)
                    .map(|span| span.start)
            }
            CursorAct::SentenceNext => self
                .rows
                .sentence_after(reading, self.at)
                .map(|span| span.start),
            CursorAct::SentencePrevious => {
                // From inside a sentence to its start would code the same: to the one before.
                let here = self.rows.sentence_at(reading, self.at);
                let from = here.map_or(self.at, |span| span.start.min(self.at));
                self.rows
                    .sentence_before(reading, from)
                    .map(|span| span.start)
            }
            CursorAct::TurnNext => (turn + 1 < reading.len()).then(|| reading.span(turn + 1).start),
            CursorAct::TurnPrevious => Some(reading.span(turn.saturating_sub(1)).start),
            CursorAct::TurnNextVoice => (turn + 1..reading.len())
                .find(|next| reading.is_one_voice(turn, *next))
                .map(|turn| reading.span(turn).start),
            CursorAct::TurnPreviousVoice => (0..turn)
                .rev()
                .find(|before| reading.is_one_voice(turn, *before))
                .map(|turn| reading.span(turn).start),
            CursorAct::TurnNextAsked => {
                let asks = reading.asks();
                (turn + 1..reading.len())
                    .find(|turn| asks(*turn))
                    .map(|turn| reading.span(turn).start)
            }
            CursorAct::TurnPreviousAsked => {
                let asks = reading.asks();
                (0..turn)
                    .rev()
                    .find(|turn| asks(*turn))
                    .map(|turn| reading.span(turn).start)
            }
            CursorAct::TurnNextUncoded => (turn + 1..reading.len())
                .find(|turn| self.is_uncoded(*turn))
                .map(|turn| reading.span(turn).start),
            CursorAct::TurnPreviousUncoded => (0..turn)
                .rev()
                .find(|turn| self.is_uncoded(*turn))
                .map(|turn| reading.span(turn).start),
            _ => None,
        };
        if let Some(to) = to {
            self.at = to;
        }
    }

    /// Whether a turn has words that count and no code on any of them.
    fn is_uncoded(&self, turn: usize) -> bool {
        self.reading.as_ref().is_some_and(|reading| {
            reading.standing(turn) == Standing::Counted
                && !reading.words(turn).trim().is_empty()
                && self.marks.over(&reading.span(turn)).is_empty()
        })
    }

    fn goto_turn(&mut self, turn: usize) {
        if let Some(reading) = &self.reading {
            self.at = reading
                .span(turn.min(reading.len().saturating_sub(1)))
                .start;
        }
    }

    fn goto_end(&mut self) {
        let Some(reading) = &self.reading else { return };
        let end = reading.text.text().len();
        let last = self.rows.sentence_before(reading, end);
        self.at = last.map_or_else(
            || reading.span(reading.len().saturating_sub(1)).start,
            |span| span.start,
        );
    }

    fn by_rows(&mut self, times: usize, down: bool) {
        let Some(reading) = &self.reading else { return };
        let row = self.rows.row_at(reading, self.at);
        let text = reading.text.text();
        let before = text.get(row.start..self.at).unwrap_or("");
        let column = *self.column.get_or_insert_with(|| width::width(before));
        let mut target = row;
        for _ in 0..times {
            let next = if down {
                self.rows.next(reading, target.start)
            } else {
                self.rows.previous(reading, target.start)
            };
            match next {
                Some(next) => target = next,
                None => break,
            }
        }
        self.at = byte_at(text, &target, column);
    }

    /// Scrolls so many rows; the cursor stays where it is on the screen.
    fn by_pages(&mut self, rows: usize, down: bool) {
        let top = self.walk(self.top, rows, down);
        self.by_rows(rows, down);
        self.top = top;
    }

    /// The first byte of the row so many rows from the one that holds `byte`.
    fn walk(&mut self, byte: usize, rows: usize, down: bool) -> usize {
        let Some(reading) = &self.reading else {
            return 0;
        };
        let mut row = self.rows.row_at(reading, byte);
        for _ in 0..rows {
            let next = if down {
                self.rows.next(reading, row.start)
            } else {
                self.rows.previous(reading, row.start)
            };
            match next {
                Some(next) => row = next,
                None => break,
            }
        }
        row.start
    }

    /// Scrolls as little as it takes for the cursor to be seen with a row or two around it; after a jump, it stands in
    /// the upper third. Rows below the end of the text are not shown while there are rows above.
    pub(super) fn show(&mut self, rows: u16) {
        let height = (rows as usize).max(1);
        let margin = 2.min((height - 1) / 2);
        let Some(reading) = &self.reading else { return };
        let len = reading.text.text().len();
        self.top = self.rows.row_at(reading, self.top.min(len)).start;
        let here = self.rows.row_at(reading, self.at).start;
        let above = self.walk(here, margin, false);
        let below = self.walk(here, margin, true);
        let far = self.walk(self.top, height * 2, true).max(self.top);
        let last = self.walk(self.top, height - 1, true);
        if above < self.top {
            let near = self.walk(self.top, height, false);
            self.top = if above < near {
                self.walk(here, height / 3, false)
            } else {
                above
            };
        } else if below > last {
            self.top = if below > far {
                self.walk(here, height / 3, false)
            } else {
                self.walk(below, height - 1, false)
            };
        }
        let foot = self.walk(self.top, height - 1, true);
        let end = self.walk(len, 0, true);
        if foot == end {
            self.top = self.top.min(self.walk(end, height - 1, false));
        }
    }

    /// Goes to the next place of a text, round the end; false when it is nowhere.
    pub(super) fn find(&mut self, typed: &str, forward: bool) -> bool {
        let Some(reading) = &self.reading else {
            return false;
        };
        let pattern = Pattern::going_on(typed, self.searched.as_ref());
        let turns = reading.len();
        if turns == 0 {
            return false;
        }
        let here = reading.turn_at(self.at);
        let hits = |turn: usize| -> Vec<usize> {
            if reading.is_hidden(turn) {
                return Vec::new();
            }
            let start = reading.span(turn).start;
            let hits = pattern.hits(reading.words(turn)).into_iter();
            hits.map(|hit| start + hit.start..start + hit.end)
                .filter(|hit| !touches(reading.hidden(), hit))
                .map(|hit| hit.start)
                .collect()
        };
        // The turn of the cursor is looked at twice: after the cursor first, before it at the very end.
        let found = (0..=turns).find_map(|step| {
            let turn = if forward {
                (here + step) % turns
            } else {
                (here + turns - step % turns) % turns
            };
            let hits = hits(turn);
            match (step, forward) {
                (0, true) => hits.into_iter().find(|at| *at > self.at),
                (0, false) => hits.into_iter().rev().find(|at| *at < self.at),
                (_, true) => hits.into_iter().next(),
                (_, false) => hits.into_iter().next_back(),
            }
        });
        let Some(at) = found else { return false };
        self.at = at;
        self.column = None;
        self.arrived = false;
        self.moved(Unit::Sentence);
        true
    }

    /// Goes to the next or the previous coding, of one code where one is given: its passage is selected, it is the one
    /// chosen. False at the end.
    pub fn go_to_coding(&mut self, forward: bool, code: Option<&CodeId>) -> bool {
        let marks = self.marks.all();
        let wanted = |mark: &&Mark| code.is_none() || mark.code.as_ref() == code;
        let chosen = self
            .current()
            .filter(|mark| Some(mark.id()) == self.chosen.as_ref() && mark.span.contains(&self.at));
        let (before, after) = match chosen.and_then(|mark| self.marks.position(mark.id())) {
            Some(at) => (&marks[..at], &marks[at + 1..]),
            None => marks.split_at(marks.partition_point(|mark| mark.span.start < self.at)),
        };
        let found = if forward {
            after.iter().find(wanted)
        } else {
            before.iter().rfind(wanted)
        };
        let Some(mark) = found else {
            return false;
        };
        let (span, id) = (mark.span.clone(), mark.id().clone());
        self.at = span.start;
        self.column = None;
        self.arrived = false;
        self.drop_selection();
        self.selection = Some(span);
        self.choose(id);
        true
    }

    /// Whether any of a span is selected or, without a selection, what a key codes.
    pub fn is_passage(&self, span: &Range<usize>) -> bool {
        self.span.as_ref().is_some_and(|here| overlap(here, span))
    }
}

/// The byte of a row nearest to a column.
fn byte_at(text: &str, row: &Range<usize>, column: usize) -> usize {
    let shown = crate::text::wrap::visible(text, row);
    let before = width::clip(shown, column);
    if before.len() < shown.len() || shown.is_empty() {
        return row.start + before.len();
    }
    row.start + grapheme::prev(shown, shown.len())
}
