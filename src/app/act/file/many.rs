//! Many files at once: a table of what becomes of each, then one transaction.

use super::read::{Planning, read_file};
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
    preview.reading += 1;
    preview.content = Content::Reading;
    let reading = preview.reading;
    let (mut many, belongs) = (preview.many.clone(), preview.belongs.clone());
    app.job(move || {
        let refused = read(&mut many);
        let mut sorted = sort(&planning, &many, &belongs, refused);
        let content = table(&many, &mut sorted);
        Box::new(move |app| {
            let preview = app.layers.iter_mut().rev().find_map(|layer| match layer {
                Layer::Preview(preview) => Some(preview),
                _ => None,
            });
            let is_same = |preview: &&mut Box<Preview>| {
                preview.reading == reading && preview.many.len() == many.len()
            };
            if let Some(preview) = preview.filter(is_same) {
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
        // a table of a project stands in the project's file
        let own = names.iter().find(|name| {
            let rest = problem.file.strip_prefix(name.as_str());
            rest.is_some_and(|rest| !rest.starts_with(char::is_alphanumeric))
        });
        match own {
            Some(name) => {
                let why = problem.message();
                refused.entry(name.clone()).or_insert(why);
            }
            None => told.push(problem.message()),
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

/// Plans again, for the study as it is, and keeps what was shown in one transaction.
pub(super) fn keep(app: &mut App) {
    let Some(Layer::Preview(preview)) = app.layers.last() else {
        return;
    };
    let Content::Many(files, _) = &preview.content else {
        return;
    };
    let refused: BTreeMap<String, Message> = files
        .iter()
        .filter_map(|one| Some((one.became.file.clone(), one.refused.clone()?)))
        .collect();
    let Some(work) = &app.work else { return };
    let planning = Planning::of(work);
    let (study, revision) = (work.name.clone(), work.revision);
    let (many, belongs) = (preview.many.clone(), preview.belongs.clone());
    let shown = refused.len();
    app.job(move || {
        let mut sorted = sort(&planning, &many, &belongs, refused);
        Box::new(move |app| {
            let now = app.work.as_ref().map(|work| (&work.name, work.revision));
            if now != Some((&study, revision)) {
                // the study went on meanwhile
                if is_shown(app) {
                    keep(app);
                }
                return;
            }
            if sorted.refused.len() != shown || sorted.plan.is_none() {
                // what is kept is what was shown: look again
                let content = table(&many, &mut sorted);
                if let Some(Layer::Preview(preview)) = app.layers.last_mut() {
                    preview.arrived(content);
                }
                return app.warn(message!("app-preview-many-again"));
            }
            if let Some(plan) = sorted.plan {
                store(app, plan, shown);
            }
        })
    });
}

fn store(app: &mut App, mut plan: Plan, refused: usize) {
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
    app.layers.pop();
    for warning in report.warnings {
        app.warn(warning);
    }
    let n = texts + report.files.len();
    app.inform(message!("app-import-many", n = n, refused = refused));
}
