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
mod panorama;
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
mod coded_test;
#[cfg(test)]
mod example_test;
#[cfg(test)]
mod findings_test;
#[cfg(test)]
mod mask_test;
#[cfg(test)]
mod random_test;
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
use mask::Shape;

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

/// Every table by its name; whether it has groups by attribute; and what its figures stand for.
const TABLES: &[(&str, bool, Make, &Shape)] = &[
    ("evidence", true, evidence::make, &evidence::SHAPE),
    ("codes", true, codes::make, &codes::SHAPE),
    ("adherence", true, adherence::make, &adherence::SHAPE),
    ("answers", false, answers::make, &answers::SHAPE),
    ("totals", true, totals::make, &totals::SHAPE),
    ("allocation", true, allocation::make, &allocation::SHAPE),
    ("choice", true, choice::make, &choice::SHAPE),
    ("mentions", false, mentions::make, &mentions::SHAPE),
    ("sample", false, sample::make, &sample::SHAPE),
    ("hours", false, hours::make, &hours::SHAPE),
    ("common", true, common::make, &common::SHAPE),
    ("matrix", true, matrix::make, &matrix::SHAPE),
    (
        "cooccurrence",
        false,
        cooccurrence::make,
        &cooccurrence::SHAPE,
    ),
    ("saturation", true, saturation::make, &Shape::NONE),
    (
        "saturation-runs",
        true,
        saturation::make_runs,
        &saturation::SHAPE_OF_RUNS,
    ),
    ("framework", false, framework::make, &Shape::ALONE),
    ("coders", false, coders::make, &Shape::NONE),
    ("progress", false, progress::make, &Shape::ALONE),
    ("panorama", false, panorama::make, &panorama::SHAPE),
    ("criteria", false, criteria::make, &criteria::SHAPE),
    ("findings", false, findings::make, &findings::SHAPE),
];

/// Names of the tables, in the order they are listed.
pub fn names() -> impl Iterator<Item = &'static str> {
    TABLES.iter().map(|(name, ..)| *name)
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
    let Some((name, groups, make, shape)) = TABLES.iter().find(|(known, ..)| *known == name) else {
        return Err(TableError::unknown("table", name, names()));
    };
    if options.by.is_some() && !groups {
        return Err(TableError::NotBy { table: name });
    }
    let ask = Ask::new(name, counted, context, options)?;
    let mut table = make(&ask);
    if options.mask_under > 1 {
        mask::apply(&mut table, shape, options.mask_under, options.commission);
        table = ask.masked(table);
    }
    if options.presence && table.name == "matrix" {
        matrix::presence(&mut table);
    }
    if let Some((column, greatest_first)) = &options.sort {
        sort::by_column(&mut table, column, *greatest_first)?;
    }
    Ok(changed::tell(table, counted))
}
