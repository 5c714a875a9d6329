//! Writing the study's data files into a folder.

use crate::app::layer::{Field, Form, Layer};
use crate::app::{App, Done};
use crate::export::{ExportOptions, Profile, export_study};
use crate::message;
use crate::store::Store;
use crate::study::document::Version;
use std::path::PathBuf;

/// Exports the owner's copy into a folder that is typed, or asks where and how.
pub(super) fn run(app: &mut App, path: Option<&str>) {
    let Some(work) = &app.work else { return };
    if let Some(path) = path {
        let out = super::file::expand(path);
        return write(app, out, Profile::Data, false, false);
    }
    let out = work.store.exports_dir().join("data");
    let profiles = vec![
        ("data".to_owned(), app.words.get("app-export-data")),
        ("excel-fr".to_owned(), app.words.get("app-export-excel")),
    ];
    let no = || (String::new(), app.words.get("app-no"));
    let yes = || ("yes".to_owned(), app.words.get("app-yes"));
    let fields = vec![
        Field::text(
            "out",
            message!("app-export-out"),
            &out.display().to_string(),
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
    let form = Form::new(message!("app-export"), fields, |app, values| {
        let out = values.get("out");
        if out.is_empty() {
            return Err(("out".to_owned(), message!("study-key-empty")));
        }
        let profile = if values.get("profile") == "data" {
            Profile::Data
        } else {
            Profile::ExcelFr
        };
        let out = super::file::expand(out);
        let yes = |key: &str| values.get(key) == "yes";
        write(app, out, profile, yes("shared"), yes("force"));
        Ok(())
    });
    app.push(Layer::Form(form));
}

/// Writes the files on a worker, from the study as it is now.
fn write(app: &mut App, out: PathBuf, profile: Profile, shared: bool, force: bool) {
    let Some(work) = &app.work else { return };
    let settling = match work.store.settling() {
        Ok(settling) => settling,
        Err(error) => return app.fail(error.message()),
    };
    let head = work.store.head();
    let study = work.store.shared();
    let texts = work.texts();
    let originals = work.store.originals();
    let folder = work.store.folder().to_owned();
    app.inform(message!("app-exporting", out = out.display().to_string()));
    app.job(move || {
        // What is handed on leads back to the journal: that has to be on the disk before it.
        if let Err(error) = settling.wait() {
            return Box::new(move |app: &mut App| app.fail(error.message())) as Done;
        }
        let options = ExportOptions {
            profile,
            shared,
            force,
            head: head.hash,
            date: Some(head.date),
        };
        let read = |version: &Version| originals.named(version);
        let written = export_study(&study, &*texts, &read, &options, &out);
        let remembered = written
            .is_ok()
            .then(|| Store::remember_export(&folder, &out));
        Box::new(move |app| match written {
            Ok(report) => {
                for warning in report.warnings {
                    app.warn(warning);
                }
                if let Some(Err(error)) = remembered {
                    app.warn(error.message());
                }
                app.inform(message!(
                    "app-exported",
                    n = report.files.len(),
                    out = out.display().to_string()
                ));
            }
            Err(error) => app.fail(error.message()),
        })
    });
}
