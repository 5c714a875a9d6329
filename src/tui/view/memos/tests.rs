use crate::app::act::coding::open_session;
use crate::app::layer::Layer;
use crate::app::test_support::Stage;
use crate::app::{At, Event};
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

#[test]
fn a_memo_on_a_question_and_on_a_finding_leads_back_to_it() {
    let mut stage = Stage::sample(Lang::Fr);
    stage.keys("g G j j");
    let spot = stage.app.places.guide.current().cloned().unwrap();
    stage.keys("g n");
    stage.types("Mal comprise deux fois.");
    stage.keys("enter");
    for statement in ["Les blocs aident.", "Personne ne sait."] {
        stage.run(&format!("finding.add {statement}"));
    }
    stage.run("table.open findings");
    stage.keys("g g j g n");
    stage.types("À vérifier avec E03.");
    stage.keys("enter g j");
    let rows = &stage.app.places.memos.rows;
    let abouts: Vec<About> = rows.iter().map(|row| row.about.clone()).collect();
    assert!(
        matches!(&abouts[..2], [About::Finding(_), About::Question(key)] if key == spot.key()),
        "{abouts:?}"
    );
    stage.keys("g g j enter");
    assert_eq!(stage.app.at, At::Guide);
    assert_eq!(stage.app.places.guide.current(), Some(&spot));
    stage.run("table.open evidence");
    stage.keys("g j g g enter");
    assert_eq!(stage.app.at, At::Table);
    let shown = screen(&mut stage.app, 80, 24);
    let place = &stage.app.places.table;
    assert_eq!(place.current_row(), Some(1), "{shown}");
}

#[test]
fn a_memo_of_several_lines_is_typed_pasted_shown_whole_and_edited() {
    let mut stage = Stage::new(Lang::Fr);
    stage.keys("g j a");
    stage.types("Ce qui revient :");
    stage.keys("A-enter");
    stage.types("– la plateforme");
    let lines: Vec<String> = (1..12).map(|n| format!("ligne {n}")).collect();
    let rest = format!("\n{}", lines.join("\n"));
    stage.app.handle(Event::Paste(rest.clone()));
    insta::assert_snapshot!("memo_lines_fr_80x24", screen(&mut stage.app, 80, 24));
    insta::assert_snapshot!("memo_lines_en_120x36", {
        let mut other = Stage::new(Lang::En);
        other.keys("g c g n");
        other.types("One");
        other.keys("C-n");
        other.types("two");
        other.keys("up");
        screen(&mut other.app, 120, 36)
    });
    stage.keys("enter");
    let text = format!("Ce qui revient :\n– la plateforme{rest}");
    assert_eq!(stage.app.places.memos.rows[0].text, text);
    insta::assert_snapshot!("memo_whole_fr_80x24", screen(&mut stage.app, 80, 24));
    // up at the first line stays there: the form has one field
    stage.keys("e");
    for _ in 0..14 {
        stage.keys("up");
    }
    stage.types("! ");
    stage.keys("enter");
    let text = &stage.app.places.memos.rows[0].text;
    assert!(text.starts_with("Ce qui ! revient :\n"), "{text}");
    stage.keys("/");
    stage.types("ligne 11");
    stage.keys("enter");
    assert_eq!(stage.app.places.memos.list.at, 0);
}

#[test]
fn esc_leaves_a_memo_and_loses_no_word_of_it() {
    let mut stage = Stage::new(Lang::Fr);
    stage.keys("g j a");
    stage.types("Une idée");
    stage.keys("C-n");
    stage.types("en deux lignes");
    stage.keys("esc");
    assert!(stage.notice().starts_with("Ce qui est tapé est gardé"));
    assert!(stage.app.places.memos.rows.is_empty());
    stage.keys("a enter");
    assert_eq!(
        stage.app.places.memos.rows[0].text,
        "Une idée\nen deux lignes"
    );
    // another memo begins empty, and one that was left unchanged leaves nothing
    stage.keys("e esc");
    assert_eq!(stage.notice(), "");
    stage.keys("a");
    stage.types("Autre");
    stage.keys("enter");
    assert_eq!(stage.app.places.memos.rows[0].text, "Autre");
}

/// What the form on the screen holds.
fn typed(stage: &Stage) -> &str {
    match stage.app.layers.last() {
        Some(Layer::Form(form)) => form.fields[0].value(),
        _ => panic!("no form"),
    }
}

#[test]
fn what_was_typed_into_one_memo_never_stands_in_another() {
    let mut stage = Stage::new(Lang::Fr);
    stage.keys("g j");
    for text in ["Lundi", "Mardi"] {
        stage.run(&format!("memo.add {text}"));
        stage.app.refresh();
    }
    // the last one stands first
    stage.keys("g g e");
    stage.types(" soir");
    stage.keys("esc j e");
    assert_eq!(typed(&stage), "Lundi");
    stage.types(" matin");
    stage.keys("esc k e");
    assert_eq!(typed(&stage), "Mardi soir");
    stage.keys("esc j e");
    assert_eq!(typed(&stage), "Lundi matin", "each has its own words");
    stage.keys("enter");
    let rows = &stage.app.places.memos.rows;
    let texts: Vec<&str> = rows.iter().map(|row| row.text.as_str()).collect();
    assert_eq!(texts, ["Mardi", "Lundi matin"]);
    // a new one on a code is none on another code, nor an entry of the journal
    stage.keys("g c g g g n");
    stage.types("Sur le premier");
    stage.keys("esc j g n");
    assert_eq!(typed(&stage), "");
    stage.keys("esc k g n");
    assert_eq!(typed(&stage), "Sur le premier");
    stage.keys("esc g j a");
    assert_eq!(typed(&stage), "");
}

#[test]
fn a_memo_that_changed_meanwhile_is_shown_with_what_was_typed() {
    let mut stage = Stage::new(Lang::Fr);
    stage.run("memo.add Lundi");
    stage.keys("g j e");
    stage.types(" matin");
    stage.keys("esc");
    stage.run("memo.edit Lundi, plus tard");
    stage.app.refresh();
    stage.keys("e");
    assert_eq!(typed(&stage), "Lundi, plus tard\n\nLundi matin");
    assert!(stage.notice().starts_with("Le texte a changé depuis"));
    stage.keys("enter e");
    assert_eq!(stage.notice(), "", "nothing is left over");
    assert_eq!(typed(&stage), "Lundi, plus tard\n\nLundi matin");
}
