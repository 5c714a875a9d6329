//! `certifications.csv`: one row a certification, by its code in the register; an empty cell changes nothing.

use super::context::Context;
use super::edits::Edits;
use super::table::{Cell, Column, Table};
use crate::file::csv::Row;
use crate::file::list::parted;
use crate::import::problem::{FileReport, Report};
use crate::message;
use crate::study::Change;
use crate::study::certification::Certification;
use crate::study::id::{CertificationId, CodeId};
use jiff::civil::Date;
use std::collections::{BTreeMap, HashMap};

const COLUMNS: [&str; 12] = [
    "certification",
    "title",
    "certifier",
    "level",
    "registered_on",
    "expires_on",
    "seen_on",
    "own",
    "covers",
    "codes",
    "names",
    "note",
];

pub(super) fn read(
    table: &Table<'_>,
    context: &mut Context<'_>,
    report: &mut Report,
    counted: &mut FileReport,
) -> Vec<Change> {
    if table.required(&["certification"], report).is_none() {
        return Vec::new();
    }
    let columns = COLUMNS.map(|name| table.column(&[name]));
    table.warn_unknown(|name| COLUMNS.contains(&name), report);
    let study = context.study;
    let mut ids: HashMap<String, CertificationId> = study
        .certifications()
        .into_iter()
        .map(|(id, one)| (one.key.clone(), id.clone()))
        .collect();
    let last = study.certifications().last().map(|(_, one)| one.position);
    let mut next = last.map_or(0, |at| at + 1);
    let mut edits = Edits::new(&study.records.certifications);
    for row in table.rows() {
        match fill(table, &columns, row, context) {
            Ok(wanted) => {
                let known = ids.contains_key(&wanted.key);
                let id = ids
                    .entry(wanted.key.clone())
                    .or_insert_with(|| CertificationId::mint(context.mint));
                let one = edits.edit(id);
                if !known {
                    one.position = next;
                    next += 1;
                }
                join(one, wanted);
                if let (Some(first), Some(last)) = (one.registered_on, one.expires_on)
                    && last < first
                {
                    let [_, _, _, _, _, expires, ..] = &columns;
                    let expected = message!("import-expected-later", than = first.to_string());
                    report.problems.push(*table.bad(row, expires, expected));
                }
            }
            Err(problem) => report.problems.push(*problem),
        }
    }
    let done = edits.finish();
    done.count(counted.rows, counted);
    done.changes
}

/// What a row says, put over what is known.
fn join(one: &mut Certification, wanted: Certification) {
    let text = |slot: &mut String, new: String| {
        if !new.is_empty() {
            *slot = new;
        }
    };
    one.key = wanted.key;
    text(&mut one.title, wanted.title);
    text(&mut one.certifier, wanted.certifier);
    text(&mut one.level, wanted.level);
    text(&mut one.note, wanted.note);
    one.registered_on = wanted.registered_on.or(one.registered_on);
    one.expires_on = wanted.expires_on.or(one.expires_on);
    one.seen_on = wanted.seen_on.or(one.seen_on);
    one.own |= wanted.own;
    one.covers.extend(wanted.covers);
    one.codes.extend(wanted.codes);
    one.names.extend(wanted.names);
}

/// Reads a row.
fn fill(
    table: &Table<'_>,
    columns: &[Column; 12],
    row: &Row,
    context: &Context<'_>,
) -> Cell<Certification> {
    let [
        key,
        title,
        certifier,
        level,
        registered,
        expires,
        seen,
        own,
        covers,
        mentioned,
        names,
        note,
    ] = columns;
    let text = |column| table.line(row, column).into_owned();
    let day = |column| -> Cell<Option<Date>> {
        let parse = |text: &str| text.parse().ok();
        table.parsed(row, column, parse, || message!("import-expected-day"))
    };
    let codes = |column| -> Cell<Vec<CodeId>> {
        parted(&table.line(row, column))
            .iter()
            .map(|key| {
                let found = context.study.code_by_key(key).map(|(id, _)| id.clone());
                found.ok_or_else(|| table.bad(row, column, message!("import-expected-code")))
            })
            .collect()
    };
    let on = |list: Vec<CodeId>| list.into_iter().map(|id| (id, true)).collect();
    Ok(Certification {
        key: table.must(row, key)?.into_owned(),
        title: text(title),
        certifier: text(certifier),
        level: text(level),
        registered_on: day(registered)?,
        expires_on: day(expires)?,
        seen_on: day(seen)?,
        own: table.yes(row, own)?,
        covers: on(codes(covers)?),
        codes: on(codes(mentioned)?),
        names: on_names(&table.line(row, names)),
        note: table.words(row, note).unwrap_or_default(),
        position: 0,
    })
}

fn on_names(cell: &str) -> BTreeMap<String, bool> {
    parted(cell).into_iter().map(|name| (name, true)).collect()
}
