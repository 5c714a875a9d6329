//! Why a file is no transcript.

use super::{Foreign, Format, LARGEST_TEXT, MOST_LINES};
use crate::file::{encoding::EncodingError, xml::XmlError, zip::ArchiveError};
use crate::i18n::Message;
use crate::message;

/// What the file is and what was expected; nothing was kept.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ImportError {
    /// No bytes, or nothing but white space.
    #[error("the file is empty; a transcript was expected")]
    Empty,
    /// More text than an interview holds.
    #[error("the text has {bytes} bytes; at most {LARGEST_TEXT} (64 MiB) are read")]
    TooLarge {
        /// Bytes of the text.
        bytes: usize,
    },
    /// More lines, paragraphs or segments than an interview has.
    #[error("the text has more than {MOST_LINES} lines, paragraphs or segments; refused")]
    TooManyLines,
    /// A workbook of more cells than are read.
    #[error("the workbook has more than {limit} cells, empty ones between others counted; refused")]
    TooManyCells {
        /// The most that are read.
        limit: usize,
    },
    /// A workbook with cells where a sheet has none.
    #[error(
        "the workbook has cells beyond row 1,048,576 or column XFD, where a sheet ends: it is damaged"
    )]
    BeyondSheet,
    /// A PDF, and no program that reads it.
    #[error("a PDF is read through pdftotext, which is not installed")]
    NoPdf,
    /// Bytes of no known kind that are no text.
    #[error(
        "the bytes are neither text nor a known document; expected {}",
        expected()
    )]
    NotText,
    /// A known kind of file that is not read as a transcript.
    #[error(
        "this is {kind}, which is not read as a transcript; expected {}",
        expected()
    )]
    Foreign {
        /// What it is.
        kind: Foreign,
    },
    /// The file is not of the format that was asked for.
    #[error("the file is not {}: {why}", format.name())]
    NotThatFormat {
        /// The format asked for.
        format: Format,
        /// What is missing.
        why: String,
    },
    /// A document of this format without one word in it.
    #[error("the file is {} but holds no words", format.name())]
    NoWords {
        /// Its format.
        format: Format,
    },
    /// An encoding that does not exist.
    #[error("{0}")]
    Encoding(EncodingError),
    /// A damaged or dangerous archive.
    #[error("the document cannot be opened: {0}")]
    Archive(#[from] ArchiveError),
    /// Damaged or dangerous XML inside a document.
    #[error("the document cannot be read: {0}")]
    Xml(#[from] XmlError),
    /// Damaged JSON.
    #[error("line {line}, column {column}: {why}")]
    Json {
        /// From 1.
        line: usize,
        /// From 1.
        column: usize,
        /// The parser's reason.
        why: String,
    },
    /// More texts than a study holds.
    #[error("the project has {n} texts; at most 10,000 are read")]
    TooManyTexts {
        /// How many.
        n: usize,
    },
    /// A damaged database, or one that takes too long.
    #[error("the database cannot be read: {why}")]
    Database {
        /// The reason.
        why: String,
    },
    /// A database whose texts lie beside it.
    #[error("this is the database of a qc folder, whose texts lie beside it: give the folder")]
    FolderOf,
}

impl ImportError {
    /// The message in the reader's language.
    pub fn message(&self) -> Message {
        match self {
            Self::Empty => message!("import-error-empty"),
            Self::TooLarge { bytes } => message!("import-error-too-large", bytes = *bytes),
            Self::TooManyLines => message!("import-error-lines", n = MOST_LINES),
            Self::TooManyCells { limit } => message!("import-error-cells", n = *limit),
            Self::BeyondSheet => message!("import-error-beyond-sheet"),
            Self::NoPdf => message!("import-error-no-pdf"),
            Self::NotText => message!("import-error-not-text", expected = expected()),
            Self::Foreign { kind } => {
                message!(
                    "import-error-foreign",
                    kind = kind.message(),
                    expected = expected()
                )
            }
            Self::NotThatFormat { format, why } => {
                message!(
                    "import-error-not-that-format",
                    format = format.name(),
                    why = why
                )
            }
            Self::NoWords { format } => message!("import-error-no-words", format = format.name()),
            Self::Encoding(EncodingError::UnknownName(name)) => {
                message!("import-error-encoding", name = name)
            }
            Self::Encoding(EncodingError::NotText) => {
                message!("import-error-not-text", expected = expected())
            }
            Self::Archive(why) => message!("import-error-archive", why = why.to_string()),
            Self::Xml(why) => message!("import-error-xml", why = why.to_string()),
            Self::TooManyTexts { n } => message!("import-error-too-many-texts", n = *n),
            Self::Database { why } => message!("import-error-database", why = why),
            Self::FolderOf => message!("import-error-folder-of"),
            Self::Json { line, column, why } => {
                message!(
                    "import-error-json",
                    line = *line,
                    column = *column,
                    why = why
                )
            }
        }
    }
}

impl From<EncodingError> for ImportError {
    fn from(error: EncodingError) -> Self {
        match error {
            EncodingError::NotText => Self::NotText,
            named @ EncodingError::UnknownName(_) => Self::Encoding(named),
        }
    }
}

impl From<serde_json::Error> for ImportError {
    fn from(error: serde_json::Error) -> Self {
        let why = error.to_string();
        let why = why
            .rfind(" at line ")
            .and_then(|at| why.get(..at))
            .unwrap_or(&why)
            .to_owned();
        Self::Json {
            line: error.line(),
            column: error.column(),
            why,
        }
    }
}

/// The formats that are read, as a list.
fn expected() -> String {
    let names: Vec<&str> = super::FORMATS.iter().map(|entry| entry.name).collect();
    names.join(", ")
}
