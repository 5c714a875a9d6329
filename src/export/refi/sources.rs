//! Transcripts and reference texts as plain texts with codings on their selections.

use super::codings::Coded;
use super::guid::Guids;
use super::sheets::Kept;
use super::xml::Xml;
use crate::export::losses::Losses;
use crate::message;
use crate::study::document::Turn;
use crate::study::labelled::{Labelled, written};
use serde::Deserialize;
use std::collections::{BTreeMap, HashMap};
use std::fmt::Write;
use uuid::Uuid;

/// A file of turns, as the export of data files writes it.
#[derive(Deserialize)]
struct File {
    interview: String,
    document: String,
    version: u32,
    turns: Vec<Turn>,
}

/// A text that goes out.
pub(super) struct Source {
    pub(super) guid: Uuid,
    pub(super) name: String,
    pub(super) interview: String,
    pub(super) document: String,
    pub(super) version: u32,
    labelled: Labelled,
    turns: Vec<Turn>,
}

/// All texts, the newest version of each.
pub(super) struct Sources(pub(super) Vec<Source>);

impl Sources {
    /// Reads the files of turns. `id`: a document's own id by the keys of its interview and its own.
    pub(super) fn of(
        files: Vec<(String, Vec<u8>)>,
        guids: &mut Guids,
        id: &dyn Fn(&str, &str) -> String,
        losses: &mut Losses,
    ) -> Self {
        let mut newest: BTreeMap<(bool, String, String), File> = BTreeMap::new();
        for (path, bytes) in files {
            let Ok(file) = serde_json::from_slice::<File>(&bytes) else {
                losses.add("text", path, message!("refi-loss-damaged"));
                continue;
            };
            let key = (
                file.interview.is_empty(),
                file.interview.clone(),
                file.document.clone(),
            );
            let older = match newest.remove(&key) {
                Some(other) if other.version > file.version => {
                    newest.insert(key, other);
                    Some(file)
                }
                other => {
                    newest.insert(key, file);
                    other
                }
            };
            if let Some(older) = older {
                let place = format!("{} v{}", name(&older), older.version);
                losses.add("version", place, message!("refi-loss-older-version"));
            }
        }
        let list = newest.into_values().map(|file| {
            let own = id(&file.interview, &file.document);
            Source {
                guid: guids.of("source", &own),
                name: name(&file),
                labelled: written(&file.turns),
                interview: file.interview,
                document: file.document,
                version: file.version,
                turns: file.turns,
            }
        });
        Self(list.collect())
    }

    /// By interview, the sources of each; those of none are reference texts.
    pub(super) fn by_interview(&self) -> HashMap<String, Vec<Uuid>> {
        let mut map: HashMap<String, Vec<Uuid>> = HashMap::new();
        for source in &self.0 {
            map.entry(source.interview.clone())
                .or_default()
                .push(source.guid);
        }
        map
    }

    /// What a source is besides, and how its labels are to be read.
    pub(super) fn kept(&self) -> Kept {
        let mut kept = Kept::new(&["guid", "name", "interview", "document", "version", "labels"]);
        for source in &self.0 {
            kept.row(&[
                &source.guid.to_string(),
                &source.name,
                &source.interview,
                &source.document,
                &source.version.to_string(),
                source.labelled.labels.as_str(),
            ]);
        }
        kept
    }

    /// Turns of which the labels do not tell all: times inside, names that could not be written.
    pub(super) fn kept_turns(&self) -> Kept {
        let columns = [
            "guid", "turn", "chars", "speaker", "start_ms", "end_ms", "anchors",
        ];
        let mut kept = Kept::new(&columns);
        for source in &self.0 {
            let labels = source.labelled.labels;
            for (at, turn) in source.turns.iter().enumerate() {
                let timed = turn.start_ms.is_some() || turn.end_ms.is_some();
                let told = (labels.times || !timed) && (labels.speakers || turn.speaker.is_none());
                if told && turn.anchors.is_empty() {
                    continue;
                }
                let shown = |ms: Option<i64>| ms.map_or_else(String::new, |ms| ms.to_string());
                let mut anchors = String::new();
                for (char, ms) in &turn.anchors {
                    let _ = write!(anchors, "{char}:{ms} ");
                }
                kept.row(&[
                    &source.guid.to_string(),
                    &(at + 1).to_string(),
                    &turn.text.chars().count().to_string(),
                    turn.speaker.as_deref().unwrap_or(""),
                    &shown(turn.start_ms),
                    &shown(turn.end_ms),
                    anchors.trim_end(),
                ]);
            }
        }
        kept
    }

    /// The files of the folder `sources/`.
    pub(super) fn files(&self) -> impl Iterator<Item = (String, &[u8])> {
        self.0.iter().map(|source| {
            (
                format!("sources/{}.txt", source.guid),
                source.labelled.text.as_bytes(),
            )
        })
    }

    /// Writes the sources with what is coded in them. `notes`: notes on a source, by its id.
    pub(super) fn write(&self, xml: &mut Xml, coded: &Coded, notes: &HashMap<Uuid, Vec<Uuid>>) {
        if self.0.is_empty() {
            return;
        }
        xml.start("Sources");
        for (at, source) in self.0.iter().enumerate() {
            xml.start("TextSource")
                .attribute("guid", source.guid)
                .attribute("name", &source.name)
                .attribute("plainTextPath", format!("internal://{}.txt", source.guid));
            for (span, codings) in coded.of_source(at) {
                let Some(there) = source.labelled.pieces.there(&span) else {
                    continue;
                };
                coded.write_selection(xml, at, &span, &there, codings);
            }
            for note in notes.get(&source.guid).into_iter().flatten() {
                xml.reference("NoteRef", note);
            }
            xml.end();
        }
        xml.end();
    }
}

/// An interview's only document is mostly called as it is.
fn name(file: &File) -> String {
    if file.interview.is_empty() || file.interview == file.document {
        file.document.clone()
    } else {
        format!("{} {}", file.interview, file.document)
    }
}
