//! Questions that were not put in the same way to everybody: their words, kind, options or unit differ between the
//! versions of the guide that counted interviews were held with. A table over one says so in its rule.

use super::counted::Counted;
use super::table::{Cell, Table};
use crate::i18n::Message;
use crate::message;
use crate::study::guide::{Plan, Question, QuestionKind};
use std::collections::BTreeSet;

/// Tables over questions, and the kinds of question in them; none: those its rows name.
const OVER: &[(&str, &[QuestionKind])] = &[
    ("answers", &[]),
    ("choice", &[]),
    ("adherence", &[QuestionKind::Rating, QuestionKind::Scale]),
    ("totals", &[]),
    ("allocation", &[]),
    ("mentions", &[]),
];

/// Adds to a table's rule the questions in it that changed.
pub fn tell(mut table: Table, counted: &Counted) -> Table {
    let Some((_, kinds)) = OVER.iter().find(|(name, _)| *name == table.name) else {
        return table;
    };
    let plans = used(counted);
    let Some(((_, newest), older)) = plans.split_last() else {
        return table;
    };
    let at = table
        .columns
        .iter()
        .position(|column| column.key == "question");
    let named = |question: &Question| {
        let Some(at) = at else {
            return kinds.contains(&question.kind);
        };
        let is =
            |cell: Option<&Cell>| matches!(cell, Some(Cell::Text(key)) if *key == question.key);
        table.rows.iter().any(|row| is(row.cells.get(at)))
    };
    let changed: Vec<Message> = newest
        .questions()
        .filter(|question| named(question))
        .filter_map(|question| {
            let before: Vec<&Question> = older
                .iter()
                .filter_map(|(_, plan)| plan.question(&question.key))
                .collect();
            let what = list(differences(question, &before))?;
            Some(message!(
                "analysis-changed-question",
                question = &question.key,
                what = what
            ))
        })
        .collect();
    if let Some(questions) = list(changed) {
        let versions: Vec<String> = plans.iter().map(|(number, _)| number.to_string()).collect();
        table.rule = message!(
            "analysis-rule-changed",
            rule = table.rule,
            versions = versions.join(", "),
            questions = questions
        );
    }
    table
}

/// Versions of the guide that counted interviews with answers were held with, oldest first.
fn used(counted: &Counted) -> Vec<(u32, Plan)> {
    let study = counted.study;
    let guides = study.guides();
    let Some((_, newest)) = guides.last() else {
        return Vec::new();
    };
    let counts = |id| counted.people.place(id).is_some();
    let numbers: BTreeSet<u32> = study
        .records
        .answers
        .values()
        .filter(|answer| counts(&answer.session))
        .filter_map(|answer| study.records.sessions.get(&answer.session))
        .map(|session| session.guide_version.unwrap_or(newest.number))
        .collect();
    if numbers.len() < 2 {
        return Vec::new();
    }
    let plan = |number| Plan::parse(&study.guide_numbered(number)?.source).ok();
    numbers
        .into_iter()
        .filter_map(|number| Some((number, plan(number)?)))
        .collect()
}

/// Whether two questions are the same in one respect.
type Same = fn(&Question, &Question) -> bool;

fn differences(now: &Question, before: &[&Question]) -> Vec<Message> {
    let differs = |same: Same| before.iter().any(|old| !same(now, old));
    let each: [(&str, Same); 4] = [
        ("analysis-changed-text", |a, b| a.text == b.text),
        ("analysis-changed-kind", |a, b| a.kind == b.kind),
        ("analysis-changed-options", |a, b| {
            a.options == b.options && a.fields == b.fields
        }),
        ("analysis-changed-unit", |a, b| a.unit == b.unit),
    ];
    let changed = each.into_iter().filter(|(_, same)| differs(*same));
    changed.map(|(key, _)| Message::new(key)).collect()
}

/// Several as one, with commas between.
fn list(each: Vec<Message>) -> Option<Message> {
    let join = |before, next| message!("analysis-changed-list", before = before, next = next);
    each.into_iter().reduce(join)
}
