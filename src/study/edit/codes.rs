//! Acts on the codebook. None of them loses a coding.

use super::error::{EditError, clean_key};
use super::order::{last_position, shifted};
use crate::study::change::Change;
use crate::study::codebook::{Code, CodeField};
use crate::study::coding::{Coding, CodingField};
use crate::study::fold::Study;
use crate::study::id::{CodeId, CodingId, Mint};

/// What becomes of the codings of a code that is removed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fate {
    /// They are given another code.
    MoveTo(CodeId),
    /// They are removed too.
    Remove,
}

fn key_is_free(study: &Study, key: &str, but: Option<&CodeId>) -> Result<(), EditError> {
    match study.code_by_key(key) {
        Some((id, _)) if Some(id) != but => Err(EditError::KeyTaken(key.to_owned())),
        _ => Ok(()),
    }
}

fn code<'a>(study: &'a Study, id: &CodeId) -> Result<&'a Code, EditError> {
    study
        .records
        .codes
        .get(id)
        .ok_or_else(|| EditError::Gone(id.to_string()))
}

/// Codes below a parent (`None`: the roots), in order, with their positions.
fn children<'a>(study: &'a Study, parent: Option<&CodeId>) -> Vec<(&'a CodeId, i64)> {
    study
        .codes()
        .into_iter()
        .filter(|(_, code, _)| code.parent.as_ref().and_then(|p| study.resolve_code(p)) == parent)
        .map(|(id, code, _)| (id, code.position))
        .collect()
}

/// Codings on a code, by id, aliases followed.
pub fn codings_on<'a>(study: &'a Study, id: &CodeId) -> Vec<(&'a CodingId, &'a Coding)> {
    let given: std::collections::BTreeSet<&CodeId> = study
        .records
        .codes
        .keys()
        .filter(|other| study.resolve_code(other) == Some(id))
        .collect();
    study
        .records
        .codings
        .iter()
        .filter(|(_, coding)| given.contains(&coding.code))
        .collect()
}

/// A new code: below `parent`, after `after` where that is among its children, else last.
pub fn add_code(
    study: &Study,
    mint: &mut dyn Mint,
    key: &str,
    parent: Option<&CodeId>,
    after: Option<&CodeId>,
) -> Result<(CodeId, Vec<Change>), EditError> {
    let key = clean_key(key)?;
    key_is_free(study, &key, None)?;
    let neighbours = children(study, parent);
    let id = CodeId::mint(mint);
    let mut positions: Vec<i64> = neighbours.iter().map(|(_, position)| *position).collect();
    let last = last_position(positions.iter().copied());
    let mut new = Code {
        key,
        parent: parent.cloned(),
        position: last,
        ..Code::default()
    };
    let mut changes = Vec::new();
    if let Some(at) = after.and_then(|after| neighbours.iter().position(|(id, _)| *id == after)) {
        positions.push(last);
        for (index, position) in shifted(&positions, neighbours.len(), at + 1) {
            match neighbours.get(index) {
                Some((id, _)) => {
                    changes.push(((*id).clone(), CodeField::Position(position)).into());
                }
                None => new.position = position,
            }
        }
    }
    changes.insert(0, (id.clone(), new).into());
    Ok((id, changes))
}

/// Another key.
pub fn rename_code(study: &Study, id: &CodeId, key: &str) -> Result<Vec<Change>, EditError> {
    let key = clean_key(key)?;
    key_is_free(study, &key, Some(id))?;
    Ok(if code(study, id)?.key == key {
        vec![]
    } else {
        vec![(id.clone(), CodeField::Key(key)).into()]
    })
}

/// Takes a slot from the codes that have it, but from one.
pub fn free_slot(study: &Study, slot: u8, but: Option<&CodeId>) -> Vec<Change> {
    let codes = study.records.codes.iter();
    codes
        .filter(|(other, code)| code.slot == Some(slot) && Some(*other) != but)
        .map(|(other, _)| (other.clone(), CodeField::Slot(None)).into())
        .collect()
}

/// A slot, taken from the code that has it; `None` takes it away.
pub fn set_slot(study: &Study, id: &CodeId, slot: Option<u8>) -> Result<Vec<Change>, EditError> {
    if slot.is_some_and(|slot| !(1..=9).contains(&slot)) {
        return Err(EditError::BadSlot);
    }
    let mut changes = slot.map_or_else(Vec::new, |slot| free_slot(study, slot, Some(id)));
    if code(study, id)?.slot != slot {
        changes.push((id.clone(), CodeField::Slot(slot)).into());
    }
    Ok(changes)
}

/// Under another code (`None`: a root), after its children; with all that lies below it.
pub fn move_code(
    study: &Study,
    id: &CodeId,
    parent: Option<&CodeId>,
) -> Result<Vec<Change>, EditError> {
    let moved = code(study, id)?;
    let mut up = parent;
    for _ in 0..=study.records.codes.len() {
        let Some(at) = up else { break };
        if at == id {
            return Err(EditError::Circle(moved.key.clone()));
        }
        up = code(study, at)?
            .parent
            .as_ref()
            .and_then(|parent| study.resolve_code(parent));
    }
    if moved.parent.as_ref() == parent {
        return Ok(Vec::new());
    }
    let last = last_position(
        children(study, parent)
            .into_iter()
            .map(|(_, position)| position),
    );
    Ok(vec![
        (id.clone(), CodeField::Parent(parent.cloned())).into(),
        (id.clone(), CodeField::Position(last)).into(),
    ])
}

/// Up or down among its neighbours.
pub fn shift_code(study: &Study, id: &CodeId, by: isize) -> Result<Vec<Change>, EditError> {
    let parent = code(study, id)?
        .parent
        .as_ref()
        .and_then(|parent| study.resolve_code(parent));
    let neighbours = children(study, parent);
    let from = neighbours
        .iter()
        .position(|(other, _)| *other == id)
        .ok_or_else(|| EditError::Gone(id.to_string()))?;
    let to = from.saturating_add_signed(by).min(neighbours.len() - 1);
    let positions: Vec<i64> = neighbours.iter().map(|(_, position)| *position).collect();
    Ok(shifted(&positions, from, to)
        .into_iter()
        .filter_map(|(index, position)| {
            let (id, _) = neighbours.get(index)?;
            Some(((*id).clone(), CodeField::Position(position)).into())
        })
        .collect())
}

/// Into another code: codings keep the code they were given, readers go on at `into`.
pub fn merge_code(study: &Study, id: &CodeId, into: &CodeId) -> Result<Vec<Change>, EditError> {
    let from = code(study, id)?;
    let end = study
        .resolve_code(into)
        .ok_or_else(|| EditError::Gone(into.to_string()))?;
    if end == id {
        return Err(EditError::Circle(from.key.clone()));
    }
    // A code may go into one that lies below it: that one takes its place in the tree.
    let mut changes = Vec::new();
    let mut up = code(study, end)?
        .parent
        .as_ref()
        .and_then(|parent| study.resolve_code(parent));
    let mut steps = 0;
    while let Some(at) = up.filter(|_| steps <= study.records.codes.len()) {
        if at == id {
            changes.push((end.clone(), CodeField::Parent(from.parent.clone())).into());
            break;
        }
        steps += 1;
        up = code(study, at)?
            .parent
            .as_ref()
            .and_then(|parent| study.resolve_code(parent));
    }
    changes.push((id.clone(), CodeField::Alias(Some(end.clone()))).into());
    Ok(changes)
}

/// Removes a code, and those that were merged into it. Its children go up to its parent; `fate` says what becomes of
/// its codings.
pub fn remove_code(study: &Study, id: &CodeId, fate: &Fate) -> Result<Vec<Change>, EditError> {
    let removed = code(study, id)?;
    if let Fate::MoveTo(target) = fate
        && study.resolve_code(target).is_none_or(|target| target == id)
    {
        return Err(EditError::Gone(target.to_string()));
    }
    let mut changes: Vec<Change> = codings_on(study, id)
        .into_iter()
        .map(|(coding, _)| match fate {
            Fate::MoveTo(target) => (coding.clone(), CodingField::Code(target.clone())).into(),
            Fate::Remove => Change::remove(coding.clone()),
        })
        .collect();
    for (child, _) in children(study, Some(id)) {
        changes.push((child.clone(), CodeField::Parent(removed.parent.clone())).into());
    }
    let merged = study
        .records
        .codes
        .keys()
        .filter(|other| study.resolve_code(other) == Some(id));
    changes.extend(merged.map(|code| Change::remove(code.clone())));
    Ok(changes)
}
