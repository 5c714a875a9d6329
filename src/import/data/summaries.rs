//! `summaries.csv`: one row a summary of the framework, upserted by interview and code. What a summary without `over` was
//! written over is not known: it shows as stale until somebody writes it again.

use super::context::Context;
use super::edits::Edits;
use super::keys::{self, Sessions};
use super::table::{Cell, Column, Table};
use crate::file::csv::Row;
use crate::import::problem::{FileReport, Report};
use crate::message;
use crate::study::Change;
use crate::study::coding::Summary;
use crate::study::id::{CodeId, SessionId, SummaryId};
use crate::study::word::SessionState;
use std::collections::HashMap;

struct Columns {
    interview: Column,
    code: Column,
    summary: Column,
    author: Column,
    over: Column,
    n_passages: Column,
    written_at: Column,
}

struct Reader<'a> {
    table: &'a Table<'a>,
    columns: Columns,
    sessions: Sessions<'a>,
    codes: HashMap<String, CodeId>,
    summaries: Edits<'a, SummaryId, Summary>,
    by_key: HashMap<(SessionId, CodeId), SummaryId>,
}

pub(super) fn read(
    table: &Table<'_>,
    context: &mut Context<'_>,
    report: &mut Report,
    counted: &mut FileReport,
) -> Vec<Change> {
    let study = context.study;
    let interview = table.required(&["interview"], report);
    let code = table.required(&["code"], report);
    let summary = table.required(&["summary"], report);
    let (Some(interview), Some(code), Some(summary)) = (interview, code, summary) else {
        return Vec::new();
    };
    let known = [
        "interview",
        "code",
        "summary",
        "author",
        "over",
        "n_passages",
        "written_at",
    ];
    table.warn_unknown(|name| known.contains(&name), report);
    let stored = &study.records.summaries;
    let mut by_key: HashMap<(SessionId, CodeId), SummaryId> = HashMap::new();
    for (id, summary) in stored {
        if let Some(code) = study.resolve_code(&summary.code) {
            let key = (summary.session.clone(), code.clone());
            by_key.entry(key).or_insert_with(|| id.clone());
        }
    }
    let mut reader = Reader {
        table,
        columns: Columns {
            interview,
            code,
            summary,
            author: table.column(&["author"]),
            over: table.column(&["over"]),
            n_passages: table.column(&["n_passages"]),
            written_at: table.column(&["written_at"]),
        },
        sessions: Sessions::of(study),
        codes: keys::codes(study),
        summaries: Edits::new(stored),
        by_key,
    };
    for row in table.rows() {
        match reader.row(row, context) {
            Ok(withdrawn) => counted.withdrawn += usize::from(withdrawn),
            Err(problem) => report.problems.push(*problem),
        }
    }
    super::call::warn_made(table.file, &reader.sessions, report);
    let (sessions, summaries) = (reader.sessions.edits.finish(), reader.summaries.finish());
    summaries.count(counted.rows, counted);
    let mut changes = sessions.changes;
    changes.extend(summaries.changes);
    changes
}

impl Reader<'_> {
    /// Reads a row; whether its interview is withdrawn.
    fn row(&mut self, row: &Row, context: &mut Context<'_>) -> Cell<bool> {
        let (table, columns) = (self.table, &self.columns);
        let interview = table.must(row, &columns.interview)?;
        let key = table.must(row, &columns.code)?;
        let Some(code) = self.codes.get(&*key).cloned() else {
            return Err(table.bad(row, &columns.code, message!("import-expected-code")));
        };
        let passages = table.whole::<u32>(row, &columns.n_passages)?;
        let written_at = table.time(row, &columns.written_at)?;
        let session = self
            .sessions
            .meet(&interview, SessionState::Done, context.mint);
        let withdrawn = self.sessions.is_withdrawn(&session);
        // an empty cell changes nothing
        let Some(text) = table.words(row, &columns.summary) else {
            return Ok(withdrawn);
        };
        let id = self
            .by_key
            .entry((session.clone(), code.clone()))
            .or_insert_with(|| SummaryId::mint(context.mint));
        let summary = self.summaries.edit(id);
        if summary.text.is_empty() {
            summary.session = session;
            summary.code = code;
            context.coder.clone_into(&mut summary.author);
        }
        summary.text = text;
        let author = table.line(row, &columns.author);
        if !author.is_empty() {
            summary.author = author.into_owned();
        }
        let over = table.line(row, &columns.over);
        if !over.is_empty() {
            summary.over = over.into_owned();
        }
        summary.passages = passages.unwrap_or(summary.passages);
        summary.written_at = written_at.or(summary.written_at);
        Ok(withdrawn)
    }
}
