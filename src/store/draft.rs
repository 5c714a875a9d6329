//! Drafts: the line that is being typed, written through by the writer, never in the journal.

use super::error::StoreError;
use super::handle::Store;
use super::writer::Job;
use crate::study::id::SessionId;
use std::fs;
use std::time::SystemTime;

impl Store {
    /// The draft of an interview, as the last keys left it.
    pub fn draft(&mut self, session: &SessionId) -> Option<String> {
        let text = fs::read_to_string(self.files().draft_of(session)).ok()?;
        (!text.is_empty()).then_some(text)
    }

    /// When the draft of an interview was last written; `None` where there is none.
    pub fn drafted(&self, session: &SessionId) -> Option<SystemTime> {
        let file = fs::metadata(self.files().draft_of(session)).ok()?;
        file.modified().ok()
    }

    /// Keeps a draft; on the disk at most 200 ms later.
    pub fn write_draft(&mut self, session: &SessionId, text: &str) -> Result<(), StoreError> {
        let file = self.files().draft_of(session);
        self.writer()?.send(Job::Draft(file, Some(text.to_owned())))
    }

    /// Removes a draft, once its words are a note.
    pub fn clear_draft(&mut self, session: &SessionId) -> Result<(), StoreError> {
        let file = self.files().draft_of(session);
        self.writer()?.send(Job::Draft(file, None))
    }
}
