//! The interview guide: checked, shown, altered; a version for each interview.

use crate::home::Home;
use std::fs;

const GUIDE: &str = "# ours\nschema = 1\n\n[[section]]\nkey = \"1\"\nminutes = 4\n\n[[section.question]]\nkey = \"1.1\"\n\
                     kind = \"count\" # a number\ntext = \"How many?\"\nunit = \"people\"\n\n[[section.question]]\nkey = \"1.2\"\n\
                     skip_if = \"1.1 = 0\"\n";

fn home() -> Home {
    let home = Home::with_study("essai");
    home.write("guide.toml", GUIDE);
    home.ok(&["import", "guide.toml"]);
    home
}

#[test]
fn faults_are_told_with_line_key_and_reason() {
    let home = Home::new();
    home.write("good.toml", GUIDE);
    assert!(
        home.ok(&["guide", "check", "good.toml"])
            .contains("2 questions")
    );
    let bad = GUIDE
        .replace("\"count\"", "\"cuont\"")
        .replace("1.1 = 0", "1.9 = 0");
    home.write("bad.toml", &bad);
    let ran = home.run(&["guide", "check", "bad.toml"]);
    assert_eq!(ran.code, 1);
    let lines: Vec<&str> = ran.out.lines().collect();
    assert!(
        lines[0].starts_with("bad.toml, line 10,") && lines[0].contains("count?"),
        "{lines:?}"
    );
    assert!(
        lines[1].starts_with("bad.toml, line 16,") && lines[1].contains("1.9"),
        "{lines:?}"
    );
    let ran = home.run(&["guide", "check", "bad.toml", "--json"]);
    let json: serde_json::Value = serde_json::from_str(&ran.out).unwrap();
    assert_eq!(
        (ran.code, json["faults"][0]["line"].as_u64()),
        (1, Some(10))
    );
    assert_eq!(json["faults"][1]["key"], "1.2");
    home.fails(66, &["guide", "check", "none.toml"]);

    home.write("study/study.toml", "schema = 1\nname = \"x\"\n");
    home.write("study/guide.toml", &bad);
    let said = home.fails(65, &["new", "x", "--from", "study"]);
    assert!(said.contains("guide.toml, line 10,"), "{said}");
    assert!(!home.study("x").exists());
}

#[test]
fn a_faulty_guide_leaves_the_study_as_it_was() {
    let home = home();
    let before = home.ok(&["guide", "show", "--json"]);
    home.write("guide.toml", GUIDE.replace("skip_if", "skipif"));
    let said = home.fails(65, &["import", "guide.toml"]);
    assert!(
        said.contains("guide.toml, line 16,") && said.contains("skip_if?"),
        "{said}"
    );
    home.fails(65, &["guide", "set", "1.2", "kind", "choice"]);
    home.fails(65, &["guide", "set", "1.2", "skip_if", "1.3 = 0"]);
    home.fails(65, &["guide", "set", "1", "minutes", "-4"]);
    home.fails(65, &["guide", "set", "1.1", "colour", "red"]);
    home.fails(65, &["guide", "remove", "1.1"]);
    home.fails(66, &["guide", "set", "9.9", "text", "x"]);
    home.fails(66, &["guide", "show", "--version", "7"]);
    home.fails(73, &["guide", "add", "1.1", "--section", "1"]);
    assert_eq!(home.ok(&["guide", "show", "--json"]), before);
}

#[test]
fn every_act_has_its_verb_and_keeps_the_comments() {
    let home = home();
    home.ok(&["guide", "add", "2", "The end", "--after", "1"]);
    home.ok(&["guide", "add", "2.1", "Why?", "--section", "2"]);
    home.ok(&["guide", "set", "2.1", "followups", "Who?; And then?"]);
    home.ok(&["guide", "set", "2", "minutes", "rh=6; direction=7,5"]);
    home.ok(&["guide", "move", "1.2", "--down"]);
    home.ok(&["guide", "set", "1.1", "unit", ""]);
    let json = home.json(&["guide", "show", "--json"]);
    assert_eq!(json["version"], 1, "nobody was interviewed with it");
    let second = &json["section"][1];
    assert_eq!(second["minutes"]["direction"], 7.5);
    assert_eq!(second["question"][0]["key"], "1.2");
    assert_eq!(second["question"][1]["followups"][1], "And then?");
    home.ok(&["guide", "remove", "2"]);
    home.ok(&["undo"]);
    assert_eq!(home.json(&["guide", "show", "--json"]), json);
    home.ok(&["export", "--out", "out"]);
    let text = fs::read_to_string(home.path().join("out/guide.toml")).unwrap();
    assert!(
        text.starts_with("# ours\n") && text.contains("# a number"),
        "{text}"
    );
}

#[test]
fn a_guide_is_edited_checked_and_kept() {
    let home = home();
    let edit = |script: &str| {
        let mut command = home.command(&["guide", "edit"]);
        command
            .env("EDITOR", script)
            .env("PATH", std::env::var("PATH").unwrap());
        let output = command.output().unwrap();
        (
            output.status.code(),
            String::from_utf8(output.stderr).unwrap(),
        )
    };
    assert_eq!(edit("true").0, Some(0));
    assert_eq!(edit("sed -i s/many/often/").0, Some(0));
    assert!(home.ok(&["guide", "show"]).contains("How often?"));
    let (code, said) = edit("sed -i s/1.1.=.0/1.7/");
    assert_eq!(code, Some(65), "{said}");
    assert!(
        said.contains(", line 16,") && said.contains("guide-"),
        "{said}"
    );
    assert_eq!(edit("false").0, Some(1));
    assert!(home.ok(&["guide", "show"]).contains("1.1 = 0"));
    home.fails(2, &["guide", "edit"]);
}

#[test]
fn an_interview_keeps_the_version_it_was_held_with_through_an_export() {
    let home = home();
    home.ok(&["session", "add", "E1", "--state", "done"]);
    home.ok(&["answer", "E1", "1.1", "12"]);
    home.ok(&["guide", "set", "1.1", "unit", "places"]);
    home.ok(&["session", "add", "E2", "--state", "done"]);
    home.ok(&["answer", "E2", "1.1", "3"]);
    home.ok(&["guide", "set", "1.1", "text", "How many places?"]);
    let json = home.json(&["guide", "show", "--json"]);
    assert_eq!(json["versions"][0]["n_interviews"], 1);
    assert_eq!(json["version"], 3);
    let said = home.ok(&["table", "answers"]);
    assert!(said.contains("1.1 (unit)"), "{said}");
    // a code the guide names may be gone: a copy of the study is read all the same
    home.ok(&["codes", "add", "B1"]);
    home.ok(&["guide", "set", "1.2", "codes", "B1"]);
    home.ok(&["codes", "add", "B2"]);
    home.ok(&["codes", "remove", "B1"]);
    home.ok(&["export", "--out", "one"]);
    home.ok(&["new", "again", "--from", "one"]);
    home.ok(&["export", "--out", "two"]);
    for file in [
        "guide.toml",
        "guides/guide.v1.toml",
        "guides/guide.v2.toml",
        "sessions.csv",
        "answers.csv",
    ] {
        let read = |folder: &str| fs::read(home.path().join(folder).join(file)).unwrap();
        assert_eq!(read("one"), read("two"), "{file}");
    }
    let json = home.json(&["guide", "show", "--json"]);
    assert_eq!(
        (&json["version"], &json["versions"][1]["n_interviews"]),
        (&3.into(), &1.into())
    );
}

#[test]
fn consent_and_debrief_have_their_verbs() {
    let home = home();
    home.ok(&["guide", "debrief", "add", "learnt", "What did we learn?"]);
    home.ok(&["guide", "debrief", "add", "sure", "How sure?"]);
    home.ok(&["guide", "debrief", "set", "sure", "options", "1; 2; 3"]);
    home.ok(&["guide", "debrief", "move", "sure", "--up"]);
    home.ok(&[
        "guide",
        "consent",
        "set",
        "items",
        "aim = what it is for; stop",
    ]);
    home.ok(&["guide", "consent", "set", "version", "2022-05"]);
    let json = home.json(&["guide", "show", "--json"]);
    assert_eq!(json["debrief"][0]["key"], "sure");
    assert_eq!(json["debrief"][0]["options"][2]["key"], "3");
    assert_eq!(json["consent"]["items"][0]["label"], "what it is for");
    let said = home.ok(&["guide", "show"]);
    assert!(
        said.contains("debrief sure") && said.contains("2022-05"),
        "{said}"
    );
    home.fails(73, &["guide", "debrief", "add", "sure"]);
    home.fails(66, &["guide", "debrief", "set", "mood", "text", "x"]);
    home.fails(
        65,
        &["guide", "debrief", "set", "sure", "kind", "allocation"],
    );
    home.fails(65, &["guide", "consent", "set", "colour", "red"]);
    home.fails(65, &["guide", "consent", "set", "items", "a; a"]);
    assert_eq!(home.json(&["guide", "show", "--json"]), json);
    home.ok(&["guide", "consent", "remove"]);
    home.ok(&["guide", "debrief", "remove", "learnt"]);
    assert_eq!(
        home.json(&["guide", "show", "--json"])["consent"],
        serde_json::Value::Null
    );
    home.ok(&["undo"]);
    home.ok(&["undo"]);
    assert_eq!(home.json(&["guide", "show", "--json"]), json);
    // in a study without a guide, they begin one
    let other = Home::with_study("vide");
    other.ok(&[
        "guide",
        "consent",
        "set",
        "closing",
        "Anything to leave out?",
    ]);
    let json = other.json(&["guide", "show", "--json"]);
    assert_eq!(json["consent"]["closing"], "Anything to leave out?");
}

#[test]
fn a_guide_is_known_by_its_consent_or_its_debrief_too() {
    let home = Home::with_study("essai");
    home.write("form.toml", "schema = 1\n\n[consent]\nversion = \"2\"\n");
    home.ok(&["import", "form.toml"]);
    assert_eq!(
        home.json(&["guide", "show", "--json"])["consent"]["version"],
        "2"
    );
    let before = home.json(&["guide", "show", "--json"]);
    home.write("form.toml", "schema = 1\n\n[consent]\nversoin = \"3\"\n");
    let said = home.fails(65, &["import", "form.toml"]);
    assert!(
        said.contains("form.toml, line 4,") && said.contains("version?"),
        "{said}"
    );
    home.write(
        "after.toml",
        "schema = 1\n\n[[debrief]]\nkey = \"sure\"\nkind = \"allocation\"\n",
    );
    let said = home.fails(65, &["import", "after.toml"]);
    assert!(said.contains("after.toml, line 5,"), "{said}");
    assert_eq!(home.json(&["guide", "show", "--json"]), before);
}
