//! The state at opening: from the embedded store and the lines since, or from the journals alone.

use super::blank;
use super::error::{AtFile, StoreError, shown};
use super::folder::Folder;
use super::handle::{Store, ends_of};
use super::open::cut_torn;
use super::reading::{Found, fold_all};
use super::replica;
use super::snapshot::{self, Off, Snapshot};
use super::state::{Place, State, file_name};
use super::tree::StateError;
use super::watch::{Watch, part};
use super::writer::Ground;
use crate::i18n::Message;
use crate::message;
use crate::study::Study;
use std::collections::HashMap;
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

/// What of a rebuild the fold is; the rest is writing the embedded store.
const FOLD: f64 = 0.6;

/// Where each journal ends, for the writer.
pub(super) fn ends(found: &[Found]) -> HashMap<PathBuf, u64> {
    found
        .iter()
        .map(|journal| (journal.file.clone(), journal.position.offset))
        .collect()
}

/// How long the journals are, where they could not be read.
fn lengths(folder: &Folder) -> Result<HashMap<PathBuf, u64>, StoreError> {
    folder
        .journals()?
        .into_iter()
        .map(|(file, ..)| {
            let length = fs::metadata(&file).at(&file)?.len();
            Ok((file, length))
        })
        .collect()
}

impl Store {
    /// Has the writer let go of all files, works on them, and goes on with the study that comes of it. Where the work
    /// fails, with the one there was.
    pub(super) fn anew<T>(
        &mut self,
        work: impl FnOnce(&Folder, &mut Vec<Message>) -> Result<(T, Opened), StoreError>,
    ) -> Result<T, StoreError> {
        self.writer()?.pause()?;
        let mut notices = Vec::new();
        let (done, opened) = match work(&self.folder, &mut notices) {
            Ok(done) => done,
            Err(error) => {
                let ends = lengths(&self.folder)?;
                self.writer()?.resume(Ground { ends, state: None })?;
                return Err(error);
            }
        };
        self.writer()?.resume(Ground {
            ends: ends(&opened.found),
            state: opened.state,
        })?;
        self.ends = ends_of(&opened.found);
        self.put(opened.study);
        self.notices.extend(notices);
        Ok(done)
    }
}

/// Loads a study for writing; the lock is held.
pub(super) fn load(folder: &Folder, watch: &mut Watch<'_>) -> Result<Opened, StoreError> {
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
    let opened = rebuild(folder, &mut notices, watch)?;
    let lines: u64 = opened.found.iter().map(|j| j.position.lines).sum();
    if let Some(key) = made_again.filter(|_| lines > 0) {
        notices.push(message!(key, lines = lines));
    }
    Ok(Opened { notices, ..opened })
}

/// Makes the embedded store anew from the journals; what was there is removed.
pub(super) fn rebuild(
    folder: &Folder,
    notices: &mut Vec<Message>,
    watch: &mut Watch<'_>,
) -> Result<Opened, StoreError> {
    let mut folded = fold_all(folder, true, None, &mut part(watch, 0.0, FOLD))?;
    cut_torn(&mut folded.found, &replica::own(folder), notices)?;
    let remains = folded
        .present
        .iter()
        .any(|subject| folded.study.erased.contains(subject));
    if remains || blank::is_unfinished(folder) {
        blank::blank(folder, &folded.study.erased)?;
        notices.push(message!("store-erase-finished"));
        folded = fold_all(folder, true, None, &mut part(watch, 0.0, FOLD))?;
    }
    let path = folder.state();
    let _ = fs::remove_dir_all(&path);
    let places = folded.found.iter().map(place_of).collect();
    let mut building = part(watch, FOLD, 1.0);
    let state = State::build(&path, &folded.study, places, &mut building);
    if matches!(state, Err(StateError::GivenUp)) {
        return Err(StoreError::GivenUp);
    }
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

/// The state from the embedded store and the lines since, where both agree; the embedded store knows those lines then.
fn try_state(
    folder: &Folder,
    notices: &mut Vec<Message>,
) -> Result<Result<Opened, Off>, StoreError> {
    let snapshot = match snapshot::take(folder, true)? {
        Ok(snapshot) => snapshot,
        Err(off) => return Ok(Err(off)),
    };
    let Snapshot {
        mut state,
        study,
        mut found,
        updates,
        changed,
    } = snapshot;
    cut_torn(&mut found, &replica::own(folder), notices)?;
    let lines = updates.len();
    if changed {
        let places = found.iter().map(place_of).collect();
        let erased = study.erased.iter().cloned().collect();
        if let Err(error) = state.update(updates, (study.head, erased), places) {
            return Ok(Err(Off::Damaged(error.to_string())));
        }
    }
    let behind = (lines > 0).then(|| message!("store-state-behind", lines = lines));
    Ok(Ok(Opened {
        study,
        found,
        state: Some(state),
        notices: behind.into_iter().collect(),
    }))
}
