//! Scenarios.

use super::{
    Refused, Row, ask, carry, key_and_label, label_fields, made, one_label, read_labels, refused,
    study,
};
use crate::app::App;
use crate::app::layer::form::Values;
use crate::app::layer::{Field, Form, Layer};
use crate::message;
use crate::study::Change;
use crate::study::edit;
use crate::study::id::ScenarioId;
use crate::study::settings::Scenario;

/// Key of a scenario.
pub(super) fn key_of(app: &App, id: &ScenarioId) -> String {
    study(app)
        .and_then(|study| study.records.scenarios.get(id))
        .map_or_else(|| id.to_string(), |scenario| scenario.key.clone())
}

pub(super) fn add(app: &mut App, typed: Option<&str>) {
    if let Some(typed) = typed {
        let (key, label) = key_and_label(typed);
        let scenario = Scenario {
            labels: one_label(app, label),
            ..Scenario::default()
        };
        if let Err((_, why)) = make(app, key, scenario) {
            app.warn(why);
        }
        return;
    }
    let fields = fields(&Scenario::default());
    let form = Form::new(
        message!("app-settings-scenario-new"),
        fields,
        |app, values| {
            let mut scenario = Scenario::default();
            read(values, &mut scenario);
            make(app, values.get("key"), scenario)
        },
    );
    app.push(Layer::Form(form));
}

fn make(app: &mut App, key: &str, scenario: Scenario) -> Result<(), Refused> {
    let Some(work) = &mut app.work else {
        return Ok(());
    };
    let first = work.scenario.is_none();
    let (study, mint) = work.store.study_and_mint();
    let new = edit::add_scenario(study, mint, key, scenario).map_err(refused("key"))?;
    if first {
        work.scenario = Some(new.0.clone());
    }
    made(
        app,
        message!("label-add-scenario", scenario = key),
        Ok(new),
        Row::Scenario,
    );
    Ok(())
}

fn fields(scenario: &Scenario) -> Vec<Field> {
    let mut fields = vec![Field::text(
        "key",
        message!("app-settings-key"),
        &scenario.key,
    )];
    fields.extend(label_fields("label", &scenario.labels));
    fields.extend(label_fields("summary", &scenario.summaries));
    fields
}

fn read(values: &Values, scenario: &mut Scenario) {
    read_labels("label", values, &mut scenario.labels);
    read_labels("summary", values, &mut scenario.summaries);
}

pub(super) fn form(app: &mut App, id: &ScenarioId) {
    let Some(scenario) = study(app).and_then(|study| study.records.scenarios.get(id)) else {
        return;
    };
    let title = message!("app-settings-scenario", scenario = &scenario.key);
    let fields = fields(scenario);
    let id = id.clone();
    let form = Form::new(title, fields, move |app, values| keep(app, &id, values));
    app.push(Layer::Form(form));
}

fn keep(app: &mut App, id: &ScenarioId, values: &Values) -> Result<(), Refused> {
    let Some(study) = study(app) else {
        return Ok(());
    };
    let Some(before) = study.records.scenarios.get(id) else {
        return Ok(());
    };
    let mut changes =
        edit::rename_scenario(study, id, values.get("key")).map_err(refused("key"))?;
    let mut now = before.clone();
    read(values, &mut now);
    let fields = before.diff(&now).into_iter();
    changes.extend(fields.map(|field| Change::from((id.clone(), field))));
    app.change(
        message!("label-edit-scenario", scenario = values.get("key")),
        changes,
    );
    Ok(())
}

pub(super) fn rename(app: &mut App, id: &ScenarioId, key: &str) {
    let Some(study) = study(app) else { return };
    let changes = edit::rename_scenario(study, id, key);
    carry(
        app,
        message!("label-edit-scenario", scenario = key.trim()),
        changes,
    );
}

pub(super) fn shift(app: &mut App, id: &ScenarioId, by: isize) {
    let Some(study) = study(app) else { return };
    let changes = edit::shift_scenario(study, id, by);
    carry(
        app,
        message!("label-move-scenario", scenario = key_of(app, id)),
        changes,
    );
}

/// Removes a scenario; where codings have a polarity for it, asks first.
pub(super) fn remove(app: &mut App, id: &ScenarioId) {
    let Some(study) = study(app) else { return };
    let codings = study
        .records
        .codings
        .values()
        .filter(|coding| coding.polarities.contains_key(id))
        .count();
    if codings == 0 {
        return gone(app, id);
    }
    let question = message!(
        "app-settings-scenario-remove",
        scenario = key_of(app, id),
        n = codings
    );
    let id = id.clone();
    ask(app, question, move |app| gone(app, &id));
}

fn gone(app: &mut App, id: &ScenarioId) {
    let Some(study) = study(app) else { return };
    let changes = edit::remove_scenario(study, id);
    carry(
        app,
        message!("label-remove-scenario", scenario = key_of(app, id)),
        changes,
    );
    // Polarities go to a scenario that is there.
    if let Some(work) = &mut app.work
        && work.scenario.as_ref() == Some(id)
    {
        work.scenario = work
            .study()
            .scenarios()
            .first()
            .map(|(id, _)| (*id).clone());
    }
}
