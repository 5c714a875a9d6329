//! Codes as REFI-QDA has them: a name, a description, a colour, others below.

use super::guid::Guids;
use super::sheets::{Kept, cell};
use super::xml::Xml;
use crate::file::csv::{Row, Sheet};
use crate::study::codebook::colour_hex;
use std::collections::{HashMap, HashSet};
use uuid::Uuid;

/// The codebook.
pub(super) struct Codes<'a> {
    sheet: &'a Sheet,
    guids: Vec<Uuid>,
    below: HashMap<&'a str, Vec<usize>>,
    pub(super) by_key: HashMap<&'a str, Uuid>,
}

impl<'a> Codes<'a> {
    /// `id`: a code's own id by its key.
    pub(super) fn of(sheet: &'a Sheet, guids: &mut Guids, id: &dyn Fn(&str) -> String) -> Self {
        let mut codes = Self {
            sheet,
            guids: Vec::new(),
            below: HashMap::new(),
            by_key: HashMap::new(),
        };
        let keys: HashSet<&str> = sheet
            .rows
            .iter()
            .map(|row| cell(sheet, row, "key"))
            .collect();
        for (at, row) in sheet.rows.iter().enumerate() {
            let (key, parent) = (cell(sheet, row, "key"), cell(sheet, row, "parent"));
            let guid = guids.of("code", &id(key));
            codes.guids.push(guid);
            codes.by_key.insert(key, guid);
            let above = if keys.contains(parent) { parent } else { "" };
            codes.below.entry(above).or_default().push(at);
        }
        codes
    }

    /// Writes the tree. `root`: attributes of its element; `notes`: notes on a code, by its key.
    pub(super) fn write(
        &self,
        xml: &mut Xml,
        root: &[(&str, &str)],
        notes: &HashMap<&str, Vec<Uuid>>,
    ) {
        let top = self.below.get("").map_or(&[][..], Vec::as_slice);
        if top.is_empty() {
            return;
        }
        xml.start("CodeBook");
        for (name, value) in root {
            xml.attribute(name, value);
        }
        xml.start("Codes");
        // an element of the list is a code to be written, or the end of one
        let mut open: Vec<Option<usize>> = top.iter().rev().copied().map(Some).collect();
        while let Some(next) = open.pop() {
            let Some(at) = next else {
                xml.end();
                continue;
            };
            let (Some(row), Some(guid)) = (self.sheet.rows.get(at), self.guids.get(at)) else {
                continue;
            };
            let key = cell(self.sheet, row, "key");
            xml.start("Code")
                .attribute("guid", guid)
                .attribute("name", name(self.sheet, row))
                .attribute("isCodable", true)
                .some("color", colour_hex(cell(self.sheet, row, "colour")));
            xml.words("Description", cell(self.sheet, row, "definition"));
            for note in notes.get(key).into_iter().flatten() {
                xml.reference("NoteRef", note);
            }
            open.push(None);
            let below = self.below.get(key).into_iter().flatten();
            open.extend(below.rev().copied().map(Some));
        }
        xml.end().end();
    }

    /// What a code has besides, and the words by which it is known again.
    pub(super) fn kept(&self) -> Kept {
        let native = ["key", "parent", "definition"];
        let rest: Vec<&str> = self
            .sheet
            .columns
            .iter()
            .map(String::as_str)
            .filter(|column| !native.contains(column))
            .collect();
        let mut kept = Kept::new(&[&["guid", "name", "key"], &rest[..]].concat());
        for (row, guid) in self.sheet.rows.iter().zip(&self.guids) {
            let (guid, name) = (guid.to_string(), name(self.sheet, row));
            let mut cells = vec![guid.as_str(), &name, cell(self.sheet, row, "key")];
            cells.extend(rest.iter().map(|column| cell(self.sheet, row, column)));
            kept.row(&cells);
        }
        kept
    }
}

/// Key and label in the study's first language.
fn name(sheet: &Sheet, row: &Row) -> String {
    let label = sheet
        .columns
        .iter()
        .find(|column| column.starts_with("label_"))
        .map_or("", |column| cell(sheet, row, column));
    let key = cell(sheet, row, "key");
    if label.is_empty() || label == key {
        key.to_owned()
    } else {
        format!("{key} {label}")
    }
}
