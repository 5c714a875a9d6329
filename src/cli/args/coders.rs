//! Words of `coders`.

use crate::cli::parse::{line, verdict, words};
use crate::study::edit::Verdict;
use clap::{Args, Subcommand};

/// Two coders, or what is decided on their codings.
#[derive(Debug, Args)]
#[command(args_conflicts_with_subcommands = true, subcommand_negates_reqs = true)]
#[allow(missing_docs)]
pub struct Coders {
    #[arg(value_name = "CODER", value_parser = line, required = true)]
    pub first: Option<String>,
    #[arg(value_name = "OTHER", value_parser = line, required = true)]
    pub second: Option<String>,
    #[arg(long)]
    pub json: bool,
    #[command(subcommand)]
    pub verb: Option<CodersVerb>,
}

/// Deciding.
#[derive(Debug, Subcommand)]
#[allow(missing_docs)]
pub enum CodersVerb {
    Settle(Settle),
}

/// One disagreement, and what is decided.
#[derive(Debug, Args)]
#[allow(missing_docs)]
pub struct Settle {
    #[arg(value_name = "ID")]
    pub one: String,
    #[arg(value_name = "OTHER")]
    pub other: Option<String>,
    #[arg(long, value_name = "one|other|both|neither", value_parser = verdict)]
    pub take: Verdict,
    #[arg(long, value_name = "TEXT", value_parser = words, allow_hyphen_values = true)]
    pub reason: String,
}
