//! Writes a table in a profile, to memory.

use super::ESCAPED;
use crate::file::guard::{guard, needs_guard};
use csv::{QuoteStyle, Terminator, WriterBuilder};
use std::borrow::Cow;

/// How a table is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Profile {
    /// UTF-8, `,`, CRLF, decimal point, cells as they are: for programs.
    #[default]
    Data,
    /// UTF-8 with a byte order mark, `;`, CRLF, decimal comma, formulas guarded and named in a column `escaped`: for Excel in French.
    ExcelFr,
}

/// One cell to be written.
#[derive(Debug, Clone, PartialEq)]
pub enum Cell<'a> {
    /// Nothing.
    Empty,
    /// Words; guarded in `excel-fr`.
    Text(Cow<'a, str>),
    /// A whole number.
    Int(i64),
    /// A number; decimal comma in `excel-fr`, empty where it is not finite.
    Number(f64),
}

impl<'a> Cell<'a> {
    /// Words, or nothing.
    pub fn text(words: impl Into<Cow<'a, str>>) -> Self {
        Self::Text(words.into())
    }
}

/// Writes a table in a profile, to memory.
pub struct Writer {
    profile: Profile,
    columns: Vec<String>,
    inner: csv::Writer<Vec<u8>>,
    /// Where the column `escaped` stands, when the table has one of its own.
    escaped: Option<usize>,
}

impl Writer {
    /// Writes the header. In `excel-fr` a last column `escaped` is added where the table has none.
    pub fn new<S: AsRef<str>>(profile: Profile, columns: &[S]) -> Self {
        let columns: Vec<String> = columns
            .iter()
            .map(|name| name.as_ref().to_owned())
            .collect();
        let start = match profile {
            Profile::Data => Vec::new(),
            Profile::ExcelFr => b"\xef\xbb\xbf".to_vec(),
        };
        let inner = WriterBuilder::new()
            .delimiter(if profile == Profile::Data { b',' } else { b';' })
            .terminator(Terminator::CRLF)
            .quote_style(QuoteStyle::Necessary)
            .flexible(true)
            .from_writer(start);
        let escaped = columns.iter().position(|name| name == ESCAPED);
        let mut writer = Self {
            profile,
            columns,
            inner,
            escaped,
        };
        let mut header = writer.columns.clone();
        if profile == Profile::ExcelFr && escaped.is_none() {
            header.push(ESCAPED.to_owned());
        }
        write_record(&mut writer.inner, header.iter().map(String::as_bytes));
        writer
    }

    /// Writes one row; cells that are missing are empty, those past the last column are left out.
    pub fn row(&mut self, cells: &[Cell]) {
        let mut guarded = Vec::new();
        let mut record: Vec<Cow<str>> = Vec::with_capacity(self.columns.len() + 1);
        for (at, name) in self.columns.iter().enumerate() {
            record.push(match cells.get(at).unwrap_or(&Cell::Empty) {
                Cell::Empty => Cow::Borrowed(""),
                Cell::Int(value) => Cow::Owned(value.to_string()),
                Cell::Number(value) if !value.is_finite() => Cow::Borrowed(""),
                Cell::Number(value) if self.profile == Profile::ExcelFr => {
                    Cow::Owned(value.to_string().replace('.', ","))
                }
                Cell::Number(value) => Cow::Owned(value.to_string()),
                Cell::Text(text)
                    if self.profile == Profile::ExcelFr
                        && Some(at) != self.escaped
                        && needs_guard(text) =>
                {
                    guarded.push(name.as_str());
                    guard(text)
                }
                Cell::Text(text) => Cow::Borrowed(text.as_ref()),
            });
        }
        if self.profile == Profile::ExcelFr {
            let names = guarded.join(",");
            match self.escaped {
                None => record.push(Cow::Owned(names)),
                Some(at) => {
                    if let Some(cell) = record.get_mut(at).filter(|_| !names.is_empty()) {
                        let cell = cell.to_mut();
                        if !cell.is_empty() {
                            cell.push(',');
                        }
                        cell.push_str(&names);
                    }
                }
            }
        }
        write_record(&mut self.inner, record.iter().map(|cell| cell.as_bytes()));
    }

    /// The file's bytes.
    pub fn finish(self) -> Vec<u8> {
        // memory does not fail to take bytes
        self.inner.into_inner().unwrap_or_default()
    }
}

fn write_record<'c>(inner: &mut csv::Writer<Vec<u8>>, cells: impl Iterator<Item = &'c [u8]>) {
    let written = inner.write_record(cells);
    debug_assert!(written.is_ok(), "memory takes any record");
}
