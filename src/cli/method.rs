//! `method`: by what rules, of whom, what was left out and why.

use super::cx::Cx;
use super::failure::{CANNOT_CREATE, Done, Failure};
use crate::analysis::{Context, Counted, Keys, TurnCache};
use crate::export;
use crate::file::atomic::write_atomic;
use crate::message;
use crate::study::Stamp;
use std::path::Path;

/// Prints the method page, or writes it to a file.
pub fn method(cx: &Cx, out: Option<&Path>) -> Done {
    let store = cx.read_whole()?;
    let (texts, turns, head) = (store.texts(), TurnCache::default(), store.head());
    let context = Context {
        texts: &*texts,
        turns: &turns,
        head: head.hash,
        date: (head.stamp != Stamp::default()).then_some(head.date),
        language: cx.words.lang(),
    };
    let keys = Keys::of(store.study());
    let counted = Counted::of(store.study(), &keys, &context);
    let page = export::method(&counted, &context, cx.words)?.markdown();
    let Some(path) = out else {
        return cx.put(&page);
    };
    write_atomic(path, page.as_bytes()).map_err(|error| {
        Failure::new(
            CANNOT_CREATE,
            message!(
                "cli-file-refused",
                file = path.display().to_string(),
                reason = error.to_string()
            ),
        )
    })
}
