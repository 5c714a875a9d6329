//! Blanking what belongs to erased subjects: parts of lines in all journals, texts, originals, drafts, exports.
//!
//! A marker in the folder names what is being removed, so that an erasure that was cut short is finished by the next
//! opening. Each journal is written anew beside the old one and renamed over it.

use super::door;
use super::error::{AtFile, StoreError};
use super::folder::{Folder, NEW, sync_dir, write_atomic};
use super::line::{self, changes_of};
use crate::study::change::Edit;
use crate::study::document::VersionField;
use crate::study::id::{SessionId, SubjectId};
use crate::study::{Change, Record};
use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;
use std::collections::BTreeSet;
use std::fs::{self, File};
use std::io::{BufRead, BufReader, BufWriter, Write};
use std::path::{Path, PathBuf};

/// What was removed.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Blanked {
    pub(super) parts: usize,
    pub(super) files: usize,
}

/// What is to be removed besides parts of lines.
#[derive(Debug, Default, Serialize, Deserialize)]
#[serde(default)]
struct Plan {
    texts: BTreeSet<String>,
    originals: BTreeSet<String>,
    sessions: BTreeSet<SessionId>,
}

impl Plan {
    /// Takes the names that a part's changes bring.
    fn take(&mut self, changes: Vec<Change>) {
        for change in changes {
            match change {
                Change::Add(record) => match *record {
                    Record::Version(_, version) => {
                        self.texts.insert(version.text);
                        self.originals.insert(version.original);
                    }
                    Record::Session(id, _) => {
                        self.sessions.insert(id);
                    }
                    _ => {}
                },
                Change::Set(Edit::Version(_, VersionField::Text(name))) => {
                    self.texts.insert(name);
                }
                Change::Set(Edit::Version(_, VersionField::Original(name))) => {
                    self.originals.insert(name);
                }
                _ => {}
            }
        }
    }
}

fn marker(folder: &Folder) -> PathBuf {
    folder.path().join("erasing")
}

/// Says, durably, that an erasure begins: from here on the next opening finishes it.
pub(super) fn begin(folder: &Folder) -> Result<(), StoreError> {
    let marker = marker(folder);
    write_atomic(&marker, b"{}").at(&marker)
}

/// Whether an erasure was cut short.
pub(super) fn is_unfinished(folder: &Folder) -> bool {
    marker(folder).exists()
}

/// Blanks all that belongs to the erased subjects; the embedded store is the caller's.
pub(super) fn blank(folder: &Folder, erased: &BTreeSet<SubjectId>) -> Result<Blanked, StoreError> {
    let marker = marker(folder);
    let before = fs::read(&marker).unwrap_or_default();
    let mut plan: Plan = serde_json::from_slice(&before).unwrap_or_default();
    // Names that stay, and whether all lines could be read for them.
    let (mut kept, mut all_read) = (Plan::default(), true);
    let journals = folder.journals()?;
    for (file, ..) in &journals {
        survey(file, erased, &mut plan, &mut kept, &mut all_read)?;
    }
    let text = serde_json::to_vec(&plan).map_err(|e| StoreError::internal(&e))?;
    write_atomic(&marker, &text).at(&marker)?;
    let mut done = Blanked::default();
    for (file, ..) in &journals {
        done.parts += rewrite(file, erased)?;
    }
    for (dir, names, kept) in [
        (folder.texts(), &plan.texts, &kept.texts),
        (folder.originals(), &plan.originals, &kept.originals),
    ] {
        for entry in fs::read_dir(&dir).at(&dir)? {
            let path = entry.at(&dir)?.path();
            let name = path.file_name().unwrap_or_default().to_string_lossy();
            // A file that no line names is what an import left that was cut short; it may hold anybody's words.
            if names.contains(&*name) || (all_read && !kept.contains(&*name)) {
                done.files += remove(&path)?;
            }
        }
        sync_dir(&dir).at(&dir)?;
    }
    for session in &plan.sessions {
        done.files += remove(&folder.draft_of(session))?;
    }
    let exports = folder.exports();
    for entry in fs::read_dir(&exports).at(&exports)? {
        done.files += remove(&entry.at(&exports)?.path())?;
    }
    for entry in fs::read_dir(folder.path()).at(folder.path())? {
        let path = entry.at(folder.path())?.path();
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        if name.starts_with("study.sled") {
            remove(&path)?;
        }
    }
    sync_dir(folder.path()).at(folder.path())?;
    remove(&marker)?;
    Ok(done)
}

/// Removes a file or a folder; how many files that were.
fn remove(path: &Path) -> Result<usize, StoreError> {
    let Ok(meta) = fs::symlink_metadata(path) else {
        return Ok(0);
    };
    if !meta.is_dir() {
        fs::remove_file(path).at(path)?;
        return Ok(1);
    }
    let mut count = 0;
    for entry in fs::read_dir(path).at(path)? {
        count += remove(&entry.at(path)?.path())?;
    }
    fs::remove_dir(path).at(path)?;
    Ok(count)
}

/// Hands every line of a file, with its line feed, to `each`.
pub(super) fn each_line(
    file: &Path,
    each: &mut dyn FnMut(&[u8]) -> Result<(), StoreError>,
) -> Result<(), StoreError> {
    let mut input = BufReader::with_capacity(1 << 18, File::open(file).at(file)?);
    let mut bytes = Vec::new();
    loop {
        bytes.clear();
        if input.read_until(b'\n', &mut bytes).at(file)? == 0 {
            return Ok(());
        }
        each(&bytes)?;
    }
}

/// Collects the names of files that go and of those that stay.
fn survey(
    file: &Path,
    erased: &BTreeSet<SubjectId>,
    plan: &mut Plan,
    kept: &mut Plan,
    all_read: &mut bool,
) -> Result<(), StoreError> {
    each_line(file, &mut |bytes| {
        let Ok(pieces) = line::cut(bytes) else {
            *all_read = *all_read && bytes.trim_ascii() == b"null";
            return Ok(());
        };
        let Ok(header) = line::header(&pieces) else {
            *all_read = false;
            return Ok(());
        };
        for (name, body) in header.parts.iter().zip(&pieces.parts) {
            let Some(body) = body.map(RawValue::get) else {
                continue;
            };
            let goes = name.subject.as_ref().is_some_and(|id| erased.contains(id));
            if goes || body.contains("\"version\"") {
                match changes_of(&door::open(body.as_bytes())) {
                    Some(changes) if goes => plan.take(changes),
                    Some(changes) => kept.take(changes),
                    None => *all_read = false,
                }
            }
        }
        Ok(())
    })
}

/// A line without the parts of erased subjects, and how many went; `None` where nothing of theirs is in it.
pub(super) fn without(bytes: &[u8], erased: &BTreeSet<SubjectId>) -> Option<(Vec<u8>, usize)> {
    let read = line::cut(bytes)
        .ok()
        .and_then(|pieces| Some((line::header(&pieces).ok()?, pieces)));
    let Some((header, pieces)) = read else {
        // What cannot be read any more cannot be taken apart: where it names somebody erased, all of it goes.
        let text = String::from_utf8_lossy(bytes);
        let theirs = erased.iter().any(|id| text.contains(&id.to_string()));
        return theirs.then(|| (b"null\n".to_vec(), 1));
    };
    let mut gone = 0;
    let parts: Vec<Option<&[u8]>> = header
        .parts
        .iter()
        .zip(&pieces.parts)
        .map(|(name, body)| {
            let goes = name.subject.as_ref().is_some_and(|id| erased.contains(id));
            gone += usize::from(goes && body.is_some());
            body.filter(|_| !goes).map(|body| body.get().as_bytes())
        })
        .collect();
    (gone > 0).then(|| {
        let header = pieces.header.get().as_bytes();
        (line::assemble(header, &parts, pieces.hash), gone)
    })
}

/// Writes a journal anew without them, where it has some; how many parts went.
fn rewrite(file: &Path, erased: &BTreeSet<SubjectId>) -> Result<usize, StoreError> {
    let mut gone = 0;
    each_line(file, &mut |bytes| {
        gone += without(bytes, erased).map_or(0, |(_, gone)| gone);
        Ok(())
    })?;
    if gone == 0 {
        return Ok(0);
    }
    let dir = file.parent().unwrap_or(Path::new("."));
    let new = tempfile::Builder::new()
        .prefix(NEW)
        .tempfile_in(dir)
        .at(file)?;
    let mut out = BufWriter::with_capacity(1 << 18, new);
    each_line(file, &mut |bytes| {
        let line = without(bytes, erased);
        out.write_all(line.as_ref().map_or(bytes, |(line, _)| line))
            .at(file)
    })?;
    let new = out
        .into_inner()
        .map_err(|error| StoreError::disk(file, error.error()))?;
    new.as_file().sync_all().at(file)?;
    new.persist(file)
        .map_err(|error| StoreError::disk(file, &error.error))?;
    sync_dir(dir).at(dir)?;
    Ok(gone)
}
