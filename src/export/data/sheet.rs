//! One CSV file with its schema.

use super::super::Profile;
use crate::file::csv::{Cell, Writer};

/// The type of a field, by its name in Table Schema.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::export) enum Kind {
    Text,
    Integer,
    Number,
    Time,
    /// `yes` or empty.
    Yes,
    /// One of these words, or empty.
    Words(&'static [&'static str]),
}

/// One column of a file.
#[derive(Debug, Clone)]
pub(in crate::export) struct Field {
    pub(in crate::export) name: String,
    pub(in crate::export) kind: Kind,
    pub(in crate::export) description: String,
}

/// A reference to the rows of another file: own fields, the file, its fields.
pub(in crate::export) type ForeignKey = (
    &'static [&'static str],
    &'static str,
    &'static [&'static str],
);

/// A CSV file.
#[derive(Debug, Clone)]
pub(in crate::export) struct Sheet {
    pub(in crate::export) path: String,
    pub(in crate::export) fields: Vec<Field>,
    pub(in crate::export) primary: &'static [&'static str],
    pub(in crate::export) foreign: Vec<ForeignKey>,
    pub(in crate::export) rows: usize,
    pub(in crate::export) bytes: Vec<u8>,
}

/// A CSV file that is being written.
pub(super) struct SheetWriter {
    sheet: Sheet,
    writer: Writer,
}

impl SheetWriter {
    pub(super) fn new(profile: Profile, path: &str, fields: Vec<Field>) -> Self {
        let names: Vec<&str> = fields.iter().map(|field| field.name.as_str()).collect();
        let writer = Writer::new(profile, &names);
        Self {
            writer,
            sheet: Sheet {
                path: path.to_owned(),
                fields,
                primary: &[],
                foreign: Vec::new(),
                rows: 0,
                bytes: Vec::new(),
            },
        }
    }

    pub(super) fn row(&mut self, cells: &[Cell]) {
        self.sheet.rows += 1;
        self.writer.row(cells);
    }

    pub(super) fn finish(
        self,
        primary: &'static [&'static str],
        foreign: Vec<ForeignKey>,
    ) -> Sheet {
        Sheet {
            primary,
            foreign,
            bytes: self.writer.finish(),
            ..self.sheet
        }
    }
}

pub(super) fn field(name: &str, kind: Kind) -> Field {
    Field {
        name: name.to_owned(),
        kind,
        description: String::new(),
    }
}

/// Fields of one kind.
pub(super) fn fields(kind: Kind, names: &[&str]) -> Vec<Field> {
    names.iter().map(|name| field(name, kind)).collect()
}

/// Words, or nothing.
pub(super) fn words(text: &str) -> Cell<'_> {
    if text.is_empty() {
        Cell::Empty
    } else {
        Cell::text(text)
    }
}

/// A whole number, or nothing.
pub(super) fn whole<N: TryInto<i64>>(n: Option<N>) -> Cell<'static> {
    n.and_then(|n| n.try_into().ok())
        .map_or(Cell::Empty, Cell::Int)
}

/// A time, or nothing.
pub(super) fn time(time: Option<jiff::Timestamp>) -> Cell<'static> {
    time.map_or(Cell::Empty, |time| Cell::text(time.to_string()))
}
