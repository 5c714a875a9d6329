//! What the program tells the person: one line now, all of it in a list.

use crate::i18n::Message;

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
