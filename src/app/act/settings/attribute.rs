//! Attributes and their values.

use super::{
    Refused, Row, ask, carry, key_and_label, label_fields, made, one_label, read_labels, refused,
    study,
};
use crate::app::App;
use crate::app::layer::form::Values;
use crate::app::layer::{Field, Form, Layer};
use crate::message;
use crate::study::edit;
use crate::study::id::{AttributeId, ValueId};
use crate::study::settings::{Attribute, AttributeData, Value};
use crate::study::word::{AttributeKind, AttributeOf};
use crate::study::{Change, Study};

/// Key of an attribute.
pub(super) fn key_of(app: &App, id: &AttributeId) -> String {
    study(app)
        .and_then(|study| study.records.attributes.get(id))
        .map_or_else(|| id.to_string(), |attribute| attribute.key.clone())
}

/// Key of a value.
pub(super) fn value_key(app: &App, id: &ValueId) -> String {
    study(app)
        .and_then(|study| study.records.values.get(id))
        .map_or_else(|| id.to_string(), |value| value.key.clone())
}

/// Key of a value's attribute.
fn owner_key(app: &App, id: &ValueId) -> String {
    study(app)
        .and_then(|study| study.records.values.get(id))
        .map_or_else(String::new, |value| key_of(app, &value.attribute))
}

pub(super) fn add(app: &mut App, typed: Option<&str>) {
    if let Some(typed) = typed {
        let (key, label) = key_and_label(typed);
        let attribute = Attribute {
            labels: one_label(app, label),
            ..Attribute::default()
        };
        if let Err((_, why)) = make(app, key, attribute) {
            app.warn(why);
        }
        return;
    }
    let fields = fields(app, &Attribute::default());
    let form = Form::new(
        message!("app-settings-attribute-new"),
        fields,
        |app, values| {
            let mut attribute = Attribute::default();
            read(values, &mut attribute);
            make(app, values.get("key"), attribute)
        },
    );
    app.push(Layer::Form(form));
}

fn make(app: &mut App, key: &str, attribute: Attribute) -> Result<(), Refused> {
    let Some(work) = &mut app.work else {
        return Ok(());
    };
    let (study, mint) = work.store.study_and_mint();
    let new = edit::add_attribute(study, mint, key, attribute).map_err(refused("key"))?;
    made(
        app,
        message!("label-add-attribute", attribute = key),
        Ok(new),
        Row::Attribute,
    );
    Ok(())
}

fn fields(app: &App, attribute: &Attribute) -> Vec<Field> {
    let choice = |stem: &str, word: &str| {
        (
            word.to_owned(),
            app.words.get(&format!("app-settings-{stem}-{word}")),
        )
    };
    let of = AttributeOf::ALL
        .iter()
        .map(|of| choice("of", of.as_str()))
        .collect();
    let kinds = AttributeKind::ALL
        .iter()
        .map(|kind| choice("kind", kind.as_str()))
        .collect();
    let yes_no = vec![
        (String::new(), app.words.get("app-no")),
        ("yes".to_owned(), app.words.get("app-yes")),
    ];
    let mut fields = vec![Field::text(
        "key",
        message!("app-settings-key"),
        &attribute.key,
    )];
    fields.extend(label_fields("label", &attribute.labels));
    fields.extend([
        Field::choice("of", message!("app-settings-of"), of, attribute.of.as_str()),
        Field::choice(
            "kind",
            message!("app-settings-kind"),
            kinds,
            attribute.kind.as_str(),
        ),
        Field::choice(
            "stratum",
            message!("app-settings-stratum"),
            yes_no,
            if attribute.stratum { "yes" } else { "" },
        ),
    ]);
    fields
}

fn read(values: &Values, attribute: &mut Attribute) {
    read_labels("label", values, &mut attribute.labels);
    attribute.of = AttributeOf::parse(values.get("of")).unwrap_or(attribute.of);
    attribute.kind = AttributeKind::parse(values.get("kind")).unwrap_or(attribute.kind);
    attribute.stratum = values.get("stratum") == "yes";
}

pub(super) fn form(app: &mut App, id: &AttributeId) {
    let Some(attribute) = study(app).and_then(|study| study.records.attributes.get(id)) else {
        return;
    };
    let title = message!("app-settings-attribute", attribute = &attribute.key);
    let fields = fields(app, attribute);
    let id = id.clone();
    let form = Form::new(title, fields, move |app, values| keep(app, &id, values));
    app.push(Layer::Form(form));
}

fn keep(app: &mut App, id: &AttributeId, values: &Values) -> Result<(), Refused> {
    let Some(study) = study(app) else {
        return Ok(());
    };
    let Some(before) = study.records.attributes.get(id) else {
        return Ok(());
    };
    let mut changes =
        edit::rename_attribute(study, id, values.get("key")).map_err(refused("key"))?;
    let mut now = before.clone();
    read(values, &mut now);
    let held = holders(study, id);
    if held > 0 && (now.of != before.of || now.kind != before.kind) {
        return Err((
            "kind".to_owned(),
            message!("app-settings-attribute-held", n = held),
        ));
    }
    let fields = before.diff(&now).into_iter();
    changes.extend(fields.map(|field| Change::from((id.clone(), field))));
    app.change(
        message!("label-edit-attribute", attribute = values.get("key")),
        changes,
    );
    Ok(())
}

/// How many people and organisations have something for an attribute.
fn holders(study: &Study, id: &AttributeId) -> usize {
    let people = study.records.participants.values();
    let organisations = study.records.organisations.values();
    people.filter(|p| p.attributes.contains_key(id)).count()
        + organisations
            .filter(|o| o.attributes.contains_key(id))
            .count()
}

pub(super) fn rename(app: &mut App, id: &AttributeId, key: &str) {
    let Some(study) = study(app) else { return };
    let changes = edit::rename_attribute(study, id, key);
    carry(
        app,
        message!("label-edit-attribute", attribute = key.trim()),
        changes,
    );
}

pub(super) fn shift(app: &mut App, id: &AttributeId, by: isize) {
    let Some(study) = study(app) else { return };
    let changes = edit::shift_attribute(study, id, by);
    carry(
        app,
        message!("label-move-attribute", attribute = key_of(app, id)),
        changes,
    );
}

/// Removes an attribute; where somebody has something for it, asks first.
pub(super) fn remove(app: &mut App, id: &AttributeId) {
    let Some(study) = study(app) else { return };
    let held = holders(study, id);
    if held == 0 {
        return gone(app, id);
    }
    let question = message!(
        "app-settings-attribute-remove",
        attribute = key_of(app, id),
        n = held
    );
    let id = id.clone();
    ask(app, question, move |app| gone(app, &id));
}

fn gone(app: &mut App, id: &AttributeId) {
    let Some(study) = study(app) else { return };
    let changes = edit::remove_attribute(study, id);
    carry(
        app,
        message!("label-remove-attribute", attribute = key_of(app, id)),
        changes,
    );
}

pub(super) fn add_value(app: &mut App, attribute: &AttributeId, typed: Option<&str>) {
    if let Some(typed) = typed {
        let (key, label) = key_and_label(typed);
        let value = Value {
            attribute: attribute.clone(),
            labels: one_label(app, label),
            ..Value::default()
        };
        if let Err((_, why)) = make_value(app, key, value) {
            app.warn(why);
        }
        return;
    }
    let title = message!("app-settings-value-new", attribute = key_of(app, attribute));
    let attribute = attribute.clone();
    let form = Form::new(
        title,
        value_fields(&Value::default()),
        move |app, values| {
            let mut value = Value {
                attribute: attribute.clone(),
                ..Value::default()
            };
            read_value(values, &mut value)?;
            make_value(app, values.get("key"), value)
        },
    );
    app.push(Layer::Form(form));
}

fn make_value(app: &mut App, key: &str, value: Value) -> Result<(), Refused> {
    let Some(work) = &mut app.work else {
        return Ok(());
    };
    let owner = value.attribute.clone();
    let (study, mint) = work.store.study_and_mint();
    let new = edit::add_value(study, mint, key, value).map_err(refused("key"))?;
    let label = message!(
        "label-add-value",
        value = key,
        attribute = key_of(app, &owner)
    );
    made(app, label, Ok(new), Row::Value);
    Ok(())
}

fn value_fields(value: &Value) -> Vec<Field> {
    let mut fields = vec![Field::text("key", message!("app-settings-key"), &value.key)];
    fields.extend(label_fields("label", &value.labels));
    let universe = value.universe.map_or_else(String::new, |n| n.to_string());
    fields.push(Field::text(
        "universe",
        message!("app-settings-universe"),
        &universe,
    ));
    fields
}

fn read_value(values: &Values, value: &mut Value) -> Result<(), Refused> {
    read_labels("label", values, &mut value.labels);
    let text = values.get("universe");
    let digits: String = text.chars().filter(|c| !c.is_whitespace()).collect();
    value.universe = if digits.is_empty() {
        None
    } else {
        let number = digits.parse();
        Some(number.map_err(|_| {
            (
                "universe".to_owned(),
                message!("app-bad-number", text = text),
            )
        })?)
    };
    Ok(())
}

pub(super) fn form_value(app: &mut App, id: &ValueId) {
    let Some(value) = study(app).and_then(|study| study.records.values.get(id)) else {
        return;
    };
    let title = message!(
        "app-settings-value",
        value = &value.key,
        attribute = key_of(app, &value.attribute)
    );
    let fields = value_fields(value);
    let id = id.clone();
    let form = Form::new(title, fields, move |app, values| {
        keep_value(app, &id, values)
    });
    app.push(Layer::Form(form));
}

fn keep_value(app: &mut App, id: &ValueId, values: &Values) -> Result<(), Refused> {
    let Some(study) = study(app) else {
        return Ok(());
    };
    let Some(before) = study.records.values.get(id) else {
        return Ok(());
    };
    let mut changes = edit::rename_value(study, id, values.get("key")).map_err(refused("key"))?;
    let mut now = before.clone();
    read_value(values, &mut now)?;
    let fields = before.diff(&now).into_iter();
    changes.extend(fields.map(|field| Change::from((id.clone(), field))));
    let label = message!(
        "label-edit-value",
        value = values.get("key"),
        attribute = owner_key(app, id)
    );
    app.change(label, changes);
    Ok(())
}

pub(super) fn rename_value(app: &mut App, id: &ValueId, key: &str) {
    let Some(study) = study(app) else { return };
    let changes = edit::rename_value(study, id, key);
    let label = message!(
        "label-edit-value",
        value = key.trim(),
        attribute = owner_key(app, id)
    );
    carry(app, label, changes);
}

pub(super) fn shift_value(app: &mut App, id: &ValueId, by: isize) {
    let Some(study) = study(app) else { return };
    let changes = edit::shift_value(study, id, by);
    let label = message!(
        "label-move-value",
        value = value_key(app, id),
        attribute = owner_key(app, id)
    );
    carry(app, label, changes);
}

/// Removes a value; where somebody has it, asks first.
pub(super) fn remove_value(app: &mut App, id: &ValueId) {
    let Some(study) = study(app) else { return };
    let has = |data: &AttributeData| matches!(data, AttributeData::Choice(value) if value == id);
    let people = study.records.participants.values();
    let organisations = study.records.organisations.values();
    let held = people.filter(|p| p.attributes.values().any(has)).count()
        + organisations
            .filter(|o| o.attributes.values().any(has))
            .count();
    if held == 0 {
        return gone_value(app, id);
    }
    let question = message!(
        "app-settings-value-remove",
        value = value_key(app, id),
        n = held
    );
    let id = id.clone();
    ask(app, question, move |app| gone_value(app, &id));
}

fn gone_value(app: &mut App, id: &ValueId) {
    let label = message!(
        "label-remove-value",
        value = value_key(app, id),
        attribute = owner_key(app, id)
    );
    carry(app, label, Ok(vec![Change::remove(id.clone())]));
}
