//! Reference texts: renaming, removing.

use super::carry;
use crate::app::App;
use crate::app::layer::{Choice, Confirm, Layer, Prompt};
use crate::command::{Invocation, ReferenceAct};
use crate::message;
use crate::study::edit;
use crate::study::id::DocumentId;

pub(super) fn run(app: &mut App, act: ReferenceAct, invocation: &Invocation) {
    let Some(id) = app.places.references.current().cloned() else {
        return;
    };
    match act {
        ReferenceAct::Rename => rename(app, &id, invocation.arg.as_deref()),
        ReferenceAct::Delete => delete(app, &id),
    }
}

fn key_of(app: &App, id: &DocumentId) -> String {
    app.work
        .as_ref()
        .and_then(|work| work.study().records.documents.get(id))
        .map_or_else(|| id.to_string(), |document| document.key.clone())
}

fn rename(app: &mut App, id: &DocumentId, key: Option<&str>) {
    let Some(key) = key else {
        let (id, key) = (id.clone(), key_of(app, id));
        let prompt = Prompt::new(message!("app-reference-key"), &key, move |app, key| {
            rename(app, &id, Some(&key));
        });
        app.push(Layer::Prompt(prompt));
        return;
    };
    let Some(work) = &app.work else { return };
    let changes = edit::rename_reference(work.study(), id, key);
    let label = message!(
        "label-reference-rename",
        reference = key_of(app, id),
        key = key.trim()
    );
    carry(app, label, changes);
}

fn delete(app: &mut App, id: &DocumentId) {
    let Some(work) = &app.work else { return };
    let codings = work.study().codings_of_document(id).len();
    let question = message!(
        "app-reference-delete",
        reference = key_of(app, id),
        codings = codings
    );
    let id = id.clone();
    app.push(Layer::Confirm(Confirm::new(
        question,
        vec![
            Choice::new(message!("app-reference-delete-not"), |_| {}),
            Choice::new(message!("app-reference-delete-yes"), move |app| {
                let Some(work) = &app.work else { return };
                let changes = edit::remove_document(work.study(), &id);
                let label = message!("label-reference-remove", reference = key_of(app, &id));
                carry(app, label, changes);
            }),
        ],
    )));
}
