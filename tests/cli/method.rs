//! The method page, and its figures made again from the exported files alone.

use crate::example;
use std::collections::{BTreeMap, BTreeSet};

/// Scenario → interview → polarities, read from `excerpts.csv` by this file's own few lines.
fn by_interview(csv: &str) -> BTreeMap<String, BTreeMap<String, BTreeSet<String>>> {
    let mut reader = csv::Reader::from_reader(csv.as_bytes());
    let head = reader.headers().unwrap().clone();
    let at = |name: &str| head.iter().position(|column| column == name).unwrap();
    let (scenario, polarity, interview, counted) = (
        at("scenario"),
        at("polarity"),
        at("interview"),
        at("counted"),
    );
    let mut found: BTreeMap<String, BTreeMap<String, BTreeSet<String>>> = BTreeMap::new();
    for row in reader.records().map(Result::unwrap) {
        if &row[counted] == "yes" && !row[scenario].is_empty() {
            found
                .entry(row[scenario].to_owned())
                .or_default()
                .entry(row[interview].to_owned())
                .or_default()
                .insert(row[polarity].to_owned());
        }
    }
    found
}

#[test]
fn its_figures_can_be_made_again_from_the_files_alone() {
    let home = example::coded();
    let page = home.ok(&["method"]);
    home.ok(&["export", "--out", "out"]);
    let csv = std::fs::read_to_string(home.path().join("out/excerpts.csv")).unwrap();
    let made = by_interview(&csv);
    assert_eq!(made.len(), 3, "three scenarios have evidence");
    for (scenario, interviews) in &made {
        let only = |wanted: &str| {
            let alone = BTreeSet::from([wanted.to_owned(), "neutral".to_owned()]);
            let own = |set: &&BTreeSet<String>| set.contains(wanted) && set.is_subset(&alone);
            interviews.values().filter(own).count()
        };
        let (plus, minus) = (only("supports"), only("contradicts"));
        let neutral = interviews
            .values()
            .filter(|set| set.iter().all(|word| word == "neutral"))
            .count();
        let all = interviews.len();
        let mixed = all - plus - minus - neutral;
        let row = format!("| {scenario} |  | {all} | {plus} | {minus} | {mixed} | {neutral} |");
        assert!(page.contains(&row), "{row}\n{page}");
    }
    let head = home.json(&["table", "evidence", "--format", "json"])["head"].clone();
    assert!(page.contains(head.as_str().unwrap()), "{page}");
}

#[test]
fn it_says_what_was_left_out_and_is_the_same_twice() {
    let home = example::coded();
    home.ok(&["consent", "I3", "withdrawn"]);
    home.ok(&["consent", "I2", "no-quote"]);
    let page = home.ok(&["--lang", "fr", "method"]);
    assert!(page.contains("Un entretien retiré"), "{page}");
    assert!(
        page.contains("Un entretien sans citation permise"),
        "{page}"
    );
    assert!(page.contains("- saturation\u{a0}: "), "{page}");
    home.ok(&["--lang", "fr", "method", "--out", "m.md"]);
    assert_eq!(
        std::fs::read_to_string(home.path().join("m.md")).unwrap(),
        page
    );
    home.fails(73, &["method", "--out", "none/m.md"]);
}
