//! A person at a terminal: starts the program, presses keys, waits for what the screen shows. Nothing here sleeps and
//! then hopes; every wait is for something seen, ten seconds at most.

use std::io::{Read, Write};
use std::num::NonZeroU16;
use std::os::fd::OwnedFd;
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::thread;
use std::time::{Duration, Instant};

use crate::keys::key_bytes;
use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, native_pty_system};
use rustix::fs::{Mode, OFlags};
use rustix::process::{Pid, Signal, kill_process};
use rustix::termios::{OptionalActions, Termios, tcgetattr, tcsetattr};

const PATIENCE: Duration = Duration::from_secs(10);

/// A terminal with the program in it.
pub struct Terminal {
    master: Option<Box<dyn MasterPty + Send>>,
    /// The program's end of the line, kept open so that its settings can be read after the program has gone.
    line: Option<OwnedFd>,
    /// The settings before the program started.
    before: Termios,
    child: Box<dyn Child + Send + Sync>,
    keyboard: Option<Box<dyn Write + Send>>,
    output: Receiver<Vec<u8>>,
    closing: Arc<AtomicBool>,
    screen: vt100::Parser,
    home: tempfile::TempDir,
}

impl Terminal {
    /// The program of this package, in an empty home, on a terminal of `columns` × `rows`.
    pub fn start(arguments: &[&str], environment: &[(&str, &str)], size: (u16, u16)) -> Self {
        let mut command = vec![env!("CARGO_BIN_EXE_entretien")];
        command.extend(arguments);
        Self::start_command(&command, environment, size)
    }

    /// Any command, in the same surroundings.
    pub fn start_command(command: &[&str], environment: &[(&str, &str)], size: (u16, u16)) -> Self {
        let home = tempfile::tempdir().unwrap();
        let pair = native_pty_system().openpty(pty_size(size)).unwrap();
        let name = pair.master.tty_name().unwrap();
        let line = rustix::fs::open(
            name,
            OFlags::RDWR | OFlags::NOCTTY | OFlags::CLOEXEC,
            Mode::empty(),
        )
        .unwrap();
        let before = tcgetattr(&line).unwrap();
        let mut builder = CommandBuilder::new(command[0]);
        builder.args(&command[1..]);
        builder.env_clear();
        builder.cwd(home.path());
        builder.env("PATH", std::env::var_os("PATH").unwrap_or_default());
        builder.env("TERM", "xterm-256color");
        builder.env("LANG", "fr_FR.UTF-8");
        builder.env("HOME", home.path());
        for (name, value) in environment {
            builder.env(name, value);
        }
        let child = pair.slave.spawn_command(builder).unwrap();
        let mut reader = pair.master.try_clone_reader().unwrap();
        let keyboard = pair.master.take_writer().unwrap();
        let (sender, output) = channel();
        let closing = Arc::new(AtomicBool::new(false));
        let closed = Arc::clone(&closing);
        thread::spawn(move || {
            let mut buffer = [0; 8192];
            while let Ok(count @ 1..) = reader.read(&mut buffer) {
                if closed.load(Ordering::SeqCst) || sender.send(buffer[..count].to_vec()).is_err() {
                    return;
                }
            }
        });
        let (columns, rows) = cells(size);
        Self {
            master: Some(pair.master),
            line: Some(line),
            before,
            child,
            keyboard: Some(keyboard),
            output,
            closing,
            screen: vt100::Parser::new(rows, columns, 0),
            home,
        }
    }

    /// Types a text, as one burst; `\n` is Enter.
    pub fn type_text(&mut self, text: &str) {
        self.send(text.replace('\n', "\r").as_bytes());
    }

    /// Presses keys by name, separated by spaces: `enter esc tab backtab backspace delete up down left right home end
    /// pgup pgdn f1…f12 space c-x a-x`, or any one character.
    pub fn press(&mut self, keys: &str) {
        let mut before = "";
        for key in keys.split_whitespace() {
            if before == "esc" {
                // sent at once, the two would be one key with Alt
                self.wait_quiet(Duration::from_millis(60));
            }
            self.send(key_bytes(key).as_bytes());
            before = key;
        }
    }

    /// Pastes a text the way terminals do.
    pub fn paste(&mut self, text: &str) {
        self.send(format!("\x1b[200~{text}\x1b[201~").as_bytes());
    }

    fn send(&mut self, bytes: &[u8]) {
        let keyboard = self.keyboard.as_mut().expect("the terminal is closed");
        keyboard.write_all(bytes).unwrap();
        keyboard.flush().unwrap();
    }

    /// Waits until `text` is on the screen.
    #[track_caller]
    pub fn wait_for(&mut self, text: &str) {
        self.wait_until(&format!("{text:?} on the screen"), |screen| {
            screen.contents().contains(text)
        });
    }

    /// Waits until `text` is off the screen.
    #[track_caller]
    pub fn wait_gone(&mut self, text: &str) {
        self.wait_until(&format!("{text:?} off the screen"), |screen| {
            !screen.contents().contains(text)
        });
    }

    /// Waits until the screen is as `seen` wants it; fails with the screen as it is.
    #[track_caller]
    pub fn wait_until(&mut self, what: &str, seen: impl Fn(&vt100::Screen) -> bool) {
        let end = Instant::now() + PATIENCE;
        while !seen(self.screen.screen()) {
            match self
                .output
                .recv_timeout(end.saturating_duration_since(Instant::now()))
            {
                Ok(bytes) => self.screen.process(&bytes),
                Err(RecvTimeoutError::Timeout) => {
                    panic!("no {what} after {PATIENCE:?}:\n{}", self.text())
                }
                Err(RecvTimeoutError::Disconnected) => {
                    panic!("no {what}, and the program ended:\n{}", self.text())
                }
            }
        }
    }

    /// Waits until nothing was written to the screen for so long.
    pub fn wait_quiet(&mut self, quiet: Duration) {
        while let Ok(bytes) = self.output.recv_timeout(quiet) {
            self.screen.process(&bytes);
        }
    }

    /// How many bytes are written to the screen in a time.
    pub fn bytes_in(&mut self, time: Duration) -> usize {
        let (end, mut sent) = (Instant::now() + time, 0);
        while let Ok(bytes) = self
            .output
            .recv_timeout(end.saturating_duration_since(Instant::now()))
        {
            sent += bytes.len();
            self.screen.process(&bytes);
        }
        sent
    }

    /// What the screen shows.
    pub fn text(&self) -> String {
        self.screen.screen().contents()
    }

    /// Gives the window another size.
    pub fn resize(&mut self, size: (u16, u16)) {
        self.master
            .as_ref()
            .expect("the terminal is closed")
            .resize(pty_size(size))
            .unwrap();
        let (columns, rows) = cells(size);
        self.screen.screen_mut().set_size(rows, columns);
    }

    /// The program's process.
    pub fn pid(&self) -> Pid {
        let id = self
            .child
            .process_id()
            .expect("a process that was started has an id");
        Pid::from_raw(i32::try_from(id).unwrap()).unwrap()
    }

    /// Sends a signal to the program.
    pub fn signal(&self, signal: Signal) {
        kill_process(self.pid(), signal).unwrap();
    }

    /// Closes the window, as if its cross had been clicked.
    pub fn close(&mut self) {
        self.closing.store(true, Ordering::SeqCst);
        if let Some(line) = self.line.take() {
            // a byte for the reader, which holds the window open until it has something to read
            rustix::io::write(&line, b"\0").unwrap();
        }
        while self.output.recv().is_ok() {}
        self.keyboard = None;
        self.master = None;
    }

    /// Puts the line settings back to what they were before the program, as a shell does when it takes over.
    pub fn restore_line_settings(&self) {
        let line = self.line.as_ref().expect("the terminal is closed");
        tcsetattr(line, OptionalActions::Now, &self.before).unwrap();
    }

    /// Forgets what the screen shows, as if another program had cleared it.
    pub fn forget_screen(&mut self) {
        self.screen.process(b"\x1bc");
    }

    /// Waits for the end of the program, reads what it still wrote, and returns its exit code.
    #[track_caller]
    pub fn exit_code(&mut self) -> u32 {
        let end = Instant::now() + PATIENCE;
        let status = loop {
            match self.child.try_wait().unwrap() {
                Some(status) => break status,
                None if Instant::now() > end => {
                    panic!("still running after {PATIENCE:?}:\n{}", self.text())
                }
                None => thread::sleep(Duration::from_millis(2)),
            }
        };
        assert_eq!(
            status.signal(),
            None,
            "killed instead of ended:\n{}",
            self.text()
        );
        if self.line.is_some() {
            self.assert_line_settings();
            self.line = None;
            while let Ok(bytes) = self.output.recv_timeout(PATIENCE) {
                self.screen.process(&bytes);
            }
        }
        status.exit_code()
    }

    /// Asserts that the terminal is as a shell wants it: main screen, cursor shown, no paste marks, line settings as
    /// before the start.
    #[track_caller]
    pub fn assert_given_back(&self) {
        let screen = self.screen.screen();
        assert!(!screen.alternate_screen(), "still on the alternate screen");
        assert!(!screen.hide_cursor(), "cursor still hidden");
        assert!(!screen.bracketed_paste(), "pastes still marked");
        assert_eq!(screen.mouse_protocol_mode(), vt100::MouseProtocolMode::None);
        self.assert_line_settings();
    }

    #[track_caller]
    fn assert_line_settings(&self) {
        if let Some(line) = &self.line {
            let now = tcgetattr(line).unwrap();
            assert_eq!(
                format!("{now:?}"),
                format!("{:?}", self.before),
                "the line settings are not as they were"
            );
        }
    }

    /// The screen, for a look at its attributes and modes.
    pub fn screen(&self) -> &vt100::Screen {
        self.screen.screen()
    }

    /// The home of the program's person, empty at the start.
    pub fn home(&self) -> &Path {
        self.home.path()
    }
}

impl Drop for Terminal {
    fn drop(&mut self) {
        // a failed test must leave no process behind; one that has ended is not there to be killed
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn pty_size((cols, rows): (u16, u16)) -> PtySize {
    PtySize {
        rows,
        cols,
        pixel_width: 0,
        pixel_height: 0,
    }
}

/// The screen that is looked at has one cell at least, whatever the program is told.
fn cells((columns, rows): (u16, u16)) -> (NonZeroU16, NonZeroU16) {
    let at_least_one = |n| NonZeroU16::new(n).unwrap_or(NonZeroU16::MIN);
    (at_least_one(columns), at_least_one(rows))
}
