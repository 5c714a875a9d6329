//! The state as the embedded store has it, with the lines since: quick, and nothing is written. Reading ends here;
//! writing goes on with it.

use super::blank;
use super::error::StoreError;
use super::folder::Folder;
use super::journal;
use super::line::Flaw;
use super::reading::Found;
use super::state::{Loaded, Place, State, Update, file_name, look};
use super::tree::StateError;
use crate::study::id::SubjectId;
use crate::study::{Change, ReplicaId, Study, Transaction};
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::PathBuf;

/// Why the embedded store is not gone on with.
pub(super) enum Off {
    /// There is none.
    Missing,
    /// It cannot be read.
    Damaged(String),
    /// It is not what the journals say.
    Disagrees,
    /// A line arrived that is older than what was applied.
    Late,
    /// Somebody is to be erased.
    Erasing,
}

/// What the embedded store and the lines since make.
pub(super) struct Snapshot {
    pub(super) state: State,
    pub(super) study: Study,
    pub(super) found: Vec<Found>,
    /// What the lines since changed, one each.
    pub(super) updates: Vec<Update>,
    /// Whether some file is not as the embedded store knows it.
    pub(super) changed: bool,
}

/// Takes the state from the embedded store and the lines since, where both agree; without identities, nothing of them
/// is in it. Whoever calls holds the lock, or shares it.
pub(super) fn take(folder: &Folder, identities: bool) -> Result<Result<Snapshot, Off>, StoreError> {
    // Before anything is compared: blanked journals are not what the embedded store knows.
    if blank::is_unfinished(folder) {
        return Ok(Err(Off::Erasing));
    }
    let path = folder.state();
    if fs::symlink_metadata(&path).is_err() {
        return Ok(Err(Off::Missing));
    }
    let (state, loaded) = match State::open(&path) {
        Ok(opened) => opened,
        // One of another shape, or one whose making was cut short, is worth nothing.
        Err(StateError::Incomplete) => return Ok(Err(Off::Missing)),
        Err(error) => return Ok(Err(Off::Damaged(error.to_string()))),
    };
    let Loaded {
        mut study,
        mut places,
    } = loaded;
    if !identities {
        study.leave_identities_out();
        let names = folder.journals()?;
        let hidden = names.iter().filter(|(.., identity)| *identity);
        for (file, ..) in hidden {
            places.remove(&file_name(file));
        }
    }
    let Some(mut since) = read_since(folder, places, identities)? else {
        return Ok(Err(Off::Disagrees));
    };
    since
        .transactions
        .sort_by_key(|transaction| transaction.stamp);
    let mut updates = Vec::with_capacity(since.transactions.len());
    for transaction in &since.transactions {
        let applied = study.apply(transaction);
        if applied.refold {
            return Ok(Err(Off::Late));
        }
        updates.push(Update::of(&study, transaction.stamp, applied.touched));
    }
    let erases = |t: &Transaction| t.changes.iter().any(|c| matches!(c, Change::Erase(_)));
    let remains = |subject: &SubjectId| study.erased.contains(subject);
    if since.transactions.iter().any(erases) || since.present.iter().any(remains) {
        return Ok(Err(Off::Erasing));
    }
    Ok(Ok(Snapshot {
        state,
        study,
        found: since.found,
        updates,
        changed: since.changed,
    }))
}

/// What the journals hold since the embedded store was last written.
struct Since {
    found: Vec<Found>,
    transactions: Vec<Transaction>,
    present: BTreeSet<SubjectId>,
    /// Whether some file is not as the embedded store knows it.
    changed: bool,
}

/// `None` where the journals are not what the embedded store knows, up to where it knows them.
fn read_since(
    folder: &Folder,
    mut places: BTreeMap<String, Place>,
    identities: bool,
) -> Result<Option<Since>, StoreError> {
    let mut since = Since {
        found: Vec::new(),
        transactions: Vec::new(),
        present: BTreeSet::new(),
        changed: false,
    };
    for (file, replica, identity) in folder.journals()? {
        if identity && !identities {
            continue;
        }
        let place = places.remove(&file_name(&file));
        let (from, known) = match place {
            None => Default::default(),
            Some(place) => {
                let same = look(&file) == (place.size, place.changed);
                if !same && !journal::is_still(&file, &place.position, &place.damaged)? {
                    return Ok(None);
                }
                if same && place.size == place.position.offset {
                    since
                        .found
                        .push(found_again(file, replica, identity, place, &[], 0));
                    continue;
                }
                (place.position, place.damaged)
            }
        };
        since.changed = true;
        let Since {
            transactions,
            present,
            ..
        } = &mut since;
        let ending = journal::read(&file, from, &mut |line| {
            let parts = line.header.parts.iter().zip(&line.present);
            present.extend(
                parts
                    .filter(|(_, there)| **there)
                    .filter_map(|(name, _)| name.subject.clone()),
            );
            transactions.push(line.transaction);
        })?;
        let place = Place {
            position: ending.position,
            size: 0,
            changed: 0,
            damaged: known,
        };
        let new: Vec<(u64, Flaw)> = ending.damages.iter().map(|d| (d.line, d.flaw)).collect();
        since.found.push(found_again(
            file,
            replica,
            identity,
            place,
            &new,
            ending.torn,
        ));
    }
    // A journal that is gone takes its changes with it.
    Ok(places.is_empty().then_some(since))
}

fn found_again(
    file: PathBuf,
    replica: ReplicaId,
    identity: bool,
    place: Place,
    new: &[(u64, Flaw)],
    torn: u64,
) -> Found {
    let damages = place.damaged.iter().chain(new);
    Found {
        damages: damages
            .map(|(line, flaw)| journal::Damage {
                file: file.clone(),
                line: *line,
                flaw: *flaw,
            })
            .collect(),
        file,
        replica,
        identity,
        position: place.position,
        torn,
    }
}
