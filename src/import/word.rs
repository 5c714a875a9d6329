//! The main part of a Word file: what was said, without what stands in margins or was deleted.

use super::body::{Body, Builder};
use super::error::ImportError;
use super::transcript::Format;
use crate::file::xml::{Element, Event, Xml};

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
            Event::Eof => return Ok(reader.builder.finish()),
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
    builder: Builder,
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
            "p" => self.builder.open_paragraph(),
            "pPr" | "rPr" | "tblPr" | "trPr" | "tcPr" | "sectPr" | "sdtPr" | "tblGrid" => {
                self.properties = 1;
            }
            "t" => self.in_text = self.deleted == 0,
            "delText" => self.in_deleted_text = true,
            "tab" | "ptab" => self.put("\t"),
            "br" | "cr" => self.put("\n"),
            "noBreakHyphen" => self.put("\u{2011}"),
            "del" | "moveFrom" => self.deleted += 1,
            "commentReference" => self.builder.body.comments += 1,
            "footnoteReference" | "endnoteReference" => self.builder.body.footnotes += 1,
            "tbl" => self.builder.open_table(),
            "tr" => self.builder.open_row(),
            "tc" => self.builder.open_cell(),
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
            Some("p") => self.builder.close_paragraph(),
            Some("t") => self.in_text = false,
            Some("delText") => self.in_deleted_text = false,
            Some("del" | "moveFrom") => {
                self.deleted = self.deleted.saturating_sub(1);
                if self.deleted == 0 && std::mem::take(&mut self.deleted_words) {
                    self.builder.body.deleted += 1;
                }
            }
            Some("tbl") => self.builder.close_table(),
            _ => {}
        }
    }

    fn text(&mut self, text: &str) {
        if self.skipped > 0 {
            return;
        }
        if self.deleted > 0 || self.in_deleted_text {
            self.deleted_words |= !text.trim().is_empty();
        } else if self.in_text {
            self.builder.text(text);
        }
    }

    fn put(&mut self, text: &str) {
        if self.deleted == 0 {
            self.builder.put(text);
        }
    }

    fn style(&mut self, element: &Element) {
        if let Some(name) = element.attribute("val") {
            self.builder.style(name);
        }
    }
}
