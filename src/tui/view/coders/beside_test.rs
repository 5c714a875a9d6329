//! Both coders beside one text.

use super::tests::{settled, two};
use crate::app::At;
use crate::app::place::coders::Beside;
use crate::app::test_support::Stage;
use crate::i18n::Lang;
use crate::study::coding::Coding;
use crate::study::document::Turn;
use crate::study::id::{CodeId, CodingId};
use crate::tui::view::test_support::screen;

fn told(stage: &Stage) -> Option<&'static str> {
    let row = stage.app.places.coders.current();
    row.map(|row| row.kind.as_str())
}

#[test]
fn both_stand_beside_the_text_at_both_sizes_in_both_languages() {
    for (lang, name) in [(Lang::Fr, "fr"), (Lang::En, "en")] {
        let mut stage = two(lang);
        stage.keys("g D down s");
        for (width, height) in [(80, 24), (120, 36)] {
            let shown = screen(&mut stage.app, width, height);
            insta::assert_snapshot!(format!("beside_{name}_{width}x{height}"), shown);
        }
    }
}

#[test]
fn one_goes_from_difference_to_difference_and_settles_where_one_stands() {
    let mut stage = two(Lang::En);
    stage.keys("g D s");
    assert_eq!(told(&stage), Some("code-differs"));
    stage.keys("J");
    assert_eq!(told(&stage), Some("ends-differ"));
    stage.keys("J");
    assert_eq!(told(&stage), Some("polarity-differs"));
    stage.keys("o");
    stage.types("a burden");
    stage.keys("enter");
    assert_eq!(settled(&stage), ["D8.levier am+bd a burden"]);
    assert_eq!(told(&stage), Some("ends-differ"), "what is left on the row");
    let open = |stage: &Stage| {
        let lanes = &stage.app.places.coders.beside.as_ref().unwrap().lanes;
        lanes.iter().flatten().filter(|lane| lane.open).count()
    };
    assert_eq!(open(&stage), 5);
    stage.keys("J J");
    assert_eq!(stage.notice(), "No further disagreement in this direction");
    assert_eq!(told(&stage), Some("only-one"));
    // Esc leads back to the list, the cursor on what it was on
    stage.keys("esc");
    let place = &stage.app.places.coders;
    assert!(stage.app.at == At::Coders && place.beside.is_none());
    assert_eq!((told(&stage), place.list.at), (Some("only-one"), 2));
}

#[test]
fn from_the_text_one_comes_and_goes_back() {
    let mut stage = two(Lang::Fr);
    stage.keys("g t J J M l");
    assert!(stage.app.at == At::Coders && stage.app.places.coders.beside.is_some());
    stage.keys("s");
    assert!(stage.app.places.coders.beside.is_none());
    stage.keys("s esc esc");
    assert_eq!(stage.app.at, At::Transcript);
}

#[test]
fn what_is_left_out_is_not_seen_and_another_width_keeps_the_place() {
    let mut stage = two(Lang::En);
    stage.keys("g D down down s");
    let here = |stage: &Stage| {
        let beside = stage.app.places.coders.beside.as_ref().unwrap();
        beside.at.bytes.clone()
    };
    let before = here(&stage);
    screen(&mut stage.app, 120, 36);
    let after = here(&stage);
    assert!(
        after.start <= before.start && before.start < after.end,
        "{before:?} {after:?}"
    );
    let seen = screen(&mut stage.app, 120, 36);
    assert!(seen.contains("par blocs"), "{seen}");
    stage.keys("esc down enter X enter");
    assert_eq!(stage.study().records.exclusions.len(), 1);
    stage.keys("g D s");
    let seen = screen(&mut stage.app, 120, 36);
    assert!(!seen.contains("par blocs"), "{seen}");
}

#[test]
fn a_text_of_a_million_words_is_wrapped_only_where_it_is_seen() {
    let mut stage = two(Lang::En);
    let turns: Vec<Turn> = (0..20_000)
        .map(|n| Turn {
            speaker: Some(["am", "INT"][n % 2].to_owned()),
            text: "On a perdu trois semaines, et personne ne l’avait dit. ".repeat(10),
            ..Turn::default()
        })
        .collect();
    stage.text("long", Some("E07"), &turns);
    let passage = stage.passage("long", "trois semaines");
    for (coder, code) in [("am", "B1"), ("bd", "B7")] {
        let coding = Coding {
            passage: passage.clone(),
            code: CodeId::new(code),
            coder: coder.to_owned(),
            ..Coding::default()
        };
        stage.change(vec![(CodingId::new(coder), coding).into()]);
    }
    stage.keys("g D g g");
    while stage.app.places.coders.current().unwrap().codes() != "B1 / B7" {
        stage.keys("down");
    }
    stage.keys("s");
    let began = std::time::Instant::now();
    for keys in ["G", "pagedown", "g g", "J", "K", "down", "G", "up"] {
        stage.keys(keys);
        screen(&mut stage.app, 80, 24);
    }
    // one wrap of the whole takes seconds without optimisation
    assert!(began.elapsed().as_secs() < 5, "{:?}", began.elapsed());
    let beside = stage.app.places.coders.beside.as_ref().unwrap();
    assert_eq!(beside.at.turn, 19_999);
    assert_eq!(beside.screen.len(), Beside::height(21));
    // up from the end is down again
    let end = beside.at.clone();
    stage.keys("up up up down down down");
    assert_eq!(stage.app.places.coders.beside.as_ref().unwrap().at, end);
}
