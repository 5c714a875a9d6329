//! `erase`: an interview, for ever.

use super::cx::Cx;
use super::failure::{Done, Failure, USAGE};
use super::find;
use crate::message;

/// Erases an interview; only when that was said twice.
pub fn erase(cx: &Cx, key: &str, yes: bool) -> Done {
    if !yes {
        return Err(Failure::new(
            USAGE,
            message!("cli-erase-yes", session = key),
        ));
    }
    let mut store = cx.write()?;
    let id = find::session(store.study(), key)?;
    let erased = store.erase(&id)?;
    store.settle()?;
    for notice in store.notices() {
        cx.tell(&notice);
    }
    cx.tell(&message!(
        "cli-erased",
        parts = erased.parts,
        files = erased.files
    ));
    for copy in &erased.copies {
        cx.tell(&message!(
            "cli-erase-copy",
            path = copy.display().to_string()
        ));
    }
    Ok(())
}
