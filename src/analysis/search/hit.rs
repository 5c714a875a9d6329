//! One place where words were met.

use crate::study::id::{AnswerId, CodeId, MemoId, NoteId, SessionId, VersionId};
use crate::study::memo::About;
use crate::text::grapheme;
use crate::text::search::Found;
use std::ops::Range;

/// How much is shown on each side, in graphemes.
const CONTEXT: usize = 60;

/// What holds the words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Source {
    /// A turn of an interview.
    Turn(VersionId),
    /// A turn of a reference text.
    Reference(VersionId),
    /// A note.
    Note(NoteId),
    /// A memo, or the short one of a coding: what it is on, and the memo where it stands for itself.
    Memo(About, Option<MemoId>),
    /// An answer.
    Answer(AnswerId),
    /// A code: its key, labels, definition, include, exclude, example.
    Code(CodeId),
}

impl Source {
    /// The word in files.
    pub const fn as_str(&self) -> &'static str {
        match self {
            Self::Turn(_) => "turn",
            Self::Reference(_) => "reference",
            Self::Note(_) => "note",
            Self::Memo(..) => "memo",
            Self::Answer(_) => "answer",
            Self::Code(_) => "code",
        }
    }

    /// The id of what holds the words.
    pub fn id(&self) -> String {
        match self {
            Self::Turn(id) | Self::Reference(id) => id.to_string(),
            Self::Note(id) => id.to_string(),
            Self::Memo(_, Some(id)) => id.to_string(),
            Self::Memo(About::Coding(id), None) => id.to_string(),
            Self::Memo(_, None) => String::new(),
            Self::Answer(id) => id.to_string(),
            Self::Code(id) => id.to_string(),
        }
    }
}

/// One place where words were met.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hit {
    /// What holds the words.
    pub source: Source,
    /// Key of the interview as shown; empty outside of interviews.
    pub interview: String,
    /// The interview.
    pub session: Option<SessionId>,
    /// Key of the document; of an answer its question, of a memo and a code the code.
    pub document: String,
    /// Number of the document's version, 0 where there is none.
    pub version: u32,
    /// Place of the turn in the document, from 0.
    pub turn: Option<usize>,
    /// Name of the speaker, as the file has it.
    pub speaker: Option<String>,
    /// Time in milliseconds, where it is known.
    pub t_ms: Option<i64>,
    /// Bytes: of the document's text, else of the text that holds the words.
    pub span: Range<usize>,
    /// The same in code points.
    pub chars: Range<usize>,
    /// What stands before, up to 60 graphemes of the same turn.
    pub before: String,
    /// The words from the first met to the last.
    pub quote: String,
    /// Bytes of `quote` that were met.
    pub marks: Vec<Range<usize>>,
    /// What stands after, up to 60 graphemes of the same turn.
    pub after: String,
}

/// A hit in a text that stands alone; whose it is, the caller says.
pub(super) fn context(text: &str, found: Found) -> Hit {
    let Found { span, marks } = found;
    let part = |range: Range<usize>| text.get(range).unwrap_or("");
    let first = part(0..span.start).chars().count();
    let quote = part(span.clone());
    Hit {
        source: Source::Code(CodeId::default()),
        interview: String::new(),
        session: None,
        document: String::new(),
        version: 0,
        turn: None,
        speaker: None,
        t_ms: None,
        chars: first..first + quote.chars().count(),
        before: before(part(0..span.start)),
        quote: quote.to_owned(),
        marks: marks
            .into_iter()
            .map(|mark| mark.start - span.start..mark.end - span.start)
            .collect(),
        after: after(part(span.end..text.len())),
        span,
    }
}

/// The last words of what stands before; cut words are left out.
fn before(text: &str) -> String {
    let end = grapheme::take_last(text, CONTEXT);
    if end.len() == text.len() {
        return end.to_owned();
    }
    let word = end.find(char::is_whitespace).unwrap_or(0);
    format!("…{}", end.get(word..).unwrap_or(end))
}

/// The first words of what stands after; cut words are left out.
fn after(text: &str) -> String {
    let start = grapheme::take(text, CONTEXT);
    if start.len() == text.len() {
        return start.to_owned();
    }
    let word = start.rfind(char::is_whitespace);
    let word = word.map_or(start.len(), |at| at + 1);
    format!("{}…", start.get(..word).unwrap_or(start))
}
