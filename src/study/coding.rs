//! A coding: a passage, a code, a coder.

use super::id::{CodeId, CodingId, NoteId, ScenarioId, SessionId, VersionId};
use super::word::{Origin, Polarity};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use std::ops::Range;

/// What is coded: a span of a document version, or a whole note.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Passage {
    /// A span of a document version.
    Text(TextPassage),
    /// A whole note.
    Note(NoteId),
}

impl Default for Passage {
    fn default() -> Self {
        Self::Note(NoteId::default())
    }
}

/// A span of a document version.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct TextPassage {
    /// The version.
    pub version: VersionId,
    /// First byte.
    pub start: u32,
    /// Byte after the last.
    pub end: u32,
    /// Length of the quote in code points.
    pub chars: u32,
    /// Checksum of the quote: see [`checksum`].
    pub check: String,
}

impl TextPassage {
    /// A passage over `span` (bytes) of a version's text; `None` where the span is empty, outside, or cuts a character.
    pub fn new(version: VersionId, text: &str, span: Range<usize>) -> Option<Self> {
        let quote = text.get(span.clone())?;
        if quote.is_empty() {
            return None;
        }
        Some(Self {
            version,
            start: u32::try_from(span.start).ok()?,
            end: u32::try_from(span.end).ok()?,
            chars: u32::try_from(quote.chars().count()).ok()?,
            check: checksum(quote),
        })
    }

    /// The span, in bytes.
    pub fn span(&self) -> Range<usize> {
        self.start as usize..self.end as usize
    }
}

/// What became of a coding in a version that came after the one it was made on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Anchor {
    /// It stands here.
    At(Passage),
    /// It stays on the version it had.
    Kept,
}

/// First 16 hexadecimal digits of the quote's SHA-256: tells whether a span still holds the words that were coded.
pub fn checksum(quote: &str) -> String {
    use sha2::{Digest, Sha256};
    use std::fmt::Write;
    let digest = Sha256::digest(quote.as_bytes());
    let mut hex = String::with_capacity(16);
    for byte in digest.iter().take(8) {
        let _ = write!(hex, "{byte:02x}");
    }
    hex
}

record! {
    /// A passage with a code on it, by one coder.
    Coding, CodingField {
        /// What is coded.
        passage / Passage: Passage,
        /// The code it was given; readers follow the code's alias.
        code / Code: CodeId,
        /// Who coded.
        coder / Coder: String,
        /// Strength of the evidence, 0-4; `None` while not set.
        strength / Strength: Option<u8>,
        /// Memo on the coding.
        memo / Memo: String,
        /// One of the best.
        starred / Starred: bool,
        /// Place among the best words to quote, picked by hand, from 1.
        rank / Rank: Option<u32>,
        /// When it was made.
        coded_at / CodedAt: Option<Timestamp>,
        /// How it came to be.
        origin / Origin: Origin,
        /// Codings that this one settles; they no longer count.
        settles / Settles: Vec<CodingId>,
    } maps {
        /// Polarity by scenario.
        polarities / Polarity: ScenarioId => Polarity,
        /// What became of it in versions that came later; the passage it was given stays beside it.
        anchors / Anchor: VersionId => Anchor,
    }
}

impl Coding {
    /// The passage on which it stands in a version of its document.
    pub fn in_version(&self, version: &VersionId) -> Option<&TextPassage> {
        let stands = |passage: &'_ Passage| matches!(passage, Passage::Text(text) if text.version == *version);
        let passage = match self.anchors.get(version) {
            Some(Anchor::At(passage)) if stands(passage) => passage,
            _ if stands(&self.passage) => &self.passage,
            _ => return None,
        };
        match passage {
            Passage::Text(text) => Some(text),
            Passage::Note(_) => None,
        }
    }

    /// Every passage it stands on: the one it was given, and those of later versions.
    pub fn places(&self) -> impl Iterator<Item = &Passage> {
        let later = self.anchors.values().filter_map(|anchor| match anchor {
            Anchor::At(passage) => Some(passage),
            Anchor::Kept => None,
        });
        std::iter::once(&self.passage).chain(later)
    }
}

record! {
    /// What an interview says on a theme, in somebody's own words; the passages stand apart.
    Summary, SummaryField {
        /// The interview.
        session / Session: SessionId,
        /// The theme; readers follow the code's alias.
        code / Code: CodeId,
        /// The words.
        text / Text: String,
        /// Who wrote it.
        author / Author: String,
        /// The passages it was written over: see [`super::edit::PassagesState`].
        over / Over: String,
        /// How many passages these were.
        passages / Passages: u32,
        /// When it was written.
        written_at / WrittenAt: Option<Timestamp>,
    } maps {}
}
