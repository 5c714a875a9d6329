//! `completions` and `man`, for packagers.

use super::args::Cli;
use super::cx::Cx;
use super::failure::Done;
use super::help::localise;
use clap::CommandFactory;
use clap_complete::{Shell, generate};
use clap_mangen::Man;

/// The script by which a shell completes this command.
pub fn completions(cx: &Cx, shell: Shell) -> Done {
    let mut script = Vec::new();
    let mut command = localise(Cli::command(), cx.words);
    generate(shell, &mut command, "entretien", &mut script);
    cx.put(&String::from_utf8_lossy(&script))
}

/// The manual page.
pub fn man(cx: &Cx) -> Done {
    let mut page = Vec::new();
    Man::new(localise(Cli::command(), cx.words)).render(&mut page)?;
    cx.put(&String::from_utf8_lossy(&page))
}
