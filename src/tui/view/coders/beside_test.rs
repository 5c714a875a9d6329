//! Both coders beside one text.

use super::tests::{settled, two};
use crate::app::At;
use crate::app::test_support::Stage;
use crate::i18n::Lang;
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
        beside.rows[beside.list.at].bytes.clone()
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
