//! What comes in and what goes out.

use super::App;
use crate::i18n::Message;
use crate::keymap::Key;

/// Something that happened.
pub enum Event {
    /// A key, by the character it produced.
    Key(Key),
    /// Text put in as a whole.
    Paste(String),
    /// The window has another size: columns, rows.
    Resize(u16, u16),
    /// Time went on: a running call's clock, the which-key panel.
    Tick,
    /// The writer acknowledged or failed.
    Saved,
    /// A worker is done; what it found is applied here.
    Done(Done),
    /// Another thread panicked.
    Fault(String),
    /// What became of a copy to the clipboard.
    Copied(Result<(), Message>),
}

/// What the terminal is asked to do.
pub enum Effect {
    /// Put text on the clipboard.
    Copy(String),
    /// Stop until the shell says `fg`.
    Suspend,
    /// Paint everything anew.
    Redraw,
    /// End with this exit code.
    Quit(u8),
    /// Run on a worker; what it returns comes back as [`Event::Done`].
    Job(Job),
    /// Use another theme, by name.
    Theme(String),
}

/// Long work, away from the screen.
pub type Job = Box<dyn FnOnce() -> Done + Send>;

/// What a job found, to be applied.
pub type Done = Box<dyn FnOnce(&mut App) + Send>;
