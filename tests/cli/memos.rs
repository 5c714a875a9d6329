//! Memos on anything, and the journal.

use crate::home::Home;

#[test]
fn memos_are_written_listed_changed_exported_and_read_back() {
    let home = Home::with_study("etude");
    home.write(
        "E1.txt",
        "Ana: Bonjour, on a tout perdu.\nINT: Ah ?\nAna: Oui.\n",
    );
    home.ok(&["import", "E1.txt"]);
    home.ok(&["codes", "add", "B1"]);
    home.ok(&["scenario", "add", "S1"]);
    let coding = home.ok(&["code", "E1", "--quote", "on a tout perdu", "--code", "B1"]);
    let note = home.ok(&["note", "add", "E1", "rit"]);
    let journal = home.ok(&["memo", "add", "Deux lectures du mot dossier.\nÀ revoir."]);
    for on in [
        &["--session", "E1"][..],
        &["--document", "E1"],
        &["--code", "B1"],
        &["--coding", coding.trim()],
        &["--note", note.trim()],
        &["--scenario", "S1"],
        &["--question", "3.2"],
    ] {
        home.ok(&[&["memo", "add", "à penser"], on].concat());
    }
    let all = home.json(&["memo", "list", "--json"]);
    assert_eq!(all.as_array().unwrap().len(), 8);
    let of_code = home.json(&["memo", "list", "--code", "B1", "--json"]);
    assert_eq!(
        (&of_code[0]["about"], &of_code[0]["target"]),
        (&"code".into(), &"B1".into())
    );
    home.ok(&["memo", "set", journal.trim(), "Trois lectures."]);
    assert!(home.ok(&["memo", "list"]).contains("Trois lectures."));
    home.ok(&["undo"]);
    assert!(home.ok(&["memo", "list"]).contains("Deux lectures"));
    let document = home.ok(&["memo", "list", "--markdown"]);
    assert!(document.starts_with("# Journal and memos: "), "{document}");
    assert!(
        document.contains("Deux lectures du mot dossier.\\\nÀ revoir.\n"),
        "{document}"
    );
    assert!(document.contains("### question 3.2 · "), "{document}");
    home.fails(2, &["memo", "list", "--markdown", "--json"]);

    home.ok(&["export", "--out", "one"]);
    home.ok(&["new", "again", "--from", "one"]);
    assert_eq!(
        home.json(&["memo", "list", "--json"])
            .as_array()
            .unwrap()
            .len(),
        8
    );
    home.ok(&["export", "--out", "two"]);
    let read =
        |folder: &str| std::fs::read_to_string(home.path().join(folder).join("memos.csv")).unwrap();
    assert_eq!(read("one"), read("two"));
    home.ok(&["export", "--out", "shared", "--shared"]);
    assert!(!home.path().join("shared/memos.csv").exists());

    // what is on a withdrawn interview is gone; what is on the study stays
    home.ok(&["consent", "E1", "withdrawn"]);
    assert_eq!(
        home.json(&["memo", "list", "--json"])
            .as_array()
            .unwrap()
            .len(),
        4
    );
    home.fails(66, &["memo", "add", "x", "--session", "E1"]);
    home.fails(65, &["memo", "add", "x", "--code", "Z9"]);
    home.fails(66, &["memo", "set", "no-such-memo", "x"]);
    home.fails(2, &["memo", "add", "x", "--code", "B1", "--note", "n"]);
    let said = home.ok(&["memo", "remove", journal.trim()]);
    assert!(said.is_empty());
}
