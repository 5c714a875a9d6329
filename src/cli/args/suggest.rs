//! Words of `suggest`.

use crate::cli::parse::{Span, line, span, words};
use clap::Args;

/// Codes for a passage, or how good such suggestions are.
#[derive(Debug, Args)]
#[allow(missing_docs)]
pub struct Suggest {
    #[arg(
        value_name = "SESSION",
        value_parser = line,
        required_unless_present = "evaluate",
        conflicts_with = "evaluate"
    )]
    pub session: Option<String>,
    #[arg(long, value_name = "D", value_parser = line, requires = "session")]
    pub document: Option<String>,
    #[arg(
        long,
        value_name = "TEXT",
        value_parser = words,
        allow_hyphen_values = true,
        requires = "session",
        required_unless_present_any = ["evaluate", "span"]
    )]
    pub quote: Option<String>,
    #[arg(
        long,
        value_name = "A..B",
        value_parser = span,
        requires = "session",
        conflicts_with = "quote"
    )]
    pub span: Option<Span>,
    #[arg(long)]
    pub evaluate: bool,
    #[arg(long)]
    pub json: bool,
}
