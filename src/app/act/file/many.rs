//! Many files at once: a table of what becomes of each, then one transaction.

use super::read::{Planning, close, read_file, shown};
use crate::app::layer::Layer;
use crate::app::layer::preview::{Content, Held, One, Preview};
use crate::app::{App, intake};
use crate::i18n::Message;
use crate::import::{Became, Belongs, Input, Options, Plan, Report};
use crate::message;
use crate::text::harmless_line;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// The most bytes that are read together.
const MOST: usize = 512 << 20;

/// What is to be kept, and why the rest is not.
struct Sorted {
    plan: Option<Plan>,
    refused: BTreeMap<String, Message>,
    /// What was said of no file in particular.
    told: Vec<Message>,
}

/// Shows what would become of the files.
pub(super) fn open(app: &mut App, paths: Vec<PathBuf>, belongs: Belongs) {
    let folder = paths.first().and_then(|path| path.parent());
    let folder = folder.map_or_else(PathBuf::new, Path::to_owned);
    app.layers.clear();
    let preview = Preview::of_many(folder, paths, belongs);
    app.push(Layer::Preview(Box::new(preview)));
    load(app);
}

/// Whether the preview is one of many files.
pub(super) fn is_shown(app: &App) -> bool {
    matches!(app.layers.last(), Some(Layer::Preview(preview)) if !preview.many.is_empty())
}

fn load(app: &mut App) {
    let Some(work) = &app.work else { return };
    let planning = Planning::of(work);
    let Some(Layer::Preview(preview)) = app.layers.last_mut() else {
        return;
    };
    app.readings += 1;
    let reading = app.readings;
    preview.begin(reading);
    let (mut many, belongs) = (preview.many.clone(), preview.belongs.clone());
    app.job(move || {
        let refused = read(&mut many);
        let mut sorted = sort(&planning, &many, &belongs, refused);
        let content = table(&many, &mut sorted);
        Box::new(move |app| {
            // other files were chosen since: what comes late is dropped
            if let Some(preview) = shown(app, reading) {
                preview.many = many;
                preview.arrived(content);
            }
        })
    });
}

fn name(path: &Path) -> String {
    let name = path.file_name().unwrap_or_default();
    name.to_string_lossy().into_owned()
}

fn faulty(file: &str, reason: Message) -> Message {
    let file = harmless_line(file);
    message!("import-problem-file", file = file, reason = reason)
}

/// Reads the files from the disk; those that cannot be, with the reason.
fn read(many: &mut [Held]) -> BTreeMap<String, Message> {
    let mut refused = BTreeMap::new();
    let mut bytes = 0usize;
    for file in many {
        let room = MOST.saturating_sub(bytes);
        match read_file(&file.path) {
            Ok(read) if read.len() <= room => {
                bytes += read.len();
                file.bytes = read;
            }
            Ok(_) => {
                let file = name(&file.path);
                let why = faulty(&file, message!("app-preview-many-large"));
                refused.insert(file, why);
            }
            Err(why) => {
                refused.insert(name(&file.path), why);
            }
        }
    }
    refused
}

/// Plans what can be kept: a file that is refused is left out, and the others are planned without it.
fn sort(
    planning: &Planning,
    many: &[Held],
    belongs: &Belongs,
    mut refused: BTreeMap<String, Message>,
) -> Sorted {
    loop {
        let inputs: Vec<Input> = many
            .iter()
            .filter(|file| !refused.contains_key(&name(&file.path)))
            .map(|file| {
                let bytes = file.bytes.to_vec();
                Input::find(
                    &name(&file.path),
                    bytes,
                    belongs.clone(),
                    Options::default(),
                )
            })
            .collect();
        if inputs.is_empty() {
            return Sorted {
                plan: None,
                refused,
                told: Vec::new(),
            };
        }
        let names: Vec<String> = inputs.iter().map(|input| input.name.clone()).collect();
        let before = refused.len();
        let told = match planning.plan_all(inputs) {
            Ok(plan) => {
                // what is read of a PDF is a guess, to be looked at by itself
                let unsure = Became::of(&names, &plan)
                    .into_iter()
                    .filter(|one| one.unsure);
                refused.extend(unsure.map(|one| {
                    let why = faulty(&one.file, message!("app-preview-many-pdf"));
                    (one.file, why)
                }));
                if refused.len() == before {
                    let told = plan.report.warnings.clone();
                    return Sorted {
                        plan: Some(plan),
                        refused,
                        told,
                    };
                }
                Vec::new()
            }
            Err(report) => refuse(&report, &names, &mut refused),
        };
        if refused.len() == before {
            // nothing says which file it is
            return Sorted {
                plan: None,
                refused,
                told,
            };
        }
    }
}

/// Sets the files aside that a report finds fault with; what it says of no file of these is given back.
fn refuse(
    report: &Report,
    names: &[String],
    refused: &mut BTreeMap<String, Message>,
) -> Vec<Message> {
    let mut told = Vec::new();
    for problem in &report.problems {
        // what stands in a project is told of the project's file
        if names.contains(&problem.file) {
            let why = problem.message();
            refused.entry(problem.file.clone()).or_insert(why);
        } else {
            told.push(problem.message());
        }
    }
    told
}

/// The rows of the preview: what is refused stands first.
fn table(many: &[Held], sorted: &mut Sorted) -> Content {
    let names: Vec<String> = many.iter().map(|file| name(&file.path)).collect();
    let became = sorted
        .plan
        .as_ref()
        .map_or_else(Vec::new, |plan| Became::of(&names, plan));
    let refused = sorted.refused.iter().map(|(file, why)| One {
        became: Became {
            file: file.clone(),
            format: String::new(),
            goes: String::new(),
            fate: message!("app-preview-many-refused"),
            words: None,
            rows: 0,
            told: 0,
            unsure: false,
        },
        refused: Some(why.clone()),
    });
    let kept = became.into_iter().map(|became| One {
        became,
        refused: None,
    });
    Content::Many(
        refused.chain(kept).collect(),
        std::mem::take(&mut sorted.told),
    )
}

/// Plans again, for the study as it is, and keeps what is shown in one transaction.
pub(super) fn keep(app: &mut App) {
    if let Some(Layer::Preview(preview)) = app.layers.last() {
        keep_read(app, preview.reading);
    }
}

/// Keeps what a reading found, where it is shown and is not being kept already.
fn keep_read(app: &mut App, reading: u64) {
    let Some(work) = &app.work else { return };
    let planning = Planning::of(work);
    let (study, revision) = (work.name.clone(), work.revision);
    let Some(preview) = shown(app, reading).filter(|preview| preview.keeping.is_none()) else {
        return;
    };
    let Content::Many(files, _) = &preview.content else {
        return;
    };
    let refused: BTreeMap<String, Message> = files
        .iter()
        .filter_map(|one| Some((one.became.file.clone(), one.refused.clone()?)))
        .collect();
    let (many, belongs) = (preview.many.clone(), preview.belongs.clone());
    let before = refused.len();
    let told = message!("app-import-keeping", n = many.len().saturating_sub(before));
    let keeping = app.away(
        told.clone(),
        move |_| {
            let mut sorted = sort(&planning, &many, &belongs, refused);
            let content = table(&many, &mut sorted);
            (sorted, content)
        },
        move |app, (sorted, content)| {
            let now = app.work.as_ref().map(|work| (&work.name, work.revision));
            let has_gone_on = now != Some((&study, revision));
            let Some(preview) = shown(app, reading) else {
                // it was left: nothing of it is kept
                return app.inform(message!("app-away-given-up", what = told));
            };
            preview.keeping = None;
            match sorted.plan {
                _ if has_gone_on => keep_read(app, reading),
                Some(plan) if sorted.refused.len() == before => store(app, plan, before, reading),
                _ => {
                    // what is kept is what was shown: look again
                    preview.arrived(content);
                    app.warn(message!("app-preview-many-again"));
                }
            }
        },
    );
    if let Some(preview) = shown(app, reading) {
        preview.keeping = Some(keeping);
    }
}

fn store(app: &mut App, mut plan: Plan, refused: usize, reading: u64) {
    let Some(work) = &mut app.work else { return };
    let report = std::mem::take(&mut plan.report);
    let texts = plan.texts.len();
    let (label, changes) = match intake::stored(&mut work.store, plan) {
        Ok(stored) => stored,
        Err(error) => return app.fail(error.message()),
    };
    if !changes.is_empty() && !app.change(label, changes) {
        return;
    }
    close(app, reading);
    for warning in report.warnings {
        app.warn(warning);
    }
    let n = texts + report.files.len();
    app.inform(message!("app-import-many", n = n, refused = refused));
}
