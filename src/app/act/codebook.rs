//! The tree of codes.

use crate::app::App;
use crate::command::{CodebookAct, Invocation};

pub(super) fn run(app: &mut App, act: CodebookAct, invocation: &Invocation) {
    let _ = (app, act, invocation);
}

/// Enter: into what is under the cursor.
pub(super) fn enter(app: &mut App) {
    let _ = app;
}
