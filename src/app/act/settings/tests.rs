//! The settings, by keys, also in a study begun empty.

use crate::app::layer::Layer;
use crate::app::place::settings::Row;
use crate::app::test_support::Stage;
use crate::i18n::Lang;
use crate::study::word::{AttributeKind, AttributeOf};

fn settings() -> Stage {
    let mut stage = Stage::new(Lang::En);
    stage.keys("g p");
    stage
}

fn scenarios(stage: &Stage) -> Vec<String> {
    let scenarios = stage.study().scenarios().into_iter();
    scenarios
        .map(|(_, scenario)| scenario.key.clone())
        .collect()
}

/// Puts the cursor on the first row that fits.
fn on(stage: &mut Stage, fits: impl Fn(&Row) -> bool) {
    let at = stage
        .app
        .places
        .settings
        .rows
        .iter()
        .position(fits)
        .unwrap();
    stage.app.places.settings.list.at = at;
}

#[test]
fn the_studys_own_settings_are_one_form_and_one_transaction() {
    let mut stage = settings();
    stage.keys("down enter C-u");
    stage.types("Opportunity");
    stage.keys("tab");
    stage.types("why not");
    stage.keys("enter");
    let study = stage.study().settings();
    assert_eq!(
        (study.name.as_str(), study.aim.as_str()),
        ("Opportunity", "why not")
    );
    stage.keys("u");
    assert_eq!(stage.study().settings().name, "AF 2022");
    assert_eq!(stage.study().settings().aim, "");
}

#[test]
fn a_share_that_is_none_is_refused_in_its_field() {
    let mut stage = settings();
    on(&mut stage, |row| *row == Row::Setting("common-share"));
    stage.keys("e C-u");
    stage.types("3");
    stage.keys("enter");
    let Some(Layer::Form(form)) = stage.app.layers.last() else {
        panic!("the form went away");
    };
    assert_eq!(form.refused.as_ref().unwrap().0, "common-share");
    stage.keys("C-u");
    stage.types("0.5");
    stage.keys("enter");
    assert_eq!(stage.study().settings().common_share, Some(0.5));
}

#[test]
fn scenarios_are_added_renamed_reordered_removed_and_all_of_it_undone() {
    let mut stage = settings();
    on(&mut stage, |row| matches!(row, Row::Scenario(_)));
    stage.run("settings.add S9 Wait");
    assert_eq!(scenarios(&stage), ["S1", "S2", "S9"]);
    stage.keys("K K");
    assert_eq!(scenarios(&stage), ["S9", "S1", "S2"]);
    stage.run("settings.rename S0");
    assert_eq!(scenarios(&stage), ["S0", "S1", "S2"]);
    stage.run("settings.rename S1");
    assert_eq!(scenarios(&stage), ["S0", "S1", "S2"]);
    stage.keys("x");
    assert_eq!(scenarios(&stage), ["S1", "S2"]);
    stage.keys("u u u u u");
    assert_eq!(scenarios(&stage), ["S1", "S2"]);
}

#[test]
fn a_scenario_that_codings_speak_of_is_asked_for() {
    let mut stage = settings();
    let passage = stage.passage("E07", "trois semaines");
    let coding = crate::study::coding::Coding {
        passage,
        polarities: [(
            crate::study::id::ScenarioId::new("S1"),
            crate::study::word::Polarity::default(),
        )]
        .into(),
        ..Default::default()
    };
    stage.change(vec![(crate::study::id::CodingId::new("c"), coding).into()]);
    on(&mut stage, |row| matches!(row, Row::Scenario(_)));
    stage.app.work.as_mut().unwrap().scenario = Some(crate::study::id::ScenarioId::new("S1"));
    stage.keys("x enter");
    assert_eq!(scenarios(&stage), ["S1", "S2"]);
    stage.keys("x y");
    assert_eq!(scenarios(&stage), ["S2"]);
    let current = stage.app.work.as_ref().unwrap().scenario.clone();
    assert_eq!(current, Some(crate::study::id::ScenarioId::new("S2")));
}

#[test]
fn attributes_have_values_with_universes() {
    let mut stage = settings();
    on(&mut stage, |row| {
        matches!(
            row,
            Row::Head(crate::app::place::settings::Section::Attributes)
        )
    });
    stage.keys("a");
    stage.types("size");
    stage.keys("tab tab tab");
    stage.types("o");
    stage.keys("tab tab");
    stage.types("y");
    stage.keys("enter");
    let (_, attribute) = stage.study().attribute_by_key("size").unwrap();
    assert_eq!(attribute.of, AttributeOf::Organisation);
    assert_eq!(attribute.kind, AttributeKind::Choice);
    assert!(attribute.stratum);
    stage.keys("a");
    stage.types("under10");
    stage.keys("tab tab tab");
    stage.types("3 000");
    stage.keys("enter");
    stage.run("settings.add 50plus");
    let values = |stage: &Stage| -> Vec<(String, Option<u64>)> {
        let (id, _) = stage.study().attribute_by_key("size").unwrap();
        let values = stage.study().values_of(id).into_iter();
        values
            .map(|(_, value)| (value.key.clone(), value.universe))
            .collect()
    };
    let under10 = ("under10".to_owned(), Some(3000));
    let over = ("50plus".to_owned(), None);
    assert_eq!(values(&stage), [under10.clone(), over.clone()]);
    stage.keys("K");
    assert_eq!(values(&stage), [over, under10.clone()]);
    stage.keys("x");
    assert_eq!(values(&stage), [under10]);
}

#[test]
fn targets_name_what_they_want() {
    let mut stage = settings();
    on(&mut stage, |row| {
        matches!(
            row,
            Row::Head(crate::app::place::settings::Section::Attributes)
        )
    });
    stage.run("settings.add size");
    stage.run("settings.add under10");
    stage.keys("G a");
    stage.types("5");
    stage.keys("tab");
    stage.types("u");
    stage.keys("enter");
    let targets: Vec<_> = stage.study().records.targets.values().collect();
    assert_eq!(targets[0].n, 5);
    assert_eq!(targets[0].conditions["size"], "under10");
    stage.run("settings.add 2");
    stage.keys("K");
    let order: Vec<u32> = crate::app::place::settings::targets(stage.study())
        .into_iter()
        .map(|id| stage.study().records.targets[id].n)
        .collect();
    assert_eq!(order, [2, 5]);
    stage.keys("x");
    assert_eq!(stage.study().records.targets.len(), 1);
}
