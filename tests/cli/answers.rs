//! Answers as they are typed: the verb and the importer read them as the call does.

use crate::home::Home;

const GUIDE: &str = r#"
schema = 1
[[section]]
key = "1"
[[section.question]]
key = "n"
kind = "count"
unit = "personnes"
[[section.question]]
key = "mark"
kind = "rating"
[[section.question]]
key = "known"
kind = "choice"
options = ["non", "de nom", "oui"]
[[section.question]]
key = "share"
kind = "allocation"
options = ["dossiers", "accueil"]
"#;

fn home() -> Home {
    let home = Home::with_study("a");
    home.write("guide.toml", GUIDE);
    home.ok(&["import", "guide.toml"]);
    home.ok(&["session", "add", "E01"]);
    home
}

/// `question part: value state` of each answer.
fn given(home: &Home) -> Vec<String> {
    let answers = home.json(&["show", "E01", "--json"])["answers"].clone();
    let list = answers.as_array().unwrap().iter().map(|answer| {
        let of = |key: &str| answer[key].as_str().unwrap_or_default().to_owned();
        format!(
            "{} {}: {} {}",
            of("question"),
            of("part"),
            of("value"),
            of("state")
        )
    });
    list.collect()
}

#[test]
fn the_verb_reads_what_is_typed_as_the_call_does() {
    let home = home();
    home.ok(&["answer", "E01", "n", "~12"]);
    home.ok(&["answer", "E01", "mark", "?"]);
    home.ok(&["answer", "E01", "known", "2"]);
    home.ok(&["answer", "E01", "share", "60", "--part", "dossiers"]);
    assert_eq!(
        given(&home),
        [
            "n : ~12 answered",
            "mark :  unknown",
            "known : de nom answered",
            "share dossiers: 60 partial"
        ]
    );
    home.ok(&["answer", "E01", "share", "40", "--part", "accueil"]);
    home.ok(&["answer", "E01", "n", "x"]);
    assert_eq!(
        given(&home),
        [
            "n :  refused",
            "mark :  unknown",
            "known : de nom answered",
            "share dossiers: 60 answered",
            "share accueil: 40 answered"
        ],
        "a hundred makes the parts whole; who refuses leaves no figure"
    );
}

#[test]
fn what_is_no_answer_changes_nothing() {
    let home = home();
    home.ok(&["answer", "E01", "share", "60", "--part", "dossiers"]);
    let before = given(&home);
    for (question, value, why) in [
        ("n", "12x", "12, ~12, 3-5"),
        ("n", "9-3", "lower to the higher"),
        ("mark", "6", "1 to 5"),
        ("known", "4", "1 to 3"),
    ] {
        let said = home.fails(65, &["answer", "E01", question, value]);
        assert!(said.contains(why), "{value}: {said}");
    }
    let said = home.fails(65, &["answer", "E01", "share", "50", "--part", "accueil"]);
    assert!(said.contains("110"), "{said}");
    assert_eq!(given(&home), before);
    for (value, why) in [("12x", "12, ~12"), ("9-3", "lower to the higher")] {
        home.write(
            "answers.csv",
            format!("interview,question,value\nE01,mark,4\nE01,n,{value}\n"),
        );
        let said = home.fails(65, &["import", "answers.csv"]);
        assert!(said.contains(":3") || said.contains("line 3"), "{said}");
        assert!(said.contains(why), "{said}");
        assert_eq!(given(&home), before, "all of the file or nothing");
    }
}

#[test]
fn the_order_of_the_cards_is_kept() {
    let home = home();
    for key in ["S1", "S2", "S3"] {
        home.ok(&["scenario", "add", key]);
    }
    home.ok(&["session", "set", "E01", "--cards", "S3,S1,S2"]);
    home.fails(65, &["session", "set", "E01", "--cards", "S3,S9"]);
    home.ok(&["undo"]);
}
