//! Every figure counted again, naively, from the exported files alone: `excerpts.csv` row by row, sets of keys, no code of
//! the product. Over the sample study and over studies made at random.

use crate::files::{Dice, Row, rows};
use crate::home::Home;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;
use std::path::Path;

fn file(folder: &Path, name: &str) -> Vec<Row> {
    rows(&std::fs::read_to_string(folder.join(name)).unwrap())
}

/// What one excerpt is: a note, or a span of a version of a document.
fn excerpt(row: &Row) -> String {
    match row["note_id"].as_str() {
        "" => format!("{}/{}/{}", spot(row), row["char_start"], row["char_end"]),
        note => note.to_owned(),
    }
}

fn spot(row: &Row) -> String {
    format!(
        "{}/{}/{}",
        row["interview"], row["document"], row["version"]
    )
}

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

fn distinct<'a>(rows: impl Iterator<Item = &'a Row>, of: impl Fn(&Row) -> String) -> usize {
    let all: BTreeSet<String> = rows.map(of).filter(|key| !key.is_empty()).collect();
    all.len()
}

fn equal(table: &str, row: &Row, column: &str, wanted: usize) {
    assert_eq!(row[column], wanted.to_string(), "{table} {column}: {row:?}");
}

/// Counts all tables again; how many figures that were not zero were met.
fn recount(home: &Home) -> usize {
    home.ok(&["export", "--out", "recounted"]);
    let folder = home.path().join("recounted");
    let all = file(&folder, "excerpts.csv");
    let long: Vec<&Row> = all.iter().filter(|row| row["counted"] == "yes").collect();
    let interview = |row: &Row| row["interview"].clone();
    let table = |arguments: &[&str]| {
        let mut whole = vec!["table"];
        whole.extend(arguments);
        whole.extend(["--format", "csv"]);
        rows(&home.ok(&whole))
    };
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
    met + pairs(&long, &table(&["cooccurrence"])) + saturation(&long, &table(&["saturation"]))
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
    for row in table {
        if strata.insert(&row["stratum"]) {
            known.clear();
        }
        if !row["stratum"].is_empty() {
            continue;
        }
        let own = long
            .iter()
            .filter(|one| one["interview"] == row["interview"]);
        let own: BTreeSet<&str> = own.map(|one| one["code"].as_str()).collect();
        equal("saturation", row, "n_codes", own.len());
        equal("saturation", row, "n_new", own.difference(&known).count());
        known.extend(own);
        equal("saturation", row, "n_cumulated", known.len());
        // whatever the order, all are known at the end
    }
    known.len()
}

#[test]
fn the_sample_study_is_counted_again_from_its_files() {
    let home = Home::new();
    home.ok(&["demo", "--out", "sample"]);
    assert!(recount(&home) > 100);
}

/// A study at random: people in strata, withdrawn ones among them, codings over one another by several coders.
fn random(home: &Home, seed: u64) {
    let mut dice = Dice(seed);
    let sizes = ["under10", "10to49", "50plus", ""];
    let codes = ["A", "A1", "A2", "B", "C"];
    home.write(
        "made/study.toml",
        "schema = 1\nname = \"Au hasard\"\nlanguages = [\"fr\"]\n[[attribute]]\nkey = \"size\"\nof = \"organisation\"\nstratum = true\n\
         values = [ { key = \"under10\" }, { key = \"10to49\" }, { key = \"50plus\" } ]\n[[scenario]]\nkey = \"S1\"\n[[scenario]]\nkey = \"S2\"\n",
    );
    home.write(
        "made/codebook.csv",
        "key,parent,label_fr\nA,,A\nA1,A,A un\nA2,A,A deux\nB,,B\nC,,C\n",
    );
    let mut people = String::from("interview,role,organisation,size,consent\n");
    let mut codings =
        String::from("interview,char_start,char_end,code,coder,scenario,polarity,strength\n");
    let mut written: BTreeSet<String> = BTreeSet::new();
    let interviews = 2 + dice.roll(7);
    for at in 1..=interviews {
        let key = format!("I{at}");
        // an organisation has one size, whoever speaks for it
        let organisation = dice.roll(4);
        let size = sizes[organisation as usize];
        let consent = dice.of(&["given", "given", "given", "no-quote", "withdrawn"]);
        let _ = writeln!(people, "{key},direction,O{organisation},{size},{consent}");
        home.write(
            &format!("made/transcripts/{key}.txt"),
            "un deux trois quatre cinq six sept huit neuf dix onze douze\n",
        );
        for _ in 0..dice.roll(12) {
            let start = dice.roll(40);
            let end = start + 1 + dice.roll(4);
            let code = dice.of(&codes);
            let coder = dice.of(&["am", "jl"]);
            for scenario in ["S1", "S2"] {
                if dice.roll(3) == 0 {
                    continue;
                }
                let what = format!("{key},{start},{end},{code},{coder},{scenario}");
                if written.insert(what.clone()) {
                    let polarity = dice.of(&["supports", "contradicts", "mixed", "neutral", ""]);
                    // one coding has one strength, whatever the scenario
                    let strength = (start + end) % 5;
                    let _ = writeln!(codings, "{what},{polarity},{strength}");
                }
            }
        }
    }
    home.write("made/participants.csv", people);
    home.write("made/codings.csv", codings);
}

#[test]
fn studies_at_random_are_counted_again_from_their_files() {
    let mut met = 0;
    for seed in 1..=12 {
        let home = Home::new();
        random(&home, seed);
        home.ok(&["new", "hasard", "--from", "made"]);
        met += recount(&home);
    }
    assert!(met > 1000, "{met}");
}

/// What a commission sees is tried to be found out: from the total and the values that are shown, the one that is not.
#[test]
fn what_is_masked_for_a_commission_cannot_be_computed_back() {
    let mut hidden = 0;
    for seed in 1..=12 {
        let home = Home::new();
        random(&home, seed);
        home.ok(&["new", "hasard", "--from", "made"]);
        home.fails(65, &["table", "codes", "--commission"]);
        home.ok(&["study", "set", "mask-under", "3"]);
        // no bench, no role: strata alone
        home.fails(2, &["table", "codes", "--commission", "--by", "role"]);
        home.fails(2, &["table", "codes", "--commission", "--coder", "am"]);
        for name in ["codes", "evidence"] {
            let whole = rows(&home.ok(&["table", name, "--by", "size", "--format", "csv"]));
            let arguments = [
                "table",
                name,
                "--by",
                "size",
                "--commission",
                "--format",
                "csv",
            ];
            let shown = rows(&home.ok(&arguments));
            for row in &shown {
                let same = |one: &&Row| {
                    let key = |row: &Row, key: &str| row.get(key).cloned().unwrap_or_default();
                    key(one, "code") == key(row, "code")
                        && key(one, "scenario") == key(row, "scenario")
                };
                let truth = whole.iter().find(same).unwrap();
                hidden += attack(row, truth);
            }
            for row in whole
                .iter()
                .filter(|row| ["1", "2"].contains(&row["n_interviews"].as_str()))
            {
                let key = |row: &Row| (row.get("scenario").cloned(), row["code"].clone());
                assert!(shown.iter().all(|one| key(one) != key(row)), "{row:?}");
            }
        }
        for name in home.ok(&["table"]).lines() {
            let shown = home.ok(&["table", name, "--commission", "--format", "json"]);
            let shown: serde_json::Value = serde_json::from_str(&shown).unwrap();
            let rule = shown["rule"].as_str().unwrap();
            assert!(rule.contains("For a commission"), "{name}: {rule}");
            for row in shown["rows"].as_array().unwrap() {
                assert_eq!(row["passages"], serde_json::json!([]), "{name}");
            }
        }
    }
    assert!(hidden > 10, "{hidden}");
}

/// How many cells were hidden; none of them follows from the others.
fn attack(row: &Row, truth: &Row) -> usize {
    let groups: Vec<(&String, &String)> = row
        .iter()
        .filter(|(column, _)| column.starts_with("n_interviews["))
        .collect();
    let known = |text: &str| text.parse::<usize>().ok();
    for (column, text) in &groups {
        // nobody is counted by one or two
        assert!(!["1", "2"].contains(&text.as_str()), "{column}: {row:?}");
        // what is shown is true
        assert!(
            known(text).is_none_or(|n| truth[*column] == n.to_string()),
            "{column}"
        );
    }
    let masked: Vec<&String> = groups
        .iter()
        .filter(|(_, text)| known(text).is_none())
        .map(|(column, _)| *column)
        .collect();
    let total = known(&row["n_interviews"]).unwrap();
    let shown: usize = groups.iter().filter_map(|(_, text)| known(text)).sum();
    let real: usize = masked
        .iter()
        .map(|column| truth[*column].parse::<usize>().unwrap())
        .sum();
    // where everybody is in one group or another, the hidden ones together are the rest: alone, one would be known
    if !masked.is_empty() && shown + real == total {
        assert!(masked.len() > 1 && real >= 3, "{masked:?} of {row:?}");
    }
    masked.len()
}
