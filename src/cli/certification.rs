//! `certification add|set|remove|list`: the register that the study's certification is compared in.

use super::args::{CertificationFields, CertificationVerb};
use super::cx::Cx;
use super::failure::{Done, Failure};
use super::find;
use crate::message;
use crate::study::certification::Certification;
use crate::study::id::CodeId;
use crate::study::{Change, Study, edit};
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};

/// Alters or lists the certifications.
pub fn certification(cx: &Cx, verb: &CertificationVerb) -> Done {
    if let CertificationVerb::List(json) = verb {
        return list(cx, json.json);
    }
    let mut store = cx.write()?;
    let (study, mint) = store.study_and_mint();
    let (label, changes) = match verb {
        CertificationVerb::Add { key, fields } => {
            let mut wanted = Certification {
                key: key.clone(),
                ..Certification::default()
            };
            write(study, &mut wanted, fields)?;
            let changes = edit::add_certification(study, mint, wanted)?;
            (message!("label-add-certification", key = key), changes)
        }
        CertificationVerb::Set {
            key,
            rename,
            fields,
            uncover,
            unmention,
            unname,
            other,
        } => {
            let id = find::certification(study, key)?;
            let before = study.records.certifications.get(&id);
            let mut wanted = before.cloned().unwrap_or_default();
            if let Some(key) = rename {
                wanted.key.clone_from(key);
            }
            take(study, &mut wanted.covers, uncover)?;
            take(study, &mut wanted.codes, unmention)?;
            for name in unname {
                wanted.names.remove(name);
            }
            wanted.own &= !other;
            write(study, &mut wanted, fields)?;
            let changes = edit::edit_certification(study, &id, wanted)?;
            (message!("label-edit-certification", key = key), changes)
        }
        CertificationVerb::Remove { key } => {
            let id = find::certification(study, key)?;
            let label = message!("label-remove-certification", key = key);
            (label, vec![Change::remove(id)])
        }
        CertificationVerb::List(_) => return Ok(()),
    };
    cx.commit(&mut store, label, changes)
}

/// Takes codes off; those that were merged into one of them too.
fn take(study: &Study, from: &mut BTreeMap<CodeId, bool>, keys: &[String]) -> Result<(), Failure> {
    for key in keys {
        let code = find::code(study, key)?;
        from.retain(|id, _| *id != code && study.resolve_code(id) != Some(&code));
    }
    Ok(())
}

fn write(
    study: &Study,
    wanted: &mut Certification,
    fields: &CertificationFields,
) -> Result<(), Failure> {
    let text = |slot: &mut String, given: &Option<String>| {
        if let Some(given) = given {
            slot.clone_from(given);
        }
    };
    text(&mut wanted.title, &fields.title);
    text(&mut wanted.certifier, &fields.certifier);
    text(&mut wanted.level, &fields.level);
    text(&mut wanted.note, &fields.note);
    wanted.registered_on = fields.registered.or(wanted.registered_on);
    wanted.expires_on = fields.expires.or(wanted.expires_on);
    wanted.seen_on = fields.seen.or(wanted.seen_on);
    wanted.own |= fields.own;
    for key in &fields.covers {
        wanted.covers.insert(find::code(study, key)?, true);
    }
    for key in &fields.mention {
        wanted.codes.insert(find::code(study, key)?, true);
    }
    let names = fields.called.iter().filter(|name| !name.is_empty());
    wanted.names.extend(names.map(|name| (name.clone(), true)));
    Ok(())
}

#[derive(Serialize)]
struct Row {
    key: String,
    title: String,
    certifier: String,
    level: String,
    registered_on: Option<String>,
    expires_on: Option<String>,
    seen_on: Option<String>,
    own: bool,
    covers: Vec<String>,
    codes: Vec<String>,
    names: Vec<String>,
    note: String,
}

fn list(cx: &Cx, json: bool) -> Done {
    let store = cx.read()?;
    let study = store.study();
    let keys = |codes: &BTreeMap<CodeId, bool>| -> Vec<String> {
        let ids = codes.keys().filter_map(|id| study.resolve_code(id));
        let keys: BTreeSet<String> = ids
            .filter_map(|id| Some(study.records.codes.get(id)?.key.clone()))
            .collect();
        keys.into_iter().collect()
    };
    let day = |day: Option<jiff::civil::Date>| day.map(|day| day.to_string());
    let rows: Vec<Row> = study
        .certifications()
        .into_iter()
        .map(|(_, one)| Row {
            key: one.key.clone(),
            title: one.title.clone(),
            certifier: one.certifier.clone(),
            level: one.level.clone(),
            registered_on: day(one.registered_on),
            expires_on: day(one.expires_on),
            seen_on: day(one.seen_on),
            own: one.own,
            covers: keys(&one.covers),
            codes: keys(&one.codes),
            names: one.names.keys().cloned().collect(),
            note: one.note.clone(),
        })
        .collect();
    if json {
        return cx.json(&rows);
    }
    let mut lines = Vec::new();
    for row in rows {
        let until = row.expires_on.map(|day| format!("→ {day}"));
        lines.push(vec![
            if row.own { "●" } else { "" }.to_owned(),
            row.key,
            row.level,
            row.title,
            row.certifier,
            until.unwrap_or_default(),
        ]);
    }
    cx.columns(&lines)
}
