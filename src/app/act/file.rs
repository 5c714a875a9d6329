//! Bringing files in: choosing one, looking at what was read, keeping it.

mod keep;
mod many;
mod read;

pub(super) use read::Planning;

#[cfg(test)]
mod tests;

use crate::app::App;
use crate::app::layer::files::Want;
use crate::app::layer::preview::PreviewRow;
use crate::app::layer::{Files, Layer, Pick, PickItem, Picker, Preview, Prompt};
use crate::command::{FileAct, Invocation};
use crate::file::encoding::decode;
use crate::i18n::Message;
use crate::import::{Belongs, FORMATS, Format};
use crate::message;
use std::path::{Path, PathBuf};

/// Encodings that are offered; any name that is known can be typed.
const ENCODINGS: &[&str] = &[
    "utf-8",
    "windows-1252",
    "iso-8859-15",
    "macintosh",
    "utf-16le",
    "utf-16be",
];

pub(super) fn run(app: &mut App, act: FileAct, invocation: &Invocation) {
    let text = invocation.arg.as_deref();
    match act {
        FileAct::Import => import(app, text, Belongs::ByName, message!("app-file-import")),
        FileAct::ImportReference => {
            let belongs = Belongs::Reference(String::new());
            import(app, text, belongs, message!("app-file-reference"));
        }
        FileAct::Parent | FileAct::Hidden => {
            if let Some(Layer::Files(files)) = app.layers.last_mut() {
                if act == FileAct::Parent {
                    files.parent();
                } else {
                    files.toggle_hidden();
                }
            }
        }
        FileAct::Keep if many::is_shown(app) => many::keep(app),
        FileAct::Keep => keep::keep(app),
        FileAct::Session | FileAct::Encoding | FileAct::Format if many::is_shown(app) => {
            app.warn(message!("app-preview-many"));
        }
        FileAct::Session => session(app, text),
        FileAct::Encoding => encoding(app, text),
        FileAct::Format => format(app, text),
        FileAct::Interviewer => with_preview(app, |preview| {
            match preview.speaker() {
                Some(speaker) => preview.toggle_asking(&speaker),
                None => return Some(message!("app-preview-no-speaker")),
            }
            None
        }),
        FileAct::Confirm => confirm(app),
        FileAct::Unread => with_preview(app, |preview| {
            preview.toggle_unread();
            None
        }),
    }
}

/// Does something to the preview; what comes out is told.
fn with_preview(app: &mut App, act: impl FnOnce(&mut Preview) -> Option<Message>) {
    if let Some(Layer::Preview(preview)) = app.layers.last_mut()
        && let Some(why) = act(preview)
    {
        app.warn(why);
    }
}

/// A path as people type it: `~` is the home folder.
pub(in crate::app) fn expand(path: &str) -> PathBuf {
    let path = path.trim();
    let home = || directories::BaseDirs::new().map(|dirs| dirs.home_dir().to_owned());
    match path
        .strip_prefix('~')
        .filter(|rest| rest.is_empty() || rest.starts_with('/'))
    {
        Some(rest) => home().map_or_else(
            || PathBuf::from(path),
            |home| home.join(rest.trim_start_matches('/')),
        ),
        None => PathBuf::from(path),
    }
}

/// Where choosing begins: the folder of the last choice, else where the program was started.
pub(super) fn folder(app: &App) -> PathBuf {
    let last = app.folder.clone().filter(|folder| folder.is_dir());
    last.or_else(|| std::env::current_dir().ok())
        .unwrap_or_else(|| PathBuf::from("/"))
}

fn import(app: &mut App, path: Option<&str>, belongs: Belongs, title: Message) {
    match path {
        Some(path) => open(app, expand(path), belongs),
        None => {
            let all = belongs.clone();
            let files = Files::new(title, &folder(app), Want::File, move |app, path| {
                open(app, path, belongs);
            })
            .offering_all(move |app, paths| many::open(app, paths, all));
            app.push(Layer::Files(files));
        }
    }
}

/// Asks for a study folder.
pub(super) fn pick_folder(app: &mut App, then: impl FnOnce(&mut App, PathBuf) + Send + 'static) {
    let title = message!("app-folder");
    let files = Files::new(title, &folder(app), Want::StudyFolder, then);
    app.push(Layer::Files(files));
}

/// Chooses a copy of a study, then goes on with it.
pub(super) fn pick_copy(app: &mut App, then: impl FnOnce(&mut App, PathBuf) + Send + 'static) {
    let title = message!("app-folder-copy");
    let files = Files::new(title, &folder(app), Want::Copy, then);
    app.push(Layer::Files(files));
}

/// Shows a file as it is read; the reading is done on a worker.
fn open(app: &mut App, path: PathBuf, belongs: Belongs) {
    app.folder = path.parent().map(Path::to_owned);
    app.layers.clear();
    app.push(Layer::Preview(Box::new(Preview::new(
        path,
        std::sync::Arc::from(Vec::new()),
        belongs,
    ))));
    read::load(app);
}

/// Another interview, or another key for a reference text.
fn session(app: &mut App, key: Option<&str>) {
    let Some(Layer::Preview(preview)) = app.layers.last() else {
        return;
    };
    let reference = matches!(preview.belongs, Belongs::Reference(_));
    if let Some(key) = key {
        let key = key.trim().to_owned();
        if key.is_empty() {
            return app.warn(message!("study-key-empty"));
        }
        with_preview(app, |preview| {
            preview.belongs = if reference {
                Belongs::Reference(key)
            } else {
                Belongs::Session(key)
            };
            None
        });
        // Whoever is known in that interview speaks, also once.
        read::again(app);
        return;
    }
    let target = preview.target();
    if reference {
        let prompt = Prompt::new(message!("app-reference-key"), &target, |app, key| {
            session(app, Some(&key));
        });
        app.push(Layer::Prompt(prompt));
        return;
    }
    let Some(work) = &app.work else { return };
    let items = work
        .study()
        .sessions()
        .into_iter()
        .map(|(_, session)| PickItem {
            id: session.key.clone(),
            key: session.key.clone(),
            label: app
                .words
                .get(&format!("app-state-{}", session.state.as_str())),
            ..PickItem::default()
        })
        .collect();
    let picker = Picker::new(message!("app-preview-session"), items, |app, pick| {
        let (Pick::Item(key) | Pick::New(key)) = pick;
        session(app, Some(&key));
    })
    .offering_new(message!("app-preview-session-new"))
    .starting_at(&target);
    app.push(Layer::Picker(picker));
}

fn named(name: &str) -> PickItem {
    PickItem {
        id: name.to_owned(),
        key: name.to_owned(),
        ..PickItem::default()
    }
}

/// Reads the file again in another encoding.
fn encoding(app: &mut App, name: Option<&str>) {
    let Some(name) = name else {
        let items = ENCODINGS.iter().map(|name| named(name)).collect();
        let picker = Picker::new(message!("app-preview-encoding"), items, |app, pick| {
            let (Pick::Item(name) | Pick::New(name)) = pick;
            encoding(app, Some(&name));
        })
        .offering_new(message!("app-preview-encoding-other"));
        app.push(Layer::Picker(picker));
        return;
    };
    let name = name.trim();
    if let Err(error @ crate::file::encoding::EncodingError::UnknownName(_)) =
        decode(b"a", Some(name))
    {
        return app.warn(crate::import::ImportError::from(error).message());
    }
    with_preview(app, |preview| {
        preview.options.encoding = Some(name.to_owned());
        None
    });
    read::again(app);
}

/// Reads the file again as another format.
fn format(app: &mut App, name: Option<&str>) {
    let Some(name) = name else {
        let items = FORMATS.iter().map(|entry| named(entry.name)).collect();
        let picker = Picker::new(message!("app-preview-format"), items, |app, pick| {
            if let Pick::Item(name) = pick {
                format(app, Some(&name));
            }
        });
        app.push(Layer::Picker(picker));
        return;
    };
    match name.trim().parse::<Format>() {
        Ok(wanted) => {
            with_preview(app, |preview| {
                preview.options.format = Some(wanted);
                None
            });
            read::again(app);
        }
        Err(words) => app.warn(message!("app-no-word", word = name, words = words)),
    }
}

/// Says that a name that stands once is a speaker, and reads again.
fn confirm(app: &mut App) {
    let mut confirmed = false;
    with_preview(app, |preview| {
        if let Some(PreviewRow::Candidate(name, _)) = preview.current() {
            preview.options.confirmed_speakers.push(name.clone());
            confirmed = true;
            None
        } else {
            Some(message!("app-preview-no-candidate"))
        }
    });
    if confirmed {
        read::again(app);
    }
}
