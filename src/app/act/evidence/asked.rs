//! What else a table is asked for: one scenario, another order, another unit.

use super::{narrow, nothing, place, place_mut, study};
use crate::analysis::{Cell, Keys, TableError, Unit};
use crate::app::App;
use crate::app::layer::{Layer, Pick, PickItem, Picker};
use crate::app::place::evidence::Evidence;
use crate::app::place::evidence::shown::{Asked, Subject};
use crate::message;
use crate::study::label;

/// Asks, or takes it back and says why it cannot be.
fn ask(app: &mut App, change: impl FnOnce(&mut Asked)) -> bool {
    narrow(
        app,
        |place| {
            let before = place.asked.clone();
            change(&mut place.asked);
            before
        },
        |place, before| place.asked = before,
    )
}

/// Whether the table on the screen is one of these; else says that it is not counted so.
fn is_one(app: &mut App, names: &[&str]) -> bool {
    let is = matches!(place(app).map(|place| &place.subject), Some(Subject::Table(name))
        if names.is_empty() || names.contains(&name.as_str()));
    if !is {
        app.warn(message!("app-table-not-so"));
    }
    is
}

/// Rows by the column under the cursor: the greatest first, the smallest first, as the study has them.
pub(super) fn sort(app: &mut App, text: Option<&str>) {
    if !is_one(app, &[]) {
        return;
    }
    let sort = match text.map(str::trim) {
        Some("-") => None,
        Some(text) => Some(match text.strip_suffix(":desc") {
            Some(column) => (column.to_owned(), true),
            None => (text.to_owned(), false),
        }),
        None => place(app).and_then(next_order),
    };
    if !ask(app, |asked| asked.sort = sort) {
        return;
    }
    let Some(now) = place(app) else { return };
    let label = now.asked.sort.as_ref().and_then(|(key, _)| {
        let columns = &now.shown.as_ref()?.table.columns;
        let column = columns.iter().find(|column| column.key == *key)?;
        Some(column.label.say(app.words))
    });
    let told = match (&now.asked.sort, label) {
        (Some((_, true)), Some(column)) => message!("app-table-sorted-down", column = column),
        (Some((_, false)), Some(column)) => message!("app-table-sorted-up", column = column),
        _ => message!("app-table-sorted-not"),
    };
    app.inform(told);
}

/// The order that comes after the present one.
fn next_order(place: &Evidence) -> Option<(String, bool)> {
    let table = &place.shown.as_ref()?.table;
    let key = &table.columns.get(place.column)?.key;
    let numbers = table
        .rows
        .iter()
        .filter_map(|row| row.cells.get(place.column))
        .any(|cell| matches!(cell, Cell::Integer(_) | Cell::Number(_)));
    match &place.asked.sort {
        Some((by, true)) if by == key => Some((key.clone(), false)),
        Some((by, false)) if by == key => None,
        _ => Some((key.clone(), numbers)),
    }
}

/// One scenario only; `-`: all of them.
pub(super) fn scenario(app: &mut App, text: Option<&str>) {
    if let Some(text) = text {
        if is_one(app, &[]) {
            let text = text.trim();
            let wanted = Some(text.to_owned()).filter(|text| text != "-");
            ask(app, |asked| asked.scenario = wanted);
        }
        return;
    }
    if !is_one(app, &[]) {
        return;
    }
    let Some(study) = study(app) else { return };
    let keys = Keys::of(study);
    let mut items = vec![nothing(app.words.get("app-table-scenarios-all"))];
    items.extend(study.scenarios().into_iter().map(|(id, scenario)| {
        let key = keys.scenario(id, scenario).to_owned();
        PickItem {
            id: key.clone(),
            key,
            label: label(&scenario.labels, app.words.lang().code(), study).to_owned(),
            ..PickItem::default()
        }
    }));
    let current = place(app).and_then(|place| place.asked.scenario.clone());
    let picker = Picker::new(message!("app-table-scenario"), items, |app, pick| {
        if let Pick::Item(key) = pick {
            scenario(app, Some(&key));
        }
    });
    let picker = picker.starting_at(current.as_deref().unwrap_or("-"));
    app.push(Layer::Picker(picker));
}

/// What coders are compared over; `-`: every kind of unit.
pub(super) fn unit(app: &mut App, text: Option<&str>) {
    if !is_one(app, &["coders"]) {
        return;
    }
    let names = || Unit::ALL.into_iter().map(Unit::as_str);
    if let Some(text) = text.map(str::trim) {
        let unit = Unit::ALL.into_iter().find(|unit| unit.as_str() == text);
        if unit.is_none() && text != "-" {
            return app.warn(TableError::unknown("unit", text, names()).message());
        }
        ask(app, |asked| asked.unit = unit);
        return;
    }
    let mut items = vec![nothing(app.words.get("app-table-units-all"))];
    items.extend(names().map(|name| PickItem {
        id: name.to_owned(),
        key: app.words.get(&format!("app-table-unit-{name}")),
        ..PickItem::default()
    }));
    let current = place(app).and_then(|place| place.asked.unit);
    let picker = Picker::new(message!("app-table-unit"), items, |app, pick| {
        if let Pick::Item(name) = pick {
            unit(app, Some(&name));
        }
    });
    app.push(Layer::Picker(
        picker.starting_at(current.map_or("-", Unit::as_str)),
    ));
}

/// Whether there is a passage, or how many.
pub(super) fn presence(app: &mut App) {
    if is_one(app, &["matrix"])
        && let Some(place) = place_mut(app)
    {
        place.asked.presence = !place.asked.presence;
    }
}
