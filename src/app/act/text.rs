//! Typing, wherever text is typed: in the top layer, else in the line of the call.

use crate::app::{App, At};
use crate::command::{Invocation, TextAct};

pub(super) fn run(app: &mut App, act: TextAct, invocation: &Invocation) {
    let text = invocation.arg.as_deref().unwrap_or("");
    match app.layers.last_mut() {
        Some(layer) => layer.text(act, text, invocation.times()),
        None if app.at == At::Live => super::call::text(app, act, text, invocation.times()),
        None => {}
    }
}

/// Text put in as a whole.
pub(in crate::app) fn paste(app: &mut App, text: &str) {
    match app.layers.last_mut() {
        Some(layer) => layer.text(TextAct::Type, text, 1),
        None if app.at == At::Live => super::call::text(app, TextAct::Type, text, 1),
        None => {}
    }
}
