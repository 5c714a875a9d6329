//! Corrections of a text on the screen: a turn split or joined, a speaker under another name; each makes a version.

use crate::app::act::file::Planning;
use crate::app::layer::form::Values;
use crate::app::layer::{Field, Form, Layer};
use crate::app::place::transcript::reading::Source;
use crate::app::{App, At, intake};
use crate::command::Need;
use crate::i18n::Message;
use crate::import::{Belongs, Input, Options, Read};
use crate::message;
use crate::study::document::Turn;
use crate::study::versions::{bar, turns};
use std::collections::BTreeMap;

/// Cuts the turn where the passage begins; asks who speaks from there on, unless that is said.
pub(super) fn split(app: &mut App, who: Option<&str>) {
    if let Some(who) = who {
        return split_for(app, Some(who.trim()).filter(|who| !who.is_empty()));
    }
    let Some(reading) = app.places.transcript.reading() else {
        return;
    };
    let here = app.places.transcript.turn();
    // the same person under one name in the file is one line
    let mut voices: BTreeMap<String, String> = BTreeMap::new();
    for (at, turn) in reading.text.turns().iter().enumerate() {
        if let (Some(name), Some(voice)) = (&turn.speaker, reading.voice(at)) {
            voices
                .entry(name.clone())
                .or_insert_with(|| voice.label.clone());
        }
    }
    let now = reading
        .text
        .turns()
        .get(here)
        .and_then(|turn| turn.speaker.clone());
    if voices.len() < 2 {
        return split_for(app, None);
    }
    let options = voices.into_iter().collect();
    let field = Field::choice(
        "speaker",
        message!("app-version-split-who"),
        options,
        now.as_deref().unwrap_or_default(),
    );
    let form = Form::new(
        message!("app-version-split"),
        vec![field],
        |app, values: &Values| {
            let who = values.get("speaker").to_owned();
            split_for(app, Some(who.as_str()).filter(|who| !who.is_empty()));
            Ok(())
        },
    );
    app.push(Layer::Form(form));
}

fn split_for(app: &mut App, who: Option<&str>) {
    let transcript = &app.places.transcript;
    let (Some(reading), Some(span)) = (transcript.reading(), transcript.span()) else {
        return;
    };
    let at = reading.turn_at(span.start);
    let before = reading.text.slice(reading.span(at).start..span.start);
    let chars = before.chars().count();
    correct(
        app,
        |document| message!("label-version-split", document = document),
        |list| turns::split_turn(list, at, chars, who),
        message!("cli-version-split"),
    );
}

/// Joins the turn in hand and the one after it.
pub(super) fn join(app: &mut App) {
    let Some(reading) = app.places.transcript.reading() else {
        return;
    };
    let at = app.places.transcript.turn();
    let fault = message!("cli-version-join", turn = at + 1, n = reading.len());
    correct(
        app,
        |document| message!("label-version-join", document = document),
        |list| turns::join_turn(list, at),
        fault,
    );
}

/// Gives whoever speaks here another name, in the whole text.
pub(super) fn rename(app: &mut App, name: Option<&str>) {
    let Some(reading) = app.places.transcript.reading() else {
        return;
    };
    let here = app.places.transcript.turn();
    let old = reading
        .text
        .turns()
        .get(here)
        .and_then(|turn| turn.speaker.clone());
    let Some(old) = old else {
        return app.warn(message!("app-version-nobody"));
    };
    if let Some(new) = name {
        return rename_to(app, &old, new.trim());
    }
    // the file's name is not shown where the screen has another for whoever that is
    let shown = reading.voice(here).is_none_or(|voice| voice.label == old);
    let first = if shown { old.as_str() } else { "" };
    let form = Form::new(
        message!("app-version-rename"),
        vec![Field::text(
            "name",
            message!("app-version-rename-to"),
            first,
        )],
        move |app, values: &Values| {
            let new = values.get("name").trim();
            if new.is_empty() {
                return Err(("name".to_owned(), message!("app-version-rename-empty")));
            }
            rename_to(app, &old, new);
            Ok(())
        },
    );
    app.push(Layer::Form(form));
}

fn rename_to(app: &mut App, old: &str, new: &str) {
    correct(
        app,
        |document| {
            message!(
                "label-version-rename",
                document = document,
                old = old,
                new = new
            )
        },
        |list| turns::rename_speaker(list, old, new),
        message!("cli-version-speaker", name = old),
    );
}

/// Makes a version of the turns as they are corrected, and reads it where one was.
fn correct(
    app: &mut App,
    label: impl FnOnce(&str) -> Message,
    act: impl FnOnce(&[Turn]) -> Option<Vec<Turn>>,
    fault: Message,
) {
    let (Some(reading), Some(work)) = (app.places.transcript.reading(), &mut app.work) else {
        return;
    };
    let Some(document) = reading.document.clone() else {
        return app.warn(Need::Document.reason());
    };
    let study = work.study();
    let newest = study.newest_version(&document).map(|(id, _)| id.clone());
    if !matches!((&reading.source, &newest), (Source::Text(open), Some(newest)) if open == newest) {
        return app.warn(message!("app-version-not-newest"));
    }
    let Some(corrected) = act(&reading.text.to_turns()) else {
        return app.warn(fault);
    };
    if let Some(newest) = &newest
        && let Some(bar) = bar(study, &*work.texts(), newest, &corrected)
    {
        return app.warn(bar);
    }
    let records = &study.records;
    let Some(record) = records.documents.get(&document) else {
        return;
    };
    let session = record
        .session
        .as_ref()
        .and_then(|id| records.sessions.get(id));
    let key = record.key.clone();
    let input = Input {
        name: key.clone(),
        bytes: turns::as_file(&corrected),
        read: Read::Transcript(
            Belongs::VersionOf {
                session: session.map(|session| session.key.clone()),
                document: key.clone(),
            },
            Options::default(),
        ),
    };
    let plan = match Planning::of(work).plan(input) {
        Ok(plan) => plan,
        Err(report) => {
            for problem in &report.problems {
                app.fail(problem.message());
            }
            return;
        }
    };
    let changes = match intake::stored(&mut work.store, plan) {
        Ok((_, changes)) => changes,
        Err(error) => return app.fail(error.message()),
    };
    if !app.change(label(&key), changes) {
        return;
    }
    let Some(work) = &app.work else { return };
    let study = work.study();
    let open = study.waiting(&document).len();
    let Some((id, version)) = study.newest_version(&document) else {
        return;
    };
    let (id, number) = (id.clone(), version.number);
    app.places.transcript.open(Source::Text(id));
    app.go(At::Transcript);
    app.inform(message!(
        "cli-version-made",
        document = &key,
        number = number,
        open = open
    ));
}
