//! What the program tells the person: one line now, all of it in a list.

use super::{App, At, FRAME_ROWS};
use crate::i18n::Message;
use crate::text::{harmless_line, wrap};

/// Most rows of a notice.
const MOST_ROWS: usize = 3;

/// A call on fewer rows than this has one for a notice.
const TALL: u16 = 20;

/// How much it matters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Level {
    /// Something was done.
    Info,
    /// A choice was made that may be wrong, or something cannot run now.
    Warning,
    /// Something failed; stays until a key is pressed.
    Error,
}

/// One thing that was told.
#[derive(Debug, Clone, PartialEq)]
pub struct Notice {
    /// How much it matters.
    pub level: Level,
    /// The words.
    pub text: Message,
    /// When.
    pub at: jiff::Timestamp,
}

/// The line now, and what was told before.
#[derive(Debug, Clone, Default)]
pub struct Notices {
    /// The line under the text, until the next key.
    pub now: Option<Notice>,
    /// Everything told, oldest first.
    pub all: Vec<Notice>,
}

impl Notices {
    /// Tells something. An error that nobody has read yet is not covered by anything less.
    pub fn tell(&mut self, level: Level, text: Message, at: jiff::Timestamp) {
        let notice = Notice { level, text, at };
        self.all.push(notice.clone());
        if self
            .now
            .as_ref()
            .is_none_or(|now| now.level != Level::Error || level == Level::Error)
        {
            self.now = Some(notice);
        }
    }

    /// A key was pressed: what was told has been seen.
    pub fn seen(&mut self) {
        self.now = None;
    }
}

impl App {
    /// What is told now, one line: how much it matters, and the words.
    pub fn told(&self) -> Option<(Level, String)> {
        let (level, text) = match (&self.notices.now, self.opening_words()) {
            (Some(notice), None) => (notice.level, self.words.say(&notice.text)),
            (Some(notice), Some(_)) if notice.level == Level::Error => {
                (notice.level, self.words.say(&notice.text))
            }
            (_, Some(opening)) => (Level::Info, self.words.say(&opening)),
            (None, None) => (Level::Info, self.words.say(&self.away_words()?)),
        };
        let text = text.replace('\n', " ");
        Some((level, harmless_line(&text).into_owned()))
    }

    /// The rows of what is told, as bytes of it; the last one holds what is left.
    pub fn told_rows(&self, text: &str) -> Vec<std::ops::Range<usize>> {
        let columns = self.size.0.saturating_sub(2).max(1) as usize;
        let mut rows = wrap::wrap(text, columns);
        rows.truncate(if self.at == At::Live && self.size.1 < TALL {
            1
        } else {
            MOST_ROWS
        });
        if let Some(last) = rows.last_mut() {
            last.end = text.len();
        }
        rows
    }

    /// Rows of the screen that are not the body. In a call nothing lies over the line: the body gives way to what is told.
    pub fn frame_rows(&self) -> u16 {
        let told = self.told().filter(|_| self.at == At::Live);
        let rows = told.map_or(1, |(_, text)| self.told_rows(&text).len());
        FRAME_ROWS - 1 + u16::try_from(rows).unwrap_or(1).max(1)
    }
}
