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

#[test]
fn what_is_shared_holds_no_name_of_anybody_who_spoke_or_asked() {
    let home = Home::with_study("people");
    home.write(
        "I1.txt",
        "Ana Noma: un mot\nEve Nome: deux\nAna Noma: trois\nEve Nome: quatre\n",
    );
    home.write("I2.txt", "Bob Nomb: zorglub\nBob Nomb: encore\n");
    home.write(
        "annonce.txt",
        "Rita Nomr: on cherche\nSam Noms: un poste\nRita Nomr: oui\nSam Noms: non\n",
    );
    home.write(
        "participants.csv",
        "interview,participant,speaker,role,consent\nI1,P1,Ana Noma,,given\nI1,EN,Eve Nome,interviewer,\n\
         I2,P2,Bob Nomb,,no-quote\n",
    );
    home.write(
        "sessions.csv",
        "interview,state,interviewer\nI1,done,Eve Nome\nI2,done,Luc Noml\n",
    );
    home.ok(&["codes", "add", "c"]);
    home.ok(&[
        "import",
        "I1.txt",
        "I2.txt",
        "participants.csv",
        "sessions.csv",
    ]);
    home.ok(&["import", "annonce.txt", "--reference", "annonce"]);
    home.ok(&["code", "annonce", "--quote", "on cherche", "--code", "c"]);
    home.ok(&["code", "I1", "--quote", "un mot", "--code", "c"]);
    home.ok(&[
        "code",
        "I2",
        "--quote",
        "zorglub",
        "--code",
        "c",
        "--memo",
        "zorglub, dit-il",
    ]);
    home.ok(&["export", "--out", "shared", "--shared"]);
    let mut left = vec![home.path().join("shared")];
    let mut files = 0;
    while let Some(path) = left.pop() {
        if path.is_dir() {
            left.extend(
                std::fs::read_dir(path)
                    .unwrap()
                    .map(|entry| entry.unwrap().path()),
            );
            continue;
        }
        files += 1;
        let text = std::fs::read_to_string(&path).unwrap();
        for word in ["Noma", "Nomb", "Nome", "Nomr", "Noms", "Noml", "zorglub"] {
            assert!(!text.contains(word), "{word} in {}", path.display());
        }
    }
    assert!(files > 8);
    let shared = tables(&home.path().join("shared"));
    assert!(
        shared["sessions.csv"].contains(",EN,"),
        "{}",
        shared["sessions.csv"]
    );
    assert!(shared["excerpts.csv"].contains("speaker-1"));
}
