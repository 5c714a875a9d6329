//! The interview guide.

use super::{Json, Shift};
use crate::cli::parse::{line, words};
use clap::Subcommand;
use std::path::PathBuf;

/// The interview guide.
#[derive(Debug, Subcommand)]
#[allow(missing_docs)]
pub enum GuideVerb {
    Show {
        #[arg(long = "version", value_name = "N", value_parser = clap::value_parser!(u32).range(1..))]
        number: Option<u32>,
        #[command(flatten)]
        json: Json,
    },
    Check {
        #[arg(value_name = "FILE")]
        file: PathBuf,
        #[command(flatten)]
        json: Json,
    },
    Edit,
    Add {
        #[arg(value_name = "KEY", value_parser = line)]
        key: String,
        #[arg(value_name = "TEXT", default_value = "", value_parser = words, allow_hyphen_values = true)]
        text: String,
        #[arg(long, value_name = "SECTION", value_parser = line)]
        section: Option<String>,
        #[arg(long, value_name = "KEY", value_parser = line)]
        after: Option<String>,
    },
    Set {
        #[arg(value_name = "KEY", value_parser = line)]
        key: String,
        #[arg(value_name = "FIELD")]
        field: String,
        #[arg(value_name = "VALUE", value_parser = words, allow_hyphen_values = true)]
        value: String,
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
    #[command(subcommand)]
    Debrief(GuideDebriefVerb),
    #[command(subcommand)]
    Consent(GuideConsentVerb),
}

/// The fields of the debrief.
#[derive(Debug, Subcommand)]
#[allow(missing_docs)]
pub enum GuideDebriefVerb {
    Add {
        #[arg(value_name = "KEY", value_parser = line)]
        key: String,
        #[arg(value_name = "TEXT", default_value = "", value_parser = words, allow_hyphen_values = true)]
        text: String,
        #[arg(long, value_name = "KEY", value_parser = line)]
        after: Option<String>,
    },
    Set {
        #[arg(value_name = "KEY", value_parser = line)]
        key: String,
        #[arg(value_name = "FIELD")]
        field: String,
        #[arg(value_name = "VALUE", value_parser = words, allow_hyphen_values = true)]
        value: String,
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

/// What is said and asked about consent.
#[derive(Debug, Subcommand)]
#[allow(missing_docs)]
pub enum GuideConsentVerb {
    Set {
        #[arg(value_name = "FIELD")]
        field: String,
        #[arg(value_name = "VALUE", value_parser = words, allow_hyphen_values = true)]
        value: String,
    },
    Remove,
}
