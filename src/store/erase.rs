//! Erasing an interview for ever: a line that says so, then everything of it blanked and deleted.

use super::blank;
use super::door;
use super::error::{AtFile, StoreError};
use super::folder::{Folder, private};
use super::handle::Store;
use super::line::{self, changes_of};
use super::load::rebuild;
use super::watch::unwatched;
use crate::message;
use crate::study::id::{SessionId, SubjectId};
use crate::study::{Change, Record};
use std::collections::BTreeSet;
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

/// What was erased.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Erased {
    /// Whose parts: the interview, and its participants who are in no other.
    pub subjects: Vec<SubjectId>,
    /// Parts of lines that were blanked.
    pub parts: usize,
    /// Files that were deleted: texts, originals, the draft, what was in `exports/`.
    pub files: usize,
    /// Exports outside the study's folder that are still there; only a person can delete them.
    pub copies: Vec<PathBuf>,
}

impl Store {
    /// Erases an interview, also one that was deleted before: nothing brings it back. An erasure that the disk cuts
    /// short is finished by the next opening.
    pub fn erase(&mut self, session: &SessionId) -> Result<Erased, StoreError> {
        self.settle()?;
        let subjects = self.subjects_of(session)?;
        blank::begin(&self.folder)?;
        self.transact(
            message!("store-label-erase"),
            vec![Change::Erase(subjects.clone())],
        )?;
        self.settle()?;
        let erased = self.study.erased.clone();
        let blanked = self.anew(|folder, notices| {
            let blanked = blank::blank(folder, &erased)?;
            Ok((blanked, rebuild(folder, notices, &mut unwatched)?))
        })?;
        super::progress::forget(self.folder.path(), &self.study)?;
        Ok(Erased {
            subjects,
            parts: blanked.parts,
            files: blanked.files,
            copies: copies(&self.folder),
        })
    }

    /// The interview's subject and those of its participants, by what any line ever said.
    fn subjects_of(&self, session: &SessionId) -> Result<Vec<SubjectId>, StoreError> {
        let mut found = BTreeSet::new();
        let mut elsewhere = BTreeSet::new();
        let mut whole = false;
        let mut take = |record: &Record| match record {
            Record::Session(id, it) if id == session => {
                whole = true;
                found.insert(it.subject.clone());
            }
            Record::Participant(_, it) if it.session == *session => {
                found.insert(it.subject.clone());
            }
            Record::Participant(_, it) => {
                elsewhere.insert(it.subject.clone());
            }
            _ => {}
        };
        self.study.records.all().for_each(|record| take(&record));
        for (file, _, identity) in self.folder.journals()? {
            if identity {
                continue;
            }
            blank::each_line(&file, &mut |bytes| {
                let parts = line::cut(bytes).map(|pieces| pieces.parts);
                for body in parts.unwrap_or_default().into_iter().flatten() {
                    let body = body.get();
                    if body.contains("\"session\":") || body.contains("\"participant\":") {
                        let changes = changes_of(&door::open(body.as_bytes()));
                        for change in changes.unwrap_or_default() {
                            if let Change::Add(record) = change {
                                take(&record);
                            }
                        }
                    }
                }
                Ok(())
            })?;
        }
        if !whole {
            return Err(StoreError::NoSession {
                id: session.to_string(),
            });
        }
        let mine = |subject: &SubjectId| !elsewhere.contains(subject) && !subject.is_empty();
        Ok(found.into_iter().filter(mine).collect())
    }

    /// Keeps in mind where an export went, so that an erasure can name it, and the checksums (`sha256:…`) of those of its
    /// files that [`Store::wrote`] is to know again.
    pub fn remember_export(folder: &Path, to: &Path, sums: &[String]) -> Result<(), StoreError> {
        let to = fs::canonicalize(to).unwrap_or_else(|_| to.to_owned());
        let folder = Folder::open(folder)?;
        let inside = fs::canonicalize(folder.path()).is_ok_and(|here| to.starts_with(here));
        let list = exported(&folder);
        let line = to.display().to_string();
        let known = fs::read_to_string(&list).unwrap_or_default();
        let line = (!inside && !line.contains('\n')).then_some(&line);
        let mut new = String::new();
        for line in line.into_iter().chain(sums) {
            if !known.lines().any(|other| other == line) {
                new.push_str(line);
                new.push('\n');
            }
        }
        if new.is_empty() {
            return Ok(());
        }
        private()
            .append(true)
            .create(true)
            .open(&list)
            .and_then(|mut file| file.write_all(new.as_bytes()))
            .at(&list)
    }

    /// Whether a file of this checksum was written from this study: it is as it was written, and may be written over.
    pub fn wrote(folder: &Path, sum: &str) -> bool {
        let Ok(folder) = Folder::open(folder) else {
            return false;
        };
        let known = fs::read_to_string(exported(&folder)).unwrap_or_default();
        known.lines().any(|line| line == sum)
    }
}

fn exported(folder: &Folder) -> PathBuf {
    folder.path().join("exported")
}

pub(super) fn copies(folder: &Folder) -> Vec<PathBuf> {
    fs::read_to_string(exported(folder))
        .unwrap_or_default()
        .lines()
        .map(PathBuf::from)
        .filter(|path| path.exists())
        .collect()
}
