//! `export`: all data files and `datapackage.json`.

use super::args::{Export, ExportAs, Profile as Asked};
use super::cx::Cx;
use super::failure::{CANNOT_CREATE, DISK, Done, Failure, USAGE};
use crate::analysis::{Context, Counted, Keys, TurnCache};
use crate::export::deliver::{self, Form, Page, PlaceError, SlidesError};
use crate::export::{ExportOptions, Profile, export_study};
use crate::message;
use crate::store::Store;
use crate::study::Stamp;
use std::path::Path;

/// Writes the export.
pub fn export(cx: &Cx, asked: &Export) -> Done {
    let store = cx.read()?;
    match asked.as_ {
        ExportAs::Csv => {}
        ExportAs::Study | ExportAs::Slides | ExportAs::Infographic | ExportAs::Pack => {
            return deliver(cx, &store, asked);
        }
    }
    let options = ExportOptions {
        profile: match asked.profile {
            Asked::Data => Profile::Data,
            Asked::ExcelFr => Profile::ExcelFr,
        },
        shared: asked.shared,
        force: asked.force,
        ..ExportOptions::default()
    };
    write(cx, &store, &options, &asked.out)
}

/// Writes a deliverable: the study as a document, the infographic.
fn deliver(cx: &Cx, store: &Store, asked: &Export) -> Done {
    let path = &asked.out;
    let (texts, turns, head) = (store.texts(), TurnCache::default(), store.head());
    let date = (head.stamp != Stamp::default()).then_some(head.date);
    let context = Context {
        texts: &*texts,
        turns: &turns,
        head: head.hash,
        date,
        language: cx.words.lang(),
    };
    let keys = Keys::of(store.study());
    let counted = Counted::of(store.study(), &keys, &context);
    let templates = store.folder().join("templates");
    let refused = |error: PlaceError| {
        let code = if error.is_disk() { DISK } else { CANNOT_CREATE };
        Failure::new(code, error.message())
    };
    let unmade = |error: SlidesError| match error {
        SlidesError::Place(error) => refused(error),
        SlidesError::Table(error) => error.into(),
        other => Failure::new(
            DISK,
            message!(
                "cli-file-refused",
                file = path.display().to_string(),
                reason = other.to_string()
            ),
        ),
    };
    let words = cx.words;
    let warnings = match asked.as_ {
        ExportAs::Infographic => {
            let page = Page::of(path).ok_or_else(|| other(path, ".html, .typ"))?;
            let (made, warnings) =
                deliver::infographic(&counted, &context, words, page, &templates)?;
            deliver::place_page(&made, path, page, asked.force).map_err(refused)?;
            warnings
        }
        ExportAs::Slides => {
            if path.extension().is_some_and(|ending| ending != "pptx") {
                return Err(other(path, ".pptx"));
            }
            let (made, warnings) =
                deliver::slides(&counted, &context, words, &templates).map_err(unmade)?;
            deliver::place_slides(&made, path, asked.force).map_err(refused)?;
            warnings
        }
        ExportAs::Pack => {
            let (files, warnings) =
                deliver::handover(&counted, &context, words, &templates).map_err(unmade)?;
            if path.extension().is_some_and(|ending| ending == "zip") {
                let bytes = deliver::archive(&files).map_err(unmade)?;
                deliver::place_archive(&bytes, path, asked.force).map_err(refused)?;
            } else {
                deliver::place_folder(&files, path, asked.force).map_err(refused)?;
            }
            warnings
        }
        ExportAs::Csv | ExportAs::Study => {
            let form = Form::of(path).ok_or_else(|| other(path, ".docx, .md"))?;
            let report = deliver::study(&counted, &context, words)?;
            deliver::place(&report, path, form, &templates, date, words, asked.force)
                .map_err(refused)?
                .warnings
        }
    };
    for warning in &warnings {
        cx.tell(warning);
    }
    if let Err(error) = Store::remember_export(store.folder(), path) {
        cx.tell(&error.message());
    }
    cx.tell(&message!(
        "cli-export-written",
        file = path.display().to_string()
    ));
    Ok(())
}

/// A name whose ending does not say how to write it.
fn other(path: &Path, endings: &str) -> Failure {
    Failure::new(
        USAGE,
        message!(
            "cli-export-ending",
            file = path.display().to_string(),
            endings = endings
        ),
    )
}

/// Writes the export of a study to a folder, and says what its owner should know.
pub fn write(cx: &Cx, store: &Store, options: &ExportOptions, out: &Path) -> Done {
    let head = store.head();
    let options = ExportOptions {
        date: (head.stamp != Stamp::default()).then_some(head.date),
        head: head.hash,
        ..options.clone()
    };
    let texts = store.texts();
    let originals = |version: &crate::study::document::Version| {
        store.original(&version.original, &version.salt).ok()
    };
    let report =
        export_study(store.study(), &*texts, &originals, &options, out).map_err(|error| {
            let code = if error.is_place() {
                CANNOT_CREATE
            } else {
                DISK
            };
            Failure::new(code, error.message())
        })?;
    for warning in &report.warnings {
        cx.tell(warning);
    }
    // so that an erasure can name this copy; a study that cannot be written is exported all the same
    if let Err(error) = Store::remember_export(store.folder(), out) {
        cx.tell(&error.message());
    }
    cx.tell(&message!(
        "cli-exported",
        n = report.files.len(),
        folder = out.display().to_string()
    ));
    Ok(())
}
