//! `answers.csv`: one row an answer, upserted by interview, question, scenario and part; the last one counts.

use super::call::Call;
use super::context::Context;
use super::edits::Edits;
use super::keys::Scenarios;
use super::table::{Cell, Column, Table};
use crate::file::csv::Row;
use crate::import::problem::{FileReport, Report};
use crate::study::Change;
use crate::study::answer::{self, Read};
use crate::study::id::{AnswerId, ScenarioId, SessionId};
use crate::study::session::Answer;
use crate::study::word::AnswerState;
use std::collections::HashMap;

type Key = (SessionId, String, Option<ScenarioId>, String);

struct Reader<'a> {
    call: Call<'a>,
    state: Column,
    value: Column,
    unit: Column,
    scenario: Column,
    part: Column,
    scenarios: Scenarios,
    answers: Edits<'a, AnswerId, Answer>,
    by_key: HashMap<Key, AnswerId>,
    position: i64,
}

pub(super) fn read(
    table: &Table<'_>,
    context: &mut Context<'_>,
    report: &mut Report,
    counted: &mut FileReport,
) -> Vec<Change> {
    let study = context.study;
    let known = ["state", "value", "unit", "scenario", "part"];
    let Some(call) = Call::of(table, &["question"], &known, context, study, report) else {
        return Vec::new();
    };
    let answers = &study.records.answers;
    let mut reader = Reader {
        call,
        state: table.column(&["state"]),
        value: table.column(&["value"]),
        unit: table.column(&["unit"]),
        scenario: table.column(&["scenario"]),
        part: table.column(&["part"]),
        scenarios: Scenarios::of(study),
        answers: Edits::new(answers),
        by_key: answers
            .iter()
            .map(|(id, a)| (key_of(a), id.clone()))
            .collect(),
        position: answers.values().map(|a| a.position + 1).max().unwrap_or(0),
    };
    Call::each(table, report, |row| reader.row(row, context));
    reader.call.finish(reader.answers.finish(), report, counted)
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
        let table = self.call.table;
        let interview = table.must(row, &self.call.interview)?;
        let (question, kind) = self.call.must_question(row, &interview)?;
        let state = table.word(
            row,
            &self.state,
            AnswerState::parse,
            AnswerState::ALL,
            AnswerState::as_str,
        )?;
        let scenario = self.scenarios.read(table, row, &self.scenario)?;
        let part = table.line(row, &self.part);
        let value = table.words(row, &self.value);
        let asked = self.call.questions.question(&interview, &question);
        let (state, value) = match (asked, value) {
            (Some(asked), Some(value)) if answer::counts(kind) && !value.is_empty() => {
                match answer::read(asked, &value) {
                    Ok(Read::Value(value)) => (state, Some(value)),
                    Ok(Read::State(sign)) => (state.or(Some(sign)), Some(String::new())),
                    Err(fault) => {
                        return Err(table.bad(row, &self.value, fault.expected()));
                    }
                }
            }
            (_, value) => (state, value),
        };
        let t_ms = self.call.t_ms(row)?;
        let session = self.call.meet(&interview, context);
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
        let unit = table.line(row, &self.unit);
        if !unit.is_empty() {
            answer.unit = unit.into_owned();
        }
        answer.t_ms = t_ms.or(answer.t_ms);
        Ok(())
    }
}
