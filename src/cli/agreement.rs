//! `agreement`: all coefficients for a table of values, one row a unit, one column a coder.

use super::args::{Level as Asked, TableFormat};
use super::cx::Cx;
use super::failure::{DATA, Done, Failure, NO_INPUT};
use super::table;
use crate::analysis::agreement::{Level, sheet};
use crate::file::{csv, encoding};
use crate::message;
use std::path::Path;

/// Largest file that is read, in bytes.
const LARGEST: u64 = 64 << 20;

impl From<Asked> for Level {
    fn from(asked: Asked) -> Self {
        match asked {
            Asked::Nominal => Self::Nominal,
            Asked::Ordinal => Self::Ordinal,
            Asked::Interval => Self::Interval,
            Asked::Ratio => Self::Ratio,
        }
    }
}

/// Prints the coefficients; needs no study.
pub fn agreement(cx: &Cx, file: &Path, level: Asked, format: TableFormat) -> Done {
    let name = file.display().to_string();
    let meta = std::fs::metadata(file).map_err(|error| Failure::of_input(file, &error))?;
    if meta.is_dir() {
        let folder = message!("cli-is-folder", file = name);
        return Err(Failure::new(NO_INPUT, folder));
    }
    let refused = |line: usize, reason: String| {
        let message = message!(
            "cli-agreement-refused",
            file = &name,
            line = line,
            reason = reason
        );
        Failure::new(DATA, message)
    };
    if meta.len() > LARGEST {
        let reason = message!("import-error-too-large", bytes = meta.len());
        return Err(refused(0, cx.words.say(&reason)));
    }
    let bytes = std::fs::read(file).map_err(|error| Failure::of_input(file, &error))?;
    let text = encoding::decode(&bytes, None)
        .map_err(|error| refused(0, error.to_string()))?
        .text;
    let sheet = csv::read(&text).map_err(|error| refused(error.line(), error.to_string()))?;
    let read = sheet::read(&sheet);
    if let Some(unit) = &read.unit {
        cx.tell(&message!("cli-agreement-unit", column = unit));
    }
    table::print(cx, &sheet::table(&read, level.into()), format)
}
