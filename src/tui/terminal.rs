//! The guard: taking the terminal and giving it back, on every way out.

use std::io;
use std::panic;
use std::sync::Once;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;
use std::time::Duration;

use crossterm::cursor::{Hide, Show};
use crossterm::event::{
    DisableBracketedPaste, EnableBracketedPaste, KeyboardEnhancementFlags,
    PopKeyboardEnhancementFlags, PushKeyboardEnhancementFlags,
};
use crossterm::queue;
use crossterm::style::{Attribute, SetAttribute};
use crossterm::terminal::{
    EndSynchronizedUpdate, EnterAlternateScreen, LeaveAlternateScreen, disable_raw_mode,
    enable_raw_mode,
};

/// True between [`enter`] and [`leave`]. One process has one terminal.
static ENTERED: AtomicBool = AtomicBool::new(false);
/// Whether the keyboard protocol was asked for, so that exactly what was pushed is popped.
static KEYBOARD: AtomicBool = AtomicBool::new(false);

/// Whether both ends of a conversation with a person are there: keys come from a terminal and the screen is one.
pub fn is_terminal() -> bool {
    use std::io::IsTerminal;
    io::stdin().is_terminal() && io::stdout().is_terminal()
}

/// Whether the terminal is ours at this moment.
pub fn entered() -> bool {
    ENTERED.load(Ordering::SeqCst)
}

/// Takes the terminal: raw keys, the alternate screen, bracketed paste, cursor hidden until a frame places it.
/// Calling it twice does nothing the second time.
pub fn enter() -> io::Result<()> {
    if ENTERED.swap(true, Ordering::SeqCst) {
        return Ok(());
    }
    // raw mode first: a process in the background stops here, before it has written anything over the shell
    if let Err(error) = enable_raw_mode() {
        ENTERED.store(false, Ordering::SeqCst);
        return Err(error);
    }
    let mut bytes = Vec::with_capacity(64);
    queue!(bytes, EnterAlternateScreen, EnableBracketedPaste, Hide)?;
    if speaks_keyboard_protocol(|name| std::env::var(name).ok()) {
        KEYBOARD.store(true, Ordering::SeqCst);
        // more than this loses AltGr text in crossterm 0.29 (1jehuang/jcode#881)
        queue!(
            bytes,
            PushKeyboardEnhancementFlags(KeyboardEnhancementFlags::DISAMBIGUATE_ESCAPE_CODES)
        )?;
    }
    write_all(&bytes).inspect_err(|_| leave())
}

/// Gives the terminal back. Safe from any thread, any number of times; what cannot be written (the window is gone) is
/// passed over, the rest is still done.
pub fn leave() {
    if !ENTERED.swap(false, Ordering::SeqCst) {
        return;
    }
    let mut bytes = Vec::with_capacity(64);
    // a frame cut short may have left a scrolling region; writing to a `Vec` cannot fail
    bytes.extend_from_slice(b"\x1b[r");
    let _ = queue!(bytes, EndSynchronizedUpdate);
    if KEYBOARD.swap(false, Ordering::SeqCst) {
        // the protocol's stack belongs to the alternate screen: pop it before leaving that
        let _ = queue!(bytes, PopKeyboardEnhancementFlags);
    }
    let _ = queue!(
        bytes,
        SetAttribute(Attribute::Reset),
        DisableBracketedPaste,
        LeaveAlternateScreen,
        Show
    );
    let _ = write_all(&bytes);
    let _ = disable_raw_mode();
}

/// Gives the terminal back and ends the process at once, without running anything else. For the case that the loop
/// does not answer; a terminal that takes no more bytes (stopped with `C-s`) is waited for 300 ms at most.
pub fn abandon(code: u8) -> ! {
    let leaving = thread::spawn(leave);
    for _ in 0..30 {
        if leaving.is_finished() {
            break;
        }
        thread::sleep(Duration::from_millis(10));
    }
    let _ = disable_raw_mode();
    signal_hook::low_level::exit(i32::from(code))
}

/// Before any panic message, the terminal is given back, so that the message stands on a sane screen. A panic on
/// another thread than the caller's leaves the screen alone: its message goes to `faults`, to be shown as a notice.
/// The first call counts.
pub fn guard_panics(faults: impl Fn(String) + Send + Sync + 'static) {
    static INSTALLED: Once = Once::new();
    let screen_thread = thread::current().id();
    INSTALLED.call_once(|| {
        let previous = panic::take_hook();
        panic::set_hook(Box::new(move |info| {
            if entered() && thread::current().id() != screen_thread {
                faults(info.to_string());
            } else {
                leave();
                previous(info);
            }
        }));
    });
}

/// Terminals known by name to speak the kitty keyboard protocol. Asking would cost a mute terminal its first two
/// seconds of keys; a name inherited through a multiplexer says nothing about the terminal in between.
fn speaks_keyboard_protocol(variable: impl Fn(&str) -> Option<String>) -> bool {
    let term = variable("TERM").unwrap_or_default();
    if ["tmux", "screen"].iter().any(|name| term.starts_with(name)) {
        return false;
    }
    let program = variable("TERM_PROGRAM").unwrap_or_default();
    ["xterm-kitty", "xterm-ghostty", "foot", "alacritty", "rio"]
        .iter()
        .any(|name| term.starts_with(name))
        || ["kitty", "ghostty", "WezTerm", "iTerm.app", "rio"].contains(&program.as_str())
}

/// Whether the terminal is of a kind that marks pastes as asked. Elsewhere a burst of characters has to be taken for one,
/// which over a slow connection it may not be.
pub(super) fn marks_pastes(variable: impl Fn(&str) -> Option<String>) -> bool {
    let term = variable("TERM").unwrap_or_default();
    [
        "xterm",
        "tmux",
        "rxvt-unicode",
        "foot",
        "alacritty",
        "st-",
        "konsole",
        "vte",
        "gnome",
        "contour",
        "rio",
        "wezterm",
    ]
    .iter()
    .any(|name| term.starts_with(name))
        || variable("TMUX").is_some_and(|socket| !socket.is_empty())
}

/// Writes straight to the terminal, past the lock of the standard output: a thread that died holding it must not keep
/// the terminal from being given back.
fn write_all(mut bytes: &[u8]) -> io::Result<()> {
    while !bytes.is_empty() {
        match rustix::io::write(rustix::stdio::stdout(), bytes) {
            Ok(0) => return Err(io::ErrorKind::WriteZero.into()),
            Ok(written) => bytes = bytes.get(written..).unwrap_or_default(),
            Err(rustix::io::Errno::INTR) => {}
            Err(rustix::io::Errno::AGAIN) => wait_writable()?,
            Err(error) => return Err(error.into()),
        }
    }
    Ok(())
}

/// Another program sharing the terminal may have made it non-blocking: wait until it takes bytes again.
fn wait_writable() -> io::Result<()> {
    use rustix::event::{PollFd, PollFlags, poll};
    let stdout = rustix::stdio::stdout();
    match poll(&mut [PollFd::new(&stdout, PollFlags::OUT)], None) {
        Ok(_) | Err(rustix::io::Errno::INTR) => Ok(()),
        Err(error) => Err(error.into()),
    }
}

/// The terminal as a place to write frames to: unbuffered, one `write` for each frame.
#[derive(Debug, Default, Clone, Copy)]
pub struct TerminalOut;

impl io::Write for TerminalOut {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        write_all(bytes)?;
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// Columns and rows of the terminal; 0×0 when it does not say.
pub fn size() -> (u16, u16) {
    rustix::termios::tcgetwinsize(rustix::stdio::stdout())
        .map_or((0, 0), |size| (size.ws_col, size.ws_row))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn variables(pairs: &[(&str, &str)]) -> impl Fn(&str) -> Option<String> {
        move |name| {
            let (_, value) = pairs.iter().find(|(key, _)| *key == name)?;
            Some((*value).to_owned())
        }
    }

    fn speaks(pairs: &[(&str, &str)]) -> bool {
        speaks_keyboard_protocol(variables(pairs))
    }

    #[test]
    fn bursts_are_taken_for_pastes_only_where_pastes_are_not_marked() {
        let marks = |pairs: &[(&str, &str)]| marks_pastes(variables(pairs));
        assert!(marks(&[("TERM", "xterm-256color")]));
        assert!(marks(&[
            ("TERM", "screen-256color"),
            ("TMUX", "/tmp/tmux-1000/default,1,0")
        ]));
        assert!(!marks(&[("TERM", "screen-256color")]));
        assert!(!marks(&[("TERM", "linux")]));
        assert!(!marks(&[("TERM", "vt100")]));
        assert!(!marks(&[]));
    }

    #[test]
    fn keyboard_protocol_is_used_only_where_the_terminal_itself_is_known() {
        assert!(speaks(&[("TERM", "xterm-kitty")]));
        assert!(speaks(&[("TERM", "foot-extra")]));
        assert!(speaks(&[
            ("TERM", "xterm-256color"),
            ("TERM_PROGRAM", "WezTerm")
        ]));
        assert!(!speaks(&[
            ("TERM", "tmux-256color"),
            ("TERM_PROGRAM", "WezTerm")
        ]));
        assert!(!speaks(&[("TERM", "xterm-256color")]));
        assert!(!speaks(&[]));
    }
}
