//! The table on the screen as a file, written on a worker.

use super::place;
use crate::analysis::Table;
use crate::app::layer::{Choice, Confirm, Layer, Pick, PickItem, Picker, Prompt};
use crate::app::{App, At};
use crate::export;
use crate::file::atomic::write_atomic;
use crate::i18n::Words;
use crate::message;
use crate::text::sanitise::harmless_line;
use std::path::{Path, PathBuf};

/// How a table is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Format {
    Csv,
    ExcelFr,
    Markdown,
    Json,
}

impl Format {
    /// All of them: name, ending of the file, words.
    const ALL: [(Self, &str, &str, &str); 4] = [
        (Self::Csv, "csv", "csv", "app-export-csv"),
        (Self::ExcelFr, "excel-fr", "csv", "app-export-excel-fr"),
        (Self::Markdown, "markdown", "md", "app-export-markdown"),
        (Self::Json, "json", "json", "app-export-json"),
    ];

    /// By the ending of a file's name; CSV where it says nothing.
    fn of(path: &Path) -> Self {
        let ending = path
            .extension()
            .map(|ending| ending.to_string_lossy().to_lowercase());
        match ending.as_deref() {
            Some("json") => Self::Json,
            Some("md" | "markdown") => Self::Markdown,
            _ => Self::Csv,
        }
    }

    fn write(self, table: &Table, words: Words) -> Vec<u8> {
        match self {
            Self::Csv => export::csv(table, export::Profile::Data),
            Self::ExcelFr => export::csv(table, export::Profile::ExcelFr),
            Self::Markdown => export::markdown(table, words).into_bytes(),
            Self::Json => export::json(table, words).into_bytes(),
        }
    }
}

/// Writes the table to a path; without one, asks for the format, then for the path.
pub(super) fn run(app: &mut App, path: Option<&str>) {
    if let Some(path) = path {
        if let Some(path) = target(app, path) {
            let format = Format::of(&path);
            write(app, format, path);
        }
        return;
    }
    let items = Format::ALL
        .iter()
        .map(|(_, name, _, words)| PickItem {
            id: (*name).to_owned(),
            key: (*name).to_owned(),
            label: app.words.get(words),
            ..PickItem::default()
        })
        .collect();
    let picker = Picker::new(message!("app-export-as"), items, |app, pick| {
        let Pick::Item(name) = pick else { return };
        if let Some((format, _, ending, _)) = Format::ALL.into_iter().find(|f| f.1 == name) {
            ask_path(app, format, ending);
        }
    });
    app.push(Layer::Picker(picker));
}

/// Proposes a file in the study's own exports.
fn ask_path(app: &mut App, format: Format, ending: &str) {
    let Some(work) = &app.work else { return };
    let Some(table) = place(app).and_then(|place| place.shown.as_ref()) else {
        return;
    };
    let mut name = table.table.name.to_owned();
    for (_, value) in table.table.filters.pairs() {
        name.push('-');
        // keys may hold what a file's name may not
        name.extend(value.chars().map(|c| {
            if c.is_alphanumeric() || c == '.' {
                c
            } else {
                '_'
            }
        }));
    }
    let proposed = work.store.exports_dir().join(format!("{name}.{ending}"));
    let prompt = Prompt::new(
        message!("app-export-path"),
        &proposed.to_string_lossy(),
        move |app, path| {
            let Some(path) = target(app, &path) else {
                return;
            };
            if path.exists() {
                ask_over(app, format, path);
            } else {
                write(app, format, path);
            }
        },
    );
    app.push(Layer::Prompt(prompt));
}

/// A path as it is typed; a mere name lies among the study's exports.
fn target(app: &App, path: &str) -> Option<PathBuf> {
    let path = Path::new(path.trim());
    path.file_name()?;
    let bare = path.components().count() == 1;
    match &app.work {
        Some(work) if bare => Some(work.store.exports_dir().join(path)),
        _ => Some(path.to_owned()),
    }
}

fn ask_over(app: &mut App, format: Format, path: PathBuf) {
    let question = message!("app-export-exists", path = shown(&path));
    let choices = vec![
        Choice::new(message!("app-export-keep"), |_| {}),
        Choice::new(message!("app-export-over"), move |app| {
            write(app, format, path);
        }),
    ];
    app.push(Layer::Confirm(Confirm::new(question, choices)));
}

fn shown(path: &Path) -> String {
    harmless_line(&path.to_string_lossy()).into_owned()
}

fn write(app: &mut App, format: Format, path: PathBuf) {
    let Some(work) = &app.work else { return };
    let exports = work.store.exports_dir();
    let table = match app.at {
        At::Evidence => &app.places.evidence,
        _ => &app.places.table,
    };
    let Some(table) = table.shown.as_ref().map(|shown| shown.table.clone()) else {
        return;
    };
    let words = app.words;
    app.job(move || {
        let bytes = format.write(&table, words);
        let written = if path.starts_with(&exports) {
            std::fs::create_dir_all(&exports).map_err(|error| error.to_string())
        } else {
            Ok(())
        }
        .and_then(|()| write_atomic(&path, &bytes).map_err(|error| error.to_string()));
        Box::new(move |app: &mut App| match written {
            Ok(()) => app.inform(message!(
                "app-export-written",
                path = shown(&path),
                rows = table.rows.len()
            )),
            Err(reason) => app.fail(message!("app-export-failed", reason = reason)),
        })
    });
}
