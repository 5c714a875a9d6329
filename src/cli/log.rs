//! `log`: the audit trail.

use super::cx::Cx;
use super::failure::Done;
use crate::i18n::Message;
use crate::message;
use crate::store::LogEntry;
use crate::study::id::SubjectId;
use crate::study::word::Consent;
use crate::study::{Stamp, Study};
use serde::Serialize;
use std::collections::{BTreeMap, HashSet};

#[derive(Serialize)]
struct Row {
    stamp: String,
    at: String,
    author: String,
    action: &'static str,
    label: String,
    undoes: Option<String>,
    undone: bool,
}

/// Those whose words are withdrawn: interviews and participants.
fn withdrawn(study: &Study) -> HashSet<&SubjectId> {
    let records = &study.records;
    let sessions = records
        .sessions
        .iter()
        .filter(|(id, _)| study.session_consent(id) == Consent::Withdrawn)
        .map(|(_, session)| &session.subject);
    let people = records
        .participants
        .values()
        .filter(|participant| participant.consent == Consent::Withdrawn)
        .map(|participant| &participant.subject);
    sessions.chain(people).collect()
}

/// What a transaction did; of one about somebody who withdrew, only that. One about many, them among others, says
/// nothing of any, unless it names the file that came first.
fn label(entry: &LogEntry, gone: &HashSet<&SubjectId>) -> Message {
    let names_one = entry
        .label
        .as_ref()
        .is_some_and(|label| label.key == "import-label-files");
    let mut subjects = entry.subjects.iter().map(|subject| gone.contains(subject));
    let hidden = if names_one {
        subjects.any(|gone| gone)
    } else {
        !entry.subjects.is_empty() && subjects.all(|gone| gone)
    };
    if hidden {
        return message!("cli-log-withdrawn");
    }
    entry
        .label
        .clone()
        .unwrap_or_else(|| message!("cli-log-erased"))
}

/// Tells all transactions, the oldest first.
pub fn log(cx: &Cx, json: bool) -> Done {
    let store = cx.read()?;
    let gone = withdrawn(store.study());
    let mut takes_back: BTreeMap<Stamp, bool> = BTreeMap::new();
    let mut rows = Vec::new();
    for entry in store.log()? {
        // an undo of an undo does again
        let action = match entry.undoes {
            None => "do",
            Some(of) if takes_back.get(&of).copied().unwrap_or(false) => "redo",
            Some(_) => "undo",
        };
        takes_back.insert(entry.stamp, action == "undo");
        rows.push(Row {
            stamp: entry.stamp.to_string(),
            at: entry.wall.to_string(),
            author: entry.author.clone(),
            action,
            label: cx.words.say(&label(&entry, &gone)),
            undoes: entry.undoes.map(|of| of.to_string()),
            undone: entry.undone,
        });
    }
    if json {
        return cx.json(&rows);
    }
    for row in &rows {
        let at = row.at.split_once('.').map_or(row.at.as_str(), |(at, _)| at);
        let action = match row.action {
            "undo" => cx.words.get("cli-log-undo"),
            "redo" => cx.words.get("cli-log-redo"),
            _ => String::new(),
        };
        let what = format!("{action} {}", row.label);
        let state = if row.undone {
            cx.words.get("cli-log-undone")
        } else {
            String::new()
        };
        let line = format!(
            "{}  {}  {}  {state}",
            at.trim_end_matches('Z'),
            row.author,
            what.trim()
        );
        cx.line(line.trim_end())?;
    }
    Ok(())
}
