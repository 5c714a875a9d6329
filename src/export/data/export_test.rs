//! What an export holds, file by file, and what it must never hold.

use super::*;
use crate::analysis::bench::{Bench, ground};
use crate::export::{ExportError, export_study};
use crate::file::csv::{Sheet, read};
use crate::study::coding::{CodingField, Passage};
use crate::study::id::*;
use crate::study::people::{INTERVIEWER, ParticipantField};
use crate::study::session::{Answer, NoteField, SessionField};
use crate::study::settings::SettingsField;
use crate::study::word::{AnswerState, Consent, NoteKind, Polarity};
use Polarity::{Contradicts, Supports};
use std::collections::BTreeMap;

/// Four small interviews, a reference text, a note, an answer: every column has something to say.
fn small() -> Bench {
    let mut bench = ground();
    bench.put(vec![
        (
            Study::settings_id(),
            SettingsField::Name("Étude \"petite\"".into()),
        )
            .into(),
        (
            Study::settings_id(),
            SettingsField::Languages(vec!["fr".into(), "en".into()]),
        )
            .into(),
        (Study::settings_id(), SettingsField::MaskUnder(3)).into(),
    ]);
    for (participant, speaker, organisation) in [
        ("P-I1", "Ana Roy", "Alizé"),
        ("P-I2", "Bob Kern", "Bruyère"),
    ] {
        let _ = organisation;
        bench.put(vec![
            (
                ParticipantId::new(participant),
                ParticipantField::Speaker(speaker.into()),
            )
                .into(),
        ]);
    }
    bench.transcript(
        Some("I1"),
        "t1",
        &[
            ("Chercheuse", "Et les blocs ?"),
            ("Ana Roy", "=Oui, « bloc » par bloc.\nC'est né là."),
        ],
    );
    bench.transcript(Some("I2"), "t2", &[("Bob Kern", "- Non. Secret de Bob.")]);
    bench.transcript(
        None,
        "annonce",
        &[("", "Poste d'assistante, blocs exigés.")],
    );
    bench.note("I4", "n1", "trois semaines");
    bench.put(vec![
        (NoteId::new("n1"), NoteField::TMs(Some(61_500))).into(),
        (NoteId::new("n1"), NoteField::Kind(NoteKind::Observation)).into(),
        (NoteId::new("n1"), NoteField::Flags(vec!["verify".into()])).into(),
    ]);
    let answer = Answer {
        session: SessionId::new("I4"),
        question: "7.1".into(),
        scenario: Some(ScenarioId::new("S2")),
        state: AnswerState::Answered,
        value: "4".into(),
        ..Answer::default()
    };
    bench.put(vec![(AnswerId::new("a1"), answer).into()]);
    let on = |bench: &mut Bench,
              id: &str,
              version: &str,
              quote: &str,
              code: &str,
              polarities: &[(&str, Polarity)]| {
        let passage = bench.passage(version, quote);
        bench.coding(id, passage, code, polarities, Some(3));
    };
    on(
        &mut bench,
        "c1",
        "t1-v1",
        "bloc » par bloc.",
        "D8.levier",
        &[("S2", Supports), ("S1", Contradicts)],
    );
    on(
        &mut bench,
        "c2",
        "t1-v1",
        "Et les blocs ?",
        "D8.levier",
        &[("S2", Supports)],
    );
    on(
        &mut bench,
        "c3",
        "t2-v1",
        "- Non.",
        "D8.frein",
        &[("S2", Contradicts)],
    );
    on(
        &mut bench,
        "c4",
        "annonce-v1",
        "blocs exigés",
        "D8.levier",
        &[("S2", Supports)],
    );
    bench.coding(
        "c5",
        Passage::Note(NoteId::new("n1")),
        "D8.frein",
        &[],
        None,
    );
    bench.put(vec![
        (
            CodingId::new("c1"),
            CodingField::Memo("à relire\nbientôt".into()),
        )
            .into(),
        (CodingId::new("c1"), CodingField::Starred(true)).into(),
        (
            CodingId::new("c1"),
            CodingField::CodedAt(Some(Timestamp::UNIX_EPOCH)),
        )
            .into(),
    ]);
    bench
}

fn options() -> ExportOptions {
    ExportOptions {
        head: "3f9a".into(),
        date: Some(Timestamp::UNIX_EPOCH),
        ..ExportOptions::default()
    }
}

fn made(bench: &Bench, options: &ExportOptions) -> BTreeMap<String, String> {
    let originals = |_: &Version| Some(b"Ana Roy: comme venu".to_vec());
    build(&bench.study, &bench.texts, &originals, options)
        .files
        .into_iter()
        .map(|(path, bytes)| (path, String::from_utf8(bytes).unwrap()))
        .collect()
}

fn shared() -> ExportOptions {
    ExportOptions {
        shared: true,
        ..options()
    }
}

fn sheet(files: &BTreeMap<String, String>, path: &str) -> Sheet {
    read(&files[path]).unwrap()
}

/// One column of a file, by another one.
fn column(files: &BTreeMap<String, String>, path: &str, name: &str) -> Vec<String> {
    let sheet = sheet(files, path);
    sheet
        .rows
        .iter()
        .map(|row| sheet.cell(row, name).unwrap().to_owned())
        .collect()
}

fn consent(bench: &mut Bench, participant: &str, consent: Consent) {
    let field = ParticipantField::Consent(consent);
    bench.put(vec![(ParticipantId::new(participant), field).into()]);
}

#[test]
fn the_whole_of_a_small_export() {
    let files = made(&small(), &options());
    let mut text = String::new();
    for (path, file) in &files {
        if path != "evidence.csv" && !path.starts_with("originals/") {
            text.extend(["=== ", path, "\n", file, "\n"]);
        }
    }
    insta::assert_snapshot!(text.replace("\r\n", "⏎\n"));
}

#[test]
fn excel_fr_guards_and_says_so() {
    let excel = ExportOptions {
        profile: Profile::ExcelFr,
        ..options()
    };
    let files = made(&small(), &excel);
    for (path, text) in files
        .iter()
        .filter(|(path, _)| !path.starts_with("originals/"))
        .filter(|(_, text)| !text.starts_with('{') && !text.starts_with("schema"))
    {
        assert!(text.starts_with('\u{feff}'), "{path}");
        let header = text.lines().next().unwrap();
        assert!(header.trim_end().ends_with("escaped"), "{path}: {header}");
    }
    assert!(files["excerpts.csv"].contains("'- Non."));
    // read again, the words are as they were
    let data = made(&small(), &options());
    for name in ["quote", "context_before", "memo", "char_start"] {
        assert_eq!(
            column(&files, "excerpts.csv", name),
            column(&data, "excerpts.csv", name)
        );
    }
    assert!(files["datapackage.json"].contains("\"formulaGuard\": \"apostrophe\""));
}

#[test]
fn what_is_shared_names_nobody_and_hides_small_cells() {
    let mut bench = small();
    consent(&mut bench, "P-I2", Consent::NoQuote);
    bench.put(vec![
        (
            SessionId::new("I1"),
            SessionField::Interviewer("Chercheuse Meunier".into()),
        )
            .into(),
    ]);
    let files = made(&bench, &shared());
    for (path, text) in &files {
        for word in ["Ana Roy", "Bob Kern", "Secret", "Chercheuse", "Non."] {
            assert!(!text.contains(word), "{word} in {path}");
        }
        assert!(
            !path.starts_with("originals/") && !path.contains("t2"),
            "{path}"
        );
    }
    assert!(!sheet(&files, "participants.csv").has("speaker"));
    let turns = &files["transcripts/I1.t1.v1.turns.json"];
    assert!(turns.contains("\"speaker\":\"interviewer\""));
    assert!(turns.contains("\"speaker\":\"P-I1\""));
    let interviews = column(&files, "evidence.csv", "n_interviews");
    assert!(
        interviews.iter().all(|n| n == "0" || n == "<3"),
        "{interviews:?}"
    );
    assert!(column(&files, "excerpts.csv", "escaped").contains(&"no-quote".to_owned()));
}

#[test]
fn a_no_quote_interview_is_counted_without_its_words() {
    let mut bench = small();
    consent(&mut bench, "P-I2", Consent::NoQuote);
    let files = made(&bench, &options());
    let sheet = sheet(&files, "excerpts.csv");
    let row = sheet
        .rows
        .iter()
        .find(|row| sheet.cell(row, "coding_id") == Some("c3"))
        .unwrap();
    let cell = |name| sheet.cell(row, name).unwrap();
    assert_eq!(
        ["quote", "context_before", "context_after"].map(cell),
        ["", "", ""]
    );
    assert_eq!(
        ["escaped", "counted", "char_start", "char_end"].map(cell),
        ["no-quote", "yes", "0", "6"]
    );
    assert!(!files["evidence.csv"].contains("Non."));
    assert!(
        files.contains_key("transcripts/I2.t2.v1.turns.json"),
        "the owner keeps the text"
    );
}

#[test]
fn a_withdrawn_interview_is_in_no_file() {
    let mut bench = small();
    consent(&mut bench, "P-I2", Consent::Withdrawn);
    for options in [options(), shared()] {
        let files = made(&bench, &options);
        for (path, text) in &files {
            let text = text
                .lines()
                .filter(|line| !line.contains("sha256:"))
                .collect::<String>();
            for word in ["Bob Kern", "Secret", "I2", "t2", "c3"] {
                assert!(
                    !text.contains(word) && !path.contains(word),
                    "{word} in {path}"
                );
            }
        }
        assert!(files["study.toml"].contains("withdrawn = 1\n"));
        assert!(files["datapackage.json"].contains("\"n_withdrawn\": 1"));
    }
}

#[test]
fn one_of_two_participants_withdraws_and_positions_hold() {
    let mut bench = ground();
    bench.session("I6");
    bench.participant("Ana", "I6", "director", "under10", "");
    bench.participant("Bob", "I6", "assistant", "10to49", "");
    bench.transcript(
        Some("I6"),
        "t6",
        &[
            ("Ana", "Née ici."),
            ("Bob", "Été 1984.\nOui."),
            ("Ana", "Bien sûr."),
        ],
    );
    let passage = bench.passage("t6-v1", "sûr");
    bench.coding("c", passage, "D8.levier", &[("S2", Supports)], None);
    let before = made(&bench, &options());
    consent(&mut bench, "Bob", Consent::Withdrawn);
    let files = made(&bench, &options());
    let turns = &files["transcripts/I6.t6.v1.turns.json"];
    assert!(turns.contains("\"text\":\"█████████\\n████\""), "{turns}");
    assert!(!turns.contains("Bob"));
    assert!(!files.keys().any(|path| path.starts_with("originals/")));
    assert_eq!(
        column(&files, "excerpts.csv", "char_start"),
        column(&before, "excerpts.csv", "char_start")
    );
    let kept = column(&files, "participants.csv", "size");
    assert_eq!(
        kept.last().unwrap(),
        "",
        "of him only that he withdrew is said"
    );
}

#[test]
fn an_interviewers_own_row_keeps_its_words_apart() {
    let mut bench = small();
    bench.participant("AM", "I1", INTERVIEWER, "", "");
    bench.put(vec![
        (
            ParticipantId::new("AM"),
            ParticipantField::Speaker("Chercheuse".into()),
        )
            .into(),
    ]);
    let files = made(&bench, &options());
    let sheet = sheet(&files, "excerpts.csv");
    let row = sheet
        .rows
        .iter()
        .find(|row| sheet.cell(row, "coding_id") == Some("c2"))
        .unwrap();
    let cell = |name| sheet.cell(row, name).unwrap();
    assert_eq!(
        ["participant", "role", "counted", "size"].map(cell),
        ["AM", "interviewer", "interviewer", ""]
    );
}

#[test]
fn a_folder_is_written_again_without_what_is_left_over() {
    let mut bench = small();
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join("export");
    let none = |_: &Version| None;
    let write = |bench: &Bench, options: &ExportOptions| {
        export_study(&bench.study, &bench.texts, &none, options, &out)
    };
    let first = write(&bench, &options()).unwrap();
    assert_eq!(first.files.last().unwrap(), "datapackage.json");
    assert!(out.join("transcripts/I2.t2.v1.turns.json").is_file());
    std::fs::write(out.join("transcripts/mine.txt"), "mine").unwrap();
    consent(&mut bench, "P-I2", Consent::Withdrawn);
    write(&bench, &options()).unwrap();
    assert!(!out.join("transcripts/I2.t2.v1.turns.json").exists());
    assert!(
        out.join("transcripts/mine.txt").is_file(),
        "what is not ours stays"
    );

    let foreign = folder.path().join("other");
    std::fs::create_dir(&foreign).unwrap();
    std::fs::write(foreign.join("thesis.txt"), "mine").unwrap();
    let refused = export_study(&bench.study, &bench.texts, &none, &options(), &foreign);
    let error = refused.unwrap_err();
    assert!(matches!(error, ExportError::NotOurs(_)) && error.is_place());
    assert_eq!(std::fs::read_dir(&foreign).unwrap().count(), 1);
    let forced = ExportOptions {
        force: true,
        ..options()
    };
    export_study(&bench.study, &bench.texts, &none, &forced, &foreign).unwrap();
    assert!(foreign.join("thesis.txt").is_file() && foreign.join("excerpts.csv").is_file());
}

#[test]
fn the_same_study_gives_the_same_bytes() {
    let bench = small();
    let none = |_: &Version| None;
    let one = build(&bench.study, &bench.texts, &none, &options());
    let other = build(&small().study, &bench.texts, &none, &options());
    assert_eq!(one.files, other.files);
}
