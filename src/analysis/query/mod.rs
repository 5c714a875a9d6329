//! Passages found by their codes: a code and, or, not another, on overlapping words, in one turn, in one interview, so
//! many words apart; narrowed by attributes, polarity, coder.
//!
//! ```text
//! D8.frein                         the passages of a code
//! D8*                              of a code and of all below it; * alone: of any code
//! D8.frein and B1.3                passages of the first that overlap one of the second
//! D8.frein and:turn B1.3           … in the same turn; also :same :interview, :10 at most ten words apart
//! D8.frein not:interview B1.3      … where the interview has none of the second
//! (A or B) and C                   either; brackets hold together
//! D8*[size=under10, S2=+]          by attribute, polarity for a scenario, coder=…, interview=…
//! ```
//!
//! What is found are passages of the left side. The words are the same in French: `et ou sauf`, `:tour :entretien
//! :même`.

mod eval;
mod parse;
#[cfg(test)]
mod query_test;

pub use parse::{Expr, Filter, Meet, QueryError};

use super::ask::Ask;
use super::counted::{Line, Words};
use super::places::newest_span;
use super::table::{Cell, Column, ColumnType, Row, Table};
use super::{Context, Counted, Options, TableError};
use crate::i18n::Message;
use crate::message;
use crate::study::saved::Saved;
use crate::study::word::SavedKind;
use eval::Ground;

/// A query that can be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Query {
    text: String,
    expr: Expr,
}

impl Query {
    /// Reads a query; what is wrong with it, and at which character, otherwise.
    pub fn parse(text: &str) -> Result<Self, QueryError> {
        Ok(Self {
            text: text.trim().to_owned(),
            expr: parse::parse(text)?,
        })
    }

    /// The same under a name.
    pub fn under(&self, name: &str) -> Saved {
        Saved {
            name: name.to_owned(),
            kind: SavedKind::Query,
            pattern: self.text.clone(),
            ..Saved::default()
        }
    }

    /// As it was typed.
    pub fn text(&self) -> &str {
        &self.text
    }
}

/// Why a query cannot be read, in words.
pub fn query_message(error: &QueryError) -> Message {
    match error {
        QueryError::Empty => message!("analysis-query-empty"),
        QueryError::Long(bytes) => message!(
            "analysis-search-long",
            bytes = *bytes,
            most = parse::LONGEST
        ),
        QueryError::Control(code) => {
            message!("analysis-search-control", code = format!("U+{code:04X}"))
        }
        QueryError::Code { column, found } => message!(
            "analysis-query-code",
            column = *column,
            found = found,
            end = if found.is_empty() { "yes" } else { "no" }
        ),
        QueryError::Operator { column, found } => {
            message!("analysis-query-operator", column = *column, found = found)
        }
        QueryError::Meet { column, found } => {
            message!("analysis-query-meet", column = *column, found = found)
        }
        QueryError::Open { column, sign } => {
            message!(
                "analysis-query-open",
                column = *column,
                sign = sign.to_string()
            )
        }
        QueryError::Filter { column, found } => {
            message!("analysis-query-filter", column = *column, found = found)
        }
        QueryError::Deep => message!("analysis-query-deep"),
    }
}

/// The passages that a query finds, in the order of the interviews, as a table: one row a passage and code.
pub fn query(
    counted: &Counted,
    context: &Context,
    options: &Options,
    query: &Query,
) -> Result<Table, TableError> {
    let ask = Ask::new("query", counted, context, options)?;
    let ground = Ground::of(&ask);
    let found = ground.find(&query.expr)?;
    let mut rows = Vec::new();
    for at in found {
        if let Some(line) = counted.lines.get(at) {
            rows.push(row(&ask, line));
        }
    }
    let columns = vec![
        Column::text("interview").described("analysis-column-interview-plain"),
        Column::text("document"),
        Column::count("turn", ""),
        Column::new("t_start_ms", ColumnType::Integer, "ms"),
        Column::text("code").described("analysis-column-code-plain"),
        Column::text("coder"),
        Column::text("quote"),
        Column::text("coding_id"),
    ];
    let rule = message!(
        "analysis-rule-query",
        query = &*query.text,
        rules = ask.rules()
    );
    Ok(super::changed::tell(
        ask.table(rule, columns, rows),
        counted,
    ))
}

fn row(ask: &Ask, line: &Line) -> Row {
    let counted = ask.counted;
    let interview = line
        .interview
        .and_then(|at| counted.people.interviews.get(at));
    let code = counted.codes.get(line.code);
    let (mut document, mut turn, mut t_ms, mut quote) = (String::new(), None, None, String::new());
    match line.words {
        Words::Note(id) => {
            if let Some(note) = counted.study.records.notes.get(id) {
                t_ms = note.t_ms;
                quote.clone_from(&note.text);
            }
        }
        Words::Text(at, passage) => {
            if let Some(source) = counted.documents.get(at) {
                document.clone_from(&source.record.key);
            }
            let newest = newest_span(counted, line);
            let (version, start) = newest.map_or((&passage.version, passage.start), |(v, span)| {
                (v, span.start)
            });
            if let Some(text) = ask.context.texts.text(version) {
                turn = text.turn_at(start as usize);
                t_ms = text.time_at(start as usize);
            }
            if let Some(text) = ask.context.texts.text(&passage.version) {
                text.slice(passage.span()).clone_into(&mut quote);
            }
        }
    }
    if !line.quotable {
        quote.clear();
    }
    Row {
        cells: vec![
            Cell::text(interview.map_or("", |one| one.key)),
            Cell::text(document),
            Cell::maybe_count(turn.map(|turn| turn + 1)),
            t_ms.map_or(Cell::Empty, Cell::Integer),
            Cell::text(code.map_or("", |(id, code)| counted.keys.code(id, code))),
            Cell::text(&*line.coding.coder),
            Cell::text(quote),
            Cell::text(line.id.to_string()),
        ],
        passages: vec![line.id.clone()],
    }
}
