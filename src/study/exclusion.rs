//! What somebody asked to leave out: a passage of their interview that is nowhere counted, quoted, shown or found.

use super::coding::TextPassage;
use super::fold::Study;
use super::id::{NoteId, SessionId};
use crate::i18n::{Message, duration};
use crate::message;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

/// What is left out.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Excluded {
    /// A span of a document version.
    Text(TextPassage),
    /// A whole note.
    Note(NoteId),
    /// A time of the call: its notes, and the words of every transcript, also of one that comes later.
    Time {
        /// First millisecond of the call.
        from_ms: i64,
        /// Millisecond after the last.
        to_ms: i64,
    },
}

impl Default for Excluded {
    fn default() -> Self {
        Self::Time {
            from_ms: 0,
            to_ms: 0,
        }
    }
}

record! {
    /// A passage that stays out.
    Exclusion, ExclusionField {
        /// The interview.
        session / Session: SessionId,
        /// What is left out.
        what / What: Excluded,
        /// Why, in the words of whoever wrote it down.
        reason / Reason: String,
        /// Who wrote it down.
        by / By: String,
        /// When.
        at / At: Option<Timestamp>,
    } maps {}
}

impl Excluded {
    /// What is left out, in words that do not repeat it.
    pub fn told(&self, study: &Study) -> Message {
        match self {
            Self::Note(_) => message!("app-excluded-note"),
            Self::Text(passage) => {
                let version = study.records.versions.get(&passage.version);
                let document = version.and_then(|v| study.records.documents.get(&v.document));
                message!(
                    "app-excluded-text",
                    document = document.map_or("", |document| document.key.as_str()),
                    n = passage.chars
                )
            }
            Self::Time { from_ms, to_ms } => message!(
                "app-excluded-time",
                from = duration(from_ms.unsigned_abs()),
                to = duration(to_ms.unsigned_abs())
            ),
        }
    }
}
