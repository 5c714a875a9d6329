//! The study's own settings: name, aim, languages, rules.

use super::{Refused, refused, study};
use crate::app::App;
use crate::app::layer::form::Values;
use crate::app::layer::{Field, Form, Layer};
use crate::i18n::Message;
use crate::message;
use crate::study::edit::{self, SETTINGS};
use crate::study::settings::Settings;

/// A setting as it is written.
pub fn written(settings: &Settings, key: &str) -> String {
    match key {
        "name" => settings.name.clone(),
        "aim" => settings.aim.clone(),
        "languages" => settings.languages.join(", "),
        "mask-under" => settings.mask_under.to_string(),
        "count-interviewer" => yes_no(settings.count_interviewer),
        "suggestions" => yes_no(!settings.no_suggestions),
        "common-strength" => settings
            .common_strength
            .map_or_else(String::new, |n| n.to_string()),
        "common-share" => settings
            .common_share
            .map_or_else(String::new, |n| n.to_string()),
        "criteria" => settings.criteria.clone(),
        "day-hours" => settings
            .day_minutes
            .map_or_else(String::new, |n| (f64::from(n) / 60.0).to_string()),
        _ => String::new(),
    }
}

fn yes_no(yes: bool) -> String {
    if yes { "yes" } else { "no" }.to_owned()
}

/// All of them, the cursor in one.
pub(super) fn form(app: &mut App, at: &str) {
    let Some(study) = study(app) else { return };
    let settings = study.settings();
    let fields = SETTINGS
        .iter()
        .map(|key| {
            let words = Message::new(format!("app-setting-{key}"));
            if matches!(*key, "count-interviewer" | "suggestions") {
                let options = vec![
                    ("no".to_owned(), app.words.get("app-no")),
                    ("yes".to_owned(), app.words.get("app-yes")),
                ];
                Field::choice(key, words, options, &written(settings, key))
            } else {
                Field::text(key, words, &written(settings, key))
            }
        })
        .collect();
    let form = Form::new(message!("app-settings-study"), fields, keep).starting_at(at);
    app.push(Layer::Form(form));
}

/// Keeps what was changed, as one transaction.
fn keep(app: &mut App, values: &Values) -> Result<(), Refused> {
    let Some(study) = study(app) else {
        return Ok(());
    };
    let mut changes = Vec::new();
    let mut changed = Vec::new();
    for key in SETTINGS {
        // Each is set by itself, from the settings as they are: they do not touch one another.
        let more = edit::set_setting(study, key, values.get(key)).map_err(refused(key))?;
        if !more.is_empty() {
            changed.push(*key);
        }
        changes.extend(more);
    }
    app.change(
        message!("label-set-study", key = changed.join(", ")),
        changes,
    );
    Ok(())
}
