//! Lines: read back as written, every changed byte found, every version of the form read for ever.

use super::hash::hash;
use super::journal::{self, Position};
use super::line::{self, Flaw, assemble, compose};
use super::open::damage_message;
use crate::message;
use crate::study::id::{CodeId, NoteId, SessionId, SubjectId};
use crate::study::session::{Note, Session};
use crate::study::settings::SettingsField;
use crate::study::{Change, ReplicaId, Stamp, Study, Subject, Transaction};
use proptest::prelude::*;
use std::path::PathBuf;

fn transaction(n: u64, changes: Vec<Change>) -> Transaction {
    Transaction {
        stamp: Stamp {
            ms: 1_000 + n,
            counter: 3,
            replica: ReplicaId(7),
        },
        author: "am".into(),
        wall: "2026-03-04T05:06:07.089Z".parse().unwrap(),
        label: message!("test", n = 1, who = "Ana « é »"),
        changes,
    }
}

/// Changes about the study and about two interviews, mixed.
fn any_changes() -> impl Strategy<Value = Vec<(Change, Subject)>> {
    let one = (0u8..4, "\\PC{0,12}").prop_map(|(kind, text)| {
        let subject = |n: u8| Subject::Of(SubjectId::new(&format!("subject-{n}")));
        match kind {
            0 => (
                (Study::settings_id(), SettingsField::Name(text)).into(),
                Subject::Study,
            ),
            1 => (
                (
                    NoteId::new(&text),
                    Note {
                        text,
                        ..Note::default()
                    },
                )
                    .into(),
                subject(1),
            ),
            2 => (
                (
                    SessionId::new(&text),
                    Session {
                        key: text,
                        ..Session::default()
                    },
                )
                    .into(),
                subject(2),
            ),
            _ => (
                Change::Unknown(serde_json::json!({"later": {"text": text, "n": [1, 2.5]}})),
                Subject::Study,
            ),
        }
    });
    proptest::collection::vec(one, 1..8)
}

/// A journal of some lines, and where each begins.
fn journal_of(lines: &[Vec<(Change, Subject)>]) -> (Vec<u8>, Vec<usize>) {
    let (mut bytes, mut starts, mut previous) = (Vec::new(), Vec::new(), String::new());
    for (n, changes) in (1..).zip(lines) {
        let (changes, subjects): (Vec<_>, Vec<_>) = changes.iter().cloned().unzip();
        let composed = compose(n, &previous, &transaction(n, changes), &subjects, &[]).unwrap();
        starts.push(bytes.len());
        bytes.extend(composed.bytes);
        previous = composed.hash;
    }
    (bytes, starts)
}

fn damages(bytes: &[u8]) -> (Vec<u64>, u64, usize) {
    let file = tempfile::NamedTempFile::new().unwrap();
    std::fs::write(file.path(), bytes).unwrap();
    let mut read = 0;
    let ending = journal::read(file.path(), Position::default(), &mut |_| read += 1).unwrap();
    let lines = ending.damages.iter().map(|d| d.line).collect();
    (lines, ending.torn, read)
}

proptest! {
    #[test]
    fn a_line_reads_back_as_it_was_written(changes in any_changes()) {
        let (changes, subjects): (Vec<_>, Vec<_>) = changes.into_iter().unzip();
        let written = transaction(1, changes);
        let composed = compose(1, "before", &written, &subjects, &[]).unwrap();
        let (end, text) = composed.bytes.split_last().unwrap();
        prop_assert_eq!(*end, b'\n');
        prop_assert!(!text.contains(&b'\n'));
        let line = line::read(text).unwrap();
        prop_assert_eq!(line.transaction, written);
        prop_assert_eq!(line.hash, composed.hash);
        prop_assert_eq!(line.header.previous, "before");
        // A header says nothing about anybody.
        let header = line::cut(text).unwrap().header.get();
        prop_assert!(!header.contains("Ana") && !header.contains("salt"));
    }

    #[test]
    fn any_changed_byte_is_found_and_its_line_named(
        lines in proptest::collection::vec(any_changes(), 1..4),
        at in any::<proptest::sample::Index>(),
        to in any::<u8>(),
    ) {
        let (mut bytes, starts) = journal_of(&lines);
        prop_assert_eq!(damages(&bytes), (vec![], 0, lines.len()));
        let at = at.index(bytes.len());
        prop_assume!(bytes[at] != to);
        let line = starts.partition_point(|start| *start <= at) as u64;
        let feed = bytes[at] == b'\n';
        bytes[at] = to;
        let (named, torn, read) = damages(&bytes);
        if feed && line == lines.len() as u64 {
            // The last line feed: the line was never finished.
            prop_assert!(torn > 0);
            prop_assert_eq!(read, lines.len() - 1);
        } else {
            prop_assert_eq!(named.first(), Some(&line));
            prop_assert!(read + 1 + usize::from(feed) >= lines.len());
        }
    }

    #[test]
    fn an_erased_part_keeps_the_chain(
        lines in proptest::collection::vec(any_changes(), 1..4),
        which in any::<proptest::sample::Index>(),
    ) {
        let (bytes, starts) = journal_of(&lines);
        let which = which.index(starts.len());
        let mut erased = Vec::new();
        for (n, text) in bytes.split_inclusive(|b| *b == b'\n').enumerate() {
            let pieces = line::cut(text.strip_suffix(b"\n").unwrap()).unwrap();
            let parts: Vec<Option<&[u8]>> = pieces
                .parts
                .iter()
                .map(|part| part.filter(|_| n != which).map(|part| part.get().as_bytes()))
                .collect();
            erased.extend(assemble(pieces.header.get().as_bytes(), &parts, pieces.hash));
        }
        prop_assert_eq!(damages(&erased), (vec![], 0, lines.len()));
    }
}

#[test]
fn words_about_somebody_stand_in_their_part() {
    let subject = Subject::Of(SubjectId::new("someone"));
    let changes = vec![
        (Study::settings_id(), SettingsField::Name("x".into())).into(),
        Change::remove(NoteId::new("n")),
    ];
    let written = transaction(1, changes);
    let composed = compose(1, "", &written, &[Subject::Study, subject], &[]).unwrap();
    let pieces = line::cut(composed.bytes.strip_suffix(b"\n").unwrap()).unwrap();
    let labelled: Vec<bool> = pieces
        .parts
        .iter()
        .map(|part| part.unwrap().get().contains("Ana"))
        .collect();
    assert_eq!(labelled, [false, true]);
}

#[test]
fn a_line_that_was_taken_out_is_seen() {
    let change = || vec![(Change::remove(CodeId::new("c")), Subject::Study)];
    let (bytes, starts) = journal_of(&[change(), change(), change()]);
    let without = [&bytes[..starts[1]], &bytes[starts[2]..]].concat();
    assert_eq!(damages(&without), (vec![2], 0, 2));
    let message = damage_message(&journal::Damage {
        file: PathBuf::from("j"),
        line: 2,
        flaw: Flaw::Chain,
    });
    assert_eq!(message.key, "store-line-chain");
}

#[test]
fn hashes_are_those_everybody_computes() {
    assert_eq!(
        hash(&[b"a", b"bc"]),
        "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
    );
}
