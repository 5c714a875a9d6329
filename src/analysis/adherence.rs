//! `adherence`: how interviews rate each scenario, 1 to 5. Asked and rated, never inferred from passages.

use super::ask::Ask;
use super::questions::{Figure, Given, answers, figure, ids, median, questions, was_asked};
use super::share::Share;
use super::table::{Cell, Column, Row, Table};
use crate::message;
use crate::study::guide::{Plan, QuestionKind};
use crate::study::session::Answer;
use crate::study::word::AnswerState;
use std::collections::{BTreeMap, HashMap};

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
            behind.push(ids(by_interview.values().flatten()));
            let mut cells = vec![Cell::text(key)];
            cells.extend(block(by_interview.values()));
            for group in 0..ask.groups().len() {
                let own = by_interview.iter().filter(|(at, _)| {
                    let interview = counted.people.interviews.get(**at);
                    interview.is_some_and(|interview| ask.in_group(interview, group))
                });
                cells.extend(block(own.map(|(_, answers)| answers)));
            }
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

/// The figures of one scenario; the first rating of an interview that says most is its rating.
fn block<'i, 'a: 'i>(interviews: impl Iterator<Item = &'i Vec<Given<'a>>>) -> Vec<Cell> {
    let (mut answered, mut refused, mut unknown, mut bound) = (0, 0, 0, false);
    let mut marks = Vec::new();
    for answers in interviews {
        bound |= !answers.is_empty();
        match answers.iter().find(|answer| answer.is_said()) {
            Some(answer) => {
                answered += 1;
                marks.extend(mark(answer));
            }
            None => match answers.iter().find(|answer| was_asked(answer.state)) {
                Some(answer) if answer.state == AnswerState::Refused => refused += 1,
                Some(_) => unknown += 1,
                None => {}
            },
        }
    }
    let counts = [answered + refused + unknown, answered, refused, unknown];
    let shown = |n: usize| Cell::maybe_count(bound.then_some(n));
    let mut cells: Vec<Cell> = counts.map(shown).into();
    let n_of = |wanted: u8| {
        let own = marks.iter().filter(|mark| mark.round() as u8 == wanted);
        own.count()
    };
    cells.extend((1..=5u8).map(|wanted| shown(n_of(wanted))));
    cells.push(Cell::maybe_number(median(&marks)));
    cells.extend(Cell::share(Share {
        k: n_of(4) + n_of(5),
        n: marks.len(),
    }));
    cells
}
