//! The settings of the study.

use crate::app::App;
use crate::command::{Invocation, SettingsAct};

pub(super) fn run(app: &mut App, act: SettingsAct, invocation: &Invocation) {
    let _ = (app, act, invocation);
}

/// Enter: into what is under the cursor.
pub(super) fn enter(app: &mut App) {
    let _ = app;
}
