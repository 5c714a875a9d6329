//! Writes an export into a folder: each file whole or not at all, `datapackage.json` last, what an earlier export left
//! over taken away.

use super::data::{ExportOptions, Originals, is_ours, make};
use crate::file::atomic::{AtomicError, Together, is_left_over, sync_folder};
use crate::i18n::Message;
use crate::message;
use crate::study::Study;
use crate::study::document::Texts;
use crate::text::sanitise::harmless_line;
use std::collections::BTreeSet;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

/// Folders of an export.
const FOLDERS: &[&str] = &["guides", "transcripts", "references", "originals"];
const PACKAGE: &str = "datapackage.json";

/// Why nothing, or not all, was written.
#[derive(Debug, thiserror::Error)]
pub enum ExportError {
    /// The folder holds something that is not an export of ours.
    #[error("{} is not empty and no export: choose another folder, or write into it with --force", .0.display())]
    NotOurs(PathBuf),
    /// A link stands there, whatever it leads to.
    #[error("{} is a link, which is not followed", .0.display())]
    Link(PathBuf),
    /// Something that is no folder stands there.
    #[error("{} is no folder", .0.display())]
    NoFolder(PathBuf),
    /// A file was not written.
    #[error(transparent)]
    Write(#[from] AtomicError),
    /// The system refused.
    #[error("{}: cannot {step}: {source}", path.display())]
    Io {
        /// What it was about.
        path: PathBuf,
        /// What was being done.
        step: &'static str,
        /// The system's reason.
        source: io::Error,
    },
}

impl ExportError {
    /// Whether the place is wrong (exit 73), and not the disk (exit 74).
    pub fn is_place(&self) -> bool {
        match self {
            Self::NotOurs(_) | Self::NoFolder(_) | Self::Link(_) => true,
            Self::Write(error) => match error.io() {
                None => true,
                Some(why) => why.kind() == io::ErrorKind::NotFound,
            },
            Self::Io { step, .. } => *step == "make the folder",
        }
    }

    /// The error in words.
    pub fn message(&self) -> Message {
        let shown = |path: &Path| harmless_line(&path.to_string_lossy()).into_owned();
        match self {
            Self::NotOurs(path) => message!("export-error-not-ours", path = shown(path)),
            Self::Link(path) => message!("export-error-link", path = shown(path)),
            Self::NoFolder(path) => message!("export-error-no-folder", path = shown(path)),
            Self::Write(error) => message!("export-error-write", reason = error.to_string()),
            Self::Io { path, source, .. } => message!(
                "export-error-io",
                path = shown(path),
                reason = source.to_string()
            ),
        }
    }
}

/// What was written.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ExportReport {
    /// Paths in the folder, with `/`.
    pub files: Vec<String>,
    /// What the owner should know.
    pub warnings: Vec<Message>,
}

/// Writes a study's data files into a folder, which is made where it is not there.
pub fn export_study(
    study: &Study,
    texts: &dyn Texts,
    originals: Originals,
    options: &ExportOptions,
    out: &Path,
) -> Result<ExportReport, ExportError> {
    let before = prepare(out, options.force)?;
    let mut files: Vec<String> = Vec::new();
    let mut refused = None;
    let mut together = Together::default();
    let put = &mut |path: &str, bytes: Vec<u8>| {
        if refused.is_none() {
            refused = write_new(out, path, &bytes, &mut together).err();
            files.push(path.to_owned());
        }
    };
    let warnings = make(study, texts, originals, options, put);
    if let Some(error) = refused {
        return Err(error);
    }
    together.sweep();
    let paths: BTreeSet<&str> = files.iter().map(String::as_str).collect();
    for path in before {
        if !paths.contains(path.as_str()) {
            remove(&out.join(path))?;
        }
    }
    for folder in FOLDERS {
        // an empty one goes; one that holds something stays
        let _ = fs::remove_dir(out.join(folder));
    }
    let _ = sync_folder(out);
    Ok(ExportReport { files, warnings })
}

/// Writes a file, unless it is there already as it is to be.
fn write_new(
    out: &Path,
    path: &str,
    bytes: &[u8],
    together: &mut Together,
) -> Result<(), ExportError> {
    let target = out.join(path);
    if let Some((folder, _)) = path.split_once('/') {
        make_folder(&out.join(folder))?;
    }
    let same = fs::symlink_metadata(&target).is_ok_and(|found| found.is_file())
        && fs::read(&target).is_ok_and(|old| old == bytes);
    if same {
        return Ok(());
    }
    together.write(&target, bytes)?;
    Ok(())
}

/// Makes the folder, or looks whether it may be written into; returns the files that an earlier export listed.
fn prepare(out: &Path, force: bool) -> Result<Vec<String>, ExportError> {
    refuse_link(out)?;
    for folder in FOLDERS {
        refuse_link(&out.join(folder))?;
    }
    match fs::metadata(out) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => {
            make_folder(out)?;
            return Ok(Vec::new());
        }
        Err(source) => {
            return Err(ExportError::Io {
                path: out.to_owned(),
                step: "read the folder",
                source,
            });
        }
        Ok(found) if !found.is_dir() => return Err(ExportError::NoFolder(out.to_owned())),
        Ok(_) => {}
    }
    let before = fs::read(out.join(PACKAGE))
        .ok()
        .and_then(|bytes| is_ours(&bytes));
    let is_empty = fs::read_dir(out)
        .map_err(|source| ExportError::Io {
            path: out.to_owned(),
            step: "read the folder",
            source,
        })?
        .flatten()
        .all(|entry| is_left_over(&entry.file_name()));
    match before {
        Some(list) => Ok(list.into_iter().filter(|path| is_safe(path)).collect()),
        None if is_empty || force => Ok(Vec::new()),
        None => Err(ExportError::NotOurs(out.to_owned())),
    }
}

/// Whether a path of an old list may be taken away: a file of ours, in the folder or one of its own folders.
fn is_safe(path: &str) -> bool {
    let (folder, name) = match path.split_once('/') {
        None => ("", path),
        Some((folder, name)) => (folder, name),
    };
    (folder.is_empty() || FOLDERS.contains(&folder))
        && !name.is_empty()
        && !name.starts_with('.')
        && !name.contains(['/', '\\'])
}

/// Refuses a link: what is written into a folder lies in it, and what is taken away from it lay in it.
pub(super) fn refuse_link(path: &Path) -> Result<(), ExportError> {
    // with a slash at its end, a link would be followed
    let bare: PathBuf = path.components().collect();
    match fs::symlink_metadata(bare) {
        Ok(found) if found.is_symlink() => Err(ExportError::Link(path.to_owned())),
        _ => Ok(()),
    }
}

/// Makes a folder where there is none; a link in its place is refused.
pub(super) fn make_folder(path: &Path) -> Result<(), ExportError> {
    refuse_link(path)?;
    if fs::symlink_metadata(path).is_ok_and(|found| !found.is_dir()) {
        return Err(ExportError::NoFolder(path.to_owned()));
    }
    let mut builder = fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    {
        use std::os::unix::fs::DirBuilderExt;
        builder.mode(0o700);
    }
    builder.create(path).map_err(|source| ExportError::Io {
        path: path.to_owned(),
        step: "make the folder",
        source,
    })
}

fn remove(path: &Path) -> Result<(), ExportError> {
    match fs::remove_file(path) {
        Ok(()) => Ok(()),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(()),
        Err(source) => Err(ExportError::Io {
            path: path.to_owned(),
            step: "remove a file of an earlier export",
            source,
        }),
    }
}
