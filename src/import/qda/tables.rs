//! Tables in memory: those that are written for our own readers, and those that came along in notes.

use crate::file::csv::{self, Profile, Row, Sheet, Writer};

/// A table that is being written.
pub(super) struct Rows {
    writer: Writer,
    any: bool,
}

impl Rows {
    pub(super) fn new<S: AsRef<str>>(columns: &[S]) -> Self {
        Self {
            writer: Writer::new(Profile::Data, columns),
            any: false,
        }
    }

    pub(super) fn row<S: AsRef<str>>(&mut self, cells: &[S]) {
        let cells: Vec<csv::Cell> = cells
            .iter()
            .map(|cell| csv::Cell::text(cell.as_ref()))
            .collect();
        self.writer.row(&cells);
        self.any = true;
    }

    /// The file; none without a row.
    pub(super) fn finish(self) -> Option<Vec<u8>> {
        self.any.then(|| self.writer.finish())
    }
}

/// A table that came along; an empty one where it cannot be read.
pub(super) fn sheet(text: Option<&String>) -> Sheet {
    text.and_then(|text| csv::read_all(text).0)
        .unwrap_or_default()
}

/// A cell by its column; empty where there is none.
pub(super) fn cell<'a>(sheet: &Sheet, row: &'a Row, name: &str) -> &'a str {
    sheet.cell(row, name).unwrap_or("")
}
