//! Wrong usage, help, settings, who holds a study.

use crate::home::Home;
use entretien::store::{Access, Store};
use std::process::Stdio;

#[test]
fn wrong_usage_is_exit_2() {
    let home = Home::with_study("a");
    for arguments in [
        &[][..],
        &["frobnicate"],
        &["search"],
        &["join"],
        &["--lang", "de", "studies"],
        &["new"],
        &["new", ".hidden"],
        &["new", "a/b"],
        &["new", ".."],
        &["new", ""],
        &["--study", "../a", "sessions"],
        &["code", "I1", "--code", "A"],
        &[
            "code", "I1", "--quote", "x", "--span", "1..2", "--code", "A",
        ],
        &["code", "I1", "--span", "5..2", "--code", "A"],
        &[
            "code",
            "I1",
            "--quote",
            "x",
            "--code",
            "A",
            "--strength",
            "5",
        ],
        &[
            "code",
            "I1",
            "--quote",
            "x",
            "--code",
            "A",
            "--scenario",
            "S1=/home/am",
        ],
        &[
            "code",
            "I1",
            "--quote",
            "x",
            "--code",
            "A",
            "--scenario",
            "S1=yes",
        ],
        &["consent", "I1", "maybe"],
        &["import"],
        &["import", "x", "--as", "sonnet"],
        &["erase", "I1"],
        &["codes", "add", "A", "--slot", "10"],
        &["codes", "move", "A"],
        &["study", "set", "colour", "red"],
        &["table", "evidence", "--format", "xlsx"],
        &["keys", "show", "--context", "cellar"],
    ] {
        home.fails(2, arguments);
    }
}

#[test]
fn nothing_there_is_exit_66_and_there_already_73() {
    let home = Home::new();
    let said = home.fails(66, &["sessions"]);
    assert!(said.contains("entretien new"), "{said}");
    home.fails(66, &["new", "x", "--from", "nowhere"]);
    home.ok(&["new", "a"]);
    home.fails(73, &["new", "a"]);
    home.fails(66, &["--study", "b", "sessions"]);
    home.fails(66, &["show", "E01"]);
    home.fails(66, &["note", "add", "E01", "x"]);
    home.fails(66, &["import", "no-such-file.txt"]);
    home.ok(&["session", "add", "E01"]);
    home.fails(73, &["session", "add", "E01"]);
    home.ok(&["codes", "add", "A"]);
    home.fails(73, &["codes", "add", "A"]);
    // a file where a folder should be made
    home.write("file", "x");
    home.fails(73, &["--data-dir", "file/inside", "new", "b"]);
}

#[test]
fn a_flag_beats_the_environment_beats_the_study_used_last() {
    let home = Home::with_study("first");
    home.ok(&["session", "add", "F1"]);
    home.ok(&["new", "second one"]);
    home.ok(&["session", "add", "S1"]);
    assert!(home.ok(&["sessions"]).contains("S1"), "the study made last");
    let from_env = home
        .command(&["sessions"])
        .env("ENTRETIEN_STUDY", "first")
        .output()
        .unwrap();
    assert!(String::from_utf8_lossy(&from_env.stdout).contains("F1"));
    let by_flag = home
        .command(&["sessions", "--study", "second one"])
        .env("ENTRETIEN_STUDY", "first")
        .output()
        .unwrap();
    assert!(String::from_utf8_lossy(&by_flag.stdout).contains("S1"));
    home.ok(&["--data-dir", "elsewhere", "new", "third"]);
    assert!(home.path().join("elsewhere/third/journal").is_dir());
    assert!(!home.ok(&["studies"]).contains("third"));
    let studies = home.json(&["studies", "--json"]);
    assert_eq!(studies[1]["name"], "second one");
    assert_eq!(studies[1]["current"], true);
}

#[test]
fn help_and_refusals_are_in_both_languages() {
    let home = Home::new();
    let en = home.ok(&["--help"]);
    assert!(en.contains("Usage: entretien"), "{en}");
    let fr = home.ok(&["--lang", "fr", "--help"]);
    assert!(fr.contains("Utilisation\u{a0}: entretien"), "{fr}");
    assert!(fr.contains("grille de codage"), "{fr}");
    let fr = home.ok(&["code", "--help", "--lang=fr"]);
    assert!(fr.contains("Exemples"), "{fr}");
    assert!(!fr.contains("cli-help"), "{fr}");
    let env = home
        .command(&["--help"])
        .env("LANG", "fr_FR.UTF-8")
        .output()
        .unwrap();
    assert!(String::from_utf8_lossy(&env.stdout).contains("Utilisation"));
    let said = home.fails(2, &["--lang", "fr", "frobnicate"]);
    assert!(said.contains("n’existe pas"), "{said}");
    assert!(home.ok(&["--version"]).contains(env!("CARGO_PKG_VERSION")));
    assert!(home.ok(&["man"]).contains(".TH entretien"));
    for shell in ["bash", "zsh", "fish"] {
        assert!(home.ok(&["completions", shell]).contains("entretien"));
    }
    assert!(
        home.ok(&["keys", "show", "--context", "board"])
            .contains("session.new")
    );
    assert!(home.ok(&["keys", "why", "g g"]).contains("cursor.first"));
    home.ok(&["keys", "lint"]);
    home.write(
        "bad.toml",
        "name = 'bad'\n[keys.list]\n'no such key' = 'no.such.command'\n",
    );
    let ran = home.run(&["keys", "lint", "bad.toml"]);
    assert_eq!(ran.code, 1, "{}", ran.err);
    assert!(ran.out.contains("bad.toml:"), "{}", ran.out);
}

#[test]
fn one_process_holds_a_study_and_all_others_may_read() {
    let home = Home::with_study("a");
    home.ok(&["session", "add", "E01"]);
    let author = "bo".to_owned();
    let held = Store::open(&home.study("a"), Access::Write { author }).unwrap();
    let said = home.fails(75, &["session", "add", "E02"]);
    let pid = std::process::id().to_string();
    assert!(
        said.contains(&pid) || said.replace(['\u{202f}', ','], "").contains(&pid),
        "{said}"
    );
    assert!(said.contains("20"), "since when: {said}");
    assert!(home.ok(&["sessions"]).contains("E01"));
    home.ok(&["table", "evidence"]);
    home.ok(&["log"]);
    home.ok(&["show", "E01"]);
    home.ok(&["export", "--out", "out"]);
    drop(held);
    home.ok(&["session", "add", "E02"]);
}

#[test]
fn reading_appends_nothing() {
    let home = Home::with_study("a");
    home.ok(&["session", "add", "E01"]);
    let journals = || {
        let mut all: Vec<_> = std::fs::read_dir(home.study("a").join("journal"))
            .unwrap()
            .map(|entry| entry.unwrap().path())
            .map(|path| (path.clone(), std::fs::read(path).unwrap()))
            .collect();
        all.sort();
        all
    };
    let before = journals();
    for arguments in [
        &["sessions"][..],
        &["studies"],
        &["show", "E01"],
        &["table", "evidence"],
        &["log"],
        &["check"],
        &["export", "--out", "out"],
    ] {
        home.ok(arguments);
    }
    assert!(journals() == before);
}

#[test]
fn nobody_reading_on_is_no_fault() {
    let home = Home::with_study("a");
    let mut child = home
        .command(&["completions", "bash"])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    drop(child.stdout.take());
    let output = child.wait_with_output().unwrap();
    assert_eq!(output.status.code(), Some(0));
    assert!(
        output.stderr.is_empty(),
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
}

#[test]
fn a_setting_that_is_misspelt_is_a_warning_with_what_was_meant() {
    let home = Home::with_study("a");
    home.write(
        ".config/entretien/config.toml",
        "langage = 'fr'\ncoder = 'zoe'\n",
    );
    let ran = home.run(&["session", "add", "E01"]);
    assert_eq!(ran.code, 0, "{}", ran.err);
    assert!(ran.err.contains("language"), "{}", ran.err);
    assert!(home.ok(&["log"]).contains("zoe"));
}
