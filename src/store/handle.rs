//! One open study: its state in memory, ahead of the disk by what the writer still holds.

use super::clock::{SystemMint, millis};
use super::error::StoreError;
use super::folder::Folder;
use super::journal::Position;
use super::line::compose;
use super::lock::Lock;
use super::reading::{Found, fold_all};
use super::sight::Sight;
use super::state::Update;
use super::texts::{self, StoredOriginals, StoredText, StoredTexts};
use super::watch::unwatched;
use super::writer::{Job, LineJob, Saved, Settling, Writer};
use crate::i18n::Message;
use crate::study::document::Turn;
use crate::study::id::Mint;
use crate::study::{
    Applied, Change, Conflict, Item, Reason, Record, ReplicaId, Stamp, Study, Transaction,
};
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// One open study folder.
pub struct Store {
    pub(super) folder: Folder,
    /// Shared with workers; written to through `Arc::make_mut`, which copies it only while one of them reads it.
    pub(super) study: Arc<Study>,
    /// Where each journal ends, lines that the writer still holds included.
    pub(super) ends: BTreeMap<(ReplicaId, bool), Position>,
    pub(super) texts: Arc<StoredTexts>,
    pub(super) notices: Vec<Message>,
    mint: SystemMint,
    /// Texts that were written and that no line names yet.
    unnamed: BTreeMap<String, Vec<PathBuf>>,
    pub(super) writing: Option<Writing>,
    pub(super) sight: Sight,
}

/// What only a store that was opened for writing has.
pub(super) struct Writing {
    pub(super) author: String,
    pub(super) replica: ReplicaId,
    pub(super) writer: Writer,
    /// Let go last, after the writer has ended.
    pub(super) _lock: Lock,
}

/// What a store is made of when it is opened.
pub(super) struct Parts {
    pub(super) folder: Folder,
    pub(super) study: Study,
    pub(super) notices: Vec<Message>,
    pub(super) found: Vec<Found>,
    pub(super) writing: Option<Writing>,
}

/// What was taken back or done again.
#[derive(Debug, Clone, PartialEq)]
pub struct Undone {
    /// The words of the transaction.
    pub label: Message,
    /// What could not be restored, because somebody wrote there since.
    pub conflicts: Vec<Conflict>,
    /// Records that were written.
    pub touched: std::collections::BTreeSet<Item>,
}

/// Where journals end, by replica.
pub(super) fn ends_of(found: &[Found]) -> BTreeMap<(ReplicaId, bool), Position> {
    let end = |journal: &Found| {
        (
            (journal.replica, journal.identity),
            journal.position.clone(),
        )
    };
    found.iter().map(end).collect()
}

impl Store {
    pub(super) fn from_parts(parts: Parts) -> Self {
        let texts = Arc::new(StoredTexts::new(parts.folder.clone(), &parts.study));
        Self {
            texts,
            folder: parts.folder,
            study: Arc::new(parts.study),
            ends: ends_of(&parts.found),
            notices: parts.notices,
            mint: SystemMint::default(),
            unnamed: BTreeMap::new(),
            writing: parts.writing,
            sight: Sight::default(),
        }
    }

    /// The texts of its document versions.
    pub fn texts(&self) -> Arc<StoredTexts> {
        self.texts.clone()
    }

    /// What was put right or rebuilt since last asked.
    pub fn notices(&mut self) -> Vec<Message> {
        std::mem::take(&mut self.notices)
    }

    /// New ids and the present moment.
    pub fn mint(&mut self) -> &mut dyn Mint {
        &mut self.mint
    }

    /// All of the study, and where new ids come from: what making a change needs.
    pub fn study_and_mint(&mut self) -> (&Study, &mut dyn Mint) {
        (&self.study, &mut self.mint)
    }

    /// The replica this store writes as; zero where it only reads.
    pub fn replica(&self) -> ReplicaId {
        self.writing
            .as_ref()
            .map_or_else(ReplicaId::default, |writing| writing.replica)
    }

    /// Who writes, where it is open for writing.
    pub fn author(&self) -> Option<&str> {
        self.writing.as_ref().map(|writing| writing.author.as_str())
    }

    /// The study's folder.
    pub fn folder(&self) -> &Path {
        self.folder.path()
    }

    /// Where exports go that are given no other place.
    pub fn exports_dir(&self) -> PathBuf {
        self.folder.exports()
    }

    pub(super) fn files(&self) -> &Folder {
        &self.folder
    }

    pub(super) fn writer(&self) -> Result<&Writer, StoreError> {
        self.writing
            .as_ref()
            .map(|writing| &writing.writer)
            .ok_or(StoreError::ReadOnly)
    }

    /// Writes a text and the file it came from. The caller puts the names into a version's record; a text that no
    /// transaction names is removed when the store is closed.
    pub fn add_text(
        &mut self,
        turns: &[Turn],
        importer: &str,
        original: Option<&[u8]>,
    ) -> Result<StoredText, StoreError> {
        self.writer()?;
        let (stored, files) = texts::write(&self.folder, turns, importer, original)?;
        self.unnamed.insert(stored.text.clone(), files);
        Ok(stored)
    }

    /// The file a version came from.
    pub fn original(&self, name: &str, salt: &str) -> Result<Vec<u8>, StoreError> {
        texts::original(&self.folder, name, salt)
    }

    /// The files that all versions came from.
    pub fn originals(&self) -> StoredOriginals {
        StoredOriginals::new(self.folder.clone(), &self.study)
    }

    /// Applies changes at once and hands them to the writer. Errors are those of the caller (a store for reading,
    /// identities mixed with other records); those of the disk are in [`Self::saved`] and [`Self::settle`].
    pub fn transact(
        &mut self,
        label: Message,
        changes: Vec<Change>,
    ) -> Result<Applied, StoreError> {
        let writing = self.writing.as_ref().ok_or(StoreError::ReadOnly)?;
        if changes.is_empty() {
            return Ok(Applied::default());
        }
        let identity = self.is_identity(&changes)?;
        let now = self.mint.now();
        let transaction = Transaction {
            stamp: Stamp::next(self.study.head, millis(now), writing.replica),
            author: writing.author.clone(),
            wall: now,
            label,
            changes,
        };
        let mut applied = Arc::make_mut(&mut self.study).apply(&transaction);
        if applied.refold {
            applied = self.refold(&transaction)?;
        } else {
            self.see(Some(&applied.touched));
        }
        self.write(transaction, identity, &applied)?;
        let versions = applied.touched.iter().filter_map(|item| match item {
            Item::Version(id) => Some(id),
            _ => None,
        });
        self.texts.learn(&self.study, versions);
        Ok(applied)
    }

    /// Whether the changes are about identities; they are then all so.
    fn is_identity(&self, changes: &[Change]) -> Result<bool, StoreError> {
        let mut kinds = changes.iter().map(|change| match change {
            Change::Add(record) => matches!(**record, Record::Identity(..)),
            Change::Set(edit) => matches!(edit.item(), Item::Identity(_)),
            Change::Remove(item) => matches!(item, Item::Identity(_)),
            Change::Undo(of) => self.study.history.get(*of).is_some_and(|entry| {
                entry
                    .overwritten
                    .iter()
                    .any(|(_, written)| matches!(written.item(), Item::Identity(_)))
            }),
            Change::Erase(_) | Change::Unknown(_) => false,
        });
        let first = kinds.next().unwrap_or(false);
        if kinds.all(|kind| kind == first) {
            Ok(first)
        } else {
            Err(StoreError::Mixed)
        }
    }

    /// Takes back something that is no longer remembered: all is folded again.
    fn refold(&mut self, transaction: &Transaction) -> Result<Applied, StoreError> {
        self.writer()?.settling()?.wait()?;
        let folded = fold_all(&self.folder, true, Some(transaction), &mut unwatched)?;
        self.put(folded.study);
        Ok(folded.last.unwrap_or_default())
    }

    /// Puts a transaction into a line and hands it to the writer.
    fn write(
        &mut self,
        transaction: Transaction,
        identity: bool,
        applied: &Applied,
    ) -> Result<(), StoreError> {
        let left_out = self.left_out(&transaction, applied);
        if left_out.len() == transaction.changes.len() {
            return Ok(());
        }
        let replica = transaction.stamp.replica;
        let end = self.ends.entry((replica, identity)).or_default();
        let n = end.n + 1;
        let line = compose(n, &end.hash, &transaction, &applied.subjects, &left_out)?;
        end.n = n;
        end.lines += 1;
        end.offset += line.bytes.len() as u64;
        end.hash.clone_from(&line.hash);
        end.stamp = transaction.stamp;
        end.wall = Some(transaction.wall);
        end.broken = false;
        let position = end.clone();
        let mut files = Vec::new();
        for change in &transaction.changes {
            if let Change::Add(record) = change
                && let Record::Version(_, version) = &**record
            {
                files.extend(self.unnamed.remove(&version.text).unwrap_or_default());
            }
        }
        let stamp = transaction.stamp;
        let mut changes = transaction.changes.iter();
        let erased = if changes.any(|change| matches!(change, Change::Erase(_))) {
            self.study.erased.iter().cloned().collect()
        } else {
            Vec::new()
        };
        // It stands in the line and in the study now: no third time beside what the embedded store is to know.
        drop(transaction);
        self.writer()?.send(Job::Line(Box::new(LineJob {
            journal: self.folder.journal_of(replica, identity),
            identity,
            n,
            hash: line.hash,
            bytes: line.bytes,
            files,
            position,
            update: Update::of(&self.study, stamp, applied.touched.iter().cloned()),
            erased,
        })))
    }

    /// Changes that are not written. Where somebody was erased, words for a record that is gone may be theirs: they
    /// would stand in the study's part, where erasing does not look.
    fn left_out(&self, transaction: &Transaction, applied: &Applied) -> Vec<usize> {
        if self.study.erased.is_empty() {
            return Vec::new();
        }
        let gone: Vec<&Item> = applied
            .conflicts
            .iter()
            .filter(|conflict| matches!(conflict.reason, Reason::TargetGone | Reason::Erased))
            .filter_map(|conflict| conflict.item.as_ref())
            .collect();
        let is_gone = |item: &Item| gone.contains(&item) && !self.study.records.contains(item);
        transaction
            .changes
            .iter()
            .enumerate()
            .filter(|(_, change)| match change {
                Change::Add(record) => is_gone(&record.item()),
                Change::Set(edit) => is_gone(&edit.item()),
                Change::Remove(item) => is_gone(item),
                _ => false,
            })
            .map(|(index, _)| index)
            .collect()
    }

    /// Takes back the last transaction of this replica that is in effect; `None` when there is none.
    pub fn undo(&mut self) -> Result<Option<Undone>, StoreError> {
        let replica = self.writing.as_ref().ok_or(StoreError::ReadOnly)?.replica;
        let history = &self.study.history;
        let found = history
            .undoable(replica)
            .map(|entry| (entry.stamp, history.label(entry).clone()));
        self.take_back(found)
    }

    /// Does again what the last undo of this replica took back; `None` when there is nothing to do again.
    pub fn redo(&mut self) -> Result<Option<Undone>, StoreError> {
        let replica = self.writing.as_ref().ok_or(StoreError::ReadOnly)?.replica;
        let history = &self.study.history;
        let found = history
            .redoable(replica)
            .map(|entry| (entry.stamp, history.label(entry).clone()));
        self.take_back(found)
    }

    fn take_back(&mut self, found: Option<(Stamp, Message)>) -> Result<Option<Undone>, StoreError> {
        let Some((stamp, label)) = found else {
            return Ok(None);
        };
        let applied = self.transact(Message::new(""), vec![Change::Undo(stamp)])?;
        Ok(Some(Undone {
            label,
            conflicts: applied.conflicts,
            touched: applied.touched,
        }))
    }

    /// Waits until everything is durable. A disk that refuses is tried once more, then its error is returned; what it
    /// refused is still tried later.
    pub fn settle(&mut self) -> Result<(), StoreError> {
        self.settling()?.wait()
    }

    /// Has everything made durable, as [`Self::settle`] does; another thread may wait for it.
    pub fn settling(&self) -> Result<Settling, StoreError> {
        match &self.writing {
            Some(writing) => writing.writer.settling(),
            None => Ok(Settling::done()),
        }
    }

    /// Whether what is on the screen is on the disk.
    pub fn saved(&self) -> Saved {
        match &self.writing {
            Some(writing) => writing.writer.saved(),
            None => Saved::Saved(self.head().date),
        }
    }

    /// Has `wake` called, from the writer's thread, after each acknowledgement or refusal.
    pub fn on_saved(&mut self, wake: Box<dyn Fn() + Send>) {
        if let Some(writing) = &self.writing {
            writing.writer.on_saved(wake);
        }
    }
}

impl Drop for Store {
    fn drop(&mut self) {
        // An import that was given up leaves no words behind.
        for file in self.unnamed.values().flatten() {
            let _ = fs::remove_file(file);
        }
    }
}
