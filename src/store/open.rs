//! Opening a study: the lock, the journals, the state, and what had to be put right on the way.

use super::disk::{Disk, disk};
use super::error::{AtFile, StoreError, shown};
use super::folder::Folder;
use super::handle::{Parts, Store, Writing};
use super::journal::Damage;
use super::line::Flaw;
use super::load;
use super::lock::Lock;
use super::reading::{Found, fold_all};
use super::replica;
use super::snapshot;
use super::watch::{Watch, unwatched};
use super::writer::{Ground, Writer};
use crate::i18n::Message;
use crate::message;
use crate::study::{ReplicaId, Study};
use jiff::Timestamp;
use std::fs::OpenOptions;
use std::path::{Path, PathBuf};

/// How a study is opened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Access {
    /// To be changed, by one author; one process at a time.
    Write {
        /// Who does it, as the log will say.
        author: String,
    },
    /// To be read, also while another process holds it: then from the journals, else from the embedded store. Nothing is
    /// written to the journals, not even what would have to be repaired. Identities are left out.
    Read,
}

/// What opening may be told besides.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Options {
    /// Where the machine keeps what outlives the folder; the usual place when none is given.
    pub state: Option<PathBuf>,
    /// Reads identities also where the access is for reading.
    pub identities: bool,
}

/// What is said of a damaged line.
pub(super) fn damage_message(damage: &Damage) -> Message {
    let key = match damage.flaw {
        Flaw::Unreadable => "store-line-unreadable",
        Flaw::Header => "store-line-header",
        Flaw::Part => "store-line-part",
        Flaw::Chain => "store-line-chain",
    };
    message!(key, file = shown(&damage.file), line = damage.line)
}

/// Cuts lines that were never finished off journals of this folder; says so. Those of others may still be arriving.
pub(super) fn cut_torn(
    found: &mut [Found],
    own: &[ReplicaId],
    notices: &mut Vec<Message>,
) -> Result<(), StoreError> {
    for journal in found.iter_mut().filter(|journal| journal.torn > 0) {
        let file = &journal.file;
        let line = journal.position.lines + 1;
        if own.contains(&journal.replica) {
            let handle = OpenOptions::new().write(true).open(file).at(file)?;
            handle.set_len(journal.position.offset).at(file)?;
            handle.sync_all().at(file)?;
            notices.push(message!(
                "store-torn-cut",
                file = shown(file),
                line = line,
                bytes = journal.torn
            ));
            journal.torn = 0;
        } else {
            notices.push(message!("store-torn-left", file = shown(file), line = line));
        }
    }
    Ok(())
}

/// What the embedded store and the lines since say; `None` where another holds the study, or where there is anything
/// to put right first: then the journals are read.
fn from_state(folder: &Folder, identities: bool) -> Option<(Study, Vec<Found>)> {
    let _lock = Lock::share(folder)?;
    let snapshot = snapshot::take(folder, identities).ok()?.ok()?;
    Some((snapshot.study, snapshot.found))
}

impl Store {
    /// Makes a new, empty study and opens it for writing.
    pub fn create(folder: &Path, author: &str) -> Result<Self, StoreError> {
        Self::create_with(folder, author, &Options::default())
    }

    /// As [`Self::create`], with options.
    pub fn create_with(folder: &Path, author: &str, options: &Options) -> Result<Self, StoreError> {
        Folder::create(folder)?;
        let access = Access::Write {
            author: author.to_owned(),
        };
        Self::open_with(folder, access, options)
    }

    /// Opens a study.
    pub fn open(folder: &Path, access: Access) -> Result<Self, StoreError> {
        Self::open_with(folder, access, &Options::default())
    }

    /// As [`Self::open`], with options.
    pub fn open_with(path: &Path, access: Access, options: &Options) -> Result<Self, StoreError> {
        Self::open_watched(path, access, options, &mut unwatched)
    }

    /// As [`Self::open_with`], telling how far it is where the study has to be read from its journals.
    pub fn open_watched(
        path: &Path,
        access: Access,
        options: &Options,
        watch: &mut Watch<'_>,
    ) -> Result<Self, StoreError> {
        match access {
            Access::Read => Self::open_reading(path, options, watch),
            Access::Write { author } => Self::open_writing(path, author, options, disk(), watch),
        }
    }

    fn open_reading(
        path: &Path,
        options: &Options,
        watch: &mut Watch<'_>,
    ) -> Result<Self, StoreError> {
        let folder = Folder::open(path)?;
        let (study, found) = match from_state(&folder, options.identities) {
            Some(read) => read,
            None => {
                let folded = fold_all(&folder, options.identities, None, watch)?;
                (folded.study, folded.found)
            }
        };
        let damages = found.iter().flat_map(|journal| &journal.damages);
        Ok(Self::from_parts(Parts {
            notices: damages.map(damage_message).collect(),
            folder,
            study,
            found,
            writing: None,
        }))
    }

    pub(super) fn open_writing(
        path: &Path,
        author: String,
        options: &Options,
        disk: Box<dyn Disk>,
        watch: &mut Watch<'_>,
    ) -> Result<Self, StoreError> {
        let folder = Folder::open(path)?;
        let lock = Lock::take(&folder)?;
        folder.complete()?;
        let opened = load::load(&folder, watch)?;
        let mut notices = opened.notices;
        let damages = opened.found.iter().flat_map(|journal| &journal.damages);
        notices.extend(damages.map(damage_message));
        let state = options.state.clone().or_else(replica::state_dir);
        let end = |replica, identity| {
            let mut found = opened.found.iter();
            found
                .find(|journal| (journal.replica, journal.identity) == (replica, identity))
                .map(|journal| journal.position.clone())
                .unwrap_or_default()
        };
        let (replica, memory) = replica::choose(&folder, &author, state.as_deref(), &end)?;
        let ground = Ground {
            ends: load::ends(&opened.found),
            state: opened.state,
        };
        let writer = Writer::start(disk, memory, ground, Timestamp::now())?;
        Ok(Self::from_parts(Parts {
            folder,
            study: opened.study,
            notices,
            found: opened.found,
            writing: Some(Writing {
                author,
                replica,
                writer,
                _lock: lock,
            }),
        }))
    }
}
