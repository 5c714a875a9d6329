//! `saved list|remove`: searches and queries under a name; `--save` and `--saved` of both verbs.

use super::args::SavedVerb;
use super::cx::Cx;
use super::failure::{Done, Failure, USAGE};
use crate::message;
use crate::store::Store;
use crate::study::edit;
use crate::study::saved::Saved;
use crate::study::word::SavedKind;
use serde::Serialize;

/// Lists what stands under a name, or forgets a name.
pub fn saved(cx: &Cx, verb: &SavedVerb) -> Done {
    match verb {
        SavedVerb::List(json) => list(cx, json.json),
        SavedVerb::Remove { name } => {
            let mut store = cx.write()?;
            let changes = edit::remove_saved(store.study(), name)?;
            let label = message!("label-remove-saved", name = name);
            cx.commit(&mut store, label, changes)
        }
    }
}

/// Keeps a search or query under its name.
pub fn save(cx: &Cx, saved: Saved) -> Done {
    let mut store = cx.write()?;
    let label = message!("label-save", name = &*saved.name);
    let (study, mint) = store.study_and_mint();
    let changes = edit::save(study, mint, saved)?;
    cx.commit(&mut store, label, changes)
}

/// What stands under a name; a name of the other kind is told.
pub fn named(store: &Store, name: &str, kind: SavedKind) -> Result<Saved, Failure> {
    match store.study().saved_by_name(name) {
        Some((_, saved)) if saved.kind == kind => Ok(saved.clone()),
        Some(_) => Err(Failure::new(
            USAGE,
            message!("cli-saved-other", name = name, kind = kind.as_str()),
        )),
        None => Err(edit::EditError::Gone(name.to_owned()).into()),
    }
}

#[derive(Serialize)]
struct Row<'a> {
    name: &'a str,
    kind: &'a str,
    pattern: &'a str,
    regex: bool,
    exact: bool,
    word: bool,
    voice: &'a str,
    r#where: &'a [String],
    code: &'a str,
}

fn list(cx: &Cx, json: bool) -> Done {
    let store = cx.read()?;
    let saved = store.study().saved();
    if json {
        let rows: Vec<Row> = saved
            .iter()
            .map(|(_, one)| Row {
                name: &one.name,
                kind: one.kind.as_str(),
                pattern: &one.pattern,
                regex: one.regex,
                exact: one.exact,
                word: one.whole,
                voice: one.voice.as_str(),
                r#where: &one.conditions,
                code: &one.code,
            })
            .collect();
        return cx.json(&rows);
    }
    let head = ["cli-column-name", "cli-column-kind", "cli-column-pattern"];
    let mut lines = vec![head.map(|key| cx.words.get(key)).to_vec()];
    for (_, one) in saved {
        let kind = cx.words.get(&format!("cli-saved-{}", one.kind.as_str()));
        lines.push(vec![one.name.clone(), kind, one.pattern.clone()]);
    }
    cx.columns(&lines)
}
