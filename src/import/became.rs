//! What becomes of each of many files: read as what, where it goes, how much of it.

use super::plan::{Fate, Plan};
use super::transcript::Format;
use crate::i18n::Message;
use crate::message;

/// What becomes of one file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Became {
    /// The file as it was given.
    pub file: String,
    /// What it was read as.
    pub format: String,
    /// The interview or the reference text it goes to; empty for data.
    pub goes: String,
    /// What becomes of it, in words.
    pub fate: Message,
    /// Its words; none for data.
    pub words: Option<usize>,
    /// Its turns or rows.
    pub rows: usize,
    /// Passages that could not be read, and warnings.
    pub told: usize,
    /// Whether what was read of it is a guess that has to be looked at.
    pub unsure: bool,
}

impl Became {
    /// What becomes of the files of a plan, in the order in which they were given.
    pub fn of(order: &[String], plan: &Plan) -> Vec<Self> {
        let mut all = Vec::new();
        for name in order {
            for text in plan.texts.iter().filter(|text| text.file == *name) {
                let is_reference = text.session.is_empty();
                let fate = match text.fate {
                    Fate::Withdrawn => "import-became-withdrawn",
                    Fate::Same => "import-became-same",
                    Fate::New if is_reference => "import-became-reference",
                    Fate::New => "import-became-new",
                };
                let transcript = &text.transcript;
                all.push(Self {
                    file: name.clone(),
                    format: transcript.format.name().to_owned(),
                    goes: if is_reference {
                        text.document.clone()
                    } else {
                        text.session.clone()
                    },
                    fate: Message::new(fate),
                    words: Some(transcript.words),
                    rows: transcript.turns.len(),
                    told: transcript.unread.len() + transcript.warnings.len(),
                    unsure: transcript.format == Format::Pdf,
                });
            }
            for file in plan.report.files.iter().filter(|file| file.file == *name) {
                all.push(Self {
                    file: name.clone(),
                    format: file.kind.as_str().to_owned(),
                    goes: String::new(),
                    fate: message!(
                        "import-became-rows",
                        added = file.added,
                        changed = file.changed,
                        same = file.same
                    ),
                    words: None,
                    rows: file.rows,
                    told: 0,
                    unsure: false,
                });
            }
        }
        all
    }
}
