//! `participant set|remove`, `organisation set|remove`, `consent`.

use super::args::{ConsentFields, OrganisationVerb, ParticipantFields, ParticipantVerb};
use super::cx::Cx;
use super::failure::{DATA, Done, Failure};
use super::find;
use super::parse::Condition;
use crate::message;
use crate::study::change::{Change, Record};
use crate::study::edit;
use crate::study::id::{IdentityId, Mint, OrganisationId, ParticipantId};
use crate::study::people::{Identity, Organisation, OrganisationField, Participant};
use crate::study::word::AttributeOf;
use crate::study::{Item, Study};

/// What an interview, or one participant of it, allows.
pub fn consent(cx: &Cx, asked: &ConsentFields) -> Done {
    let mut store = cx.write()?;
    let (study, mint) = store.study_and_mint();
    let session = &asked.session;
    let id = find::session(study, session)?;
    let participant = asked.participant.as_deref();
    if participant.is_some() {
        find::participant(study, &id, participant)?;
    }
    let allowed = edit::Allowed {
        consent: Some(asked.consent),
        recording: asked.recording,
        contact: asked.contact,
        closing: asked.closing,
        informed: asked
            .informed
            .iter()
            .map(|item| (item.clone(), true))
            .collect(),
    };
    let heard = edit::Heard {
        at: asked
            .at
            .as_deref()
            .and_then(|at| at.parse().ok())
            .unwrap_or_else(jiff::Timestamp::now),
        by: cx.coder(),
    };
    let changes = edit::set_consent(study, mint, &id, participant, &allowed, heard)?;
    let label = message!(
        "label-set-consent",
        session = session,
        consent = asked.consent.as_str()
    );
    cx.commit(&mut store, label, changes)
}

/// Participants.
pub fn participant(cx: &Cx, verb: &ParticipantVerb) -> Done {
    match verb {
        ParticipantVerb::Set(fields) => set(cx, fields),
        ParticipantVerb::Remove {
            session,
            participant,
        } => {
            let mut store = cx.write()?;
            let study = store.study();
            let id = find::session(study, session)?;
            let (person, _) = find::participant(study, &id, participant.as_deref())?;
            let changes = vec![Change::remove(person.clone())];
            let label = message!("label-remove-participant", session = session);
            cx.commit(&mut store, label, changes)
        }
    }
}

/// The participant that is meant: one that is there, or a new one.
fn met_or_made(
    study: &Study,
    mint: &mut dyn Mint,
    asked: &ParticipantFields,
) -> Result<(ParticipantId, Participant, bool), Failure> {
    let session = find::session(study, &asked.session)?;
    let people = study.participants_of(&session);
    let found = match &asked.person {
        Some(key) => people.iter().find(|(_, p)| study.participant_key(p) == key),
        None if people.len() > 1 => {
            // which one is meant has to be said
            find::participant(study, &session, None)?;
            None
        }
        None => people.first(),
    };
    if let Some((id, participant)) = found {
        return Ok(((*id).clone(), (*participant).clone(), false));
    }
    let key = asked.person.clone().unwrap_or_default();
    let new = Participant {
        key: if key == asked.session {
            String::new()
        } else {
            key
        },
        ..Participant::default()
    };
    let (id, changes) = edit::add_participant(study, mint, &session, new)?;
    let made = changes.into_iter().find_map(|change| match change {
        Change::Add(record) => match *record {
            Record::Participant(_, participant) => Some(participant),
            _ => None,
        },
        _ => None,
    });
    Ok((id, made.unwrap_or_default(), true))
}

fn set(cx: &Cx, asked: &ParticipantFields) -> Done {
    let mut store = cx.write()?;
    let (study, mint) = store.study_and_mint();
    let (id, before, is_new) = met_or_made(study, mint, asked)?;
    let mut now = before.clone();
    let mut changes = Vec::new();
    let texts = [
        (&mut now.key, &asked.key_new),
        (&mut now.speaker, &asked.speaker),
        (&mut now.role, &asked.role),
    ];
    for (field, text) in texts {
        if let Some(text) = text {
            field.clone_from(text);
        }
    }
    if asked.consent.is_some() {
        let allowed = edit::Allowed {
            consent: asked.consent,
            ..edit::Allowed::default()
        };
        let heard = edit::Heard {
            at: jiff::Timestamp::now(),
            by: cx.coder(),
        };
        now = edit::heard(study, &now, &allowed, heard);
    }
    if let Some(key) = &asked.organisation {
        now.organisation = if key.is_empty() {
            None
        } else {
            let (organisation, made) = edit::organisation_named(study, mint, key)?;
            changes.extend(made);
            Some(organisation)
        };
    }
    for condition in &asked.attribute {
        let attribute = find::attribute(study, &condition.key)?;
        let data = edit::attribute_data(study, &attribute, &condition.value)?;
        let of = study.records.attributes.get(&attribute).map(|a| a.of);
        if of == Some(AttributeOf::Organisation) {
            let Some(organisation) = &now.organisation else {
                return Err(Failure::new(
                    DATA,
                    message!("cli-of-organisation", attribute = &condition.key),
                ));
            };
            changes.push(
                (
                    organisation.clone(),
                    OrganisationField::Attribute(attribute, data),
                )
                    .into(),
            );
        } else {
            match data {
                Some(data) => now.attributes.insert(attribute, data),
                None => now.attributes.remove(&attribute),
            };
        }
    }
    let taken = now.key != before.key
        && study
            .participants_of(&before.session)
            .iter()
            .any(|(other, p)| **other != id && p.key == now.key);
    if taken {
        return Err(edit::EditError::KeyTaken(now.key).into());
    }
    if is_new {
        changes.push((id.clone(), now).into());
    } else {
        changes.extend(super::edited!(id, before, now));
    }
    let identity = identity(store.study(), &id, asked);
    let label = message!("label-edit-participant", session = &asked.session);
    cx.commit(&mut store, label, changes)?;
    // who somebody really is stands in a journal of its own
    cx.commit(&mut store, message!("label-edit-identity"), identity)
}

fn identity(study: &Study, id: &ParticipantId, asked: &ParticipantFields) -> Vec<Change> {
    let given = [&asked.name, &asked.telephone, &asked.mail];
    if given.iter().all(|field| field.is_none()) {
        return Vec::new();
    }
    let of = IdentityId::new(&id.to_string());
    let before = study.records.identities.get(&of);
    let mut now: Identity = before.cloned().unwrap_or_default();
    let fields = [&mut now.name, &mut now.telephone, &mut now.mail];
    for (field, text) in fields.into_iter().zip(given) {
        if let Some(text) = text {
            field.clone_from(text);
        }
    }
    match before {
        Some(before) => super::edited!(of, before, now),
        None => vec![(of, now).into()],
    }
}

/// Organisations.
pub fn organisation(cx: &Cx, verb: &OrganisationVerb) -> Done {
    let mut store = cx.write()?;
    let (study, mint) = store.study_and_mint();
    let (label, changes) = match verb {
        OrganisationVerb::Set {
            key,
            key_new,
            attribute,
        } => {
            let (id, mut changes) = edit::organisation_named(study, mint, key)?;
            if let Some(new) = key_new {
                if study
                    .organisation_by_key(new)
                    .is_some_and(|other| *other != id)
                {
                    return Err(edit::EditError::KeyTaken(new.clone()).into());
                }
                changes.push((id.clone(), OrganisationField::Key(new.clone())).into());
            }
            changes.extend(attributes(study, &id, attribute)?);
            (
                message!("label-edit-organisation", organisation = key),
                changes,
            )
        }
        OrganisationVerb::Remove { key } => {
            let id = find::organisation(study, key)?;
            (
                message!("label-remove-organisation", organisation = key),
                vec![Change::Remove(Item::Organisation(id))],
            )
        }
    };
    cx.commit(&mut store, label, changes)
}

fn attributes(
    study: &Study,
    id: &OrganisationId,
    given: &[Condition],
) -> Result<Vec<Change>, Failure> {
    let before: Organisation = study
        .records
        .organisations
        .get(id)
        .cloned()
        .unwrap_or_default();
    let mut now = before.clone();
    for condition in given {
        let attribute = find::attribute(study, &condition.key)?;
        if study.records.attributes.get(&attribute).map(|a| a.of) != Some(AttributeOf::Organisation)
        {
            return Err(Failure::new(
                DATA,
                message!("cli-of-participant", attribute = &condition.key),
            ));
        }
        match edit::attribute_data(study, &attribute, &condition.value)? {
            Some(data) => now.attributes.insert(attribute, data),
            None => now.attributes.remove(&attribute),
        };
    }
    Ok(super::edited!(id, before, now))
}
