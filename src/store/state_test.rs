//! The embedded store may be missing, damaged, behind or wrong: what is seen is always what the journals say.

use super::folder::Folder;
use super::state::{Place as Reached, State, Update};
use super::store_test::{Place, add_session, keys, name, rename};
use super::*;
use crate::message;
use crate::study::coding::Coding;
use crate::study::id::{CodingId, NoteId};
use crate::study::session::Note;
use crate::study::{Change, Item, Record, ReplicaId, Stamp, Study, Transaction};
use proptest::prelude::*;
use std::collections::BTreeMap;

fn some_study(place: &Place) -> (Study, Head) {
    let mut store = place.create();
    rename(&mut store, "un");
    let session = add_session(&mut store, "E01");
    for n in 0..200 {
        let id = NoteId::mint(store.mint());
        let note = Note {
            session: session.clone(),
            text: format!("{n} {}", "mot ".repeat(n % 40)),
            ..Note::default()
        };
        store
            .transact(message!("test"), vec![(id, note).into()])
            .unwrap();
    }
    store.undo().unwrap();
    store
        .transact(
            message!("test"),
            vec![Change::remove(CodingId::new("gone"))],
        )
        .unwrap();
    store.settle().unwrap();
    let seen = (store.study().clone(), store.head());
    drop(store);
    seen
}

fn same(store: &Store, (study, head): &(Study, Head)) {
    assert_eq!(store.study(), study);
    assert_eq!(&store.head(), head);
}

#[test]
fn the_stored_state_is_the_fold() {
    let place = Place::new();
    let seen = some_study(&place);
    assert_eq!(seen.0.conflicts.len(), 1);
    let mut store = place.open();
    same(&store, &seen);
    assert_eq!(store.notices(), vec![]);
    same(&place.read(), &seen);
    drop(store);
    assert_eq!(Store::check(&place.folder(), false).unwrap(), vec![]);
}

#[test]
fn a_deleted_state_is_made_again() {
    let place = Place::new();
    let seen = some_study(&place);
    std::fs::remove_dir_all(place.folder().join("study.sled")).unwrap();
    let mut store = place.open();
    assert_eq!(keys(&store.notices()), ["store-state-missing"]);
    same(&store, &seen);
    drop(store);
    assert_eq!(place.open().notices(), vec![]);
}

#[test]
fn a_damaged_state_is_set_aside_and_made_again() {
    let place = Place::new();
    let seen = some_study(&place);
    let sled = place.folder().join("study.sled");
    for garbage in 0..3 {
        for entry in std::fs::read_dir(&sled).unwrap() {
            let path = entry.unwrap().path();
            match (garbage, path.is_dir()) {
                (_, true) => {}
                (0, _) => std::fs::write(&path, b"garbage").unwrap(),
                (1, _) => {
                    let mut bytes = std::fs::read(&path).unwrap();
                    bytes.iter_mut().step_by(97).for_each(|byte| *byte ^= 0x55);
                    std::fs::write(&path, bytes).unwrap();
                }
                _ => std::fs::write(&path, b"").unwrap(),
            }
        }
        let mut store = place.open();
        let notices = store.notices();
        assert_eq!(notices.len(), 1, "{garbage} {notices:?}");
        assert!(
            notices[0].key.starts_with("store-state-"),
            "{garbage} {notices:?}"
        );
        same(&store, &seen);
    }
}

#[test]
fn a_state_that_is_behind_catches_up() {
    let place = Place::new();
    let seen = some_study(&place);
    let sled = place.folder().join("study.sled");
    let old = place.folder().with_file_name("old.sled");
    let copy = |from: &std::path::Path, to: &std::path::Path| {
        let done = std::process::Command::new("cp")
            .arg("-a")
            .args([from, to])
            .status();
        assert!(done.unwrap().success());
    };
    copy(&sled, &old);
    let mut store = place.open();
    rename(&mut store, "deux");
    rename(&mut store, "trois");
    store.settle().unwrap();
    let after = (store.study().clone(), store.head());
    drop(store);
    assert_ne!(seen.1, after.1);
    std::fs::remove_dir_all(&sled).unwrap();
    copy(&old, &sled);
    let findings = Store::check(&place.folder(), false).unwrap();
    assert_eq!(findings.len(), 1);
    assert!(findings[0].repaired);
    let mut store = place.open();
    assert_eq!(store.notices(), vec![]);
    same(&store, &after);
}

#[test]
fn a_line_from_before_makes_the_state_again() {
    let place = Place::new();
    let mut seen = some_study(&place);
    let early = Transaction {
        stamp: Stamp {
            ms: 5,
            counter: 0,
            replica: ReplicaId(0xaa),
        },
        author: "bm".into(),
        wall: jiff::Timestamp::UNIX_EPOCH,
        label: message!("test"),
        changes: name("early"),
    };
    let line = line::compose(1, "", &early, &[crate::study::Subject::Study], &[]).unwrap();
    std::fs::write(
        place.folder().join("journal/00000000000000aa.jsonl"),
        &line.bytes,
    )
    .unwrap();
    let mut store = place.open();
    assert_eq!(keys(&store.notices()), ["store-state-late"]);
    assert_eq!(store.study().records, seen.0.records);
    assert_ne!(store.head().hash, seen.1.hash);
    seen = (store.study().clone(), store.head());
    same(&place.read(), &seen);
    drop(store);
    same(&place.open(), &seen);
}

#[test]
fn a_state_that_is_wrong_is_found_and_made_again() {
    let place = Place::new();
    let seen = some_study(&place);
    lie(&place);
    let findings = Store::check(&place.folder(), false).unwrap();
    assert_eq!(
        findings.iter().map(|f| f.repaired).collect::<Vec<_>>(),
        [false]
    );
    let findings = Store::check(&place.folder(), true).unwrap();
    assert_eq!(
        findings.iter().map(|f| f.repaired).collect::<Vec<_>>(),
        [true]
    );
    assert_eq!(Store::check(&place.folder(), false).unwrap(), vec![]);
    same(&place.open(), &seen);
}

/// Puts a coding into the embedded store that no journal knows.
fn lie(place: &Place) {
    let path = place.folder().join("study.sled");
    let (mut state, loaded) = State::open(&path).unwrap();
    let id = CodingId::new("x");
    let lie = Update {
        records: vec![(
            Item::Coding(id.clone()),
            Some(Record::Coding(id, Coding::default())),
        )],
        ..Update::default()
    };
    let head = loaded.study.head;
    state
        .update(vec![lie], (head, vec![]), BTreeMap::new())
        .unwrap();
}

#[test]
fn reading_takes_the_stored_state_when_nobody_holds_it() {
    let place = Place::new();
    some_study(&place);
    lie(&place);
    let lies = |store: &Store| {
        store
            .study()
            .records
            .codings
            .contains_key(&CodingId::new("x"))
    };
    assert!(lies(&place.read()));
    // Held, the state belongs to who holds it: the journals are read.
    let lock = lock::Lock::take(&Folder::open(&place.folder()).unwrap()).unwrap();
    assert!(!lies(&place.read()));
    drop(lock);
    // So are they where the study was never open on this machine.
    std::fs::remove_file(place.folder().join("lock")).unwrap();
    assert!(!lies(&place.read()));
    assert!(!place.folder().join("lock").exists());
}

#[test]
fn reading_follows_the_journals_and_puts_nothing_right() {
    let place = Place::new();
    let seen = some_study(&place);
    let behind = place.folder().with_extension("behind");
    std::fs::rename(place.folder().join("study.sled"), &behind).unwrap();
    let store = place.read();
    same(&store, &seen);
    assert!(!place.folder().join("study.sled").exists());
    // Lines that the stored state does not know, the last one never finished.
    std::fs::rename(&behind, place.folder().join("study.sled")).unwrap();
    let mut store = place.open();
    store.writer().unwrap().pause().unwrap();
    let ends = load::ends(&[]);
    let journal = place.journal(&store);
    let length = std::fs::metadata(&journal).unwrap().len();
    let ends = ends
        .into_iter()
        .chain([(journal.clone(), length)])
        .collect();
    store
        .writer()
        .unwrap()
        .resume(writer::Ground { ends, state: None })
        .unwrap();
    rename(&mut store, "later");
    store.settle().unwrap();
    let seen = (store.study().clone(), store.head());
    drop(store);
    let mut bytes = std::fs::read(&journal).unwrap();
    bytes.extend_from_slice(b"{\"header\":");
    std::fs::write(&journal, &bytes).unwrap();
    same(&place.read(), &seen);
    assert_eq!(std::fs::read(&journal).unwrap(), bytes);
    assert_eq!(
        keys(&place.open().notices()),
        ["store-torn-cut", "store-state-behind"]
    );
}

#[test]
fn a_rebuild_tells_how_far_it_is_and_can_be_given_up() {
    let place = Place::new();
    let seen = some_study(&place);
    std::fs::remove_dir_all(place.folder().join("study.sled")).unwrap();
    let open = |watch: &mut Watch<'_>| {
        let access = Access::Write {
            author: "am".into(),
        };
        Store::open_watched(&place.folder(), access, &place.options(), watch)
    };
    let mut calls = 0;
    let given_up = open(&mut |_| {
        calls += 1;
        if calls < 100 {
            std::ops::ControlFlow::Continue(())
        } else {
            std::ops::ControlFlow::Break(())
        }
    });
    assert_eq!(given_up.err(), Some(StoreError::GivenUp));
    assert_eq!(calls, 100);
    let mut shares = Vec::new();
    let store = open(&mut |share| {
        shares.push(share);
        std::ops::ControlFlow::Continue(())
    });
    same(&store.unwrap(), &seen);
    assert!(shares.is_sorted() && shares.len() > 200);
    assert!(shares.iter().all(|share| (0.0..=1.0).contains(share)));
}

#[test]
fn a_long_transaction_can_be_undone_after_opening_again() {
    let place = Place::new();
    let mut store = place.create();
    rename(&mut store, "un");
    let many = crate::study::history::REMEMBERED_WRITES + 10;
    let changes: Vec<Change> = (0..many)
        .map(|_| (CodingId::mint(store.mint()), Coding::default()).into())
        .collect();
    store.transact(message!("long"), changes).unwrap();
    drop(store);
    let mut store = place.open();
    let undone = store.undo().unwrap().unwrap();
    assert_eq!((&*undone.label.key, undone.touched.len()), ("long", many));
    assert!(store.study().records.codings.is_empty());
    drop(store);
    let mut store = place.open();
    assert_eq!(store.notices(), vec![]);
    assert!(store.study().records.codings.is_empty());
    store.redo().unwrap().unwrap();
    assert_eq!(store.study().records.codings.len(), many);
    drop(store);
    assert_eq!(place.open().study().records.codings.len(), many);
    assert_eq!(Store::check(&place.folder(), false).unwrap(), vec![]);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]
    #[test]
    fn blocks_hold_what_was_put_in(
        rounds in proptest::collection::vec(
            proptest::collection::vec((0u16..400, proptest::option::weighted(0.8, 0usize..3)), 1..120),
            1..8,
        ),
    ) {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("study.sled");
        let mut expected: BTreeMap<CodingId, Coding> = BTreeMap::new();
        let mut state = State::build(&path, &Study::default(), BTreeMap::new(), &mut watch::unwatched)
            .unwrap();
        for (round, updates) in rounds.into_iter().enumerate() {
            let mut update = Update::default();
            for (n, size) in updates {
                // Ids with a slash, ids that begin alike.
                let id = CodingId::new(&format!("{}/{n}", n % 7));
                let coding = size.map(|size| Coding {
                    memo: "é".repeat([3, 300, 9_000][size]),
                    coder: round.to_string(),
                    ..Coding::default()
                });
                match &coding {
                    Some(coding) => expected.insert(id.clone(), coding.clone()),
                    None => expected.remove(&id),
                };
                let record = coding.map(|coding| Record::Coding(id.clone(), coding));
                update.records.push((Item::Coding(id), record));
            }
            let place = Reached {
                position: journal::Position::default(),
                size: 0,
                changed: 0,
                damaged: vec![],
            };
            let places = BTreeMap::from([("x".to_owned(), place)]);
            state.update(vec![update], (Stamp::default(), vec![]), places).unwrap();
        }
        drop(state);
        let (_, loaded) = State::open(&path).unwrap();
        prop_assert_eq!(&loaded.study.records.codings, &expected);
    }
}
