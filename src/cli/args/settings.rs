//! The study's settings: scenarios, attributes, targets of the sample.

use super::Json;
use crate::cli::parse::{
    Condition, Labels, attribute_kind, attribute_of, condition, line, words, yes,
};
use crate::study::word::{AttributeKind, AttributeOf};
use clap::{Args, Subcommand};

/// The study's own settings.
#[derive(Debug, Subcommand)]
#[allow(missing_docs)]
pub enum StudyVerb {
    Set {
        #[arg(value_name = "KEY")]
        key: String,
        #[arg(value_name = "VALUE", value_parser = words, allow_hyphen_values = true)]
        value: String,
    },
}

/// Scenarios.
#[derive(Debug, Subcommand)]
#[allow(missing_docs)]
pub enum ScenarioVerb {
    Add {
        #[arg(value_name = "KEY", value_parser = line)]
        key: String,
        #[command(flatten)]
        fields: ScenarioFields,
    },
    Set {
        #[arg(value_name = "KEY", value_parser = line)]
        key: String,
        #[arg(long, value_name = "NEW", value_parser = line)]
        key_new: Option<String>,
        #[command(flatten)]
        fields: ScenarioFields,
    },
    Move {
        #[arg(value_name = "KEY", value_parser = line)]
        key: String,
        #[command(flatten)]
        shift: Shift,
    },
    Remove {
        #[arg(value_name = "KEY", value_parser = line)]
        key: String,
    },
}

/// Fields of a scenario.
#[derive(Debug, Args)]
#[allow(missing_docs)]
pub struct ScenarioFields {
    #[command(flatten)]
    pub labels: Labels,
    #[arg(long, value_name = "TEXT", value_parser = words, allow_hyphen_values = true)]
    pub summary_fr: Option<String>,
    #[arg(long, value_name = "TEXT", value_parser = words, allow_hyphen_values = true)]
    pub summary_en: Option<String>,
}

/// Attributes and their values.
#[derive(Debug, Subcommand)]
#[allow(missing_docs)]
pub enum AttributeVerb {
    Add {
        #[arg(value_name = "KEY", value_parser = line)]
        key: String,
        #[command(flatten)]
        fields: AttributeFields,
    },
    Set {
        #[arg(value_name = "KEY", value_parser = line)]
        key: String,
        #[arg(long, value_name = "NEW", value_parser = line)]
        key_new: Option<String>,
        #[command(flatten)]
        fields: AttributeFields,
        #[arg(long, value_name = "VALUE", value_parser = line)]
        remove_value: Vec<String>,
        #[arg(long, value_name = "VALUE=NEW", value_parser = condition)]
        rename_value: Vec<Condition>,
        #[arg(long, value_name = "VALUE=N", value_parser = condition)]
        move_value: Vec<Condition>,
    },
    Move {
        #[arg(value_name = "KEY", value_parser = line)]
        key: String,
        #[command(flatten)]
        shift: Shift,
    },
    Remove {
        #[arg(value_name = "KEY", value_parser = line)]
        key: String,
    },
}

/// Fields of an attribute.
#[derive(Debug, Args)]
#[allow(missing_docs)]
pub struct AttributeFields {
    #[command(flatten)]
    pub labels: Labels,
    #[arg(long, value_name = "participant|organisation", value_parser = attribute_of)]
    pub of: Option<AttributeOf>,
    #[arg(long = "type", value_name = "choice|number|text", value_parser = attribute_kind)]
    pub kind: Option<AttributeKind>,
    #[arg(long, value_name = "yes|no", num_args = 0..=1, default_missing_value = "yes", value_parser = yes)]
    pub stratum: Option<bool>,
    #[arg(long, value_name = "VALUE", value_parser = line)]
    pub value: Vec<String>,
    #[arg(long, value_name = "VALUE=N", value_parser = condition)]
    pub universe: Vec<Condition>,
    #[arg(long, value_name = "VALUE=TEXT", value_parser = condition)]
    pub value_label_fr: Vec<Condition>,
    #[arg(long, value_name = "VALUE=TEXT", value_parser = condition)]
    pub value_label_en: Vec<Condition>,
}

/// Targets of the sample.
#[derive(Debug, Subcommand)]
#[allow(missing_docs)]
pub enum TargetVerb {
    Add {
        #[arg(value_name = "N")]
        n: u32,
        #[arg(id = "where", long = "where", value_name = "ATTRIBUTE=VALUE", value_parser = condition)]
        conditions: Vec<Condition>,
    },
    Remove {
        #[arg(value_name = "N", value_parser = clap::value_parser!(u32).range(1..))]
        number: u32,
    },
    List(Json),
}

/// Up, down, or to a place.
#[derive(Debug, Clone, Copy, Args)]
#[group(required = true, multiple = false)]
#[allow(missing_docs)]
pub struct Shift {
    #[arg(long)]
    pub up: bool,
    #[arg(long)]
    pub down: bool,
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u32).range(1..))]
    pub to: Option<u32>,
}
