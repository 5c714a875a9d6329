//! A corrected transcript arrives.

use crate::home::Home;
use std::fmt::Write;

/// Invented talk, one cue each; the second form is the corrected one.
const CUES: [(&str, &str, &str); 12] = [
    (
        "Chercheuse",
        "Bonjour, merci de me recevoir.",
        "Bonjour, merci de me recevoir.",
    ),
    ("Ana", "Je vous en prie.", "Je vous en prie."),
    (
        "Ana",
        "On a perdu trois semaines en mars,",
        "On a perdu trois semaines en mars,",
    ),
    (
        "Ana",
        "par ce que la plate-forme avait changer.",
        "parce que la plateforme avait changé.",
    ),
    ("Chercheuse", "Et après ?", "Et après ?"),
    ("Ana", "Oui.", "Oui."),
    (
        "Ana",
        "je vérifie tout deux fois, avant et après.",
        "Je vérifie tout deux fois, avant et après.",
    ),
    (
        "Chercheuse",
        "Qui vous aide ?",
        "Qui vous aide, dans ces moments ?",
    ),
    (
        "Ana",
        "Personne, à part ma collègue du lundi.",
        "Personne, à part ma collègue du lundi.",
    ),
    ("Ana", "Euh, enfin bon.", ""),
    ("Chercheuse", "Merci beaucoup.", "Merci beaucoup."),
    (
        "Ana",
        "Merci à vous et bonne fin de journée.",
        "Merci à vous et bonne fin de journée.",
    ),
];

fn vtt(corrected: bool) -> String {
    let mut text = "WEBVTT\n".to_owned();
    for (at, (who, old, new)) in CUES.iter().enumerate() {
        let words = if corrected { new } else { old };
        if !words.is_empty() {
            let (from, to) = (at * 3, at * 3 + 2);
            let _ = write!(
                text,
                "\n{}\n00:00:{from:02}.000 --> 00:00:{to:02}.500\n{who}: {words}\n",
                at + 1
            );
        }
    }
    text
}

/// A study whose transcript has a coding on every cue.
fn coded() -> (Home, Vec<String>) {
    let home = Home::with_study("etude");
    home.write("E1.vtt", vtt(false));
    home.write("E1-corrige.vtt", vtt(true));
    home.ok(&["import", "E1.vtt"]);
    home.ok(&["codes", "add", "A"]);
    let ids = CUES
        .iter()
        .map(|(_, old, _)| {
            home.ok(&["code", "E1", "--quote", old, "--code", "A"])
                .trim()
                .to_owned()
        })
        .collect();
    (home, ids)
}

#[test]
fn unchanged_words_come_along_and_changed_ones_are_asked_about() {
    let (home, ids) = coded();
    let before = home.ok(&["log", "--json"]);
    let checked = home.json(&[
        "import",
        "E1-corrige.vtt",
        "--version-of",
        "E1",
        "--check",
        "--json",
    ]);
    assert_eq!(
        home.ok(&["log", "--json"]),
        before,
        "--check changes nothing"
    );
    let version = &checked[0]["version"];
    assert_eq!(version["number"], 2);
    assert!(version["share"].as_f64().unwrap() > 0.6, "{version}");
    let n = |key: &str| version[key].as_u64().unwrap();
    assert_eq!(
        (n("kept") + n("moved"), n("changed"), n("lost")),
        (8, 3, 1),
        "{version:#}"
    );

    home.ok(&["import", "E1-corrige.vtt", "--version-of", "E1"]);
    for (id, (_, old, new)) in ids.iter().zip(CUES) {
        let shown = home.json(&["show", id, "--json"]);
        if old == new {
            assert_eq!(
                (&shown["quote"], &shown["version"]),
                (&old.into(), &2.into())
            );
        } else {
            assert_eq!(
                (&shown["quote"], &shown["version"]),
                (&old.into(), &1.into())
            );
        }
    }
    let open = home.json(&["version", "open", "E1", "--json"]);
    let of = |at: usize| {
        let list = open.as_array().unwrap();
        list.iter()
            .find(|one| one["coding_id"] == ids[at].as_str())
            .unwrap()
            .clone()
    };
    assert_eq!(open.as_array().unwrap().len(), 4);
    assert_eq!(
        (&of(3)["new"], &of(3)["doubt"]),
        (
            &"parce que la plateforme avait changé.".into(),
            &"words".into()
        )
    );
    assert_eq!(of(6)["doubt"], "alike");
    assert_eq!(of(9)["outcome"], "lost");

    // alike in one go, one accepted, one kept, one chosen by hand
    home.ok(&["version", "accept", "--alike", "E1"]);
    home.ok(&["version", "accept", &ids[3]]);
    home.ok(&["version", "keep", &ids[9]]);
    home.ok(&["coding", "move", &ids[7], "--quote", "Qui vous aide"]);
    assert_eq!(
        home.json(&["version", "open", "--json"])
            .as_array()
            .unwrap()
            .len(),
        0
    );
    let quote = |at: usize| home.json(&["show", &ids[at], "--json"])["quote"].clone();
    assert_eq!(quote(3), "parce que la plateforme avait changé.");
    assert_eq!(quote(6), "Je vérifie tout deux fois, avant et après.");
    assert_eq!(quote(7), "Qui vous aide");
    assert_eq!(quote(9), "Euh, enfin bon.");
    assert!(
        home.fails(65, &["version", "keep", &ids[3]])
            .contains(&ids[3])
    );
    home.ok(&["check"]);

    // the study folder keeps all of it
    home.ok(&["export", "--out", "one"]);
    home.ok(&["new", "again", "--from", "one"]);
    home.ok(&["export", "--out", "two"]);
    for file in ["anchors.csv", "excerpts.csv"] {
        let read =
            |folder: &str| std::fs::read_to_string(home.path().join(folder).join(file)).unwrap();
        assert_eq!(read("one"), read("two"), "{file}");
        assert!(read("one").lines().count() > 8);
    }
    home.ok(&["--study", "etude", "studies"]);
}

#[test]
fn undo_brings_the_first_version_back() {
    let (home, ids) = coded();
    home.ok(&["import", "E1-corrige.vtt", "--version-of", "E1"]);
    home.ok(&["undo"]);
    for (id, (_, old, _)) in ids.iter().zip(CUES) {
        let shown = home.json(&["show", id, "--json"]);
        assert_eq!(
            (&shown["quote"], &shown["version"]),
            (&old.into(), &1.into())
        );
    }
    assert_eq!(
        home.json(&["version", "list", "E1", "--json"])
            .as_array()
            .unwrap()
            .len(),
        1
    );
    home.ok(&["redo"]);
    assert_eq!(home.json(&["show", &ids[0], "--json"])["version"], 2);
    home.ok(&["check"]);
}

#[test]
fn another_interview_is_told_before_anything_changes() {
    let (home, ids) = coded();
    home.write(
        "autre.vtt",
        "WEBVTT\n\n1\n00:00:00.000 --> 00:00:05.000\nPaul: Je cuisine le samedi, et je vais au marché acheter des légumes avec les enfants.\n",
    );
    let before = home.ok(&["log", "--json"]);
    for arguments in [
        &["import", "autre.vtt", "--version-of", "E1", "--check"][..],
        &["import", "autre.vtt", "--version-of", "E1"],
    ] {
        let said = home.fails(65, arguments);
        assert!(said.contains('%') && said.contains("--force"), "{said}");
    }
    assert_eq!(home.ok(&["log", "--json"]), before);
    home.ok(&["import", "autre.vtt", "--version-of", "E1", "--force"]);
    let open = home.json(&["version", "open", "--json"]);
    assert_eq!(open.as_array().unwrap().len(), ids.len(), "none went along");
    assert!(
        home.fails(66, &["import", "autre.vtt", "--version-of", "E9"])
            .contains("E9")
    );
    home.fails(
        2,
        &[
            "import",
            "autre.vtt",
            "--version-of",
            "E1",
            "--session",
            "E1",
        ],
    );
}

#[test]
fn corrections_by_hand_are_versions_too() {
    let (home, ids) = coded();
    home.ok(&["version", "rename", "E1", "Ana", "Ana Roy"]);
    home.ok(&[
        "version",
        "split",
        "E1",
        "--quote",
        "par ce que",
        "--speaker",
        "Chercheuse",
    ]);
    home.ok(&["version", "join", "E1", "--turn", "1"]);
    let versions = home.json(&["version", "list", "E1", "--json"]);
    assert_eq!(versions.as_array().unwrap().len(), 4);
    assert_eq!(
        home.json(&["show", &ids[2], "--json"])["speaker"],
        "Ana Roy"
    );
    // what is said by somebody else now, and nothing more, waits
    let open = home.json(&["version", "open", "--json"]);
    assert!(
        open.as_array()
            .unwrap()
            .iter()
            .all(|one| one["doubt"] == "voice"),
        "{open:#}"
    );
    assert!(
        open.as_array()
            .unwrap()
            .iter()
            .any(|one| one["coding_id"] == ids[3].as_str())
    );
    for arguments in [
        &["version", "rename", "E1", "Personne", "X"][..],
        &["version", "split", "E1", "--quote", "nulle part"],
        &["version", "join", "E1", "--turn", "99"],
    ] {
        home.fails(65, arguments);
    }
    for _ in 0..3 {
        home.ok(&["undo"]);
    }
    assert_eq!(home.json(&["show", &ids[2], "--json"])["speaker"], "Ana");
}

#[test]
fn no_correction_gives_the_words_of_who_withdrew_to_another_voice() {
    let home = Home::with_study("s");
    home.write(
        "p.csv",
        "interview,participant,speaker,role,consent\nE1,P1,Ana,rh,given\nE1,P2,Bo,rh,withdrawn\n",
    );
    home.write("E1.txt", "Ana: Bonjour.\nBo: Mon secret.\nAna: Merci.\n");
    home.ok(&["import", "p.csv", "E1.txt"]);
    for correction in [
        &["version", "join", "E1", "--turn", "1"][..],
        &["version", "join", "E1", "--turn", "2"],
        &["version", "rename", "E1", "Bo", "Ana"],
        &["version", "rename", "E1", "Ana", "Bo"],
        &[
            "version",
            "split",
            "E1",
            "--quote",
            "secret",
            "--speaker",
            "Ana",
        ],
    ] {
        let said = home.fails(65, correction);
        assert!(
            said.contains("withdrew") || said.contains("s’est retirée"),
            "{said}"
        );
        assert!(!home.ok(&["version", "list", "E1"]).contains("v2"));
    }
    home.ok(&["version", "rename", "E1", "Ana", "P1"]);
    assert!(home.ok(&["version", "list", "E1"]).contains("v2"));
}
