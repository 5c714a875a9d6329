//! A whole study: one JSON document, or a folder, made into a new study.

use crate::Must::{self, Read, Refuse};
use crate::child::{Desk, as_told};
use std::os::unix::fs::symlink;

/// A study as JSON with these texts.
fn study(texts: &str) -> String {
    format!(
        "{{\"format\":\"entretien-study\",\"schema\":1,\"files\":{{\"study.toml\":\"schema = 1\\nname = \\\"x\\\"\\n\"}},\"tables\":{{}},\"texts\":{{{texts}}}}}"
    )
}

#[test]
fn a_whole_study_is_refused_or_read() {
    let turns = "{\"format\":\"entretien-turns\",\"interview\":\"E01\",\"turns\":[{\"speaker\":\"Ana\",\"text\":\"oui\"}]}";
    let codebook = |rows: &str| {
        study("").replace(
            "\"tables\":{}",
            &format!(
                "\"tables\":{{\"codebook\":{{\"columns\":[\"key\",\"parent\"],\"rows\":[{rows}]}}}}"
            ),
        )
    };
    let many = (0..20_000).fold(String::from("{}"), |mut all, _| {
        all.push_str(",{}");
        all
    });
    let cases: Vec<(&str, String, Must)> = vec![
        (
            "whole",
            study(&format!("\"transcripts/E01.turns.json\":{turns}")),
            Read(&[]),
        ),
        (
            "above",
            study(&format!("\"../../outside.txt\":{turns}")),
            Read(&["outside.txt"]),
        ),
        (
            "absolute",
            study(&format!("\"/tmp/outside.txt\":{turns}")),
            Read(&["outside.txt"]),
        ),
        (
            "twice",
            study(&format!(
                "\"transcripts/E01.turns.json\":{turns},\"transcripts/E01.turns.json\":{turns}"
            )),
            Read(&[]),
        ),
        ("half", study("")[..60].to_owned(), Refuse(&["line 1"])),
        (
            "deep",
            study(&format!("\"a\":{}", "[".repeat(100_000))),
            Refuse(&["recursion"]),
        ),
        ("empty", String::new(), Refuse(&["empty.json"])),
        (
            "of_another_kind",
            study("").replace("entretien-study", "entretien-turns"),
            Refuse(&["entretien-turns"]),
        ),
        (
            "of_tomorrow",
            study("").replace("\"schema\":1,\"files\"", "\"schema\":99,\"files\""),
            Refuse(&["99"]),
        ),
        (
            "circle",
            codebook("{\"key\":\"A\",\"parent\":\"B\"},{\"key\":\"B\",\"parent\":\"A\"}"),
            Refuse(&["codebook"]),
        ),
        ("lists", codebook("{\"key\":[1]}"), Refuse(&["row 1"])),
        ("no_column", codebook("{\"clef\":\"A\"}"), Refuse(&["clef"])),
        ("many", codebook(&many), Refuse(&["codebook"])),
        ("NUL", codebook("{\"key\":\"a\\u0000b\"}"), Read(&["1 row"])),
    ];
    let desk = Desk::new();
    let mut faults = Vec::new();
    for (what, json, must) in cases {
        let name = format!("{what}.json");
        std::fs::write(desk.home().join(&name), json).unwrap();
        let made = desk.home().join(".local/share/entretien").join(what);
        let ran = desk.run(&["new", what, "--from", &name]);
        if let Err(fault) = as_told(&ran, &must) {
            faults.push(format!("{what}: {fault}"));
        }
        if made.exists() != matches!(must, Read(_)) {
            faults.push(format!(
                "{what}: {} is there: {}",
                made.display(),
                made.exists()
            ));
        }
    }
    assert!(faults.is_empty(), "\n{}", faults.join("\n"));
    assert!(!desk.home().join("../outside.txt").exists());
}

#[test]
fn links_in_a_folder_lead_nowhere() {
    let desk = Desk::new();
    let folder = desk.home().join("folder");
    std::fs::create_dir_all(folder.join("transcripts")).unwrap();
    std::fs::write(folder.join("study.toml"), "schema = 1\nname = \"x\"\n").unwrap();
    std::fs::write(
        desk.home().join("secret"),
        "Ana: secret\nBo: non\nAna: oui\n",
    )
    .unwrap();
    symlink(
        desk.home().join("secret"),
        folder.join("transcripts/E01.txt"),
    )
    .unwrap();
    let ran = desk.run(&["new", "b", "--from", "folder"]);
    let refused = Refuse(&["E01.txt", "link"]);
    assert_eq!(as_told(&ran, &refused), Ok(()), "{}", ran.said);
    std::fs::remove_file(folder.join("transcripts/E01.txt")).unwrap();
    // a folder that is a link
    std::fs::remove_dir(folder.join("transcripts")).unwrap();
    symlink("/etc", folder.join("transcripts")).unwrap();
    let ran = desk.run(&["new", "b", "--from", "folder"]);
    assert_eq!(
        as_told(&ran, &Refuse(&["transcripts", "link"])),
        Ok(()),
        "{}",
        ran.said
    );
}
