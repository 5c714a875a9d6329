//! What an import has to say: problems, each with its place; warnings; counts.

use super::data::Kind;
use crate::i18n::Message;
use crate::message;
use crate::study::id::SessionId;
use crate::text::harmless_line;

/// A fault in a data file: where it is, what was found, what was expected.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{file}:{line}: column {column:?}: found {found:?} ({})", expected.key)]
pub struct Problem {
    /// Name of the file as it was given.
    pub file: String,
    /// Line of the file, from 1, the first line of a row; 0 where the whole file is meant.
    pub line: usize,
    /// Name of the column; empty where the whole line is meant.
    pub column: String,
    /// What stands there.
    pub found: String,
    /// What was expected there.
    pub expected: Message,
}

/// How much of a bad cell a message repeats, in characters.
const SHOWN: usize = 60;

impl Problem {
    /// In words: file, line, column, what was found, what was expected.
    pub fn message(&self) -> Message {
        let expected = self.expected.clone();
        let (file, line) = (harmless_line(&self.file), self.line);
        let found = shorten(&self.found);
        if line == 0 {
            return message!("import-problem-file", file = file, reason = expected);
        }
        // what is wrong in a guide is a sentence of its own
        if expected.key.starts_with("guide-said-") {
            return message!(
                "import-problem-said",
                file = file,
                line = line,
                reason = expected
            );
        }
        match (self.column.is_empty(), self.found.is_empty()) {
            (true, _) => message!(
                "import-problem-line",
                file = file,
                line = line,
                found = found,
                expected = expected
            ),
            (false, false) => message!(
                "import-problem",
                file = file,
                line = line,
                column = harmless_line(&self.column),
                found = found,
                expected = expected
            ),
            (false, true) => message!(
                "import-problem-empty",
                file = file,
                line = line,
                column = harmless_line(&self.column),
                expected = expected
            ),
        }
    }
}

/// A text on one line, cut where it is long.
pub(crate) fn shorten(text: &str) -> String {
    let mut out: String = harmless_line(text).chars().take(SHOWN + 1).collect();
    if out.chars().count() > SHOWN {
        out.pop();
        out.push('…');
    }
    out
}

/// What became of one data file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FileReport {
    /// Name of the file as it was given.
    pub file: String,
    /// What it was read as.
    pub kind: Kind,
    /// Rows below the header.
    pub rows: usize,
    /// Records that are new.
    pub added: usize,
    /// Records that changed.
    pub changed: usize,
    /// Rows that said what the study says already.
    pub same: usize,
    /// Rows of withdrawn interviews: checked, not stored.
    pub withdrawn: usize,
}

impl FileReport {
    pub(crate) fn new(file: &str, kind: Kind) -> Self {
        Self {
            file: file.to_owned(),
            kind,
            rows: 0,
            added: 0,
            changed: 0,
            same: 0,
            withdrawn: 0,
        }
    }

    /// In words: rows, new, changed, the same.
    pub fn message(&self) -> Message {
        message!(
            "import-file-read",
            file = harmless_line(&self.file),
            kind = self.kind.as_str(),
            rows = self.rows,
            added = self.added,
            changed = self.changed,
            same = self.same
        )
    }
}

/// What an import has to say.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Report {
    /// Faults; one is enough for nothing to be kept.
    pub problems: Vec<Problem>,
    /// Choices that were made, things that were left out.
    pub warnings: Vec<Message>,
    /// What became of each data file, in the order of reading.
    pub files: Vec<FileReport>,
    /// Interviews whose state a file states.
    pub(crate) stated: std::collections::HashSet<SessionId>,
}
