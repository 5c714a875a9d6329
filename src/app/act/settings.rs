//! The settings of the study: added, edited, renamed, moved, removed.

mod attribute;
mod rules;
mod scenario;
mod target;

pub use rules::written;

use super::carry;
use crate::app::App;
use crate::app::layer::form::Values;
use crate::app::layer::{Choice, Confirm, Field, Layer, Prompt};
use crate::app::place::settings::{Adds, Row};
use crate::command::{Invocation, SettingsAct};
use crate::i18n::Message;
use crate::message;
use crate::study::edit::EditError;
use crate::study::{Change, Study};
use std::collections::BTreeMap;

/// Languages of labels.
const LANGUAGES: [&str; 2] = ["fr", "en"];

/// What is wrong with a field: its key, and why.
type Refused = (String, Message);

pub(super) fn run(app: &mut App, act: SettingsAct, invocation: &Invocation) {
    let text = invocation.arg.as_deref();
    let by = isize::try_from(invocation.times()).unwrap_or(isize::MAX);
    if act == SettingsAct::Add {
        return add(app, text);
    }
    let Some(row) = app.places.settings.current().cloned() else {
        return;
    };
    match act {
        SettingsAct::Add => {}
        SettingsAct::Edit => edit(app, &row),
        SettingsAct::Rename => rename(app, &row, text),
        SettingsAct::MoveUp => shift(app, &row, -by),
        SettingsAct::MoveDown => shift(app, &row, by),
        SettingsAct::Remove => remove(app, &row),
    }
}

/// Enter: the fields of what is under the cursor; on a head, something new.
pub(super) fn enter(app: &mut App) {
    match app.places.settings.current().cloned() {
        Some(Row::Head(_)) | None => {}
        Some(row) => edit(app, &row),
    }
}

fn study(app: &App) -> Option<&Study> {
    app.work.as_ref().map(crate::app::Work::study)
}

/// Adds what the cursor's place offers: what is typed is a key and, after a space, a label; of a target, its number.
fn add(app: &mut App, typed: Option<&str>) {
    let Some(study) = study(app) else { return };
    match app.places.settings.adds(study) {
        Adds::Scenario => scenario::add(app, typed),
        Adds::Attribute => attribute::add(app, typed),
        Adds::Value(id) => attribute::add_value(app, &id, typed),
        Adds::Target => target::add(app, typed),
    }
}

fn edit(app: &mut App, row: &Row) {
    match row {
        Row::Head(_) => {}
        Row::Setting(key) => rules::form(app, key),
        Row::Scenario(id) => scenario::form(app, id),
        Row::Attribute(id) => attribute::form(app, id),
        Row::Value(id) => attribute::form_value(app, id),
        Row::Target(id) => target::form(app, id),
    }
}

fn rename(app: &mut App, row: &Row, key: Option<&str>) {
    let before = match row {
        Row::Scenario(id) => scenario::key_of(app, id),
        Row::Attribute(id) => attribute::key_of(app, id),
        Row::Value(id) => attribute::value_key(app, id),
        Row::Head(_) | Row::Setting(_) | Row::Target(_) => return edit(app, row),
    };
    let Some(key) = key else {
        let row = row.clone();
        let prompt = Prompt::new(message!("app-settings-key"), &before, move |app, key| {
            rename(app, &row, Some(&key));
        });
        app.push(Layer::Prompt(prompt));
        return;
    };
    match row {
        Row::Scenario(id) => scenario::rename(app, id, key),
        Row::Attribute(id) => attribute::rename(app, id, key),
        Row::Value(id) => attribute::rename_value(app, id, key),
        Row::Head(_) | Row::Setting(_) | Row::Target(_) => {}
    }
}

fn shift(app: &mut App, row: &Row, by: isize) {
    match row {
        Row::Head(_) | Row::Setting(_) => app.warn(message!("app-settings-fixed")),
        Row::Scenario(id) => scenario::shift(app, id, by),
        Row::Attribute(id) => attribute::shift(app, id, by),
        Row::Value(id) => attribute::shift_value(app, id, by),
        Row::Target(id) => target::shift(app, id, by),
    }
    app.refresh();
    app.places.settings.put(row);
}

fn remove(app: &mut App, row: &Row) {
    match row {
        Row::Head(_) | Row::Setting(_) => app.warn(message!("app-settings-fixed")),
        Row::Scenario(id) => scenario::remove(app, id),
        Row::Attribute(id) => attribute::remove(app, id),
        Row::Value(id) => attribute::remove_value(app, id),
        Row::Target(id) => target::remove(app, id),
    }
}

/// Applies changes and puts the cursor on what was made.
fn made<T>(
    app: &mut App,
    label: Message,
    made: Result<(T, Vec<Change>), EditError>,
    row: impl FnOnce(T) -> Row,
) {
    match made {
        Ok((id, changes)) => {
            if app.change(label, changes) {
                app.refresh();
                app.places.settings.put(&row(id));
                app.refresh();
            }
        }
        Err(error) => app.warn(error.message()),
    }
}

/// Asks before something goes that others refer to: how many is said.
fn ask(app: &mut App, question: Message, then: impl FnOnce(&mut App) + Send + 'static) {
    app.push(Layer::Confirm(Confirm::new(
        question,
        vec![
            Choice::new(message!("app-settings-keep"), |_| {}),
            Choice::new(message!("app-settings-remove"), then),
        ],
    )));
}

/// A key and, after a space, a label.
fn key_and_label(typed: &str) -> (&str, &str) {
    let typed = typed.trim();
    typed
        .split_once(' ')
        .map_or((typed, ""), |(key, label)| (key, label.trim()))
}

/// One label, in the language of the screen.
fn one_label(app: &App, label: &str) -> BTreeMap<String, String> {
    let language = app.words.lang().code().to_owned();
    let label = (!label.is_empty()).then(|| (language, label.to_owned()));
    label.into_iter().collect()
}

/// One field a language.
fn label_fields(stem: &str, labels: &BTreeMap<String, String>) -> Vec<Field> {
    LANGUAGES
        .iter()
        .map(|language| {
            let words = Message::new(format!("app-settings-{stem}-{language}"));
            let label = labels.get(*language).map_or("", String::as_str);
            Field::text(&format!("{stem}_{language}"), words, label)
        })
        .collect()
}

/// What the fields of the languages hold; other languages keep theirs.
fn read_labels(stem: &str, values: &Values, labels: &mut BTreeMap<String, String>) {
    for language in LANGUAGES {
        let value = values.get(&format!("{stem}_{language}"));
        if value.is_empty() {
            labels.remove(language);
        } else {
            labels.insert(language.to_owned(), value.to_owned());
        }
    }
}

/// Puts a reason beside a field.
fn refused(field: &str) -> impl FnOnce(EditError) -> Refused {
    let field = field.to_owned();
    move |error| (field, error.message())
}

#[cfg(test)]
mod tests;
