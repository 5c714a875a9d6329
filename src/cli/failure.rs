//! Why a command did not do what it was asked, with its exit code.

use crate::analysis::TableError;
use crate::i18n::Message;
use crate::message;
use crate::store::StoreError;
use crate::study::edit::EditError;
use std::io;
use std::path::Path;

/// Wrong usage.
pub const USAGE: u8 = 2;
/// Bad data, an unknown code, a quote that is not found or found twice.
pub const DATA: u8 = 65;
/// No such input file, interview, thing.
pub const NO_INPUT: u8 = 66;
/// Cannot create.
pub const CANNOT_CREATE: u8 = 73;
/// The disk refused.
pub const DISK: u8 = 74;
/// A fault of the program.
pub const INTERNAL: u8 = 101;

/// Why a command ended before its end.
#[derive(Debug)]
pub enum Failure {
    /// To be told, each line by itself, with the exit code.
    Said(u8, Vec<Message>),
    /// All was said already; the exit code alone.
    Quiet(u8),
    /// Nobody reads on: that is no fault.
    NobodyReads,
}

/// What a command comes to.
pub type Done = Result<(), Failure>;

impl Failure {
    /// One line and an exit code.
    pub fn new(code: u8, message: Message) -> Self {
        Self::Said(code, vec![message])
    }

    /// Something is not there; the nearest names that are, if there are any.
    pub fn missing(code: u8, what: Message, near: &[&str]) -> Self {
        let mut lines = vec![what];
        if !near.is_empty() {
            lines.push(message!("cli-there-is", names = near.join(", ")));
        }
        Self::Said(code, lines)
    }

    /// What the disk says of a file that is read.
    pub fn of_input(path: &Path, error: &io::Error) -> Self {
        let code = match error.kind() {
            io::ErrorKind::NotFound => NO_INPUT,
            _ => DISK,
        };
        Self::new(code, disk_message(path, error))
    }
}

fn disk_message(path: &Path, error: &io::Error) -> Message {
    match error.kind() {
        io::ErrorKind::NotFound => message!("cli-no-file", file = path.display().to_string()),
        _ => message!(
            "cli-file-refused",
            file = path.display().to_string(),
            reason = error.to_string()
        ),
    }
}

impl From<StoreError> for Failure {
    fn from(error: StoreError) -> Self {
        Self::new(error.exit_code(), error.message())
    }
}

impl From<EditError> for Failure {
    fn from(error: EditError) -> Self {
        let code = match &error {
            EditError::KeyTaken(_) => CANNOT_CREATE,
            EditError::Gone(_) => NO_INPUT,
            EditError::Circle(_)
            | EditError::BadValue { .. }
            | EditError::Reviewed(_)
            | EditError::Settled(_)
            | EditError::OneCoder(_)
            | EditError::NothingInCommon => DATA,
            EditError::EmptyKey
            | EditError::BadKey(_)
            | EditError::BadSlot
            | EditError::NoWords
            | EditError::BadStrength
            | EditError::NoReason => USAGE,
        };
        Self::new(code, error.message())
    }
}

impl From<TableError> for Failure {
    fn from(error: TableError) -> Self {
        let code = match &error {
            TableError::Unknown { what: "table", .. } | TableError::NotBy { .. } => USAGE,
            TableError::Unknown { .. } | TableError::UnknownValue { .. } => DATA,
        };
        Self::new(code, error.message())
    }
}

impl From<io::Error> for Failure {
    /// An error of standard output.
    fn from(error: io::Error) -> Self {
        if error.kind() == io::ErrorKind::BrokenPipe {
            Self::NobodyReads
        } else {
            Self::new(
                DISK,
                message!("cli-output-refused", reason = error.to_string()),
            )
        }
    }
}

impl From<serde_json::Error> for Failure {
    fn from(error: serde_json::Error) -> Self {
        Self::new(
            INTERNAL,
            message!("cli-internal", reason = error.to_string()),
        )
    }
}
