//! The register of certifications.

use super::Json;
use crate::cli::parse::{day, line, words};
use clap::{Args, Subcommand};
use jiff::civil::Date;

/// The register of certifications.
#[derive(Debug, Subcommand)]
#[allow(missing_docs)]
pub enum CertificationVerb {
    Add {
        #[arg(value_name = "KEY", value_parser = line)]
        key: String,
        #[command(flatten)]
        fields: CertificationFields,
    },
    Set {
        #[arg(value_name = "KEY", value_parser = line)]
        key: String,
        #[arg(long, value_name = "KEY", value_parser = line)]
        rename: Option<String>,
        #[command(flatten)]
        fields: CertificationFields,
        #[arg(long, value_name = "CODE", value_parser = line)]
        uncover: Vec<String>,
        #[arg(long, value_name = "CODE", value_parser = line)]
        unmention: Vec<String>,
        #[arg(long, value_name = "NAME", value_parser = line)]
        unname: Vec<String>,
        #[arg(long, conflicts_with = "own")]
        other: bool,
    },
    Remove {
        #[arg(value_name = "KEY", value_parser = line)]
        key: String,
    },
    List(Json),
}

/// Fields of a certification.
#[derive(Debug, Args)]
#[allow(missing_docs)]
pub struct CertificationFields {
    #[arg(long, value_name = "TEXT", value_parser = line)]
    pub title: Option<String>,
    #[arg(long, value_name = "TEXT", value_parser = line)]
    pub certifier: Option<String>,
    #[arg(long, value_name = "TEXT", value_parser = line)]
    pub level: Option<String>,
    #[arg(long, value_name = "DATE", value_parser = day)]
    pub registered: Option<Date>,
    #[arg(long, value_name = "DATE", value_parser = day)]
    pub expires: Option<Date>,
    #[arg(long, value_name = "DATE", value_parser = day)]
    pub seen: Option<Date>,
    #[arg(long)]
    pub own: bool,
    #[arg(long, value_name = "CODE", value_parser = line)]
    pub covers: Vec<String>,
    #[arg(long, value_name = "CODE", value_parser = line)]
    pub mention: Vec<String>,
    #[arg(long, value_name = "NAME", value_parser = line)]
    pub called: Vec<String>,
    #[arg(long, value_name = "TEXT", value_parser = words)]
    pub note: Option<String>,
}
