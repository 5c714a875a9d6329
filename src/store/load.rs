//! The state at opening: from the embedded store and the lines since, or from the journals alone.

use super::blank;
use super::error::{StoreError, shown};
use super::folder::Folder;
use super::journal;
use super::line::Flaw;
use super::open::cut_torn;
use super::reading::{Found, fold_all};
use super::replica;
use super::state::{Loaded, Place, State, StateError, Update, file_name, look};
use crate::i18n::Message;
use crate::message;
use crate::study::id::SubjectId;
use crate::study::{Change, Study, Transaction};
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::fs;
use std::path::{Path, PathBuf};

/// What opening found and made.
pub(super) struct Opened {
    pub(super) study: Study,
    pub(super) found: Vec<Found>,
    /// The embedded store; none where it cannot be made.
    pub(super) state: Option<State>,
    /// What was put right.
    pub(super) notices: Vec<Message>,
}

/// Why the embedded store is not gone on with.
enum Off {
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

/// Where each journal ends, for the writer.
pub(super) fn ends(found: &[Found]) -> HashMap<PathBuf, u64> {
    found
        .iter()
        .map(|journal| (journal.file.clone(), journal.position.offset))
        .collect()
}

/// Loads a study for writing; the lock is held.
pub(super) fn load(folder: &Folder) -> Result<Opened, StoreError> {
    let mut notices = Vec::new();
    let off = match try_state(folder, &mut notices)? {
        Ok(opened) => {
            return Ok(Opened {
                notices: [notices, opened.notices].concat(),
                ..opened
            });
        }
        Err(off) => off,
    };
    let path = folder.state();
    let made_again = match off {
        Off::Missing => Some("store-state-missing"),
        Off::Late => Some("store-state-late"),
        _ => None,
    };
    match off {
        Off::Missing | Off::Late | Off::Erasing => {}
        Off::Damaged(detail) => {
            let aside = set_aside(&path)?;
            notices.push(message!(
                "store-state-damaged",
                aside = shown(&aside),
                detail = detail
            ));
        }
        Off::Disagrees => {
            let aside = set_aside(&path)?;
            notices.push(message!("store-state-disagrees", aside = shown(&aside)));
        }
    }
    let opened = rebuild(folder, &mut notices)?;
    let lines: u64 = opened.found.iter().map(|j| j.position.lines).sum();
    if let Some(key) = made_again.filter(|_| lines > 0) {
        notices.push(message!(key, lines = lines));
    }
    Ok(Opened { notices, ..opened })
}

/// Makes the embedded store anew from the journals; what was there is removed.
pub(super) fn rebuild(folder: &Folder, notices: &mut Vec<Message>) -> Result<Opened, StoreError> {
    let mut folded = fold_all(folder, true, None)?;
    cut_torn(&mut folded.found, &replica::own(folder), notices)?;
    let remains = folded
        .present
        .iter()
        .any(|subject| folded.study.erased.contains(subject));
    if remains || blank::is_unfinished(folder) {
        blank::blank(folder, &folded.study.erased)?;
        notices.push(message!("store-erase-finished"));
        folded = fold_all(folder, true, None)?;
    }
    let path = folder.state();
    let _ = fs::remove_dir_all(&path);
    let places = folded.found.iter().map(place_of).collect();
    let state = State::build(&path, &folded.study, places);
    let state = state
        .map_err(|error| {
            let _ = fs::remove_dir_all(&path);
            notices.push(message!("store-state-none", detail = error.to_string()));
        })
        .ok();
    Ok(Opened {
        study: folded.study,
        found: folded.found,
        state,
        notices: Vec::new(),
    })
}

fn place_of(journal: &Found) -> (String, Place) {
    (
        file_name(&journal.file),
        Place::of(&journal.file, journal.position.clone(), &journal.damages),
    )
}

/// Puts a folder out of the way, under a name that is free.
fn set_aside(path: &Path) -> Result<PathBuf, StoreError> {
    let mut n = 1;
    loop {
        let mut name = path.as_os_str().to_owned();
        name.push(format!(".aside-{n}"));
        let aside = PathBuf::from(name);
        if fs::symlink_metadata(&aside).is_err() {
            fs::rename(path, &aside).map_err(|error| StoreError::disk(path, &error))?;
            return Ok(aside);
        }
        n += 1;
    }
}

/// The state from the embedded store and the lines since, where both agree.
fn try_state(
    folder: &Folder,
    notices: &mut Vec<Message>,
) -> Result<Result<Opened, Off>, StoreError> {
    let path = folder.state();
    if fs::symlink_metadata(&path).is_err() {
        return Ok(Err(Off::Missing));
    }
    let (mut state, loaded) = match State::open(&path) {
        Ok(opened) => opened,
        // One of another shape, or one whose making was cut short, is worth nothing.
        Err(StateError::Incomplete) => return Ok(Err(Off::Missing)),
        Err(error) => return Ok(Err(Off::Damaged(error.to_string()))),
    };
    let Loaded { mut study, places } = loaded;
    let Some(mut since) = read_since(folder, places)? else {
        return Ok(Err(Off::Disagrees));
    };
    cut_torn(&mut since.found, &replica::own(folder), notices)?;
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
    if blank::is_unfinished(folder)
        || since.transactions.iter().any(erases)
        || since
            .present
            .iter()
            .any(|subject| study.erased.contains(subject))
    {
        return Ok(Err(Off::Erasing));
    }
    if since.changed {
        let places = since.found.iter().map(place_of).collect();
        let erased = study.erased.iter().cloned().collect();
        if let Err(error) = state.update(updates, (study.head, erased), places) {
            return Ok(Err(Off::Damaged(error.to_string())));
        }
    }
    let mut said = Vec::new();
    if !since.transactions.is_empty() {
        let lines = since.transactions.len();
        said.push(message!("store-state-behind", lines = lines));
    }
    Ok(Ok(Opened {
        study,
        found: since.found,
        state: Some(state),
        notices: said,
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
) -> Result<Option<Since>, StoreError> {
    let mut since = Since {
        found: Vec::new(),
        transactions: Vec::new(),
        present: BTreeSet::new(),
        changed: false,
    };
    for (file, replica, identity) in folder.journals()? {
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
    replica: crate::study::ReplicaId,
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
