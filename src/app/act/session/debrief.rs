//! The debrief of an interview: one form, on one key, within the hour.

use super::{key_of, study};
use crate::app::App;
use crate::app::layer::form::Values;
use crate::app::layer::{Field, Form, Layer};
use crate::message;
use crate::study::Change;
use crate::study::debrief::{self, Takes};
use crate::study::id::SessionId;
use crate::study::session::SessionField;

/// Opens the form with what was written so far.
pub(super) fn edit(app: &mut App, id: &SessionId) {
    let Some(study) = study(app) else { return };
    let Some(session) = study.records.sessions.get(id) else {
        return;
    };
    if study.session_consent(id) == crate::study::word::Consent::Withdrawn {
        app.warn(message!("app-debrief-withdrawn"));
        return;
    }
    let guide = study.guide_of(id);
    let fields = debrief::fields(study, guide.as_ref(), session)
        .into_iter()
        .map(|field| {
            let held = session.debrief.get(&field.key).map_or("", String::as_str);
            match field.takes {
                Takes::One(mut options) => {
                    options.insert(0, (String::new(), "—".to_owned()));
                    // what was written and is not among them stays
                    if !options.iter().any(|(value, _)| value == held) {
                        options.push((held.to_owned(), held.to_owned()));
                    }
                    Field::choice(&field.key, field.words, options, held)
                }
                Takes::Words => Field::text(&field.key, field.words, held),
            }
        })
        .collect();
    let title = message!("app-debrief", session = &session.key);
    let id = id.clone();
    let form = Form::new(title, fields, move |app, values| {
        keep(app, &id, values);
        Ok(())
    });
    app.push(Layer::Form(form));
}

fn keep(app: &mut App, id: &SessionId, values: &Values) {
    let Some(session) = study(app).and_then(|study| study.records.sessions.get(id)) else {
        return;
    };
    let changes: Vec<Change> = values
        .iter()
        .filter(|(key, text)| session.debrief.get(*key).map_or("", |held| held.trim()) != *text)
        .map(|(key, text)| {
            let text = (!text.is_empty()).then(|| text.to_owned());
            (id.clone(), SessionField::Debrief(key.to_owned(), text)).into()
        })
        .collect();
    if !changes.is_empty() {
        app.change(
            message!("label-debrief", session = key_of(app, id)),
            changes,
        );
    }
}
