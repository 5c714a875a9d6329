//! What was answered, counted again: states, sums, marks, choices, lists, shares of a whole, totals by universe.

use super::made::SIZES;
use super::{ASKED, Files, equal, mean, median, near, table};
use crate::files::Row;
use crate::home::Home;
use std::collections::{BTreeMap, BTreeSet};

pub(super) fn recount(home: &Home, files: &Files) -> usize {
    let table = |arguments: &[&str]| table(home, arguments);
    let is = |row: &Row, column: &str, n: usize| {
        assert_eq!(row[column], n.to_string(), "{column}: {row:?}");
        n
    };
    let mut met = 0;
    for row in table(&["answers"]) {
        // one rates two scenarios, one is in parts: their figures stand in tables of their own
        if ["rate", "share"].contains(&row["question"].as_str()) {
            continue;
        }
        let given: Vec<_> = files.given(&row["question"], "").collect();
        let n = |states: &[&str]| {
            given
                .iter()
                .filter(|(_, state, _)| states.contains(state))
                .count()
        };
        met += is(&row, "n_asked", n(&ASKED));
        for state in ["answered", "refused", "unknown", "not-asked"] {
            is(&row, &format!("n_{}", state.replace('-', "_")), n(&[state]));
        }
        if row["question"] == "count" {
            let values: Vec<f64> = given
                .iter()
                .filter_map(|(_, _, value)| value.parse().ok())
                .collect();
            near(
                &row["sum"],
                (!values.is_empty()).then(|| values.iter().sum()),
                "sum",
            );
            near(&row["mean"], mean(&values), "mean");
            near(&row["median"], median(&values), "median");
        }
    }
    for row in table(&["adherence", "--by", "size"]) {
        for (size, suffix) in std::iter::once(("", String::new()))
            .chain(SIZES.map(|(key, _)| (key, format!("[{key}]"))))
        {
            let given: Vec<_> = files
                .given("rate", &row["scenario"])
                .filter(|(interview, ..)| size.is_empty() || files.size(interview) == size)
                .collect();
            if given.is_empty() {
                continue;
            }
            let column = |name: &str| format!("{name}{suffix}");
            let n = |states: &[&str]| {
                given
                    .iter()
                    .filter(|(_, state, _)| states.contains(state))
                    .count()
            };
            met += is(&row, &column("n_asked"), n(&ASKED));
            is(&row, &column("n_refused"), n(&["refused"]));
            is(&row, &column("n_unknown"), n(&["unknown"]));
            let marks: Vec<f64> = given
                .iter()
                .filter_map(|(_, _, value)| value.parse().ok())
                .collect();
            for mark in 1..=5 {
                let own = marks.iter().filter(|own| **own as i32 == mark).count();
                is(&row, &column(&format!("n_{mark}")), own);
            }
            near(&row[&column("median")], median(&marks), "median of marks");
            if !marks.is_empty() {
                let share = format!(
                    "{}/{}",
                    marks.iter().filter(|mark| **mark >= 4.0).count(),
                    marks.len()
                );
                assert_eq!(row[&column("favourable")], share);
            }
        }
    }
    met + totals(files, &table(&["totals"]))
        + chosen(files, &table(&["choice"]), &table(&["mentions"]))
        + shared(files, &table(&["allocation", "--by", "size"]))
}

fn totals(files: &Files, table: &[Row]) -> usize {
    let (mut met, mut total, mut error) = (0, Some(0.0), Some(0.0));
    for row in table.iter().filter(|row| row["question"] == "count") {
        let Some((_, universe)) = SIZES.iter().find(|(key, _)| *key == row["stratum"]) else {
            near(&row["total"], total, "the whole");
            near(&row["standard_error"], error.map(f64::sqrt), "its error");
            continue;
        };
        let values: Vec<f64> = files
            .given("count", "")
            .filter(|(interview, ..)| files.size(interview) == row["stratum"])
            .filter_map(|(_, _, value)| value.parse().ok())
            .collect();
        let n = values.len() as f64;
        let m = mean(&values);
        let variance = m
            .filter(|_| values.len() > 1)
            .map(|m| values.iter().map(|v| (v - m).powi(2)).sum::<f64>() / (n - 1.0));
        assert_eq!(row["n_answered"], values.len().to_string());
        near(&row["mean"], m, "mean of a stratum");
        near(&row["variance"], variance, "variance");
        near(&row["total"], m.map(|m| universe * m), "total");
        let own = variance.map(|v| universe * universe * (1.0 - n / universe) * v / n);
        near(&row["standard_error"], own.map(f64::sqrt), "error");
        total = total.zip(m).map(|(sum, m)| sum + universe * m);
        error = error.zip(own).map(|(sum, own)| sum + own);
        met += values.len();
    }
    met
}

fn chosen(files: &Files, choice: &[Row], mentions: &[Row]) -> usize {
    let said: Vec<_> = files
        .given("one", "")
        .filter(|(_, _, value)| !value.is_empty())
        .collect();
    for row in choice {
        let n = said
            .iter()
            .filter(|(_, _, value)| *value == row["option"])
            .count();
        assert_eq!(
            (row["n"].clone(), row["n_answered"].clone()),
            (n.to_string(), said.len().to_string())
        );
    }
    for row in mentions {
        let own: BTreeSet<&str> = files
            .given("list", "")
            .filter(|(_, _, value)| *value == row["value"])
            .map(|(interview, ..)| interview)
            .collect();
        let asked: BTreeSet<&str> = files
            .given("list", "")
            .filter(|(_, state, _)| ASKED.contains(state))
            .map(|(interview, ..)| interview)
            .collect();
        assert_eq!(
            (row["n_interviews"].clone(), row["n_asked"].clone()),
            (own.len().to_string(), asked.len().to_string())
        );
    }
    said.len()
}

/// Shares of a whole: means over those whose parts add up to a hundred, what they do not name being nothing.
fn shared(files: &Files, table: &[Row]) -> usize {
    let mut met = 0;
    let mut given: BTreeMap<&str, BTreeMap<&str, f64>> = BTreeMap::new();
    for row in &files.answers {
        if let ("share", Ok(share)) = (row["question"].as_str(), row["value"].parse()) {
            let own = given.entry(&row["interview"]).or_default();
            own.insert(&row["part"], share);
        }
    }
    for row in table {
        for (size, suffix) in std::iter::once(("", String::new()))
            .chain(SIZES.map(|(key, _)| (key, format!("[{key}]"))))
        {
            let own = given
                .iter()
                .filter(|(key, _)| size.is_empty() || files.size(key) == size);
            let (whole, partial): (Vec<_>, Vec<_>) = own
                .map(|(_, parts)| parts)
                .partition(|parts| (parts.values().sum::<f64>() - 100.0).abs() <= 0.5);
            let shares: Vec<f64> = whole
                .iter()
                .map(|parts| parts.get(row["part"].as_str()).copied().unwrap_or(0.0))
                .collect();
            let column = |name: &str| format!("{name}{suffix}");
            met += equal("allocation", row, &column("n_complete"), whole.len());
            met += equal("allocation", row, &column("n_partial"), partial.len());
            near(&row[&column("mean")], mean(&shares), "mean of shares");
            let least = shares.iter().copied().reduce(f64::min);
            near(&row[&column("min")], least, "least share");
            let most = shares.iter().copied().reduce(f64::max);
            near(&row[&column("max")], most, "greatest share");
        }
    }
    met
}
