//! People of a project: their attributes, and the interviews they are in.

use super::Case;
use super::inputs::Maker;
use super::own::{Linked, settings};
use super::tables::Rows;
use crate::import::data::{Kind, clean_key};
use crate::import::problem::shorten;
use crate::message;
use std::collections::{HashMap, HashSet};
use std::fmt::Write;

/// Names that participants' files have for other things.
const TAKEN: [&str; 8] = [
    "interview",
    "participant",
    "speaker",
    "organisation",
    "organization",
    "consent",
    "recording",
    "contact",
];

/// The most variables that become attributes.
const MOST_VARIABLES: usize = 300;

impl Maker<'_> {
    /// Attributes and scenarios that the study does not have.
    pub(super) fn settings(&mut self) {
        let ours = !self.project.tables.is_empty();
        let own = self.project.tables.remove("study.toml");
        if let Some(text) = own.as_deref().and_then(|text| settings(text, self.study)) {
            self.data(Kind::Study, text.into_bytes());
        }
        let mut known: HashSet<String> = self
            .study
            .records
            .attributes
            .values()
            .map(|attribute| attribute.key.clone())
            .collect();
        let parsed: Option<toml::Table> = own.and_then(|text| text.parse().ok());
        if let Some(toml::Value::Array(list)) = parsed.as_ref().and_then(|all| all.get("attribute"))
        {
            let keys = list.iter().filter_map(|one| one.get("key")?.as_str());
            known.extend(keys.map(str::to_owned));
        }
        let mut new = String::new();
        // in the order in which they are met, and whether all their values are numbers
        let mut names: Vec<String> = Vec::new();
        let mut numbers: HashMap<&str, bool> = HashMap::new();
        for (name, value) in self.project.cases.iter().flat_map(|case| &case.values) {
            let value = value.trim();
            if value.is_empty() {
                continue;
            }
            let number = value.parse::<f64>().is_ok_and(f64::is_finite);
            let all = numbers.entry(name).or_insert_with(|| {
                names.push(name.clone());
                true
            });
            *all &= number;
        }
        let numbers: HashSet<String> = numbers
            .into_iter()
            .filter(|(name, all)| *all && self.project.numbers.contains(*name))
            .map(|(name, _)| name.to_owned())
            .collect();
        for name in names.split_off(names.len().min(MOST_VARIABLES)) {
            let place = shorten(&name);
            let why = message!("qda-loss-variables");
            self.project.losses.add("variable", place, why);
        }
        for name in names {
            let mut key = clean_key(&name);
            if TAKEN.contains(&key.as_str()) {
                // our own say what the columns of participants say
                if ours {
                    continue;
                }
                key.push('_');
            }
            self.attributes.insert(name.clone(), key.clone());
            if key.is_empty() || (ours && key == "role") || !known.insert(key.clone()) {
                continue;
            }
            let kind = if numbers.contains(&name) {
                "number"
            } else {
                "text"
            };
            let key = toml::Value::String(key);
            let _ = write!(
                new,
                "[[attribute]]\nkey = {key}\nof = \"participant\"\ntype = \"{kind}\"\n"
            );
        }
        if !new.is_empty() {
            self.data(Kind::Study, format!("schema = 1\n{new}").into_bytes());
        }
    }

    /// One row a person and interview.
    pub(super) fn participants(&mut self) {
        let own = Linked::of(&self.project, "participants.csv");
        let mut attributes: Vec<String> = self.attributes.values().cloned().collect();
        // our own cases say which interview they are of
        let ours = !self.project.tables.is_empty();
        attributes.sort();
        attributes.dedup();
        let mut columns: Vec<String> = own.columns().map(str::to_owned).collect();
        for fixed in ["interview", "participant", "organisation"] {
            if !columns.iter().any(|column| column == fixed) {
                columns.push(fixed.to_owned());
            }
        }
        attributes.retain(|key| !columns.contains(key));
        columns.extend(attributes);
        let mut rows = Rows::new(&columns);
        for case in std::mem::take(&mut self.project.cases) {
            let value = |column: &str| {
                let found = case.values.iter().find(|(name, _)| {
                    self.attributes.get(name).is_some_and(|key| key == column)
                        || (ours && name == column)
                });
                found.map_or("", |(_, value)| value.trim())
            };
            let row = own.row(&case.id, &case.name);
            let homes = match row {
                Some(row) => vec![(
                    own.cell(row, "interview").to_owned(),
                    own.cell(row, "participant").to_owned(),
                )],
                None => self.homes(&case, ours),
            };
            if homes.is_empty() {
                let place = shorten(&case.name);
                self.project
                    .losses
                    .add("case", place, message!("qda-loss-case"));
            }
            for (interview, participant) in homes {
                let cells: Vec<&str> = columns
                    .iter()
                    .map(|column| match column.as_str() {
                        "interview" => interview.as_str(),
                        "participant" => participant.as_str(),
                        column => match value(column) {
                            "" => row.map_or("", |row| own.cell(row, column)),
                            value => value,
                        },
                    })
                    .collect();
                rows.row(&cells);
                self.people
                    .entry(case.id.clone())
                    .or_insert((interview, participant));
            }
        }
        self.data(Kind::Participants, rows.finish());
    }

    /// The interviews of a case, with its key there.
    fn homes(&self, case: &Case, ours: bool) -> Vec<(String, String)> {
        let name = clean_key(&case.name);
        let mut homes: Vec<(String, String)> = Vec::new();
        for text in &case.texts {
            let Some((interview, _)) = self.documents.get(text) else {
                continue;
            };
            // an interview of ours without people is a case of its own
            if (ours && *interview == name) || interview.is_empty() {
                continue;
            }
            let key = if *interview == name { "" } else { &name };
            let home = (interview.clone(), key.to_owned());
            if !homes.contains(&home) {
                homes.push(home);
            }
        }
        homes
    }
}
