//! `quotes`: every quote and figure of a finished text, against what was said and counted.

use super::args::Quotes as Asked;
use super::cx::Cx;
use super::failure::{DATA, Done, Failure, NO_INPUT};
use crate::analysis::quotes::{Checked, Piece, Verdict, check};
use crate::analysis::search::Progress;
use crate::analysis::{Context, Counted, Keys, TurnCache};
use crate::i18n::duration;
use crate::import::{LARGEST_TEXT, Prose, read_prose};
use crate::message;
use crate::text::grapheme;
use serde::Serialize;
use std::path::Path;

/// Exit code with findings.
const FINDINGS: u8 = 1;
/// So much of a quote is shown in its line, in graphemes.
const SHOWN: usize = 60;

/// A quote or figure, for programs; positions are code points, lines and turns count from 1.
#[derive(Serialize)]
struct Row<'a> {
    kind: &'static str,
    line: usize,
    text: &'a str,
    verdict: &'static str,
    reason: Option<&'static str>,
    times: usize,
    session: Option<&'a str>,
    document: Option<&'a str>,
    version: Option<u32>,
    turn: Option<usize>,
    speaker: Option<&'a str>,
    t_ms: Option<i64>,
    char_start: Option<usize>,
    char_end: Option<usize>,
    said: Option<&'a str>,
    differences: Vec<Difference<'a>>,
    inserted: &'a [String],
    codings: Vec<String>,
    codes: Vec<&'a str>,
    reference: Option<&'a str>,
    expected: Option<String>,
}

#[derive(Serialize)]
struct Difference<'a> {
    written: &'a str,
    said: &'a str,
}

impl<'a> From<&'a Checked> for Row<'a> {
    fn from(one: &'a Checked) -> Self {
        let place = one.place.as_ref();
        let reason = match one.verdict {
            Verdict::Consent(why) => Some(why.as_str()),
            _ => None,
        };
        Self {
            kind: if one.verdict.is_of_figure() {
                "figure"
            } else {
                "quote"
            },
            line: one.line,
            text: &one.written,
            verdict: one.verdict.as_str(),
            reason,
            times: one.times,
            session: place
                .map(|place| place.interview.as_str())
                .filter(|key| !key.is_empty()),
            document: place
                .map(|place| place.document.as_str())
                .filter(|key| !key.is_empty()),
            version: place
                .map(|place| place.version)
                .filter(|version| *version > 0),
            turn: place.and_then(|place| place.turn).map(|turn| turn + 1),
            speaker: place.and_then(|place| place.speaker.as_deref()),
            t_ms: place.and_then(|place| place.t_ms),
            char_start: place.map(|place| place.chars.start),
            char_end: place.map(|place| place.chars.end),
            said: place
                .map(|place| place.quote.as_str())
                .filter(|quote| !quote.is_empty()),
            differences: one
                .pieces
                .iter()
                .filter_map(|piece| match piece {
                    Piece::Differs { written, said } => Some(Difference { written, said }),
                    Piece::Same(_) | Piece::Cut => None,
                })
                .collect(),
            inserted: &one.inserted,
            codings: one.codings.iter().map(|(id, _)| id.to_string()).collect(),
            codes: one.codings.iter().map(|(_, code)| code.as_str()).collect(),
            reference: Some(one.reference.as_str()).filter(|text| !text.is_empty()),
            expected: one.expected.map(|(k, n)| format!("{k}/{n}")),
        }
    }
}

/// Checks a finished text; exit 1 with findings.
pub fn quotes(cx: &Cx, asked: &Asked) -> Done {
    let prose = read(&asked.file)?;
    if prose.footnotes > 0 {
        cx.tell(&message!("cli-quotes-footnotes", n = prose.footnotes));
    }
    let store = cx.read()?;
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
    let list = check(
        &counted,
        &context,
        &prose.paragraphs,
        asked.fold,
        &Progress::default(),
    );
    if asked.json {
        let rows: Vec<Row> = list.iter().map(Row::from).collect();
        cx.json(&rows)?;
    } else {
        for one in &list {
            for line in lines(cx, one) {
                cx.line(&line)?;
            }
        }
    }
    let findings = list.iter().filter(|one| one.verdict.is_finding()).count();
    let figures = list.iter().filter(|one| one.verdict.is_of_figure()).count();
    cx.tell(&message!(
        "cli-quotes-found",
        quotes = list.len() - figures,
        figures = figures,
        findings = findings
    ));
    if findings > 0 {
        return Err(Failure::Quiet(FINDINGS));
    }
    Ok(())
}

fn read(file: &Path) -> Result<Prose, Failure> {
    let name = file.display().to_string();
    let refused = |reason| {
        Failure::new(
            DATA,
            message!("import-problem-file", file = name.clone(), reason = reason),
        )
    };
    let meta = std::fs::metadata(file).map_err(|error| Failure::of_input(file, &error))?;
    if meta.is_dir() {
        return Err(Failure::new(
            NO_INPUT,
            message!("cli-is-folder", file = name),
        ));
    }
    if meta.len() > LARGEST_TEXT as u64 {
        return Err(refused(message!(
            "import-error-too-large",
            bytes = meta.len()
        )));
    }
    let bytes = std::fs::read(file).map_err(|error| Failure::of_input(file, &error))?;
    read_prose(&name, &bytes).map_err(|error| refused(error.message()))
}

/// What is printed of one quote or figure: a line, and the words side by side where they differ.
fn lines(cx: &Cx, one: &Checked) -> Vec<String> {
    let verdict = match one.verdict {
        Verdict::Consent(why) => cx.words.get(&format!("analysis-quotes-{}", why.as_str())),
        verdict => cx
            .words
            .get(&format!("analysis-quotes-{}", verdict.as_str())),
    };
    let mut facts = vec![verdict];
    let mut words = one.written.replace('\n', " ");
    let short = grapheme::take(&words, SHOWN);
    if short.len() < words.len() {
        words = format!("{}…", short.trim_end());
    }
    if one.verdict.is_of_figure() {
        facts.push(words);
        facts.push(one.reference.clone());
        if let (Verdict::Wrong, Some((k, n))) = (one.verdict, one.expected) {
            facts.push(
                cx.words
                    .say(&message!("analysis-quotes-expected", k = k, n = n)),
            );
        }
    } else {
        facts.push(
            cx.words
                .say(&message!("analysis-quotes-words", text = words)),
        );
        if let Some(place) = &one.place {
            let time = place
                .t_ms
                .map(|ms| duration(u64::try_from(ms).unwrap_or(0)));
            facts.push(place.interview.clone());
            if place.interview != place.document {
                facts.push(place.document.clone());
            }
            facts.push(time.unwrap_or_default());
            facts.push(place.speaker.clone().unwrap_or_default());
        }
        let mut codes: Vec<&str> = one.codings.iter().map(|(_, code)| code.as_str()).collect();
        codes.dedup();
        facts.push(codes.join(" "));
        if one.times > 1 {
            facts.push(
                cx.words
                    .say(&message!("analysis-quotes-times", n = one.times)),
            );
        }
    }
    facts.retain(|fact| !fact.is_empty());
    let mut lines = vec![format!("{}: {}", one.line, facts.join(" · "))];
    if !one.pieces.is_empty() {
        let (written, said) = side_by_side(&one.pieces);
        let label = |key: &str| cx.words.get(key);
        lines.push(format!(
            "    {} {written}",
            label("analysis-quotes-written")
        ));
        lines.push(format!("    {} {said}", label("analysis-quotes-said")));
    }
    if !one.inserted.is_empty() {
        let list = one.inserted.join(" · ");
        let said = cx
            .words
            .say(&message!("analysis-quotes-inserted", words = list));
        lines.push(format!("    {said}"));
    }
    lines
}

/// Both sides in full, what differs between `{ }`.
fn side_by_side(pieces: &[Piece]) -> (String, String) {
    let mut sides = (Vec::new(), Vec::new());
    for piece in pieces {
        match piece {
            Piece::Same(text) => {
                sides.0.push(text.replace('\n', " "));
                sides.1.push(text.replace('\n', " "));
            }
            Piece::Differs { written, said } => {
                sides.0.push(format!("{{{written}}}"));
                sides.1.push(format!("{{{said}}}"));
            }
            Piece::Cut => {
                sides.0.push("[…]".to_owned());
                sides.1.push("[…]".to_owned());
            }
        }
    }
    (sides.0.join(" "), sides.1.join(" "))
}
