//! `notes.csv`: one row a live note, by its id; one without an id that equals a stored one is skipped and counted.

use super::context::Context;
use super::edits::Edits;
use super::guide::Questions;
use super::keys::{self, Sessions};
use super::table::{Cell, Column, Table};
use crate::file::csv::Row;
use crate::import::problem::{FileReport, Report};
use crate::message;
use crate::study::Change;
use crate::study::coding::{Coding, Passage};
use crate::study::id::{CodeId, CodingId, NoteId, SessionId};
use crate::study::session::Note;
use crate::study::word::{NoteKind, SessionState};
use std::collections::{HashMap, HashSet};

struct Columns {
    interview: Column,
    text: Column,
    note_id: Column,
    kind: Column,
    question: Column,
    t_ms: Column,
    flags: Column,
    codes: Column,
}

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
    table: &'a Table<'a>,
    columns: Columns,
    sessions: Sessions<'a>,
    questions: Questions,
    notes: Edits<'a, NoteId, Note>,
    stored: HashMap<Same, NoteId>,
    positions: HashMap<SessionId, i64>,
    codes: HashMap<String, CodeId>,
    codings: Edits<'a, CodingId, Coding>,
    coded: HashSet<(NoteId, CodeId)>,
    withdrawn: usize,
}

pub(super) fn read(
    table: &Table<'_>,
    context: &mut Context<'_>,
    report: &mut Report,
    counted: &mut FileReport,
) -> Vec<Change> {
    let study = context.study;
    let interview = table.required(&["interview"], report);
    let text = table.required(&["text"], report);
    let (Some(interview), Some(text)) = (interview, text) else {
        return Vec::new();
    };
    let known = [
        "interview",
        "text",
        "note_id",
        "kind",
        "question",
        "t_ms",
        "flags",
        "codes",
        // follows from the time and the interview's anchor
        "recording_ms",
    ];
    table.warn_unknown(|name| known.contains(&name), report);
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
        table,
        columns: Columns {
            interview,
            text,
            note_id: table.column(&["note_id"]),
            kind: table.column(&["kind"]),
            question: table.column(&["question"]),
            t_ms: table.column(&["t_ms"]),
            flags: table.column(&["flags"]),
            codes: table.column(&["codes"]),
        },
        sessions: Sessions::of(study),
        questions: Questions::of(context),
        notes: Edits::new(notes),
        stored: notes
            .iter()
            .map(|(id, note)| (same(note), id.clone()))
            .collect(),
        positions,
        codes: keys::codes(study),
        codings: Edits::new(&study.records.codings),
        coded,
        withdrawn: 0,
    };
    for row in table.rows() {
        if let Err(problem) = reader.row(row, context) {
            report.problems.push(*problem);
        }
    }
    warn_made(table.file, &reader.sessions, report);
    counted.withdrawn = reader.withdrawn;
    let (sessions, notes, codings) = (
        reader.sessions.edits.finish(),
        reader.notes.finish(),
        reader.codings.finish(),
    );
    counted.added = notes.added;
    counted.changed = notes.changed;
    counted.same = counted.rows.saturating_sub(notes.added + notes.changed);
    let mut changes = sessions.changes;
    changes.extend(notes.changes);
    changes.extend(codings.changes);
    changes
}

/// Says which interviews a file was the first to name: a slip of the pen would be one more interview.
pub(super) fn warn_made(file: &str, sessions: &Sessions<'_>, report: &mut Report) {
    if !sessions.made.is_empty() {
        report.warnings.push(message!(
            "import-made-interviews",
            file = crate::text::harmless_line(file),
            n = sessions.made.len(),
            keys = sessions.made.join(", ")
        ));
    }
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
        let (table, columns) = (self.table, &self.columns);
        let interview = table.must(row, &columns.interview)?;
        let Some(text) = table.words(row, &columns.text) else {
            return Err(table.bad(row, &columns.text, message!("import-expected-something")));
        };
        let kind = table.word(
            row,
            &columns.kind,
            NoteKind::parse,
            NoteKind::ALL,
            NoteKind::as_str,
        )?;
        let question = table.line(row, &columns.question);
        if !question.is_empty() && self.questions.kind(&interview, &question).is_none() {
            return Err(table.bad(row, &columns.question, message!("import-expected-question")));
        }
        let t_ms = table.whole::<i64>(row, &columns.t_ms)?;
        let mut flags: Vec<String> = list(&table.line(row, &columns.flags))
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
        let named = table.line(row, &columns.note_id);
        let session = self
            .sessions
            .meet(&interview, SessionState::Done, context.mint);
        let columns = &self.columns;
        self.withdrawn += usize::from(self.sessions.is_withdrawn(&session));
        let id = if named.is_empty() {
            let wanted = Note {
                session: session.clone(),
                text: text.clone(),
                kind: kind.unwrap_or_default(),
                question: question.to_string(),
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
                    &columns.interview,
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
        note.text = text;
        note.kind = kind.unwrap_or(note.kind);
        note.t_ms = t_ms.or(note.t_ms);
        if !question.is_empty() {
            note.question = question.into_owned();
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
        let cell = self.table.line(row, &self.columns.codes);
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
                        return Err(self.table.bad(
                            row,
                            &self.columns.codes,
                            message!("import-expected-code"),
                        ));
                    }
                },
            }
        }
        Ok(found)
    }
}
