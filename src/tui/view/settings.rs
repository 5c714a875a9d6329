//! The settings of the study.

use crate::app::App;
use crate::app::act::settings::written;
use crate::app::place::settings::{Adds, Row, Section, Settings};
use crate::study::{Study, label};
use crate::t;
use crate::text::width::width;
use crate::tui::pen::Pen;
use crate::tui::theme::Role;
use ratatui::layout::Position;
use std::collections::BTreeMap;

/// Draws the settings.
pub(super) fn draw(app: &App, pen: &mut Pen<'_>) -> Option<Position> {
    let place = &app.places.settings;
    let Some(work) = &app.work else {
        return super::empty(app, pen, "tui-empty-settings", "study.open");
    };
    let study = work.study();
    let mut cursor = None;
    let height = Settings::height(pen.height());
    for (y, index) in (0u16..).zip(place.list.window(place.rows.len(), height)) {
        if let Some(row) = place.rows.get(index) {
            draw_row(app, study, row, pen, y);
        }
        if index == place.list.at {
            pen.mark_row(y, Role::Focus);
            cursor = pen.position(1, y);
        }
    }
    let hint = match place.adds(study) {
        Adds::Scenario => app.words.get("tui-settings-adds-scenario"),
        Adds::Attribute => app.words.get("tui-settings-adds-attribute"),
        Adds::Target => app.words.get("tui-settings-adds-target"),
        Adds::Value(id) => {
            let attribute = study.records.attributes.get(&id);
            let name = attribute.map_or("", |attribute| {
                words(app, study, &attribute.key, &attribute.labels)
            });
            t!(app.words, "tui-settings-adds-value", attribute = name)
        }
    };
    let add = crate::command::SettingsAct::Add;
    let keys = app
        .keymap
        .label(crate::command::Context::Settings, add, app.words)
        .unwrap_or_default();
    let foot = pen.height().saturating_sub(1);
    let x = pen.text(1, foot, &keys, Role::Key);
    pen.text(x + 1, foot, &hint, Role::Dim);
    cursor
}

/// A label, else the key.
fn words<'a>(
    app: &App,
    study: &'a Study,
    key: &'a str,
    labels: &'a BTreeMap<String, String>,
) -> &'a str {
    let words = label(labels, app.words.lang().code(), study);
    if words.is_empty() { key } else { words }
}

/// Column of what a row holds.
const VALUE: u16 = 30;

fn draw_row(app: &App, study: &Study, row: &Row, pen: &mut Pen<'_>, y: u16) {
    let records = &study.records;
    match row {
        Row::Head(section) => {
            let key = match section {
                Section::Study => "tui-settings-study",
                Section::Scenarios => "tui-settings-scenarios",
                Section::Attributes => "tui-settings-attributes",
                Section::Targets => "tui-settings-targets",
            };
            let x = pen.text(1, y, &app.words.get(key), Role::Strong);
            pen.rule(x + 1, y);
        }
        Row::Setting(key) => {
            pen.text_in(
                3,
                y,
                VALUE - 4,
                &app.words.get(&format!("app-setting-{key}")),
                Role::Dim,
            );
            let value = written(study.settings(), key);
            let value = match value.as_str() {
                "yes" => app.words.get("app-yes"),
                "no" => app.words.get("app-no"),
                "" => "—".to_owned(),
                _ if *key == "common-share" && app.words.lang() == crate::i18n::Lang::Fr => {
                    value.replace('.', ",")
                }
                _ => value,
            };
            pen.text(VALUE, y, &value, Role::Text);
        }
        Row::Scenario(id) => {
            if let Some(scenario) = records.scenarios.get(id) {
                pen.text_in(3, y, 8, &scenario.key, Role::Strong);
                let name = words(app, study, "", &scenario.labels);
                let wide = study
                    .scenarios()
                    .into_iter()
                    .map(|(_, other)| width(words(app, study, "", &other.labels)));
                let wide = wide.max().unwrap_or(0).min(40) as u16;
                let x = 12 + wide;
                pen.text_in(12, y, wide, name, Role::Text);
                let summary = label(&scenario.summaries, app.words.lang().code(), study);
                pen.text(x + 2, y, summary, Role::Dim);
            }
        }
        Row::Attribute(id) => {
            if let Some(attribute) = records.attributes.get(id) {
                pen.text_in(3, y, 16, &attribute.key, Role::Strong);
                let name = words(app, study, "", &attribute.labels);
                let x = pen.text(20, y, name, Role::Text).max(VALUE + 12);
                let mut traits = vec![
                    app.words
                        .get(&format!("app-settings-of-{}", attribute.of.as_str())),
                    app.words
                        .get(&format!("app-settings-kind-{}", attribute.kind.as_str())),
                ];
                if attribute.stratum {
                    traits.push(app.words.get("app-settings-stratum-yes"));
                }
                pen.text(x + 2, y, &traits.join(" · "), Role::Dim);
            }
        }
        Row::Value(id) => {
            if let Some(value) = records.values.get(id) {
                pen.text_in(5, y, 14, &value.key, Role::Text);
                let x = pen.text(20, y, words(app, study, "", &value.labels), Role::Text);
                if let Some(universe) = value.universe {
                    let n = app
                        .words
                        .integer(i64::try_from(universe).unwrap_or(i64::MAX));
                    let universe = t!(app.words, "tui-settings-universe", n = n);
                    pen.text(x.max(VALUE + 12) + 2, y, &universe, Role::Dim);
                }
            }
        }
        Row::Target(id) => {
            if let Some(target) = records.targets.get(id) {
                pen.text_right(6, y, &target.n.to_string(), Role::Strong);
                pen.text(
                    8,
                    y,
                    &conditions(app, study, &target.conditions),
                    Role::Text,
                );
            }
        }
    }
}

/// `Effectif moins de 10 · Fonction direction`.
fn conditions(app: &App, study: &Study, conditions: &BTreeMap<String, String>) -> String {
    if conditions.is_empty() {
        return app.words.get("app-settings-any");
    }
    let told: Vec<String> = conditions
        .iter()
        .map(|(key, value)| match study.attribute_by_key(key) {
            Some((id, attribute)) => {
                let name = words(app, study, key, &attribute.labels);
                let values = study.values_of(id);
                let found = values.iter().find(|(_, other)| other.key == *value);
                let value =
                    found.map_or(value.as_str(), |(_, v)| words(app, study, value, &v.labels));
                format!("{name} {value}")
            }
            None => format!("{key} {value}"),
        })
        .collect();
    told.join(" · ")
}

#[cfg(test)]
mod tests {
    use crate::app::test_support::Stage;
    use crate::i18n::Lang;
    use crate::tui::view::test_support::screen;

    #[test]
    fn the_settings() {
        for lang in [Lang::Fr, Lang::En] {
            let mut stage = Stage::new(lang);
            stage.keys("g p");
            for command in ["settings.add S9 Attendre", "cursor.last", "cursor.up"] {
                stage.run(command);
            }
            stage.run("settings.add size Effectif");
            for value in ["under10 moins de 10", "50plus 50 et plus"] {
                stage.run(&format!("settings.add {value}"));
            }
            stage.keys("G");
            stage.run("settings.add 5");
            for (width, height) in [(80, 24), (120, 36)] {
                let name = format!("settings_{}_{width}x{height}", lang.code());
                insta::assert_snapshot!(name, screen(&mut stage.app, width, height));
            }
            stage.keys("e");
            let name = format!("target_{}", lang.code());
            insta::assert_snapshot!(name, screen(&mut stage.app, 80, 24));
        }
    }
}
