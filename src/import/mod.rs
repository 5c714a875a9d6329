//! One file per format that comes in.
//!
//! Transcripts: [`transcript::read_transcript`] finds the format from the content and gives turns, what was not read, and
//! what was decided on the way. Data files: [`data`] turns rows into changes. [`folder`] makes one [`plan`] of several
//! files: texts to be stored, and the changes of one transaction. Every importer given any bytes ends with a document or a clear error.
#![cfg_attr(
    not(test),
    deny(
        clippy::unwrap_used,
        clippy::expect_used,
        clippy::panic,
        clippy::indexing_slicing
    )
)]

mod became;
mod belonging;
mod body;
mod clean;
mod clock;
mod cue;
pub mod data;
mod database;
mod docx;
mod error;
pub mod folder;
#[cfg(test)]
mod folder_test;
mod foreign;
mod headers;
mod heard;
mod html;
mod join;
mod lines;
mod names;
mod odt;
mod order;
mod otter;
mod pdf;
pub mod plan;
mod planner;
pub mod problem;
mod prose;
mod qc;
pub mod qda;
mod qualcoder;
mod refi;
mod report;
mod rqda;
mod rtf;
mod sheet;
mod speaker;
mod srt;
mod stamps;
mod stand_in;
mod taguette;
mod text;
pub mod transcript;
mod turns;
mod vtt;
mod warning;
mod whisper;
mod whole;
mod word;

pub use crate::study::is_interviewer_name;
pub use became::Became;
pub use clock::parse as parse_time;
pub use error::ImportError;
pub use folder::{
    FolderError, FolderFile, Input, Read, gather, plan_excerpts, plan_files, read_folder,
};
pub use foreign::Foreign;
pub use pdf::read_pdf_text;
pub(crate) use plan::percent;
pub use plan::{Belongs, Fate, Plan, PlannedText, Revised, StoredText, TextSink, stem};
pub use planner::{Keep, Planner};
pub use problem::{FileReport, Problem, Report};
pub use prose::{Prose, read_prose};
pub use report::CheckReport;
pub use transcript::{
    Candidate, FORMATS, Format, FormatEntry, LARGEST_TEXT, MOST_LINES, Options, Origin, Transcript,
    read_transcript,
};
pub use warning::{Reason, Unread, Warning};
