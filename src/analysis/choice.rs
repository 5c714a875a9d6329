//! `choice`: what was chosen where a question offers a choice, and by how many of those who answered.

use super::ask::Ask;
use super::mask::{Down, Lines, Shape};
use super::questions::{Asked, ByInterview, answers, questions};
use super::share::Share;
use super::table::{Behind, Cell, Column, Row, Table};
use crate::message;
use crate::study::guide::{Choice, QuestionKind};
use crate::study::id::AnswerId;
use crate::text::fold::fold;
use std::collections::{BTreeMap, BTreeSet};

/// One option with the answers that chose it, and their interviews.
struct Chosen {
    option: Choice,
    answers: Vec<(usize, AnswerId)>,
}

/// What its figures stand for: where one only may be chosen, the options of a question add up to its answers.
pub const SHAPE: Shape = Shape {
    lines: Lines::With("n"),
    counts: &["n", "n_answered"],
    rests: &[("n_answered", "n")],
    follows: &[
        ("share", &["n", "n_answered"]),
        ("share_low", &["n", "n_answered"]),
        ("share_high", &["n", "n_answered"]),
    ],
    repeated: Some(("question", &["n_answered"])),
    down: Some((by_question, &["n"])),
    ..Shape::NONE
};

/// The lines of each question.
fn by_question(table: &Table) -> Vec<Down> {
    let mut questions: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for row in 0..table.rows.len() {
        if let Some(Cell::Text(question)) = table.cell(row, "question") {
            questions.entry(question.clone()).or_default().push(row);
        }
    }
    let down = |parts| Down { total: None, parts };
    questions.into_values().map(down).collect()
}

/// Makes the table.
pub fn make(ask: &Ask) -> Table {
    let given = answers(ask);
    let mut rows = Vec::new();
    let mut behind = Vec::new();
    let none = ByInterview::new();
    for question in questions(ask) {
        if question.kind != Some(QuestionKind::Choice) {
            continue;
        }
        let of_question = given.get(question.key.as_str()).unwrap_or(&none);
        let said: Vec<(usize, AnswerId)> = of_question
            .iter()
            .flat_map(|(at, answers)| answers.iter().map(move |answer| (*at, answer)))
            .filter(|(_, answer)| answer.is_said() && !answer.value.trim().is_empty())
            .map(|(at, answer)| (at, answer.id.clone()))
            .collect();
        for chosen in chosen(&question, of_question) {
            let mut own = figures(&chosen.answers, &said, |_| true);
            for group in 0..ask.groups().len() {
                own.extend(figures(&chosen.answers, &said, |at| {
                    let interview = ask.counted.people.interviews.get(at);
                    interview.is_some_and(|interview| ask.in_group(interview, group))
                }));
            }
            let (figures, own): (Vec<Cell>, Vec<_>) = own.into_iter().unzip();
            let mut cells = vec![
                Cell::text(question.key.as_str()),
                Cell::text(chosen.option.key.as_str()),
                Cell::text(chosen.option.label.as_str()),
            ];
            behind.push(Behind::new(of_answers(&chosen.answers), cells.len(), own));
            cells.extend(figures);
            rows.push(Row {
                cells,
                passages: Vec::new(),
            });
        }
    }
    let numbers = || {
        [
            Column::count("n", "interviews"),
            Column::count("n_answered", "interviews"),
        ]
        .into_iter()
        .chain(Column::share())
    };
    let mut columns = ["question", "option", "option_label"]
        .map(Column::text)
        .to_vec();
    columns.extend(numbers());
    for value in ask.groups() {
        columns.extend(numbers().map(|column| column.of_value(&value.key, &value.label)));
    }
    ask.table(message!("analysis-rule-choice"), columns, rows)
        .with_answers(behind)
}

/// Every option in the guide's order, then what was written beside them, in the order it came.
fn chosen(question: &Asked, of_question: &ByInterview) -> Vec<Chosen> {
    let of = |option: &Choice| Chosen {
        option: option.clone(),
        answers: Vec::new(),
    };
    let mut list: Vec<Chosen> = question.options.iter().map(of).collect();
    for (interview, answers) in of_question {
        for answer in answers.iter().filter(|answer| answer.is_said()) {
            // several may be chosen: their keys parted by `;`
            for word in answer
                .value
                .split(';')
                .map(str::trim)
                .filter(|w| !w.is_empty())
            {
                let same =
                    |one: &Chosen| one.option.key == word || fold(&one.option.label) == fold(word);
                let at = list.iter().position(same).unwrap_or_else(|| {
                    list.push(of(&Choice {
                        key: word.to_owned(),
                        label: word.to_owned(),
                    }));
                    list.len() - 1
                });
                if let Some(one) = list.get_mut(at) {
                    one.answers.push((*interview, answer.id.clone()));
                }
            }
        }
    }
    list
}

fn of_answers(answers: &[(usize, AnswerId)]) -> Vec<AnswerId> {
    answers.iter().map(|(_, id)| id.clone()).collect()
}

/// How many chose it, how many answered, and the share, each with its answers, in some of the interviews.
fn figures(
    chosen: &[(usize, AnswerId)],
    said: &[(usize, AnswerId)],
    own: impl Fn(usize) -> bool,
) -> Vec<(Cell, Vec<AnswerId>)> {
    let of = |list: &[(usize, AnswerId)]| {
        let list: Vec<_> = list.iter().filter(|(at, _)| own(*at)).cloned().collect();
        let interviews: BTreeSet<usize> = list.iter().map(|(at, _)| *at).collect();
        (interviews.len(), of_answers(&list))
    };
    let ((k, chosen), (n, said)) = (of(chosen), of(said));
    let mut cells = vec![(Cell::count(k), chosen.clone()), (Cell::count(n), said)];
    cells.extend(Cell::share(Share { k, n }).map(|cell| (cell, chosen.clone())));
    cells
}
