//! The search itself, here or on a worker.

use super::{MOST, Wanted};
use crate::analysis::search::{Corpus, Hits, Progress, Query, search};
use crate::analysis::{Context, Counted, Keys, TurnCache};
use crate::i18n::Message;
use crate::study::Study;
use crate::study::document::Texts;

/// What a search found, and the texts it has read.
#[derive(Debug)]
pub struct Found {
    /// The hits, or why there are none.
    pub hits: Result<Hits, Message>,
    /// The texts.
    pub corpus: Corpus,
}

/// Searches.
pub fn run(
    study: &Study,
    texts: &dyn Texts,
    mut corpus: Corpus,
    turns: &TurnCache,
    wanted: &Wanted,
    progress: &Progress,
) -> Found {
    let query = match wanted.asked.query() {
        Ok(query) => query,
        Err(why) => {
            return Found {
                hits: Err(why),
                corpus,
            };
        }
    };
    let query = Query {
        most: MOST,
        progress: progress.clone(),
        ..query
    };
    corpus.renew(study, texts, progress);
    let context = Context {
        texts,
        turns,
        head: String::new(),
        date: None,
        language: wanted.lang,
    };
    let keys = Keys::of(study);
    let counted = Counted::of(study, &keys, &context);
    let hits = search(&counted, &corpus, &context, &query).map_err(|error| error.message());
    Found { hits, corpus }
}
