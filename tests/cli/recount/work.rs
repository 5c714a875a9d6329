//! How long the work took and how far it got, counted again.

use super::{Files, equal, near, table};
use crate::files::Row;
use crate::home::Home;
use std::collections::{BTreeMap, BTreeSet};

/// Minutes of a working day.
const DAY: f64 = 420.0;

/// Minutes agreed on and taken over some interviews.
#[derive(Default)]
struct Sum {
    interviews: BTreeSet<String>,
    planned: Option<usize>,
    taken: Option<usize>,
    sources: BTreeSet<&'static str>,
}

impl Sum {
    fn add(
        &mut self,
        interview: &str,
        planned: Option<usize>,
        taken: Option<(usize, &'static str)>,
    ) {
        if planned.is_some() || taken.is_some() {
            self.interviews.insert(interview.to_owned());
        }
        for (sum, n) in [
            (&mut self.planned, planned),
            (&mut self.taken, taken.map(|one| one.0)),
        ] {
            if let Some(n) = n {
                *sum = Some(sum.unwrap_or(0) + n);
            }
        }
        self.sources.extend(taken.map(|one| one.1));
    }
}

fn number(row: &Row, column: &str) -> Option<usize> {
    row.get(column)?.parse().ok()
}

/// Minutes of a call that begins at the full hour nine.
fn clock(row: &Row) -> Option<usize> {
    let (_, end) = row["ended_at"].split_once('T')?;
    let parts: Vec<f64> = end
        .trim_end_matches('Z')
        .split(':')
        .map(|part| part.parse().unwrap())
        .collect();
    Some(((parts[0] - 9.0) * 60.0 + parts[1] + parts[2] / 60.0).round() as usize)
}

/// What was agreed on for a step of an interview, and what it took.
fn step(row: &Row, step: &str) -> (Option<usize>, Option<(usize, &'static str)>) {
    if step != "call" {
        return (
            None,
            number(row, &format!("spent_{step}")).map(|n| (n, "typed")),
        );
    }
    let state = row["state"].as_str();
    let done = state == "done";
    let typed = number(row, "minutes");
    let planned = number(row, "planned_minutes").or(typed.filter(|_| !done));
    let taken = match (typed, clock(row)) {
        _ if !done => None,
        (Some(n), None) => Some((n, "typed")),
        (Some(n), _) | (None, Some(n)) => Some((n, "measured")),
        _ => None,
    };
    (
        planned.filter(|_| !["refused", "cancelled"].contains(&state)),
        taken,
    )
}

pub(super) fn hours(home: &Home, files: &Files) -> usize {
    let mut wanted: BTreeMap<[String; 3], Sum> = BTreeMap::new();
    for row in &files.sessions {
        let key = row["interview"].as_str();
        let Some(person) = files.people.get(key) else {
            continue;
        };
        for name in ["preparing", "call", "notes", "coding"] {
            let (planned, taken) = step(row, name);
            let own = [
                ("interviewer", row["interviewer"].as_str()),
                ("organisation", person["organisation"].as_str()),
                // one without a key of their own is called like the interview
                ("person", key),
            ];
            let mut lines = vec![
                ["step", "", name],
                ["step", "", ""],
                ["interview", key, name],
            ];
            if name == "call" {
                for (of, own) in own {
                    lines.push([of, "", name]);
                    if !own.is_empty() {
                        lines.push([of, own, name]);
                    }
                }
            }
            for line in lines {
                let sum = wanted.entry(line.map(str::to_owned)).or_default();
                sum.add(key, planned, taken);
            }
        }
    }
    // of the steps all are shown, of the others those with time in them
    wanted.retain(|[of, key, _], sum| {
        of == "step" || (key.is_empty() && of != "interview") || !sum.interviews.is_empty()
    });
    let mut met = 0;
    for row in table(home, &["hours"]) {
        let line = ["of", "key", "step"].map(|column| row[column].clone());
        let sum = wanted.remove(&line).unwrap_or_else(|| panic!("{row:?}"));
        met += equal("hours", &row, "n_interviews", sum.interviews.len());
        for (column, days, n) in [
            ("minutes_planned", "days_planned", sum.planned),
            ("minutes", "days", sum.taken),
        ] {
            let text = n.map_or(String::new(), |n| n.to_string());
            assert_eq!(row[column], text, "{column}: {row:?}");
            let rounded = n.map(|n| (n as f64 / DAY * 100.0).round() / 100.0);
            near(&row[days], rounded, days);
        }
        let sources: Vec<&str> = ["typed", "measured"]
            .into_iter()
            .filter(|one| sum.sources.contains(one))
            .collect();
        assert_eq!(row["source"], sources.join("+"), "{row:?}");
    }
    assert!(
        wanted.keys().next().is_none(),
        "left out: {:?}",
        wanted.keys()
    );
    met
}

pub(super) fn progress(home: &Home, files: &Files) -> usize {
    let coders: BTreeSet<&str> = files.long.iter().map(|row| row["coder"].as_str()).collect();
    let rows = table(home, &["progress"]);
    assert_eq!(rows.len(), files.texts.len() * coders.len());
    let mut met = 0;
    for row in &rows {
        let own: Vec<&Row> = files
            .long
            .iter()
            .filter(|one| one["interview"] == row["interview"] && one["coder"] == row["coder"])
            .collect();
        let mut coded: BTreeSet<usize> = BTreeSet::new();
        for one in &own {
            let at = |column: &str| one[column].parse::<usize>().unwrap();
            coded.extend(at("char_start")..at("char_end"));
        }
        let ids: BTreeSet<&str> = own.iter().map(|one| one["coding_id"].as_str()).collect();
        let all = files.texts[&row["interview"]];
        equal("progress", row, "n_characters", all);
        equal("progress", row, "n_read", 0);
        equal("progress", row, "n_unread", all);
        met += equal("progress", row, "n_characters_coded", coded.len());
        met += equal("progress", row, "n_codings", ids.len());
        assert_eq!(row["stopped_at"], "", "nobody read it on a screen");
    }
    met
}
