//! `allocation`: how time, or anything that adds up, is shared out: the mean of each part.

use super::ask::Ask;
use super::questions::{Figure, answers, figure, mean, questions};
use super::table::{Cell, Column, Row, Table};
use crate::message;
use crate::study::guide::QuestionKind;
use crate::study::word::AnswerState;
use std::collections::BTreeMap;

/// Makes the table.
pub fn make(ask: &Ask) -> Table {
    let given = answers(ask);
    let mut rows = Vec::new();
    for question in questions(ask) {
        if question.kind != Some(QuestionKind::Allocation) {
            continue;
        }
        // part → (interview, share), parts in the order they were first named
        let mut order: Vec<&str> = Vec::new();
        let mut parts: BTreeMap<&str, Vec<(usize, f64)>> = BTreeMap::new();
        for (interview, answers) in given.get(question.key.as_str()).into_iter().flatten() {
            for answer in answers {
                if !matches!(answer.state, AnswerState::Answered | AnswerState::Partial) {
                    continue;
                }
                if let Some(Figure::One(share)) = figure(&answer.value) {
                    if !parts.contains_key(answer.part.as_str()) {
                        order.push(&answer.part);
                    }
                    parts
                        .entry(&answer.part)
                        .or_default()
                        .push((*interview, share));
                }
            }
        }
        for part in order {
            let shares = parts.get(part).map_or(&[][..], Vec::as_slice);
            let mut cells = vec![Cell::text(question.key.as_str()), Cell::text(part)];
            cells.extend(figures(shares.iter().map(|(_, share)| *share)));
            for group in 0..ask.groups().len() {
                let own = shares.iter().filter(|(at, _)| {
                    let interview = ask.counted.people.interviews.get(*at);
                    interview.is_some_and(|interview| ask.in_group(interview, group))
                });
                cells.extend(figures(own.map(|(_, share)| *share)));
            }
            rows.push(Row {
                cells,
                passages: Vec::new(),
            });
        }
    }
    let numbers = || {
        [
            Column::count("n_answered", "interviews"),
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
}

fn figures(shares: impl Iterator<Item = f64>) -> [Cell; 4] {
    let shares: Vec<f64> = shares.collect();
    let least = shares.iter().copied().reduce(f64::min);
    let most = shares.iter().copied().reduce(f64::max);
    [
        Cell::count(shares.len()),
        Cell::maybe_number(mean(&shares)),
        Cell::maybe_number(least),
        Cell::maybe_number(most),
    ]
}
