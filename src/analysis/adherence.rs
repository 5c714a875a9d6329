//! `adherence`: how interviews rate each scenario, 1 to 5. Asked and rated, never inferred from passages.

use super::ask::Ask;
use super::mask::{Lines, Shape};
use super::questions::{Figure, Given, answers, figure, ids, median, questions, was_asked};
use super::share::Share;
use super::table::{Behind, Cell, Column, Row, Table};
use crate::message;
use crate::study::guide::{Plan, QuestionKind};
use crate::study::id::AnswerId;
use crate::study::session::Answer;
use crate::study::word::AnswerState;
use std::collections::{BTreeMap, HashMap};

/// What its figures stand for: who was asked answered, refused or did not know; marks are of those who answered.
pub const SHAPE: Shape = Shape {
    lines: Lines::With("n_asked"),
    counts: &[
        "n_asked",
        "n_answered",
        "n_refused",
        "n_unknown",
        "n_1",
        "n_2",
        "n_3",
        "n_4",
        "n_5",
    ],
    sums: &[
        ("n_asked", &["n_answered", "n_refused", "n_unknown"]),
        ("n_answered", MARKS),
    ],
    follows: &[
        ("median", MARKS),
        ("favourable", MARKS),
        ("favourable_low", MARKS),
        ("favourable_high", MARKS),
    ],
    ..Shape::NONE
};

/// How many gave each mark.
const MARKS: &[&str] = &["n_1", "n_2", "n_3", "n_4", "n_5"];

/// Makes the table.
pub fn make(ask: &Ask) -> Table {
    let counted = ask.counted;
    let study = counted.study;
    let kinds: HashMap<String, Option<QuestionKind>> = questions(ask)
        .into_iter()
        .map(|question| (question.key, question.kind))
        .collect();
    let bound: HashMap<String, String> = study
        .records
        .guides
        .values()
        .filter_map(|guide| Plan::parse(&guide.source).ok())
        .flat_map(|plan| plan.questions().cloned().collect::<Vec<_>>())
        .filter(|question| !question.scenario.is_empty())
        .map(|question| (question.key, question.scenario))
        .collect();
    let rates = |answer: &Answer| match kinds.get(&answer.question) {
        Some(Some(kind)) => matches!(kind, QuestionKind::Rating | QuestionKind::Scale),
        _ => answer.value.is_empty() || mark(answer).is_some(),
    };
    let given = answers(ask);
    let mut behind = Vec::new();
    let rows = ask
        .scenarios
        .iter()
        .filter_map(|at| counted.scenarios.get(*at))
        .map(|(id, scenario)| {
            let key = counted.keys.scenario(id, scenario);
            let mut by_interview: BTreeMap<usize, Vec<Given>> = BTreeMap::new();
            for (question, of_question) in &given {
                for (interview, answers) in of_question {
                    let own = answers.iter().filter(|answer| match &answer.scenario {
                        Some(own) => own == *id,
                        None => bound.get(*question).is_some_and(|own| own == key),
                    });
                    by_interview
                        .entry(*interview)
                        .or_default()
                        .extend(own.filter(|answer| rates(answer)).copied());
                }
            }
            let mut figures = block(by_interview.values());
            for group in 0..ask.groups().len() {
                let own = by_interview.iter().filter(|(at, _)| {
                    let interview = counted.people.interviews.get(**at);
                    interview.is_some_and(|interview| ask.in_group(interview, group))
                });
                figures.extend(block(own.map(|(_, answers)| answers)));
            }
            let (figures, own): (Vec<Cell>, Vec<_>) = figures.into_iter().unzip();
            behind.push(Behind::new(ids(by_interview.values().flatten()), 1, own));
            let mut cells = vec![Cell::text(key)];
            cells.extend(figures);
            Row {
                cells,
                passages: Vec::new(),
            }
        })
        .collect();
    let mut columns = vec![Column::text("scenario")];
    columns.extend(figures());
    for value in ask.groups() {
        let own = figures().into_iter();
        columns.extend(own.map(|column| column.of_value(&value.key, &value.label)));
    }
    ask.table(message!("analysis-rule-adherence"), columns, rows)
        .with_answers(behind)
}

/// The columns of all interviews, or of those of one group.
fn figures() -> Vec<Column> {
    let mut columns =
        vec![Column::count("n_asked", "interviews").described("analysis-column-n-asked-rating")];
    columns.extend(
        ["n_answered", "n_refused", "n_unknown"].map(|key| Column::count(key, "interviews")),
    );
    columns.extend((1..=5).map(|mark| {
        let mut column = Column::count("n_mark", "interviews");
        column.key = format!("n_{mark}");
        column.label = mark.to_string().into();
        column
    }));
    columns.push(Column::number("median", "1-5"));
    columns.push(Column::text("favourable"));
    columns.extend(["favourable_low", "favourable_high"].map(|key| Column::count(key, "percent")));
    columns
}

/// The mark an answer gives.
fn mark(answer: &Answer) -> Option<f64> {
    match figure(&answer.value)? {
        Figure::One(n) if (1.0..=5.0).contains(&n) => Some(n),
        _ => None,
    }
}

/// The figures of one scenario, each with its answers; the first rating of an interview that says most is its rating.
fn block<'i, 'a: 'i>(
    interviews: impl Iterator<Item = &'i Vec<Given<'a>>>,
) -> Vec<(Cell, Vec<AnswerId>)> {
    let (mut answered, mut refused, mut unknown) = (Vec::new(), Vec::new(), Vec::new());
    let mut bound = false;
    for answers in interviews {
        bound |= !answers.is_empty();
        let asked = || answers.iter().find(|answer| was_asked(answer.state));
        match answers
            .iter()
            .find(|answer| answer.is_said())
            .or_else(asked)
        {
            Some(answer) if answer.is_said() => answered.push(*answer),
            Some(answer) if answer.state == AnswerState::Refused => refused.push(*answer),
            Some(answer) => unknown.push(*answer),
            None => {}
        }
    }
    let of = |answers: &[Given]| {
        let own = ids(answers.iter());
        (Cell::maybe_count(bound.then_some(own.len())), own)
    };
    let asked: Vec<Given> = [&answered, &refused, &unknown]
        .into_iter()
        .flatten()
        .copied()
        .collect();
    let marked: Vec<(f64, Given)> = answered
        .iter()
        .filter_map(|answer| Some((mark(answer)?, *answer)))
        .collect();
    let rated = |least: u8, most: u8| -> Vec<Given> {
        let own = marked.iter();
        let own = own.filter(|(mark, _)| (least..=most).contains(&(mark.round() as u8)));
        own.map(|(_, answer)| *answer).collect()
    };
    let mut cells = vec![of(&asked), of(&answered), of(&refused), of(&unknown)];
    cells.extend((1..=5u8).map(|mark| of(&rated(mark, mark))));
    let marks: Vec<f64> = marked.iter().map(|(mark, _)| *mark).collect();
    let all = ids(marked.iter().map(|(_, answer)| answer));
    cells.push((Cell::maybe_number(median(&marks)), all));
    let favourable = rated(4, 5);
    let share = Share {
        k: favourable.len(),
        n: marks.len(),
    };
    let own = ids(favourable.iter());
    cells.extend(Cell::share(share).map(|cell| (cell, own.clone())));
    cells
}
