//! Tables and the passages behind their figures.

mod asked;
mod copy;
mod export;
#[cfg(test)]
pub(crate) mod tests;

use super::coding::open_at;
use super::source;
use crate::analysis;
use crate::analysis::query::{Query, query_message};
use crate::app::layer::{Layer, Pick, PickItem, Picker, Prompt};
use crate::app::place::evidence::shown::{Shown, Subject};
use crate::app::place::evidence::{Evidence, Gaps, table_name};
use crate::app::{App, At};
use crate::command::{EvidenceAct, Invocation};
use crate::message;
use crate::study::id::{CodeId, CodingId};
use crate::study::{Study, label};
use std::collections::BTreeSet;

pub(super) fn run(app: &mut App, act: EvidenceAct, invocation: &Invocation) {
    let text = invocation.arg.as_deref();
    match act {
        EvidenceAct::Passages => enter(app),
        EvidenceAct::By => by(app, text),
        EvidenceAct::Coder => coder(app, text),
        EvidenceAct::Gaps => gaps(app),
        EvidenceAct::Rule => {
            if let Some(place) = place_mut(app) {
                place.rule_open = !place.rule_open;
            }
        }
        EvidenceAct::Export => export::run(app, text),
        EvidenceAct::Copy => copy::run(app),
        EvidenceAct::Picture => {
            if let Some(place) = place_mut(app) {
                place.picture = !place.picture;
            }
        }
        EvidenceAct::Sort => asked::sort(app, text),
        EvidenceAct::Scenario => asked::scenario(app, text),
        EvidenceAct::Unit => asked::unit(app, text),
        EvidenceAct::Presence => asked::presence(app),
        EvidenceAct::Place => open(app),
        EvidenceAct::Table => table(app, text),
        EvidenceAct::Query => query(app, text),
    }
}

/// The table that fills the screen.
fn place(app: &App) -> Option<&Evidence> {
    match app.at {
        At::Evidence => Some(&app.places.evidence),
        At::Table => Some(&app.places.table),
        At::Passages => Some(&app.places.passages),
        _ => None,
    }
}

fn place_mut(app: &mut App) -> Option<&mut Evidence> {
    match app.at {
        At::Evidence => Some(&mut app.places.evidence),
        At::Table => Some(&mut app.places.table),
        At::Passages => Some(&mut app.places.passages),
        _ => None,
    }
}

fn study(app: &App) -> Option<&Study> {
    app.work.as_ref().map(crate::app::Work::study)
}

/// Enter: from a row to the answers or passages behind it, from a passage to its place in the text.
pub(super) fn enter(app: &mut App) {
    let words = app.words;
    let Some(place) = place_mut(app) else { return };
    let answers = place.current_answers().to_vec();
    let figures = match place.column {
        0 => place.current_figures(words),
        // one figure was chosen already
        _ => Vec::new(),
    };
    if place.at_passages() {
        open(app);
    } else if !answers.is_empty() {
        source::figures(app, &answers, figures);
    } else if place.n_passages > 0 {
        place.in_passages = true;
    } else {
        app.inform(message!("app-evidence-no-passages"));
    }
}

/// Opens the passage under the cursor in its place; of a row, its best or first one; of the log, what it tells of.
fn open(app: &mut App) {
    if app.at == At::Log {
        super::log::enter(app);
        return;
    }
    let Some(place) = place(app) else { return };
    let id = if place.at_passages() {
        place.current_passage().map(|row| row.id.clone())
    } else {
        place
            .best
            .iter()
            .find(|(row, _)| Some(*row) == place.current_row())
            .map(|(_, best)| best.id.clone())
            .or_else(|| place.current_passages().first().cloned())
    };
    match id {
        Some(id) => {
            open_at(app, &id);
        }
        None => app.inform(message!("app-evidence-no-passages")),
    }
}

/// The passages with a code, whatever the scenario, to go to one of them.
pub(super) fn passages_of_code(app: &mut App, code: &CodeId) {
    app.places.passages.show(Subject::Code(code.clone()));
    app.go(At::Passages);
}

/// Goes to the code of the row or passage in the codebook; false where that is for the coder's own places to do.
pub(super) fn shows_code(app: &mut App, text: Option<&str>) -> bool {
    if text.is_some() || place(app).is_none() {
        return false;
    }
    let of_passage = |app: &App| {
        let id: CodingId = app.places.get(app.at).coding()?;
        let study = study(app)?;
        study
            .resolve_code(&study.records.codings.get(&id)?.code)
            .cloned()
    };
    let code = of_passage(app).or_else(|| place(app)?.current_code().cloned());
    match code {
        Some(code) => {
            app.go(At::Codebook);
            app.places.codebook.put(&code);
        }
        None => app.warn(crate::command::Need::Code.reason()),
    }
    true
}

/// Another table, by its name or from a list.
fn table(app: &mut App, name: Option<&str>) {
    match name {
        Some("evidence") => app.go(At::Evidence),
        Some(name) if analysis::names().any(|known| known == name) => {
            app.places.table.show(Subject::Table(name.to_owned()));
            app.go(At::Table);
        }
        Some(name) => {
            let error = analysis::TableError::unknown("table", name, analysis::names());
            app.warn(error.message());
        }
        None => {
            let items = analysis::names()
                .map(|name| PickItem {
                    id: name.to_owned(),
                    key: name.to_owned(),
                    label: table_name(app.words, name),
                    ..PickItem::default()
                })
                .collect();
            let picker = Picker::new(message!("app-table-open"), items, |app, pick| {
                if let Pick::Item(name) = pick {
                    table(app, Some(&name));
                }
            });
            app.push(Layer::Picker(picker));
        }
    }
}

/// The passages that a query finds; without one, asks for it, the last one to begin with.
pub(super) fn query(app: &mut App, text: Option<&str>) {
    let Some(text) = text else {
        let before = match &app.places.table.subject {
            Subject::Query(text) => text.clone(),
            _ => String::new(),
        };
        return app.push(Layer::Prompt(Prompt::new(
            message!("app-query"),
            &before,
            |app, text| query(app, Some(&text)),
        )));
    };
    match Query::parse(text) {
        Ok(asked) => {
            let before = app.places.table.subject.clone();
            app.places
                .table
                .show(Subject::Query(asked.text().to_owned()));
            let from = app.at;
            app.go(At::Table);
            // a code that is not there is known only now
            if let Some(fault) = app.places.table.fault.take() {
                app.places.table.show(before);
                if from != At::Table {
                    app.go_back();
                }
                app.refresh();
                app.warn(fault);
            }
        }
        Err(error) => app.warn(query_message(&error)),
    }
}

/// Counts for each value of an attribute; `-` or nothing chosen: for all together.
fn by(app: &mut App, key: Option<&str>) {
    let Some(key) = key else {
        let Some(study) = study(app) else { return };
        let lang = app.words.lang().code();
        let mut attributes: Vec<_> = study
            .attributes()
            .into_iter()
            .map(|(_, attribute)| {
                let detail = if attribute.stratum {
                    app.words.get("app-evidence-stratum")
                } else {
                    String::new()
                };
                let item = PickItem {
                    id: attribute.key.clone(),
                    key: attribute.key.clone(),
                    label: label(&attribute.labels, lang, study).to_owned(),
                    detail,
                    ..PickItem::default()
                };
                (!attribute.stratum, item)
            })
            .collect();
        attributes.sort_by_key(|(other, _)| *other);
        let mut items: Vec<PickItem> = attributes.into_iter().map(|(_, item)| item).collect();
        let role = analysis::people::ROLE;
        if !items.iter().any(|item| item.id == role) {
            items.push(PickItem {
                id: role.to_owned(),
                key: role.to_owned(),
                label: app.words.get("app-evidence-role"),
                ..PickItem::default()
            });
        }
        items.insert(0, nothing(app.words.get("app-evidence-by-none")));
        let current = place(app).and_then(|place| place.by.clone());
        let picker = Picker::new(message!("app-evidence-by"), items, |app, pick| {
            if let Pick::Item(key) = pick {
                by(app, Some(&key));
            }
        });
        let picker = picker.starting_at(current.as_deref().unwrap_or("-"));
        app.push(Layer::Picker(picker));
        return;
    };
    let wanted = Some(key.trim().to_owned()).filter(|key| !key.is_empty() && key != "-");
    narrow(
        app,
        |place| std::mem::replace(&mut place.by, wanted),
        |place, before| {
            place.by = before;
        },
    );
}

/// Counts what one coder coded; `-` or nothing chosen: everybody.
fn coder(app: &mut App, name: Option<&str>) {
    let Some(name) = name else {
        let Some(study) = study(app) else { return };
        let coders: BTreeSet<&str> = study
            .records
            .codings
            .values()
            .map(|coding| coding.coder.as_str())
            .collect();
        let mut items = vec![nothing(app.words.get("app-evidence-coder-all"))];
        items.extend(coders.into_iter().map(|coder| PickItem {
            id: coder.to_owned(),
            key: coder.to_owned(),
            ..PickItem::default()
        }));
        let current = place(app).and_then(|place| place.coder.clone());
        let picker = Picker::new(message!("app-evidence-coder"), items, |app, pick| {
            if let Pick::Item(name) = pick {
                coder(app, Some(&name));
            }
        });
        let picker = picker.starting_at(current.as_deref().unwrap_or("-"));
        app.push(Layer::Picker(picker));
        return;
    };
    let wanted = Some(name.trim().to_owned()).filter(|name| !name.is_empty() && name != "-");
    narrow(
        app,
        |place| std::mem::replace(&mut place.coder, wanted),
        |place, before| {
            place.coder = before;
        },
    );
}

fn nothing(words: String) -> PickItem {
    PickItem {
        id: "-".to_owned(),
        key: "-".to_owned(),
        label: words,
        ..PickItem::default()
    }
}

/// Asks something else of the table; where it cannot be, tells why and takes it back: false.
fn narrow<T>(
    app: &mut App,
    set: impl FnOnce(&mut Evidence) -> T,
    back: impl FnOnce(&mut Evidence, T),
) -> bool {
    let Some(place) = place_mut(app) else {
        return false;
    };
    let before = set(place);
    app.refresh();
    let Some(place) = place_mut(app) else {
        return false;
    };
    if let Some(fault) = place.fault.take() {
        back(place, before);
        app.refresh();
        app.warn(fault);
        return false;
    }
    true
}

/// All codes, only those without evidence, only those with.
fn gaps(app: &mut App) {
    let Some(place) = place_mut(app) else { return };
    let (gaps, told) = match place.gaps {
        Gaps::All => (Gaps::Only, "app-evidence-gaps-only"),
        Gaps::Only => (Gaps::Hidden, "app-evidence-gaps-hidden"),
        Gaps::Hidden => (Gaps::All, "app-evidence-gaps-all"),
    };
    place.gaps = gaps;
    app.inform(message!(told));
}

/// Starts counting on a worker what the place that is shown waits for. Called after every event.
pub(in crate::app) fn count_away(app: &mut App) {
    let at = app.at;
    let Some(place) = place_mut(app) else { return };
    if place.counting.is_some() {
        return;
    }
    let Some(wanted) = place.to_count.take() else {
        return;
    };
    place.counting = Some(wanted.clone());
    let turns = place.turns();
    let Some(work) = &app.work else { return };
    let (study, texts, head) = (work.store.shared(), work.texts(), work.store.head());
    app.job(move || {
        let made = Shown::make(&study, &*texts, &turns, &head, &wanted);
        Box::new(move |app: &mut App| {
            let place = match at {
                At::Table => &mut app.places.table,
                At::Passages => &mut app.places.passages,
                _ => &mut app.places.evidence,
            };
            // another study, or another table, since
            if place.counting.as_ref() == Some(&wanted) {
                place.take(wanted, made);
            }
        })
    });
}
