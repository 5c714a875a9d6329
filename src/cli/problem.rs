//! `problem add|set|remove|list`: what went wrong in the field, and what became of it.

use super::args::{ProblemFields, ProblemVerb};
use super::cx::Cx;
use super::failure::Done;
use super::{acts, find};
use crate::message;
use crate::study::session::Problem;
use crate::study::{Change, Study, edit};
use jiff::Timestamp;
use serde::Serialize;

/// Alters or lists the problems; `add` prints the id.
pub fn problem(cx: &Cx, verb: &ProblemVerb) -> Done {
    if let ProblemVerb::List(json) = verb {
        return list(cx, json.json);
    }
    let mut store = cx.write()?;
    let (study, mint) = store.study_and_mint();
    let mut printed = None;
    let (label, changes) = match verb {
        ProblemVerb::Add { text, fields } => {
            let mut problem = Problem {
                at: Some(Timestamp::now()),
                words: text.clone(),
                ..Problem::default()
            };
            write(study, &mut problem, fields)?;
            let (id, changes) = edit::add_problem(study, mint, problem)?;
            printed = Some(id.to_string());
            (message!("label-add-problem"), changes)
        }
        ProblemVerb::Set {
            id,
            text,
            fields,
            open,
        } => {
            let id = find::problem(study, id)?;
            let mut now = study.records.problems.get(&id).cloned().unwrap_or_default();
            if let Some(text) = text {
                now.words.clone_from(text);
            }
            write(study, &mut now, fields)?;
            if *open {
                now.settled_at = None;
                now.settled.clear();
            }
            (
                message!("label-edit-problem"),
                edit::edit_problem(study, &id, now)?,
            )
        }
        ProblemVerb::Remove { id } => {
            let id = find::problem(study, id)?;
            (message!("label-remove-problem"), vec![Change::remove(id)])
        }
        ProblemVerb::List(_) => return Ok(()),
    };
    cx.commit(&mut store, label, changes)?;
    printed.map_or(Ok(()), |id| cx.line(&id))
}

fn write(study: &Study, problem: &mut Problem, fields: &ProblemFields) -> Done {
    if let Some(key) = &fields.session {
        problem.session = match acts::given(key) {
            Some(key) => {
                let id = find::session(study, &key)?;
                acts::not_withdrawn(study, &id)?;
                Some(id)
            }
            None => None,
        };
    }
    problem.at = fields
        .at
        .as_deref()
        .and_then(|at| at.parse().ok())
        .or(problem.at);
    problem.settled_at = fields.settled_at.or(problem.settled_at);
    if let Some(how) = &fields.settled {
        problem.settled.clone_from(how);
        // said to be settled, and no more: now
        problem.settled_at = problem.settled_at.or_else(|| Some(Timestamp::now()));
    }
    Ok(())
}

#[derive(Serialize)]
struct Row {
    id: String,
    at: Option<String>,
    interview: String,
    text: String,
    settled_at: Option<String>,
    settled: String,
}

fn list(cx: &Cx, json: bool) -> Done {
    let store = cx.read()?;
    let study = store.study();
    let keys = crate::analysis::Keys::of(study);
    let time = |at: Option<Timestamp>| at.map(|at| at.to_string());
    let rows: Vec<Row> = study
        .problems()
        .into_iter()
        .map(|(id, problem)| Row {
            id: id.to_string(),
            at: time(problem.at),
            interview: problem
                .session
                .as_ref()
                .and_then(|id| Some(keys.session(id, study.records.sessions.get(id)?).to_owned()))
                .unwrap_or_default(),
            text: problem.words.clone(),
            settled_at: time(problem.settled_at),
            settled: problem.settled.clone(),
        })
        .collect();
    if json {
        return cx.json(&rows);
    }
    let head = [
        "cli-column-id",
        "cli-column-met",
        "cli-column-session",
        "cli-column-settled",
        "cli-column-problem",
    ];
    let mut lines = vec![head.map(|key| cx.words.get(key)).to_vec()];
    for row in rows {
        let day =
            |at: Option<String>| at.map_or_else(String::new, |at| at.chars().take(10).collect());
        let words = if row.settled.is_empty() {
            row.text
        } else {
            format!("{} → {}", row.text, row.settled)
        };
        lines.push(vec![
            row.id,
            day(row.at),
            row.interview,
            day(row.settled_at),
            words,
        ]);
    }
    cx.columns(&lines)
}
