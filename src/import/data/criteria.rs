//! `criteria/*.toml`: a list of criteria that the study brings. `criteria.csv`: what is bound to each criterion, by key; a row
//! adds, it takes nothing off.

use super::context::Context;
use super::edits::Edits;
use super::guide::of_toml;
use super::table::{Cell, Column, Table, one_of};
use crate::file::csv::Row;
use crate::import::problem::{FileReport, Report};
use crate::message;
use crate::study::Change;
use crate::study::criterion::{Criteria, Mapping};
use crate::study::edit::put_criteria_list;
use crate::study::id::MappingId;
use crate::text::sanitise;
use std::collections::BTreeMap;

pub(super) fn read_list(
    file: &str,
    text: &str,
    context: &mut Context<'_>,
    report: &mut Report,
    counted: &mut FileReport,
) -> Vec<Change> {
    let source = sanitise(text).text;
    match Criteria::parse(&source) {
        Ok(list) => {
            counted.rows = list.criteria.len();
            let changes = put_criteria_list(context.study, context.mint, &list, &source);
            if changes.is_empty() {
                counted.same = counted.rows;
            } else {
                counted.added = counted.rows;
            }
            changes
        }
        Err(error) => {
            report.problems.push(of_toml(file, &source, &error));
            Vec::new()
        }
    }
}

struct Columns {
    list: Column,
    criterion: Column,
    codes: Column,
    questions: Column,
    findings: Column,
}

pub(super) fn read(
    table: &Table<'_>,
    context: &mut Context<'_>,
    report: &mut Report,
    counted: &mut FileReport,
) -> Vec<Change> {
    let Some(criterion) = table.required(&["criterion"], report) else {
        return Vec::new();
    };
    let columns = Columns {
        list: table.column(&["list"]),
        criterion,
        codes: table.column(&["codes", "code"]),
        questions: table.column(&["questions", "question"]),
        findings: table.column(&["findings", "finding"]),
    };
    let known = [
        "list",
        "criterion",
        "codes",
        "code",
        "questions",
        "question",
        "findings",
        "finding",
    ];
    table.warn_unknown(|name| known.contains(&name), report);
    let lists = context.study.all_criteria();
    let mut mappings = Edits::new(&context.study.records.mappings);
    let mut met = BTreeMap::new();
    for row in table.rows() {
        let read = fill(
            table,
            &columns,
            row,
            context,
            &lists,
            &mut mappings,
            &mut met,
        );
        if let Err(problem) = read {
            report.problems.push(*problem);
        }
    }
    let mappings = mappings.finish();
    mappings.count(counted.rows, counted);
    mappings.changes
}

fn fill(
    table: &Table<'_>,
    columns: &Columns,
    row: &Row,
    context: &mut Context<'_>,
    lists: &[Criteria],
    mappings: &mut Edits<'_, MappingId, Mapping>,
    met: &mut BTreeMap<(String, String), MappingId>,
) -> Cell<()> {
    let study = context.study;
    let named = table.line(row, &columns.list);
    let key = if named.is_empty() {
        study.criteria_key()
    } else {
        &named
    };
    let Some(list) = lists.iter().find(|list| list.key == key) else {
        let keys = lists.iter().map(|list| list.key.as_str());
        return Err(table.bad(row, &columns.list, one_of(keys)));
    };
    let criterion = table.must(row, &columns.criterion)?;
    if list.criterion(&criterion).is_none() {
        let keys = list.criteria.iter().map(|one| one.key.as_str());
        return Err(table.bad(row, &columns.criterion, one_of(keys)));
    }
    let mut codes = Vec::new();
    for key in parts(&table.line(row, &columns.codes)) {
        let Some((id, _)) = study.code_by_key(key) else {
            let expected = message!("import-expected-code");
            return Err(table.bad(row, &columns.codes, expected));
        };
        codes.push(id.clone());
    }
    let mut findings = Vec::new();
    for key in parts(&table.line(row, &columns.findings)) {
        let Some((id, _)) = study.finding_by_key(key) else {
            let keys = study.findings().into_iter().map(|(_, f)| f.key.clone());
            return Err(table.bad(row, &columns.findings, one_of(keys)));
        };
        findings.push(id.clone());
    }
    let place = (list.key.clone(), criterion.into_owned());
    let stored = study.mappings_of(&place.0, &place.1);
    let id = match (stored.first(), met.get(&place)) {
        (Some((id, _)), _) => (*id).clone(),
        (None, Some(id)) => id.clone(),
        (None, None) => MappingId::mint(context.mint),
    };
    met.insert(place.clone(), id.clone());
    let mapping = mappings.edit(&id);
    (mapping.list, mapping.criterion) = place;
    mapping.codes.extend(codes.into_iter().map(|id| (id, true)));
    mapping
        .findings
        .extend(findings.into_iter().map(|id| (id, true)));
    let questions = table.line(row, &columns.questions);
    mapping
        .questions
        .extend(parts(&questions).map(|key| (key.to_owned(), true)));
    Ok(())
}

fn parts(cell: &str) -> impl Iterator<Item = &str> {
    cell.split(';').map(str::trim).filter(|one| !one.is_empty())
}
