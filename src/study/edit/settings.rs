//! Acts on scenarios, attributes, their values, and targets.

use super::error::{EditError, clean_key};
use super::order::{last_position, shifted};
use crate::study::change::Change;
use crate::study::fold::Study;
use crate::study::id::{AttributeId, Mint, ScenarioId, TargetId, ValueId};
use crate::study::settings::{
    Attribute, AttributeField, Scenario, ScenarioField, Target, Value, ValueField,
};

/// Acts on an ordered list of things with keys: adding at the end, another key, up and down.
macro_rules! ordered {
    ($add:ident, $rename:ident, $shift:ident, $id:ident, $record:ident, $field:ident, $map:ident, $list:expr) => {
        /// A new one, after all others of its list.
        pub fn $add(
            study: &Study,
            mint: &mut dyn Mint,
            key: &str,
            record: $record,
        ) -> Result<($id, Vec<Change>), EditError> {
            let key = clean_key(key)?;
            let neighbours: Vec<(&$id, &$record)> = $list(study, &record);
            if neighbours.iter().any(|(_, other)| other.key == key) {
                return Err(EditError::KeyTaken(key));
            }
            let position = last_position(neighbours.iter().map(|(_, other)| other.position));
            let id = $id::mint(mint);
            let record = $record {
                key,
                position,
                ..record
            };
            Ok((id.clone(), vec![(id, record).into()]))
        }

        /// Another key.
        pub fn $rename(study: &Study, id: &$id, key: &str) -> Result<Vec<Change>, EditError> {
            let key = clean_key(key)?;
            let record = study
                .records
                .$map
                .get(id)
                .ok_or_else(|| EditError::Gone(id.to_string()))?;
            let neighbours: Vec<(&$id, &$record)> = $list(study, record);
            if neighbours
                .iter()
                .any(|(other, record)| *other != id && record.key == key)
            {
                return Err(EditError::KeyTaken(key));
            }
            Ok(if record.key == key {
                vec![]
            } else {
                vec![(id.clone(), $field::Key(key)).into()]
            })
        }

        /// Up (negative) or down in its list.
        pub fn $shift(study: &Study, id: &$id, by: isize) -> Result<Vec<Change>, EditError> {
            let record = study
                .records
                .$map
                .get(id)
                .ok_or_else(|| EditError::Gone(id.to_string()))?;
            let neighbours: Vec<(&$id, &$record)> = $list(study, record);
            let Some(from) = neighbours.iter().position(|(other, _)| *other == id) else {
                return Err(EditError::Gone(id.to_string()));
            };
            let to = from.saturating_add_signed(by).min(neighbours.len() - 1);
            let positions: Vec<i64> = neighbours
                .iter()
                .map(|(_, record)| record.position)
                .collect();
            Ok(shifted(&positions, from, to)
                .into_iter()
                .filter_map(|(index, position)| {
                    let (id, _) = neighbours.get(index)?;
                    Some(((*id).clone(), $field::Position(position)).into())
                })
                .collect())
        }
    };
}

ordered!(
    add_scenario,
    rename_scenario,
    shift_scenario,
    ScenarioId,
    Scenario,
    ScenarioField,
    scenarios,
    |study, _| { Study::scenarios(study) }
);
ordered!(
    add_attribute,
    rename_attribute,
    shift_attribute,
    AttributeId,
    Attribute,
    AttributeField,
    attributes,
    |study, _| { Study::attributes(study) }
);
ordered!(
    add_value,
    rename_value,
    shift_value,
    ValueId,
    Value,
    ValueField,
    values,
    |study, value: &Value| { Study::values_of(study, &value.attribute) }
);

/// Removes a scenario. Polarities given for it stay with their codings, unseen; undo shows them again.
pub fn remove_scenario(study: &Study, id: &ScenarioId) -> Result<Vec<Change>, EditError> {
    if !study.records.scenarios.contains_key(id) {
        return Err(EditError::Gone(id.to_string()));
    }
    Ok(vec![Change::remove(id.clone())])
}

/// Removes an attribute with its values. What people have for it stays with them, unseen; undo shows it again.
pub fn remove_attribute(study: &Study, id: &AttributeId) -> Result<Vec<Change>, EditError> {
    if !study.records.attributes.contains_key(id) {
        return Err(EditError::Gone(id.to_string()));
    }
    let values = study
        .values_of(id)
        .into_iter()
        .map(|(value, _)| Change::remove(value.clone()));
    Ok(values.chain([Change::remove(id.clone())]).collect())
}

/// A new target of the sample, after all others.
pub fn add_target(study: &Study, mint: &mut dyn Mint, target: Target) -> (TargetId, Vec<Change>) {
    let position = last_position(study.records.targets.values().map(|target| target.position));
    let id = TargetId::mint(mint);
    (id.clone(), vec![(id, Target { position, ..target }).into()])
}
