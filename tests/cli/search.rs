//! Words looked for in the whole study.

use crate::home::Home;

const CALL: &str = "Ana: On a perdu trois semaines\u{a0}: l’émargement manquait.\n\
    INT: Deux fois ?\n\
    Ana: Oui. La plateforme avait changé.\nINT: Ah.\n";

fn home() -> Home {
    let home = Home::with_study("s");
    home.write("E01.txt", CALL);
    home.write(
        "E02.txt",
        "Bo: La plateforme ? Jamais vue.\nINT: Bon.\nBo: Oui.\nINT: Bien.\n",
    );
    home.ok(&["import", "E01.txt", "E02.txt"]);
    home.ok(&["codes", "add", "K", "--definition", "la plateforme change"]);
    home.ok(&[
        "note",
        "add",
        "E02",
        "plateforme à revoir",
        "--t-ms",
        "65000",
    ]);
    home.ok(&[
        "code",
        "E01",
        "--quote",
        "trois semaines",
        "--code",
        "K",
        "--memo",
        "plateforme ?",
    ]);
    home
}

#[test]
fn memos_of_any_kind_are_searched() {
    let home = home();
    home.ok(&["memo", "add", "un doute sur la méthode"]);
    home.ok(&["memo", "add", "un doute sur ce code", "--code", "K"]);
    let hits = home.json(&["search", "doute", "--json"]);
    let on: Vec<(&str, &str)> = hits
        .as_array()
        .unwrap()
        .iter()
        .map(|hit| {
            (
                hit["kind"].as_str().unwrap(),
                hit["document"].as_str().unwrap(),
            )
        })
        .collect();
    assert_eq!(on, [("memo", ""), ("memo", "K")]);
}

#[test]
fn hits_lead_to_their_words() {
    let home = home();
    let hits = home.json(&["search", "l'EMARGEMENT", "--json"]);
    let hit = &hits[0];
    assert_eq!(hits.as_array().unwrap().len(), 1);
    assert_eq!(hit["session"], "E01");
    assert_eq!(hit["document"], "E01");
    assert_eq!(hit["speaker"], "Ana");
    assert_eq!(hit["quote"], "l’émargement");
    assert_eq!(hit["context_after"], " manquait.");
    // the span is one that `code` takes
    let span = format!("{}..{}", hit["char_start"], hit["char_end"]);
    home.ok(&["code", "E01", "--span", &span, "--code", "K"]);
    let all = home.json(&["search", "plateforme", "--json"]);
    let kinds: Vec<String> = all
        .as_array()
        .unwrap()
        .iter()
        .map(|hit| {
            format!(
                "{} {}",
                hit["session"].as_str().unwrap(),
                hit["kind"].as_str().unwrap()
            )
        })
        .collect();
    assert_eq!(
        kinds,
        ["E01 turn", "E01 memo", "E02 note", "E02 turn", " code"]
    );
}

#[test]
fn a_search_is_kept_to_what_was_asked() {
    let home = home();
    let n = |arguments: &[&str]| {
        let arguments = [&["search"], arguments, &["--json"]].concat();
        home.json(&arguments).as_array().unwrap().len()
    };
    assert_eq!(n(&["perdu ~5 emargement"]), 1);
    assert_eq!(n(&["perdu ~1 emargement"]), 0);
    assert_eq!(n(&["emargement", "--exact"]), 0);
    assert_eq!(n(&["plate", "--word"]), 0);
    assert_eq!(n(&["--regex", r"\bsemaines?\b"]), 1);
    assert_eq!(n(&["oui", "--session", "E02"]), 1);
    assert_eq!(n(&["fois", "--voice", "participants"]), 0);
    assert_eq!(n(&["semaines", "--code", "K"]), 1);
    home.ok(&["consent", "E01", "withdrawn"]);
    assert_eq!(n(&["semaines"]), 0);
}

#[test]
fn what_cannot_be_looked_for_is_refused() {
    let home = home();
    for pattern in ["", "  ", "a ~3", "a\u{7}b"] {
        home.fails(2, &["search", pattern]);
    }
    home.fails(2, &["search", &"x".repeat(100_000)]);
    assert!(
        home.fails(2, &["search", "--regex", "a("])
            .contains("character")
    );
    home.fails(2, &["search", "--regex", "(a{1000}){1000}"]);
    home.fails(65, &["search", "a", "--where", "size=big"]);
    home.fails(65, &["search", "a", "--code", "NONE"]);
}

#[test]
fn passages_are_found_by_their_codes() {
    let home = home();
    home.ok(&["codes", "add", "L", "--definition", "autre"]);
    for (quote, code) in [("trois semaines", "L"), ("plateforme avait", "L")] {
        home.ok(&["code", "E01", "--quote", quote, "--code", code]);
    }
    let quotes = |query: &str| {
        let table = home.json(&["query", query, "--format", "json"]);
        let rows = table["rows"].as_array().unwrap().clone();
        let quote = |row: &serde_json::Value| row["quote"].as_str().unwrap().to_owned();
        rows.iter().map(quote).collect::<Vec<_>>()
    };
    assert_eq!(quotes("L"), ["trois semaines", "plateforme avait"]);
    assert_eq!(quotes("L et:même K"), ["trois semaines"]);
    assert_eq!(quotes("L not K"), ["plateforme avait"]);
    let csv = home.ok(&["query", "K and L", "--format", "csv"]);
    assert!(csv.starts_with("interview,document,turn,t_start_ms,code,coder,quote,coding_id"));
    assert!(home.fails(2, &["query", "K and"]).contains('6'));
    home.fails(65, &["query", "K and NONE"]);
    home.ok(&["consent", "E01", "withdrawn"]);
    assert!(quotes("L").is_empty());
}

#[test]
fn searches_and_queries_are_kept_under_a_name_and_go_out_and_come_back() {
    let home = home();
    let search = ["search", "OUI", "--word", "--voice", "participants"];
    home.ok(&[&search[..], &["--save", "accord"]].concat());
    home.fails(
        65,
        &[&search[..], &["--save", "bad", "--where", "size=big"]].concat(),
    );
    home.fails(65, &["query", "K and NONE", "--save", "bad"]);
    home.ok(&["query", "K and:turn K", "--save", "les K"]);
    home.fails(2, &["query", "K and", "--save", "bad"]);
    home.fails(2, &["search", "--regex", "a(", "--save", "bad"]);
    // a name of the other kind stays as it is
    home.fails(2, &["query", "--saved", "accord"]);
    assert_ne!(home.run(&["query", "K", "--save", "accord"]).code, 0);
    let list = home.json(&["saved", "list", "--json"]);
    assert_eq!(list[0]["name"], "accord");
    assert_eq!(list[0]["voice"], "participants");
    assert_eq!(list[1]["pattern"], "K and:turn K");
    assert_eq!(list.as_array().unwrap().len(), 2);
    let found = |name| home.json(&["search", "--saved", name, "--json"]);
    home.ok(&["search", "oui", "--save", "tout"]);
    assert_eq!(found("tout").as_array().unwrap().len(), 2);
    let table = home.json(&["query", "--saved", "les K", "--format", "json"]);
    assert_eq!(table["rows"][0]["quote"], "trois semaines");
    // out, in, out again: the same bytes
    home.ok(&["export", "--out", "one"]);
    home.ok(&["new", "again", "--from", "one"]);
    home.ok(&["--study", "again", "export", "--out", "two"]);
    let read = |folder: &str| std::fs::read(home.path().join(folder).join("saved.csv")).unwrap();
    assert_eq!(read("one"), read("two"));
    home.ok(&["export", "--shared", "--out", "shared"]);
    assert!(!home.path().join("shared/saved.csv").exists());
    home.ok(&["saved", "remove", "tout"]);
    assert_ne!(home.run(&["saved", "remove", "tout"]).code, 0);
    home.ok(&["undo"]);
    assert_eq!(found("tout").as_array().unwrap().len(), 2);
}
