//! Coding by keys of the shipped keymap, as a person does it.

use super::{open_at, open_document, open_session};
use crate::app::test_support::Stage;
use crate::app::{At, Layer};
use crate::i18n::Lang;
use crate::keymap::Keymap;
use crate::study::coding::Coding;
use crate::study::id::{CodeId, CodingId, DocumentId, ScenarioId, SessionId};
use crate::study::word::Polarity;

type Check = fn(&Coding) -> bool;

/// The transcript of E07, at the first sentence that counts.
fn e07() -> Stage {
    let mut stage = Stage::new(Lang::Fr);
    open_session(&mut stage.app, &SessionId::new("E07"));
    stage.run("turn.next");
    stage
}

fn passage(stage: &Stage) -> String {
    let transcript = &stage.app.places.transcript;
    let span = transcript.span().cloned().unwrap_or_default();
    transcript.reading().unwrap().text.slice(span).to_owned()
}

const FIRST: &str = "Si l’émargement manque, le financeur ne paie pas.";
const LOST: &str = "On a perdu trois semaines en mars, parce que la plateforme avait changé et que personne ne nous \
                    l’avait dit.";

#[test]
fn a_slot_is_one_key_the_sentence_or_the_turn_first_two_the_picker_four() {
    let mut stage = e07();
    for (keys, most, added) in [
        ("1", 1, format!("B1.3 {FIRST:?} am")),
        ("s 2", 2, format!("D8.levier {FIRST:?} am")),
        ("l .", 2, format!("D8.levier {LOST:?} am")),
        ("c p i enter", 4, format!("B7.3 {LOST:?} am")),
    ] {
        assert!(keys.split(' ').count() <= most, "{keys}");
        let before = stage.codings();
        stage.keys(keys);
        let after: Vec<String> = stage
            .codings()
            .into_iter()
            .filter(|coding| !before.contains(coding))
            .collect();
        assert_eq!(after, [added], "{keys}");
    }
    stage.keys("t 1");
    let turn = crate::app::test_support::TALK[1].2;
    assert!(stage.codings().contains(&format!("B1.3 {turn:?} am")));
    stage.keys("u");
    assert_eq!(stage.notice(), "Annulé\u{a0}: Code B1.3 sur tour 2 de E07");
    assert_eq!(stage.codings().len(), 4);
}

#[test]
fn the_same_code_on_the_same_passage_is_one_coding() {
    let mut stage = e07();
    stage.keys("1 1");
    assert_eq!(stage.codings().len(), 1);
    assert!(stage.notice().contains("y est déjà"), "{}", stage.notice());
}

#[test]
fn passages_are_taken_by_word_sentence_turn_and_freely_across_turns() {
    let mut stage = e07();
    for (keys, wanted) in [
        ("", FIRST),
        ("w", "Si"),
        ("w", "Si l’émargement"),
        ("esc", FIRST),
        ("L", "Si l’émargement manque, le financeur ne paie pas. On"),
        ("H H", "Si l’émargement manque, le financeur ne paie"),
        ("C-right", "l’émargement manque, le financeur ne paie"),
        ("C-left", "Si l’émargement manque, le financeur ne paie"),
        ("esc", FIRST),
    ] {
        stage.keys(keys);
        assert_eq!(passage(&stage), wanted, "{keys}");
    }
    stage.keys("s s");
    assert_eq!(
        passage(&stage),
        format!("{FIRST} {LOST}"),
        "asked again, the next sentence too"
    );
    stage.keys("esc J v J");
    assert_eq!(
        passage(&stage),
        "Deux fois ?\nOui. Une fois pour nous, une fois pour l’audit.\nEt encore une fois pour moi.",
        "turns are joined by a line feed"
    );
    stage.keys("1 v l");
    assert_eq!(stage.codings().len(), 1);
    assert!(stage.codings()[0].contains("Deux fois ?\\nOui."));
    assert!(
        stage.app.places.transcript.selection().is_none(),
        "moving lets it go"
    );
}

#[test]
fn strength_polarity_memo_star_and_removal_are_each_undone() {
    let mut stage = e07();
    stage.keys("1");
    let id = stage.app.places.transcript.current().unwrap().id().clone();
    let (s1, s2) = (ScenarioId::new("S1"), ScenarioId::new("S2"));
    let before = stage.coding(&id).clone();
    let checks: [(&str, Check); 9] = [
        ("f 3", |c| c.strength == Some(3)),
        ("p", |c| {
            c.polarities[&ScenarioId::new("S1")] == Polarity::Supports
        }),
        ("i m", |c| {
            c.polarities[&ScenarioId::new("S2")] == Polarity::Contradicts
        }),
        ("n", |c| {
            c.polarities[&ScenarioId::new("S2")] == Polarity::Mixed
        }),
        ("=", |c| {
            c.polarities[&ScenarioId::new("S2")] == Polarity::Neutral
        }),
        ("0", |c| !c.polarities.contains_key(&ScenarioId::new("S2"))),
        ("e", |c| c.starred),
        ("a o u i enter", |c| c.memo == "oui"),
        ("f x", |c| c.strength.is_none()),
    ];
    for (keys, check) in checks {
        stage.keys(keys);
        assert!(check(stage.coding(&id)), "{keys}: {:?}", stage.coding(&id));
    }
    assert!(stage.coding(&id).polarities.contains_key(&s1));
    assert!(!stage.coding(&id).polarities.contains_key(&s2));
    stage.keys("x");
    assert!(stage.codings().is_empty());
    stage.keys("u u u u u u u u u u");
    assert_eq!(*stage.coding(&id), before);
    stage.keys("U U U U U U U U U U");
    assert!(stage.codings().is_empty());
}

#[test]
fn overlapping_codings_are_chosen_one_by_one() {
    let mut stage = e07();
    stage.keys("1 2 3");
    let key = |stage: &Stage| stage.app.places.transcript.current().unwrap().key.clone();
    assert_eq!(key(&stage), "B7.3", "the one last made");
    let mut seen = Vec::new();
    for _ in 0..3 {
        stage.keys("o");
        seen.push(key(&stage));
    }
    assert_eq!(seen, ["D8.levier", "B1.3", "B7.3"]);
    stage.keys("o f 4");
    assert!(
        stage
            .study()
            .records
            .codings
            .values()
            .all(|c| (c.strength == Some(4)) == (c.code == CodeId::new("D8.levier")))
    );
    stage.keys("enter");
    assert!(matches!(stage.app.layers.last(), Some(Layer::Picker(_))));
    stage.types("dossiers");
    stage.keys("enter");
    assert_eq!(key(&stage), "B1.3");
}

#[test]
fn enter_offers_codes_where_there_is_no_coding() {
    let mut stage = e07();
    stage.keys("enter");
    stage.types("frein entree");
    stage.keys("enter");
    assert_eq!(stage.codings(), [format!("D8.frein {FIRST:?} am")]);
}

#[test]
fn ends_move_to_the_selection() {
    let mut stage = e07();
    stage.keys("1 H H r r");
    assert_eq!(
        stage.codings(),
        ["B1.3 \"Si l’émargement manque, le financeur ne paie\" am"
            .replace(" paie", " ne paie")
            .replace("ne ne", "ne")]
    );
    stage.keys("u");
    assert_eq!(stage.codings(), [format!("B1.3 {FIRST:?} am")]);
}

#[test]
fn ends_move_by_one_character_and_a_coding_with_them() {
    let mut stage = e07();
    for (keys, wanted) in [
        ("A-left", "Si l’émargement manque, le financeur ne paie pas"),
        ("r B", "Si l’émargement manque, le financeur ne paie pa"),
        ("A-right r F", FIRST),
        (
            "A-S-right",
            "i l’émargement manque, le financeur ne paie pas.",
        ),
        ("r L", " l’émargement manque, le financeur ne paie pas."),
        ("A-S-left r H", FIRST),
        // the turn before, over the line feed
        ("r H", &format!("?\n{FIRST}")),
        ("r L", FIRST),
    ] {
        stage.keys(keys);
        assert_eq!(passage(&stage), wanted, "{keys}");
    }
    stage.keys("esc 1 A-left r r");
    assert_eq!(
        stage.codings(),
        [format!("B1.3 {:?} am", FIRST.trim_end_matches('.'))]
    );
}

#[test]
fn near_codes_are_shown_before_a_new_one_is_made() {
    let mut stage = e07();
    stage.keys("c");
    stage.types("dossier");
    stage.keys("C-n");
    let Some(Layer::Confirm(confirm)) = stage.app.layers.last() else {
        panic!(
            "the near ones are shown, not: {} {:?}",
            stage.notice(),
            stage.codings()
        );
    };
    assert_eq!(
        confirm
            .choices
            .iter()
            .map(|c| stage.app.words.say(&c.label))
            .collect::<Vec<_>>(),
        [
            "prendre B1.3 Dossiers",
            "créer «\u{a0}dossier\u{a0}» quand même"
        ]
    );
    stage.keys("enter");
    assert_eq!(
        stage.codings(),
        [format!("B1.3 {FIRST:?} am")],
        "the near one was used"
    );
    stage.keys("C");
    stage.types("D8.temps manque de temps");
    stage.keys("enter");
    let (id, code) = stage.study().code_by_key("D8.temps").unwrap();
    assert_eq!(
        code.parent,
        Some(CodeId::new("D8")),
        "below the code whose key it goes on from"
    );
    assert_eq!(code.labels["fr"], "manque de temps");
    let id = id.clone();
    assert!(
        stage.study().records.codings.values().any(|c| c.code == id),
        "and put on the passage"
    );
    stage.keys("u u");
    assert!(stage.study().code_by_key("D8.temps").is_none());
}

#[test]
fn codings_and_uncoded_turns_are_walked_through() {
    let mut stage = e07();
    stage.keys("z");
    assert_eq!(
        stage.app.places.transcript.turn(),
        3,
        "interviewer's turns are passed over"
    );
    stage.keys("1 Z");
    assert_eq!(stage.app.places.transcript.turn(), 1);
    stage.keys("2 z");
    assert_eq!(stage.app.places.transcript.turn(), 5);
    stage.keys("g g b");
    assert_eq!(passage(&stage), FIRST);
    stage.keys("b");
    assert_eq!(passage(&stage), "Oui.");
    stage.keys("B");
    assert_eq!(passage(&stage), FIRST);
    stage.keys("b b");
    assert_eq!(stage.notice(), "Plus de codage de ce côté");
}

#[test]
fn the_words_of_an_interviewer_may_be_coded_and_it_says_that_they_do_not_count() {
    let mut stage = e07();
    stage.keys("K 1");
    assert_eq!(stage.codings().len(), 1);
    assert!(
        stage.notice().contains("ne comptent pas"),
        "{}",
        stage.notice()
    );
}

#[test]
fn somebody_elses_coding_may_be_changed_and_it_is_said_whose_it_is() {
    let mut stage = e07();
    let coding = Coding {
        passage: stage.passage("E07", FIRST),
        code: CodeId::new("D8.frein"),
        coder: "jl".to_owned(),
        ..Coding::default()
    };
    stage.change(vec![(CodingId::new("theirs"), coding).into()]);
    stage.keys("f 2");
    assert_eq!(stage.coding(&CodingId::new("theirs")).strength, Some(2));
    assert!(
        stage.notice().contains("Ce codage est de jl"),
        "{}",
        stage.notice()
    );
}

#[test]
fn from_a_coding_elsewhere_to_its_place_and_back() {
    let mut stage = e07();
    stage.keys("J J J J 1");
    let id = stage.app.places.transcript.current().unwrap().id().clone();
    let words = passage(&stage);
    stage.keys("g h");
    assert_eq!(stage.app.at, At::Log);
    assert!(open_at(&mut stage.app, &id));
    assert_eq!(
        (stage.app.at, passage(&stage)),
        (At::Transcript, words.clone())
    );
    stage.keys("esc");
    assert_eq!(stage.app.at, At::Log, "one step back");
    open_document(&mut stage.app, &DocumentId::new("annonce"));
    assert!(passage(&stage).starts_with("Poste"));
    stage.keys("2 esc");
    assert_eq!(
        stage.codings().len(),
        2,
        "reference texts are coded in the same way"
    );
    open_session(&mut stage.app, &SessionId::new("E07"));
    assert_eq!(
        passage(&stage),
        words,
        "each text is found where it was left"
    );
}

#[test]
fn notes_are_read_and_coded_whole() {
    let mut stage = Stage::new(Lang::Fr);
    open_session(&mut stage.app, &SessionId::new("E02"));
    stage.keys("j 1 f 2");
    assert_eq!(
        stage.codings(),
        ["B1.3 \"silence, regarde sa collègue\" am"]
    );
    stage.keys("s");
    assert_eq!(stage.notice(), "Une note se code en entier");
    stage.text(
        "E02",
        Some("E02"),
        &[crate::study::document::Turn {
            text: "Bonjour.".to_owned(),
            ..Default::default()
        }],
    );
    stage.keys("tab");
    assert_eq!(
        passage(&stage),
        "Bonjour.",
        "the transcript is beside the notes"
    );
    stage.keys("tab");
    assert_eq!(passage(&stage), "silence, regarde sa collègue");
}

#[test]
fn a_withdrawn_interview_is_not_shown() {
    let mut stage = Stage::new(Lang::En);
    open_session(&mut stage.app, &SessionId::new("E09"));
    assert!(stage.app.places.transcript.reading().is_none());
    stage.keys("1");
    assert!(stage.codings().is_empty());
}

#[test]
fn searching_folds_case_accents_apostrophes_and_goes_round() {
    let mut stage = e07();
    stage.keys("/");
    stage.types("L'AUDIT");
    stage.keys("enter");
    assert_eq!(
        passage(&stage),
        "Une fois pour nous, une fois pour l’audit."
    );
    stage.keys("/");
    stage.types("deux fois");
    stage.keys("enter N");
    assert_eq!(
        stage.app.places.transcript.turn(),
        2,
        "round the end to the interviewer's question"
    );
    stage.keys("/");
    stage.types("nulle part");
    stage.keys("enter");
    assert!(stage.notice().contains("ne se trouve pas"));
}

#[test]
fn every_shipped_keymap_codes_a_slot_with_one_key() {
    for (name, _) in crate::keymap::SHIPPED {
        let mut stage = e07();
        stage.app.keymap = Keymap::shipped(name);
        stage.keys("1");
        assert_eq!(stage.codings().len(), 1, "{name}");
    }
}

#[test]
fn what_is_coded_stays_in_sight_above_the_picker_and_the_text_comes_back() {
    let mut stage = e07();
    stage.app.handle(crate::app::Event::Resize(80, 16));
    stage.keys("G");
    let rows = stage.app.places.transcript.screen().to_vec();
    stage.keys("c");
    let transcript = &stage.app.places.transcript;
    let row = transcript
        .screen()
        .iter()
        .position(|row| row.bytes.contains(&transcript.at()));
    assert!(row.is_some_and(|row| row < 3), "{row:?}");
    stage.keys("esc");
    assert_eq!(stage.app.places.transcript.screen(), rows);
}

#[test]
fn in_a_large_text_only_what_is_seen_is_wrapped() {
    let mut stage = Stage::new(Lang::Fr);
    let turns: Vec<crate::study::document::Turn> = (0..5_000)
        .map(|n| crate::study::document::Turn {
            text: format!("{n}. {FIRST} {LOST}"),
            ..Default::default()
        })
        .collect();
    stage.text("E02", Some("E02"), &turns);
    open_session(&mut stage.app, &SessionId::new("E02"));
    stage.keys("j j l J pagedown 1 G K 1 s .");
    assert_eq!(stage.app.places.transcript.turn(), 4_998);
    assert!(stage.app.places.transcript.wrapped() < 400);
}
