//! The evidence table and the passages behind its figures.

use crate::app::App;
use crate::command::{EvidenceAct, Invocation};

pub(super) fn run(app: &mut App, act: EvidenceAct, invocation: &Invocation) {
    let _ = (app, act, invocation);
}

/// Enter: into what is under the cursor.
pub(super) fn enter(app: &mut App) {
    let _ = app;
}
