//! Writes a whole file or leaves the old one: a reader sees one or the other, never a part.

use std::collections::{BTreeMap, HashSet};
use std::ffi::OsStr;
use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::time::Duration;
use tempfile::Builder;

/// Why a file was not written; the old one, if there was one, is as it was.
#[derive(Debug, thiserror::Error)]
pub enum AtomicError {
    /// Something that is not a plain file stands there (a link, a folder, a device).
    #[error("{path}: is a {what}, not a plain file; nothing was written")]
    NotPlain {
        /// The target.
        path: PathBuf,
        /// What stands there.
        what: &'static str,
    },
    /// The system refused.
    #[error("{path}: cannot {step}: {source}")]
    Io {
        /// The target.
        path: PathBuf,
        /// What was being done.
        step: &'static str,
        /// The system's reason.
        source: io::Error,
    },
}

impl AtomicError {
    /// The system's reason, where it was the system.
    pub fn io(&self) -> Option<&io::Error> {
        match self {
            Self::NotPlain { .. } => None,
            Self::Io { source, .. } => Some(source),
        }
    }
}

/// Writes `bytes` to `path`, readable by its owner alone (0600), and makes it last: written beside the target, synced,
/// renamed over it, the folder synced. A link or anything but a plain file at `path` is refused.
pub fn write_atomic(path: &Path, bytes: &[u8]) -> Result<(), AtomicError> {
    write_atomic_with(path, |file| file.write_all(bytes))
}

/// [`write_atomic`] for content that is made while it is written.
pub fn write_atomic_with(
    path: &Path,
    write: impl FnOnce(&mut File) -> io::Result<()>,
) -> Result<(), AtomicError> {
    let mut one = Together::default();
    one.write_with(path, write)?;
    one.sweep();
    Ok(())
}

/// Files that are written together, each as [`write_atomic`] does: their folders are looked through once, at the end.
#[derive(Default)]
pub struct Together {
    /// The names that were written, by their folder.
    written: BTreeMap<PathBuf, HashSet<String>>,
}

impl Together {
    /// Writes one of them.
    pub fn write(&mut self, path: &Path, bytes: &[u8]) -> Result<(), AtomicError> {
        self.write_with(path, |file| file.write_all(bytes))
    }

    fn write_with(
        &mut self,
        path: &Path,
        write: impl FnOnce(&mut File) -> io::Result<()>,
    ) -> Result<(), AtomicError> {
        let (folder, name) = put(path, write)?;
        let names = self.written.entry(folder.to_owned()).or_default();
        names.insert(name);
        Ok(())
    }

    /// Takes away what programs that were killed left beside the files. What cannot be is tried again the next time.
    pub fn sweep(self) {
        for (folder, names) in self.written {
            for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
                let own = entry.file_name();
                let is_ours = target_of(&own).is_some_and(|target| names.contains(target));
                let is_old = || {
                    let at = entry.metadata().and_then(|found| found.modified());
                    at.is_ok_and(|at| at.elapsed().is_ok_and(|age| age > LONGEST_WRITE))
                };
                if is_ours && is_old() {
                    let _ = fs::remove_file(entry.path());
                }
            }
        }
    }
}

/// Writes a file and makes it last; returns its folder and its name.
fn put(
    path: &Path,
    write: impl FnOnce(&mut File) -> io::Result<()>,
) -> Result<(&Path, String), AtomicError> {
    let failed = |step| {
        move |source| AtomicError::Io {
            path: path.to_owned(),
            step,
            source,
        }
    };
    refuse_unless_plain(path)?;
    let folder = match path.parent() {
        Some(parent) if !parent.as_os_str().is_empty() => parent,
        _ => Path::new("."),
    };
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let mut temporary = Builder::new()
        .prefix(&format!(".{name}-"))
        .suffix(".tmp")
        .tempfile_in(folder)
        .map_err(failed("create a file beside it"))?;
    write(temporary.as_file_mut()).map_err(failed("write"))?;
    temporary.as_file().sync_all().map_err(failed("sync"))?;
    temporary
        .persist(path)
        .map_err(|kept| failed("put it in place")(kept.error))?;
    sync_folder(folder).map_err(failed("sync its folder"))?;
    Ok((folder, name.into_owned()))
}

/// How long a file that is being written may lie beside its target: an older one is of a program that was killed.
const LONGEST_WRITE: Duration = Duration::from_mins(10);

/// Whether a name is one of those that files have while they are written.
pub fn is_left_over(name: &OsStr) -> bool {
    target_of(name).is_some()
}

/// The name of the file that was to be written, where a name is one that files have while they are.
fn target_of(name: &OsStr) -> Option<&str> {
    let inside = name.to_str()?.strip_prefix('.')?.strip_suffix(".tmp")?;
    let (target, random) = inside.rsplit_once('-')?;
    let is_random = random.len() == 6 && random.bytes().all(|byte| byte.is_ascii_alphanumeric());
    is_random.then_some(target)
}

/// Makes the names in a folder last (a file that was created, renamed or removed in it).
pub fn sync_folder(folder: &Path) -> io::Result<()> {
    File::open(folder)?.sync_all()
}

fn refuse_unless_plain(path: &Path) -> Result<(), AtomicError> {
    let what = match fs::symlink_metadata(path) {
        Err(_) => return Ok(()),
        Ok(found) if found.is_file() => return Ok(()),
        Ok(found) if found.is_symlink() => "link",
        Ok(found) if found.is_dir() => "folder",
        Ok(_) => "device or pipe",
    };
    Err(AtomicError::NotPlain {
        path: path.to_owned(),
        what,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::os::unix::fs::{PermissionsExt, symlink};

    #[test]
    fn the_file_is_whole_private_and_alone_in_its_folder() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("preuves.csv");
        write_atomic(&path, b"un").unwrap();
        write_atomic(&path, b"deux").unwrap();
        assert_eq!(fs::read(&path).unwrap(), b"deux");
        assert_eq!(
            fs::metadata(&path).unwrap().permissions().mode() & 0o777,
            0o600
        );
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
    }

    #[test]
    fn a_failed_write_keeps_the_old_file_and_leaves_nothing() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a");
        write_atomic(&path, b"old").unwrap();
        let failed = write_atomic_with(&path, |file| {
            file.write_all(b"half")?;
            Err(io::Error::from(io::ErrorKind::StorageFull))
        });
        assert_eq!(
            failed.unwrap_err().io().unwrap().kind(),
            io::ErrorKind::StorageFull
        );
        assert_eq!(fs::read(&path).unwrap(), b"old");
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
    }

    #[test]
    fn what_a_killed_program_left_goes_with_the_next_write() {
        let folder = tempfile::tempdir().unwrap();
        let path = |name: &str| folder.path().join(name);
        let names = [
            ".a.csv-x1Y2z3.tmp",
            ".a.csv-b-x1Y2z3.tmp",
            ".b.csv-x1Y2z3.tmp",
        ];
        for name in names {
            let file = File::create(path(name)).unwrap();
            let past = std::time::SystemTime::now() - 2 * LONGEST_WRITE;
            file.set_modified(past).unwrap();
            assert!(is_left_over(OsStr::new(name)));
        }
        fs::write(path(".a.csv-Q1Y2z3.tmp"), "being written").unwrap();
        write_atomic(&path("a.csv"), b"x").unwrap();
        let is_there = |name: &&str| path(name).exists();
        assert_eq!(names.iter().filter(|name| is_there(name)).count(), 2);
        assert!(!path(names[0]).exists() && path(".a.csv-Q1Y2z3.tmp").exists());
        assert!(!is_left_over(OsStr::new(".a.csv")) && !is_left_over(OsStr::new("a-x1Y2z3.tmp")));
    }

    #[test]
    fn files_that_are_written_together_are_swept_once() {
        let folder = tempfile::tempdir().unwrap();
        let path = |name: &str| folder.path().join(name);
        let names = ["a", "b", "c"].map(|name| path(&format!(".{name}-x1Y2z3.tmp")));
        for name in &names {
            let past = std::time::SystemTime::now() - 2 * LONGEST_WRITE;
            File::create(name).unwrap().set_modified(past).unwrap();
        }
        let mut together = Together::default();
        together.write(&path("a"), b"x").unwrap();
        together.write(&path("b"), b"x").unwrap();
        assert!(names.iter().all(|name| name.exists()), "not file by file");
        together.sweep();
        let are_there = names.map(|name| name.exists());
        assert_eq!(are_there, [false, false, true]);
    }

    #[test]
    fn links_and_folders_are_refused() {
        let folder = tempfile::tempdir().unwrap();
        let target = folder.path().join("target");
        fs::write(&target, b"mine").unwrap();
        let link = folder.path().join("link");
        symlink(&target, &link).unwrap();
        let refused = write_atomic(&link, b"x").unwrap_err();
        assert!(refused.to_string().contains("is a link"), "{refused}");
        assert_eq!(fs::read(&target).unwrap(), b"mine");
        assert!(write_atomic(folder.path(), b"x").is_err());
        let nowhere = write_atomic(&folder.path().join("no/such"), b"x").unwrap_err();
        assert!(nowhere.to_string().contains("create"), "{nowhere}");
    }
}
