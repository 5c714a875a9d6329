//! Reports for people: the minutes of one interview, the progress of the study for a steering committee. As Markdown, and
//! as CSV for whoever puts the figures elsewhere.

mod minutes;
mod progress;

pub use minutes::minutes;
pub use progress::progress;

use super::markdown::escape;
use crate::file::csv::{Cell, Profile, Writer};
use crate::i18n::Words;
use crate::t;
use jiff::Timestamp;
use jiff::tz::TimeZone;
use std::fmt::Write;

/// A report before it is written: a title and what stands below it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Report {
    /// What it is.
    pub title: String,
    blocks: Vec<Block>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum Block {
    Heading(String),
    Paragraph(String),
    Item(String),
    Table {
        head: Vec<String>,
        rows: Vec<Vec<String>>,
    },
}

impl Report {
    fn heading(&mut self, words: String) {
        self.blocks.push(Block::Heading(words));
    }

    fn paragraph(&mut self, words: String) {
        if !words.is_empty() {
            self.blocks.push(Block::Paragraph(words));
        }
    }

    fn item(&mut self, words: String) {
        self.blocks.push(Block::Item(words));
    }

    /// A table; nothing where it has no rows.
    fn table(&mut self, head: Vec<String>, rows: Vec<Vec<String>>) {
        if !rows.is_empty() {
            self.blocks.push(Block::Table { head, rows });
        }
    }

    /// As Markdown text that ends in a line feed.
    pub fn markdown(&self) -> String {
        let mut out = format!("# {}\n", escape(&self.title));
        let mut in_list = false;
        for block in &self.blocks {
            let item = matches!(block, Block::Item(_));
            if !(in_list && item) {
                out.push('\n');
            }
            in_list = item;
            match block {
                Block::Heading(words) => {
                    let _ = writeln!(out, "## {}", escape(words));
                }
                Block::Paragraph(words) => {
                    let _ = writeln!(out, "{}", escape(words));
                }
                Block::Item(words) => {
                    let _ = writeln!(out, "- {}", escape(words));
                }
                Block::Table { head, rows } => {
                    line(&mut out, head);
                    let _ = writeln!(out, "|{}", " --- |".repeat(head.len()));
                    for row in rows {
                        line(&mut out, row);
                    }
                }
            }
        }
        out
    }

    /// As CSV, one row a value: section, row of a table (from 1; empty for a line of text), its column, the value.
    pub fn csv(&self, profile: Profile) -> Vec<u8> {
        let mut writer = Writer::new(profile, &["section", "row", "field", "value"]);
        let mut section = self.title.as_str();
        for block in &self.blocks {
            match block {
                Block::Heading(words) => section = words,
                Block::Paragraph(words) | Block::Item(words) => {
                    writer.row(&[
                        Cell::text(section),
                        Cell::Empty,
                        Cell::Empty,
                        Cell::text(words.as_str()),
                    ]);
                }
                Block::Table { head, rows } => {
                    for (row, number) in rows.iter().zip(1i64..) {
                        for (field, value) in head.iter().zip(row) {
                            writer.row(&[
                                Cell::text(section),
                                Cell::Int(number),
                                Cell::text(field.as_str()),
                                if value.is_empty() {
                                    Cell::Empty
                                } else {
                                    Cell::text(value.as_str())
                                },
                            ]);
                        }
                    }
                }
            }
        }
        writer.finish()
    }
}

fn line(out: &mut String, cells: &[String]) {
    for cell in cells {
        let _ = write!(out, "| {} ", escape(cell));
    }
    out.push_str("|\n");
}

/// A moment as people of the language write it, in a time zone; in universal time where there is no such zone.
fn moment(words: Words, at: Timestamp, zone: &str) -> String {
    let zoned = at.to_zoned_datetime(TimeZone::get(zone).unwrap_or(TimeZone::UTC));
    let part = |format: &str| zoned.strftime(format).to_string();
    t!(
        words,
        "export-moment",
        day = part("%d"),
        month = part("%m"),
        year = part("%Y"),
        time = part("%H:%M")
    )
}
