//! Any code, by a piece of its name.

use super::{code_key, fresh, put_here};
use crate::analysis::suggest::suggestions_allowed;
use crate::app::App;
use crate::app::layer::{Choice, Confirm, Layer, Pick, PickItem, Picker, Told};
use crate::app::place::transcript::last_quotes;
use crate::app::place::transcript::marks::Mark;
use crate::message;
use crate::study::codebook::Code;
use crate::study::id::{CodeId, CodingId};
use crate::study::{Study, label};
use crate::t;
use crate::text::fuzzy::Query;
use std::collections::HashMap;

/// Puts a code on the passage: the one that is named, else one from a list.
pub(super) fn run(app: &mut App, text: Option<&str>) {
    if let Some(text) = text {
        match find_code(app, text) {
            Some(code) => put_here(app, &code),
            None => app.warn(message!("app-no-code", text = text)),
        }
        return;
    }
    let Some(picker) = picker(app, |app, pick| match pick {
        Pick::Item(id) => put_here(app, &CodeId::new(&id)),
        Pick::New(typed) => fresh::propose(app, &typed),
    }) else {
        return;
    };
    app.push(Layer::Picker(
        picker.offering_new(message!("app-coding-code-new-offer")),
    ));
}

/// A list of all codes, the likeliest for the passage first.
fn picker(app: &App, then: impl FnOnce(&mut App, Pick) + Send + 'static) -> Option<Picker> {
    let items = code_items(app)?;
    let picker = Picker::new(message!("app-coding-code-pick"), items, then);
    Some(picker.telling_codes().weighing_order())
}

/// All codes as things to pick, the likeliest for the passage under the cursor first: those it resembles, the recent, the
/// frequent ones.
pub fn code_items(app: &App) -> Option<Vec<PickItem>> {
    let work = app.work.as_ref()?;
    let study = work.study();
    let lang = app.words.lang().code();
    let mut uses: HashMap<&CodeId, usize> = HashMap::new();
    for coding in study.records.codings.values() {
        *uses.entry(&coding.code).or_default() += 1;
    }
    let mut counts: HashMap<&CodeId, usize> = HashMap::new();
    for (given, n) in uses {
        if let Some(code) = study.resolve_code(given) {
            *counts.entry(code).or_default() += n;
        }
    }
    let mut codes = study.codes();
    let names = codes
        .iter()
        .map(|(_, code, _)| (code.key.as_str(), label(&code.labels, lang, study)));
    let shorts: HashMap<&CodeId, String> = codes
        .iter()
        .map(|(id, ..)| *id)
        .zip(super::short::shorts(names))
        .collect();
    let alike = likeness(app);
    let likely: HashMap<&CodeId, f64> = codes
        .iter()
        .map(|(id, _, _)| {
            let ago = work.recent.iter().position(|other| other == *id);
            let recent = ago.map_or(0.0, |ago| RECENT * FADING.powi(ago as i32));
            let often = counts.get(id).map_or(0.0, |n| (*n as f64).ln_1p() * OFTEN);
            (*id, recent + often + alike.get(id).copied().unwrap_or(0.0))
        })
        .collect();
    codes.sort_by(|a, b| likely[b.0].total_cmp(&likely[a.0]));
    let items = codes
        .into_iter()
        .map(|(id, code, _)| {
            let shown = label(&code.labels, lang, study);
            let others = code.labels.values().filter(|other| *other != shown);
            PickItem {
                id: id.to_string(),
                key: code.key.clone(),
                label: shown.to_owned(),
                detail: above(study, code, lang).unwrap_or_default(),
                alias: others.cloned().collect::<Vec<_>>().join(" · "),
                more: format!("{} {}", code.definition, code.include),
                short: shorts.get(id).cloned().unwrap_or_default(),
                code: Some(id.clone()),
            }
        })
        .collect();
    Some(items)
}

/// What a code put last is worth beside the likeness of the passage, and what is left of it a code further back.
const RECENT: f64 = 6.0;
const FADING: f64 = 0.6;
/// What the logarithm of the number of its codings is worth.
const OFTEN: f64 = 0.15;

/// How much the passage under the cursor resembles those of each code; nothing where codes are not to be suggested.
fn likeness(app: &App) -> HashMap<CodeId, f64> {
    let found = || {
        let work = app.work.as_ref()?;
        let (study, texts) = (work.study(), work.texts());
        let passage = app.places.get(app.at).passage()?;
        let learned = app.places.transcript.hints.learned()?;
        let ranking = learned.rank(study, texts.as_ref(), &passage, &work.coder)?;
        let all = ranking.all().into_iter();
        Some(all.map(|(code, score)| (code.clone(), score)).collect())
    };
    let allowed = |work: &crate::app::Work| suggestions_allowed(work.study());
    if app.work.as_ref().is_some_and(allowed) {
        found().unwrap_or_default()
    } else {
        HashMap::new()
    }
}

/// Tells of the code under the cursor of the picker what it means, and what was said under it last. Called after every
/// event.
pub(in crate::app) fn tell_code(app: &mut App) {
    let Some(Layer::Picker(picker)) = app.layers.last() else {
        return;
    };
    let (Some(item), Some(work)) = (picker.current(), &app.work) else {
        return;
    };
    let (Some(code), true) = (&item.code, picker.tells_codes) else {
        return;
    };
    if picker
        .told
        .as_ref()
        .is_some_and(|told| told.item == item.id)
    {
        return;
    }
    let card = work
        .study()
        .records
        .codes
        .get(code)
        .map(|code| card(app, code));
    let item = item.id.clone();
    let quotes = last_quotes(work, code)
        .into_iter()
        .map(|quote| {
            t!(
                app.words,
                "tui-transcript-quote",
                words = quote.words,
                place = quote.place
            )
        })
        .collect();
    if let Some(Layer::Picker(picker)) = app.layers.last_mut() {
        picker.told = Some(Told {
            item,
            card: card.unwrap_or_default(),
            quotes,
        });
    }
}

/// Names of the codes above one, from the root.
fn above(study: &Study, code: &Code, lang: &str) -> Option<String> {
    let mut names = Vec::new();
    let mut at = code.parent.as_ref();
    while let Some(code) = at
        .and_then(|id| study.resolve_code(id))
        .and_then(|id| study.records.codes.get(id))
    {
        let name = label(&code.labels, lang, study);
        names.push(format!("{} {name}", code.key).trim().to_owned());
        if names.len() > 20 {
            break;
        }
        at = code.parent.as_ref();
    }
    names.reverse();
    (!names.is_empty()).then(|| names.join(" ▸ "))
}

/// What a code means, when to use it, when not.
fn card(app: &App, code: &Code) -> String {
    let words = app.words;
    let mut lines = Vec::new();
    if !code.definition.is_empty() {
        lines.push(code.definition.clone());
    }
    if !code.include.is_empty() {
        lines.push(t!(words, "app-coding-code-include", text = &code.include));
    }
    if !code.exclude.is_empty() {
        lines.push(t!(words, "app-coding-code-exclude", text = &code.exclude));
    }
    if lines.is_empty() {
        lines.push(words.get("app-coding-code-undefined"));
    }
    lines.join("\n")
}

/// The code of this key, else the best match of words in its names.
pub fn find_code(app: &App, text: &str) -> Option<CodeId> {
    let work = app.work.as_ref()?;
    if let Some((id, _)) = work.study().code_by_key(text.trim()) {
        return Some(id.clone());
    }
    let items = code_items(app)?;
    let query = Query::new(text);
    let hits = items.into_iter().enumerate().filter_map(|(order, item)| {
        let score = query.matches(&item.searched())?.score;
        Some((std::cmp::Reverse(score), order, item.id))
    });
    hits.min().map(|(_, _, id)| CodeId::new(&id))
}

/// Shows what a code means: the one that is named, else that of the coding here, else the one used last.
pub(super) fn show(app: &mut App, text: Option<&str>) {
    let id = match text {
        Some(text) => find_code(app, text),
        None => app
            .places
            .get(app.at)
            .coding()
            .and_then(|id| app.work.as_ref()?.study().records.codings.get(&id))
            .map(|coding| coding.code.clone())
            .or_else(|| app.work.as_ref()?.last_code.clone()),
    };
    let Some(id) = id else {
        if let Some(picker) = picker(app, |app, pick| {
            if let Pick::Item(id) = pick {
                show_card(app, &CodeId::new(&id));
            }
        }) {
            app.push(Layer::Picker(picker));
        }
        return;
    };
    show_card(app, &id);
}

fn show_card(app: &mut App, id: &CodeId) {
    let Some(work) = &app.work else { return };
    let study = work.study();
    let Some(code) = study
        .resolve_code(id)
        .and_then(|id| study.records.codes.get(id))
    else {
        return;
    };
    let name = label(&code.labels, app.words.lang().code(), study);
    let text = format!("{} {name}\n{}", code.key, card(app, code));
    app.places.transcript.touched = Some(id.clone());
    app.push(Layer::Confirm(Confirm::new(
        message!("app-literally", text = text),
        vec![Choice::new(message!("app-close"), |_| {})],
    )));
}

/// Chooses among the codings here; or, from the same list, a code to put beside them.
pub(super) fn coding_here(app: &mut App) {
    let Some(work) = &app.work else { return };
    let study = work.study();
    let current = app
        .places
        .transcript
        .current()
        .map(|mark| mark.id().clone());
    let reading = app.places.transcript.reading();
    let items = app
        .places
        .transcript
        .here()
        .into_iter()
        .map(|mark| {
            let quote = reading.map_or("", |reading| reading.text.slice(mark.span.clone()));
            PickItem {
                id: mark.id().to_string(),
                key: mark.key.clone(),
                label: describe(app, study, mark),
                detail: format!("« {} »", crate::text::width::fit(quote, 60)),
                code: mark.code.clone(),
                ..PickItem::default()
            }
        })
        .collect();
    let mut picker = Picker::new(message!("app-coding-choose"), items, |app, pick| {
        if let Pick::Item(id) = pick {
            app.places.transcript.choose(CodingId::new(&id));
        }
    });
    if let Some(current) = current {
        picker = picker.starting_at(&current.to_string());
    }
    app.push(Layer::Picker(picker));
}

/// What is said of a coding: strength, polarities, coder, star.
fn describe(app: &App, study: &Study, mark: &Mark) -> String {
    let Some(coding) = study.records.codings.get(mark.id()) else {
        return String::new();
    };
    let mut parts = vec![code_label(app, study, &coding.code)];
    if let Some(strength) = coding.strength {
        parts.push(t!(app.words, "app-strength", n = strength));
    }
    for (id, scenario) in study.scenarios() {
        if let Some(polarity) = coding.polarities.get(id) {
            parts.push(format!("{} {}", scenario.key, polarity.sign()));
        }
    }
    parts.push(mark.coder.clone());
    if coding.starred {
        parts.push("★".to_owned());
    }
    parts.retain(|part| !part.is_empty());
    parts.join("  ")
}

fn code_label(app: &App, study: &Study, code: &CodeId) -> String {
    let code = study
        .resolve_code(code)
        .and_then(|id| study.records.codes.get(id));
    match code {
        Some(code) => label(&code.labels, app.words.lang().code(), study).to_owned(),
        None => code_key(study, &CodeId::default()),
    }
}
