//! Out and in again.

use crate::example::coded;
use crate::home::Home;
use std::collections::BTreeMap;
use std::path::Path;

/// Every CSV of a folder.
fn tables(folder: &Path) -> BTreeMap<String, String> {
    std::fs::read_dir(folder)
        .unwrap()
        .flatten()
        .filter(|entry| {
            entry
                .path()
                .extension()
                .is_some_and(|ending| ending == "csv")
        })
        .map(|entry| {
            let name = entry.file_name().into_string().unwrap();
            (name, std::fs::read_to_string(entry.path()).unwrap())
        })
        .collect()
}

fn round(home: &Home, flags: &[&str]) {
    home.ok(&[&["export", "--out", "one"], flags].concat());
    home.ok(&["new", "copy of it", "--from", "one"]);
    home.ok(&[&["--study", "copy of it", "export", "--out", "two"], flags].concat());
    let (one, two) = (
        tables(&home.path().join("one")),
        tables(&home.path().join("two")),
    );
    assert!(one.len() >= 8, "{:?}", one.keys());
    for (name, text) in &one {
        assert_eq!(Some(text), two.get(name), "{name}");
    }
}

#[test]
fn export_new_export_gives_the_same_tables() {
    let home = coded();
    home.ok(&[
        "note",
        "add",
        "I2",
        "=1+1 +44, \"dit-elle\"",
        "--code",
        "D8.frein",
    ]);
    home.ok(&["answer", "I1", "adhesion", "4", "--scenario", "S2"]);
    round(&home, &[]);
}

#[test]
fn so_does_the_profile_of_excel() {
    let home = coded();
    home.ok(&["note", "add", "I2", "=1+1", "--code", "D8.frein"]);
    round(&home, &["--profile", "excel-fr"]);
    let notes = tables(&home.path().join("one"))["notes.csv"].clone();
    assert!(
        notes.starts_with('\u{feff}') && notes.contains(";escaped"),
        "{notes}"
    );
    assert!(!notes.contains(";=1+1"), "{notes}");
}

#[test]
fn two_exports_of_an_unchanged_study_are_the_same_and_other_folders_are_left_alone() {
    let home = coded();
    home.ok(&["export", "--out", "one"]);
    home.ok(&["export", "--out", "two"]);
    let read = |path: &str| std::fs::read(home.path().join(path)).unwrap();
    assert_eq!(read("one/datapackage.json"), read("two/datapackage.json"));
    home.ok(&["export", "--out", "one"]);
    home.write("mine/letter.txt", "dear");
    home.fails(73, &["export", "--out", "mine"]);
    home.ok(&["export", "--out", "mine", "--force"]);
    assert_eq!(read("mine/letter.txt"), b"dear");
    home.ok(&["export", "--out", "others", "--shared"]);
    assert!(!home.path().join("others/originals").exists());
    // an erasure names the copies
    home.ok(&["consent", "I3", "withdrawn"]);
    home.ok(&["export", "--out", "two"]);
    assert!(
        !String::from_utf8(read("two/excerpts.csv"))
            .unwrap()
            .contains("levier faible")
    );
    let ran = home.run(&["erase", "I1", "--yes"]);
    assert!(
        ran.err.contains("one") && ran.err.contains("others"),
        "{}",
        ran.err
    );
}
