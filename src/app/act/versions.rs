//! Deciding on codings that a new version leaves open; reading older versions; correcting.

mod correct;
#[cfg(test)]
mod tests;

use crate::app::layer::{Layer, Pick, PickItem, Picker};
use crate::app::place::transcript::reading::Source;
use crate::app::{App, At};
use crate::command::{Invocation, VersionsAct};
use crate::message;
use crate::study::Change;
use crate::study::coding::{Passage, TextPassage};
use crate::study::id::VersionId;
use crate::study::versions::{self, Carried};

pub(super) fn run(app: &mut App, act: VersionsAct, invocation: &Invocation) {
    match act {
        VersionsAct::Accept => accept(app),
        VersionsAct::Keep => keep(app),
        VersionsAct::Choose => choose(app),
        VersionsAct::Remove => {
            let Some(coding) = current(app).map(|one| one.coding) else {
                return;
            };
            app.change(
                message!("label-version-remove"),
                vec![Change::remove(coding)],
            );
        }
        VersionsAct::AcceptAlike => {
            let list: Vec<Carried> = app
                .places
                .versions
                .rows
                .iter()
                .map(|row| row.carried.clone())
                .collect();
            let changes = versions::accept_alike(&list);
            if changes.is_empty() {
                app.inform(message!("cli-version-none-alike"));
                return;
            }
            let label = message!("label-version-accept", n = changes.len());
            if app.change(label.clone(), changes) {
                app.inform(label);
            }
        }
        VersionsAct::Place => place(app),
        VersionsAct::Open => open(app, invocation.arg.as_deref()),
        VersionsAct::Split => correct::split(app, invocation.arg.as_deref()),
        VersionsAct::Join => correct::join(app),
        VersionsAct::Rename => correct::rename(app, invocation.arg.as_deref()),
    }
}

/// Enter: the old words in their version.
pub(super) fn enter(app: &mut App) {
    let Some(one) = current(app) else { return };
    let source = Source::Text(one.from.version.clone());
    let span = one.from.span();
    app.places.transcript.open_at(source, span, one.coding);
    app.go(At::Transcript);
}

fn current(app: &App) -> Option<Carried> {
    Some(app.places.versions.current()?.carried.clone())
}

fn accept(app: &mut App) {
    let Some(one) = current(app) else { return };
    match one.proposed() {
        Some(place) => {
            let changes = vec![versions::take(&one.coding, place.clone())];
            app.change(message!("label-version-accept", n = 1), changes);
        }
        None => app.warn(message!("app-version-no-place")),
    }
}

fn keep(app: &mut App) {
    let Some(row) = app.places.versions.current() else {
        return;
    };
    let (coding, document) = (row.carried.coding.clone(), row.document.clone());
    let Some(work) = &app.work else { return };
    let Some((newest, _)) = work.study().newest_version(&document) else {
        return;
    };
    let changes = vec![versions::keep(&coding, newest)];
    app.change(message!("label-version-keep", n = 1), changes);
}

/// Opens the newest version where the words probably are; the selection there becomes the coding's passage.
fn choose(app: &mut App) {
    let Some(row) = app.places.versions.current() else {
        return;
    };
    let (one, document) = (row.carried.clone(), row.document.clone());
    let Some(work) = &mut app.work else { return };
    let study = work.study();
    let Some(newest) = study.newest_version(&document).map(|(id, _)| id.clone()) else {
        return;
    };
    let session = study
        .records
        .documents
        .get(&document)
        .and_then(|document| document.session.clone());
    let span = one.proposed().map(TextPassage::span);
    let start = one.from.start as usize;
    let span = span.unwrap_or(start..start);
    if session.is_some() {
        work.session = session;
    }
    app.places.versions.choosing = Some(one.coding.clone());
    let source = Source::Text(newest);
    app.places.transcript.open_at(source, span, one.coding);
    app.go(At::Transcript);
    app.inform(message!("app-version-choose"));
}

/// What is selected becomes the passage of the coding that was being looked for.
fn place(app: &mut App) {
    let Some(coding) = app.places.versions.choosing.clone() else {
        return app.warn(message!("app-version-none-chosen"));
    };
    let Some(Passage::Text(place)) = app.places.get(At::Transcript).passage() else {
        return app.warn(crate::command::Need::Selection.reason());
    };
    let Some(work) = &app.work else { return };
    let record = work.study().records.codings.get(&coding);
    let fits = record.is_some_and(|coding| {
        work.study()
            .is_later_version(&coding.passage, &place.version)
    });
    if !fits {
        return app.warn(message!("app-version-other-text"));
    }
    if app.change(
        message!("label-version-accept", n = 1),
        vec![versions::take(&coding, place)],
    ) {
        app.places.versions.choosing = None;
        app.go(At::Versions);
    }
}

/// Another version of the text that is open.
fn open(app: &mut App, number: Option<&str>) {
    let Some(document) = app
        .places
        .transcript
        .reading()
        .and_then(|r| r.document.clone())
    else {
        return app.warn(crate::command::Need::Document.reason());
    };
    let now = app.places.transcript.reading().and_then(|r| r.version);
    let Some(work) = &app.work else { return };
    let list = work.study().versions_of(&document);
    if let Some(number) = number {
        let wanted = number.trim().trim_start_matches('v').parse::<u32>().ok();
        let found = list
            .iter()
            .find(|(_, version)| Some(version.number) == wanted);
        match found.map(|(id, _)| (*id).clone()) {
            Some(id) => read(app, id),
            None => app.warn(message!("app-version-none", n = number)),
        }
        return;
    }
    let mut items: Vec<PickItem> = list
        .into_iter()
        .map(|(id, version)| PickItem {
            id: id.to_string(),
            key: format!("v{}", version.number),
            label: version.original_name.clone(),
            ..PickItem::default()
        })
        .collect();
    items.reverse();
    let at = items
        .iter()
        .find(|item| now.is_some_and(|n| item.key == format!("v{n}")))
        .map(|item| item.id.clone());
    let mut picker = Picker::new(message!("app-version-which"), items, |app, pick| {
        if let Pick::Item(id) = pick {
            read(app, VersionId::new(&id));
        }
    });
    if let Some(at) = at {
        picker = picker.starting_at(&at);
    }
    app.push(Layer::Picker(picker));
}

fn read(app: &mut App, version: VersionId) {
    app.places.transcript.open(Source::Text(version));
    app.go(At::Transcript);
}
