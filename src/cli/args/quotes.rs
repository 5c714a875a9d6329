//! Words of `quotes`.

use clap::Args;
use std::path::PathBuf;

/// A finished text held against what was said.
#[derive(Debug, Args)]
#[allow(missing_docs)]
pub struct Quotes {
    #[arg(value_name = "FILE")]
    pub file: PathBuf,
    #[arg(long)]
    pub fold: bool,
    #[arg(long)]
    pub json: bool,
}
