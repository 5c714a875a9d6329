//! Acts on documents.

use super::error::{EditError, clean_key};
use crate::study::change::{Change, Item};
use crate::study::document::DocumentField;
use crate::study::exclusion::Excluded;
use crate::study::fold::Study;
use crate::study::id::DocumentId;

/// Removes a document with its versions, the codings on them and what left words of it out; undo brings it all back.
pub fn remove_document(study: &Study, id: &DocumentId) -> Result<Vec<Change>, EditError> {
    if !study.records.documents.contains_key(id) {
        return Err(EditError::Gone(id.to_string()));
    }
    let codings = study.codings_of_document(id).into_keys().cloned();
    let versions = study.versions_of(id).into_iter().map(|(id, _)| id.clone());
    let exclusions = study.records.exclusions.iter().filter(|(_, exclusion)| {
        let Excluded::Text(passage) = &exclusion.what else {
            return false;
        };
        let version = study.records.versions.get(&passage.version);
        version.is_some_and(|version| version.document == *id)
    });
    let gone = codings
        .map(Item::from)
        .chain(versions.map(Item::from))
        .chain(exclusions.map(|(exclusion, _)| exclusion.clone().into()))
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
