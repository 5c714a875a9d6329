//! What an import comes to: texts to be stored, and the changes of one transaction that names them.

use super::problem::Report;
use super::transcript::{Format, Transcript};
use crate::i18n::Message;
use crate::study::Change;
use crate::study::change::Record;
use crate::study::document::Turn;
use crate::study::id::{DocumentId, VersionId};
use crate::study::versions::Carried;
use std::collections::HashMap;
use std::sync::Arc;

/// Names under which a text was stored.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct StoredText {
    /// Name of the text's file.
    pub text: String,
    /// Salt of both names.
    pub salt: String,
    /// Name of the original's file; empty where none was given.
    pub original: String,
}

/// Where texts are put before the changes that name them.
pub trait TextSink {
    /// Why a text could not be stored.
    type Error;
    /// Stores a text and the file it was read from; `importer` says what read it.
    fn add_text(
        &mut self,
        turns: &[Turn],
        importer: &str,
        original: Option<&[u8]>,
    ) -> Result<StoredText, Self::Error>;
}

/// What becomes of a text that was read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fate {
    /// It is stored.
    New,
    /// The document's newest version says the same already.
    Same,
    /// Its interview is withdrawn: it was read and is not stored.
    Withdrawn,
}

/// A text that was read.
#[derive(Debug)]
pub struct PlannedText {
    /// Its version's record.
    pub version: VersionId,
    /// Name of its file as it was given.
    pub file: String,
    /// Key of its interview; empty for a reference text.
    pub session: String,
    /// Key of its document.
    pub document: String,
    /// What the file says.
    pub transcript: Transcript,
    /// The file as it came; none for our own turns, whose originals went another way.
    pub original: Option<Arc<[u8]>>,
    /// What becomes of it.
    pub fate: Fate,
}

/// A document that gets a new version.
#[derive(Debug)]
pub struct Revised {
    /// The file, as it was given.
    pub file: String,
    /// The document.
    pub document: DocumentId,
    /// Its key.
    pub key: String,
    /// Number of the version.
    pub number: u32,
    /// Share of the version before whose words are found again, 0 to 1.
    pub share: f64,
    /// Its codings of older versions, and what this one says of them.
    pub codings: Vec<Carried>,
}

/// A share in whole percent; 100 only for all.
pub(crate) fn percent(share: f64) -> u64 {
    (share * 100.0).floor() as u64
}

/// What an import comes to: texts first, then one transaction.
#[derive(Debug, Default)]
pub struct Plan {
    /// Texts, in the order of the files.
    pub texts: Vec<PlannedText>,
    /// The changes of the one transaction, in order; versions still lack the names of their texts.
    pub changes: Vec<Change>,
    /// Documents that get a new version, in the order of the files.
    pub revised: Vec<Revised>,
    /// The transaction's label.
    pub label: Option<Message>,
    /// Warnings and counts; no problem among them.
    pub report: Report,
    /// Rows that were left out because what they speak of is not here; each is among the warnings.
    pub left_out: usize,
}

impl Plan {
    /// Stores the texts and writes their names into the changes, which are then to be made in one transaction.
    pub fn store<S: TextSink>(&mut self, sink: &mut S) -> Result<Vec<Change>, S::Error> {
        let mut names = HashMap::new();
        for text in self.texts.iter().filter(|text| text.fate == Fate::New) {
            let importer = importer(text.transcript.format);
            let stored =
                sink.add_text(&text.transcript.turns, &importer, text.original.as_deref())?;
            names.insert(text.version.clone(), stored);
        }
        let mut changes = std::mem::take(&mut self.changes);
        for change in &mut changes {
            if let Change::Add(record) = change
                && let Record::Version(id, version) = record.as_mut()
                && let Some(stored) = names.remove(id)
            {
                version.text = stored.text;
                version.salt = stored.salt;
                version.original = stored.original;
            }
        }
        Ok(changes)
    }
}

/// What is said to have read a text.
pub(super) fn importer(format: Format) -> String {
    format!("{} {}", format.name(), env!("CARGO_PKG_VERSION"))
}

/// Whose text a transcript is.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub enum Belongs {
    /// The interview that the file names, else the one called like the file.
    #[default]
    ByName,
    /// The interview of this key.
    Session(String),
    /// A document that is there already, by the keys of its interview (none for a reference text) and its own.
    VersionOf {
        /// The interview.
        session: Option<String>,
        /// The document.
        document: String,
    },
    /// No interview: a reference text, by its key; an empty one is the file's stem.
    Reference(String),
}

/// The last part of a path, whatever system it comes from.
pub(super) fn base_name(file: &str) -> &str {
    file.rsplit(['/', '\\']).next().unwrap_or(file)
}

/// A file's name without folder and ending; of our own turns also without the version.
pub fn stem(file: &str) -> String {
    let name = base_name(file);
    let (stem, own) = match name.strip_suffix(".turns.json") {
        Some(stem) => (stem, true),
        None => (name.rsplit_once('.').map_or(name, |(stem, _)| stem), false),
    };
    let stem = if stem.is_empty() { name } else { stem };
    match stem.rsplit_once(".v") {
        Some((before, number)) if own && number.bytes().all(|byte| byte.is_ascii_digit()) => {
            before.to_owned()
        }
        _ => stem.to_owned(),
    }
}
