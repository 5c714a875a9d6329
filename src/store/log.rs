//! The audit trail, and the journal's head.

use super::error::StoreError;
use super::handle::Store;
use super::hash::hash;
use super::journal::{self, Position};
use crate::i18n::Message;
use crate::message;
use crate::study::change::Edit;
use crate::study::id::SubjectId;
use crate::study::{Change, Item, Record, Stamp};
use jiff::Timestamp;
use std::collections::{HashMap, HashSet};
use std::fmt::Write;

/// One transaction, as the log tells it.
#[derive(Debug, Clone, PartialEq)]
pub struct LogEntry {
    /// Its name and order.
    pub stamp: Stamp,
    /// Who did it.
    pub author: String,
    /// When.
    pub wall: Timestamp,
    /// What it did, in words; of an undo, the words of what it takes back. `None` where it was erased.
    pub label: Option<Message>,
    /// The transaction it takes back, when it is an undo (of an undo: a redo).
    pub undoes: Option<Stamp>,
    /// Whom it is about besides the study.
    pub subjects: Vec<SubjectId>,
    /// Whether it was taken back since.
    pub undone: bool,
}

/// Where the journals end: what tables and exports are dated by.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Head {
    /// Greatest stamp.
    pub stamp: Stamp,
    /// One hash over the last headers of all replicas' journals.
    pub hash: String,
    /// Time of the last transaction.
    pub date: Timestamp,
}

impl Store {
    /// All transactions in the order of their stamps; identities are not in it.
    pub fn log(&self) -> Result<Vec<LogEntry>, StoreError> {
        if let Some(writing) = &self.writing {
            writing.writer.settling()?.wait()?;
        }
        let blind = self.blind_coder();
        let mut log = Vec::new();
        for (file, _, identity) in self.folder.journals()? {
            if identity {
                continue;
            }
            journal::read(&file, Position::default(), &mut |line| {
                let undoes = line.transaction.changes.iter().find_map(|c| match c {
                    Change::Undo(of) => Some(*of),
                    _ => None,
                });
                let mut label = line.transaction.label;
                if blind.is_some_and(|coder| coder != line.header.author)
                    && line.transaction.changes.iter().any(is_of_coding)
                {
                    label = message!("store-log-blind");
                }
                log.push(LogEntry {
                    stamp: line.header.stamp,
                    author: line.header.author,
                    wall: line.header.wall,
                    label: (!label.key.is_empty()).then_some(label),
                    undoes,
                    subjects: line
                        .header
                        .parts
                        .into_iter()
                        .filter_map(|part| part.subject)
                        .collect(),
                    undone: false,
                });
            })?;
        }
        log.sort_by_key(|entry| entry.stamp);
        log.dedup_by_key(|entry| entry.stamp);
        let mut undone: HashSet<Stamp> = HashSet::new();
        for entry in log.iter_mut().rev() {
            entry.undone = undone.contains(&entry.stamp);
            if let (Some(of), false) = (entry.undoes, entry.undone) {
                undone.insert(of);
            }
        }
        let mut labels: HashMap<Stamp, (Option<Message>, Vec<SubjectId>)> = HashMap::new();
        for entry in &mut log {
            if let Some((label, subjects)) = entry.undoes.and_then(|of| labels.get(&of)) {
                entry.label.clone_from(label);
                entry.subjects.clone_from(subjects);
            }
            labels.insert(entry.stamp, (entry.label.clone(), entry.subjects.clone()));
        }
        Ok(log)
    }

    /// Where the journals end; lines that are still being written included.
    pub fn head(&self) -> Head {
        let mut text = String::new();
        let mut last = (Stamp::default(), Timestamp::UNIX_EPOCH);
        for ((replica, identity), end) in &self.ends {
            if *identity || end.hash.is_empty() {
                continue;
            }
            let _ = writeln!(text, "{replica} {}", end.hash);
            last = last.max((end.stamp, end.wall.unwrap_or_default()));
        }
        Head {
            stamp: last.0,
            hash: hash(&[text.as_bytes()]),
            date: last.1,
        }
    }
}

fn is_of_coding(change: &Change) -> bool {
    match change {
        Change::Add(record) => matches!(**record, Record::Coding(..)),
        Change::Set(edit) => matches!(edit, Edit::Coding(..)),
        Change::Remove(item) => matches!(item, Item::Coding(_)),
        _ => false,
    }
}
