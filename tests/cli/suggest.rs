//! Suggested codes: what they are made of, and how good they are on the sample study.

use crate::home::Home;

fn demo() -> Home {
    let home = Home::new();
    home.ok(&["demo", "--out", "sample"]);
    home
}

#[test]
fn the_sample_study_is_guessed_far_better_than_by_the_last_or_the_frequent_codes() {
    let home = demo();
    let found = home.json(&["suggest", "--evaluate", "--json"]);
    assert!(found["n"].as_u64().unwrap() > 300);
    let top3 = |at: usize| found["rates"][at]["top3"].as_f64().unwrap();
    let ways = ["suggested", "alone", "recent", "frequent"];
    for (at, way) in ways.into_iter().enumerate() {
        assert_eq!(found["rates"][at]["way"], way);
    }
    assert!(top3(0) > 0.58 && top3(1) > 0.53, "{found}");
    assert!(
        top3(0) > 2.0 * top3(2) && top3(0) > 3.0 * top3(3),
        "{found}"
    );
    let table = home.ok(&["suggest", "--evaluate", "--lang", "fr"]);
    assert!(table.contains("posés en dernier") && table.contains("314 codages devinés"));
    assert_eq!(
        home.ok(&["suggest", "--evaluate"]),
        home.ok(&["suggest", "--evaluate"])
    );
}

#[test]
fn a_passage_is_given_codes_with_the_words_that_speak_for_them() {
    let home = demo();
    let before = home.ok(&["log"]);
    let asked = ["--coder", "zz", "suggest", "E01", "--span", "984..1107"];
    let found = home.json(&[&asked[..], &["--json"]].concat());
    let list = found.as_array().unwrap();
    assert_eq!(list.len(), 3, "{found}");
    let place = list.iter().find(|one| one["code"] == "B2.3").unwrap();
    assert_eq!(place["why"], "said");
    let words = place["words"].as_array().unwrap();
    assert!(words.iter().any(|word| word == "salle"), "{found}");
    let table = home.ok(&asked);
    assert!(table.contains("B2.3  Places and equipment"), "{table}");
    let own = home.json(&["suggest", "E01", "--span", "984..1107", "--json"]);
    let codes: Vec<&str> = own
        .as_array()
        .unwrap()
        .iter()
        .filter_map(|one| one["code"].as_str())
        .collect();
    assert!(!codes.contains(&"B2.3"), "it is there by am already: {own}");
    assert_eq!(home.ok(&["log"]), before, "nothing is coded by it");
}

#[test]
fn a_study_may_do_without() {
    let home = demo();
    home.ok(&["study", "set", "suggestions", "no"]);
    let asked = ["suggest", "E01", "--span", "984..1107"];
    assert!(home.fails(65, &asked).contains("suggestions yes"));
    home.ok(&["export", "--out", "out"]);
    home.ok(&["new", "again", "--from", "out"]);
    home.fails(65, &asked);
    home.ok(&["study", "set", "suggestions", "yes"]);
    home.ok(&asked);
}

#[test]
fn what_cannot_be_asked_is_said() {
    let home = demo();
    home.fails(2, &["suggest"]);
    home.fails(2, &["suggest", "E01"]);
    home.fails(2, &["suggest", "E01", "--evaluate"]);
    home.fails(2, &["study", "set", "suggestion", "yes"]);
    home.fails(65, &["study", "set", "suggestions", "maybe"]);
    home.fails(66, &["suggest", "E99", "--quote", "a"]);
    home.fails(65, &["suggest", "E01", "--quote", "jamais dit ainsi"]);
    home.fails(65, &["suggest", "E01", "--span", "1..9999999"]);
    let empty = Home::with_study("s");
    assert!(empty.ok(&["suggest", "--evaluate"]).contains("no coding"));
    let found = empty.json(&["suggest", "--evaluate", "--json"]);
    assert!(found["n"] == 0 && found["rates"][0]["top3"].is_null());
}
