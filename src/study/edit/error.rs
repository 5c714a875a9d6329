//! Why an act cannot be.

use crate::i18n::Message;
use crate::message;

/// Why an act cannot be. Nothing was changed.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum EditError {
    /// A key must have a character that is seen.
    #[error("the key is empty")]
    EmptyKey,
    /// A key is one word without spaces around it and without controls.
    #[error("{0:?} cannot be a key")]
    BadKey(String),
    /// Something of this kind has the key already.
    #[error("the key {0:?} is taken")]
    KeyTaken(String),
    /// The thing is not there, or no longer.
    #[error("{0:?} is not there")]
    Gone(String),
    /// A code cannot lie below itself, nor be merged into itself.
    #[error("{0:?} cannot lie below itself")]
    Circle(String),
    /// Slots are 1 to 9.
    #[error("a slot is a digit from 1 to 9")]
    BadSlot,
    /// Strengths are 0 to 4.
    #[error("a strength is a digit from 0 to 4")]
    BadStrength,
    /// Words that must say something say nothing.
    #[error("nothing is said")]
    NoWords,
    /// A judgement stands without its reason.
    #[error("a judgement needs its reason")]
    NoReason,
    /// A coding that waits for no review: somebody made it, or somebody reviewed it.
    #[error("{0:?} waits for no review")]
    Reviewed(String),
    /// What settles others is not settled itself.
    #[error("{0:?} settles others")]
    Settled(String),
    /// Nobody disagrees with herself.
    #[error("both codings are by {0:?}")]
    OneCoder(String),
    /// Two codings without a word in common.
    #[error("the codings have no words in common")]
    NothingInCommon,
    /// A value that the field does not take.
    #[error("{value:?} is no value of {what:?} ({})", expected.key)]
    BadValue {
        /// The field, by its word.
        what: String,
        /// As it was given.
        value: String,
        /// What it takes.
        expected: Message,
    },
}

impl EditError {
    /// The reason in the words of the screen.
    pub fn message(&self) -> Message {
        match self {
            Self::EmptyKey => message!("study-key-empty"),
            Self::BadKey(key) => message!("study-key-bad", key = key),
            Self::KeyTaken(key) => message!("study-key-taken", key = key),
            Self::Gone(what) => message!("study-gone", what = what),
            Self::Circle(key) => message!("study-circle", key = key),
            Self::BadSlot => message!("study-slot-bad"),
            Self::BadStrength => message!("study-strength-bad"),
            Self::NoWords => message!("study-no-words"),
            Self::NoReason => message!("study-no-reason"),
            Self::Reviewed(what) => message!("study-reviewed", what = what),
            Self::Settled(what) => message!("study-settled", what = what),
            Self::OneCoder(coder) => message!("study-one-coder", coder = coder),
            Self::NothingInCommon => message!("study-nothing-in-common"),
            Self::BadValue {
                what,
                value,
                expected,
            } => message!(
                "study-value-bad",
                what = what,
                value = value,
                expected = expected
            ),
        }
    }
}

/// A key as it is kept: trimmed; refused when empty, with controls, or with a line feed.
pub(super) fn clean_key(key: &str) -> Result<String, EditError> {
    let key = key.trim();
    if key.is_empty() {
        return Err(EditError::EmptyKey);
    }
    if key.chars().any(char::is_control) {
        return Err(EditError::BadKey(key.to_owned()));
    }
    Ok(key.to_owned())
}
