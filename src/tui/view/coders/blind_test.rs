//! Coding blind: nothing of what the others coded is on any screen.

use super::tests::two;
use crate::analysis::suggest::suggestions_allowed;
use crate::app::test_support::Stage;
use crate::app::{At, Effect, Event};
use crate::export::formats::FORMATS;
use crate::i18n::Lang;
use crate::study::Study;
use crate::tui::view::test_support::screen;

fn whole(stage: &Stage) -> &Study {
    stage.app.work.as_ref().unwrap().store.whole()
}

fn by_others(study: &Study) -> usize {
    let codings = study.records.codings.values();
    codings.filter(|coding| coding.coder != "am").count()
}

/// The screen once all is on the disk: the log has it then.
fn saved(stage: &mut Stage) -> String {
    stage.app.settle().unwrap();
    stage.app.handle(Event::Saved);
    screen(&mut stage.app, 120, 36)
}

#[test]
fn the_others_codings_are_on_no_screen_until_one_leaves_and_says_so() {
    let mut stage = two(Lang::En);
    stage.keys("g t");
    let lanes = |stage: &Stage| stage.app.places.transcript.marks().all().len();
    assert_eq!(lanes(&stage), 9);
    stage.keys("g B");
    assert_eq!(lanes(&stage), 4);
    assert_eq!(by_others(stage.study()), 0);
    assert!(!suggestions_allowed(stage.study()));
    stage.keys("g D");
    assert_eq!(
        (stage.app.at, stage.app.places.coders.rows.len()),
        (At::Coders, 0)
    );
    // what I do goes on, and is taken back as ever
    stage.keys("g t s 1");
    assert_eq!(
        (lanes(&stage), whole(&stage).records.codings.len()),
        (5, 10)
    );
    stage.keys("u");
    assert_eq!((lanes(&stage), whole(&stage).records.codings.len()), (4, 9));
    for keys in ["g t", "g c", "g e", "g D", "g h", "g j"] {
        stage.keys(keys);
        let shown = saved(&mut stage);
        assert!(!shown.contains("bd"), "{keys}: {shown}");
    }
    // the first answer is to stay
    stage.keys("g B enter");
    assert_eq!(by_others(stage.study()), 0);
    stage.keys("g B down enter g t");
    assert_eq!((lanes(&stage), by_others(stage.study())), (9, 5));
    stage.keys("g h");
    let shown = saved(&mut stage);
    for said in ["am codes blind", "am sees again what the others coded"] {
        assert!(shown.contains(said), "{shown}");
    }
}

/// Writes a format from its form; what was told meanwhile.
fn exported(stage: &mut Stage, name: &str) -> Vec<String> {
    let at = FORMATS.iter().position(|format| format.name == name);
    stage.keys("g x");
    for _ in 0..at.unwrap() {
        stage.keys("right");
    }
    let told = stage.app.notices.all.len();
    for effect in stage.keys("enter") {
        if let Effect::Job(job) = effect {
            stage.app.handle(Event::Done(job()));
        }
    }
    let all = stage.app.notices.all[told..].iter();
    all.map(|notice| stage.app.words.say(&notice.text))
        .collect()
}

#[test]
fn an_export_says_whether_it_holds_what_she_does_not_see() {
    let mut stage = two(Lang::En);
    stage.keys("g B");
    let has = |told: &[String], words: &str| told.iter().any(|one| one.contains(words));
    let (whole, seen) = ("holds everything", "am codes blind");
    let told = exported(&mut stage, "pack");
    assert!(has(&told, whole) && !has(&told, seen), "{told:?}");
    let file = stage.dir().join("AF/exports/pack/data/excerpts.csv");
    let csv = std::fs::read_to_string(file).unwrap();
    assert_eq!(csv.matches(",bd,").count(), 5, "{csv}");
    for name in ["study", "iramuteq"] {
        let told = exported(&mut stage, name);
        assert!(has(&told, seen) && !has(&told, whole), "{told:?}");
    }
    stage.keys("g B down enter");
    let told = exported(&mut stage, "slides");
    assert!(!has(&told, whole) && !has(&told, seen), "{told:?}");
}

#[test]
fn the_line_above_says_it_at_both_sizes_in_both_languages() {
    for (lang, name) in [(Lang::Fr, "fr"), (Lang::En, "en")] {
        let mut stage = two(lang);
        stage.keys("g B g D");
        for (width, height) in [(80, 24), (120, 36)] {
            let shown = screen(&mut stage.app, width, height);
            insta::assert_snapshot!(format!("blind_{name}_{width}x{height}"), shown);
        }
    }
}

#[test]
fn it_outlasts_the_program_and_undo_of_leaving_is_blind_again() {
    let mut stage = two(Lang::En);
    stage.keys("g B");
    stage.app.settle().unwrap();
    let blind = |stage: &Stage| stage.app.work.as_ref().unwrap().store.is_blind();
    stage.app.work = None;
    stage.app.open_study("AF").unwrap();
    assert!(blind(&stage));
    stage.keys("g B down enter");
    assert!(!blind(&stage));
    stage.keys("u");
    assert!(blind(&stage));
    // another coder on the same study sees it all
    assert!(!stage.study().codes_blind("bd"));
}
