//! What a study hands over.

use crate::example;
use std::fs;

#[test]
fn the_study_is_written_the_same_twice_and_keeps_what_people_wrote() {
    let home = example::coded();
    let path = home.path().join("s.md");
    home.ok(&["--lang", "fr", "export", "--as", "study", "--out", "s.md"]);
    let first = fs::read_to_string(&path).unwrap();
    home.ok(&["--lang", "fr", "export", "--as", "study", "--out", "s.md"]);
    assert_eq!(fs::read_to_string(&path).unwrap(), first);
    for wanted in [
        "## En bref",
        "## S2",
        "### Paroles qui s’opposent",
        "## Critères",
        "## Méthode",
        "## Annexe",
    ] {
        assert!(first.contains(wanted), "{wanted}\n{first}");
    }
    let at = first.find("<!-- /own summary -->").unwrap();
    let (before, after) = first.split_at(at);
    fs::write(&path, format!("{before}Trois mots ici.\n{after}")).unwrap();
    home.ok(&["consent", "I3", "withdrawn"]);
    home.ok(&["--lang", "fr", "export", "--as", "study", "--out", "s.md"]);
    let second = fs::read_to_string(&path).unwrap();
    assert!(second.contains("Trois mots ici."), "{second}");
    assert!(second.contains("1 retiré"), "{second}");

    fs::write(&path, second.replace("# S2", "# Le scénario 2")).unwrap();
    let said = home.fails(
        73,
        &["--lang", "fr", "export", "--as", "study", "--out", "s.md"],
    );
    assert!(said.contains("hors des lieux"), "{said}");
    home.ok(&["export", "--as", "study", "--out", "s.md", "--force"]);
    let third = fs::read_to_string(&path).unwrap();
    assert!(third.contains("Trois mots ici."), "{third}");
}

#[test]
fn a_file_that_is_not_ours_is_left_alone() {
    let home = example::coded();
    for name in ["mine.md", "mine.docx"] {
        let path = home.path().join(name);
        fs::write(&path, "mon texte").unwrap();
        home.fails(73, &["export", "--as", "study", "--out", name]);
        assert_eq!(fs::read_to_string(&path).unwrap(), "mon texte");
        home.ok(&["export", "--as", "study", "--out", name, "--force"]);
    }
    home.fails(2, &["export", "--as", "study", "--out", "s.pdf"]);
    home.fails(73, &["export", "--as", "study", "--out", "none/s.docx"]);
}

#[test]
fn a_faulty_model_is_named_and_ours_is_used() {
    let home = example::coded();
    home.ok(&["export", "--as", "study", "--out", "a.docx"]);
    let folder = home.study("AF 2022").join("templates");
    fs::create_dir_all(&folder).unwrap();
    fs::write(folder.join("study.docx"), "no document").unwrap();
    let said = home
        .run(&["export", "--as", "study", "--out", "b.docx"])
        .err;
    assert!(said.contains("study.docx"), "{said}");
    let read = |name: &str| fs::read(home.path().join(name)).unwrap();
    assert_eq!(read("a.docx"), read("b.docx"));
    // the document itself is a model that lacks nothing
    fs::copy(home.path().join("a.docx"), folder.join("study.docx")).unwrap();
    let said = home
        .run(&["export", "--as", "study", "--out", "b.docx"])
        .err;
    assert!(!said.contains("study.docx"), "{said}");
}

#[test]
fn nobody_is_quoted_who_did_not_agree() {
    let home = example::coded();
    let words = home.json(&["table", "evidence", "--format", "json"])["rows"]
        .as_array()
        .unwrap()
        .iter()
        .find_map(|row| row["best_quote"].as_str().map(str::to_owned))
        .unwrap();
    let study = || {
        home.ok(&["export", "--as", "study", "--out", "s.md", "--force"]);
        fs::read_to_string(home.path().join("s.md")).unwrap()
    };
    for interview in ["I1", "I2", "I3", "I4", "I5"] {
        home.ok(&["consent", interview, "given"]);
    }
    home.ok(&["study", "set", "mask_under", "0"]);
    assert!(study().contains(&words), "{words}");
    for interview in ["I1", "I2", "I3", "I4", "I5"] {
        home.ok(&["consent", interview, "no-quote"]);
    }
    assert!(!study().contains(&words));
}
