//! Searches and queries under a name.

use super::Json;
use crate::cli::parse::line;
use clap::Subcommand;

/// Searches and queries under a name.
#[derive(Debug, Subcommand)]
#[allow(missing_docs)]
pub enum SavedVerb {
    List(Json),
    Remove {
        #[arg(value_name = "NAME", value_parser = line)]
        name: String,
    },
}
