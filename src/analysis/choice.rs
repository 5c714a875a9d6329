//! `choice`: what was chosen where a question offers a choice, and by how many of those who answered.

use super::ask::Ask;
use super::questions::{Asked, ByInterview, answers, questions};
use super::share::Share;
use super::table::{Cell, Column, Row, Table};
use crate::message;
use crate::study::guide::{Choice, QuestionKind};
use crate::study::id::AnswerId;
use crate::text::fold::fold;
use std::collections::BTreeSet;

/// One option with the interviews that chose it.
struct Chosen {
    option: Choice,
    interviews: BTreeSet<usize>,
    answers: Vec<AnswerId>,
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
        let answered: BTreeSet<usize> = of_question
            .iter()
            .filter(|(_, answers)| {
                answers
                    .iter()
                    .any(|a| a.is_said() && !a.value.trim().is_empty())
            })
            .map(|(at, _)| *at)
            .collect();
        for chosen in chosen(&question, of_question) {
            let mut cells = vec![
                Cell::text(question.key.as_str()),
                Cell::text(chosen.option.key.as_str()),
                Cell::text(chosen.option.label.as_str()),
            ];
            cells.extend(figures(&chosen.interviews, &answered, |_| true));
            for group in 0..ask.groups().len() {
                cells.extend(figures(&chosen.interviews, &answered, |at| {
                    let interview = ask.counted.people.interviews.get(at);
                    interview.is_some_and(|interview| ask.in_group(interview, group))
                }));
            }
            rows.push(Row {
                cells,
                passages: Vec::new(),
            });
            behind.push(chosen.answers);
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
        interviews: BTreeSet::new(),
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
                    one.interviews.insert(*interview);
                    one.answers.push(answer.id.clone());
                }
            }
        }
    }
    list
}

fn figures(
    chosen: &BTreeSet<usize>,
    answered: &BTreeSet<usize>,
    own: impl Fn(usize) -> bool,
) -> Vec<Cell> {
    let share = Share {
        k: chosen.iter().filter(|at| own(**at)).count(),
        n: answered.iter().filter(|at| own(**at)).count(),
    };
    let mut cells = vec![Cell::count(share.k), Cell::count(share.n)];
    cells.extend(Cell::share(share));
    cells
}
