//! How far coders agree, reckoned again by the formulae of the books: from the files of a study, and from ratings.

use super::{Files, near, table};
use crate::files::{Dice, Row, rows};
use crate::home::Home;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;

/// What two coders put on each unit, and by how much their agreement exceeds chance (Cohen): nothing where chance is all.
fn kappa<T: Ord>(pairs: &[(T, T)]) -> Option<f64> {
    let n = pairs.len() as f64;
    let share = |passes: &dyn Fn(&(T, T)) -> bool| {
        pairs.iter().filter(|pair| passes(pair)).count() as f64 / n
    };
    let all: BTreeSet<&T> = pairs.iter().flat_map(|(one, other)| [one, other]).collect();
    let chance: f64 = all
        .iter()
        .map(|value| share(&|pair| pair.0 == **value) * share(&|pair| pair.1 == **value))
        .sum();
    (chance < 1.0 - 1e-9).then(|| (share(&|pair| pair.0 == pair.1) - chance) / (1.0 - chance))
}

/// Characters and whole segments of two coders, over the texts that both coded.
pub(super) fn recount(home: &Home, files: &Files) -> usize {
    let coders = ["am", "jl"];
    let of = |interview: &str, coder: &str, code: &str| -> BTreeSet<(usize, usize)> {
        let own = files.long.iter().filter(|row| {
            row["interview"] == interview
                && row["coder"] == coder
                && (code.is_empty() || row["code"] == code)
        });
        own.map(|row| {
            let at = |column: &str| row[column].parse::<usize>().unwrap();
            (at("char_start"), at("char_end"))
        })
        .collect()
    };
    let common: Vec<(&str, usize)> = files
        .texts
        .iter()
        .filter(|(key, _)| coders.iter().all(|coder| !of(key, coder, "").is_empty()))
        .map(|(key, long)| (key.as_str(), *long))
        .collect();
    let codes: BTreeSet<&str> = files
        .long
        .iter()
        .filter(|row| common.iter().any(|(key, _)| *key == row["interview"]))
        .map(|row| row["code"].as_str())
        .collect();
    // by code, and by the set of all codes
    let mut by_character: BTreeMap<&str, Vec<_>> = BTreeMap::new();
    let mut by_segment: BTreeMap<&str, [usize; 3]> = BTreeMap::new();
    for (key, long) in &common {
        let spans: BTreeMap<_, _> = codes
            .iter()
            .map(|code| (*code, coders.map(|coder| of(key, coder, code))))
            .collect();
        for at in 0..*long {
            let has = |spans: &BTreeSet<(usize, usize)>| {
                spans
                    .iter()
                    .any(|(start, end)| (*start..*end).contains(&at))
            };
            let mut sets = [BTreeSet::new(), BTreeSet::new()];
            for (code, own) in &spans {
                let [one, other] = [0, 1].map(|coder| {
                    let has = has(&own[coder]);
                    let kept: BTreeSet<&str> = has.then_some(*code).into_iter().collect();
                    sets[coder].extend(kept.iter().copied());
                    kept
                });
                by_character.entry(code).or_default().push((one, other));
            }
            let [one, other] = sets;
            by_character.entry("").or_default().push((one, other));
        }
        for (code, [one, other]) in &spans {
            for code in [*code, ""] {
                let [both, first, second] = by_segment.entry(code).or_default();
                *both += one.intersection(other).count();
                *first += one.difference(other).count();
                *second += other.difference(one).count();
            }
        }
    }
    let mut met = 0;
    let said = table(home, &["coders", "--overlap", "100"]);
    let find = |code: &str, unit: &str, coefficient: &str| -> &Row {
        let own = |row: &&Row| {
            row["code"] == code && row["unit"] == unit && row["coefficient"] == coefficient
        };
        let found = said.iter().find(own);
        found.unwrap_or_else(|| panic!("{code} {unit} {coefficient}: {said:?}"))
    };
    let same = |row: &Row, wanted: Option<f64>| match wanted {
        None => assert_eq!(row["value"], "n/a", "{row:?}"),
        Some(_) => near(&row["value"], wanted, &row["coefficient"]),
    };
    for (code, pairs) in &by_character {
        let row = find(code, "character", "cohen-kappa");
        same(row, kappa(pairs));
        assert_eq!(row["n_units"], pairs.len().to_string(), "{row:?}");
        let touched = pairs
            .iter()
            .filter(|(one, other)| !one.is_empty() || !other.is_empty());
        let touched = touched.count();
        assert_eq!(row["n_coded"], touched.to_string(), "{row:?}");
        let rest = pairs.len() - touched;
        assert_eq!(row["n_uncoded"], rest.to_string(), "{row:?}");
        met += touched;
    }
    for (code, [both, first, second]) in &by_segment {
        let [both, first, second] = [both, first, second].map(|n| *n as f64);
        let agreed = both / (both + first + second);
        same(find(code, "segment", "segment-agreement"), Some(agreed));
        let holsti = 2.0 * both / (2.0 * both + first + second);
        same(find(code, "segment", "holsti"), Some(holsti));
        let chance = 1.0 / codes.len() as f64;
        let beyond = (agreed - chance) / (1.0 - chance);
        same(
            find(code, "segment", "segment-kappa"),
            (codes.len() > 1).then_some(beyond),
        );
    }
    met
}

/// Ratings of two, and what they agree by beyond chance, by the formula of the book.
#[test]
fn agreement_is_reckoned_again_from_the_ratings() {
    for seed in 1..=20 {
        let home = Home::new();
        let mut dice = Dice(seed);
        let mut sheet = String::from("am,jl\n");
        let mut pairs = Vec::new();
        for _ in 0..20 + dice.roll(20) {
            let one = dice.of(&["x", "y", "z"]);
            let other = if dice.roll(3) > 0 {
                one
            } else {
                dice.of(&["x", "y", "z"])
            };
            let _ = writeln!(sheet, "{one},{other}");
            pairs.push((one, other));
        }
        home.write("ratings.csv", sheet);
        let n = pairs.len() as f64;
        let of = |passes: &dyn Fn(&(&str, &str)) -> bool| {
            pairs.iter().filter(|pair| passes(pair)).count() as f64 / n
        };
        let observed = of(&|(one, other)| one == other);
        let (mut cohen, mut scott) = (0.0, 0.0);
        for value in ["x", "y", "z"] {
            let (one, other) = (of(&|pair| pair.0 == value), of(&|pair| pair.1 == value));
            cohen += one * other;
            scott += f64::midpoint(one, other).powi(2);
        }
        let wanted = |chance: f64| (observed - chance) / (1.0 - chance);
        let said = rows(&home.ok(&["agreement", "ratings.csv", "--format", "csv"]));
        for (name, value) in [
            ("cohen-kappa", wanted(cohen)),
            ("scott-pi", wanted(scott)),
            ("brennan-prediger", wanted(1.0 / 3.0)),
        ] {
            let found = said
                .iter()
                .find(|row| row["coefficient"] == name && row["code"].is_empty());
            let found = found.unwrap_or_else(|| panic!("{name}: {said:?}"));
            let got: f64 = found["value"].parse().unwrap();
            assert!((got - value).abs() < 5e-5, "{name}: {got} is not {value}");
        }
    }
}
