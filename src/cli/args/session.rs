//! Interviews, their notes and answers.

use crate::cli::parse::{
    Condition, SessionWord, Span, Spent, call_time, condition, line, moment, note_kind,
    session_field, session_state, span, spent, state_of_answer, words, zone,
};
use crate::study::word::{AnswerState, NoteKind, SessionState};
use clap::{Args, Subcommand};
use jiff::Timestamp;

/// Interviews.
#[derive(Debug, Subcommand)]
#[allow(missing_docs)]
pub enum SessionVerb {
    Add {
        #[arg(value_name = "KEY", value_parser = line)]
        key: String,
        #[command(flatten)]
        fields: SessionFields,
    },
    Set {
        #[arg(value_name = "KEY", value_parser = line)]
        key: String,
        #[arg(value_name = "FIELD", value_parser = session_field, requires = "value")]
        field: Option<SessionWord>,
        #[arg(value_name = "VALUE", value_parser = words, allow_hyphen_values = true)]
        value: Option<String>,
        #[arg(long, value_name = "NEW", value_parser = line)]
        key_new: Option<String>,
        #[command(flatten)]
        fields: SessionFields,
    },
    Remove {
        #[arg(value_name = "KEY", value_parser = line)]
        key: String,
    },
}

/// Fields of an interview.
#[derive(Debug, Args)]
#[allow(missing_docs)]
pub struct SessionFields {
    #[arg(long, value_name = "STATE", value_parser = session_state)]
    pub state: Option<SessionState>,
    #[arg(long, value_name = "TIME", value_parser = moment)]
    pub planned_at: Option<Timestamp>,
    #[arg(long, value_name = "TIME", value_parser = moment)]
    pub started_at: Option<Timestamp>,
    #[arg(long, value_name = "TIME", value_parser = moment)]
    pub ended_at: Option<Timestamp>,
    #[arg(long, value_name = "ZONE", value_parser = zone)]
    pub zone: Option<String>,
    #[arg(long, value_name = "TEXT", value_parser = line)]
    pub mode: Option<String>,
    #[arg(long, value_name = "NAME", value_parser = line)]
    pub interviewer: Option<String>,
    #[arg(long, value_name = "FILE", value_parser = line)]
    pub recording: Option<String>,
    #[arg(long, value_name = "N")]
    pub guide_version: Option<u32>,
    #[arg(long, value_name = "N")]
    pub minutes: Option<u32>,
    #[arg(long, value_name = "KEY=TEXT", value_parser = condition)]
    pub debrief: Vec<Condition>,
    #[arg(long, value_name = "N")]
    pub planned_minutes: Option<u32>,
    #[arg(long, value_name = "TEXT", value_parser = words)]
    pub reason: Option<String>,
    #[arg(long, value_name = "STEP=N", value_parser = spent)]
    pub spent: Vec<Spent>,
    #[arg(long, value_name = "KEY,KEY…", value_delimiter = ',', value_parser = line)]
    pub cards: Vec<String>,
}

/// Notes.
#[derive(Debug, Subcommand)]
#[allow(missing_docs)]
pub enum NoteVerb {
    Add {
        #[arg(value_name = "SESSION", value_parser = line)]
        session: String,
        #[arg(value_name = "TEXT", value_parser = words, allow_hyphen_values = true)]
        text: String,
        #[command(flatten)]
        fields: NoteFields,
        #[arg(long, value_name = "KEY", value_parser = line)]
        code: Vec<String>,
    },
    Set {
        #[arg(value_name = "ID")]
        id: String,
        #[arg(long, value_name = "TEXT", value_parser = words, allow_hyphen_values = true)]
        text: Option<String>,
        #[command(flatten)]
        fields: NoteFields,
        #[arg(long, value_name = "KEY", value_parser = line)]
        code: Vec<String>,
    },
    Remove {
        #[arg(value_name = "ID")]
        id: String,
    },
}

/// Fields of a note.
#[derive(Debug, Args)]
#[allow(missing_docs)]
pub struct NoteFields {
    #[arg(long, value_name = "KIND", value_parser = note_kind)]
    pub kind: Option<NoteKind>,
    #[arg(long, value_name = "MS", allow_hyphen_values = true)]
    pub t_ms: Option<i64>,
    #[arg(long, value_name = "KEY", value_parser = line)]
    pub question: Option<String>,
    #[arg(long, value_name = "FLAG", value_parser = line)]
    pub flag: Vec<String>,
}

/// A passage that stays out.
#[derive(Debug, Args)]
#[command(args_conflicts_with_subcommands = true, subcommand_negates_reqs = true)]
#[allow(missing_docs)]
pub struct Exclude {
    #[arg(value_name = "SESSION", value_parser = line, required = true)]
    pub session: Option<String>,
    #[arg(long, value_name = "M:SS", value_parser = call_time, requires = "to", allow_hyphen_values = true)]
    pub from: Option<i64>,
    #[arg(long, value_name = "M:SS", value_parser = call_time, requires = "from", allow_hyphen_values = true)]
    pub to: Option<i64>,
    #[arg(long, value_name = "ID", conflicts_with_all = ["from", "document"])]
    pub note: Option<String>,
    #[arg(long, value_name = "D", value_parser = line, conflicts_with = "from")]
    pub document: Option<String>,
    #[arg(long, value_name = "A..B", value_parser = span, conflicts_with_all = ["from", "note"])]
    pub span: Option<Span>,
    #[arg(long, value_name = "TEXT", value_parser = words, conflicts_with_all = ["from", "note", "span"], allow_hyphen_values = true)]
    pub quote: Option<String>,
    #[arg(long, value_name = "TEXT", value_parser = line)]
    pub reason: Option<String>,
    #[command(subcommand)]
    pub verb: Option<ExcludeVerb>,
}

/// What was left out.
#[derive(Debug, Subcommand)]
#[allow(missing_docs)]
pub enum ExcludeVerb {
    List {
        #[arg(value_name = "SESSION", value_parser = line)]
        session: Option<String>,
    },
    Remove {
        #[arg(value_name = "ID")]
        id: String,
    },
}

/// One answer.
#[derive(Debug, Args)]
#[allow(missing_docs)]
pub struct Answer {
    #[arg(value_name = "SESSION", value_parser = line)]
    pub session: String,
    #[arg(value_name = "QUESTION", value_parser = line)]
    pub question: String,
    #[arg(value_name = "VALUE", value_parser = words, allow_hyphen_values = true, required_unless_present = "state")]
    pub value: Option<String>,
    #[arg(long, value_name = "STATE", value_parser = state_of_answer)]
    pub state: Option<AnswerState>,
    #[arg(long, value_name = "KEY", value_parser = line)]
    pub scenario: Option<String>,
    #[arg(long, value_name = "PART", value_parser = line)]
    pub part: Option<String>,
    #[arg(long, value_name = "UNIT", value_parser = line)]
    pub unit: Option<String>,
    #[arg(long, value_name = "MS")]
    pub t_ms: Option<i64>,
}
