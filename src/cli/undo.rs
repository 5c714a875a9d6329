//! `undo` and `redo`: the last transaction, named.

use super::cx::Cx;
use super::failure::Done;
use crate::message;
use crate::store::{Store, StoreError, Undone};

/// Takes back the last transaction.
pub fn undo(cx: &Cx) -> Done {
    step(cx, Store::undo, "cli-undone", "cli-nothing-to-undo")
}

/// Does again what was taken back last.
pub fn redo(cx: &Cx) -> Done {
    step(cx, Store::redo, "cli-redone", "cli-nothing-to-redo")
}

fn step(
    cx: &Cx,
    go: impl Fn(&mut Store) -> Result<Option<Undone>, StoreError>,
    done: &'static str,
    nothing: &'static str,
) -> Done {
    let mut store = cx.write()?;
    let Some(undone) = go(&mut store)? else {
        cx.tell(&crate::i18n::Message::new(nothing));
        return Ok(());
    };
    store.settle()?;
    cx.say(&crate::i18n::Message::new(done).with("what", undone.label))?;
    if !undone.conflicts.is_empty() {
        cx.tell(&message!("cli-undo-conflicts", n = undone.conflicts.len()));
    }
    Ok(())
}
