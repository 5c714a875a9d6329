//! Arguments in, exit code out.

use std::process::ExitCode;

use entretien::tui::program::open_screen;
use entretien::tui::terminal;

fn main() -> ExitCode {
    if !terminal::is_terminal() {
        return ExitCode::from(2);
    }
    let loaded = entretien::config::load(&entretien::config::Flags::default());
    let study = entretien::config::current_study(&loaded.paths.data_dir);
    match open_screen(loaded, study.as_deref()) {
        Ok(code) => ExitCode::from(code),
        Err(error) => {
            eprintln!("{error}");
            ExitCode::from(74)
        }
    }
}
