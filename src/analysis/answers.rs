//! `answers`: for every question, in how many interviews it was answered, refused, not asked; the middle of its figures.

use super::ask::Ask;
use super::questions::{
    Figure, answers, figure_of, ids, mean, median, questions, state, was_asked,
};
use super::table::{Cell, Column, Row, Table};
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

/// Makes the table.
pub fn make(ask: &Ask) -> Table {
    let given = answers(ask);
    let mut behind = Vec::new();
    let rows = questions(ask)
        .into_iter()
        .map(|question| {
            let of_question = given.get(question.key.as_str());
            behind.push(ids(of_question.into_iter().flatten().flat_map(|(_, a)| a)));
            let states: Vec<AnswerState> = of_question
                .into_iter()
                .flatten()
                .map(|(_, answers)| state(answers))
                .collect();
            let n = |wanted: AnswerState| states.iter().filter(|state| **state == wanted).count();
            let mut cells = vec![
                Cell::text(question.key.as_str()),
                Cell::count(states.iter().filter(|state| was_asked(**state)).count()),
            ];
            cells.extend(STATES.iter().map(|(state, _)| Cell::count(n(*state))));
            let measured = matches!(
                question.kind,
                None | Some(QuestionKind::Count | QuestionKind::Scale | QuestionKind::Rating)
            );
            let figures: Vec<f64> = of_question
                .into_iter()
                .flatten()
                .filter(|_| measured)
                .filter_map(|(_, answers)| match figure_of(answers)? {
                    Figure::One(n) => Some(n),
                    Figure::Range(..) => None,
                })
                .collect();
            // marks of a scale do not add up to anything
            let adds = !matches!(
                question.kind,
                Some(QuestionKind::Scale | QuestionKind::Rating)
            );
            let sum = (adds && !figures.is_empty()).then(|| figures.iter().sum());
            cells.extend([sum, mean(&figures), median(&figures)].map(Cell::maybe_number));
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
