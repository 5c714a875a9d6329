use crate::app::test_support::Stage;
use crate::app::{App, At, Effect, Event};
use crate::command::{CodersAct, Invocation};
use crate::i18n::Lang;
use crate::study::coding::{Coding, CodingField};
use crate::study::edit;
use crate::study::id::{CodeId, CodingId, ScenarioId, SessionId};
use crate::study::word::{Origin, Polarity};
use crate::tui::view::test_support::screen;
use std::path::Path;

fn code(stage: &mut Stage, quote: &str, code: &str, coder: &str) -> CodingId {
    let passage = stage.passage("E07", quote);
    let work = stage.app.work.as_mut().unwrap();
    let (study, mint) = work.store.study_and_mint();
    let put = edit::put_coding(study, mint, passage, &CodeId::new(code), coder);
    stage.change(put.changes);
    put.id
}

/// Two coders in E07: another code, other ends, another polarity, one alone, and one the same.
pub(super) fn two(lang: Lang) -> Stage {
    let mut stage = Stage::new(lang);
    let all = "Si l’émargement manque, le financeur ne paie pas.";
    code(&mut stage, all, "B1.3", "am");
    code(&mut stage, "le financeur ne paie pas", "B7.3", "bd");
    code(
        &mut stage,
        "On a perdu trois semaines en mars, parce que la plateforme avait changé",
        "B1.3",
        "am",
    );
    let long = "perdu trois semaines en mars, parce que la plateforme avait changé et que personne ne nous l’avait dit";
    let theirs = code(&mut stage, long, "B1.3", "bd");
    stage.change(vec![
        (
            theirs,
            CodingField::Memo(
                "Le changement et le silence vont ensemble : une seule plainte.".into(),
            ),
        )
            .into(),
    ]);
    for (coder, polarity) in [("am", Polarity::Supports), ("bd", Polarity::Contradicts)] {
        let id = code(&mut stage, "je vérifie tout deux fois", "D8.levier", coder);
        let field = CodingField::Polarity(ScenarioId::new("S2"), Some(polarity));
        stage.change(vec![(id, field).into()]);
        code(&mut stage, "pour l’audit", "B7.3", coder);
    }
    code(
        &mut stage,
        "Si c’était par blocs, peut-être.",
        "D8.frein",
        "bd",
    );
    stage.app.work.as_mut().unwrap().session = Some(SessionId::new("E07"));
    stage.app.refresh();
    stage
}

/// Joins a copy; what is done on a worker is done.
fn join(stage: &mut Stage, path: &str) {
    let join = Invocation::new(CodersAct::Join).with_arg(path);
    stage.app.run(&join);
    for effect in stage.app.handle(Event::Saved) {
        if let Effect::Job(job) = effect {
            stage.app.handle(Event::Done(job()));
        }
    }
}

/// So many codings, of nobody here, that the queue is counted away from the screen.
fn make_large(stage: &mut Stage) {
    let of = stage.codings().len();
    let passage = stage.passage("E07", "Deux fois");
    let many = (of..=crate::app::place::evidence::LARGE).map(|at| {
        let coding = Coding {
            passage: passage.clone(),
            code: CodeId::new("B1"),
            coder: format!("z{at}"),
            ..Coding::default()
        };
        (CodingId::new(&format!("many{at}")), coding).into()
    });
    stage.change(many.collect());
}

fn jobs(effects: Vec<Effect>) -> Vec<crate::app::Job> {
    let jobs = effects.into_iter().filter_map(|effect| match effect {
        Effect::Job(job) => Some(job),
        _ => None,
    });
    jobs.collect()
}

#[test]
fn in_a_large_study_the_queue_is_compared_away_from_the_screen() {
    let mut stage = two(Lang::En);
    stage.app.places.coders.pair = Some(["am".into(), "bd".into()]);
    make_large(&mut stage);
    let told = |stage: &Stage| stage.app.told().map_or_else(String::new, |(_, text)| text);
    let started = jobs(stage.keys("g D"));
    assert_eq!(stage.app.at, At::Coders);
    assert!(
        told(&stage).starts_with("Comparing am and bd…"),
        "{}",
        told(&stage)
    );
    assert!(stage.app.places.coders.rows.is_empty());
    // given up, one is back where one came from, and nothing comes of it
    stage.keys("esc");
    assert_ne!(stage.app.at, At::Coders);
    for job in started {
        stage.app.handle(Event::Done(job()));
    }
    assert!(stage.app.places.coders.rows.is_empty());
    // asked for again, it arrives
    for job in jobs(stage.keys("g D")) {
        stage.app.handle(Event::Done(job()));
    }
    assert_eq!(stage.app.places.coders.rows.len(), 4);
    assert_eq!(told(&stage), "");
    assert!(jobs(stage.keys("down")).is_empty(), "once is enough");
}

#[test]
fn a_comparison_that_was_given_up_in_a_text_begins_again_when_it_is_asked_for() {
    let mut stage = two(Lang::En);
    stage.app.places.coders.pair = Some(["am".into(), "bd".into()]);
    make_large(&mut stage);
    stage.keys("g t");
    let begun = jobs(stage.keys("M d"));
    assert!(stage.app.places.coders.is_stale());
    stage.keys("esc");
    assert_eq!(stage.app.at, At::Transcript);
    assert!(!stage.app.places.coders.is_stale());
    for job in begun {
        stage.app.handle(Event::Done(job()));
    }
    assert!(stage.app.places.coders.rows.is_empty());
    for job in jobs(stage.keys("M d")) {
        stage.app.handle(Event::Done(job()));
    }
    assert_eq!(stage.app.places.coders.rows.len(), 4);
    assert!(stage.notice().contains("bd B7.3"), "{}", stage.notice());
}

#[test]
fn esc_gives_up_what_was_asked_for_last_and_the_comparison_goes_on() {
    let mut stage = two(Lang::En);
    stage.app.places.coders.pair = Some(["am".into(), "bd".into()]);
    make_large(&mut stage);
    let comparing = jobs(stage.keys("g D"));
    let text = stage.dir().join("a.md");
    std::fs::write(&text, "“Deux fois ?”").unwrap();
    stage.run(&format!("quotes.check {}", text.display()));
    stage.keys("esc");
    assert_eq!(stage.app.at, At::Coders, "it is still compared");
    for job in comparing {
        stage.app.handle(Event::Done(job()));
    }
    assert_eq!(stage.app.places.coders.rows.len(), 4);
}

/// A copy of the study as it is now, and a coding of somebody else put into it.
fn her_copy(stage: &mut Stage) -> std::path::PathBuf {
    stage.app.settle().unwrap();
    let hers = stage.dir().join("hers");
    copy(&stage.dir().join("AF"), &hers);
    let options = crate::store::Options {
        state: Some(stage.dir().join("her-state")),
        ..crate::store::Options::default()
    };
    let access = crate::store::Access::Write {
        author: "cz".to_owned(),
    };
    let mut store = crate::store::Store::open_with(&hers, access, &options).unwrap();
    let passage = stage.passage("E07", "la rentrée");
    let (study, mint) = store.study_and_mint();
    let put = edit::put_coding(study, mint, passage, &CodeId::new("B7"), "cz");
    store
        .transact(crate::message!("app-literally", text = "test"), put.changes)
        .unwrap();
    store.settle().unwrap();
    hers
}

/// Begins to join her copy; what a worker is to do.
fn joining(stage: &mut Stage) -> Vec<crate::app::Job> {
    let hers = her_copy(stage).display().to_string();
    let join = Invocation::new(CodersAct::Join).with_arg(&hers);
    stage.app.run(&join);
    jobs(stage.app.handle(Event::Saved))
}

fn all_told(stage: &Stage) -> Vec<String> {
    let all = stage.app.notices.all.iter();
    all.map(|notice| stage.app.words.say(&notice.text))
        .collect()
}

#[test]
fn a_copy_is_given_up_only_once_the_study_is_back() {
    let mut stage = two(Lang::En);
    let before = stage.codings();
    let started = joining(&mut stage);
    stage.keys("esc");
    stage.keys("down");
    let shown = screen(&mut stage.app, 80, 24);
    assert!(shown.contains("Stopping"), "{shown}");
    assert!(!shown.contains("No study is open"), "{shown}");
    let given_up = |stage: &Stage| all_told(stage).iter().any(|one| one.contains("Given up"));
    assert!(!given_up(&stage));
    for job in started {
        stage.app.handle(Event::Done(job()));
    }
    assert!(given_up(&stage), "{:?}", all_told(&stage));
    assert_eq!(stage.codings(), before);
}

#[test]
fn what_came_in_before_it_could_be_given_up_is_told() {
    let mut stage = two(Lang::En);
    let before = stage.codings().len();
    let done: Vec<_> = joining(&mut stage).into_iter().map(|job| job()).collect();
    stage.keys("esc");
    for done in done {
        stage.app.handle(Event::Done(done));
    }
    assert_eq!(stage.codings().len(), before + 1);
    let told = all_told(&stage);
    assert!(!told.iter().any(|one| one.contains("Given up")), "{told:?}");
    assert!(told.iter().any(|one| one.contains("cz")), "{told:?}");
}

#[test]
fn what_came_in_is_told_in_another_study_too() {
    let mut stage = two(Lang::En);
    drop(crate::store::Store::create(&stage.dir().join("Other"), "am").unwrap());
    let done: Vec<_> = joining(&mut stage).into_iter().map(|job| job()).collect();
    stage.app.open_study("Other").unwrap();
    for done in done {
        stage.app.handle(Event::Done(done));
    }
    assert_eq!(stage.app.work.as_ref().unwrap().name, "Other");
    let told = all_told(&stage);
    let of = |one: &String| one.starts_with("In AF:") && one.contains("cz");
    assert!(told.iter().any(of), "{told:?}");
}

#[test]
fn joining_is_done_away_from_the_screen_and_can_be_given_up() {
    let mut stage = two(Lang::En);
    let copy = tempfile::tempdir().unwrap();
    stage.app.settle().unwrap();
    stage.keys("g c down");
    let before = stage.codings();
    let path = copy.path().display().to_string();
    let join = Invocation::new(CodersAct::Join).with_arg(&path);
    stage.app.run(&join);
    let started = jobs(stage.app.handle(Event::Saved));
    assert!(stage.app.work.is_none(), "a worker has the study");
    let shown = screen(&mut stage.app, 80, 24);
    assert!(shown.contains("comes in…"), "{shown}");
    stage.keys("esc");
    for job in started {
        stage.app.handle(Event::Done(job()));
    }
    assert_eq!(stage.app.at, At::Codebook, "as it was");
    assert_eq!(stage.app.places.codebook.list.at, 1);
    assert_eq!(stage.codings(), before);
}

fn kinds(app: &App) -> Vec<&'static str> {
    let rows = app.places.coders.rows.iter();
    rows.map(|row| row.kind.as_str()).collect()
}

pub(super) fn settled(stage: &Stage) -> Vec<String> {
    let codings = stage.study().records.codings.values();
    codings
        .filter(|coding| coding.origin == Origin::Settled)
        .map(|coding| format!("{} {} {}", coding.code, coding.coder, coding.memo))
        .collect()
}

#[test]
fn the_queue_at_both_sizes_in_both_languages() {
    for (lang, name) in [(Lang::Fr, "fr"), (Lang::En, "en")] {
        let mut stage = two(lang);
        stage.keys("g D down");
        for (width, height) in [(80, 24), (120, 36)] {
            let shown = screen(&mut stage.app, width, height);
            insta::assert_snapshot!(format!("coders_{name}_{width}x{height}"), shown);
        }
    }
    let mut stage = Stage::new(Lang::Fr);
    stage.keys("g D");
    insta::assert_snapshot!("coders_none", screen(&mut stage.app, 80, 12));
}

#[test]
fn what_is_settled_leaves_the_list_and_comes_back_by_undo() {
    let mut stage = two(Lang::En);
    stage.keys("g D");
    let all = [
        "code-differs",
        "ends-differ",
        "polarity-differs",
        "only-one",
    ];
    assert_eq!(kinds(&stage.app), all);
    stage.keys("y");
    stage.types("the money counts");
    stage.keys("enter");
    assert_eq!(kinds(&stage.app), all[1..]);
    stage.keys("b");
    stage.types("both see it");
    stage.keys("enter");
    assert_eq!(kinds(&stage.app), all[2..]);
    stage.keys("o");
    stage.types("it is a burden");
    stage.keys("enter");
    // she alone has it: mine cannot stand, neither can
    stage.keys("y");
    assert_eq!(stage.notice(), "am has no coding here that could stand");
    stage.keys("x");
    stage.types("a guess");
    stage.keys("enter");
    assert_eq!(kinds(&stage.app), [""; 0]);
    assert_eq!(
        settled(&stage),
        [
            "B1.3 am+bd the money counts",
            "B1.3 am+bd both see it",
            "B1.3 am+bd both see it",
            "D8.levier am+bd it is a burden",
            "D8.frein am+bd a guess"
        ]
    );
    assert_eq!(stage.app.places.coders.settled, 4);
    stage.keys("u u u u");
    assert_eq!(kinds(&stage.app), all);
    assert_eq!(settled(&stage), [""; 0]);
}

#[test]
fn without_a_reason_nothing_is_settled() {
    let mut stage = two(Lang::En);
    stage.keys("g D y enter");
    assert_eq!(stage.notice(), "Say why: a judgement needs its reason");
    stage.keys("y esc");
    assert_eq!(kinds(&stage.app).len(), 4);
}

#[test]
fn enter_leads_to_the_words_and_esc_back_to_the_row() {
    let mut stage = two(Lang::Fr);
    stage.keys("g D down down enter");
    assert_eq!(stage.app.at, At::Transcript);
    let transcript = &stage.app.places.transcript;
    let reading = transcript.reading().unwrap();
    let words = reading.text.slice(transcript.selection().unwrap().clone());
    assert_eq!(words, "je vérifie tout deux fois");
    stage.keys("esc");
    assert_eq!(
        (stage.app.at, stage.app.places.coders.list.at),
        (At::Coders, 2)
    );
}

#[test]
fn in_the_text_one_goes_from_disagreement_to_disagreement() {
    let mut stage = two(Lang::En);
    stage.keys("g t");
    let words = |stage: &Stage| {
        let transcript = &stage.app.places.transcript;
        let span = transcript.selection().cloned().unwrap_or_default();
        transcript.reading().unwrap().text.slice(span).to_owned()
    };
    stage.keys("M d");
    assert!(
        words(&stage).starts_with("Si l’émargement"),
        "{}",
        words(&stage)
    );
    stage.keys("M d");
    assert_eq!(
        stage.notice(),
        "bd begins 2 words later and ends 7 words later"
    );
    stage.keys("M d M d");
    assert_eq!(words(&stage), "Si c’était par blocs, peut-être.");
    stage.keys("M d");
    assert_eq!(
        stage.notice(),
        "No further disagreement of am and bd in this text (4 here, 0 elsewhere)"
    );
    stage.keys("M D");
    assert_eq!(words(&stage), "je vérifie tout deux fois");
}

#[test]
fn which_two_is_asked_where_there_are_more() {
    let mut stage = two(Lang::En);
    code(&mut stage, "pour l’audit", "B1.3", "cz");
    stage.keys("g D p down enter");
    let pair = stage.app.places.coders.pair.clone().unwrap();
    assert_eq!(pair, ["am", "cz"]);
    assert!(kinds(&stage.app).contains(&"code-differs"));
}

#[test]
fn another_study_is_not_let_in_and_nothing_changes() {
    let mut stage = two(Lang::En);
    let other = stage.dir().join("other");
    drop(crate::store::Store::create(&other, "zoe").unwrap());
    let before = stage.study().clone();
    let path = other.display().to_string();
    join(&mut stage, &path);
    assert_eq!(*stage.study(), before);
    let told = format!("{:?}", stage.app.notices.all);
    assert!(told.contains("store-join-other"), "{told}");
}

pub(super) fn copy(from: &Path, to: &Path) {
    std::fs::create_dir_all(to).unwrap();
    for entry in std::fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        let to = to.join(entry.file_name());
        if entry.path().is_dir() {
            copy(&entry.path(), &to);
        } else {
            std::fs::copy(entry.path(), to).unwrap();
        }
    }
}

#[test]
fn a_colleague_s_copy_comes_in_and_says_what_came() {
    let mut stage = two(Lang::En);
    let hers = her_copy(&mut stage);
    let before = stage.codings().len();
    join(&mut stage, &hers.display().to_string());
    assert_eq!(stage.codings().len(), before + 1);
    let told = format!("{:?}", stage.app.notices.all);
    assert!(told.contains("store-joined"), "{told}");
    stage.keys("g D");
    assert_eq!(stage.app.places.coders.all, ["am", "bd", "cz"]);
}
