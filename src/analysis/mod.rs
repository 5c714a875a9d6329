//! Tables: pure functions from a study to rows of figures, each with the rule it was counted by and the passages behind it.
//!
//! [`run`] makes one by name. What counts is decided once, in [`counted`]; each table is one file.

mod adherence;
pub mod agreement;
mod allocation;
mod answers;
mod ask;
pub mod autocode;
pub mod before_end;
pub mod best;
mod changed;
mod choice;
pub mod coders;
mod codes;
mod common;
mod cooccurrence;
pub mod counted;
mod criteria;
mod error;
mod evidence;
mod findings;
pub mod framework;
pub mod hours;
mod keys;
mod mask;
mod matrix;
mod mentions;
pub mod milestones;
pub mod origin;
pub mod people;
mod places;
mod progress;
pub mod query;
mod questions;
pub mod quotes;
pub mod sample;
mod saturation;
pub mod search;
mod share;
mod sort;
pub mod suggest;
pub mod table;
mod tally;
mod totals;
mod turns;

#[cfg(test)]
pub(crate) mod bench;
#[cfg(test)]
mod example_test;
#[cfg(test)]
mod findings_test;
#[cfg(test)]
mod rules_test;
#[cfg(test)]
mod tables_test;

pub use ask::{Options, Unit};
pub use counted::Counted;
pub use error::TableError;
pub use keys::Keys;
pub use share::Share;
pub use table::{Behind, Cell, Column, ColumnType, Filters, Label, Row, Slice, Table};
pub use turns::TurnCache;

use crate::i18n::Lang;
use crate::study::Study;
use crate::study::document::Texts;
use ask::Ask;
use jiff::Timestamp;

/// What a table needs beside the study.
pub struct Context<'a> {
    /// Texts of documents, for speakers and quotes.
    pub texts: &'a dyn Texts,
    /// Who spoke where; keep it as long as the study is open, and later tables read no text for it.
    pub turns: &'a TurnCache,
    /// Hash of the journal's head, printed with every table.
    pub head: String,
    /// Date of the journal's head.
    pub date: Option<Timestamp>,
    /// Language of the study's own labels.
    pub language: Lang,
}

type Make = fn(&Ask) -> Table;

/// Every table by its name; whether it has groups by attribute.
const TABLES: &[(&str, bool, Make)] = &[
    ("evidence", true, evidence::make),
    ("codes", true, codes::make),
    ("adherence", true, adherence::make),
    ("answers", false, answers::make),
    ("totals", true, totals::make),
    ("allocation", true, allocation::make),
    ("choice", true, choice::make),
    ("mentions", false, mentions::make),
    ("sample", false, sample::make),
    ("hours", false, hours::make),
    ("common", true, common::make),
    ("matrix", true, matrix::make),
    ("cooccurrence", false, cooccurrence::make),
    ("saturation", true, saturation::make),
    ("saturation-runs", true, saturation::make_runs),
    ("framework", false, framework::make),
    ("coders", false, coders::make),
    ("progress", false, progress::make),
    ("criteria", false, criteria::make),
    ("findings", false, findings::make),
];

/// Names of the tables, in the order they are listed.
pub fn names() -> impl Iterator<Item = &'static str> {
    TABLES.iter().map(|(name, ..)| *name)
}

/// Whether a table hides what too few interviews stand behind, so that it can be shown to a commission. The others show
/// interviews one by one, or what has not been thought through.
pub fn hides_the_few(name: &str) -> bool {
    matches!(name, "evidence" | "codes" | "criteria" | "findings")
}

/// One table by name.
pub fn run(
    name: &str,
    study: &Study,
    context: &Context,
    options: &Options,
) -> Result<Table, TableError> {
    let keys = Keys::of(study);
    let counted = Counted::of(study, &keys, context);
    run_on(name, &counted, context, options)
}

/// One table by name, over a study that was read already.
pub fn run_on(
    name: &str,
    counted: &Counted,
    context: &Context,
    options: &Options,
) -> Result<Table, TableError> {
    let Some((name, groups, make)) = TABLES.iter().find(|(known, ..)| *known == name) else {
        return Err(TableError::unknown("table", name, names()));
    };
    if options.by.is_some() && !groups {
        return Err(TableError::NotBy { table: name });
    }
    let mut table = make(&Ask::new(name, counted, context, options)?);
    if let Some((column, greatest_first)) = &options.sort {
        sort::by_column(&mut table, column, *greatest_first)?;
    }
    Ok(changed::tell(table, counted))
}
