//! What was coded, counted again: evidence, codes, matrices, pairs of codes, saturation and its runs.

use super::{distinct, equal, excerpt, file, interview, table};
use crate::files::Row;
use crate::home::Home;
use std::collections::{BTreeMap, BTreeSet};

/// For, against, both, neither.
fn side<'a>(polarities: impl Iterator<Item = &'a str>) -> &'static str {
    let all: BTreeSet<&str> = polarities.collect();
    let has = |word| all.contains(word);
    match (has("supports"), has("contradicts"), has("mixed")) {
        (_, _, true) | (true, true, _) => "mixed",
        (true, ..) => "supporting",
        (_, true, _) => "contradicting",
        _ => "neutral",
    }
}

/// How many groups there are, and how many on each side.
fn sides(rows: &[&Row], group: impl Fn(&Row) -> String) -> BTreeMap<&'static str, usize> {
    let mut groups: BTreeMap<String, Vec<&str>> = BTreeMap::new();
    for row in rows {
        groups.entry(group(row)).or_default().push(&row["polarity"]);
    }
    let mut counts = BTreeMap::from([("all", groups.len())]);
    for polarities in groups.values() {
        *counts.entry(side(polarities.iter().copied())).or_default() += 1;
    }
    counts
}

/// Counts all tables again; how many figures that were not zero were met.
pub(super) fn recount(home: &Home) -> usize {
    let all = file(&home.path().join("files"), "excerpts.csv");
    let long: Vec<&Row> = all.iter().filter(|row| row["counted"] == "yes").collect();
    let table = |arguments: &[&str]| table(home, arguments);
    let mut met = 0;
    for row in table(&["evidence", "--by", "size"]) {
        let own = |size: Option<&str>| -> Vec<&Row> {
            let own = long.iter().filter(|one| one["scenario"] == row["scenario"]);
            own.filter(|one| row["code"].is_empty() || one["code"] == row["code"])
                .filter(|one| size.is_none_or(|size| one["size"] == size))
                .copied()
                .collect()
        };
        let whole = own(None);
        met += whole.len();
        let (excerpts, interviews) = (sides(&whole, excerpt), sides(&whole, interview));
        let n = |counts: &BTreeMap<&str, usize>, key| counts.get(key).copied().unwrap_or(0);
        equal("evidence", &row, "n_excerpts", n(&excerpts, "all"));
        equal("evidence", &row, "n_interviews", n(&interviews, "all"));
        for side in ["supporting", "contradicting", "mixed", "neutral"] {
            equal("evidence", &row, &format!("n_{side}"), n(&interviews, side));
            let column = format!("n_{side}_excerpts");
            equal("evidence", &row, &column, n(&excerpts, side));
        }
        let organisations = distinct(whole.iter().copied(), |one| one["organisation"].clone());
        equal("evidence", &row, "n_organisations", organisations);
        for (polarity, column) in [
            ("supports", "max_strength_supporting"),
            ("contradicts", "max_strength_contradicting"),
        ] {
            let strengths = whole.iter().filter(|one| one["polarity"] == polarity);
            let most = strengths
                .map(|one| one["strength"].as_str())
                .max()
                .unwrap_or("");
            assert_eq!(row[column], most, "{column}: {row:?}");
        }
        for (column, value) in &row {
            let Some(size) = column
                .strip_prefix("n_interviews[")
                .and_then(|rest| rest.strip_suffix(']'))
            else {
                continue;
            };
            let there = own(Some(size));
            let count = distinct(there.iter().copied(), interview);
            assert_eq!(*value, count.to_string(), "{column}: {row:?}");
        }
    }
    for row in table(&["codes"]) {
        let own = || {
            long.iter()
                .copied()
                .filter(|one| one["code"] == row["code"])
        };
        equal("codes", &row, "n_excerpts", distinct(own(), excerpt));
        equal("codes", &row, "n_interviews", distinct(own(), interview));
        let organisation = |one: &Row| one["organisation"].clone();
        equal(
            "codes",
            &row,
            "n_organisations",
            distinct(own(), organisation),
        );
    }
    for (arguments, presence) in [(&["matrix"][..], false), (&["matrix", "--presence"], true)] {
        for row in table(arguments) {
            for (column, value) in row.iter().filter(|(column, _)| *column != "code") {
                let own = long
                    .iter()
                    .copied()
                    .filter(|one| one["code"] == row["code"]);
                let n = distinct(own.filter(|one| one["interview"] == *column), excerpt);
                let n = if presence { n.min(1) } else { n };
                assert_eq!(*value, n.to_string(), "{arguments:?} {column}: {row:?}");
                met += n;
            }
        }
    }
    for row in table(&["matrix", "--by", "size"]) {
        for (column, value) in row.iter().filter(|(column, _)| *column != "code") {
            let (what, size) = column.trim_end_matches(']').split_once('[').unwrap();
            let own = long
                .iter()
                .copied()
                .filter(|one| one["code"] == row["code"]);
            let own = own.filter(|one| one["size"] == size);
            let n = match what {
                "n_excerpts" => distinct(own, excerpt),
                _ => distinct(own, interview),
            };
            assert_eq!(*value, n.to_string(), "matrix {column}: {row:?}");
        }
    }
    let series = table(&["saturation", "--by", "size"]);
    met + pairs(&long, &table(&["cooccurrence"]))
        + saturation(&long, &series)
        + runs(&long, &series, &table(&["saturation-runs", "--by", "size"]))
}

/// Two codes on one excerpt, and in one interview: every pair, none left out.
fn pairs(long: &[&Row], table: &[Row]) -> usize {
    let mut wanted: BTreeMap<BTreeSet<String>, [usize; 2]> = BTreeMap::new();
    let groups: [fn(&Row) -> String; 2] = [excerpt, |row| row["interview"].clone()];
    for (at, group) in groups.into_iter().enumerate() {
        let mut codes: BTreeMap<String, BTreeSet<&str>> = BTreeMap::new();
        for row in long {
            codes.entry(group(row)).or_default().insert(&row["code"]);
        }
        for codes in codes.values() {
            for one in codes {
                for other in codes.iter().filter(|other| *other > one) {
                    let pair = [*one, *other].map(str::to_owned).into();
                    wanted.entry(pair).or_default()[at] += 1;
                }
            }
        }
    }
    let mut seen = 0;
    for row in table {
        let pair = [row["code"].clone(), row["other_code"].clone()].into();
        let [excerpts, interviews] = wanted.remove(&pair).unwrap_or_default();
        equal("cooccurrence", row, "n_excerpts", excerpts);
        equal("cooccurrence", row, "n_interviews", interviews);
        seen += excerpts + interviews;
    }
    assert!(wanted.is_empty(), "left out: {wanted:?}");
    seen
}

/// Codes that were in no interview before, in the table's own order of the interviews.
fn saturation(long: &[&Row], table: &[Row]) -> usize {
    let mut known: BTreeSet<&str> = BTreeSet::new();
    let mut strata: BTreeSet<&str> = BTreeSet::new();
    let mut met = 0;
    for row in table {
        if strata.insert(&row["stratum"]) {
            known.clear();
        }
        let own = of(long, row);
        let own: BTreeSet<&str> = own.map(|one| one["code"].as_str()).collect();
        equal("saturation", row, "n_codes", own.len());
        equal("saturation", row, "n_new", own.difference(&known).count());
        known.extend(own);
        met += equal("saturation", row, "n_cumulated", known.len());
    }
    met
}

/// What is coded of the interview in a row, of its stratum where it has one.
fn of<'a>(long: &'a [&Row], row: &'a Row) -> impl Iterator<Item = &'a Row> {
    let own = long
        .iter()
        .filter(|one| one["interview"] == row["interview"]);
    own.filter(|one| row["stratum"].is_empty() || one["size"] == row["stratum"])
        .copied()
}

/// After which interview a run brings at most so many in a hundred of the codes of the base; runs overlap.
fn runs(long: &[&Row], series: &[Row], table: &[Row]) -> usize {
    let mut met = 0;
    for row in table {
        let own = series
            .iter()
            .filter(|step| step["stratum"] == row["stratum"]);
        let codes: Vec<BTreeSet<&str>> = own
            .map(|step| of(long, step).map(|one| one["code"].as_str()).collect())
            .collect();
        let number = |column: &str| row[column].trim_end_matches('%').parse::<usize>().unwrap();
        let (base, run, percent) = (number("base"), number("run"), number("threshold"));
        let all = |steps: &[BTreeSet<&str>]| steps.iter().flatten().collect::<BTreeSet<_>>().len();
        met += equal("runs", row, "n_interviews", codes.len());
        let mut wanted = "not reached".to_owned();
        if codes.len() < base + run || all(&codes[..base]) == 0 {
            wanted = String::from("n/a");
        } else {
            let in_base = all(&codes[..base]);
            met += equal("runs", row, "n_base", in_base);
            for at in base..=codes.len() - run {
                let new = all(&codes[..at + run]) - all(&codes[..at]);
                if new * 100 <= percent * in_base {
                    wanted = format!("{at}(+{run})");
                    break;
                }
            }
        }
        assert_eq!(row["reached"], wanted, "{row:?}");
    }
    met
}
