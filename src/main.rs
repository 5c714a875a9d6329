//! Arguments in, exit code out.

use std::process::ExitCode;

fn main() -> ExitCode {
    entretien::cli::run(std::env::args_os().collect())
}
