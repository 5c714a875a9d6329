use crate::app::At;
use crate::app::act::coding::open_session;
use crate::app::test_support::Stage;
use crate::i18n::Lang;
use crate::study::id::SessionId;
use crate::study::memo::About;
use crate::tui::view::test_support::screen;

/// An entry of the journal, one on a code, one on an interview.
fn thought(lang: Lang) -> Stage {
    let mut stage = Stage::new(lang);
    stage.keys("g c g n");
    stage.types("À fusionner avec B1.3 ?");
    stage.keys("enter");
    stage.keys("g j a");
    stage.types("Deux lectures du mot « dossier » : le papier, et la personne.");
    stage.keys("enter");
    open_session(&mut stage.app, &SessionId::new("E07"));
    stage.keys("g n");
    stage.types("Parle vite quand il s’agit de la plateforme.");
    stage.keys("enter");
    stage.keys("g j");
    stage
}

#[test]
fn the_journal_at_both_sizes_in_both_languages() {
    for (lang, name) in [(Lang::Fr, "fr"), (Lang::En, "en")] {
        let mut stage = thought(lang);
        for (width, height) in [(80, 24), (120, 36)] {
            let shown = screen(&mut stage.app, width, height);
            insta::assert_snapshot!(format!("memos_{name}_{width}x{height}"), shown);
        }
    }
    let mut stage = Stage::new(Lang::Fr);
    stage.keys("g j");
    insta::assert_snapshot!("memos_none", screen(&mut stage.app, 80, 12));
}

#[test]
fn a_memo_leads_to_what_it_is_on_and_is_edited_and_removed_and_undone() {
    let mut stage = thought(Lang::Fr);
    let abouts: Vec<About> = stage
        .app
        .places
        .memos
        .rows
        .iter()
        .map(|row| row.about.clone())
        .collect();
    assert!(
        matches!(
            abouts[..],
            [About::Document(_), About::Study, About::Code(_)]
        ),
        "{abouts:?}"
    );
    stage.keys("g g enter");
    assert_eq!(stage.app.at, At::Transcript);
    stage.keys("g j g g j e");
    stage.types(" Voir E03.");
    stage.keys("enter");
    assert!(
        stage.app.places.memos.rows[1]
            .text
            .ends_with("personne. Voir E03.")
    );
    stage.keys("x");
    assert_eq!(stage.app.places.memos.rows.len(), 2);
    stage.keys("u");
    assert_eq!(stage.app.places.memos.rows.len(), 3);
}
