//! Findings and summaries: stated, cited, judged, and marked when what they rest on changes.

use super::test_support::screen;
use crate::app::At;
use crate::app::test_support::Stage;
use crate::i18n::Lang;
use crate::message;
use crate::study::edit;
use crate::study::finding::Finding;
use crate::study::id::FindingId;
use crate::study::word::{Concern, Confidence, Side};

fn save(stage: &mut Stage, id: &FindingId, finding: Finding) {
    let work = stage.app.work.as_mut().unwrap();
    let by = work.coder.clone();
    let (study, mint) = work.store.study_and_mint();
    let changes = edit::edit_finding(study, mint, id, finding, &by).unwrap();
    assert!(
        stage
            .app
            .change(message!("label-edit-finding", finding = "F1"), changes)
    );
}

fn f1(stage: &Stage) -> Finding {
    let study = stage.study();
    study.finding_by_key("F1").unwrap().1.clone()
}

#[test]
fn a_finding_is_stated_cited_judged_and_marked_when_its_evidence_changes() {
    let mut stage = Stage::sample(Lang::Fr);
    stage.run("finding.add Les dossiers prennent plus de la moitié du temps");
    assert!(stage.notice().contains("F1"), "{}", stage.notice());
    // from the passages behind a figure, by one key and a choice
    stage.run("table.open codes");
    stage.keys("j enter");
    stage.keys("F");
    stage.types("F1 pour");
    stage.keys("enter");
    assert!(stage.notice().contains("Pour F1"), "{}", stage.notice());
    let coding = f1(&stage).evidence.into_iter().next().unwrap();
    assert_eq!(coding.1, Side::For);
    stage.run("finding.cite F9 for");
    assert!(stage.notice().contains("F9"));
    stage.run("finding.cite F1 sideways");
    assert!(stage.notice().contains("sideways"));
    stage.keys("esc");
    // a judgement wants its reason, and the form stays open without
    stage.run("table.open findings");
    stage.keys("E tab tab");
    stage.types("r");
    stage.keys("enter");
    assert!(screen(&mut stage.app, 80, 24).contains("raison"));
    stage.keys("esc");
    let mut judged = f1(&stage);
    judged.confidence = Some(Confidence::Low);
    judged.reason = "peu d’entretiens".to_owned();
    let id = stage.study().finding_by_key("F1").unwrap().0.clone();
    save(&mut stage, &id, judged);
    assert_eq!(f1(&stage).confidence, Some(Confidence::Low));
    // the evidence is another one now: told in the table and in the title of the form
    stage.run("table.open codes");
    stage.keys("j enter f 0 esc");
    stage.run("table.open findings");
    let shown = screen(&mut stage.app, 120, 36);
    let state = stage
        .app
        .places
        .table
        .shown
        .as_ref()
        .unwrap()
        .table
        .cell(0, "finding_state")
        .cloned();
    assert_eq!(
        state,
        Some(crate::analysis::Cell::Text("changed".to_owned())),
        "{shown}"
    );
    stage.keys("E");
    let form = screen(&mut stage.app, 120, 36);
    assert!(form.contains("changé depuis"), "{form}");
    stage.keys("esc w");
    let study = stage.study();
    assert!(study.drift(&f1(&stage)).is_none());
    stage.keys("x");
    assert!(stage.study().finding_by_key("F1").is_none());
    stage.keys("u");
    assert!(stage.study().finding_by_key("F1").is_some());
}

#[test]
fn the_form_of_a_finding() {
    for lang in [Lang::Fr, Lang::En] {
        let mut stage = Stage::sample(lang);
        stage.run("finding.add Les dossiers prennent plus de la moitié du temps");
        let mut finding = f1(&stage);
        finding
            .concerns
            .insert(crate::study::word::Component::Adequacy, Concern::Minor);
        finding.reasons.insert(
            crate::study::word::Component::Adequacy,
            "onze entretiens".to_owned(),
        );
        let id = stage.study().finding_by_key("F1").unwrap().0.clone();
        save(&mut stage, &id, finding);
        stage.run("table.open findings");
        stage.keys("E");
        for (width, height) in [(80, 24), (120, 36)] {
            let name = format!("finding_form_{}_{width}x{height}", lang.code());
            insta::assert_snapshot!(name, screen(&mut stage.app, width, height));
        }
    }
}

#[test]
fn a_summary_is_written_in_its_cell_and_goes_stale() {
    let mut stage = Stage::sample(Lang::Fr);
    stage.run("table.open framework");
    stage.keys("E");
    assert!(stage.notice().contains("thème"), "{}", stage.notice());
    stage.keys("right E");
    stage.types("Tout en double");
    stage.keys("enter");
    let texts = |stage: &Stage| {
        let summaries = stage.study().records.summaries.values();
        summaries.map(|one| one.text.clone()).collect::<Vec<_>>()
    };
    assert!(texts(&stage).contains(&"Tout en double".to_owned()));
    let shown = screen(&mut stage.app, 120, 36);
    assert!(shown.contains("Tout en double"), "{shown}");
    // a passage of it goes
    stage.keys("enter x esc");
    assert_eq!(stage.app.at, At::Table);
    let shown = screen(&mut stage.app, 120, 36);
    assert!(shown.contains("≠ Tout"), "{shown}");
    let before = texts(&stage).len();
    stage.run("table.edit -");
    assert_eq!(texts(&stage).len(), before - 1);
    stage.run("table.open codes");
    stage.keys("E");
    assert!(stage.notice().contains("Rien ne s’écrit"));
}
