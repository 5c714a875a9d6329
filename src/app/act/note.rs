//! Notes: kept, mended, deleted. What is said of one stands in [`said`].

mod said;

use super::{answer, call, question};
use crate::app::layer::{Layer, Prompt};
use crate::app::place::live::{Line, clock};
use crate::app::{App, At};
use crate::command::{Invocation, NoteAct, TextAct};
use crate::i18n::Message;
use crate::message;
use crate::study::Change;
use crate::study::coding::Passage;
use crate::study::edit;
use crate::study::id::{NoteId, SessionId};
use crate::study::session::{Note, NoteField};

pub(super) fn run(app: &mut App, act: NoteAct, invocation: &Invocation) {
    let text = invocation.arg.as_deref();
    match act {
        NoteAct::Type => call::text(app, TextAct::Type, text.unwrap_or(""), 1),
        NoteAct::Keep => enter(app),
        NoteAct::Lines => lines(app),
        NoteAct::Code => said::code(app, text),
        NoteAct::Kind => said::kind(app, text),
        NoteAct::Flag => said::flag(app, text),
        NoteAct::Time => said::time(app, text),
        NoteAct::Question => said::question(app, text),
        NoteAct::Edit if app.at == At::Transcript => edit_words(app),
        NoteAct::Edit => mend(app),
        NoteAct::Delete => delete(app),
        NoteAct::Beside => {
            if !app.places.transcript.toggle_beside() {
                app.warn(message!("analysis-origin-no-transcript"));
            }
        }
        NoteAct::Add => add(app, text),
    }
}

/// Enter in the call.
pub(super) fn enter(app: &mut App) {
    if app.places.live.answer.is_some() {
        answer::keep(app);
    } else {
        keep(app);
    }
}

fn session_key(app: &App, session: &SessionId) -> String {
    app.work
        .as_ref()
        .and_then(|work| work.study().records.sessions.get(session))
        .map_or_else(String::new, |session| session.key.clone())
}

/// The note that acts are for while nothing is typed: the one under the cursor.
fn target(app: &App) -> Option<NoteId> {
    if app.at == At::Transcript {
        return app.places.transcript.note().cloned();
    }
    let live = &app.places.live;
    if !live.entry.is_empty() || live.line.editing.is_some() {
        return None;
    }
    live.current().cloned()
}

fn note<'a>(app: &'a App, id: &NoteId) -> Option<&'a Note> {
    app.work.as_ref()?.study().records.notes.get(id)
}

fn is_hidden(app: &App, id: &NoteId) -> bool {
    let work = app.work.as_ref();
    work.is_some_and(|work| work.study().is_note_hidden(id))
}

/// The label of a change of a note.
fn label(app: &App, note: &Note) -> Message {
    message!(
        "label-note-edit",
        session = session_key(app, &note.session),
        at = clock(note.t_ms)
    )
}

/// Keeps the line: as a note, as one note for each line of several, or as what changed of the note that is mended.
fn keep(app: &mut App) {
    let line = app.places.live.typed();
    let notes = line.notes();
    let Some(session) = app
        .places
        .live
        .session
        .clone()
        .filter(|_| !notes.is_empty())
    else {
        return;
    };
    let key = session_key(app, &session);
    let followed = question::followed(app);
    let Some(work) = &mut app.work else { return };
    let coder = work.coder.clone();
    let (study, mint) = work.store.study_and_mint();
    let (ids, mut changes) = match &line.editing {
        Some(id) => match (study.records.notes.get(id), notes.first()) {
            (Some(note), Some((kind, text))) => {
                let now = Note {
                    t_ms: line.t_ms,
                    kind: *kind,
                    text: text.clone(),
                    flags: line.flags.clone(),
                    question: line.question.clone(),
                    ..note.clone()
                };
                let fields: Vec<NoteField> = note.diff(&now);
                let changes = fields.into_iter().map(|field| (id.clone(), field).into());
                (vec![id.clone()], changes.collect::<Vec<Change>>())
            }
            _ => return,
        },
        None => {
            let notes = notes.into_iter().map(|(kind, text)| Note {
                t_ms: line.t_ms,
                kind,
                question: line.question.clone(),
                text,
                flags: line.flags.clone(),
                ..Note::default()
            });
            match edit::add_notes(study, mint, &session, notes) {
                Ok(made) => made,
                Err(error) => return app.warn(error.message()),
            }
        }
    };
    for id in &ids {
        for code in &line.codes {
            let passage = Passage::Note(id.clone());
            changes.extend(edit::put_coding(study, mint, passage, code, &coder).changes);
        }
    }
    changes.extend(followed);
    let mended = line.editing.is_some();
    let at = clock(line.t_ms);
    let label = match (mended, ids.len()) {
        (true, _) => message!("label-note-edit", session = key, at = at),
        (false, 1) => message!("label-note-add", session = key, at = at),
        (false, n) => message!("label-notes-add", session = key, at = at, n = n),
    };
    if !app.change(label, changes) {
        return;
    }
    for code in &line.codes {
        if let Some(work) = &mut app.work {
            work.used(code);
        }
    }
    let next = Line {
        question: line.question.clone(),
        ..Line::default()
    };
    let live = &mut app.places.live;
    let aside = live.aside.take();
    live.put(aside.unwrap_or(next));
    if !mended {
        live.list.at = usize::MAX;
    }
    call::draft(app);
}

/// Several lines that were put in as a whole are a note each, or one.
fn lines(app: &mut App) {
    let line = &mut app.places.live.line;
    line.one = !line.one;
    call::draft(app);
}

/// Takes the note under the cursor into the line; what was being typed waits. Once more, the note stays as it was, and
/// the line comes back.
pub(super) fn mend(app: &mut App) {
    let live = &mut app.places.live;
    if live.line.editing.is_some() {
        let next = Line {
            question: live.line.question.clone(),
            ..Line::default()
        };
        let aside = live.aside.take().unwrap_or(next);
        live.put(aside);
        return call::draft(app);
    }
    let Some(id) = live.current().cloned() else {
        return;
    };
    if is_hidden(app, &id) {
        return app.warn(message!("app-hidden-edit"));
    }
    let Some(note) = note(app, &id).cloned() else {
        return;
    };
    let live = &mut app.places.live;
    live.leave_answer();
    live.aside = Some(live.typed());
    live.put(Line {
        text: note.text,
        t_ms: note.t_ms,
        kind: Some(note.kind),
        flags: note.flags,
        question: note.question,
        editing: Some(id),
        ..Line::default()
    });
    call::draft(app);
}

/// Asks for other words of the note under the cursor, outside the call.
pub(super) fn edit_words(app: &mut App) {
    let Some(id) = target(app) else { return };
    if is_hidden(app, &id) {
        return app.warn(message!("app-hidden-edit"));
    }
    let Some(note) = note(app, &id) else { return };
    let title = message!(
        "label-note-edit",
        session = session_key(app, &note.session),
        at = clock(note.t_ms)
    );
    let text = note.text.clone();
    app.push(Layer::Prompt(Prompt::new(
        title,
        &text,
        move |app, text| {
            let words = crate::text::sanitise(text.trim()).text;
            if words.is_empty() {
                return app.warn(message!("app-note-empty"));
            }
            said::set(app, id, |_| NoteField::Text(words));
        },
    )));
}

fn delete(app: &mut App) {
    let here = match app.at {
        At::Transcript => app.places.transcript.note(),
        _ => app.places.live.current(),
    };
    let Some(id) = here.cloned() else {
        return;
    };
    let Some(note) = note(app, &id) else { return };
    let label = message!(
        "label-note-remove",
        session = session_key(app, &note.session),
        at = clock(note.t_ms)
    );
    let Some(work) = &app.work else { return };
    match edit::remove_note(work.study(), &id) {
        Ok(changes) => {
            app.change(label, changes);
        }
        Err(error) => app.warn(error.message()),
    }
}

/// A note on an interview, outside the call.
fn add(app: &mut App, text: Option<&str>) {
    let Some(text) = text else {
        app.push(Layer::Prompt(Prompt::new(
            message!("app-note-add"),
            "",
            |app, text| add(app, Some(&text)),
        )));
        return;
    };
    let (kind, text) = Line {
        text: text.to_owned(),
        ..Line::default()
    }
    .read();
    let session = match app.at {
        At::Board => app.places.board.current().cloned(),
        _ => app.work.as_ref().and_then(|work| work.session.clone()),
    };
    let Some(session) = session.filter(|_| !text.is_empty()) else {
        return;
    };
    let key = session_key(app, &session);
    let Some(work) = &mut app.work else { return };
    let (study, mint) = work.store.study_and_mint();
    let note = Note {
        kind,
        text,
        ..Note::default()
    };
    match edit::add_note(study, mint, &session, note) {
        Ok((_, changes)) => {
            app.change(message!("label-note-add", session = key, at = ""), changes);
        }
        Err(error) => app.warn(error.message()),
    }
}
