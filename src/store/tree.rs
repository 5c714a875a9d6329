//! The embedded store itself: keys and values, long values in pieces, writes in batches.

use std::fs;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::time::Duration;
use thiserror::Error;

/// Bytes the embedded store may keep in memory.
const CACHE: u64 = 16 << 20;
/// Longest value; longer ones are cut, since large values are what the embedded store is weakest at.
const PIECE: usize = 12 << 10;

/// Why the embedded store cannot be used.
#[derive(Debug, Error)]
pub(super) enum StateError {
    #[error("{0}")]
    Sled(#[from] sled::Error),
    #[error("{0}")]
    Json(#[from] serde_json::Error),
    #[error("it is not complete")]
    Incomplete,
    #[error("it stopped")]
    Panicked,
    #[error("it was given up")]
    GivenUp,
}

/// The embedded store is another's code over a file that may hold anything: what it does then ends here.
pub(super) fn guarded<T>(work: impl FnOnce() -> Result<T, StateError>) -> Result<T, StateError> {
    catch_unwind(AssertUnwindSafe(work)).unwrap_or(Err(StateError::Panicked))
}

type Visit<'a> = dyn FnMut(&[u8], &[u8]) -> Result<(), StateError> + 'a;

/// Keys and values; a long value is cut into pieces.
pub(super) struct Tree {
    db: sled::Db,
    path: PathBuf,
}

/// Writes that happen together or not at all.
#[derive(Default)]
pub(super) struct Pending(sled::Batch);

impl Tree {
    pub(super) fn open(path: &Path) -> Result<Self, StateError> {
        let config = sled::Config::new()
            .path(path)
            .cache_capacity(CACHE)
            .flush_every_ms(None);
        // Its threads may hold its lock for a moment after it was let go; the study's own lock is ours.
        let mut tries = 0;
        let db = loop {
            match config.open() {
                Err(error) if tries < 100 && error.to_string().contains("acquire lock") => {
                    tries += 1;
                    std::thread::sleep(Duration::from_millis(10));
                }
                opened => break opened?,
            }
        };
        tighten(path);
        Ok(Self {
            db,
            path: path.to_owned(),
        })
    }

    pub(super) fn get(&self, key: &[u8]) -> Result<Option<Vec<u8>>, StateError> {
        match self.db.get(key)? {
            Some(value) => self.whole(key, &value).map(Some),
            None => Ok(None),
        }
    }

    /// The greatest key between two, both included.
    pub(super) fn last_between(
        &self,
        from: &[u8],
        to: &[u8],
    ) -> Result<Option<Vec<u8>>, StateError> {
        match self.db.range(from..=to).next_back() {
            Some(found) => Ok(Some(found?.0.to_vec())),
            None => Ok(None),
        }
    }

    /// All values whose key begins so, in the order of keys.
    pub(super) fn scan(&self, prefix: &[u8], each: &mut Visit<'_>) -> Result<(), StateError> {
        for found in self.db.scan_prefix(prefix) {
            let (key, value) = found?;
            match value.split_first_chunk::<2>() {
                Some(([0, 0], plain)) => each(&key, plain)?,
                _ => each(&key, &self.whole(&key, &value)?)?,
            }
        }
        Ok(())
    }

    fn whole(&self, key: &[u8], value: &[u8]) -> Result<Vec<u8>, StateError> {
        let (count, first) = value
            .split_first_chunk::<2>()
            .ok_or(StateError::Incomplete)?;
        let mut whole = first.to_vec();
        for n in 0..u16::from_be_bytes(*count) {
            let piece = self.db.get(piece_key(key, n))?;
            whole.extend_from_slice(&piece.ok_or(StateError::Incomplete)?);
        }
        Ok(whole)
    }

    fn pieces(&self, key: &[u8]) -> Result<u16, StateError> {
        let value = self.db.get(key)?;
        let count = value.as_ref().and_then(|v| v.split_first_chunk::<2>());
        Ok(count.map_or(0, |(count, _)| u16::from_be_bytes(*count)))
    }

    pub(super) fn apply(&self, pending: Pending) -> Result<(), StateError> {
        self.db.apply_batch(pending.0)?;
        Ok(())
    }

    /// Hands everything to the disk.
    pub(super) fn flush(&self) -> Result<(), StateError> {
        self.db.flush()?;
        tighten(&self.path);
        Ok(())
    }
}

/// Makes the embedded store's files its owner's alone; it makes them as the system's mask has it.
fn tighten(path: &Path) {
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        let mode = |path: &Path, mode| {
            let _ = fs::set_permissions(path, fs::Permissions::from_mode(mode));
        };
        mode(path, 0o700);
        for entry in fs::read_dir(path).into_iter().flatten().flatten() {
            let dir = entry.file_type().is_ok_and(|kind| kind.is_dir());
            mode(&entry.path(), if dir { 0o700 } else { 0o600 });
        }
    }
}

fn piece_key(key: &[u8], n: u16) -> Vec<u8> {
    [b"x/", key, b"/", &n.to_be_bytes()].concat()
}

impl Pending {
    pub(super) fn insert(
        &mut self,
        tree: &Tree,
        key: Vec<u8>,
        value: &[u8],
    ) -> Result<(), StateError> {
        let mut pieces = value.chunks(PIECE);
        let first = pieces.next().unwrap_or(&[]);
        let count = u16::try_from(pieces.len()).map_err(|_| StateError::Incomplete)?;
        for n in count..tree.pieces(&key)? {
            self.0.remove(piece_key(&key, n));
        }
        for (n, piece) in (0..count).zip(pieces) {
            self.0.insert(piece_key(&key, n), piece);
        }
        self.0
            .insert(key, [&count.to_be_bytes()[..], first].concat());
        Ok(())
    }

    pub(super) fn remove(&mut self, tree: &Tree, key: Vec<u8>) -> Result<(), StateError> {
        for n in 0..tree.pieces(&key)? {
            self.0.remove(piece_key(&key, n));
        }
        self.0.remove(key);
        Ok(())
    }
}
