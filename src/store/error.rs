//! What can go wrong between a study and its disk, in words and as an exit code.

use crate::i18n::Message;
use crate::message;
use std::io;
use std::path::{Path, PathBuf};
use thiserror::Error;

/// What a disk refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DiskFault {
    /// No room, a quota reached, a limit on the size of files.
    Full,
    /// The file system takes no writing.
    ReadOnly,
    /// The file belongs to somebody else.
    Denied,
    /// The device failed, or the file is not what it should be.
    Failed,
}

impl DiskFault {
    /// The fault behind an error of the system.
    pub fn of(error: &io::Error) -> Self {
        match error.kind() {
            io::ErrorKind::StorageFull
            | io::ErrorKind::QuotaExceeded
            | io::ErrorKind::FileTooLarge => Self::Full,
            io::ErrorKind::ReadOnlyFilesystem => Self::ReadOnly,
            io::ErrorKind::PermissionDenied => Self::Denied,
            _ => Self::Failed,
        }
    }
}

/// Why a study could not be opened, written or erased.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum StoreError {
    /// Another process holds the study.
    #[error("the study is held by process {pid} on {host} since {since}")]
    Held {
        /// Its number; 0 where it is not known.
        pid: u32,
        /// Its machine.
        host: String,
        /// Since when, RFC 3339.
        since: String,
    },
    /// Other processes are reading the study, one after the other.
    #[error("the study is being read by other processes")]
    BeingRead,
    /// Whoever waited gave up.
    #[error("opening was given up")]
    GivenUp,
    /// There is something where a new study was to be.
    #[error("{} is there already", folder.display())]
    Exists {
        /// The folder.
        folder: PathBuf,
    },
    /// There is no study.
    #[error("no study in {}", folder.display())]
    NoStudy {
        /// The folder.
        folder: PathBuf,
    },
    /// The folder cannot be made.
    #[error("{} cannot be made: {detail}", folder.display())]
    CannotCreate {
        /// The folder.
        folder: PathBuf,
        /// What the system says.
        detail: String,
    },
    /// The study was written by a later version of the program.
    #[error("{} has the format {found}, from a later version", folder.display())]
    LaterFormat {
        /// The folder.
        folder: PathBuf,
        /// Its format, as it is written.
        found: String,
    },
    /// A file could not be read or written.
    #[error("{}: {detail}", file.display())]
    Disk {
        /// The file.
        file: PathBuf,
        /// What kind of fault.
        fault: DiskFault,
        /// What the system says.
        detail: String,
    },
    /// No such interview.
    #[error("no interview {id}")]
    NoSession {
        /// The id that was asked for.
        id: String,
    },
    /// A colleague's copy cannot come in.
    #[error("the other copy cannot come in: {}", why.key)]
    NotJoined {
        /// Why not.
        why: Message,
    },
    /// The study was opened for reading.
    #[error("the study was opened for reading only")]
    ReadOnly,
    /// Identities and other things in one transaction: they belong in two files.
    #[error("a transaction holds identities and other records")]
    Mixed,
    /// A fault of the program.
    #[error("internal fault: {detail}")]
    Internal {
        /// What happened.
        detail: String,
    },
}

impl StoreError {
    /// A disk error on a file.
    pub(super) fn disk(file: &Path, error: &io::Error) -> Self {
        Self::Disk {
            file: file.to_owned(),
            fault: DiskFault::of(error),
            detail: error.to_string(),
        }
    }

    /// A fault of the program.
    pub(crate) fn internal(detail: &impl ToString) -> Self {
        Self::Internal {
            detail: detail.to_string(),
        }
    }

    /// The exit code of a command that ends with it.
    pub fn exit_code(&self) -> u8 {
        match self {
            Self::Held { .. } | Self::BeingRead | Self::GivenUp => 75,
            Self::Exists { .. } | Self::CannotCreate { .. } => 73,
            Self::NoStudy { .. } | Self::NoSession { .. } => 66,
            Self::LaterFormat { .. } | Self::NotJoined { .. } => 65,
            Self::Disk { .. } => 74,
            Self::ReadOnly | Self::Mixed | Self::Internal { .. } => 101,
        }
    }

    /// What a person is told: what happened, to which file, what was kept, what to do.
    pub fn message(&self) -> Message {
        match self {
            Self::Held { pid, host, since } => {
                message!(
                    "store-held",
                    pid = pid.to_string(),
                    host = host,
                    since = since
                )
            }
            Self::BeingRead => message!("store-being-read"),
            Self::GivenUp => message!("store-given-up"),
            Self::Exists { folder } => message!("store-exists", folder = shown(folder)),
            Self::NoStudy { folder } => message!("store-no-study", folder = shown(folder)),
            Self::CannotCreate { folder, detail } => message!(
                "store-cannot-create",
                folder = shown(folder),
                detail = detail
            ),
            Self::LaterFormat { folder, found } => {
                message!("store-later-format", folder = shown(folder), found = found)
            }
            Self::Disk {
                file,
                fault,
                detail,
            } => {
                let key = match fault {
                    DiskFault::Full => "store-disk-full",
                    DiskFault::ReadOnly => "store-disk-read-only",
                    DiskFault::Denied => "store-disk-denied",
                    DiskFault::Failed => "store-disk-failed",
                };
                message!(key, file = shown(file), detail = detail)
            }
            Self::NoSession { id } => message!("store-no-session", id = id),
            Self::NotJoined { why } => why.clone(),
            Self::ReadOnly => message!("store-read-only"),
            Self::Mixed => message!("store-mixed"),
            Self::Internal { detail } => message!("store-internal", detail = detail),
        }
    }
}

/// A path as text of a message.
pub(super) fn shown(path: &Path) -> String {
    path.display().to_string()
}

/// Gives an error of the system its file.
pub(super) trait AtFile<T> {
    fn at(self, file: &Path) -> Result<T, StoreError>;
}

impl<T> AtFile<T> for io::Result<T> {
    fn at(self, file: &Path) -> Result<T, StoreError> {
        self.map_err(|error| StoreError::disk(file, &error))
    }
}
