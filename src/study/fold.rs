//! The study as the fold of all transactions in stamp order.

use super::change::{Change, Edit, Item, Record, Records, Transaction};
use super::coding::Passage;
use super::history::{Entry, History, Overwritten};
use super::id::{CodingId, IdentityId, NoteId, SessionId, SettingsId, SubjectId, VersionId};
use super::settings::Settings;
use super::stamp::Stamp;
use std::collections::{BTreeSet, HashMap, HashSet};

/// Whom a change is about: the study as a whole, or one subject whose traces can be erased.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Subject {
    /// The study.
    Study,
    /// An interview, a participant, an organisation.
    Of(SubjectId),
}

/// Why a change, or a part of an undo, had no effect.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, serde::Serialize, serde::Deserialize,
)]
#[serde(rename_all = "kebab-case")]
pub enum Reason {
    /// The record is not there, or no longer.
    TargetGone,
    /// A record of this id is there already.
    AlreadyThere,
    /// A parent or an alias would close a circle.
    Circle,
    /// Somebody wrote the same place since; what they wrote stands.
    WrittenSince,
    /// The transaction to undo is not known.
    NothingToUndo,
    /// The change comes from a later version of the program.
    FromLaterVersion,
    /// The subject was erased.
    Erased,
}

/// A change that was kept without effect.
#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct Conflict {
    /// The transaction it came with.
    pub stamp: Stamp,
    /// The record it was for, where it has one.
    pub item: Option<Item>,
    /// Why it had no effect.
    pub reason: Reason,
}

/// What applying a transaction did.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Applied {
    /// Whom each change is about, in the order of the changes.
    pub subjects: Vec<Subject>,
    /// Records that were written, added or removed.
    pub touched: BTreeSet<Item>,
    /// Changes that had no effect.
    pub conflicts: Vec<Conflict>,
    /// The transaction is older than one that was applied, or takes back one that is no longer remembered: nothing was
    /// done, and the study must be folded again from all transactions.
    pub refold: bool,
}

/// A study: its records, what was overwritten, what had no effect.
#[derive(Debug, Clone, PartialEq)]
pub struct Study {
    /// All records.
    pub records: Records,
    /// What the last transactions overwrote.
    pub history: History,
    /// Changes that had no effect.
    pub conflicts: Vec<Conflict>,
    /// Subjects that were erased.
    pub erased: BTreeSet<SubjectId>,
    /// Greatest stamp applied.
    pub head: Stamp,
    /// Whether this is what a coder sees who codes blind, and not all: see [`Study::seen_blind`].
    pub blind: bool,
    /// Interviews that were withdrawn after the state that this is: see [`Study::withdraw_as_in`].
    pub withdrawn_since: BTreeSet<SessionId>,
    by_version: HashMap<VersionId, BTreeSet<CodingId>>,
    by_note: HashMap<NoteId, BTreeSet<CodingId>>,
}

/// A fold in progress: transactions come one by one, in stamp order.
#[derive(Debug)]
pub struct Fold(Study);

impl Fold {
    /// Begins; `undone` are the stamps that undos among the transactions name.
    pub fn new(undone: BTreeSet<Stamp>) -> Self {
        let mut study = Study::default();
        study.history.keep = undone;
        Self(study)
    }

    /// Takes the next transaction; one of a stamp that was there before has no effect.
    pub fn apply(&mut self, transaction: &Transaction) -> Applied {
        self.0.apply(transaction)
    }

    /// Ends.
    pub fn finish(mut self) -> Study {
        self.0.history.forget();
        self.0
    }
}

impl Default for Study {
    fn default() -> Self {
        Self::from_records(std::iter::empty())
    }
}

impl Study {
    /// The id of the settings record.
    pub fn settings_id() -> SettingsId {
        SettingsId::new("study")
    }

    /// A study from stored records, without history.
    pub fn from_records(records: impl IntoIterator<Item = Record>) -> Self {
        let mut study = Self {
            records: Records::default(),
            history: History::default(),
            conflicts: Vec::new(),
            erased: BTreeSet::new(),
            head: Stamp::default(),
            blind: false,
            withdrawn_since: BTreeSet::new(),
            by_version: HashMap::new(),
            by_note: HashMap::new(),
        };
        study
            .records
            .settings
            .insert(Self::settings_id(), Settings::default());
        for record in records {
            study.restore(record);
        }
        study
    }

    /// Puts a stored record in.
    pub fn restore(&mut self, record: Record) {
        self.insert(record);
    }

    /// Takes a stored record out.
    pub(super) fn forget(&mut self, item: &Item) {
        self.take(item);
    }

    /// Leaves out whatever says who somebody is, as if the journals of identities were not there.
    pub fn leave_identities_out(&mut self) {
        let names = |item: &Item| matches!(item, Item::Identity(_));
        self.records.identities.clear();
        self.conflicts
            .retain(|conflict| !conflict.item.as_ref().is_some_and(names));
        self.history.leave_out(&names);
    }

    /// Folds transactions, whatever their order of arrival. Two of one stamp are one.
    pub fn fold(transactions: &[Transaction]) -> Self {
        let mut order: Vec<&Transaction> = transactions.iter().collect();
        order.sort_by_key(|transaction| transaction.stamp);
        order.dedup_by_key(|transaction| transaction.stamp);
        let undone = order
            .iter()
            .flat_map(|transaction| transaction.undoes())
            .collect();
        let mut fold = Fold::new(undone);
        for transaction in order {
            fold.apply(transaction);
        }
        fold.finish()
    }

    /// The settings.
    pub fn settings(&self) -> &Settings {
        static NONE: std::sync::OnceLock<Settings> = std::sync::OnceLock::new();
        self.records
            .settings
            .get(&Self::settings_id())
            .unwrap_or_else(|| NONE.get_or_init(Settings::default))
    }

    /// Codings that stand in a document version: made on it, or carried to it.
    pub fn codings_of_version(&self, version: &VersionId) -> impl Iterator<Item = &CodingId> {
        self.by_version.get(version).into_iter().flatten()
    }

    /// Codings of a note.
    pub fn codings_of_note(&self, note: &NoteId) -> impl Iterator<Item = &CodingId> {
        self.by_note.get(note).into_iter().flatten()
    }

    /// Applies a transaction that is later than all before it. Deterministic: the same transactions in stamp order
    /// give the same study.
    pub fn apply(&mut self, transaction: &Transaction) -> Applied {
        let mut done = Applied::default();
        if transaction.stamp <= self.head && self.head != Stamp::default() {
            done.refold = true;
            return done;
        }
        if transaction
            .changes
            .iter()
            .any(|c| matches!(c, Change::Undo(of) if self.history.is_forgotten(*of)))
        {
            done.refold = true;
            return done;
        }
        self.head = transaction.stamp;
        let mut entry = Entry::of(transaction);
        for change in &transaction.changes {
            let subject = self.subject_of(change);
            self.apply_change(transaction.stamp, change, &subject, &mut entry, &mut done);
            done.subjects.push(subject);
        }
        self.conflicts.extend(done.conflicts.iter().cloned());
        self.history.push(entry);
        done
    }

    fn apply_change(
        &mut self,
        stamp: Stamp,
        change: &Change,
        subject: &Subject,
        entry: &mut Entry,
        done: &mut Applied,
    ) {
        let item = match change {
            Change::Add(record) => Some(record.item()),
            Change::Set(edit) => Some(edit.item()),
            Change::Remove(item) => Some(item.clone()),
            _ => None,
        };
        let outcome = if matches!(subject, Subject::Of(id) if self.erased.contains(id)) {
            Err(Reason::Erased)
        } else {
            match change {
                Change::Add(record) => self.add(record),
                Change::Set(edit) => self.set(edit),
                Change::Remove(item) => self.remove(item),
                Change::Undo(of) => self.undo(stamp, *of, entry, done),
                Change::Erase(subjects) => {
                    self.erase(subjects, done);
                    Ok(None)
                }
                Change::Unknown(_) => Err(Reason::FromLaterVersion),
            }
        };
        match outcome {
            Ok(None) => {}
            Ok(Some(overwritten)) => {
                done.touched.extend(item);
                self.history.note(entry, subject, overwritten);
            }
            Err(reason) => done.conflicts.push(Conflict {
                stamp,
                item,
                reason,
            }),
        }
    }

    fn add(&mut self, record: &Record) -> Result<Option<Overwritten>, Reason> {
        if self.records.contains(&record.item()) {
            return Err(Reason::AlreadyThere);
        }
        self.insert(record.clone());
        Ok(Some(Overwritten::Added(Box::new(record.clone()))))
    }

    fn set(&mut self, edit: &Edit) -> Result<Option<Overwritten>, Reason> {
        if self.closes_circle(edit) {
            return Err(Reason::Circle);
        }
        if let Edit::Identity(id, _) = edit {
            // An identity is a record beside a person: it is there as soon as something is known.
            self.records.identities.entry(id.clone()).or_default();
        }
        let before = self.replace(edit.clone()).ok_or(Reason::TargetGone)?;
        Ok(Some(Overwritten::Field {
            before: Box::new(before),
            after: Box::new(edit.clone()),
        }))
    }

    fn remove(&mut self, item: &Item) -> Result<Option<Overwritten>, Reason> {
        if matches!(item, Item::Settings(_)) {
            return Err(Reason::TargetGone);
        }
        let record = self.take(item).ok_or(Reason::TargetGone)?;
        Ok(Some(Overwritten::Removed(Box::new(record))))
    }

    /// Takes back what a transaction wrote, last first, where it still stands.
    fn undo(
        &mut self,
        stamp: Stamp,
        of: Stamp,
        entry: &mut Entry,
        done: &mut Applied,
    ) -> Result<Option<Overwritten>, Reason> {
        let Some(target) = self.history.get(of) else {
            return Err(Reason::NothingToUndo);
        };
        for (subject, overwritten) in target.overwritten.clone().into_iter().rev() {
            let item = overwritten.item();
            let restored = match overwritten {
                Overwritten::Field { before, after } => match self.records.current(&after) {
                    Some(current) if current == *after && !self.closes_circle(&before) => {
                        self.replace(before.as_ref().clone());
                        Ok(Overwritten::Field {
                            before: after,
                            after: before,
                        })
                    }
                    Some(_) => Err(Reason::WrittenSince),
                    None => Err(Reason::TargetGone),
                },
                Overwritten::Added(record) => match self.records.get(&item) {
                    Some(current) if current == *record => {
                        self.take(&item);
                        Ok(Overwritten::Removed(record))
                    }
                    Some(_) => Err(Reason::WrittenSince),
                    None => Err(Reason::TargetGone),
                },
                Overwritten::Removed(record) => {
                    if self.records.contains(&item) {
                        Err(Reason::WrittenSince)
                    } else {
                        self.insert(record.as_ref().clone());
                        Ok(Overwritten::Added(record))
                    }
                }
            };
            match restored {
                Ok(overwritten) => {
                    done.touched.insert(item);
                    self.history.note(entry, &subject, overwritten);
                }
                Err(reason) => done.conflicts.push(Conflict {
                    stamp,
                    item: Some(item),
                    reason,
                }),
            }
        }
        Ok(None)
    }

    fn erase(&mut self, subjects: &[SubjectId], done: &mut Applied) {
        let erased: HashSet<SubjectId> = subjects.iter().cloned().collect();
        let gone: Vec<Item> = self
            .records
            .all()
            .filter(|record| matches!(self.subject_of_record(record), Subject::Of(id) if erased.contains(&id)))
            .map(|record| record.item())
            .collect();
        for item in gone {
            self.take(&item);
            done.touched.insert(item);
        }
        self.history.erase(&erased);
        self.erased.extend(erased);
    }

    /// Whom a change is about, seen before it is applied.
    pub fn subject_of(&self, change: &Change) -> Subject {
        match change {
            Change::Add(record) => self.subject_of_record(record),
            Change::Set(edit) => self.subject_of_item(&edit.item()),
            Change::Remove(item) => self.subject_of_item(item),
            Change::Undo(_) | Change::Erase(_) | Change::Unknown(_) => Subject::Study,
        }
    }

    fn subject_of_item(&self, item: &Item) -> Subject {
        match (item, self.records.get(item)) {
            (Item::Identity(id), _) => self.subject_of_identity(id),
            (_, Some(record)) => self.subject_of_record(&record),
            (_, None) => Subject::Study,
        }
    }

    fn subject_of_identity(&self, id: &IdentityId) -> Subject {
        let text = id.to_string();
        let records = &self.records;
        let participant = records
            .participants
            .get(&super::id::ParticipantId::new(&text));
        let organisation = records
            .organisations
            .get(&super::id::OrganisationId::new(&text));
        match (participant, organisation) {
            (Some(participant), _) => Subject::Of(participant.subject.clone()),
            (None, Some(organisation)) => Subject::Of(organisation.subject.clone()),
            (None, None) => Subject::Study,
        }
    }

    /// Whom a record is about.
    pub fn subject_of_record(&self, record: &Record) -> Subject {
        let session = match record {
            Record::Organisation(_, organisation) => {
                return Subject::Of(organisation.subject.clone());
            }
            Record::Participant(_, participant) => return Subject::Of(participant.subject.clone()),
            Record::Session(_, session) => return Subject::Of(session.subject.clone()),
            Record::Identity(id, _) => return self.subject_of_identity(id),
            Record::Document(_, document) => document.session.clone(),
            Record::Version(_, version) => self
                .records
                .documents
                .get(&version.document)
                .and_then(|document| document.session.clone()),
            Record::Note(_, note) => Some(note.session.clone()),
            Record::Answer(_, answer) => Some(answer.session.clone()),
            Record::Problem(_, problem) => problem.session.clone(),
            Record::Memo(_, memo) => {
                if let super::memo::About::Participant(id) = &memo.about
                    && let Some(person) = self.records.participants.get(id)
                {
                    return Subject::Of(person.subject.clone());
                }
                self.session_of_memo(&memo.about).cloned()
            }
            Record::Exclusion(_, exclusion) => Some(exclusion.session.clone()),
            Record::Summary(_, summary) => Some(summary.session.clone()),
            Record::Coding(_, coding) => self.session_of_passage(&coding.passage).cloned(),
            _ => None,
        };
        session
            .and_then(|id| self.records.sessions.get(&id))
            .map_or(Subject::Study, |session| {
                Subject::Of(session.subject.clone())
            })
    }

    /// Whether a parent or an alias would lead back to the code itself, on the way that readers go.
    fn closes_circle(&self, edit: &Edit) -> bool {
        use super::codebook::CodeField;
        let codes = &self.records.codes;
        let (id, mut at, by_parent) = match edit {
            Edit::Code(id, CodeField::Parent(Some(parent))) => (id, Some(parent), true),
            Edit::Code(id, CodeField::Alias(Some(to))) => (id, Some(to), false),
            _ => return false,
        };
        for _ in 0..=codes.len() {
            let Some(here) = at else { return false };
            if here == id {
                return true;
            }
            at = if by_parent {
                self.resolve_code(here)
                    .filter(|end| *end != here)
                    .or_else(|| codes.get(here)?.parent.as_ref())
            } else {
                codes.get(here).and_then(|code| code.alias.as_ref())
            };
        }
        true
    }

    fn insert(&mut self, record: Record) {
        if let Record::Coding(id, coding) = &record {
            for passage in coding.places() {
                self.place(id, passage);
            }
        }
        self.records.insert(record);
    }

    fn take(&mut self, item: &Item) -> Option<Record> {
        let record = self.records.take(item)?;
        if let Record::Coding(id, coding) = &record {
            for passage in coding.places() {
                self.unplace(id, passage);
            }
        }
        Some(record)
    }

    fn replace(&mut self, edit: Edit) -> Option<Edit> {
        use super::coding::CodingField::{Anchor, Passage};
        let Edit::Coding(id, Passage(_) | Anchor(..)) = &edit else {
            return self.records.replace(edit);
        };
        let id = id.clone();
        let old = self.records.codings.get(&id)?.clone();
        for passage in old.places() {
            self.unplace(&id, passage);
        }
        let before = self.records.replace(edit);
        if let Some(coding) = self.records.codings.get(&id) {
            let now: Vec<_> = coding.places().cloned().collect();
            for passage in &now {
                self.place(&id, passage);
            }
        }
        before
    }

    fn place(&mut self, id: &CodingId, passage: &Passage) {
        match passage {
            Passage::Text(text) => self
                .by_version
                .entry(text.version.clone())
                .or_default()
                .insert(id.clone()),
            Passage::Note(note) => self
                .by_note
                .entry(note.clone())
                .or_default()
                .insert(id.clone()),
        };
    }

    fn unplace(&mut self, id: &CodingId, passage: &Passage) {
        fn take<K: std::hash::Hash + Eq>(
            map: &mut HashMap<K, BTreeSet<CodingId>>,
            key: &K,
            id: &CodingId,
        ) {
            if let Some(set) = map.get_mut(key) {
                set.remove(id);
                if set.is_empty() {
                    map.remove(key);
                }
            }
        }
        match passage {
            Passage::Text(text) => take(&mut self.by_version, &text.version, id),
            Passage::Note(note) => take(&mut self.by_note, note, id),
        }
    }
}
