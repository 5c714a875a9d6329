//! The loop: take one event, drain the rest, apply all, draw once if something changed. An idle screen sends nothing.

use std::io::{self, Write};
use std::panic::{self, AssertUnwindSafe};
use std::sync::mpsc::{self, Receiver, RecvTimeoutError, Sender};
use std::time::{Duration, Instant};

use ratatui::buffer::Buffer;
use ratatui::layout::Position;

use super::clipboard::{self, Copied};
use super::input::{self, Input};
use super::screen::Screen;
use super::signals::{self, Signal};
use super::terminal::{self, TerminalOut};
use super::{faults, hangup};

/// While events keep coming, a frame is drawn at least this often.
const FRAME: Duration = Duration::from_millis(16);
/// A program that asks to be woken at once is woken this much later, so that it cannot spin.
const SHORTEST_WAKE: Duration = Duration::from_millis(10);

/// What happened.
#[derive(Debug, Clone, PartialEq)]
pub enum Event<M> {
    /// The person did something.
    Input(Input),
    /// The time asked for by [`Program::wake_in`] has come.
    Tick,
    /// A writer or a worker says something.
    Message(M),
    /// Another thread panicked; the screen goes on. The text is the fault's, for the list of messages.
    Fault(String),
    /// What became of a [`Flow::Copy`].
    Copied(Copied),
}

/// What the loop does after an event.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Flow {
    /// Nothing on the screen changed.
    Idle,
    /// Draw, once the events at hand are applied.
    Draw,
    /// Draw everything anew, whatever the terminal shows.
    Repaint,
    /// Put this text on the clipboard, tell with [`Event::Copied`], and draw.
    Copy(String),
    /// Stop as for `C-z`, until the shell says `fg`.
    Suspend,
    /// Save, give the terminal back, end with this code.
    Quit(u8),
}

/// What the loop runs: the program itself, which knows nothing of terminals.
pub trait Program {
    /// What its writer and workers tell it.
    type Message: Send + 'static;

    /// Applies one event.
    fn handle(&mut self, event: Event<Self::Message>) -> Flow;

    /// Draws everything into an empty buffer of any size, 0×0 included; returns where the cursor stands, `None` to
    /// hide it.
    fn draw(&mut self, buffer: &mut Buffer) -> Option<Position>;

    /// Whether what is typed now goes into a text: then a burst of characters is a paste.
    fn takes_text(&self) -> bool {
        false
    }

    /// When something on the screen will change by itself (a clock's next second, a panel that shows after a while):
    /// an [`Event::Tick`] comes after this time. `None`: never, and nothing wakes the program. Asked after each batch
    /// of events.
    fn wake_in(&self) -> Option<Duration> {
        None
    }

    /// The last thing called before the terminal is given back, whatever ends the program: make all that was typed
    /// durable. After a signal there is a second and a half for it.
    fn before_exit(&mut self);
}

/// What travels to the loop.
enum Letter<M> {
    Inputs(Vec<Input>),
    Signal(Signal),
    Message(M),
    Fault(String),
    /// The time that the program asked for has come.
    Wake,
}

/// Where a writer or a worker sends what it has to say. Cheap to clone.
#[derive(Debug)]
pub struct Mail<M>(Sender<Letter<M>>);

impl<M> Clone for Mail<M> {
    fn clone(&self) -> Self {
        Self(self.0.clone())
    }
}

impl<M> Mail<M> {
    /// Sends a message to [`Program::handle`]; false when the loop has ended.
    pub fn send(&self, message: M) -> bool {
        self.0.send(Letter::Message(message)).is_ok()
    }
}

/// The loop's side of the mail.
#[derive(Debug)]
pub struct Mailbox<M> {
    sender: Sender<Letter<M>>,
    receiver: Receiver<Letter<M>>,
}

impl<M> Default for Mailbox<M> {
    fn default() -> Self {
        let (sender, receiver) = mpsc::channel();
        Self { sender, receiver }
    }
}

impl<M> Mailbox<M> {
    /// An address for the threads of the program, made before the program itself.
    pub fn mail(&self) -> Mail<M> {
        Mail(self.sender.clone())
    }
}

/// Runs a program on the terminal until it ends, and returns the exit code: that of [`Flow::Quit`], or 128 + the
/// signal's number. A panic on this thread saves, gives the terminal back, and goes on unwinding (exit code 101).
///
/// # Errors
/// The terminal cannot be taken, or no thread can be started. It is given back before this returns.
pub fn run<P: Program>(program: &mut P, mailbox: Mailbox<P::Message>) -> io::Result<u8> {
    let outcome = panic::catch_unwind(AssertUnwindSafe(|| {
        start(&mailbox).and_then(|()| {
            let (columns, rows) = terminal::size();
            let screen = Screen::new(TerminalOut, columns, rows);
            let mut it = Loop::new(program, screen, mailbox.receiver);
            it.marks_pastes = terminal::marks_pastes(|name| std::env::var(name).ok());
            it.run()
        })
    }));
    match outcome {
        Ok(code) => {
            program.before_exit();
            terminal::leave();
            code
        }
        Err(fault) => {
            // the guard has given the terminal back and printed the message; what was typed is still worth saving
            let _ = panic::catch_unwind(AssertUnwindSafe(|| program.before_exit()));
            panic::resume_unwind(fault)
        }
    }
}

fn start<M: Send + 'static>(mailbox: &Mailbox<M>) -> io::Result<()> {
    let post = || mailbox.sender.clone();
    // a theme without colours asks for none; crossterm's own way of honouring NO_COLOR would also drop bold and reverse
    crossterm::style::force_color_output(true);
    let faults = post();
    terminal::guard_panics(move |fault| {
        let _ = faults.send(Letter::Fault(fault));
    });
    let signals = post();
    signals::watch(move |signal| {
        let _ = signals.send(Letter::Signal(signal));
    })?;
    terminal::enter()?;
    let hangups = post();
    hangup::watch(move || {
        let _ = hangups.send(Letter::Signal(Signal::HangUp));
    })?;
    let inputs = post();
    input::watch(move |batch| inputs.send(Letter::Inputs(batch)).is_ok())
}

/// What the loop decided after a batch of events.
enum Decision {
    Go,
    End(u8),
}

struct Loop<'program, P: Program, W: Write> {
    program: &'program mut P,
    screen: Screen<W>,
    receiver: Receiver<Letter<P::Message>>,
    dirty: bool,
    /// Between a suspension and its end nothing may be drawn: the terminal is the shell's.
    suspended: bool,
    /// The terminal marks pastes, so bursts are keys.
    marks_pastes: bool,
}

impl<'program, P: Program, W: Write> Loop<'program, P, W> {
    fn new(
        program: &'program mut P,
        screen: Screen<W>,
        receiver: Receiver<Letter<P::Message>>,
    ) -> Self {
        Self {
            program,
            screen,
            receiver,
            dirty: true,
            suspended: false,
            marks_pastes: false,
        }
    }

    fn run(mut self) -> io::Result<u8> {
        let gone = Signal::HangUp.exit_code().unwrap_or(1);
        loop {
            if self.dirty && !self.suspended {
                let program = &mut *self.program;
                if self.screen.draw(|buffer| program.draw(buffer)).is_err() {
                    return Ok(gone);
                }
                self.dirty = false;
            }
            let Some(mut letter) = self.wait() else {
                return Ok(gone);
            };
            let since = Instant::now();
            loop {
                match self.open(letter) {
                    Ok(Decision::Go) => {}
                    Ok(Decision::End(code)) => return Ok(code),
                    Err(_) => return Ok(gone),
                }
                if self.dirty && since.elapsed() > FRAME {
                    break;
                }
                match self.receiver.try_recv() {
                    Ok(next) => letter = next,
                    Err(_) => break,
                }
            }
        }
    }

    /// The next letter; `None` when none can come any more.
    fn wait(&self) -> Option<Letter<P::Message>> {
        let wake = self.program.wake_in().filter(|_| !self.suspended);
        let Some(wake) = wake else {
            return self.receiver.recv().ok();
        };
        match self.receiver.recv_timeout(wake.max(SHORTEST_WAKE)) {
            Ok(letter) => Some(letter),
            Err(RecvTimeoutError::Timeout) => Some(Letter::Wake),
            Err(RecvTimeoutError::Disconnected) => None,
        }
    }

    fn open(&mut self, letter: Letter<P::Message>) -> io::Result<Decision> {
        match letter {
            Letter::Message(message) => self.apply(Event::Message(message)),
            Letter::Fault(fault) => self.apply(Event::Fault(fault)),
            Letter::Wake => self.apply(Event::Tick),
            Letter::Signal(signal) => self.obey(signal),
            Letter::Inputs(batch) => {
                self.marks_pastes |= batch.iter().any(|input| matches!(input, Input::Paste(_)));
                let batch = if self.program.takes_text() && !self.marks_pastes {
                    input::bursts_as_pastes(batch)
                } else {
                    batch
                };
                for input in batch {
                    if let Input::Key(_) = input {
                        faults::on_key();
                    }
                    if let Input::Resize(..) = input {
                        // several may be under way: the size of now counts
                        let (columns, rows) = terminal::size();
                        self.screen.resize(columns, rows);
                        self.dirty = true;
                    }
                    if let Decision::End(code) = self.apply(Event::Input(input))? {
                        return Ok(Decision::End(code));
                    }
                }
                Ok(Decision::Go)
            }
        }
    }

    fn apply(&mut self, event: Event<P::Message>) -> io::Result<Decision> {
        let flow = self.program.handle(event);
        match flow {
            Flow::Idle => {}
            Flow::Draw => self.dirty = true,
            Flow::Repaint => {
                self.screen.repaint();
                self.dirty = true;
            }
            Flow::Copy(text) => {
                self.dirty = true;
                let (copied, bytes) = clipboard::copy(&text);
                self.screen.send(&bytes)?;
                return self.apply(Event::Copied(copied));
            }
            Flow::Suspend => self.suspend()?,
            Flow::Quit(code) => return Ok(Decision::End(code)),
        }
        Ok(Decision::Go)
    }

    fn obey(&mut self, signal: Signal) -> io::Result<Decision> {
        match signal {
            Signal::Suspend => self.suspend()?,
            Signal::Continue => self.resume()?,
            ending => return Ok(ending.exit_code().map_or(Decision::Go, Decision::End)),
        }
        Ok(Decision::Go)
    }

    fn suspend(&mut self) -> io::Result<()> {
        if self.suspended {
            return Ok(());
        }
        self.suspended = true;
        terminal::leave();
        // the whole group: a parent such as `git` or `cargo` that waits for this process would hang otherwise
        let stop = rustix::process::Signal::STOP;
        if rustix::process::kill_current_process_group(stop).is_err() {
            return self.resume();
        }
        Ok(())
    }

    fn resume(&mut self) -> io::Result<()> {
        // stopped from outside, the terminal was never given back, and the shell has changed it since
        terminal::leave();
        terminal::enter()?;
        self.suspended = false;
        let (columns, rows) = terminal::size();
        self.screen.resize(columns, rows);
        self.dirty = true;
        Ok(())
    }
}

#[cfg(test)]
mod tests;
