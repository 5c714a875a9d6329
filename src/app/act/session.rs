//! Interviews on the board, and the people in them.

mod consent;
mod debrief;
mod fields;
mod identity;
mod interview;
mod organisation;
mod people;

use super::{carry, coding};
use crate::app::layer::{Choice, Confirm, Layer, Pick, PickItem, Picker};
use crate::app::{App, At};
use crate::command::{Invocation, SessionAct};
use crate::message;
use crate::study::edit;
use crate::study::id::SessionId;
use crate::study::session::SessionField;
use crate::study::word::SessionState;
use crate::study::{Change, Study};

/// What is wrong with a field: its key, and why.
type Refused = (String, crate::i18n::Message);

pub(super) fn run(app: &mut App, act: SessionAct, invocation: &Invocation) {
    let text = invocation.arg.as_deref();
    if act == SessionAct::New {
        return interview::new(app, text);
    }
    if act == SessionAct::Play {
        return super::recording::play(app);
    }
    if act == SessionAct::EndCall {
        return super::call::end(app);
    }
    let Some(id) = current(app) else { return };
    match act {
        SessionAct::Edit => interview::edit(app, &id),
        SessionAct::Delete => delete(app, &id),
        SessionAct::State => state(app, &id, text),
        SessionAct::StartCall => super::call::start(app, &id),
        SessionAct::New | SessionAct::EndCall | SessionAct::Play => {}
        SessionAct::Transcript => open(app, &id),
        SessionAct::Debrief => debrief::edit(app, &id),
        SessionAct::Consent => consent::run(app, &id, text),
        SessionAct::ParticipantAdd => people::add(app, &id, text),
        SessionAct::ParticipantEdit => people::edit(app, &id, text),
        SessionAct::ParticipantRemove => people::remove(app, &id, text),
        SessionAct::Organisation => organisation::edit(app, &id, text),
        SessionAct::IdentityShow => app.identity = Some(id),
        SessionAct::IdentityEdit => identity::edit(app, &id),
    }
}

/// Enter: into the interview or the reference text under the cursor.
pub(super) fn enter(app: &mut App) {
    if app.at == At::References {
        if let Some(id) = app.places.references.current().cloned() {
            coding::open_document(app, &id);
        }
    } else if let Some(id) = current(app) {
        open(app, &id);
    }
}

/// Opens the transcript of the interview at hand.
pub(super) fn open_transcript(app: &mut App) {
    match current(app) {
        Some(id) => open(app, &id),
        None => app.go(At::Transcript),
    }
}

fn open(app: &mut App, id: &SessionId) {
    coding::open_session(app, id);
}

/// The interview that an act is about: under the board's cursor, else the one last looked at.
fn current(app: &mut App) -> Option<SessionId> {
    let on_board = app.places.board.current().cloned();
    let at_board = app.at == At::Board;
    let work = app.work.as_mut()?;
    if at_board && on_board.is_some() {
        work.session = on_board;
    }
    work.session
        .clone()
        .filter(|id| work.study().records.sessions.contains_key(id))
}

fn study(app: &App) -> Option<&Study> {
    app.work.as_ref().map(crate::app::Work::study)
}

/// Key of an interview, as labels of transactions show it.
fn key_of(app: &App, id: &SessionId) -> String {
    study(app)
        .and_then(|study| study.records.sessions.get(id))
        .map_or_else(|| id.to_string(), |session| session.key.clone())
}

/// Goes to the board with the cursor on an interview.
fn put(app: &mut App, id: &SessionId) {
    if let Some(work) = &mut app.work {
        work.session = Some(id.clone());
    }
    if app.at == At::Start {
        app.go(At::Board);
    }
    app.refresh();
    app.places.board.put(id);
    app.refresh();
}

fn delete(app: &mut App, id: &SessionId) {
    let Some(study) = study(app) else { return };
    let key = key_of(app, id);
    let notes = study.notes_of(id).len();
    let texts = study.documents_of(id).len();
    let codings = study
        .records
        .codings
        .values()
        .filter(|coding| study.session_of_passage(&coding.passage) == Some(id))
        .count();
    let id = id.clone();
    let question = message!(
        "app-session-delete",
        session = &key,
        texts = texts,
        notes = notes,
        codings = codings
    );
    app.push(Layer::Confirm(Confirm::new(
        question,
        vec![
            Choice::new(message!("app-session-delete-not"), |_| {}),
            Choice::new(message!("app-session-delete-yes"), move |app| {
                let Some(study) = self::study(app) else {
                    return;
                };
                let changes = edit::remove_session(study, &id);
                let key = key_of(app, &id);
                if carry(
                    app,
                    message!("label-session-remove", session = &key),
                    changes,
                ) {
                    app.inform(message!("app-session-deleted", session = key));
                }
            }),
        ],
    )));
}

/// Words for a state.
pub(super) fn state_word(state: SessionState) -> String {
    format!("app-state-{}", state.as_str())
}

fn state(app: &mut App, id: &SessionId, word: Option<&str>) {
    if let Some(word) = word {
        if let Some(state) = SessionState::parse(word.trim()) {
            set_state(app, id, state);
        } else {
            let words: Vec<&str> = SessionState::ALL.iter().map(|s| s.as_str()).collect();
            app.warn(message!(
                "app-no-word",
                word = word,
                words = words.join(", ")
            ));
        }
        return;
    }
    let items = SessionState::ALL
        .iter()
        .map(|state| PickItem {
            id: state.as_str().to_owned(),
            key: app.words.get(&state_word(*state)),
            ..PickItem::default()
        })
        .collect();
    let before = study(app)
        .and_then(|study| study.records.sessions.get(id))
        .map_or("", |session| session.state.as_str());
    let title = message!("app-session-state", session = key_of(app, id));
    let id = id.clone();
    let picker = Picker::new(title, items, move |app, pick| {
        if let Pick::Item(word) = pick
            && let Some(state) = SessionState::parse(&word)
        {
            set_state(app, &id, state);
        }
    })
    .starting_at(before);
    app.push(Layer::Picker(picker));
}

fn set_state(app: &mut App, id: &SessionId, state: SessionState) {
    let before = study(app)
        .and_then(|study| study.records.sessions.get(id))
        .map(|session| session.state);
    if before == Some(state) {
        return;
    }
    let change: Change = (id.clone(), SessionField::State(state)).into();
    let label = message!(
        "label-session-state",
        session = key_of(app, id),
        state = crate::i18n::Message::new(state_word(state))
    );
    app.change(label, vec![change]);
}

#[cfg(test)]
mod tests;
