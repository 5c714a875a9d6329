//! The log of problems.

use super::Json;
use crate::cli::parse::{line, moment, moment_text, words};
use clap::{Args, Subcommand};
use jiff::Timestamp;

/// The log of problems.
#[derive(Debug, Subcommand)]
#[allow(missing_docs)]
pub enum ProblemVerb {
    Add {
        #[arg(value_name = "TEXT", value_parser = words, allow_hyphen_values = true)]
        text: String,
        #[command(flatten)]
        fields: ProblemFields,
    },
    Set {
        #[arg(value_name = "ID")]
        id: String,
        #[arg(long, value_name = "TEXT", value_parser = words, allow_hyphen_values = true)]
        text: Option<String>,
        #[command(flatten)]
        fields: ProblemFields,
        #[arg(long, conflicts_with_all = ["settled", "settled_at"])]
        open: bool,
    },
    Remove {
        #[arg(value_name = "ID")]
        id: String,
    },
    List(Json),
}

/// Fields of a problem.
#[derive(Debug, Args)]
#[allow(missing_docs)]
pub struct ProblemFields {
    #[arg(long, value_name = "KEY", value_parser = line)]
    pub session: Option<String>,
    #[arg(long, value_name = "TIME", value_parser = moment_text)]
    pub at: Option<String>,
    #[arg(long, value_name = "TEXT", value_parser = words, allow_hyphen_values = true)]
    pub settled: Option<String>,
    #[arg(long, value_name = "TIME", value_parser = moment)]
    pub settled_at: Option<Timestamp>,
}
