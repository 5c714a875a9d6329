//! Where things lie in a study's folder, and how files are made there: 0700, 0600, whole or not at all.

use super::error::{AtFile, StoreError};
use crate::study::ReplicaId;
use crate::study::id::SessionId;
use std::fs::{self, DirBuilder, File, OpenOptions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

/// Version of the folder's format.
pub(super) const FORMAT: u32 = 1;
/// How files begin that are not whole yet.
pub(super) const NEW: &str = ".new-";
const FORMAT_WORD: &str = "entretien-study";

/// A study's folder.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Folder(PathBuf);

impl Folder {
    /// Makes a new one.
    pub(super) fn create(path: &Path) -> Result<Self, StoreError> {
        if fs::symlink_metadata(path).is_ok() {
            return Err(StoreError::Exists {
                folder: path.to_owned(),
            });
        }
        let folder = Self(path.to_owned());
        folder.fill().map_err(|error| {
            // Nothing of a study that could not be made stays behind.
            let _ = fs::remove_dir_all(path);
            StoreError::CannotCreate {
                folder: path.to_owned(),
                detail: error.to_string(),
            }
        })?;
        Ok(folder)
    }

    fn fill(&self) -> io::Result<()> {
        make_dir(&self.0)?;
        for dir in [
            self.journal(),
            self.texts(),
            self.originals(),
            self.drafts(),
            self.exports(),
        ] {
            make_dir(&dir)?;
        }
        write_atomic(
            &self.0.join("format"),
            format!("{FORMAT_WORD} {FORMAT}\n").as_bytes(),
        )?;
        if let Some(above) = self
            .0
            .parent()
            .filter(|above| !above.as_os_str().is_empty())
        {
            sync_dir(above)?;
        }
        Ok(())
    }

    /// A folder laid out like a study's.
    pub(super) fn of(path: &Path) -> Self {
        Self(path.to_owned())
    }

    /// An existing one, of a format this version knows.
    pub(super) fn open(path: &Path) -> Result<Self, StoreError> {
        let folder = Self(path.to_owned());
        let format = path.join("format");
        match fs::read_to_string(&format) {
            Ok(text) => {
                let found = text.trim();
                let version = found
                    .strip_prefix(FORMAT_WORD)
                    .and_then(|v| v.trim().parse::<u32>().ok());
                match version {
                    Some(1..=FORMAT) => Ok(folder),
                    _ => Err(StoreError::LaterFormat {
                        folder: path.to_owned(),
                        found: found.chars().take(60).collect(),
                    }),
                }
            }
            // Journals are enough to be a study: a rescue may have brought nothing else.
            Err(error) if error.kind() == io::ErrorKind::NotFound => {
                if folder.journal().is_dir() {
                    Ok(folder)
                } else {
                    Err(StoreError::NoStudy {
                        folder: path.to_owned(),
                    })
                }
            }
            Err(error) if error.kind() == io::ErrorKind::NotADirectory => {
                Err(StoreError::NoStudy {
                    folder: path.to_owned(),
                })
            }
            Err(error) => Err(StoreError::disk(&format, &error)),
        }
    }

    /// Makes what is missing, before writing.
    pub(super) fn complete(&self) -> Result<(), StoreError> {
        self.fill_missing().at(&self.0)?;
        super::join::finish(self)
    }

    fn fill_missing(&self) -> io::Result<()> {
        let all = [
            self.journal(),
            self.texts(),
            self.originals(),
            self.drafts(),
            self.exports(),
        ];
        if all.iter().any(|dir| !dir.is_dir()) || !self.0.join("format").exists() {
            self.fill()?;
        }
        // What a write left that was cut short.
        let own = [self.0.clone(), self.journal(), self.drafts()];
        for dir in own {
            for entry in fs::read_dir(&dir)? {
                let path = entry?.path();
                let name = path.file_name().unwrap_or_default();
                if name.to_string_lossy().starts_with(NEW) {
                    fs::remove_file(&path)?;
                }
            }
        }
        Ok(())
    }

    pub(super) fn path(&self) -> &Path {
        &self.0
    }
    pub(super) fn journal(&self) -> PathBuf {
        self.0.join("journal")
    }
    pub(super) fn texts(&self) -> PathBuf {
        self.0.join("texts")
    }
    pub(super) fn originals(&self) -> PathBuf {
        self.0.join("originals")
    }
    pub(super) fn drafts(&self) -> PathBuf {
        self.0.join("drafts")
    }
    pub(super) fn exports(&self) -> PathBuf {
        self.0.join("exports")
    }
    pub(super) fn lock(&self) -> PathBuf {
        self.0.join("lock")
    }
    pub(super) fn state(&self) -> PathBuf {
        self.0.join("study.sled")
    }
    /// What a colleague's copy brings, said to come in.
    pub(super) fn joining(&self) -> PathBuf {
        self.0.join("joining")
    }
    /// What is laid ready to come in.
    pub(super) fn joining_part(&self) -> PathBuf {
        self.0.join("joining.part")
    }
    pub(super) fn replicas(&self) -> PathBuf {
        self.0.join("replica")
    }

    /// A replica's journal.
    pub(super) fn journal_of(&self, replica: ReplicaId, identity: bool) -> PathBuf {
        let kind = if identity { ".identity" } else { "" };
        self.journal().join(format!("{replica}{kind}.jsonl"))
    }

    /// A session's draft. Ids may be any text, a file name may not.
    pub(super) fn draft_of(&self, session: &SessionId) -> PathBuf {
        let id = session.to_string();
        let plain = !id.is_empty()
            && id.len() <= 64
            && id
                .bytes()
                .all(|b| b.is_ascii_alphanumeric() || b == b'-' || b == b'_');
        let name = if plain {
            id
        } else {
            format!("={}", super::hash::hash(&[id.as_bytes()]))
        };
        self.drafts().join(format!("{name}.txt"))
    }

    /// All journals: file, replica, whether of identities; in the order of replicas.
    pub(super) fn journals(&self) -> Result<Vec<(PathBuf, ReplicaId, bool)>, StoreError> {
        let dir = self.journal();
        let mut list = Vec::new();
        for entry in fs::read_dir(&dir).at(&dir)? {
            let path = entry.at(&dir)?.path();
            let Some(name) = path.file_name().and_then(|n| n.to_str()) else {
                continue;
            };
            let Some(stem) = name.strip_suffix(".jsonl") else {
                continue;
            };
            let (stem, identity) = match stem.strip_suffix(".identity") {
                Some(stem) => (stem, true),
                None => (stem, false),
            };
            if let Some(replica) = ReplicaId::parse(stem) {
                list.push((path, replica, identity));
            }
        }
        list.sort_by_key(|(_, replica, identity)| (*replica, *identity));
        Ok(list)
    }
}

/// Makes a folder, and those above it, for its owner alone.
pub(super) fn make_dir(path: &Path) -> io::Result<()> {
    let mut builder = DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    {
        use std::os::unix::fs::DirBuilderExt;
        builder.mode(0o700);
    }
    builder.create(path)
}

/// Options that make a file for its owner alone.
pub(super) fn private() -> OpenOptions {
    let mut options = OpenOptions::new();
    #[cfg(unix)]
    {
        use std::os::unix::fs::OpenOptionsExt;
        options.mode(0o600);
    }
    options
}

/// Writes a file whole or not at all: beside it, synced, renamed, the folder synced.
pub(super) fn write_atomic(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let dir = path.parent().unwrap_or(Path::new("."));
    let mut file = tempfile::Builder::new().prefix(NEW).tempfile_in(dir)?;
    file.write_all(bytes)?;
    file.as_file().sync_all()?;
    file.persist(path).map_err(|error| error.error)?;
    sync_dir(dir)
}

/// Makes names in a folder durable.
pub(super) fn sync_dir(path: &Path) -> io::Result<()> {
    if cfg!(unix) {
        File::open(path)?.sync_all()?;
    }
    Ok(())
}
