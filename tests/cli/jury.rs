//! What a jury asks for: findings with their evidence, criteria, the study as it was.

use super::home::Home;
use serde_json::Value;
use std::path::Path;

/// A study with one interview and two codings; their ids.
fn coded(name: &str) -> (Home, Vec<String>) {
    let home = Home::with_study(name);
    home.ok(&["codes", "add", "D8"]);
    home.ok(&["codes", "add", "B1"]);
    home.ok(&["scenario", "add", "S2"]);
    home.write(
        "E01.txt",
        "Chercheuse : Et alors ?\nE01 : Les blocs nous aident. Le jury est loin.\n",
    );
    home.ok(&["import", "E01.txt", "--session", "E01"]);
    home.ok(&[
        "code",
        "E01",
        "--quote",
        "Les blocs nous aident",
        "--code",
        "D8",
    ]);
    home.ok(&["code", "E01", "--quote", "Le jury est loin", "--code", "D8"]);
    home.ok(&["export", "--out", "first"]);
    let excerpts = std::fs::read_to_string(home.path().join("first/excerpts.csv")).unwrap();
    let ids = excerpts
        .lines()
        .skip(1)
        .filter_map(|line| line.split(',').next())
        // a quote may hold line feeds
        .filter(|id| id.len() == 36)
        .map(str::to_owned)
        .collect();
    (home, ids)
}

fn json(text: &str) -> Value {
    serde_json::from_str(text).unwrap()
}

fn same(a: &Path, b: &Path, file: &str) {
    let read = |dir: &Path| std::fs::read_to_string(dir.join(file)).unwrap();
    assert_eq!(read(a), read(b), "{file}");
}

#[test]
fn findings_are_stated_judged_and_go_out_and_come_back() {
    let (home, ids) = coded("constats");
    assert_eq!(ids.len(), 2, "{ids:?}");
    let key = home.ok(&["finding", "add", "Les blocs aident", "--scenario", "S2"]);
    assert_eq!(key.trim(), "F1");
    home.ok(&["finding", "for", "F1", &ids[0]]);
    home.ok(&["finding", "against", "F1", &ids[1]]);
    home.fails(66, &["finding", "for", "F1", "nul"]);
    home.fails(66, &["finding", "for", "F9", &ids[0]]);
    home.fails(2, &["finding", "set", "F1", "--confidence", "sure"]);
    home.fails(2, &["finding", "set", "F1", "--confidence", "high"]);
    home.fails(2, &["finding", "set", "F1", "--concern", "coherence=minor"]);
    home.fails(2, &["finding", "add", "  "]);
    home.fails(73, &["finding", "add", "Autre", "--key", "F1"]);
    home.ok(&[
        "finding",
        "set",
        "F1",
        "--confidence",
        "low",
        "--reason",
        "un seul entretien",
        "--concern",
        "adequacy=substantial:une personne, deux phrases",
        "--text",
        "Modules help",
        "--language",
        "en",
    ]);
    let list = json(&home.ok(&["finding", "list", "--json"]));
    assert_eq!(list[0]["confidence"], "low");
    assert_eq!(list[0]["concerns"]["adequacy"], "substantial");
    assert_eq!(list[0]["for"], Value::from(vec![ids[0].clone()]));
    assert_eq!(list[0]["statements"]["en"], "Modules help");

    // the words were coded anew since
    home.ok(&["coding", "set", &ids[0], "--code", "B1"]);
    let list = json(&home.ok(&["finding", "list", "--json"]));
    assert_eq!(list[0]["changed_since"], 1);
    let table = home.ok(&["table", "findings", "--format", "csv"]);
    assert!(table.contains("changed"), "{table}");

    let (out, again) = (home.path().join("out"), home.path().join("again"));
    home.ok(&["export", "--out", out.to_str().unwrap()]);
    home.ok(&["new", "copie", "--from", out.to_str().unwrap()]);
    home.ok(&["export", "--out", again.to_str().unwrap()]);
    same(&out, &again, "findings.csv");
    assert_eq!(home.ok(&["table", "findings", "--format", "csv"]), table);

    home.ok(&["finding", "keep", "F1"]);
    home.ok(&["finding", "drop", "F1", &ids[1]]);
    let list = json(&home.ok(&["finding", "list", "--json"]));
    assert_eq!(
        (&list[0]["changed_since"], &list[0]["gone_since"]),
        (&0.into(), &1.into())
    );
    home.ok(&["finding", "remove", "F1"]);
    assert_eq!(home.ok(&["finding", "list", "--json"]).trim(), "[]");
    home.write(
        "findings.csv",
        "finding,statement,scenario,coherence\nF1,Dit,S2,grave\nF2,,S9,\n",
    );
    let refused = home.fails(65, &["import", "findings.csv"]);
    assert!(
        refused.contains("coherence") && refused.contains("scenario"),
        "{refused}"
    );
}

#[test]
fn a_criterion_without_evidence_is_a_gap_and_the_list_stays() {
    let (home, ids) = coded("criteres");
    home.ok(&["finding", "add", "Les blocs aident"]);
    home.ok(&["finding", "for", "F1", &ids[0]]);
    home.fails(65, &["criteria", "use", "2033"]);
    home.ok(&["criteria", "use", "2021"]);
    home.ok(&["criteria", "bind", "7", "--code", "D8", "--finding", "F1"]);
    home.ok(&["criteria", "bind", "6", "--code", "B1"]);
    home.fails(65, &["criteria", "bind", "2bis", "--code", "D8"]);
    home.fails(66, &["criteria", "bind", "7", "--finding", "F9"]);
    home.fails(66, &["criteria", "bind", "7", "--question", "9.9"]);
    home.fails(2, &["criteria", "bind", "7"]);
    let table = |home: &Home| {
        let text = home.ok(&["--lang", "fr", "table", "criteria", "--format", "json"]);
        json(&text)["rows"].clone()
    };
    let rows = table(&home);
    assert_eq!(rows.as_array().unwrap().len(), 9);
    assert_eq!(rows[6]["criterion_state"], "evidence", "{rows}");
    assert_eq!(rows[6]["n_excerpts"], 2);
    assert_eq!(rows[6]["n_interviews"], 1);
    assert_eq!(
        (&rows[5]["criterion_state"], &rows[5]["note"]),
        (&"gap".into(), &"aucune preuve".into())
    );
    assert_eq!(rows[0]["criterion_state"], "not-mapped");
    assert!(rows[0]["cannot"].as_str().unwrap().contains("insertion"));

    // a list of the study's own, and what is bound, go out and come back
    home.write(
        "own.toml",
        "schema = 1\nkey = \"comite\"\nlabel_fr = \"Comité\"\n[[criterion]]\nkey = \"a\"\nlabel_fr = \"Utile\"\n",
    );
    home.ok(&["import", "own.toml"]);
    let (out, again) = (home.path().join("out"), home.path().join("again"));
    home.ok(&["export", "--out", out.to_str().unwrap()]);
    home.ok(&["new", "copie", "--from", out.to_str().unwrap()]);
    home.ok(&["export", "--out", again.to_str().unwrap()]);
    same(&out, &again, "criteria.csv");
    same(&out, &again, "criteria/comite.toml");
    assert_eq!(table(&home), rows);

    // a code that is gone is said
    home.ok(&["codes", "remove", "B1"]);
    let rows = table(&home);
    assert!(
        rows[5]["note"].as_str().unwrap().contains("disparu"),
        "{}",
        rows[5]
    );
    home.ok(&["criteria", "use", "comite"]);
    assert_eq!(table(&home).as_array().unwrap().len(), 1);
    home.ok(&["study", "set", "criteria", "perdue"]);
    let shown = home.ok(&["table", "criteria", "--format", "md"]);
    assert!(
        shown.contains("perdue") && shown.contains("2021"),
        "{shown}"
    );
    home.write(
        "bad.toml",
        "key = \"x\"\n[[criterion]]\nlabel_fr = \"sans clé\"\n",
    );
    home.fails(65, &["import", "bad.toml"]);
    home.write("criteria.csv", "criterion,code\n77,D8\n");
    home.fails(65, &["import", "criteria.csv"]);
}

#[test]
fn a_milestone_keeps_what_was_known_and_an_erasure_reaches_back() {
    let (home, ids) = coded("etapes");
    home.ok(&["coding", "set", &ids[0], "--scenario", "S2=supports"]);
    home.ok(&["milestone", "add", "COPIL 1"]);
    home.fails(73, &["milestone", "add", "COPIL 1"]);
    home.fails(2, &["milestone", "add", " "]);
    let evidence = |at: &[&str]| {
        let mut arguments = vec!["table", "evidence", "--format", "csv"];
        arguments.extend(at);
        home.ok(&arguments)
    };
    let then = evidence(&["--at", "COPIL 1"]);
    assert_eq!(then, evidence(&[]), "setting a milestone moves no figure");
    home.ok(&["coding", "set", &ids[0], "--scenario", "S2=contradicts"]);
    home.ok(&["coding", "set", &ids[1], "--scenario", "S2=supports"]);
    home.ok(&["undo"]);
    home.ok(&["milestone", "add", "COPIL 2"]);
    assert_eq!(evidence(&["--at", "COPIL 1"]), then);
    assert_ne!(evidence(&["--at", "COPIL 2"]), then);
    home.fails(66, &["table", "evidence", "--at", "COPIL 9"]);
    let diff = json(&home.ok(&["milestone", "diff", "COPIL 1", "COPIL 2", "--json"]));
    assert_eq!(diff["recoded"], Value::from(vec![ids[0].clone()]));
    assert_eq!(diff["coded"], Value::from(Vec::<String>::new()));
    let moved = diff["figures"].as_array().unwrap();
    let found = moved
        .iter()
        .find(|one| one["figure"] == "n_supporting" && one["code"] == "")
        .unwrap();
    assert_eq!((&found["before"], &found["after"]), (&1.into(), &0.into()));
    assert_eq!(found["why"]["recoded"], Value::from(vec![ids[0].clone()]));
    // every table is compared, and says by what its figures moved
    let in_codes = moved.iter().any(|one| one["table"] == "saturation");
    assert!(!in_codes, "no code came or went");
    home.write(
        "answers.csv",
        "interview,question,state,value\nE01,6.1,answered,4\n",
    );
    home.ok(&["import", "answers.csv"]);
    let diff = json(&home.ok(&["milestone", "diff", "COPIL 2", "--json"]));
    let figures = diff["figures"].as_array().unwrap();
    let sum = figures
        .iter()
        .find(|one| one["table"] == "answers" && one["figure"] == "sum");
    let sum = sum.unwrap();
    assert_eq!((&sum["row"], &sum["after"]), (&"6.1".into(), &4.0.into()));
    assert_eq!(sum["why"]["answers"].as_array().unwrap().len(), 1);
    assert!(
        figures.iter().all(|one| one["table"] != "evidence"),
        "{figures:?}"
    );
    home.ok(&["undo"]);
    let heads = json(&home.ok(&["milestone", "list", "--json"]));
    let head = heads[0]["head"].as_str().unwrap().to_owned();
    let shown = home.ok(&["table", "evidence", "--at", "COPIL 1", "--format", "json"]);
    assert!(
        shown.contains(&head),
        "the table of then has the head of then"
    );

    home.ok(&["consent", "E01", "withdrawn"]);
    let diff = json(&home.ok(&["milestone", "diff", "COPIL 2", "--json"]));
    assert_eq!(diff["withdrawn"].as_array().unwrap().len(), 2);
    // who withdrew since is gone from the state of then too, so nothing of her is told as what was before
    let figures = diff["figures"].as_array().unwrap();
    let of_her = |one: &&Value| one["row"].as_str().unwrap().contains("E01");
    assert_eq!(figures.iter().find(of_her), None);
    let gone = evidence(&["--at", "COPIL 1"]);
    assert!(!gone.contains("blocs") && gone != then, "{gone}");
    let between = json(&home.ok(&["milestone", "diff", "COPIL 1", "COPIL 2", "--json"]));
    assert_eq!(between["withdrawn"], Value::from(Vec::<String>::new()));
    home.ok(&["erase", "E01", "--yes"]);
    let gone = evidence(&["--at", "COPIL 1"]);
    assert!(!gone.contains("blocs") && gone != then, "{gone}");
}

#[test]
fn every_verb_that_reads_reads_as_of_a_milestone_and_none_writes_there() {
    let (home, ids) = coded("alors");
    home.ok(&["finding", "add", "Les dossiers prennent tout"]);
    home.ok(&["milestone", "add", "COPIL 1"]);
    home.ok(&["finding", "add", "Et encore"]);
    home.ok(&["codes", "add", "Z9"]);
    let at = ["--at", "COPIL 1"];
    let both = |verb: &[&str]| {
        let then: Vec<&str> = verb.iter().chain(&at).copied().collect();
        (home.ok(&then), home.ok(verb))
    };
    let findings = |text: &str| json(text).as_array().unwrap().len();
    let (then, now) = both(&["finding", "list", "--json"]);
    assert_eq!((findings(&then), findings(&now)), (1, 2));
    let (then, now) = both(&["table", "codes", "--format", "csv"]);
    assert!(!then.contains("Z9") && now.contains("Z9"));
    let (then, now) = both(&["method"]);
    assert_ne!(then, now, "the head of then, and what it counts");
    // before the verb as well
    assert_eq!(
        home.ok(&["--at", "COPIL 1", "finding", "list", "--json"]),
        home.ok(&["finding", "list", "--json", "--at", "COPIL 1"])
    );
    home.fails(66, &["method", "--at", "COPIL 9"]);
    let before = home.ok(&["finding", "list", "--json"]);
    home.fails(2, &["finding", "add", "Jamais", "--at", "COPIL 1"]);
    home.fails(
        2,
        &[
            "coding",
            "set",
            &ids[0],
            "--strength",
            "3",
            "--at",
            "COPIL 1",
        ],
    );
    assert_eq!(home.ok(&["finding", "list", "--json"]), before);
}
