//! Every figure counted again, naively, from the exported files alone: rows of CSV, sets of keys, sums by hand; no code of
//! the product. Over the sample study and over studies made at random.

mod answers;
mod bound;
mod coded;
mod made;
mod masked;
mod ratings;
mod work;

use crate::files::{Row, rows};
use crate::home::Home;
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

fn file(folder: &Path, name: &str) -> Vec<Row> {
    std::fs::read_to_string(folder.join(name)).map_or_else(|_| Vec::new(), |text| rows(&text))
}

/// What one excerpt is: a note, or a span of a version of a document.
fn excerpt(row: &Row) -> String {
    match row["note_id"].as_str() {
        "" => format!("{}/{}/{}", spot(row), row["char_start"], row["char_end"]),
        note => note.to_owned(),
    }
}

fn spot(row: &Row) -> String {
    format!(
        "{}/{}/{}",
        row["interview"], row["document"], row["version"]
    )
}

fn distinct<'a>(rows: impl Iterator<Item = &'a Row>, of: impl Fn(&Row) -> String) -> usize {
    let all: BTreeSet<String> = rows.map(of).filter(|key| !key.is_empty()).collect();
    all.len()
}

fn equal(table: &str, row: &Row, column: &str, wanted: usize) -> usize {
    assert_eq!(row[column], wanted.to_string(), "{table} {column}: {row:?}");
    wanted
}

/// Everything the files say.
struct Files {
    /// By interview, the row of the one who is asked in it.
    people: BTreeMap<String, Row>,
    sessions: Vec<Row>,
    /// By interview, the characters of its text.
    texts: BTreeMap<String, usize>,
    long: Vec<Row>,
    answers: Vec<Row>,
    findings: Vec<Row>,
    summaries: Vec<Row>,
}

impl Files {
    fn of(home: &Home) -> Self {
        let folder = home.path().join("files");
        let key = |row: &Row, column: &str| row[column].clone();
        let people = file(&folder, "participants.csv").into_iter();
        Self {
            people: people
                .filter(|row| row["consent"] != "withdrawn")
                .map(|row| (key(&row, "interview"), row))
                .collect(),
            long: file(&folder, "excerpts.csv")
                .into_iter()
                .filter(|row| row["counted"] == "yes")
                .collect(),
            sessions: file(&folder, "sessions.csv"),
            texts: texts(&folder),
            answers: file(&folder, "answers.csv"),
            findings: file(&folder, "findings.csv"),
            summaries: file(&folder, "summaries.csv"),
        }
    }

    /// What an interview answered: state and value.
    fn given<'a>(
        &'a self,
        question: &'a str,
        scenario: &'a str,
    ) -> impl Iterator<Item = (&'a str, &'a str, &'a str)> {
        let own = self
            .answers
            .iter()
            .filter(move |row| row["question"] == question && row["scenario"] == scenario);
        own.map(|row| {
            (
                row["interview"].as_str(),
                row["state"].as_str(),
                row["value"].as_str(),
            )
        })
    }

    /// The size of who is asked in an interview.
    fn size(&self, interview: &str) -> &str {
        self.people
            .get(interview)
            .map_or("", |row| row["size"].as_str())
    }

    fn interviews(&self, passes: impl Fn(&Row) -> bool) -> BTreeSet<&str> {
        self.long
            .iter()
            .filter(|row| passes(row))
            .map(|row| row["interview"].as_str())
            .collect()
    }
}

fn near(text: &str, wanted: Option<f64>, what: &str) {
    match wanted {
        None => assert_eq!(text, "", "{what}"),
        Some(wanted) => {
            let n: f64 = text
                .parse()
                .unwrap_or_else(|_| panic!("{what}: {text:?} is not {wanted}"));
            assert!(
                (n - wanted).abs() <= 1e-6 * wanted.abs().max(1.0),
                "{what}: {n} is not {wanted}"
            );
        }
    }
}

/// Characters of the text of each interview: its turns and the line feeds between them.
fn texts(folder: &Path) -> BTreeMap<String, usize> {
    let files = std::fs::read_dir(folder.join("transcripts")).into_iter();
    let read = |path: &Path| -> (String, usize) {
        let text = std::fs::read_to_string(path).unwrap();
        let text: serde_json::Value = serde_json::from_str(&text).unwrap();
        let turns = text["turns"].as_array().unwrap();
        let said = turns.iter().map(|turn| turn["text"].as_str().unwrap());
        let characters: usize = said.map(|words| words.chars().count() + 1).sum();
        (
            text["interview"].as_str().unwrap().to_owned(),
            characters.saturating_sub(1),
        )
    };
    files
        .flatten()
        .map(|entry| read(&entry.unwrap().path()))
        .collect()
}

fn interview(row: &Row) -> String {
    row["interview"].clone()
}

/// One table as the program prints it.
fn table(home: &Home, arguments: &[&str]) -> Vec<Row> {
    let mut whole = vec!["table"];
    whole.extend(arguments);
    whole.extend(["--format", "csv"]);
    rows(&home.ok(&whole))
}

const ASKED: [&str; 4] = ["answered", "partial", "refused", "unknown"];

fn mean(values: &[f64]) -> Option<f64> {
    (!values.is_empty()).then(|| values.iter().sum::<f64>() / values.len() as f64)
}

fn median(values: &[f64]) -> Option<f64> {
    let mut sorted = values.to_vec();
    sorted.sort_by(f64::total_cmp);
    let n = sorted.len();
    (n > 0).then(|| f64::midpoint(sorted[(n - 1) / 2], sorted[n / 2]))
}

#[test]
fn the_sample_study_is_counted_again_from_its_files() {
    let home = Home::new();
    home.ok(&["demo", "--out", "files"]);
    assert!(coded::recount(&home) > 100);
}

#[test]
fn studies_at_random_are_counted_again_from_their_files() {
    let mut met = std::collections::BTreeMap::new();
    for seed in 1..=16 {
        let home = Home::new();
        made::study(&home, seed);
        let files = Files::of(&home);
        let figures = [
            ("coded", coded::recount(&home)),
            ("answers", answers::recount(&home, &files)),
            ("bound", bound::recount(&home, &files)),
            ("hours", work::hours(&home, &files)),
            ("progress", work::progress(&home, &files)),
            ("coders", ratings::recount(&home, &files)),
        ];
        for (what, n) in figures {
            *met.entry(what).or_insert(0) += n;
        }
    }
    // figures that were not zero, so that nothing is right by being empty
    assert!(met.values().all(|n| *n > 300), "{met:?}");
}
