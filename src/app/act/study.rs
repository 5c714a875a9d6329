//! Opening, making and leaving a study.

use crate::app::layer::{Layer, Pick, PickItem, Picker, Prompt};
use crate::app::studies::{self, Made, MakeError};
use crate::app::{App, At};
use crate::command::{Invocation, StudyAct};
use crate::message;
use crate::store::Store;
use std::path::{Path, PathBuf};

/// Most faults that are told one by one; the others are counted.
const MOST_FAULTS: usize = 20;

pub(super) fn run(app: &mut App, act: StudyAct, invocation: &Invocation) {
    let text = invocation.arg.as_deref();
    match act {
        StudyAct::Open => open(app, text),
        StudyAct::New => new(app, text),
        StudyAct::Sample => sample(app),
        StudyAct::ImportFolder => import_folder(app, text),
        StudyAct::Export => super::export::run(app, text),
        StudyAct::Check => check(app),
    }
}

/// Enter: into the study under the cursor, or what is offered there.
pub(super) fn enter(app: &mut App) {
    if let Some(study) = app.places.start.current() {
        let name = study.name.clone();
        return open(app, Some(&name));
    }
    if let Some(offer) = app.places.start.offer() {
        app.run(&Invocation::new(offer));
    }
}

/// Looks at the data folder when the start page was opened; what each study is for is read on a worker.
pub(in crate::app) fn look(app: &mut App) {
    if app.places.start.looked {
        return;
    }
    let data_dir = app.loaded.paths.data_dir.clone();
    let names = studies::names(&data_dir);
    let last = match &app.work {
        Some(work) => Some(work.name.clone()),
        None => crate::config::current_study(&data_dir),
    };
    let place = &mut app.places.start;
    place.show(names.clone());
    match last.or_else(|| names.first().cloned()) {
        Some(name) => place.put(&name),
        None => place.list.at = 0,
    }
    if names.is_empty() {
        return;
    }
    app.job(move || {
        let told: Vec<_> = names
            .into_iter()
            .filter_map(|name| {
                let about = studies::about(&data_dir.join(&name)).ok()?;
                Some((name, about))
            })
            .collect();
        Box::new(move |app| {
            for study in &mut app.places.start.studies {
                let about = told.iter().find(|(name, _)| *name == study.name);
                if let Some((_, about)) = about {
                    study.about = Some(about.clone());
                }
            }
        })
    });
}

fn open(app: &mut App, name: Option<&str>) {
    let Some(name) = name else {
        let items = studies::names(&app.loaded.paths.data_dir)
            .into_iter()
            .map(|name| PickItem {
                id: name.clone(),
                key: name,
                ..PickItem::default()
            })
            .collect();
        let picker = Picker::new(message!("app-study-open"), items, |app, pick| {
            if let Pick::Item(name) = pick {
                open(app, Some(&name));
            }
        });
        app.push(Layer::Picker(picker));
        return;
    };
    let name = name.trim();
    if app.work.as_ref().is_some_and(|work| work.name == name) {
        app.go(At::Board);
        return;
    }
    // A name from outside is not yet one of the data folder.
    if !studies::names(&app.loaded.paths.data_dir)
        .iter()
        .any(|known| known == name)
    {
        app.warn(message!("app-study-none", name = name));
        return;
    }
    if let Err(error) = app.open_study(name) {
        app.fail(error.message());
    }
}

fn new(app: &mut App, name: Option<&str>) {
    let Some(name) = name else {
        let prompt = Prompt::new(message!("app-study-new"), "", |app, name| {
            new(app, Some(&name));
        });
        app.push(Layer::Prompt(prompt));
        return;
    };
    let (data_dir, author) = surroundings(app);
    let name = name.trim().to_owned();
    if let Err(error) = free(&data_dir, &name) {
        tell(app, &error);
        let prompt = Prompt::new(message!("app-study-new"), &name, |app, name| {
            new(app, Some(&name));
        });
        app.push(Layer::Prompt(prompt));
        return;
    }
    make(app, message!("app-study-making", name = &name), move || {
        studies::make(&data_dir, &name, &author, None)
    });
}

/// Whether a study can be made by this name.
fn free(data_dir: &Path, name: &str) -> Result<(), MakeError> {
    if !studies::is_study_name(name) {
        return Err(MakeError::BadName(name.to_owned()));
    }
    if data_dir.join(name).exists() {
        return Err(MakeError::Exists(name.to_owned()));
    }
    Ok(())
}

fn sample(app: &mut App) {
    let (data_dir, author) = surroundings(app);
    // A copy that is open cannot be looked at, let alone replaced.
    let open = app
        .work
        .as_ref()
        .is_some_and(|work| studies::is_sample_name(&work.name));
    if open && !close(app) {
        return;
    }
    make(app, message!("app-sample-making"), move || {
        studies::make_sample(&data_dir, &author)
    });
}

/// Closes the study that is open; says so where that fails.
fn close(app: &mut App) -> bool {
    app.to_present();
    if let Some(work) = &mut app.work
        && let Err(error) = work.store.settle()
    {
        app.fail(error.message());
        return false;
    }
    app.work = None;
    app.places = crate::app::Places::default();
    app.trail.clear();
    app.at = At::Start;
    true
}

fn import_folder(app: &mut App, path: Option<&str>) {
    match path {
        Some(path) => {
            let folder = super::file::expand(path);
            let name = name_of(&folder);
            make_from(app, folder, &name);
        }
        None => super::file::pick_folder(app, |app, folder| {
            let name = name_of(&folder);
            let prompt = Prompt::new(message!("app-study-new"), &name, move |app, name| {
                make_from(app, folder, name.trim());
            });
            app.push(Layer::Prompt(prompt));
        }),
    }
}

/// The name that a study from a folder is offered: the folder's, as far as it can be one.
fn name_of(folder: &Path) -> String {
    let name = folder.file_name().unwrap_or_default().to_string_lossy();
    let plain = |c: char| {
        if c.is_alphanumeric() || matches!(c, '-' | '_' | ' ') {
            c
        } else {
            '-'
        }
    };
    name.chars()
        .map(plain)
        .collect::<String>()
        .trim()
        .to_owned()
}

fn make_from(app: &mut App, folder: PathBuf, name: &str) {
    let (data_dir, author) = surroundings(app);
    let name = name.to_owned();
    if let Err(error) = free(&data_dir, &name) {
        tell(app, &error);
        let prompt = Prompt::new(message!("app-study-new"), &name, move |app, name| {
            make_from(app, folder, name.trim());
        });
        app.push(Layer::Prompt(prompt));
        return;
    }
    make(app, message!("app-study-making", name = &name), move || {
        studies::make_from(&data_dir, &name, &author, &folder)
    });
}

fn surroundings(app: &App) -> (PathBuf, String) {
    (
        app.loaded.paths.data_dir.clone(),
        app.loaded.settings.coder.value.clone(),
    )
}

/// Makes a study on a worker and opens it, unless the person opened another one since.
fn make(
    app: &mut App,
    words: crate::i18n::Message,
    work: impl FnOnce() -> Result<Made, MakeError> + Send + 'static,
) {
    app.inform(words);
    let open = app.work.as_ref().map(|work| work.name.clone());
    app.job(move || {
        let made = work();
        Box::new(move |app| {
            app.places.start.looked = false;
            match made {
                Ok(made) => {
                    let now = app.work.as_ref().map(|work| work.name.clone());
                    arrived(app, &made, now == open);
                }
                Err(error) => tell(app, &error),
            }
        })
    });
}

fn arrived(app: &mut App, made: &Made, open: bool) {
    if open && let Err(error) = app.open_study(&made.name) {
        app.fail(error.message());
        return;
    }
    for warning in &made.report.warnings {
        app.warn(warning.clone());
    }
    let warnings = made.report.warnings.len();
    app.inform(message!(
        "app-study-made",
        name = &made.name,
        warnings = warnings
    ));
}

/// Tells why a study was not made.
fn tell(app: &mut App, error: &MakeError) {
    // The last one told is the one on the screen: the count, which is the first.
    let messages = error.messages();
    let rest = messages.len().saturating_sub(MOST_FAULTS + 1);
    if rest > 0 {
        app.fail(message!("app-more-faults", n = rest));
    }
    for message in messages.into_iter().take(MOST_FAULTS + 1).rev() {
        app.fail(message);
    }
}

/// Makes sure of the study that is open: chain, texts, anchors, on a worker.
fn check(app: &mut App) {
    let Some(work) = &mut app.work else { return };
    if let Err(error) = work.store.settle() {
        app.fail(error.message());
        return;
    }
    let folder = work.store.folder().to_owned();
    app.inform(message!("app-checking"));
    app.job(move || {
        let found = Store::check(&folder, false);
        Box::new(move |app| match found {
            Ok(findings) => {
                let (told, faults): (Vec<_>, Vec<_>) =
                    findings.into_iter().partition(|finding| finding.repaired);
                // That this very program holds the study is nothing to tell.
                let held = |key: &str| key == "store-check-held";
                for finding in told.into_iter().filter(|f| !held(&f.message.key)) {
                    app.inform(finding.message);
                }
                if faults.is_empty() {
                    app.inform(message!("app-checked"));
                }
                for finding in faults {
                    app.fail(finding.message);
                }
            }
            Err(error) => app.fail(error.message()),
        })
    });
}
