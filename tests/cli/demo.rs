//! The sample study without a terminal.

use crate::home::Home;

#[test]
fn without_a_terminal_the_demo_prints_tables_and_writes_files() {
    let home = Home::new();
    let out = home.ok(&["demo", "--out", "sample"]);
    for scenario in ["S0", "S1", "S5"] {
        assert!(out.lines().any(|line| line.starts_with(scenario)), "{out}");
    }
    for file in [
        "study.toml",
        "excerpts.csv",
        "evidence.csv",
        "datapackage.json",
    ] {
        assert!(home.path().join("sample").join(file).is_file(), "{file}");
    }
    assert!(home.json(&["sessions", "--json"]).as_array().unwrap().len() >= 10);
    let log = home.ok(&["log"]);
    assert!(
        log.contains("study folder") && log.lines().count() == 1,
        "{log}"
    );
    // an untouched copy is replaced, a changed one kept
    let ran = home.run(&["demo"]);
    assert_eq!(ran.code, 0);
    let folder = home.path().join(".local/share/entretien/exports/demo");
    assert!(
        folder.is_dir() && ran.err.contains(folder.to_str().unwrap()),
        "{}",
        ran.err
    );
    assert_eq!(
        home.json(&["studies", "--json"]).as_array().unwrap().len(),
        1
    );
    home.ok(&["session", "add", "Z1"]);
    home.ok(&["demo", "--out", "sample"]);
    let studies = home.json(&["studies", "--json"]);
    assert_eq!(studies[0]["name"], "demo");
    assert_eq!(studies[1]["name"], "demo-2");
    assert_eq!(studies[1]["current"], true);
    assert!(home.ok(&["--study", "demo", "sessions"]).contains("Z1"));
}
