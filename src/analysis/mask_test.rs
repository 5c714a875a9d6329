//! What is hidden is tried to be found out, in every table of studies at random: by all sums that a reader may know of.

use super::random_test::study;
use super::*;
use std::collections::{BTreeMap, BTreeSet};

const N: u32 = 3;

/// Sums that a reader knows of, in one line: the left is all those on the right.
const KNOWN: &[(&str, &[&str])] = &[
    (
        "n_interviews",
        &["n_supporting", "n_contradicting", "n_mixed", "n_neutral"],
    ),
    (
        "n_interviews",
        &["n_supporting", "n_contradicting", "n_mixed"],
    ),
    (
        "n_excerpts",
        &[
            "n_supporting_excerpts",
            "n_contradicting_excerpts",
            "n_mixed_excerpts",
            "n_neutral_excerpts",
        ],
    ),
    (
        "n_excerpts",
        &[
            "n_supporting_excerpts",
            "n_contradicting_excerpts",
            "n_mixed_excerpts",
        ],
    ),
    ("n_asked", &["n_answered", "n_refused", "n_unknown"]),
    (
        "n_asked",
        &["n_answered", "n_partial", "n_refused", "n_unknown"],
    ),
    ("n_answered", &["n_1", "n_2", "n_3", "n_4", "n_5"]),
    ("n_wanted", &["n_done", "n_planned", "n_missing"]),
];

/// Counts that are shown out of a whole: who knows both knows the rest.
const OUT_OF: &[(&str, &str, &str)] = &[
    ("choice", "n_answered", "n"),
    ("mentions", "n_asked", "n_interviews"),
    ("common", "n_asked", "n_cited"),
];

/// A place in a table, by line and column; the rest of a whole beside a part of it stands as many columns further as the
/// table has.
type Place = (usize, usize);

/// A total, where it stands in a cell or is known, and its parts.
type Sum = (Result<Place, i64>, Vec<Place>);

fn at(table: &Table, key: &str) -> Option<usize> {
    table.columns.iter().position(|column| column.key == key)
}

fn number(table: &Table, (row, column): Place) -> Option<i64> {
    if let Some(part) = column.checked_sub(table.columns.len()) {
        let whole = whole_of(table, part)?;
        return Some(number(table, (row, whole))? - number(table, (row, part))?);
    }
    match table.rows[row].cells[column] {
        Cell::Integer(n) => Some(n),
        _ => None,
    }
}

/// The column that a column is out of.
fn whole_of(table: &Table, part: usize) -> Option<usize> {
    let key = table.columns[part].key.as_str();
    let (base, value) = key.split_once('[').map_or((key, ""), |(a, b)| (a, b));
    let (_, whole, _) = OUT_OF
        .iter()
        .find(|(name, _, part)| *name == table.name && *part == base)?;
    match value {
        "" => at(table, whole),
        value => at(table, &format!("{whole}[{value}")),
    }
}

fn word(table: &Table, row: usize, key: &str) -> String {
    match table.cell(row, key) {
        Some(Cell::Text(word)) => word.clone(),
        _ => String::new(),
    }
}

/// The sums that hold in a table as it is.
fn sums(truth: &Table) -> Vec<Sum> {
    let mut sums = Vec::new();
    let mut blocks: BTreeMap<&str, Vec<(&str, usize)>> = BTreeMap::new();
    for (at, column) in truth.columns.iter().enumerate() {
        if let Some((base, value)) = column.key.split_once('[') {
            blocks.entry(base).or_default().push((value, at));
        }
    }
    for row in 0..truth.rows.len() {
        for (base, parts) in &blocks {
            let parts: Vec<Place> = parts.iter().map(|(_, at)| (row, *at)).collect();
            match at(truth, base) {
                Some(total) => sums.push((Ok((row, total)), parts)),
                None => {
                    let all = parts.iter().filter_map(|place| number(truth, *place)).sum();
                    sums.push((Err(all), parts));
                }
            }
        }
        let values: BTreeSet<&str> = blocks.values().flatten().map(|(value, _)| *value).collect();
        for value in std::iter::once("").chain(values) {
            let name = |base: &str| match value {
                "" => base.to_owned(),
                value => format!("{base}[{value}"),
            };
            for (total, parts) in KNOWN {
                let total = at(truth, &name(total));
                let parts: Option<Vec<Place>> = parts
                    .iter()
                    .map(|part| Some((row, at(truth, &name(part))?)))
                    .collect();
                if let (Some(total), Some(parts)) = (total, parts) {
                    // of two that begin alike the longer one is meant
                    let total = Ok((row, total));
                    sums.retain(|(own, less): &Sum| {
                        *own != total || !less.iter().all(|part| parts.contains(part))
                    });
                    if !sums.iter().any(|(own, more)| {
                        *own == total && parts.iter().all(|part| more.contains(part))
                    }) {
                        sums.push((total, parts));
                    }
                }
            }
        }
    }
    sums.extend(down(truth));
    for (part, row) in
        (0..truth.columns.len()).flat_map(|part| (0..truth.rows.len()).map(move |row| (part, row)))
    {
        if let Some(whole) = whole_of(truth, part) {
            let rest = (row, truth.columns.len() + part);
            sums.push((Ok((row, whole)), vec![(row, part), rest]));
        }
    }
    // only what is so: a reader who is wrong learns nothing
    sums.retain(|(total, parts)| {
        let total = match total {
            Ok(place) => number(truth, *place),
            Err(n) => Some(*n),
        };
        let all: Option<i64> = parts.iter().map(|place| number(truth, *place)).sum();
        total.is_some() && total == all
    });
    sums
}

/// Sums down the lines: strata and their whole, values crossed and their margins, what was chosen and who answered.
fn down(truth: &Table) -> Vec<Sum> {
    let mut sums = Vec::new();
    let lines = || 0..truth.rows.len();
    match truth.name {
        "totals" => {
            let n = at(truth, "n_answered").unwrap();
            let total = lines().filter(|row| word(truth, *row, "stratum").is_empty());
            for total in total {
                let key = |row| word(truth, row, "question") + &word(truth, row, "attribute");
                let own = lines().filter(|row| *row != total && key(*row) == key(total));
                sums.push((Ok((total, n)), own.map(|row| (row, n)).collect()));
            }
        }
        "choice" => {
            let (n, all) = (at(truth, "n").unwrap(), at(truth, "n_answered").unwrap());
            for first in lines() {
                let key = |row| word(truth, row, "question");
                let own = lines().filter(|row| key(*row) == key(first));
                sums.push((Ok((first, all)), own.map(|row| (row, n)).collect()));
            }
        }
        "sample" => {
            let pairs = |row| -> BTreeSet<String> {
                let target = word(truth, row, "target");
                target.split(';').map(str::to_owned).collect()
            };
            for key in ["n_done", "n_planned", "n_coded", "n_refused", "n_no_show"] {
                let n = at(truth, key).unwrap();
                for attribute in ["size=", "region="] {
                    let single = lines().filter(|row| {
                        let own = pairs(*row);
                        own.len() == 1 && own.iter().all(|pair| pair.starts_with(attribute))
                    });
                    if key == "n_done" {
                        let all = truth.n_interviews as i64;
                        sums.push((Err(all), single.map(|row| (row, n)).collect()));
                    }
                    for total in lines().filter(|row| pairs(*row).len() == 1) {
                        let own = lines().filter(|row| {
                            let own = pairs(*row);
                            own.len() == 2 && own.is_superset(&pairs(total))
                        });
                        sums.push((Ok((total, n)), own.map(|row| (row, n)).collect()));
                    }
                }
            }
        }
        _ => {}
    }
    sums
}

/// The hidden figures that follow from those shown: by eliminating one unknown after the other, and from sums so small
/// that each part must be one.
fn found(truth: &Table, shown: &Table) -> Vec<Place> {
    let masked = |place: &Place| {
        let Some(n) = number(truth, *place) else {
            return false;
        };
        match shown.rows[place.0].cells.get(place.1) {
            Some(cell) => matches!(cell, Cell::Masked(_)),
            // a rest stands nowhere; nobody minds it where it is of nobody, or of enough
            None => {
                let part = place.1 - truth.columns.len();
                let hides = |at: usize| matches!(shown.rows[place.0].cells[at], Cell::Masked(_));
                (1..i64::from(N)).contains(&n)
                    || hides(part)
                    || whole_of(truth, part).is_some_and(hides)
            }
        }
    };
    let sums = sums(truth);
    let unknown: Vec<Place> = sums
        .iter()
        .flat_map(|(total, parts)| parts.iter().copied().chain(total.as_ref().ok().copied()))
        .filter(masked)
        .collect::<BTreeSet<_>>()
        .into_iter()
        .collect();
    let mut found = Vec::new();
    let mut rows: Vec<Vec<f64>> = Vec::new();
    for (total, parts) in &sums {
        let hidden: Vec<&Place> = parts.iter().filter(|place| masked(place)).collect();
        let known = match total {
            Ok(place) => !masked(place),
            Err(n) => *n >= i64::from(N),
        };
        if known {
            let held: i64 = hidden.iter().filter_map(|p| number(truth, **p)).sum();
            let ones = held as usize == hidden.len()
                && hidden.iter().all(|p| number(truth, **p) == Some(1));
            // where nothing at all is shown beside them, nobody knows which are hidden
            // what is missing is hidden where it is zero too
            let some = parts.iter().all(|place| {
                let column = truth.columns.get(place.1);
                column.is_none_or(|column| column.key != "n_missing")
            });
            if ones && some && hidden.len() < parts.len() {
                found.extend(hidden.iter().map(|place| **place));
            }
        } else if total.is_err() {
            continue;
        }
        let mut row = vec![0.0; unknown.len()];
        for place in parts {
            if let Ok(at) = unknown.binary_search(place) {
                row[at] += 1.0;
            }
        }
        if let Ok(place) = total
            && let Ok(at) = unknown.binary_search(place)
        {
            row[at] -= 1.0;
        }
        rows.push(row);
    }
    let mut done = 0;
    for column in 0..unknown.len() {
        let Some(pivot) = (done..rows.len()).find(|row| rows[*row][column].abs() > 1e-6) else {
            continue;
        };
        rows.swap(done, pivot);
        let by = rows[done][column];
        rows[done].iter_mut().for_each(|one| *one /= by);
        let own = rows[done].clone();
        for (place, row) in rows.iter_mut().enumerate() {
            let times = row[column];
            if place != done && times.abs() > 1e-6 {
                row.iter_mut()
                    .zip(&own)
                    .for_each(|(one, own)| *one -= own * times);
            }
        }
        done += 1;
    }
    for row in &rows[..done] {
        let mut left = row.iter().enumerate().filter(|(_, one)| one.abs() > 1e-6);
        if let (Some((at, _)), None) = (left.next(), left.next()) {
            found.push(unknown[at]);
        }
    }
    // a rest of nobody, or of enough, is no secret
    found.retain(|place| {
        let few = number(truth, *place).is_some_and(|n| (1..i64::from(N)).contains(&n));
        place.1 < truth.columns.len() || few
    });
    found
}

/// Whether a column counts interviews, or what they say, and not what is wanted or planned for.
fn counts(column: &Column) -> bool {
    let plan = ["n_wanted", "n_missing", "base", "run", "position"];
    let text = ["n_reference_excerpts"];
    matches!(column.unit, "interviews" | "excerpts")
        && !plan.contains(&column.key.as_str())
        && !text.contains(&column.key.split('[').next().unwrap_or(""))
}

fn no_small_figure(shown: &Table) -> usize {
    let mut hidden = 0;
    for (row, own) in shown.rows.iter().enumerate() {
        assert_eq!(own.cells.len(), shown.columns.len());
        for (column, cell) in shown.columns.iter().zip(&own.cells) {
            let what = || format!("{} line {row}: {}", shown.name, column.key);
            match cell {
                Cell::Integer(n) if counts(column) => {
                    assert!(*n == 0 || *n >= i64::from(N), "{}: {own:?}", what());
                }
                Cell::Share(share) => {
                    let few = 1..N as usize;
                    let told = [share.k, share.n, share.n - share.k];
                    assert!(
                        told.iter().all(|n| !few.contains(n)),
                        "{}: {told:?}",
                        what()
                    );
                }
                Cell::Masked(n) => {
                    assert!(*n == N || *n == 0);
                    hidden += 1;
                }
                _ => {}
            }
        }
    }
    hidden
}

#[test]
fn what_is_masked_in_any_table_cannot_be_computed_back() {
    let mut hidden: BTreeMap<&str, usize> = BTreeMap::new();
    for seed in 0..40 {
        let bench = study(seed);
        for (name, groups, ..) in TABLES {
            for by in [None, Some("size"), Some("region")] {
                if by.is_some() && !groups {
                    continue;
                }
                let options = Options {
                    by: by.map(str::to_owned),
                    ..Options::default()
                };
                let truth = bench.table(name, &options);
                let masked = Options {
                    mask_under: N,
                    ..options.clone()
                };
                let shown = bench.table(name, &masked);
                *hidden.entry(name).or_default() += no_small_figure(&shown) + shown.left_out;
                let same = shown.rows.len() == truth.rows.len() && shown.columns == truth.columns;
                assert!(same || shown.left_out > 0 || *name == "matrix", "{name}");
                if same {
                    let found = found(&truth, &shown);
                    assert!(
                        found.is_empty(),
                        "seed {seed} {name} by {by:?}: {:?}\n{:?}\n{:?}",
                        found
                            .iter()
                            .map(|(row, at)| (row, &truth.columns[at % truth.columns.len()].key))
                            .collect::<Vec<_>>(),
                        truth.rows[found[0].0].cells,
                        shown.rows[found[0].0].cells,
                    );
                    let pairs = truth.rows.iter().zip(&shown.rows);
                    for (truth, shown) in pairs {
                        for (truth, shown) in truth.cells.iter().zip(&shown.cells) {
                            let kept =
                                truth == shown || matches!(shown, Cell::Masked(_) | Cell::Empty);
                            assert!(kept, "what is shown is so: {truth:?} {shown:?}");
                            let few = matches!(truth, Cell::Integer(n) if *n < i64::from(N));
                            assert!(
                                *shown != Cell::Masked(N) || few,
                                "{truth:?} is not under {N}"
                            );
                        }
                    }
                }
                let commission = Options {
                    commission: true,
                    ..masked
                };
                let shown = bench.table(name, &commission);
                no_small_figure(&shown);
                assert!(shown.answers.is_empty(), "{name}");
                assert!(
                    shown.rows.iter().all(|row| row.passages.is_empty()),
                    "{name}"
                );
                for column in &shown.columns {
                    assert!(!column.key.starts_with("I0"), "{name}: {}", column.key);
                }
                let named = shown.rows.iter().flat_map(|row| &row.cells);
                let named = named.filter(|cell| matches!(cell, Cell::Text(word) if word.starts_with("I0") || word.starts_with("P0")));
                assert_eq!(named.count(), 0, "{name} names an interview or a person");
            }
        }
    }
    for (name, ..) in TABLES {
        assert!(
            hidden.get(name).is_some_and(|n| *n > 0),
            "{name} hid nothing: {hidden:?}"
        );
    }
}
