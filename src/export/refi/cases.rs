//! People as cases with variables.

use super::guid::Guids;
use super::sheets::{Kept, cell};
use super::xml::Xml;
use crate::file::csv::{Row, Sheet};
use std::collections::HashMap;
use uuid::Uuid;

/// Columns of the participants' file that are no variables of a case.
const NOT_NATIVE: [&str; 12] = [
    "interview",
    "participant",
    "speaker",
    "consent",
    "consent_at",
    "consent_by",
    "consent_form",
    "recording",
    "contact",
    "closing",
    "withdrawn_at",
    "informed",
];

/// The type of a variable.
#[derive(Clone, Copy)]
enum Type {
    Text,
    Integer,
    Float,
}

impl Type {
    /// The narrowest type that all values have.
    fn of<'a>(values: &(impl Iterator<Item = &'a str> + Clone)) -> Self {
        let digits = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
        let unsigned = |text: &'a str| text.strip_prefix('-').unwrap_or(text);
        let whole = |text: &'a str| digits(unsigned(text));
        let decimal = |text: &'a str| match unsigned(text).split_once('.') {
            Some((whole, part)) => digits(whole) && digits(part),
            None => whole(text),
        };
        if values.clone().next().is_none() {
            Self::Text
        } else if values.clone().all(whole) {
            Self::Integer
        } else if values.clone().all(decimal) {
            Self::Float
        } else {
            Self::Text
        }
    }

    fn name(self) -> &'static str {
        match self {
            Self::Text => "Text",
            Self::Integer => "Integer",
            Self::Float => "Float",
        }
    }

    fn element(self) -> &'static str {
        match self {
            Self::Text => "TextValue",
            Self::Integer => "IntegerValue",
            Self::Float => "FloatValue",
        }
    }
}

/// Participants, and interviews that have none.
pub(super) struct Cases<'a> {
    people: &'a Sheet,
    variables: Vec<(&'a str, Uuid, Type)>,
    list: Vec<(Uuid, Option<&'a Row>, &'a str)>,
    interview: Uuid,
}

impl<'a> Cases<'a> {
    pub(super) fn of(people: &'a Sheet, sessions: &'a Sheet, guids: &mut Guids) -> Self {
        let interview = guids.of("variable", "interview");
        let variables = people
            .columns
            .iter()
            .map(String::as_str)
            .filter(|column| !NOT_NATIVE.contains(column))
            .map(|column| {
                let values = people.rows.iter().map(|row| cell(people, row, column));
                let kind = Type::of(&values.filter(|value| !value.is_empty()));
                (column, guids.of("variable", column), kind)
            })
            .collect();
        let mut list = Vec::new();
        let mut rows: HashMap<&str, Vec<&Row>> = HashMap::new();
        for row in &people.rows {
            let own = rows.entry(cell(people, row, "interview")).or_default();
            own.push(row);
        }
        for session in &sessions.rows {
            let key = cell(sessions, session, "interview");
            let Some(own) = rows.get(key) else {
                list.push((guids.of("case", key), None, key));
                continue;
            };
            for row in own {
                let participant = cell(people, row, "participant");
                let guid = guids.of("case", &format!("{key}/{participant}"));
                list.push((guid, Some(*row), key));
            }
        }
        Self {
            people,
            variables,
            list,
            interview,
        }
    }

    pub(super) fn write_variables(&self, xml: &mut Xml) {
        if self.list.is_empty() {
            return;
        }
        xml.start("Variables");
        let interview = ("interview", self.interview, Type::Text);
        for (name, guid, kind) in std::iter::once(&interview).chain(&self.variables) {
            xml.start("Variable")
                .attribute("guid", guid)
                .attribute("name", name)
                .attribute("typeOfVariable", kind.name())
                .end();
        }
        xml.end();
    }

    /// Writes the cases. `sources`: the sources of an interview, by its key.
    pub(super) fn write(&self, xml: &mut Xml, sources: &HashMap<String, Vec<Uuid>>) {
        if self.list.is_empty() {
            return;
        }
        xml.start("Cases");
        for (guid, row, interview) in &self.list {
            xml.start("Case")
                .attribute("guid", guid)
                .attribute("name", self.name(*row, interview));
            self.value(xml, self.interview, Type::Text, interview);
            for (column, guid, kind) in &self.variables {
                let value = row.map_or("", |row| cell(self.people, row, column));
                self.value(xml, *guid, *kind, value);
            }
            for source in sources.get(*interview).into_iter().flatten() {
                xml.reference("SourceRef", source);
            }
            xml.end();
        }
        xml.end();
    }

    fn name(&self, row: Option<&'a Row>, interview: &'a str) -> &'a str {
        match row.map(|row| cell(self.people, row, "participant")) {
            Some(key) if !key.is_empty() => key,
            _ => interview,
        }
    }

    #[allow(clippy::unused_self)] // reads like its siblings
    fn value(&self, xml: &mut Xml, variable: Uuid, kind: Type, value: &str) {
        if value.is_empty() {
            return;
        }
        xml.start("VariableValue")
            .reference("VariableRef", variable)
            .words(kind.element(), value)
            .end();
    }

    /// What a case has besides.
    pub(super) fn kept(&self) -> Kept {
        let rest: Vec<&str> = self
            .people
            .columns
            .iter()
            .map(String::as_str)
            .filter(|column| NOT_NATIVE.contains(column))
            .collect();
        let mut kept = Kept::new(&[&["guid", "name"], &rest[..]].concat());
        for (guid, row, interview) in &self.list {
            let Some(row) = row else { continue };
            let guid = guid.to_string();
            let mut cells = vec![guid.as_str(), self.name(Some(row), interview)];
            cells.extend(rest.iter().map(|column| cell(self.people, row, column)));
            kept.row(&cells);
        }
        kept
    }
}
