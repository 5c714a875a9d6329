//! What our own export put into notes of a project, where it came back with it.

use super::Project;
use super::tables::{cell, sheet};
use crate::file::csv::{Row, Sheet};
use crate::study::Study;
use crate::study::labelled::Labels;
use std::collections::HashMap;
use toml::{Table, Value};

/// Columns of our tables that say which element a row is about.
pub(super) const LINKS: [&str; 2] = ["guid", "name"];

/// A table whose rows are about elements of the project.
pub(super) struct Linked {
    pub(super) sheet: Sheet,
    by_id: HashMap<String, usize>,
    by_name: HashMap<String, usize>,
}

impl Linked {
    pub(super) fn of(project: &Project, path: &str) -> Self {
        let sheet = sheet(project.tables.get(path));
        let index = |column: &str| {
            let rows = sheet.rows.iter().enumerate();
            rows.map(|(at, row)| (cell(&sheet, row, column).to_owned(), at))
                .filter(|(key, _)| !key.is_empty())
                .collect()
        };
        Self {
            by_id: index("guid"),
            by_name: index("name"),
            sheet,
        }
    }

    /// The row about an element: by its id, which a program may have changed, else by its name.
    pub(super) fn row(&self, id: &str, name: &str) -> Option<&Row> {
        let at = self.by_id.get(id).or_else(|| self.by_name.get(name))?;
        self.sheet.rows.get(*at)
    }

    pub(super) fn cell<'a>(&self, row: &'a Row, column: &str) -> &'a str {
        cell(&self.sheet, row, column)
    }

    /// Columns that are the row's own.
    pub(super) fn columns(&self) -> impl Iterator<Item = &str> {
        let own = |column: &&str| !LINKS.contains(column);
        self.sheet.columns.iter().map(String::as_str).filter(own)
    }
}

/// Where one of our texts belongs.
pub(super) struct Home {
    pub(super) interview: String,
    pub(super) document: String,
    pub(super) version: Option<u32>,
    pub(super) labels: Labels,
}

/// Where a text belongs, where it is one of ours.
pub(super) fn home(sources: &Linked, id: &str, name: &str) -> Option<Home> {
    let row = sources.row(id, name)?;
    Some(Home {
        interview: sources.cell(row, "interview").to_owned(),
        document: sources.cell(row, "document").to_owned(),
        version: sources.cell(row, "version").parse().ok(),
        labels: Labels::parse(sources.cell(row, "labels"))?,
    })
}

/// The study's settings as they came: whole for an empty study; of others, the attributes and scenarios that are not
/// there.
pub(super) fn settings(text: &str, study: &Study) -> Option<String> {
    if is_fresh(study) {
        return Some(text.to_owned());
    }
    let table: Table = text.parse().ok()?;
    let mut kept = Table::new();
    kept.insert("schema".to_owned(), Value::Integer(1));
    let known = |list: &str, key: &str| match list {
        "attribute" => study.attribute_by_key(key).is_some(),
        _ => study.scenario_by_key(key).is_some(),
    };
    for list in ["attribute", "scenario"] {
        let Some(Value::Array(items)) = table.get(list) else {
            continue;
        };
        let new: Vec<Value> = items
            .iter()
            .filter(|item| {
                let key = item.get("key").and_then(Value::as_str).unwrap_or("");
                !key.is_empty() && !known(list, key)
            })
            .cloned()
            .collect();
        if !new.is_empty() {
            kept.insert(list.to_owned(), Value::Array(new));
        }
    }
    (kept.len() > 1).then(|| kept.to_string())
}

/// Whether nothing is in a study yet.
pub(super) fn is_fresh(study: &Study) -> bool {
    let records = &study.records;
    records.sessions.is_empty() && records.codes.is_empty() && records.documents.is_empty()
}
