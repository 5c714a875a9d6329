//! `mentions`: what people named when asked for a list (certifications, tools), and in how many interviews.

use super::ask::Ask;
use super::mask::{Lines, Shape};
use super::questions::{answers, ids, questions, state, was_asked};
use super::share::Share;
use super::table::{Behind, Cell, Column, Row, Table};
use crate::message;
use crate::study::guide::QuestionKind;
use crate::study::id::AnswerId;
use crate::text::fold::fold;
use std::collections::{BTreeMap, BTreeSet};

/// Place of the column that counts whom it was asked of; behind all others are those who named it.
const N_ASKED: usize = 5;

/// One thing that was named: as it was written first, how often, by which interviews.
struct Mention<'a> {
    value: &'a str,
    times: usize,
    interviews: BTreeSet<usize>,
    answers: Vec<AnswerId>,
}

/// What its figures stand for.
pub const SHAPE: Shape = Shape {
    lines: Lines::With("n_interviews"),
    counts: &["n_interviews", "n_asked"],
    adding: &["n_mentions"],
    rests: &[("n_asked", "n_interviews")],
    follows: &[
        ("n_mentions", &["n_interviews"]),
        ("share", &["n_interviews", "n_asked"]),
        ("share_low", &["n_interviews", "n_asked"]),
        ("share_high", &["n_interviews", "n_asked"]),
    ],
    repeated: Some(("question", &["n_asked"])),
    ..Shape::NONE
};

/// Makes the table.
pub fn make(ask: &Ask) -> Table {
    let given = answers(ask);
    let mut rows = Vec::new();
    let mut behind = Vec::new();
    for question in questions(ask) {
        if question.kind != Some(QuestionKind::List) {
            continue;
        }
        let of_question = given.get(question.key.as_str());
        let asked: Vec<_> = of_question
            .into_iter()
            .flatten()
            .filter(|(_, answers)| was_asked(state(answers)))
            .collect();
        let n_asked = asked.len();
        let asked = ids(asked.iter().flat_map(|(_, answers)| *answers));
        let mut mentions: BTreeMap<(&str, String), Mention> = BTreeMap::new();
        for (interview, answers) in of_question.into_iter().flatten() {
            for answer in answers {
                let said = answer.is_said();
                let value = answer.value.trim();
                if !said || value.is_empty() {
                    continue;
                }
                // `item.field`: the item only tells the entries of one list apart
                let field = answer.part.split_once('.').map_or("", |(_, field)| field);
                let mention = mentions
                    .entry((field, fold(value)))
                    .or_insert_with(|| Mention {
                        value,
                        times: 0,
                        interviews: BTreeSet::new(),
                        answers: Vec::new(),
                    });
                mention.answers.push(answer.id.clone());
                mention.times += 1;
                mention.interviews.insert(*interview);
            }
        }
        let mut list: Vec<((&str, String), Mention)> = mentions.into_iter().collect();
        list.sort_by(|a, b| {
            let rank = |one: &Mention| std::cmp::Reverse((one.interviews.len(), one.times));
            (a.0.0, rank(&a.1), &a.0.1).cmp(&(b.0.0, rank(&b.1), &b.0.1))
        });
        for ((field, _), mention) in list {
            let mut cells = vec![
                Cell::text(question.key.as_str()),
                Cell::text(field),
                Cell::text(mention.value),
                Cell::count(mention.times),
                Cell::count(mention.interviews.len()),
                Cell::count(n_asked),
            ];
            cells.extend(Cell::share(Share {
                k: mention.interviews.len(),
                n: n_asked,
            }));
            let own = BTreeMap::from([(N_ASKED, asked.clone())]);
            behind.push(Behind {
                row: mention.answers,
                cells: own,
            });
            rows.push(Row {
                cells,
                passages: Vec::new(),
            });
        }
    }
    let mut columns = vec![
        Column::text("question"),
        Column::text("field"),
        Column::text("value"),
        Column::count("n_mentions", "mentions"),
        Column::count("n_interviews", "interviews").described("analysis-column-n-interviews-said"),
        Column::count("n_asked", "interviews").described("analysis-column-n-asked-question"),
    ];
    columns.extend(Column::share());
    ask.table(message!("analysis-rule-mentions"), columns, rows)
        .with_answers(behind)
}
