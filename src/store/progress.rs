//! How far each coder has read: `reading.json` in the study's folder. Written when a text is left, never as a
//! transaction: it says nothing of the study, and undo has no business with it. A file that is missing or damaged is no
//! reading at all.

use super::error::{AtFile, StoreError};
use super::folder::write_atomic;
use crate::study::Study;
use crate::study::document::Reading;
use std::path::Path;
use std::sync::{Mutex, PoisonError};

const FILE: &str = "reading.json";

/// One writer at a time: what another job wrote meanwhile is kept.
static WRITING: Mutex<()> = Mutex::new(());

/// All that is known, in the order of coders and documents.
pub(super) fn load(folder: &Path) -> Vec<Reading> {
    std::fs::read(folder.join(FILE))
        .ok()
        .and_then(|bytes| serde_json::from_slice(&bytes).ok())
        .unwrap_or_default()
}

/// Puts what was read in the place of what was known of the same coder and document; texts that are gone go.
///
/// # Errors
/// The disk refused; what was known stays.
pub fn keep_reading(folder: &Path, study: &Study, read: &[Reading]) -> Result<(), StoreError> {
    let _one = WRITING.lock().unwrap_or_else(PoisonError::into_inner);
    let mut all = load(folder);
    for one in read {
        match all
            .iter_mut()
            .find(|known| known.coder == one.coder && known.document == one.document)
        {
            Some(known) => *known = known.followed_by(one),
            None => all.push(one.clone()),
        }
    }
    all.retain(|one| study.records.versions.contains_key(&one.version));
    all.sort_by(|a, b| (&a.coder, &a.document).cmp(&(&b.coder, &b.document)));
    let file = folder.join(FILE);
    write_atomic(&file, serde_json::json!(all).to_string().as_bytes()).at(&file)
}

/// Forgets what was read of texts that are gone.
pub(super) fn forget(folder: &Path, study: &Study) -> Result<(), StoreError> {
    if folder.join(FILE).exists() {
        keep_reading(folder, study, &[])?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::study::change::{Change, Transaction};
    use crate::study::document::Version;
    use crate::study::id::{DocumentId, VersionId};
    use crate::study::stamp::{ReplicaId, Stamp};

    fn reading(coder: &str, version: &str, seen: &[(usize, usize)]) -> Reading {
        Reading {
            coder: coder.into(),
            document: DocumentId::new("d"),
            version: VersionId::new(version),
            at: 7,
            seen: seen.to_vec(),
            ..Reading::default()
        }
    }

    #[test]
    fn what_was_read_adds_up_by_coder_and_a_new_version_begins_anew() {
        let dir = tempfile::tempdir().unwrap();
        let folder = dir.path();
        let mut study = Study::default();
        study.apply(&Transaction {
            stamp: Stamp {
                ms: 1,
                counter: 0,
                replica: ReplicaId(1),
            },
            author: String::new(),
            wall: jiff::Timestamp::UNIX_EPOCH,
            label: crate::i18n::Message::new("test"),
            changes: ["v1", "v2"]
                .map(|id| Change::from((VersionId::new(id), Version::default())))
                .to_vec(),
        });
        assert!(load(folder).is_empty());
        keep_reading(folder, &study, &[reading("a", "v1", &[(0, 10)])]).unwrap();
        keep_reading(folder, &study, &[reading("b", "v1", &[(5, 6)])]).unwrap();
        keep_reading(folder, &study, &[reading("a", "v1", &[(8, 20), (30, 40)])]).unwrap();
        let seen = |folder: &Path| -> Vec<_> {
            load(folder)
                .into_iter()
                .map(|one| (one.coder, one.seen))
                .collect()
        };
        let both = [
            ("a".to_owned(), vec![(0, 20), (30, 40)]),
            ("b".to_owned(), vec![(5, 6)]),
        ];
        assert_eq!(seen(folder), both);
        keep_reading(folder, &study, &[reading("a", "v2", &[(0, 3)])]).unwrap();
        assert_eq!(seen(folder)[0].1, [(0, 3)]);
        // texts that are gone, and a file that is damaged
        keep_reading(folder, &study, &[reading("c", "v9", &[(0, 3)])]).unwrap();
        assert_eq!(seen(folder).len(), 2);
        forget(folder, &Study::default()).unwrap();
        assert!(seen(folder).is_empty());
        std::fs::write(folder.join(FILE), b"{ half").unwrap();
        assert!(load(folder).is_empty());
    }
}
