//! The embedded store: the state in the shape that opening wants, and how far in each journal it has got. It may
//! always be thrown away; the journals make it again.

use super::blocks::{self, Gathered};
use super::journal::{Damage, Position};
use super::line::Flaw;
use super::tree::{Pending, StateError, Tree, guarded};
use super::watch::Watch;
use crate::study::fold::Conflict;
use crate::study::history::{Entry, History, REMEMBERED, REMEMBERED_TOTAL};
use crate::study::id::SubjectId;
use crate::study::{Item, Record, Stamp, Study};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, VecDeque};
use std::path::Path;
use std::time::UNIX_EPOCH;

/// Version of the shape; another one is made again.
const SHAPE: &[u8] = b"2";
/// Records written at once when the whole is made again.
const TOGETHER: usize = 5_000;

/// How far a journal was applied, and how its file looked then.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Place {
    pub(super) position: Position,
    /// Bytes of the file.
    pub(super) size: u64,
    /// Its time of change, nanoseconds; 0 where it is not known.
    pub(super) changed: u64,
    /// Lines that are damaged.
    pub(super) damaged: Vec<(u64, Flaw)>,
}

impl Place {
    /// The place of a journal as it lies there now.
    pub(super) fn of(file: &Path, position: Position, damages: &[Damage]) -> Self {
        let (size, changed) = look(file);
        Self {
            position,
            size,
            changed,
            damaged: damages.iter().map(|d| (d.line, d.flaw)).collect(),
        }
    }
}

/// What a journal is called in the embedded store.
pub(super) fn file_name(journal: &Path) -> String {
    journal
        .file_name()
        .map(|name| name.to_string_lossy().into_owned())
        .unwrap_or_default()
}

/// Size and time of change of a file.
pub(super) fn look(file: &Path) -> (u64, u64) {
    let Ok(meta) = std::fs::metadata(file) else {
        return (0, 0);
    };
    let changed = meta
        .modified()
        .ok()
        .and_then(|time| time.duration_since(UNIX_EPOCH).ok())
        .and_then(|since| u64::try_from(since.as_nanos()).ok());
    (meta.len(), changed.unwrap_or(0))
}

/// What a line changed, on its way into the embedded store.
#[derive(Debug, Default)]
pub(super) struct Update {
    pub(super) records: Vec<(Item, Option<Record>)>,
    pub(super) entry: Option<Entry>,
    pub(super) conflicts: Vec<Conflict>,
}

impl Update {
    /// What the last transaction did to a study.
    pub(super) fn of(study: &Study, stamp: Stamp, touched: impl IntoIterator<Item = Item>) -> Self {
        let at = study.conflicts.partition_point(|c| c.stamp < stamp);
        Self {
            records: touched
                .into_iter()
                .map(|item| {
                    let record = study.records.get(&item);
                    (item, record)
                })
                .collect(),
            entry: study.history.get(stamp).cloned(),
            conflicts: study
                .conflicts
                .iter()
                .skip(at)
                .take_while(|c| c.stamp == stamp)
                .cloned()
                .collect(),
        }
    }
}

/// A store read back.
#[derive(Debug)]
pub(super) struct Loaded {
    pub(super) study: Study,
    pub(super) places: BTreeMap<String, Place>,
}

#[derive(Debug, Default, Serialize, Deserialize)]
struct Top {
    head: Stamp,
    forgotten: Option<Stamp>,
    erased: Vec<SubjectId>,
}

const META_SHAPE: &[u8] = b"m/shape";
const META_TOP: &[u8] = b"m/top";
const META_PLACES: &[u8] = b"m/places";
/// Entries of the history without their writes, and those that have them, whole.
const ENTRY: &str = "h/";
const WRITES: &str = "w/";
const CONFLICT: &str = "c/";

/// The embedded store, open.
pub(super) struct State {
    tree: Tree,
    places: BTreeMap<String, Place>,
    /// Entries of the history, with how many of its writes each holds.
    entries: VecDeque<(Stamp, usize)>,
    top: Top,
}

impl State {
    /// Opens what is there and reads it.
    pub(super) fn open(path: &Path) -> Result<(Self, Loaded), StateError> {
        guarded(|| {
            let tree = Tree::open(path)?;
            if tree.get(META_SHAPE)?.as_deref() != Some(SHAPE) {
                return Err(StateError::Incomplete);
            }
            let meta = |key| tree.get(key)?.ok_or(StateError::Incomplete);
            let top: Top = serde_json::from_slice(&meta(META_TOP)?)?;
            let places: BTreeMap<String, Place> = serde_json::from_slice(&meta(META_PLACES)?)?;
            let mut study = Study::default();
            blocks::records(&tree, &mut |record| study.restore(record))?;
            let mut entries: BTreeMap<Stamp, Entry> = BTreeMap::new();
            for prefix in [ENTRY, WRITES] {
                tree.scan(prefix.as_bytes(), &mut |_, bytes| {
                    let entry: Entry = serde_json::from_slice(bytes)?;
                    entries.insert(entry.stamp, entry);
                    Ok(())
                })?;
            }
            tree.scan(CONFLICT.as_bytes(), &mut |_, bytes| {
                study
                    .conflicts
                    .extend(serde_json::from_slice::<Vec<Conflict>>(bytes)?);
                Ok(())
            })?;
            let held = |entry: &Entry| (entry.stamp, entry.overwritten.len());
            let stamps = entries.values().map(held).collect();
            study.history = History::from_entries(entries.into_values(), top.forgotten);
            study.erased = top.erased.iter().cloned().collect();
            study.head = top.head;
            let state = Self {
                tree,
                places: places.clone(),
                entries: stamps,
                top,
            };
            Ok((state, Loaded { study, places }))
        })
    }

    /// Makes a new one that holds a study; one that was given up is not complete.
    pub(super) fn build(
        path: &Path,
        study: &Study,
        places: BTreeMap<String, Place>,
        watch: &mut Watch<'_>,
    ) -> Result<Self, StateError> {
        guarded(|| {
            let whole = study.records.count().max(1);
            let mut state = Self {
                tree: Tree::open(path)?,
                places: BTreeMap::new(),
                entries: VecDeque::new(),
                top: Top::default(),
            };
            let mut gathered = Gathered::default();
            let mut pending = Pending::default();
            for (count, record) in study.records.all().enumerate() {
                let item = record.item();
                gathered.put(&state.tree, &mut pending, &item, Some(record))?;
                if count % TOGETHER == TOGETHER - 1 {
                    std::mem::take(&mut gathered).finish(&state.tree, &mut pending)?;
                    state.tree.apply(std::mem::take(&mut pending))?;
                    if watch(count as f64 / whole as f64).is_break() {
                        return Err(StateError::GivenUp);
                    }
                }
            }
            gathered.finish(&state.tree, &mut pending)?;
            let mut by_stamp: BTreeMap<Stamp, Vec<&Conflict>> = BTreeMap::new();
            for conflict in &study.conflicts {
                by_stamp.entry(conflict.stamp).or_default().push(conflict);
            }
            for (stamp, conflicts) in by_stamp {
                let key = format!("{CONFLICT}{stamp}").into_bytes();
                pending.insert(&state.tree, key, &serde_json::to_vec(&conflicts)?)?;
            }
            state.tree.apply(std::mem::take(&mut pending))?;
            state.top.forgotten = study.history.forgotten();
            let entries = study.history.entries().map(|entry| Update {
                entry: Some(entry.clone()),
                ..Update::default()
            });
            let entries: Vec<Update> = entries.collect();
            // The shape is written last: until then the whole is not complete.
            state.put(entries, study, places, true)?;
            Ok(state)
        })
    }

    /// Brings in what lines changed, and where the journals now end, in one batch.
    pub(super) fn update(
        &mut self,
        updates: Vec<Update>,
        top: (Stamp, Vec<SubjectId>),
        places: BTreeMap<String, Place>,
    ) -> Result<(), StateError> {
        guarded(|| self.put_with(updates, top, places, false))
    }

    fn put(
        &mut self,
        updates: Vec<Update>,
        study: &Study,
        places: BTreeMap<String, Place>,
        complete: bool,
    ) -> Result<(), StateError> {
        let erased = study.erased.iter().cloned().collect();
        self.put_with(updates, (study.head, erased), places, complete)
    }

    fn put_with(
        &mut self,
        updates: Vec<Update>,
        (head, erased): (Stamp, Vec<SubjectId>),
        places: BTreeMap<String, Place>,
        complete: bool,
    ) -> Result<(), StateError> {
        let mut pending = Pending::default();
        let mut gathered = Gathered::default();
        for update in updates {
            for (item, record) in update.records {
                gathered.put(&self.tree, &mut pending, &item, record)?;
            }
            if let Some(mut entry) = update.entry {
                let stamp = entry.stamp;
                let writes = entry.overwritten.len();
                if writes > 0 {
                    let key = format!("{WRITES}{stamp}").into_bytes();
                    pending.insert(&self.tree, key, &serde_json::to_vec(&entry)?)?;
                    entry.shorten();
                }
                let key = format!("{ENTRY}{stamp}").into_bytes();
                pending.insert(&self.tree, key, &serde_json::to_vec(&entry)?)?;
                self.entries.push_back((stamp, writes));
            }
            if let Some(first) = update.conflicts.first() {
                let key = format!("{CONFLICT}{}", first.stamp).into_bytes();
                pending.insert(&self.tree, key, &serde_json::to_vec(&update.conflicts)?)?;
            }
        }
        gathered.finish(&self.tree, &mut pending)?;
        while self.entries.len() > REMEMBERED {
            if let Some((stamp, writes)) = self.entries.pop_front() {
                if writes > 0 {
                    pending.remove(&self.tree, format!("{WRITES}{stamp}").into_bytes())?;
                }
                pending.remove(&self.tree, format!("{ENTRY}{stamp}").into_bytes())?;
                self.top.forgotten = self.top.forgotten.max(Some(stamp));
            }
        }
        // As the history itself does: the writes of the oldest go first.
        let mut total: usize = self.entries.iter().map(|(_, writes)| writes).sum();
        for (stamp, writes) in &mut self.entries {
            if total <= REMEMBERED_TOTAL {
                break;
            }
            if *writes > 0 {
                pending.remove(&self.tree, format!("{WRITES}{stamp}").into_bytes())?;
                total -= std::mem::take(writes);
            }
        }
        self.top.head = self.top.head.max(head);
        if !erased.is_empty() {
            self.top.erased = erased;
        }
        self.places.extend(places);
        pending.insert(&self.tree, META_TOP.into(), &serde_json::to_vec(&self.top)?)?;
        let places = serde_json::to_vec(&self.places)?;
        pending.insert(&self.tree, META_PLACES.into(), &places)?;
        if complete {
            pending.insert(&self.tree, META_SHAPE.into(), SHAPE)?;
        }
        self.tree.apply(pending)
    }

    /// Brings in what lines of one journal changed.
    pub(super) fn update_line(
        &mut self,
        updates: Vec<Update>,
        erased: Vec<SubjectId>,
        journal: &Path,
        position: Position,
    ) -> Result<(), StateError> {
        let name = file_name(journal);
        let damages = self.places.get(&name).map(|place| place.damaged.clone());
        let head = position.stamp;
        let mut place = Place::of(journal, position, &[]);
        place.damaged = damages.unwrap_or_default();
        self.update(updates, (head, erased), BTreeMap::from([(name, place)]))
    }

    /// Hands what was written to the disk; called when nothing else is to be done.
    pub(super) fn flush(&self) -> Result<(), StateError> {
        guarded(|| self.tree.flush())
    }
}
