//! Acts on saved searches and queries.

use super::error::{EditError, clean_key};
use crate::study::change::Change;
use crate::study::fold::Study;
use crate::study::id::{Mint, SavedId};
use crate::study::saved::Saved;

/// A search or query under its name; one of that name and kind becomes it, another kind keeps its name.
pub fn save(study: &Study, mint: &mut dyn Mint, saved: Saved) -> Result<Vec<Change>, EditError> {
    let name = clean_key(&saved.name)?;
    if saved.pattern.trim().is_empty() {
        return Err(EditError::NoWords);
    }
    let saved = Saved { name, ..saved };
    match study.saved_by_name(&saved.name) {
        None => Ok(vec![(SavedId::mint(mint), saved).into()]),
        Some((_, before)) if before.kind != saved.kind => Err(EditError::KeyTaken(saved.name)),
        Some((id, before)) => {
            let fields = before.diff(&saved).into_iter();
            Ok(fields.map(|field| (id.clone(), field).into()).collect())
        }
    }
}

/// The name is forgotten.
pub fn remove_saved(study: &Study, name: &str) -> Result<Vec<Change>, EditError> {
    match study.saved_by_name(name) {
        Some((id, _)) => Ok(vec![Change::remove(id.clone())]),
        None => Err(EditError::Gone(name.trim().to_owned())),
    }
}
