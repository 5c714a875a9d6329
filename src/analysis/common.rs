//! `common`: which competences every stratum cites, and which only one does. The rule is the study's, and is printed.

use super::ask::Ask;
use super::mask::Shape;
use super::questions::{Asked, answers, questions, state, was_asked};
use super::table::{Cell, Column, Row, Table};
use crate::i18n::Message;
use crate::message;
use crate::study::id::CodingId;
use std::collections::HashSet;

/// Strata with fewer interviews allow no verdict.
const FEWEST: usize = 3;
/// Strength of a coding that has none.
const UNSET: u8 = 2;

/// What its figures stand for.
pub const SHAPE: Shape = Shape {
    counts: &["n_cited", "n_asked"],
    rests: &[("n_asked", "n_cited")],
    follows: &[("verdict", &["n_cited", "n_asked"])],
    ..Shape::NONE
};

/// Makes the table.
pub fn make(ask: &Ask) -> Table {
    let counted = ask.counted;
    let settings = counted.study.settings();
    let strength = settings.common_strength.unwrap_or(2);
    let share = settings.common_share.unwrap_or(0.5);
    let dimensions = &counted.people.dimensions;
    let dimension = ask
        .by
        .or_else(|| dimensions.iter().position(|dimension| dimension.stratum));
    let values = dimension
        .and_then(|at| dimensions.get(at))
        .map_or(&[][..], |dimension| &dimension.values);
    let asked_questions = questions(ask);
    let given = answers(ask);
    let all: Vec<usize> = ask.interviews().map(|(at, _)| at).collect();
    let in_stratum = |interview: usize, value: usize| {
        let interview = counted.people.interviews.get(interview);
        match (interview, dimension) {
            (Some(interview), Some(dimension)) => interview.has(dimension, value),
            _ => false,
        }
    };
    let mut cited: Vec<HashSet<(usize, usize)>> = vec![HashSet::new(); counted.codes.len()];
    let mut passages: Vec<Vec<CodingId>> = vec![Vec::new(); counted.codes.len()];
    for line in counted.lines.iter().filter(|line| ask.takes(line)) {
        let value = counted
            .speaker_of(line)
            .and_then(|person| *person.values.get(dimension?)?);
        let (Some(interview), Some(value)) = (line.interview, value) else {
            continue;
        };
        if line.coding.strength.unwrap_or(UNSET) >= strength
            && let (Some(cited), Some(passages)) =
                (cited.get_mut(line.code), passages.get_mut(line.code))
        {
            cited.insert((value, interview));
            passages.push(line.id.clone());
        }
    }
    let rows = counted
        .codes
        .iter()
        .zip(cited)
        .zip(passages)
        .map(|(((id, code), cited), passages)| {
            let key = counted.keys.code(id, code);
            let naming: Vec<&Asked> = asked_questions
                .iter()
                .filter(|question| question.codes.iter().any(|own| own == key))
                .collect();
            let was_put = |interview: usize| {
                naming.is_empty()
                    || naming.iter().any(|question| {
                        given
                            .get(question.key.as_str())
                            .and_then(|of_question| of_question.get(&interview))
                            .is_some_and(|answers| was_asked(state(answers)))
                    })
            };
            let counts: Vec<(usize, usize)> = (0..values.len())
                .map(|value| {
                    let asked = all
                        .iter()
                        .filter(|at| in_stratum(**at, value) && was_put(**at))
                        .count();
                    let cited = cited.iter().filter(|(own, _)| *own == value).count();
                    (cited, asked)
                })
                .collect();
            let mut cells = vec![
                Cell::text(key),
                Cell::Said(Message::new(verdict(&counts, share))),
            ];
            for (cited, asked) in counts {
                cells.extend([Cell::count(cited), Cell::count(asked)]);
            }
            Row { cells, passages }
        })
        .collect();
    let mut columns = vec![
        Column::text("code").described("analysis-column-code-plain"),
        Column::text("verdict"),
    ];
    for value in values {
        columns.extend(["n_cited", "n_asked"].map(|key| {
            let column = Column::count(key, "interviews");
            let column = if key == "n_asked" {
                column.described("analysis-column-n-asked-code")
            } else {
                column
            };
            column.of_value(&value.key, &value.label)
        }));
    }
    let rule = message!(
        "analysis-rule-common",
        attribute = dimension
            .and_then(|at| dimensions.get(at))
            .map_or("", |dimension| dimension.label.as_str()),
        strength = strength,
        share = (share * 100.0).round() as i64,
        fewest = FEWEST,
        rules = ask.rules()
    );
    ask.table(rule, columns, rows)
}

/// The verdict over (cited, asked) of each stratum.
fn verdict(counts: &[(usize, usize)], share: f64) -> &'static str {
    let enough = |(cited, asked): &(usize, usize)| {
        *cited >= ((share * *asked as f64).ceil() as usize).max(2)
    };
    let citing: Vec<usize> = counts
        .iter()
        .map(|(cited, _)| *cited)
        .filter(|n| *n > 0)
        .collect();
    if counts.is_empty() || counts.iter().any(|(_, asked)| *asked < FEWEST) {
        "analysis-verdict-not-concluded"
    } else if counts.iter().all(enough) {
        "analysis-verdict-common"
    } else if matches!(citing[..], [n] if n >= 2) {
        "analysis-verdict-specific"
    } else {
        "analysis-verdict-intermediate"
    }
}

#[cfg(test)]
mod tests {
    use super::verdict;

    #[test]
    fn the_verdict_follows_the_rule() {
        for (counts, said) in [
            (&[(4, 8), (2, 3), (2, 4)][..], "common"),
            (&[(3, 8), (2, 3), (2, 4)], "intermediate"),
            (&[(3, 8), (0, 3), (0, 4)], "specific"),
            (&[(1, 8), (0, 3), (0, 4)], "intermediate"),
            (&[(8, 8), (2, 2), (4, 4)], "not-concluded"),
            (&[], "not-concluded"),
        ] {
            let said = format!("analysis-verdict-{said}");
            assert_eq!(verdict(counts, 0.5), said, "{counts:?}");
        }
    }
}
