//! The organisation that an interview's participants speak for.

use super::fields::{attributes, read_attributes, refused};
use super::{Refused, key_of, study};
use crate::app::App;
use crate::app::layer::form::Values;
use crate::app::layer::{Field, Form, Layer, Pick, PickItem, Picker};
use crate::message;
use crate::study::edit::{self, EditError};
use crate::study::id::{OrganisationId, SessionId};
use crate::study::people::{
    INTERVIEWER, Organisation, OrganisationField, Participant, ParticipantField,
};
use crate::study::word::AttributeOf;
use crate::study::{Change, Study};
use std::collections::BTreeSet;

/// The organisations of an interview's participants.
pub(super) fn organisations(study: &Study, session: &SessionId) -> Vec<OrganisationId> {
    let found: BTreeSet<OrganisationId> = study
        .participants_of(session)
        .into_iter()
        .filter(|(_, participant)| participant.role != INTERVIEWER)
        .filter_map(|(_, participant)| participant.organisation.clone())
        .filter(|id| study.records.organisations.contains_key(id))
        .collect();
    found.into_iter().collect()
}

/// Edits the organisation of an interview; by its pseudonym alone, everybody asked there speaks for it.
pub(super) fn edit(app: &mut App, session: &SessionId, key: Option<&str>) {
    if let Some(key) = key {
        if let Err((_, why)) = name(app, session, key, None) {
            app.warn(why);
        }
        return;
    }
    let Some(study) = study(app) else { return };
    let found = organisations(study, session);
    match found.as_slice() {
        [] => form(app, session, None),
        [id] => form(app, session, Some(id)),
        _ => {
            let items = found
                .iter()
                .map(|id| PickItem {
                    id: id.to_string(),
                    key: study
                        .records
                        .organisations
                        .get(id)
                        .map_or_else(String::new, |organisation| organisation.key.clone()),
                    ..PickItem::default()
                })
                .collect();
            let title = message!("app-organisation-which", session = key_of(app, session));
            let session = session.clone();
            let picker = Picker::new(title, items, move |app, pick| {
                if let Pick::Item(id) = pick {
                    form(app, &session, Some(&OrganisationId::new(&id)));
                }
            });
            app.push(Layer::Picker(picker));
        }
    }
}

fn form(app: &mut App, session: &SessionId, id: Option<&OrganisationId>) {
    let Some(study) = study(app) else { return };
    let organisation = id
        .and_then(|id| study.records.organisations.get(id))
        .cloned()
        .unwrap_or_default();
    let title = message!("app-organisation-form", session = key_of(app, session));
    let mut fields = vec![Field::text(
        "key",
        message!("app-organisation-key"),
        &organisation.key,
    )];
    fields.extend(attributes(
        app,
        study,
        AttributeOf::Organisation,
        &organisation.attributes,
    ));
    let (session, id) = (session.clone(), id.cloned());
    let form = Form::new(title, fields, move |app, values| match &id {
        Some(id) => keep(app, id, values),
        None => name(app, &session, values.get("key"), Some(values)),
    });
    app.push(Layer::Form(form));
}

/// Changes an organisation, wherever it was interviewed.
fn keep(app: &mut App, id: &OrganisationId, values: &Values) -> Result<(), Refused> {
    let Some(study) = study(app) else {
        return Ok(());
    };
    let Some(before) = study.records.organisations.get(id) else {
        return Ok(());
    };
    let mut now = before.clone();
    let key = values.get("key");
    if key.is_empty() {
        return Err(refused("key")(EditError::EmptyKey));
    }
    match study.organisation_by_key(key) {
        Some(other) if other != id => {
            return Err(refused("key")(EditError::KeyTaken(key.to_owned())));
        }
        _ => key.clone_into(&mut now.key),
    }
    read_attributes(study, values, &mut now.attributes)?;
    let changes = changes(id, before, &now);
    app.change(
        message!("label-organisation-edit", organisation = key),
        changes,
    );
    Ok(())
}

fn changes(id: &OrganisationId, before: &Organisation, now: &Organisation) -> Vec<Change> {
    let fields: Vec<OrganisationField> = before.diff(now);
    fields
        .into_iter()
        .map(|field| (id.clone(), field).into())
        .collect()
}

/// Everybody who is asked in the interview speaks for this organisation, which is made where it is not there yet.
fn name(
    app: &mut App,
    session: &SessionId,
    key: &str,
    values: Option<&Values>,
) -> Result<(), Refused> {
    let Some(work) = &mut app.work else {
        return Ok(());
    };
    let (study, mint) = work.store.study_and_mint();
    let (id, mut made) = edit::organisation_named(study, mint, key).map_err(refused("key"))?;
    if let Some(values) = values {
        let before = study
            .records
            .organisations
            .get(&id)
            .cloned()
            .unwrap_or_default();
        let mut now = before.clone();
        read_attributes(study, values, &mut now.attributes)?;
        made.extend(changes(&id, &before, &now));
    }
    let people = study.participants_of(session);
    let asked: Vec<_> = people
        .iter()
        .filter(|(_, participant)| participant.role != INTERVIEWER)
        .collect();
    if asked.is_empty() {
        let alone = Participant {
            organisation: Some(id),
            ..Participant::default()
        };
        let (_, more) =
            edit::add_participant(study, mint, session, alone).map_err(refused("key"))?;
        made.extend(more);
    } else {
        for (person, participant) in asked {
            if participant.organisation.as_ref() != Some(&id) {
                let field = ParticipantField::Organisation(Some(id.clone()));
                made.push(((*person).clone(), field).into());
            }
        }
    }
    let label = message!(
        "label-organisation-of",
        session = key_of(app, session),
        organisation = key.trim()
    );
    app.change(label, made);
    Ok(())
}
