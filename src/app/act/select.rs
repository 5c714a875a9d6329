//! Choosing the passage that a code will be put on.

use crate::app::App;
use crate::command::{Invocation, SelectAct};

pub(super) fn run(app: &mut App, act: SelectAct, invocation: &Invocation) {
    let _ = (app, act, invocation);
}
