//! Putting codes on passages.

use crate::app::App;
use crate::command::{CodingAct, Invocation};

pub(super) fn run(app: &mut App, act: CodingAct, invocation: &Invocation) {
    let _ = (app, act, invocation);
}

/// Enter: into what is under the cursor.
pub(super) fn enter(app: &mut App) {
    let _ = app;
}
