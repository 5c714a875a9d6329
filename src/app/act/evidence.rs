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

/// The passages with a code, in a list to go to one of them.
pub(super) fn passages_of_code(app: &mut App, code: &crate::study::id::CodeId) {
    let _ = (app, code);
}
