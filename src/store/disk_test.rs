//! A disk that refuses: nothing is lost, what waits is tried again, what is said is true.

use super::disk::{Disk, RealDisk};
use super::store_test::{Place, keys, rename};
use super::*;
use std::io::{self, ErrorKind, Write};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

/// What the disk does with the next appends.
#[derive(Default)]
struct Mood {
    refuse: Mutex<Option<ErrorKind>>,
    /// Bytes of a refused line that reach the file all the same.
    torn: AtomicUsize,
    appends: AtomicUsize,
}

struct Moody {
    mood: Arc<Mood>,
    real: RealDisk,
}

impl Disk for Moody {
    fn append(&mut self, file: &Path, end: u64, bytes: &[u8]) -> io::Result<()> {
        self.mood.appends.fetch_add(1, Ordering::SeqCst);
        let refuse = *self.mood.refuse.lock().unwrap();
        if let Some(kind) = refuse {
            let torn = self.mood.torn.load(Ordering::SeqCst).min(bytes.len());
            let mut open = std::fs::OpenOptions::new().append(true).open(file)?;
            open.write_all(&bytes[..torn])?;
            return Err(io::Error::from(kind));
        }
        self.real.append(file, end, bytes)
    }
    fn sync(&mut self, files: &[PathBuf]) -> io::Result<()> {
        self.real.sync(files)
    }
    fn draft(&mut self, file: &Path, text: Option<&str>) -> io::Result<()> {
        self.real.draft(file, text)
    }
}

fn moody(place: &Place) -> (Store, Arc<Mood>) {
    let mut store = place.create();
    rename(&mut store, "zéro");
    drop(store);
    let mood = Arc::new(Mood::default());
    let disk = Moody {
        mood: mood.clone(),
        real: RealDisk::default(),
    };
    let store = Store::open_writing(
        &place.folder(),
        "am".into(),
        &place.options(),
        Box::new(disk),
        &mut watch::unwatched,
    );
    (store.unwrap(), mood)
}

fn wait(what: &str, done: impl Fn() -> bool) {
    let began = Instant::now();
    while !done() {
        assert!(began.elapsed() < Duration::from_secs(20), "{what}");
        std::thread::sleep(Duration::from_millis(5));
    }
}

#[test]
fn a_full_disk_loses_nothing_and_is_tried_again() {
    let place = Place::new();
    let (mut store, mood) = moody(&place);
    let woken = Arc::new(AtomicUsize::new(0));
    let count = woken.clone();
    store.on_saved(Box::new(move || {
        count.fetch_add(1, Ordering::SeqCst);
    }));
    *mood.refuse.lock().unwrap() = Some(ErrorKind::StorageFull);
    mood.torn.store(30, Ordering::SeqCst);
    rename(&mut store, "un");
    wait("the refusal is said", || {
        matches!(store.saved(), Saved::Failed(_))
    });
    let Saved::Failed(message) = store.saved() else {
        panic!()
    };
    assert_eq!(message.key, "store-disk-full");
    // The person goes on typing.
    rename(&mut store, "deux");
    assert_eq!(store.study().settings().name, "deux");
    let error = store.settle().unwrap_err();
    assert_eq!(error.exit_code(), 74);
    assert!(matches!(
        error,
        StoreError::Disk {
            fault: DiskFault::Full,
            ..
        }
    ));
    // A reader sees what was acknowledged, and no half lines.
    assert_eq!(place.read().study().settings().name, "zéro");
    *mood.refuse.lock().unwrap() = None;
    wait("it is tried again by itself", || {
        matches!(store.saved(), Saved::Saved(_))
    });
    assert!(woken.load(Ordering::SeqCst) >= 2);
    drop(store);
    let mut store = place.open();
    assert_eq!(store.notices(), vec![]);
    assert_eq!(store.study().settings().name, "deux");
    assert_eq!(store.log().unwrap().len(), 3);
}

#[test]
fn refusals_are_told_apart() {
    for (kind, fault, key) in [
        (ErrorKind::StorageFull, DiskFault::Full, "store-disk-full"),
        (ErrorKind::FileTooLarge, DiskFault::Full, "store-disk-full"),
        (
            ErrorKind::ReadOnlyFilesystem,
            DiskFault::ReadOnly,
            "store-disk-read-only",
        ),
        (
            ErrorKind::PermissionDenied,
            DiskFault::Denied,
            "store-disk-denied",
        ),
        (ErrorKind::Other, DiskFault::Failed, "store-disk-failed"),
    ] {
        let error = StoreError::disk(Path::new("f"), &io::Error::from(kind));
        assert!(matches!(&error, StoreError::Disk { fault: f, .. } if *f == fault));
        assert_eq!(error.message().key, key);
    }
}

#[test]
fn lines_that_wait_together_are_written_together() {
    let place = Place::new();
    let (mut store, mood) = moody(&place);
    *mood.refuse.lock().unwrap() = Some(ErrorKind::Other);
    rename(&mut store, "un");
    wait("the refusal is said", || {
        matches!(store.saved(), Saved::Failed(_))
    });
    for n in 0..50 {
        rename(&mut store, &n.to_string());
    }
    *mood.refuse.lock().unwrap() = None;
    mood.appends.store(0, Ordering::SeqCst);
    store.settle().unwrap();
    assert!(mood.appends.load(Ordering::SeqCst) <= 2);
    assert_eq!(place.read().study().settings().name, "49");
}

#[test]
fn a_study_closed_while_the_disk_refuses_has_what_was_acknowledged() {
    let place = Place::new();
    let (mut store, mood) = moody(&place);
    rename(&mut store, "un");
    store.settle().unwrap();
    *mood.refuse.lock().unwrap() = Some(ErrorKind::StorageFull);
    mood.torn.store(100, Ordering::SeqCst);
    rename(&mut store, "deux");
    drop(store);
    let mut store = place.open();
    assert_eq!(keys(&store.notices()), ["store-torn-cut"]);
    assert_eq!(store.study().settings().name, "un");
}

#[test]
fn a_journal_that_was_removed_is_not_written_into_nothing() {
    let place = Place::new();
    let mut store = place.create();
    rename(&mut store, "un");
    store.settle().unwrap();
    std::fs::remove_file(place.journal(&store)).unwrap();
    rename(&mut store, "deux");
    assert_eq!(store.settle().unwrap_err().exit_code(), 74);
}
