//! `study set`, `scenario`, `attribute`, `target`: what a study decides for itself.

use super::args::{
    AttributeFields, AttributeVerb, ScenarioFields, ScenarioVerb, StudyVerb, TargetVerb,
};
use super::cx::Cx;
use super::failure::{Done, Failure, NO_INPUT};
use super::parse::{Condition, Labels};
use super::{acts, find};
use crate::message;
use crate::study::edit::{self, EditError};
use crate::study::id::{AttributeId, Mint, ValueId};
use crate::study::settings::{Attribute, Scenario, Target, Value, ValueField};
use crate::study::word::AttributeKind;
use crate::study::{Change, Record, Study};
use std::collections::BTreeMap;

/// One of the study's own settings.
pub fn study(cx: &Cx, verb: &StudyVerb) -> Done {
    let StudyVerb::Set { key, value } = verb;
    let mut store = cx.write()?;
    let changes = edit::set_setting(store.study(), key, value).map_err(|error| match error {
        // an unknown word is wrong usage, a bad value bad data
        EditError::BadValue { ref what, .. } if what == "KEY" => {
            Failure::new(super::failure::USAGE, error.message())
        }
        other => other.into(),
    })?;
    let label = message!("label-set-study", key = key);
    cx.commit(&mut store, label, changes)
}

fn labels(map: &mut BTreeMap<String, String>, given: &Labels) {
    for (language, label) in given.given() {
        match acts::given(label) {
            Some(label) => map.insert(language.to_owned(), label),
            None => map.remove(language),
        };
    }
}

/// Scenarios.
pub fn scenario(cx: &Cx, verb: &ScenarioVerb) -> Done {
    let mut store = cx.write()?;
    let (study, mint) = store.study_and_mint();
    let (label, changes) = match verb {
        ScenarioVerb::Add { key, fields } => {
            let mut scenario = Scenario::default();
            write_scenario(&mut scenario, fields);
            let (_, changes) = edit::add_scenario(study, mint, key, scenario)?;
            (message!("label-add-scenario", scenario = key), changes)
        }
        ScenarioVerb::Set {
            key,
            key_new,
            fields,
        } => {
            let id = find::scenario(study, key)?;
            let before = study
                .records
                .scenarios
                .get(&id)
                .cloned()
                .unwrap_or_default();
            let mut now = before.clone();
            write_scenario(&mut now, fields);
            let mut changes = super::edited!(id, before, now);
            if let Some(new) = key_new {
                changes.extend(edit::rename_scenario(study, &id, new)?);
            }
            (message!("label-edit-scenario", scenario = key), changes)
        }
        ScenarioVerb::Move { key, shift } => {
            let id = find::scenario(study, key)?;
            let from = study
                .scenarios()
                .iter()
                .position(|(other, _)| **other == id);
            let by = acts::shift_by(*shift, from.unwrap_or(0));
            let changes = edit::shift_scenario(study, &id, by)?;
            (message!("label-move-scenario", scenario = key), changes)
        }
        ScenarioVerb::Remove { key } => {
            let id = find::scenario(study, key)?;
            let changes = edit::remove_scenario(study, &id)?;
            (message!("label-remove-scenario", scenario = key), changes)
        }
    };
    cx.commit(&mut store, label, changes)
}

fn write_scenario(scenario: &mut Scenario, fields: &ScenarioFields) {
    labels(&mut scenario.labels, &fields.labels);
    let summaries = [("fr", &fields.summary_fr), ("en", &fields.summary_en)];
    for (language, summary) in summaries {
        match summary.as_deref().map(acts::given) {
            Some(Some(text)) => {
                scenario.summaries.insert(language.to_owned(), text);
            }
            Some(None) => {
                scenario.summaries.remove(language);
            }
            None => {}
        }
    }
}

/// Attributes and their values.
pub fn attribute(cx: &Cx, verb: &AttributeVerb) -> Done {
    let mut store = cx.write()?;
    let (study, mint) = store.study_and_mint();
    let (label, changes) = match verb {
        AttributeVerb::Add { key, fields } => {
            let attribute = Attribute {
                kind: if fields.value.is_empty() {
                    AttributeKind::Text
                } else {
                    AttributeKind::Choice
                },
                ..Attribute::default()
            };
            let attribute = written(attribute, fields);
            let (id, changes) = edit::add_attribute(study, mint, key, attribute)?;
            let changes = with_values(study, mint, changes, &id, fields)?;
            (message!("label-add-attribute", attribute = key), changes)
        }
        AttributeVerb::Set {
            key,
            key_new,
            fields,
            remove_value,
            rename_value,
            move_value,
        } => {
            let id = find::attribute(study, key)?;
            let before = study
                .records
                .attributes
                .get(&id)
                .cloned()
                .unwrap_or_default();
            let now = written(before.clone(), fields);
            let mut changes = super::edited!(id, before, now);
            if let Some(new) = key_new {
                changes.extend(edit::rename_attribute(study, &id, new)?);
            }
            for value in remove_value {
                changes.push(Change::remove(find::value(study, &id, value)?));
            }
            for rename in rename_value {
                let value = find::value(study, &id, &rename.key)?;
                changes.extend(edit::rename_value(study, &value, &rename.value)?);
            }
            for shift in move_value {
                let value = find::value(study, &id, &shift.key)?;
                changes.extend(moved(study, &id, &value, find::number(shift)?)?);
            }
            let changes = with_values(study, mint, changes, &id, fields)?;
            (message!("label-edit-attribute", attribute = key), changes)
        }
        AttributeVerb::Move { key, shift } => {
            let id = find::attribute(study, key)?;
            let from = study
                .attributes()
                .iter()
                .position(|(other, _)| **other == id);
            let by = acts::shift_by(*shift, from.unwrap_or(0));
            let changes = edit::shift_attribute(study, &id, by)?;
            (message!("label-move-attribute", attribute = key), changes)
        }
        AttributeVerb::Remove { key } => {
            let id = find::attribute(study, key)?;
            let changes = edit::remove_attribute(study, &id)?;
            (message!("label-remove-attribute", attribute = key), changes)
        }
    };
    cx.commit(&mut store, label, changes)
}

fn moved(
    study: &Study,
    attribute: &AttributeId,
    value: &ValueId,
    to: usize,
) -> Result<Vec<Change>, EditError> {
    let values = study.values_of(attribute);
    let from = values.iter().position(|(id, _)| *id == value).unwrap_or(0);
    let signed = |n: usize| isize::try_from(n).unwrap_or(isize::MAX);
    edit::shift_value(study, value, signed(to.saturating_sub(1)) - signed(from))
}

fn written(mut attribute: Attribute, fields: &AttributeFields) -> Attribute {
    labels(&mut attribute.labels, &fields.labels);
    attribute.of = fields.of.unwrap_or(attribute.of);
    attribute.kind = fields.kind.unwrap_or(attribute.kind);
    attribute.stratum = fields.stratum.unwrap_or(attribute.stratum);
    attribute
}

/// Adds the values that were named and are not there, and writes what was said of any.
fn with_values(
    study: &Study,
    mint: &mut dyn Mint,
    mut changes: Vec<Change>,
    attribute: &AttributeId,
    fields: &AttributeFields,
) -> Result<Vec<Change>, Failure> {
    // values are added one after the other: each has to see the one before
    let mut seen = study.clone();
    let mut known: BTreeMap<String, (ValueId, Value)> = study
        .values_of(attribute)
        .into_iter()
        .map(|(id, value)| (value.key.clone(), (id.clone(), value.clone())))
        .collect();
    for key in &fields.value {
        let value = Value {
            attribute: attribute.clone(),
            ..Value::default()
        };
        let (id, added) = edit::add_value(&seen, mint, key, value)?;
        for change in &added {
            if let Change::Add(record) = change
                && let Record::Value(_, value) = record.as_ref()
            {
                known.insert(value.key.clone(), (id.clone(), value.clone()));
            }
        }
        seen = with(&seen, &added);
        changes.extend(added);
    }
    let mut said = |given: &Condition, field: ValueField| -> Done {
        let Some((id, _)) = known.get(&given.key) else {
            let keys: Vec<&str> = known.keys().map(String::as_str).collect();
            return Err(Failure::missing(
                super::failure::DATA,
                message!("cli-no-value", key = &given.key),
                &keys,
            ));
        };
        changes.push((id.clone(), field).into());
        Ok(())
    };
    for universe in &fields.universe {
        let n = match universe.value.as_str() {
            "" => None,
            _ => Some(find::number(universe)?),
        };
        said(universe, ValueField::Universe(n))?;
    }
    let languages = [
        ("fr", &fields.value_label_fr),
        ("en", &fields.value_label_en),
    ];
    for (language, list) in languages {
        for label in list {
            let text = acts::given(&label.value);
            said(label, ValueField::Label(language.to_owned(), text))?;
        }
    }
    Ok(changes)
}

/// The study with values added.
fn with(study: &Study, added: &[Change]) -> Study {
    let records = added.iter().filter_map(|change| match change {
        Change::Add(record) => Some((**record).clone()),
        _ => None,
    });
    Study::from_records(study.records.all().chain(records))
}

/// Targets of the sample.
pub fn target(cx: &Cx, verb: &TargetVerb) -> Done {
    if let TargetVerb::List(json) = verb {
        return list(cx, json.json);
    }
    let mut store = cx.write()?;
    let (study, mint) = store.study_and_mint();
    let (label, changes) = match verb {
        TargetVerb::Add {
            n,
            conditions: given,
        } => {
            let mut conditions = BTreeMap::new();
            for condition in given {
                if condition.key != "role" {
                    let attribute = find::attribute(study, &condition.key)?;
                    find::value(study, &attribute, &condition.value)?;
                }
                conditions.insert(condition.key.clone(), condition.value.clone());
            }
            let target = Target {
                n: *n,
                conditions,
                ..Target::default()
            };
            let (_, changes) = edit::add_target(study, mint, target);
            (message!("label-add-target", n = *n), changes)
        }
        TargetVerb::Remove { number } => {
            let targets = study.records.targets.iter();
            let mut ordered: Vec<_> = targets.map(|(id, t)| (t.position, id)).collect();
            ordered.sort();
            let at = usize::try_from(*number).unwrap_or(usize::MAX) - 1;
            let Some((_, id)) = ordered.get(at) else {
                return Err(Failure::new(
                    NO_INPUT,
                    message!("cli-no-target", n = *number),
                ));
            };
            let changes = vec![Change::remove((*id).clone())];
            (message!("label-remove-target", n = *number), changes)
        }
        TargetVerb::List(_) => return Ok(()),
    };
    cx.commit(&mut store, label, changes)
}

#[derive(serde::Serialize)]
struct TargetRow<'a> {
    number: usize,
    n: u32,
    #[serde(rename = "where")]
    where_: &'a BTreeMap<String, String>,
}

fn list(cx: &Cx, json: bool) -> Done {
    let store = cx.read()?;
    let mut targets: Vec<_> = store.study().records.targets.iter().collect();
    targets.sort_by_key(|(id, target)| (target.position, *id));
    let rows: Vec<TargetRow> = targets
        .iter()
        .zip(1..)
        .map(|((_, target), number)| TargetRow {
            number,
            n: target.n,
            where_: &target.conditions,
        })
        .collect();
    if json {
        return cx.json(&rows);
    }
    for row in &rows {
        let conditions: Vec<String> = row
            .where_
            .iter()
            .map(|(key, value)| format!("{key}={value}"))
            .collect();
        cx.line(&format!(
            "{}  {}  {}",
            row.number,
            row.n,
            conditions.join(" ")
        ))?;
    }
    Ok(())
}
