//! Reading all journals: one look at headers for the order, then line by line into the fold, never all in memory.

use super::error::{AtFile, StoreError};
use super::folder::Folder;
use super::journal::{self, At, Damage, Lines, Position};
use super::line;
use super::watch::Watch;
use crate::study::id::SubjectId;
use crate::study::{Applied, Change, Fold, ReplicaId, Stamp, Study, Transaction};
use std::collections::{BTreeMap, BTreeSet};
use std::fs::{self, File};
use std::ops::ControlFlow;
use std::path::PathBuf;

/// What of the work the first look is.
const LOOK: f64 = 0.25;
/// Bytes of a line from which its memory is given back at once.
const LONG: usize = 1 << 20;

/// A journal as it was found.
#[derive(Debug, Clone)]
pub(super) struct Found {
    pub(super) file: PathBuf,
    pub(super) replica: ReplicaId,
    pub(super) identity: bool,
    pub(super) position: Position,
    /// Bytes of a last line that was never finished.
    pub(super) torn: u64,
    pub(super) damages: Vec<Damage>,
}

/// All journals, folded.
#[derive(Debug)]
pub(super) struct Folded {
    pub(super) study: Study,
    pub(super) found: Vec<Found>,
    /// Whose parts still have content.
    pub(super) present: BTreeSet<SubjectId>,
    /// Lines with parts that are blank, by subject.
    pub(super) blank: BTreeSet<Option<SubjectId>>,
    /// What the last transaction did, where one was given besides those of the journals.
    pub(super) last: Option<Applied>,
}

/// How far each journal is read, where not to its end; what was erased after that is erased all the same.
pub(super) struct Upto<'a> {
    lines: &'a BTreeMap<String, u64>,
    /// Greatest stamp of a line that is read.
    last: Stamp,
    /// Stamps of the lines that are not.
    beyond: Vec<Stamp>,
}

impl<'a> Upto<'a> {
    /// Up to these numbers, by replica; nothing of a replica that is not named.
    pub(super) fn new(lines: &'a BTreeMap<String, u64>) -> Self {
        Self {
            lines,
            last: Stamp::default(),
            beyond: Vec::new(),
        }
    }

    fn takes(&mut self, header: &line::Header) -> bool {
        let upto = self.lines.get(&header.replica.to_string());
        let known = upto.is_some_and(|upto| header.n <= *upto);
        if known {
            self.last = self.last.max(header.stamp);
        } else {
            self.beyond.push(header.stamp);
        }
        known
    }

    /// Lines that are not read and sort before the last one that is: they came late.
    pub(super) fn late(&self) -> usize {
        let late = self.beyond.iter().filter(|stamp| **stamp < self.last);
        late.count()
    }
}

/// Folds the lines up to some number of each journal, identities left out.
pub(super) fn fold_upto(
    folder: &Folder,
    upto: &mut Upto<'_>,
    watch: &mut Watch<'_>,
) -> Result<Folded, StoreError> {
    fold(wanted(folder, false)?, None, Some(upto), watch)
}

/// Folds all journals, telling `watch` how far it is, and after them a transaction that is in none yet.
pub(super) fn fold_all(
    folder: &Folder,
    identities: bool,
    last: Option<&Transaction>,
    watch: &mut Watch<'_>,
) -> Result<Folded, StoreError> {
    fold(wanted(folder, identities)?, last, None, watch)
}

/// Folds these journals.
pub(super) fn fold_journals(
    journals: Vec<Journal>,
    watch: &mut Watch<'_>,
) -> Result<Folded, StoreError> {
    fold(journals, None, None, watch)
}

/// A journal: its file, its replica, whether of identities.
type Journal = (PathBuf, ReplicaId, bool);

fn wanted(folder: &Folder, identities: bool) -> Result<Vec<Journal>, StoreError> {
    let mut journals = folder.journals()?;
    journals.retain(|(_, _, identity)| identities || !identity);
    Ok(journals)
}

fn fold(
    journals: Vec<Journal>,
    last: Option<&Transaction>,
    mut upto: Option<&mut Upto<'_>>,
    watch: &mut Watch<'_>,
) -> Result<Folded, StoreError> {
    // stamps of lines of which only an erasure is taken
    let mut beyond: BTreeSet<Stamp> = BTreeSet::new();
    let mut found: Vec<Found> = Vec::new();
    let mut files: Vec<Lines> = Vec::new();
    let mut order: Vec<(Stamp, usize, At)> = Vec::new();
    let mut undone: BTreeSet<Stamp> = last.into_iter().flat_map(Transaction::undoes).collect();
    let (mut present, mut blank) = (BTreeSet::new(), BTreeSet::new());
    let length = |(file, ..): &Journal| fs::metadata(file).map_or(0, |m| m.len());
    let bytes: u64 = journals.iter().map(length).sum();
    let mut looked_at = 0;
    let mut told = |done: u64, from: f64, to: f64| {
        let share = done as f64 / bytes.max(1) as f64;
        match watch(from + share.min(1.0) * (to - from)) {
            ControlFlow::Continue(()) => Ok(()),
            ControlFlow::Break(()) => Err(StoreError::GivenUp),
        }
    };
    for (file, replica, identity) in journals {
        let index = found.len();
        // One descriptor for both looks: erasing puts a new file in the place of this one.
        let open = File::open(&file).at(&file)?;
        let mut then = Position::default();
        let mut ending = journal::scan(&file, &open, &mut |line, at| {
            order.push((line.header.stamp, index, at));
            if upto.as_mut().is_none_or(|upto| upto.takes(&line.header)) {
                undone.extend(line.undoes);
                then = Position {
                    n: line.header.n,
                    hash: line.hash,
                    stamp: line.header.stamp,
                    wall: Some(line.header.wall),
                    ..Position::default()
                };
            } else {
                beyond.insert(line.header.stamp);
            }
            for (name, there) in line.header.parts.into_iter().zip(line.present) {
                if !there {
                    blank.insert(name.subject);
                } else if let Some(subject) = name.subject
                    && !present.contains(&subject)
                {
                    present.insert(subject);
                }
            }
        })?;
        looked_at += ending.position.offset;
        told(looked_at, 0.0, LOOK)?;
        if upto.is_some() {
            // the head, and so the date and hash of every table, is that of then
            ending.position = then;
        }
        files.push(Lines::new(open));
        found.push(Found {
            file,
            replica,
            identity,
            position: ending.position,
            torn: ending.torn,
            damages: ending.damages,
        });
    }
    order.sort_by_key(|(stamp, index, at)| (*stamp, *index, at.offset));
    order.dedup_by_key(|(stamp, ..)| *stamp);
    let mut fold = Fold::new(undone);
    let mut bytes = Vec::new();
    let mut read_in = 0;
    for (stamp, index, at) in order {
        told(read_in, LOOK, 1.0)?;
        read_in += at.length;
        let (Some(file), Some(journal)) = (files.get_mut(index), found.get_mut(index)) else {
            continue;
        };
        file.get(at, &mut bytes).at(&journal.file)?;
        let read = line::read(&bytes);
        if bytes.capacity() > LONG {
            bytes = Vec::new();
        }
        match read {
            Ok(mut line) => {
                let changes = &mut line.transaction.changes;
                if beyond.contains(&stamp) {
                    changes.retain(|change| matches!(change, Change::Erase(_)));
                }
                if !changes.is_empty() || !beyond.contains(&stamp) {
                    fold.apply(&line.transaction);
                }
            }
            Err(flaw) => journal.damages.push(Damage {
                file: journal.file.clone(),
                line: at.line,
                flaw,
            }),
        }
    }
    for journal in &mut found {
        journal.damages.sort_by_key(|damage| damage.line);
        journal.damages.dedup_by_key(|damage| damage.line);
    }
    Ok(Folded {
        last: last.map(|transaction| fold.apply(transaction)),
        study: fold.finish(),
        found,
        present,
        blank,
    })
}
