//! `sample`: interviews wanted, held and planned, target by target, then for the values of strata without a target, then
//! for every crossing of two strata.

use super::ask::Ask;
use super::mask::{Down, Shape};
use super::people::{Dimension, DimensionValue, Interview, People};
use super::table::{Cell, Column, Row, Table};
use crate::message;
use crate::study::id::SessionId;
use crate::study::word::{Consent, SessionState};
use std::collections::{BTreeMap, BTreeSet};

/// What its figures stand for: values that cross add up to each of the two they cross.
pub const SHAPE: Shape = Shape {
    counts: &["n_done", "n_planned", "n_coded", "n_refused", "n_no_show"],
    follows: &[
        ("n_coded", &["n_done"]),
        ("n_missing", &["n_done", "n_planned"]),
        ("state", &["n_done", "n_planned"]),
    ],
    down: Some((
        margins,
        &["n_done", "n_planned", "n_coded", "n_refused", "n_no_show"],
    )),
    ..Shape::NONE
};

/// The lines that add up: the values of an attribute to all there is, and one value crossed with those of another to it.
fn margins(table: &Table) -> Vec<Down> {
    let mut known: BTreeMap<String, usize> = BTreeMap::new();
    let mut groups: BTreeMap<(String, &str), Vec<usize>> = BTreeMap::new();
    let targets: Vec<(usize, &str)> = (0..table.rows.len())
        .filter_map(|row| match table.cell(row, "target") {
            Some(Cell::Text(target)) => Some((row, target.as_str())),
            _ => None,
        })
        .collect();
    for (row, target) in &targets {
        known.insert((*target).to_owned(), *row);
        let pairs: Vec<&str> = target.split(';').collect();
        for (at, pair) in pairs.iter().enumerate() {
            let rest: Vec<&str> = pairs
                .iter()
                .enumerate()
                .filter(|(other, _)| *other != at)
                .map(|(_, pair)| *pair)
                .collect();
            if let Some((attribute, _)) = pair.split_once('=') {
                let group = groups.entry((rest.join(";"), attribute)).or_default();
                group.push(*row);
            }
        }
    }
    groups
        .into_iter()
        .filter(|(_, parts)| parts.len() > 1)
        .map(|((rest, _), parts)| Down {
            total: known.get(&rest).copied(),
            parts,
        })
        .collect()
}

/// Makes the table.
pub fn make(ask: &Ask) -> Table {
    let study = ask.counted.study;
    let mut targets: Vec<_> = study.records.targets.iter().collect();
    targets.sort_by_key(|(id, target)| (target.position, *id));
    let mut wanted: Vec<(BTreeMap<String, String>, Option<u32>)> = targets
        .into_iter()
        .map(|(_, target)| (target.conditions.clone(), Some(target.n)))
        .collect();
    let dimensions = &ask.counted.people.dimensions;
    let strata: Vec<&Dimension> = dimensions.iter().filter(|d| d.stratum).collect();
    let mut cell = |conditions: BTreeMap<String, String>| {
        if !wanted.iter().any(|(known, _)| *known == conditions) {
            wanted.push((conditions, None));
        }
    };
    let pair = |of: &Dimension, value: &DimensionValue| (of.key.to_owned(), value.key.clone());
    for one in &strata {
        for value in &one.values {
            cell(BTreeMap::from([pair(one, value)]));
        }
    }
    for (at, one) in strata.iter().enumerate() {
        for other in strata.iter().skip(at + 1) {
            for (a, b) in one
                .values
                .iter()
                .flat_map(|a| other.values.iter().map(move |b| (a, b)))
            {
                cell(BTreeMap::from([pair(one, a), pair(other, b)]));
            }
        }
    }
    let coded: BTreeSet<usize> = ask
        .counted
        .lines
        .iter()
        .filter_map(|line| line.interview)
        .collect();
    let targets: Vec<(String, String)> = wanted
        .iter()
        .map(|(conditions, _)| (target(conditions), called(dimensions, conditions)))
        .collect();
    let rows = wanted
        .into_iter()
        .map(|(conditions, n)| row(ask, &conditions, n, &coded))
        .collect();
    let mut columns = vec![Column::text("target").named(targets)];
    columns.extend(
        ["n_wanted", "n_done", "n_planned", "n_missing"]
            .map(|key| Column::count(key, "interviews")),
    );
    columns.push(Column::count("universe", "organisations"));
    columns.extend(["n_coded", "n_refused", "n_no_show"].map(|key| {
        let column = Column::count(key, "interviews");
        if key == "n_refused" {
            column.described("analysis-column-n-refused-sample")
        } else {
            column
        }
    }));
    let states = ["full", "empty", "booked", "short"];
    columns.push(Column::text("state").called("analysis-sample", states));
    ask.table(message!("analysis-rule-sample"), columns, rows)
}

/// A target in the words of files.
fn target(conditions: &BTreeMap<String, String>) -> String {
    let pairs: Vec<String> = conditions
        .iter()
        .map(|(key, value)| format!("{key}={value}"))
        .collect();
    pairs.join(";")
}

/// A target by the labels of its values.
fn called(dimensions: &[Dimension], conditions: &BTreeMap<String, String>) -> String {
    let label = |(key, value): (&String, &String)| {
        let dimension = dimensions.iter().find(|d| d.key == key);
        let found = dimension.and_then(|d| d.values.iter().find(|own| own.key == *value));
        let label = found.map(|found| found.label.clone());
        label
            .filter(|label| !label.is_empty())
            .unwrap_or_else(|| value.clone())
    };
    let labels: Vec<String> = conditions.iter().map(label).collect();
    labels.join(" × ")
}

/// What a cell of the sample needs, in the words of files.
const fn state(wanted: Option<usize>, done: usize, planned: usize) -> &'static str {
    match wanted {
        Some(n) if done >= n => "full",
        _ if done + planned == 0 => "empty",
        Some(n) if done + planned >= n => "booked",
        Some(_) => "short",
        None => "",
    }
}

/// Dimensions and values of conditions, by place; `None` where one is not known.
fn places(people: &People, conditions: &BTreeMap<String, String>) -> Option<Vec<(usize, usize)>> {
    let place = |(key, value): (&String, &String)| {
        let at = people.dimensions.iter().position(|d| d.key == key)?;
        let values = &people.dimensions.get(at)?.values;
        Some((at, values.iter().position(|known| known.key == *value)?))
    };
    conditions.iter().map(place).collect()
}

/// Whether somebody in the interview, who did not withdraw, has all the values.
fn fits(places: Option<&[(usize, usize)]>, interview: &Interview) -> bool {
    places.is_some_and(|places| {
        interview.people.iter().any(|person| {
            person.counts()
                && places
                    .iter()
                    .all(|(at, value)| person.values.get(*at) == Some(&Some(*value)))
        })
    })
}

/// The cell of the interviews held in which somebody has a value, from the table: hidden where it is hidden there.
pub fn held<'t>(table: &'t Table, dimension: &Dimension, value: &DimensionValue) -> &'t Cell {
    let pair = (dimension.key.to_owned(), value.key.clone());
    let own = target(&BTreeMap::from([pair]));
    let is_own = |row: &usize| matches!(table.cell(*row, "target"), Some(Cell::Text(target)) if *target == own);
    let row = (0..table.rows.len()).find(is_own);
    let cell = row.and_then(|row| table.cell(row, "n_done"));
    cell.unwrap_or(&Cell::Empty)
}

/// The interviews behind each row of the table, whatever became of them; those withdrawn are in none.
pub fn behind(table: &Table, people: &People) -> Vec<Vec<SessionId>> {
    let of_row = |row: usize| {
        let Some(Cell::Text(target)) = table.cell(row, "target") else {
            return Vec::new();
        };
        let pairs = target.split(';').filter_map(|pair| pair.split_once('='));
        let conditions = pairs
            .map(|(key, value)| (key.to_owned(), value.to_owned()))
            .collect();
        let places = places(people, &conditions);
        let own = people.interviews.iter().filter(|interview| {
            interview.consent != Consent::Withdrawn && fits(places.as_deref(), interview)
        });
        own.map(|interview| interview.id.clone()).collect()
    };
    (0..table.rows.len()).map(of_row).collect()
}

fn row(
    ask: &Ask,
    conditions: &BTreeMap<String, String>,
    wanted: Option<u32>,
    coded: &BTreeSet<usize>,
) -> Row {
    let people = &ask.counted.people;
    let places = places(people, conditions);
    let fits = |interview: &Interview| fits(places.as_deref(), interview);
    let held: Vec<usize> = ask
        .interviews()
        .filter(|(_, one)| fits(one))
        .map(|(at, _)| at)
        .collect();
    let done = held.len();
    let stated = |states: &[SessionState]| {
        people
            .interviews
            .iter()
            .filter(|one| !one.held && one.consent != Consent::Withdrawn)
            .filter(|one| ask.allows_interview(one))
            .filter(|one| {
                let session = ask.counted.study.records.sessions.get(one.id);
                session.is_some_and(|session| states.contains(&session.state))
            })
            .filter(|one| fits(one))
            .count()
    };
    let planned = stated(&[SessionState::Planned, SessionState::Running]);
    let universe = match places.as_deref() {
        Some([(at, value)]) => people
            .dimensions
            .get(*at)
            .and_then(|dimension| dimension.values.get(*value))
            .and_then(|value| value.universe),
        _ => None,
    };
    let wanted = wanted.map(|n| n as usize);
    Row {
        cells: vec![
            Cell::text(target(conditions)),
            Cell::maybe_count(wanted),
            Cell::count(done),
            Cell::count(planned),
            Cell::maybe_count(wanted.map(|n| n.saturating_sub(done + planned))),
            Cell::maybe_count(universe.and_then(|n| usize::try_from(n).ok())),
            Cell::count(held.iter().filter(|at| coded.contains(at)).count()),
            Cell::count(stated(&[SessionState::Refused])),
            Cell::count(stated(&[SessionState::NoShow])),
            Cell::text(state(wanted, done, planned)),
        ],
        passages: Vec::new(),
    }
}
