//! Projects of other programs, whatever they keep them in: each reader makes a `Project`, which becomes files of our
//! own kinds that are read as any others are.
//!
//! What the project holds and we have no place for is listed in `Project::losses`; a coding is taken where its words
//! are at its place, and listed where they are not.

mod codings;
mod find;
mod folder;
mod inputs;
mod lay;
mod own;
mod people;
mod tables;

pub(super) use find::{Chars, Found};
pub use folder::{folder, without_media};
pub(super) use inputs::inputs;

use super::database::{Database, Row, looks_like_database};
use super::problem::shorten;
use super::{Foreign, ImportError, qualcoder, rqda, taguette};
use crate::file::losses::Losses;
use crate::file::zip::{Archive, looks_like_zip};
use crate::i18n::Message;
use crate::message;
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::ops::Range;

/// The most texts of one project.
pub(super) const MOST_TEXTS: usize = 10_000;

/// What a project is kept in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Keeping {
    /// A REFI-QDA project, `.qdpx`.
    Qdpx,
    /// The XML of a REFI-QDA project alone, `.qde`.
    Qde,
    /// A REFI-QDA codebook, `.qdc`.
    Qdc,
    /// A database: of Taguette, QualCoder or RQDA.
    Database,
    /// A folder of `qc`, in an archive.
    Qc,
}

impl Keeping {
    /// All of them.
    pub const ALL: [Self; 5] = [Self::Qdpx, Self::Qde, Self::Qdc, Self::Database, Self::Qc];

    /// The word after `--as`.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Qdpx => "qdpx",
            Self::Qde => "qde",
            Self::Qdc => "qdc",
            Self::Database => "sqlite",
            Self::Qc => "qc",
        }
    }

    /// Reads the word.
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.as_str() == word)
    }

    /// What the bytes are, where they are a project.
    pub fn of(bytes: &[u8]) -> Option<Self> {
        if looks_like_database(bytes) {
            return Some(Self::Database);
        }
        if looks_like_zip(bytes) {
            let names = Archive::open(bytes).ok()?.names();
            return if super::refi::is_archive(&names) {
                Some(Self::Qdpx)
            } else {
                super::qc::is_folder(&names).then_some(Self::Qc)
            };
        }
        super::refi::is_text(bytes)
    }

    /// Reads the project.
    pub(super) fn read(self, bytes: &[u8]) -> Result<Project, ImportError> {
        match self {
            Self::Qdpx => super::refi::read_qdpx(bytes),
            Self::Qde => super::refi::read_qde(bytes),
            Self::Qdc => super::refi::read_qdc(bytes),
            Self::Qc => super::qc::read(bytes),
            Self::Database => database(bytes),
        }
    }
}

/// Reads a database by its tables.
fn database(bytes: &[u8]) -> Result<Project, ImportError> {
    let mut database = Database::open(bytes)?;
    if taguette::is(&database) {
        taguette::read(&mut database)
    } else if qualcoder::is(&database) {
        qualcoder::read(&mut database)
    } else if rqda::is(&database) {
        rqda::read(&mut database)
    } else if super::qc::is(&database) {
        Err(ImportError::FolderOf)
    } else {
        Err(ImportError::Foreign {
            kind: Foreign::Database,
        })
    }
}

/// A project of another program.
#[derive(Debug, Default)]
pub(super) struct Project {
    /// Tells this project from others of its program, whose ids count from 1 too; empty where ids are GUIDs.
    pub(super) seed: String,
    pub(super) codes: Vec<Code>,
    pub(super) texts: Vec<Text>,
    pub(super) cases: Vec<Case>,
    /// Variables whose values are numbers.
    pub(super) numbers: BTreeSet<String>,
    pub(super) memos: Vec<Memo>,
    pub(super) losses: Losses,
    /// Tables of ours that came along in notes, by the path of their file.
    pub(super) tables: BTreeMap<String, String>,
    /// Codings on notes of ours: the note and the coding, whose place is empty.
    pub(super) on_notes: Vec<(String, Mark)>,
}

/// A code.
#[derive(Debug, Default)]
pub(super) struct Code {
    pub(super) id: String,
    pub(super) name: String,
    /// Id of the code above it; empty at the top.
    pub(super) parent: String,
    pub(super) description: String,
    /// `#rrggbb`, or empty.
    pub(super) colour: String,
}

/// A text.
#[derive(Debug, Default)]
pub(super) struct Text {
    pub(super) id: String,
    pub(super) name: String,
    /// As the project has it; line ends are not touched.
    pub(super) content: String,
    pub(super) marks: Vec<Mark>,
    /// (code point of the content, milliseconds): when it is said.
    pub(super) times: Vec<(usize, i64)>,
}

/// A code on a span of a text.
#[derive(Debug, Clone, Default)]
pub(super) struct Mark {
    pub(super) id: String,
    /// Id of the code.
    pub(super) code: String,
    pub(super) coder: String,
    /// RFC 3339, or empty.
    pub(super) at: String,
    pub(super) memo: String,
    /// Code points of the content.
    pub(super) span: Range<usize>,
    /// The words, where the project keeps them too, or how they begin.
    pub(super) words: String,
    /// How our own coding is meant: `scenario S1` → `supports`, `strength` → `3`.
    pub(super) meant: Vec<(String, String)>,
}

/// A person, or what else a case is.
#[derive(Debug, Default)]
pub(super) struct Case {
    pub(super) id: String,
    pub(super) name: String,
    pub(super) values: Vec<(String, String)>,
    /// Ids of its texts.
    pub(super) texts: Vec<String>,
}

/// The texts of each case, and how many parts of texts are among them: the whole text is its here.
#[derive(Debug, Default)]
pub(super) struct Belonging {
    of_case: HashMap<String, (Vec<String>, usize)>,
}

impl Belonging {
    /// Adds rows of case, text, first code point and the one after the last.
    pub(super) fn of(rows: Vec<Row>, texts: &[Text]) -> Self {
        let lengths: HashMap<&str, usize> = texts
            .iter()
            .map(|text| (text.id.as_str(), text.content.trim_end().chars().count()))
            .collect();
        let mut all = Self::default();
        for mut row in rows {
            let (case, text) = (row.take(0), row.take(1));
            let (own, parts) = all.of_case.entry(case).or_default();
            if let (Some(start), Some(end), Some(length)) =
                (row.place(2), row.place(3), lengths.get(text.as_str()))
            {
                *parts += usize::from(end > 0 && (start > 0 || end < *length));
            }
            if !own.contains(&text) {
                own.push(text);
            }
        }
        all
    }

    /// The texts of a case; parts are told by its name.
    pub(super) fn take(&mut self, case: &str, name: &str, losses: &mut Losses) -> Vec<String> {
        let (texts, parts) = self.of_case.remove(case).unwrap_or_default();
        let why = message!("qda-loss-part-of-case");
        losses.add_many("selection", shorten(name), why, parts);
        texts
    }
}

/// What a memo is on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum On {
    Study,
    Text(String),
    Code(String),
    Coding(String),
    Case(String),
}

/// A memo.
#[derive(Debug)]
pub(super) struct Memo {
    pub(super) id: String,
    pub(super) on: On,
    pub(super) author: String,
    /// RFC 3339, or empty.
    pub(super) at: String,
    pub(super) text: String,
}

/// A moment as we write it; empty where it cannot be read. One without a zone is taken for UTC.
pub(super) fn moment(text: &str) -> String {
    let text = text.trim();
    if let Ok(at) = text.parse::<jiff::Timestamp>() {
        return at.to_string();
    }
    let civil = text
        .parse::<jiff::civil::DateTime>()
        .or_else(|_| text.parse::<jiff::civil::Date>().map(Into::into));
    civil
        .ok()
        .and_then(|civil| jiff::tz::TimeZone::UTC.to_timestamp(civil).ok())
        .map_or_else(String::new, |at| at.to_string())
}

/// A colour as we write it: `#rrggbb`; empty where it is none.
pub(super) fn colour(text: &str) -> String {
    let Some(hex) = text.trim().strip_prefix('#') else {
        return String::new();
    };
    let hex = hex.to_ascii_lowercase();
    if !hex.bytes().all(|byte| byte.is_ascii_hexdigit()) {
        return String::new();
    }
    match hex.len() {
        6 => format!("#{hex}"),
        3 => hex
            .chars()
            .fold("#".to_owned(), |all, c| format!("{all}{c}{c}")),
        _ => String::new(),
    }
}

/// Why something has no place here.
pub(super) fn no_place() -> Message {
    message!("qda-loss-no-place")
}
