//! `answers`: for every question, in how many interviews it was answered, refused, not asked; the middle of its figures.

use super::ask::Ask;
use super::mask::{Lines, Shape};
use super::questions::{
    Figure, Given, answers, figure_of, ids, mean, median, questions, state, was_asked,
};
use super::table::{Behind, Cell, Column, Row, Table};
use crate::message;
use crate::study::guide::QuestionKind;
use crate::study::word::AnswerState;

const STATES: [(AnswerState, &str); 6] = [
    (AnswerState::Answered, "n_answered"),
    (AnswerState::Partial, "n_partial"),
    (AnswerState::NotAsked, "n_not_asked"),
    (AnswerState::NotApplicable, "n_not_applicable"),
    (AnswerState::Refused, "n_refused"),
    (AnswerState::Unknown, "n_unknown"),
];

/// What its figures stand for.
pub const SHAPE: Shape = Shape {
    lines: Lines::With("n_asked"),
    counts: &[
        "n_asked",
        "n_answered",
        "n_partial",
        "n_not_asked",
        "n_not_applicable",
        "n_refused",
        "n_unknown",
    ],
    sums: &[
        (
            "n_asked",
            &["n_answered", "n_partial", "n_refused", "n_unknown"],
        ),
        (
            "n_interviews",
            &["n_asked", "n_not_asked", "n_not_applicable"],
        ),
    ],
    follows: &[
        ("sum", &["n_answered", "n_partial"]),
        ("mean", &["n_answered", "n_partial"]),
        ("median", &["n_answered", "n_partial"]),
    ],
    ..Shape::NONE
};

/// Makes the table.
pub fn make(ask: &Ask) -> Table {
    let given = answers(ask);
    let mut behind = Vec::new();
    let rows = questions(ask)
        .into_iter()
        .map(|question| {
            let of_question: Vec<(AnswerState, &Vec<Given>)> = given
                .get(question.key.as_str())
                .into_iter()
                .flatten()
                .map(|(_, answers)| (state(answers), answers))
                .collect();
            let of = |wanted: &dyn Fn(AnswerState) -> bool| {
                let own = of_question.iter().filter(|(state, _)| wanted(*state));
                let n = Cell::count(own.clone().count());
                (n, ids(own.flat_map(|(_, answers)| *answers)))
            };
            let mut figures = vec![of(&was_asked)];
            figures.extend(STATES.iter().map(|(state, _)| of(&|own| own == *state)));
            let measured = matches!(
                question.kind,
                None | Some(QuestionKind::Count | QuestionKind::Scale | QuestionKind::Rating)
            );
            let (mut numbers, mut behind_numbers) = (Vec::new(), Vec::new());
            for (_, answers) in of_question.iter().filter(|_| measured) {
                if let Some(Figure::One(n)) = figure_of(answers) {
                    numbers.push(n);
                    behind_numbers.extend(ids(answers.iter().filter(|answer| answer.is_said())));
                }
            }
            // marks of a scale do not add up to anything
            let adds = !matches!(
                question.kind,
                Some(QuestionKind::Scale | QuestionKind::Rating)
            );
            let sum = (adds && !numbers.is_empty()).then(|| numbers.iter().sum());
            let under = ask.options.mask_under;
            let few = (1..under as usize).contains(&numbers.len());
            for number in [sum, mean(&numbers), median(&numbers)] {
                let cell = match number {
                    Some(_) if few => Cell::Masked(0),
                    number => Cell::maybe_number(number),
                };
                figures.push((cell, behind_numbers.clone()));
            }
            let all = ids(of_question.iter().flat_map(|(_, answers)| *answers));
            let (figures, own): (Vec<Cell>, Vec<_>) = figures.into_iter().unzip();
            behind.push(Behind::new(all, 1, own));
            let mut cells = vec![Cell::text(question.key.as_str())];
            cells.extend(figures);
            Row {
                cells,
                passages: Vec::new(),
            }
        })
        .collect();
    let mut columns = vec![
        Column::text("question"),
        Column::count("n_asked", "interviews").described("analysis-column-n-asked-question"),
    ];
    columns.extend(
        STATES
            .iter()
            .map(|(_, key)| Column::count(key, "interviews")),
    );
    columns.extend(["sum", "mean", "median"].map(|key| Column::number(key, "")));
    ask.table(message!("analysis-rule-answers"), columns, rows)
        .with_answers(behind)
}
