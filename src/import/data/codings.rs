//! `codings.csv`, and `excerpts.csv` in its place: one row a coding and a scenario.
//!
//! Rows that differ only by scenario and polarity are one coding; the same passage, code and coder is one coding.

use super::context::Context;
use super::edits::Edits;
use super::keys::{self, Scenarios, Sessions};
use super::place::Documents;
use super::table::{Cell, Column, Table};
use crate::file::csv::Row;
use crate::import::problem::{FileReport, Report};
use crate::message;
use crate::study::coding::{Coding, Passage};
use crate::study::id::{CodeId, CodingId, ScenarioId};
use crate::study::word::{Origin, Polarity};
use crate::study::{Change, Study};
use std::collections::{HashMap, HashSet};

/// Columns that every codings file may have.
const KNOWN: &[&str] = &[
    "interview",
    "doc",
    "document",
    "char_start",
    "char_end",
    "start",
    "end",
    "quote",
    "code",
    "coder",
    "scenario",
    "polarity",
    "strength",
    "memo",
    "starred",
    "rank",
    "coding_id",
    "note_id",
    "coded_at",
    "origin",
];

pub(super) struct Columns {
    pub(super) interview: Column,
    pub(super) doc: Column,
    pub(super) document: Column,
    pub(super) version: Column,
    pub(super) char_start: Column,
    pub(super) char_end: Column,
    pub(super) start: Column,
    pub(super) end: Column,
    pub(super) quote: Column,
    pub(super) code: Column,
    pub(super) coder: Column,
    pub(super) scenario: Column,
    pub(super) polarity: Column,
    pub(super) strength: Column,
    pub(super) memo: Column,
    pub(super) starred: Column,
    pub(super) rank: Column,
    pub(super) coding_id: Column,
    pub(super) note_id: Column,
    pub(super) coded_at: Column,
    pub(super) origin: Column,
    pub(super) counted: Column,
}

/// What makes two codings one.
pub(super) type Same = (Passage, CodeId, String);

pub(super) struct Reader<'a> {
    pub(super) table: &'a Table<'a>,
    pub(super) columns: Columns,
    pub(super) sessions: Sessions<'a>,
    pub(super) documents: Documents<'a>,
    pub(super) codes: HashMap<String, CodeId>,
    pub(super) scenarios: Scenarios,
    pub(super) codings: Edits<'a, CodingId, Coding>,
    pub(super) by_passage: HashMap<Same, CodingId>,
    pub(super) touched: HashSet<CodingId>,
    /// Polarities that rows of this file gave, with their line.
    pub(super) said: HashMap<(CodingId, ScenarioId), (Polarity, usize)>,
    pub(super) twice: Vec<(usize, usize)>,
    pub(super) superseded: Vec<CodingId>,
    pub(super) withdrawn: usize,
}

/// Reads codings.
pub(super) fn read(
    table: &Table<'_>,
    context: &mut Context<'_>,
    report: &mut Report,
    counted: &mut FileReport,
) -> Vec<Change> {
    read_as(table, false, context, report, counted)
}

/// Reads the excerpts of an export: codings with ids, document versions, and what settled what.
pub(super) fn read_excerpts(
    table: &Table<'_>,
    context: &mut Context<'_>,
    report: &mut Report,
    counted: &mut FileReport,
) -> Vec<Change> {
    read_as(table, true, context, report, counted)
}

fn read_as(
    table: &Table<'_>,
    excerpts: bool,
    context: &mut Context<'_>,
    report: &mut Report,
    counted: &mut FileReport,
) -> Vec<Change> {
    let study = context.study;
    let place = table.required(&["interview", "doc"], report);
    let code = table.required(&["code"], report);
    let (Some(_), Some(code)) = (place, code) else {
        return Vec::new();
    };
    let from_source = table.sheet.has("doc");
    if !excerpts {
        let known = |name: &str| {
            KNOWN.contains(&name) && (from_source || (name != "start" && name != "end"))
        };
        table.warn_unknown(known, report);
    }
    let only = |name: &str, wanted: bool| {
        if wanted {
            table.column(&[name])
        } else {
            Column::missing(name)
        }
    };
    let codings = &study.records.codings;
    let mut reader = Reader {
        table,
        columns: Columns {
            interview: table.column(&["interview"]),
            doc: table.column(&["doc"]),
            document: table.column(&["document"]),
            version: only("version", excerpts),
            char_start: table.column(&["char_start"]),
            char_end: table.column(&["char_end"]),
            start: only("start", from_source),
            end: only("end", from_source),
            quote: table.column(&["quote"]),
            code,
            coder: table.column(&["coder"]),
            scenario: table.column(&["scenario"]),
            polarity: table.column(&["polarity"]),
            strength: table.column(&["strength"]),
            memo: table.column(&["memo"]),
            starred: table.column(&["starred"]),
            rank: table.column(&["rank"]),
            coding_id: table.column(&["coding_id"]),
            note_id: table.column(&["note_id"]),
            coded_at: table.column(&["coded_at"]),
            origin: table.column(&["origin"]),
            counted: only("counted", excerpts),
        },
        sessions: Sessions::of(study),
        documents: Documents::of(study),
        codes: keys::codes(study),
        scenarios: Scenarios::of(study),
        codings: Edits::new(codings),
        by_passage: codings
            .iter()
            .map(|(id, coding)| (same(study, coding), id.clone()))
            .collect(),
        touched: HashSet::new(),
        said: HashMap::new(),
        twice: Vec::new(),
        superseded: Vec::new(),
        withdrawn: 0,
    };
    for row in table.rows() {
        if let Err(problem) = reader.row(row, context) {
            report.problems.push(*problem);
        }
    }
    for (line, other) in std::mem::take(&mut reader.twice) {
        let file = crate::text::harmless_line(table.file);
        report.warnings.push(message!(
            "import-polarity-twice",
            file = file,
            line = line,
            other = other
        ));
    }
    reader.settle();
    let touched = reader.touched.len();
    counted.withdrawn = reader.withdrawn;
    // What only reading needs goes before the changes are made of what was read.
    let codings = reader.codings;
    drop((
        reader.by_passage,
        reader.touched,
        reader.said,
        reader.documents,
    ));
    let done = codings.finish();
    done.count(touched, counted);
    done.changes
}

fn same(study: &Study, coding: &Coding) -> Same {
    let code = study.resolve_code(&coding.code).unwrap_or(&coding.code);
    let passage = study.passage_now(coding);
    (passage.clone(), code.clone(), coding.coder.clone())
}

impl Reader<'_> {
    fn row(&mut self, row: &Row, context: &mut Context<'_>) -> Cell<()> {
        let (table, columns) = (self.table, &self.columns);
        let key = table.must(row, &columns.code)?;
        let code = self
            .codes
            .get(key.as_ref())
            .cloned()
            .ok_or_else(|| table.bad(row, &columns.code, message!("import-expected-code")))?;
        let scenario = self.scenarios.read(table, row, &columns.scenario)?;
        let polarity = table.word(
            row,
            &columns.polarity,
            Polarity::parse,
            Polarity::ALL,
            Polarity::as_str,
        )?;
        if polarity.is_some() && scenario.is_none() {
            return Err(table.bad(
                row,
                &columns.scenario,
                message!("import-expected-scenario-of-polarity"),
            ));
        }
        let strength = table.parsed(
            row,
            &columns.strength,
            |text| text.parse::<u8>().ok().filter(|strength| *strength <= 4),
            || message!("import-expected-strength"),
        )?;
        let starred = table.yes(row, &columns.starred)?;
        let rank = table.whole::<u32>(row, &columns.rank)?;
        let coded_at = table.time(row, &columns.coded_at)?;
        let origin = table.word(
            row,
            &columns.origin,
            Origin::parse,
            Origin::ALL,
            Origin::as_str,
        )?;
        let passage = self.passage(row, context)?;
        let (table, columns) = (self.table, &self.columns);
        let coder = table.line(row, &columns.coder);
        let named = table.line(row, &columns.coding_id);
        let known = self.codings.get(&CodingId::new(&named));
        let coder = match known {
            _ if !coder.is_empty() => coder.into_owned(),
            // whoever it is of here, it stays theirs
            Some(known) => known.coder.clone(),
            None => context.coder.to_owned(),
        };
        let by_passage = (passage, code, coder.clone());
        let id = if named.is_empty() {
            self.by_passage
                .entry(by_passage.clone())
                .or_insert_with(|| CodingId::mint(context.mint))
                .clone()
        } else {
            let id = CodingId::new(&named);
            self.by_passage
                .entry(by_passage.clone())
                .or_insert_with(|| id.clone());
            id
        };
        let (passage, code, _) = by_passage;
        let given = match self.codings.get(&id) {
            // the code it was given stays where the row's is what it was merged into
            Some(stored) if context.study.resolve_code(&stored.code) == Some(&code) => {
                stored.code.clone()
            }
            _ => code,
        };
        let coding = self.codings.edit(&id);
        // where it stands already, in whatever version, it stays as it is
        if !coding.places().any(|place| *place == passage) {
            coding.passage = passage;
        }
        coding.code = given;
        coder.clone_into(&mut coding.coder);
        coding.strength = strength.or(coding.strength);
        coding.starred |= starred;
        coding.rank = rank.or(coding.rank);
        coding.coded_at = coded_at.or(coding.coded_at);
        coding.origin = origin.unwrap_or(coding.origin);
        if let Some(memo) = table.words(row, &columns.memo) {
            coding.memo = memo;
        }
        if let Some(scenario) = scenario {
            let before = coding.polarities.get(&scenario).copied();
            let now = polarity.or(before).unwrap_or_default();
            coding.polarities.insert(scenario.clone(), now);
            let (earlier, line) = *self
                .said
                .entry((id.clone(), scenario))
                .or_insert((now, row.line));
            if earlier != now {
                self.twice.push((row.line, line));
            }
        }
        if table.raw(row, &columns.counted) == "superseded" {
            self.superseded.push(id.clone());
        }
        self.touched.insert(id);
        Ok(())
    }
}
