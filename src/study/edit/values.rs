//! Words that a person gives for typed fields: rules of the study, attributes of people and organisations.

use super::error::{EditError, clean_key};
use crate::i18n::Message;
use crate::message;
use crate::study::change::Change;
use crate::study::fold::Study;
use crate::study::id::{AttributeId, Mint, OrganisationId, SubjectId};
use crate::study::people::Organisation;
use crate::study::settings::AttributeData;
use crate::study::word::AttributeKind;
use std::str::FromStr;

/// The study's own settings by their words, in the order they are listed.
pub const SETTINGS: &[&str] = &[
    "name",
    "aim",
    "languages",
    "mask-under",
    "count-interviewer",
    "common-strength",
    "common-share",
    "criteria",
    "day-hours",
    "suggestions",
];

fn bad(what: &str, value: &str, expected: Message) -> EditError {
    EditError::BadValue {
        what: what.to_owned(),
        value: value.to_owned(),
        expected,
    }
}

fn yes(key: &str, value: &str) -> Result<bool, EditError> {
    match value.to_lowercase().as_str() {
        "yes" | "true" | "oui" => Ok(true),
        "no" | "false" | "non" => Ok(false),
        _ => {
            let expected = message!("import-expected-one-of", words = "yes, no");
            Err(bad(key, value, expected))
        }
    }
}

/// One of the study's own settings, by its word and in words; an empty value of one that need not be takes it away.
pub fn set_setting(study: &Study, key: &str, value: &str) -> Result<Vec<Change>, EditError> {
    let word = key.replace('_', "-");
    let value = value.trim();
    let before = study.settings();
    let mut now = before.clone();
    match word.as_str() {
        "name" => value.clone_into(&mut now.name),
        "aim" => value.clone_into(&mut now.aim),
        "languages" => {
            now.languages = value
                .split([',', ' ', ';'])
                .filter(|language| !language.is_empty())
                .map(str::to_owned)
                .collect();
        }
        "mask-under" => now.mask_under = whole(key, value)?,
        "count-interviewer" => {
            now.count_interviewer = !value.is_empty() && yes(key, value)?;
        }
        "suggestions" => now.no_suggestions = !value.is_empty() && !yes(key, value)?,
        "common-strength" => now.common_strength = optional(value, |text| strength(key, text))?,
        "common-share" => now.common_share = optional(value, |text| share(key, text))?,
        "day-hours" => now.day_minutes = optional(value, |text| day(key, text))?,
        "criteria" => value.clone_into(&mut now.criteria),
        _ => {
            let words = SETTINGS.join(", ");
            return Err(bad(
                "KEY",
                key,
                message!("import-expected-one-of", words = words),
            ));
        }
    }
    Ok(before
        .diff(&now)
        .into_iter()
        .map(|field| (Study::settings_id(), field).into())
        .collect())
}

fn optional<T>(
    text: &str,
    read: impl Fn(&str) -> Result<T, EditError>,
) -> Result<Option<T>, EditError> {
    if text.is_empty() {
        Ok(None)
    } else {
        read(text).map(Some)
    }
}

fn whole<T: FromStr>(what: &str, text: &str) -> Result<T, EditError> {
    text.parse()
        .map_err(|_| bad(what, text, message!("import-expected-whole")))
}

fn strength(what: &str, text: &str) -> Result<u8, EditError> {
    whole::<u8>(what, text).and_then(|strength| {
        if strength <= 4 {
            Ok(strength)
        } else {
            Err(EditError::BadStrength)
        }
    })
}

fn share(what: &str, text: &str) -> Result<f64, EditError> {
    match text.replace(',', ".").parse::<f64>() {
        Ok(share) if (0.0..=1.0).contains(&share) => Ok(share),
        _ => Err(bad(what, text, message!("import-expected-number"))),
    }
}

/// Minutes of a day that is given in hours: `7`, `7,5`; more than none, at most 24.
fn day(what: &str, text: &str) -> Result<u32, EditError> {
    day_minutes(text).ok_or_else(|| bad(what, text, message!("import-expected-hours")))
}

/// Hours of a day's work as minutes; `None` of what is no length of a day.
pub fn day_minutes(text: &str) -> Option<u32> {
    let hours: f64 = text.replace(',', ".").parse().ok()?;
    let minutes = (hours * 60.0).round();
    (1.0..=24.0 * 60.0)
        .contains(&minutes)
        .then_some(minutes as u32)
}

/// What an attribute holds, from its words: a value's key, a number, a text. `None` where the words are empty.
pub fn attribute_data(
    study: &Study,
    id: &AttributeId,
    text: &str,
) -> Result<Option<AttributeData>, EditError> {
    let attribute = study
        .records
        .attributes
        .get(id)
        .ok_or_else(|| EditError::Gone(id.to_string()))?;
    let text = text.trim();
    if text.is_empty() {
        return Ok(None);
    }
    let data = match attribute.kind {
        AttributeKind::Choice => {
            let values = study.values_of(id);
            let found = values.iter().find(|(_, value)| value.key == text);
            let known: Vec<&str> = values.iter().map(|(_, value)| value.key.as_str()).collect();
            found
                .map(|(value, _)| AttributeData::Choice((*value).clone()))
                .ok_or_else(|| {
                    let words = known.join(", ");
                    bad(
                        &attribute.key,
                        text,
                        message!("import-expected-one-of", words = words),
                    )
                })?
        }
        AttributeKind::Number => match text.replace(',', ".").parse::<f64>() {
            Ok(number) if number.is_finite() => AttributeData::Number(number),
            _ => {
                return Err(bad(
                    &attribute.key,
                    text,
                    message!("import-expected-number"),
                ));
            }
        },
        AttributeKind::Text => AttributeData::Text(text.to_owned()),
    };
    Ok(Some(data))
}

/// The organisation of this pseudonym: met, or made.
pub fn organisation_named(
    study: &Study,
    mint: &mut dyn Mint,
    key: &str,
) -> Result<(OrganisationId, Vec<Change>), EditError> {
    let key = clean_key(key)?;
    if let Some(id) = study.organisation_by_key(&key) {
        return Ok((id.clone(), Vec::new()));
    }
    let id = OrganisationId::mint(mint);
    let made = Organisation {
        subject: SubjectId::mint(mint),
        key,
        ..Organisation::default()
    };
    Ok((id.clone(), vec![(id, made).into()]))
}
