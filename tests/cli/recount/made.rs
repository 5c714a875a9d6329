//! A study at random, through files: people in strata, some withdrawn, codings over one another by two coders, an answer of
//! every kind, findings, criteria, a register, the time it all took.

use super::file;
use crate::files::Dice;
use crate::home::Home;
use std::collections::BTreeSet;
use std::fmt::Write;

pub(super) const SIZES: [(&str, f64); 3] =
    [("under10", 3000.0), ("10to49", 1150.0), ("50plus", 150.0)];
pub(super) const CODES: [(&str, &str); 5] =
    [("A", ""), ("A1", "A"), ("A2", "A"), ("B", ""), ("C", "")];
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
key = "share"
kind = "allocation"
options = ["files", "people"]
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
pub(super) fn study(home: &Home, seed: u64) {
    let mut dice = Dice(seed);
    let mut study = String::from(
        "schema = 1\nname = \"Au hasard\"\nlanguages = [\"fr\"]\n[[target]]\nn = 3\nwhere = { size = \"under10\" }\n[[attribute]]\nkey = \"size\"\nof = \"participant\"\nstratum = true\nvalues = [ ",
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
    let mut people = String::from("interview,role,organisation,size,consent\n");
    let mut sessions = String::from(
        "interview,state,started_at,ended_at,interviewer,minutes,planned_minutes,spent_preparing,spent_coding\n",
    );
    let mut codings =
        String::from("interview,char_start,char_end,code,coder,scenario,polarity,strength\n");
    let mut answers = String::from("interview,question,scenario,part,state,value\n");
    let mut summaries = String::from("interview,code,summary\n");
    let mut written = BTreeSet::new();
    for at in 1..=4 + dice.roll(9) {
        let key = format!("I{at:02}");
        let size = dice.of(&["under10", "10to49", "50plus", "under10", ""]);
        let consent = dice.of(&["given", "given", "given", "no-quote", "withdrawn"]);
        let organisation = dice.roll(4);
        let _ = writeln!(people, "{key},direction,O{organisation},{size},{consent}");
        let _ = writeln!(sessions, "{key},{}", time(&mut dice));
        home.write(
            &format!("made/transcripts/{key}.txt"),
            "un deux trois quatre cinq six sept huit neuf dix onze douzième\n",
        );
        for _ in 0..dice.roll(12) {
            let start = dice.roll(20) * 2;
            let end = start + 2 + dice.roll(4);
            let code = CODES[dice.roll(5) as usize].0;
            let coder = dice.of(&["am", "jl"]);
            for scenario in ["S1", "S2"] {
                let what = format!("{key},{start},{end},{code},{coder},{scenario}");
                if dice.roll(3) > 0 && written.insert(what.clone()) {
                    let polarity = dice.of(&["supports", "contradicts", "mixed", "neutral", ""]);
                    // one coding has one strength, whatever the scenario
                    let _ = writeln!(codings, "{what},{polarity},{}", (start + end) % 5);
                }
            }
        }
        let first = 10 * dice.roll(11);
        let rest = dice.of(&["whole", "whole", "short", "none"]);
        for (part, value) in match rest {
            "none" => vec![],
            "short" => vec![("files", first.to_string())],
            _ => vec![
                ("files", first.to_string()),
                ("people", (100 - first).to_string()),
            ],
        } {
            let _ = writeln!(answers, "{key},share,,{part},answered,{value}");
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
    home.write("made/sessions.csv", sessions);
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

/// State, clock, who asked, minutes typed, agreed on, and spent beside the call.
fn time(dice: &mut Dice) -> String {
    let state = dice.of(&["done", "done", "done", "planned", "refused", "cancelled"]);
    let (start, end) = match dice.roll(3) {
        0 => (String::new(), String::new()),
        _ => {
            let day = 1 + dice.roll(28);
            let (minutes, seconds) = (dice.roll(60), dice.roll(60));
            (
                format!("2026-03-{day:02}T09:00:00Z"),
                format!("2026-03-{day:02}T10:{minutes:02}:{seconds:02}Z"),
            )
        }
    };
    let asker = dice.of(&["am", "jl", ""]);
    let mut some = |n: u64| match dice.roll(3) {
        0 => String::new(),
        _ => dice.roll(n).to_string(),
    };
    format!(
        "{state},{start},{end},{asker},{},{},{},{}",
        some(90),
        some(90),
        some(40),
        some(300)
    )
}
