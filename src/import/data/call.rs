//! What was written down on a call: what rows of notes and of answers have in common.

use super::context::Context;
use super::edits::Done;
use super::guide::Questions;
use super::keys::Sessions;
use super::table::{Cell, Column, Table};
use crate::file::csv::Row;
use crate::import::problem::{FileReport, Report};
use crate::message;
use crate::study::guide::QuestionKind;
use crate::study::id::SessionId;
use crate::study::word::SessionState;
use crate::study::{Change, Study};
use std::borrow::Cow;

/// Interview, question and time of each row, and the interviews a file is the first to name.
pub(super) struct Call<'a> {
    pub(super) table: &'a Table<'a>,
    pub(super) interview: Column,
    question: Column,
    t_ms: Column,
    pub(super) sessions: Sessions<'a>,
    pub(super) questions: Questions,
    withdrawn: usize,
}

impl<'a> Call<'a> {
    /// `None` where a column is missing that must be there: `interview`, and those in `required`.
    pub(super) fn of(
        table: &'a Table<'a>,
        required: &[&str],
        known: &[&str],
        context: &Context<'_>,
        study: &'a Study,
        report: &mut Report,
    ) -> Option<Self> {
        let interview = table.required(&["interview"], report);
        let missing = required
            .iter()
            .filter(|name| table.required(&[name], report).is_none())
            .count();
        let interview = interview.filter(|_| missing == 0)?;
        let own = ["interview", "question", "t_ms"];
        table.warn_unknown(
            |name| own.contains(&name) || required.contains(&name) || known.contains(&name),
            report,
        );
        Some(Self {
            table,
            interview,
            question: table.column(&["question"]),
            t_ms: table.column(&["t_ms"]),
            sessions: Sessions::of(study),
            questions: Questions::of(context),
            withdrawn: 0,
        })
    }

    /// The question of a row and its kind, if it names one; one that the guide does not have is a problem.
    pub(super) fn question<'r>(
        &self,
        row: &'r Row,
        interview: &str,
    ) -> Cell<Option<(Cow<'r, str>, QuestionKind)>> {
        let question = self.table.line(row, &self.question);
        if question.is_empty() {
            return Ok(None);
        }
        match self.questions.kind(interview, &question) {
            Some(kind) => Ok(Some((question, kind))),
            None => Err(self
                .table
                .bad(row, &self.question, message!("import-expected-question"))),
        }
    }

    /// The question of a row that must name one.
    pub(super) fn must_question<'r>(
        &self,
        row: &'r Row,
        interview: &str,
    ) -> Cell<(Cow<'r, str>, QuestionKind)> {
        match self.question(row, interview)? {
            Some(found) => Ok(found),
            None => Err(self
                .table
                .bad(row, &self.question, message!("import-expected-something"))),
        }
    }

    /// The time of a row, in milliseconds of the call.
    pub(super) fn t_ms(&self, row: &Row) -> Cell<Option<i64>> {
        self.table.whole(row, &self.t_ms)
    }

    /// The interview of a row that has no fault: made where there is none, counted where it is withdrawn.
    pub(super) fn meet(&mut self, interview: &str, context: &mut Context<'_>) -> SessionId {
        let session = self
            .sessions
            .meet(interview, SessionState::Done, context.mint);
        self.withdrawn += usize::from(self.sessions.is_withdrawn(&session));
        session
    }

    /// Reads all rows by `read`; those it refuses are problems.
    pub(super) fn each(
        table: &Table<'_>,
        report: &mut Report,
        mut read: impl FnMut(&Row) -> Cell<()>,
    ) {
        for row in table.rows() {
            if let Err(problem) = read(row) {
                report.problems.push(*problem);
            }
        }
    }

    /// The changes, interviews first.
    pub(super) fn finish(
        self,
        done: Done,
        report: &mut Report,
        counted: &mut FileReport,
    ) -> Vec<Change> {
        warn_made(self.table.file, &self.sessions, report);
        counted.withdrawn = self.withdrawn;
        done.count(counted.rows, counted);
        let mut changes = self.sessions.edits.finish().changes;
        changes.extend(done.changes);
        changes
    }
}

/// Says which interviews a file was the first to name: a slip of the pen would be one more interview.
pub(super) fn warn_made(file: &str, sessions: &Sessions<'_>, report: &mut Report) {
    if !sessions.made.is_empty() {
        report.warnings.push(message!(
            "import-made-interviews",
            file = crate::text::harmless_line(file),
            n = sessions.made.len(),
            keys = sessions.made.join(", ")
        ));
    }
}
