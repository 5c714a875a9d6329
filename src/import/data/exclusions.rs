//! `exclusions.csv`: what is left out of interviews, by place or by time, upserted by id.

use super::context::Context;
use super::edits::Edits;
use super::keys::Sessions;
use super::place::{Documents, Found};
use super::table::{Cell, Column, Table, one_of};
use crate::file::csv::Row;
use crate::import::problem::{FileReport, Report};
use crate::message;
use crate::study::Change;
use crate::study::coding::TextPassage;
use crate::study::exclusion::{Excluded, Exclusion};
use crate::study::id::{ExclusionId, SessionId};

const KNOWN: [&str; 11] = [
    "interview",
    "exclusion_id",
    "document",
    "version",
    "char_start",
    "char_end",
    "from_ms",
    "to_ms",
    "reason",
    "by",
    "at",
];

struct Columns {
    interview: Column,
    id: Column,
    document: Column,
    version: Column,
    char_start: Column,
    char_end: Column,
    from_ms: Column,
    to_ms: Column,
    reason: Column,
    by: Column,
    at: Column,
}

struct Reader<'a> {
    table: &'a Table<'a>,
    columns: Columns,
    sessions: Sessions<'a>,
    documents: Documents<'a>,
    exclusions: Edits<'a, ExclusionId, Exclusion>,
    withdrawn: usize,
}

pub(super) fn read(
    table: &Table<'_>,
    context: &mut Context<'_>,
    report: &mut Report,
    counted: &mut FileReport,
) -> Vec<Change> {
    let interview = table.required(&["interview"], report);
    let id = table.required(&["exclusion_id"], report);
    let (Some(interview), Some(id)) = (interview, id) else {
        return Vec::new();
    };
    table.warn_unknown(|name| KNOWN.contains(&name), report);
    let columns = Columns {
        interview,
        id,
        document: table.column(&["document"]),
        version: table.column(&["version"]),
        char_start: table.column(&["char_start"]),
        char_end: table.column(&["char_end"]),
        from_ms: table.column(&["from_ms"]),
        to_ms: table.column(&["to_ms"]),
        reason: table.column(&["reason"]),
        by: table.column(&["by"]),
        at: table.column(&["at"]),
    };
    let mut reader = Reader {
        table,
        columns,
        sessions: Sessions::of(context.study),
        documents: Documents::of(context.study),
        exclusions: Edits::new(&context.study.records.exclusions),
        withdrawn: 0,
    };
    for row in table.rows() {
        if let Err(problem) = reader.row(row, context) {
            report.problems.push(*problem);
        }
    }
    counted.withdrawn = reader.withdrawn;
    let done = reader.exclusions.finish();
    done.count(counted.rows, counted);
    done.changes
}

impl Reader<'_> {
    fn row(&mut self, row: &Row, context: &mut Context<'_>) -> Cell<()> {
        let (table, columns) = (self.table, &self.columns);
        let key = table.must(row, &columns.interview)?;
        let session = self.sessions.find(&key).cloned().ok_or_else(|| {
            table.bad(
                row,
                &columns.interview,
                message!("import-expected-interview"),
            )
        })?;
        self.withdrawn += usize::from(self.sessions.is_withdrawn(&session));
        let id = ExclusionId::new(&table.must(row, &columns.id)?);
        let at = table.time(row, &columns.at)?;
        let what = self.what(row, &session, context)?;
        let (table, columns) = (self.table, &self.columns);
        let exclusion = self.exclusions.edit(&id);
        exclusion.session = session;
        if let Some(what) = what {
            exclusion.what = what;
        }
        exclusion.at = at.or(exclusion.at);
        for (column, field) in [
            (&columns.reason, &mut exclusion.reason),
            (&columns.by, &mut exclusion.by),
        ] {
            let words = table.line(row, column);
            if !words.is_empty() {
                *field = words.into_owned();
            }
        }
        Ok(())
    }

    /// The place or the time; `None` where the row says neither and the passage is known.
    fn what(
        &mut self,
        row: &Row,
        session: &SessionId,
        context: &Context<'_>,
    ) -> Cell<Option<Excluded>> {
        let (table, columns) = (self.table, &self.columns);
        let from_ms = table.whole::<i64>(row, &columns.from_ms)?;
        let to_ms = table.whole::<i64>(row, &columns.to_ms)?;
        match (from_ms, to_ms) {
            (Some(from_ms), Some(to_ms)) if from_ms < to_ms => {
                return Ok(Some(Excluded::Time { from_ms, to_ms }));
            }
            (Some(from), Some(_)) => {
                let expected = message!("import-expected-end-after", start = from);
                return Err(table.bad(row, &columns.to_ms, expected));
            }
            (Some(_), None) => {
                return Err(table.bad(row, &columns.to_ms, message!("import-expected-both-ends")));
            }
            (None, Some(_)) => {
                return Err(table.bad(
                    row,
                    &columns.from_ms,
                    message!("import-expected-both-ends"),
                ));
            }
            (None, None) => {}
        }
        let start = table.whole::<usize>(row, &columns.char_start)?;
        let end = table.whole::<usize>(row, &columns.char_end)?;
        let (start, end) = match (start, end) {
            (Some(start), Some(end)) if start < end => (start, end),
            (Some(start), Some(_)) => {
                let expected = message!("import-expected-end-after", start = start);
                return Err(table.bad(row, &columns.char_end, expected));
            }
            (None, None) => {
                let id = ExclusionId::new(&table.must(row, &columns.id)?);
                return match self.exclusions.get(&id) {
                    Some(_) => Ok(None),
                    None => {
                        Err(table.bad(row, &columns.from_ms, message!("import-expected-passage")))
                    }
                };
            }
            _ => {
                let expected = message!("import-expected-both-ends");
                return Err(table.bad(row, &columns.char_end, expected));
            }
        };
        let key = table.line(row, &columns.document);
        let document = match self.documents.of_session(session, &key) {
            Found::One(id) => id,
            Found::Among(keys) => return Err(table.bad(row, &columns.document, one_of(keys))),
        };
        let number = table.whole::<u32>(row, &columns.version)?;
        let open = self
            .documents
            .version(document, number)
            .and_then(|version| self.documents.open(version, context))
            .ok_or_else(|| {
                table.bad(row, &columns.version, message!("import-expected-text-file"))
            })?;
        let text = open.text.text();
        let bytes = open
            .index
            .byte(text, start)
            .zip(open.index.byte(text, end))
            .ok_or_else(|| {
                let expected = message!("import-expected-inside", n = open.index.chars);
                table.bad(row, &columns.char_end, expected)
            })?;
        TextPassage::new(open.id.clone(), text, bytes.0..bytes.1)
            .map(|passage| Some(Excluded::Text(passage)))
            .ok_or_else(|| {
                table.bad(
                    row,
                    &columns.char_start,
                    message!("import-expected-words-at"),
                )
            })
    }
}
