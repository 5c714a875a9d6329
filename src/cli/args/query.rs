//! Words of `query`.

use super::TableFormat;
use crate::cli::parse::{Condition, condition, line};
use clap::Args;

/// Passages found by their codes.
#[derive(Debug, Args)]
#[allow(missing_docs)]
pub struct Query {
    #[arg(id = "query", value_name = "QUERY", required_unless_present = "saved")]
    pub text: Option<String>,
    #[arg(id = "where", long = "where", value_name = "ATTRIBUTE=VALUE", value_parser = condition)]
    pub conditions: Vec<Condition>,
    #[arg(long, value_name = "NAME", value_parser = line, conflicts_with_all = ["saved", "at"])]
    pub save: Option<String>,
    #[arg(long, value_name = "NAME", value_parser = line, conflicts_with = "query")]
    pub saved: Option<String>,
    #[arg(long, value_name = "text|csv|json|md", default_value = "text")]
    pub format: TableFormat,
}
