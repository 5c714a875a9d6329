//! `new`: a study, empty or from a study folder.

use super::cx::Cx;
use super::failure::{CANNOT_CREATE, DATA, DISK, Done, Failure, NO_INPUT, USAGE};
use crate::app::studies::{self, Made, MakeError};
use crate::import::FolderError;
use crate::message;
use std::io;
use std::path::Path;

/// Makes the study and records it as the current one.
pub fn new(cx: &Cx, name: &str, from: Option<&Path>) -> Done {
    let (data_dir, author) = (cx.data_dir(), cx.coder());
    let made = match from {
        Some(folder) => studies::make_from(data_dir, name, author, folder)?,
        None => studies::make(data_dir, name, author, None)?,
    };
    tell(cx, &made);
    Ok(())
}

/// Says what was made, and what was chosen on the way; it is the current study now.
pub fn tell(cx: &Cx, made: &Made) {
    for warning in &made.report.warnings {
        cx.tell(warning);
    }
    for file in &made.report.files {
        cx.tell(&file.message());
    }
    let folder = cx.data_dir().join(&made.name);
    cx.make_current(&made.name);
    cx.tell(&message!(
        "cli-study-made",
        name = &made.name,
        folder = folder.display().to_string()
    ));
}

impl From<MakeError> for Failure {
    fn from(error: MakeError) -> Self {
        let of_disk = |reason: &io::Error| match reason.kind() {
            io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => DISK,
            _ => CANNOT_CREATE,
        };
        let code = match &error {
            MakeError::BadName(_) => USAGE,
            MakeError::Exists(_) => CANNOT_CREATE,
            MakeError::Folder(FolderError::NoFolder(_) | FolderError::NoStudy(_)) => NO_INPUT,
            MakeError::Folder(FolderError::Disk { .. }) => DISK,
            MakeError::Folder(
                FolderError::TooLarge { .. } | FolderError::Link(_) | FolderError::Whole { .. },
            )
            | MakeError::Refused(_) => DATA,
            MakeError::Store(error) => error.exit_code(),
            MakeError::Disk { reason, .. } => of_disk(reason),
        };
        Self::Said(code, error.messages())
    }
}
