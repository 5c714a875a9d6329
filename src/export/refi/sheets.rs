//! The data files of an export, as the tables that REFI-QDA is filled from; what has no place there goes on as a note.

use crate::export::data::{self, ExportOptions};
use crate::file::csv::{self, Profile, Row, Sheet, Writer};
use crate::i18n::Message;
use crate::study::Study;
use crate::study::document::Texts;
use std::collections::BTreeMap;

/// The files by their path.
pub(super) struct Sheets {
    files: BTreeMap<String, Vec<u8>>,
    pub(super) warnings: Vec<Message>,
}

impl Sheets {
    /// Makes the data files in memory, without the files that texts were read from.
    pub(super) fn of(study: &Study, texts: &dyn Texts, options: &ExportOptions) -> Self {
        let mut files = BTreeMap::new();
        let put = &mut |path: &str, bytes| {
            files.insert(path.to_owned(), bytes);
        };
        let options = ExportOptions {
            profile: Profile::Data,
            ..options.clone()
        };
        let warnings = data::make(study, texts, &|_| None, &options, put);
        Self { files, warnings }
    }

    /// A table, which is not asked for again; an empty one where there is none.
    pub(super) fn take(&mut self, path: &str) -> Sheet {
        let text = self.take_text(path).unwrap_or_default();
        csv::read_all(&text).0.unwrap_or_default()
    }

    /// A file, which is not asked for again.
    pub(super) fn take_text(&mut self, path: &str) -> Option<String> {
        String::from_utf8(self.files.remove(path)?).ok()
    }

    /// The files of a folder, in the order of their paths.
    pub(super) fn take_folder(&mut self, folder: &str) -> Vec<(String, Vec<u8>)> {
        let inside: Vec<String> = self
            .files
            .keys()
            .filter(|path| path.starts_with(folder))
            .cloned()
            .collect();
        inside
            .into_iter()
            .filter_map(|path| self.files.remove_entry(&path))
            .collect()
    }

    /// What nobody took.
    pub(super) fn rest(self) -> impl Iterator<Item = (String, Vec<u8>)> {
        self.files.into_iter()
    }
}

/// A cell by its column; empty where there is none.
pub(super) fn cell<'a>(sheet: &Sheet, row: &'a Row, name: &str) -> &'a str {
    sheet.cell(row, name).unwrap_or("")
}

/// A table of what is in no other place, with line feeds as XML keeps them.
pub(super) struct Kept {
    writer: Writer,
    pub(super) rows: usize,
}

impl Kept {
    pub(super) fn new(columns: &[&str]) -> Self {
        Self {
            writer: Writer::new(Profile::Data, columns),
            rows: 0,
        }
    }

    pub(super) fn row(&mut self, cells: &[&str]) {
        let cells: Vec<csv::Cell> = cells.iter().map(|cell| csv::Cell::text(*cell)).collect();
        self.writer.row(&cells);
        self.rows += 1;
    }

    pub(super) fn finish(self) -> String {
        String::from_utf8_lossy(&self.writer.finish()).replace("\r\n", "\n")
    }
}
