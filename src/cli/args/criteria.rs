//! Criteria, and what speaks to them.

use super::Json;
use crate::cli::parse::line;
use clap::{Args, Subcommand};

/// Criteria.
#[derive(Debug, Subcommand)]
#[allow(missing_docs)]
pub enum CriteriaVerb {
    List(Json),
    Use {
        #[arg(value_name = "LIST", value_parser = line)]
        list: String,
    },
    Bind(Bound),
    Unbind(Bound),
}

/// A criterion and what speaks to it.
#[derive(Debug, Args)]
#[allow(missing_docs)]
pub struct Bound {
    #[arg(value_name = "CRITERION", value_parser = line)]
    pub criterion: String,
    #[arg(long, value_name = "KEY", value_parser = line, required_unless_present_any = ["question", "finding"])]
    pub code: Vec<String>,
    #[arg(long, value_name = "KEY", value_parser = line)]
    pub question: Vec<String>,
    #[arg(long, value_name = "KEY", value_parser = line)]
    pub finding: Vec<String>,
}
