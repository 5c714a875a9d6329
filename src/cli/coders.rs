//! `coders`: what two coders disagree on, passage by passage, in the order of reading.

use super::cx::Cx;
use super::failure::{DATA, Done, Failure};
use super::table::with_counted;
use crate::analysis::Options;
use crate::analysis::coders::{Kind, Work, compare};
use crate::message;
use serde::Serialize;

/// What one of the two put there.
#[derive(Serialize)]
struct Put {
    id: String,
    code: String,
    quote: Option<String>,
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

/// Prints the disagreements.
pub fn coders(cx: &Cx, first: &str, second: &str, json: bool) -> Done {
    if first == second {
        let same = message!("cli-coders-same", coder = first);
        return Err(Failure::new(DATA, same));
    }
    let store = cx.read()?;
    let options = Options::default();
    let (rows, same, n_texts) = with_counted(cx, &store, |counted, context| {
        for coder in [first, second] {
            let known = || {
                counted
                    .study
                    .records
                    .codings
                    .values()
                    .map(|c| c.coder.as_str())
            };
            if !known().any(|known| known == coder) {
                let known: std::collections::BTreeSet<&str> = known().collect();
                let none = message!("cli-coders-none", coder = coder);
                return Err(Failure::missing(
                    DATA,
                    none,
                    &known.into_iter().collect::<Vec<_>>(),
                ));
            }
        }
        let compared = compare(counted, context, &options, first, second)?;
        let put = |work: &Work| Put {
            id: work.id.clone(),
            code: work.code.clone(),
            quote: work.quote.clone(),
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
        Ok((rows, compared.same, compared.n_texts))
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
        one = count(Kind::OnlyOne)
    ))
}
