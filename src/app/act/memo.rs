//! Memos: writing one on what is under the cursor, or in the journal; going to what one is on.

use super::carry;
use crate::app::layer::form::Values;
use crate::app::layer::{Field, Form, Layer, Writing};
use crate::app::place::memos;
use crate::app::{App, At};
use crate::command::{Invocation, MemoAct};
use crate::message;
use crate::study::Study;
use crate::study::edit;
use crate::study::guide::write::Spot;
use crate::study::id::{MemoId, SessionId};
use crate::study::memo::About;

pub(super) fn run(app: &mut App, act: MemoAct, invocation: &Invocation) {
    let text = invocation.arg.as_deref();
    match act {
        MemoAct::Add => ask(app, vec![About::Study], text),
        MemoAct::Here => {
            let candidates = here(app);
            ask(app, candidates, text);
        }
        MemoAct::Edit => alter(app, text),
        MemoAct::Remove => {
            let (Some(row), Some(work)) = (app.places.memos.current(), &app.work) else {
                return;
            };
            let changes = edit::remove_memo(work.study(), &row.id);
            carry(app, message!("label-memo-remove"), changes);
        }
    }
}

/// What is under the cursor, and what holds it; the study last.
fn here(app: &App) -> Vec<About> {
    let mut list = Vec::new();
    let Some(work) = &app.work else { return list };
    let study = work.study();
    let place = app.places.get(app.at);
    list.extend(place.coding().map(About::Coding));
    let mut session = None;
    match app.at {
        At::Board => session = app.places.board.current().cloned(),
        At::References => list.extend(
            app.places
                .references
                .current()
                .cloned()
                .map(About::Document),
        ),
        At::Transcript => {
            list.extend(app.places.transcript.note().cloned().map(About::Note));
            if let Some(reading) = app.places.transcript.reading() {
                list.extend(reading.document.clone().map(About::Document));
                session.clone_from(&reading.session);
            }
        }
        At::Codebook => list.extend(app.places.codebook.current().cloned().map(About::Code)),
        At::Guide => list.extend(app.places.guide.current().and_then(question)),
        At::Table => list.extend(super::finding::here(app).map(About::Finding)),
        At::Settings => {
            if let Some(crate::app::place::settings::Row::Scenario(id)) =
                app.places.settings.current()
            {
                list.push(About::Scenario(id.clone()));
            }
        }
        _ => {}
    }
    if let Some(session) = session {
        list.push(About::Session(session.clone()));
        list.extend(people(study, &session));
    }
    list.push(About::Study);
    list
}

fn question(spot: &Spot) -> Option<About> {
    match spot {
        Spot::Question(key) => Some(About::Question(key.clone())),
        Spot::Section(_) | Spot::Consent | Spot::Debrief(_) => None,
    }
}

fn people(study: &Study, session: &SessionId) -> Vec<About> {
    let people = study.participants_of(session).into_iter();
    people
        .map(|(id, _)| About::Participant(id.clone()))
        .collect()
}

fn ask(app: &mut App, candidates: Vec<About>, text: Option<&str>) {
    let Some(work) = &app.work else { return };
    if let (Some(text), Some(about)) = (text, candidates.first()) {
        let about = about.clone();
        if let Err((_, why)) = write(app, about, text) {
            app.warn(why);
        }
        return;
    }
    let options = candidates
        .iter()
        .enumerate()
        .map(|(at, about)| (at.to_string(), memos::on(work.study(), about, app.words)))
        .collect();
    let mut fields = vec![Field::lines("text", message!("app-memo-text"), "")];
    if candidates.len() > 1 {
        fields.push(Field::choice(
            "about",
            message!("app-memo-about"),
            options,
            "0",
        ));
    }
    let first = candidates.first().cloned().unwrap_or_default();
    let form = Form::new(
        message!("app-memo-new"),
        fields,
        move |app, values: &Values| {
            let at = values.get("about").parse().unwrap_or(0usize);
            let about = candidates.get(at).cloned().unwrap_or_default();
            write(app, about, values.get("text"))
        },
    );
    let form = form.going_on(app, Writing::NewMemo(first));
    app.push(Layer::Form(form));
}

fn write(app: &mut App, about: About, text: &str) -> Result<(), (String, crate::i18n::Message)> {
    let Some(work) = &mut app.work else {
        return Ok(());
    };
    let (author, now) = (work.coder.clone(), (app.now)());
    let (study, mint) = work.store.study_and_mint();
    let (_, changes) = edit::add_memo(study, mint, about, text, &author, now)
        .map_err(|error| ("text".to_owned(), error.message()))?;
    app.change(message!("label-memo-add"), changes);
    Ok(())
}

fn alter(app: &mut App, text: Option<&str>) {
    let Some(row) = app.places.memos.current() else {
        return;
    };
    let (id, held, on) = (row.id.clone(), row.text.clone(), row.on.clone());
    match text {
        Some(text) => set(app, &id, text),
        None => {
            let fields = vec![Field::lines("text", message!("app-memo-text"), &held)];
            let title = message!("app-memo-edit", on = on);
            let writing = Writing::Memo(id.clone());
            let form = Form::new(title, fields, move |app, values: &Values| {
                let Some(work) = &app.work else { return Ok(()) };
                let changes = edit::set_memo(work.study(), &id, values.get("text"))
                    .map_err(|error| ("text".to_owned(), error.message()))?;
                app.change(message!("label-memo-set"), changes);
                Ok(())
            });
            let form = form.going_on(app, writing);
            app.push(Layer::Form(form));
        }
    }
}

fn set(app: &mut App, id: &MemoId, text: &str) {
    let Some(work) = &app.work else { return };
    let changes = edit::set_memo(work.study(), id, text);
    carry(app, message!("label-memo-set"), changes);
}

/// Enter: to what the memo is on.
pub(super) fn enter(app: &mut App) {
    let row = app.places.memos.current();
    if let Some((id, about)) = row.map(|row| (row.id.clone(), row.about.clone())) {
        open(app, about, Some(&id));
    }
}

/// To what a memo is on; of one that is on nothing with a place of its own, to the memo itself.
pub(super) fn open(app: &mut App, about: About, memo: Option<&MemoId>) {
    match about {
        About::Coding(id) => {
            super::coding::open_at(app, &id);
        }
        About::Document(id) => super::coding::open_document(app, &id),
        About::Session(id) => super::coding::open_session(app, &id),
        About::Code(id) => {
            app.go(At::Codebook);
            app.places.codebook.put(&id);
            app.refresh();
        }
        About::Question(key) => {
            app.go(At::Guide);
            app.places.guide.put(&Spot::Question(key));
            app.refresh();
        }
        About::Finding(id) => super::finding::go_to(app, &id),
        about => {
            let session = app.work.as_ref().and_then(|work| {
                let study = work.study();
                study.session_of_memo(&about).cloned()
            });
            match session {
                Some(session) => super::coding::open_session(app, &session),
                None if app.at == At::Memos => alter(app, None),
                None => {
                    app.go(At::Memos);
                    app.places.memos.put(memo);
                    app.refresh();
                }
            }
        }
    }
}
