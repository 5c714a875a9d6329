//! Words of `search`.

use crate::analysis::search::{Asked, Voice};
use crate::cli::parse::{Condition, condition, line};
use crate::text::search::Reading;
use clap::{Args, ValueEnum};

/// Words looked for in the whole study.
#[derive(Debug, Args)]
#[allow(missing_docs)]
pub struct Search {
    #[arg(
        value_name = "PATTERN",
        allow_hyphen_values = true,
        required_unless_present = "saved"
    )]
    pub pattern: Option<String>,
    #[arg(long)]
    pub regex: bool,
    #[arg(long)]
    pub exact: bool,
    #[arg(long)]
    pub word: bool,
    #[arg(id = "where", long = "where", value_name = "ATTRIBUTE=VALUE", value_parser = condition)]
    pub conditions: Vec<Condition>,
    #[arg(
        long,
        value_name = "all|participants|interviewers",
        default_value = "all"
    )]
    pub voice: Speaking,
    #[arg(long, value_name = "KEY", value_parser = line)]
    pub code: Option<String>,
    #[arg(long, value_name = "SESSION", value_parser = line)]
    pub session: Option<String>,
    #[arg(long, value_name = "NAME", value_parser = line, conflicts_with_all = ["saved", "session"])]
    pub save: Option<String>,
    #[arg(long, value_name = "NAME", value_parser = line, conflicts_with_all = ["pattern", "regex", "exact", "word", "voice", "code"])]
    pub saved: Option<String>,
    #[arg(long)]
    pub json: bool,
}

/// Whose words are looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
#[allow(missing_docs)]
pub enum Speaking {
    All,
    Participants,
    Interviewers,
}

impl From<Speaking> for Voice {
    fn from(speaking: Speaking) -> Self {
        match speaking {
            Speaking::All => Self::All,
            Speaking::Participants => Self::Participants,
            Speaking::Interviewers => Self::Interviewers,
        }
    }
}

impl From<&Search> for Asked {
    fn from(search: &Search) -> Self {
        Self {
            words: search.pattern.clone().unwrap_or_default(),
            how: Reading {
                regex: search.regex,
                exact: search.exact,
                whole: search.word,
            },
            voice: search.voice.into(),
            where_: search
                .conditions
                .iter()
                .map(|condition| (condition.key.clone(), condition.value.clone()))
                .collect(),
            code: search.code.clone(),
            interview: search.session.clone(),
        }
    }
}
