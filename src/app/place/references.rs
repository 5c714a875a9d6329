//! The reference texts of the study: read and coded like transcripts, counted apart.

use super::{Eye, Place};
use crate::app::list::ListCursor;
use crate::command::{Context, CursorAct, Situation};
use crate::study::coding::Passage;
use crate::study::id::{DocumentId, VersionId};
use crate::text::fold::fold;
use std::collections::BTreeMap;

/// One reference text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// The document.
    pub id: DocumentId,
    /// Its key.
    pub key: String,
    /// Name of the file it came from.
    pub file: String,
    /// Words of its newest version.
    pub words: u32,
    /// Number of its newest version.
    pub version: u32,
    /// Codings on any of its versions.
    pub codings: usize,
}

/// The reference texts.
#[derive(Debug, Default)]
pub struct References {
    /// The texts, in the order of their keys.
    pub rows: Vec<Row>,
    /// Where the cursor is.
    pub list: ListCursor,
    revision: u64,
}

impl References {
    /// The text under the cursor.
    pub fn current(&self) -> Option<&DocumentId> {
        self.rows.get(self.list.at).map(|row| &row.id)
    }

    /// Rows of texts on the screen.
    pub fn height(rows: u16) -> usize {
        (rows as usize).saturating_sub(2)
    }
}

impl Place for References {
    fn context(&self) -> Context {
        Context::References
    }

    fn refresh(&mut self, eye: &Eye<'_>) {
        let Some(work) = eye.work else { return };
        if self.revision != work.revision {
            self.revision = work.revision;
            let study = work.study();
            let mut codings: BTreeMap<&VersionId, usize> = BTreeMap::new();
            for coding in study.records.codings.values() {
                if let Passage::Text(text) = &coding.passage {
                    *codings.entry(&text.version).or_default() += 1;
                }
            }
            let current = self.current().cloned();
            self.rows = study
                .references()
                .into_iter()
                .map(|(id, document)| {
                    let versions = study.versions_of(id);
                    let newest = versions.last().map(|(_, version)| *version);
                    Row {
                        id: id.clone(),
                        key: document.key.clone(),
                        file: newest.map_or_else(String::new, |v| v.original_name.clone()),
                        words: newest.map_or(0, |version| version.words),
                        version: newest.map_or(0, |version| version.number),
                        codings: versions
                            .iter()
                            .filter_map(|(version, _)| codings.get(version))
                            .sum(),
                    }
                })
                .collect();
            if let Some(at) = current.and_then(|id| self.rows.iter().position(|row| row.id == id)) {
                self.list.at = at;
            }
        }
        self.list.show(self.rows.len(), Self::height(eye.height));
    }

    fn situation(&self, _eye: &Eye<'_>, situation: &mut Situation) {
        situation.session = false;
        situation.item = self.current().is_some();
    }

    fn cursor(&mut self, eye: &Eye<'_>, act: CursorAct, count: Option<u32>) {
        self.list
            .act(act, count, self.rows.len(), Self::height(eye.height));
    }

    fn search(&mut self, eye: &Eye<'_>, text: &str, forward: bool) -> bool {
        let (rows, wanted) = (&self.rows, fold(text));
        let matches = |at: usize| {
            rows.get(at)
                .is_some_and(|row| fold(&row.key).contains(&wanted))
        };
        let found = self.list.find(rows.len(), forward, matches);
        self.list.show(rows.len(), Self::height(eye.height));
        found
    }

    fn copied(&self, _eye: &Eye<'_>) -> Option<String> {
        self.rows.get(self.list.at).map(|row| row.key.clone())
    }
}
