//! Signals become events; those that end the program are given a deadline.

use std::io;
use std::thread;
use std::time::Duration;

use signal_hook::consts::{SIGCONT, SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGTSTP};
use signal_hook::iterator::Signals;

use super::terminal;

/// How long the loop has, after a signal that ends the program, to save and give the terminal back by itself.
const PATIENCE: Duration = Duration::from_millis(1500);

/// What the system asks of the program.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Signal {
    /// SIGTERM.
    Terminate,
    /// SIGHUP, or a terminal that went away without one.
    HangUp,
    /// SIGINT, sent by another process: from the keyboard, `C-c` is a key.
    Interrupt,
    /// SIGQUIT.
    Quit,
    /// SIGTSTP: stop until [`Signal::Continue`].
    Suspend,
    /// SIGCONT.
    Continue,
}

impl Signal {
    fn of(number: i32) -> Option<Self> {
        Some(match number {
            SIGTERM => Self::Terminate,
            SIGHUP => Self::HangUp,
            SIGINT => Self::Interrupt,
            SIGQUIT => Self::Quit,
            SIGTSTP => Self::Suspend,
            SIGCONT => Self::Continue,
            _ => return None,
        })
    }

    /// The exit code of a program that this signal ended, 128 + its number; `None` where it ends nothing.
    pub fn exit_code(self) -> Option<u8> {
        match self {
            Self::Terminate => Some(143),
            Self::HangUp => Some(129),
            Self::Interrupt => Some(130),
            Self::Quit => Some(131),
            Self::Suspend | Self::Continue => None,
        }
    }
}

/// Watches the signals of a terminal program on a thread of its own. After one that ends the program a second thread
/// waits 1.5 s, then gives the terminal back and exits itself, whatever the loop is stuck in.
pub fn watch(tell: impl Fn(Signal) + Send + 'static) -> io::Result<()> {
    let mut signals = Signals::new([SIGTERM, SIGHUP, SIGINT, SIGQUIT, SIGTSTP, SIGCONT])?;
    thread::Builder::new()
        .name("signals".to_owned())
        .spawn(move || {
            for signal in signals.forever().filter_map(Signal::of) {
                if let Some(code) = signal.exit_code() {
                    set_deadline(code);
                }
                tell(signal);
            }
        })?;
    Ok(())
}

/// From now, the process has 1.5 s to live.
pub(super) fn set_deadline(code: u8) {
    let watchdog = thread::Builder::new()
        .name("deadline".to_owned())
        .spawn(move || {
            thread::sleep(PATIENCE);
            terminal::abandon(code);
        });
    if watchdog.is_err() {
        // no thread can be had any more: better a sane terminal now than perhaps never
        terminal::abandon(code);
    }
}
