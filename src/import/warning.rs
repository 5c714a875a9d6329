//! What an importer tells: choices it made, and what it could not read.

use super::{Format, transcript::Candidate};
use crate::i18n::Message;
use crate::message;
use serde::{Serialize, Serializer};
use std::fmt;

/// A passage that was not read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Unread {
    /// Line of a text file, paragraph of a Word file, from 1.
    pub line: usize,
    /// The passage, made harmless.
    pub text: String,
    /// Why it was not read.
    #[serde(serialize_with = "as_words")]
    pub reason: Reason,
}

/// Why a passage was not read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reason {
    /// A time line that is no time line.
    BadTime,
    /// Words that belong to no cue.
    NoTime,
    /// A line of the transcription service about itself.
    Footer,
    /// A segment without a start and an end.
    NoTimes,
    /// What a program wrote about the talk, above it.
    Summary,
    /// A row with another number of cells than the header.
    BadRow,
    /// A formula that came to an error, or was never computed.
    NoValue,
}

/// A choice that was made, or something that is not in the turns.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Warning {
    /// The bytes are not UTF-8; this encoding was taken as the likeliest.
    Encoding(String),
    /// Bytes that mean nothing in the encoding.
    BadBytes,
    /// Invisible characters removed.
    Removed(usize),
    /// Control characters and lone marks made visible.
    Replaced(usize),
    /// Cues out of order, sorted by their start.
    Sorted(usize),
    /// The times start again at these lines: one recording more each.
    StartsAgain(Vec<usize>),
    /// Cues that end before they start.
    EndsBeforeStart(usize),
    /// Comment, style and region blocks of a VTT file.
    Blocks {
        /// `NOTE` blocks.
        notes: usize,
        /// `STYLE` blocks.
        styles: usize,
        /// `REGION` blocks.
        regions: usize,
    },
    /// Passages deleted under tracked changes.
    Deleted(usize),
    /// Comments in the margin.
    Comments(usize),
    /// Footnotes and endnotes.
    Footnotes(usize),
    /// Names that stand once at the start of a line and were taken as text.
    SeenOnce(Vec<Candidate>),
    /// Speakers of a Zoom file with one cue whose name reads like a sentence.
    OddNames(Vec<String>),
    /// Speakers who are called as interviewers are, and are treated as such.
    Interviewers(Vec<String>),
    /// The same words in many cues one after the other: perhaps nobody said them.
    Repeated {
        /// The words.
        text: String,
        /// In so many cues.
        times: usize,
        /// The first of them.
        line: usize,
    },
    /// Anchors of a turn that do not fit its text, left out.
    BadAnchors(usize),
    /// Areas of merged cells: the first of each alone has words.
    Merged(usize),
    /// Other sheets of a workbook that are transcripts too, and are not read.
    OtherSheets(Vec<String>),
    /// Whole numbers of a table were taken as milliseconds.
    Milliseconds,
    /// A page was read: where lines and paragraphs end is a guess.
    Lossy,
    /// So many passages are in `unread`.
    Unread(usize),
    /// The content is of another format than the name says.
    NameAndContent {
        /// What the content is.
        format: Format,
        /// The ending of the name.
        extension: String,
    },
}

impl Warning {
    /// The message in the reader's language.
    pub fn message(&self) -> Message {
        match self {
            Self::Encoding(name) => message!("import-warning-encoding", encoding = name),
            Self::BadBytes => message!("import-warning-bad-bytes"),
            Self::Removed(n) => message!("import-warning-removed", n = *n),
            Self::Replaced(n) => message!("import-warning-replaced", n = *n),
            Self::Sorted(n) => message!("import-warning-sorted", n = *n),
            Self::StartsAgain(lines) => {
                message!(
                    "import-warning-starts-again",
                    n = lines.len(),
                    lines = numbers(lines)
                )
            }
            Self::EndsBeforeStart(n) => message!("import-warning-ends-before-start", n = *n),
            Self::Blocks {
                notes,
                styles,
                regions,
            } => {
                message!(
                    "import-warning-blocks",
                    notes = *notes,
                    styles = *styles,
                    regions = *regions
                )
            }
            Self::Deleted(n) => message!("import-warning-deleted", n = *n),
            Self::Comments(n) => message!("import-warning-comments", n = *n),
            Self::Footnotes(n) => message!("import-warning-footnotes", n = *n),
            Self::SeenOnce(found) => message!(
                "import-warning-seen-once",
                n = found.len(),
                names = candidates(found)
            ),
            Self::OddNames(names) => message!(
                "import-warning-odd-names",
                n = names.len(),
                names = names.join(", ")
            ),
            Self::Interviewers(names) => {
                message!(
                    "import-warning-interviewers",
                    n = names.len(),
                    names = names.join(", ")
                )
            }
            Self::Repeated { text, times, line } => {
                message!(
                    "import-warning-repeated",
                    text = text,
                    n = *times,
                    line = *line
                )
            }
            Self::BadAnchors(n) => message!("import-warning-bad-anchors", n = *n),
            Self::Milliseconds => message!("import-warning-milliseconds"),
            Self::Lossy => message!("import-warning-lossy"),
            Self::Merged(n) => message!("import-warning-merged", n = *n),
            Self::OtherSheets(names) => message!(
                "import-warning-other-sheets",
                n = names.len(),
                names = crate::text::harmless_line(&names.join(", "))
            ),
            Self::Unread(n) => message!("import-warning-unread", n = *n),
            Self::NameAndContent { format, extension } => {
                message!(
                    "import-warning-name-and-content",
                    format = format.name(),
                    extension = extension
                )
            }
        }
    }
}

impl fmt::Display for Warning {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Encoding(name) => write!(
                f,
                "read as {name}, the likeliest encoding; --encoding names another"
            ),
            Self::BadBytes => {
                f.write_str("some bytes mean nothing in this encoding and became U+FFFD")
            }
            Self::Removed(n) => write!(f, "{} removed", counted(*n, "invisible character")),
            Self::Replaced(n) => write!(f, "{} made visible", counted(*n, "control character")),
            Self::Sorted(n) => write!(
                f,
                "out of order, sorted by their start: {}",
                counted(*n, "cue")
            ),
            Self::StartsAgain(lines) => write!(
                f,
                "the times start again at line {}: another recording",
                numbers(lines)
            ),
            Self::EndsBeforeStart(n) => {
                write!(f, "ending before they start: {}", counted(*n, "cue"))
            }
            Self::Blocks {
                notes,
                styles,
                regions,
            } => {
                write!(
                    f,
                    "not speech: {notes} comment, {styles} style, {regions} region blocks"
                )
            }
            Self::Deleted(n) => write!(
                f,
                "not speech: {} deleted under tracked changes",
                counted(*n, "passage")
            ),
            Self::Comments(n) => write!(f, "not speech: {}", counted(*n, "comment")),
            Self::Footnotes(n) => write!(f, "not speech: {}", counted(*n, "footnote")),
            Self::SeenOnce(found) => write!(
                f,
                "seen once and taken as text, not as a speaker: {}",
                candidates(found)
            ),
            Self::OddNames(names) => {
                write!(f, "taken as speakers of one cue each: {}", names.join(", "))
            }
            Self::Interviewers(names) => write!(f, "treated as interviewer: {}", names.join(", ")),
            Self::Repeated {
                text,
                times: 1,
                line,
            } => write!(f, "line {line}: perhaps nobody said this: {text}"),
            Self::Repeated { text, times, line } => {
                write!(
                    f,
                    "from line {line} on the same words stand in {times} cues: {text}"
                )
            }
            Self::BadAnchors(n) => write!(
                f,
                "left out, not fitting their text: {}",
                counted(*n, "time anchor")
            ),
            Self::Milliseconds => f.write_str("the times are taken as milliseconds"),
            Self::Lossy => f.write_str(
                "read from the pages of a PDF: lines, paragraphs and speakers are a guess, some signs may be lost",
            ),
            Self::Merged(n) => write!(
                f,
                "of {}, the first cell alone has words",
                counted(*n, "merged area")
            ),
            Self::OtherSheets(names) => write!(
                f,
                "sheets that are transcripts too and are not read: {}",
                names.join(", ")
            ),
            Self::Unread(n) => write!(f, "not read: {}", counted(*n, "passage")),
            Self::NameAndContent { format, extension } => {
                write!(
                    f,
                    "the content is {}, whatever the name ({extension}) says",
                    format.name()
                )
            }
        }
    }
}

impl Reason {
    /// The message in the reader's language.
    pub fn message(self) -> Message {
        match self {
            Self::BadTime => message!("import-unread-bad-time"),
            Self::NoTime => message!("import-unread-no-time"),
            Self::Footer => message!("import-unread-footer"),
            Self::NoTimes => message!("import-unread-no-times"),
            Self::Summary => message!("import-unread-summary"),
            Self::BadRow => message!("import-unread-bad-row"),
            Self::NoValue => message!("import-unread-no-value"),
        }
    }
}

impl fmt::Display for Reason {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::BadTime => "the time line is not of the form 00:00:01.000 --> 00:00:02.000",
            Self::NoTime => "the words stand in no cue: no time line before them",
            Self::Footer => "a line of the transcription service about itself",
            Self::NoTimes => "the segment has no start and end in seconds",
            Self::Summary => "it stands above the transcript and is no speech",
            Self::BadRow => "the row has another number of cells than the header",
            Self::NoValue => {
                "the cell has no value: its formula came to an error or was never computed"
            }
        })
    }
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde hands a reference")]
fn as_words<S: Serializer>(reason: &Reason, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_str(reason)
}

/// `1 cue`, `2 cues`.
fn counted(n: usize, what: &str) -> String {
    let ending = if n == 1 { "" } else { "s" };
    format!("{n} {what}{ending}")
}

fn numbers(lines: &[usize]) -> String {
    let shown: Vec<String> = lines.iter().take(12).map(usize::to_string).collect();
    shown.join(", ") + if lines.len() > 12 { ", …" } else { "" }
}

fn candidates(found: &[Candidate]) -> String {
    let shown: Vec<String> = found
        .iter()
        .take(12)
        .map(|candidate| format!("{} ({})", candidate.name, candidate.line))
        .collect();
    shown.join(", ") + if found.len() > 12 { ", …" } else { "" }
}
