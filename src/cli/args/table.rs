//! One table, and how it is written.

use crate::cli::parse::{Condition, condition, day, line};
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
    #[arg(long, conflicts_with_all = ["coder", "where"])]
    pub commission: bool,
    #[arg(long)]
    pub presence: bool,
    #[arg(long, value_name = "COLUMN[:desc]", value_parser = line)]
    pub sort: Option<String>,
    #[arg(long, value_name = "DATE", value_parser = day)]
    pub on: Option<jiff::civil::Date>,
    #[arg(long, value_name = "N")]
    pub seed: Option<u64>,
    #[arg(long, value_name = "turn|sentence|segment|character")]
    pub unit: Option<Unit>,
    #[arg(long, value_name = "1-100", value_parser = clap::value_parser!(u8).range(1..=100))]
    pub overlap: Option<u8>,
    #[arg(long, value_name = "text|csv|json|md", default_value = "text")]
    pub format: TableFormat,
}

/// What counts as one unit when coders are compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
#[allow(missing_docs)]
pub enum Unit {
    Turn,
    Sentence,
    Segment,
    Character,
}

impl From<Unit> for crate::analysis::Unit {
    fn from(unit: Unit) -> Self {
        match unit {
            Unit::Turn => Self::Turn,
            Unit::Sentence => Self::Sentence,
            Unit::Segment => Self::Segment,
            Unit::Character => Self::Character,
        }
    }
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
