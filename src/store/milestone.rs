//! The study as it was known at a milestone: the lines that each journal had then, and whatever was erased since.

use super::error::StoreError;
use super::folder::Folder;
use super::handle::{Parts, Store};
use super::reading::{Upto, fold_upto};
use super::watch::Watch;
use crate::study::Study;
use crate::study::milestone::Milestone;
use std::collections::BTreeMap;
use std::path::Path;

impl Store {
    /// How far each journal goes now, as a milestone keeps it.
    pub fn reached(&self) -> BTreeMap<String, u64> {
        let ends = self.ends.iter();
        ends.filter(|((_, identity), end)| !identity && end.n > 0)
            .map(|((replica, _), end)| (replica.to_string(), end.n))
            .collect()
    }

    /// Opens a study for reading as it was known at a milestone. Lines that arrived since are left out, also those that
    /// sort before it: how many of these there are comes back. What was erased since is gone there too, and who withdrew
    /// up to `now`, the study as it is, withdrew there too.
    ///
    /// # Errors
    /// As for opening.
    pub fn open_at(
        path: &Path,
        milestone: &Milestone,
        now: &Study,
        watch: &mut Watch<'_>,
    ) -> Result<(Self, usize), StoreError> {
        let folder = Folder::open(path)?;
        let mut upto = Upto::new(&milestone.lines);
        let mut folded = fold_upto(&folder, &mut upto, watch)?;
        folded.study.withdraw_as_in(now);
        let store = Self::from_parts(Parts {
            folder,
            study: folded.study,
            notices: Vec::new(),
            found: folded.found,
            writing: None,
        });
        Ok((store, upto.late()))
    }
}
