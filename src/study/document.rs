//! The words of a document version: immutable turns over one UTF-8 string.

use super::id::{DocumentId, SessionId, VersionId};
use super::word::DocumentKind;
use serde::{Deserialize, Serialize};
use std::ops::Range;

/// One speaker's uninterrupted speech, as an importer reads it.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Turn {
    /// Name as the file has it; `None` where the file names nobody.
    pub speaker: Option<String>,
    /// Milliseconds from the recording's zero.
    pub start_ms: Option<i64>,
    /// Milliseconds from the recording's zero.
    pub end_ms: Option<i64>,
    /// Normalised text (UTF-8, NFC, LF), without the speaker's name and the times.
    pub text: String,
    /// Time anchors inside the turn: (code point in `text`, milliseconds), ascending by code point.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub anchors: Vec<(u32, i64)>,
}

/// A turn's place in its document's text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TurnSpan {
    /// Name as the file has it.
    pub speaker: Option<String>,
    /// Milliseconds from the recording's zero.
    pub start_ms: Option<i64>,
    /// Milliseconds from the recording's zero.
    pub end_ms: Option<i64>,
    /// Bytes of the document's text.
    pub span: Range<usize>,
    /// (byte of the document's text, milliseconds), ascending.
    pub anchors: Vec<(usize, i64)>,
}

/// The text of one document version: turns joined by one line feed.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct DocumentText {
    text: String,
    turns: Vec<TurnSpan>,
}

impl DocumentText {
    /// Joins turns by one line feed; positions of anchors become bytes of the whole.
    pub fn from_turns(turns: &[Turn]) -> Self {
        let mut text = String::with_capacity(turns.iter().map(|t| t.text.len() + 1).sum());
        let mut spans = Vec::with_capacity(turns.len());
        for (index, turn) in turns.iter().enumerate() {
            if index > 0 {
                text.push('\n');
            }
            let start = text.len();
            text.push_str(&turn.text);
            let mut anchors = Vec::with_capacity(turn.anchors.len());
            let mut bytes = turn.text.char_indices();
            let (mut chars_seen, mut byte) = (0u32, 0usize);
            for &(char_at, ms) in &turn.anchors {
                while chars_seen < char_at {
                    let Some((at, c)) = bytes.next() else { break };
                    byte = at + c.len_utf8();
                    chars_seen += 1;
                }
                anchors.push((start + byte, ms));
            }
            spans.push(TurnSpan {
                speaker: turn.speaker.clone(),
                start_ms: turn.start_ms,
                end_ms: turn.end_ms,
                span: start..text.len(),
                anchors,
            });
        }
        Self { text, turns: spans }
    }

    /// The turns as an importer would read them again; the inverse of [`Self::from_turns`].
    pub fn to_turns(&self) -> Vec<Turn> {
        self.turns
            .iter()
            .map(|turn| Turn {
                speaker: turn.speaker.clone(),
                start_ms: turn.start_ms,
                end_ms: turn.end_ms,
                text: self.slice(turn.span.clone()).to_owned(),
                anchors: turn
                    .anchors
                    .iter()
                    .map(|&(byte, ms)| {
                        let chars = self.slice(turn.span.start..byte).chars().count();
                        (u32::try_from(chars).unwrap_or(u32::MAX), ms)
                    })
                    .collect(),
            })
            .collect()
    }

    /// The whole text.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// All turns, in order.
    pub fn turns(&self) -> &[TurnSpan] {
        &self.turns
    }

    /// The text of a span; empty where the span is outside the text or cuts a character.
    pub fn slice(&self, span: Range<usize>) -> &str {
        self.text.get(span).unwrap_or("")
    }

    /// Index of the turn that holds a byte; the line feed after a turn belongs to that turn.
    /// `None` only for a document without turns.
    pub fn turn_at(&self, byte: usize) -> Option<usize> {
        let after = self.turns.partition_point(|turn| turn.span.start <= byte);
        if self.turns.is_empty() {
            None
        } else {
            Some(after.saturating_sub(1))
        }
    }

    /// Byte of a code-point position; `None` past the end.
    pub fn byte_of_char(&self, chars: usize) -> Option<usize> {
        byte_of_char(&self.text, chars)
    }

    /// Code-point position of a byte (which must be a character boundary, else the next one is taken).
    pub fn char_of_byte(&self, byte: usize) -> usize {
        let mut byte = byte.min(self.text.len());
        while !self.text.is_char_boundary(byte) {
            byte += 1;
        }
        self.slice(0..byte).chars().count()
    }

    /// Time of a byte: the last anchor at or before it in its turn, else the turn's start.
    pub fn time_at(&self, byte: usize) -> Option<i64> {
        let turn = self.turns.get(self.turn_at(byte)?)?;
        turn.anchors
            .iter()
            .take_while(|(at, _)| *at <= byte)
            .last()
            .map(|&(_, ms)| ms)
            .or(turn.start_ms)
    }
}

/// Byte of a code-point position in `text`; `None` past the end.
pub fn byte_of_char(text: &str, chars: usize) -> Option<usize> {
    if text.is_ascii() {
        return (chars <= text.len()).then_some(chars);
    }
    text.char_indices()
        .map(|(at, _)| at)
        .chain(std::iter::once(text.len()))
        .nth(chars)
}

record! {
    /// A codable text: an interview's transcript, or a reference text.
    Document, DocumentField {
        /// The interview; none for a reference text.
        session / Session: Option<SessionId>,
        /// Transcript or reference.
        kind / Kind: DocumentKind,
        /// File stem; for a reference text its key.
        key / Key: String,
    } maps {}
}

record! {
    /// One immutable version of a document.
    Version, VersionField {
        /// The document.
        document / Document: DocumentId,
        /// From 1.
        number / Number: u32,
        /// Name of its text file, a hash over salt and bytes.
        text / Text: String,
        /// Salt of the file names, hexadecimal.
        salt / Salt: String,
        /// Name of the original's file.
        original / Original: String,
        /// Name of the file as it came.
        original_name / OriginalName: String,
        /// Format that was read.
        format / Format: String,
        /// Encoding that was read.
        encoding / Encoding: String,
        /// Number of turns.
        turns / Turns: u32,
        /// Runs between white space.
        words / Words: u32,
        /// Length in code points.
        chars / Chars: u32,
        /// When it was imported.
        imported_at / ImportedAt: Option<jiff::Timestamp>,
    } maps {}
}

/// How far somebody has read a document.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Reading {
    /// Who reads.
    pub coder: String,
    /// The document.
    pub document: DocumentId,
    /// The version that was read.
    pub version: VersionId,
    /// Byte where they stopped.
    pub at: usize,
    /// Bytes that were on their screen, ascending, apart.
    pub seen: Vec<(usize, usize)>,
    /// Bytes of the version's text.
    pub of: usize,
    /// When they left it.
    pub left_at: Option<jiff::Timestamp>,
}

impl Reading {
    /// Hundredths of the text that were seen; all of it alone is 100.
    pub fn share(&self) -> u8 {
        let seen: usize = self.seen.iter().map(|(from, to)| to - from).sum();
        let share = (seen.min(self.of) * 100).checked_div(self.of).unwrap_or(0);
        u8::try_from(share).unwrap_or(100)
    }

    /// More of the text was seen.
    pub fn see(&mut self, span: Range<usize>) {
        if span.is_empty() {
            return;
        }
        let (mut start, mut end) = (span.start, span.end);
        // what touches it becomes one with it
        let from = self.seen.partition_point(|(_, to)| *to < start);
        let to = self.seen.partition_point(|(from, _)| *from <= end);
        if let Some((first, last)) = self
            .seen
            .get(from..to)
            .and_then(|met| Some((met.first()?, met.last()?)))
        {
            start = start.min(first.0);
            end = end.max(last.1);
        }
        self.seen.splice(from..to.max(from), [(start, end)]);
    }

    /// This and what was read later; another version begins anew.
    #[must_use]
    pub fn followed_by(&self, later: &Self) -> Self {
        let mut now = later.clone();
        if self.version == later.version {
            for (from, to) in &self.seen {
                now.see(*from..*to);
            }
        }
        now
    }
}

/// Where the texts of document versions come from.
pub trait Texts {
    /// The text of a version; `None` where its file is missing or damaged.
    fn text(&self, version: &VersionId) -> Option<std::sync::Arc<DocumentText>>;

    /// How far the texts were read, coder by coder, where that is known.
    fn readings(&self) -> Vec<Reading> {
        Vec::new()
    }
}

impl<S: std::hash::BuildHasher> Texts
    for std::collections::HashMap<VersionId, std::sync::Arc<DocumentText>, S>
{
    fn text(&self, version: &VersionId) -> Option<std::sync::Arc<DocumentText>> {
        self.get(version).cloned()
    }
}
