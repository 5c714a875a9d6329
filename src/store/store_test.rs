//! What the store promises, seen from outside it.

use super::*;
use crate::i18n::Message;
use crate::message;
use crate::study::document::{Texts, Turn, Version};
use crate::study::id::{CodeId, DocumentId, SessionId, SubjectId, VersionId};
use crate::study::people::IdentityField;
use crate::study::session::Session;
use crate::study::settings::SettingsField;
use crate::study::{Change, Study};
use std::path::{Path, PathBuf};
use tempfile::TempDir;

pub(super) struct Place {
    dir: TempDir,
}

impl Place {
    pub(super) fn new() -> Self {
        Self {
            dir: tempfile::tempdir().unwrap(),
        }
    }
    pub(super) fn folder(&self) -> PathBuf {
        self.dir.path().join("study")
    }
    pub(super) fn options(&self) -> Options {
        Options {
            state: Some(self.dir.path().join("state")),
            ..Options::default()
        }
    }
    pub(super) fn create(&self) -> Store {
        Store::create_with(&self.folder(), "am", &self.options()).unwrap()
    }
    pub(super) fn open(&self) -> Store {
        self.try_open().unwrap()
    }
    pub(super) fn try_open(&self) -> Result<Store, StoreError> {
        let author = "am".into();
        Store::open_with(&self.folder(), Access::Write { author }, &self.options())
    }
    pub(super) fn read(&self) -> Store {
        Store::open_with(&self.folder(), Access::Read, &self.options()).unwrap()
    }
    pub(super) fn journal(&self, store: &Store) -> PathBuf {
        self.folder()
            .join("journal")
            .join(format!("{}.jsonl", store.replica()))
    }
}

pub(super) fn name(text: &str) -> Vec<Change> {
    vec![(Study::settings_id(), SettingsField::Name(text.into())).into()]
}

pub(super) fn rename(store: &mut Store, text: &str) {
    store.transact(message!("test"), name(text)).unwrap();
}

pub(super) fn add_session(store: &mut Store, key: &str) -> SessionId {
    let id = SessionId::mint(store.mint());
    let session = Session {
        subject: SubjectId::mint(store.mint()),
        key: key.into(),
        ..Session::default()
    };
    let label = Message::new("test").with("key", key);
    store
        .transact(label, vec![(id.clone(), session).into()])
        .unwrap();
    id
}

pub(super) fn turn(text: &str) -> Turn {
    Turn {
        speaker: Some("Ana".into()),
        start_ms: Some(1_000),
        text: text.into(),
        ..Turn::default()
    }
}

pub(super) fn keys(messages: &[Message]) -> Vec<&str> {
    messages.iter().map(|m| &*m.key).collect()
}

pub(super) fn files_below(dir: &Path, out: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(dir).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            files_below(&path, out);
        }
        out.push(path);
    }
}

#[test]
fn a_store_and_its_texts_go_to_workers() {
    fn goes<T: Send>() {}
    fn is_shared<T: Send + Sync>() {}
    goes::<Store>();
    is_shared::<StoredTexts>();
}

#[test]
fn what_was_settled_is_there_again() {
    let place = Place::new();
    let mut store = place.create();
    rename(&mut store, "un");
    rename(&mut store, "deux");
    store.settle().unwrap();
    assert!(matches!(store.saved(), Saved::Saved(_)));
    let (study, replica, head) = (store.study().clone(), store.replica(), store.head());
    drop(store);
    let mut again = place.open();
    assert_eq!(again.study().records, study.records);
    assert_eq!(again.study().history, study.history);
    assert_eq!(again.replica(), replica);
    assert_eq!(again.head(), head);
    assert_eq!(again.notices(), vec![]);
}

#[test]
fn a_second_study_in_the_same_place_is_refused() {
    let place = Place::new();
    drop(place.create());
    let error = Store::create_with(&place.folder(), "am", &place.options())
        .err()
        .unwrap();
    assert_eq!(error.exit_code(), 73);
    let nothing = Store::open(&place.dir.path().join("none"), Access::Read)
        .err()
        .unwrap();
    assert_eq!(nothing.exit_code(), 66);
}

#[test]
fn a_reader_reads_while_another_holds_the_study() {
    let place = Place::new();
    let mut store = place.create();
    rename(&mut store, "un");
    store.settle().unwrap();
    let before: Vec<_> = {
        let mut files = Vec::new();
        files_below(&place.folder(), &mut files);
        files
    };
    let held = place.try_open().err().unwrap();
    assert_eq!(held.exit_code(), 75);
    assert!(
        matches!(held, StoreError::Held { pid, .. } if pid == std::process::id()),
        "{held:?}"
    );
    let mut reader = place.read();
    assert_eq!(reader.study().settings().name, "un");
    assert_eq!(reader.head(), store.head());
    assert!(matches!(
        reader.transact(message!("test"), name("x")),
        Err(StoreError::ReadOnly)
    ));
    drop(reader);
    let mut files = Vec::new();
    files_below(&place.folder(), &mut files);
    assert_eq!(files, before);
}

#[test]
fn undo_and_redo_go_on_after_opening_again() {
    let place = Place::new();
    let mut store = place.create();
    store.transact(message!("one", n = 1), name("un")).unwrap();
    store
        .transact(message!("two", n = 2), name("deux"))
        .unwrap();
    drop(store);
    let mut store = place.open();
    let undone = store.undo().unwrap().unwrap();
    assert_eq!(undone.label, message!("two", n = 2));
    assert_eq!(store.study().settings().name, "un");
    drop(store);
    let mut store = place.open();
    assert_eq!(store.redo().unwrap().unwrap().label, message!("two", n = 2));
    assert_eq!(store.study().settings().name, "deux");
    assert_eq!(store.redo().unwrap(), None);
    let log = store.log().unwrap();
    assert_eq!(log.len(), 4);
    assert_eq!(
        log.iter().map(|e| e.undone).collect::<Vec<_>>(),
        [false, false, true, false]
    );
    assert_eq!(log[3].label, Some(message!("two", n = 2)));
}

#[test]
fn a_torn_last_line_is_cut_and_said() {
    let place = Place::new();
    let mut store = place.create();
    rename(&mut store, "un");
    rename(&mut store, "deux");
    store.settle().unwrap();
    let journal = place.journal(&store);
    drop(store);
    let whole = std::fs::read(&journal).unwrap();
    std::fs::write(&journal, &whole[..whole.len() - 20]).unwrap();
    // The machine remembers two lines: the folder goes on under a new replica, nothing is numbered twice.
    let mut store = place.open();
    let notices = store.notices();
    assert_eq!(keys(&notices), ["store-state-disagrees", "store-torn-cut"]);
    assert_eq!(store.study().settings().name, "un");
    assert_ne!(place.journal(&store), journal);
    rename(&mut store, "trois");
    drop(store);
    let mut store = place.open();
    assert_eq!(store.notices(), vec![]);
    assert_eq!(store.study().settings().name, "trois");
}

#[test]
fn a_line_that_was_never_finished_is_written_over() {
    let place = Place::new();
    let mut store = place.create();
    rename(&mut store, "un");
    store.settle().unwrap();
    let journal = place.journal(&store);
    drop(store);
    let mut bytes = std::fs::read(&journal).unwrap();
    bytes.extend_from_slice(b"{\"header\":{\"v\":1,");
    std::fs::write(&journal, &bytes).unwrap();
    let mut store = place.open();
    assert_eq!(store.notices()[0].key, "store-torn-cut");
    assert_eq!(place.journal(&store), journal);
    rename(&mut store, "deux");
    drop(store);
    assert_eq!(place.read().study().settings().name, "deux");
    assert_eq!(place.read().notices(), vec![]);
}

#[test]
fn a_changed_byte_is_named_and_the_rest_is_read() {
    let place = Place::new();
    let mut store = place.create();
    for text in ["un", "deux", "trois"] {
        rename(&mut store, text);
    }
    let code = CodeId::new("c");
    store
        .transact(
            message!("test"),
            vec![(code.clone(), crate::study::codebook::Code::default()).into()],
        )
        .unwrap();
    store.settle().unwrap();
    let journal = place.journal(&store);
    drop(store);
    let whole = std::fs::read(&journal).unwrap();
    let starts: Vec<usize> = std::iter::once(0)
        .chain(
            whole
                .iter()
                .enumerate()
                .filter(|(_, b)| **b == b'\n')
                .map(|(at, _)| at + 1),
        )
        .collect();
    let mut changed = whole.clone();
    let salt = whole[starts[1]..].windows(6).position(|w| w == b"\"salt\"");
    changed[starts[1] + salt.unwrap() + 10] ^= 1;
    std::fs::write(&journal, &changed).unwrap();
    let mut store = place.open();
    let notices = store.notices();
    assert_eq!(keys(&notices), ["store-state-disagrees", "store-line-part"]);
    assert_eq!(
        notices[1].args.get("line"),
        Some(&crate::i18n::Value::Whole(2))
    );
    assert_eq!(store.study().settings().name, "trois");
    assert!(store.study().records.codes.contains_key(&code));
    rename(&mut store, "quatre");
    drop(store);
    let mut store = place.open();
    assert_eq!(keys(&store.notices()), ["store-line-part"]);
    assert_eq!(store.study().settings().name, "quatre");
    assert_eq!(keys(&place.read().notices()), ["store-line-part"]);
}

#[test]
fn a_text_is_there_before_the_line_that_names_it() {
    let place = Place::new();
    let mut store = place.create();
    let turns = [turn("Bonjour à tous"), turn("une  deuxième fois")];
    let stored = store.add_text(&turns, "text 1", Some(b"raw")).unwrap();
    assert_eq!((stored.words, stored.turns), (6, 2));
    let id = VersionId::mint(store.mint());
    let version = Version {
        document: DocumentId::new("d"),
        text: stored.text.clone(),
        salt: stored.salt.clone(),
        original: stored.original.clone(),
        ..Version::default()
    };
    store
        .transact(message!("test"), vec![(id.clone(), version).into()])
        .unwrap();
    let unnamed = store.add_text(&turns, "text 1", None).unwrap();
    assert_ne!(unnamed.text, stored.text, "two texts never share a file");
    assert_eq!(
        store.original(&stored.original, &stored.salt).unwrap(),
        b"raw"
    );
    let texts = store.texts();
    assert_eq!(texts.text(&id).unwrap().to_turns(), turns);
    drop(store);
    assert!(!place.folder().join("texts").join(&unnamed.text).exists());
    let reader = place.read();
    let text = reader.texts().text(&id).unwrap();
    assert_eq!(text.text().chars().count(), stored.chars as usize);
    let path = place.folder().join("texts").join(&stored.text);
    let mut bytes = std::fs::read(&path).unwrap();
    bytes[40] ^= 1;
    std::fs::write(&path, bytes).unwrap();
    assert_eq!(place.read().texts().text(&id), None);
}

#[test]
fn identities_are_in_a_file_of_their_own() {
    let place = Place::new();
    let mut store = place.create();
    add_session(&mut store, "E01");
    let who = crate::study::id::IdentityId::new("p1");
    let identity: Change = (who.clone(), IdentityField::Name("Jeanne".into())).into();
    let mixed = [name("x"), vec![identity.clone()]].concat();
    assert_eq!(
        store.transact(message!("test"), mixed),
        Err(StoreError::Mixed)
    );
    store
        .transact(message!("test"), vec![identity.clone()])
        .unwrap();
    store.undo().unwrap().unwrap();
    store.redo().unwrap().unwrap();
    store.settle().unwrap();
    let journal = std::fs::read_to_string(place.journal(&store)).unwrap();
    assert!(!journal.contains("Jeanne"));
    assert_eq!(journal.lines().count(), 1);
    assert_eq!(store.log().unwrap().len(), 1);
    let head = store.head();
    drop(store);
    let reader = place.read();
    assert!(reader.study().records.identities.is_empty());
    assert!(reader.study().conflicts.is_empty());
    assert_eq!(reader.head(), head);
    // From the journals alone it is the same.
    let held = lock::Lock::take(&reader.folder).unwrap();
    let folded = place.read();
    assert_eq!(folded.study().records, reader.study().records);
    assert_eq!(folded.study().history, reader.study().history);
    assert_eq!(folded.head(), head);
    drop(held);
    assert_eq!(place.open().study().records.identities[&who].name, "Jeanne");
}

#[test]
fn a_copied_folder_goes_on_under_a_new_replica() {
    let place = Place::new();
    let mut store = place.create();
    rename(&mut store, "un");
    let replica = store.replica();
    drop(store);
    let copy = place.dir.path().join("copy");
    let done = std::process::Command::new("cp")
        .arg("-a")
        .args([place.folder(), copy.clone()])
        .status()
        .unwrap();
    assert!(done.success());
    let author = "am".to_owned();
    let copied = Store::open_with(&copy, Access::Write { author }, &place.options()).unwrap();
    assert_ne!(copied.replica(), replica);
    assert_eq!(copied.study().settings().name, "un");
    assert_eq!(place.open().replica(), replica);
}

#[test]
fn a_restored_folder_goes_on_under_a_new_replica() {
    let place = Place::new();
    let mut store = place.create();
    rename(&mut store, "un");
    store.settle().unwrap();
    let journal = place.journal(&store);
    let backup = std::fs::read(&journal).unwrap();
    rename(&mut store, "deux");
    let replica = store.replica();
    drop(store);
    std::fs::write(&journal, backup).unwrap();
    let store = place.open();
    assert_ne!(store.replica(), replica);
    assert_eq!(store.study().settings().name, "un");
}

#[test]
fn another_author_has_another_replica() {
    let place = Place::new();
    let store = place.create();
    let mine = store.replica();
    drop(store);
    let open = |author: &str| {
        let author = author.to_owned();
        Store::open_with(&place.folder(), Access::Write { author }, &place.options()).unwrap()
    };
    assert_ne!(open("bm").replica(), mine);
    assert_eq!(open("am").replica(), mine);
}

#[test]
fn drafts_come_back() {
    let place = Place::new();
    let mut store = place.create();
    let session = add_session(&mut store, "E01");
    store.write_draft(&session, "ce qu'elle d").unwrap();
    store.write_draft(&session, "ce qu'elle dit").unwrap();
    drop(store);
    let mut store = place.open();
    assert_eq!(store.draft(&session).as_deref(), Some("ce qu'elle dit"));
    store.clear_draft(&session).unwrap();
    store.settle().unwrap();
    assert_eq!(store.draft(&session), None);
    let odd = SessionId::new("../../x");
    store.write_draft(&odd, "a").unwrap();
    store.settle().unwrap();
    assert_eq!(store.draft(&odd).as_deref(), Some("a"));
    assert_eq!(
        std::fs::read_dir(place.folder().join("drafts"))
            .unwrap()
            .count(),
        1
    );
}

#[cfg(unix)]
#[test]
fn folder_and_files_are_for_their_owner_alone() {
    use std::os::unix::fs::PermissionsExt;
    let place = Place::new();
    let mut store = place.create();
    let session = add_session(&mut store, "E01");
    store
        .add_text(&[turn("mot")], "text 1", Some(b"x"))
        .unwrap();
    store.write_draft(&session, "a").unwrap();
    store.settle().unwrap();
    let mut files = vec![place.folder()];
    files_below(&place.folder(), &mut files);
    for file in files {
        let meta = std::fs::metadata(&file).unwrap();
        let wanted = if meta.is_dir() { 0o700 } else { 0o600 };
        assert_eq!(
            meta.permissions().mode() & 0o777,
            wanted,
            "{}",
            file.display()
        );
    }
}
