//! Erasing leaves no byte behind.

use super::store_test::{Place, add_session, files_below, keys, rename, turn};
use super::*;
use crate::message;
use crate::study::coding::{Coding, Passage};
use crate::study::document::{Document, Version};
use crate::study::id::{
    CodingId, DocumentId, IdentityId, NoteId, ParticipantId, SessionId, SubjectId, VersionId,
};
use crate::study::people::{IdentityField, Participant};
use crate::study::session::Note;
use crate::study::{Change, Record};
use std::path::Path;

const MARK: &str = "zanzibarine";

/// Files below a folder whose names or bytes hold the mark.
fn marked(dir: &Path) -> Vec<String> {
    let mut files = Vec::new();
    files_below(dir, &mut files);
    files
        .into_iter()
        .filter(|file| {
            let bytes = std::fs::read(file).unwrap_or_default();
            let held = bytes.windows(MARK.len()).any(|w| w == MARK.as_bytes());
            held || file.display().to_string().contains(MARK)
        })
        .map(|file| file.display().to_string())
        .collect()
}

/// An interview with everything it may have, each with the mark.
fn marked_session(store: &mut Store) -> SessionId {
    let session = add_session(store, MARK);
    let said = |what: &str| format!("{what} {MARK}");
    let participant = ParticipantId::mint(store.mint());
    let person = Participant {
        subject: SubjectId::mint(store.mint()),
        session: session.clone(),
        speaker: said("Ana"),
        ..Participant::default()
    };
    let note = NoteId::mint(store.mint());
    let document = DocumentId::mint(store.mint());
    let version = VersionId::mint(store.mint());
    let stored = store
        .add_text(
            &[turn(&said("words"))],
            "text 1",
            Some(said("raw").as_bytes()),
        )
        .unwrap();
    let changes: Vec<Change> = vec![
        (participant.clone(), person).into(),
        (
            note.clone(),
            Note {
                session: session.clone(),
                text: said("note"),
                ..Note::default()
            },
        )
            .into(),
        (
            document.clone(),
            Document {
                session: Some(session.clone()),
                key: said("doc"),
                ..Document::default()
            },
        )
            .into(),
        (
            version.clone(),
            Version {
                document,
                text: stored.text,
                salt: stored.salt,
                original: stored.original,
                original_name: said("file"),
                ..Version::default()
            },
        )
            .into(),
        (
            CodingId::mint(store.mint()),
            Coding {
                passage: Passage::Note(note.clone()),
                memo: said("memo"),
                ..Coding::default()
            },
        )
            .into(),
    ];
    store
        .transact(message!("test", what = said("label")), changes)
        .unwrap();
    let identity = IdentityId::new(&participant.to_string());
    store
        .transact(
            message!("test", what = said("label")),
            vec![(identity, IdentityField::Name(said("Anne"))).into()],
        )
        .unwrap();
    store
        .transact(message!("test"), vec![Change::remove(note)])
        .unwrap();
    store.undo().unwrap().unwrap();
    store.write_draft(&session, &said("draft")).unwrap();
    std::fs::write(store.exports_dir().join("evidence.csv"), said("row")).unwrap();
    store.settle().unwrap();
    session
}

#[test]
fn nothing_of_an_erased_interview_is_left_and_the_rest_is_whole() {
    let place = Place::new();
    let mut store = place.create();
    rename(&mut store, "étude");
    let other = add_session(&mut store, "E02");
    let session = marked_session(&mut store);
    drop(store);
    let mut store = place.open();
    assert!(marked(&place.folder()).len() >= 7);
    let erased = store.erase(&session).unwrap();
    assert_eq!(erased.subjects.len(), 2);
    assert_eq!(erased.files, 4, "text, original, draft, export");
    assert_eq!(marked(&place.folder()), Vec::<String>::new());
    rename(&mut store, "étude deux");
    store.settle().unwrap();
    assert!(matches!(
        store.erase(&session),
        Err(StoreError::NoSession { .. })
    ));
    drop(store);
    assert_eq!(marked(&place.folder()), Vec::<String>::new());

    let findings = Store::check(&place.folder(), false).unwrap();
    assert_eq!(findings, vec![]);
    let mut store = place.open();
    assert_eq!(keys(&store.notices()), Vec::<&str>::new());
    let study = store.study();
    assert_eq!(study.settings().name, "étude deux");
    assert_eq!(study.records.sessions.keys().collect::<Vec<_>>(), [&other]);
    assert!(study.records.identities.is_empty() && study.records.notes.is_empty());
    // Undo goes past what is no longer there, and never brings it back.
    while store.undo().unwrap().is_some() {}
    assert_eq!(store.study().settings().name, "");
    assert!(!store.study().records.sessions.contains_key(&session));
    assert!(store.log().unwrap().len() > 6);
}

#[test]
fn an_interview_that_was_deleted_can_still_be_erased() {
    let place = Place::new();
    let mut store = place.create();
    let session = marked_session(&mut store);
    store
        .transact(message!("test"), vec![Change::remove(session.clone())])
        .unwrap();
    store.erase(&session).unwrap();
    assert_eq!(marked(&place.folder()), Vec::<String>::new());
}

#[test]
fn an_erasure_that_was_cut_short_is_finished_at_opening() {
    let place = Place::new();
    let mut store = place.create();
    let session = marked_session(&mut store);
    let subject = store.study().records.sessions[&session].subject.clone();
    let people = store.study().participants_of(&session);
    let subjects = vec![subject, people[0].1.subject.clone()];
    blank::begin(&store.folder).unwrap();
    store
        .transact(message!("test"), vec![Change::Erase(subjects)])
        .unwrap();
    drop(store);
    assert!(!marked(&place.folder()).is_empty());
    let mut store = place.open();
    assert_eq!(keys(&store.notices()), ["store-erase-finished"]);
    assert_eq!(marked(&place.folder()), Vec::<String>::new());
}

/// Copies the embedded store's files.
fn copy_state(from: &Path, to: &Path) {
    std::fs::create_dir_all(to).unwrap();
    for entry in std::fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        if entry.file_type().unwrap().is_dir() {
            copy_state(&entry.path(), &to.join(entry.file_name()));
        } else {
            std::fs::copy(entry.path(), to.join(entry.file_name())).unwrap();
        }
    }
}

#[test]
fn an_erasure_that_was_cut_short_between_the_journals_and_the_embedded_store_is_no_fault() {
    let place = Place::new();
    let mut store = place.create();
    let session = marked_session(&mut store);
    let subject = store.study().records.sessions[&session].subject.clone();
    store
        .transact(message!("test"), vec![Change::Erase(vec![subject])])
        .unwrap();
    store.settle().unwrap();
    let (folder, erased) = (store.folder.clone(), store.study().erased.clone());
    drop(store);
    let aside = place.folder().with_extension("aside");
    copy_state(&folder.state(), &aside);
    blank::blank(&folder, &erased).unwrap();
    copy_state(&aside, &folder.state());
    blank::begin(&folder).unwrap();
    // The journals are other bytes than the embedded store knows, which is not the disagreement of a damaged study.
    let findings = Store::check(&place.folder(), false).unwrap();
    let found: Vec<&str> = findings.iter().map(|f| &*f.message.key).collect();
    assert_eq!(found, ["store-erase-finished"]);
}

#[test]
fn what_arrives_later_of_somebody_erased_is_blanked() {
    let place = Place::new();
    let mut store = place.create();
    let session = marked_session(&mut store);
    let journal = place.journal(&store);
    store.settle().unwrap();
    let before = std::fs::read(&journal).unwrap();
    store.erase(&session).unwrap();
    drop(store);
    // A colleague's copy from before, under the name it has there.
    let theirs = journal.with_file_name("00000000000000aa.jsonl");
    std::fs::write(&theirs, before).unwrap();
    let mut store = place.open();
    assert!(keys(&store.notices()).contains(&"store-erase-finished"));
    assert_eq!(marked(&place.folder()), Vec::<String>::new());
    assert!(store.study().records.notes.is_empty());
}

#[test]
fn words_for_what_is_gone_are_not_written_where_somebody_was_erased() {
    let place = Place::new();
    let mut store = place.create();
    let session = marked_session(&mut store);
    let note = store.study().records.notes.keys().next().unwrap().clone();
    store.erase(&session).unwrap();
    let late: Change = (
        note,
        crate::study::session::NoteField::Text(MARK.to_owned()),
    )
        .into();
    let done = store.transact(message!("test"), vec![late]).unwrap();
    assert_eq!(done.conflicts.len(), 1);
    drop(store);
    assert_eq!(marked(&place.folder()), Vec::<String>::new());
}

#[test]
fn a_blank_part_without_an_erasure_is_a_finding() {
    let place = Place::new();
    let mut store = place.create();
    add_session(&mut store, "E01");
    let journal = place.journal(&store);
    drop(store);
    let bytes = std::fs::read(&journal).unwrap();
    let line = bytes.strip_suffix(b"\n").unwrap();
    let pieces = line::cut(line).unwrap();
    let header = pieces.header.get().as_bytes();
    let blanked = line::assemble(header, &[None], pieces.hash);
    std::fs::write(&journal, blanked).unwrap();
    let findings = Store::check(&place.folder(), false).unwrap();
    let found: Vec<&str> = findings.iter().map(|f| &*f.message.key).collect();
    assert!(found.contains(&"store-part-missing"), "{found:?}");
}

#[test]
fn exports_elsewhere_are_named() {
    let place = Place::new();
    let mut store = place.create();
    let session = marked_session(&mut store);
    let elsewhere = tempfile::tempdir().unwrap();
    for _ in 0..2 {
        Store::remember_export(&place.folder(), elsewhere.path(), &[]).unwrap();
    }
    Store::remember_export(&place.folder(), &store.exports_dir(), &[]).unwrap();
    let erased = store.erase(&session).unwrap();
    let real = std::fs::canonicalize(elsewhere.path()).unwrap();
    assert_eq!(erased.copies, [real]);
}

#[test]
fn a_participant_of_another_interview_too_stays() {
    let place = Place::new();
    let mut store = place.create();
    let session = marked_session(&mut store);
    let other = add_session(&mut store, "E02");
    let (_, person) = store.study().participants_of(&session)[0];
    let shared = person.subject.clone();
    let again = Participant {
        session: other,
        subject: shared.clone(),
        ..Participant::default()
    };
    let id = ParticipantId::mint(store.mint());
    let record = Record::Participant(id.clone(), again);
    store
        .transact(message!("test"), vec![Change::Add(Box::new(record))])
        .unwrap();
    let erased = store.erase(&session).unwrap();
    assert!(!erased.subjects.contains(&shared));
    assert!(store.study().records.participants.contains_key(&id));
}
