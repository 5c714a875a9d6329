//! From a plan of what came in to a study that holds it: texts first, then the changes that name them, as one
//! transaction.

use crate::i18n::Message;
use crate::import::data::Originals;
use crate::import::{Plan, StoredText, TextSink};
use crate::store::{Store, StoreError, StoredOriginals};
use crate::study::document::{Turn, Version};
use crate::study::id::VersionId;
use crate::study::{Applied, Change};

/// A store as importers put texts into it.
pub struct Sink<'a>(pub &'a mut Store);

impl TextSink for Sink<'_> {
    type Error = StoreError;

    fn add_text(
        &mut self,
        turns: &[Turn],
        importer: &str,
        original: Option<&[u8]>,
    ) -> Result<StoredText, StoreError> {
        let stored = self.0.add_text(turns, importer, original)?;
        Ok(StoredText {
            text: stored.text,
            salt: stored.salt,
            original: stored.original,
        })
    }
}

/// The files that stored versions came from, as importers ask for them.
pub struct Kept(pub StoredOriginals);

impl Originals for Kept {
    fn original(&self, version: &VersionId) -> Option<Vec<u8>> {
        self.0.read(version)
    }

    fn named(&self, version: &Version) -> Option<Vec<u8>> {
        self.0.named(version)
    }
}

/// Stores the texts of a plan; what comes out is the label and the changes of its one transaction.
///
/// # Errors
/// The disk refused a text; nothing names those that were stored, and closing the store removes them.
pub fn stored(store: &mut Store, mut plan: Plan) -> Result<(Message, Vec<Change>), StoreError> {
    let label = plan.label.take().unwrap_or_else(|| Message::new(""));
    let changes = plan.store(&mut Sink(store))?;
    Ok((label, changes))
}

/// Keeps a plan in a study: its texts, then one transaction.
///
/// # Errors
/// The disk refused a text, or the store is for reading only.
pub fn keep(store: &mut Store, plan: Plan) -> Result<Applied, StoreError> {
    let (label, changes) = stored(store, plan)?;
    store.transact(label, changes)
}
