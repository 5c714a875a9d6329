//! Which journal this folder, on this machine, by this author, goes on writing.
//!
//! The folder's file `replica` lists those made here, each with the machine, the folder's device and inode and the
//! author. The machine's state directory, outside the study, keeps the number of the last line seen of each. A folder
//! that was copied or restored matches none, or ends before that number, and goes on under a new replica: nothing is
//! ever numbered twice.

use super::error::{AtFile, StoreError};
use super::folder::{Folder, make_dir, private, write_atomic};
use super::hash::{hash, hex, random};
use super::journal::Position;
use crate::study::ReplicaId;
use serde::{Deserialize, Serialize};
use std::fs;
use std::io::{Seek, Write};
use std::path::{Path, PathBuf};

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
struct Mark {
    replica: ReplicaId,
    machine: String,
    device: u64,
    inode: u64,
    path: String,
    author: String,
}

/// The last lines seen of a replica.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Seen {
    n: u64,
    hash: String,
    identity_n: u64,
    identity_hash: String,
}

impl Seen {
    pub(super) fn note(&mut self, identity: bool, n: u64, hash: &str) {
        if identity {
            self.identity_n = n;
            hash.clone_into(&mut self.identity_hash);
        } else {
            self.n = n;
            hash.clone_into(&mut self.hash);
        }
    }

    /// Whether journals that end here may be gone on with.
    fn allows(&self, main: &Position, identity: &Position) -> bool {
        let fits = |n: u64, hash: &str, end: &Position| {
            end.n > n || (end.n == n && (hash.is_empty() || end.broken || hash == end.hash))
        };
        fits(self.n, &self.hash, main) && fits(self.identity_n, &self.identity_hash, identity)
    }
}

/// The machine's memory of a replica, outside the study.
#[derive(Debug)]
pub(super) struct Memory {
    file: Option<fs::File>,
    pub(super) seen: Seen,
}

impl Memory {
    fn path(state: &Path, replica: ReplicaId) -> PathBuf {
        state.join("replicas").join(format!("{replica}.json"))
    }

    fn read(state: Option<&Path>, replica: ReplicaId) -> Option<Seen> {
        let text = fs::read(Self::path(state?, replica)).ok()?;
        serde_json::from_slice(&text).ok()
    }

    /// Opens it for writing. A state directory that takes none is no reason to keep anybody out.
    fn open(state: Option<&Path>, replica: ReplicaId, seen: Seen) -> Self {
        let file = state.and_then(|state| {
            let path = Self::path(state, replica);
            make_dir(path.parent()?).ok()?;
            private()
                .read(true)
                .write(true)
                .create(true)
                .truncate(false)
                .open(path)
                .ok()
        });
        Self { file, seen }
    }

    /// Writes down what was seen; called after the line itself is durable.
    pub(super) fn save(&mut self) {
        let (Some(file), Ok(mut text)) = (&mut self.file, serde_json::to_vec(&self.seen)) else {
            return;
        };
        text.push(b'\n');
        let length = text.len() as u64;
        let is_longer = file.metadata().is_ok_and(|meta| meta.len() > length);
        let _ = file
            .rewind()
            .and_then(|()| file.write_all(&text))
            .and_then(|()| {
                if is_longer {
                    file.set_len(length)
                } else {
                    Ok(())
                }
            });
    }
}

/// Where the machine keeps what outlives a study's folder.
pub(super) fn state_dir() -> Option<PathBuf> {
    let dirs = directories::ProjectDirs::from("", "", "entretien")?;
    Some(dirs.state_dir().unwrap_or(dirs.data_local_dir()).to_owned())
}

/// The machine: what the system calls it and a random word of our own beside it.
fn machine(state: Option<&Path>) -> String {
    let system = fs::read_to_string("/etc/machine-id").unwrap_or_default();
    let own = state.and_then(|state| {
        let path = state.join("machine");
        if let Ok(text) = fs::read_to_string(&path) {
            return Some(text);
        }
        make_dir(state).ok()?;
        let word = hex(&random::<16>());
        write_atomic(&path, word.as_bytes()).ok()?;
        Some(word)
    });
    let own = own.unwrap_or_else(super::lock::host);
    hash(&[
        b"entretien ",
        system.trim().as_bytes(),
        b" ",
        own.trim().as_bytes(),
    ])
    .chars()
    .take(16)
    .collect()
}

/// Device and inode of the folder.
fn place(folder: &Folder) -> Result<(u64, u64), StoreError> {
    let meta = fs::metadata(folder.path()).at(folder.path())?;
    #[cfg(unix)]
    {
        use std::os::unix::fs::MetadataExt;
        Ok((meta.dev(), meta.ino()))
    }
    #[cfg(not(unix))]
    {
        let _ = meta;
        Ok((0, 0))
    }
}

/// Finds the replica to write as, or makes a new one; `end` tells where a replica's journals end.
pub(super) fn choose(
    folder: &Folder,
    author: &str,
    state: Option<&Path>,
    end: &dyn Fn(ReplicaId, bool) -> Position,
) -> Result<(ReplicaId, Memory), StoreError> {
    let path = folder.replicas();
    let mut marks: Vec<Mark> = fs::read(&path)
        .ok()
        .and_then(|text| serde_json::from_slice(&text).ok())
        .unwrap_or_default();
    let machine = machine(state);
    let (device, inode) = place(folder)?;
    let here = fs::canonicalize(folder.path())
        .at(folder.path())?
        .display()
        .to_string();
    let found = marks.iter().position(|mark| {
        mark.author == author
            && mark.machine == machine
            && mark.inode == inode
            // Some file systems number their devices anew at each start; the same place is then the same folder.
            && (mark.device == device || mark.path == here)
            && Memory::read(state, mark.replica).is_none_or(|seen| {
                seen.allows(&end(mark.replica, false), &end(mark.replica, true))
            })
    });
    let mark = Mark {
        replica: match found.and_then(|at| marks.get(at)) {
            Some(mark) => mark.replica,
            None => ReplicaId(u64::from_le_bytes(random::<8>())),
        },
        machine,
        device,
        inode,
        path: here,
        author: author.to_owned(),
    };
    let replica = mark.replica;
    let known = found.and_then(|at| marks.get(at)) == Some(&mark);
    if !known {
        match found.and_then(|at| marks.get_mut(at)) {
            Some(old) => *old = mark,
            None => marks.push(mark),
        }
        let text = serde_json::to_vec_pretty(&marks).map_err(|e| StoreError::internal(&e))?;
        write_atomic(&path, &text).at(&path)?;
    }
    let mut seen = Seen::default();
    for identity in [false, true] {
        let end = end(replica, identity);
        seen.note(identity, end.n, &end.hash);
    }
    Ok((replica, Memory::open(state, replica, seen)))
}

/// Replicas whose journals were written in this folder, on any machine.
pub(super) fn own(folder: &Folder) -> Vec<ReplicaId> {
    fs::read(folder.replicas())
        .ok()
        .and_then(|text| serde_json::from_slice::<Vec<Mark>>(&text).ok())
        .map(|marks| marks.into_iter().map(|mark| mark.replica).collect())
        .unwrap_or_default()
}
