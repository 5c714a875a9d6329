//! Keys.

use clap::Subcommand;
use std::path::PathBuf;

/// Keys.
#[derive(Debug, Subcommand)]
#[allow(missing_docs)]
pub enum KeysVerb {
    Show {
        #[arg(long, value_name = "C")]
        context: Option<String>,
    },
    Lint {
        #[arg(value_name = "FILE")]
        file: Option<PathBuf>,
    },
    Why {
        #[arg(value_name = "KEYS", required = true, num_args = 1.., allow_hyphen_values = true)]
        keys: Vec<String>,
    },
}
