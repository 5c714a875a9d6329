//! Erasing an interview for ever.

use super::error::StoreError;
use super::handle::Store;
use crate::message;
use crate::study::Change;
use crate::study::id::{SessionId, SubjectId};
use std::path::PathBuf;

/// What was erased.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Erased {
    /// Whose parts: the interview, and its participants who are in no other.
    pub subjects: Vec<SubjectId>,
    /// Parts of lines that were blanked.
    pub parts: usize,
    /// Files that were deleted: texts, originals, drafts, exports.
    pub files: usize,
    /// Exports outside the study's folder, that only a person can delete.
    pub copies: Vec<PathBuf>,
}

impl Store {
    /// Erases an interview: nothing brings it back.
    pub fn erase(&mut self, session: &SessionId) -> Result<Erased, StoreError> {
        let Some(found) = self.study.records.sessions.get(session) else {
            return Err(StoreError::NoSession {
                id: session.to_string(),
            });
        };
        let mut subjects = vec![found.subject.clone()];
        for (_, participant) in self.study.participants_of(session) {
            subjects.push(participant.subject.clone());
        }
        let change = Change::Erase(subjects.clone());
        self.transact(message!("store-label-erase"), vec![change])?;
        self.settle()?;
        Ok(Erased {
            subjects,
            ..Erased::default()
        })
    }
}
