//! What is left out is in no file, whoever the files are for, and comes back with an undo.

use super::*;
use crate::analysis::bench::{Bench, ground};
use crate::study::coding::Passage;
use crate::study::exclusion::{Excluded, Exclusion};
use crate::study::id::*;
use crate::study::session::{NoteField, SessionField};
use crate::study::word::Polarity::Supports;

fn bench() -> Bench {
    let mut bench = ground();
    bench.transcript(
        Some("I1"),
        "t1",
        &[
            ("Chercheuse", "Et puis ?"),
            ("Ana", "Avant. Zébulon a triché. Après."),
            ("Ana", "Et Mirabelle le savait."),
        ],
    );
    bench.note("I1", "n1", "Zébulon encore");
    bench.note("I1", "n2", "rien de particulier");
    bench.put(vec![
        (NoteId::new("n1"), NoteField::TMs(Some(21_000))).into(),
        (NoteId::new("n2"), NoteField::TMs(Some(90_000))).into(),
    ]);
    for (id, quote) in [
        ("c1", "Avant. Zébulon a"),
        ("c2", "Après."),
        ("c3", "Mirabelle"),
    ] {
        let passage = bench.passage("t1-v1", quote);
        bench.coding(id, passage, "D8.levier", &[("S2", Supports)], Some(3));
    }
    let note = Passage::Note(NoteId::new("n1"));
    bench.coding("c4", note, "D8.levier", &[("S2", Supports)], None);
    bench
}

fn exclude(bench: &mut Bench, id: &str, what: Excluded) {
    let exclusion = Exclusion {
        session: SessionId::new("I1"),
        what,
        reason: "à sa demande".into(),
        ..Exclusion::default()
    };
    bench.put(vec![(ExclusionId::new(id), exclusion).into()]);
}

fn text(bench: &Bench, quote: &str) -> Excluded {
    match bench.passage("t1-v1", quote) {
        Passage::Text(passage) => Excluded::Text(passage),
        Passage::Note(note) => Excluded::Note(note),
    }
}

fn files(bench: &Bench, profile: Profile, shared: bool) -> Vec<(String, String)> {
    let options = ExportOptions {
        profile,
        shared,
        ..ExportOptions::default()
    };
    let originals = |_: &Version| Some("Ana: Zébulon a triché. Et Mirabelle".as_bytes().to_vec());
    build(&bench.study, &bench.texts, &originals, &options)
        .files
        .into_iter()
        .map(|(path, bytes)| (path, String::from_utf8(bytes).unwrap()))
        .collect()
}

/// Files that hold the word.
fn holding(files: &[(String, String)], word: &str) -> Vec<String> {
    files
        .iter()
        .filter(|(_, text)| text.contains(word))
        .map(|(path, _)| path.clone())
        .collect()
}

fn ids(files: &[(String, String)]) -> Vec<String> {
    let (_, excerpts) = files
        .iter()
        .find(|(path, _)| path == "excerpts.csv")
        .unwrap();
    let lines = excerpts.lines().skip(1);
    lines
        .filter_map(|line| {
            Some(
                line.split([',', ';'])
                    .next()?
                    .trim_start_matches('\'')
                    .to_owned(),
            )
        })
        .filter(|id| id.starts_with('c'))
        .collect()
}

#[test]
fn what_is_left_out_is_in_no_file_and_is_not_counted() {
    for (profile, shared) in [
        (Profile::Data, false),
        (Profile::Data, true),
        (Profile::ExcelFr, false),
        (Profile::ExcelFr, true),
    ] {
        let mut bench = bench();
        let before = files(&bench, profile, shared);
        assert!(!holding(&before, "Zébulon").is_empty());
        assert_eq!(ids(&before).len(), 4);

        let words = text(&bench, "Zébulon a triché.");
        exclude(&mut bench, "x1", words);
        exclude(&mut bench, "x2", Excluded::Note(NoteId::new("n1")));
        let after = files(&bench, profile, shared);
        assert_eq!(holding(&after, "Zébulon"), Vec::<String>::new());
        assert_eq!(holding(&after, "triché"), Vec::<String>::new());
        assert_eq!(ids(&after), ["c2", "c3"], "{profile:?} {shared}");
        let turns = after
            .iter()
            .find(|(path, _)| path.ends_with(".turns.json"))
            .unwrap();
        assert!(
            turns.1.contains("\"Avant. █████████████████ Après.\""),
            "{}",
            turns.1
        );
        assert!(!after.iter().any(|(path, _)| path.starts_with("originals/")));
        let told = after.iter().any(|(path, _)| path == "exclusions.csv");
        assert_eq!(told, !shared, "where it stood is for the owner alone");
        assert_eq!(holding(&after, "n1,").len(), 0);

        // taken in again, every file is as it was
        bench.put(vec![
            crate::study::Change::remove(ExclusionId::new("x1")),
            crate::study::Change::remove(ExclusionId::new("x2")),
        ]);
        assert_eq!(files(&bench, profile, shared), before);
    }
}

#[test]
fn a_time_of_the_call_takes_notes_and_words_through_the_anchor() {
    let mut bench = bench();
    // the third turn is said at 20 to 29 seconds of the recording, which began at 10 of the call
    bench.put(vec![
        (SessionId::new("I1"), SessionField::AnchorMs(Some(10_000))).into(),
    ]);
    exclude(
        &mut bench,
        "x",
        Excluded::Time {
            from_ms: 30_000,
            to_ms: 31_000,
        },
    );
    let some = files(&bench, Profile::Data, false);
    assert_eq!(holding(&some, "Mirabelle"), Vec::<String>::new());
    assert!(
        !holding(&some, "Zébulon encore").is_empty(),
        "the note is of another time"
    );
    assert_eq!(ids(&some), ["c4", "c1", "c2"]);
    // without the anchor it is another turn, or none
    bench.put(vec![
        (SessionId::new("I1"), SessionField::AnchorMs(None)).into(),
    ]);
    assert!(!holding(&files(&bench, Profile::Data, false), "Mirabelle").is_empty());
    exclude(
        &mut bench,
        "y",
        Excluded::Time {
            from_ms: 20_000,
            to_ms: 25_000,
        },
    );
    let none = files(&bench, Profile::Data, false);
    assert_eq!(holding(&none, "Mirabelle"), Vec::<String>::new());
    assert_eq!(holding(&none, "Zébulon encore"), Vec::<String>::new());
    // a transcript that comes later is covered too
    bench.transcript(
        Some("I1"),
        "t2",
        &[
            ("Ana", "Un."),
            ("Ana", "Deux."),
            ("Ana", "Mirabelle, je répète."),
        ],
    );
    let later = files(&bench, Profile::Data, false);
    assert_eq!(holding(&later, "répète"), Vec::<String>::new());
    assert!(!holding(&later, "Deux.").is_empty());
}

#[test]
fn a_later_version_hides_the_same_words() {
    let mut bench = bench();
    let words = text(&bench, "Zébulon a triché.");
    exclude(&mut bench, "x1", words);
    exclude(&mut bench, "x2", Excluded::Note(NoteId::new("n1")));
    bench.transcript(
        Some("I1"),
        "t1",
        &[
            ("Chercheuse", "Et puis ?"),
            ("Ana", "Euh, avant. Zébulon a triché. Après."),
            ("Ana", "Et Mirabelle le savait."),
        ],
    );
    for shared in [false, true] {
        let files = files(&bench, Profile::Data, shared);
        assert_eq!(holding(&files, "Zébulon"), Vec::<String>::new());
        assert!(!holding(&files, "Euh, avant. ███").is_empty());
    }
}
