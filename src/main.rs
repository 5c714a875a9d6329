//! Arguments in, exit code out.

use std::process::ExitCode;

use entretien::tui::run::{Mailbox, run};
use entretien::tui::start::StartPage;
use entretien::tui::terminal;
use entretien::tui::theme::{Palette, Theme};

fn main() -> ExitCode {
    if !terminal::is_terminal() {
        return ExitCode::from(2);
    }
    let theme = Theme::new(Palette::Auto, |name| std::env::var(name).ok());
    match run(&mut StartPage::new(theme), Mailbox::default()) {
        Ok(code) => ExitCode::from(code),
        Err(error) => {
            eprintln!("{error}");
            ExitCode::from(74)
        }
    }
}
