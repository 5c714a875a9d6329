//! All texts of a study, held in memory as long as somebody searches.

use crate::analysis::Counted;
use crate::study::Study;
use crate::study::document::{DocumentText, Texts};
use crate::study::id::VersionId;
use crate::text::search::{Found, Pattern};
use std::collections::{HashMap, HashSet};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

/// The newest version of every document.
#[derive(Debug, Default, Clone)]
pub struct Corpus(HashMap<VersionId, Arc<DocumentText>>);

impl Corpus {
    /// Reads what is not at hand yet, and lets go of what is no longer the newest.
    pub fn renew(&mut self, study: &Study, texts: &dyn Texts) {
        let mut newest: HashMap<_, (u32, &VersionId)> = HashMap::new();
        for (id, version) in &study.records.versions {
            let last = newest
                .entry(&version.document)
                .or_insert((version.number, id));
            *last = (*last).max((version.number, id));
        }
        let wanted: HashSet<&VersionId> = newest.into_values().map(|(_, id)| id).collect();
        self.0.retain(|id, _| wanted.contains(id));
        for id in wanted {
            if !self.0.contains_key(id)
                && let Some(text) = texts.text(id)
            {
                self.0.insert(id.clone(), text);
            }
        }
    }

    /// Bytes of text.
    pub fn len(&self) -> usize {
        self.0.values().map(|text| text.text().len()).sum()
    }

    /// Whether there is no text.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The newest version of a document (by its place among those that count) and its text.
    pub(super) fn text<'a>(
        &self,
        counted: &Counted<'a>,
        document: usize,
    ) -> Option<(&'a VersionId, &DocumentText)> {
        let version = counted.documents.get(document)?.versions.last()?;
        Some((version, self.0.get(*version)?))
    }

    /// Where a pattern is met, by document; on all cores.
    pub(super) fn find(&self, counted: &Counted, pattern: &Pattern) -> HashMap<usize, Vec<Found>> {
        let jobs: Vec<(usize, &DocumentText)> = (0..counted.documents.len())
            .filter_map(|at| Some((at, self.text(counted, at)?.1)))
            .collect();
        let cores = std::thread::available_parallelism().map_or(1, usize::from);
        let next = AtomicUsize::new(0);
        let work = || {
            let mut found = Vec::new();
            while let Some((document, text)) = jobs.get(next.fetch_add(1, Ordering::Relaxed)) {
                let places = pattern.find_in(text.text(), |byte| turn_of(text, byte));
                if !places.is_empty() {
                    found.push((*document, places));
                }
            }
            found
        };
        // a short text is read before a thread has started
        if jobs.len() < 2 || self.len() < 1 << 20 {
            return work().into_iter().collect();
        }
        std::thread::scope(|scope| {
            let others: Vec<_> = (1..cores.min(jobs.len()))
                .map(|_| scope.spawn(work))
                .collect();
            let mut found: HashMap<usize, Vec<Found>> = work().into_iter().collect();
            for other in others {
                found.extend(other.join().unwrap_or_default());
            }
            found
        })
    }
}

fn turn_of(text: &DocumentText, byte: usize) -> std::ops::Range<usize> {
    text.turn_at(byte)
        .and_then(|turn| text.turns().get(turn))
        .map_or(0..text.text().len(), |turn| turn.span.clone())
}
