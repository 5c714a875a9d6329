//! What is said of a note: code, kind, flag, time, question; of the line while something is typed, else of the note under
//! the cursor.

use super::{is_hidden, label, note, session_key, target};
use crate::app::App;
use crate::app::act::{call, coding, question};
use crate::app::layer::{Layer, Pick, Picker, Prompt};
use crate::app::place::live::clock;
use crate::message;
use crate::study::Change;
use crate::study::coding::Passage;
use crate::study::edit;
use crate::study::id::{CodeId, NoteId};
use crate::study::session::{Note, NoteField};
use crate::study::word::NoteKind;
use std::collections::BTreeMap;

/// Flags, in the order in which the key goes through them.
const FLAGS: [&str; 5] = ["follow-up", "verify", "quote", "mask", "document"];

/// Puts a code on the note, or takes it away again.
pub(super) fn code(app: &mut App, key: Option<&str>) {
    if let Some(key) = key {
        let found = app
            .work
            .as_ref()
            .and_then(|work| work.study().code_by_key(key.trim()))
            .map(|(id, _)| id.clone());
        return match found {
            Some(id) => put_code(app, &id),
            None => app.warn(edit::EditError::Gone(key.to_owned()).message()),
        };
    }
    let Some(items) = coding::code_items(app) else {
        return;
    };
    let title = message!("app-note-code");
    let picker = Picker::new(title, items, |app, pick| {
        if let Pick::Item(id) = pick {
            put_code(app, &CodeId::new(&id));
        }
    });
    let slots = slots(app);
    app.push(Layer::Picker(picker.telling_codes().named(slots)));
}

/// What is typed for a code of a slot: its digit, and the key of the digit row without Shift.
fn slots(app: &App) -> BTreeMap<String, String> {
    let Some(work) = &app.work else {
        return BTreeMap::new();
    };
    let row: Vec<char> = app.keymap.layout.digits().chars().collect();
    let mut slots = BTreeMap::new();
    for (id, code, _) in work.study().codes() {
        if let Some(slot) = code.slot {
            slots.insert(slot.to_string(), id.to_string());
            if let Some(key) = row.get(usize::from(slot)) {
                slots.insert(key.to_string(), id.to_string());
            }
        }
    }
    slots
}

fn put_code(app: &mut App, id: &CodeId) {
    let Some(target) = target(app) else {
        let codes = &mut app.places.live.line.codes;
        match codes.iter().position(|other| other == id) {
            Some(at) => {
                codes.remove(at);
            }
            None => codes.push(id.clone()),
        }
        return call::draft(app);
    };
    if is_hidden(app, &target) {
        return app.warn(message!("app-hidden-code"));
    }
    let (t_ms, session) = note(app, &target)
        .map(|note| (note.t_ms, note.session.clone()))
        .unwrap_or_default();
    let session = session_key(app, &session);
    let code = crate::app::act::codebook::key_of(app, id);
    let at = clock(t_ms);
    let Some(work) = &mut app.work else { return };
    let coder = work.coder.clone();
    let (study, mint) = work.store.study_and_mint();
    let passage = Passage::Note(target);
    if let Some((there, _)) = edit::coding_at(study, &passage, id, &coder) {
        let gone = vec![Change::remove(there.clone())];
        let label = message!("label-note-uncode", code = code, session = session, at = at);
        if app.change(label.clone(), gone) {
            app.inform(label);
        }
        return;
    }
    let put = edit::put_coding(study, mint, passage, id, &coder);
    work.used(id);
    let label = message!("label-note-code", code = code, session = session, at = at);
    app.change(label, put.changes);
}

/// Changes a field of the note under the cursor.
pub(super) fn set(app: &mut App, id: NoteId, field: impl FnOnce(&Note) -> NoteField) {
    let Some(note) = note(app, &id) else { return };
    let field = field(note);
    if note.current(&field) == field {
        return;
    }
    let label = label(app, note);
    app.change(label, vec![(id, field).into()]);
}

/// Another kind: the one that is named, else the next.
pub(super) fn kind(app: &mut App, word: Option<&str>) {
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
        Some(id) => set(app, id, |note| {
            NoteField::Kind(named.unwrap_or_else(|| next(note.kind)))
        }),
    }
}

/// The next flag in turn, or the one that is named, on and off.
pub(super) fn flag(app: &mut App, word: Option<&str>) {
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
        Some(id) => set(app, id, |note| NoteField::Flags(turned(&note.flags))),
    }
}

/// Another time of the call: `23:05`, `1:02:03`.
pub(super) fn time(app: &mut App, text: Option<&str>) {
    let Some(text) = text else {
        let now = match target(app) {
            Some(id) => note(app, &id).and_then(|note| note.t_ms),
            None => app.places.live.line.t_ms,
        };
        let title = message!("app-note-time");
        let prompt = Prompt::new(title, &clock(now), |app, text| time(app, Some(&text)));
        return app.push(Layer::Prompt(prompt));
    };
    let Some(t_ms) = crate::study::clock::parse(text) else {
        return app.warn(message!("app-note-time-bad", text = text));
    };
    match target(app) {
        None => {
            app.places.live.line.t_ms = Some(t_ms);
            call::draft(app);
        }
        Some(id) => set(app, id, |_| NoteField::TMs(Some(t_ms))),
    }
}

/// Binds the note under the cursor, or the one that is mended, to a question; else takes it in hand.
pub(super) fn question(app: &mut App, key: Option<&str>) {
    if let Some(key) = key {
        return bind(app, key.trim());
    }
    let bound = match target(app) {
        Some(id) => note(app, &id).map(|note| note.question.clone()),
        None => Some(app.places.live.line.question.clone()),
    };
    let title = message!("app-note-question");
    let picker = Picker::new(title, question::items(app), |app, pick| {
        if let Pick::Item(key) = pick {
            bind(app, &key);
        }
    })
    .starting_at(&bound.unwrap_or_default());
    app.push(Layer::Picker(picker));
}

fn bind(app: &mut App, key: &str) {
    match target(app) {
        Some(id) => set(app, id, |_| NoteField::Question(key.to_owned())),
        None => question::jump(app, Some(key)),
    }
}
