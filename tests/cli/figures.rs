//! Tables of answers whose figures are worked by hand, through files and verbs alone.

use crate::home::Home;
use serde_json::Value;
use std::fmt::Write;

const GUIDE: &str = r#"
schema = 1
[[section]]
key = "1"
[[section.question]]
key = "certify"
kind = "count"
unit = "personnes"
[[section.question]]
key = "mark"
kind = "rating"
"#;

/// Stratum, organisations in it, what each of its interviews answered.
const STRATA: &[(&str, u32, &[u32])] = &[
    ("under10", 3000, &[0, 0, 1, 0, 2, 0, 0, 1, 0, 0, 0, 1]),
    ("10to49", 1150, &[2, 1, 0, 3, 1, 2]),
    ("50plus", 150, &[6, 9]),
];

/// A study of three strata and twenty interviews that answered, and two that did not.
fn home() -> Home {
    let home = Home::with_study("AF 2022");
    let mut add = vec![
        "attribute",
        "add",
        "size",
        "--of",
        "organisation",
        "--stratum",
    ];
    let universes: Vec<String> = STRATA
        .iter()
        .map(|(key, universe, _)| format!("{key}={universe}"))
        .collect();
    for ((key, ..), universe) in STRATA.iter().zip(&universes) {
        add.extend(["--value", key, "--universe", universe]);
    }
    home.ok(&add);
    let mut people = "interview,role,organisation,size,consent\n".to_owned();
    let mut answers = "interview,question,state,value\n".to_owned();
    let mut n = 0;
    let figures = STRATA
        .iter()
        .flat_map(|(key, _, list)| list.iter().map(move |figure| (*key, *figure)));
    for (key, figure) in figures {
        n += 1;
        writeln!(people, "I{n:02},direction,O{n:02},{key},given").unwrap();
        writeln!(answers, "I{n:02},certify,answered,{figure}").unwrap();
    }
    people += "I21,direction,O21,under10,given\nI22,direction,O22,50plus,given\n";
    // nobody said a figure here: blank is never zero
    answers += "I21,certify,refused,\nI22,certify,unknown,\n";
    home.write("guide.toml", GUIDE);
    home.write("participants.csv", people);
    home.write("answers.csv", answers);
    home.ok(&["import", "guide.toml", "participants.csv", "answers.csv"]);
    home
}

fn rows(home: &Home, table: &str) -> Vec<Value> {
    let table = home.json(&["table", table, "--format", "json"]);
    table["rows"].as_array().unwrap().clone()
}

/// The row of a stratum; of the whole with an empty key.
#[track_caller]
fn row(rows: &[Value], column: &str, key: &str) -> Value {
    let found = rows
        .iter()
        .find(|row| row[column].as_str().unwrap_or("") == key);
    found
        .unwrap_or_else(|| panic!("no row {key}: {rows:?}"))
        .clone()
}

#[track_caller]
fn near(value: &Value, wanted: f64, within: f64) {
    let figure = value.as_f64().unwrap_or(f64::NAN);
    assert!((figure - wanted).abs() <= within, "{value} is not {wanted}");
}

#[test]
fn a_total_is_weighted_by_stratum_and_says_how_sure_it_is() {
    let home = home();
    let totals = rows(&home, "totals");
    for (key, n, mean, variance) in [
        ("under10", 12, 0.4167, 0.4470),
        ("10to49", 6, 1.5, 1.1),
        ("50plus", 2, 7.5, 4.5),
    ] {
        let row = row(&totals, "stratum", key);
        assert_eq!(row["n_answered"], n, "{key}");
        near(&row["mean"], mean, 0.00005);
        near(&row["variance"], variance, 0.00005);
    }
    let whole = row(&totals, "stratum", "");
    assert_eq!(
        (&whole["universe"], &whole["n_answered"]),
        (&4300.into(), &20.into())
    );
    near(&whole["total"], 4100.0, 0.0005);
    near(&whole["standard_error"], 790.6, 0.05);
    assert_eq!(whole["note"].as_str().unwrap_or(""), "");
    let said = home.ok(&["--lang", "fr", "table", "totals"]);
    let said: Vec<&str> = said.split_whitespace().collect();
    assert!(said.join(" ").contains("ordre de grandeur"), "{said:?}");

    // what was said in a time that is left out counts no more: the stratum has one answer, and no variance
    home.ok(&["answer", "I20", "certify", "9", "--t-ms", "60000"]);
    let id = home.ok(&["exclude", "I20", "--from", "0:59", "--to", "1:01"]);
    let totals = rows(&home, "totals");
    let alone = row(&totals, "stratum", "50plus");
    assert_eq!(alone["n_answered"], 1);
    let whole = row(&totals, "stratum", "");
    near(
        &whole["total"],
        3000.0 * 5.0 / 12.0 + 1150.0 * 1.5 + 150.0 * 6.0,
        0.001,
    );
    for row in [&alone, &whole] {
        assert!(row["standard_error"].is_null(), "{row}");
        assert_eq!(row["note"], "variance not estimable");
    }
    home.ok(&["exclude", "remove", id.trim()]);
    let whole = row(&rows(&home, "totals"), "stratum", "");
    near(&whole["standard_error"], 790.6, 0.05);

    // by a state in the place of the figure too
    home.ok(&["answer", "I20", "certify", "--state", "refused"]);
    let whole = row(&rows(&home, "totals"), "stratum", "");
    assert_eq!(whole["note"], "variance not estimable");
    home.ok(&["answer", "I19", "certify", "--state", "unknown"]);
    let whole = row(&rows(&home, "totals"), "stratum", "");
    assert!(whole["total"].is_null(), "{whole}");
    assert_eq!(whole["note"], "a stratum has no answer");
}

#[test]
fn the_study_says_by_what_each_total_was_weighted() {
    let home = home();
    home.ok(&[
        "attribute",
        "add",
        "sector",
        "--of",
        "organisation",
        "--stratum",
        "--value",
        "public",
        "--universe",
        "public=500",
        "--value",
        "private",
        "--universe",
        "private=4000",
    ]);
    let mut people = "interview,role,organisation,sector\n".to_owned();
    for n in 1..=22 {
        let sector = if n % 2 == 0 { "public" } else { "private" };
        writeln!(people, "I{n:02},direction,O{n:02},{sector}").unwrap();
    }
    home.write("participants.csv", people);
    home.ok(&["import", "participants.csv"]);
    home.ok(&["--lang", "fr", "export", "--as", "study", "--out", "s.md"]);
    let made = std::fs::read_to_string(home.path().join("s.md")).unwrap();
    let of = |stratum: &str, universe: &str| {
        let mut lines = made.lines().map(|line| line.replace(' ', ""));
        let wanted = format!("|{stratum}|{universe}|");
        assert!(lines.any(|line| line.contains(&wanted)), "{wanted}: {made}");
    };
    let apart = "\u{a0}:";
    of(&format!("size{apart}under10"), "3\u{202f}000");
    of(&format!("size{apart}ensemble"), "4\u{202f}300");
    of(&format!("sector{apart}public"), "500");
    of(&format!("sector{apart}ensemble"), "4\u{202f}500");
}

#[test]
fn who_refuses_to_rate_was_asked_and_has_no_mark() {
    let home = home();
    home.ok(&["scenario", "add", "S1"]);
    home.ok(&["scenario", "add", "S2"]);
    for (interview, typed) in [
        ("I01", "5"),
        ("I02", "4"),
        ("I03", "2"),
        ("I04", "x"),
        ("I05", "x"),
        ("I06", "?"),
        ("I07", "n"),
    ] {
        home.ok(&["answer", interview, "mark", typed, "--scenario", "S1"]);
    }
    let table = rows(&home, "adherence");
    let s1 = row(&table, "scenario", "S1");
    let columns = [
        "n_asked",
        "n_answered",
        "n_refused",
        "n_unknown",
        "n_1",
        "n_2",
        "n_3",
        "n_4",
        "n_5",
        "median",
    ];
    let figures = columns.map(|column| s1[column].to_string().trim_end_matches(".0").to_owned());
    assert_eq!(figures.join(" "), "6 3 2 1 0 1 0 1 1 4");
    assert_eq!(s1["favourable"], "2/3");
    let s2 = row(&table, "scenario", "S2");
    assert!(s2["n_asked"].is_null() && s2["median"].is_null(), "{s2}");
}
