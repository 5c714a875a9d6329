//! Searches and queries under a name: kept, asked again, forgotten.

use super::super::{carry, evidence};
use crate::analysis::query::Query;
use crate::analysis::search::Asked;
use crate::app::layer::{Layer, Pick, PickItem, Picker, Prompt};
use crate::app::place::evidence::shown::Subject;
use crate::app::{App, At};
use crate::i18n::Message;
use crate::message;
use crate::study::edit;
use crate::study::saved::Saved;
use crate::study::word::SavedKind;

/// What is asked here, under a name.
fn here(app: &App, name: &str) -> Option<Saved> {
    match (app.at, &app.places.table.subject) {
        (At::Find, _) => {
            let asked = &app.places.find.asked;
            (!asked.words.is_empty()).then(|| asked.under(name))
        }
        (At::Table, Subject::Query(text)) => Some(Query::parse(text).ok()?.under(name)),
        _ => None,
    }
}

/// Keeps what is asked here; without a name, asks for it.
pub(super) fn save(app: &mut App, name: Option<&str>) {
    let Some(saved) = here(app, name.unwrap_or_default()) else {
        return app.warn(message!("app-saved-nothing"));
    };
    let Some(name) = name else {
        return app.push(Layer::Prompt(Prompt::new(
            message!("app-saved-name"),
            &saved.pattern,
            |app, name| save(app, Some(&name)),
        )));
    };
    let Some(work) = &mut app.work else { return };
    let (study, mint) = work.store.study_and_mint();
    let changes = edit::save(study, mint, saved);
    if carry(app, message!("label-save", name = name.trim()), changes) {
        app.inform(message!("app-saved", name = name.trim()));
    }
}

/// Asks again what stands under a name; without one, from a list.
pub(super) fn open(app: &mut App, name: Option<&str>) {
    let Some(name) = name else {
        return choose(app, message!("app-saved-open"), |app, name| {
            open(app, Some(name));
        });
    };
    let study = app.work.as_ref().map(crate::app::Work::study);
    let saved = study.and_then(|study| study.saved_by_name(name));
    let Some(saved) = saved.map(|(_, saved)| saved.clone()) else {
        return app.warn(edit::EditError::Gone(name.to_owned()).message());
    };
    match saved.kind {
        SavedKind::Query => evidence::query(app, Some(&saved.pattern)),
        SavedKind::Search => {
            app.places.find.asked = Asked::from(&saved);
            app.pattern.clone_from(&saved.pattern);
            app.go(At::Find);
        }
    }
}

/// Forgets a name; without one, from a list.
pub(super) fn remove(app: &mut App, name: Option<&str>) {
    let Some(name) = name else {
        return choose(app, message!("app-saved-remove"), |app, name| {
            remove(app, Some(name));
        });
    };
    let Some(work) = &app.work else { return };
    let changes = edit::remove_saved(work.study(), name);
    carry(app, message!("label-remove-saved", name = name), changes);
}

fn choose(app: &mut App, title: Message, then: impl FnOnce(&mut App, &str) + Send + 'static) {
    let Some(work) = &app.work else { return };
    let saved = work.study().saved();
    let items: Vec<PickItem> = saved
        .into_iter()
        .map(|(_, saved)| PickItem {
            id: saved.name.clone(),
            key: saved.name.clone(),
            label: app.words.get(&format!("cli-saved-{}", saved.kind.as_str())),
            detail: saved.pattern.clone(),
            ..PickItem::default()
        })
        .collect();
    if items.is_empty() {
        return app.inform(message!("app-saved-none"));
    }
    app.push(Layer::Picker(Picker::new(title, items, |app, pick| {
        if let Pick::Item(name) = pick {
            then(app, &name);
        }
    })));
}
