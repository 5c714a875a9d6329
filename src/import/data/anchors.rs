//! `anchors.csv`: where codings were made and where they stand in later versions, one row a coding and a version.

use super::context::Context;
use super::edits::Edits;
use super::place::Documents;
use super::table::{Cell, Column, Table, one_of};
use crate::file::csv::Row;
use crate::import::problem::{FileReport, Report};
use crate::message;
use crate::study::coding::{Anchor, Coding, Passage, TextPassage};
use crate::study::id::CodingId;
use crate::study::word::AnchorState;
use crate::study::{Change, Study};

const KNOWN: [&str; 7] = [
    "coding_id",
    "interview",
    "document",
    "version",
    "state",
    "char_start",
    "char_end",
];

struct Reader<'a> {
    study: &'a Study,
    table: &'a Table<'a>,
    id: Column,
    version: Column,
    state: Column,
    char_start: Column,
    char_end: Column,
    documents: Documents<'a>,
    codings: Edits<'a, CodingId, Coding>,
}

pub(super) fn read(
    table: &Table<'_>,
    context: &mut Context<'_>,
    report: &mut Report,
    counted: &mut FileReport,
) -> Vec<Change> {
    let id = table.required(&["coding_id"], report);
    let version = table.required(&["version"], report);
    let state = table.required(&["state"], report);
    let (Some(id), Some(version), Some(state)) = (id, version, state) else {
        return Vec::new();
    };
    table.warn_unknown(|name| KNOWN.contains(&name), report);
    let mut reader = Reader {
        study: context.study,
        table,
        id,
        version,
        state,
        char_start: table.column(&["char_start"]),
        char_end: table.column(&["char_end"]),
        documents: Documents::of(context.study),
        codings: Edits::new(&context.study.records.codings),
    };
    for row in table.rows() {
        if let Err(problem) = reader.row(row, context) {
            report.problems.push(*problem);
        }
    }
    let done = reader.codings.finish();
    done.count(counted.rows, counted);
    done.changes
}

impl Reader<'_> {
    fn row(&mut self, row: &Row, context: &Context<'_>) -> Cell<()> {
        let table = self.table;
        let id = CodingId::new(&table.must(row, &self.id)?);
        let document = self
            .study
            .records
            .codings
            .get(&id)
            .and_then(|coding| match &coding.passage {
                Passage::Text(text) => self.study.records.versions.get(&text.version),
                Passage::Note(_) => None,
            })
            .map(|version| &version.document)
            .ok_or_else(|| table.bad(row, &self.id, message!("import-expected-coding")))?;
        let number = table.whole::<u32>(row, &self.version)?;
        let open = number
            .and_then(|number| self.documents.version(document, Some(number)))
            .and_then(|version| self.documents.open(version, context))
            .ok_or_else(|| table.bad(row, &self.version, message!("import-expected-text-file")))?;
        let state = table
            .word(
                row,
                &self.state,
                AnchorState::parse,
                AnchorState::ALL,
                AnchorState::as_str,
            )?
            .ok_or_else(|| {
                let known = AnchorState::ALL.iter().map(|state| state.as_str());
                table.bad(row, &self.state, one_of(known.collect::<Vec<_>>()))
            })?;
        if state == AnchorState::Kept {
            let coding = self.codings.edit(&id);
            coding.anchors.insert(open.id.clone(), Anchor::Kept);
            return Ok(());
        }
        let text = open.text.text();
        let byte = |column: &Column| {
            let at = table
                .whole::<usize>(row, column)?
                .ok_or_else(|| table.bad(row, column, message!("import-expected-both-ends")))?;
            open.index.byte(text, at).ok_or_else(|| {
                let expected = message!("import-expected-inside", n = open.index.chars);
                table.bad(row, column, expected)
            })
        };
        let span = byte(&self.char_start)?..byte(&self.char_end)?;
        let place = TextPassage::new(open.id.clone(), text, span)
            .map(Passage::Text)
            .ok_or_else(|| {
                table.bad(row, &self.char_start, message!("import-expected-words-at"))
            })?;
        let coding = self.codings.edit(&id);
        if state == AnchorState::Coded {
            coding.passage = place;
        } else {
            coding.anchors.insert(open.id.clone(), Anchor::At(place));
        }
        Ok(())
    }
}
