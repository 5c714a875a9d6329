//! One file per format that goes out.
//!
//! A [`Table`](crate::analysis::Table) becomes text, CSV, JSON or Markdown. A study becomes a folder of data files
//! ([`build`], pure), written whole or not at all ([`export_study`]). The same study gives the same bytes. Who people
//! really are is never read here.
#![cfg_attr(
    not(test),
    deny(
        clippy::unwrap_used,
        clippy::expect_used,
        clippy::panic,
        clippy::indexing_slicing
    )
)]

mod csv;
mod data;
pub mod deliver;
mod folder;
pub mod formats;
mod iramuteq;
mod journal;
mod json;
mod markdown;
mod method;
mod moved;
mod ooxml;
pub mod refi;
pub mod report;
mod text;
mod whole;
mod xlsx;

pub use self::csv::csv;
pub use self::journal::{Entry, journal};
pub use self::json::{json, json_value};
pub use self::markdown::markdown;
pub use self::method::method;
pub use self::text::{shown as shown_cell, text};
pub use crate::file::csv::Profile;
pub use crate::file::losses;
pub use data::{Export, ExportOptions, Originals, build};
pub use folder::{ExportError, ExportReport, export_study};
