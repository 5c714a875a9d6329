//! `saved.csv`: one row a search or query under a name, by its name.

use super::context::Context;
use super::edits::Edits;
use super::table::{Cell, Column, Table, one_of};
use crate::file::csv::Row;
use crate::import::problem::{FileReport, Report};
use crate::study::Change;
use crate::study::id::SavedId;
use crate::study::saved::Saved;
use crate::study::word::{SavedKind, Voice};
use std::collections::HashMap;

const READINGS: [&str; 3] = ["regex", "exact", "word"];

struct Columns {
    saved: Column,
    kind: Column,
    pattern: Column,
    reading: Column,
    voice: Column,
    conditions: Column,
    code: Column,
}

pub(super) fn read(
    table: &Table<'_>,
    context: &mut Context<'_>,
    report: &mut Report,
    counted: &mut FileReport,
) -> Vec<Change> {
    let (Some(saved), Some(pattern)) = (
        table.required(&["saved"], report),
        table.required(&["pattern"], report),
    ) else {
        return Vec::new();
    };
    let columns = Columns {
        saved,
        kind: table.column(&["kind"]),
        pattern,
        reading: table.column(&["reading"]),
        voice: table.column(&["voice"]),
        conditions: table.column(&["where"]),
        code: table.column(&["code"]),
    };
    let known = [
        "saved", "kind", "pattern", "reading", "voice", "where", "code",
    ];
    table.warn_unknown(|name| known.contains(&name), report);
    let study = context.study;
    let mut ids: HashMap<String, SavedId> = study
        .saved()
        .into_iter()
        .map(|(id, saved)| (saved.name.clone(), id.clone()))
        .collect();
    let mut edits = Edits::new(&study.records.saved);
    for row in table.rows() {
        match fill(table, &columns, row) {
            Ok(wanted) => {
                let id = ids
                    .entry(wanted.name.clone())
                    .or_insert_with(|| SavedId::mint(context.mint));
                *edits.edit(id) = wanted;
            }
            Err(problem) => report.problems.push(*problem),
        }
    }
    let done = edits.finish();
    done.count(counted.rows, counted);
    done.changes
}

/// Reads a row: a saved search is one thing, and comes in whole.
fn fill(table: &Table<'_>, columns: &Columns, row: &Row) -> Cell<Saved> {
    let reading = table.line(row, &columns.reading);
    let readings: Vec<&str> = reading.split_whitespace().collect();
    if readings.iter().any(|word| !READINGS.contains(word)) {
        return Err(table.bad(row, &columns.reading, one_of(READINGS)));
    }
    let conditions = table.line(row, &columns.conditions);
    let conditions: Vec<String> = conditions
        .split(';')
        .map(str::trim)
        .filter(|condition| !condition.is_empty())
        .map(str::to_owned)
        .collect();
    if conditions.iter().any(|condition| !condition.contains('=')) {
        return Err(table.bad(
            row,
            &columns.conditions,
            crate::message!("import-expected-conditions"),
        ));
    }
    Ok(Saved {
        name: table.must(row, &columns.saved)?.into_owned(),
        kind: table
            .word(
                row,
                &columns.kind,
                SavedKind::parse,
                SavedKind::ALL,
                SavedKind::as_str,
            )?
            .unwrap_or_default(),
        pattern: table.must(row, &columns.pattern)?.into_owned(),
        regex: readings.contains(&"regex"),
        exact: readings.contains(&"exact"),
        whole: readings.contains(&"word"),
        voice: table
            .word(row, &columns.voice, Voice::parse, Voice::ALL, Voice::as_str)?
            .unwrap_or_default(),
        conditions,
        code: table.line(row, &columns.code).into_owned(),
    })
}
