//! Bringing files in.

use crate::app::App;
use crate::command::{FileAct, Invocation};

pub(super) fn run(app: &mut App, act: FileAct, invocation: &Invocation) {
    let _ = (app, act, invocation);
}
