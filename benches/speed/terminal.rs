//! A program in a real pseudo-terminal: when its first screen comes, and how long a key takes to be seen.

use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, native_pty_system};
use std::io::{Read, Write};
use std::sync::mpsc::{Receiver, channel};
use std::time::{Duration, Instant};

/// Nothing more comes when nothing came for so long.
const QUIET: Duration = Duration::from_millis(25);

/// A program at a terminal of 120 by 40.
pub struct Terminal {
    child: Box<dyn Child + Send + Sync>,
    writer: Box<dyn Write + Send>,
    bytes: Receiver<(Instant, Vec<u8>)>,
    _master: Box<dyn MasterPty + Send>,
    started: Instant,
    seen: Vec<u8>,
}

impl Terminal {
    /// Starts a program.
    pub fn start(program: &str, args: &[&str], env: &[(&str, &str)]) -> Self {
        let size = PtySize {
            rows: 40,
            cols: 120,
            pixel_width: 0,
            pixel_height: 0,
        };
        let pair = native_pty_system().openpty(size).unwrap();
        let mut command = CommandBuilder::new(program);
        command.args(args);
        command.env("TERM", "xterm-256color");
        for (name, value) in env {
            command.env(name, value);
        }
        let started = Instant::now();
        let child = pair.slave.spawn_command(command).unwrap();
        drop(pair.slave);
        let mut reader = pair.master.try_clone_reader().unwrap();
        let writer = pair.master.take_writer().unwrap();
        let (send, bytes) = channel();
        std::thread::spawn(move || {
            let mut buffer = vec![0; 1 << 16];
            while let Ok(n) = reader.read(&mut buffer) {
                if n == 0 || send.send((Instant::now(), buffer[..n].to_vec())).is_err() {
                    return;
                }
            }
        });
        Self {
            child,
            writer,
            bytes,
            _master: pair.master,
            started,
            seen: Vec::new(),
        }
    }

    /// Time from the start until some words were sent.
    pub fn until(&mut self, words: &str) -> Option<Duration> {
        loop {
            let (at, bytes) = self.bytes.recv_timeout(Duration::from_secs(20)).ok()?;
            self.seen.extend(bytes);
            if self
                .seen
                .windows(words.len())
                .any(|part| part == words.as_bytes())
            {
                return Some(at - self.started);
            }
        }
    }

    /// Time from a key to the last byte it causes, and how many bytes it causes.
    pub fn key(&mut self, key: &[u8]) -> Option<(Duration, usize)> {
        while self.bytes.recv_timeout(QUIET).is_ok() {}
        let pressed = Instant::now();
        self.writer.write_all(key).ok()?;
        let (mut last, first) = self.bytes.recv_timeout(Duration::from_secs(5)).ok()?;
        let mut n = first.len();
        while let Ok((at, bytes)) = self.bytes.recv_timeout(QUIET) {
            last = at;
            n += bytes.len();
        }
        Some((last - pressed, n))
    }

    /// Greatest memory so far, in MB, where the system tells.
    pub fn memory(&self) -> Option<u64> {
        crate::process::memory_of(self.child.process_id()?)
    }
}

impl Drop for Terminal {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
