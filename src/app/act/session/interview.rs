//! An interview's own fields.

use super::fields::{moment, read_moment, read_number, refused, system_zone};
use super::{Refused, key_of, put, state_word, study};
use crate::app::App;
use crate::app::layer::form::Values;
use crate::app::layer::{Field, Form, Layer};
use crate::message;
use crate::study::edit;
use crate::study::id::SessionId;
use crate::study::session::Session;
use crate::study::word::{SessionState, Step};
use crate::study::{Change, Study};

/// A new interview: by its key alone, else by a form.
pub(super) fn new(app: &mut App, key: Option<&str>) {
    if let Some(key) = key {
        if let Err((_, why)) = add(app, key, Session::default()) {
            app.warn(why);
        }
        return;
    }
    let Some(study) = study(app) else { return };
    let session = Session {
        key: next_key(study),
        zone: system_zone(),
        ..Session::default()
    };
    let title = message!("app-session-new");
    let form = Form::new(title, fields(app, &session), |app, values| {
        let session = read(values, Session::default())?;
        let key = session.key.clone();
        add(app, &key, session)
    });
    app.push(Layer::Form(form));
}

fn add(app: &mut App, key: &str, session: Session) -> Result<(), Refused> {
    let Some(work) = &mut app.work else {
        return Ok(());
    };
    let (study, mint) = work.store.study_and_mint();
    let (id, changes) = edit::add_session(study, mint, key, session).map_err(refused("key"))?;
    if app.change(message!("label-add-session", session = key.trim()), changes) {
        put(app, &id);
    }
    Ok(())
}

/// The key after the last one: `E08` after `E07`.
fn next_key(study: &Study) -> String {
    let split = |key: &str| {
        let digits = key.len() - key.trim_end_matches(|c: char| c.is_ascii_digit()).len();
        let (stem, number) = key.split_at(key.len() - digits);
        let number: u64 = number.parse().ok()?;
        Some((stem.to_owned(), digits, number))
    };
    let last = study
        .sessions()
        .into_iter()
        .filter_map(|(_, session)| split(&session.key))
        .max_by_key(|(_, _, number)| *number);
    match last {
        Some((stem, digits, number)) => {
            format!("{stem}{:0digits$}", number.saturating_add(1))
        }
        None => "E01".to_owned(),
    }
}

/// All fields of an interview.
pub(super) fn edit(app: &mut App, id: &SessionId) {
    let Some(session) = study(app).and_then(|study| study.records.sessions.get(id)) else {
        return;
    };
    let title = message!("app-session-form", session = &session.key);
    let id = id.clone();
    let form = Form::new(title, fields(app, session), move |app, values| {
        keep(app, &id, values)
    });
    app.push(Layer::Form(form));
}

fn fields(app: &App, session: &Session) -> Vec<Field> {
    let states = SessionState::ALL
        .iter()
        .map(|state| {
            (
                state.as_str().to_owned(),
                app.words.get(&state_word(*state)),
            )
        })
        .collect();
    let number = |n: Option<u32>| n.map_or_else(String::new, |n| n.to_string());
    let mut fields = vec![
        Field::text("key", message!("app-session-key"), &session.key),
        Field::choice(
            "state",
            message!("app-session-state-field"),
            states,
            session.state.as_str(),
        ),
        moment(
            "planned",
            message!("app-session-planned"),
            session.planned_at,
            &session.zone,
        ),
        moment(
            "started",
            message!("app-session-started"),
            session.started_at,
            &session.zone,
        ),
        moment(
            "ended",
            message!("app-session-ended"),
            session.ended_at,
            &session.zone,
        ),
        Field::text("zone", message!("app-session-zone"), &session.zone),
        Field::text(
            "planned_minutes",
            message!("app-session-planned-minutes"),
            &number(session.planned_minutes),
        ),
        Field::text(
            "minutes",
            message!("app-session-minutes"),
            &number(session.minutes),
        ),
        Field::text("mode", message!("app-session-mode"), &session.mode),
        Field::text(
            "interviewer",
            message!("app-session-interviewer"),
            &session.interviewer,
        ),
        Field::text(
            "recording",
            message!("app-session-recording"),
            &session.recording,
        ),
        Field::text("reason", message!("app-session-reason"), &session.reason),
    ];
    fields.extend(SPENT.map(|(step, words)| {
        let minutes = session.spent.get(step.as_str()).copied();
        Field::text(step.as_str(), message!(words), &number(minutes))
    }));
    fields
}

/// Steps whose minutes are typed, with the words of their fields; those of the call are its length.
const SPENT: [(Step, &str); 3] = [
    (Step::Preparing, "app-session-spent-preparing"),
    (Step::Notes, "app-session-spent-notes"),
    (Step::Coding, "app-session-spent-coding"),
];

/// What the fields hold, in the place of what they held. A moment that was not touched keeps its seconds.
fn read(values: &Values, before: Session) -> Result<Session, Refused> {
    let zone = values.get("zone").to_owned();
    if !zone.is_empty() && jiff::tz::TimeZone::get(&zone).is_err() {
        return Err(("zone".to_owned(), message!("app-bad-zone", zone = zone)));
    }
    let at = |key: &str, held: Option<jiff::Timestamp>| {
        let shown = moment(key, message!("app-literally"), held, &before.zone);
        if zone == before.zone && shown.value() == values.get(key) {
            return Ok(held);
        }
        read_moment(key, values.get(key), &zone)
    };
    let mut spent = before.spent.clone();
    for (step, _) in SPENT {
        let step = step.as_str();
        match read_number(step, values.get(step))? {
            Some(minutes) => spent.insert(step.to_owned(), minutes),
            None => spent.remove(step),
        };
    }
    Ok(Session {
        key: values.get("key").to_owned(),
        reason: values.get("reason").trim().to_owned(),
        planned_minutes: read_number("planned_minutes", values.get("planned_minutes"))?,
        spent,
        state: SessionState::parse(values.get("state")).unwrap_or(before.state),
        planned_at: at("planned", before.planned_at)?,
        started_at: at("started", before.started_at)?,
        ended_at: at("ended", before.ended_at)?,
        minutes: read_number("minutes", values.get("minutes"))?,
        mode: values.get("mode").to_owned(),
        interviewer: values.get("interviewer").to_owned(),
        recording: values.get("recording").trim().to_owned(),
        zone,
        ..before
    })
}

fn keep(app: &mut App, id: &SessionId, values: &Values) -> Result<(), Refused> {
    let Some(study) = study(app) else {
        return Ok(());
    };
    let Some(before) = study.records.sessions.get(id) else {
        return Ok(());
    };
    let now = read(values, before.clone())?;
    // The key has rules of its own.
    let mut changes = edit::rename_session(study, id, &now.key).map_err(refused("key"))?;
    let now = Session {
        key: before.key.clone(),
        ..now
    };
    changes.extend(
        before
            .diff(&now)
            .into_iter()
            .map(|field| Change::from((id.clone(), field))),
    );
    let label = message!("label-session-edit", session = key_of(app, id));
    app.change(label, changes);
    put(app, id);
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_next_key_goes_on_counting() {
        for (keys, next) in [
            (&[][..], "E01"),
            (&["E07", "E09"], "E10"),
            (&["essai"], "E01"),
            (&["X9", "intro"], "X10"),
        ] {
            let sessions = keys.iter().map(|key| {
                let session = Session {
                    key: (*key).to_owned(),
                    ..Session::default()
                };
                crate::study::Record::Session(SessionId::new(key), session)
            });
            assert_eq!(next_key(&Study::from_records(sessions)), next);
        }
    }
}
