//! A table's cells as values, each failure with its place and what was expected.

use crate::file::csv::{ESCAPED, Row, Sheet};
use crate::i18n::Message;
use crate::import::problem::{Problem, Report};
use crate::message;
use crate::text::{sanitise, sanitise_line};
use std::borrow::Cow;

/// A value, or the problem of the cell that should hold it.
pub(super) type Cell<T> = Result<T, Box<Problem>>;

/// A column by its name, which may not be there.
#[derive(Clone)]
pub(super) struct Column {
    pub(super) name: String,
    at: Option<usize>,
}

impl Column {
    /// A column that is not read.
    pub(super) fn missing(name: &str) -> Self {
        Self {
            name: name.to_owned(),
            at: None,
        }
    }

    pub(super) fn is_there(&self) -> bool {
        self.at.is_some()
    }
}

/// A table of one file.
pub(super) struct Table<'a> {
    pub(super) file: &'a str,
    pub(super) sheet: &'a Sheet,
}

impl<'a> Table<'a> {
    pub(super) fn new(file: &'a str, sheet: &'a Sheet) -> Self {
        Self { file, sheet }
    }

    pub(super) fn rows(&self) -> &'a [Row] {
        &self.sheet.rows
    }

    /// A column by the first of its names that the table has; none at all is named by the first.
    pub(super) fn column(&self, names: &[&str]) -> Column {
        let found = names.iter().find(|name| self.sheet.has(name));
        Column {
            name: found
                .or(names.first())
                .map_or_else(String::new, |name| (*name).to_owned()),
            at: found.and_then(|name| self.sheet.column(name)),
        }
    }

    /// A column that must be there; its absence is one problem of the header.
    pub(super) fn required(&self, names: &[&str], report: &mut Report) -> Option<Column> {
        let column = self.column(names);
        if column.is_there() {
            return Some(column);
        }
        report.problems.push(Problem {
            file: self.file.to_owned(),
            line: 1,
            column: column.name,
            found: String::new(),
            expected: message!("import-expected-column", column = names.join(", ")),
        });
        None
    }

    /// Names the columns that nobody reads in a warning.
    pub(super) fn warn_unknown(&self, known: impl Fn(&str) -> bool, report: &mut Report) {
        let unknown: Vec<&str> = self
            .sheet
            .columns
            .iter()
            .map(String::as_str)
            .filter(|name| *name != ESCAPED && !known(name))
            .collect();
        if !unknown.is_empty() {
            report.warnings.push(message!(
                "import-unknown-columns",
                file = crate::text::harmless_line(self.file),
                n = unknown.len(),
                columns = crate::text::harmless_line(&unknown.join(", "))
            ));
        }
    }

    /// The problem of a cell.
    #[allow(clippy::unnecessary_box_returns)] // a problem is large, and every cell's result would be
    pub(super) fn bad(&self, row: &Row, column: &Column, expected: Message) -> Box<Problem> {
        Box::new(Problem {
            file: self.file.to_owned(),
            line: row.line,
            column: column.name.clone(),
            found: self.raw(row, column).to_owned(),
            expected,
        })
    }

    /// The cell as it stands; empty where the column is missing.
    #[allow(clippy::unused_self)] // reads like its siblings
    pub(super) fn raw<'r>(&self, row: &'r Row, column: &Column) -> &'r str {
        column
            .at
            .and_then(|at| row.cells.get(at))
            .map_or("", String::as_str)
    }

    /// A key, a name, a label: one line, made harmless. Empty where there is nothing.
    pub(super) fn line<'r>(&self, row: &'r Row, column: &Column) -> Cow<'r, str> {
        one_line(self.raw(row, column))
    }

    /// A key that must be there.
    pub(super) fn must<'r>(&self, row: &'r Row, column: &Column) -> Cell<Cow<'r, str>> {
        let key = self.line(row, column);
        if key.is_empty() {
            Err(self.bad(row, column, message!("import-expected-something")))
        } else {
            Ok(key)
        }
    }

    /// Words with their line feeds, made harmless, nothing trimmed; `None` where the cell is empty.
    pub(super) fn words(&self, row: &Row, column: &Column) -> Option<String> {
        let raw = self.raw(row, column);
        if raw.trim().is_empty() {
            None
        } else {
            Some(sanitise(raw).text)
        }
    }

    /// A value that is read by `parse`; `None` where the cell is empty.
    pub(super) fn parsed<T>(
        &self,
        row: &Row,
        column: &Column,
        parse: impl Fn(&str) -> Option<T>,
        expected: impl Fn() -> Message,
    ) -> Cell<Option<T>> {
        let text = self.raw(row, column).trim();
        if text.is_empty() {
            return Ok(None);
        }
        parse(text)
            .map(Some)
            .ok_or_else(|| self.bad(row, column, expected()))
    }

    /// One of the fixed words.
    pub(super) fn word<T: Copy>(
        &self,
        row: &Row,
        column: &Column,
        parse: fn(&str) -> Option<T>,
        all: &[T],
        word: fn(T) -> &'static str,
    ) -> Cell<Option<T>> {
        self.parsed(
            row,
            column,
            |text| parse(text).or_else(|| parse(&text.to_lowercase())),
            || {
                let words: Vec<&str> = all
                    .iter()
                    .map(|one| word(*one))
                    .filter(|word| !word.is_empty())
                    .collect();
                one_of(words)
            },
        )
    }

    /// A whole number.
    pub(super) fn whole<T: std::str::FromStr>(
        &self,
        row: &Row,
        column: &Column,
    ) -> Cell<Option<T>> {
        self.parsed(
            row,
            column,
            |text| text.parse().ok(),
            || message!("import-expected-whole"),
        )
    }

    /// `yes`, or nothing.
    pub(super) fn yes(&self, row: &Row, column: &Column) -> Cell<bool> {
        let yes = |text: &str| text.eq_ignore_ascii_case("yes").then_some(true);
        Ok(self
            .parsed(row, column, yes, || message!("import-expected-yes"))?
            .unwrap_or(false))
    }

    /// A moment, RFC 3339.
    pub(super) fn time(&self, row: &Row, column: &Column) -> Cell<Option<jiff::Timestamp>> {
        let in_utc = self.sheet.has_moments_in_utc();
        let parse = |text: &str| {
            let without_zone = || text.parse::<jiff::civil::DateTime>().ok();
            let moment = text.parse().ok();
            moment.or_else(|| {
                let time = without_zone().filter(|_| in_utc)?;
                jiff::tz::Offset::UTC.to_timestamp(time).ok()
            })
        };
        self.parsed(row, column, parse, || message!("import-expected-time"))
    }
}

/// Text on one line, made harmless; borrowed where nothing changes.
pub(super) fn one_line(raw: &str) -> Cow<'_, str> {
    let plain = |byte: u8| (0x21..0x7f).contains(&byte);
    if raw.bytes().all(plain) {
        return Cow::Borrowed(raw);
    }
    Cow::Owned(sanitise_line(raw).text)
}

/// "One of these words".
pub(super) fn one_of<S: AsRef<str>>(words: impl IntoIterator<Item = S>) -> Message {
    let list: Vec<String> = words
        .into_iter()
        .map(|word| word.as_ref().to_owned())
        .collect();
    message!("import-expected-one-of", words = list.join(", "))
}
