//! `codes`: how often each code was given, in all interviews, whatever the scenario.

use super::ask::Ask;
use super::mask::{Lines, Shape};
use super::table::{Cell, Column, Row, Table};
use super::tally::{Accumulator, Tally};
use crate::message;
use crate::study::word::Polarity;

const COUNTS: &[(&str, &str)] = &[
    ("n_excerpts", "excerpts"),
    ("n_interviews", "interviews"),
    ("n_organisations", "organisations"),
];

/// What its figures stand for.
pub const SHAPE: Shape = Shape {
    lines: Lines::With("n_interviews"),
    counts: &["n_excerpts", "n_interviews"],
    adding: &["n_organisations"],
    follows: &[
        ("n_excerpts", &["n_interviews"]),
        ("n_organisations", &["n_interviews"]),
    ],
    ..Shape::NONE
};

/// Makes the table.
pub fn make(ask: &Ask) -> Table {
    let counted = ask.counted;
    let n_groups = ask.groups().len();
    let mut all = vec![Accumulator::default(); counted.codes.len()];
    let mut groups = vec![vec![Accumulator::default(); n_groups]; counted.codes.len()];
    for line in counted.lines.iter().filter(|line| ask.takes_here(line)) {
        if let Some(row) = all.get_mut(line.code) {
            row.add(counted, line, Polarity::Neutral);
        }
        let own = groups
            .get_mut(line.code)
            .zip(ask.group_of(line))
            .and_then(|(row, group)| row.get_mut(group));
        if let Some(own) = own {
            own.count(counted, line, Polarity::Neutral);
        }
    }
    let rows = counted
        .codes
        .iter()
        .zip(all)
        .zip(groups)
        .map(|(((id, code), row), groups)| {
            let all = row.tally();
            let mut cells = vec![Cell::text(counted.keys.code(id, code))];
            cells.extend(counts(&all));
            cells.push(Cell::count(all.references));
            cells.extend(groups.iter().flat_map(|group| counts(&group.tally())));
            Row {
                cells,
                passages: row.into_passages(),
            }
        })
        .collect();
    let count = |(key, unit): &(&str, &'static str)| Column::count(key, unit);
    let mut columns = vec![Column::text("code")];
    columns.extend(COUNTS.iter().map(count));
    columns.push(Column::count("n_reference_excerpts", "excerpts"));
    for value in ask.groups() {
        columns.extend(
            COUNTS
                .iter()
                .map(|one| count(one).of_value(&value.key, &value.label)),
        );
    }
    let rule = message!("analysis-rule-codes", rules = ask.rules());
    ask.table(rule, columns, rows)
}

fn counts(tally: &Tally) -> [Cell; 3] {
    let (excerpts, interviews) = (tally.excerpts.all(), tally.interviews.all());
    [excerpts, interviews, tally.organisations].map(Cell::count)
}
