//! The codebook.

use crate::cli::parse::{Labels, colour, line, words};
use clap::{Args, Subcommand};

/// The codebook.
#[derive(Debug, Subcommand)]
#[allow(missing_docs)]
pub enum CodesVerb {
    Add {
        #[arg(value_name = "KEY", value_parser = line)]
        key: String,
        #[arg(long, value_name = "KEY", value_parser = line)]
        parent: Option<String>,
        #[arg(long, value_name = "KEY", value_parser = line)]
        after: Option<String>,
        #[command(flatten)]
        fields: CodeFields,
    },
    Set {
        #[arg(value_name = "KEY", value_parser = line)]
        key: String,
        #[arg(long, value_name = "NEW", value_parser = line)]
        key_new: Option<String>,
        #[command(flatten)]
        fields: CodeFields,
        #[arg(long, conflicts_with = "slot")]
        no_slot: bool,
    },
    Move {
        #[arg(value_name = "KEY", value_parser = line)]
        key: String,
        #[command(flatten)]
        to: CodeMove,
    },
    Merge {
        #[arg(value_name = "KEY", value_parser = line)]
        key: String,
        #[arg(value_name = "INTO", value_parser = line)]
        into: String,
    },
    Remove {
        #[arg(value_name = "KEY", value_parser = line)]
        key: String,
        #[arg(long, value_name = "KEY", value_parser = line, conflicts_with = "with_codings")]
        move_to: Option<String>,
        #[arg(long)]
        with_codings: bool,
    },
}

/// Where a code goes.
#[derive(Debug, Args)]
#[group(required = true, multiple = false)]
#[allow(missing_docs)]
pub struct CodeMove {
    #[arg(long, value_name = "KEY", value_parser = line)]
    pub under: Option<String>,
    #[arg(long)]
    pub root: bool,
    #[arg(long)]
    pub up: bool,
    #[arg(long)]
    pub down: bool,
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u32).range(1..))]
    pub to: Option<u32>,
}

/// Fields of a code.
#[derive(Debug, Args)]
#[allow(missing_docs)]
pub struct CodeFields {
    #[command(flatten)]
    pub labels: Labels,
    #[arg(long, value_name = "TEXT", value_parser = words, allow_hyphen_values = true)]
    pub definition: Option<String>,
    #[arg(long, value_name = "TEXT", value_parser = words, allow_hyphen_values = true)]
    pub include: Option<String>,
    #[arg(long, value_name = "TEXT", value_parser = words, allow_hyphen_values = true)]
    pub exclude: Option<String>,
    #[arg(long, value_name = "TEXT", value_parser = words, allow_hyphen_values = true)]
    pub example: Option<String>,
    #[arg(long, value_name = "COLOUR", value_parser = colour)]
    pub colour: Option<String>,
    #[arg(long, value_name = "1-9", value_parser = clap::value_parser!(u8).range(1..=9))]
    pub slot: Option<u8>,
}
