//! What only other processes show: a study that is held, a real limit on the size of files.
#![cfg(target_os = "linux")]

use entretien::message;
use entretien::store::{Access, DiskFault, Options, Saved, Store, StoreError};
use entretien::study::Study;
use entretien::study::settings::SettingsField;
use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Command, Stdio};

const HELD: &str = "ENTRETIEN_HELD_FOLDER";
const FOLDER: &str = "ENTRETIEN_FULL_FOLDER";
const READ: &str = "ENTRETIEN_READ_FOLDER";

fn options(folder: &Path) -> Options {
    Options {
        state: Some(folder.with_extension("state")),
        ..Options::default()
    }
}

fn open(folder: &Path) -> Store {
    let author = "am".to_owned();
    Store::open_with(folder, Access::Write { author }, &options(folder)).unwrap()
}

/// Runs under a soft limit of 16 KB a file, with the signal that comes with it ignored.
#[test]
fn child_full() {
    let Ok(folder) = std::env::var(FOLDER) else {
        return;
    };
    let mut store = open(Path::new(&folder));
    let name = |n: usize| {
        let long = format!("{n} {}", "mot ".repeat(250));
        vec![(Study::settings_id(), SettingsField::Name(long)).into()]
    };
    let mut refused = None;
    for n in 0..40 {
        store.transact(message!("test"), name(n)).unwrap();
        if let Err(error) = store.settle() {
            refused = Some(n);
            let full = DiskFault::Full;
            assert!(
                matches!(error, StoreError::Disk { fault, .. } if fault == full),
                "{error}"
            );
            assert!(matches!(store.saved(), Saved::Failed(_)));
        }
    }
    assert!(refused.is_some(), "the limit was never met");
    let limit = rustix::process::Rlimit {
        current: Some(1 << 30),
        maximum: Some(1 << 30),
    };
    rustix::process::setrlimit(rustix::process::Resource::Fsize, limit).unwrap();
    store.settle().unwrap();
}

#[test]
fn a_full_disk_loses_nothing() {
    if std::env::var(FOLDER).is_ok() {
        return;
    }
    let dir = tempfile::tempdir().unwrap();
    let folder = dir.path().join("study");
    drop(Store::create_with(&folder, "am", &options(&folder)).unwrap());
    let output = Command::new("sh")
        .arg("-c")
        .arg("trap '' XFSZ; ulimit -H -f 2097152; ulimit -S -f 32; exec \"$0\" --exact child_full --nocapture")
        .arg(std::env::current_exe().unwrap())
        .env(FOLDER, &folder)
        .output()
        .unwrap();
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{said}");
    let mut store = open(&folder);
    assert!(store.study().settings().name.starts_with("39 "));
    assert_eq!(store.log().unwrap().len(), 40);
    let keys: Vec<String> = store.notices().into_iter().map(|m| m.key.into()).collect();
    assert!(
        !keys.iter().any(|key| key.starts_with("store-line")),
        "{keys:?}"
    );
}

/// Holds a study until it is killed.
#[test]
fn child_held() {
    let Ok(folder) = std::env::var(HELD) else {
        return;
    };
    let _store = open(Path::new(&folder));
    println!("\nheld");
    loop {
        std::thread::park();
    }
}

#[test]
fn a_study_that_another_process_holds_says_which_and_a_kill_lets_it_go() {
    if std::env::var(HELD).is_ok() {
        return;
    }
    let dir = tempfile::tempdir().unwrap();
    let folder = dir.path().join("study");
    drop(Store::create_with(&folder, "am", &options(&folder)).unwrap());
    let mut child = Command::new(std::env::current_exe().unwrap())
        .args(["--exact", "child_held", "--nocapture"])
        .env(HELD, &folder)
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let lines = BufReader::new(child.stdout.take().unwrap()).lines();
    assert!(lines.map_while(Result::ok).any(|line| line == "held"));
    let author = "am".to_owned();
    let refused = Store::open_with(&folder, Access::Write { author }, &options(&folder));
    let refused = refused.err().unwrap();
    let StoreError::Held { pid, since, .. } = &refused else {
        panic!("{refused:?}");
    };
    assert_eq!((*pid, refused.exit_code()), (child.id(), 75));
    assert!(since.parse::<jiff::Timestamp>().is_ok(), "{since}");
    Store::open_with(&folder, Access::Read, &options(&folder)).unwrap();
    assert_eq!(Store::check(&folder, true).unwrap().len(), 1);
    child.kill().unwrap();
    child.wait().unwrap();
    drop(open(&folder));
}

fn named(store: &mut Store, name: &str) {
    let change = (Study::settings_id(), SettingsField::Name(name.into())).into();
    store.transact(message!("test"), vec![change]).unwrap();
    store.settle().unwrap();
}

fn number(store: &Store) -> u32 {
    store.study().settings().name.parse().unwrap()
}

/// Reads a study again and again until it is killed; what it sees never goes back.
#[test]
fn child_reading() {
    let Ok(folder) = std::env::var(READ) else {
        return;
    };
    let mut last = 0;
    println!("\nreading");
    loop {
        let store = Store::open_with(
            Path::new(&folder),
            Access::Read,
            &options(Path::new(&folder)),
        );
        let seen = number(&store.unwrap());
        assert!(seen >= last, "{seen} after {last}");
        last = seen;
    }
}

struct Readers(Vec<std::process::Child>);

impl Drop for Readers {
    fn drop(&mut self) {
        for child in &mut self.0 {
            let _ = child.kill();
            let _ = child.wait();
        }
    }
}

#[test]
fn readers_and_a_writer_do_not_keep_each_other_out() {
    if std::env::var(READ).is_ok() {
        return;
    }
    let dir = tempfile::tempdir().unwrap();
    let folder = dir.path().join("study");
    named(
        &mut Store::create_with(&folder, "am", &options(&folder)).unwrap(),
        "0",
    );
    let readers: Vec<_> = (0..2)
        .map(|_| {
            let mut child = Command::new(std::env::current_exe().unwrap())
                .args(["--exact", "child_reading", "--nocapture"])
                .env(READ, &folder)
                .stdout(Stdio::piped())
                .spawn()
                .unwrap();
            let lines = BufReader::new(child.stdout.as_mut().unwrap()).lines();
            assert!(lines.map_while(Result::ok).any(|line| line == "reading"));
            child
        })
        .collect();
    // Killed before the folder goes, whatever fails.
    let mut readers = Readers(readers);
    for n in 1..=20 {
        // Opening for writing fails with 75 only where another writes.
        let mut store = open(&folder);
        assert_eq!(number(&store), n - 1);
        named(&mut store, &n.to_string());
        drop(store);
        let read = Store::open_with(&folder, Access::Read, &options(&folder));
        assert_eq!(number(&read.unwrap()), n);
    }
    for child in &mut readers.0 {
        assert!(child.try_wait().unwrap().is_none(), "a reader fell");
    }
    drop(readers);
    assert_eq!(Store::check(&folder, false).unwrap(), vec![]);
}

#[test]
fn reading_writes_nothing_into_the_journals_and_needs_no_leave_to_write() {
    use std::os::unix::fs::PermissionsExt;
    let dir = tempfile::tempdir().unwrap();
    let folder = dir.path().join("study");
    named(
        &mut Store::create_with(&folder, "am", &options(&folder)).unwrap(),
        "7",
    );
    let journals = || {
        let entries = std::fs::read_dir(folder.join("journal")).unwrap().flatten();
        let file = |entry: std::fs::DirEntry| {
            let changed = entry.metadata().unwrap().modified().unwrap();
            (std::fs::read(entry.path()).unwrap(), changed)
        };
        entries.map(file).collect::<Vec<_>>()
    };
    let before = journals();
    let read = || number(&Store::open_with(&folder, Access::Read, &options(&folder)).unwrap());
    let allow = |mode| {
        for path in [
            folder.join("study.sled"),
            folder.join("journal"),
            folder.clone(),
        ] {
            std::fs::set_permissions(path, std::fs::Permissions::from_mode(mode)).unwrap();
        }
    };
    assert_eq!(read(), 7);
    allow(0o500);
    let refused = read();
    allow(0o700);
    // An embedded store that opens for nobody, as on a medium that takes no writing.
    std::fs::remove_dir_all(folder.join("study.sled")).unwrap();
    std::fs::write(folder.join("study.sled"), b"").unwrap();
    assert_eq!((refused, read()), (7, 7));
    assert_eq!(journals(), before);
}
