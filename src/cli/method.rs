//! `method`: by what rules, of whom, what was left out and why.

use super::args::ReportAs;
use super::cx::Cx;
use super::failure::Done;
use super::report;
use crate::analysis::{Context, Counted, Keys, TurnCache};
use crate::export;
use crate::study::Stamp;

/// Prints the method page, or writes it to a file.
pub fn method(cx: &Cx, how: &ReportAs) -> Done {
    let store = cx.read()?;
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
    let page = export::method(&counted, &context, cx.words, 0)?;
    report::out(cx, &page, context.date, how)
}
