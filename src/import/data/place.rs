//! Documents and their versions by the words that files name them with, each opened once.

use super::chars::CharIndex;
use super::context::Context;
use super::source::SourceMap;
use crate::file::encoding;
use crate::study::document::DocumentText;
use crate::study::id::{DocumentId, SessionId, VersionId};
use crate::study::{Study, document::Version};
use crate::text::sanitise;
use std::collections::HashMap;
use std::rc::Rc;
use std::sync::Arc;

/// A version that was opened.
pub(super) struct Open {
    pub(super) id: VersionId,
    pub(super) text: Arc<DocumentText>,
    pub(super) index: CharIndex,
}

/// Documents by interview, key, file name.
pub(super) struct Documents<'a> {
    /// By interview: key and document.
    of_session: HashMap<&'a SessionId, Vec<(&'a str, &'a DocumentId)>>,
    references: HashMap<&'a str, &'a DocumentId>,
    /// By document: number, version, oldest first.
    versions: HashMap<&'a DocumentId, Vec<(&'a VersionId, &'a Version)>>,
    opened: HashMap<VersionId, Option<Rc<Open>>>,
    mapped: HashMap<VersionId, Option<Rc<SourceMap>>>,
}

/// What a word for a document came to.
pub(super) enum Found<'a> {
    One(&'a DocumentId),
    /// None, or not this one; the keys there are.
    Among(Vec<&'a str>),
}

impl<'a> Documents<'a> {
    pub(super) fn of(study: &'a Study) -> Self {
        let records = &study.records;
        let mut of_session: HashMap<&SessionId, Vec<(&str, &DocumentId)>> = HashMap::new();
        let mut references = HashMap::new();
        for (id, document) in &records.documents {
            match &document.session {
                Some(session) => of_session
                    .entry(session)
                    .or_default()
                    .push((document.key.as_str(), id)),
                None => {
                    references.entry(document.key.as_str()).or_insert(id);
                }
            }
        }
        let mut versions: HashMap<&DocumentId, Vec<(&VersionId, &Version)>> = HashMap::new();
        for (id, version) in &records.versions {
            versions
                .entry(&version.document)
                .or_default()
                .push((id, version));
        }
        for list in versions.values_mut() {
            list.sort_by_key(|(id, version)| (version.number, *id));
        }
        Self {
            of_session,
            references,
            versions,
            opened: HashMap::new(),
            mapped: HashMap::new(),
        }
    }

    /// A document of an interview by key; the only one where the key is empty.
    pub(super) fn of_session(&self, session: &SessionId, key: &str) -> Found<'a> {
        let list = self.of_session.get(session).map_or(&[][..], Vec::as_slice);
        match list {
            [(_, only)] if key.is_empty() => Found::One(only),
            _ => match list.iter().find(|(own, _)| *own == key) {
                Some((_, id)) => Found::One(id),
                None => Found::Among(list.iter().map(|(key, _)| *key).collect()),
            },
        }
    }

    /// A reference text by key.
    pub(super) fn reference(&self, key: &str) -> Found<'a> {
        if let Some(id) = self.references.get(key) {
            return Found::One(id);
        }
        let mut keys: Vec<&str> = self.references.keys().copied().collect();
        keys.sort_unstable();
        Found::Among(keys)
    }

    /// Of an interview with several documents, the one that was read from this file.
    pub(super) fn of_file(&self, session: &SessionId, file: &str) -> Option<&'a DocumentId> {
        let list = self.of_session.get(session)?;
        list.iter()
            .find(|(_, id)| {
                self.versions
                    .get(id)
                    .is_some_and(|list| list.iter().any(|(_, v)| v.original_name == file))
            })
            .map(|(_, id)| *id)
    }

    /// A version by number; the newest where none is given.
    pub(super) fn version(
        &self,
        document: &DocumentId,
        number: Option<u32>,
    ) -> Option<&'a VersionId> {
        let list = self.versions.get(document)?;
        match number {
            None => list.last(),
            Some(number) => list.iter().find(|(_, version)| version.number == number),
        }
        .map(|(id, _)| *id)
    }

    /// Opens a version's text; `None` where its file is missing.
    pub(super) fn open(&mut self, id: &VersionId, context: &Context<'_>) -> Option<Rc<Open>> {
        if let Some(opened) = self.opened.get(id) {
            return opened.clone();
        }
        let opened = context.texts.text(id).map(|text| {
            let index = CharIndex::new(text.text());
            Rc::new(Open {
                id: id.clone(),
                text,
                index,
            })
        });
        self.opened.insert(id.clone(), opened.clone());
        opened
    }

    /// How positions in a version's source file map to its text; `None` where the file is not there, or no plain text.
    pub(super) fn source_map(
        &mut self,
        open: &Open,
        context: &Context<'_>,
    ) -> Option<Rc<SourceMap>> {
        if let Some(mapped) = self.mapped.get(&open.id) {
            return mapped.clone();
        }
        let mapped = map(open, context).map(Rc::new);
        self.mapped.insert(open.id.clone(), mapped.clone());
        mapped
    }
}

/// Formats whose file is the text that other tools keep.
const PLAIN: &[&str] = &["text", "zoom-vtt", "teams-vtt", "vtt", "srt", "otter"];

fn map(open: &Open, context: &Context<'_>) -> Option<SourceMap> {
    let version = context.study.records.versions.get(&open.id)?;
    if !PLAIN.contains(&version.format.as_str()) {
        return None;
    }
    let bytes = context.originals.original(&open.id)?;
    let forced = (!version.encoding.is_empty()).then_some(version.encoding.as_str());
    let decoded = encoding::decode(&bytes, forced).ok()?;
    let source = sanitise(&decoded.text).text;
    Some(SourceMap::new(&source, &open.text))
}
