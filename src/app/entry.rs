//! A text being typed, with its cursor between graphemes.

use crate::command::TextAct;
use crate::text::{grapheme, word};

/// A text being typed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Entry {
    text: String,
    cursor: usize,
}

impl Entry {
    /// A text with the cursor at its end.
    pub fn new(text: impl Into<String>) -> Self {
        let text = text.into();
        Self {
            cursor: text.len(),
            text,
        }
    }

    /// The text.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Byte of the cursor.
    pub fn cursor(&self) -> usize {
        self.cursor
    }

    /// Whether nothing is typed.
    pub fn is_empty(&self) -> bool {
        self.text.is_empty()
    }

    /// Takes the text out and leaves nothing.
    pub fn take(&mut self) -> String {
        self.cursor = 0;
        std::mem::take(&mut self.text)
    }

    /// Puts text in at the cursor.
    pub fn insert(&mut self, text: &str) {
        self.text.insert_str(self.cursor, text);
        self.cursor += text.len();
    }

    /// To the line before or after, at the same place in it as far as it goes; false where there is none.
    pub fn line(&mut self, forward: bool) -> bool {
        let start = |at: usize| self.text[..at].rfind('\n').map_or(0, |lf| lf + 1);
        let end = |at: usize| {
            self.text[at..]
                .find('\n')
                .map_or(self.text.len(), |lf| at + lf)
        };
        let here = start(self.cursor);
        let to = if forward {
            let end = end(self.cursor);
            (end < self.text.len()).then_some(end + 1)
        } else {
            here.checked_sub(1).map(start)
        };
        let Some(to) = to else { return false };
        let steps = grapheme::graphemes(&self.text[here..self.cursor]).count();
        let line = &self.text[to..end(to)];
        let at = grapheme::graphemes(line).nth(steps);
        self.cursor = to + at.map_or(line.len(), |(at, _)| at);
        true
    }

    /// Puts the cursor at a byte; inside a character it goes to that character's start.
    pub fn set_cursor(&mut self, byte: usize) {
        let mut byte = byte.min(self.text.len());
        while !self.text.is_char_boundary(byte) {
            byte -= 1;
        }
        self.cursor = byte;
    }

    /// Moves or deletes, `times` times. `Type` and `Newline` are for the owner of the entry.
    pub fn act(&mut self, act: TextAct, times: usize) {
        for _ in 0..times.clamp(1, 10_000) {
            let before = (self.cursor, self.text.len());
            self.act_once(act);
            if before == (self.cursor, self.text.len()) {
                return;
            }
        }
    }

    fn act_once(&mut self, act: TextAct) {
        match act {
            TextAct::Left => self.cursor = grapheme::prev(&self.text, self.cursor),
            TextAct::Right => self.cursor = grapheme::next(&self.text, self.cursor),
            TextAct::WordLeft => self.cursor = word::prev_start(&self.text, self.cursor),
            TextAct::WordRight => self.cursor = word::next_start(&self.text, self.cursor),
            TextAct::Start => self.cursor = 0,
            TextAct::End => self.cursor = self.text.len(),
            TextAct::DeleteBack => {
                self.delete(grapheme::prev(&self.text, self.cursor), self.cursor);
            }
            TextAct::DeleteForward => {
                self.delete(self.cursor, grapheme::next(&self.text, self.cursor));
            }
            TextAct::DeleteWord => {
                self.delete(word::prev_start(&self.text, self.cursor), self.cursor);
            }
            TextAct::DeleteToStart => self.delete(0, self.cursor),
            TextAct::DeleteToEnd => self.delete(self.cursor, self.text.len()),
            TextAct::Newline => self.insert("\n"),
            TextAct::Type => {}
        }
    }

    fn delete(&mut self, from: usize, to: usize) {
        if self.text.get(from..to).is_some() {
            self.text.replace_range(from..to, "");
            self.cursor = from;
        }
    }
}
