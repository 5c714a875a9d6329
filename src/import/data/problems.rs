//! `problems.csv`: one row a problem of the field, by its id; one without an id that equals a stored one is skipped and
//! counted.

use super::context::Context;
use super::edits::Edits;
use super::keys::Sessions;
use super::table::{Cell, Column, Table};
use crate::file::csv::Row;
use crate::import::problem::{FileReport, Report};
use crate::message;
use crate::study::Change;
use crate::study::id::{ProblemId, SessionId};
use crate::study::session::Problem;
use crate::study::word::SessionState;

struct Columns {
    problem_id: Column,
    at: Column,
    interview: Column,
    text: Column,
    settled_at: Column,
    settled: Column,
}

pub(super) fn read(
    table: &Table<'_>,
    context: &mut Context<'_>,
    report: &mut Report,
    counted: &mut FileReport,
) -> Vec<Change> {
    let Some(text) = table.required(&["text"], report) else {
        return Vec::new();
    };
    let columns = Columns {
        problem_id: table.column(&["problem_id"]),
        at: table.column(&["at"]),
        interview: table.column(&["interview"]),
        text,
        settled_at: table.column(&["settled_at"]),
        settled: table.column(&["settled"]),
    };
    let known = [
        "problem_id",
        "at",
        "interview",
        "text",
        "settled_at",
        "settled",
    ];
    table.warn_unknown(|name| known.contains(&name), report);
    let study = context.study;
    let mut sessions = Sessions::of(study);
    let mut problems = Edits::new(&study.records.problems);
    for row in table.rows() {
        match fill(table, &columns, row, context, &mut sessions, &mut problems) {
            Ok(session) => {
                let withdrawn = session.is_some_and(|id| sessions.is_withdrawn(&id));
                counted.withdrawn += usize::from(withdrawn);
            }
            Err(problem) => report.problems.push(*problem),
        }
    }
    super::call::warn_made(table.file, &sessions, report);
    let (sessions, problems) = (sessions.edits.finish(), problems.finish());
    problems.count(counted.rows, counted);
    let mut changes = sessions.changes;
    changes.extend(problems.changes);
    changes
}

/// Reads a row; the interview it is about.
fn fill(
    table: &Table<'_>,
    columns: &Columns,
    row: &Row,
    context: &mut Context<'_>,
    sessions: &mut Sessions<'_>,
    problems: &mut Edits<'_, ProblemId, Problem>,
) -> Cell<Option<SessionId>> {
    let Some(words) = table.words(row, &columns.text) else {
        return Err(table.bad(row, &columns.text, message!("import-expected-something")));
    };
    let at = table.time(row, &columns.at)?;
    let settled_at = table.time(row, &columns.settled_at)?;
    if let (Some(at), Some(settled)) = (at, settled_at)
        && settled < at
    {
        return Err(table.bad(
            row,
            &columns.settled_at,
            message!("import-expected-later", than = at.to_string()),
        ));
    }
    let interview = table.line(row, &columns.interview);
    let session = (!interview.is_empty())
        .then(|| sessions.meet(&interview, SessionState::Planned, context.mint));
    let mut wanted = Problem {
        at,
        session,
        words,
        settled_at,
        settled: table.words(row, &columns.settled).unwrap_or_default(),
    };
    let named = table.line(row, &columns.problem_id);
    let id = if named.is_empty() {
        let stored = context.study.records.problems.iter();
        let mut same = stored.filter(|(_, stored)| **stored == wanted);
        same.next()
            .map_or_else(|| ProblemId::mint(context.mint), |(id, _)| id.clone())
    } else {
        ProblemId::new(&named)
    };
    let problem = problems.edit(&id);
    // an empty cell changes nothing
    wanted.at = wanted.at.or(problem.at);
    wanted.settled_at = wanted.settled_at.or(problem.settled_at);
    wanted.session = wanted.session.or_else(|| problem.session.clone());
    if wanted.settled.is_empty() {
        wanted.settled.clone_from(&problem.settled);
    }
    let session = wanted.session.clone();
    *problem = wanted;
    Ok(session)
}
