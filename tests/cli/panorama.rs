//! The register of certifications: in by verb or file, out again, and what interviews say of each.

use crate::example;
use crate::home::Home;
use serde_json::Value;

const FILE: &str = "certification,title,certifier,level,registered_on,expires_on,seen_on,own,covers,codes,names,note\n\
    RNCP28724,Assistant de formation,CPNEF,4,2017-06-01,2022-06-30,2022-03-15,yes,D8.levier;D8.frein,,CQP AF,\n\
    RNCP4999,Secrétaire assistant,Ministère,4,2016-01-01,2027-01-01,2022-03-15,,D8.frein,D6.valeur_ajoutee,SAC;secrétaire,à suivre\n\
    RNCP40000,Gestionnaire,Réseau,5,2024-11-27,2027-11-27,2025-01-02,,D8.levier,,,\n";

fn panorama(home: &Home, more: &[&str]) -> Vec<Value> {
    let mut arguments = vec!["table", "panorama", "--format", "json"];
    arguments.extend(more);
    let table = home.json(&arguments);
    table["rows"].as_array().unwrap().clone()
}

#[test]
fn the_register_is_compared_as_of_a_day() {
    let home = example::coded();
    assert_eq!(panorama(&home, &[]).len(), 0);
    home.write("certifications.csv", FILE);
    home.ok(&["import", "certifications.csv"]);
    let again = home.ok(&["import", "certifications.csv"]);
    assert!(!again.contains("3 new"), "{again}");
    let rows = panorama(&home, &[]);
    assert_eq!(rows.len(), 3);
    let row = |key: &str| {
        let found = rows.iter().find(|row| row["certification"] == key);
        found.unwrap().clone()
    };
    let own = row("RNCP28724");
    assert_eq!(own["registration"], "in-force");
    assert_eq!(
        (&own["n_covered"], &own["n_shared"]),
        (&2.into(), &2.into())
    );
    assert_eq!(own["only"], Value::Null);
    let other = row("RNCP4999");
    assert_eq!(other["shared"], "D8.frein");
    // I5 alone speaks of what it is mentioned by
    assert_eq!(other["n_interviews"], 1);
    assert_eq!(other["passages"].as_array().unwrap().len(), 1);
    // in 2022 there was one fewer, and the study's own covers something alone; later, it has run out
    let then = panorama(&home, &["--on", "2022-07-01"]);
    assert_eq!(then.len(), 2);
    assert_eq!(then[0]["registration"], "expired");
    assert_eq!(then[0]["only"], "D8.levier");
    let said = home.ok(&["table", "panorama", "--on", "2022-07-01"]);
    let said = said.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(
        said.contains("one that was registered later is left out"),
        "{said}"
    );
    home.fails(2, &["table", "panorama", "--on", "July"]);
}

#[test]
fn the_register_is_written_by_verbs_and_comes_back_from_an_export() {
    let home = example::coded();
    home.ok(&[
        "certification",
        "add",
        "RS1",
        "--title",
        "Cléa",
        "--registered",
        "2019-01-01",
        "--covers",
        "D8.frein",
        "--mention",
        "D6.valeur_ajoutee",
        "--called",
        "CléA numérique",
        "--own",
    ]);
    home.fails(73, &["certification", "add", "RS1"]);
    home.fails(
        65,
        &["certification", "set", "RS1", "--expires", "2018-01-01"],
    );
    home.fails(65, &["certification", "set", "RS1", "--covers", "nowhere"]);
    home.fails(66, &["certification", "remove", "RS2"]);
    home.ok(&[
        "certification",
        "set",
        "RS1",
        "--level",
        "3",
        "--other",
        "--uncover",
        "D8.frein",
    ]);
    let listed = home.json(&["certification", "list", "--json"]);
    assert_eq!(listed[0]["level"], "3");
    assert_eq!(listed[0]["own"], false);
    assert_eq!(listed[0]["covers"], serde_json::json!([]));
    home.ok(&["undo"]);
    assert_eq!(
        home.json(&["certification", "list", "--json"])[0]["own"],
        true
    );
    home.ok(&["export", "--out", "out"]);
    home.ok(&["new", "again", "--from", "out"]);
    home.ok(&["export", "--out", "twice"]);
    let read =
        |folder: &str| std::fs::read(home.path().join(folder).join("certifications.csv")).unwrap();
    assert_eq!(read("out"), read("twice"));
    home.write(
        "bad.csv",
        "certification,title,registered_on,covers\nX,Y,soon,\nZ,Y,,nowhere\n",
    );
    let said = home.fails(65, &["import", "bad.csv"]);
    assert!(said.contains("line 2") && said.contains("line 3"), "{said}");
    home.ok(&["certification", "remove", "RS1"]);
}
