//! Texts of document versions: one file each, named by a hash over a random salt and its bytes, never changed.

use super::door;
use super::error::{AtFile, StoreError};
use super::folder::{Folder, private};
use super::hash::{hash, salt};
use crate::study::Study;
use crate::study::document::{DocumentText, Reading, Texts, Turn, Version};
use crate::study::id::VersionId;
use serde::{Deserialize, Serialize};
use std::collections::{HashMap, VecDeque};
use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

/// How much text is kept in memory, in bytes; what is told of it comes to as much again.
const CACHED: usize = 16 << 20;

/// A text that was written; its names go into the version's record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StoredText {
    /// Name of the text's file.
    pub text: String,
    /// Salt of both names, hexadecimal.
    pub salt: String,
    /// Name of the original's file; empty where none was given.
    pub original: String,
    /// Runs between white space.
    pub words: u32,
    /// Length in code points, turns joined by one line feed.
    pub chars: u32,
    /// Number of turns.
    pub turns: u32,
}

/// What a text's file holds.
#[derive(Debug, Serialize, Deserialize)]
struct TextFile<T> {
    format: String,
    v: u32,
    importer: String,
    turns: T,
}

const FORMAT: &str = "entretien-text";

/// Writes a text and its original. The writer syncs them before the first line that names them.
pub(super) fn write(
    folder: &Folder,
    turns: &[Turn],
    importer: &str,
    original: Option<&[u8]>,
) -> Result<(StoredText, Vec<PathBuf>), StoreError> {
    let salt = salt();
    let file = TextFile {
        format: FORMAT.to_owned(),
        v: 1,
        importer: importer.to_owned(),
        turns,
    };
    let mut bytes = serde_json::to_vec(&file).map_err(|e| StoreError::internal(&e))?;
    bytes.push(b'\n');
    let text = hash(&[salt.as_bytes(), &bytes]);
    let mut files = vec![folder.texts().join(&text)];
    put(&folder.texts().join(&text), &door::seal(bytes))?;
    let mut original_name = String::new();
    if let Some(bytes) = original {
        original_name = hash(&[salt.as_bytes(), bytes]);
        let path = folder.originals().join(&original_name);
        if let Err(error) = put(&path, &door::seal(bytes.to_vec())) {
            let _ = fs::remove_file(folder.texts().join(&text));
            return Err(error);
        }
        files.push(path);
    }
    let count = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
    let feeds = turns.len().saturating_sub(1);
    let stored = StoredText {
        text,
        salt,
        original: original_name,
        words: count(
            turns
                .iter()
                .map(|t| t.text.split_whitespace().count())
                .sum(),
        ),
        chars: count(turns.iter().map(|t| t.text.chars().count()).sum::<usize>() + feeds),
        turns: count(turns.len()),
    };
    Ok((stored, files))
}

fn put(path: &Path, bytes: &[u8]) -> Result<(), StoreError> {
    let written = private()
        .write(true)
        .create_new(true)
        .open(path)
        .and_then(|mut file| file.write_all(bytes));
    written.map_err(|error| {
        let _ = fs::remove_file(path);
        StoreError::disk(path, &error)
    })
}

/// Why a text cannot be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum TextFlaw {
    /// Its file is not there.
    Missing,
    /// Its bytes are not those that were written.
    Damaged,
}

/// Reads a text and makes sure of its bytes.
pub(super) fn read(folder: &Folder, name: &str, salt: &str) -> Result<DocumentText, TextFlaw> {
    let plain = checked(&folder.texts(), name, salt)?;
    let file: TextFile<Vec<Turn>> =
        serde_json::from_slice(&plain).map_err(|_| TextFlaw::Damaged)?;
    Ok(DocumentText::from_turns(&file.turns))
}

/// Reads a file named by its hash.
pub(super) fn checked(dir: &Path, name: &str, salt: &str) -> Result<Vec<u8>, TextFlaw> {
    // A name from a journal is not yet a name of ours.
    if name.len() != 64 || !name.bytes().all(|b| b.is_ascii_hexdigit()) {
        return Err(TextFlaw::Missing);
    }
    let sealed = fs::read(dir.join(name)).map_err(|error| match error.kind() {
        io::ErrorKind::NotFound => TextFlaw::Missing,
        _ => TextFlaw::Damaged,
    })?;
    let plain = door::open(&sealed).into_owned();
    if hash(&[salt.as_bytes(), &plain]) == name {
        Ok(plain)
    } else {
        Err(TextFlaw::Damaged)
    }
}

/// The texts of a study's versions: read when first asked for, kept while there is room.
#[derive(Debug)]
pub struct StoredTexts {
    folder: Folder,
    inner: Mutex<Inner>,
}

#[derive(Debug, Default)]
struct Inner {
    names: HashMap<VersionId, (String, String)>,
    cache: HashMap<VersionId, Arc<DocumentText>>,
    order: VecDeque<VersionId>,
    bytes: usize,
}

impl StoredTexts {
    pub(super) fn new(folder: Folder, study: &Study) -> Self {
        let texts = Self {
            folder,
            inner: Mutex::default(),
        };
        texts.learn(study, study.records.versions.keys());
        texts
    }

    fn lock(&self) -> MutexGuard<'_, Inner> {
        // A thread that died while it held the cache left it usable.
        self.inner.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Learns what versions are called by now; those that are gone are dropped.
    pub(super) fn learn<'a>(&self, study: &Study, ids: impl Iterator<Item = &'a VersionId>) {
        let mut inner = self.lock();
        for id in ids {
            let name = study
                .records
                .versions
                .get(id)
                .map(|version| (version.text.clone(), version.salt.clone()));
            if inner.names.get(id) == name.as_ref() {
                continue;
            }
            if let Some(text) = inner.cache.remove(id) {
                inner.bytes = inner.bytes.saturating_sub(text.text().len());
                inner.order.retain(|other| other != id);
            }
            match name {
                Some(name) => inner.names.insert(id.clone(), name),
                None => inner.names.remove(id),
            };
        }
    }

    /// Forgets everything and learns anew.
    pub(super) fn relearn(&self, study: &Study) {
        *self.lock() = Inner::default();
        self.learn(study, study.records.versions.keys());
    }
}

impl Texts for StoredTexts {
    fn readings(&self) -> Vec<Reading> {
        super::progress::load(self.folder.path())
    }

    fn text(&self, version: &VersionId) -> Option<Arc<DocumentText>> {
        let (name, salt) = {
            let inner = self.lock();
            if let Some(text) = inner.cache.get(version) {
                return Some(text.clone());
            }
            inner.names.get(version)?.clone()
        };
        let text = Arc::new(read(&self.folder, &name, &salt).ok()?);
        let mut inner = self.lock();
        if inner.cache.insert(version.clone(), text.clone()).is_none() {
            inner.order.push_back(version.clone());
            inner.bytes += text.text().len();
        }
        while inner.bytes > CACHED && inner.order.len() > 1 {
            let Some(oldest) = inner.order.pop_front() else {
                break;
            };
            if let Some(gone) = inner.cache.remove(&oldest) {
                inner.bytes = inner.bytes.saturating_sub(gone.text().len());
            }
        }
        Some(text)
    }
}

/// Reads an original as it came.
pub(super) fn original(folder: &Folder, name: &str, salt: &str) -> Result<Vec<u8>, StoreError> {
    let path = folder.originals().join(name);
    checked(&folder.originals(), name, salt)
        .map_err(|_| io::Error::from(io::ErrorKind::NotFound))
        .at(&path)
}

/// The files that versions came from, as the study named them when this was made; may be read on a worker.
#[derive(Debug, Clone)]
pub struct StoredOriginals {
    folder: Folder,
    names: HashMap<VersionId, (String, String)>,
}

impl StoredOriginals {
    pub(super) fn new(folder: Folder, study: &Study) -> Self {
        let versions = study.records.versions.iter();
        let names = versions
            .filter(|(_, version)| !version.original.is_empty())
            .map(|(id, version)| (id.clone(), (version.original.clone(), version.salt.clone())))
            .collect();
        Self { folder, names }
    }

    /// The bytes of the file that a version's record names; `None` where it is not kept, or damaged.
    pub fn named(&self, version: &Version) -> Option<Vec<u8>> {
        if version.original.is_empty() {
            return None;
        }
        original(&self.folder, &version.original, &version.salt).ok()
    }

    /// The bytes of the file a version came from; `None` where it is not kept, or damaged.
    pub fn read(&self, version: &VersionId) -> Option<Vec<u8>> {
        let (name, salt) = self.names.get(version)?;
        original(&self.folder, name, salt).ok()
    }
}
