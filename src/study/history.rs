//! What transactions overwrote: enough to take the last ones back.

use super::change::{Change, Edit, Item, Record, Transaction};
use super::fold::Subject;
use super::id::SubjectId;
use super::stamp::{ReplicaId, Stamp};
use crate::i18n::Message;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet, HashSet};

/// How many transactions are remembered with what they overwrote.
pub const REMEMBERED: usize = 1_000;

/// How many writes of one transaction are remembered; taking a longer one back folds the study again.
pub const REMEMBERED_WRITES: usize = 2_000;

/// How many writes of all transactions together are remembered; the oldest go first.
pub const REMEMBERED_TOTAL: usize = 20_000;

/// One write, with what was there before.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Overwritten {
    /// A field.
    Field {
        /// What it held.
        before: Box<Edit>,
        /// What was written.
        after: Box<Edit>,
    },
    /// A record that was added.
    Added(Box<Record>),
    /// A record that was removed.
    Removed(Box<Record>),
}

impl Overwritten {
    /// The record that was written.
    pub fn item(&self) -> Item {
        match self {
            Self::Field { after, .. } => after.item(),
            Self::Added(record) | Self::Removed(record) => record.item(),
        }
    }
}

/// A transaction that was applied, with what it overwrote.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Entry {
    /// Its name.
    pub stamp: Stamp,
    /// Who did it.
    pub author: String,
    /// When.
    pub wall: jiff::Timestamp,
    /// What it did.
    pub label: Message,
    /// The transaction it takes back, when it is an undo.
    pub undoes: Option<Stamp>,
    /// Its writes, in order, each with the subject it is about.
    #[serde(with = "subjects")]
    pub overwritten: Vec<(Subject, Overwritten)>,
    /// Its writes are not remembered, and not in `overwritten`: taking it back folds the study again.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub too_long: bool,
}

/// Subjects in stored history: `null` is the study.
mod subjects {
    use super::{Overwritten, Subject, SubjectId};
    use serde::{Deserialize, Deserializer, Serialize, Serializer};

    pub(super) fn serialize<S: Serializer>(
        list: &[(Subject, Overwritten)],
        s: S,
    ) -> Result<S::Ok, S::Error> {
        let plain: Vec<(Option<&SubjectId>, &Overwritten)> = list
            .iter()
            .map(|(subject, overwritten)| match subject {
                Subject::Study => (None, overwritten),
                Subject::Of(id) => (Some(id), overwritten),
            })
            .collect();
        plain.serialize(s)
    }

    pub(super) fn deserialize<'de, D: Deserializer<'de>>(
        d: D,
    ) -> Result<Vec<(Subject, Overwritten)>, D::Error> {
        let plain = Vec::<(Option<SubjectId>, Overwritten)>::deserialize(d)?;
        Ok(plain
            .into_iter()
            .map(|(id, o)| (id.map_or(Subject::Study, Subject::Of), o))
            .collect())
    }
}

impl Entry {
    /// An entry for a transaction, with nothing overwritten yet.
    pub fn of(transaction: &Transaction) -> Self {
        Self {
            stamp: transaction.stamp,
            author: transaction.author.clone(),
            wall: transaction.wall,
            label: transaction.label.clone(),
            undoes: transaction.changes.iter().find_map(|change| match change {
                Change::Undo(of) => Some(*of),
                _ => None,
            }),
            overwritten: Vec::new(),
            too_long: false,
        }
    }

    /// Whether it wrote anything that could be taken back.
    pub fn wrote(&self) -> bool {
        self.too_long || !self.overwritten.is_empty()
    }

    /// Forgets its writes; how many those were.
    pub fn shorten(&mut self) -> usize {
        let writes = std::mem::take(&mut self.overwritten).len();
        self.too_long |= writes > 0;
        writes
    }
}

/// The last transactions, in stamp order.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct History {
    entries: BTreeMap<Stamp, Entry>,
    /// Stamps below this were remembered once and are no longer.
    forgotten: Option<Stamp>,
    /// Writes of all entries together.
    writes: usize,
    /// Transactions kept however old, while a fold still needs them.
    pub(super) keep: BTreeSet<Stamp>,
}

impl History {
    /// A history from stored entries; `forgotten` is the greatest stamp that is no longer remembered.
    pub fn from_entries(
        entries: impl IntoIterator<Item = Entry>,
        forgotten: Option<Stamp>,
    ) -> Self {
        let mut history = Self {
            entries: entries
                .into_iter()
                .map(|entry| (entry.stamp, entry))
                .collect(),
            forgotten,
            writes: 0,
            keep: BTreeSet::new(),
        };
        history.forget();
        history
    }

    /// The remembered entries, oldest first.
    pub fn entries(&self) -> impl DoubleEndedIterator<Item = &Entry> {
        self.entries.values()
    }

    /// The greatest stamp that is no longer remembered.
    pub fn forgotten(&self) -> Option<Stamp> {
        self.forgotten
    }

    /// One entry.
    pub fn get(&self, stamp: Stamp) -> Option<&Entry> {
        self.entries.get(&stamp)
    }

    /// Whether a transaction was remembered once and is no longer, or was too long to be.
    pub fn is_forgotten(&self, stamp: Stamp) -> bool {
        match self.entries.get(&stamp) {
            Some(entry) => entry.too_long,
            None => self.forgotten.is_some_and(|last| stamp <= last),
        }
    }

    /// Notes a write of the transaction in hand, unless it has become too long to be remembered.
    pub(super) fn note(&self, entry: &mut Entry, subject: &Subject, written: Overwritten) {
        if entry.too_long {
            return;
        }
        entry.overwritten.push((subject.clone(), written));
        if entry.overwritten.len() > REMEMBERED_WRITES && !self.keep.contains(&entry.stamp) {
            entry.shorten();
        }
    }

    pub(super) fn push(&mut self, entry: Entry) {
        self.writes += entry.overwritten.len();
        self.entries.insert(entry.stamp, entry);
        if self.entries.len() > REMEMBERED + self.keep.len() {
            let oldest = self
                .entries
                .keys()
                .find(|stamp| !self.keep.contains(stamp))
                .copied();
            if let Some(stamp) = oldest {
                self.drop_entry(stamp);
            }
        }
        self.shorten();
    }

    /// Forgets the writes of the oldest, as long as there are too many.
    fn shorten(&mut self) {
        if self.writes <= REMEMBERED_TOTAL {
            return;
        }
        for (stamp, entry) in &mut self.entries {
            if !self.keep.contains(stamp) {
                self.writes -= entry.shorten();
            }
            if self.writes <= REMEMBERED_TOTAL {
                return;
            }
        }
    }

    /// Ends a fold: what was only kept for it goes.
    pub(super) fn forget(&mut self) {
        self.keep.clear();
        self.writes = 0;
        for entry in self.entries.values_mut() {
            if entry.overwritten.len() > REMEMBERED_WRITES {
                entry.shorten();
            }
            self.writes += entry.overwritten.len();
        }
        while self.entries.len() > REMEMBERED {
            let Some(stamp) = self.entries.keys().next().copied() else {
                break;
            };
            self.drop_entry(stamp);
        }
        self.shorten();
    }

    fn drop_entry(&mut self, stamp: Stamp) {
        if let Some(entry) = self.entries.remove(&stamp) {
            self.writes -= entry.overwritten.len();
        }
        self.forgotten = self.forgotten.max(Some(stamp));
    }

    /// Leaves out the entries that wrote records of some kind.
    pub(super) fn leave_out(&mut self, of_kind: &dyn Fn(&Item) -> bool) {
        self.entries.retain(|_, entry| {
            let mut written = entry.overwritten.iter();
            !written.any(|(_, overwritten)| of_kind(&overwritten.item()))
        });
        let writes = |entry: &Entry| entry.overwritten.len();
        self.writes = self.entries.values().map(writes).sum();
    }

    pub(super) fn erase(&mut self, erased: &HashSet<SubjectId>) {
        for entry in self.entries.values_mut() {
            let before = entry.overwritten.len();
            entry
                .overwritten
                .retain(|(subject, _)| !matches!(subject, Subject::Of(id) if erased.contains(id)));
            self.writes -= before - entry.overwritten.len();
            if entry.overwritten.len() < before {
                entry.label = Message::new("");
            }
        }
    }

    /// The last transaction of `replica` that is in effect.
    pub fn undoable(&self, replica: ReplicaId) -> Option<&Entry> {
        self.get(*self.stacks(replica).0.last()?)
    }

    /// The last undo of `replica` that nothing was done after.
    pub fn redoable(&self, replica: ReplicaId) -> Option<&Entry> {
        self.get(*self.stacks(replica).1.last()?)
    }

    /// What can be undone and what can be redone, the next one last.
    fn stacks(&self, replica: ReplicaId) -> (Vec<Stamp>, Vec<Stamp>) {
        let (mut undo, mut redo): (Vec<Stamp>, Vec<Stamp>) = (Vec::new(), Vec::new());
        for entry in self
            .entries
            .values()
            .filter(|entry| entry.stamp.replica == replica)
        {
            match entry.undoes {
                // What wrote nothing (or nothing that outlived an erasure) is no step back.
                None if !entry.wrote() => {}
                None => {
                    undo.push(entry.stamp);
                    redo.clear();
                }
                Some(of) => {
                    if let Some(at) = redo.iter().position(|undone| *undone == of) {
                        // The undo of an undo brings back the transaction that was taken back.
                        redo.remove(at);
                        if let Some(first) = self.get(of).and_then(|entry| entry.undoes) {
                            undo.push(first);
                        }
                    } else {
                        undo.retain(|stamp| *stamp != of);
                        if entry.wrote() {
                            redo.push(entry.stamp);
                        }
                    }
                }
            }
        }
        (undo, redo)
    }

    /// The words of what an entry did; of an undo, those of the transaction it takes back.
    pub fn label<'a>(&'a self, entry: &'a Entry) -> &'a Message {
        entry
            .undoes
            .and_then(|of| self.get(of))
            .map_or(&entry.label, |first| self.label(first))
    }
}
