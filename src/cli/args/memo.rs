//! Memos.

use crate::cli::parse::{line, words};
use clap::{ArgGroup, Args, Subcommand};

/// Memos, and the journal of the analysis.
#[derive(Debug, Subcommand)]
#[allow(missing_docs)]
pub enum MemoVerb {
    Add {
        #[arg(value_name = "TEXT", value_parser = words, allow_hyphen_values = true)]
        text: String,
        #[command(flatten)]
        on: MemoOnWhat,
    },
    Set {
        #[arg(value_name = "ID")]
        id: String,
        #[arg(value_name = "TEXT", value_parser = words, allow_hyphen_values = true)]
        text: String,
    },
    Remove {
        #[arg(value_name = "ID")]
        id: String,
    },
    List {
        #[command(flatten)]
        on: MemoOnWhat,
        #[arg(long)]
        json: bool,
        #[arg(long, conflicts_with = "json")]
        markdown: bool,
    },
}

/// What a memo is on; without any of them, the study.
#[derive(Debug, Args)]
#[command(group = ArgGroup::new("thing").args(["participant", "document", "note", "code", "coding", "scenario", "question", "finding"]))]
#[allow(missing_docs)]
pub struct MemoOnWhat {
    #[arg(long, value_name = "KEY", value_parser = line)]
    pub session: Option<String>,
    #[arg(long, value_name = "P", value_parser = line, requires = "session")]
    pub participant: Option<String>,
    #[arg(long, value_name = "DOCUMENT", value_parser = line)]
    pub document: Option<String>,
    #[arg(long, value_name = "ID", value_parser = line)]
    pub note: Option<String>,
    #[arg(long, value_name = "KEY", value_parser = line)]
    pub code: Option<String>,
    #[arg(long, value_name = "ID", value_parser = line)]
    pub coding: Option<String>,
    #[arg(long, value_name = "KEY", value_parser = line)]
    pub scenario: Option<String>,
    #[arg(long, value_name = "KEY", value_parser = line)]
    pub question: Option<String>,
    #[arg(long, value_name = "KEY", value_parser = line)]
    pub finding: Option<String>,
}
