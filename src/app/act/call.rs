//! The running call: its beginning and end, its line, its draft.

mod ending;
mod time;

use super::{answer, question};
use crate::app::place::live::{self, Draft};
use crate::app::{App, At};
use crate::command::{CallAct, Invocation, TextAct};
use crate::message;
use crate::study::Change;
use crate::study::clock;
use crate::study::edit;
use crate::study::id::SessionId;
use crate::study::session::SessionField;
use crate::study::word::SessionState;

pub(super) fn run(app: &mut App, act: CallAct, invocation: &Invocation) {
    let text = invocation.arg.as_deref();
    let times = isize::try_from(invocation.times()).unwrap_or(1);
    match act {
        CallAct::QuestionNext => question::step(app, times),
        CallAct::QuestionPrevious => question::step(app, -times),
        CallAct::QuestionJump => question::jump(app, text),
        CallAct::Answer => answer::open(app, text),
        CallAct::AnswerState => answer::state(app, text),
        CallAct::Pause => time::pause(app),
        CallAct::Open => ending::show(app),
        CallAct::Anchor => time::anchor(app, text),
        CallAct::Cards => question::shuffle(app),
    }
}

/// Goes to the call of the interview at hand.
pub(super) fn open(app: &mut App) {
    let session = match app.at {
        At::Board => app.places.board.current().cloned(),
        _ => None,
    };
    let Some(session) = session.or_else(|| app.work.as_ref().and_then(|work| work.session.clone()))
    else {
        return;
    };
    open_session(app, session);
}

/// Goes to the call of an interview, with a question in hand where its guide has it.
pub(super) fn open_at(app: &mut App, session: SessionId, key: &str) {
    open_session(app, session);
    app.refresh();
    if app.places.live.rail.question(key).is_some() {
        question::jump(app, Some(key));
    }
}

fn open_session(app: &mut App, session: SessionId) {
    keep_draft(app);
    if app.places.live.session.as_ref() != Some(&session) {
        app.places.live.open(session.clone());
        let draft = app
            .work
            .as_mut()
            .and_then(|work| work.store.draft(&session));
        let visits = app
            .work
            .as_ref()
            .and_then(|work| live::session_of(&app.places.live, work.study()))
            .map(|record| record.visits.clone());
        app.places.live.visits = visits.unwrap_or_default();
        if let Some(draft) = draft {
            app.places.live.resume(Draft::read(&draft));
        }
    }
    if let Some(work) = &mut app.work {
        work.session = Some(session);
    }
    time::keep(app);
    app.go(At::Live);
}

/// A call that has run longer than this, in milliseconds, was left and not ended: nobody is in it any more.
const LEFT: i64 = 12 * 3_600_000;

/// Goes back into the call that was running when the program ended, so that whatever ended it costs no key. Of several,
/// the one that was typed in last.
pub(in crate::app) fn take_up(app: &mut App) {
    let now = app.moment();
    let Some(work) = &app.work else { return };
    let running = work.study().records.sessions.iter();
    let running = running
        .filter(|(_, session)| {
            let stood = clock::pausing(session, &now).unwrap_or(0);
            clock::elapsed(session, &now).is_some_and(|time| time + stood < LEFT)
        })
        .max_by_key(|(id, session)| (work.store.drafted(id), session.started_at));
    if let Some(id) = running.map(|(id, _)| id.clone()) {
        open_session(app, id);
    }
}

/// Begins the call of an interview, or comes back to it while it runs.
pub(crate) fn start(app: &mut App, session: &SessionId) {
    let now = app.moment();
    let Some(record) = app
        .work
        .as_ref()
        .and_then(|work| work.study().records.sessions.get(session))
    else {
        return;
    };
    let key = record.key.clone();
    let mut changes: Vec<Change> = Vec::new();
    if record.state != SessionState::Running {
        changes.extend(edit::begin_call(session, record, &now));
        if record.guide_version.is_none()
            && let Some((_, guide)) = app
                .work
                .as_ref()
                .and_then(|work| work.study().newest_guide())
        {
            let version = SessionField::GuideVersion(Some(guide.number));
            changes.push((session.clone(), version).into());
        }
        if record.zone.is_empty() {
            let zone = jiff::tz::TimeZone::system()
                .iana_name()
                .unwrap_or_default()
                .to_owned();
            changes.push((session.clone(), SessionField::Zone(zone)).into());
        }
        app.change(message!("label-call-start", session = key), changes);
    }
    open_session(app, session.clone());
}

/// Ends the call that is open.
pub(super) fn end(app: &mut App) {
    let now = app.moment();
    let Some(session) = app.places.live.session.clone() else {
        return;
    };
    let Some(record) = app
        .work
        .as_ref()
        .and_then(|work| work.study().records.sessions.get(&session))
    else {
        return;
    };
    let key = record.key.clone();
    let mut changes = edit::end_call(&session, record, &now);
    changes.extend(question::followed(app));
    if app.change(message!("label-call-end", session = key.clone()), changes) {
        draft(app);
        app.inform(message!("app-call-ended", session = key));
        ending::show(app);
    }
}

/// The time of the call, in milliseconds; `None` while it does not run.
pub(super) fn elapsed(app: &App) -> Option<i64> {
    let work = app.work.as_ref()?;
    let session = live::session_of(&app.places.live, work.study())?;
    clock::elapsed(session, &app.moment())
}

/// The key of the interview in the call.
pub(super) fn key(app: &App) -> String {
    app.work
        .as_ref()
        .and_then(|work| live::session_of(&app.places.live, work.study()))
        .map_or_else(String::new, |session| session.key.clone())
}

/// Types into the line, or into the answer that is open in it; the first letter stamps it.
pub(super) fn text(app: &mut App, act: TextAct, text: &str, times: usize) {
    if app.places.live.answer.is_some() {
        return answer::text(app, act, text, times);
    }
    let elapsed = elapsed(app);
    let live = &mut app.places.live;
    match act {
        TextAct::Type => {
            if live.entry.is_empty() && live.line.editing.is_none() {
                live.line.t_ms = elapsed;
                live.line.one = false;
            }
            live.entry.insert(text);
        }
        _ => live.entry.act(act, times),
    }
    draft(app);
}

/// Hands what is typed to the writer, who has it on the disk a moment later. While a call runs, the question in hand and
/// the way there go with it.
pub(super) fn draft(app: &mut App) {
    let live = &app.places.live;
    let Some(id) = live.session.clone() else {
        return;
    };
    let Some(work) = app.work.as_mut().filter(|work| !work.read_only) else {
        return;
    };
    let session = work.study().records.sessions.get(&id);
    let running = session.is_some_and(|session| session.state == SessionState::Running);
    let none = std::collections::BTreeMap::new();
    let draft = live.draft(session.map_or(&none, |session| &session.visits));
    let kept = if draft.is_empty() && !running {
        work.store.clear_draft(&id)
    } else {
        match serde_json::to_string(&draft) {
            Ok(text) => work.store.write_draft(&id, &text),
            Err(_) => work.store.write_draft(&id, &draft.line.text),
        }
    };
    if let Err(error) = kept {
        app.fail(error.message());
    }
}

/// Time went on.
pub(in crate::app) fn tick(app: &mut App) {
    time::keep(app);
}

/// When the call's clock shows its next second; it does not while it stands still.
pub(in crate::app) fn wake_in(app: &App) -> Option<std::time::Duration> {
    if app.at != At::Live {
        return None;
    }
    let session = live::session_of(&app.places.live, app.work.as_ref()?.study())?;
    if session.paused_ms.is_some() {
        return None;
    }
    let elapsed = clock::elapsed(session, &app.moment())?;
    let left = 1_000 - elapsed.rem_euclid(1_000);
    Some(std::time::Duration::from_millis(
        u64::try_from(left).unwrap_or(1_000),
    ))
}

/// Keeps what is typed and not yet noted.
pub(in crate::app) fn keep_draft(app: &mut App) {
    if app.work.is_some() && app.places.live.session.is_some() {
        draft(app);
    }
}
