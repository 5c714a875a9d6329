//! The scenario that polarities are given for.

use crate::app::App;
use crate::app::layer::{Layer, Pick, PickItem, Picker};
use crate::message;
use crate::study::id::ScenarioId;
use crate::study::label;

/// The current scenario, else the study's first.
pub(super) fn current(app: &App) -> Option<ScenarioId> {
    let work = app.work.as_ref()?;
    let study = work.study();
    work.scenario
        .clone()
        .filter(|id| study.records.scenarios.contains_key(id))
        .or_else(|| study.scenarios().first().map(|(id, _)| (*id).clone()))
}

/// The next or the previous one, round the end.
pub(super) fn step(app: &mut App, forward: bool) {
    let now = current(app);
    let Some(work) = &app.work else { return };
    let list = work.study().scenarios();
    let len = list.len();
    let Some(at) = list.iter().position(|(id, _)| Some(*id) == now.as_ref()) else {
        return;
    };
    let next = (if forward { at + 1 } else { at + len - 1 }) % len;
    let id = list[next].0.clone();
    set(app, id);
}

/// One by its key, else from a list.
pub(super) fn choose(app: &mut App, key: Option<&str>) {
    let now = current(app);
    let Some(work) = &app.work else { return };
    let study = work.study();
    if let Some(key) = key {
        match study.scenario_by_key(key).map(|(id, _)| id.clone()) {
            Some(id) => set(app, id),
            None => app.warn(message!("app-no-scenario", key = key)),
        }
        return;
    }
    let lang = app.words.lang().code();
    let items = study
        .scenarios()
        .into_iter()
        .map(|(id, scenario)| PickItem {
            id: id.to_string(),
            key: scenario.key.clone(),
            label: label(&scenario.labels, lang, study).to_owned(),
            detail: label(&scenario.summaries, lang, study).to_owned(),
            ..PickItem::default()
        })
        .collect();
    let mut picker = Picker::new(message!("app-scenario"), items, |app, pick| {
        if let Pick::Item(id) = pick {
            set(app, ScenarioId::new(&id));
        }
    });
    if let Some(now) = now {
        picker = picker.starting_at(&now.to_string());
    }
    app.push(Layer::Picker(picker));
}

fn set(app: &mut App, id: ScenarioId) {
    let lang = app.words.lang().code();
    let Some(work) = &mut app.work else { return };
    let Some(scenario) = work.study().records.scenarios.get(&id) else {
        return;
    };
    let name = label(&scenario.labels, lang, work.study());
    let told = message!("app-scenario-now", key = &scenario.key, label = name);
    work.scenario = Some(id);
    app.inform(told);
}
