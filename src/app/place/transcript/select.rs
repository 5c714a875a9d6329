//! Choosing the passage: by word, sentence, turn, freely, and by moving its ends.

use super::Transcript;
use crate::text::word;
use std::ops::Range;

/// What is taken at once.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unit {
    /// A word.
    Word,
    /// A sentence.
    Sentence,
    /// A turn, or a note.
    Turn,
}

/// An end of the passage, and where it goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum End {
    /// The start, one word to the left.
    StartLeft,
    /// The start, one word to the right.
    StartRight,
    /// The end, one word to the left.
    EndLeft,
    /// The end, one word to the right.
    EndRight,
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
            Unit::Sentence => self.rows.sentence_at(reading, byte),
            Unit::Word => {
                let inside = byte.saturating_sub(span.start);
                let found = word::word_at(reading.words(turn), inside)?;
                Some(span.start + found.start..span.start + found.end)
            }
        }
    }

    /// Takes the unit under the cursor; asked again, the next one as well.
    pub fn take(&mut self, unit: Unit) {
        self.arrived = false;
        let again = self.unit == Some(unit) && self.anchor.is_none();
        let more = match self.selection.clone() {
            Some(span) if again => self
                .unit_after(unit, span.end)
                .map(|next| span.start..next.end),
            _ => None,
        };
        if let Some(span) = more.or_else(|| self.unit_at(unit, self.at)) {
            self.anchor = None;
            self.unit = Some(unit);
            self.selection = Some(span);
        }
    }

    fn unit_after(&mut self, unit: Unit, byte: usize) -> Option<Range<usize>> {
        let reading = self.reading.as_ref()?;
        let turn = reading.turn_at(byte.saturating_sub(1));
        let next = match unit {
            Unit::Sentence => self.rows.sentence_after(reading, byte.saturating_sub(1))?,
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

    /// Moves an end of the passage by words; a passage keeps one word at least.
    pub fn move_end(&mut self, end: End, times: usize) {
        self.arrived = false;
        let Some(mut span) = self.span.clone() else {
            return;
        };
        let Some(reading) = &self.reading else { return };
        let text = reading.text.text();
        for _ in 0..times.min(10_000) {
            let moved = match end {
                End::StartLeft => word::prev_start(text, span.start)..span.end,
                End::StartRight => word::next_start(text, span.start)..span.end,
                End::EndLeft => span.start..word_end_before(text, span.end),
                End::EndRight => span.start..word_end_after(text, span.end),
            };
            if moved.start >= moved.end || moved == span {
                break;
            }
            span = moved;
        }
        self.at = match end {
            End::StartLeft | End::StartRight => span.start,
            End::EndLeft | End::EndRight => crate::text::grapheme::prev(text, span.end),
        };
        self.column = None;
        self.anchor = None;
        self.unit = None;
        self.selection = Some(span);
    }
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
}
