//! Fields for what a study asks of people and organisations, and moments as people write them.

use super::Refused;
use crate::app::App;
use crate::app::layer::Field;
use crate::app::layer::form::Values;
use crate::i18n::Message;
use crate::message;
use crate::study::edit::{self, EditError};
use crate::study::id::AttributeId;
use crate::study::settings::AttributeData;
use crate::study::word::{AttributeKind, AttributeOf};
use crate::study::{Study, label};
use jiff::Timestamp;
use jiff::civil::{Date, DateTime};
use jiff::tz::TimeZone;
use std::collections::BTreeMap;

/// What comes before an attribute's id in the key of its field.
const ATTRIBUTE: &str = "attribute ";

/// One field an attribute: its values to choose from where it has some, else text.
pub(super) fn attributes(
    app: &App,
    study: &Study,
    of: AttributeOf,
    held: &BTreeMap<AttributeId, AttributeData>,
) -> Vec<Field> {
    let language = app.words.lang().code();
    let mut fields = Vec::new();
    for (id, attribute) in study.attributes() {
        if attribute.of != of {
            continue;
        }
        let words = label(&attribute.labels, language, study);
        let words = if words.is_empty() {
            &attribute.key
        } else {
            words
        };
        let words = message!("app-literally", text = words);
        let key = format!("{ATTRIBUTE}{id}");
        let value = held
            .get(id)
            .map_or_else(String::new, |data| study.data_text(data));
        if attribute.kind == AttributeKind::Choice {
            let mut options = vec![(String::new(), "—".to_owned())];
            for (_, value) in study.values_of(id) {
                let words = label(&value.labels, language, study);
                let words = if words.is_empty() { &value.key } else { words };
                options.push((value.key.clone(), words.to_owned()));
            }
            fields.push(Field::choice(&key, words, options, &value));
        } else {
            fields.push(Field::text(&key, words, &value));
        }
    }
    fields
}

/// What the attributes' fields hold; a value that one does not take is refused in its field.
pub(super) fn read_attributes(
    study: &Study,
    values: &Values,
    held: &mut BTreeMap<AttributeId, AttributeData>,
) -> Result<(), Refused> {
    for (key, text) in values.iter() {
        let Some(id) = key.strip_prefix(ATTRIBUTE) else {
            continue;
        };
        let id = AttributeId::new(id);
        match edit::attribute_data(study, &id, text).map_err(refused(key))? {
            Some(data) => {
                held.insert(id, data);
            }
            None => {
                held.remove(&id);
            }
        }
    }
    Ok(())
}

/// Puts a reason beside a field.
pub(super) fn refused(field: &str) -> impl FnOnce(EditError) -> Refused {
    let field = field.to_owned();
    move |error| (field, error.message())
}

/// A field for a moment, in the interview's time zone.
pub(super) fn moment(key: &str, words: Message, at: Option<Timestamp>, zone: &str) -> Field {
    let text = at.map_or_else(String::new, |at| {
        at.to_zoned_datetime(time_zone(zone))
            .strftime("%Y-%m-%d %H:%M")
            .to_string()
    });
    Field::text(key, words, &text)
}

/// Reads a moment: `2026-03-14 14:00`, or a day alone; nothing where nothing is typed.
pub(super) fn read_moment(key: &str, text: &str, zone: &str) -> Result<Option<Timestamp>, Refused> {
    let text = text.trim();
    if text.is_empty() {
        return Ok(None);
    }
    let civil = DateTime::strptime("%Y-%m-%d %H:%M", text)
        .or_else(|_| Date::strptime("%Y-%m-%d", text).map(|day| day.at(0, 0, 0, 0)));
    civil
        .and_then(|civil| civil.to_zoned_datetime(time_zone(zone)))
        .map(|zoned| Some(zoned.timestamp()))
        .map_err(|_| (key.to_owned(), message!("app-bad-moment", text = text)))
}

/// The zone of that name, the machine's where there is none.
fn time_zone(name: &str) -> TimeZone {
    TimeZone::get(name).unwrap_or_else(|_| TimeZone::system())
}

/// The machine's zone, by name; empty where it has none.
pub(super) fn system_zone() -> String {
    TimeZone::system()
        .iana_name()
        .unwrap_or_default()
        .to_owned()
}

/// Reads a whole number; nothing where nothing is typed.
pub(super) fn read_number(key: &str, text: &str) -> Result<Option<u32>, Refused> {
    let text = text.trim();
    if text.is_empty() {
        return Ok(None);
    }
    text.parse()
        .map(Some)
        .map_err(|_| (key.to_owned(), message!("app-bad-number", text = text)))
}
