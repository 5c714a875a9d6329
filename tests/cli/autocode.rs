//! A code put on many passages at once, and what a person says of them.

use crate::home::Home;

const CALL: &str = "INT: La plateforme, alors ?\n\
    Ana: Oui. La plateforme avait changé. Rien à faire.\n\
    INT: Ah.\n\
    Ana: Et puis la plateforme, encore la plateforme.\n";

fn home() -> Home {
    let home = Home::with_study("s");
    home.write("E01.txt", CALL);
    home.ok(&["import", "E01.txt"]);
    home.ok(&["codes", "add", "K"]);
    home.ok(&["scenario", "add", "S1"]);
    home
}

fn origins(home: &Home, out: &str) -> Vec<String> {
    home.ok(&["export", "--out", out]);
    let csv = std::fs::read_to_string(home.path().join(out).join("excerpts.csv")).unwrap();
    let mut rows = csv.lines().map(|line| line.split(',').collect::<Vec<_>>());
    let head = rows.next().unwrap();
    let back = head.len() - head.iter().position(|name| *name == "origin").unwrap();
    rows.map(|row| row[row.len() - back].to_owned()).collect()
}

#[test]
fn passages_are_coded_by_words_and_marked_until_they_are_reviewed() {
    let home = home();
    let ask = ["autocode", "--words", "PLATEFORME", "--code", "K"];
    let seen = home.json(&[&ask[..], &["--check", "--json"]].concat());
    let quotes: Vec<&str> = seen
        .as_array()
        .unwrap()
        .iter()
        .map(|row| row["quote"].as_str().unwrap())
        .collect();
    assert_eq!(
        quotes,
        [
            "La plateforme avait changé.",
            "Et puis la plateforme, encore la plateforme."
        ]
    );
    assert_eq!(
        home.json(&["autocode", "review", "--json"]),
        serde_json::json!([])
    );
    let ids = home.ok(&[&ask[..], &["--scenario", "S1=supports"]].concat());
    assert_eq!(ids.lines().count(), 2);
    assert_eq!(origins(&home, "first"), ["auto", "auto"]);
    // twice the same is nothing new
    assert_eq!(home.ok(&ask), "");
    let waiting = home.json(&["autocode", "review", "--json"]);
    assert_eq!(waiting[0]["code"], "K");
    let first = waiting[0]["id"].as_str().unwrap();
    home.ok(&["autocode", "review", "--accept", first]);
    assert_eq!(
        home.run(&["autocode", "review", "--reject", first]).code,
        65
    );
    assert_eq!(
        origins(&home, "second")
            .iter()
            .filter(|o| *o == "hand")
            .count(),
        1
    );
    home.ok(&["autocode", "review", "--reject", "--all"]);
    assert_eq!(origins(&home, "third"), ["hand"]);
    // each step is one to be undone
    home.ok(&["undo"]);
    home.ok(&["undo"]);
    assert_eq!(origins(&home, "fourth"), ["auto", "auto"]);
    home.ok(&["undo"]);
    assert!(origins(&home, "fifth").is_empty());
}

#[test]
fn what_is_not_reviewed_is_marked_after_a_way_through_files() {
    let home = home();
    home.ok(&[
        "autocode",
        "--speaker",
        "Ana",
        "--unit",
        "turn",
        "--code",
        "K",
    ]);
    assert_eq!(origins(&home, "out"), ["auto", "auto"]);
    home.ok(&["new", "again", "--from", "out"]);
    assert_eq!(
        home.json(&["autocode", "review", "--json"])
            .as_array()
            .unwrap()
            .len(),
        2
    );
}

#[test]
fn what_cannot_be_asked_changes_nothing() {
    let home = home();
    for (arguments, code) in [
        (&["autocode", "--code", "K"][..], 2),
        (&["autocode", "--words", "plateforme"][..], 2),
        (
            &["autocode", "--words", "plateforme", "--code", "gone"][..],
            65,
        ),
        (
            &["autocode", "--words", "(", "--regex", "--code", "K"][..],
            2,
        ),
        (&["autocode", "--words", "", "--code", "K"][..], 2),
        (&["autocode", "--speaker", "Anna", "--code", "K"][..], 65),
        (&["autocode", "--question", "q9", "--code", "K"][..], 65),
        (
            &[
                "autocode",
                "--words",
                "plateforme",
                "--code",
                "K",
                "--unit",
                "page",
            ][..],
            2,
        ),
        (&["autocode", "review", "--all"][..], 2),
        (&["autocode", "review", "--accept"][..], 2),
        (&["autocode", "review", "--accept", "gone"][..], 66),
    ] {
        assert_eq!(home.run(arguments).code, code, "{arguments:?}");
    }
    // nothing found is no error
    assert_eq!(
        home.ok(&["autocode", "--words", "zyxwv", "--code", "K"]),
        ""
    );
    assert!(origins(&home, "out").is_empty());
}
