//! Bringing files in.

use crate::app::App;
use crate::app::layer::{Layer, Prompt};
use crate::command::{FileAct, Invocation};
use crate::message;
use std::path::PathBuf;

pub(super) fn run(app: &mut App, act: FileAct, invocation: &Invocation) {
    let _ = (app, act, invocation);
}

/// A path as people type it: `~` is the home folder.
pub(super) fn expand(path: &str) -> PathBuf {
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

/// Asks for a study folder.
pub(super) fn pick_folder(app: &mut App, then: impl FnOnce(&mut App, PathBuf) + Send + 'static) {
    let prompt = Prompt::new(message!("app-folder"), "", |app, path| {
        then(app, expand(&path));
    });
    app.push(Layer::Prompt(prompt));
}
