//! Notes, during the call and after it.

use crate::app::App;
use crate::command::{Invocation, NoteAct};

pub(super) fn run(app: &mut App, act: NoteAct, invocation: &Invocation) {
    let _ = (app, act, invocation);
}

/// Enter: into what is under the cursor.
pub(super) fn enter(app: &mut App) {
    let _ = app;
}
