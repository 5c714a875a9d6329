//! What the writer asks of a disk; a trait, so that tests can put a failing one in its place.

use super::folder::{private, sync_dir, write_atomic};
use std::collections::HashMap;
use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

/// What the writer asks of a disk.
pub(super) trait Disk: Send {
    /// Makes `file` end at `end`, appends, and makes it durable: one write, one sync.
    fn append(&mut self, file: &Path, end: u64, bytes: &[u8]) -> io::Result<()>;
    /// Makes files durable that were written before.
    fn sync(&mut self, files: &[PathBuf]) -> io::Result<()>;
    /// Writes a draft, or removes it.
    fn draft(&mut self, file: &Path, text: Option<&str>) -> io::Result<()>;
    /// Lets go of open files, before they are replaced.
    fn release(&mut self) {}
}

/// The disk of this machine.
pub(super) fn disk() -> Box<dyn Disk> {
    #[cfg(debug_assertions)]
    if let Some(sign) = std::env::var_os("ENTRETIEN_TEST_FULL") {
        return Box::new(Filling {
            sign: sign.into(),
            real: RealDisk::default(),
        });
    }
    Box::<RealDisk>::default()
}

/// In a debug build, a disk that is full while the file exists that `ENTRETIEN_TEST_FULL` names: tests of the whole
/// program fill it with that.
#[cfg(debug_assertions)]
struct Filling {
    sign: PathBuf,
    real: RealDisk,
}

#[cfg(debug_assertions)]
impl Filling {
    fn room(&self) -> io::Result<()> {
        if self.sign.exists() {
            return Err(io::ErrorKind::StorageFull.into());
        }
        Ok(())
    }
}

#[cfg(debug_assertions)]
impl Disk for Filling {
    fn append(&mut self, file: &Path, end: u64, bytes: &[u8]) -> io::Result<()> {
        self.room()?;
        self.real.append(file, end, bytes)
    }

    fn sync(&mut self, files: &[PathBuf]) -> io::Result<()> {
        self.room()?;
        self.real.sync(files)
    }

    fn draft(&mut self, file: &Path, text: Option<&str>) -> io::Result<()> {
        if text.is_some() {
            self.room()?;
        }
        self.real.draft(file, text)
    }

    fn release(&mut self) {
        self.real.release();
    }
}

/// The real one.
#[derive(Debug, Default)]
pub(super) struct RealDisk {
    open: HashMap<PathBuf, File>,
}

impl RealDisk {
    fn try_append(&mut self, path: &Path, end: u64, bytes: &[u8]) -> io::Result<()> {
        let fresh = end == 0;
        if !self.open.contains_key(path) {
            let file = private().append(true).create(fresh).open(path)?;
            self.open.insert(path.to_owned(), file);
        }
        let file = self
            .open
            .get_mut(path)
            .ok_or_else(|| io::Error::other("no file"))?;
        let meta = file.metadata()?;
        #[cfg(unix)]
        {
            use std::os::unix::fs::MetadataExt;
            if meta.nlink() == 0 {
                return Err(io::Error::new(
                    io::ErrorKind::NotFound,
                    "the file was removed",
                ));
            }
        }
        match meta.len().cmp(&end) {
            std::cmp::Ordering::Less => {
                return Err(io::Error::other(
                    "the file is shorter than what was written",
                ));
            }
            // A full disk leaves half lines.
            std::cmp::Ordering::Greater => file.set_len(end)?,
            std::cmp::Ordering::Equal => {}
        }
        file.write_all(bytes)?;
        file.sync_data()?;
        if fresh && let Some(dir) = path.parent() {
            sync_dir(dir)?;
        }
        Ok(())
    }
}

impl Disk for RealDisk {
    fn append(&mut self, file: &Path, end: u64, bytes: &[u8]) -> io::Result<()> {
        let done = self.try_append(file, end, bytes);
        if done.is_err() {
            self.open.remove(file);
        }
        done
    }

    fn sync(&mut self, files: &[PathBuf]) -> io::Result<()> {
        let Some(first) = files.first() else {
            return Ok(());
        };
        // Many at once (an import of a folder of transcripts): one call for the file system is quicker than one a file.
        #[cfg(target_os = "linux")]
        if files.len() > 16 {
            return Ok(rustix::fs::syncfs(File::open(first)?)?);
        }
        let mut dirs: Vec<&Path> = Vec::new();
        for file in std::iter::once(first).chain(files.iter().skip(1)) {
            File::open(file)?.sync_all()?;
            if let Some(dir) = file.parent()
                && !dirs.contains(&dir)
            {
                dirs.push(dir);
            }
        }
        dirs.into_iter().try_for_each(sync_dir)
    }

    fn draft(&mut self, file: &Path, text: Option<&str>) -> io::Result<()> {
        match text {
            Some(text) => write_atomic(file, text.as_bytes()),
            None => match fs::remove_file(file) {
                Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error),
                _ => Ok(()),
            },
        }
    }

    fn release(&mut self) {
        self.open.clear();
    }
}
