//! `coders`: how far the coders of a study agree, code by code and over all codes; what they disagree on.

mod disagreement;
mod ground;
mod tally;

pub use disagreement::{Compared, Disagreement, Kind, Work, compare};

use super::agreement::report::{self, Coefficient, Of};
use super::agreement::{Level, Undefined};
use super::ask::{Ask, Unit};
use super::mask;
use super::table::{Cell, Column, Row, Table};
use crate::message;
use crate::study::id::CodingId;
use ground::{Ground, ground};
use std::collections::{BTreeMap, BTreeSet};
use tally::Tally;

/// Overlap from which two segments are one, in percent.
const OVERLAP: u8 = 90;

/// Makes the table.
pub fn make(ask: &Ask) -> Table {
    let counted = ask.counted;
    let units: Vec<Unit> = match ask.options.unit {
        Some(unit) => vec![unit],
        None => Unit::ALL.to_vec(),
    };
    let overlap = ask.options.overlap.unwrap_or(OVERLAP);
    let ground = ground(ask, None, units.contains(&Unit::Sentence));
    let mut passages: BTreeMap<usize, Vec<CodingId>> = BTreeMap::new();
    let mut all = Vec::new();
    let mut lines: Vec<(usize, usize)> = ground
        .sources
        .iter()
        .flat_map(|source| source.marks.iter().map(|mark| (mark.line, mark.code)))
        .collect();
    lines.sort_unstable();
    for (at, code) in lines {
        if let Some(line) = counted.lines.get(at) {
            passages.entry(code).or_default().push(line.id.clone());
            all.push(line.id.clone());
        }
    }
    let few = few(ask, &passages);
    let tally = Tally::new(&ground, f64::from(overlap) / 100.0, passages.len());
    let mut rows = Vec::new();
    for unit in units {
        rows.extend(group("", unit, tally.all(unit), &all));
        for (code, passages) in passages.iter().filter(|(code, _)| !few.contains(code)) {
            let key = counted
                .codes
                .get(*code)
                .map_or("", |(id, code)| counted.keys.code(id, code));
            rows.extend(group(key, unit, tally.code(unit, *code), passages));
        }
    }
    let mut columns = report::columns();
    columns.extend([
        Column::count("n_coded", "units").described("analysis-column-n-coded-agreement"),
        Column::count("n_uncoded", "units"),
    ]);
    let rule = message!(
        "analysis-rule-coders",
        coders = coders_of(&ground),
        n = ground.coders.len(),
        sources = ground.sources.len(),
        alone = ground.n_alone,
        overlap = i64::from(overlap),
        rules = ask.rules()
    );
    let mut table = ask.table(rule, columns, rows);
    table.left_out = few.len();
    table
}

/// Codes that are not shown one by one, since few interviews carry them; none where nothing is hidden.
fn few(ask: &Ask, passages: &BTreeMap<usize, Vec<CodingId>>) -> BTreeSet<usize> {
    let mut interviews: BTreeMap<usize, BTreeSet<usize>> = BTreeMap::new();
    for line in &ask.counted.lines {
        if let Some(at) = line.interview.filter(|_| passages.contains_key(&line.code)) {
            interviews.entry(line.code).or_default().insert(at);
        }
    }
    let counts: Vec<usize> = interviews.values().map(BTreeSet::len).collect();
    let hide = mask::hidden(&counts, ask.options.mask_under as usize);
    let hide = interviews.into_keys().zip(hide);
    hide.filter(|(_, hide)| *hide)
        .map(|(code, _)| code)
        .collect()
}

fn coders_of(ground: &Ground) -> String {
    ground.coders.join(", ")
}

/// The rows of one code over one kind of unit.
fn group(code: &str, unit: Unit, counted: tally::Counted, passages: &[CodingId]) -> Vec<Row> {
    let of = Of {
        code,
        unit: unit.as_str(),
    };
    let apart = [
        Cell::count(counted.coded.round() as usize),
        Cell::count(counted.uncoded.round() as usize),
    ];
    counted
        .coefficients
        .into_iter()
        .map(|one| {
            let mut row = one.row(of, passages.to_vec());
            row.cells.extend(apart.clone());
            row
        })
        .collect()
}

/// Coefficients of units in categories, without those that say the same twice.
fn over_ratings(ratings: &super::agreement::Ratings) -> Vec<Coefficient> {
    report::all(ratings, Level::Nominal, None)
}

/// Every coefficient of a kind of unit, undefined for one reason.
fn none(names: &[&'static str], reason: Undefined) -> Vec<Coefficient> {
    names
        .iter()
        .map(|name| report::undefined(name, reason))
        .collect()
}
