//! Organisations and participants.

use crate::cli::parse::{Condition, condition, consent, line, moment_text, yes_no};
use crate::study::word::{Consent, YesNo};
use clap::{Args, Subcommand};

/// Organisations.
#[derive(Debug, Subcommand)]
#[allow(missing_docs)]
pub enum OrganisationVerb {
    Set {
        #[arg(value_name = "KEY", value_parser = line)]
        key: String,
        #[arg(long, value_name = "NEW", value_parser = line)]
        key_new: Option<String>,
        #[arg(long, value_name = "ATTRIBUTE=VALUE", value_parser = condition)]
        attribute: Vec<Condition>,
    },
    Remove {
        #[arg(value_name = "KEY", value_parser = line)]
        key: String,
    },
}

/// Participants of an interview.
#[derive(Debug, Subcommand)]
#[allow(missing_docs)]
pub enum ParticipantVerb {
    Set(ParticipantFields),
    Remove {
        #[arg(value_name = "SESSION", value_parser = line)]
        session: String,
        #[arg(long, value_name = "P", value_parser = line)]
        participant: Option<String>,
    },
}

/// Fields of a participant.
#[derive(Debug, Args)]
#[allow(missing_docs)]
pub struct ParticipantFields {
    #[arg(value_name = "SESSION", value_parser = line)]
    pub session: String,
    #[arg(id = "participant", long = "participant", value_name = "P", value_parser = line)]
    pub person: Option<String>,
    #[arg(long, value_name = "NEW", value_parser = line)]
    pub key_new: Option<String>,
    #[arg(long, value_name = "NAME", value_parser = line)]
    pub speaker: Option<String>,
    #[arg(long, value_name = "ROLE", value_parser = line)]
    pub role: Option<String>,
    #[arg(long, value_name = "KEY", value_parser = line)]
    pub organisation: Option<String>,
    #[arg(long, value_name = "given|no-quote|after-reading|withdrawn", value_parser = consent)]
    pub consent: Option<Consent>,
    #[arg(long, value_name = "ATTRIBUTE=VALUE", value_parser = condition)]
    pub attribute: Vec<Condition>,
    #[arg(long, value_name = "NAME", value_parser = line)]
    pub name: Option<String>,
    #[arg(long, value_name = "NUMBER", value_parser = line)]
    pub telephone: Option<String>,
    #[arg(long, value_name = "ADDRESS", value_parser = line)]
    pub mail: Option<String>,
}

/// What an interview, or one participant of it, allows.
#[derive(Debug, Args)]
#[allow(missing_docs)]
pub struct ConsentFields {
    #[arg(value_name = "SESSION", value_parser = line)]
    pub session: String,
    #[arg(value_name = "given|no-quote|after-reading|withdrawn", value_parser = consent)]
    pub consent: Consent,
    #[arg(long, value_name = "P", value_parser = line)]
    pub participant: Option<String>,
    #[arg(long, value_name = "yes|no", value_parser = yes_no)]
    pub recording: Option<YesNo>,
    #[arg(long, value_name = "yes|no", value_parser = yes_no)]
    pub contact: Option<YesNo>,
    #[arg(long, value_name = "ITEM", value_parser = line)]
    pub informed: Vec<String>,
    #[arg(long, value_name = "yes|no", value_parser = yes_no)]
    pub closing: Option<YesNo>,
    #[arg(long, value_name = "TIME", value_parser = moment_text)]
    pub at: Option<String>,
}
