//! Acts on documents.

use super::error::{EditError, clean_key};
use crate::study::change::{Change, Item};
use crate::study::document::DocumentField;
use crate::study::fold::Study;
use crate::study::id::DocumentId;

/// Removes a document with its versions and the codings on them; undo brings it all back.
pub fn remove_document(study: &Study, id: &DocumentId) -> Result<Vec<Change>, EditError> {
    if !study.records.documents.contains_key(id) {
        return Err(EditError::Gone(id.to_string()));
    }
    let codings = study.codings_of_document(id).into_keys().cloned();
    let versions = study.versions_of(id).into_iter().map(|(id, _)| id.clone());
    let gone = codings
        .map(Item::from)
        .chain(versions.map(Item::from))
        .chain([Item::from(id.clone())]);
    Ok(gone.map(Change::Remove).collect())
}

/// Another key for a reference text.
pub fn rename_reference(
    study: &Study,
    id: &DocumentId,
    key: &str,
) -> Result<Vec<Change>, EditError> {
    let key = clean_key(key)?;
    let references = study.references();
    let Some((_, document)) = references.iter().find(|(other, _)| *other == id) else {
        return Err(EditError::Gone(id.to_string()));
    };
    if references
        .iter()
        .any(|(other, document)| *other != id && document.key == key)
    {
        return Err(EditError::KeyTaken(key));
    }
    Ok(if document.key == key {
        vec![]
    } else {
        vec![(id.clone(), DocumentField::Key(key)).into()]
    })
}
