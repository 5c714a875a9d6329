//! `coders`: what two coders disagree on, passage by passage, in the order of reading, and what is decided on it.

use super::args::{Coders, CodersVerb, Settle};
use super::cx::Cx;
use super::failure::{DATA, Done, Failure, USAGE};
use super::find;
use super::table::with_counted;
use crate::analysis::Options;
use crate::analysis::coders::{Kind, Work, compare};
use crate::analysis::search::Progress;
use crate::message;
use crate::study::Change;
use crate::study::edit::{self, Verdict};
use serde::Serialize;

/// What one of the two put there.
#[derive(Serialize)]
struct Put {
    id: String,
    code: String,
    quote: Option<String>,
    memo: String,
    polarities: std::collections::BTreeMap<String, &'static str>,
}

/// One disagreement.
#[derive(Serialize)]
struct Row {
    kind: &'static str,
    interview: String,
    first: Option<Put>,
    second: Option<Put>,
}

/// Prints the disagreements, or settles one.
pub fn coders(cx: &Cx, asked: &Coders) -> Done {
    match (&asked.verb, &asked.first, &asked.second) {
        (Some(CodersVerb::Settle(asked)), ..) => settle(cx, asked),
        (None, Some(first), Some(second)) => disagreements(cx, first, second, asked.json),
        _ => Ok(()),
    }
}

/// Decides on one disagreement; prints the ids of what stands.
fn settle(cx: &Cx, asked: &Settle) -> Done {
    let mut store = cx.write()?;
    if store.study().codes_blind(cx.coder()) {
        return Err(Failure::new(DATA, message!("cli-blind-coders")));
    }
    let (study, mint) = store.study_and_mint();
    let one = find::coding(study, &asked.one)?;
    let other = asked.other.as_ref().map(|id| find::coding(study, id));
    let other = other.transpose()?;
    if other.as_ref() == Some(&one) {
        return Err(Failure::new(USAGE, message!("cli-coders-settle-same")));
    }
    if other.is_none() && matches!(asked.take, Verdict::Other | Verdict::Both) {
        return Err(Failure::new(USAGE, message!("cli-coders-settle-alone")));
    }
    let pair = [Some(&one), other.as_ref()];
    let coders: Vec<&str> = study.coders().into_iter().collect();
    // one alone is settled between the two there are; among more nobody can tell
    let between = if coders.len() == 2 {
        coders
    } else {
        Vec::new()
    };
    let changes = edit::settle(study, mint, pair, &between, asked.take, &asked.reason)?;
    let ids: Vec<String> = changes.iter().filter_map(added).collect();
    let label = message!("label-settle-coding", verdict = asked.take.as_str());
    cx.commit(&mut store, label, changes)?;
    if asked.take != Verdict::Neither {
        for id in ids {
            cx.line(&id)?;
        }
    }
    Ok(())
}

fn added(change: &Change) -> Option<String> {
    match change {
        Change::Add(record) => Some(record.item().id_text()),
        _ => None,
    }
}

fn disagreements(cx: &Cx, first: &str, second: &str, json: bool) -> Done {
    if first == second {
        let same = message!("cli-coders-same", coder = first);
        return Err(Failure::new(DATA, same));
    }
    let store = cx.read()?;
    if store.is_blind() {
        return Err(Failure::new(DATA, message!("cli-blind-coders")));
    }
    let options = Options::default();
    let (rows, same, n_texts, settled) = with_counted(cx, &store, |counted, context| {
        for coder in [first, second] {
            let known = counted.study.coders();
            if !known.contains(coder) {
                let none = message!("cli-coders-none", coder = coder);
                let known: Vec<&str> = known.into_iter().collect();
                return Err(Failure::missing(DATA, none, &known));
            }
        }
        let compared = compare(
            counted,
            context,
            &options,
            first,
            second,
            &Progress::default(),
        )?;
        let put = |work: &Work| Put {
            id: work.id.clone(),
            code: work.code.clone(),
            quote: work.quote.clone(),
            memo: work.memo.clone(),
            polarities: work
                .polarities
                .iter()
                .map(|(scenario, polarity)| (scenario.clone(), polarity.as_str()))
                .collect(),
        };
        let rows: Vec<Row> = compared
            .rows
            .iter()
            .map(|row| Row {
                kind: row.kind.as_str(),
                interview: row.interview.clone(),
                first: row.first.as_ref().map(put),
                second: row.second.as_ref().map(put),
            })
            .collect();
        Ok((rows, compared.same, compared.n_texts, compared.settled))
    })?;
    if json {
        return cx.json(&rows);
    }
    if n_texts == 0 {
        return cx.say(&message!(
            "cli-coders-no-text",
            first = first,
            second = second
        ));
    }
    let mut lines = vec![
        ["cli-coders-kind", "cli-coders-interview"]
            .map(|key| cx.words.get(key))
            .to_vec(),
    ];
    lines[0].extend([
        first.to_owned(),
        second.to_owned(),
        cx.words.get("cli-coders-quote"),
    ]);
    for row in &rows {
        let code = |put: &Option<Put>| {
            put.as_ref().map_or_else(String::new, |put| {
                let marks: Vec<String> = put
                    .polarities
                    .iter()
                    .map(|(scenario, polarity)| format!("{scenario}={polarity}"))
                    .collect();
                format!("{} {} {}", put.code, marks.join(" "), put.id).replace("  ", " ")
            })
        };
        let quote = row
            .first
            .as_ref()
            .or(row.second.as_ref())
            .and_then(|put| put.quote.clone());
        lines.push(vec![
            cx.words.get(&format!("cli-coders-kind-{}", row.kind)),
            row.interview.clone(),
            code(&row.first),
            code(&row.second),
            quote.unwrap_or_default(),
        ]);
    }
    if !rows.is_empty() {
        cx.columns(&lines)?;
    }
    let count = |kind: Kind| rows.iter().filter(|row| row.kind == kind.as_str()).count();
    cx.say(&message!(
        "cli-coders-summary",
        same = same,
        texts = n_texts,
        code = count(Kind::Code),
        ends = count(Kind::Ends),
        polarity = count(Kind::Polarity),
        one = count(Kind::OnlyOne),
        settled = settled
    ))
}

/// Has the coder code blind or see again what the others coded; without a word, says which it is.
pub fn blind(cx: &Cx, on: Option<bool>) -> Done {
    let coder = cx.coder().to_owned();
    let Some(on) = on else {
        let store = cx.read()?;
        return cx.line(if store.is_blind() { "on" } else { "off" });
    };
    let mut store = cx.write()?;
    let changes = edit::set_blind(store.study(), &coder, on);
    let state = if on { "on" } else { "off" };
    let label = message!("label-blind", coder = &coder, state = state);
    cx.commit(&mut store, label, changes)?;
    cx.tell(&message!("cli-blind", coder = coder, state = state));
    Ok(())
}
