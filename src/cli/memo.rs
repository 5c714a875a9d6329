//! `memo add|set|remove|list`: what a person thought, on anything, and the journal of the analysis.

use super::args::{MemoOnWhat, MemoVerb};
use super::cx::Cx;
use super::failure::{Done, Failure, NO_INPUT};
use super::{acts, find};
use crate::export::{Entry, journal};
use crate::message;
use crate::study::id::MemoId;
use crate::study::memo::About;
use crate::study::{Hidden, Study, edit};
use jiff::Timestamp;
use serde::Serialize;

/// Alters or lists the memos; `add` prints the id.
pub fn memo(cx: &Cx, verb: &MemoVerb) -> Done {
    if let MemoVerb::List { on, json, markdown } = verb {
        let form = match (*json, *markdown) {
            (true, _) => Form::Json,
            (false, true) => Form::Markdown,
            (false, false) => Form::Lines,
        };
        return list(cx, on, form);
    }
    let mut store = cx.write()?;
    let (study, mint) = store.study_and_mint();
    let mut printed = None;
    let (label, changes) = match verb {
        MemoVerb::Add { text, on } => {
            let about = about(study, on)?;
            let (id, changes) =
                edit::add_memo(study, mint, about, text, cx.coder(), Timestamp::now())?;
            printed = Some(id.to_string());
            (message!("label-memo-add"), changes)
        }
        MemoVerb::Set { id, text } => {
            let id = known(study, id)?;
            (
                message!("label-memo-set"),
                edit::set_memo(study, &id, text)?,
            )
        }
        MemoVerb::Remove { id } => {
            let id = known(study, id)?;
            (
                message!("label-memo-remove"),
                edit::remove_memo(study, &id)?,
            )
        }
        MemoVerb::List { .. } => return Ok(()),
    };
    cx.commit(&mut store, label, changes)?;
    printed.map_or(Ok(()), |id| cx.line(&id))
}

/// A memo by id, of those that are shown.
fn known(study: &Study, asked: &str) -> Result<MemoId, Failure> {
    let id = MemoId::new(asked);
    let shown = study.memos().into_iter().any(|(one, _)| *one == id);
    if shown {
        Ok(id)
    } else {
        Err(Failure::new(NO_INPUT, message!("study-gone", what = asked)))
    }
}

/// What is meant; nothing of a withdrawn interview.
fn about(study: &Study, on: &MemoOnWhat) -> Result<About, Failure> {
    let session = match &on.session {
        Some(key) => Some(find::session(study, key)?),
        None => None,
    };
    let about = if let (Some(session), Some(key)) = (&session, &on.participant) {
        About::Participant(find::participant(study, session, Some(key))?.0.clone())
    } else if let Some(document) = &on.document {
        About::Document(find::document(study, document)?)
    } else if let Some(note) = &on.note {
        About::Note(find::note(study, note)?)
    } else if let Some(code) = &on.code {
        About::Code(find::code(study, code)?)
    } else if let Some(coding) = &on.coding {
        About::Coding(find::coding(study, coding)?)
    } else if let Some(scenario) = &on.scenario {
        About::Scenario(find::scenario(study, scenario)?)
    } else if let Some(question) = &on.question {
        About::Question(question.clone())
    } else if let Some(finding) = &on.finding {
        About::Finding(find::finding(study, finding)?)
    } else {
        session.map_or(About::Study, About::Session)
    };
    if let Some(session) = study.session_of_memo(&about) {
        acts::not_withdrawn(study, session)?;
    }
    Ok(about)
}

#[derive(Serialize)]
struct Row {
    id: String,
    at: Option<String>,
    author: String,
    about: &'static str,
    interview: String,
    target: String,
    text: String,
}

/// How memos are listed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Form {
    /// One line each.
    Lines,
    /// Whole, for programs.
    Json,
    /// Whole, for readers.
    Markdown,
}

fn list(cx: &Cx, on: &MemoOnWhat, form: Form) -> Done {
    let store = cx.read()?;
    let (study, texts) = (store.study(), store.texts());
    let only = about(study, on)?;
    let hidden = Hidden::of(study);
    let rows: Vec<Row> =
        study
            .memos()
            .into_iter()
            .filter(|(_, memo)| only == About::Study || memo.about == only)
            .filter(|(_, memo)| match &memo.about {
                About::Coding(id) => study.records.codings.get(id).is_none_or(|coding| {
                    !hidden.passage(study, &*texts, study.passage_now(coding))
                }),
                _ => true,
            })
            .map(|(id, memo)| {
                let (interview, target) = study.memo_target(&memo.about).unwrap_or_default();
                Row {
                    id: id.to_string(),
                    at: memo.at.map(|at| at.to_string()),
                    author: memo.author.clone(),
                    about: memo.about.kind().as_str(),
                    interview,
                    target,
                    text: memo.text.clone(),
                }
            })
            .collect();
    let day = |row: &Row| -> String {
        let at = row.at.as_deref().unwrap_or("");
        at.chars().take(10).collect()
    };
    let about = |row: &Row| {
        let on = cx.words.get(&format!("memo-on-{}", row.about));
        let target = format!("{} {}", row.interview, row.target);
        format!("{on} {}", target.trim()).trim_end().to_owned()
    };
    match form {
        Form::Json => return cx.json(&rows),
        Form::Markdown => {
            let title = message!("cli-memo-title", study = &study.settings().name);
            let undated = cx.words.get("cli-memo-undated");
            let entries = rows.iter().map(|row| Entry {
                day: Some(day(row))
                    .filter(|day| !day.is_empty())
                    .unwrap_or_else(|| undated.clone()),
                title: [about(row), row.author.clone()].join(" · "),
                text: row.text.clone(),
            });
            let text = journal(&cx.words.say(&title), entries);
            return cx.line(text.trim_end());
        }
        Form::Lines => {}
    }
    let lines: Vec<Vec<String>> = rows
        .into_iter()
        .map(|row| {
            let (day, about) = (day(&row), about(&row));
            vec![
                row.id,
                day,
                row.author,
                about,
                row.text.replace('\n', " ⏎ "),
            ]
        })
        .collect();
    cx.columns(&lines)
}
