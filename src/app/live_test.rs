//! A call, by keys.

use super::test_support::Stage;
use super::{At, Event};
use crate::i18n::Lang;
use crate::study::session::{Note, Session};
use crate::study::word::{NoteKind, SessionState};
use jiff::{SignedDuration, Timestamp};

fn noon() -> Timestamp {
    "2026-03-12T12:00:00Z".parse().unwrap()
}

/// A call of E12, begun a minute ago.
fn call() -> Stage {
    let mut stage = Stage::new(Lang::En);
    stage.change(vec![
        (
            crate::study::id::SessionId::new("E12"),
            Session {
                key: "E12".into(),
                ..Session::default()
            },
        )
            .into(),
    ]);
    stage.app.now = noon;
    stage.keys("g s");
    stage.keys("G");
    stage.run("session.start_call");
    assert_eq!(stage.app.at, At::Live);
    stage.app.now = || noon() + SignedDuration::from_secs(61);
    stage
}

/// The notes of the call, in order.
fn notes(stage: &Stage) -> Vec<Note> {
    let study = stage.study();
    let (id, _) = study.session_by_key("E12").unwrap();
    study
        .notes_of(id)
        .into_iter()
        .map(|(_, note)| note.clone())
        .collect()
}

#[test]
fn a_line_is_noted_with_the_time_of_its_first_letter() {
    let mut stage = call();
    stage.types("\"on perd des dossiers");
    stage.app.now = || noon() + SignedDuration::from_secs(300);
    stage.keys("enter");
    let note = notes(&stage)[0].clone();
    assert_eq!(
        (note.t_ms, note.kind, note.text.as_str()),
        (Some(61_000), NoteKind::Verbatim, "on perd des dossiers")
    );
    assert!(stage.app.places.live.entry.is_empty());
    stage.keys("enter");
    assert_eq!(notes(&stage).len(), 1, "an empty Enter does nothing");
}

#[test]
fn a_code_is_attached_while_typing_and_undone_with_the_note() {
    let mut stage = call();
    stage.types("trois semaines perdues");
    stage.keys("C-k");
    stage.types("1.3");
    assert_eq!(stage.app.layers.len(), 1, "{:?}", stage.app.context());
    stage.keys("enter");
    stage.keys("C-f");
    stage.keys("enter");
    let study = stage.study();
    assert_eq!(notes(&stage)[0].flags, ["follow-up"]);
    let coding = study.records.codings.values().next().unwrap();
    assert_eq!(study.records.codes[&coding.code].key, "B1.3");
    stage.keys("esc u");
    assert!(notes(&stage).is_empty() && stage.study().records.codings.is_empty());
    stage.keys("esc U");
    assert_eq!(stage.study().records.codings.len(), 1);
}

#[test]
fn a_note_is_mended_while_another_line_waits() {
    let mut stage = call();
    stage.types("une faute");
    stage.keys("enter");
    stage.types("la suite");
    stage.keys("esc e");
    assert_eq!(stage.app.places.live.entry.text(), "une faute");
    stage.types(" corrigée");
    stage.keys("enter");
    assert_eq!(stage.app.places.live.entry.text(), "la suite");
    let texts: Vec<String> = notes(&stage).into_iter().map(|note| note.text).collect();
    assert_eq!(texts, ["une faute corrigée"]);
}

#[test]
fn a_paste_is_one_line_of_the_note() {
    let mut stage = call();
    stage.app.handle(Event::Paste("un\u{1b}[31m deux".into()));
    stage.keys("enter");
    assert_eq!(notes(&stage)[0].text, "un␛[31m deux");
}

#[test]
fn what_was_typed_is_there_after_a_kill() {
    let mut stage = call();
    stage.types("ils ont changé de pla");
    stage.app.settle().unwrap();
    // Nothing else is done: the next process finds the draft.
    stage.app.work = None;
    stage.app.open_study("AF").unwrap();
    assert_eq!(stage.app.at, At::Live, "the call runs on");
    assert_eq!(stage.app.places.live.entry.text(), "ils ont changé de pla");
    assert_eq!(stage.app.places.live.line.t_ms, Some(61_000));
}

#[test]
fn the_call_begins_and_ends() {
    let mut stage = call();
    let state = |stage: &Stage| stage.study().session_by_key("E12").unwrap().1.clone();
    assert_eq!(
        (state(&stage).state, state(&stage).started_at),
        (SessionState::Running, Some(noon()))
    );
    stage.keys("esc f");
    assert_eq!(
        (state(&stage).state, state(&stage).minutes),
        (SessionState::Done, Some(1))
    );
}

#[test]
fn pasted_lines_are_a_note_each_or_one_as_asked() {
    let mut stage = call();
    stage
        .app
        .handle(Event::Paste("(silence\n\n# 3 projets\nun\n".into()));
    stage.keys("enter");
    let told: Vec<(NoteKind, String)> = notes(&stage)
        .into_iter()
        .map(|note| (note.kind, note.text))
        .collect();
    assert_eq!(
        told,
        [
            (NoteKind::Observation, "silence".to_owned()),
            (NoteKind::Figure, "3 projets".to_owned()),
            (NoteKind::Paraphrase, "un".to_owned())
        ],
        "in their order, though they have one time"
    );
    stage.keys("esc u");
    assert!(notes(&stage).is_empty(), "one act");
    stage.app.handle(Event::Paste("un\ndeux".into()));
    stage.keys("C-n enter");
    assert_eq!(notes(&stage)[0].text, "un\ndeux");
}

#[test]
fn two_notes_of_one_second_keep_their_order() {
    let mut stage = call();
    for word in ["un", "deux", "trois"] {
        stage.types(word);
        stage.keys("enter");
    }
    let texts: Vec<String> = notes(&stage).into_iter().map(|note| note.text).collect();
    assert_eq!(texts, ["un", "deux", "trois"]);
    assert!(notes(&stage).iter().all(|note| note.t_ms == Some(61_000)));
}

#[test]
fn everything_that_is_said_of_a_note_can_be_said_later() {
    let mut stage = call();
    stage.types("trois semaines");
    stage.keys("enter");
    stage.keys("C-g C-f");
    stage.run("note.code B1.3");
    stage.run("note.time 0:30");
    let note = notes(&stage)[0].clone();
    assert_eq!((note.kind, note.t_ms), (NoteKind::Verbatim, Some(30_000)));
    assert_eq!(note.flags, ["follow-up"]);
    assert_eq!(stage.codings(), ["B1.3 \"trois semaines\" am"]);
    stage.run("note.code B1.3");
    assert!(
        stage.codings().is_empty(),
        "given again, a code is taken off"
    );
    stage.run("note.time demain");
    assert_eq!(notes(&stage)[0].t_ms, Some(30_000));
    assert!(stage.notice().contains("demain"));
}

#[test]
fn a_call_that_was_left_long_ago_is_not_gone_back_into() {
    let mut stage = call();
    stage.app.settle().unwrap();
    stage.app.work = None;
    stage.app.now = || noon() + SignedDuration::from_hours(13);
    stage.app.open_study("AF").unwrap();
    assert_eq!(stage.app.at, At::Board);
}

#[test]
fn where_one_looked_among_the_notes_comes_back() {
    let mut stage = call();
    for n in 0..40 {
        stage.types(&format!("note {n}"));
        stage.keys("enter");
    }
    stage.keys("up up up up up up up up up up up up up up up up up up up up up up up up up");
    let looked = stage.app.places.live.list;
    assert!(looked.at < 20, "{looked:?}");
    stage.app.settle().unwrap();
    stage.app.work = None;
    stage.app.open_study("AF").unwrap();
    assert_eq!(stage.app.places.live.list, looked);
    stage.types("la suite");
    stage.keys("enter");
    assert_eq!(stage.app.places.live.list.at, 40, "a new note is looked at");
}

#[test]
fn the_time_of_a_note_is_typed_as_people_write_it() {
    let mut stage = call();
    stage.types("avant l’appel");
    stage.keys("enter");
    for (typed, ms) in [
        ("3:12", 192_000),
        ("-0:07", -7_000),
        ("1:02:03,5", 3_723_500),
    ] {
        stage.run(&format!("note.time {typed}"));
        assert_eq!(notes(&stage)[0].t_ms, Some(ms), "{typed}");
    }
    stage.run("note.time 3:99");
    assert_eq!(notes(&stage)[0].t_ms, Some(3_723_500));
    assert!(stage.notice().contains("3:99"));
}
