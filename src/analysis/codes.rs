//! `codes`: how often each code was given, in all interviews, whatever the scenario.

use super::ask::Ask;
use super::mask::hidden;
use super::table::{Cell, Column, Row, Table};
use super::tally::{Mark, Tally, tally};
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
    let mut buckets: Vec<Vec<Mark>> = vec![Vec::new(); counted.codes.len()];
    for line in counted.lines.iter().filter(|line| ask.takes(line)) {
        let in_scenario = ask.options.scenario.is_none()
            || ask.scenarios.iter().any(|at| {
                counted
                    .scenarios
                    .get(*at)
                    .is_some_and(|(id, _)| line.coding.polarities.contains_key(id))
            });
        if let Some(bucket) = buckets.get_mut(line.code)
            && in_scenario
        {
            bucket.push((line, Polarity::Neutral));
        }
    }
    let rows = counted
        .codes
        .iter()
        .zip(&buckets)
        .map(|((id, code), marks)| {
            let all = tally(counted, marks.iter().copied());
            let mut cells = vec![Cell::text(counted.keys.code(id, code))];
            cells.extend(counts(&all, ask.options.mask_under, false));
            cells.push(Cell::count(all.references));
            let groups: Vec<Tally> = (0..ask.groups().len())
                .map(|group| {
                    let own = marks
                        .iter()
                        .copied()
                        .filter(|(line, _)| ask.group_of(line) == Some(group));
                    tally(counted, own)
                })
                .collect();
            let sizes: Vec<usize> = groups.iter().map(|tally| tally.interviews.all()).collect();
            let hide = hidden(&sizes, ask.options.mask_under as usize);
            for (tally, hide) in groups.iter().zip(hide) {
                cells.extend(counts(tally, ask.options.mask_under, hide));
            }
            Row {
                cells,
                passages: marks.iter().map(|(line, _)| line.id.clone()).collect(),
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
