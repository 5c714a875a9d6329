//! What every reader of data needs beside its file.

use crate::study::Study;
use crate::study::document::{Texts, Version};
use crate::study::id::{Mint, VersionId};

/// Where the files that texts were read from come from: needed only for positions that count in the source file.
pub trait Originals {
    /// The bytes of the file a version was read from; `None` where it is not kept.
    fn original(&self, version: &VersionId) -> Option<Vec<u8>>;

    /// The bytes of a file that was kept since, as its version's record names it.
    fn named(&self, _: &Version) -> Option<Vec<u8>> {
        None
    }
}

/// No originals at all.
impl Originals for () {
    fn original(&self, _: &VersionId) -> Option<Vec<u8>> {
        None
    }
}

impl<S: std::hash::BuildHasher> Originals for std::collections::HashMap<VersionId, Vec<u8>, S> {
    fn original(&self, version: &VersionId) -> Option<Vec<u8>> {
        self.get(version).cloned()
    }
}

/// What every reader of data needs beside its file.
pub struct Context<'a> {
    /// The study as it stands, with what was read before in the same import.
    pub study: &'a Study,
    /// Texts of its documents.
    pub texts: &'a dyn Texts,
    /// The files they were read from.
    pub originals: &'a dyn Originals,
    /// Where ids come from.
    pub mint: &'a mut dyn Mint,
    /// Who coded, where a file does not say.
    pub coder: &'a str,
    /// Whether codes in the notes' file are read: only where no codings file comes along.
    pub note_codes: bool,
    /// Whether a whole study folder is read, whose files belong together.
    pub whole: bool,
}
