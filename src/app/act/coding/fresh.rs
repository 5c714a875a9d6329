//! A new code while coding: those that are near it are shown before it is made.

use super::put_here;
use crate::app::App;
use crate::app::layer::{Choice, Confirm, Layer, Prompt};
use crate::message;
use crate::study::codebook::CodeField;
use crate::study::edit;
use crate::study::id::CodeId;
use crate::study::label;
use crate::text::{fold::fold, sanitise_line, similar, width};
use std::collections::BTreeMap;

/// Near codes that are offered at most.
const OFFERED: usize = 4;

/// A new code of what is typed in the picker, else of the argument, else of a line that is asked for.
pub(super) fn run(app: &mut App, text: Option<&str>) {
    if let (None, Some(Layer::Picker(_))) = (text, app.layers.last()) {
        if let Some(Layer::Picker(picker)) = app.layers.pop() {
            picker.enter_new(app);
        }
        return;
    }
    match text {
        Some(text) => make(app, text),
        None => app.push(Layer::Prompt(Prompt::new(
            message!("app-coding-code-new"),
            "",
            |app, text| propose(app, &text),
        ))),
    }
}

/// Makes a code of a typed line, or first shows the codes that are near it.
pub(super) fn propose(app: &mut App, typed: &str) {
    let typed = sanitise_line(typed).text;
    if typed.is_empty() {
        return;
    }
    let near = near(app, &typed);
    if near.is_empty() {
        make(app, &typed);
        return;
    }
    let mut choices: Vec<Choice> = near
        .into_iter()
        .map(|(id, name)| {
            Choice::new(message!("app-coding-code-use", code = name), move |app| {
                use_it(app, &id);
            })
        })
        .collect();
    let line = typed.clone();
    choices.push(Choice::new(
        message!("app-coding-code-make", code = &typed),
        move |app| make(app, &line),
    ));
    let question = message!("app-coding-code-near", code = typed);
    app.push(Layer::Confirm(Confirm::new(question, choices)));
}

/// Codes whose key or label is near what was typed, the nearest first, with their names.
fn near(app: &App, typed: &str) -> Vec<(CodeId, String)> {
    let Some(work) = &app.work else {
        return Vec::new();
    };
    let study = work.study();
    let (key, label_typed) = split(typed);
    let words = if label_typed.is_empty() {
        &key
    } else {
        &label_typed
    };
    let lang = app.words.lang().code();
    let codes = study.codes();
    let mut names: Vec<(usize, &str)> = Vec::new();
    for (at, (_, code, _)) in codes.iter().enumerate() {
        names.extend(code.labels.values().map(|label| (at, label.as_str())));
    }
    let mut best: BTreeMap<usize, f64> = BTreeMap::new();
    for (name, alike) in similar::near_duplicates(words, names.iter().map(|(_, name)| *name)) {
        let known = best.entry(names[name].0).or_insert(alike);
        *known = known.max(alike);
    }
    let typed_key = fold(&key);
    for (at, (_, code, _)) in codes.iter().enumerate() {
        if fold(&code.key) == typed_key || fold(&code.key) == fold(words) {
            best.insert(at, 2.0);
        }
    }
    let mut found: Vec<(usize, f64)> = best.into_iter().collect();
    found.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
    found
        .into_iter()
        .take(OFFERED)
        .map(|(at, _)| {
            let (id, code, _) = codes[at];
            let label = label(&code.labels, lang, study);
            (
                id.clone(),
                format!("{} {label}", code.key).trim().to_owned(),
            )
        })
        .collect()
}

fn use_it(app: &mut App, id: &CodeId) {
    if app.places.get(app.at).passage().is_some() {
        put_here(app, id);
    }
}

/// Makes the code and, where there is a passage, puts it there.
fn make(app: &mut App, typed: &str) {
    let typed = sanitise_line(typed).text;
    let (key, words) = split(&typed);
    let lang = app.words.lang().code().to_owned();
    let Some(work) = &mut app.work else { return };
    let (study, mint) = work.store.study_and_mint();
    // `B2.4` belongs below `B2`, where there is one.
    let parent = key
        .rsplit_once('.')
        .and_then(|(above, _)| study.code_by_key(above))
        .map(|(id, _)| id.clone());
    match edit::add_code(study, mint, &key, parent.as_ref(), None) {
        Ok((id, mut changes)) => {
            if !words.is_empty() {
                let language = study.settings().languages.first().cloned().unwrap_or(lang);
                changes.push((id.clone(), CodeField::Label(language, Some(words))).into());
            }
            if app.change(message!("label-coding-new-code", code = &key), changes) {
                app.inform(message!("app-coding-code-made", code = key));
                use_it(app, &id);
            }
        }
        Err(error) => app.warn(error.message()),
    }
}

/// What was typed as a key and a label. `B2.4 relances tardives`: the first word is the key, for it holds a figure or a
/// point; otherwise the key is made of the words.
fn split(typed: &str) -> (String, String) {
    let typed = typed.trim();
    if let Some((first, rest)) = typed.split_once(' ')
        && first.contains(|c: char| c.is_ascii_digit() || c == '.')
        && first.contains(char::is_alphanumeric)
        && first.chars().count() <= 12
    {
        return (first.to_owned(), rest.trim().to_owned());
    }
    let folded = fold(typed);
    let words: Vec<&str> = folded
        .split(|c: char| !(c.is_alphanumeric() || c == '.'))
        .filter(|word| !word.is_empty())
        .collect();
    if words.len() <= 1 && !typed.contains(' ') {
        return (typed.to_owned(), String::new());
    }
    let mut key = String::new();
    for word in words {
        let joined = if key.is_empty() {
            word.to_owned()
        } else {
            format!("{key}-{word}")
        };
        if width::width(&joined) > 24 && !key.is_empty() {
            break;
        }
        key = joined;
    }
    (key, typed.to_owned())
}

#[cfg(test)]
mod tests {
    use super::split;

    #[test]
    fn a_line_is_read_as_key_and_label() {
        for (typed, key, label) in [
            ("B2.4 relances tardives", "B2.4", "relances tardives"),
            ("D8.frein", "D8.frein", ""),
            ("relances", "relances", ""),
            (
                "Relances de l’employeur",
                "relances-de-l-employeur",
                "Relances de l’employeur",
            ),
            (
                "temps de trajet jusqu’au jury de certification",
                "temps-de-trajet-jusqu-au",
                "temps de trajet jusqu’au jury de certification",
            ),
        ] {
            assert_eq!(split(typed), (key.to_owned(), label.to_owned()), "{typed}");
        }
    }
}
