//! The sheets of an XLSX file.

use super::number::{Look, shown};
use super::{Budget, Fault, Faulty, Grid};
use crate::file::xml::{Element, Event, Xml, local, text_of};
use crate::file::zip::Archive;
use crate::import::ImportError;
use std::borrow::Cow;
use std::collections::HashMap;

/// Columns of a sheet.
const MOST_COLUMNS: usize = 16_384;
/// Rows of a sheet.
const MOST_ROWS: usize = 1_048_576;
/// Formats of cells in a workbook; cells of others are read as they are.
const MOST_LOOKS: usize = 65_536;

/// Reads all sheets; those of charts and macros are none.
pub(super) fn read(archive: &mut Archive, mut budget: Budget) -> Result<Vec<Grid>, ImportError> {
    let shared = match archive.read("xl/sharedStrings.xml") {
        Ok(bytes) => shared_strings(&text_of(&bytes)?, &mut budget)?,
        Err(_) if !archive.has("xl/sharedStrings.xml") => Vec::new(),
        Err(error) => return Err(error.into()),
    };
    let looks = if archive.has("xl/styles.xml") {
        styles(&text_of(&archive.read("xl/styles.xml")?)?)?
    } else {
        Vec::new()
    };
    let targets = if archive.has("xl/_rels/workbook.xml.rels") {
        relations(&text_of(&archive.read("xl/_rels/workbook.xml.rels")?)?)?
    } else {
        HashMap::new()
    };
    let (sheets, since_1904) = sheets(&text_of(&archive.read("xl/workbook.xml")?)?)?;
    let mut grids = Vec::new();
    for (at, sheet) in sheets.into_iter().enumerate() {
        let path = match targets.get(&sheet.relation) {
            Some(target) => target.clone(),
            None => format!("xl/worksheets/sheet{}.xml", at + 1),
        };
        if !path.contains("worksheets/") {
            continue;
        }
        let bytes = archive.read(&path)?;
        let mut reader = Reader {
            shared: &shared,
            looks: &looks,
            since_1904,
            grid: Grid {
                name: sheet.name,
                hidden: sheet.hidden,
                ..Grid::default()
            },
            budget: &mut budget,
        };
        let xml = text_of(&bytes)?;
        // more values than are read: nothing of them need be kept to know it
        let values = || xml.matches("<v>").count() + xml.matches("<is>").count();
        if !reader.budget.heads && xml.len() > super::MOST_CELLS && values() > super::MOST_CELLS {
            return Err(ImportError::TooManyCells {
                limit: super::MOST_CELLS,
            });
        }
        reader.sheet(&xml)?;
        grids.push(reader.grid);
    }
    Ok(grids)
}

struct Named {
    name: String,
    relation: String,
    hidden: bool,
}

/// Names and relations of the sheets, and whether days are counted from 1904.
fn sheets(xml: &str) -> Result<(Vec<Named>, bool), ImportError> {
    let mut events = Xml::new(xml);
    let (mut found, mut since_1904) = (Vec::new(), false);
    loop {
        match events.event()? {
            Event::Start(element) => match local(element.name()) {
                "sheet" => {
                    let relation = element
                        .attributes()
                        .into_iter()
                        .find(|(name, _)| name.ends_with(":id"));
                    found.push(Named {
                        name: element.attribute("name").unwrap_or_default(),
                        relation: relation.map(|(_, id)| id).unwrap_or_default(),
                        hidden: element
                            .attribute("state")
                            .is_some_and(|state| state != "visible"),
                    });
                }
                "workbookPr" => {
                    since_1904 = element
                        .attribute("date1904")
                        .is_some_and(|set| set == "1" || set == "true");
                }
                _ => {}
            },
            Event::Eof => return Ok((found, since_1904)),
            Event::End(_) | Event::Text(_) => {}
        }
    }
}

/// Where each relation leads, as a path in the archive.
fn relations(xml: &str) -> Result<HashMap<String, String>, ImportError> {
    let mut events = Xml::new(xml);
    let mut found = HashMap::new();
    loop {
        match events.event()? {
            Event::Start(element) => {
                let (id, target) = (element.attribute("Id"), element.attribute("Target"));
                if let (Some(id), Some(target)) = (id, target) {
                    let path = match target.strip_prefix('/') {
                        Some(whole) => whole.to_owned(),
                        None => format!("xl/{target}"),
                    };
                    found.insert(id, path);
                }
            }
            Event::Eof => return Ok(found),
            Event::End(_) | Event::Text(_) => {}
        }
    }
}

/// How numbers look, by the style of a cell.
fn styles(xml: &str) -> Result<Vec<Look>, ImportError> {
    let mut events = Xml::new(xml);
    let mut codes: HashMap<u32, Look> = HashMap::new();
    let mut looks = Vec::new();
    let mut in_cells = false;
    loop {
        match events.event()? {
            Event::Start(element) => match local(element.name()) {
                "numFmt" => {
                    let id = element.attribute("numFmtId").and_then(|id| id.parse().ok());
                    if let (Some(id), Some(code)) = (id, element.attribute("formatCode")) {
                        codes.insert(id, Look::of_code(&code));
                    }
                }
                "cellXfs" => in_cells = true,
                "xf" if in_cells => {
                    let id = element.attribute("numFmtId").and_then(|id| id.parse().ok());
                    let id = id.unwrap_or(0);
                    if looks.len() < MOST_LOOKS {
                        let own = codes.get(&id).cloned();
                        looks.push(own.unwrap_or_else(|| Look::built_in(id)));
                    }
                }
                _ => {}
            },
            Event::End(name) if local(name.name()) == "cellXfs" => return Ok(looks),
            Event::Eof => return Ok(looks),
            Event::End(_) | Event::Text(_) => {}
        }
    }
}

/// The words that cells point to.
fn shared_strings(xml: &str, budget: &mut Budget) -> Result<Vec<String>, ImportError> {
    let mut events = Xml::new(xml);
    let mut found = Vec::new();
    loop {
        match events.event()? {
            Event::Start(element) if local(element.name()) == "si" => {
                let words = words(&mut events, "si")?;
                budget.take(1, words.len())?;
                found.push(words);
            }
            Event::Eof => {
                // the cells that show them are counted themselves
                budget.cells += found.len();
                return Ok(found);
            }
            Event::Start(_) | Event::End(_) | Event::Text(_) => {}
        }
    }
}

/// The words of all runs up to the end of an element; how they are pronounced is left out.
fn words(events: &mut Xml, until: &str) -> Result<String, ImportError> {
    let mut out = String::new();
    let (mut in_text, mut aside) = (false, 0usize);
    loop {
        match events.event()? {
            Event::Start(element) => match local(element.name()) {
                "t" => in_text = aside == 0,
                "rPh" => aside += 1,
                _ => {}
            },
            Event::End(name) => match local(name.name()) {
                "t" => in_text = false,
                "rPh" => aside = aside.saturating_sub(1),
                name if name == until => return Ok(unescaped(&out)),
                _ => {}
            },
            Event::Text(text) if in_text => out.push_str(&text),
            Event::Text(_) => {}
            Event::Eof => return Ok(unescaped(&out)),
        }
    }
}

/// `_x000D_` is the character of that number; `_x005F_` is the line itself.
fn unescaped(text: &str) -> String {
    if !text.contains("_x") {
        return text.to_owned();
    }
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find("_x") {
        let (before, from) = rest.split_at(at);
        out.push_str(before);
        let c = from
            .get(2..7)
            .and_then(|escape| escape.strip_suffix('_'))
            .and_then(|hex| u32::from_str_radix(hex, 16).ok())
            .and_then(char::from_u32);
        match c {
            Some(c) => {
                out.push(c);
                rest = from.get(7..).unwrap_or("");
            }
            None => {
                out.push_str("_x");
                rest = from.get(2..).unwrap_or("");
            }
        }
    }
    out.push_str(rest);
    out
}

/// `BC12` as column (from 0) and row (from 1).
fn place(reference: &str) -> Option<(usize, usize)> {
    let digits = reference.find(|c: char| c.is_ascii_digit())?;
    let (letters, digits) = reference.split_at(digits);
    let mut column = 0usize;
    for letter in letters.bytes() {
        if !letter.is_ascii_alphabetic() {
            return None;
        }
        let value = usize::from(letter.to_ascii_uppercase() - b'A');
        column = column.saturating_mul(26).saturating_add(value + 1);
    }
    let row = digits.parse().ok().filter(|row| *row > 0)?;
    Some((column.checked_sub(1)?, row))
}

struct Reader<'a, 'b> {
    shared: &'a [String],
    looks: &'a [Look],
    since_1904: bool,
    grid: Grid,
    budget: &'b mut Budget,
}

impl Reader<'_, '_> {
    fn sheet(&mut self, xml: &str) -> Result<(), ImportError> {
        let mut events = Xml::new(xml);
        let (mut row, mut cells) = (0usize, Vec::new());
        loop {
            match events.event()? {
                Event::Start(element) => match local(element.name()) {
                    "row" => {
                        let own: Option<usize> =
                            element.attribute("r").and_then(|r| r.parse().ok());
                        if own.is_some_and(|own| own > MOST_ROWS) {
                            return Err(ImportError::BeyondSheet);
                        }
                        // rows go downwards, whatever they say
                        row = own.filter(|own| *own > row).unwrap_or_else(|| row + 1);
                    }
                    "c" => self.cell(&element, &mut events, row, &mut cells)?,
                    "mergeCell" => self.grid.merged += 1,
                    _ => {}
                },
                Event::End(name) if local(name.name()) == "row" => {
                    self.grid.put(row, std::mem::take(&mut cells));
                    if self.budget.heads && !self.grid.rows.is_empty() {
                        return Ok(());
                    }
                }
                Event::End(_) | Event::Text(_) => {}
                Event::Eof => return Ok(()),
            }
        }
    }

    fn cell(
        &mut self,
        element: &Element,
        events: &mut Xml,
        row: usize,
        cells: &mut Vec<String>,
    ) -> Result<(), ImportError> {
        let reference = element.attribute("r").and_then(|r| place(&r));
        let column = reference.map_or(cells.len(), |(column, _)| column);
        if column >= MOST_COLUMNS {
            return Err(ImportError::BeyondSheet);
        }
        let kind = element.attribute("t").unwrap_or_default();
        let style: Option<usize> = element.attribute("s").and_then(|s| s.parse().ok());
        let (mut value, mut formula, mut words_of) = (None::<String>, false, None);
        let mut in_value = false;
        loop {
            match events.event()? {
                Event::Start(inner) => match local(inner.name()) {
                    "v" => {
                        in_value = true;
                        value = Some(String::new());
                    }
                    "f" => formula = true,
                    "is" => words_of = Some(words(events, "is")?),
                    _ => {}
                },
                Event::Text(text) => {
                    if let Some(value) = value.as_mut().filter(|_| in_value) {
                        value.push_str(&text);
                    }
                }
                Event::End(name) => match local(name.name()) {
                    "c" => break,
                    "v" => in_value = false,
                    _ => {}
                },
                Event::Eof => break,
            }
        }
        let shared = self.shared;
        let text: Cow<str> = match (kind.as_str(), value) {
            ("inlineStr", _) => words_of.unwrap_or_default().into(),
            ("s", Some(index)) => {
                match index.trim().parse().ok().and_then(|n: usize| shared.get(n)) {
                    Some(words) => words.into(),
                    None => {
                        self.fault(row, column, index, Fault::Error);
                        return Ok(());
                    }
                }
            }
            ("e", Some(error)) => {
                self.fault(row, column, error, Fault::Error);
                return Ok(());
            }
            ("b", Some(set)) => if set.trim() == "1" { "TRUE" } else { "FALSE" }.into(),
            ("str", Some(text)) => unescaped(&text).into(),
            ("d", Some(date)) => date.into(),
            // an uncomputed formula may have an empty value
            (_, Some(number)) if !number.trim().is_empty() => {
                let look = style
                    .and_then(|at| self.looks.get(at))
                    .unwrap_or(&Look::General);
                match number.trim().parse::<f64>() {
                    Ok(value) if value.is_finite() => shown(value, look, self.since_1904).into(),
                    _ => number.into(),
                }
            }
            _ if formula => {
                self.fault(row, column, String::new(), Fault::NotComputed);
                return Ok(());
            }
            _ => return Ok(()),
        };
        if text.is_empty() {
            return Ok(());
        }
        // it, and what lies between, is counted before it is made
        let wide = (column + 1).saturating_sub(cells.len());
        self.budget.take(wide, text.len())?;
        if wide > 0 {
            cells.resize(column + 1, String::new());
        }
        if let Some(cell) = cells.get_mut(column) {
            *cell = text.into_owned();
        }
        Ok(())
    }

    fn fault(&mut self, row: usize, column: usize, found: String, fault: Fault) {
        self.grid.faulty.push(Faulty {
            row,
            column,
            found,
            fault,
        });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_and_escapes() {
        assert_eq!(place("A1"), Some((0, 1)));
        assert_eq!(place("AA10"), Some((26, 10)));
        assert_eq!(place("XFD1"), Some((16_383, 1)));
        assert_eq!(place("ZZZZZZZZZZZZZZZZZZ1"), Some((usize::MAX - 1, 1)));
        for wrong in ["", "A", "1", "A0", "é1"] {
            assert_eq!(place(wrong), None, "{wrong}");
        }
        assert_eq!(unescaped("a_x000A_b_x005F_x0041_"), "a\nb_x0041_");
        assert_eq!(unescaped("max_xy_x12"), "max_xy_x12");
    }
}
