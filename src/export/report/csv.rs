//! A report as CSV.

use super::{Block, Report};
use crate::file::csv::{Cell, Profile, Writer};

impl Report {
    /// As CSV, one row a value: section, row of a table (from 1; empty for a line of text), its column, the value.
    pub fn csv(&self, profile: Profile) -> Vec<u8> {
        let mut writer = Writer::new(profile, &["section", "row", "field", "value"]);
        let mut section = self.title.as_str();
        let line = |writer: &mut Writer, section: &str, field: Cell, words: &str| {
            writer.row(&[Cell::text(section), Cell::Empty, field, Cell::text(words)]);
        };
        for block in &self.blocks {
            match block {
                Block::Heading(_, words) => section = words,
                Block::Paragraph(words) | Block::Item(words) | Block::Rule(words) => {
                    line(&mut writer, section, Cell::Empty, words);
                }
                Block::Quote { words, reference } => {
                    line(&mut writer, section, Cell::text(reference.as_str()), words);
                }
                Block::Own { .. } => {}
                Block::Table { head, rows, .. } => {
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
