//! `codebook.csv`: one row a code, upserted by key.

use super::context::Context;
use super::edits::Edits;
use super::keys;
use super::table::{Cell, Column, Table};
use crate::file::csv::Row;
use crate::import::problem::{FileReport, Report};
use crate::message;
use crate::study::codebook::Code;
use crate::study::id::CodeId;
use crate::study::{Change, Study};
use crate::text::harmless_line;
use std::collections::{HashMap, HashSet};

/// The sixteen terminal colours, as files name them.
const COLOURS: &[&str] = &[
    "black",
    "red",
    "green",
    "yellow",
    "blue",
    "magenta",
    "cyan",
    "white",
    "gray",
    "grey",
    "bright-black",
    "bright-red",
    "bright-green",
    "bright-yellow",
    "bright-blue",
    "bright-magenta",
    "bright-cyan",
    "bright-white",
    "dark-gray",
    "dark-grey",
];

/// The language of a column `label_fr`; of `label`, the study's first.
pub(super) fn label_language<'a>(column: &'a str, stem: &str, study: &'a Study) -> Option<&'a str> {
    let rest = column.strip_prefix(stem)?;
    if rest.is_empty() {
        return Some(
            study
                .settings()
                .languages
                .first()
                .map_or("en", String::as_str),
        );
    }
    let language = rest.strip_prefix('_')?;
    let plain = (2..=8).contains(&language.len())
        && language
            .bytes()
            .all(|b| b.is_ascii_lowercase() || b == b'-');
    plain.then_some(language)
}

/// Whether a colour is one of the sixteen by name, or `#rrggbb`.
fn is_colour(text: &str) -> bool {
    let hex = |text: &str| text.len() == 6 && text.bytes().all(|b| b.is_ascii_hexdigit());
    COLOURS.contains(&text.to_lowercase().as_str()) || text.strip_prefix('#').is_some_and(hex)
}

pub(super) fn read(
    table: &Table<'_>,
    context: &mut Context<'_>,
    report: &mut Report,
    counted: &mut FileReport,
) -> Vec<Change> {
    let study = context.study;
    let Some(key) = table.required(&["key", "code"], report) else {
        return Vec::new();
    };
    let labels: Vec<(Column, &str)> = table
        .sheet
        .columns
        .iter()
        .filter_map(|name| Some((table.column(&[name]), label_language(name, "label", study)?)))
        .collect();
    let columns = Columns {
        parent: table.column(&["parent"]),
        definition: table.column(&["definition", "description"]),
        include: table.column(&["include"]),
        exclude: table.column(&["exclude"]),
        example: table.column(&["example"]),
        colour: table.column(&["colour", "color"]),
        slot: table.column(&["slot"]),
        labels,
        key,
    };
    let known = [
        "key",
        "code",
        "parent",
        "definition",
        "description",
        "include",
        "exclude",
        "example",
        "colour",
        "color",
        "slot",
    ];
    table.warn_unknown(
        |name| known.contains(&name) || label_language(name, "label", study).is_some(),
        report,
    );

    // All keys first: a parent may stand below its children.
    let mut by_key = keys::codes(study);
    let mut edits = Edits::new(&study.records.codes);
    let mut position = study
        .records
        .codes
        .values()
        .map(|code| code.position + 1)
        .max()
        .unwrap_or(0);
    let mut rows = Vec::with_capacity(table.rows().len());
    let mut seen = HashSet::new();
    for row in table.rows() {
        match table.must(row, &columns.key) {
            Ok(key) => {
                if !seen.insert(key.to_string()) {
                    report.warnings.push(message!(
                        "import-code-twice",
                        file = harmless_line(table.file),
                        line = row.line,
                        key = key.as_ref()
                    ));
                }
                let id = by_key.entry(key.to_string()).or_insert_with(|| {
                    let id = CodeId::mint(context.mint);
                    let code = edits.edit(&id);
                    code.key = key.to_string();
                    code.position = position;
                    position += 1;
                    id
                });
                rows.push((row, id.clone()));
            }
            Err(problem) => report.problems.push(*problem),
        }
    }
    for (row, id) in &rows {
        if let Err(problem) = fill(table, &columns, row, id, &by_key, &mut edits) {
            report.problems.push(*problem);
        }
    }
    for (row, id) in &rows {
        if in_circle(id, &edits, rows.len() + study.records.codes.len()) {
            report.problems.push(*table.bad(
                row,
                &columns.parent,
                message!("import-expected-no-circle"),
            ));
        }
    }
    let done = edits.finish();
    done.count(counted.rows, counted);
    done.changes
}

struct Columns<'a> {
    key: Column,
    parent: Column,
    definition: Column,
    include: Column,
    exclude: Column,
    example: Column,
    colour: Column,
    slot: Column,
    labels: Vec<(Column, &'a str)>,
}

fn fill(
    table: &Table<'_>,
    columns: &Columns<'_>,
    row: &Row,
    id: &CodeId,
    by_key: &HashMap<String, CodeId>,
    edits: &mut Edits<'_, CodeId, Code>,
) -> Cell<()> {
    let parent = table.line(row, &columns.parent);
    let parent = match by_key.get(parent.as_ref()) {
        _ if parent.is_empty() => None,
        None => return Err(table.bad(row, &columns.parent, message!("import-expected-parent"))),
        Some(parent) => Some(parent.clone()),
    };
    let colour = table.parsed(
        row,
        &columns.colour,
        |text| is_colour(text).then(|| text.to_lowercase()),
        || message!("import-expected-colour"),
    )?;
    let slot = table.parsed(
        row,
        &columns.slot,
        |text| {
            text.parse::<u8>()
                .ok()
                .filter(|slot| (1..=9).contains(slot))
        },
        || message!("import-expected-slot"),
    )?;
    let code = edits.edit(id);
    if parent.is_some() {
        code.parent = parent;
    }
    if let Some(colour) = colour {
        code.colour = colour;
    }
    if slot.is_some() {
        code.slot = slot;
    }
    for (column, field) in [
        (&columns.definition, &mut code.definition),
        (&columns.include, &mut code.include),
        (&columns.exclude, &mut code.exclude),
        (&columns.example, &mut code.example),
    ] {
        if let Some(words) = table.words(row, column) {
            *field = words;
        }
    }
    for (column, language) in &columns.labels {
        let label = table.line(row, column);
        if !label.is_empty() {
            code.labels
                .insert((*language).to_owned(), label.into_owned());
        }
    }
    Ok(())
}

/// Whether going up from a code comes back to it.
fn in_circle(id: &CodeId, edits: &Edits<'_, CodeId, Code>, most: usize) -> bool {
    let mut at = edits.get(id).and_then(|code| code.parent.as_ref());
    for _ in 0..=most {
        match at {
            None => return false,
            Some(here) if here == id => return true,
            Some(here) => at = edits.get(here).and_then(|code| code.parent.as_ref()),
        }
    }
    false
}
