//! `memo add|set|remove|list`: what a person thought, on anything, and the journal of the analysis.

use super::args::{MemoOnWhat, MemoVerb};
use super::cx::Cx;
use super::failure::{Done, Failure, NO_INPUT};
use super::{acts, find};
use crate::message;
use crate::study::id::MemoId;
use crate::study::memo::About;
use crate::study::{Hidden, Study, edit};
use jiff::Timestamp;
use serde::Serialize;

/// Alters or lists the memos; `add` prints the id.
pub fn memo(cx: &Cx, verb: &MemoVerb) -> Done {
    if let MemoVerb::List { on, json } = verb {
        return list(cx, on, *json);
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

fn list(cx: &Cx, on: &MemoOnWhat, json: bool) -> Done {
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
    if json {
        return cx.json(&rows);
    }
    let lines: Vec<Vec<String>> = rows
        .into_iter()
        .map(|row| {
            let day = row.at.unwrap_or_default().chars().take(10).collect();
            let on = cx.words.get(&format!("memo-on-{}", row.about));
            let target = [row.interview, row.target].join(" ");
            let about = format!("{on} {}", target.trim());
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
