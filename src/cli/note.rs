//! `note add|set|remove` and `answer`.

use super::args::{Answer, NoteFields, NoteVerb};
use super::cx::Cx;
use super::failure::{DATA, Done, Failure};
use super::{acts, find};
use crate::message;
use crate::study::Change;
use crate::study::coding::Passage;
use crate::study::edit::{self, EditError, Said, Typed};
use crate::study::session::Note;

/// Notes; `add` prints the note's id.
pub fn note(cx: &Cx, verb: &NoteVerb) -> Done {
    let mut store = cx.write()?;
    let (study, mint) = store.study_and_mint();
    let mut printed = None;
    let (label, changes) = match verb {
        NoteVerb::Add {
            session: key,
            text,
            fields,
            code,
        } => {
            let session = find::session(study, key)?;
            acts::not_withdrawn(study, &session)?;
            let mut note = Note::default();
            write(&mut note, Some(text), fields)?;
            let codes = code
                .iter()
                .map(|code| find::code(study, code))
                .collect::<Result<Vec<_>, _>>()?;
            let (id, mut changes) = edit::add_note(study, mint, &session, note)?;
            for code in codes {
                let passage = Passage::Note(id.clone());
                changes.extend(edit::put_coding(study, mint, passage, &code, cx.coder()).changes);
            }
            printed = Some(id.to_string());
            (message!("label-add-note", session = key), changes)
        }
        NoteVerb::Set {
            id,
            text,
            fields,
            code,
        } => {
            let id = find::note(study, id)?;
            let before = study.records.notes.get(&id).cloned().unwrap_or_default();
            acts::not_withdrawn(study, &before.session)?;
            let mut now = before.clone();
            write(&mut now, text.as_ref(), fields)?;
            let session = study.records.sessions.get(&before.session);
            let key = session.map_or("", |session| session.key.as_str());
            let label = message!("label-edit-note", session = key);
            let codes = code
                .iter()
                .map(|code| find::code(study, code))
                .collect::<Result<Vec<_>, _>>()?;
            let mut changes: Vec<Change> = super::edited!(id.clone(), before, now);
            for code in codes {
                let passage = Passage::Note(id.clone());
                changes.extend(edit::put_coding(study, mint, passage, &code, cx.coder()).changes);
            }
            (label, changes)
        }
        NoteVerb::Remove { id } => {
            let id = find::note(study, id)?;
            let session = study.records.notes.get(&id).map(|note| &note.session);
            let session = session.and_then(|id| study.records.sessions.get(id));
            let key = session.map_or("", |session| session.key.as_str());
            let label = message!("label-remove-note", session = key);
            (label, edit::remove_note(study, &id)?)
        }
    };
    cx.commit(&mut store, label, changes)?;
    printed.map_or(Ok(()), |id| cx.line(&id))
}

fn write(note: &mut Note, text: Option<&String>, fields: &NoteFields) -> Done {
    if let Some(text) = text {
        if text.trim().is_empty() {
            return Err(Failure::new(DATA, message!("cli-note-empty")));
        }
        note.text.clone_from(text);
    }
    note.kind = fields.kind.unwrap_or(note.kind);
    note.t_ms = fields.t_ms.or(note.t_ms);
    if let Some(question) = &fields.question {
        note.question.clone_from(question);
    }
    if !fields.flag.is_empty() {
        note.flags.clone_from(&fields.flag);
        note.flags.retain(|flag| !flag.is_empty());
        note.flags.sort();
        note.flags.dedup();
    }
    Ok(())
}

/// One answer.
pub fn answer(cx: &Cx, asked: &Answer) -> Done {
    let mut store = cx.write()?;
    let (study, mint) = store.study_and_mint();
    let session = find::session(study, &asked.session)?;
    acts::not_withdrawn(study, &session)?;
    let scenario = asked
        .scenario
        .as_deref()
        .map(|key| find::scenario(study, key))
        .transpose()?;
    let part = asked.part.as_deref().unwrap_or("");
    let said = Said {
        state: asked.state,
        value: asked.value.clone(),
        unit: asked.unit.clone(),
        t_ms: asked.t_ms,
    };
    let typed = asked.value.as_deref().filter(|value| !value.is_empty());
    let changes = match (typed, asked.state) {
        (Some(text), None) => {
            let question = edit::question_of(study, &session, &asked.question)?;
            let typed = Typed {
                scenario: scenario.as_ref(),
                part,
                text,
            };
            let given = edit::give_answer(study, mint, &session, &question, &[typed], &said)?;
            if let Some((_, fault)) = given.bad.first() {
                return Err(EditError::BadValue {
                    what: question.key,
                    value: text.to_owned(),
                    expected: fault.expected(),
                }
                .into());
            }
            given.changes
        }
        _ => {
            let place = (scenario.as_ref(), part);
            edit::put_answer(study, mint, &session, &asked.question, place, said)?
        }
    };
    let label = message!(
        "label-give-answer",
        question = &asked.question,
        session = &asked.session
    );
    cx.commit(&mut store, label, changes)
}
