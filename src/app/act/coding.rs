//! Putting codes on passages, and saying how strong and for or against what.
//!
//! The passage and the coding are those of the place ([`Place::passage`], [`Place::coding`]): the transcript's, a
//! row's of the passages behind a figure, a note's of the call.
//!
//! [`Place::passage`]: crate::app::Place::passage
//! [`Place::coding`]: crate::app::Place::coding

mod alter;
mod fresh;
mod open;
mod origin;
mod pick;
mod put;
mod scenario;
mod short;
mod suggestion;

#[cfg(test)]
mod suggested_test;
#[cfg(test)]
mod tests;

use crate::app::{App, At};
use crate::command::{CodingAct, Invocation};
use crate::message;
use crate::study::coding::Passage;
use crate::study::id::{CodeId, CodingId};
use crate::study::word::{Origin, Polarity};
use crate::study::{Place as Lies, Study};
pub use open::{open_at, open_document, open_note, open_session, open_stopped, open_words};
pub(in crate::app) use pick::tell_code;
pub use pick::{code_items, find_code};
pub use put::put;
pub(in crate::app) use suggestion::learn_away;

pub(super) fn run(app: &mut App, act: CodingAct, invocation: &Invocation) {
    match act {
        CodingAct::Slot => slot(app, invocation.digit()),
        CodingAct::Pick => pick::run(app, invocation.arg.as_deref()),
        CodingAct::Repeat => {
            let last = app.work.as_ref().and_then(|work| work.last_code.clone());
            if let Some(code) = last {
                put_here(app, &code);
            }
        }
        CodingAct::New => fresh::run(app, invocation.arg.as_deref()),
        CodingAct::Show if super::evidence::shows_code(app, invocation.arg.as_deref()) => {}
        CodingAct::Show => pick::show(app, invocation.arg.as_deref()),
        CodingAct::First => suggestion::take(app, 0),
        CodingAct::Second => suggestion::take(app, 1),
        CodingAct::Third => suggestion::take(app, 2),
        CodingAct::Suggest => suggestion::toggle(app),
        CodingAct::Supports => alter::polarity(app, Some(Polarity::Supports)),
        CodingAct::Contradicts => alter::polarity(app, Some(Polarity::Contradicts)),
        CodingAct::Mixed => alter::polarity(app, Some(Polarity::Mixed)),
        CodingAct::Neutral => alter::polarity(app, Some(Polarity::Neutral)),
        CodingAct::PolarityClear => alter::polarity(app, None),
        CodingAct::Strength => match invocation.digit() {
            Some(strength @ 0..=4) => alter::strength(app, Some(strength)),
            _ => app.warn(message!("app-strength-range")),
        },
        CodingAct::StrengthClear => alter::strength(app, None),
        CodingAct::Memo => alter::memo(app, invocation.arg.as_deref()),
        CodingAct::Star => alter::star(app),
        CodingAct::Better => alter::rank(app, true),
        CodingAct::Worse => alter::rank(app, false),
        CodingAct::Remove => alter::remove(app),
        CodingAct::MoveEnds => alter::move_ends(app),
        CodingAct::Propose => origin::propose(app),
        CodingAct::Choose => app.places.transcript.choose_next(),
        CodingAct::Next => go(app, true, None, invocation.times()),
        CodingAct::Previous => go(app, false, None, invocation.times()),
        CodingAct::NextSame => go_same(app, true, invocation.times()),
        CodingAct::PreviousSame => go_same(app, false, invocation.times()),
        CodingAct::ScenarioNext => scenario::step(app, true),
        CodingAct::ScenarioPrevious => scenario::step(app, false),
        CodingAct::ScenarioChoose => scenario::choose(app, invocation.arg.as_deref()),
    }
}

/// Enter: choose among the codings here; where there is none, a code.
pub(super) fn enter(app: &mut App) {
    if app.places.transcript.here().is_empty() {
        if app.places.transcript.span().is_some() {
            let pick = Invocation::new(CodingAct::Pick);
            app.run(&pick);
        }
    } else {
        pick::coding_here(app);
    }
}

/// Goes to the next coding that has the code of the one here, else the code last put or asked about.
fn go_same(app: &mut App, forward: bool, times: usize) {
    let transcript = &app.places.transcript;
    let here = transcript.current().and_then(|mark| mark.code.clone());
    match here.or_else(|| transcript.touched.clone()) {
        Some(code) => go(app, forward, Some(&code), times),
        None => app.inform(message!("app-no-code-here")),
    }
}

fn go(app: &mut App, forward: bool, code: Option<&CodeId>, times: usize) {
    for _ in 0..times.min(10_000) {
        if !app.places.transcript.go_to_coding(forward, code) {
            app.inform(message!("app-no-more-codings"));
            return;
        }
        app.refresh();
    }
}

/// Puts the code of a slot on the passage.
fn slot(app: &mut App, digit: Option<u8>) {
    let (Some(work), Some(digit)) = (&app.work, digit) else {
        return;
    };
    let code = work
        .study()
        .codes()
        .into_iter()
        .find(|(_, code, _)| code.slot == Some(digit))
        .map(|(id, _, _)| id.clone());
    match code {
        Some(code) => put_here(app, &code),
        None => app.warn(message!("app-slot-empty", slot = digit)),
    }
}

/// Puts a code on the passage under the cursor.
pub(super) fn put_here(app: &mut App, code: &CodeId) {
    put_here_as(app, code, Origin::Hand);
}

/// The same, with how the coding comes to be.
fn put_here_as(app: &mut App, code: &CodeId, origin: Origin) {
    let Some(passage) = app.places.get(app.at).passage() else {
        app.warn(crate::command::Need::Passage.reason());
        return;
    };
    if let Some(id) = put::put_as(app, passage, code, origin)
        && app.at == At::Transcript
    {
        app.places.transcript.was_made(id, code);
    }
}

/// The coding under the cursor.
fn coding_here(app: &App) -> Option<CodingId> {
    app.places.get(app.at).coding()
}

/// Where a passage is, in words for labels and notices: `turn 12 of E07`, `E07 at 03:20`.
fn whereabouts(app: &App, study: &Study, passage: &Passage) -> crate::i18n::Message {
    let key = |session| {
        study
            .records
            .sessions
            .get(session)
            .map_or("", |session| session.key.as_str())
    };
    match (study.place_of(passage), passage) {
        (Some(Lies::Note(session, note)), _) => {
            let t_ms = study.records.notes.get(note).and_then(|note| note.t_ms);
            match t_ms.and_then(|ms| u64::try_from(ms).ok()) {
                Some(ms) => message!(
                    "label-where-note",
                    session = key(session),
                    time = crate::i18n::duration(ms)
                ),
                None => message!("label-where-note-untimed", session = key(session)),
            }
        }
        (Some(place), Passage::Text(text)) => {
            let document = match place {
                Lies::Reference(document, _) => study
                    .records
                    .documents
                    .get(document)
                    .map_or("", |document| document.key.as_str()),
                Lies::Transcript(session, ..) | Lies::Note(session, _) => key(session),
            };
            let turn = app.work.as_ref().and_then(|work| {
                use crate::study::document::Texts;
                let stored = work.texts().text(&text.version)?;
                stored.turn_at(text.start as usize)
            });
            match turn {
                Some(turn) => {
                    message!("label-where-turn", session = document, turn = turn + 1)
                }
                None => message!("label-where-session", session = document),
            }
        }
        _ => message!("label-where-session", session = ""),
    }
}

/// Key of a code, aliases followed, for labels.
pub(super) fn key_of(study: &Study, code: &CodeId) -> String {
    code_key(study, code)
}

fn code_key(study: &Study, code: &CodeId) -> String {
    study
        .resolve_code(code)
        .and_then(|code| study.records.codes.get(code))
        .map_or_else(|| "?".to_owned(), |code| code.key.clone())
}
