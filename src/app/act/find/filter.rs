//! Where words are looked for: whose they are, what the speaker is, which code they carry.

use super::super::coding::{code_items, find_code};
use crate::analysis::search::Voice;
use crate::app::App;
use crate::app::layer::{Layer, Pick, PickItem, Picker};
use crate::message;
use crate::study::id::CodeId;
use crate::study::label;

/// Everybody's words, those of who was asked, those of who asked.
pub(super) fn voice(app: &mut App) {
    let voice = &mut app.places.find.asked.voice;
    *voice = match voice {
        Voice::All => Voice::Participants,
        Voice::Participants => Voice::Interviewers,
        Voice::Interviewers => Voice::All,
    };
}

/// One more value that a speaker may have, as `attribute=value`; `-`: whatever they have.
pub(super) fn attribute(app: &mut App, text: Option<&str>) {
    let Some(text) = text else {
        let Some(items) = values(app) else { return };
        if items.is_empty() {
            return app.inform(message!("app-find-no-attributes"));
        }
        let picker = Picker::new(message!("app-find-where"), items, |app, pick| {
            if let Pick::Item(id) = pick {
                attribute(app, Some(&id));
            }
        });
        return app.push(Layer::Picker(picker));
    };
    if text.trim() == "-" {
        app.places.find.asked.where_.clear();
        return;
    }
    let Some((key, value)) = text.split_once('=') else {
        return app.warn(message!("app-find-where-form", text = text));
    };
    let pair = (key.trim().to_owned(), value.trim().to_owned());
    let where_ = &mut app.places.find.asked.where_;
    match where_.iter().position(|other| *other == pair) {
        Some(at) => {
            where_.remove(at);
        }
        None => where_.push(pair),
    }
}

/// All values of attributes that are chosen from a list.
fn values(app: &App) -> Option<Vec<PickItem>> {
    let study = app.work.as_ref()?.study();
    let lang = app.words.lang().code();
    let chosen = &app.places.find.asked.where_;
    let mut items = Vec::new();
    for (id, attribute) in study.attributes() {
        for (_, value) in study.values_of(id) {
            let on = chosen.contains(&(attribute.key.clone(), value.key.clone()));
            items.push(PickItem {
                id: format!("{}={}", attribute.key, value.key),
                key: format!("{}={}", attribute.key, value.key),
                label: label(&value.labels, lang, study).to_owned(),
                detail: if on {
                    app.words.get("app-find-chosen")
                } else {
                    label(&attribute.labels, lang, study).to_owned()
                },
                ..PickItem::default()
            });
        }
    }
    Some(items)
}

/// Only passages that carry a code; `-`: with any code or none.
pub(super) fn code(app: &mut App, text: Option<&str>) {
    let Some(text) = text else {
        let Some(mut items) = code_items(app) else {
            return;
        };
        items.insert(
            0,
            PickItem {
                id: "-".to_owned(),
                key: "-".to_owned(),
                label: app.words.get("app-find-code-any"),
                ..PickItem::default()
            },
        );
        let picker = Picker::new(message!("app-find-code"), items, |app, pick| {
            if let Pick::Item(id) = pick {
                let id = Some(CodeId::new(&id)).filter(|id| id.to_string() != "-");
                by_code(app, id.as_ref());
            }
        });
        return app.push(Layer::Picker(picker.telling_codes()));
    };
    if text.trim() == "-" {
        return by_code(app, None);
    }
    match find_code(app, text) {
        Some(id) => by_code(app, Some(&id)),
        None => app.warn(message!("app-no-code", text = text)),
    }
}

fn by_code(app: &mut App, id: Option<&CodeId>) {
    let study = app.work.as_ref().map(crate::app::Work::study);
    let key = study.and_then(|study| {
        let (id, code) = study.records.codes.get_key_value(id?)?;
        Some(crate::analysis::Keys::of(study).code(id, code).to_owned())
    });
    app.places.find.asked.code = key;
}

/// The words alone, everywhere.
pub(super) fn clear(app: &mut App) {
    let asked = &mut app.places.find.asked;
    let words = std::mem::take(&mut asked.words);
    *asked = crate::analysis::search::Asked {
        words,
        ..Default::default()
    };
}
