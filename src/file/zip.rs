//! Archives that cannot hurt: members are read by name, never extracted, and sizes are counted, not believed.

use std::fs::File;
use std::io::{BufReader, Cursor, Read, Seek, SeekFrom, Write};
use zip::result::ZipError as Cause;
use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

/// The largest member, unpacked: 64 MiB.
pub const LARGEST_PART: u64 = 64 << 20;
/// A member may unpack to this many times its packed size …
pub const LARGEST_RATIO: u64 = 200;
/// … or to 1 MiB, whichever is more; …
pub const RATIO_FLOOR: u64 = 1 << 20;
/// … beyond 16 MiB, where no honest document is so empty, …
pub const RATIO_CEILING: u64 = 16 << 20;
/// … to so many times alone.
pub const LARGE_RATIO: u64 = 50;
/// The most members an archive may have.
pub const MOST_MEMBERS: usize = 5_000;

/// Why an archive, or a member of it, was refused.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ArchiveError {
    /// No archive, or a damaged one.
    #[error("not a readable zip archive: {0}")]
    Damaged(String),
    /// Too many members.
    #[error("the archive has {0} members; at most {MOST_MEMBERS} are read")]
    TooManyMembers(usize),
    /// No member is called so.
    #[error("the archive has no member {0:?}")]
    NoSuchMember(String),
    /// An archive that could not be made.
    #[error("the archive cannot be made: {0}")]
    NotWritten(String),
    /// Two members whose names differ in nothing but case.
    #[error("the archive has two members {0:?}; refused")]
    Twice(String),
    /// A member that is a link, or is to lie outside the archive's folder.
    #[error("member {0:?} is a link or lies outside; refused")]
    Outside(String),
    /// A member under a password.
    #[error("member {0:?} is protected by a password")]
    Protected(String),
    /// A member that unpacks to too much, or to more than its packed size can honestly hold.
    #[error("member {name:?} unpacks to more than {limit} bytes; refused")]
    TooLarge {
        /// The member.
        name: String,
        /// What it may unpack to, in bytes.
        limit: u64,
    },
}

/// Where an archive lies.
trait Bytes: Read + Seek {}

impl<T: Read + Seek> Bytes for T {}

/// An archive, in memory or in a file.
pub struct Archive<'a> {
    /// How many members its end says there are.
    listed: Option<usize>,
    inner: ZipArchive<Box<dyn Bytes + 'a>>,
}

/// Whether the bytes begin as a zip archive does.
pub fn looks_like_zip(bytes: &[u8]) -> bool {
    bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"PK\x05\x06")
}

impl<'a> Archive<'a> {
    /// Reads the list of members.
    pub fn open(bytes: &'a [u8]) -> Result<Self, ArchiveError> {
        Self::over(Box::new(Cursor::new(bytes)))
    }

    /// Reads the list of members of a file, however large; a member alone is read into memory.
    pub fn open_file(file: File) -> Result<Self, ArchiveError> {
        Self::over(Box::new(BufReader::new(file)))
    }

    fn over(mut bytes: Box<dyn Bytes + 'a>) -> Result<Self, ArchiveError> {
        let damaged = |e: std::io::Error| ArchiveError::Damaged(e.to_string());
        let length = bytes.seek(SeekFrom::End(0)).map_err(damaged)?;
        let from = length.saturating_sub(66_000);
        bytes.seek(SeekFrom::Start(from)).map_err(damaged)?;
        let mut tail = Vec::new();
        bytes.read_to_end(&mut tail).map_err(damaged)?;
        bytes.rewind().map_err(damaged)?;
        let listed = listed(&tail);
        let inner = ZipArchive::new(bytes).map_err(|e| ArchiveError::Damaged(e.to_string()))?;
        if inner.len() > MOST_MEMBERS {
            return Err(ArchiveError::TooManyMembers(inner.len()));
        }
        Ok(Self { listed, inner })
    }

    /// Whether a member is called `name`.
    pub fn has(&self, name: &str) -> bool {
        self.inner.index_for_name(name).is_some()
    }

    /// The members' names, those that are no text left out.
    pub fn names(&self) -> Vec<String> {
        self.inner
            .file_names()
            .flatten()
            .map(std::borrow::Cow::into_owned)
            .collect()
    }

    /// Refuses an archive that would be dangerous to unpack: two members of one name whatever the case, links, names that
    /// lead outside. Whoever made such a one meant no good.
    pub fn harmless(&mut self) -> Result<(), ArchiveError> {
        if let Some(listed) = self.listed
            && listed != self.inner.len()
        {
            return Err(ArchiveError::Twice(format!(
                "{listed} / {}",
                self.inner.len()
            )));
        }
        let mut seen = std::collections::HashSet::new();
        for at in 0..self.inner.len() {
            let member = self
                .inner
                .by_index_raw(at)
                .map_err(|e| ArchiveError::Damaged(e.to_string()))?;
            let name = member
                .name()
                .map_err(|e| ArchiveError::Damaged(e.to_string()))?
                .into_owned();
            let outside = name.starts_with(['/', '\\'])
                || name.contains('\0')
                || name.split(['/', '\\']).any(|part| part == "..")
                || name.get(1..2) == Some(":");
            if outside || member.is_symlink() {
                return Err(ArchiveError::Outside(name));
            }
            if !seen.insert(name.to_lowercase()) {
                return Err(ArchiveError::Twice(name));
            }
        }
        Ok(())
    }

    /// Unpacks one member.
    pub fn read(&mut self, name: &str) -> Result<Vec<u8>, ArchiveError> {
        let member = self.inner.by_name(name).map_err(|cause| match cause {
            Cause::FileNotFound => ArchiveError::NoSuchMember(name.to_owned()),
            Cause::UnsupportedArchive(_) | Cause::InvalidPassword => {
                ArchiveError::Protected(name.to_owned())
            }
            other => ArchiveError::Damaged(other.to_string()),
        })?;
        let packed = member.compressed_size();
        let limit = packed
            .saturating_mul(LARGEST_RATIO)
            .min(RATIO_CEILING)
            .max(packed.saturating_mul(LARGE_RATIO))
            .clamp(RATIO_FLOOR, LARGEST_PART);
        let too_large = || ArchiveError::TooLarge {
            name: name.to_owned(),
            limit,
        };
        let declared = member.size();
        if declared > limit {
            return Err(too_large());
        }
        let mut bytes = Vec::with_capacity(usize::try_from(declared).unwrap_or(0));
        let read = member.take(limit + 1).read_to_end(&mut bytes);
        if bytes.len() as u64 > limit {
            return Err(too_large());
        }
        read.map_err(|e| ArchiveError::Damaged(format!("member {name:?}: {e}")))?;
        Ok(bytes)
    }
}

/// How many members the archive's end says there are; `None` where it says so elsewhere.
fn listed(tail: &[u8]) -> Option<usize> {
    let at = tail.windows(4).rposition(|four| four == b"PK\x05\x06")?;
    let field = tail.get(at + 10..at + 12)?;
    let n = u16::from_le_bytes(field.try_into().ok()?);
    (n != u16::MAX).then_some(usize::from(n))
}

/// An archive of members in this order, without dates: the same members give the same bytes.
pub fn pack<'a>(
    members: impl IntoIterator<Item = (&'a str, &'a [u8])>,
) -> Result<Vec<u8>, ArchiveError> {
    let options = SimpleFileOptions::default()
        .last_modified_time(zip::DateTime::default())
        .unix_permissions(0o600);
    let refused = |error: String| ArchiveError::NotWritten(error);
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in members {
        let options = options.large_file(u32::try_from(bytes.len()).is_err());
        writer
            .start_file(name, options)
            .map_err(|error| refused(error.to_string()))?;
        writer
            .write_all(bytes)
            .map_err(|error| refused(error.to_string()))?;
    }
    let done = writer
        .finish()
        .map_err(|error| refused(error.to_string()))?;
    Ok(done.into_inner())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn archive(members: &[(&str, &[u8])]) -> Vec<u8> {
        let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
        for (name, bytes) in members {
            writer
                .start_file(*name, SimpleFileOptions::default())
                .unwrap();
            writer.write_all(bytes).unwrap();
        }
        writer.finish().unwrap().into_inner()
    }

    #[test]
    fn members_are_read_by_name() {
        let bytes = archive(&[("a.xml", b"<a/>"), ("../../etc/x", b"x")]);
        assert!(looks_like_zip(&bytes));
        let mut archive = Archive::open(&bytes).unwrap();
        assert!(archive.has("a.xml") && !archive.has("b.xml"));
        assert_eq!(archive.names(), ["a.xml", "../../etc/x"]);
        assert_eq!(archive.read("a.xml").unwrap(), b"<a/>");
        assert_eq!(
            archive.read("b.xml"),
            Err(ArchiveError::NoSuchMember("b.xml".to_owned()))
        );
    }

    #[test]
    fn what_unpacks_to_too_much_is_refused() {
        let bomb = archive(&[("a.xml", &vec![b'a'; 8 << 20])]);
        let mut opened = Archive::open(&bomb).unwrap();
        assert!(matches!(
            opened.read("a.xml"),
            Err(ArchiveError::TooLarge { .. })
        ));
        let small = archive(&[("a.xml", &vec![b'a'; 1 << 20])]);
        assert_eq!(
            Archive::open(&small).unwrap().read("a.xml").unwrap().len(),
            1 << 20,
            "1 MiB is let through"
        );
        // the larger it is, the less of it may be nothing
        let sparse: Vec<u8> = (0..24u32 << 20)
            .map(|n| {
                if n % 400 == 0 {
                    (n.wrapping_mul(2_654_435_761) >> 24) as u8
                } else {
                    b' '
                }
            })
            .collect();
        let bytes = archive(&[("a.xml", &sparse), ("b.xml", &sparse[..8 << 20])]);
        let ratio = 2 * 24 * (1 << 20) / 3 * 2 / bytes.len();
        assert!(
            (LARGE_RATIO..LARGEST_RATIO).contains(&(ratio as u64)),
            "{ratio}"
        );
        let mut opened = Archive::open(&bytes).unwrap();
        assert!(matches!(
            opened.read("a.xml"),
            Err(ArchiveError::TooLarge { .. })
        ));
        assert_eq!(opened.read("b.xml").unwrap().len(), 8 << 20);
        assert!(matches!(
            Archive::open(b"PK\x03\x04nothing"),
            Err(ArchiveError::Damaged(_))
        ));
    }
}
