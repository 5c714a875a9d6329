//! Versions of documents.

use crate::cli::parse::{Span, line, span, words};
use clap::{ArgGroup, Subcommand};

/// Versions of a document, and the codings that a new one leaves open.
#[derive(Debug, Subcommand)]
#[allow(missing_docs)]
pub enum VersionVerb {
    List {
        #[arg(value_name = "DOCUMENT", value_parser = line)]
        document: String,
        #[arg(long)]
        json: bool,
    },
    Open {
        #[arg(value_name = "DOCUMENT", value_parser = line)]
        document: Option<String>,
        #[arg(long)]
        json: bool,
    },
    #[command(group = ArgGroup::new("what").required(true).args(["codings", "alike"]))]
    Accept {
        #[arg(value_name = "CODING", value_parser = line)]
        codings: Vec<String>,
        #[arg(long, value_name = "DOCUMENT", value_parser = line)]
        alike: Option<String>,
    },
    Keep {
        #[arg(value_name = "CODING", required = true, value_parser = line)]
        codings: Vec<String>,
    },
    Rename {
        #[arg(value_name = "DOCUMENT", value_parser = line)]
        document: String,
        #[arg(value_name = "OLD", value_parser = line)]
        old: String,
        #[arg(value_name = "NEW", value_parser = line)]
        new: String,
    },
    #[command(group = ArgGroup::new("place").required(true).args(["quote", "span"]))]
    Split {
        #[arg(value_name = "DOCUMENT", value_parser = line)]
        document: String,
        #[arg(long, value_name = "TEXT", value_parser = words, allow_hyphen_values = true)]
        quote: Option<String>,
        #[arg(long, value_name = "A..B", value_parser = span)]
        span: Option<Span>,
        #[arg(long, value_name = "NAME", value_parser = line)]
        speaker: Option<String>,
    },
    Join {
        #[arg(value_name = "DOCUMENT", value_parser = line)]
        document: String,
        #[arg(long, value_name = "N", value_parser = clap::value_parser!(u32).range(1..))]
        turn: u32,
    },
}
