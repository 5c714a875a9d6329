//! Targets of the sample: how many interviews are wanted with certain attributes.

use super::{Refused, Row, carry, made, study};
use crate::app::App;
use crate::app::layer::form::Values;
use crate::app::layer::{Field, Form, Layer};
use crate::app::place::settings::targets;
use crate::message;
use crate::study::edit;
use crate::study::id::TargetId;
use crate::study::settings::{Target, TargetField};
use crate::study::word::AttributeKind;
use crate::study::{Change, Study, label};

/// What comes before an attribute's key in the key of its field.
const WHERE: &str = "where ";

pub(super) fn add(app: &mut App, typed: Option<&str>) {
    if let Some(text) = typed {
        match number(text) {
            Ok(n) => make(
                app,
                Target {
                    n,
                    ..Target::default()
                },
            ),
            Err((_, why)) => app.warn(why),
        }
        return;
    }
    let Some(study) = study(app) else { return };
    let fields = fields(app, study, &Target::default());
    let form = Form::new(
        message!("app-settings-target-new"),
        fields,
        |app, values| {
            let mut target = Target::default();
            read(values, &mut target)?;
            make(app, target);
            Ok(())
        },
    );
    app.push(Layer::Form(form));
}

fn make(app: &mut App, target: Target) {
    let Some(work) = &mut app.work else { return };
    let n = target.n;
    let (study, mint) = work.store.study_and_mint();
    let new = edit::add_target(study, mint, target);
    made(
        app,
        message!("label-add-target", n = n),
        Ok(new),
        Row::Target,
    );
}

fn number(text: &str) -> Result<u32, Refused> {
    text.trim()
        .parse()
        .map_err(|_| ("n".to_owned(), message!("app-bad-number", text = text)))
}

/// The number, and one choice an attribute with values; a role where no attribute is called so.
fn fields(app: &App, study: &Study, target: &Target) -> Vec<Field> {
    let language = app.words.lang().code();
    let n = if target.n == 0 {
        String::new()
    } else {
        target.n.to_string()
    };
    let mut fields = vec![Field::text("n", message!("app-settings-n"), &n)];
    for (id, attribute) in study.attributes() {
        if attribute.kind != AttributeKind::Choice {
            continue;
        }
        let words = label(&attribute.labels, language, study);
        let words = if words.is_empty() {
            &attribute.key
        } else {
            words
        };
        let mut options = vec![(String::new(), app.words.get("app-settings-any"))];
        for (_, value) in study.values_of(id) {
            let words = label(&value.labels, language, study);
            let words = if words.is_empty() { &value.key } else { words };
            options.push((value.key.clone(), words.to_owned()));
        }
        let chosen = target
            .conditions
            .get(&attribute.key)
            .map_or("", String::as_str);
        fields.push(Field::choice(
            &format!("{WHERE}{}", attribute.key),
            message!("app-literally", text = words),
            options,
            chosen,
        ));
    }
    if study.attribute_by_key("role").is_none() {
        let role = target.conditions.get("role").map_or("", String::as_str);
        fields.push(Field::text(
            &format!("{WHERE}role"),
            message!("app-participant-role"),
            role,
        ));
    }
    fields
}

fn read(values: &Values, target: &mut Target) -> Result<(), Refused> {
    target.n = number(values.get("n"))?;
    for (key, value) in values.iter() {
        if let Some(key) = key.strip_prefix(WHERE) {
            if value.is_empty() {
                target.conditions.remove(key);
            } else {
                target.conditions.insert(key.to_owned(), value.to_owned());
            }
        }
    }
    Ok(())
}

pub(super) fn form(app: &mut App, id: &TargetId) {
    let Some(study) = study(app) else { return };
    let Some(target) = study.records.targets.get(id) else {
        return;
    };
    let fields = fields(app, study, target);
    let id = id.clone();
    let form = Form::new(
        message!("app-settings-target"),
        fields,
        move |app, values| {
            let Some(before) = self::study(app).and_then(|study| study.records.targets.get(&id))
            else {
                return Ok(());
            };
            let mut now = before.clone();
            read(values, &mut now)?;
            let fields = before.diff(&now).into_iter();
            let changes = fields
                .map(|field| Change::from((id.clone(), field)))
                .collect();
            app.change(message!("label-edit-target", n = now.n), changes);
            Ok(())
        },
    );
    app.push(Layer::Form(form));
}

pub(super) fn shift(app: &mut App, id: &TargetId, by: isize) {
    let Some(study) = study(app) else { return };
    let order = targets(study);
    let Some(from) = order.iter().position(|other| *other == id) else {
        return;
    };
    let positions: Vec<i64> = order
        .iter()
        .filter_map(|id| study.records.targets.get(*id))
        .map(|target| target.position)
        .collect();
    let to = from
        .saturating_add_signed(by)
        .min(order.len().saturating_sub(1));
    let changes = edit::shifted(&positions, from, to)
        .into_iter()
        .filter_map(|(index, position)| {
            let id = (*order.get(index)?).clone();
            Some((id, TargetField::Position(position)).into())
        })
        .collect();
    carry(app, message!("label-move-target"), Ok(changes));
}

pub(super) fn remove(app: &mut App, id: &TargetId) {
    let Some(study) = study(app) else { return };
    let place = targets(study)
        .iter()
        .position(|other| *other == id)
        .unwrap_or(0)
        + 1;
    carry(
        app,
        message!("label-remove-target", n = place),
        Ok(vec![Change::remove(id.clone())]),
    );
}
