//! `findings.csv`: one row a finding, by its key or its id; its codings by their ids.

use super::context::Context;
use super::edits::Edits;
use super::table::{Cell, Column, Table};
use crate::file::csv::Row;
use crate::import::problem::{FileReport, Report};
use crate::message;
use crate::study::Change;
use crate::study::finding::Finding;
use crate::study::id::{CodingId, FindingId};
use crate::study::word::{Component, Concern, Confidence, Side};

struct Columns {
    finding_id: Column,
    finding: Column,
    scenario: Column,
    /// By language; the empty one is the study's first.
    statements: Vec<(String, Column)>,
    confidence: Column,
    reason: Column,
    components: Vec<(Component, Column, Column)>,
    sides: [(Side, Column); 2],
    seen: Column,
    by: Column,
    at: Column,
}

impl Columns {
    fn of(table: &Table<'_>, finding: Column) -> Self {
        let one = |name: &str| table.column(&[name]);
        let names = table.sheet.columns.iter();
        let statements = names.filter_map(|name| {
            let language = match name.strip_prefix("statement")? {
                "" => "",
                rest => rest.strip_prefix('_')?,
            };
            Some((language.to_owned(), one(name)))
        });
        let components = Component::ALL.iter().map(|component| {
            let word = component.as_str();
            (*component, one(word), one(&format!("{word}_reason")))
        });
        Self {
            finding_id: one("finding_id"),
            finding,
            scenario: one("scenario"),
            statements: statements.collect(),
            confidence: one("confidence"),
            reason: one("reason"),
            components: components.collect(),
            sides: [(Side::For, one("for")), (Side::Against, one("against"))],
            seen: one("seen"),
            by: one("by"),
            at: one("at"),
        }
    }

    fn knows(&self, name: &str) -> bool {
        let plain = [
            &self.finding_id,
            &self.finding,
            &self.scenario,
            &self.confidence,
            &self.reason,
            &self.seen,
            &self.by,
            &self.at,
        ];
        let components = self.components.iter().flat_map(|(_, a, b)| [a, b]);
        let statements = self.statements.iter().map(|(_, column)| column);
        let sides = self.sides.iter().map(|(_, column)| column);
        let mut all = plain
            .into_iter()
            .chain(components)
            .chain(statements)
            .chain(sides);
        all.any(|column| column.name == name)
    }
}

pub(super) fn read(
    table: &Table<'_>,
    context: &mut Context<'_>,
    report: &mut Report,
    counted: &mut FileReport,
) -> Vec<Change> {
    let Some(finding) = table.required(&["finding"], report) else {
        return Vec::new();
    };
    let columns = Columns::of(table, finding);
    table.warn_unknown(|name| columns.knows(name), report);
    let study = context.study;
    let mut findings = Edits::new(&study.records.findings);
    let mut position =
        crate::study::edit::last_position(study.records.findings.values().map(|one| one.position));
    let mut met: Vec<(String, FindingId)> = Vec::new();
    for row in table.rows() {
        let read = fill(
            table,
            &columns,
            row,
            context,
            &mut findings,
            &mut met,
            &mut position,
        );
        if let Err(problem) = read {
            report.problems.push(*problem);
        }
    }
    let findings = findings.finish();
    findings.count(counted.rows, counted);
    findings.changes
}

fn fill(
    table: &Table<'_>,
    columns: &Columns,
    row: &Row,
    context: &mut Context<'_>,
    findings: &mut Edits<'_, FindingId, Finding>,
    met: &mut Vec<(String, FindingId)>,
    position: &mut i64,
) -> Cell<()> {
    let study = context.study;
    let key = table.must(row, &columns.finding)?.into_owned();
    let scenario = table.line(row, &columns.scenario);
    let scenario = if scenario.is_empty() {
        None
    } else {
        let Some((id, _)) = study.scenario_by_key(&scenario) else {
            let keys = study.scenarios().into_iter().map(|(_, s)| s.key.clone());
            return Err(table.bad(row, &columns.scenario, super::table::one_of(keys)));
        };
        Some(id.clone())
    };
    let confidence = table.word(
        row,
        &columns.confidence,
        Confidence::parse,
        Confidence::ALL,
        Confidence::as_str,
    )?;
    let at = table.time(row, &columns.at)?;
    let mut judged = Vec::new();
    for (component, concern, reason) in &columns.components {
        let word = table.word(row, concern, Concern::parse, Concern::ALL, Concern::as_str)?;
        judged.push((*component, word, table.words(row, reason)));
    }
    let id = which(table, columns, row, context, met, &key);
    let new = findings.get(&id).is_none();
    let before = findings.get(&id).cloned().unwrap_or_default();
    let mut wanted = Finding {
        scenario: scenario.or(before.scenario.clone()),
        confidence: confidence.or(before.confidence),
        at: at.or(before.at),
        ..before
    };
    for (language, column) in &columns.statements {
        if let Some(text) = table.words(row, column) {
            let first = study.settings().languages.first();
            let language = if language.is_empty() {
                first.cloned().unwrap_or_else(|| "fr".to_owned())
            } else {
                language.clone()
            };
            wanted.statements.insert(language, text);
        }
    }
    if let (true, Some((_, column))) = (wanted.statements.is_empty(), columns.statements.first()) {
        return Err(table.bad(row, column, message!("import-expected-something")));
    }
    if let Some(reason) = table.words(row, &columns.reason) {
        wanted.reason = reason;
    }
    for (component, concern, reason) in judged {
        if let Some(concern) = concern {
            wanted.concerns.insert(component, concern);
        }
        if let Some(reason) = reason {
            wanted.reasons.insert(component, reason);
        }
    }
    for (side, column) in &columns.sides {
        for id in list(&table.line(row, column)) {
            wanted.evidence.insert(CodingId::new(id), *side);
        }
    }
    let seen = table.line(row, &columns.seen);
    for one in list(&seen) {
        let (id, state) = one.rsplit_once('=').unwrap_or((one, ""));
        wanted.seen.insert(CodingId::new(id), state.to_owned());
    }
    if seen.is_empty() && new {
        wanted.seen = study.evidence_state(&wanted);
    }
    let by = table.line(row, &columns.by);
    if !by.is_empty() {
        wanted.by = by.into_owned();
    }
    wanted.key = key;
    if new {
        wanted.position = *position;
        *position = crate::study::edit::last_position(std::iter::once(*position));
    }
    *findings.edit(&id) = wanted;
    Ok(())
}

/// The finding that a row is about: by its id, else by its key.
fn which(
    table: &Table<'_>,
    columns: &Columns,
    row: &Row,
    context: &mut Context<'_>,
    met: &mut Vec<(String, FindingId)>,
    key: &str,
) -> FindingId {
    let named = table.line(row, &columns.finding_id);
    if !named.is_empty() {
        return FindingId::new(&named);
    }
    if let Some((id, _)) = context.study.finding_by_key(key) {
        return id.clone();
    }
    if let Some((_, id)) = met.iter().find(|(known, _)| known == key) {
        return id.clone();
    }
    let id = FindingId::mint(context.mint);
    met.push((key.to_owned(), id.clone()));
    id
}

fn list(cell: &str) -> impl Iterator<Item = &str> {
    cell.split(';').map(str::trim).filter(|one| !one.is_empty())
}
