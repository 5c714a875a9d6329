//! Passages and codings.

use crate::cli::parse::{Mark, Span, line, polarity_mark, span, words};
use clap::{Args, Subcommand};

/// One coding.
#[derive(Debug, Args)]
#[allow(missing_docs)]
pub struct Code {
    #[arg(value_name = "SESSION", value_parser = line)]
    pub session: String,
    #[arg(long, value_name = "D", value_parser = line)]
    pub document: Option<String>,
    #[command(flatten)]
    pub place: Where,
    #[arg(id = "code", long = "code", value_name = "KEY", value_parser = line)]
    pub key: String,
    #[command(flatten)]
    pub marks: Marks,
}

/// Where a passage lies.
#[derive(Debug, Clone, Args)]
#[group(required = true, multiple = false)]
#[allow(missing_docs)]
pub struct Where {
    #[arg(long, value_name = "TEXT", value_parser = words, allow_hyphen_values = true)]
    pub quote: Option<String>,
    #[arg(long, value_name = "A..B", value_parser = span)]
    pub span: Option<Span>,
}

/// What a coding says besides its passage and code.
#[derive(Debug, Args)]
#[allow(missing_docs)]
pub struct Marks {
    #[arg(long, value_name = "S=supports", value_parser = polarity_mark)]
    pub scenario: Vec<Mark>,
    #[arg(long, value_name = "0-4", value_parser = clap::value_parser!(u8).range(0..=4))]
    pub strength: Option<u8>,
    #[arg(long, value_name = "TEXT", value_parser = words, allow_hyphen_values = true)]
    pub memo: Option<String>,
    #[arg(long)]
    pub star: bool,
}

/// Where a coding goes, or the question where it could.
#[derive(Debug, Clone, Args)]
#[group(required = true, multiple = false)]
#[allow(missing_docs)]
pub struct Target {
    #[arg(long, value_name = "TEXT", value_parser = words, allow_hyphen_values = true)]
    pub quote: Option<String>,
    #[arg(long, value_name = "A..B", value_parser = span)]
    pub span: Option<Span>,
    #[arg(long)]
    pub propose: bool,
}

/// Codings.
#[derive(Debug, Subcommand)]
#[allow(missing_docs)]
pub enum CodingVerb {
    Set {
        #[arg(value_name = "ID")]
        id: String,
        #[arg(long, value_name = "KEY", value_parser = line)]
        code: Option<String>,
        #[command(flatten)]
        marks: Marks,
        #[arg(long, value_name = "S", value_parser = line)]
        no_scenario: Vec<String>,
        #[arg(long, conflicts_with = "strength")]
        no_strength: bool,
        #[arg(long, conflicts_with = "star")]
        no_star: bool,
        #[arg(long, value_name = "N", value_parser = clap::value_parser!(u32).range(1..))]
        rank: Option<u32>,
        #[arg(long, conflicts_with = "rank")]
        no_rank: bool,
    },
    Move {
        #[arg(value_name = "ID")]
        id: String,
        #[command(flatten)]
        to: Target,
        #[arg(long, value_name = "D", value_parser = line, conflicts_with = "propose")]
        document: Option<String>,
    },
    Remove {
        #[arg(value_name = "ID")]
        id: String,
    },
}

/// Summaries of the framework.
#[derive(Debug, Subcommand)]
#[allow(missing_docs)]
pub enum SummaryVerb {
    Set {
        #[arg(value_name = "SESSION", value_parser = line)]
        session: String,
        #[arg(value_name = "CODE", value_parser = line)]
        key: String,
        #[arg(value_name = "TEXT", value_parser = words, allow_hyphen_values = true)]
        text: String,
    },
    Remove {
        #[arg(value_name = "SESSION", value_parser = line)]
        session: String,
        #[arg(value_name = "CODE", value_parser = line)]
        key: String,
    },
}
