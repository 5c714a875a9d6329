//! Words of `autocode`.

use super::Json;
use crate::cli::parse::{Mark, coded_unit, line, polarity_mark};
use crate::study::word::CodedUnit;
use clap::{Args, Subcommand};

/// A code put on many passages at once, and their review.
#[derive(Debug, Args)]
#[command(args_conflicts_with_subcommands = true, subcommand_negates_reqs = true)]
#[allow(missing_docs)]
pub struct Autocode {
    #[command(subcommand)]
    pub review: Option<AutocodeVerb>,
    #[arg(long, value_name = "PATTERN", value_parser = line, allow_hyphen_values = true)]
    pub words: Option<String>,
    #[arg(long, requires = "words")]
    pub regex: bool,
    #[arg(long, requires = "words")]
    pub exact: bool,
    #[arg(long, requires = "words")]
    pub word: bool,
    #[arg(long, value_name = "NAME", value_parser = line)]
    pub speaker: Option<String>,
    #[arg(long, value_name = "QUESTION", value_parser = line)]
    pub question: Option<String>,
    #[arg(long, value_name = "SESSION", value_parser = line)]
    pub session: Option<String>,
    #[arg(long, value_name = "hit|sentence|turn", value_parser = coded_unit, default_value = "sentence")]
    pub unit: CodedUnit,
    #[arg(id = "code", long = "code", value_name = "KEY", value_parser = line, required = true)]
    pub key: Option<String>,
    #[arg(long, value_name = "S=supports", value_parser = polarity_mark)]
    pub scenario: Vec<Mark>,
    #[arg(long)]
    pub check: bool,
    #[command(flatten)]
    pub json: Json,
}

/// What waits for review.
#[derive(Debug, Subcommand)]
#[allow(missing_docs)]
pub enum AutocodeVerb {
    Review(Review),
}

/// Codings accepted or rejected; without either, they are listed.
#[derive(Debug, Args)]
#[allow(missing_docs)]
pub struct Review {
    #[arg(long)]
    pub accept: bool,
    #[arg(long, conflicts_with = "accept")]
    pub reject: bool,
    #[arg(value_name = "ID", value_parser = line)]
    pub ids: Vec<String>,
    #[arg(long, conflicts_with = "ids")]
    pub all: bool,
    #[command(flatten)]
    pub json: Json,
}
