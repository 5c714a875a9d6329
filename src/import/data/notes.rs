//! `notes.csv`: one row a live note, by its id; one without an id that equals a stored one is skipped and counted.

use super::call::Call;
use super::context::Context;
use super::edits::Edits;
use super::keys;
use super::table::{Cell, Column, Table};
use crate::file::csv::Row;
use crate::import::problem::{FileReport, Report};
use crate::message;
use crate::study::Change;
use crate::study::coding::{Coding, Passage};
use crate::study::id::{CodeId, CodingId, NoteId, SessionId};
use crate::study::session::Note;
use crate::study::word::{Consent, NoteKind};
use std::collections::{HashMap, HashSet};

/// What makes two notes without ids the same.
type Same = (
    SessionId,
    String,
    NoteKind,
    Option<i64>,
    String,
    Vec<String>,
);

struct Reader<'a> {
    call: Call<'a>,
    text: Column,
    note_id: Column,
    kind: Column,
    flags: Column,
    codes_listed: Column,
    notes: Edits<'a, NoteId, Note>,
    stored: HashMap<Same, NoteId>,
    positions: HashMap<SessionId, i64>,
    codes: HashMap<String, CodeId>,
    codings: Edits<'a, CodingId, Coding>,
    coded: HashSet<(NoteId, CodeId)>,
}

pub(super) fn read(
    table: &Table<'_>,
    context: &mut Context<'_>,
    report: &mut Report,
    counted: &mut FileReport,
) -> Vec<Change> {
    let study = context.study;
    let known = [
        "note_id",
        "kind",
        "flags",
        "codes",
        // follows from the time and the interview's anchor
        "recording_ms",
    ];
    let Some(call) = Call::of(table, &["text"], &known, context, study, report) else {
        return Vec::new();
    };
    let notes = &study.records.notes;
    let mut positions: HashMap<SessionId, i64> = HashMap::new();
    for note in notes.values() {
        let next = positions.entry(note.session.clone()).or_insert(0);
        *next = (*next).max(note.position + 1);
    }
    let coded = study
        .records
        .codings
        .values()
        .filter_map(|coding| match &coding.passage {
            Passage::Note(note) => Some((note.clone(), study.resolve_code(&coding.code)?.clone())),
            Passage::Text(_) => None,
        })
        .collect();
    let mut reader = Reader {
        call,
        text: table.column(&["text"]),
        note_id: table.column(&["note_id"]),
        kind: table.column(&["kind"]),
        flags: table.column(&["flags"]),
        codes_listed: table.column(&["codes"]),
        notes: Edits::new(notes),
        stored: notes
            .iter()
            .map(|(id, note)| (same(note), id.clone()))
            .collect(),
        positions,
        codes: keys::codes(study),
        codings: Edits::new(&study.records.codings),
        coded,
    };
    Call::each(table, report, |row| reader.row(row, context));
    let codings = reader.codings.finish();
    let mut changes = reader.call.finish(reader.notes.finish(), report, counted);
    changes.extend(codings.changes);
    changes
}

fn same(note: &Note) -> Same {
    (
        note.session.clone(),
        note.text.clone(),
        note.kind,
        note.t_ms,
        note.question.clone(),
        note.flags.clone(),
    )
}

/// Words of a list in one cell, separated by `;` or `,`.
fn list(text: &str) -> impl Iterator<Item = &str> {
    text.split([';', ','])
        .map(str::trim)
        .filter(|word| !word.is_empty())
}

impl Reader<'_> {
    fn row(&mut self, row: &Row, context: &mut Context<'_>) -> Cell<()> {
        let table = self.call.table;
        let interview = table.must(row, &self.call.interview)?;
        let named = table.line(row, &self.note_id);
        let text = table.words(row, &self.text);
        // what may not be quoted is left out of what others are given; the note is there, and is counted
        let unquoted = || {
            !named.is_empty()
                && self
                    .call
                    .sessions
                    .find(&interview)
                    .is_some_and(|id| context.study.session_consent(id) != Consent::Given)
        };
        if text.is_none() && !unquoted() {
            return Err(table.bad(row, &self.text, message!("import-expected-something")));
        }
        let kind = table.word(
            row,
            &self.kind,
            NoteKind::parse,
            NoteKind::ALL,
            NoteKind::as_str,
        )?;
        let question = self
            .call
            .question(row, &interview)?
            .map_or_else(String::new, |(question, _)| question.into_owned());
        let t_ms = self.call.t_ms(row)?;
        let mut flags: Vec<String> = list(&table.line(row, &self.flags))
            .flat_map(str::split_whitespace)
            .map(str::to_owned)
            .collect();
        flags.sort();
        flags.dedup();
        let codes = if context.note_codes {
            self.codes_of(row)?
        } else {
            Vec::new()
        };
        let session = self.call.meet(&interview, context);
        let id = if named.is_empty() {
            let wanted = Note {
                session: session.clone(),
                text: text.clone().unwrap_or_default(),
                kind: kind.unwrap_or_default(),
                question: question.clone(),
                t_ms,
                flags: flags.clone(),
                position: 0,
            };
            match self.stored.get(&same(&wanted)) {
                Some(id) => id.clone(),
                None => NoteId::mint(context.mint),
            }
        } else {
            NoteId::new(&named)
        };
        if let Some(note) = self.notes.get(&id) {
            if note.session != session {
                return Err(table.bad(
                    row,
                    &self.call.interview,
                    message!("import-expected-interview-of-note"),
                ));
            }
        } else {
            let next = self.positions.entry(session.clone()).or_insert(0);
            let note = self.notes.edit(&id);
            note.session = session;
            note.position = *next;
            *next += 1;
        }
        let note = self.notes.edit(&id);
        if let Some(text) = text {
            note.text = text;
        }
        note.kind = kind.unwrap_or(note.kind);
        note.t_ms = t_ms.or(note.t_ms);
        if !question.is_empty() {
            note.question = question;
        }
        if !flags.is_empty() {
            note.flags = flags;
        }
        for code in codes {
            if self.coded.insert((id.clone(), code.clone())) {
                let coding = self.codings.edit(&CodingId::mint(context.mint));
                coding.passage = Passage::Note(id.clone());
                coding.code = code;
                context.coder.clone_into(&mut coding.coder);
            }
        }
        Ok(())
    }

    fn codes_of(&self, row: &Row) -> Cell<Vec<CodeId>> {
        let cell = self.call.table.line(row, &self.codes_listed);
        let mut found = Vec::new();
        for word in list(&cell) {
            match self.codes.get(word) {
                Some(id) => found.push(id.clone()),
                // keys without spaces may be listed with spaces only
                None => match word
                    .split_whitespace()
                    .map(|key| self.codes.get(key).cloned())
                    .collect()
                {
                    Some(ids) => found.extend::<Vec<CodeId>>(ids),
                    None => {
                        return Err(self.call.table.bad(
                            row,
                            &self.codes_listed,
                            message!("import-expected-code"),
                        ));
                    }
                },
            }
        }
        Ok(found)
    }
}
