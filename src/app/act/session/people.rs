//! Participants of an interview.

use super::super::carry;
use super::fields::{attributes, read_attributes, refused};
use super::{Refused, key_of, put, study};
use crate::app::App;
use crate::app::layer::form::Values;
use crate::app::layer::{Choice, Confirm, Field, Form, Layer, Pick, PickItem, Picker};
use crate::i18n::Message;
use crate::message;
use crate::study::edit::{self, Allowed, EditError, Heard};
use crate::study::id::{ParticipantId, SessionId};
use crate::study::people::{INTERVIEWER, Participant, ParticipantField};
use crate::study::word::{AttributeOf, Consent};
use crate::study::{Change, Study};

/// Words for a consent.
pub(super) fn consent_word(consent: Consent) -> String {
    match consent {
        Consent::Unknown => "app-consent-unknown".to_owned(),
        known => format!("app-consent-{}", known.as_str()),
    }
}

/// Adds a participant: by pseudonym alone, else by a form.
pub(super) fn add(app: &mut App, session: &SessionId, key: Option<&str>) {
    if let Some(key) = key {
        let participant = Participant {
            key: key.trim().to_owned(),
            ..Participant::default()
        };
        if let Err((_, why)) = make(app, session, participant, "") {
            app.warn(why);
        }
        return;
    }
    let Some(study) = study(app) else { return };
    let first = study.participants_of(session).is_empty();
    let participant = Participant {
        key: if first {
            String::new()
        } else {
            next_key(study, session)
        },
        ..Participant::default()
    };
    let title = message!("app-participant-new", session = key_of(app, session));
    let session = session.clone();
    let fields = fields(app, study, &participant);
    let form = Form::new(title, fields, move |app, values| {
        let Some(study) = self::study(app) else {
            return Ok(());
        };
        let mut participant = Participant::default();
        read(study, values, &mut participant)?;
        make(app, &session, participant, values.get("organisation"))
    });
    app.push(Layer::Form(form));
}

/// A pseudonym that nobody in the interview has.
fn next_key(study: &Study, session: &SessionId) -> String {
    let taken: Vec<String> = study
        .participants_of(session)
        .into_iter()
        .map(|(_, participant)| participant.key.clone())
        .collect();
    (2..=taken.len() + 2)
        .map(|number| format!("P{number}"))
        .find(|key| !taken.contains(key))
        .unwrap_or_default()
}

fn make(
    app: &mut App,
    session: &SessionId,
    participant: Participant,
    organisation: &str,
) -> Result<(), Refused> {
    let at = (app.now)();
    let Some(work) = &mut app.work else {
        return Ok(());
    };
    let by = &work.coder;
    let (study, mint) = work.store.study_and_mint();
    let mut changes = Vec::new();
    let mut participant = Participant {
        session: session.clone(),
        ..participant
    };
    if participant.consent != Consent::Unknown {
        participant = heard(study, &participant, Heard { at, by });
    }
    if !organisation.is_empty() {
        let (id, made) =
            edit::organisation_named(study, mint, organisation).map_err(refused("organisation"))?;
        changes.extend(made);
        participant.organisation = Some(id);
    }
    let (_, made) =
        edit::add_participant(study, mint, session, participant).map_err(refused("key"))?;
    changes.extend(made);
    let label = message!("label-participant-add", session = key_of(app, session));
    app.change(label, changes);
    put(app, session);
    Ok(())
}

/// A participant whose consent was just said.
fn heard(study: &Study, participant: &Participant, heard: Heard<'_>) -> Participant {
    let allowed = Allowed {
        consent: Some(participant.consent),
        ..Allowed::default()
    };
    edit::heard(study, participant, &allowed, heard)
}

/// Edits a participant: the only one, the one of that pseudonym, or one that is chosen; where there is none, adds one.
pub(super) fn edit(app: &mut App, session: &SessionId, key: Option<&str>) {
    let title = message!("app-participant-which", session = key_of(app, session));
    choose(app, session, key, title, |app, session, id| match id {
        Some(id) => form(app, session, &id),
        None => add(app, session, None),
    });
}

/// What happens with a participant that was chosen.
type WithParticipant = fn(&mut App, &SessionId, Option<ParticipantId>);

/// Does something with a participant: the only one, the one of a pseudonym, or one that is chosen from a list.
pub(super) fn choose(
    app: &mut App,
    session: &SessionId,
    key: Option<&str>,
    title: Message,
    then: WithParticipant,
) {
    let Some(study) = study(app) else { return };
    let people = study.participants_of(session);
    if let Some(key) = key.map(str::trim) {
        let found = people
            .iter()
            .find(|(_, participant)| study.participant_key(participant) == key)
            .map(|(id, _)| (*id).clone());
        match found {
            Some(id) => then(app, session, Some(id)),
            None => app.warn(EditError::Gone(key.to_owned()).message()),
        }
        return;
    }
    match people.as_slice() {
        [] => then(app, session, None),
        [(id, _)] => {
            let id = (*id).clone();
            then(app, session, Some(id));
        }
        _ => {
            let items = people
                .iter()
                .map(|(id, participant)| PickItem {
                    id: id.to_string(),
                    key: study.participant_key(participant).to_owned(),
                    label: participant.role.clone(),
                    ..PickItem::default()
                })
                .collect();
            let session = session.clone();
            let picker = Picker::new(title, items, move |app, pick| {
                if let Pick::Item(id) = pick {
                    then(app, &session, Some(ParticipantId::new(&id)));
                }
            });
            app.push(Layer::Picker(picker));
        }
    }
}

fn form(app: &mut App, session: &SessionId, id: &ParticipantId) {
    let Some(study) = study(app) else { return };
    let Some(participant) = study.records.participants.get(id) else {
        return;
    };
    let title = message!(
        "app-participant-form",
        participant = study.participant_key(participant),
        session = key_of(app, session)
    );
    let (session, id) = (session.clone(), id.clone());
    let fields = fields(app, study, participant);
    let form = Form::new(title, fields, move |app, values| {
        keep(app, &session, &id, values)
    });
    app.push(Layer::Form(form));
}

fn fields(app: &App, study: &Study, participant: &Participant) -> Vec<Field> {
    let consents = Consent::ALL
        .iter()
        .map(|consent| {
            (
                consent.as_str().to_owned(),
                app.words.get(&consent_word(*consent)),
            )
        })
        .collect();
    let organisation = participant
        .organisation
        .as_ref()
        .and_then(|id| study.records.organisations.get(id))
        .map_or("", |organisation| organisation.key.as_str());
    let asks = if participant.role == INTERVIEWER {
        "yes"
    } else {
        ""
    };
    let role = if participant.role == INTERVIEWER {
        ""
    } else {
        &participant.role
    };
    let yes_no = vec![
        (String::new(), app.words.get("app-no")),
        ("yes".to_owned(), app.words.get("app-yes")),
    ];
    let mut fields = vec![
        Field::text("key", message!("app-participant-key"), &participant.key),
        Field::text(
            "speaker",
            message!("app-participant-speaker"),
            &participant.speaker,
        ),
        Field::text(
            "organisation",
            message!("app-participant-organisation"),
            organisation,
        ),
        Field::choice(
            "consent",
            message!("app-participant-consent"),
            consents,
            participant.consent.as_str(),
        ),
        Field::choice("asks", message!("app-participant-asks"), yes_no, asks),
        Field::text("role", message!("app-participant-role"), role),
    ];
    fields.extend(attributes(
        app,
        study,
        AttributeOf::Participant,
        &participant.attributes,
    ));
    fields
}

/// What the fields hold, but for the organisation, which may have to be made.
fn read(study: &Study, values: &Values, participant: &mut Participant) -> Result<(), Refused> {
    values.get("key").clone_into(&mut participant.key);
    values.get("speaker").clone_into(&mut participant.speaker);
    let role = if values.get("asks") == "yes" {
        INTERVIEWER
    } else {
        values.get("role")
    };
    role.clone_into(&mut participant.role);
    participant.consent = Consent::parse(values.get("consent")).unwrap_or_default();
    read_attributes(study, values, &mut participant.attributes)
}

fn keep(
    app: &mut App,
    session: &SessionId,
    id: &ParticipantId,
    values: &Values,
) -> Result<(), Refused> {
    let at = (app.now)();
    let Some(work) = &mut app.work else {
        return Ok(());
    };
    let by = &work.coder;
    let (study, mint) = work.store.study_and_mint();
    let Some(before) = study.records.participants.get(id) else {
        return Ok(());
    };
    let mut now = before.clone();
    read(study, values, &mut now)?;
    let taken = study
        .participants_of(session)
        .iter()
        .any(|(other, participant)| *other != id && participant.key == now.key);
    if taken {
        return Err(refused("key")(EditError::KeyTaken(now.key)));
    }
    let mut changes = Vec::new();
    now.organisation = match values.get("organisation") {
        "" => None,
        key => {
            let (id, made) =
                edit::organisation_named(study, mint, key).map_err(refused("organisation"))?;
            changes.extend(made);
            Some(id)
        }
    };
    if now.consent != before.consent {
        now = heard(study, &now, Heard { at, by });
    }
    let withdrawn = now.consent == Consent::Withdrawn && before.consent != Consent::Withdrawn;
    changes.extend(
        before
            .diff(&now)
            .into_iter()
            .map(|field: ParticipantField| Change::from((id.clone(), field))),
    );
    let label = message!("label-participant-edit", session = key_of(app, session));
    if app.change(label, changes) && withdrawn {
        super::consent::told(app, session);
    }
    put(app, session);
    Ok(())
}

/// Removes a participant after a question.
pub(super) fn remove(app: &mut App, session: &SessionId, key: Option<&str>) {
    let title = message!("app-participant-which", session = key_of(app, session));
    choose(app, session, key, title, |app, session, id| {
        let Some(id) = id else {
            return app.warn(message!("app-participant-none"));
        };
        let Some(study) = study(app) else { return };
        let key = study
            .records
            .participants
            .get(&id)
            .map_or("", |participant| study.participant_key(participant));
        let question = message!(
            "app-participant-remove",
            participant = key,
            session = key_of(app, session)
        );
        let session = session.clone();
        app.push(Layer::Confirm(Confirm::new(
            question,
            vec![
                Choice::new(message!("app-participant-remove-not"), |_| {}),
                Choice::new(message!("app-participant-remove-yes"), move |app| {
                    let label =
                        message!("label-participant-remove", session = key_of(app, &session));
                    carry(app, label, Ok(vec![Change::remove(id)]));
                }),
            ],
        )));
    });
}
