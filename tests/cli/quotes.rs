//! A finished text held against what was said and counted.

use crate::example;
use crate::home::Home;
use serde_json::Value;

const CALL: &str = "Ana: On a perdu trois semaines\u{a0}: l’émargement manquait. J’ai tout repris à la main.\n\
    INT: Vous avez repris combien de dossiers ?\n\
    Ana: Une quarantaine, je crois, et le soir. La plateforme avait encore changé de version.\n\
    INT: Et cette année ?\nAna: Rien à signaler.\n";

/// Cues without a name: each is a turn of its own.
const CUES: &str = "WEBVTT\n\n1\n00:00:01.000 --> 00:00:03.000\nThe first thing I would say is that\n\n\
    2\n00:00:03.000 --> 00:00:06.000\nnobody told us before the audit.\n";

fn home() -> Home {
    let home = Home::with_study("s");
    home.write("E01.txt", CALL);
    home.write("E02.vtt", CUES);
    home.write(
        "E03.txt",
        "Bo: Mon chef me surveille de près.\nINT: Ah.\nBo: Oui.\nINT: Bien.\n",
    );
    home.write(
        "E04.txt",
        "Li: Je quitterai la maison en juin.\nINT: Ah.\nLi: Oui.\nINT: Bien.\n",
    );
    home.ok(&["import", "E01.txt", "E02.vtt", "E03.txt", "E04.txt"]);
    home.ok(&["consent", "E03", "no-quote"]);
    home.ok(&["consent", "E04", "withdrawn"]);
    home.ok(&["codes", "add", "K"]);
    home.ok(&[
        "code",
        "E01",
        "--quote",
        "l’émargement manquait",
        "--code",
        "K",
    ]);
    home
}

fn check(home: &Home, text: &str, more: &[&str]) -> (i32, Vec<Value>) {
    home.write("note.md", text);
    let ran = home.run(&[&["quotes", "note.md", "--json"], more].concat());
    (ran.code, serde_json::from_str(&ran.out).unwrap())
}

fn verdicts(list: &[Value]) -> Vec<&str> {
    list.iter()
        .map(|one| one["verdict"].as_str().unwrap())
        .collect()
}

#[test]
fn a_verbatim_quote_leads_to_its_passage() {
    let home = home();
    let (code, list) = check(
        &home,
        "# Note\n\nElle dit «\u{a0}l’émargement\nmanquait.\u{a0}» et “The first thing I would say is that nobody told us”.\n\n\
         > *« On a perdu […] tout repris à la main »*\n",
        &[],
    );
    assert_eq!((code, verdicts(&list)), (0, vec!["verbatim"; 3]));
    let one = &list[0];
    assert_eq!(one["session"], "E01");
    assert_eq!((&one["line"], &one["turn"]), (&3.into(), &1.into()));
    assert_eq!(one["codes"], serde_json::json!(["K"]));
    assert_eq!(one["codings"].as_array().unwrap().len(), 1);
    assert_eq!(list[1]["session"], "E02", "over two cues");
    assert_eq!(list[1]["t_ms"], 1000);
    let span = format!("{}..{}", one["char_start"], one["char_end"]);
    home.ok(&["code", "E01", "--span", &span, "--code", "K"]);
}

#[test]
fn what_must_not_stand_there_is_found() {
    let home = home();
    let text = "« On a perdu deux semaines : l’émargement manquait » ; « Vous avez repris combien de dossiers ? » ; \
        « Mon chef me surveille de près » ; « Je quitterai la maison en juin » ; « Les licornes volent bas ce soir » ; \
        « une quarantaine, je crois, et le soir » ; « Mon chef me surveille de loin » ; « Je quitterai cette maison en juin »";
    let (code, list) = check(&home, text, &[]);
    assert_eq!(code, 1);
    assert_eq!(
        verdicts(&list),
        [
            "differs",
            "interviewer",
            "consent",
            "consent",
            "not-found",
            "differs",
            "consent",
            "consent"
        ]
    );
    let first = &list[0]["differences"];
    assert!(
        first
            .as_array()
            .unwrap()
            .iter()
            .any(|one| one["written"] == "deux" && one["said"] == "trois"),
        "{first}"
    );
    assert_eq!(list[2]["reason"], "no-quote");
    assert_eq!(list[2]["session"], "E03");
    assert_eq!(list[3]["reason"], "withdrawn");
    assert_eq!(
        list[3]["session"],
        Value::Null,
        "a withdrawn interview has no place"
    );
    for one in [&list[2], &list[3], &list[6], &list[7]] {
        assert_eq!(one["said"], Value::Null);
        assert_eq!(one["differences"], serde_json::json!([]));
    }
    let ran = home.run(&["--lang", "fr", "quotes", "note.md"]);
    assert_eq!(ran.code, 1);
    assert!(
        ran.out.contains("écrit\u{a0}: On a perdu {deux} semaines"),
        "{}",
        ran.out
    );
    assert!(
        ran.out.contains("dit\u{a0}:   On a perdu {trois} semaines"),
        "{}",
        ran.out
    );
    assert!(!ran.out.contains("près\u{a0}»  "), "{}", ran.out);
}

#[test]
fn folding_is_done_only_when_asked() {
    let home = home();
    let text = "« on a perdu trois semaines : l'emargement manquait »";
    let (code, list) = check(&home, text, &[]);
    assert_eq!((code, verdicts(&list)), (1, vec!["differs"]));
    let (code, list) = check(&home, text, &["--fold"]);
    assert_eq!((code, verdicts(&list)), (0, vec!["verbatim"]), "{list:?}");
    let (code, list) = check(
        &home,
        "« On a perdu trois semaines ! » et « oubliée",
        &["--fold"],
    );
    assert_eq!((code, verdicts(&list)), (1, vec!["differs", "unclosed"]));
}

#[test]
fn figures_are_held_against_their_row() {
    let home = example::coded();
    let text = "9 sur 13 sans rien. 2 sur 5 [S2 D8.levier]. 2 sur 4 [S2 D8.levier]. 1 sur 5 [S2 mixte], \
        1 sur 5 [S2 contre]. 3 sur 5 [D8.levier]. 1 of 2 [S2 D8.levier size=under10]. 2 sur 5 [S9 D8.levier]. \
        Pour S2, 2 sur 5 y croient.";
    let (code, list) = check(&home, text, &[]);
    assert_eq!(code, 1);
    let said: Vec<(&str, &str)> = list
        .iter()
        .map(|one| {
            (
                one["verdict"].as_str().unwrap(),
                one["expected"].as_str().unwrap_or(""),
            )
        })
        .collect();
    assert_eq!(
        said,
        [
            ("unchecked", ""),
            ("right", "2/5"),
            ("wrong", "2/5"),
            ("right", "1/5"),
            ("right", "1/5"),
            ("wrong", "4/5"),
            ("right", "1/2"),
            ("unknown-reference", ""),
            ("right", "2/5"),
        ]
    );
}

#[test]
fn a_file_that_is_no_text_has_its_sentence() {
    let home = home();
    home.write("torn.docx", b"PK\x03\x04torn");
    home.write("words.docx", "« Oui »");
    home.write("empty.md", "");
    home.write("a.pdf", b"%PDF-1.4\n\x00\x01");
    for file in ["torn.docx", "words.docx", "empty.md", "a.pdf"] {
        let said = home.fails(65, &["quotes", file]);
        assert!(said.contains(file), "{said}");
    }
    home.fails(66, &["quotes", "none.md"]);
    home.fails(66, &["quotes", "."]);
    home.write("plain.md", "Rien.");
    home.ok(&["quotes", "plain.md"]);
}

/// What the program itself writes of a study is held against that study: nothing in it is to be looked at.
#[test]
fn the_studys_own_deliverable_has_no_finding() {
    for lang in ["fr", "en"] {
        let home = Home::new();
        home.ok(&["--lang", lang, "demo", "--out", "sample"]);
        home.ok(&["--lang", lang, "export", "--as", "pack", "--out", "pack"]);
        for file in ["study.docx", "study.md", "method.md", "README.md"] {
            let checked = home.run(&["quotes", &format!("pack/{file}")]);
            assert_eq!(checked.code, 0, "{lang} {file}: {}", checked.out);
        }
        let report = home.ok(&["--lang", lang, "report", "progress"]);
        home.write("progress.md", report);
        let checked = home.run(&["quotes", "progress.md", "--json"]);
        let found: serde_json::Value = serde_json::from_str(&checked.out).unwrap();
        let found = found.as_array().unwrap();
        let figures: Vec<_> = found.iter().filter(|one| one["kind"] == "figure").collect();
        assert!(figures.len() > 3, "{lang}: {found:?}");
        assert!(
            figures.iter().all(|one| one["verdict"] == "right"),
            "{figures:?}"
        );
        // nobody is called there as the file has them
        let named = found.iter().filter_map(|one| one["speaker"].as_str());
        assert!(named.into_iter().all(|name| !name.contains("SPEAKER_")));
        let hits = home.json(&["search", "formation", "--json"]);
        let hits = hits.as_array().unwrap().iter();
        let named: Vec<&str> = hits.filter_map(|one| one["speaker"].as_str()).collect();
        assert!(!named.is_empty(), "{lang}");
        assert!(
            named.iter().all(|name| !name.contains("SPEAKER_")),
            "{named:?}"
        );
    }
}
