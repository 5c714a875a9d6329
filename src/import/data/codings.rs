//! `codings.csv`, and `excerpts.csv` in its place: one row a coding and a scenario.
//!
//! Rows that differ only by scenario and polarity are one coding; the same passage, code and coder is one coding.

use super::context::Context;
use super::edits::Edits;
use super::keys::{self, Scenarios, Sessions};
use super::place::{Documents, Found};
use super::table::{Cell, Column, Table, one_line, one_of};
use crate::file::csv::Row;
use crate::import::problem::{FileReport, Report, shorten};
use crate::message;
use crate::study::coding::{Coding, Passage, TextPassage};
use crate::study::id::{CodeId, CodingId, NoteId, ScenarioId, VersionId};
use crate::study::word::{Origin, Polarity};
use crate::study::{Change, Study};
use crate::text::sanitise;
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
    "coding_id",
    "note_id",
    "coded_at",
    "origin",
];

struct Columns {
    interview: Column,
    doc: Column,
    document: Column,
    version: Column,
    char_start: Column,
    char_end: Column,
    start: Column,
    end: Column,
    quote: Column,
    code: Column,
    coder: Column,
    scenario: Column,
    polarity: Column,
    strength: Column,
    memo: Column,
    starred: Column,
    coding_id: Column,
    note_id: Column,
    coded_at: Column,
    origin: Column,
    counted: Column,
}

/// What makes two codings one.
type Same = (Passage, CodeId, String);

struct Reader<'a> {
    table: &'a Table<'a>,
    columns: Columns,
    sessions: Sessions<'a>,
    documents: Documents<'a>,
    codes: HashMap<String, CodeId>,
    scenarios: Scenarios,
    codings: Edits<'a, CodingId, Coding>,
    by_passage: HashMap<Same, CodingId>,
    touched: HashSet<CodingId>,
    /// Polarities that rows of this file gave, with their line.
    said: HashMap<(CodingId, ScenarioId), (Polarity, usize)>,
    twice: Vec<(usize, usize)>,
    superseded: Vec<CodingId>,
    withdrawn: usize,
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
    let done = reader.codings.finish();
    counted.added = done.added;
    counted.changed = done.changed;
    counted.same = touched.saturating_sub(done.added + done.changed);
    done.changes
}

fn same(study: &Study, coding: &Coding) -> Same {
    let code = study.resolve_code(&coding.code).unwrap_or(&coding.code);
    (coding.passage.clone(), code.clone(), coding.coder.clone())
}

impl<'a> Reader<'a> {
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
        let coder = if coder.is_empty() {
            context.coder
        } else {
            &coder
        };
        let named = table.line(row, &columns.coding_id);
        let by_passage = (passage, code, coder.to_owned());
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
        coding.passage = passage;
        coding.code = given;
        coder.clone_into(&mut coding.coder);
        coding.strength = strength.or(coding.strength);
        coding.starred |= starred;
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

    /// What a row codes: a note, or a span that is told by positions, by its words, or by both.
    fn passage(&mut self, row: &Row, context: &Context<'_>) -> Cell<Passage> {
        let (table, columns) = (self.table, &self.columns);
        let quote = table.words(row, &columns.quote);
        let note = table.line(row, &columns.note_id);
        if !note.is_empty() {
            return self.note(row, &NoteId::new(&note), quote.as_deref(), context);
        }
        let version = self.version(row)?;
        let (table, columns) = (self.table, &self.columns);
        let open = self.documents.open(version, context).ok_or_else(|| {
            table.bad(
                row,
                &columns.document,
                message!("import-expected-text-file"),
            )
        })?;
        let text = open.text.text();
        let from_source = !table.raw(row, &columns.start).trim().is_empty()
            || !table.raw(row, &columns.end).trim().is_empty();
        let (start, end) = if from_source {
            (&columns.start, &columns.end)
        } else {
            (&columns.char_start, &columns.char_end)
        };
        let span = match (
            table.whole::<usize>(row, start)?,
            table.whole::<usize>(row, end)?,
        ) {
            (Some(from), Some(to)) => {
                if to <= from {
                    return Err(table.bad(
                        row,
                        end,
                        message!("import-expected-end-after", start = from),
                    ));
                }
                let bytes = if from_source {
                    let Some(map) = self.documents.source_map(&open, context) else {
                        return Err(table.bad(row, start, message!("import-expected-source")));
                    };
                    map.span(&open.text, from..to).ok_or_else(|| {
                        table.bad(row, start, message!("import-expected-words-at"))
                    })?
                } else {
                    let inside = |at: usize, column: &Column| {
                        open.index.byte(text, at).ok_or_else(|| {
                            table.bad(
                                row,
                                column,
                                message!("import-expected-inside", n = open.index.chars),
                            )
                        })
                    };
                    inside(from, start)?..inside(to, end)?
                };
                Some(bytes)
            }
            (None, None) => None,
            (None, Some(_)) => {
                return Err(table.bad(row, start, message!("import-expected-both-ends")));
            }
            (Some(_), None) => {
                return Err(table.bad(row, end, message!("import-expected-both-ends")));
            }
        };
        let span = match (span, quote) {
            (None, None) => {
                return Err(table.bad(row, &columns.quote, message!("import-expected-passage")));
            }
            (Some(span), None) => span,
            (Some(span), Some(quote)) => {
                let there = open.text.slice(span.clone());
                // in a source file the quote has the labels too
                if there != quote && !(from_source && ends_meet(there, &quote)) {
                    let expected = message!("import-expected-quote-at", words = shorten(there));
                    return Err(table.bad(row, &columns.quote, expected));
                }
                span
            }
            (None, Some(quote)) => {
                let Some(at) = text.find(&quote) else {
                    return Err(table.bad(row, &columns.quote, message!("import-expected-quote")));
                };
                let step = quote.chars().next().map_or(1, char::len_utf8);
                if text
                    .get(at + step..)
                    .is_some_and(|rest| rest.contains(&quote))
                {
                    return Err(table.bad(
                        row,
                        &columns.quote,
                        message!("import-expected-quote-once"),
                    ));
                }
                at..at + quote.len()
            }
        };
        TextPassage::new(open.id.clone(), text, span)
            .map(Passage::Text)
            .ok_or_else(|| table.bad(row, start, message!("import-expected-words-at")))
    }

    fn note(
        &mut self,
        row: &Row,
        id: &NoteId,
        quote: Option<&str>,
        context: &Context<'_>,
    ) -> Cell<Passage> {
        let (table, columns) = (self.table, &self.columns);
        let Some(note) = context.study.records.notes.get(id) else {
            return Err(table.bad(row, &columns.note_id, message!("import-expected-note")));
        };
        let interview = table.line(row, &columns.interview);
        if !interview.is_empty() && self.sessions.find(&interview) != Some(&note.session) {
            return Err(table.bad(
                row,
                &columns.interview,
                message!("import-expected-interview-of-note"),
            ));
        }
        if quote.is_some_and(|quote| !note.text.contains(quote.trim())) {
            let expected = message!("import-expected-quote-at", words = shorten(&note.text));
            return Err(table.bad(row, &columns.quote, expected));
        }
        self.withdrawn += usize::from(self.sessions.is_withdrawn(&note.session));
        Ok(Passage::Note(id.clone()))
    }

    /// The document version a row is about.
    fn version(&mut self, row: &Row) -> Cell<&'a VersionId> {
        let (table, columns) = (self.table, &self.columns);
        let interview = table.line(row, &columns.interview);
        let key = table.line(row, &columns.document);
        let doc = table.line(row, &columns.doc);
        let (found, column) = if !interview.is_empty() {
            let Some(session) = self.sessions.find(&interview) else {
                return Err(table.bad(
                    row,
                    &columns.interview,
                    message!("import-expected-interview"),
                ));
            };
            self.withdrawn += usize::from(self.sessions.is_withdrawn(session));
            (self.documents.of_session(session, &key), &columns.document)
        } else if !doc.is_empty() {
            let stem = stem(&doc);
            let session = self
                .sessions
                .find(&doc)
                .or_else(|| self.sessions.find(stem));
            let found = match session {
                None => match self.documents.reference(stem) {
                    Found::Among(_) => {
                        return Err(table.bad(
                            row,
                            &columns.doc,
                            message!("import-expected-interview"),
                        ));
                    }
                    found @ Found::One(_) => found,
                },
                Some(session) => {
                    self.withdrawn += usize::from(self.sessions.is_withdrawn(session));
                    match self.documents.of_session(session, &key) {
                        Found::One(id) => Found::One(id),
                        Found::Among(keys) => match self.documents.of_file(session, &doc) {
                            Some(id) => Found::One(id),
                            None => Found::Among(keys),
                        },
                    }
                }
            };
            (found, &columns.doc)
        } else if !key.is_empty() {
            (self.documents.reference(&key), &columns.document)
        } else {
            let column = if columns.interview.is_there() {
                &columns.interview
            } else {
                &columns.doc
            };
            return Err(table.bad(row, column, message!("import-expected-interview")));
        };
        let document = match found {
            Found::One(id) => id,
            Found::Among(keys) if keys.is_empty() => {
                return Err(table.bad(row, column, message!("import-expected-document")));
            }
            Found::Among(keys) => return Err(table.bad(row, column, one_of(keys))),
        };
        let number = table.whole::<u32>(row, &columns.version)?;
        self.documents
            .version(document, number)
            .ok_or_else(|| table.bad(row, &columns.version, message!("import-expected-version")))
    }

    /// A coding that was superseded belongs to the settled one on its passage.
    fn settle(&mut self) {
        if self.superseded.is_empty() {
            return;
        }
        let mut settled: HashMap<VersionOrNote, Vec<(CodingId, Passage, CodeId)>> = HashMap::new();
        for id in &self.touched {
            if let Some(coding) = self
                .codings
                .get(id)
                .filter(|coding| coding.origin == Origin::Settled)
            {
                let one = (id.clone(), coding.passage.clone(), coding.code.clone());
                settled
                    .entry(VersionOrNote::of(&coding.passage))
                    .or_default()
                    .push(one);
            }
        }
        for list in settled.values_mut() {
            list.sort();
        }
        for id in std::mem::take(&mut self.superseded) {
            let Some(coding) = self.codings.get(&id) else {
                continue;
            };
            let list = settled
                .get(&VersionOrNote::of(&coding.passage))
                .map_or(&[][..], Vec::as_slice);
            let near = |(_, passage, code): &&(CodingId, Passage, CodeId)| {
                (
                    overlaps(passage, &coding.passage),
                    *passage == coding.passage,
                    *code == coding.code,
                )
            };
            let best = list
                .iter()
                .filter(|one| near(one).0)
                .max_by_key(near)
                .map(|(id, ..)| id.clone());
            if let Some(settled) = best {
                let settles = &mut self.codings.edit(&settled).settles;
                if let Err(at) = settles.binary_search(&id) {
                    settles.insert(at, id);
                }
            }
        }
    }
}

#[derive(PartialEq, Eq, Hash)]
enum VersionOrNote {
    Version(VersionId),
    Note(NoteId),
}

impl VersionOrNote {
    fn of(passage: &Passage) -> Self {
        match passage {
            Passage::Text(text) => Self::Version(text.version.clone()),
            Passage::Note(note) => Self::Note(note.clone()),
        }
    }
}

fn overlaps(a: &Passage, b: &Passage) -> bool {
    match (a, b) {
        (Passage::Text(a), Passage::Text(b)) => a.start < b.end && b.start < a.end,
        _ => a == b,
    }
}

/// Whether two texts begin or end alike, white space aside: a quote from a source file against the words without labels.
fn ends_meet(there: &str, quote: &str) -> bool {
    let (there, quote) = (one_line(there).into_owned(), sanitise(quote).text);
    let quote = one_line(&quote).into_owned();
    let words = there.split(' ').filter(|word| !word.is_empty());
    let mut rest = quote.as_str();
    for word in words {
        match rest.find(word) {
            Some(at) => rest = rest.get(at + word.len()..).unwrap_or(""),
            None => return false,
        }
    }
    true
}

/// A file's name without folder and ending.
fn stem(name: &str) -> &str {
    let name = name.rsplit(['/', '\\']).next().unwrap_or(name);
    match name.rsplit_once('.') {
        Some((stem, _)) if !stem.is_empty() => stem,
        _ => name,
    }
}
