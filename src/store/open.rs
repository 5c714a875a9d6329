//! Opening a study: the lock, the journals, the state, and what had to be put right on the way.

use super::disk::{Disk, RealDisk};
use super::error::{AtFile, StoreError, shown};
use super::folder::Folder;
use super::handle::{Parts, Store};
use super::journal::{self, Damage, Position};
use super::line::Flaw;
use super::lock::Lock;
use super::replica;
use super::writer::Writer;
use crate::i18n::Message;
use crate::message;
use crate::study::{ReplicaId, Study, Transaction};
use jiff::Timestamp;
use std::collections::{BTreeMap, HashMap};
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
    /// To be read, also while another process holds it: from the journals, nothing is written, not even what would
    /// have to be repaired. Identities are left out.
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

/// A journal as it was found.
#[derive(Debug, Clone)]
pub(super) struct Found {
    pub(super) file: PathBuf,
    pub(super) replica: ReplicaId,
    pub(super) identity: bool,
    pub(super) position: Position,
    pub(super) torn: u64,
}

/// All journals, read.
#[derive(Debug, Default)]
pub(super) struct Reading {
    pub(super) found: Vec<Found>,
    pub(super) damages: Vec<Damage>,
    pub(super) transactions: Vec<Transaction>,
}

/// Reads all journals from the beginning.
pub(super) fn read_all(folder: &Folder, identities: bool) -> Result<Reading, StoreError> {
    let mut reading = Reading::default();
    for (file, replica, identity) in folder.journals()? {
        if identity && !identities {
            continue;
        }
        let transactions = &mut reading.transactions;
        let ending = journal::read(&file, Position::default(), &mut |line, _| {
            transactions.push(line.transaction);
        })?;
        reading.damages.extend(ending.damages);
        reading.found.push(Found {
            file,
            replica,
            identity,
            position: ending.position,
            torn: ending.torn,
        });
    }
    Ok(reading)
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

impl Store {
    /// Makes a new, empty study and opens it for writing.
    pub fn create(folder: &Path, author: &str) -> Result<Self, StoreError> {
        Self::create_with(folder, author, Options::default())
    }

    /// As [`Self::create`], with options.
    pub fn create_with(folder: &Path, author: &str, options: Options) -> Result<Self, StoreError> {
        Folder::create(folder)?;
        let access = Access::Write {
            author: author.to_owned(),
        };
        Self::open_with(folder, access, options)
    }

    /// Opens a study.
    pub fn open(folder: &Path, access: Access) -> Result<Self, StoreError> {
        Self::open_with(folder, access, Options::default())
    }

    /// As [`Self::open`], with options.
    pub fn open_with(path: &Path, access: Access, options: Options) -> Result<Self, StoreError> {
        match access {
            Access::Read => Self::open_reading(path, &options),
            Access::Write { author } => {
                Self::open_writing(path, author, options, Box::<RealDisk>::default())
            }
        }
    }

    fn open_reading(path: &Path, options: &Options) -> Result<Self, StoreError> {
        let folder = Folder::open(path)?;
        let reading = read_all(&folder, options.identities)?;
        let notices = reading.damages.iter().map(damage_message).collect();
        let study = Study::fold(&reading.transactions);
        Ok(Self::from_parts(Parts {
            folder,
            study,
            notices,
            found: reading.found,
            options: options.clone(),
            writing: None,
        }))
    }

    pub(super) fn open_writing(
        path: &Path,
        author: String,
        options: Options,
        disk: Box<dyn Disk>,
    ) -> Result<Self, StoreError> {
        let folder = Folder::open(path)?;
        let lock = Lock::take(&folder)?;
        folder.complete()?;
        let mut reading = read_all(&folder, true)?;
        let mut notices: Vec<Message> = reading.damages.iter().map(damage_message).collect();
        cut_torn(&mut reading.found, &replica::own(&folder), &mut notices)?;
        let ends: BTreeMap<(ReplicaId, bool), Position> = reading
            .found
            .iter()
            .map(|journal| {
                (
                    (journal.replica, journal.identity),
                    journal.position.clone(),
                )
            })
            .collect();
        let state = options.state.clone().or_else(replica::state_dir);
        let end = |replica, identity| ends.get(&(replica, identity)).cloned().unwrap_or_default();
        let (replica, memory) = replica::choose(&folder, &author, state.as_deref(), &end)?;
        let study = Study::fold(&reading.transactions);
        let offsets: HashMap<PathBuf, u64> = reading
            .found
            .iter()
            .map(|journal| (journal.file.clone(), journal.position.offset))
            .collect();
        let writer = Writer::start(disk, memory, offsets, Timestamp::now())?;
        Ok(Self::from_parts(Parts {
            folder,
            study,
            notices,
            found: reading.found,
            options,
            writing: Some((author, replica, lock, writer)),
        }))
    }
}
