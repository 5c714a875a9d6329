//! One sheet a scenario: its passages, in words, for whoever reads the workbook.

use super::page::{Head, Page, Value};
use crate::analysis::Keys;
use crate::i18n::Words;
use crate::message;
use crate::study::{Study, label};

/// Columns of `excerpts` that are shown first, with their heads; attributes follow the role.
const FIRST: &[(&str, &str)] = &[
    ("code_label", "export-sheet-code"),
    ("polarity", "export-sheet-polarity"),
    ("strength", "export-sheet-strength"),
    ("quote", "export-sheet-quote"),
    ("interview", "export-sheet-interview"),
    ("organisation", "export-sheet-organisation"),
    ("participant", "export-sheet-participant"),
    ("role", "export-sheet-role"),
];
const LAST: &[(&str, &str)] = &[
    ("t_start_ms", "export-sheet-time"),
    ("memo", "export-sheet-memo"),
    ("coder", "export-sheet-coder"),
    ("counted", "export-sheet-counted"),
    ("escaped", "export-sheet-escaped"),
    ("coding_id", "export-sheet-id"),
];

/// A sheet for each scenario of the study, in its order, of the rows of `excerpts`.
pub(super) fn pages(study: &Study, excerpts: &Page, words: Words) -> Vec<Page> {
    let place = |name: &str| excerpts.head.iter().position(|head| head.label == name);
    let Some(of_scenario) = place("scenario") else {
        return Vec::new();
    };
    let named = |list: &[(&str, &str)]| {
        let own = list
            .iter()
            .map(|(name, key)| ((*name).to_owned(), words.get(key)));
        own.collect::<Vec<_>>()
    };
    let language = words.lang().code();
    let attributes = study.attributes().into_iter().map(|(_, attribute)| {
        let own = label(&attribute.labels, language, study);
        let label = if own.is_empty() { &attribute.key } else { own };
        // an attribute called like a column of passages has another name there
        let other = format!("attribute_{}", attribute.key);
        let name = place(&other).map_or(attribute.key.clone(), |_| other);
        (name, label.to_owned())
    });
    let first = named(FIRST);
    let attributes = attributes.filter(|(name, _)| !FIRST.iter().any(|(own, _)| own == name));
    let columns: Vec<(usize, Head)> = first
        .into_iter()
        .chain(attributes)
        .chain(named(LAST))
        .filter_map(|(name, label)| {
            let at = place(&name)?;
            let kind = excerpts.head.get(at)?.kind;
            Some((at, Head { label, kind }))
        })
        .collect();
    let polarity = place("polarity");
    let time = place("t_start_ms");
    let value = |row: &[Value], at: usize| {
        let cell = row.get(at).cloned().unwrap_or(Value::Empty);
        match cell {
            Value::Text(word) if Some(at) == polarity => {
                Value::Text(words.get(&format!("command-coding-polarity-{word}")))
            }
            Value::Number(ms) if Some(at) == time => Value::Clock(ms as i64),
            other => other,
        }
    };
    let keys = Keys::of(study);
    study
        .scenarios()
        .into_iter()
        .map(|(id, scenario)| {
            let key = keys.scenario(id, scenario);
            let is_own = |row: &&Vec<Value>| matches!(row.get(of_scenario), Some(Value::Text(own)) if own == key);
            Page {
                name: key.to_owned(),
                what: words.say(&message!(
                    "export-sheet-scenario",
                    scenario = label(&scenario.labels, language, study)
                )),
                head: columns.iter().map(|(_, head)| head.clone()).collect(),
                rows: excerpts
                    .rows
                    .iter()
                    .filter(is_own)
                    .map(|row| columns.iter().map(|(at, _)| value(row, *at)).collect())
                    .collect(),
            }
        })
        .collect()
}
