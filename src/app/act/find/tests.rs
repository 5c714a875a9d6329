//! Searching the whole study, by keys.

use crate::app::test_support::Stage;
use crate::app::{At, Effect, Event};
use crate::command::Context;
use crate::i18n::Lang;
use crate::study::document::Turn;
use crate::study::id::VersionId;

fn quotes(stage: &Stage) -> Vec<String> {
    let find = &stage.app.places.find;
    let hits = find.hits.list.iter();
    hits.map(|hit| format!("{} {} {}", hit.interview, hit.source.as_str(), hit.quote))
        .collect()
}

fn current(stage: &Stage) -> String {
    let hit = stage.app.places.find.current().unwrap();
    format!("{}[{}]{}", hit.before, hit.quote, hit.after)
}

#[test]
fn from_a_hit_to_its_words_and_back_to_the_same_hit() {
    let mut stage = Stage::new(Lang::En);
    stage.keys("g f");
    assert_eq!(stage.app.context(), Context::Form, "it asks for the words");
    stage.types("UNE FOIS POUR");
    stage.keys("enter");
    assert_eq!(stage.app.at, At::Find);
    assert_eq!(quotes(&stage)[0], "E07 turn Une fois pour");
    assert_eq!(quotes(&stage).len(), 3);
    stage.run("find.words fois");
    let all = quotes(&stage).len();
    assert_eq!(all, 5);
    stage.keys("n n n N");
    let here = current(&stage);
    stage.keys("enter");
    assert_eq!(stage.app.at, At::Transcript);
    let transcript = &stage.app.places.transcript;
    let span = transcript.selection().unwrap().clone();
    let text = stage.app.work.as_ref().unwrap().texts();
    let text = crate::study::document::Texts::text(&*text, &VersionId::new("E07")).unwrap();
    assert_eq!(text.slice(span), "fois");
    // coding there changes the study, and not the row one comes back to
    stage.keys("1 esc");
    assert_eq!(stage.app.at, At::Find);
    assert_eq!(current(&stage), here);
    assert_eq!(quotes(&stage).len(), all);
}

#[test]
fn in_the_text_the_same_search_goes_on() {
    let mut stage = Stage::new(Lang::En);
    stage.keys("g f");
    stage.types("fois ~3 pour");
    stage.keys("enter");
    let hits: Vec<usize> = {
        let hits = stage.app.places.find.hits.list.iter();
        let mut starts: Vec<usize> = hits
            .filter(|hit| hit.interview == "E07")
            .map(|hit| hit.span.start)
            .collect();
        starts.dedup();
        starts
    };
    assert!(hits.len() > 1, "{hits:?}");
    stage.keys("enter");
    assert_eq!(stage.app.places.transcript.at(), hits[0]);
    stage.run("search.next");
    assert_eq!(stage.app.places.transcript.at(), hits[1]);
}

#[test]
fn hits_of_notes_and_codes_lead_to_them() {
    let mut stage = Stage::new(Lang::En);
    stage.run("place.search changement de");
    assert_eq!(quotes(&stage), ["E02 note changement de"]);
    stage.keys("enter");
    assert_eq!(stage.app.at, At::Transcript);
    assert_eq!(
        stage
            .app
            .places
            .transcript
            .note()
            .map(ToString::to_string)
            .as_deref(),
        Some("n0")
    );
    stage.keys("esc");
    assert_eq!(stage.app.at, At::Find);
    stage.run("find.words Qualiopi");
    assert_eq!(
        quotes(&stage)[..2],
        [" reference Qualiopi", " code Qualiopi"]
    );
    stage.keys("G enter");
    assert_eq!(stage.app.at, At::Codebook);
    stage.keys("esc");
    assert_eq!(stage.app.at, At::Find);
}

#[test]
fn what_was_withdrawn_is_not_found() {
    let mut stage = Stage::new(Lang::En);
    stage.run("place.search retire");
    assert!(quotes(&stage).is_empty());
}

#[test]
fn what_cannot_be_looked_for_is_told_and_changes_nothing() {
    let mut stage = Stage::new(Lang::En);
    stage.run("place.search fois");
    let before = quotes(&stage);
    let long = "a".repeat(1 << 20);
    stage.keys("r");
    for (bad, told) in [
        ("", "nothing to look for"),
        ("a{100}{100}{100}", "too much memory"),
        ("(fois", "cannot be read"),
        (&*long, "1,048,576 bytes"),
        ("fois\u{1}", "U+0001"),
    ] {
        stage.run(&format!("find.words {bad}"));
        if bad.is_empty() {
            stage.keys("C-u enter");
        }
        let said = stage.notice();
        assert!(said.contains(told), "{bad:.20}: {said}");
        assert_eq!(quotes(&stage), before);
    }
    stage.keys("r");
    stage.run("find.where quoi");
    assert!(stage.notice().contains("attribute=value"));
    stage.run("find.where nothing=much");
    let fault = stage.app.places.find.fault.clone().unwrap();
    assert!(stage.app.words.say(&fault).contains("nothing"));
    stage.keys("x");
    assert_eq!(quotes(&stage), before, "without filters all is as before");
}

#[test]
fn filters_are_switched_by_keys() {
    let mut stage = Stage::new(Lang::En);
    stage.run("place.search EMARGEMENT");
    assert_eq!(quotes(&stage).len(), 1);
    stage.keys("e");
    assert_eq!(quotes(&stage).len(), 0, "case and accents count");
    stage.keys("e");
    stage.run("find.words et");
    let all = quotes(&stage).len();
    stage.keys("w");
    let whole = quotes(&stage).len();
    assert!(whole < all, "{whole} of {all}");
    stage.keys("v v");
    assert_eq!(
        quotes(&stage),
        ["E07 turn Et", "E07 turn Et"],
        "the interviewer's"
    );
    stage.keys("x r");
    stage.run("find.words (trois|deux) (semaines|fois)");
    assert_eq!(
        quotes(&stage),
        [
            "E07 turn trois semaines",
            "E07 turn deux fois",
            "E07 turn Deux fois"
        ]
    );
    stage.keys("x");
    let coded = stage.passage("E07", "Deux fois");
    let coding = crate::study::coding::Coding {
        passage: coded,
        code: crate::study::id::CodeId::new("B1.3"),
        ..Default::default()
    };
    stage.change(vec![(crate::study::id::CodingId::new("c1"), coding).into()]);
    stage.run("find.words fois");
    stage.run("find.code B1.3");
    assert_eq!(quotes(&stage), ["E07 turn fois"]);
}

/// A stage with a text that is searched on a worker.
fn large() -> Stage {
    let mut stage = Stage::new(Lang::En);
    let turn = Turn {
        text: "rien de neuf sous le soleil ".repeat(15_000),
        ..Turn::default()
    };
    stage.text("E02", Some("E02"), &[turn]);
    stage
}

fn run(stage: &mut Stage, effects: Vec<Effect>) {
    for effect in effects {
        if let Effect::Job(job) = effect {
            stage.app.handle(Event::Done(job()));
        }
    }
}

#[test]
fn a_large_study_is_searched_on_a_worker_and_stale_hits_are_dropped() {
    let mut stage = large();
    stage.run("place.search neuf");
    let first = stage.app.handle(Event::Tick);
    assert!(stage.app.places.find.searching.is_some());
    assert!(quotes(&stage).is_empty());
    stage.run("find.words émargement");
    let second = stage.app.handle(Event::Tick);
    // the first one comes back late
    run(&mut stage, second);
    assert_eq!(quotes(&stage), ["E07 turn émargement"]);
    run(&mut stage, first);
    assert_eq!(quotes(&stage), ["E07 turn émargement"]);
    // one that nobody waits for any more
    stage.run("find.words neuf");
    let third = stage.app.handle(Event::Tick);
    stage.keys("esc");
    assert_eq!(stage.app.at, At::Find, "Esc gives the search up first");
    run(&mut stage, third);
    assert!(quotes(&stage).is_empty());
    assert!(stage.app.places.find.fault.is_some());
    stage.run("find.words neuf sous");
    let effects = stage.app.handle(Event::Tick);
    run(&mut stage, effects);
    let find = &stage.app.places.find;
    assert_eq!(find.hits.total, 15_000);
}

#[test]
fn searches_and_queries_are_kept_under_a_name() {
    let mut stage = Stage::new(Lang::En);
    stage.keys("g f esc s");
    assert!(stage.notice().contains("no search"), "{}", stage.notice());
    stage.run("find.words fois");
    stage.keys("w s C-u");
    stage.types("times");
    stage.keys("enter");
    assert_eq!(stage.study().saved().len(), 1);
    stage.run("query.open B1.3 and:turn D8.levier");
    stage.run("saved.save files");
    stage.run("find.words nothing");
    stage.run("saved.open times");
    assert_eq!(stage.app.at, At::Find);
    assert!(stage.app.places.find.asked.how.whole);
    assert_eq!(quotes(&stage).len(), 5);
    stage.run("saved.open files");
    assert_eq!(stage.app.at, At::Table);
    stage.run("saved.remove times");
    assert_eq!(stage.study().saved().len(), 1);
    stage.keys("u");
    assert_eq!(stage.study().saved().len(), 2);
}
