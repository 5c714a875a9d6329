//! A study looked at as of a milestone.

use super::test_support::screen;
use crate::app::layer::{Layer, PickItem};
use crate::app::test_support::Stage;
use crate::app::{At, Effect, Event};
use crate::i18n::Lang;
use crate::study::coding::{Coding, CodingField};
use crate::study::id::CodingId;

fn total(stage: &mut Stage) -> usize {
    stage.run("table.open codes");
    let table = &stage.app.places.table.shown.as_ref().unwrap().table;
    table.rows.iter().map(|row| row.passages.len()).sum()
}

/// Runs a command and the work it gives away.
fn run(stage: &mut Stage, command: &str) {
    let invocation = crate::command::Invocation::parse(command).unwrap();
    stage.app.run(&invocation);
    for effect in stage.app.handle(Event::Saved) {
        if let Effect::Job(job) = effect {
            let done = job();
            stage.app.handle(Event::Done(done));
        }
    }
}

#[test]
fn the_study_is_read_as_of_a_milestone_and_comes_back() {
    for lang in [Lang::Fr, Lang::En] {
        let mut stage = Stage::sample(lang);
        run(&mut stage, "milestone.view");
        assert!(
            stage.notice().contains("milestone.add"),
            "{}",
            stage.notice()
        );
        let before = total(&mut stage);
        run(&mut stage, "milestone.add COPIL 2");
        stage.keys("j enter x esc");
        let after = total(&mut stage);
        assert!(after < before);
        run(&mut stage, "milestone.view COPIL 9");
        assert!(stage.notice().contains("COPIL 2"), "{}", stage.notice());
        run(&mut stage, "milestone.view COPIL 2");
        assert_eq!(total(&mut stage), before);
        for (width, height) in [(80, 24), (120, 36)] {
            let shown = screen(&mut stage.app, width, height);
            let top = shown.lines().next().unwrap();
            assert!(
                top.contains("«\u{a0}COPIL") || top.contains("“COPIL"),
                "{top}"
            );
        }
        // nothing can be changed there
        stage.keys("j enter x");
        stage.keys("esc");
        assert_eq!(total(&mut stage), before);
        run(&mut stage, "milestone.view -");
        assert_eq!(total(&mut stage), after);
        assert!(stage.app.present.is_none());
        // and the study can be written again
        stage.keys("j enter x esc");
        assert!(total(&mut stage) < after);
    }
}

#[test]
fn what_moved_since_a_milestone_is_listed_and_leads_to_its_table() {
    let mut stage = Stage::sample(Lang::Fr);
    run(&mut stage, "milestone.add COPIL 1");
    let count = |stage: &mut Stage| run(stage, "milestone.diff COPIL 1");
    count(&mut stage);
    assert!(
        stage.notice().contains("Aucun chiffre"),
        "{}",
        stage.notice()
    );
    let work = stage.app.work.as_ref().unwrap();
    let id = work.study().records.codings.keys().next().cloned().unwrap();
    let gone = vec![crate::study::Change::remove(id)];
    assert!(
        stage
            .app
            .change(crate::message!("label-remove-problem"), gone)
    );
    count(&mut stage);
    for (width, height) in [(80, 24), (120, 36)] {
        let shown = screen(&mut stage.app, width, height);
        assert!(shown.contains("chiffres ont bougé"), "{shown}");
        assert!(shown.contains(" → "), "{shown}");
    }
    // first what changed in the study, then the tables
    stage.keys("enter");
    assert!(
        stage.notice().contains("plus dans l’étude"),
        "{}",
        stage.notice()
    );
    count(&mut stage);
    stage.keys("down enter");
    assert!(matches!(stage.app.at, At::Evidence | At::Table));
    count(&mut stage);
    let wanted = chosen(&mut stage, "emploi des codes");
    stage.keys("enter");
    assert_eq!(stage.app.at, At::Table);
    let place = &stage.app.places.table;
    let shown = place.shown.as_ref().unwrap();
    let row = place.current_row().unwrap();
    assert_ne!(row, 0, "the row of the figure, not the first one");
    let code = shown.table.cell(row, "code").unwrap();
    let column = shown.table.columns.get(place.column).unwrap();
    let said = |column: &crate::analysis::Column, cell| {
        crate::export::shown_cell(column, cell, stage.app.words)
    };
    assert_eq!(wanted.key.trim(), said(&shown.table.columns[0], code));
    let figure = column.label.say(stage.app.words);
    assert!(
        wanted.label.trim_start().starts_with(&figure),
        "{} in {}",
        figure,
        wanted.label
    );
    let now = said(column, &shown.table.rows[row].cells[place.column]);
    assert!(
        wanted.label.ends_with(&format!("→ {now}")),
        "{now} in {}",
        wanted.label
    );
}

/// Puts the cursor on the last figure under a table, and says which it is.
fn chosen(stage: &mut Stage, table: &str) -> PickItem {
    let Some(Layer::Picker(picker)) = stage.app.layers.last_mut() else {
        panic!("no list");
    };
    let head = picker.items.iter().position(|item| item.key == table);
    let under = &picker.items[head.unwrap() + 1..];
    let figures = under.iter().take_while(|item| item.key.starts_with(' '));
    let item = figures.last().unwrap().clone();
    picker.list.at = picker
        .items
        .iter()
        .position(|own| own.id == item.id)
        .unwrap();
    item
}

#[test]
fn a_new_coder_is_one_line_of_the_table_of_coders() {
    let mut stage = Stage::sample(Lang::Fr);
    run(&mut stage, "milestone.add COPIL 1");
    let study = stage.app.work.as_ref().unwrap().study();
    let codings = study.records.codings.values().take(3).cloned();
    let again = codings.enumerate().map(|(at, coding)| {
        let coding = Coding {
            coder: "BD".to_owned(),
            ..coding
        };
        (CodingId::new(&format!("second{at}")), coding).into()
    });
    let again = again.collect();
    assert!(
        stage
            .app
            .change(crate::message!("label-remove-problem"), again)
    );
    run(&mut stage, "milestone.diff COPIL 1");
    let Some(Layer::Picker(picker)) = stage.app.layers.last() else {
        panic!("{}", stage.notice());
    };
    let items: Vec<String> = picker.items.iter().map(PickItem::searched).collect();
    assert!(items[0].contains("3 codés"), "{items:?}");
    let new = items
        .iter()
        .filter(|item| item.contains("lignes nouvelles"));
    assert!(new.count() >= 1, "{items:?}");
    let total = stage.app.words.say(&picker.title);
    assert!(items.len() < 100, "{total}: {items:#?}");
    stage.keys("enter");
    let Some(Layer::Picker(picker)) = stage.app.layers.last() else {
        panic!("no list of codings");
    };
    assert_eq!(picker.items.len(), 3);
    stage.keys("enter");
    assert_eq!(stage.app.at, At::Transcript);
}

#[test]
fn who_codes_blind_is_not_told_what_the_others_had_coded_before() {
    let mut stage = Stage::sample(Lang::Fr);
    let work = stage.app.work.as_ref().unwrap();
    let ids: Vec<_> = work.study().records.codings.keys().cloned().collect();
    let others = ids
        .into_iter()
        .map(|id| (id, CodingField::Coder("BD".to_owned())).into())
        .collect();
    let label = crate::message!("label-remove-problem");
    assert!(stage.app.change(label, others));
    run(&mut stage, "milestone.add COPIL 1");
    run(&mut stage, "coders.blind");
    assert!(stage.app.work.as_ref().unwrap().store.is_blind());
    run(&mut stage, "milestone.diff COPIL 1");
    assert!(
        stage.notice().contains("Aucun chiffre"),
        "{}",
        stage.notice()
    );
}
