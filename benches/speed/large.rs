//! Acts on a large study: words looked for in all its texts, two codes with many codings merged and taken apart again.

use crate::board::{Board, median, ms, row};
use crate::timed;
use entretien::analysis::search::{Asked, Corpus, Progress, search};
use entretien::analysis::{Context, Counted, Keys, TurnCache};
use entretien::i18n::{Lang, Message};
use entretien::store::{Access, Store};
use entretien::study::edit;
use std::collections::BTreeMap;
use std::hint::black_box;
use std::path::Path;
use std::process::Command;

/// Words that are in most texts, two words near each other, and one that is in none.
const LOOKED_FOR: [&str; 3] = ["quality test", "budget ~10 deadline", "xylophone"];

/// Looking for words, against ripgrep over the same words in files.
pub fn words(board: &mut Board, data: &Path, source: &Path) {
    let store = Store::open(&data.join("bench"), Access::Read).expect("opens");
    let (study, texts, turns) = (store.study(), store.texts(), TurnCache::default());
    let context = Context {
        texts: &*texts,
        turns: &turns,
        head: String::new(),
        date: None,
        language: Lang::En,
    };
    let keys = Keys::of(study);
    let counted = Counted::of(study, &keys, &context);
    let mut corpus = Corpus::default();
    let ((), read) = timed(|| corpus.renew(study, &*texts, &Progress::default()));
    row("all texts read, before the first search", read, None);
    let folder = source.join("transcripts");
    for words in LOOKED_FOR {
        let asked = Asked {
            words: words.to_owned(),
            ..Asked::default()
        };
        let (mut ours, mut theirs) = (Vec::new(), Vec::new());
        for _ in 0..9 {
            let mut query = asked.query().expect("a query");
            query.most = 1_000;
            let look = || black_box(search(&counted, &corpus, &context, &query).expect("hits"));
            ours.push(timed(look).1);
            let first = words.split(" ~").next().unwrap_or(words);
            let peer = || {
                Command::new("rg")
                    .args(["-i", "-c", first])
                    .arg(&folder)
                    .output()
            };
            let (done, took) = timed(peer);
            theirs.extend(done.ok().map(|_| took));
        }
        let ours = median(ours);
        let peer =
            (!theirs.is_empty()).then(|| ("ripgrep, without regard to case", median(theirs)));
        row(&format!("looking for “{words}”"), ours, peer);
        board.bar(
            &format!("looking for “{words}”"),
            ours.as_secs_f64(),
            0.1,
            "s",
        );
        if let Some((_, rg)) = peer {
            let ratio = ms(ours) / ms(rg);
            board.bar(
                &format!("looking for “{words}”, of ripgrep’s"),
                ratio,
                2.0,
                "×",
            );
        }
    }
}

/// Merging the two codes that have most codings, and taking it back.
pub fn merging(board: &mut Board, data: &Path) {
    let author = "am".to_owned();
    let mut store = Store::open(&data.join("bench"), Access::Write { author }).expect("opens");
    let (mut merges, mut undos) = (Vec::new(), Vec::new());
    let mut uses = BTreeMap::new();
    for coding in store.study().records.codings.values() {
        *uses.entry(coding.code.clone()).or_insert(0usize) += 1;
    }
    let mut two: Vec<_> = uses.into_iter().map(|(code, n)| (n, code)).collect();
    two.sort();
    two.reverse();
    let [(_, into), (_, from), ..] = &two[..] else {
        return;
    };
    for _ in 0..5 {
        let ((), took) = timed(|| {
            let changes = edit::merge_code(store.study(), from, into).expect("changes");
            store
                .transact(Message::new("label-settings"), changes)
                .expect("merged");
            store.settle().expect("durable");
        });
        merges.push(took);
        undos.push(timed(|| store.undo().and_then(|_| store.settle()).expect("undone")).1);
    }
    for (what, took) in [
        ("two codes merged", median(merges)),
        ("and taken apart", median(undos)),
    ] {
        row(what, took, None);
        board.bar(what, took.as_secs_f64(), 0.2, "s");
    }
}
