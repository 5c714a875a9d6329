//! The passage that a quote or a span names.

use super::args::Where;
use super::failure::{DATA, Failure, NO_INPUT};
use crate::i18n::{Message, duration};
use crate::message;
use crate::store::Store;
use crate::study::Study;
use crate::study::coding::{Passage, TextPassage};
use crate::study::document::{DocumentText, Texts, Turn};
use crate::study::id::{DocumentId, SessionId, VersionId};
use std::sync::Arc;

/// The document that is coded, by its newest version.
pub struct Text {
    version: VersionId,
    words: Arc<DocumentText>,
}

/// The document of an interview; by key where there are several.
pub fn of_session(
    store: &Store,
    session: &SessionId,
    document: Option<&str>,
) -> Result<Text, Failure> {
    let study = store.study();
    let name = study
        .records
        .sessions
        .get(session)
        .map_or_else(String::new, |session| session.key.clone());
    let documents = study.documents_of(session);
    let found = match (document, documents.as_slice()) {
        (Some(key), list) => list.iter().find(|(_, document)| document.key == key),
        (None, [only]) => Some(only),
        // of several, the one that is called like the interview
        (None, list) => list.iter().find(|(_, document)| document.key == name),
    };
    if let Some((id, document)) = found {
        return open(store, id, &document.key);
    }
    let keys: Vec<&str> = documents.iter().map(|(_, d)| d.key.as_str()).collect();
    let what = if documents.is_empty() {
        message!("cli-no-transcript", session = name)
    } else {
        message!("cli-which-document", session = name)
    };
    Err(Failure::missing(NO_INPUT, what, &keys))
}

/// A reference text, by key.
pub fn of_reference(store: &Store, key: &str) -> Option<Result<Text, Failure>> {
    let study = store.study();
    let (id, _) = study
        .references()
        .into_iter()
        .find(|(_, document)| document.key == key)?;
    Some(open(store, id, key))
}

/// A document, its newest version.
pub fn open(store: &Store, document: &DocumentId, name: &str) -> Result<Text, Failure> {
    let version = store
        .study()
        .newest_version(document)
        .map(|(id, _)| id.clone());
    let opened = version.and_then(|version| Some((store.texts().text(&version)?, version)));
    opened
        .map(|(words, version)| Text { version, words })
        .ok_or_else(|| Failure::new(NO_INPUT, message!("cli-text-gone", document = name)))
}

impl Text {
    /// The turns, as an importer would read them again.
    pub fn turns(&self) -> Vec<Turn> {
        self.words.to_turns()
    }
}

/// The turn (from 0) that holds a byte, and its code point in that turn's text.
pub fn turn_and_char(text: &Text, byte: usize) -> (usize, usize) {
    let at = text.words.turn_at(byte).unwrap_or(0);
    let start = text.words.turns().get(at).map_or(0, |turn| turn.span.start);
    (at, text.words.slice(start..byte).chars().count())
}

/// The words that a person means: a quote that stands there once, or a span.
pub fn passage(text: &Text, place: &Where) -> Result<TextPassage, Failure> {
    let words = text.words.text();
    let bytes = match (&place.quote, place.span) {
        (Some(quote), _) => {
            let start = once(words, quote)?;
            start..start + quote.len()
        }
        (None, Some(span)) => {
            let outside = || {
                Failure::new(
                    DATA,
                    message!(
                        "cli-span-outside",
                        start = span.start,
                        end = span.end,
                        n = words.chars().count()
                    ),
                )
            };
            let start = text.words.byte_of_char(span.start).ok_or_else(outside)?;
            start..text.words.byte_of_char(span.end).ok_or_else(outside)?
        }
        (None, None) => 0..0,
    };
    TextPassage::new(text.version.clone(), words, bytes)
        .ok_or_else(|| Failure::new(DATA, message!("cli-quote-none")))
}

/// Byte of a quote that stands in the text exactly once.
fn once(text: &str, quote: &str) -> Result<usize, Failure> {
    let first = if quote.is_empty() {
        None
    } else {
        text.find(quote)
    };
    let Some(first) = first else {
        return Err(Failure::new(DATA, message!("cli-quote-none")));
    };
    // overlapping ones count too: from the next character on
    let step = quote.chars().next().map_or(1, char::len_utf8);
    match text.get(first + step..).and_then(|rest| rest.find(quote)) {
        None => Ok(first),
        Some(second) => {
            let place = |byte: usize| text.get(..byte).map_or(0, |before| before.chars().count());
            Err(Failure::new(
                DATA,
                message!(
                    "cli-quote-twice",
                    first = place(first),
                    second = place(first + step + second)
                ),
            ))
        }
    }
}

/// Where a passage lies, for the words of a label.
pub fn place_label(store: &Store, passage: &Passage) -> Message {
    let study = store.study();
    let key = |session: &SessionId| {
        study
            .records
            .sessions
            .get(session)
            .map_or("", |session| session.key.as_str())
    };
    match passage {
        Passage::Note(id) => {
            let note = study.records.notes.get(id);
            let session = note.map_or("", |note| key(&note.session));
            match note.and_then(|note| u64::try_from(note.t_ms?).ok()) {
                Some(ms) => message!("label-where-note", time = duration(ms), session = session),
                None => message!("label-where-note-untimed", session = session),
            }
        }
        Passage::Text(text) => {
            let name = document_name(study, &text.version).unwrap_or_default();
            let turn = store
                .texts()
                .text(&text.version)
                .and_then(|words| words.turn_at(text.start as usize));
            match turn {
                Some(turn) => message!("label-where-turn", session = name, turn = turn + 1),
                None => message!("label-where-session", session = name),
            }
        }
    }
}

/// The interview's key, else the reference text's.
fn document_name(study: &Study, version: &VersionId) -> Option<String> {
    let version = study.records.versions.get(version)?;
    let document = study.records.documents.get(&version.document)?;
    Some(match &document.session {
        Some(session) => study.records.sessions.get(session)?.key.clone(),
        None => document.key.clone(),
    })
}
