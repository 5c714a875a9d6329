//! `codes add|set|move|merge|remove`: the codebook.

use super::args::{CodeFields, CodesVerb, Shift};
use super::cx::Cx;
use super::failure::{DATA, Done, Failure};
use super::{acts, find};
use crate::i18n::Message;
use crate::message;
use crate::study::codebook::Code;
use crate::study::edit::{self, Fate};
use crate::study::id::CodeId;
use crate::study::{Change, Record, Study};

/// Alters the codebook.
pub fn codes(cx: &Cx, verb: &CodesVerb) -> Done {
    let mut store = cx.write()?;
    let (study, mint) = store.study_and_mint();
    let (label, changes) = match verb {
        CodesVerb::Add {
            key,
            parent,
            after,
            fields,
        } => {
            let parent = parent
                .as_deref()
                .map(|key| find::code(study, key))
                .transpose()?;
            let after = after
                .as_deref()
                .map(|key| find::code(study, key))
                .transpose()?;
            let (_, mut changes) =
                edit::add_code(study, mint, key, parent.as_ref(), after.as_ref())?;
            for change in &mut changes {
                if let Change::Add(record) = change
                    && let Record::Code(_, code) = record.as_mut()
                {
                    write(code, fields);
                }
            }
            if let Some(slot) = fields.slot {
                changes.extend(edit::free_slot(study, slot, None));
            }
            (message!("label-code-add", code = key), changes)
        }
        CodesVerb::Set {
            key,
            key_new,
            fields,
            no_slot,
        } => set(study, key, key_new.as_deref(), fields, *no_slot)?,
        CodesVerb::Move { key, to } => {
            let id = find::code(study, key)?;
            let changes = if let Some(under) = &to.under {
                edit::move_code(study, &id, Some(&find::code(study, under)?))?
            } else if to.root {
                edit::move_code(study, &id, None)?
            } else {
                let shift = Shift {
                    up: to.up,
                    down: to.down,
                    to: to.to,
                };
                edit::shift_code(study, &id, acts::shift_by(shift, place(study, &id)))?
            };
            (message!("label-code-move", code = key), changes)
        }
        CodesVerb::Merge { key, into } => {
            let (id, target) = (find::code(study, key)?, find::code(study, into)?);
            (
                message!("label-code-merge", code = key, into = into),
                edit::merge_code(study, &id, &target)?,
            )
        }
        CodesVerb::Remove {
            key,
            move_to,
            with_codings,
        } => {
            let id = find::code(study, key)?;
            let n = edit::codings_on(study, &id).len();
            let fate = match move_to {
                Some(target) => Fate::MoveTo(find::code(study, target)?),
                None if *with_codings || n == 0 => Fate::Remove,
                None => {
                    return Err(Failure::new(
                        DATA,
                        message!("cli-code-has-codings", code = key, n = n),
                    ));
                }
            };
            (
                message!("label-code-remove", code = key),
                edit::remove_code(study, &id, &fate)?,
            )
        }
    };
    cx.commit(&mut store, label, changes)
}

/// The code's place among its neighbours.
fn place(study: &Study, id: &CodeId) -> usize {
    let parent = |code: &Code| {
        code.parent
            .as_ref()
            .and_then(|p| study.resolve_code(p))
            .cloned()
    };
    let own = study.records.codes.get(id).and_then(parent);
    study
        .codes()
        .into_iter()
        .filter(|(_, code, _)| parent(code) == own)
        .position(|(other, ..)| other == id)
        .unwrap_or(0)
}

/// Writes what was given into a code.
fn write(code: &mut Code, fields: &CodeFields) {
    for (language, label) in fields.labels.given() {
        match acts::given(label) {
            Some(label) => code.labels.insert(language.to_owned(), label),
            None => code.labels.remove(language),
        };
    }
    let texts = [
        (&mut code.definition, &fields.definition),
        (&mut code.include, &fields.include),
        (&mut code.exclude, &fields.exclude),
        (&mut code.example, &fields.example),
        (&mut code.colour, &fields.colour),
    ];
    for (field, text) in texts {
        if let Some(text) = text {
            field.clone_from(text);
        }
    }
    code.slot = fields.slot.or(code.slot);
}

fn set(
    study: &Study,
    key: &str,
    key_new: Option<&str>,
    fields: &CodeFields,
    no_slot: bool,
) -> Result<(Message, Vec<Change>), Failure> {
    let id = find::code(study, key)?;
    let before = study.records.codes.get(&id).cloned().unwrap_or_default();
    let mut now = before.clone();
    write(&mut now, fields);
    // slots go through their own act, which takes them from the code that has them
    now.slot = before.slot;
    let mut changes = super::edited!(id, before, now);
    if fields.slot.is_some() || no_slot {
        changes.extend(edit::set_slot(study, &id, fields.slot)?);
    }
    let mut label = message!("label-code-edit", code = key);
    if let Some(new) = key_new {
        changes.extend(edit::rename_code(study, &id, new)?);
        label = message!("label-code-rename", code = key, key = new);
    } else if let (Some(slot), 1..=2) = (fields.slot, changes.len()) {
        label = message!("label-code-slot", slot = slot, code = key);
    } else if no_slot && changes.len() == 1 {
        label = message!("label-code-slot-clear", code = key);
    }
    Ok((label, changes))
}
