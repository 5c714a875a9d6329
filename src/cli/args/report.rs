//! Reports for people.

use crate::cli::parse::line;
use crate::export::report::ReportForm;
use clap::{Args, Subcommand, ValueEnum};
use std::path::PathBuf;

/// Reports for people.
#[derive(Debug, Subcommand)]
#[allow(missing_docs)]
pub enum ReportVerb {
    Minutes {
        #[arg(value_name = "SESSION", value_parser = line)]
        session: String,
        #[command(flatten)]
        how: ReportAs,
    },
    Progress {
        #[command(flatten)]
        how: ReportAs,
    },
}

/// How a report is written, and where.
#[derive(Debug, Args)]
#[allow(missing_docs)]
pub struct ReportAs {
    #[arg(long, value_name = "md|csv|docx")]
    pub format: Option<ReportFormat>,
    #[arg(long, value_name = "FILE")]
    pub out: Option<PathBuf>,
}

/// How a report is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
#[allow(missing_docs)]
pub enum ReportFormat {
    Md,
    Csv,
    Docx,
}

impl From<ReportFormat> for ReportForm {
    fn from(format: ReportFormat) -> Self {
        match format {
            ReportFormat::Md => Self::Markdown,
            ReportFormat::Csv => Self::Csv,
            ReportFormat::Docx => Self::Word,
        }
    }
}
