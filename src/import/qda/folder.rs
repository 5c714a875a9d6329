//! Folders that are projects: QualCoder's, whose database is all that is read, and those of `qc`.

use crate::file::zip::{Archive, pack};
use crate::import::qc::DATABASE;
use crate::import::transcript::LARGEST_TEXT;
use std::fs;
use std::io;
use std::path::Path;

/// QualCoder's database in its folder.
const QUALCODER: &str = "data.qda";
/// How deep folders of texts are gone into.
const DEEPEST: usize = 8;

/// The bytes of a folder that is a project; `None` where it is none. Links are not followed.
///
/// # Errors
/// The disk refused, or there is more than is read.
pub fn folder(path: &Path) -> Option<io::Result<Vec<u8>>> {
    let is_file =
        |name: &str| fs::symlink_metadata(path.join(name)).is_ok_and(|found| found.is_file());
    if is_file(QUALCODER) {
        let file = path.join(QUALCODER);
        let bytes = fs::metadata(&file).and_then(|found| {
            if found.len() > LARGEST_TEXT as u64 {
                return Err(too_large());
            }
            fs::read(&file)
        });
        return Some(bytes);
    }
    is_file(DATABASE).then(|| archive(path))
}

/// The bytes of a project's file that is larger than is read, with its texts alone: media, of any size, are listed in its
/// description and never read. `None` where it is no such project.
///
/// # Errors
/// The disk refused, or the texts are more than is read.
pub fn without_media(path: &Path) -> Option<io::Result<Vec<u8>>> {
    let mut archive = Archive::open_file(fs::File::open(path).ok()?).ok()?;
    let names = archive.names();
    if !crate::import::refi::is_archive(&names) {
        return None;
    }
    let is_read = |name: &&String| {
        let ending = name.rsplit_once('.').map_or("", |(_, ending)| ending);
        ["qde", "txt"]
            .iter()
            .any(|read| ending.eq_ignore_ascii_case(read))
    };
    let mut texts = || {
        archive.harmless().map_err(io::Error::other)?;
        let mut left = LARGEST_TEXT;
        let mut files = Vec::new();
        for name in names.iter().filter(is_read) {
            let bytes = archive.read(name).map_err(io::Error::other)?;
            left = left.checked_sub(bytes.len()).ok_or_else(too_large)?;
            files.push((name.as_str(), bytes));
        }
        let members = files.iter().map(|(name, bytes)| (*name, bytes.as_slice()));
        pack(members).map_err(io::Error::other)
    };
    Some(texts())
}

/// Whether what was last written to a project's database waits in a file beside it, which is not read.
pub(super) fn waits(path: &Path) -> bool {
    let beside = |path: &Path| {
        let mut name = path.as_os_str().to_owned();
        name.push("-wal");
        fs::metadata(name).is_ok_and(|found| found.is_file() && found.len() > 0)
    };
    beside(path) || beside(&path.join(QUALCODER)) || beside(&path.join(DATABASE))
}

fn too_large() -> io::Error {
    io::Error::new(io::ErrorKind::FileTooLarge, "more than 64 MiB")
}

/// A folder as an archive in memory.
fn archive(path: &Path) -> io::Result<Vec<u8>> {
    let mut files: Vec<(String, Vec<u8>)> = Vec::new();
    let mut left = LARGEST_TEXT as u64;
    let mut folders = vec![(path.to_owned(), String::new(), 0)];
    while let Some((folder, prefix, depth)) = folders.pop() {
        for entry in fs::read_dir(&folder)? {
            let entry = entry?;
            let name = entry.file_name().to_string_lossy().into_owned();
            let kind = entry.file_type()?;
            if name.starts_with('.') {
                continue;
            }
            let inside = format!("{prefix}{name}");
            if kind.is_dir() && depth < DEEPEST {
                folders.push((entry.path(), format!("{inside}/"), depth + 1));
            } else if kind.is_file() {
                let length = entry.metadata()?.len();
                left = left.checked_sub(length).ok_or_else(too_large)?;
                files.push((inside, fs::read(entry.path())?));
            }
        }
    }
    files.sort();
    let members = files
        .iter()
        .map(|(name, bytes)| (name.as_str(), bytes.as_slice()));
    pack(members).map_err(io::Error::other)
}
