//! The tree of codes: adding, editing, moving, merging, deleting.

mod form;

use super::carry;
use crate::app::App;
use crate::app::layer::{Choice, Confirm, Layer, Pick, PickItem, Picker, Prompt};
use crate::command::{CodebookAct, Invocation};
use crate::message;
use crate::study::Study;
use crate::study::codebook::CodeField;
use crate::study::edit::{self, EditError, Fate};
use crate::study::id::CodeId;
use form::form;

/// Makes the write of a field of text.
type MakeField = fn(String) -> CodeField;

pub(super) fn run(app: &mut App, act: CodebookAct, invocation: &Invocation) {
    let text = invocation.arg.as_deref();
    match act {
        CodebookAct::Add => add(app, false, text),
        CodebookAct::AddChild => add(app, true, text),
        CodebookAct::Fold | CodebookAct::FoldAll => {
            if let Some(work) = &app.work {
                let place = &mut app.places.codebook;
                if act == CodebookAct::Fold {
                    place.fold(work.study());
                } else {
                    place.fold_all(work.study());
                }
            }
        }
        _ => {
            if let Some(id) = app.places.codebook.current().cloned() {
                on_code(app, act, &id, invocation);
            }
        }
    }
}

/// Enter: the code's fields.
pub(super) fn enter(app: &mut App) {
    if let Some(id) = app.places.codebook.current().cloned() {
        form(app, &id, "key");
    }
}

fn on_code(app: &mut App, act: CodebookAct, id: &CodeId, invocation: &Invocation) {
    let text = invocation.arg.as_deref();
    let by = isize::try_from(invocation.times()).unwrap_or(isize::MAX);
    match act {
        CodebookAct::Edit => form(app, id, "key"),
        CodebookAct::Rename => rename(app, id, text),
        CodebookAct::Label => form(app, id, "label_fr"),
        CodebookAct::Definition => field(app, id, "definition", text, CodeField::Definition),
        CodebookAct::Include => field(app, id, "include", text, CodeField::Include),
        CodebookAct::Exclude => field(app, id, "exclude", text, CodeField::Exclude),
        CodebookAct::Example => field(app, id, "example", text, CodeField::Example),
        CodebookAct::Colour => field(app, id, "colour", text, CodeField::Colour),
        CodebookAct::Slot => slot(app, id, invocation.digit()),
        CodebookAct::SlotClear => slot(app, id, None),
        CodebookAct::MoveUp => shift(app, id, -by),
        CodebookAct::MoveDown => shift(app, id, by),
        CodebookAct::Move => move_under(app, id, text),
        CodebookAct::Merge => merge(app, id, text),
        CodebookAct::Delete => delete(app, id),
        CodebookAct::Passages => passages(app, id),
        CodebookAct::Add | CodebookAct::AddChild | CodebookAct::Fold | CodebookAct::FoldAll => {}
    }
}

fn study(app: &App) -> Option<&Study> {
    app.work.as_ref().map(crate::app::Work::study)
}

/// The key of a code, as labels of transactions show it.
pub(super) fn key_of(app: &App, id: &CodeId) -> String {
    study(app)
        .and_then(|study| study.records.codes.get(id))
        .map_or_else(|| id.to_string(), |code| code.key.clone())
}

/// Adds a code: what is typed is a key and, after a space, a label.
fn add(app: &mut App, below: bool, typed: Option<&str>) {
    let Some(typed) = typed else {
        let prompt = Prompt::new(message!("app-code-new"), "", move |app, typed| {
            add(app, below, Some(&typed));
        });
        app.push(Layer::Prompt(prompt));
        return;
    };
    let (key, label) = typed.trim().split_once(' ').unwrap_or((typed.trim(), ""));
    let current = app.places.codebook.current().cloned();
    let language = app.words.lang().code().to_owned();
    let Some(work) = &mut app.work else { return };
    let (study, mint) = work.store.study_and_mint();
    let beside = current
        .as_ref()
        .and_then(|id| study.records.codes.get(id))
        .and_then(|code| code.parent.clone());
    let (parent, after) = if below {
        (current, None)
    } else {
        (beside, current)
    };
    let made = edit::add_code(study, mint, key, parent.as_ref(), after.as_ref());
    let (id, mut changes) = match made {
        Ok(made) => made,
        Err(error) => return app.warn(error.message()),
    };
    if !label.trim().is_empty() {
        changes.push(
            (
                id.clone(),
                CodeField::Label(language, Some(label.trim().to_owned())),
            )
                .into(),
        );
    }
    if app.change(message!("label-code-add", code = key), changes) {
        app.refresh();
        app.places.codebook.put(&id);
    }
}

fn rename(app: &mut App, id: &CodeId, key: Option<&str>) {
    let Some(key) = key else {
        let (id, key) = (id.clone(), key_of(app, id));
        let prompt = Prompt::new(message!("app-code-key"), &key, move |app, key| {
            rename(app, &id, Some(&key));
        });
        app.push(Layer::Prompt(prompt));
        return;
    };
    let Some(study) = study(app) else { return };
    let changes = edit::rename_code(study, id, key);
    let label = message!("label-code-rename", code = key_of(app, id), key = key);
    carry(app, label, changes);
}

/// Sets one field of text, or opens the form on it.
fn field(app: &mut App, id: &CodeId, name: &str, text: Option<&str>, make: MakeField) {
    match text {
        None => form(app, id, name),
        Some(text) => {
            let label = message!("label-code-edit", code = key_of(app, id));
            app.change(
                label,
                vec![(id.clone(), make(text.trim().to_owned())).into()],
            );
        }
    }
}

fn slot(app: &mut App, id: &CodeId, digit: Option<u8>) {
    let Some(study) = study(app) else { return };
    let changes = edit::set_slot(study, id, digit);
    let label = match digit {
        Some(digit) => message!("label-code-slot", code = key_of(app, id), slot = digit),
        None => message!("label-code-slot-clear", code = key_of(app, id)),
    };
    carry(app, label, changes);
}

fn shift(app: &mut App, id: &CodeId, by: isize) {
    let Some(study) = study(app) else { return };
    let changes = edit::shift_code(study, id, by);
    let label = message!("label-code-move", code = key_of(app, id));
    carry(app, label, changes);
}

/// Codes to choose from; `but` and what must not be chosen is left out.
pub(super) fn code_items(app: &App, but: Option<&CodeId>) -> Vec<PickItem> {
    let Some(study) = study(app) else {
        return Vec::new();
    };
    let language = app.words.lang().code();
    study
        .codes()
        .into_iter()
        .filter(|(id, ..)| Some(*id) != but)
        .map(|(id, code, _)| PickItem {
            id: id.to_string(),
            key: code.key.clone(),
            label: crate::study::label(&code.labels, language, study).to_owned(),
            detail: study.code_path(id),
            code: Some(id.clone()),
            ..PickItem::default()
        })
        .collect()
}

/// A code by what was typed after a command: its key.
fn code_named(app: &App, key: &str) -> Option<CodeId> {
    study(app)?
        .code_by_key(key.trim())
        .map(|(id, _)| id.clone())
}

fn move_under(app: &mut App, id: &CodeId, parent: Option<&str>) {
    let root = "/";
    match parent {
        Some(key) if key.trim() == root => move_to(app, id, None),
        Some(key) => match code_named(app, key) {
            Some(parent) => move_to(app, id, Some(&parent)),
            None => app.warn(EditError::Gone(key.to_owned()).message()),
        },
        None => {
            let mut items = vec![PickItem {
                id: String::new(),
                key: root.to_owned(),
                label: app.words.get("app-code-root"),
                ..PickItem::default()
            }];
            items.extend(code_items(app, Some(id)));
            let (title, id) = (
                message!("app-code-move", code = key_of(app, id)),
                id.clone(),
            );
            let picker = Picker::new(title, items, move |app, pick| {
                if let Pick::Item(parent) = pick {
                    let parent = Some(parent)
                        .filter(|id| !id.is_empty())
                        .map(|id| CodeId::new(&id));
                    move_to(app, &id, parent.as_ref());
                }
            });
            app.push(Layer::Picker(picker));
        }
    }
}

fn move_to(app: &mut App, id: &CodeId, parent: Option<&CodeId>) {
    let Some(study) = study(app) else { return };
    let changes = edit::move_code(study, id, parent);
    let label = message!("label-code-move", code = key_of(app, id));
    if carry(app, label, changes) {
        app.refresh();
        app.places.codebook.put(id);
    }
}

fn merge(app: &mut App, id: &CodeId, into: Option<&str>) {
    if let Some(key) = into {
        match code_named(app, key) {
            Some(into) => merge_into(app, id, &into),
            None => app.warn(EditError::Gone(key.to_owned()).message()),
        }
        return;
    }
    let title = message!("app-code-merge", code = key_of(app, id));
    let (items, id) = (code_items(app, Some(id)), id.clone());
    let picker = Picker::new(title, items, move |app, pick| {
        if let Pick::Item(into) = pick {
            merge_into(app, &id, &CodeId::new(&into));
        }
    });
    app.push(Layer::Picker(picker));
}

fn merge_into(app: &mut App, id: &CodeId, into: &CodeId) {
    let Some(study) = study(app) else { return };
    let codings = edit::codings_on(study, id).len();
    let changes = edit::merge_code(study, id, into);
    let (code, target) = (key_of(app, id), key_of(app, into));
    if carry(
        app,
        message!("label-code-merge", code = &code, into = &target),
        changes,
    ) {
        app.refresh();
        app.places.codebook.put(into);
        app.inform(message!(
            "app-code-merged",
            code = code,
            into = target,
            n = codings
        ));
    }
}

/// Deletes a code; when it has codings, asks what becomes of them first.
fn delete(app: &mut App, id: &CodeId) {
    let Some(study) = study(app) else { return };
    let codings = edit::codings_on(study, id).len();
    if codings == 0 {
        remove(app, id, &Fate::Remove);
        return;
    }
    let code = key_of(app, id);
    let mut choices = vec![Choice::new(message!("app-code-delete-not"), |_| {})];
    let moved = id.clone();
    choices.push(Choice::new(message!("app-code-delete-move"), move |app| {
        let items = code_items(app, Some(&moved));
        let picker = Picker::new(message!("app-code-delete-move"), items, move |app, pick| {
            if let Pick::Item(target) = pick {
                remove(app, &moved, &Fate::MoveTo(CodeId::new(&target)));
            }
        });
        app.push(Layer::Picker(picker));
    }));
    let removed = id.clone();
    choices.push(Choice::new(
        message!("app-code-delete-remove", n = codings),
        move |app| {
            remove(app, &removed, &Fate::Remove);
        },
    ));
    app.push(Layer::Confirm(Confirm::new(
        message!("app-code-delete", code = code, n = codings),
        choices,
    )));
}

fn remove(app: &mut App, id: &CodeId, fate: &Fate) {
    let Some(study) = study(app) else { return };
    let changes = edit::remove_code(study, id, fate);
    let label = message!("label-code-remove", code = key_of(app, id));
    carry(app, label, changes);
}

/// The passages with this code, to go to one of them.
fn passages(app: &mut App, id: &CodeId) {
    super::evidence::passages_of_code(app, id);
}
