//! Writing the study: its data files, or any other format of the table, into a place that is typed.

use crate::app::layer::{Field, Form, Layer};
use crate::app::{App, Done};
use crate::export::formats::{FORMATS, Format, Order, sum, write_as};
use crate::export::losses::losses_path;
use crate::export::{ExportOptions, Profile};
use crate::message;
use crate::store::Store;
use crate::study::document::Version;
use std::path::{Path, PathBuf};

/// Exports the owner's copy into a folder that is typed, or asks what, where and how.
pub(super) fn run(app: &mut App, path: Option<&str>) {
    let Some(work) = &app.work else { return };
    if let (Some(path), Some(format)) = (path, FORMATS.first()) {
        let out = super::file::expand(path);
        return write(app, format, out, &ExportOptions::default());
    }
    let exports = work.store.exports_dir();
    let proposed = exports.join("data");
    let formats = FORMATS
        .iter()
        .map(|format| (format.name.to_owned(), app.words.get(format.label)))
        .collect();
    let first = FORMATS.first().map_or("", |format| format.name);
    let profiles = vec![
        ("data".to_owned(), app.words.get("app-export-data")),
        ("excel-fr".to_owned(), app.words.get("app-export-excel")),
    ];
    let no = || (String::new(), app.words.get("app-no"));
    let yes = || ("yes".to_owned(), app.words.get("app-yes"));
    let fields = vec![
        Field::choice("as", message!("app-export-what"), formats, first),
        Field::text(
            "out",
            message!("app-export-out"),
            &proposed.display().to_string(),
        ),
        Field::choice("profile", message!("app-export-profile"), profiles, "data"),
        Field::choice(
            "shared",
            message!("app-export-shared"),
            vec![no(), yes()],
            "",
        ),
        Field::choice("force", message!("app-export-force"), vec![no(), yes()], ""),
    ];
    let form = Form::new(message!("app-export"), fields, move |app, values| {
        let out = values.get("out");
        if out.is_empty() {
            return Err(("out".to_owned(), message!("study-key-empty")));
        }
        let Some(format) = Format::named(values.get("as")) else {
            return Ok(());
        };
        let profile = if values.get("profile") == "data" {
            Profile::Data
        } else {
            Profile::ExcelFr
        };
        let out = named(format, super::file::expand(out), &proposed);
        let yes = |key: &str| values.get(key) == "yes";
        let options = ExportOptions {
            profile,
            shared: yes("shared"),
            force: yes("force"),
            ..ExportOptions::default()
        };
        write(app, format, out, &options);
        Ok(())
    });
    app.push(Layer::Form(form));
}

/// The place for a format: the one proposed for data files is no name for another, and a file has its ending.
fn named(format: &Format, out: PathBuf, proposed: &Path) -> PathBuf {
    let is_default = FORMATS
        .first()
        .is_some_and(|first| first.name == format.name);
    let out = if !is_default && out == proposed {
        // a file is called study, where its ending says what it is
        let own = format.endings.contains(&format.name);
        out.with_file_name(if own { "study" } else { format.name })
    } else {
        out
    };
    match format.endings.first() {
        Some(ending) if out.extension().is_none() => out.with_extension(ending),
        _ => out,
    }
}

/// Writes the files on a worker, from the study as it is now.
fn write(app: &mut App, format: &'static Format, out: PathBuf, options: &ExportOptions) {
    let Some(work) = &app.work else { return };
    let settling = match work.store.settling() {
        Ok(settling) => settling,
        Err(error) => return app.fail(error.message()),
    };
    let head = work.store.head();
    let (study, blind) = if format.exchange {
        (work.store.whole_shared(), message!("cli-blind-whole"))
    } else {
        let coder = work.coder.clone();
        (
            work.store.shared(),
            message!("cli-blind-seen", coder = coder),
        )
    };
    let blind = work.store.is_blind().then_some(blind);
    let texts = work.texts();
    let originals = work.store.originals();
    let folder = work.store.folder().to_owned();
    let words = app.words;
    let options = ExportOptions {
        head: head.hash,
        date: Some(head.date),
        ..options.clone()
    };
    app.inform(message!("app-exporting", out = out.display().to_string()));
    app.job(move || {
        // What is handed on leads back to the journal: that has to be on the disk before it.
        if let Err(error) = settling.wait() {
            return Box::new(move |app: &mut App| app.fail(error.message())) as Done;
        }
        let written = write_as(
            format,
            &Order {
                study: &study,
                texts: &*texts,
                originals: &|version: &Version| originals.named(version),
                options: &options,
                words,
                templates: &folder.join("templates"),
                out: &out,
                known: &|bytes| Store::wrote(&folder, &sum(bytes)),
            },
        );
        let remembered = written
            .as_ref()
            .ok()
            .map(|written| Store::remember_export(&folder, &out, &written.sums));
        Box::new(move |app| match written {
            Ok(written) => {
                if let Some(blind) = blind {
                    app.warn(blind);
                }
                for warning in written.warnings {
                    app.warn(warning);
                }
                for loss in written
                    .losses
                    .iter()
                    .flat_map(|l| l.messages(Some(&losses_path(&out))))
                {
                    app.warn(loss);
                }
                if let Some(Err(error)) = remembered {
                    app.warn(error.message());
                }
                let out = out.display().to_string();
                app.inform(match written.files {
                    Some(n) => message!("app-exported", n = n, out = out),
                    None => message!("cli-export-written", file = out),
                });
            }
            Err(error) => app.fail(error.message()),
        })
    });
}
