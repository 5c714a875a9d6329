//! `sessions` and `session add|set|remove`.

use super::args::{SessionFields, SessionVerb};
use super::cx::Cx;
use super::failure::{Done, Failure};
use super::parse::{Condition, SessionWord, Spent};
use super::record::Reader;
use super::rows::SessionRow;
use super::{acts, find};
use crate::i18n::Message;
use crate::message;
use crate::study::clock;
use crate::study::session::Session;
use crate::study::{Change, Study, edit};

/// Lists the interviews; withdrawn ones are counted, not shown.
pub fn list(cx: &Cx, json: bool) -> Done {
    let store = cx.read()?;
    let study = store.study();
    let reader = Reader::new(study, store.texts());
    let sessions = study.sessions();
    let rows: Vec<SessionRow> = sessions
        .iter()
        .filter(|(id, _)| !reader.is_withdrawn(id))
        .map(|(id, session)| reader.session(id, session))
        .collect();
    if json {
        cx.json(&rows)?;
    } else {
        cx.columns(&table(cx, &rows))?;
    }
    let n = sessions.len() - rows.len() + usize::try_from(study.settings().withdrawn).unwrap_or(0);
    if n > 0 {
        cx.tell(&message!("cli-n-withdrawn", n = n));
    }
    Ok(())
}

fn table(cx: &Cx, rows: &[SessionRow]) -> Vec<Vec<String>> {
    let head = [
        "cli-column-session",
        "cli-column-state",
        "cli-column-consent",
        "cli-column-organisation",
        "cli-column-minutes",
        "cli-column-turns",
        "cli-column-notes",
        "cli-column-codings",
    ];
    let mut out = vec![head.map(|key| cx.words.get(key)).to_vec()];
    for row in rows {
        let mut organisations: Vec<&str> = row
            .participants
            .iter()
            .map(|p| p.organisation.as_str())
            .filter(|key| !key.is_empty())
            .collect();
        organisations.dedup();
        out.push(vec![
            row.key.clone(),
            row.state.to_owned(),
            row.consent.to_owned(),
            organisations.join(", "),
            row.minutes
                .map_or_else(String::new, |minutes| minutes.to_string()),
            row.n_turns.to_string(),
            row.n_notes.to_string(),
            row.n_codings.to_string(),
        ]);
    }
    out
}

/// Alters one interview.
pub fn verb(cx: &Cx, verb: &SessionVerb) -> Done {
    let mut store = cx.write()?;
    let (study, mint) = store.study_and_mint();
    let (label, changes) = match verb {
        SessionVerb::Add { key, fields } => {
            let mut session = Session::default();
            write(study, &mut session, fields)?;
            let (_, changes) = edit::add_session(study, mint, key, session)?;
            (message!("label-add-session", session = key), changes)
        }
        SessionVerb::Set {
            key,
            field,
            value,
            key_new,
            fields,
        } => {
            let word = field.as_ref().zip(value.as_deref());
            set(study, key, key_new.as_deref(), word, fields)?
        }
        SessionVerb::Remove { key } => {
            let id = find::session(study, key)?;
            (
                message!("label-remove-session", session = key),
                edit::remove_session(study, &id)?,
            )
        }
    };
    cx.commit(&mut store, label, changes)
}

fn write(study: &Study, session: &mut Session, fields: &SessionFields) -> Done {
    session.state = fields.state.unwrap_or(session.state);
    session.planned_at = fields.planned_at.or(session.planned_at);
    session.started_at = fields.started_at.or(session.started_at);
    session.ended_at = fields.ended_at.or(session.ended_at);
    let texts = [
        (&mut session.zone, &fields.zone),
        (&mut session.mode, &fields.mode),
        (&mut session.interviewer, &fields.interviewer),
        (&mut session.recording, &fields.recording),
    ];
    for (field, text) in texts {
        if let Some(text) = text {
            field.clone_from(text);
        }
    }
    session.guide_version = fields.guide_version.or(session.guide_version);
    session.minutes = fields.minutes.or(session.minutes);
    session.planned_minutes = fields.planned_minutes.or(session.planned_minutes);
    if let Some(reason) = &fields.reason {
        session.reason.clone_from(reason);
    }
    for spent in &fields.spent {
        put_spent(session, *spent);
    }
    for debrief in &fields.debrief {
        match acts::given(&debrief.value) {
            Some(text) => session.debrief.insert(debrief.key.clone(), text),
            None => session.debrief.remove(&debrief.key),
        };
    }
    let cards = fields.cards.iter().filter(|key| !key.is_empty());
    let cards = cards
        .map(|key| find::scenario(study, key))
        .collect::<Result<Vec<_>, _>>()?;
    // Given but empty, it is the order of the study again.
    if !fields.cards.is_empty() {
        session.scenario_order = cards;
    }
    Ok(())
}

fn put_spent(session: &mut Session, spent: Spent) {
    let step = spent.step.as_str();
    match spent.minutes {
        Some(minutes) => session.spent.insert(step.to_owned(), minutes),
        None => session.spent.remove(step),
    };
}

/// Writes the field that `session set KEY FIELD VALUE` names.
fn write_word(session: &mut Session, word: &SessionWord, value: &str) -> Done {
    match word {
        SessionWord::Debrief(key) => {
            match acts::given(value) {
                Some(text) => session.debrief.insert(key.clone(), text),
                None => session.debrief.remove(key),
            };
        }
        SessionWord::Reason => value.clone_into(&mut session.reason),
        SessionWord::Anchor => {
            session.anchor_ms = match value.trim() {
                "" => None,
                text => Some(clock::parse(text).ok_or_else(|| {
                    let expected = message!("study-call-time");
                    Failure::from(edit::EditError::BadValue {
                        what: "anchor".to_owned(),
                        value: text.to_owned(),
                        expected,
                    })
                })?),
            };
        }
        SessionWord::Spent(step) => {
            let minutes = match value.trim() {
                "" => None,
                text => Some(find::number(&Condition {
                    key: format!("spent.{}", step.as_str()),
                    value: text.to_owned(),
                })?),
            };
            put_spent(
                session,
                Spent {
                    step: *step,
                    minutes,
                },
            );
        }
    }
    Ok(())
}

fn set(
    study: &Study,
    key: &str,
    key_new: Option<&str>,
    word: Option<(&SessionWord, &str)>,
    fields: &SessionFields,
) -> Result<(Message, Vec<Change>), Failure> {
    let id = find::session(study, key)?;
    acts::not_withdrawn(study, &id)?;
    let before = study.records.sessions.get(&id).cloned().unwrap_or_default();
    let mut now = before.clone();
    write(study, &mut now, fields)?;
    if let Some((word, value)) = word {
        write_word(&mut now, word, value)?;
    }
    let mut changes = super::edited!(id, before, now);
    if let Some(new) = key_new {
        changes.extend(edit::rename_session(study, &id, new)?);
    }
    Ok((message!("label-edit-session", session = key), changes))
}
