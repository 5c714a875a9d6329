//! `search`: words looked for in the whole study.

use super::args::Search as Asked;
use super::cx::Cx;
use super::failure::{Done, Failure, USAGE};
use super::saved::{named, save};
use crate::analysis::search::{Asked as Wanted, Corpus, Hit, search as run};
use crate::analysis::{Context, Counted, Keys, TurnCache};
use crate::i18n::duration;
use crate::message;
use crate::study::Study;
use crate::study::word::SavedKind;
use serde::Serialize;

/// A hit, for programs; positions are code points.
#[derive(Serialize)]
struct HitRow<'a> {
    kind: &'static str,
    id: String,
    session: &'a str,
    document: &'a str,
    version: u32,
    turn: Option<usize>,
    speaker: Option<&'a str>,
    t_ms: Option<i64>,
    char_start: usize,
    char_end: usize,
    span: [usize; 2],
    quote: &'a str,
    context_before: &'a str,
    context_after: &'a str,
}

impl<'a> HitRow<'a> {
    fn of(study: &'a Study, hit: &'a Hit) -> Self {
        Self {
            kind: hit.source.as_str(),
            id: hit.source.id(),
            session: &hit.interview,
            document: &hit.document,
            version: hit.version,
            turn: hit.turn.map(|turn| turn + 1),
            speaker: who(study, hit),
            t_ms: hit.t_ms,
            char_start: hit.chars.start,
            char_end: hit.chars.end,
            span: [hit.chars.start, hit.chars.end],
            quote: &hit.quote,
            context_before: &hit.before,
            context_after: &hit.after,
        }
    }
}

/// Looks for words everywhere in the study; no hit is no error.
pub fn search(cx: &Cx, asked: &Asked) -> Done {
    let mut wanted = Wanted::from(asked);
    let store = cx.read()?;
    if let Some(name) = &asked.saved {
        let mut saved = Wanted::from(&named(&store, name, SavedKind::Search)?);
        saved.where_.append(&mut wanted.where_);
        saved.interview = wanted.interview;
        wanted = saved;
    }
    let query = wanted.query().map_err(|why| Failure::new(USAGE, why))?;
    let (study, texts, turns) = (store.study(), store.texts(), TurnCache::default());
    let context = Context {
        texts: &*texts,
        turns: &turns,
        head: String::new(),
        date: None,
        language: cx.words.lang(),
    };
    let keys = Keys::of(study);
    let counted = Counted::of(study, &keys, &context);
    let mut corpus = Corpus::default();
    corpus.renew(study, &*texts, &query.progress);
    let hits = run(&counted, &corpus, &context, &query)?.list;
    // only what could be asked is kept
    if let Some(name) = &asked.save {
        save(cx, wanted.under(name))?;
    }
    if asked.json {
        let rows: Vec<HitRow> = hits.iter().map(|hit| HitRow::of(study, hit)).collect();
        return cx.json(&rows);
    }
    let mut heading = None;
    for hit in &hits {
        if heading.replace(hit.interview.as_str()) != Some(hit.interview.as_str()) {
            let outside = || cx.words.get("cli-search-outside");
            let title = if hit.interview.is_empty() {
                outside()
            } else {
                hit.interview.clone()
            };
            cx.line(&title)?;
        }
        cx.line(&line(cx, study, hit))?;
    }
    let mut interviews: Vec<&str> = hits.iter().map(|hit| hit.interview.as_str()).collect();
    interviews.dedup();
    interviews.retain(|key| !key.is_empty());
    cx.tell(&message!(
        "cli-search-found",
        n = hits.len(),
        interviews = interviews.len()
    ));
    Ok(())
}

/// Who says it, as others may read it.
fn who<'a>(study: &'a Study, hit: &'a Hit) -> Option<&'a str> {
    let name = hit.speaker.as_deref()?;
    Some(match &hit.session {
        Some(session) => study.speaker_key(session, Some(name)),
        None => name,
    })
}

fn line(cx: &Cx, study: &Study, hit: &Hit) -> String {
    let time = hit
        .t_ms
        .map(|ms| duration(u64::try_from(ms).unwrap_or(0)))
        .unwrap_or_default();
    let what = cx.words.get(&format!("cli-search-{}", hit.source.as_str()));
    let who = who(study, hit).unwrap_or("");
    let mut facts = vec![what, hit.document.clone(), time, who.to_owned()];
    facts.retain(|fact| !fact.is_empty());
    let words = format!("{}[{}]{}", hit.before, hit.quote, hit.after);
    format!("  {}  {}", facts.join(" · "), words.replace('\n', " "))
}
