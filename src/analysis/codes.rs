//! `codes`: how often each code was given, in all interviews, whatever the scenario.

use super::ask::Ask;
use super::mask::hidden;
use super::table::{Cell, Column, Row, Table};
use super::tally::{Accumulator, Tally};
use crate::message;
use crate::study::word::Polarity;

const COUNTS: &[(&str, &str)] = &[
    ("n_excerpts", "excerpts"),
    ("n_interviews", "interviews"),
    ("n_organisations", "organisations"),
];

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
            cells.extend(counts(&all, ask.options.mask_under, false));
            cells.push(Cell::count(all.references));
            let groups: Vec<Tally> = groups.iter().map(Accumulator::tally).collect();
            let sizes: Vec<usize> = groups.iter().map(|tally| tally.interviews.all()).collect();
            let hide = hidden(&sizes, ask.options.mask_under as usize);
            for (tally, hide) in groups.iter().zip(hide) {
                cells.extend(counts(tally, ask.options.mask_under, hide));
            }
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

fn counts(tally: &Tally, under: u32, hide: bool) -> Vec<Cell> {
    let hide = hide || (1..under as usize).contains(&tally.interviews.all());
    [
        tally.excerpts.all(),
        tally.interviews.all(),
        tally.organisations,
    ]
    .into_iter()
    .map(|n| {
        if hide && n > 0 {
            Cell::Masked(under)
        } else {
            Cell::count(n)
        }
    })
    .collect()
}
