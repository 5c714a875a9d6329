//! Who somebody really is: asked for on a key, in a journal of its own, in no table and no export.

use super::organisation::organisations;
use super::{key_of, study};
use crate::app::App;
use crate::app::layer::form::Values;
use crate::app::layer::{Field, Form, Layer, Pick, PickItem, Picker};
use crate::message;
use crate::study::Change;
use crate::study::id::{IdentityId, SessionId};
use crate::study::people::{Identity, IdentityField};

/// Edits an identity: of the only participant, else of one that is chosen, organisations included.
pub(super) fn edit(app: &mut App, session: &SessionId) {
    let Some(study) = study(app) else { return };
    let mut items: Vec<PickItem> = Vec::new();
    for (id, participant) in study.participants_of(session) {
        items.push(PickItem {
            id: id.to_string(),
            key: study.participant_key(participant).to_owned(),
            label: app.words.get("app-identity-participant"),
            ..PickItem::default()
        });
    }
    for id in organisations(study, session) {
        if let Some(organisation) = study.records.organisations.get(&id) {
            items.push(PickItem {
                id: id.to_string(),
                key: organisation.key.clone(),
                label: app.words.get("app-identity-organisation"),
                ..PickItem::default()
            });
        }
    }
    match items.as_slice() {
        [] => app.warn(message!("app-participant-none")),
        [only] => {
            let (id, key) = (only.id.clone(), only.key.clone());
            form(app, &id, &key);
        }
        _ => {
            let title = message!("app-identity-which", session = key_of(app, session));
            let keys: Vec<(String, String)> = items
                .iter()
                .map(|item| (item.id.clone(), item.key.clone()))
                .collect();
            let picker = Picker::new(title, items, move |app, pick| {
                if let Pick::Item(id) = pick
                    && let Some((id, key)) = keys.iter().find(|(other, _)| *other == id)
                {
                    form(app, id, key);
                }
            });
            app.push(Layer::Picker(picker));
        }
    }
}

fn form(app: &mut App, id: &str, key: &str) {
    let id = IdentityId::new(id);
    let held = study(app)
        .and_then(|study| study.records.identities.get(&id))
        .cloned()
        .unwrap_or_default();
    let title = message!("app-identity-form", key = key);
    let fields = vec![
        Field::text("name", message!("app-identity-name"), &held.name),
        Field::text(
            "telephone",
            message!("app-identity-telephone"),
            &held.telephone,
        ),
        Field::text("mail", message!("app-identity-mail"), &held.mail),
    ];
    let key = key.to_owned();
    let form = Form::new(title, fields, move |app, values| {
        keep(app, &id, &key, values);
        Ok(())
    });
    app.push(Layer::Form(form));
}

/// One transaction by itself, whose label says whose identity it is by pseudonym alone.
fn keep(app: &mut App, id: &IdentityId, key: &str, values: &Values) {
    let Some(study) = study(app) else { return };
    let now = Identity {
        name: values.get("name").to_owned(),
        telephone: values.get("telephone").to_owned(),
        mail: values.get("mail").to_owned(),
    };
    let changes: Vec<Change> = match study.records.identities.get(id) {
        Some(before) => {
            let fields: Vec<IdentityField> = before.diff(&now);
            fields
                .into_iter()
                .map(|field| (id.clone(), field).into())
                .collect()
        }
        None if now == Identity::default() => Vec::new(),
        None => vec![(id.clone(), now).into()],
    };
    app.change(message!("label-identity", key = key), changes);
}
