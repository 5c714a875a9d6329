//! Interviews on the board, and the people in them.

use crate::app::App;
use crate::command::{Invocation, SessionAct};

pub(super) fn run(app: &mut App, act: SessionAct, invocation: &Invocation) {
    match act {
        SessionAct::StartCall => {
            if let Some(session) = app.places.board.current().cloned() {
                super::call::start(app, &session);
            }
        }
        SessionAct::EndCall => super::call::end(app),
        _ => {
            let _ = invocation;
        }
    }
}

/// Enter: into what is under the cursor.
pub(super) fn enter(app: &mut App) {
    let _ = app;
}

/// Opens the transcript of the interview at hand.
pub(super) fn open_transcript(app: &mut App) {
    app.go(crate::app::At::Transcript);
}
