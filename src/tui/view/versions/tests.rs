use crate::app::At;
use crate::app::intake::{self, Kept};
use crate::app::test_support::{Stage, TALK};
use crate::i18n::Lang;
use crate::import::{Belongs, Input, Options, Read, plan_files};
use crate::store::SystemMint;
use crate::study::document::Turn;
use crate::study::edit;
use crate::study::id::SessionId;
use crate::study::versions::turns;
use crate::tui::view::test_support::screen;

/// E07 with four codings, and a corrected version that leaves three of them open.
fn corrected(lang: Lang) -> Stage {
    let mut stage = Stage::new(lang);
    let quotes = [
        "On a perdu trois semaines en mars, parce que la plateforme avait changé",
        "je vérifie tout deux fois, avant et après la session",
        "Une fois pour nous, une fois pour l’audit.",
        "Si c’était par blocs, peut-être.",
    ];
    for quote in quotes {
        let passage = stage.passage("E07", quote);
        let work = stage.app.work.as_mut().unwrap();
        let code = work.study().codes()[0].0.clone();
        let (study, mint) = work.store.study_and_mint();
        let put = edit::put_coding(study, mint, passage, &code, "am");
        stage.change(put.changes);
    }
    let turns: Vec<Turn> = TALK
        .iter()
        .map(|(speaker, seconds, text)| Turn {
            speaker: Some((*speaker).to_owned()),
            start_ms: Some(seconds * 1000),
            text: text
                .replace(
                    "On a perdu trois semaines en mars",
                    "Nous avons perdu presque quatre semaines en avril",
                )
                .replace("l’audit", "l’Audit")
                .replace(" Si c’était par blocs, peut-être.", ""),
            ..Turn::default()
        })
        .collect();
    let input = Input {
        name: "E07-corrige".to_owned(),
        bytes: turns::as_file(&turns),
        read: Read::Transcript(
            Belongs::VersionOf {
                session: Some("E07".to_owned()),
                document: "E07".to_owned(),
            },
            Options::default(),
        ),
    };
    let work = stage.app.work.as_mut().unwrap();
    let (texts, originals) = (work.texts(), Kept(work.store.originals()));
    let mut mint = SystemMint::default();
    let plan = plan_files(
        vec![input],
        work.study(),
        &*texts,
        &originals,
        &mut mint,
        "am",
    );
    let (label, changes) = intake::stored(&mut work.store, plan.unwrap()).unwrap();
    assert!(stage.app.change(label, changes));
    stage.app.work.as_mut().unwrap().session = Some(SessionId::new("E07"));
    stage.app.refresh();
    stage
}

#[test]
fn old_and_new_words_at_both_sizes_in_both_languages() {
    for (lang, name) in [(Lang::Fr, "fr"), (Lang::En, "en")] {
        let mut stage = corrected(lang);
        stage.keys("g v");
        for (width, height) in [(80, 24), (120, 36)] {
            let shown = screen(&mut stage.app, width, height);
            insta::assert_snapshot!(format!("versions_{name}_{width}x{height}"), shown);
        }
    }
    let mut stage = Stage::new(Lang::Fr);
    stage.keys("g v");
    insta::assert_snapshot!("versions_none", screen(&mut stage.app, 80, 12));
}

#[test]
fn what_waits_is_decided_by_keys_and_undone() {
    let mut stage = corrected(Lang::Fr);
    stage.keys("g v");
    let waiting = |stage: &Stage| stage.app.places.versions.rows.len();
    assert_eq!(waiting(&stage), 3);
    stage.keys("Y");
    assert_eq!(waiting(&stage), 2, "the one that differs in case alone");
    stage.keys("y");
    assert_eq!(waiting(&stage), 1);
    // the words of the last one are gone: they cannot be taken, and stay where they are
    stage.keys("y");
    assert_eq!(waiting(&stage), 1);
    stage.keys("o");
    assert_eq!(waiting(&stage), 0);
    stage.keys("u u u");
    assert_eq!(waiting(&stage), 3);

    // other words, chosen in the new version
    stage.keys("g g c");
    assert_eq!(stage.app.at, At::Transcript);
    stage.keys("t r v");
    assert_eq!((stage.app.at, waiting(&stage)), (At::Versions, 2));
    let study = stage.app.work.as_ref().unwrap().study();
    let newest = study.versions_of(&crate::study::id::DocumentId::new("E07"));
    assert_eq!(study.codings_of_version(newest[1].0).count(), 2);
}

#[test]
fn an_older_version_stays_readable_with_its_codings() {
    let mut stage = corrected(Lang::Fr);
    stage.keys("g t");
    let reading = |stage: &Stage| stage.app.places.transcript.reading().unwrap().version;
    assert_eq!(reading(&stage), Some(2));
    assert_eq!(stage.app.places.transcript.marks().all().len(), 1);
    stage.keys("V down enter");
    assert_eq!(reading(&stage), Some(1));
    assert_eq!(stage.app.places.transcript.marks().all().len(), 4);
}
