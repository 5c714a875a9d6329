//! `answers.csv`: one row an answer, upserted by interview, question, scenario and part; the last one counts.

use super::context::Context;
use super::edits::Edits;
use super::guide::Questions;
use super::keys::{Scenarios, Sessions};
use super::table::{Cell, Column, Table};
use crate::file::csv::Row;
use crate::import::problem::{FileReport, Report};
use crate::message;
use crate::study::Change;
use crate::study::answer::{self, Read};
use crate::study::id::{AnswerId, ScenarioId, SessionId};
use crate::study::session::Answer;
use crate::study::word::{AnswerState, SessionState};
use std::collections::HashMap;

type Key = (SessionId, String, Option<ScenarioId>, String);

struct Columns {
    interview: Column,
    question: Column,
    state: Column,
    value: Column,
    unit: Column,
    scenario: Column,
    part: Column,
    t_ms: Column,
}

struct Reader<'a> {
    table: &'a Table<'a>,
    columns: Columns,
    sessions: Sessions<'a>,
    scenarios: Scenarios,
    questions: Questions,
    answers: Edits<'a, AnswerId, Answer>,
    by_key: HashMap<Key, AnswerId>,
    position: i64,
    withdrawn: usize,
}

pub(super) fn read(
    table: &Table<'_>,
    context: &mut Context<'_>,
    report: &mut Report,
    counted: &mut FileReport,
) -> Vec<Change> {
    let study = context.study;
    let interview = table.required(&["interview"], report);
    let question = table.required(&["question"], report);
    let (Some(interview), Some(question)) = (interview, question) else {
        return Vec::new();
    };
    let known = [
        "interview",
        "question",
        "state",
        "value",
        "unit",
        "scenario",
        "part",
        "t_ms",
    ];
    table.warn_unknown(|name| known.contains(&name), report);
    let answers = &study.records.answers;
    let mut reader = Reader {
        table,
        columns: Columns {
            interview,
            question,
            state: table.column(&["state"]),
            value: table.column(&["value"]),
            unit: table.column(&["unit"]),
            scenario: table.column(&["scenario"]),
            part: table.column(&["part"]),
            t_ms: table.column(&["t_ms"]),
        },
        sessions: Sessions::of(study),
        scenarios: Scenarios::of(study),
        questions: Questions::of(context),
        answers: Edits::new(answers),
        by_key: answers
            .iter()
            .map(|(id, a)| (key_of(a), id.clone()))
            .collect(),
        position: answers.values().map(|a| a.position + 1).max().unwrap_or(0),
        withdrawn: 0,
    };
    for row in table.rows() {
        if let Err(problem) = reader.row(row, context) {
            report.problems.push(*problem);
        }
    }
    super::notes::warn_made(table.file, &reader.sessions, report);
    counted.withdrawn = reader.withdrawn;
    let (sessions, answers) = (reader.sessions.edits.finish(), reader.answers.finish());
    counted.added = answers.added;
    counted.changed = answers.changed;
    counted.same = counted.rows.saturating_sub(answers.added + answers.changed);
    let mut changes = sessions.changes;
    changes.extend(answers.changes);
    changes
}

fn key_of(answer: &Answer) -> Key {
    (
        answer.session.clone(),
        answer.question.clone(),
        answer.scenario.clone(),
        answer.part.clone(),
    )
}

impl Reader<'_> {
    fn row(&mut self, row: &Row, context: &mut Context<'_>) -> Cell<()> {
        let (table, columns) = (self.table, &self.columns);
        let interview = table.must(row, &columns.interview)?;
        let question = table.must(row, &columns.question)?;
        let kind = self.questions.kind(&interview, &question).ok_or_else(|| {
            table.bad(row, &columns.question, message!("import-expected-question"))
        })?;
        let state = table.word(
            row,
            &columns.state,
            AnswerState::parse,
            AnswerState::ALL,
            AnswerState::as_str,
        )?;
        let scenario = self.scenarios.read(table, row, &columns.scenario)?;
        let part = table.line(row, &columns.part);
        let value = table.words(row, &columns.value);
        let asked = self.questions.question(&interview, &question);
        let (state, value) = match (asked, value) {
            (Some(asked), Some(value)) if answer::counts(kind) && !value.is_empty() => {
                match answer::read(asked, &value) {
                    Ok(Read::Value(value)) => (state, Some(value)),
                    Ok(Read::State(sign)) => (state.or(Some(sign)), Some(String::new())),
                    Err(fault) => {
                        return Err(table.bad(row, &columns.value, fault.expected()));
                    }
                }
            }
            (_, value) => (state, value),
        };
        let t_ms = table.whole::<i64>(row, &columns.t_ms)?;
        let session = self
            .sessions
            .meet(&interview, SessionState::Done, context.mint);
        self.withdrawn += usize::from(self.sessions.is_withdrawn(&session));
        let key = (session, question.into_owned(), scenario, part.into_owned());
        let id = match self.by_key.get(&key) {
            Some(id) => id.clone(),
            None if state.is_none() && value.is_none() => return Ok(()), // a blank is no answer
            None => {
                let id = AnswerId::mint(context.mint);
                let (session, question, scenario, part) = key.clone();
                *self.answers.edit(&id) = Answer {
                    session,
                    question,
                    scenario,
                    part,
                    position: self.position,
                    ..Answer::default()
                };
                self.position += 1;
                self.by_key.insert(key, id.clone());
                id
            }
        };
        let answer = self.answers.edit(&id);
        match state {
            Some(state) => answer.state = state,
            // a value that comes for a question that was not answered is its answer
            None if value.is_some()
                && !matches!(answer.state, AnswerState::Answered | AnswerState::Partial) =>
            {
                answer.state = AnswerState::Answered;
            }
            None => {}
        }
        if let Some(value) = value {
            answer.value = value;
        }
        let unit = table.line(row, &columns.unit);
        if !unit.is_empty() {
            answer.unit = unit.into_owned();
        }
        answer.t_ms = t_ms.or(answer.t_ms);
        Ok(())
    }
}
