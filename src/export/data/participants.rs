//! `participants.csv`: one row a participant, by pseudonym. Of one who withdrew from an interview that goes on without
//! them, only that is said.

use super::material::{Material, participant_key};
use super::sheet::{Field, Kind, Sheet, SheetWriter, field, fields, time, words};
use crate::analysis::people::{Interview, Person, ROLE};
use crate::file::csv::Cell;
use crate::message;
use crate::study::id::AttributeId;
use crate::study::settings::{Attribute, AttributeData};
use crate::study::word::{AttributeKind, Consent};

/// Columns that are no attributes; an attribute called like one of these is said by it, or not at all.
const FIXED: [&str; 6] = [
    "interview",
    "participant",
    "speaker",
    "role",
    "organisation",
    "consent",
];

/// Columns that tell more of the consent; an attribute called like one of these keeps its column.
pub(super) const SAID: [&str; 8] = [
    "consent_at",
    "consent_by",
    "consent_form",
    "recording",
    "contact",
    "closing",
    "withdrawn_at",
    "informed",
];

/// An attribute's cell.
pub(super) fn attribute(material: &Material, person: &Person, id: &AttributeId) -> Cell<'static> {
    match material.study.attribute_of(person.record, id) {
        None => Cell::Empty,
        Some(AttributeData::Number(number)) => Cell::Number(*number),
        Some(data) => Cell::text(material.study.data_text(data)),
    }
}

/// An attribute's column, called `name`.
pub(super) fn column(material: &Material, name: &str, attribute: &Attribute) -> Field {
    let kind = match attribute.kind {
        AttributeKind::Number => Kind::Number,
        AttributeKind::Choice | AttributeKind::Text => Kind::Text,
    };
    let label = match material.label(&attribute.labels) {
        "" => &attribute.key,
        label => label,
    };
    let label = message!("export-field-attribute", label = label);
    Field {
        description: material.words.say(&label),
        ..field(name, kind)
    }
}

/// The role, or the value of an attribute that is called so.
pub(super) fn role(material: &Material, person: &Person) -> String {
    if !person.record.role.is_empty() {
        return person.record.role.clone();
    }
    let attribute = material.study.attribute_by_key(ROLE);
    attribute
        .and_then(|(id, _)| material.study.attribute_of(person.record, id))
        .map_or_else(String::new, |data| material.study.data_text(data))
}

pub(super) fn write(material: &Material) -> Sheet {
    let attributes: Vec<(&AttributeId, &Attribute)> = material
        .study
        .attributes()
        .into_iter()
        .filter(|(_, attribute)| !FIXED.contains(&attribute.key.as_str()))
        .collect();
    let shared = material.options.shared;
    let fixed: Vec<&str> = FIXED
        .into_iter()
        .filter(|name| !(shared && *name == "speaker"))
        .collect();
    let mut columns = fields(Kind::Text, &fixed);
    for column in &mut columns {
        if column.name == "consent" {
            column.kind = Kind::Words(&["given", "no-quote", "after-reading", "withdrawn"]);
        }
    }
    columns.extend(
        attributes
            .iter()
            .map(|(_, attribute)| column(material, &attribute.key, attribute)),
    );
    let said: Vec<&str> = SAID
        .into_iter()
        .filter(|name| !attributes.iter().any(|(_, a)| a.key == *name))
        .collect();
    columns.extend(said.iter().map(|name| {
        let kind = match *name {
            "consent_at" | "withdrawn_at" => Kind::Time,
            "recording" | "contact" | "closing" => Kind::Words(&["yes", "no"]),
            _ => Kind::Text,
        };
        field(name, kind)
    }));
    let mut sheet = SheetWriter::new(material.options.profile, "participants.csv", columns);
    for interview in material.interviews() {
        for person in &interview.people {
            sheet.row(&row(material, interview, person, &attributes, &said));
        }
    }
    sheet.finish(&[], vec![(&["interview"], "sessions", &["interview"])])
}

fn row<'a>(
    material: &Material<'a>,
    interview: &'a Interview<'a>,
    person: &'a Person<'a>,
    attributes: &[(&AttributeId, &Attribute)],
    said: &[&str],
) -> Vec<Cell<'a>> {
    let gone = person.record.consent == Consent::Withdrawn;
    let unless_gone = |cell: Cell<'a>| if gone { Cell::Empty } else { cell };
    let mut row = vec![
        words(interview.key),
        words(participant_key(interview, person.record)),
    ];
    if !material.options.shared {
        row.push(unless_gone(words(&person.record.speaker)));
    }
    row.extend([
        unless_gone(Cell::text(role(material, person))),
        unless_gone(words(material.organisation(person))),
        words(person.record.consent.as_str()),
    ]);
    row.extend(
        attributes
            .iter()
            .map(|(id, _)| unless_gone(attribute(material, person, id))),
    );
    let record = person.record;
    row.extend(said.iter().map(|name| match *name {
        "withdrawn_at" => time(record.withdrawn_at),
        _ if gone => Cell::Empty,
        "consent_at" => time(record.consent_at),
        // who writes down what others say is somebody too
        "consent_by" if material.options.shared => Cell::Empty,
        "consent_by" => words(&record.consent_by),
        "consent_form" => words(&record.consent_form),
        "recording" => words(record.recording.as_str()),
        "contact" => words(record.contact.as_str()),
        "closing" => words(record.closing.as_str()),
        _ => {
            let told = record.informed.iter().filter(|(_, told)| **told);
            let keys: Vec<&str> = told.map(|(key, _)| key.as_str()).collect();
            Cell::text(keys.join(";"))
        }
    }));
    row
}
