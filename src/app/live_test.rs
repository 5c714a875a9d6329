//! A call, by keys.

use super::test_support::{Bench, noon};
use super::{At, Event};
use crate::study::word::{NoteKind, SessionState};

fn minute_later() -> jiff::Timestamp {
    noon() + jiff::SignedDuration::from_secs(61)
}

/// A call of E02, begun a minute ago.
fn call() -> Bench {
    let mut bench = Bench::small();
    bench.press("g s");
    bench.press("j");
    bench
        .app
        .run(&crate::command::Invocation::parse("session.start_call").unwrap());
    assert_eq!(bench.app.at, At::Live);
    bench.app.now = minute_later;
    bench
}

#[test]
fn a_line_is_noted_with_the_time_of_its_first_letter() {
    let mut bench = call();
    bench.type_text("\"on perd des dossiers");
    bench.app.now = || noon() + jiff::SignedDuration::from_secs(300);
    bench.press("enter");
    let note = bench.study().records.notes.values().next().unwrap().clone();
    assert_eq!(
        (note.t_ms, note.kind, note.text.as_str()),
        (Some(61_000), NoteKind::Verbatim, "on perd des dossiers")
    );
    assert!(bench.app.places.live.entry.is_empty());
    bench.press("enter");
    assert_eq!(
        bench.study().records.notes.len(),
        1,
        "an empty Enter does nothing"
    );
}

#[test]
fn a_code_is_attached_while_typing_and_undone_with_the_note() {
    let mut bench = call();
    bench.type_text("trois semaines perdues");
    bench.press("C-k");
    bench.type_text("dossi");
    bench.press("enter");
    bench.press("C-f");
    bench.press("enter");
    let study = bench.study();
    assert_eq!(
        study.records.notes.values().next().unwrap().flags,
        ["follow-up"]
    );
    let coding = study.records.codings.values().next().unwrap();
    assert_eq!(study.records.codes[&coding.code].key, "B1");
    bench.press("esc u");
    assert!(bench.study().records.notes.is_empty() && bench.study().records.codings.is_empty());
    bench.press("esc U");
    assert_eq!(bench.study().records.codings.len(), 1);
}

#[test]
fn a_note_is_mended_while_another_line_waits() {
    let mut bench = call();
    bench.type_text("une faute");
    bench.press("enter");
    bench.type_text("la suite");
    bench.press("esc e");
    assert_eq!(bench.app.places.live.entry.text(), "une faute");
    bench.type_text(" corrigée");
    bench.press("enter");
    assert_eq!(bench.app.places.live.entry.text(), "la suite");
    let texts: Vec<&str> = bench
        .study()
        .records
        .notes
        .values()
        .map(|note| note.text.as_str())
        .collect();
    assert_eq!(texts, ["une faute corrigée"]);
}

#[test]
fn a_paste_is_one_line_of_the_note() {
    let mut bench = call();
    bench.app.handle(Event::Paste("un\u{1b}[31m deux".into()));
    bench.press("enter");
    assert_eq!(
        bench.study().records.notes.values().next().unwrap().text,
        "un␛[31m deux"
    );
}

#[test]
fn what_was_typed_is_there_after_a_kill() {
    let mut bench = call();
    bench.type_text("ils ont changé de pla");
    bench.app.settle().unwrap();
    // Nothing else is done: the next process finds the draft.
    bench.app.work = None;
    bench.app.open_study("study").unwrap();
    bench.press("j");
    bench.press("g l");
    assert_eq!(bench.app.places.live.entry.text(), "ils ont changé de pla");
    assert_eq!(bench.app.places.live.line.t_ms, Some(61_000));
}

#[test]
fn the_call_begins_and_ends() {
    let mut bench = call();
    let state = |bench: &Bench| bench.study().session_by_key("E02").unwrap().1.clone();
    assert_eq!(
        (state(&bench).state, state(&bench).started_at),
        (SessionState::Running, Some(noon()))
    );
    bench.press("esc f");
    assert_eq!(
        (state(&bench).state, state(&bench).minutes),
        (SessionState::Done, Some(1))
    );
}
