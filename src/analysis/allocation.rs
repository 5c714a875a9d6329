//! `allocation`: how time, or anything that adds up to a hundred, is shared out: the mean of each part.

use super::ask::Ask;
use super::mask::{Lines, Shape};
use super::questions::{Asked, ByInterview, Figure, answers, figure, ids, mean, questions};
use super::table::{Behind, Cell, Column, Row, Table};
use crate::message;
use crate::study::guide::QuestionKind;
use crate::study::id::AnswerId;
use std::collections::BTreeMap;

/// What a whole adds up to.
const WHOLE: f64 = 100.0;
/// How far from it a sum may be, for thirds and sevenths.
const NEAR: f64 = 0.5;

/// What one interview shared out, by part.
struct Shared<'a> {
    interview: usize,
    shares: BTreeMap<&'a str, f64>,
}

impl Shared<'_> {
    fn is_whole(&self) -> bool {
        (self.shares.values().sum::<f64>() - WHOLE).abs() <= NEAR
    }
}

/// What its figures stand for.
pub const SHAPE: Shape = Shape {
    lines: Lines::With("n_complete"),
    counts: &["n_complete", "n_partial"],
    follows: &[
        ("mean", &["n_complete"]),
        ("min", &["n_complete"]),
        ("max", &["n_complete"]),
    ],
    repeated: Some(("question", &["n_complete", "n_partial"])),
    ..Shape::NONE
};

/// Makes the table.
pub fn make(ask: &Ask) -> Table {
    let given = answers(ask);
    let mut rows = Vec::new();
    let mut behind = Vec::new();
    let none = ByInterview::new();
    for question in questions(ask) {
        if question.kind != Some(QuestionKind::Allocation) {
            continue;
        }
        let of_question = given.get(question.key.as_str()).unwrap_or(&none);
        let shared: Vec<Shared> = of_question
            .iter()
            .map(|(interview, answers)| Shared {
                interview: *interview,
                shares: answers
                    .iter()
                    .filter(|answer| answer.is_said())
                    .filter_map(|answer| match figure(&answer.value)? {
                        Figure::One(share) => Some((answer.part.as_str(), share)),
                        Figure::Range(..) => None,
                    })
                    .collect(),
            })
            .filter(|shared| !shared.shares.is_empty())
            .collect();
        for part in parts(&question, of_question) {
            let mut own = figures(part, of_question, shared.iter());
            for group in 0..ask.groups().len() {
                let shared = shared.iter().filter(|one| {
                    let interview = ask.counted.people.interviews.get(one.interview);
                    interview.is_some_and(|interview| ask.in_group(interview, group))
                });
                own.extend(figures(part, of_question, shared));
            }
            let (figures, own): (Vec<Cell>, Vec<_>) = own.into_iter().unzip();
            let mut cells = vec![Cell::text(question.key.as_str()), Cell::text(part)];
            let all = of_question.values().flatten().filter(|a| a.part == part);
            behind.push(Behind::new(ids(all), cells.len(), own));
            cells.extend(figures);
            rows.push(Row {
                cells,
                passages: Vec::new(),
            });
        }
    }
    let numbers = || {
        [
            Column::count("n_complete", "interviews"),
            Column::count("n_partial", "interviews")
                .described("analysis-column-n-partial-allocation"),
            Column::number("mean", ""),
            Column::number("min", ""),
            Column::number("max", ""),
        ]
    };
    let mut columns = vec![Column::text("question"), Column::text("part")];
    columns.extend(numbers());
    for value in ask.groups() {
        columns.extend(numbers().map(|column| column.of_value(&value.key, &value.label)));
    }
    ask.table(message!("analysis-rule-allocation"), columns, rows)
        .with_answers(behind)
}

/// The parts of the guide in its order, where anything was shared out; then those only answers name, as they came.
fn parts<'a>(question: &'a Asked, of_question: &'a ByInterview) -> Vec<&'a str> {
    let mut parts: Vec<&str> = Vec::new();
    let named = of_question.values().flatten().map(|a| a.part.as_str());
    let named: Vec<&str> = named.filter(|part| !part.is_empty()).collect();
    if !named.is_empty() {
        parts.extend(question.options.iter().map(|option| option.key.as_str()));
    }
    for part in named {
        if !parts.contains(&part) {
            parts.push(part);
        }
    }
    parts
}

/// Of the whole ones: how many, mean, least and most of a part; and how many are partial; each with its answers. What a
/// whole one does not name got nothing of it.
fn figures<'s, 'a: 's>(
    part: &str,
    of_question: &ByInterview,
    shared: impl Iterator<Item = &'s Shared<'a>>,
) -> Vec<(Cell, Vec<AnswerId>)> {
    let (whole, partial): (Vec<_>, Vec<_>) = shared.partition(|one| one.is_whole());
    let shares: Vec<f64> = whole
        .iter()
        .map(|one| one.shares.get(part).copied().unwrap_or(0.0))
        .collect();
    let least = shares.iter().copied().reduce(f64::min);
    let most = shares.iter().copied().reduce(f64::max);
    let of = |list: &[&Shared]| {
        let own = list
            .iter()
            .filter_map(|one| of_question.get(&one.interview));
        ids(own.flatten().filter(|answer| answer.part == part))
    };
    let own = of(&whole);
    vec![
        (Cell::count(shares.len()), own.clone()),
        (Cell::count(partial.len()), of(&partial)),
        (Cell::maybe_number(mean(&shares)), own.clone()),
        (Cell::maybe_number(least), own.clone()),
        (Cell::maybe_number(most), own),
    ]
}
