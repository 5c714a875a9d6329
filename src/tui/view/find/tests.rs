//! The hits as they are drawn.

use crate::app::test_support::Stage;
use crate::i18n::Lang;
use crate::tui::view::test_support::screen;

#[test]
fn hits_under_their_interviews() {
    for (lang, name) in [(Lang::Fr, "fr"), (Lang::En, "en")] {
        let mut stage = Stage::new(lang);
        stage.run("place.search session");
        stage.run("find.words o");
        stage.run("find.voice");
        stage.keys("j j j");
        for (width, height) in [(80, 24), (120, 36), (50, 12)] {
            let shown = screen(&mut stage.app, width, height);
            insta::assert_snapshot!(format!("hits_{name}_{width}x{height}"), shown);
        }
    }
}

#[test]
fn nothing_was_looked_for_or_found() {
    let mut stage = Stage::new(Lang::Fr);
    stage.keys("g f");
    insta::assert_snapshot!("asks_80x24", screen(&mut stage.app, 80, 24));
    stage.keys("esc");
    insta::assert_snapshot!("empty_80x24", screen(&mut stage.app, 80, 24));
    stage.run("find.words licorne");
    insta::assert_snapshot!("nothing_80x24", screen(&mut stage.app, 80, 24));
}
