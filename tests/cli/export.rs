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

#[test]
fn what_is_shared_comes_back_without_the_words_nobody_may_quote() {
    let home = coded();
    home.ok(&["note", "add", "I1", "mots secrets", "--code", "D8.frein"]);
    home.ok(&["consent", "I1", "no-quote"]);
    round(&home, &["--shared"]);
    let one = home.path().join("one");
    let transcripts: Vec<_> = std::fs::read_dir(one.join("transcripts"))
        .unwrap()
        .flatten()
        .filter(|entry| entry.file_name().to_string_lossy().starts_with("I1"))
        .collect();
    assert!(transcripts.is_empty(), "its text is left out");
    let again = home.run(&["new", "third", "--from", "one"]);
    assert_eq!(again.code, 0, "{}", again.err);
    assert!(again.err.contains('█'), "it is said: {}", again.err);
    let shown = home.ok(&["--study", "third", "show", "I1"]);
    assert!(!shown.contains("secrets"), "{shown}");
    let counts = |study: &str| {
        let table = home.json(&["--study", study, "table", "evidence", "--format", "json"]);
        table["rows"]
            .as_array()
            .unwrap()
            .iter()
            .map(|row| {
                let figures = [
                    "scenario",
                    "code",
                    "n_excerpts",
                    "n_interviews",
                    "n_supporting",
                ];
                figures.map(|name| row[name].to_string())
            })
            .collect::<Vec<_>>()
    };
    assert_eq!(counts("third"), counts("AF 2022"));
}

#[test]
fn masked_rows_quote_nobody_and_name_no_stratum() {
    let home = coded();
    home.ok(&["study", "set", "mask-under", "3"]);
    home.ok(&["export", "--shared", "--out", "one"]);
    let text = tables(&home.path().join("one"))["evidence.csv"].clone();
    let mut lines = text.lines();
    let head: Vec<&str> = lines.next().unwrap().split(',').collect();
    let at = |name: &str| head.iter().position(|own| *own == name).unwrap();
    let (n, strata, quote, id) = (
        at("n_interviews"),
        at("strata_covered"),
        at("best_quote"),
        at("best_quote_ref"),
    );
    let mut masked = 0;
    for line in lines {
        let cells: Vec<&str> = line.split(',').collect();
        if cells[n] == "<3" {
            masked += 1;
            assert!(!cells[strata].contains('='), "{line}");
            assert_eq!((cells[quote], cells[id]), ("", ""), "{line}");
        }
    }
    assert!(masked > 0, "{text}");
}

#[test]
fn a_table_as_csv_says_aloud_who_withdrew() {
    let home = coded();
    let table = ["table", "evidence", "--format", "csv"];
    assert_eq!(home.run(&table).err, "");
    home.ok(&["consent", "I1", "withdrawn"]);
    let ran = home.run(&table);
    assert!(
        ran.err.contains("1 interview") && ran.err.lines().count() == 1,
        "{}",
        ran.err
    );
}

#[test]
fn ids_of_other_programs_come_and_go_as_they_are() {
    let home = coded();
    home.write(
        "codings.csv",
        "interview,document,char_start,char_end,code,coding_id\nI1,I1,0,4,D8.frein,maxqda/4711 é\n",
    );
    home.ok(&["import", "codings.csv"]);
    round(&home, &[]);
    assert!(tables(&home.path().join("two"))["excerpts.csv"].contains("maxqda/4711 é"));
}

/// What another program, made to read such packages, says of the data files; said aloud where it is not there.
#[test]
fn a_validator_of_table_schemas_finds_no_fault() {
    let home = crate::example::coded();
    home.ok(&["study", "set", "mask_under", "2"]);
    for (name, more) in [("own", &[][..]), ("shared", &["--shared"])] {
        home.ok(&[&["export", "--out", name], more].concat());
    }
    home.ok(&["export", "--as", "pack", "--out", "pack"]);
    for folder in ["own", "shared", "pack/data"] {
        let ran = std::process::Command::new("python3")
            .args([
                "-c",
                "import sys\ntry: from frictionless import validate\nexcept ImportError: sys.exit(9)\n\
                 report = validate('datapackage.json')\nprint(report.valid, len(report.tasks))\n\
                 print([e.message for e in report.errors], [(t.name, [e.message for e in t.errors]) for t in report.tasks if not t.valid])",
            ])
            .current_dir(home.path().join(folder))
            .output();
        match ran {
            Ok(ran) if ran.status.success() => {
                let said = String::from_utf8_lossy(&ran.stdout);
                let (valid, _) = said.split_once(' ').unwrap();
                assert_eq!(valid, "True", "{folder}: {said}");
                assert!(!said.starts_with("True 0"), "{folder}: {said}");
            }
            Ok(ran) if ran.status.code() != Some(9) => {
                panic!("{folder}: {}", String::from_utf8_lossy(&ran.stderr))
            }
            _ => eprintln!("SKIPPED: frictionless is not installed"),
        }
    }
}
