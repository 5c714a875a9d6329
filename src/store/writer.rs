//! The thread that owns the files: appends lines, syncs, acknowledges, tries again when a disk refuses.
//!
//! Lines that wait together are written together, in one write and one sync. What a disk refused stays in the queue,
//! in order, and is tried again, later and later up to ten seconds.

use super::disk::Disk;
use super::error::StoreError;
use super::journal::Position;
use super::replica::Memory;
use super::state::{State, Update};
use crate::i18n::Message;
use crate::study::id::SubjectId;
use jiff::Timestamp;
use std::borrow::Cow;
use std::collections::{BTreeMap, HashMap, VecDeque};
use std::path::{Path, PathBuf};
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
    /// Where the journal ends with it.
    pub(super) position: Position,
    /// What it changed.
    pub(super) update: Update,
    /// All that are erased, where it erases some.
    pub(super) erased: Vec<SubjectId>,
}

/// What the writer works with.
pub(super) struct Ground {
    /// Where each journal's last whole line ends.
    pub(super) ends: HashMap<PathBuf, u64>,
    /// The embedded store; without it, the next opening makes one.
    pub(super) state: Option<State>,
}

pub(super) enum Job {
    Line(Box<LineJob>),
    Draft(PathBuf, Option<String>),
    Settle(Sender<Result<(), StoreError>>),
    /// Let go of all files, until [`Job::Resume`].
    Pause(Sender<()>),
    Resume(Box<Ground>),
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
    /// Starts the thread.
    pub(super) fn start(
        disk: Box<dyn Disk>,
        memory: Memory,
        ground: Ground,
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
            ground,
            status: status.clone(),
            lines: VecDeque::new(),
            drafts: BTreeMap::new(),
            wait: None,
            again: None,
            drafted: None,
            acknowledged: Vec::new(),
            unflushed: None,
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

    /// Asks that everything so far be made durable at once.
    pub(super) fn settling(&self) -> Result<Settling, StoreError> {
        let (answer, settled) = channel();
        self.send(Job::Settle(answer))?;
        Ok(Settling(Some(settled)))
    }

    /// Has the writer let go of all files; nothing is written until [`Self::resume`].
    pub(super) fn pause(&self) -> Result<(), StoreError> {
        let (answer, paused) = channel();
        self.send(Job::Pause(answer))?;
        paused
            .recv()
            .map_err(|_| StoreError::internal(&"the writer has ended"))
    }

    pub(super) fn resume(&self, ground: Ground) -> Result<(), StoreError> {
        self.send(Job::Resume(Box::new(ground)))
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

/// The writer's answer to come: whether everything given to it is durable. Any thread may wait for it.
#[derive(Debug)]
pub struct Settling(Option<Receiver<Result<(), StoreError>>>);

impl Settling {
    /// Nothing is being written.
    pub(super) fn done() -> Self {
        Self(None)
    }

    /// Waits for the answer.
    ///
    /// # Errors
    /// A disk refused what was tried once more; it is still tried later.
    pub fn wait(self) -> Result<(), StoreError> {
        match self.0 {
            Some(settled) => settled
                .recv()
                .map_err(|_| StoreError::internal(&"the writer has ended"))?,
            None => Ok(()),
        }
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
/// How long the embedded store may keep what it was given, when nothing else is to be done.
const FLUSH: Duration = Duration::from_millis(500);

/// The thread's own.
struct Hand {
    disk: Box<dyn Disk>,
    memory: Memory,
    ground: Ground,
    status: Arc<Status>,
    lines: VecDeque<LineJob>,
    drafts: BTreeMap<PathBuf, Option<String>>,
    /// How long to wait after the next refusal.
    wait: Option<Duration>,
    /// When to try again.
    again: Option<Instant>,
    /// When drafts were last written.
    drafted: Option<Instant>,
    /// Lines that are durable and not in the embedded store yet.
    acknowledged: Vec<(PathBuf, Vec<LineJob>)>,
    /// When the embedded store was first given something since its last flush.
    unflushed: Option<Instant>,
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
                    Job::Pause(answer) => {
                        self.disk.release();
                        self.ground.state = None;
                        self.unflushed = None;
                        let _ = answer.send(());
                    }
                    Job::Resume(ground) => self.ground = *ground,
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
            // Nobody waits for what follows: it can be told again from the journal.
            if !self.acknowledged.is_empty() {
                self.memory.save();
            }
            for (journal, lines) in std::mem::take(&mut self.acknowledged) {
                self.bring_in(&journal, lines);
            }
            self.flush(stop);
            if stop {
                return;
            }
        }
    }

    /// Has the embedded store write what it holds, after a while, so that one flush serves many lines.
    fn flush(&mut self, now: bool) {
        if self
            .unflushed
            .is_some_and(|since| now || since.elapsed() >= FLUSH)
        {
            self.unflushed = None;
            if self
                .ground
                .state
                .as_ref()
                .is_some_and(|state| state.flush().is_err())
            {
                self.ground.state = None;
            }
        }
    }

    /// When there is something to do without a job.
    fn due(&self) -> Option<Instant> {
        if self.again.is_some() {
            return self.again;
        }
        let drafts = || self.drafted.map_or_else(Instant::now, |at| at + DRAFTS);
        let drafts = (!self.drafts.is_empty()).then(drafts);
        let flush = self.unflushed.map(|since| since + FLUSH);
        drafts.into_iter().chain(flush).min()
    }

    fn write(&mut self, urgent: bool) -> Result<(), StoreError> {
        let failing = self.again.is_some();
        let done = self.write_lines().and_then(|()| self.write_drafts(urgent));
        match &done {
            Ok(()) => {
                (self.wait, self.again) = (None, None);
                if failing {
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
            let mut files = Vec::new();
            for line in self.lines.iter().take(run) {
                files.extend_from_slice(&line.files);
            }
            // A line by itself may be a whole study: it is not copied.
            let bytes = if run == 1 {
                Cow::Borrowed(first.bytes.as_slice())
            } else {
                let lines = self.lines.iter().take(run);
                Cow::Owned(lines.flat_map(|line| &line.bytes).copied().collect())
            };
            if let Err(error) = self.disk.sync(&files) {
                let file = files.first().unwrap_or(&journal);
                return Err(StoreError::disk(file, &error));
            }
            let end = self.ground.ends.get(&journal).copied().unwrap_or(0);
            self.disk
                .append(&journal, end, &bytes)
                .map_err(|error| StoreError::disk(&journal, &error))?;
            let end = end + bytes.len() as u64;
            self.ground.ends.insert(journal.clone(), end);
            let mut done: Vec<LineJob> = self.lines.drain(..run).collect();
            for line in &mut done {
                line.bytes = Vec::new();
                self.memory.seen.note(line.identity, line.n, &line.hash);
            }
            if self.lines.is_empty() {
                self.status.set(Saved::Saved(Timestamp::now()));
            }
            self.acknowledged.push((journal, done));
        }
        Ok(())
    }

    /// Brings acknowledged lines into the embedded store. One that refuses is let go: the next opening goes on from
    /// the journal.
    fn bring_in(&mut self, journal: &Path, lines: Vec<LineJob>) {
        let Some(state) = &mut self.ground.state else {
            return;
        };
        let Some(position) = lines.last().map(|line| line.position.clone()) else {
            return;
        };
        let erased = lines
            .iter()
            .rev()
            .find(|line| !line.erased.is_empty())
            .map(|line| line.erased.clone());
        let updates = lines.into_iter().map(|line| line.update).collect();
        if state
            .update_line(updates, erased.unwrap_or_default(), journal, position)
            .is_err()
        {
            self.ground.state = None;
        }
        self.unflushed.get_or_insert_with(Instant::now);
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
