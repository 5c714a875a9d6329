//! `transcripts/` and `references/`: every version as turns, read back as they are; `originals/`: the files as they came.

use super::material::{Material, Voiced};
use super::{Originals, Put, package};
use crate::message;
use crate::study::document::Turn;
use crate::study::hidden::veiled;
use crate::study::word::Consent;
use serde::Serialize;
use serde_json::Value;
use std::collections::HashSet;

#[derive(Serialize)]
struct File<'a> {
    format: &'static str,
    interview: &'a str,
    document: &'a str,
    version: u32,
    turns: Vec<Line>,
}

#[derive(Serialize)]
struct Line {
    speaker: Option<String>,
    start_ms: Option<i64>,
    end_ms: Option<i64>,
    text: String,
    anchors: Vec<(u32, i64)>,
}

/// Hands each file over as it is made; what describes them, in the order of their paths.
pub(super) fn write(material: &mut Material, originals: Originals, put: Put<'_>) -> Vec<Value> {
    let counted = material.counted;
    let mut turns = Vec::new();
    let mut sources = Vec::new();
    let mut taken = HashSet::new();
    for source in &counted.documents {
        let interview = material.interview(source.interview);
        if interview.is_some_and(|interview| material.is_wordless(interview)) {
            continue;
        }
        let document = source.record.key.as_str();
        let excluded = interview.is_some_and(|interview| {
            interview
                .people
                .iter()
                .any(|person| person.record.consent == Consent::Withdrawn)
        });
        for version in &source.versions {
            let Some(record) = material.study.records.versions.get(*version) else {
                continue;
            };
            let number = format!("v{}", record.number);
            let key = interview.map_or("", |interview| interview.key);
            let name = match interview {
                Some(_) => Material::file_name(&[key, document, &number]),
                None => Material::file_name(&[document, &number]),
            };
            let name = free(&name, &mut taken);
            let Some(voiced) = material.voiced(source, version) else {
                material.warn(message!(
                    "export-warning-text",
                    document = document,
                    version = record.number
                ));
                continue;
            };
            let excluded = excluded || !voiced.hidden.is_empty();
            let file = File {
                format: "entretien-turns",
                interview: key,
                document,
                version: record.number,
                turns: lines(&voiced),
            };
            let folder = if interview.is_some() {
                "transcripts"
            } else {
                "references"
            };
            let mut bytes = serde_json::to_vec(&file).unwrap_or_default();
            bytes.push(b'\n');
            let path = format!("{folder}/{name}.turns.json");
            turns.push((path.clone(), package::file(&path, &bytes)));
            put(&path, bytes);
            if !material.options.shared
                && !excluded
                && let Some(bytes) = originals(record)
            {
                let extension = record
                    .original_name
                    .rsplit_once('.')
                    .map_or("bin", |(_, extension)| extension);
                let extension = Material::file_name(&[extension]);
                let path = format!("originals/{name}.{extension}");
                sources.push((path.clone(), package::file(&path, &bytes)));
                put(&path, bytes);
            }
        }
    }
    turns.sort_by(|a, b| a.0.cmp(&b.0));
    sources.sort_by(|a, b| a.0.cmp(&b.0));
    turns.extend(sources);
    turns.into_iter().map(|(_, described)| described).collect()
}

/// A name that no other file has, whatever the case.
fn free(name: &str, taken: &mut HashSet<String>) -> String {
    let mut n = 1;
    let mut own = name.to_owned();
    while !taken.insert(own.to_lowercase()) {
        n += 1;
        own = format!("{name}~{n}");
    }
    own
}

/// The turns; withdrawn words and those left out as blocks, one for one, so that positions hold.
fn lines(voiced: &Voiced) -> Vec<Line> {
    let turns: Vec<Turn> = voiced.text.to_turns();
    turns
        .into_iter()
        .zip(&voiced.turns)
        .zip(voiced.text.turns())
        .map(|((turn, name), place)| Line {
            speaker: name.speaker.clone(),
            start_ms: turn.start_ms,
            end_ms: turn.end_ms,
            text: if name.gone {
                let all = 0..turn.text.len();
                veiled(&turn.text, 0, &[all])
            } else {
                veiled(&turn.text, place.span.start, &voiced.hidden)
            },
            anchors: turn.anchors,
        })
        .collect()
}
