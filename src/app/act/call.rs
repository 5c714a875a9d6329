//! The running call: its line, its clock, its draft.

use crate::app::{App, At};
use crate::command::TextAct;

/// Goes to the call of the interview at hand.
pub(super) fn open(app: &mut App) {
    app.go(At::Live);
}

/// Types into the line.
pub(super) fn text(app: &mut App, act: TextAct, text: &str, times: usize) {
    let _ = (app, act, text, times);
}

/// Time went on.
pub(in crate::app) fn tick(app: &mut App) {
    let _ = app;
}

/// Keeps what is typed and not yet noted.
pub(in crate::app) fn keep_draft(app: &mut App) {
    let _ = app;
}

/// When the call's clock shows its next second.
pub(in crate::app) fn wake_in(app: &App) -> Option<std::time::Duration> {
    let _ = app;
    None
}
