//! `export`: all data files and `datapackage.json`, or the study in any other format of the table.

use super::args::{Export, Profile as Asked};
use super::cx::Cx;
use super::failure::{CANNOT_CREATE, DATA, DISK, Done, Failure, USAGE};
use crate::export::formats::{FORMATS, Format, Order, WriteError, sum, write_as};
use crate::export::losses::losses_path;
use crate::export::{ExportOptions, Profile};
use crate::message;
use crate::store::Store;
use crate::study::Stamp;
use std::path::Path;

/// Writes the export.
pub fn export(cx: &Cx, asked: &Export) -> Done {
    let Some(format) = Format::named(&asked.as_).or(FORMATS.first()) else {
        return Ok(());
    };
    let store = if format.exchange {
        cx.read_whole()?
    } else {
        cx.read()?
    };
    let options = ExportOptions {
        profile: match asked.profile {
            Asked::Data => Profile::Data,
            Asked::ExcelFr => Profile::ExcelFr,
        },
        shared: asked.shared,
        force: asked.force,
        ..ExportOptions::default()
    };
    write(cx, &store, format, &options, &asked.out)
}

/// Writes a study as a format, and says what its owner should know.
pub fn write(cx: &Cx, store: &Store, format: &Format, options: &ExportOptions, out: &Path) -> Done {
    let head = store.head();
    let options = ExportOptions {
        date: (head.stamp != Stamp::default()).then_some(head.date),
        head: head.hash,
        ..options.clone()
    };
    let texts = store.texts();
    let written = write_as(
        format,
        &Order {
            study: store.study(),
            texts: &*texts,
            originals: &|version| store.original(&version.original, &version.salt).ok(),
            options: &options,
            words: cx.words,
            templates: &store.folder().join("templates"),
            out,
            known: &|bytes| Store::wrote(store.folder(), &sum(bytes)),
        },
    )?;
    for warning in &written.warnings {
        cx.tell(warning);
    }
    if let Some(losses) = &written.losses {
        for line in losses.messages(Some(&losses_path(out))) {
            cx.tell(&line);
        }
    }
    // so that an erasure can name this copy; a study that cannot be written is exported all the same
    if let Err(error) = Store::remember_export(store.folder(), out, &written.sums) {
        cx.tell(&error.message());
    }
    let path = out.display().to_string();
    cx.tell(&match written.files {
        Some(n) => message!("cli-exported", n = n, folder = path),
        None => message!("cli-export-written", file = path),
    });
    Ok(())
}

impl From<WriteError> for Failure {
    fn from(error: WriteError) -> Self {
        let code = match error {
            WriteError::Table(error) => return error.into(),
            WriteError::Ending { .. } => USAGE,
            WriteError::Place(ref error) if !error.is_disk() => CANNOT_CREATE,
            WriteError::NoCodes => DATA,
            WriteError::Place(_) | WriteError::Made { .. } => DISK,
        };
        Self::new(code, error.message())
    }
}
