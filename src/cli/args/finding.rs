//! Findings: what the study states, and the codings for and against it.

use super::Json;
use crate::cli::parse::{Judged, judged, line, words};
use crate::study::word::Confidence;
use clap::{Args, Subcommand};

/// Findings.
#[derive(Debug, Subcommand)]
#[allow(missing_docs)]
pub enum FindingVerb {
    Add {
        #[arg(value_name = "TEXT", value_parser = words, allow_hyphen_values = true)]
        text: String,
        #[arg(long, value_name = "KEY", value_parser = line)]
        key: Option<String>,
        #[command(flatten)]
        fields: FindingFields,
    },
    Set {
        #[arg(value_name = "KEY", value_parser = line)]
        key: String,
        #[arg(long, value_name = "TEXT", value_parser = words, allow_hyphen_values = true)]
        text: Option<String>,
        #[arg(long, value_name = "KEY", value_parser = line)]
        rename: Option<String>,
        #[command(flatten)]
        fields: FindingFields,
    },
    For(Cited),
    Against(Cited),
    Drop(Cited),
    Keep {
        #[arg(value_name = "KEY", value_parser = line)]
        key: String,
    },
    Remove {
        #[arg(value_name = "KEY", value_parser = line)]
        key: String,
    },
    List(Json),
}

/// A finding and codings.
#[derive(Debug, Args)]
#[allow(missing_docs)]
pub struct Cited {
    #[arg(value_name = "KEY", value_parser = line)]
    pub key: String,
    #[arg(value_name = "CODING", required = true)]
    pub codings: Vec<String>,
}

/// Fields of a finding.
#[derive(Debug, Args)]
#[allow(missing_docs)]
pub struct FindingFields {
    #[arg(long, value_name = "fr|en", value_parser = line)]
    pub language: Option<String>,
    #[arg(long, value_name = "S", value_parser = line)]
    pub scenario: Option<String>,
    #[arg(long, value_name = "high|moderate|low|very-low", value_parser = confidence)]
    pub confidence: Option<Trust>,
    #[arg(long, value_name = "TEXT", value_parser = words, allow_hyphen_values = true)]
    pub reason: Option<String>,
    #[arg(long, value_name = "COMPONENT=CONCERN:TEXT", value_parser = judged)]
    pub concern: Vec<Judged>,
}

/// A confidence, or none.
#[derive(Debug, Clone, Copy)]
pub struct Trust(pub Option<Confidence>);

/// A confidence; empty takes it back.
fn confidence(text: &str) -> Result<Trust, String> {
    if text.is_empty() {
        return Ok(Trust(None));
    }
    Confidence::parse(text)
        .map(|confidence| Trust(Some(confidence)))
        .ok_or_else(|| "high, moderate, low, very-low".to_owned())
}
