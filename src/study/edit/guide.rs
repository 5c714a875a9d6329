//! Acts on the guide. A version that an interview was held with is never altered: what is changed after it is a new one.

use super::error::{EditError, clean_key};
use crate::message;
use crate::study::change::Change;
use crate::study::fold::Study;
use crate::study::guide::check::{Fault, Known, check};
use crate::study::guide::write::{self, Spot};
use crate::study::guide::{Guide, GuideField, Plan};
use crate::study::id::{GuideId, Mint, SessionId};
use crate::study::session::SessionField;

/// What a guide is before anything was written into it.
pub fn empty_guide(study: &Study) -> String {
    let language = study.settings().languages.first().cloned();
    let language = language.unwrap_or_else(|| "fr".to_owned());
    format!(
        "schema = 1\nlanguage = {}\n",
        toml_edit::Value::from(language)
    )
}

/// Interviews that have answers but do not say with which version: it was the newest one.
fn unsaid(study: &Study) -> Vec<SessionId> {
    let records = &study.records;
    let answered = |id: &&SessionId| {
        records
            .answers
            .values()
            .any(|answer| answer.session == **id)
    };
    let unsaid = records
        .sessions
        .iter()
        .filter(|(_, session)| session.guide_version.is_none());
    unsaid.map(|(id, _)| id).filter(answered).cloned().collect()
}

/// Whether an interview was held with the newest version of the guide.
pub fn is_guide_used(study: &Study) -> bool {
    study.newest_guide().is_some_and(|(_, newest)| {
        let mut sessions = study.records.sessions.values();
        sessions.any(|session| session.guide_version == Some(newest.number))
            || !unsaid(study).is_empty()
    })
}

/// The guide as this text, which was checked: written in the place of the newest version while no interview was held
/// with it, else as a new version; interviews with answers that did not say their version keep the one that was newest.
/// Nothing where the text is the same.
pub fn put_guide(study: &Study, mint: &mut dyn Mint, source: &str) -> Vec<Change> {
    let source = source.to_owned();
    let Some((id, newest)) = study.newest_guide() else {
        return vec![(GuideId::mint(mint), Guide { number: 1, source }).into()];
    };
    if newest.source == source {
        return Vec::new();
    }
    if !is_guide_used(study) {
        return vec![(id.clone(), GuideField::Source(source)).into()];
    }
    let held_with = SessionField::GuideVersion(Some(newest.number));
    let mut changes: Vec<Change> = unsaid(study)
        .into_iter()
        .map(|session| (session, held_with.clone()).into())
        .collect();
    let number = newest.number + 1;
    changes.push((GuideId::mint(mint), Guide { number, source }).into());
    changes
}

/// Faults that a text has and the one before it had not.
pub fn new_faults(study: &Study, before: &str, now: &str) -> Vec<Fault> {
    let known = Known::of(study);
    let old = check(before, &known);
    let same = |a: &Fault, b: &Fault| (&a.key, &a.field, &a.found) == (&b.key, &b.field, &b.found);
    let mut faults = check(now, &known);
    faults.retain(|fault| !old.iter().any(|other| same(fault, other)));
    faults
}

/// Alters the text of the newest guide; refused where that would make a fault.
fn altered(
    study: &Study,
    mint: &mut dyn Mint,
    alter: impl FnOnce(&str) -> Result<String, EditError>,
) -> Result<Vec<Change>, EditError> {
    let before = study
        .newest_guide()
        .map_or_else(|| empty_guide(study), |(_, guide)| guide.source.clone());
    let now = alter(&before)?;
    if let Some(fault) = new_faults(study, &before, &now).into_iter().next() {
        let what = format!("{} {}", fault.key, fault.field).trim().to_owned();
        return Err(EditError::BadValue {
            what,
            value: fault.found,
            expected: fault.reason,
        });
    }
    Ok(put_guide(study, mint, &now))
}

/// Writes fields of a part of the guide, in this order; without a guide, begins one.
pub fn set_in_guide(
    study: &Study,
    mint: &mut dyn Mint,
    spot: &Spot,
    fields: &[(&str, &str)],
) -> Result<Vec<Change>, EditError> {
    let plan = study.guide();
    altered(study, mint, |source| {
        let mut text = source.to_owned();
        let mut spot = spot.clone();
        for (field, value) in fields {
            let key;
            let value = if *field == "key" {
                key = clean_key(value)?;
                taken(plan.as_ref(), &spot, &key)?;
                key.as_str()
            } else {
                value
            };
            text = write::set(&text, &spot, field, value)?;
            if *field == "key" {
                spot = spot.called(value);
            }
        }
        Ok(text)
    })
}

/// Refuses a key that another one has.
fn taken(plan: Option<&Plan>, own: &Spot, key: &str) -> Result<(), EditError> {
    let Some(plan) = plan.filter(|_| own.key() != key) else {
        return Ok(());
    };
    let there = match own {
        Spot::Section(_) => plan.sections.iter().any(|section| section.key == key),
        Spot::Question(_) => plan.question(key).is_some(),
        Spot::Debrief(_) => plan.debrief.iter().any(|field| field.key == key),
        Spot::Consent => false,
    };
    if there {
        return Err(EditError::KeyTaken(key.to_owned()));
    }
    Ok(())
}

/// Adds a section, after another or at the end; without a guide, begins one.
pub fn add_guide_section(
    study: &Study,
    mint: &mut dyn Mint,
    key: &str,
    title: &str,
    after: Option<&str>,
) -> Result<Vec<Change>, EditError> {
    let key = clean_key(key)?;
    taken(study.guide().as_ref(), &Spot::Section(String::new()), &key)?;
    altered(study, mint, |source| {
        write::add_section(source, &key, title.trim(), after)
    })
}

/// Adds an open question to a section, after another question or at the end.
pub fn add_guide_question(
    study: &Study,
    mint: &mut dyn Mint,
    section: &str,
    key: &str,
    text: &str,
    after: Option<&str>,
) -> Result<Vec<Change>, EditError> {
    let key = clean_key(key)?;
    taken(study.guide().as_ref(), &Spot::Question(String::new()), &key)?;
    altered(study, mint, |source| {
        write::add_question(source, section, &key, text.trim(), after)
    })
}

/// Adds a field of words to the debrief, after another or at the end; without a guide, begins one.
pub fn add_guide_debrief(
    study: &Study,
    mint: &mut dyn Mint,
    key: &str,
    text: &str,
    after: Option<&str>,
) -> Result<Vec<Change>, EditError> {
    let key = clean_key(key)?;
    taken(study.guide().as_ref(), &Spot::Debrief(String::new()), &key)?;
    altered(study, mint, |source| {
        write::add_debrief(source, &key, text.trim(), after)
    })
}

/// Moves a section, a field of the debrief, or a question within its section and on into the next one.
pub fn shift_in_guide(
    study: &Study,
    mint: &mut dyn Mint,
    spot: &Spot,
    by: isize,
) -> Result<Vec<Change>, EditError> {
    altered(study, mint, |source| write::shift(source, spot, by))
}

/// Takes a section with its questions, a question, a field of the debrief or the form of consent out of the guide. Answers
/// and what was written in the debrief stay, with the version they were given to.
pub fn remove_from_guide(
    study: &Study,
    mint: &mut dyn Mint,
    spot: &Spot,
) -> Result<Vec<Change>, EditError> {
    altered(study, mint, |source| write::remove(source, spot))
}

/// A whole text as the guide; its faults where it has any.
pub fn replace_guide(
    study: &Study,
    mint: &mut dyn Mint,
    source: &str,
) -> Result<Vec<Change>, Vec<Fault>> {
    let before = study
        .newest_guide()
        .map_or("", |(_, guide)| guide.source.as_str());
    let faults = new_faults(study, before, source);
    if faults.is_empty() {
        return Ok(put_guide(study, mint, source));
    }
    Err(faults)
}

/// What a change of the guide is called in the log.
pub fn guide_label(spot: &Spot) -> crate::i18n::Message {
    message!("label-guide", key = spot.key())
}
