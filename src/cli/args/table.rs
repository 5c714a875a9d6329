//! One table, and how it is written.

use crate::cli::parse::{Condition, condition, line};
use clap::{Args, ValueEnum};

/// One table.
#[derive(Debug, Args)]
#[allow(missing_docs)]
pub struct Table {
    #[arg(value_name = "NAME")]
    pub name: Option<String>,
    #[arg(long, value_name = "KEY", value_parser = line)]
    pub scenario: Option<String>,
    #[arg(long, value_name = "ATTRIBUTE", value_parser = line)]
    pub by: Option<String>,
    #[arg(id = "where", long = "where", value_name = "ATTRIBUTE=VALUE", value_parser = condition)]
    pub conditions: Vec<Condition>,
    #[arg(long, value_name = "text|csv|json|md", default_value = "text")]
    pub format: TableFormat,
}

/// How a table is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
#[allow(missing_docs)]
pub enum TableFormat {
    Text,
    Csv,
    Json,
    Md,
}

/// What the distance of two values means.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
#[allow(missing_docs)]
pub enum Level {
    Nominal,
    Ordinal,
    Interval,
    Ratio,
}
