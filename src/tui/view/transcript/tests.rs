//! The screen of a coder, at the sizes and in the languages it must work in.

use crate::app::act::coding::{open_document, open_session};
use crate::app::test_support::Stage;
use crate::i18n::Lang;
use crate::study::coding::{Coding, CodingField};
use crate::study::id::{CodeId, CodingId, DocumentId, NoteId, ScenarioId, SessionId};
use crate::study::session::{Note, SessionField};
use crate::study::word::Polarity;
use crate::tui::view::test_support::{looks, screen};

/// E07 with codings that overlap: by two coders, with strengths, polarities, a memo, a star.
fn coded(lang: Lang) -> Stage {
    let mut stage = Stage::new(lang);
    let all = [
        (
            "c1",
            "B1.3",
            "am",
            "Si l’émargement manque, le financeur ne paie pas.",
        ),
        (
            "c2",
            "D8.levier",
            "jl",
            "le financeur ne paie pas. On a perdu trois semaines en mars",
        ),
        ("c3", "B7.3", "am", "On a perdu trois semaines en mars"),
        (
            "c4",
            "B1",
            "am",
            "en mars, parce que la plateforme avait changé",
        ),
        ("c5", "D8.frein", "jl", "trois semaines en mars, parce"),
        ("c6", "B7", "jl", "semaines en mars"),
        (
            "c7",
            "D8.frein",
            "am",
            "Personne n’a le temps de monter un dossier pendant la rentrée.",
        ),
    ];
    for (id, code, coder, quote) in all {
        let coding = Coding {
            passage: stage.passage("E07", quote),
            code: CodeId::new(code),
            coder: coder.to_owned(),
            ..Coding::default()
        };
        stage.change(vec![(CodingId::new(id), coding).into()]);
    }
    let set = |id: &str, field| (CodingId::new(id), field).into();
    stage.change(vec![
        set("c3", CodingField::Strength(Some(3))),
        set(
            "c3",
            CodingField::Polarity(ScenarioId::new("S2"), Some(Polarity::Supports)),
        ),
        set(
            "c3",
            CodingField::Polarity(ScenarioId::new("S1"), Some(Polarity::Mixed)),
        ),
        set("c3", CodingField::Memo("à comparer avec E03".to_owned())),
        set("c3", CodingField::Starred(true)),
        set(
            "c2",
            CodingField::Polarity(ScenarioId::new("S2"), Some(Polarity::Contradicts)),
        ),
    ]);
    open_session(&mut stage.app, &SessionId::new("E07"));
    stage.keys("b b b");
    stage
}

#[test]
fn overlapping_codings_at_both_sizes_in_both_languages() {
    for (lang, name) in [(Lang::Fr, "fr"), (Lang::En, "en")] {
        let mut stage = coded(lang);
        for (width, height) in [(80, 24), (120, 36)] {
            let shown = screen(&mut stage.app, width, height);
            insta::assert_snapshot!(format!("coding_{name}_{width}x{height}"), shown);
        }
    }
}

#[test]
fn the_side_pane_lies_over_the_text_where_there_is_no_room_beside_it() {
    let mut stage = coded(Lang::Fr);
    stage.run("side_pane.toggle");
    insta::assert_snapshot!(screen(&mut stage.app, 80, 24));
}

#[test]
fn the_picker_tells_what_a_code_means() {
    let mut stage = coded(Lang::Fr);
    stage.keys("c");
    stage.types("frein");
    insta::assert_snapshot!(screen(&mut stage.app, 80, 24));
}

#[test]
fn notes_reference_texts_and_withdrawn_interviews() {
    let mut stage = Stage::new(Lang::Fr);
    open_session(&mut stage.app, &SessionId::new("E02"));
    stage.keys("1");
    insta::assert_snapshot!("notes", screen(&mut stage.app, 80, 16));
    open_document(&mut stage.app, &DocumentId::new("annonce"));
    insta::assert_snapshot!("reference", screen(&mut stage.app, 80, 12));
    open_session(&mut stage.app, &SessionId::new("E09"));
    insta::assert_snapshot!("withdrawn", screen(&mut stage.app, 80, 12));
}

#[test]
fn what_a_key_codes_is_underlined_what_is_selected_is_reversed() {
    let mut stage = Stage::new(Lang::Fr);
    open_session(&mut stage.app, &SessionId::new("E07"));
    stage.keys("J");
    let row = |stage: &Stage| looks(&stage.app, 80, 24, 2);
    assert_eq!(
        row(&stage).matches('_').count(),
        "Si l’émargement manque, le financeur ne paie pas."
            .chars()
            .count()
    );
    stage.keys("w");
    assert_eq!(row(&stage).matches('R').count(), 2);
}

#[test]
fn letters_stand_before_every_sentence_on_the_screen() {
    for (lang, keymap) in [(Lang::Fr, "azerty"), (Lang::En, "default")] {
        let mut stage = coded(lang);
        stage.keys("g g");
        stage.app.keymap = crate::keymap::Keymap::shipped(keymap);
        for (width, height) in [(80, 24), (120, 36)] {
            screen(&mut stage.app, width, height);
            stage.keys(",");
            let shown = screen(&mut stage.app, width, height);
            let name = format!("labels_{}_{width}x{height}", lang.code());
            insta::assert_snapshot!(name, shown);
            assert!(looks(&stage.app, width, height, 2).contains('R'));
        }
    }
}

#[test]
fn any_size_is_drawn_without_a_fault() {
    let mut stage = coded(Lang::Fr);
    for width in (1..130).step_by(7) {
        for height in [1, 2, 7, 8, 9, 11, 20, 40] {
            screen(&mut stage.app, width, height);
            stage.keys("j");
        }
    }
}

/// E07 with notes: two at its words, one before the recording began, one without a time.
fn noted(lang: Lang) -> Stage {
    let mut stage = coded(lang);
    let note = |seconds: Option<i64>, text: &str| Note {
        session: SessionId::new("E07"),
        t_ms: seconds.map(|seconds| seconds * 1000),
        text: text.to_owned(),
        ..Note::default()
    };
    let anchor = SessionField::AnchorMs(Some(60_000));
    stage.change(vec![
        (SessionId::new("E07"), anchor).into(),
        (NoteId::new("a"), note(Some(30), "elle hésite à commencer")).into(),
        (
            NoteId::new("b"),
            note(Some(800), "trois semaines perdues en mars, la plateforme"),
        )
            .into(),
        (
            NoteId::new("c"),
            note(Some(870), "personne n’a le temps d’un dossier à la rentrée"),
        )
            .into(),
        (NoteId::new("d"), note(None, "à relire avec E03")).into(),
    ]);
    stage.keys("g g A");
    stage
}

#[test]
fn notes_stand_beside_the_turns_at_both_sizes_in_both_languages() {
    for lang in Lang::ALL {
        let mut stage = noted(lang);
        for (width, height) in [(80, 24), (120, 36)] {
            stage.keys("g g tab j j 1");
            let shown = screen(&mut stage.app, width, height);
            insta::assert_snapshot!(format!("beside_{}_{width}x{height}", lang.code()), shown);
            stage.keys("esc u");
        }
        stage.keys("tab G");
        let shown = screen(&mut stage.app, 80, 24);
        insta::assert_snapshot!(format!("beside_untimed_{}", lang.code()), shown);
    }
}

#[test]
fn moving_among_the_notes_takes_the_words_along_and_enter_edits_the_note() {
    let mut stage = noted(Lang::Fr);
    let turn = |stage: &Stage| stage.app.places.transcript.turn();
    // the recording began a minute into the call: 14:30 of the call is 13:30 of the recording
    stage.keys("tab");
    assert_eq!(turn(&stage), 0);
    stage.keys("G k");
    assert_eq!(turn(&stage), 5);
    stage.keys("k");
    assert_eq!(turn(&stage), 1);
    let before = stage.codings().len();
    stage.keys("1");
    assert_eq!(stage.codings().len(), before + 1, "a code goes on the note");
    stage.keys("enter C-u");
    stage.types("autres mots");
    stage.keys("enter");
    let text = |stage: &Stage| stage.study().records.notes[&NoteId::new("b")].text.clone();
    assert_eq!(text(&stage), "autres mots");
    stage.keys("enter C-u enter");
    assert_eq!(text(&stage), "autres mots", "a note keeps its words");
    stage.keys("u");
    assert!(text(&stage).starts_with("trois semaines"));
    // Esc gives the keys back to the words, A takes the notes away
    stage.keys("esc K A");
    assert_eq!(turn(&stage), 0);
    assert!(!stage.app.places.transcript.shows_notes());
    // and from the list of notes back beside the words
    stage.keys("tab j j A");
    assert!(stage.app.places.transcript.shows_notes());
    assert_eq!(stage.app.places.transcript.note(), Some(&NoteId::new("c")));
    assert_eq!(turn(&stage), 5);
}

#[test]
fn without_times_or_notes_it_is_said() {
    let mut stage = Stage::new(Lang::Fr);
    open_session(&mut stage.app, &SessionId::new("E07"));
    stage.keys("A");
    assert!(screen(&mut stage.app, 80, 24).contains("Aucune note à cet entretien."));
    let turns = ["Un.", "Deux."].map(|text| crate::study::document::Turn {
        text: text.to_owned(),
        ..Default::default()
    });
    stage.text("brut", Some("E02"), &turns);
    open_session(&mut stage.app, &SessionId::new("E02"));
    let shown = screen(&mut stage.app, 80, 24);
    assert!(shown.contains("Pas d’heures ici"), "{shown}");
    assert!(shown.contains("21:07"), "{shown}");
}
