//! Notes: kept, mended, coded, flagged, deleted.

use super::call;
use crate::app::App;
use crate::app::layer::{Layer, Pick, PickItem, Picker, Prompt};
use crate::app::place::live::{Line, clock};
use crate::command::{Invocation, NoteAct, TextAct};
use crate::message;
use crate::study::Change;
use crate::study::coding::Passage;
use crate::study::edit;
use crate::study::id::{AnswerId, CodeId, NoteId, SessionId};
use crate::study::session::{Answer, AnswerField, Note, NoteField};
use crate::study::word::{AnswerState, NoteKind};

/// Flags, in the order in which the key goes through them.
pub const FLAGS: [&str; 5] = ["follow-up", "verify", "quote", "mask", "document"];

pub(super) fn run(app: &mut App, act: NoteAct, invocation: &Invocation) {
    let text = invocation.arg.as_deref();
    match act {
        NoteAct::Type => call::text(app, TextAct::Type, text.unwrap_or(""), 1),
        NoteAct::Keep => keep(app),
        NoteAct::QuestionNext => question(app, isize::try_from(invocation.times()).unwrap_or(1)),
        NoteAct::QuestionPrevious => {
            question(app, -isize::try_from(invocation.times()).unwrap_or(1));
        }
        NoteAct::Code => code(app, text),
        NoteAct::Kind => kind(app, text),
        NoteAct::Flag => flag(app, text),
        NoteAct::Answer => answer(app, text),
        NoteAct::Question => choose_question(app, text),
        NoteAct::Edit => mend(app),
        NoteAct::Delete => delete(app),
        NoteAct::Add => add(app, text),
    }
}

/// Enter in the call.
pub(super) fn enter(app: &mut App) {
    keep(app);
}

fn session_key(app: &App, session: &SessionId) -> String {
    app.work
        .as_ref()
        .and_then(|work| work.study().records.sessions.get(session))
        .map_or_else(String::new, |session| session.key.clone())
}

/// The note that acts are for while nothing is typed: the one under the cursor.
fn target(app: &App) -> Option<NoteId> {
    let live = &app.places.live;
    if !live.entry.is_empty() || live.line.editing.is_some() {
        return None;
    }
    live.current().cloned()
}

fn note<'a>(app: &'a App, id: &NoteId) -> Option<&'a Note> {
    app.work.as_ref()?.study().records.notes.get(id)
}

/// Keeps the line as a note; of a note that is mended, writes what changed.
fn keep(app: &mut App) {
    let line = app.places.live.typed();
    let (kind, text) = line.read();
    let Some(session) = app.places.live.session.clone().filter(|_| !text.is_empty()) else {
        return;
    };
    let key = session_key(app, &session);
    let coder = app
        .work
        .as_ref()
        .map(|work| work.coder.clone())
        .unwrap_or_default();
    let Some(work) = &mut app.work else { return };
    let (study, mint) = work.store.study_and_mint();
    let (id, mut changes) = if let Some(id) = &line.editing {
        let Some(note) = study.records.notes.get(id) else {
            return;
        };
        let mut changes: Vec<Change> = Vec::new();
        if note.text != text {
            changes.push((id.clone(), NoteField::Text(text)).into());
        }
        if note.kind != kind {
            changes.push((id.clone(), NoteField::Kind(kind)).into());
        }
        if note.flags != line.flags {
            changes.push((id.clone(), NoteField::Flags(line.flags.clone())).into());
        }
        (id.clone(), changes)
    } else {
        let note = Note {
            t_ms: line.t_ms,
            kind,
            question: line.question.clone(),
            text,
            flags: line.flags.clone(),
            ..Note::default()
        };
        match edit::add_note(study, mint, &session, note) {
            Ok(made) => made,
            Err(error) => return app.warn(error.message()),
        }
    };
    for code in &line.codes {
        changes
            .extend(edit::put_coding(study, mint, Passage::Note(id.clone()), code, &coder).changes);
    }
    let mended = line.editing.is_some();
    let label = if mended {
        message!("label-note-edit", session = key, at = clock(line.t_ms))
    } else {
        message!("label-note-add", session = key, at = clock(line.t_ms))
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

/// The next question of the guide, or the one before.
fn question(app: &mut App, by: isize) {
    let live = &mut app.places.live;
    let Some(guide) = &live.guide else { return };
    let keys: Vec<&str> = guide
        .questions()
        .map(|question| question.key.as_str())
        .collect();
    let at = keys
        .iter()
        .position(|key| *key == live.line.question)
        .unwrap_or(0);
    let next = at
        .saturating_add_signed(by)
        .min(keys.len().saturating_sub(1));
    if let Some(key) = keys.get(next) {
        live.line.question = (*key).to_owned();
    }
    call::draft(app);
}

/// Puts a code on the line, or on the note under the cursor while nothing is typed.
fn code(app: &mut App, key: Option<&str>) {
    if let Some(key) = key {
        let found = app
            .work
            .as_ref()
            .and_then(|work| work.study().code_by_key(key.trim()))
            .map(|(id, _)| id.clone());
        match found {
            Some(id) => put_code(app, &id),
            None => app.warn(edit::EditError::Gone(key.to_owned()).message()),
        }
        return;
    }
    let mut items = super::codebook::code_items(app, None);
    // Codes given in this run come first: they are the likeliest.
    if let Some(work) = &app.work {
        let rank = |item: &PickItem| {
            work.recent
                .iter()
                .position(|code| code.to_string() == item.id)
                .unwrap_or(usize::MAX)
        };
        items.sort_by_key(rank);
    }
    let picker = Picker::new(message!("app-note-code"), items, |app, pick| {
        if let Pick::Item(id) = pick {
            put_code(app, &CodeId::new(&id));
        }
    });
    app.push(Layer::Picker(picker));
}

fn put_code(app: &mut App, id: &CodeId) {
    let Some(target) = target(app) else {
        let codes = &mut app.places.live.line.codes;
        if !codes.contains(id) {
            codes.push(id.clone());
        }
        return call::draft(app);
    };
    let (t_ms, session) = note(app, &target)
        .map(|note| (note.t_ms, note.session.clone()))
        .unwrap_or_default();
    let key = session_key(app, &session);
    let code = super::codebook::key_of(app, id);
    let Some(work) = &mut app.work else { return };
    let coder = work.coder.clone();
    let (study, mint) = work.store.study_and_mint();
    let put = edit::put_coding(study, mint, Passage::Note(target), id, &coder);
    work.used(id);
    app.change(
        message!(
            "label-note-code",
            code = code,
            session = key,
            at = clock(t_ms)
        ),
        put.changes,
    );
}

/// Another kind: of the line, or of the note under the cursor.
fn kind(app: &mut App, word: Option<&str>) {
    let named = match word.map(|word| (word, NoteKind::parse(word.trim()))) {
        Some((word, None)) => return app.warn(edit::EditError::Gone(word.to_owned()).message()),
        Some((_, kind)) => kind,
        None => None,
    };
    let next = |kind: NoteKind| {
        let all = NoteKind::ALL;
        let at = all.iter().position(|other| *other == kind).unwrap_or(0);
        all[(at + 1) % all.len()]
    };
    match target(app) {
        None => {
            let now = app.places.live.typed().read().0;
            app.places.live.line.kind = Some(named.unwrap_or_else(|| next(now)));
            call::draft(app);
        }
        Some(id) => {
            let Some(note) = note(app, &id) else { return };
            let label = message!(
                "label-note-edit",
                session = session_key(app, &note.session),
                at = clock(note.t_ms)
            );
            let kind = named.unwrap_or_else(|| next(note.kind));
            app.change(label, vec![(id, NoteField::Kind(kind)).into()]);
        }
    }
}

/// The next flag in turn, or the one that is named, on and off.
fn flag(app: &mut App, word: Option<&str>) {
    let turned = |flags: &[String]| -> Vec<String> {
        let mut flags = flags.to_vec();
        if let Some(word) = word {
            let word = word.trim().to_owned();
            if flags.contains(&word) {
                flags.retain(|flag| *flag != word);
            } else {
                flags.push(word);
            }
        } else {
            let at = FLAGS
                .iter()
                .position(|flag| flags.iter().any(|other| other == flag));
            flags.retain(|flag| !FLAGS.contains(&flag.as_str()));
            let next = at.map_or(0, |at| at + 1);
            flags.extend(FLAGS.get(next).map(|flag| (*flag).to_owned()));
        }
        flags.sort();
        flags
    };
    match target(app) {
        None => {
            app.places.live.line.flags = turned(&app.places.live.line.flags);
            call::draft(app);
        }
        Some(id) => {
            let Some(note) = note(app, &id) else { return };
            let label = message!(
                "label-note-edit",
                session = session_key(app, &note.session),
                at = clock(note.t_ms)
            );
            let flags = turned(&note.flags);
            app.change(label, vec![(id, NoteField::Flags(flags)).into()]);
        }
    }
}

/// Binds the line, or the note under the cursor, to a question.
fn choose_question(app: &mut App, key: Option<&str>) {
    if let Some(key) = key {
        return bind(app, key.trim());
    }
    let Some(guide) = &app.places.live.guide else {
        return;
    };
    let items = guide
        .questions()
        .map(|question| PickItem {
            id: question.key.clone(),
            key: question.key.clone(),
            label: question.text.clone(),
            detail: String::new(),
        })
        .collect();
    let picker = Picker::new(message!("app-note-question"), items, |app, pick| {
        if let Pick::Item(key) = pick {
            bind(app, &key);
        }
    })
    .starting_at(&app.places.live.line.question);
    app.push(Layer::Picker(picker));
}

fn bind(app: &mut App, key: &str) {
    match target(app) {
        Some(id) => {
            let Some(note) = note(app, &id) else { return };
            let label = message!(
                "label-note-edit",
                session = session_key(app, &note.session),
                at = clock(note.t_ms)
            );
            app.change(
                label,
                vec![(id, NoteField::Question(key.to_owned())).into()],
            );
        }
        None => {
            key.clone_into(&mut app.places.live.line.question);
            call::draft(app);
        }
    }
}

/// Answers the question in hand: a value, or `?` does not know, `x` refused, `n` not applicable.
fn answer(app: &mut App, value: Option<&str>) {
    let Some(question) = app.places.live.question().cloned() else {
        return;
    };
    let Some(value) = value else {
        let title = message!(
            "app-note-answer",
            question = question.key,
            text = question.text
        );
        app.push(Layer::Prompt(Prompt::new(title, "", |app, value| {
            answer(app, Some(&value));
        })));
        return;
    };
    let value = value.trim();
    if value.is_empty() {
        return;
    }
    let Some(session) = app.places.live.session.clone() else {
        return;
    };
    let key = session_key(app, &session);
    let t_ms = app.places.live.line.t_ms;
    let Some(work) = &mut app.work else { return };
    let scenario = if question.scenario.is_empty() {
        // Ratings are given for the scenario at hand.
        matches!(question.kind, crate::study::guide::QuestionKind::Rating)
            .then(|| work.scenario.clone())
            .flatten()
    } else {
        work.study()
            .scenario_by_key(&question.scenario)
            .map(|(id, _)| id.clone())
    };
    let (state, value) = match value {
        "?" => (AnswerState::Unknown, ""),
        "x" => (AnswerState::Refused, ""),
        "n" => (AnswerState::NotApplicable, ""),
        value => (AnswerState::Answered, value),
    };
    let (study, mint) = work.store.study_and_mint();
    let there = study.records.answers.iter().find(|(_, answer)| {
        answer.session == session
            && answer.question == question.key
            && answer.scenario == scenario
            && answer.part.is_empty()
    });
    let changes: Vec<Change> = match there {
        Some((id, _)) => vec![
            (id.clone(), AnswerField::State(state)).into(),
            (id.clone(), AnswerField::Value(value.to_owned())).into(),
        ],
        None => {
            let position =
                edit::last_position(study.records.answers.values().map(|answer| answer.position));
            let answer = Answer {
                session,
                question: question.key.clone(),
                scenario,
                state,
                value: value.to_owned(),
                unit: question.unit.clone(),
                t_ms,
                position,
                ..Answer::default()
            };
            vec![(AnswerId::mint(mint), answer).into()]
        }
    };
    app.change(
        message!("label-answer", session = key, question = question.key),
        changes,
    );
}

/// Takes the note under the cursor into the line; what was being typed waits.
fn mend(app: &mut App) {
    let Some(id) = app.places.live.current().cloned() else {
        return;
    };
    let Some(note) = note(app, &id).cloned() else {
        return;
    };
    let live = &mut app.places.live;
    let typed = live.typed();
    if live.line.editing.is_none() {
        live.aside = Some(typed);
    }
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

fn delete(app: &mut App) {
    let Some(id) = app.places.live.current().cloned() else {
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
        crate::app::At::Board => app.places.board.current().cloned(),
        _ => app.work.as_ref().and_then(|work| work.session.clone()),
    };
    let Some(session) = session.filter(|_| !text.is_empty()) else {
        return;
    };
    let key = session_key(app, &session);
    let Some(work) = &mut app.work else { return };
    let (study, mint) = work.store.study_and_mint();
    match edit::add_note(
        study,
        mint,
        &session,
        Note {
            kind,
            text,
            ..Note::default()
        },
    ) {
        Ok((_, changes)) => {
            app.change(message!("label-note-add", session = key, at = ""), changes);
        }
        Err(error) => app.warn(error.message()),
    }
}
