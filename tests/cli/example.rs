//! Five interviews, five scenarios, nine codings: the worked example of counting, through files and verbs alone.

use crate::home::Home;
use serde_json::Value;

const PARTICIPANTS: &str = "interview,role,organisation,size,consent\n\
    I1,direction,O1,under10,given\n\
    I2,assistante,O2,under10,given\n\
    I3,rh,O3,10to49,given\n\
    I4,direction,O4,50plus,given\n\
    I5,opco,O5,,given\n";

const CODEBOOK: &str = "key,label_fr\nD8.levier,Levier\nD8.frein,Frein\nD6.valeur_ajoutee,Valeur\n";

const TEXTS: &[(&str, &str)] = &[
    (
        "I1.txt",
        "Un levier fort. Un autre levier. Un frein net. Et un doute.\n",
    ),
    ("I2.txt", "Un frein. Et pourtant un levier.\n"),
    ("I3.txt", "Un levier faible.\n"),
    ("I4.txt", "Un frein ici. Un levier mitigé.\n"),
    ("I5.txt", "Une valeur ajoutée certaine.\n"),
];

/// interview, code, scenario, polarity, strength, words
const CODINGS: &[(&str, &str, &str, &str, &str, &str)] = &[
    ("I1", "D8.levier", "S2", "supports", "3", "levier fort"),
    ("I1", "D8.levier", "S2", "+", "2", "autre levier"),
    ("I2", "D8.frein", "S2", "-", "3", "Un frein"),
    ("I3", "D8.levier", "S2", "supports", "1", "levier faible"),
    ("I4", "D8.frein", "S1", "contradicts", "2", "frein ici"),
    ("I4", "D8.levier", "S2", "~", "2", "levier mitigé"),
    ("I2", "D8.levier", "S1", "+", "2", "pourtant un levier"),
    ("I5", "D6.valeur_ajoutee", "S5", "+", "4", "valeur ajoutée"),
    ("I1", "D8.frein", "S5", "−", "3", "frein net"),
];

/// A study with interviews, people, codes and scenarios, nothing coded.
pub fn uncoded() -> Home {
    let home = Home::with_study("AF 2022");
    for key in ["S0", "S1", "S2", "S3", "S4", "S5"] {
        home.ok(&["scenario", "add", key, "--label-fr", "un scénario"]);
    }
    home.ok(&[
        "attribute",
        "add",
        "size",
        "--of",
        "organisation",
        "--stratum",
        "--value",
        "under10",
        "--value",
        "10to49",
        "--value",
        "50plus",
    ]);
    home.write("participants.csv", PARTICIPANTS);
    home.write("codebook.csv", CODEBOOK);
    for (name, text) in TEXTS {
        home.write(name, text);
    }
    home.ok(&[
        "import",
        "I1.txt",
        "I2.txt",
        "I3.txt",
        "I4.txt",
        "I5.txt",
        "participants.csv",
        "codebook.csv",
    ]);
    home
}

/// Codes it by verbs.
pub fn coded() -> Home {
    let home = uncoded();
    for (interview, code, scenario, polarity, strength, quote) in CODINGS {
        let mark = format!("{scenario}={polarity}");
        let id = home.ok(&[
            "code",
            interview,
            "--quote",
            quote,
            "--code",
            code,
            "--scenario",
            &mark,
            "--strength",
            strength,
        ]);
        assert_eq!(id.lines().count(), 1, "the id alone: {id}");
    }
    home
}

/// Figures of a row, by scenario and code.
#[track_caller]
fn figures(table: &Value, scenario: &str, code: &str, columns: &[&str]) -> Vec<i64> {
    let rows = table["rows"].as_array().unwrap();
    let empty = |value: &Value| value.as_str().unwrap_or("").to_owned();
    let row = rows
        .iter()
        .find(|row| row["scenario"] == scenario && empty(&row["code"]) == code)
        .unwrap_or_else(|| panic!("no row {scenario} {code}"));
    columns
        .iter()
        .map(|column| row[*column].as_i64().unwrap_or(-1))
        .collect()
}

const COUNTS: &[&str] = &[
    "n_excerpts",
    "n_supporting_excerpts",
    "n_contradicting_excerpts",
    "n_mixed_excerpts",
    "n_interviews",
    "n_supporting",
    "n_contradicting",
    "n_mixed",
    "max_strength_supporting",
    "max_strength_contradicting",
];

fn evidence(home: &Home) -> Value {
    home.json(&["table", "evidence", "--format", "json"])
}

#[test]
fn the_figures_of_the_worked_example() {
    let home = coded();
    let table = evidence(&home);
    for (scenario, code, counts) in [
        ("S1", "", [2, 1, 1, 0, 2, 1, 1, 0, 2, 2]),
        ("S2", "", [5, 3, 1, 1, 4, 2, 1, 1, 3, 3]),
        ("S5", "", [2, 1, 1, 0, 2, 1, 1, 0, 4, 3]),
        ("S2", "D8.levier", [4, 3, 0, 1, 3, 2, 0, 1, 3, -1]),
        ("S0", "", [0, 0, 0, 0, 0, 0, 0, 0, -1, -1]),
        ("S3", "", [0, 0, 0, 0, 0, 0, 0, 0, -1, -1]),
        ("S4", "", [0, 0, 0, 0, 0, 0, 0, 0, -1, -1]),
    ] {
        assert_eq!(
            figures(&table, scenario, code, COUNTS),
            counts,
            "{scenario} {code}"
        );
    }
    assert_eq!(table["n_interviews"], 5);
    assert_eq!(table["n_withdrawn"], 0);

    // a figure leads to its passages
    let row = table["rows"].as_array().unwrap().iter();
    let row = row.filter(|row| row["code"] == "D8.levier" && row["scenario"] == "S2");
    let passages = row.clone().next().unwrap()["passages"]
        .as_array()
        .unwrap()
        .clone();
    assert_eq!(passages.len(), 4);
    let shown = home.json(&["show", passages[0].as_str().unwrap(), "--json"]);
    assert_eq!(shown["code"], "D8.levier");
    assert_eq!(shown["quote"], "levier fort");
    assert_eq!(shown["polarities"]["S2"], "supports");

    // one interview withdraws: gone everywhere, said aloud; undo brings it back
    home.ok(&["consent", "I3", "withdrawn"]);
    let table = evidence(&home);
    assert_eq!(
        figures(&table, "S2", "", COUNTS),
        [4, 2, 1, 1, 3, 1, 1, 1, 3, 3]
    );
    assert_eq!(table["n_withdrawn"], 1);
    let rows = table["rows"].as_array().unwrap();
    let total = rows.iter().find(|row| row["scenario"] == "S2").unwrap();
    assert_eq!(total["strata_covered"], "size=under10;size=50plus");
    home.fails(66, &["show", "I3"]);
    assert!(!home.ok(&["sessions"]).contains("I3"));
    let log = home.ok(&["log"]);
    assert!(!log.contains("I3"), "{log}");
    home.ok(&["undo"]);
    assert_eq!(
        figures(&evidence(&home), "S2", "", COUNTS),
        [5, 3, 1, 1, 4, 2, 1, 1, 3, 3]
    );

    // one more coding makes I1 mixed
    home.ok(&[
        "code",
        "I1",
        "--quote",
        "un doute",
        "--code",
        "D8.levier",
        "--scenario",
        "S2=-",
        "--strength",
        "1",
    ]);
    let counts = figures(
        &evidence(&home),
        "S2",
        "",
        &["n_interviews", "n_supporting", "n_contradicting", "n_mixed"],
    );
    assert_eq!(counts, [4, 1, 1, 2]);
}

#[test]
fn the_same_example_through_a_file_of_codings() {
    let home = uncoded();
    let mut file = "interview,code,scenario,polarity,strength,quote\n".to_owned();
    for (interview, code, scenario, polarity, strength, quote) in CODINGS {
        let row = [*interview, code, scenario, polarity, strength, quote];
        file.push_str(&row.join(","));
        file.push('\n');
    }
    home.write("codings.csv", file);
    home.ok(&["import", "codings.csv"]);
    assert_eq!(
        figures(&evidence(&home), "S2", "", COUNTS),
        [5, 3, 1, 1, 4, 2, 1, 1, 3, 3]
    );
    // a second time nothing is new
    let again = home.json(&["import", "codings.csv", "--json"]);
    assert_eq!(again[0]["added"], 0);
    assert_eq!(again[0]["same"], 9);
    assert_eq!(
        figures(&evidence(&home), "S2", "", COUNTS),
        [5, 3, 1, 1, 4, 2, 1, 1, 3, 3]
    );
}

#[test]
fn tables_come_in_four_forms() {
    let home = coded();
    let csv = home.ok(&["table", "evidence", "--scenario", "S2", "--format", "csv"]);
    let mut lines = csv.lines();
    assert!(
        lines
            .next()
            .unwrap()
            .starts_with("scenario,code,n_excerpts,n_supporting_excerpts")
    );
    assert_eq!(lines.count(), 4, "a total and three codes: {csv}");
    let text = home.ok(&["table", "evidence", "--scenario", "S2"]);
    assert!(text.contains("D8.levier"), "{text}");
    let md = home.ok(&["table", "evidence", "--format", "md"]);
    assert!(md.starts_with('|'), "{md}");
    let by = home.ok(&["table", "evidence", "--by", "size", "--format", "csv"]);
    assert!(
        by.lines().next().unwrap().contains("n_interviews[10to49]"),
        "{by}"
    );
    let one = home.json(&[
        "table",
        "evidence",
        "--where",
        "size=10to49",
        "--format",
        "json",
    ]);
    assert_eq!(figures(&one, "S2", "", &["n_interviews"]), [1]);
    assert!(home.ok(&["table"]).lines().any(|name| name == "evidence"));
    home.fails(2, &["table", "evidense"]);
    home.fails(65, &["table", "evidence", "--scenario", "S9"]);
    home.fails(65, &["table", "evidence", "--by", "colour"]);
    home.fails(65, &["table", "evidence", "--where", "size=huge"]);
}
