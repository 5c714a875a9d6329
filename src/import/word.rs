//! The paragraphs and tables of a Word document part: what was said, without what stands in margins or was deleted.

use super::error::ImportError;
use super::transcript::Format;
use crate::file::xml::{Element, Event, Xml};
use std::collections::HashMap;

/// A paragraph.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Paragraph {
    /// From 1, empty ones and those of tables counted.
    pub(super) number: usize,
    /// Its text; line breaks as LF, tabs as tabs.
    pub(super) text: String,
    /// Its style, as a number of the file's own.
    pub(super) style: Option<u32>,
}

/// What follows what in the body. A table: rows of cells of paragraphs; tables inside cells are read as their paragraphs.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Block {
    Paragraph(Paragraph),
    Table(Vec<Vec<Vec<Paragraph>>>),
}

/// A document's body.
#[derive(Debug, Default)]
pub(super) struct Body {
    pub(super) blocks: Vec<Block>,
    /// Passages deleted (or moved away) under tracked changes.
    pub(super) deleted: usize,
    pub(super) comments: usize,
    pub(super) footnotes: usize,
}

const NAMESPACES: &[&str] = &[
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "http://purl.oclc.org/ooxml/wordprocessingml/main",
];

/// Reads the main part of a Word file.
pub(super) fn read_body(xml: &str) -> Result<Body, ImportError> {
    let mut events = Xml::new(xml);
    let prefix = loop {
        match events.event()? {
            Event::Start(root) => break prefix_of(&root).ok_or_else(not_word)?,
            Event::Eof => return Err(not_word()),
            Event::End(_) | Event::Text(_) => {}
        }
    };
    let mut reader = Reader {
        prefix,
        ..Reader::default()
    };
    loop {
        match events.event()? {
            Event::Start(element) => reader.start(&element),
            Event::End(name) => reader.end(name.name()),
            Event::Text(text) => reader.text(&text),
            Event::Eof => return Ok(reader.body),
        }
    }
}

fn not_word() -> ImportError {
    ImportError::NotThatFormat {
        format: Format::Docx,
        why: "its main part is no Word document".to_owned(),
    }
}

/// The prefix that stands for Word's own elements; programs other than Word may choose another.
fn prefix_of(root: &Element) -> Option<String> {
    root.attributes()
        .into_iter()
        .take(200)
        .find_map(|(name, value)| {
            let is_word = NAMESPACES.contains(&value.as_str());
            let prefix = match name.split_once(':') {
                Some(("xmlns", prefix)) => prefix,
                None if name == "xmlns" => "",
                _ => return None,
            };
            is_word.then(|| prefix.to_owned())
        })
}

#[derive(Default)]
struct Reader {
    prefix: String,
    body: Body,
    numbered: usize,
    /// Open paragraphs: a text box holds paragraphs inside a paragraph.
    open: Vec<Paragraph>,
    table: Option<Vec<Vec<Vec<Paragraph>>>>,
    tables_open: usize,
    styles: HashMap<String, u32>,
    /// Depth inside an element whose content is left out.
    skipped: usize,
    /// Depth inside properties, where only the style is of interest.
    properties: usize,
    /// Depth inside deleted or moved-away runs, and whether words stood there.
    deleted: usize,
    deleted_words: bool,
    in_text: bool,
    in_deleted_text: bool,
}

impl Reader {
    /// The local name, where the element is one of Word's.
    fn local<'a>(&self, name: &'a str) -> Option<&'a str> {
        let (prefix, local) = name.split_once(':').unwrap_or(("", name));
        (prefix == self.prefix).then_some(local)
    }

    fn start(&mut self, element: &Element) {
        if self.skipped > 0 {
            self.skipped += 1;
            return;
        }
        let Some(local) = self.local(element.name()) else {
            // what older programs are shown in the place of a text box that has been read already
            if element.name().ends_with(":Fallback") {
                self.skipped = 1;
            } else if self.properties > 0 {
                self.properties += 1;
            }
            return;
        };
        if self.properties > 0 {
            self.properties += 1;
            if local == "pStyle" {
                self.style(element);
            }
            return;
        }
        match local {
            "p" => {
                self.numbered += 1;
                self.open.push(Paragraph {
                    number: self.numbered,
                    ..Paragraph::default()
                });
            }
            "pPr" | "rPr" | "tblPr" | "trPr" | "tcPr" | "sectPr" | "sdtPr" | "tblGrid" => {
                self.properties = 1;
            }
            "t" => self.in_text = self.deleted == 0,
            "delText" => self.in_deleted_text = true,
            "tab" | "ptab" => self.put('\t'),
            "br" | "cr" => self.put('\n'),
            "noBreakHyphen" => self.put('\u{2011}'),
            "del" | "moveFrom" => self.deleted += 1,
            "commentReference" => self.body.comments += 1,
            "footnoteReference" | "endnoteReference" => self.body.footnotes += 1,
            "tbl" => {
                self.tables_open += 1;
                if self.tables_open == 1 {
                    self.table = Some(Vec::new());
                }
            }
            "tr" if self.tables_open == 1 => {
                if let Some(rows) = &mut self.table {
                    rows.push(Vec::new());
                }
            }
            "tc" if self.tables_open == 1 => {
                if let Some(row) = self.table.as_mut().and_then(|rows| rows.last_mut()) {
                    row.push(Vec::new());
                }
            }
            _ => {}
        }
    }

    fn end(&mut self, name: &str) {
        if self.skipped > 0 {
            self.skipped -= 1;
            return;
        }
        if self.properties > 0 {
            self.properties -= 1;
            return;
        }
        match self.local(name) {
            Some("p") => {
                if let Some(paragraph) = self.open.pop() {
                    self.keep(paragraph);
                }
            }
            Some("t") => self.in_text = false,
            Some("delText") => self.in_deleted_text = false,
            Some("del" | "moveFrom") => {
                self.deleted = self.deleted.saturating_sub(1);
                if self.deleted == 0 && std::mem::take(&mut self.deleted_words) {
                    self.body.deleted += 1;
                }
            }
            Some("tbl") => {
                self.tables_open = self.tables_open.saturating_sub(1);
                if self.tables_open == 0
                    && let Some(rows) = self.table.take()
                {
                    self.body.blocks.push(Block::Table(rows));
                }
            }
            _ => {}
        }
    }

    fn text(&mut self, text: &str) {
        if self.skipped > 0 {
            return;
        }
        if self.deleted > 0 || self.in_deleted_text {
            self.deleted_words |= !text.trim().is_empty();
        } else if self.in_text
            && let Some(paragraph) = self.open.last_mut()
        {
            // a line end inside a run is white space to Word, its line breaks are elements
            if text.contains(['\n', '\r']) {
                paragraph.text.push_str(&text.replace(['\n', '\r'], " "));
            } else {
                paragraph.text.push_str(text);
            }
        }
    }

    fn put(&mut self, c: char) {
        if self.deleted == 0
            && let Some(paragraph) = self.open.last_mut()
        {
            paragraph.text.push(c);
        }
    }

    fn style(&mut self, element: &Element) {
        let Some(name) = element.attribute("val") else {
            return;
        };
        let next = u32::try_from(self.styles.len()).unwrap_or(u32::MAX);
        let number = *self.styles.entry(name).or_insert(next);
        if let Some(paragraph) = self.open.last_mut() {
            paragraph.style = Some(number);
        }
    }

    fn keep(&mut self, paragraph: Paragraph) {
        let cell = self
            .table
            .as_mut()
            .and_then(|rows| rows.last_mut())
            .and_then(|row| row.last_mut());
        match cell {
            Some(cell) => cell.push(paragraph),
            None => self.body.blocks.push(Block::Paragraph(paragraph)),
        }
    }
}
