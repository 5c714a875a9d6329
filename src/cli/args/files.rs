//! Files in and out.

use crate::cli::parse::line;
use crate::export::formats::FORMATS;
use clap::builder::PossibleValuesParser;
use clap::{Args, ValueEnum};
use std::path::PathBuf;

/// Files in.
#[derive(Debug, Args)]
#[allow(missing_docs)]
pub struct Import {
    #[arg(value_name = "FILE", required = true)]
    pub files: Vec<PathBuf>,
    #[arg(long, value_name = "KEY", value_parser = line)]
    pub session: Option<String>,
    #[arg(long, value_name = "KEY", value_parser = line, conflicts_with = "session")]
    pub reference: Option<String>,
    #[arg(long, value_name = "DOCUMENT", value_parser = line, conflicts_with_all = ["session", "reference"])]
    pub version_of: Option<String>,
    #[arg(id = "as", long = "as", value_name = "FORMAT")]
    pub format: Option<String>,
    #[arg(long, value_name = "NAME")]
    pub encoding: Option<String>,
    #[arg(long)]
    pub check: bool,
    #[arg(long)]
    pub force: bool,
    #[arg(long)]
    pub json: bool,
}

/// Everything out.
#[derive(Debug, Args)]
#[allow(missing_docs)]
pub struct Export {
    #[arg(
        long = "as",
        value_name = "csv|xlsx|json|iramuteq|study|slides|infographic|pack|qdpx|qdc",
        default_value = "csv",
        value_parser = PossibleValuesParser::new(FORMATS.iter().map(|format| format.name))
    )]
    pub as_: String,
    #[arg(long, value_name = "PATH")]
    pub out: PathBuf,
    #[arg(long, value_name = "data|excel-fr", default_value = "data")]
    pub profile: Profile,
    #[arg(long)]
    pub shared: bool,
    #[arg(long)]
    pub force: bool,
}

/// For whom the files are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
#[allow(missing_docs)]
pub enum Profile {
    Data,
    ExcelFr,
}
