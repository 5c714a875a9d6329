//! The sheets of an ODS file: each cell has the words that were shown.

use super::{Budget, Fault, Faulty, Grid};
use crate::file::xml::{Element, Event, Xml, text_of};
use crate::file::zip::Archive;
use crate::import::ImportError;

/// The most spaces that one `text:s` stands for.
const MOST_SPACES: usize = 1_000;

/// Reads all sheets.
pub(super) fn read(archive: &mut Archive, budget: Budget) -> Result<Vec<Grid>, ImportError> {
    let bytes = archive.read("content.xml")?;
    let xml = text_of(&bytes)?;
    let mut events = Xml::new(&xml);
    let mut reader = Reader {
        grids: Vec::new(),
        budget,
        row: Row::default(),
        number: 0,
        repeat: 1,
    };
    // depth inside an element that is no cell's words: notes, tables in cells, forms
    let mut aside = 0usize;
    loop {
        match events.event()? {
            Event::Start(_) if aside > 0 => aside += 1,
            Event::End(_) if aside > 0 => aside -= 1,
            Event::Start(element) => aside += usize::from(reader.start(&element)),
            Event::End(name) => reader.end(name.name())?,
            Event::Text(text) if aside == 0 => reader.text(&text),
            Event::Text(_) => {}
            Event::Eof => return Ok(reader.grids),
        }
    }
}

#[derive(Default)]
struct Row {
    cells: Vec<String>,
    faulty: Vec<(usize, String)>,
    /// Empty cells that count only where another one follows.
    pending: usize,
    open: Option<Open>,
}

/// A cell that is being read.
struct Open {
    repeat: usize,
    words: Option<String>,
    in_paragraph: bool,
    /// What the cell is worth, for files that do not say how it looked.
    value: String,
    error: bool,
}

struct Reader {
    grids: Vec<Grid>,
    budget: Budget,
    row: Row,
    /// Of the row in hand, from 1.
    number: usize,
    repeat: usize,
}

fn count(element: &Element, name: &str) -> usize {
    let n = element.attribute(name).and_then(|n| n.parse().ok());
    n.unwrap_or(1usize).clamp(1, 1 << 20)
}

impl Reader {
    /// Takes the start of an element; whether what is inside is to be left out.
    fn start(&mut self, element: &Element) -> bool {
        match element.name() {
            "table:table" => {
                self.grids.push(Grid {
                    name: element.attribute("name").unwrap_or_default(),
                    ..Grid::default()
                });
                self.number = 0;
            }
            "table:table-row" => {
                self.repeat = count(element, "number-rows-repeated");
                self.row = Row::default();
            }
            "table:table-cell" | "table:covered-table-cell" => {
                let spans = |name| element.attribute(name).is_some_and(|n| n != "1");
                if (spans("number-columns-spanned") || spans("number-rows-spanned"))
                    && let Some(grid) = self.grids.last_mut()
                {
                    grid.merged += 1;
                }
                let value = [
                    "string-value",
                    "date-value",
                    "time-value",
                    "boolean-value",
                    "value",
                ]
                .iter()
                .find_map(|name| element.attribute(name));
                let kinds = element.attributes();
                let is_error = kinds
                    .iter()
                    .any(|(name, kind)| name == "calcext:value-type" && kind == "error");
                self.row.open = Some(Open {
                    repeat: count(element, "number-columns-repeated"),
                    words: None,
                    in_paragraph: false,
                    value: value.unwrap_or_default(),
                    error: is_error,
                });
            }
            "text:p" | "text:h" => {
                if let Some(open) = &mut self.row.open {
                    open.in_paragraph = true;
                    match &mut open.words {
                        Some(words) => words.push('\n'),
                        None => open.words = Some(String::new()),
                    }
                }
            }
            "text:s" => {
                let n = element.attribute("c").and_then(|n| n.parse().ok());
                self.text(&" ".repeat(n.unwrap_or(1usize).min(MOST_SPACES)));
            }
            "text:tab" => self.text("\t"),
            "text:line-break" => self.text("\n"),
            "office:annotation"
            | "office:forms"
            | "office:automatic-styles"
            | "office:font-face-decls"
            | "office:scripts"
            | "table:shapes"
            | "table:tracked-changes"
            | "draw:frame"
            | "table:content-validations" => return true,
            _ => {}
        }
        false
    }

    fn text(&mut self, text: &str) {
        let open = self.row.open.as_mut().filter(|open| open.in_paragraph);
        if let Some(words) = open.and_then(|open| open.words.as_mut()) {
            words.push_str(text);
        }
    }

    fn end(&mut self, name: &str) -> Result<(), ImportError> {
        match name {
            "text:p" | "text:h" => {
                if let Some(open) = &mut self.row.open {
                    open.in_paragraph = false;
                }
            }
            "table:table-cell" | "table:covered-table-cell" => self.close_cell()?,
            "table:table-row" => self.close_row()?,
            _ => {}
        }
        Ok(())
    }

    fn close_cell(&mut self) -> Result<(), ImportError> {
        let Some(open) = self.row.open.take() else {
            return Ok(());
        };
        // what comes after the first row is not asked for, or all of it is
        if self.budget.heads && self.grids.last().is_some_and(|grid| !grid.rows.is_empty()) {
            return Ok(());
        }
        let words = open.words.unwrap_or(open.value);
        if words.is_empty() {
            self.row.pending = self.row.pending.saturating_add(open.repeat);
            return Ok(());
        }
        // counted before they are made
        let wide = self.row.pending.saturating_add(open.repeat);
        let times = if open.error { 1 } else { open.repeat };
        self.budget.take(wide, words.len().saturating_mul(times))?;
        let pending = std::mem::take(&mut self.row.pending);
        let from = self.row.cells.len() + pending;
        self.row.cells.resize(from, String::new());
        if open.error {
            self.row.faulty.push((from, words));
            self.row.cells.resize(from + open.repeat, String::new());
        } else {
            self.row.cells.resize(from + open.repeat, words);
        }
        Ok(())
    }

    fn close_row(&mut self) -> Result<(), ImportError> {
        let row = std::mem::take(&mut self.row);
        let Some(grid) = self.grids.last_mut() else {
            return Ok(());
        };
        let is_empty = row.cells.iter().all(String::is_empty) && row.faulty.is_empty();
        if !is_empty {
            let repeat = if self.budget.heads { 1 } else { self.repeat };
            let bytes = row.cells.iter().map(String::len).sum();
            for number in (self.number + 1..).take(repeat) {
                if number > self.number + 1 {
                    self.budget.take(row.cells.len(), bytes)?;
                }
                for (column, found) in &row.faulty {
                    self.budget.take(1, found.len())?;
                    grid.faulty.push(Faulty {
                        row: number,
                        column: *column,
                        found: found.clone(),
                        fault: Fault::Error,
                    });
                }
                grid.put(number, row.cells.clone());
            }
        }
        self.number = self.number.saturating_add(self.repeat);
        Ok(())
    }
}
