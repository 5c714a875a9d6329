//! What one keymap file says, before it is laid over others.

use super::chord::Chord;
use super::key::Key;
use super::layout::Layout;
use crate::command::{CommandId, Context, Invocation, Need};

/// What digits are in a context.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Digits {
    /// They say how often, before a command.
    Count,
    /// They are keys; a count may come after a prefix key.
    Slot,
    /// They are text.
    Text,
}

impl Digits {
    pub(super) fn parse(name: &str) -> Option<Digits> {
        match name {
            "count" => Some(Digits::Count),
            "slot" => Some(Digits::Slot),
            "text" => Some(Digits::Text),
            _ => None,
        }
    }
}

/// What a chord does.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Action {
    /// Runs commands, one after the other.
    Run {
        /// The commands.
        runs: Vec<Invocation>,
        /// Key of a message, or words, in the place of the command's own.
        desc: Option<String>,
        /// Beside what the commands need.
        when: Option<Need>,
    },
    /// Names a prefix: key of a message, or words.
    Menu(String),
    /// Takes a binding of a layer below away.
    Unbind,
}

/// One line of a keymap file (one of its digits, for a class of digits).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// The keys.
    pub keys: Vec<Key>,
    /// The chord as it was written.
    pub chord: Chord,
    /// What it does.
    pub action: Action,
    /// The context it was written for.
    pub context: Context,
    /// The file it stands in.
    pub file: String,
    /// The line, from 1.
    pub line: usize,
    /// The column, from 1.
    pub column: usize,
}

/// `[keys.CONTEXT]`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Section {
    /// Whose keys are valid here too, the first first.
    pub inherit: Option<Vec<Context>>,
    /// What digits are.
    pub digits: Option<Digits>,
    /// What printable characters do.
    pub text: Option<CommandId>,
    /// The keys, in the order of the file.
    pub entries: Vec<Entry>,
}

/// The layout that a file is for, with what it changes of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LayoutChoice {
    /// The layout.
    pub layout: &'static Layout,
    /// Another unshifted digit row, 0 to 9.
    pub digits: Option<String>,
    /// Another home row.
    pub home: Option<String>,
}

impl LayoutChoice {
    pub(super) fn of(layout: &'static Layout) -> LayoutChoice {
        LayoutChoice {
            layout,
            digits: None,
            home: None,
        }
    }

    /// The unshifted digit row, 0 to 9; empty where it is digits.
    pub fn digits(&self) -> &str {
        self.digits.as_deref().unwrap_or(self.layout.digits)
    }

    /// The row under the fingers.
    pub fn home(&self) -> &str {
        self.home.as_deref().unwrap_or(self.layout.home)
    }

    /// The digit that this character stands for in the unshifted digit row.
    pub fn digit(&self, c: char) -> Option<u8> {
        self.digits()
            .chars()
            .position(|other| other == c)
            .and_then(|at| u8::try_from(at).ok())
    }
}

/// What one keymap file says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Layer {
    /// The file, for messages.
    pub file: String,
    /// Its name.
    pub name: String,
    /// The shipped keymap below it.
    pub inherit: Option<String>,
    /// The layout it is for.
    pub layout: Option<LayoutChoice>,
    /// Its contexts, in the order of the file.
    pub sections: Vec<(Context, Section)>,
}
