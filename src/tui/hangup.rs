//! Notices that the terminal went away, even where no signal says so.

use std::io;
use std::thread;

use rustix::event::{PollFd, PollFlags, poll};

use super::signals::{self, Signal};

/// Watches the terminal on a thread of its own, without reading: `poll` for no events returns on hang-up only. Needed
/// because crossterm 0.29 spins for ever on a closed terminal when SIGHUP is ignored (crossterm-rs/crossterm#793).
pub fn watch(tell: impl FnOnce() + Send + 'static) -> io::Result<()> {
    thread::Builder::new()
        .name("hangup".to_owned())
        .spawn(move || {
            let stdin = rustix::stdio::stdin();
            let gone = loop {
                match poll(&mut [PollFd::new(&stdin, PollFlags::empty())], None) {
                    Ok(0) | Err(rustix::io::Errno::INTR) => {}
                    Ok(_) => break true,
                    // a system that cannot poll terminals this way: SIGHUP must do
                    Err(_) => break false,
                }
            };
            if gone {
                if let Some(code) = Signal::HangUp.exit_code() {
                    signals::set_deadline(code);
                }
                tell();
            }
        })?;
    Ok(())
}
