//! Opening, making and leaving a study.

use crate::app::App;
use crate::command::{Invocation, StudyAct};

pub(super) fn run(app: &mut App, act: StudyAct, invocation: &Invocation) {
    let _ = (app, act, invocation);
}

/// Enter: into what is under the cursor.
pub(super) fn enter(app: &mut App) {
    let _ = app;
}
