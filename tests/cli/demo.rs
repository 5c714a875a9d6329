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

#[test]
fn readers_have_labels_and_files_have_words() {
    let home = Home::new();
    home.ok(&["demo", "--out", "sample"]);
    let french = home.ok(&["table", "hours", "--lang", "fr"]);
    assert!(
        french.contains("préparation") && french.contains("mesuré"),
        "{french}"
    );
    let sample = home.ok(&["table", "sample", "--format", "md", "--lang", "fr"]);
    assert!(
        sample.contains("moins de 10") && !sample.contains("size=under10"),
        "{sample}"
    );
    let csv = home.ok(&["table", "hours", "--format", "csv", "--lang", "fr"]);
    assert!(
        csv.contains(",preparing,") && !csv.contains("préparation"),
        "{csv}"
    );
    let csv = home.ok(&["table", "sample", "--format", "csv", "--lang", "fr"]);
    assert!(csv.contains("size=under10"), "{csv}");
    let progress = home.ok(&["report", "progress", "--lang", "fr"]);
    for word in ["size=", "typed", "preparing", "measured"] {
        // the rule below a table explains the words of files
        let mut rows = progress.lines().filter(|line| line.starts_with('|'));
        assert!(!rows.any(|row| row.contains(word)), "{word}\n{progress}");
    }
    let minutes = home.ok(&["report", "minutes", "E10", "--lang", "fr"]);
    assert!(
        minutes.contains("| situation |") && !minutes.contains("« «"),
        "{minutes}"
    );
    let package = std::fs::read(home.path().join("sample/datapackage.json")).unwrap();
    let package: serde_json::Value = serde_json::from_slice(&package).unwrap();
    let resources = package["resources"].as_array().unwrap();
    for (file, column) in [
        ("sessions.csv", "visits"),
        ("sessions.csv", "debrief_confidence"),
        ("participants.csv", "informed"),
        ("notes.csv", "recording_ms"),
        ("problems.csv", "settled"),
    ] {
        let own = resources.iter().find(|one| one["path"] == file).unwrap();
        let fields = own["schema"]["fields"].as_array().unwrap();
        let field = fields.iter().find(|one| one["name"] == column).unwrap();
        assert!(field["description"].is_string(), "{file} {column}");
    }
    // a cell of a table of answers has its own
    let answers = home.json(&["table", "answers", "--format", "json"]);
    let row = answers["rows"].as_array().unwrap().iter();
    let row = row.clone().find(|row| row["question"] == "6.2").unwrap();
    let n = |ids: &serde_json::Value| ids.as_array().unwrap().len();
    assert!(n(&row["answers_of_cells"]["n_answered"]) < n(&row["answers"]));
    assert!(row["passages"].as_array().unwrap().is_empty());
}
