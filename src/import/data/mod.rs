//! Files that are read as data, one file per kind: codings, notes, answers, sessions, participants, codebook, the
//! study's settings and its guide.
//!
//! Every reader is a pure upsert by key: what a file says and the study does not is a [`Change`], what it says again is
//! nothing. An empty cell changes nothing. A bad row is a [`Problem`]; all of them are listed, and one is enough for
//! nothing to be kept.
//!
//! [`Change`]: crate::study::Change
//! [`Problem`]: crate::import::Problem

mod anchors;
mod answers;
mod call;
mod certifications;
mod chars;
mod codebook;
mod codings;
mod context;
mod criteria;
mod edits;
mod exclusions;
mod findings;
mod guide;
mod keys;
mod memos;
mod notes;
mod participants;
mod passage;
mod place;
mod problems;
mod saved;
mod sessions;
mod settle;
mod source;
mod study_toml;
mod summaries;
mod table;
mod toml_file;

#[cfg(test)]
mod codings_test;
#[cfg(test)]
mod data_test;
#[cfg(test)]
pub(crate) mod desk_test;
#[cfg(test)]
mod mutation_test;

pub(super) use chars::CharIndex;
pub use context::{Context, Originals};
pub(crate) use guide::numbered;
pub use guide::of_fault;
pub(crate) use keys::{clean_key, withdrawn};
pub(super) use source::SourceMap;

use super::problem::{FileReport, Problem, Report};
use super::sheet::{Fault, Picked};
use crate::file::csv::{self, CsvError, Sheet};
use crate::message;
use crate::study::Change;
use table::Table;

/// The kinds of data files.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// `study.toml`.
    Study,
    /// `codebook.csv`.
    Codebook,
    /// `guide.toml`.
    Guide,
    /// `participants.csv`.
    Participants,
    /// `sessions.csv`.
    Sessions,
    /// `notes.csv`.
    Notes,
    /// `answers.csv`.
    Answers,
    /// `problems.csv`.
    Problems,
    /// `saved.csv`: searches and queries under a name.
    Saved,
    /// `summaries.csv`.
    Summaries,
    /// `codings.csv`.
    Codings,
    /// `excerpts.csv`, as an export writes it: codings with ids.
    Excerpts,
    /// `anchors.csv`: where codings stand in later versions of their documents.
    Anchors,
    /// `exclusions.csv`: passages that stay out.
    Exclusions,
    /// `findings.csv`: what the study states, and on what evidence.
    Findings,
    /// `criteria/*.toml`: a list of criteria.
    CriteriaList,
    /// `criteria.csv`: what is bound to each criterion.
    Criteria,
    /// `certifications.csv`: the register that the study's certification is compared in.
    Certifications,
    /// `memos.csv`: what was thought, on anything.
    Memos,
}

/// Tables that stand in a guide and in no settings of a study.
const GUIDE_ONLY: [&str; 3] = ["section", "debrief", "consent"];

impl Kind {
    /// All kinds, in the order in which files of one import are read: what is named before what names it.
    pub const ALL: [Self; 19] = [
        Self::Study,
        Self::Codebook,
        Self::Guide,
        Self::Participants,
        Self::Sessions,
        Self::Notes,
        Self::Answers,
        Self::Problems,
        Self::Codings,
        Self::Excerpts,
        Self::Anchors,
        Self::Exclusions,
        Self::Summaries,
        Self::Findings,
        Self::CriteriaList,
        Self::Criteria,
        Self::Certifications,
        Self::Memos,
        Self::Saved,
    ];

    /// The word after `--as`, and the stem of the file in a study folder.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Study => "study",
            Self::Codebook => "codebook",
            Self::Guide => "guide",
            Self::Participants => "participants",
            Self::Sessions => "sessions",
            Self::Notes => "notes",
            Self::Answers => "answers",
            Self::Problems => "problems",
            Self::Saved => "saved",
            Self::Summaries => "summaries",
            Self::Codings => "codings",
            Self::Excerpts => "excerpts",
            Self::Anchors => "anchors",
            Self::Exclusions => "exclusions",
            Self::Findings => "findings",
            Self::CriteriaList => "criteria-list",
            Self::Criteria => "criteria",
            Self::Certifications => "certifications",
            Self::Memos => "memos",
        }
    }

    /// Reads the word after `--as`.
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.as_str() == word)
    }

    /// Its file in a study folder.
    pub fn file_name(self) -> String {
        let ending = if self.is_toml() { "toml" } else { "csv" };
        format!("{}.{ending}", self.as_str())
    }

    const fn is_toml(self) -> bool {
        matches!(self, Self::Study | Self::Guide | Self::CriteriaList)
    }

    /// The kind of a file, from its content alone: the header line of a table, first match in the documented order, or
    /// what a TOML file holds. `None` for anything else, a transcript among them.
    pub fn detect(text: &str) -> Option<Self> {
        let header = text
            .trim_start_matches('\u{feff}')
            .lines()
            .find(|line| !line.trim().is_empty())?;
        if let (Some(sheet), _) = csv::read_all(header)
            && let Some(kind) = Self::of_header(&sheet)
        {
            return Some(kind);
        }
        if !text.contains('=') {
            return None;
        }
        let toml = toml::from_str::<toml::Table>(text).ok()?;
        if toml.contains_key("criterion") {
            Some(Self::CriteriaList)
        } else if GUIDE_ONLY.iter().any(|key| toml.contains_key(*key)) {
            Some(Self::Guide)
        } else if toml.contains_key("schema") {
            Some(Self::Study)
        } else {
            None
        }
    }

    /// The kind that a table is probably meant to be whose header says none: a file called as tables are, with a header
    /// of plain words. It is not read as somebody's speech; reading it as data names the column that is missing.
    pub fn meant(name: &str, text: &str) -> Option<Self> {
        let ending = std::path::Path::new(name).extension()?;
        if !["csv", "tsv"]
            .iter()
            .any(|known| ending.eq_ignore_ascii_case(known))
        {
            return None;
        }
        let header = text.trim_start_matches('\u{feff}').lines().next()?;
        let (Some(sheet), _) = csv::read_all(header) else {
            // a header that cannot be used, of a file that is called as ours are
            let own = std::path::Path::new(name).file_name()?;
            return Self::ALL
                .into_iter()
                .find(|kind| own.to_str() == Some(&kind.file_name()));
        };
        Self::meant_by(&sheet)
    }

    /// The kind that a table of plain words as names of columns is probably meant to be.
    pub(super) fn meant_by(sheet: &Sheet) -> Option<Self> {
        let plain = |name: &String| {
            let mut letters = name.chars();
            letters.next().is_some_and(char::is_alphabetic)
                && letters.all(|c| c.is_alphanumeric() || c == '_' || c == '-')
        };
        if sheet.columns.len() < 2 || !sheet.columns.iter().all(plain) {
            return None;
        }
        Some(if sheet.has("code") || sheet.has("quote") {
            Self::Codings
        } else if sheet.has("text") {
            Self::Notes
        } else if sheet.has("question") {
            Self::Answers
        } else {
            Self::Participants
        })
    }

    /// The kind that the names of columns say.
    pub(super) fn of_header(sheet: &Sheet) -> Option<Self> {
        let has = |name: &str| sheet.has(name);
        let interview = has("interview");
        if has("text") && (has("problem_id") || has("settled_at")) {
            return Some(Self::Problems);
        }
        if has("saved") && has("pattern") {
            return Some(Self::Saved);
        }
        if interview && has("code") && has("summary") {
            return Some(Self::Summaries);
        }
        if has("about") && has("text") && (has("memo_id") || has("target")) {
            return Some(Self::Memos);
        }
        // an attribute may be called that, but the register is of no interview
        if has("certification") && !interview && sheet.columns.len() > 1 {
            return Some(Self::Certifications);
        }
        if has("criterion") {
            return Some(Self::Criteria);
        }
        let stated = sheet
            .columns
            .iter()
            .any(|name| name.starts_with("statement"));
        if has("finding") && stated {
            return Some(Self::Findings);
        }
        if has("coding_id") && has("version") && has("state") {
            return Some(Self::Anchors);
        }
        if (interview || has("doc")) && has("code") {
            let exported = has("coding_id") && (has("code_path") || has("code_label"));
            return Some(if exported {
                Self::Excerpts
            } else {
                Self::Codings
            });
        }
        if interview && has("exclusion_id") {
            Some(Self::Exclusions)
        } else if interview && has("text") {
            Some(Self::Notes)
        } else if interview && has("question") {
            Some(Self::Answers)
        } else if interview && has("state") {
            Some(Self::Sessions)
        } else if interview && sheet.columns.len() > 1 {
            Some(Self::Participants)
        } else if (has("key") || has("code")) && sheet.columns.len() > 1 {
            Some(Self::Codebook)
        } else {
            None
        }
    }
}

/// Reads one data file against a study. Problems, warnings and counts go to `report`; what is returned is to be kept
/// only when there is no problem.
pub fn read(
    kind: Kind,
    file: &str,
    text: &str,
    context: &mut Context<'_>,
    report: &mut Report,
) -> Vec<Change> {
    let mut counted = FileReport::new(file, kind);
    let changes = match kind {
        Kind::Study => study_toml::read(file, text, context, report, &mut counted),
        Kind::Guide => guide::read(file, text, context, report, &mut counted),
        Kind::CriteriaList => criteria::read_list(file, text, context, report, &mut counted),
        _ => read_table(kind, file, text, context, report, &mut counted),
    };
    report.files.push(counted);
    changes
}

fn read_table(
    kind: Kind,
    file: &str,
    text: &str,
    context: &mut Context<'_>,
    report: &mut Report,
    counted: &mut FileReport,
) -> Vec<Change> {
    let (sheet, faults) = csv::read_all(text);
    report
        .problems
        .extend(faults.iter().map(|fault| of_csv(file, fault)));
    let Some(sheet) = sheet else {
        return Vec::new();
    };
    read_sheet(kind, file, &sheet, context, report, counted)
}

/// Reads the table of a workbook against a study, as [`read`] does a file of text. Problems name the sheet before the
/// column (`Feuil1!role`), and the row as their line.
pub(super) fn read_picked(
    kind: Kind,
    file: &str,
    picked: &Picked,
    context: &mut Context<'_>,
    report: &mut Report,
) -> Vec<Change> {
    let mut counted = FileReport::new(file, kind);
    let before = report.problems.len();
    report
        .problems
        .extend(picked.faults.iter().map(|fault| of_csv(file, fault)));
    let mut changes = Vec::new();
    if let Some(sheet) = &picked.sheet {
        for faulty in &picked.faulty {
            // beside the table stands what nobody reads
            if let Some(column) = sheet.columns.get(faulty.column) {
                report.problems.push(Problem {
                    file: file.to_owned(),
                    line: faulty.row,
                    column: column.clone(),
                    found: faulty.found.clone(),
                    expected: match faulty.fault {
                        Fault::Error => message!("import-expected-no-error"),
                        Fault::NotComputed => message!("import-expected-computed"),
                    },
                });
            }
        }
        changes = read_sheet(kind, file, sheet, context, report, &mut counted);
    }
    for problem in report.problems.iter_mut().skip(before) {
        problem.column = format!("{}!{}", picked.name, problem.column);
    }
    if picked.merged > 0 {
        report.warnings.push(message!(
            "import-merged",
            file = crate::text::harmless_line(file),
            sheet = crate::text::harmless_line(&picked.name),
            n = picked.merged
        ));
    }
    if !picked.others.is_empty() {
        report.warnings.push(message!(
            "import-other-sheets",
            file = crate::text::harmless_line(file),
            sheet = crate::text::harmless_line(&picked.name),
            n = picked.others.len(),
            others = crate::text::harmless_line(&picked.others.join(", "))
        ));
    }
    report.files.push(counted);
    changes
}

fn read_sheet(
    kind: Kind,
    file: &str,
    sheet: &Sheet,
    context: &mut Context<'_>,
    report: &mut Report,
    counted: &mut FileReport,
) -> Vec<Change> {
    counted.rows = sheet.rows.len();
    let table = Table::new(file, sheet);
    let read = match kind {
        Kind::Codebook => codebook::read,
        Kind::Participants => participants::read,
        Kind::Sessions => sessions::read,
        Kind::Notes => notes::read,
        Kind::Answers => answers::read,
        Kind::Problems => problems::read,
        Kind::Saved => saved::read,
        Kind::Summaries => summaries::read,
        Kind::Codings => codings::read,
        Kind::Excerpts => codings::read_excerpts,
        Kind::Anchors => anchors::read,
        Kind::Exclusions => exclusions::read,
        Kind::Findings => findings::read,
        Kind::Criteria => criteria::read,
        Kind::Certifications => certifications::read,
        Kind::Memos => memos::read,
        Kind::Study | Kind::Guide | Kind::CriteriaList => return Vec::new(),
    };
    read(&table, context, report, counted)
}

fn of_csv(file: &str, fault: &CsvError) -> Problem {
    let (column, found, expected) = match fault {
        CsvError::Empty => (
            String::new(),
            String::new(),
            message!("import-expected-header-line"),
        ),
        CsvError::Header { column, .. } => (
            column.to_string(),
            String::new(),
            message!("import-expected-column-names"),
        ),
        CsvError::Cells {
            found, expected, ..
        } => (
            String::new(),
            found.to_string(),
            message!("import-expected-cells", n = *expected),
        ),
        CsvError::OpenQuote { .. } => (
            String::new(),
            "\"".to_owned(),
            message!("import-expected-closing-quote"),
        ),
    };
    Problem {
        file: file.to_owned(),
        line: fault.line(),
        column,
        found,
        expected,
    }
}
