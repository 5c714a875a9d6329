//! Milestones.

use super::Json;
use crate::cli::parse::line;
use clap::Subcommand;

/// Milestones.
#[derive(Debug, Subcommand)]
#[allow(missing_docs)]
pub enum MilestoneVerb {
    Add {
        #[arg(value_name = "NAME", value_parser = line)]
        name: String,
    },
    List(Json),
    Diff {
        #[arg(value_name = "A", value_parser = line)]
        from: String,
        #[arg(value_name = "B", value_parser = line)]
        to: Option<String>,
        #[command(flatten)]
        json: Json,
    },
}
