//! The settings of the study: what it is called, its rules, scenarios, attributes with their values, targets.

use super::{Eye, Place};
use crate::app::list::ListCursor;
use crate::command::{Context, CursorAct, Situation};
use crate::study::Study;
use crate::study::edit::SETTINGS;
use crate::study::id::{AttributeId, ScenarioId, TargetId, ValueId};
use crate::study::word::AttributeKind;
use crate::text::fold::fold;

/// A part of the settings.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Section {
    /// Name, aim, languages, rules.
    Study,
    /// Scenarios.
    Scenarios,
    /// Attributes and their values.
    Attributes,
    /// Targets of the sample.
    Targets,
}

/// A row of the settings.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Row {
    /// The head of a part.
    Head(Section),
    /// One of the study's own settings, by its word.
    Setting(&'static str),
    /// A scenario.
    Scenario(ScenarioId),
    /// An attribute.
    Attribute(AttributeId),
    /// A value of an attribute.
    Value(ValueId),
    /// A target.
    Target(TargetId),
}

/// What a new thing would be, where the cursor is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Adds {
    /// A scenario.
    Scenario,
    /// An attribute.
    Attribute,
    /// A value of this attribute.
    Value(AttributeId),
    /// A target.
    Target,
}

/// The settings of the study.
#[derive(Debug, Default)]
pub struct Settings {
    /// The rows, in order.
    pub rows: Vec<Row>,
    /// Where the cursor is.
    pub list: ListCursor,
    revision: u64,
}

impl Settings {
    /// The row under the cursor.
    pub fn current(&self) -> Option<&Row> {
        self.rows.get(self.list.at)
    }

    /// Puts the cursor on a row.
    pub fn put(&mut self, row: &Row) {
        if let Some(at) = self.rows.iter().position(|other| other == row) {
            self.list.at = at;
        }
    }

    /// What a new thing would be where the cursor is: on an attribute with values, one of its values; on the head of
    /// the attributes, an attribute.
    pub fn adds(&self, study: &Study) -> Adds {
        match self.current() {
            Some(Row::Attribute(id)) => match study.records.attributes.get(id) {
                Some(attribute) if attribute.kind == AttributeKind::Choice => {
                    Adds::Value(id.clone())
                }
                _ => Adds::Attribute,
            },
            Some(Row::Value(id)) => match study.records.values.get(id) {
                Some(value) => Adds::Value(value.attribute.clone()),
                None => Adds::Attribute,
            },
            Some(Row::Head(Section::Attributes)) => Adds::Attribute,
            Some(Row::Head(Section::Targets) | Row::Target(_)) => Adds::Target,
            _ => Adds::Scenario,
        }
    }

    /// Rows on the screen; the last one says what a new thing would be.
    pub fn height(rows: u16) -> usize {
        (rows as usize).saturating_sub(1)
    }
}

fn rows(study: &Study) -> Vec<Row> {
    let mut rows = vec![Row::Head(Section::Study)];
    rows.extend(SETTINGS.iter().map(|key| Row::Setting(key)));
    rows.push(Row::Head(Section::Scenarios));
    rows.extend(
        study
            .scenarios()
            .into_iter()
            .map(|(id, _)| Row::Scenario(id.clone())),
    );
    rows.push(Row::Head(Section::Attributes));
    for (id, attribute) in study.attributes() {
        rows.push(Row::Attribute(id.clone()));
        if attribute.kind == AttributeKind::Choice {
            let values = study.values_of(id).into_iter();
            rows.extend(values.map(|(value, _)| Row::Value(value.clone())));
        }
    }
    rows.push(Row::Head(Section::Targets));
    rows.extend(targets(study).into_iter().map(|id| Row::Target(id.clone())));
    rows
}

/// Targets in their order.
pub fn targets(study: &Study) -> Vec<&TargetId> {
    let mut targets: Vec<_> = study.records.targets.iter().collect();
    targets.sort_by_key(|(id, target)| (target.position, *id));
    targets.into_iter().map(|(id, _)| id).collect()
}

/// Words that a row is found by.
fn words(study: &Study, row: &Row) -> String {
    let records = &study.records;
    let of = |key: &str, labels: &std::collections::BTreeMap<String, String>| {
        let labels: Vec<&str> = labels.values().map(String::as_str).collect();
        format!("{key} {}", labels.join(" "))
    };
    match row {
        Row::Head(_) => String::new(),
        Row::Setting(key) => (*key).to_owned(),
        Row::Scenario(id) => records
            .scenarios
            .get(id)
            .map_or_else(String::new, |s| of(&s.key, &s.labels)),
        Row::Attribute(id) => records
            .attributes
            .get(id)
            .map_or_else(String::new, |a| of(&a.key, &a.labels)),
        Row::Value(id) => records
            .values
            .get(id)
            .map_or_else(String::new, |v| of(&v.key, &v.labels)),
        Row::Target(id) => records
            .targets
            .get(id)
            .map_or_else(String::new, |t| of("", &t.conditions)),
    }
}

impl Place for Settings {
    fn context(&self) -> Context {
        Context::Settings
    }

    fn refresh(&mut self, eye: &Eye<'_>) {
        let Some(work) = eye.work else { return };
        if self.revision != work.revision {
            self.revision = work.revision;
            let current = self.current().cloned();
            self.rows = rows(work.study());
            if let Some(row) = current {
                self.put(&row);
            }
        }
        self.list.show(self.rows.len(), Self::height(eye.height));
    }

    fn situation(&self, _eye: &Eye<'_>, situation: &mut Situation) {
        situation.item = !matches!(self.current(), None | Some(Row::Head(_)));
    }

    fn cursor(&mut self, eye: &Eye<'_>, act: CursorAct, count: Option<u32>) {
        self.list
            .act(act, count, self.rows.len(), Self::height(eye.height));
    }

    fn search(&mut self, eye: &Eye<'_>, text: &str, forward: bool) -> bool {
        let Some(work) = eye.work else { return false };
        let (rows, wanted) = (&self.rows, fold(text));
        let matches = |at: usize| {
            rows.get(at)
                .is_some_and(|row| fold(&words(work.study(), row)).contains(&wanted))
        };
        let found = self.list.find(rows.len(), forward, matches);
        self.list.show(rows.len(), Self::height(eye.height));
        found
    }

    fn copied(&self, eye: &Eye<'_>) -> Option<String> {
        Some(words(eye.work?.study(), self.current()?).trim().to_owned())
    }
}
