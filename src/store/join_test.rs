//! A colleague's copy comes in whole or not at all, and both sides come to the same.

use super::folder::Folder;
use super::join;
use super::store_test::{Place, add_session, files_below, rename, turn};
use super::watch::unwatched;
use super::*;
use crate::message;
use crate::study::document::{Document, Texts, Version};
use crate::study::id::{DocumentId, IdentityId, SessionId, VersionId};
use crate::study::people::IdentityField;
use crate::study::{Change, Study};
use std::fs;
use std::path::{Path, PathBuf};

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        let to = to.join(entry.file_name());
        if entry.path().is_dir() {
            copy(&entry.path(), &to);
        } else {
            fs::copy(entry.path(), to).unwrap();
        }
    }
}

/// All files below a folder, with what they hold.
fn bytes_below(dir: &Path) -> Vec<(PathBuf, Vec<u8>)> {
    let mut files = Vec::new();
    files_below(dir, &mut files);
    files.sort();
    let read = |file: PathBuf| fs::read(&file).ok().map(|bytes| (file, bytes));
    files.into_iter().filter_map(read).collect()
}

/// A study, and a colleague's copy of it.
struct Two {
    place: Place,
}

impl Two {
    fn new() -> Self {
        let place = Place::new();
        let mut store = place.create();
        rename(&mut store, "both");
        add_session(&mut store, "E01");
        drop(store);
        let two = Self { place };
        copy(&two.place.folder(), &two.folder("hers"));
        two
    }

    fn folder(&self, name: &str) -> PathBuf {
        self.place.folder().with_file_name(name)
    }

    fn open(&self, name: &str, author: &str) -> Store {
        let options = Options {
            state: Some(self.folder(&format!("state-{name}"))),
            ..Options::default()
        };
        let author = author.into();
        Store::open_with(&self.folder(name), Access::Write { author }, &options).unwrap()
    }

    fn mine(&self) -> Store {
        self.open("study", "am")
    }

    fn hers(&self) -> Store {
        self.open("hers", "bd")
    }

    fn join(&self, store: &mut Store, from: &str) -> Result<Joined, StoreError> {
        store.join(&self.folder(from), &mut unwatched)
    }

    /// Why the other copy is not let in; nothing of ours changes by that.
    fn refused(&self, from: &str) -> String {
        let mut store = self.mine();
        let before = store.study().clone();
        let error = self.join(&mut store, from).unwrap_err();
        assert_eq!(*store.study(), before);
        drop(store);
        let again = self.mine();
        assert_eq!(again.study().records, before.records);
        assert!(!self.folder("study/joining.part").exists());
        match error {
            StoreError::NotJoined { why } => why.key.into_owned(),
            other => panic!("{other}"),
        }
    }
}

fn with_text(store: &mut Store, session: &SessionId, words: &str) -> VersionId {
    let (document, version) = (
        DocumentId::mint(store.mint()),
        VersionId::mint(store.mint()),
    );
    let stored = store
        .add_text(&[turn(words)], "text 1", Some(words.as_bytes()))
        .unwrap();
    let changes: Vec<Change> = vec![
        (
            document.clone(),
            Document {
                session: Some(session.clone()),
                key: words.into(),
                ..Document::default()
            },
        )
            .into(),
        (
            version.clone(),
            Version {
                document,
                number: 1,
                text: stored.text,
                salt: stored.salt,
                original: stored.original,
                ..Version::default()
            },
        )
            .into(),
    ];
    store.transact(message!("test"), changes).unwrap();
    version
}

#[test]
fn both_ways_come_to_the_same_study_and_a_second_time_changes_nothing() {
    let two = Two::new();
    let mut mine = two.mine();
    rename(&mut mine, "mine");
    let session = add_session(&mut mine, "E02");
    let text = with_text(&mut mine, &session, "mots à moi");
    let mut hers = two.hers();
    let session = add_session(&mut hers, "E02");
    let other = with_text(&mut hers, &session, "mots à elle");
    rename(&mut hers, "hers");
    let name = (IdentityId::new("x"), IdentityField::Name("Secret".into()));
    hers.transact(message!("test"), vec![name.into()]).unwrap();
    drop(hers);
    let joined = two.join(&mut mine, "hers").unwrap();
    assert_eq!(joined.transactions["bd"], 3, "{joined:?}");
    assert_eq!((joined.texts, joined.added["Session"]), (1, 1));
    assert_eq!(joined.doubled, ["E02~2"]);
    assert!(mine.texts().text(&other).unwrap().text().contains("à elle"));
    drop(mine);
    let mut hers = two.hers();
    two.join(&mut hers, "study").unwrap();
    assert!(hers.texts().text(&text).unwrap().text().contains("à moi"));
    let mut mine = two.mine();
    let plain = |store: &Store| {
        let mut study = Study::clone(store.study());
        study.leave_identities_out();
        study.records
    };
    assert_eq!(plain(&mine), plain(&hers));
    assert_eq!(mine.study().settings().name, "hers", "the later one");
    let journals = two.folder("study/journal");
    for entry in fs::read_dir(&journals).unwrap() {
        let text = fs::read_to_string(entry.unwrap().path()).unwrap();
        assert!(!text.contains("Secret"), "identities stay where they are");
    }
    drop(hers);
    let before = bytes_below(&journals);
    let again = two.join(&mut mine, "hers").unwrap();
    assert!(again.is_empty() && again.conflicts.is_empty(), "{again:?}");
    assert_eq!(before, bytes_below(&journals));
    // each goes on, and what is new comes again
    rename(&mut mine, "later");
    drop(mine);
    let mut hers = two.hers();
    assert_eq!(two.join(&mut hers, "study").unwrap().transactions["am"], 1);
    assert_eq!(hers.study().settings().name, "later");
    drop(hers);
    for name in ["study", "hers"] {
        let found = Store::check(&two.folder(name), false).unwrap();
        assert!(found.iter().all(|f| f.repaired), "{name}: {found:?}");
    }
}

#[test]
fn what_cannot_come_in_whole_does_not_come_in() {
    let two = Two::new();
    assert_eq!(two.refused("study"), "store-join-itself");
    drop(Store::create(&two.folder("other"), "bd").unwrap());
    assert_eq!(two.refused("other"), "store-join-other");
    let mut hers = two.hers();
    let session = add_session(&mut hers, "E02");
    with_text(&mut hers, &session, "mots");
    let journal = two.folder(&format!("hers/journal/{}.jsonl", hers.replica()));
    let file = two.folder("hers/texts").join(
        hers.study()
            .records
            .versions
            .values()
            .next()
            .unwrap()
            .text
            .clone(),
    );
    drop(hers);
    let text = fs::read(&file).unwrap();
    fs::remove_file(&file).unwrap();
    assert_eq!(two.refused("hers"), "store-join-no-text");
    fs::write(&file, b"{}").unwrap();
    assert_eq!(two.refused("hers"), "store-join-no-text");
    fs::write(&file, text).unwrap();
    let whole = fs::read_to_string(&journal).unwrap();
    fs::write(&journal, whole.replace("E02", "E03")).unwrap();
    assert_eq!(two.refused("hers"), "store-join-damaged");
    let second = whole.lines().nth(1).unwrap();
    fs::write(&journal, format!("{second}\n")).unwrap();
    assert_eq!(two.refused("hers"), "store-join-damaged");
    // a line that is not finished stays out, the others come
    fs::write(&journal, format!("{whole}{{\"header\":")).unwrap();
    let mut mine = two.mine();
    let joined = two.join(&mut mine, "hers").unwrap();
    assert_eq!(joined.unfinished, [journal]);
    assert_eq!(joined.transactions["bd"], 2);
}

#[test]
fn two_copies_that_wrote_one_journal_are_not_mixed() {
    let two = Two::new();
    let mut mine = two.mine();
    rename(&mut mine, "one");
    let replica = mine.replica();
    mine.settle().unwrap();
    let journal = two.folder(&format!("study/journal/{replica}.jsonl"));
    let before = fs::read(&journal).unwrap();
    rename(&mut mine, "two");
    drop(mine);
    copy(&two.folder("study"), &two.folder("third"));
    // a machine whose memory of the last line seen was lost as well goes on from the older journal
    fs::write(&journal, before).unwrap();
    fs::remove_dir_all(two.folder("state-study/replicas")).unwrap();
    fs::remove_dir_all(two.folder("study/study.sled")).unwrap();
    let mut mine = two.mine();
    assert_eq!(mine.replica(), replica);
    rename(&mut mine, "three");
    drop(mine);
    assert_eq!(two.refused("third"), "store-join-forked");
}

#[test]
fn what_was_erased_on_either_side_stays_out_of_both() {
    let two = Two::new();
    let mut hers = two.hers();
    let session = hers.study().records.sessions.keys().next().unwrap().clone();
    with_text(&mut hers, &session, "zanzibarine");
    drop(hers);
    let mut mine = two.mine();
    mine.erase(&session).unwrap();
    two.join(&mut mine, "hers").unwrap();
    assert!(mine.study().records.sessions.is_empty());
    drop(mine);
    let held = |name: &str| {
        let bytes = bytes_below(&two.folder(name));
        bytes
            .iter()
            .any(|(_, b)| b.windows(11).any(|w| w == b"zanzibarine"))
    };
    assert!(!held("study"), "nothing of whom was erased comes in");
    assert!(held("hers"));
    let mut hers = two.hers();
    let joined = two.join(&mut hers, "study").unwrap();
    assert_eq!(joined.erased, 1, "{joined:?}");
    drop(hers);
    assert!(!held("hers"), "the erasure comes along");
    let found = Store::check(&two.folder("hers"), false).unwrap();
    assert!(found.iter().all(|f| f.repaired), "{found:?}");
}

#[test]
fn what_was_cut_short_is_finished_or_gone() {
    let two = Two::new();
    let mut hers = two.hers();
    add_session(&mut hers, "E02");
    let replica = hers.replica();
    drop(hers);
    // laid ready only: gone
    let ready = |name: &str| {
        let dir = two.folder("study").join(name);
        for below in ["journal", "texts", "originals"] {
            fs::create_dir_all(dir.join(below)).unwrap();
        }
        let journal = format!("journal/{replica}.jsonl");
        fs::copy(two.folder("hers").join(&journal), dir.join(&journal)).unwrap();
    };
    ready("joining.part");
    assert_eq!(two.mine().study().records.sessions.len(), 1);
    // said to come in: finished, also where half of it is there
    ready("joining");
    fs::remove_dir(two.folder("study/joining/texts")).unwrap();
    assert_eq!(two.mine().study().records.sessions.len(), 2);
    assert!(!two.folder("study/joining").exists());
    join::finish(&Folder::of(&two.folder("study"))).unwrap();
    let mut mine = two.mine();
    assert!(two.join(&mut mine, "hers").unwrap().is_empty());
}
