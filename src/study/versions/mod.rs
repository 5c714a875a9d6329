//! A document gets a new version: which codings keep their words, which are to be looked at, and where each stands now.
//!
//! A coding keeps for ever the passage it was made on. For each later version it may have an [`Anchor`]: the passage where
//! it stands there, or that it stays where it was. The passage that counts is [`Study::passage_now`], for tables, files
//! and the screen alike. What has neither a place nor an anchor in the newest version is open: [`look`] says where its
//! words probably went, and a person decides.

mod align;
mod bars;
pub mod turns;

#[cfg(test)]
mod align_test;
#[cfg(test)]
mod versions_test;

pub use align::{Alignment, Doubt, Found};
pub use bars::bar;

use super::change::Change;
use super::coding::{Anchor, Coding, CodingField, Passage, TextPassage};
use super::document::Texts;
use super::fold::Study;
use super::id::{CodingId, DocumentId, VersionId};
use std::collections::HashMap;
use std::sync::Arc;

/// What the newest version says of a coding of an older one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Outcome {
    /// The same words at the same place.
    Kept(TextPassage),
    /// The same words; their place has moved with the text before them.
    Moved(TextPassage),
    /// Probably here: to be decided by a person.
    Changed(TextPassage, Doubt),
    /// Its words are gone: to be decided by a person.
    Lost,
    /// The text it was made on cannot be read.
    Unread,
}

/// A coding of an older version, and what the newest one says of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Carried {
    /// The coding.
    pub coding: CodingId,
    /// Where it stands.
    pub from: TextPassage,
    /// What the newest version says.
    pub outcome: Outcome,
}

impl Carried {
    /// The place that can be taken without asking.
    pub fn sure(&self) -> Option<&TextPassage> {
        match &self.outcome {
            Outcome::Kept(passage) | Outcome::Moved(passage) => Some(passage),
            _ => None,
        }
    }

    /// The place that is sure, or probable.
    pub fn proposed(&self) -> Option<&TextPassage> {
        match &self.outcome {
            Outcome::Changed(passage, _) => Some(passage),
            _ => self.sure(),
        }
    }
}

/// How many codings kept their words and their place, moved with the text, are changed, are lost.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Tally {
    /// Same words, same place.
    pub kept: usize,
    /// Same words, another place.
    pub moved: usize,
    /// To be decided.
    pub changed: usize,
    /// Without any place.
    pub lost: usize,
}

impl Tally {
    /// Counts.
    pub fn of(list: &[Carried]) -> Self {
        let mut tally = Self::default();
        for one in list {
            match one.outcome {
                Outcome::Kept(_) => tally.kept += 1,
                Outcome::Moved(_) => tally.moved += 1,
                Outcome::Changed(..) => tally.changed += 1,
                Outcome::Lost | Outcome::Unread => tally.lost += 1,
            }
        }
        tally
    }

    /// Codings that a person has to decide on.
    pub const fn open(self) -> usize {
        self.changed + self.lost
    }
}

impl Study {
    /// The passage that counts: where a coding stands in the newest version of its document that it has a place in; else
    /// the one it was made on.
    pub fn passage_now<'a>(&'a self, coding: &'a Coding) -> &'a Passage {
        coding
            .anchors
            .iter()
            .filter_map(|(id, anchor)| match anchor {
                Anchor::At(passage) => Some(((self.records.versions.get(id)?.number, id), passage)),
                Anchor::Kept => None,
            })
            .max_by_key(|(rank, _)| *rank)
            .map_or(&coding.passage, |(_, passage)| passage)
    }

    /// Whether a version is of the same document as a passage, and came after its version.
    pub fn is_later_version(&self, passage: &Passage, version: &VersionId) -> bool {
        let Passage::Text(text) = passage else {
            return false;
        };
        let versions = &self.records.versions;
        versions
            .get(&text.version)
            .zip(versions.get(version))
            .is_some_and(|(old, new)| old.document == new.document && old.number < new.number)
    }

    /// Codings of a document that wait for a decision, with where they stand; in the order of the text, oldest version
    /// first.
    pub fn waiting(&self, document: &DocumentId) -> Vec<(&CodingId, &TextPassage)> {
        let versions = self.versions_of(document);
        let Some((newest, _)) = versions.last() else {
            return Vec::new();
        };
        if versions.len() < 2 {
            return Vec::new();
        }
        let rank: HashMap<&VersionId, usize> = versions
            .iter()
            .enumerate()
            .map(|(at, (id, _))| (*id, at))
            .collect();
        let mut list: Vec<(&CodingId, &TextPassage)> = self
            .codings_of_document(document)
            .into_iter()
            .filter(|(_, coding)| waits(coding, newest))
            .filter_map(|(id, coding)| match self.passage_now(coding) {
                Passage::Text(text) => Some((id, text)),
                Passage::Note(_) => None,
            })
            .collect();
        list.sort_by_key(|(id, text)| {
            let rank = rank.get(&text.version).copied().unwrap_or(0);
            (rank, text.start, text.end, *id)
        });
        list
    }
}

/// Whether a coding waits for a decision: it has no place in the newest version of its document, and nobody said that it
/// stays where it is.
fn waits(coding: &Coding, newest: &VersionId) -> bool {
    !coding.anchors.contains_key(newest)
        && !matches!(&coding.passage, Passage::Text(text) if text.version == *newest)
}

/// Looks for the codings of a document that wait for a decision in its newest version.
pub fn look(study: &Study, texts: &dyn Texts, document: &DocumentId) -> Vec<Carried> {
    let waiting = study.waiting(document);
    let Some((newest, _)) = study.newest_version(document) else {
        return Vec::new();
    };
    if waiting.is_empty() {
        return Vec::new();
    }
    let new = texts.text(newest);
    let mut out = Vec::with_capacity(waiting.len());
    let mut rest = waiting.as_slice();
    while let Some((_, first)) = rest.first() {
        let same = rest
            .iter()
            .take_while(|(_, from)| from.version == first.version)
            .count();
        let (here, after) = rest.split_at(same);
        rest = after;
        let old = texts.text(&first.version);
        let laid = old
            .as_ref()
            .zip(new.as_ref())
            .map(|(old, new)| (Alignment::of(old, new), Arc::clone(new)));
        for (id, from) in here {
            let outcome = laid.as_ref().map_or(Outcome::Unread, |(laid, new)| {
                let place = |span| TextPassage::new(newest.clone(), new.text(), span);
                match laid.find(&from.span()) {
                    Found::Same(span) if span == from.span() => {
                        place(span).map_or(Outcome::Lost, Outcome::Kept)
                    }
                    Found::Same(span) => place(span).map_or(Outcome::Lost, Outcome::Moved),
                    Found::Doubtful(span, doubt) => {
                        place(span).map_or(Outcome::Lost, |text| Outcome::Changed(text, doubt))
                    }
                    Found::Lost => Outcome::Lost,
                }
            });
            out.push(Carried {
                coding: (*id).clone(),
                from: (*from).clone(),
                outcome,
            });
        }
    }
    out
}

/// The changes that carry along what kept its words.
pub fn carry(list: &[Carried]) -> Vec<Change> {
    list.iter()
        .filter_map(|one| Some(take(&one.coding, one.sure()?.clone())))
        .collect()
}

/// The changes that take along, besides, what differs in case, accents, spaces and signs alone.
pub fn accept_alike(list: &[Carried]) -> Vec<Change> {
    list.iter()
        .filter_map(|one| match &one.outcome {
            Outcome::Changed(place, Doubt::Alike) => Some(take(&one.coding, place.clone())),
            _ => Some(take(&one.coding, one.sure()?.clone())),
        })
        .collect()
}

/// A coding stands here from now on; where it stood stays beside it.
pub fn take(coding: &CodingId, place: TextPassage) -> Change {
    let version = place.version.clone();
    let anchor = Anchor::At(Passage::Text(place));
    (coding.clone(), CodingField::Anchor(version, Some(anchor))).into()
}

/// A coding stays on the version it has; `newest` is the version in which it is not looked for.
pub fn keep(coding: &CodingId, newest: &VersionId) -> Change {
    let field = CodingField::Anchor(newest.clone(), Some(Anchor::Kept));
    (coding.clone(), field).into()
}
