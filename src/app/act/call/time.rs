//! The clock of the call: its pauses, where the recording began in it, and the machine's clocks under it.

use super::super::carry;
use crate::app::App;
use crate::app::layer::{Field, Form, Layer};
use crate::app::place::live::{clock, session_of};
use crate::i18n::Message;
use crate::message;
use crate::study::clock::{parse, shifted};
use crate::study::edit;
use crate::study::id::SessionId;
use crate::study::session::{Session, SessionField};

/// The interview that is open in the call.
fn current(app: &App) -> Option<(SessionId, &Session)> {
    let live = &app.places.live;
    let session = session_of(live, app.work.as_ref()?.study())?;
    Some((live.session.clone()?, session))
}

/// Lets the clock stand still, or go on.
pub(super) fn pause(app: &mut App) {
    keep(app);
    let Some((id, session)) = current(app) else {
        return;
    };
    let key = session.key.clone();
    let changes = edit::pause_call(&id, session, &app.moment());
    let label = if session.paused_ms.is_some() {
        message!("label-call-resume", session = key)
    } else {
        message!("label-call-pause", session = key)
    };
    if app.change(label, changes) {
        super::draft(app);
    }
}

/// Where in the call the recording began: `3:12`; empty where both began together.
pub(super) fn anchor(app: &mut App, text: Option<&str>) {
    if let Some(text) = text {
        if let Err((_, why)) = set_anchor(app, text) {
            app.warn(why);
        }
        return;
    }
    let Some((_, session)) = current(app) else {
        return;
    };
    let held = clock(session.anchor_ms);
    let form = Form::new(
        message!("app-call-anchor", session = session.key.clone()),
        vec![Field::text("anchor", message!("app-call-anchor-at"), &held)],
        |app, values| set_anchor(app, values.get("anchor")),
    );
    app.push(Layer::Form(form));
}

fn set_anchor(app: &mut App, text: &str) -> Result<(), (String, Message)> {
    let at = match text.trim() {
        "" => None,
        text => Some(parse(text).ok_or_else(|| {
            (
                "anchor".to_owned(),
                message!("app-note-time-bad", text = text),
            )
        })?),
    };
    let Some((id, session)) = current(app) else {
        return Ok(());
    };
    if session.anchor_ms == at {
        return Ok(());
    }
    let label = message!("label-call-anchor", session = session.key.clone());
    let changes = Ok(vec![(id, SessionField::AnchorMs(at)).into()]);
    if carry(app, label, changes) {
        app.inform(match at {
            Some(_) => message!("app-call-anchored", at = clock(at)),
            None => message!("app-call-anchor-none"),
        });
    }
    Ok(())
}

/// Writes down what happened to the machine's clocks since the call began: once for each, so that undoing it holds.
pub(super) fn keep(app: &mut App) {
    if app.work.as_ref().is_none_or(|work| work.read_only) {
        return;
    }
    let moment = app.moment();
    let Some((id, session)) = current(app) else {
        return;
    };
    let key = session.key.clone();
    let shift = shifted(session, &moment);
    if shift.is_some() && shift == app.places.live.shift_ms {
        return;
    }
    let changes = edit::keep_clock(&id, session, &moment);
    if changes.is_empty() {
        return;
    }
    if app.change(message!("label-call-clock", session = key), changes) && shift.is_some() {
        app.places.live.shift_ms = shift;
        app.inform(message!("app-call-clock-changed"));
    }
}
