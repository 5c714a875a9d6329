//! The tables of answers, strata, findings, criteria and the register counted again, naively, from the exported files
//! alone: rows of CSV, sets of keys, sums by hand; no code of the product. Over studies made at random.

use crate::files::{Dice, Row, rows};
use crate::home::Home;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;
use std::path::Path;

fn file(folder: &Path, name: &str) -> Vec<Row> {
    std::fs::read_to_string(folder.join(name)).map_or_else(|_| Vec::new(), |text| rows(&text))
}

const SIZES: [(&str, f64); 3] = [("under10", 3000.0), ("10to49", 1150.0), ("50plus", 150.0)];
const CODES: [(&str, &str); 5] = [("A", ""), ("A1", "A"), ("A2", "A"), ("B", ""), ("C", "")];
const GUIDE: &str = r#"
schema = 1
[[section]]
key = "1"
[[section.question]]
key = "rate"
kind = "rating"
[[section.question]]
key = "count"
kind = "count"
unit = "persons"
[[section.question]]
key = "list"
kind = "list"
fields = [ { key = "nom", label = "Nom" } ]
[[section.question]]
key = "open"
kind = "open"
codes = ["B"]
[[section.question]]
key = "one"
kind = "choice"
options = [ { key = "yes", label = "Yes" }, { key = "no", label = "No" } ]
"#;

/// A study at random, through files.
fn made(home: &Home, seed: u64) {
    let mut dice = Dice(seed);
    let mut study = String::from(
        "schema = 1\nname = \"Au hasard\"\nlanguages = [\"fr\"]\n[[attribute]]\nkey = \"size\"\nof = \"participant\"\nstratum = true\nvalues = [ ",
    );
    for (key, universe) in SIZES {
        let _ = write!(study, "{{ key = \"{key}\", universe = {universe} }}, ");
    }
    study.push_str("]\n[[scenario]]\nkey = \"S1\"\n[[scenario]]\nkey = \"S2\"\n");
    home.write("made/study.toml", study);
    home.write("made/guide.toml", GUIDE);
    home.write(
        "made/codebook.csv",
        "key,parent,label_fr\nA,,A\nA1,A,A un\nA2,A,A deux\nB,,B\nC,,C\n",
    );
    let mut people = String::from("interview,role,size,consent\n");
    let mut codings =
        String::from("interview,char_start,char_end,code,coder,scenario,polarity,strength\n");
    let mut answers = String::from("interview,question,scenario,part,state,value\n");
    let mut summaries = String::from("interview,code,summary\n");
    let mut written = BTreeSet::new();
    for at in 1..=4 + dice.roll(9) {
        let key = format!("I{at:02}");
        let size = dice.of(&["under10", "10to49", "50plus", "under10", ""]);
        let consent = dice.of(&["given", "given", "given", "no-quote", "withdrawn"]);
        let _ = writeln!(people, "{key},direction,{size},{consent}");
        home.write(
            &format!("made/transcripts/{key}.txt"),
            "un deux trois quatre cinq six sept huit neuf dix onze douze\n",
        );
        for _ in 0..dice.roll(10) {
            let start = dice.roll(40);
            let end = start + 1 + dice.roll(4);
            let code = CODES[dice.roll(5) as usize].0;
            let what = format!("{key},{start},{end},{code},am");
            if written.insert(what.clone()) {
                let polarity = dice.of(&["supports", "contradicts", "mixed", "neutral"]);
                let _ = writeln!(codings, "{what},S1,{polarity},{}", (start + end) % 5);
            }
        }
        for (question, scenario) in [
            ("rate", "S1"),
            ("rate", "S2"),
            ("count", ""),
            ("one", ""),
            ("open", ""),
            ("list", ""),
        ] {
            let state = dice.of(&[
                "answered",
                "answered",
                "answered",
                "answered",
                "refused",
                "unknown",
                "not-asked",
            ]);
            if dice.roll(6) == 0 {
                continue;
            }
            let value = match question {
                "rate" => (1 + dice.roll(5)).to_string(),
                "count" => dice.of(&["0", "1", "3", "12", "2-4"]).to_owned(),
                "one" => dice.of(&["yes", "no"]).to_owned(),
                "list" => dice.of(&["Cléa", "CQP"]).to_owned(),
                _ => "des mots".to_owned(),
            };
            let value = if state == "answered" {
                value
            } else {
                String::new()
            };
            let part = if question == "list" && state == "answered" {
                "1.nom"
            } else {
                ""
            };
            let _ = writeln!(
                answers,
                "{key},{question},{scenario},{part},{state},{value}"
            );
        }
        if consent != "withdrawn" && dice.roll(3) == 0 {
            let _ = writeln!(summaries, "{key},{},Ce qu’il en dit", dice.of(&["A", "B"]));
        }
    }
    home.write("made/participants.csv", people);
    home.write("made/codings.csv", codings);
    home.write("made/answers.csv", answers);
    home.write("made/summaries.csv", summaries);
    home.write(
        "made/certifications.csv",
        "certification,title,own,covers,codes,names\nRS1,Un,yes,A;B,,CQP\nRS2,Deux,,B;C,C,Cléa\n",
    );
    home.ok(&["new", "hasard", "--from", "made"]);
    // what cites codings needs their ids
    home.ok(&["export", "--out", "first"]);
    let long = file(&home.path().join("first"), "excerpts.csv");
    let mut cited: [BTreeSet<&str>; 2] = [BTreeSet::new(), BTreeSet::new()];
    for row in &long {
        match dice.roll(3) {
            0 => cited[0].insert(&row["coding_id"]),
            1 => cited[1].insert(&row["coding_id"]),
            _ => false,
        };
    }
    let second: BTreeSet<&str> = cited[1].difference(&cited[0]).copied().collect();
    let join = |set: &BTreeSet<&str>| set.iter().copied().collect::<Vec<_>>().join(";");
    home.write(
        "findings.csv",
        format!(
            "finding,scenario,statement_fr,for,against\nF1,S1,On le dit,{},{}\n",
            join(&cited[0]),
            join(&second)
        ),
    );
    home.write(
        "criteria.csv",
        "list,criterion,codes,questions,findings\n2021,1,A,,\n2021,2,C,count,\n2021,3,,,F1\n",
    );
    home.ok(&["criteria", "use", "2021"]);
    home.ok(&["import", "findings.csv", "criteria.csv"]);
    home.ok(&["export", "--out", "files"]);
}

/// Everything the files say.
struct Files {
    /// By interview: its size.
    people: BTreeMap<String, String>,
    long: Vec<Row>,
    answers: Vec<Row>,
    findings: Vec<Row>,
    summaries: Vec<Row>,
}

impl Files {
    fn of(home: &Home) -> Self {
        let folder = home.path().join("files");
        let people = file(&folder, "participants.csv").into_iter();
        Self {
            people: people
                .filter(|row| row["consent"] != "withdrawn")
                .map(|row| (row["interview"].clone(), row["size"].clone()))
                .collect(),
            long: file(&folder, "excerpts.csv")
                .into_iter()
                .filter(|row| row["counted"] == "yes")
                .collect(),
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

    fn interviews(&self, passes: impl Fn(&Row) -> bool) -> BTreeSet<&str> {
        self.long
            .iter()
            .filter(|row| passes(row))
            .map(|row| row["interview"].as_str())
            .collect()
    }
}

fn excerpt(row: &Row) -> String {
    format!(
        "{}/{}/{}",
        row["interview"], row["char_start"], row["char_end"]
    )
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

fn recount(home: &Home) -> usize {
    let files = Files::of(home);
    let table = |arguments: &[&str]| {
        let mut whole = vec!["table"];
        whole.extend(arguments);
        whole.extend(["--format", "csv"]);
        rows(&home.ok(&whole))
    };
    let is = |row: &Row, column: &str, n: usize| {
        assert_eq!(row[column], n.to_string(), "{column}: {row:?}");
        n
    };
    let mut met = 0;
    for row in table(&["answers"]) {
        // one rates two scenarios: its figures are those of the adherence
        if row["question"] == "rate" {
            continue;
        }
        let given: Vec<_> = files.given(&row["question"], "").collect();
        let n = |states: &[&str]| {
            given
                .iter()
                .filter(|(_, state, _)| states.contains(state))
                .count()
        };
        met += is(&row, "n_asked", n(&ASKED));
        for state in ["answered", "refused", "unknown", "not-asked"] {
            is(&row, &format!("n_{}", state.replace('-', "_")), n(&[state]));
        }
        if row["question"] == "count" {
            let values: Vec<f64> = given
                .iter()
                .filter_map(|(_, _, value)| value.parse().ok())
                .collect();
            near(
                &row["sum"],
                (!values.is_empty()).then(|| values.iter().sum()),
                "sum",
            );
            near(&row["mean"], mean(&values), "mean");
            near(&row["median"], median(&values), "median");
        }
    }
    for row in table(&["adherence", "--by", "size"]) {
        for (size, suffix) in std::iter::once(("", String::new()))
            .chain(SIZES.map(|(key, _)| (key, format!("[{key}]"))))
        {
            let given: Vec<_> = files
                .given("rate", &row["scenario"])
                .filter(|(interview, ..)| {
                    size.is_empty() || files.people.get(*interview).is_some_and(|own| own == size)
                })
                .collect();
            if given.is_empty() {
                continue;
            }
            let column = |name: &str| format!("{name}{suffix}");
            let n = |states: &[&str]| {
                given
                    .iter()
                    .filter(|(_, state, _)| states.contains(state))
                    .count()
            };
            met += is(&row, &column("n_asked"), n(&ASKED));
            is(&row, &column("n_refused"), n(&["refused"]));
            is(&row, &column("n_unknown"), n(&["unknown"]));
            let marks: Vec<f64> = given
                .iter()
                .filter_map(|(_, _, value)| value.parse().ok())
                .collect();
            for mark in 1..=5 {
                let own = marks.iter().filter(|own| **own as i32 == mark).count();
                is(&row, &column(&format!("n_{mark}")), own);
            }
            near(&row[&column("median")], median(&marks), "median of marks");
            if !marks.is_empty() {
                let share = format!(
                    "{}/{}",
                    marks.iter().filter(|mark| **mark >= 4.0).count(),
                    marks.len()
                );
                assert_eq!(row[&column("favourable")], share);
            }
        }
    }
    met + totals(&files, &table(&["totals"]))
        + chosen(&files, &table(&["choice"]), &table(&["mentions"]))
        + common(&files, &table(&["common"]))
        + framework(&files, &table(&["framework"]))
        + findings(&files, &table(&["findings"]))
        + criteria(&files, &table(&["criteria"]))
        + panorama(&files, &table(&["panorama"]))
        + sample(&files, &table(&["sample"]))
}

fn totals(files: &Files, table: &[Row]) -> usize {
    let (mut met, mut total, mut error) = (0, Some(0.0), Some(0.0));
    for row in table.iter().filter(|row| row["question"] == "count") {
        let Some((_, universe)) = SIZES.iter().find(|(key, _)| *key == row["stratum"]) else {
            near(&row["total"], total, "the whole");
            near(&row["standard_error"], error.map(f64::sqrt), "its error");
            continue;
        };
        let values: Vec<f64> = files
            .given("count", "")
            .filter(|(interview, ..)| {
                files
                    .people
                    .get(*interview)
                    .is_some_and(|own| *own == row["stratum"])
            })
            .filter_map(|(_, _, value)| value.parse().ok())
            .collect();
        let n = values.len() as f64;
        let m = mean(&values);
        let variance = m
            .filter(|_| values.len() > 1)
            .map(|m| values.iter().map(|v| (v - m).powi(2)).sum::<f64>() / (n - 1.0));
        assert_eq!(row["n_answered"], values.len().to_string());
        near(&row["mean"], m, "mean of a stratum");
        near(&row["variance"], variance, "variance");
        near(&row["total"], m.map(|m| universe * m), "total");
        let own = variance.map(|v| universe * universe * (1.0 - n / universe) * v / n);
        near(&row["standard_error"], own.map(f64::sqrt), "error");
        total = total.zip(m).map(|(sum, m)| sum + universe * m);
        error = error.zip(own).map(|(sum, own)| sum + own);
        met += values.len();
    }
    met
}

fn chosen(files: &Files, choice: &[Row], mentions: &[Row]) -> usize {
    let said: Vec<_> = files
        .given("one", "")
        .filter(|(_, _, value)| !value.is_empty())
        .collect();
    for row in choice {
        let n = said
            .iter()
            .filter(|(_, _, value)| *value == row["option"])
            .count();
        assert_eq!(
            (row["n"].clone(), row["n_answered"].clone()),
            (n.to_string(), said.len().to_string())
        );
    }
    for row in mentions {
        let own: BTreeSet<&str> = files
            .given("list", "")
            .filter(|(_, _, value)| *value == row["value"])
            .map(|(interview, ..)| interview)
            .collect();
        let asked: BTreeSet<&str> = files
            .given("list", "")
            .filter(|(_, state, _)| ASKED.contains(state))
            .map(|(interview, ..)| interview)
            .collect();
        assert_eq!(
            (row["n_interviews"].clone(), row["n_asked"].clone()),
            (own.len().to_string(), asked.len().to_string())
        );
    }
    said.len()
}

fn common(files: &Files, table: &[Row]) -> usize {
    let mut met = 0;
    for row in table {
        let strong = |one: &Row| {
            one["code"] == row["code"] && one["strength"].parse::<u8>().unwrap_or(2) >= 2
        };
        let mut counts = Vec::new();
        for (size, _) in SIZES {
            let cited = files
                .interviews(|one| strong(one) && one["size"] == size)
                .len();
            let there = files
                .people
                .iter()
                .filter(|(_, own)| *own == size)
                .map(|(key, _)| key.as_str());
            let put: BTreeSet<&str> = files
                .given("open", "")
                .filter(|(_, state, _)| ASKED.contains(state))
                .map(|(key, ..)| key)
                .collect();
            let asked = there
                .filter(|key| row["code"] != "B" || put.contains(key))
                .count();
            assert_eq!(
                row[&format!("n_cited[{size}]")],
                cited.to_string(),
                "{row:?}"
            );
            assert_eq!(
                row[&format!("n_asked[{size}]")],
                asked.to_string(),
                "{row:?}"
            );
            counts.push((cited, asked));
            met += cited;
        }
        let citing: Vec<usize> = counts
            .iter()
            .map(|(cited, _)| *cited)
            .filter(|n| *n > 0)
            .collect();
        let verdict = if counts.iter().any(|(_, asked)| *asked < 3) {
            "not concluded"
        } else if counts
            .iter()
            .all(|(cited, asked)| *cited >= asked.div_ceil(2).max(2))
        {
            "common"
        } else if citing.len() == 1 && citing[0] >= 2 {
            "specific"
        } else {
            "intermediate"
        };
        assert_eq!(row["verdict"], verdict, "{row:?}");
    }
    met
}

/// A code and those below it.
fn below(code: &str) -> BTreeSet<&str> {
    CODES
        .iter()
        .filter(|(key, parent)| *key == code || *parent == code)
        .map(|(key, _)| *key)
        .collect()
}

fn framework(files: &Files, table: &[Row]) -> usize {
    let mut met = 0;
    assert_eq!(table.len(), files.people.len());
    for row in table {
        for theme in ["A", "B", "C"] {
            let own = files.long.iter().filter(|one| {
                one["interview"] == row["interview"] && below(theme).contains(one["code"].as_str())
            });
            let n = own.map(excerpt).collect::<BTreeSet<_>>().len();
            assert_eq!(
                row[&format!("n_excerpts[{theme}]")],
                n.to_string(),
                "{row:?}"
            );
            let summary = files
                .summaries
                .iter()
                .find(|one| one["interview"] == row["interview"] && one["code"] == theme);
            assert_eq!(
                row[theme],
                summary.map_or("", |one| one["summary"].as_str()),
                "{row:?}"
            );
            met += n;
        }
    }
    met
}

fn findings(files: &Files, table: &[Row]) -> usize {
    let (finding, row) = (&files.findings[0], &table[0]);
    let ids =
        |side: &str| -> BTreeSet<String> { finding[side].split(';').map(str::to_owned).collect() };
    let interviews = |side: &str| {
        let ids = ids(side);
        files.interviews(|one| ids.contains(&one["coding_id"]))
    };
    let (plus, minus) = (interviews("for"), interviews("against"));
    let equal =
        |column: &str, n: usize| assert_eq!(row[column], n.to_string(), "{column}: {row:?}");
    equal("n_interviews", plus.union(&minus).count());
    equal("n_mixed", plus.intersection(&minus).count());
    equal("n_supporting", plus.difference(&minus).count());
    equal("n_contradicting", minus.difference(&plus).count());
    plus.len() + minus.len()
}

fn criteria(files: &Files, table: &[Row]) -> usize {
    let cited: BTreeSet<String> = ["for", "against"]
        .iter()
        .flat_map(|side| files.findings[0][*side].split(';'))
        .map(str::to_owned)
        .collect();
    let mut met = 0;
    for row in table {
        let speaks = |one: &Row| match row["criterion"].as_str() {
            "1" => below("A").contains(one["code"].as_str()),
            "2" => one["code"] == "C",
            "3" => cited.contains(&one["coding_id"]),
            _ => false,
        };
        let interviews = files.interviews(speaks).len();
        let excerpts: BTreeSet<String> = files
            .long
            .iter()
            .filter(|one| speaks(one))
            .map(excerpt)
            .collect();
        let answered = if row["criterion"] == "2" {
            files
                .given("count", "")
                .filter(|(_, state, _)| *state == "answered")
                .count()
        } else {
            0
        };
        assert_eq!(row["n_interviews"], interviews.to_string(), "{row:?}");
        assert_eq!(row["n_excerpts"], excerpts.len().to_string(), "{row:?}");
        assert_eq!(row["n_answered"], answered.to_string(), "{row:?}");
        let state = match row["criterion"].as_str() {
            "1" | "2" | "3" if interviews + answered > 0 => "evidence",
            "1" | "2" | "3" => "gap",
            _ => "not-mapped",
        };
        assert_eq!(row["criterion_state"], state, "{row:?}");
        met += interviews;
    }
    met
}

fn panorama(files: &Files, table: &[Row]) -> usize {
    let mut met = 0;
    for (row, name, code) in [(&table[0], "CQP", ""), (&table[1], "Cléa", "C")] {
        let named = files
            .given("list", "")
            .filter(|(_, _, value)| *value == name)
            .map(|(interview, ..)| interview);
        let mut interviews = files.interviews(|one| one["code"] == code);
        interviews.extend(named);
        assert_eq!(row["n_interviews"], interviews.len().to_string(), "{row:?}");
        assert_eq!(
            (row["n_covered"].as_str(), row["shared"].as_str()),
            ("2", "B")
        );
        met += interviews.len();
    }
    assert_eq!(
        (table[0]["only"].as_str(), table[1]["only"].as_str()),
        ("A", "C")
    );
    met
}

fn sample(files: &Files, table: &[Row]) -> usize {
    for row in table {
        let size = row["target"].strip_prefix("size=").unwrap();
        let n = files.people.values().filter(|own| *own == size).count();
        assert_eq!(row["n_done"], n.to_string(), "{row:?}");
        let coded = files.interviews(|one| one["size"] == size).len();
        assert_eq!(row["n_coded"], coded.to_string(), "{row:?}");
    }
    files.people.len()
}

#[test]
fn tables_of_answers_findings_and_criteria_are_counted_again_from_the_files() {
    let mut met = 0;
    for seed in 1..=12 {
        let home = Home::new();
        made(&home, seed);
        met += recount(&home);
    }
    assert!(met > 500, "{met}");
}

/// Ratings of two, and what they agree by beyond chance, by the formula of the book.
#[test]
fn agreement_is_reckoned_again_from_the_ratings() {
    for seed in 1..=20 {
        let home = Home::new();
        let mut dice = Dice(seed);
        let mut sheet = String::from("am,jl\n");
        let mut pairs = Vec::new();
        for _ in 0..20 + dice.roll(20) {
            let one = dice.of(&["x", "y", "z"]);
            let other = if dice.roll(3) > 0 {
                one
            } else {
                dice.of(&["x", "y", "z"])
            };
            let _ = writeln!(sheet, "{one},{other}");
            pairs.push((one, other));
        }
        home.write("ratings.csv", sheet);
        let n = pairs.len() as f64;
        let of = |passes: &dyn Fn(&(&str, &str)) -> bool| {
            pairs.iter().filter(|pair| passes(pair)).count() as f64 / n
        };
        let observed = of(&|(one, other)| one == other);
        let (mut cohen, mut scott) = (0.0, 0.0);
        for value in ["x", "y", "z"] {
            let (one, other) = (of(&|pair| pair.0 == value), of(&|pair| pair.1 == value));
            cohen += one * other;
            scott += f64::midpoint(one, other).powi(2);
        }
        let wanted = |chance: f64| (observed - chance) / (1.0 - chance);
        let said = rows(&home.ok(&["agreement", "ratings.csv", "--format", "csv"]));
        for (name, value) in [
            ("cohen-kappa", wanted(cohen)),
            ("scott-pi", wanted(scott)),
            ("brennan-prediger", wanted(1.0 / 3.0)),
        ] {
            let found = said
                .iter()
                .find(|row| row["coefficient"] == name && row["code"].is_empty());
            let found = found.unwrap_or_else(|| panic!("{name}: {said:?}"));
            let got: f64 = found["value"].parse().unwrap();
            assert!((got - value).abs() < 5e-5, "{name}: {got} is not {value}");
        }
    }
}
