//! All texts of a study, held in memory as long as somebody searches.

use super::{Progress, Query};
use crate::analysis::Counted;
use crate::study::document::{DocumentText, Texts};
use crate::study::id::VersionId;
use crate::study::{Hidden, Study};
use crate::text::search::Found;
use std::collections::{HashMap, HashSet};
use std::ops::Range;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

/// The newest version of every document, and what is left out of it.
#[derive(Debug, Default, Clone)]
pub struct Corpus {
    texts: HashMap<VersionId, Arc<DocumentText>>,
    hidden: HashMap<VersionId, Vec<Range<usize>>>,
}

impl Corpus {
    /// Reads what is not at hand yet, lets go of what is no longer the newest, and looks again at what is left out.
    pub fn renew(&mut self, study: &Study, texts: &dyn Texts, progress: &Progress) {
        let mut newest: HashMap<_, (u32, &VersionId)> = HashMap::new();
        for (id, version) in &study.records.versions {
            let last = newest
                .entry(&version.document)
                .or_insert((version.number, id));
            *last = (*last).max((version.number, id));
        }
        let wanted: HashSet<&VersionId> = newest.into_values().map(|(_, id)| id).collect();
        let hidden = Hidden::of(study);
        self.hidden = wanted
            .iter()
            .map(|id| ((*id).clone(), hidden.spans(study, texts, id)))
            .filter(|(_, spans)| !spans.is_empty())
            .collect();
        self.texts.retain(|id, _| wanted.contains(id));
        for (at, id) in wanted.iter().enumerate() {
            if progress.given_up() {
                return;
            }
            progress.reached(at, wanted.len());
            let id = *id;
            if !self.texts.contains_key(id)
                && let Some(text) = texts.text(id)
            {
                self.texts.insert(id.clone(), text);
            }
        }
    }

    /// Bytes of a version's text that are left out, ascending.
    pub(super) fn hidden(&self, version: &VersionId) -> &[Range<usize>] {
        self.hidden.get(version).map_or(&[], Vec::as_slice)
    }

    /// Bytes of text.
    pub fn len(&self) -> usize {
        self.texts.values().map(|text| text.text().len()).sum()
    }

    /// Whether there is no text.
    pub fn is_empty(&self) -> bool {
        self.texts.is_empty()
    }

    /// The newest version of a document (by its place among those that count) and its text.
    pub(super) fn text<'a>(
        &self,
        counted: &Counted<'a>,
        document: usize,
    ) -> Option<(&'a VersionId, &DocumentText)> {
        let version = counted.documents.get(document)?.versions.last()?;
        Some((version, self.texts.get(*version)?))
    }

    /// Where a pattern is met, by document; on all cores.
    pub(super) fn find(&self, counted: &Counted, query: &Query) -> HashMap<usize, Vec<Found>> {
        let jobs: Vec<(usize, &DocumentText)> = (0..counted.documents.len())
            .filter_map(|at| Some((at, self.text(counted, at)?.1)))
            .collect();
        let cores = std::thread::available_parallelism().map_or(1, usize::from);
        let next = AtomicUsize::new(0);
        let work = || {
            let mut found = Vec::new();
            while let Some((document, text)) = jobs.get(next.fetch_add(1, Ordering::Relaxed)) {
                if query.progress.given_up() {
                    break;
                }
                let places = query
                    .pattern
                    .find_in(text.text(), |byte| turn_of(text, byte));
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
