//! A colleague's work: the journals and texts of her copy of the study, brought into this one.
//!
//! All is looked at first: that both are copies of one study, that every line of hers is whole and follows the one
//! before, that the texts her lines name are there. Then what is new is laid ready beside the study, and one rename says
//! that it comes in; what is cut short after that is finished by the next opening, what is cut short before it leaves
//! nothing. Identities are never looked at. What was erased in either copy stays out of both.

use super::blank::{self, each_line};
use super::erase::copies;
use super::error::{AtFile, StoreError, shown};
use super::folder::{Folder, make_dir, private, sync_dir};
use super::handle::Store;
use super::joined::Joined;
use super::journal::{self, Position};
use super::load::rebuild;
use super::open::damage_message;
use super::reading::fold_journals;
use super::texts;
use super::watch::{Watch, part};
use crate::i18n::Message;
use crate::message;
use crate::study::id::SubjectId;
use crate::study::{Change, ReplicaId, Study};
use std::collections::{BTreeMap, BTreeSet};
use std::fs::{self, File};
use std::io::{BufWriter, Write};
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};

/// What of the work looking at everything is.
const LOOK: f64 = 0.5;

/// A journal of hers, and what of it is new here.
struct Incoming {
    file: PathBuf,
    replica: ReplicaId,
    /// Number of the last line that is here already.
    known: u64,
    /// Bytes of hers that are whole lines.
    whole: u64,
}

/// What her journals hold that is new.
#[derive(Default)]
struct Survey {
    incoming: Vec<Incoming>,
    transactions: BTreeMap<String, usize>,
    erased: BTreeSet<SubjectId>,
    unfinished: Vec<PathBuf>,
}

impl Store {
    /// Brings in the journals and texts of a colleague's copy of this study: all of what is new, or nothing. What comes
    /// is hers, under her name, and no undo of this side takes it back.
    ///
    /// # Errors
    /// Her folder is no study, is this one, is another study, was damaged, or went on under the same replica; a text of
    /// hers is missing; a disk refused; nobody waits any more. Nothing has come in then.
    pub fn join(&mut self, from: &Path, watch: &mut Watch<'_>) -> Result<Joined, StoreError> {
        self.settle()?;
        let hers = Folder::open(from)?;
        let same = |a: &Path, b: &Path| fs::canonicalize(a).ok() == fs::canonicalize(b).ok();
        if same(hers.path(), self.folder.path()) {
            return Err(refused(message!("store-join-itself", folder = shown(from))));
        }
        let survey = self.survey(&hers)?;
        let folder = self.folder.clone();
        let staged = Staged::new(&folder)?;
        let erased = self.study.erased.union(&survey.erased).cloned().collect();
        for one in &survey.incoming {
            staged.journal(one, &erased)?;
        }
        let (both, texts) = self.look(&hers, &staged, watch)?;
        let mut joined = Joined {
            transactions: survey.transactions,
            texts,
            unfinished: survey.unfinished,
            ..Joined::default()
        };
        if survey.incoming.is_empty() && texts == 0 {
            return Ok(joined);
        }
        joined.compare(&self.study, &both);
        drop(both);
        // what came in is in: nobody gives up any more
        let mut told = part(watch, LOOK, 1.0);
        let mut to_the_end = |share| {
            let _ = told(share);
            ControlFlow::Continue(())
        };
        self.anew(|folder, notices| {
            staged.commit()?;
            let opened = rebuild(folder, notices, &mut to_the_end)?;
            Ok(((), opened))
        })?;
        if joined.erased > 0 {
            joined.copies = copies(&self.folder);
        }
        Ok(joined)
    }

    /// Reads her journals to the end, makes sure of every line, and finds what is new.
    fn survey(&self, hers: &Folder) -> Result<Survey, StoreError> {
        let mut survey = Survey::default();
        let mut one_study = false;
        for (file, replica, identity) in hers.journals()? {
            if identity {
                continue;
            }
            let end = self.ends.get(&(replica, false));
            let known = end.map_or(0, |end| end.n);
            let mut first = None;
            // Hash of her line of the number that ours ends with, or of her last one.
            let mut shared = (0, String::new());
            let mut foreign = None;
            let mut coming = Vec::new();
            let ending = journal::read(&file, Position::default(), &mut |line| {
                let header = line.header;
                if header.replica != replica || header.stamp.replica != replica {
                    foreign.get_or_insert(header.n);
                }
                if header.n <= known {
                    shared = (header.n, line.hash.clone());
                } else {
                    coming.push(header.author);
                    for change in line.transaction.changes {
                        if let Change::Erase(subjects) = change {
                            survey.erased.extend(subjects);
                        }
                    }
                }
                if header.n == 1 {
                    first = Some(line.hash);
                }
            })?;
            let at_line = |key: &'static str, line: u64| {
                refused(
                    Message::new(key)
                        .with("file", shown(&file))
                        .with("line", line),
                )
            };
            if let Some(line) = foreign {
                return Err(at_line("store-join-foreign", line));
            }
            let mut damages = ending.damages.iter();
            if let Some(damage) = damages.find(|damage| damage.line > known) {
                let what = damage_message(damage);
                return Err(refused(message!("store-join-damaged", what = what)));
            }
            if known > 0 {
                let own = self.folder.journal_of(replica, false);
                let ours = hashes(&own, [1, shared.0])?;
                one_study |= first.is_some() && ours.first() == Some(&first);
                if shared.0 > 0
                    && ours
                        .get(1)
                        .is_some_and(|hash| hash.as_ref() != Some(&shared.1))
                {
                    return Err(at_line("store-join-forked", shared.0));
                }
            }
            if ending.torn > 0 {
                survey.unfinished.push(file.clone());
            }
            if !coming.is_empty() {
                for author in coming {
                    *survey.transactions.entry(author).or_default() += 1;
                }
                survey.incoming.push(Incoming {
                    whole: ending.position.offset,
                    file,
                    replica,
                    known,
                });
            }
        }
        if one_study {
            Ok(survey)
        } else {
            let folder = shown(hers.path());
            Err(refused(message!("store-join-other", folder = folder)))
        }
    }

    /// The study that both make together, and how many texts it takes from her; they are laid ready.
    fn look(
        &self,
        hers: &Folder,
        staged: &Staged,
        watch: &mut Watch<'_>,
    ) -> Result<(Study, usize), StoreError> {
        let mut journals = staged.journals()?;
        for (file, replica, identity) in self.folder.journals()? {
            let coming = journals.iter().any(|(_, other, _)| *other == replica);
            if !identity && !coming {
                journals.push((file, replica, false));
            }
        }
        let both = fold_journals(journals, &mut part(watch, 0.0, LOOK))?.study;
        let mut n_texts = 0;
        for (id, version) in &both.records.versions {
            let own = self.study.records.versions.contains_key(id);
            for (dir, from, name) in [
                ("texts", hers.texts(), &version.text),
                ("originals", hers.originals(), &version.original),
            ] {
                if name.is_empty() || self.folder.path().join(dir).join(name).exists() {
                    continue;
                }
                match texts::checked(&from, name, &version.salt) {
                    Ok(_) => {
                        staged.file(dir, &from.join(name), name)?;
                        n_texts += usize::from(dir == "texts");
                    }
                    // It was missing here before she came.
                    Err(_) if own => {}
                    Err(_) => {
                        let file = shown(&from.join(name));
                        return Err(refused(message!("store-join-no-text", file = file)));
                    }
                }
            }
        }
        Ok((both, n_texts))
    }
}

fn refused(why: Message) -> StoreError {
    StoreError::NotJoined { why }
}

/// Hashes of the lines of these numbers.
fn hashes(file: &Path, wanted: [u64; 2]) -> Result<Vec<Option<String>>, StoreError> {
    let open = File::open(file).at(file)?;
    let mut found = vec![None; wanted.len()];
    journal::scan(file, &open, &mut |sketch, _| {
        for (slot, n) in found.iter_mut().zip(wanted) {
            if sketch.header.n == n {
                *slot = Some(sketch.hash.clone());
            }
        }
    })?;
    Ok(found)
}

/// What is laid ready beside the study before any of it comes in.
struct Staged<'a> {
    folder: &'a Folder,
    dir: PathBuf,
}

impl<'a> Staged<'a> {
    fn new(folder: &'a Folder) -> Result<Self, StoreError> {
        let dir = folder.joining_part();
        let _ = fs::remove_dir_all(&dir);
        let staged = Self { folder, dir };
        for name in ["journal", "texts", "originals"] {
            let dir = staged.dir.join(name);
            make_dir(&dir).at(&dir)?;
        }
        Ok(staged)
    }

    fn journals(&self) -> Result<Vec<(PathBuf, ReplicaId, bool)>, StoreError> {
        Folder::of(&self.dir).journals()
    }

    /// A journal as it is to be here: our lines, then hers that are new, without the parts of whom was erased.
    fn journal(&self, one: &Incoming, erased: &BTreeSet<SubjectId>) -> Result<(), StoreError> {
        let to = Folder::of(&self.dir).journal_of(one.replica, false);
        let new = private().write(true).create_new(true).open(&to).at(&to)?;
        let mut out = BufWriter::with_capacity(1 << 18, new);
        let own = self.folder.journal_of(one.replica, false);
        if one.known > 0 {
            each_line(&own, &mut |bytes| {
                if bytes.ends_with(b"\n") {
                    out.write_all(bytes).at(&to)?;
                }
                Ok(())
            })?;
        }
        let (mut n, mut read) = (0, 0);
        each_line(&one.file, &mut |bytes| {
            n += 1;
            read += bytes.len() as u64;
            if n <= one.known || read > one.whole {
                return Ok(());
            }
            let line = blank::without(bytes, erased);
            out.write_all(line.as_ref().map_or(bytes, |(line, _)| line))
                .at(&to)
        })?;
        let new = out
            .into_inner()
            .map_err(|error| StoreError::disk(&to, error.error()))?;
        new.sync_all().at(&to)
    }

    /// A text or an original.
    fn file(&self, dir: &str, from: &Path, name: &str) -> Result<(), StoreError> {
        let to = self.dir.join(dir).join(name);
        let bytes = fs::read(from).at(from)?;
        let mut file = private().write(true).create_new(true).open(&to).at(&to)?;
        file.write_all(&bytes).at(&to)?;
        file.sync_all().at(&to)
    }

    /// Says that it comes in, and brings it in.
    fn commit(self) -> Result<(), StoreError> {
        for name in ["journal", "texts", "originals"] {
            let dir = self.dir.join(name);
            sync_dir(&dir).at(&dir)?;
        }
        let to = self.folder.joining();
        fs::rename(&self.dir, &to).at(&to)?;
        sync_dir(self.folder.path()).at(&to)?;
        finish(self.folder)
    }
}

impl Drop for Staged<'_> {
    fn drop(&mut self) {
        // What was only laid ready is nothing; after the rename there is nothing left of this name.
        let _ = fs::remove_dir_all(&self.dir);
    }
}

/// Brings in what was said to come in; what was only laid ready is removed. Texts come before the lines that name them.
pub(super) fn finish(folder: &Folder) -> Result<(), StoreError> {
    let part = folder.joining_part();
    if part.exists() {
        fs::remove_dir_all(&part).at(&part)?;
    }
    let from = folder.joining();
    if !from.exists() {
        return Ok(());
    }
    for name in ["texts", "originals", "journal"] {
        let (from, to) = (from.join(name), folder.path().join(name));
        if !from.exists() {
            continue;
        }
        for entry in fs::read_dir(&from).at(&from)? {
            let entry = entry.at(&from)?;
            let to = to.join(entry.file_name());
            fs::rename(entry.path(), &to).at(&to)?;
        }
        sync_dir(&to).at(&to)?;
    }
    fs::remove_dir_all(&from).at(&from)?;
    sync_dir(folder.path()).at(folder.path())
}
