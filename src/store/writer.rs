//! The thread that owns the files: appends lines, syncs, acknowledges, tries again when a disk refuses.
//!
//! Lines that wait together are written together, in one write and one sync. What a disk refused stays in the queue,
//! in order, and is tried again, later and later up to ten seconds.

use super::disk::Disk;
use super::error::StoreError;
use super::replica::Memory;
use crate::i18n::Message;
use jiff::Timestamp;
use std::collections::{BTreeMap, HashMap, VecDeque};
use std::path::PathBuf;
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread::JoinHandle;
use std::time::{Duration, Instant};

/// Whether what is on the screen is on the disk.
#[derive(Debug, Clone, PartialEq)]
pub enum Saved {
    /// Not yet.
    Saving,
    /// All of it, since then.
    Saved(Timestamp),
    /// The disk refused; nothing is lost, it is tried again.
    Failed(Message),
}

/// A line on its way to a journal.
#[derive(Debug)]
pub(super) struct LineJob {
    pub(super) journal: PathBuf,
    pub(super) identity: bool,
    pub(super) n: u64,
    pub(super) hash: String,
    pub(super) bytes: Vec<u8>,
    /// Texts the line names, to be durable before it.
    pub(super) files: Vec<PathBuf>,
}

pub(super) enum Job {
    Line(Box<LineJob>),
    Draft(PathBuf, Option<String>),
    Settle(Sender<Result<(), StoreError>>),
    Stop,
}

type Wake = Box<dyn Fn() + Send>;

/// What the writer tells everybody.
pub(super) struct Status {
    saved: Mutex<Saved>,
    wake: Mutex<Option<Wake>>,
}

impl Status {
    fn set(&self, saved: Saved) {
        *self.saved.lock().unwrap_or_else(PoisonError::into_inner) = saved;
        if let Some(wake) = &*self.wake.lock().unwrap_or_else(PoisonError::into_inner) {
            wake();
        }
    }
}

/// The writer, as the store holds it.
pub(super) struct Writer {
    jobs: Sender<Job>,
    status: Arc<Status>,
    thread: Option<JoinHandle<()>>,
}

impl Writer {
    /// Starts the thread; `ends` tells where each journal's last whole line ends.
    pub(super) fn start(
        disk: Box<dyn Disk>,
        memory: Memory,
        ends: HashMap<PathBuf, u64>,
        saved: Timestamp,
    ) -> Result<Self, StoreError> {
        let (jobs, inbox) = channel();
        let status = Arc::new(Status {
            saved: Mutex::new(Saved::Saved(saved)),
            wake: Mutex::new(None),
        });
        let mut hand = Hand {
            disk,
            memory,
            ends,
            status: status.clone(),
            lines: VecDeque::new(),
            drafts: BTreeMap::new(),
            wait: None,
            again: None,
            drafted: None,
        };
        let thread = std::thread::Builder::new()
            .name("writer".into())
            .spawn(move || hand.run(&inbox))
            .map_err(|e| StoreError::internal(&e))?;
        Ok(Self {
            jobs,
            status,
            thread: Some(thread),
        })
    }

    pub(super) fn send(&self, job: Job) -> Result<(), StoreError> {
        if matches!(job, Job::Line(_)) {
            let mut saved = self
                .status
                .saved
                .lock()
                .unwrap_or_else(PoisonError::into_inner);
            if matches!(*saved, Saved::Saved(_)) {
                *saved = Saved::Saving;
            }
        }
        self.jobs
            .send(job)
            .map_err(|_| StoreError::internal(&"the writer has ended"))
    }

    pub(super) fn settle(&self) -> Result<(), StoreError> {
        let (answer, settled) = channel();
        self.send(Job::Settle(answer))?;
        settled
            .recv()
            .map_err(|_| StoreError::internal(&"the writer has ended"))?
    }

    pub(super) fn saved(&self) -> Saved {
        self.status
            .saved
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .clone()
    }

    pub(super) fn on_saved(&self, wake: Wake) {
        *self
            .status
            .wake
            .lock()
            .unwrap_or_else(PoisonError::into_inner) = Some(wake);
    }
}

impl Drop for Writer {
    fn drop(&mut self) {
        let _ = self.jobs.send(Job::Stop);
        if let Some(thread) = self.thread.take() {
            let _ = thread.join();
        }
    }
}

const FIRST_WAIT: Duration = Duration::from_millis(250);
const LONGEST_WAIT: Duration = Duration::from_secs(10);
/// Shortest time between two writes of drafts.
const DRAFTS: Duration = Duration::from_millis(100);

/// The thread's own.
struct Hand {
    disk: Box<dyn Disk>,
    memory: Memory,
    ends: HashMap<PathBuf, u64>,
    status: Arc<Status>,
    lines: VecDeque<LineJob>,
    drafts: BTreeMap<PathBuf, Option<String>>,
    /// How long to wait after the next refusal.
    wait: Option<Duration>,
    /// When to try again.
    again: Option<Instant>,
    /// When drafts were last written.
    drafted: Option<Instant>,
}

impl Hand {
    fn run(&mut self, inbox: &Receiver<Job>) {
        loop {
            let first = match self.due() {
                None => inbox.recv().map_err(|_| RecvTimeoutError::Disconnected),
                Some(due) => inbox.recv_timeout(due.saturating_duration_since(Instant::now())),
            };
            let mut settling = Vec::new();
            let mut stop = matches!(first, Err(RecvTimeoutError::Disconnected));
            for job in first.into_iter().chain(inbox.try_iter()) {
                match job {
                    Job::Line(line) => self.lines.push_back(*line),
                    Job::Draft(file, text) => {
                        self.drafts.insert(file, text);
                    }
                    Job::Settle(answer) => settling.push(answer),
                    Job::Stop => stop = true,
                }
            }
            let now = Instant::now();
            let urgent = stop || !settling.is_empty();
            if urgent || self.again.is_none_or(|again| again <= now) {
                let done = self.write(urgent);
                for answer in settling {
                    let _ = answer.send(done.clone());
                }
            }
            if stop {
                return;
            }
        }
    }

    /// When there is something to do without a job.
    fn due(&self) -> Option<Instant> {
        if self.again.is_some() {
            return self.again;
        }
        (!self.drafts.is_empty()).then(|| self.drafted.map_or_else(Instant::now, |at| at + DRAFTS))
    }

    fn write(&mut self, urgent: bool) -> Result<(), StoreError> {
        let waiting = !self.lines.is_empty() || self.again.is_some();
        let done = self.write_lines().and_then(|()| self.write_drafts(urgent));
        match &done {
            Ok(()) => {
                (self.wait, self.again) = (None, None);
                if waiting {
                    self.status.set(Saved::Saved(Timestamp::now()));
                }
            }
            Err(error) => {
                let wait = self
                    .wait
                    .map_or(FIRST_WAIT, |wait| (wait * 2).min(LONGEST_WAIT));
                self.wait = Some(wait);
                self.again = Some(Instant::now() + wait);
                self.status.set(Saved::Failed(error.message()));
            }
        }
        done
    }

    /// Writes what waits, all lines of one journal that follow each other in one go.
    fn write_lines(&mut self) -> Result<(), StoreError> {
        while let Some(first) = self.lines.front() {
            let journal = first.journal.clone();
            let run = self
                .lines
                .iter()
                .take_while(|line| line.journal == journal)
                .count();
            let mut bytes = Vec::new();
            let mut files = Vec::new();
            for line in self.lines.iter().take(run) {
                bytes.extend_from_slice(&line.bytes);
                files.extend_from_slice(&line.files);
            }
            if let Err(error) = self.disk.sync(&files) {
                let file = files.first().unwrap_or(&journal);
                return Err(StoreError::disk(file, &error));
            }
            let end = self.ends.get(&journal).copied().unwrap_or(0);
            self.disk
                .append(&journal, end, &bytes)
                .map_err(|error| StoreError::disk(&journal, &error))?;
            self.ends.insert(journal, end + bytes.len() as u64);
            for line in self.lines.drain(..run) {
                self.memory.seen.note(line.identity, line.n, &line.hash);
            }
            self.memory.save();
        }
        Ok(())
    }

    fn write_drafts(&mut self, urgent: bool) -> Result<(), StoreError> {
        if self.drafts.is_empty()
            || (!urgent && self.drafted.is_some_and(|at| at.elapsed() < DRAFTS))
        {
            return Ok(());
        }
        while let Some((file, text)) = self.drafts.pop_first() {
            if let Err(error) = self.disk.draft(&file, text.as_deref()) {
                let refused = StoreError::disk(&file, &error);
                self.drafts.insert(file, text);
                return Err(refused);
            }
        }
        self.drafted = Some(Instant::now());
        Ok(())
    }
}
