//! What a row of codings codes: a note, or a span of a text that is told by positions, by its words, or by both.

use super::codings::Reader;
use super::context::Context;
use super::place::Found;
use super::table::{Cell, Column, one_line, one_of};
use crate::file::csv::Row;
use crate::import::problem::shorten;
use crate::message;
use crate::study::coding::{Passage, TextPassage};
use crate::study::id::{NoteId, VersionId};
use crate::text::sanitise;

impl<'a> Reader<'a> {
    /// What a row codes: a note, or a span that is told by positions, by its words, or by both.
    pub(super) fn passage(&mut self, row: &Row, context: &Context<'_>) -> Cell<Passage> {
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
