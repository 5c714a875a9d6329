//! `suggest`: the likeliest codes for a passage; with `--evaluate`, how good that is in this study.

use super::args::{Suggest as Asked, Where};
use super::cx::Cx;
use super::failure::{DATA, Done, Failure};
use super::{acts, find, passage};
use crate::analysis::suggest::{
    Evaluation, Learned, SUGGESTED, TOPS, Way, Why, evaluate as replay, suggestions_allowed,
};
use crate::message;
use crate::store::Store;
use crate::study::coding::Passage;
use crate::study::id::CodeId;
use crate::study::{Hidden, Study, label};
use serde::Serialize;

/// Codes that are told as missed.
const MISSED: usize = 8;

/// A suggested code.
#[derive(Serialize)]
struct Suggested {
    code: String,
    label: String,
    score: f64,
    why: &'static str,
    words: Vec<String>,
}

/// Hit rates of one way to guess.
#[derive(Serialize)]
struct Rates {
    way: &'static str,
    top1: Option<f64>,
    top3: Option<f64>,
    top5: Option<f64>,
}

/// How often one code was missed.
#[derive(Serialize)]
struct Guessed {
    code: String,
    n: usize,
    missed: usize,
}

/// A whole replay.
#[derive(Serialize)]
struct Report {
    n: usize,
    left_out: usize,
    rates: Vec<Rates>,
    missed: Vec<Guessed>,
}

/// Suggests codes, or says how good suggestions are.
pub fn suggest(cx: &Cx, asked: &Asked) -> Done {
    let store = cx.read()?;
    match &asked.session {
        Some(session) if !asked.evaluate => passage_codes(cx, &store, session, asked),
        _ => evaluated(cx, &store, asked.json),
    }
}

fn passage_codes(cx: &Cx, store: &Store, session: &str, asked: &Asked) -> Done {
    let (study, texts) = (store.study(), store.texts());
    if !suggestions_allowed(study) {
        return Err(Failure::new(DATA, message!("cli-suggest-off")));
    }
    let text = match find::session(study, session) {
        Ok(id) => {
            acts::not_withdrawn(study, &id)?;
            passage::of_session(store, &id, asked.document.as_deref())?
        }
        Err(failure) => passage::of_reference(store, session).unwrap_or(Err(failure))?,
    };
    let place = Where {
        quote: asked.quote.clone(),
        span: asked.span,
    };
    let passage = Passage::Text(passage::passage(&text, &place)?);
    if Hidden::of(study).passage(study, texts.as_ref(), &passage) {
        return Err(Failure::new(DATA, message!("app-hidden-code")));
    }
    let mut learned = Learned::default();
    learned.renew(study, texts.as_ref());
    let ranking = learned.rank(study, texts.as_ref(), &passage, cx.coder());
    let best = ranking.map_or_else(Vec::new, |ranking| ranking.best(SUGGESTED));
    if best.is_empty() && !asked.json {
        cx.tell(&message!("cli-suggest-none"));
        return Ok(());
    }
    if asked.json {
        let rows: Vec<Suggested> = best
            .iter()
            .map(|one| {
                let (code, label) = named(cx, study, &one.code);
                let (why, words) = match &one.why {
                    Why::Said(words) => ("said", words.clone()),
                    Why::Asked(words) => ("asked", words.clone()),
                    Why::Guide(question) => ("guide", vec![question.clone()]),
                    Why::Use => ("use", Vec::new()),
                };
                Suggested {
                    code,
                    label,
                    score: (one.score * 1000.0).round() / 1000.0,
                    why,
                    words,
                }
            })
            .collect();
        return cx.json(&rows);
    }
    let head = [
        "cli-suggest-code",
        "cli-suggest-label",
        "cli-suggest-score",
        "cli-suggest-why",
    ];
    let mut rows = vec![head.map(|key| cx.words.get(key)).to_vec()];
    for one in &best {
        let (code, label) = named(cx, study, &one.code);
        let why = cx.words.say(&one.why.message());
        rows.push(vec![code, label, format!("{:.2}", one.score), why]);
    }
    cx.columns(&rows)
}

fn named(cx: &Cx, study: &Study, id: &CodeId) -> (String, String) {
    let code = study.records.codes.get(id);
    code.map_or_else(Default::default, |code| {
        let label = label(&code.labels, cx.words.lang().code(), study);
        (code.key.clone(), label.to_owned())
    })
}

fn evaluated(cx: &Cx, store: &Store, json: bool) -> Done {
    let study = store.study();
    let evaluation = replay(study, store.texts().as_ref());
    let missed = missed(study, &evaluation);
    let share = |way: Way, top: usize| evaluation.share(way, top);
    if json {
        let rates = Way::ALL.map(|way| {
            let share = |top| share(way, top).map(|share| (share * 10_000.0).round() / 10_000.0);
            Rates {
                way: way.as_str(),
                top1: share(0),
                top3: share(1),
                top5: share(2),
            }
        });
        return cx.json(&Report {
            n: evaluation.n,
            left_out: evaluation.left_out,
            rates: rates.into(),
            missed,
        });
    }
    if evaluation.n == 0 {
        return cx.say(&message!("cli-suggest-nothing"));
    }
    let mut head = vec![cx.words.get("cli-suggest-way")];
    head.extend(TOPS.map(|n| cx.words.say(&message!("cli-suggest-top", n = n))));
    let mut rows = vec![head];
    for way in Way::ALL {
        let mut row = vec![cx.words.get(told(way))];
        for top in 0..TOPS.len() {
            row.push(cx.words.percent(share(way, top).unwrap_or(0.0), 1));
        }
        rows.push(row);
    }
    cx.columns(&rows)?;
    cx.say(&message!(
        "cli-suggest-told",
        n = evaluation.n,
        left = evaluation.left_out
    ))?;
    let list: Vec<String> = missed
        .iter()
        .filter(|one| one.missed > 0)
        .take(MISSED)
        .map(|one| format!("{} {}/{}", one.code, one.missed, one.n))
        .collect();
    if list.is_empty() {
        return Ok(());
    }
    cx.say(&message!("cli-suggest-missed", codes = list.join(" · ")))
}

/// The words of a way to guess.
fn told(way: Way) -> &'static str {
    match way {
        Way::Suggested => "cli-suggest-way-suggested",
        Way::Alone => "cli-suggest-way-alone",
        Way::Recent => "cli-suggest-way-recent",
        Way::Frequent => "cli-suggest-way-frequent",
    }
}

/// Codes by how often they were missed, the most often first, then by key.
fn missed(study: &Study, evaluation: &Evaluation) -> Vec<Guessed> {
    let mut list: Vec<Guessed> = evaluation
        .missed
        .iter()
        .map(|(id, (n, missed))| Guessed {
            code: study
                .records
                .codes
                .get(id)
                .map_or_else(String::new, |code| code.key.clone()),
            n: *n,
            missed: *missed,
        })
        .collect();
    list.sort_by(|a, b| b.missed.cmp(&a.missed).then_with(|| a.code.cmp(&b.code)));
    list
}
