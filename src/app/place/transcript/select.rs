//! Choosing the passage: by word, sentence, turn, freely, and by moving its ends.

use super::Transcript;
use crate::text::{grapheme, word};
use std::ops::Range;

/// What is taken at once.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unit {
    /// A word.
    Word,
    /// A part of a sentence.
    Clause,
    /// A sentence.
    Sentence,
    /// A turn, or a note.
    Turn,
    /// The turn that asks a question, and all that is said until the next one does.
    Question,
}

/// An end of the passage.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum End {
    /// Where it begins.
    Start,
    /// Where it ends.
    Last,
}

/// How far an end of the passage goes at once.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// Over a word.
    Word,
    /// Over what a reader takes for one character.
    Grapheme,
}

impl Transcript {
    /// The unit that holds a byte; `None` where there is nothing to take.
    pub(super) fn unit_at(&mut self, unit: Unit, byte: usize) -> Option<Range<usize>> {
        let reading = self.reading.as_ref()?;
        let turn = reading.turn_at(byte);
        if reading.is_hidden(turn) {
            return None;
        }
        let span = reading.span(turn);
        match unit {
            Unit::Turn => (!span.is_empty()).then_some(span),
            Unit::Clause => self.rows.clause_at(reading, byte),
            Unit::Sentence => self.rows.sentence_at(reading, byte),
            Unit::Question => {
                let asks = reading.asks();
                let from = (0..=turn).rev().find(|turn| asks(*turn))?;
                let until =
                    (from + 1..reading.len()).find(|turn| asks(*turn) || reading.is_hidden(*turn));
                let last = until.unwrap_or(reading.len()) - 1;
                (last >= turn).then(|| reading.span(from).start..reading.span(last).end)
            }
            Unit::Word => {
                let inside = byte.saturating_sub(span.start);
                let found = word::word_at(reading.words(turn), inside)?;
                Some(span.start + found.start..span.start + found.end)
            }
        }
    }

    /// Takes the unit under the cursor, and so many in all; asked again, the next ones as well.
    pub fn take(&mut self, unit: Unit, times: usize) {
        self.arrived = false;
        for _ in 0..times.min(10_000) {
            let taken = match self.selection.clone() {
                Some(span) if self.unit == Some(unit) && self.anchor.is_none() => {
                    let next = self.unit_after(unit, span.end);
                    next.map(|next| span.start..next.end)
                }
                _ => self.unit_at(unit, self.at),
            };
            let Some(span) = taken else { return };
            self.anchor = None;
            self.unit = Some(unit);
            self.selection = Some(span);
        }
    }

    /// The sentences on the screen, in order, each with its first byte that is seen.
    pub fn sentences_on_screen(&mut self) -> Vec<(Range<usize>, usize)> {
        let Some(reading) = &self.reading else {
            return Vec::new();
        };
        let mut found = Vec::new();
        for rows in self.screen.chunk_by(|a, b| a.turn == b.turn) {
            let (Some(first), Some(last)) = (rows.first(), rows.last()) else {
                continue;
            };
            let seen = first.bytes.start..last.bytes.end;
            let sentences = self.rows.sentences_over(reading, first.turn, &seen);
            found.extend(sentences.map(|span| (span.clone(), span.start.max(seen.start))));
        }
        found
    }

    /// Takes a sentence: it is selected; while the selection is being extended, up to it.
    pub fn take_sentence(&mut self, span: &Range<usize>) {
        self.arrived = false;
        self.column = None;
        self.at = span.start;
        if self.anchor.is_some() {
            self.moved(Unit::Sentence);
        } else {
            self.drop_selection();
            self.take(Unit::Sentence, 1);
        }
    }

    fn unit_after(&mut self, unit: Unit, byte: usize) -> Option<Range<usize>> {
        let reading = self.reading.as_ref()?;
        let turn = reading.turn_at(byte.saturating_sub(1));
        let next = match unit {
            Unit::Clause => self.rows.clause_after(reading, byte.saturating_sub(1))?,
            Unit::Sentence => self.rows.sentence_after(reading, byte.saturating_sub(1))?,
            Unit::Question => {
                let next = turn + 1;
                let asked = next < reading.len() && reading.asks()(next);
                let start = asked.then(|| reading.span(next).start)?;
                return self.unit_at(unit, start);
            }
            Unit::Turn => (turn + 1..reading.len())
                .map(|turn| reading.span(turn))
                .find(|span| !span.is_empty())?,
            Unit::Word => {
                let text = reading.text.text();
                let end = word_end_after(text, byte);
                (end > byte).then_some(byte..end)?
            }
        };
        (!reading.is_hidden(reading.turn_at(next.start))).then_some(next)
    }

    /// Begins or ends extending: while it lasts, moving takes what it passes.
    pub fn extend(&mut self) {
        self.arrived = false;
        if self.anchor.take().is_none() {
            self.anchor.clone_from(&self.span);
            self.selection.clone_from(&self.span);
        }
        self.unit = None;
    }

    /// Lets the selection go; the cursor stays.
    pub fn drop_selection(&mut self) {
        self.selection = None;
        self.anchor = None;
        self.unit = None;
    }

    /// Moves an end of the passage; a passage keeps a word at least, a character where it goes by characters.
    pub fn move_end(&mut self, end: End, step: Step, forward: bool, times: usize) {
        self.arrived = false;
        let Some(mut span) = self.span.clone() else {
            return;
        };
        let Some(reading) = &self.reading else { return };
        let text = reading.text.text();
        for _ in 0..times.min(10_000) {
            let moved = shifted(text, &span, end, step, forward);
            if moved.start >= moved.end || moved == span {
                break;
            }
            span = moved;
        }
        self.at = match end {
            End::Start => span.start,
            End::Last => grapheme::prev(text, span.end),
        };
        self.column = None;
        self.anchor = None;
        self.unit = None;
        self.selection = Some(span);
    }
}

/// The passage with an end moved by one step.
fn shifted(text: &str, span: &Range<usize>, end: End, step: Step, forward: bool) -> Range<usize> {
    let to = match (end, step, forward) {
        (End::Start, Step::Word, false) => word::prev_start(text, span.start),
        (End::Start, Step::Word, true) => word::next_start(text, span.start),
        (End::Last, Step::Word, false) => word_end_before(text, span.end),
        (End::Last, Step::Word, true) => word_end_after(text, span.end),
        // a line feed between turns is no character of anybody's: it is passed together with the one beyond it
        (End::Start, Step::Grapheme, false) => step_over(text, span.start, grapheme::prev, starts),
        (End::Start, Step::Grapheme, true) => step_over(text, span.start, grapheme::next, starts),
        (End::Last, Step::Grapheme, false) => step_over(text, span.end, grapheme::prev, ends),
        (End::Last, Step::Grapheme, true) => step_over(text, span.end, grapheme::next, ends),
    };
    match end {
        End::Start => to..span.end,
        End::Last => span.start..to,
    }
}

/// The next place that an end can stand at; where there is none, where it stood.
fn step_over(
    text: &str,
    from: usize,
    step: fn(&str, usize) -> usize,
    stands: fn(&str, usize) -> bool,
) -> usize {
    let mut at = from;
    loop {
        let next = step(text, at);
        if next == at {
            return from;
        }
        at = next;
        if stands(text, at) {
            return at;
        }
    }
}

/// Whether a passage can begin here: not on a line feed.
fn starts(text: &str, byte: usize) -> bool {
    text.get(byte..).is_some_and(|rest| !rest.starts_with('\n'))
}

/// Whether a passage can end here: not behind a line feed.
fn ends(text: &str, byte: usize) -> bool {
    text.get(..byte)
        .is_some_and(|before| !before.is_empty() && !before.ends_with('\n'))
}

/// The end of the first word that ends after a byte; after the last word, the end of the text.
fn word_end_after(text: &str, byte: usize) -> usize {
    let here = word::word_at(text, byte).filter(|span| span.contains(&byte));
    let found = here.or_else(|| {
        let start = word::next_start(text, byte);
        (start < text.len())
            .then(|| word::word_at(text, start))
            .flatten()
    });
    found.map_or(text.len(), |span| span.end)
}

/// The end of the last word that ends before a byte; 0 where there is none.
fn word_end_before(text: &str, byte: usize) -> usize {
    let mut start = byte;
    loop {
        let before = word::prev_start(text, start);
        if before == start {
            return 0;
        }
        start = before;
        if let Some(span) = word::word_at(text, start)
            && span.end < byte
        {
            return span.end;
        }
        if start == 0 {
            return 0;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn ends_move_from_word_to_word() {
        let text = "On a perdu, hélas.\nTrois semaines.";
        let after = |byte| &text[..word_end_after(text, byte)];
        assert_eq!(after(0), "On");
        assert_eq!(after(2), "On a");
        assert_eq!(after("On a perdu".len()), "On a perdu, hélas");
        assert_eq!(
            after("On a perdu, hélas".len()),
            "On a perdu, hélas.\nTrois"
        );
        assert_eq!(after("On a perdu, hélas.\nTrois semaines".len()), text);
        let before = |byte| &text[..word_end_before(text, byte)];
        assert_eq!(before(text.len()), "On a perdu, hélas.\nTrois semaines");
        assert_eq!(
            before("On a perdu, hélas.\nTrois".len()),
            "On a perdu, hélas"
        );
        assert_eq!(before("On a".len()), "On");
        assert_eq!(before(2), "");
    }

    const LETTERS: [(End, bool); 4] = [
        (End::Start, false),
        (End::Start, true),
        (End::Last, false),
        (End::Last, true),
    ];

    #[test]
    fn ends_move_from_character_to_character() {
        let text = "Cafe\u{301} 👩‍👩‍👧!\nOui.";
        let step = |span: &str, end, forward| {
            let start = text.find(span).unwrap();
            let moved = shifted(
                text,
                &(start..start + span.len()),
                end,
                Step::Grapheme,
                forward,
            );
            &text[moved]
        };
        for (span, end, forward, wanted) in [
            ("Caf", End::Last, true, "Cafe\u{301}"),
            ("Cafe\u{301}", End::Last, false, "Caf"),
            // a passage that came with an end inside a character leaves it
            ("Cafe", End::Last, true, "Cafe\u{301}"),
            ("Cafe", End::Last, false, "Caf"),
            ("Cafe\u{301} ", End::Last, true, "Cafe\u{301} 👩‍👩‍👧"),
            ("👩‍👩‍👧!", End::Start, true, "!"),
            ("!", End::Start, false, "👩‍👩‍👧!"),
            // the line feed between turns goes with the character beyond it
            ("👩‍👩‍👧!", End::Last, true, "👩‍👩‍👧!\nO"),
            ("!\nO", End::Last, false, "!"),
            ("!\nO", End::Start, true, "O"),
            ("Oui.", End::Start, false, "!\nOui."),
            ("Oui.", End::Last, true, "Oui."),
            ("Caf", End::Start, false, "Caf"),
        ] {
            assert_eq!(
                step(span, end, forward),
                wanted,
                "{span:?} {end:?} {forward}"
            );
        }
    }

    proptest! {
        #[test]
        fn no_end_stands_inside_a_character_and_a_step_back_is_a_step_back(
            text in "([a-z .é👍🏽\u{301}\u{200d}🇫🇷]{0,6}\n?){1,5}",
            moves in prop::collection::vec(0usize..4, 1..40),
        ) {
            prop_assume!(!text.trim_matches('\n').is_empty());
            let first = text.len() - text.trim_start_matches('\n').len();
            let mut span = first..grapheme::next(&text, first);
            for n in moves {
                let (end, forward) = LETTERS[n];
                let moved = shifted(&text, &span, end, Step::Grapheme, forward);
                if moved.is_empty() || moved.start > moved.end || moved == span {
                    continue;
                }
                prop_assert!(grapheme::is_boundary(&text, moved.start), "{moved:?}");
                prop_assert!(grapheme::is_boundary(&text, moved.end), "{moved:?}");
                prop_assert_eq!(shifted(&text, &moved, end, Step::Grapheme, !forward), span);
                span = moved;
            }
        }
    }
}
