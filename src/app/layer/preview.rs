//! A file as it was read, before anything of it is kept.

use crate::analysis::search::Progress;
use crate::app::list::ListCursor;
use crate::app::place::Eye;
use crate::command::{CursorAct, Situation};
use crate::i18n::Message;
use crate::import::data::Kind;
use crate::import::plan::stem;
use crate::import::{Became, Belongs, Options, Report, Transcript};
use crate::study::is_interviewer_name;
use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;
use std::sync::Arc;

/// What a file turned out to be.
pub enum Content {
    /// It is being read.
    Reading,
    /// A transcript or a reference text.
    Text(Box<Transcript>),
    /// Rows of data: the kind, what was found, whether it can be kept.
    Data(Kind, Box<Report>, bool),
    /// Many files: what becomes of each, and what is said beside.
    Many(Vec<One>, Vec<Message>),
    /// It cannot be read: why.
    Fault(Vec<Message>),
}

/// One of many files.
pub struct One {
    /// What becomes of it; of one that is refused, its name alone.
    pub became: Became,
    /// Why nothing of it is kept.
    pub refused: Option<Message>,
}

/// A row of the preview that the cursor moves over.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PreviewRow {
    /// A speaker: name as the file has it, number of turns.
    Speaker(Option<String>, usize),
    /// A name that stands once where speakers stand: name, line.
    Candidate(String, usize),
    /// A turn, by its place.
    Turn(usize),
    /// A passage that was not read, by its place.
    Unread(usize),
    /// One of many files, by its place.
    File(usize),
    /// A warning or a problem.
    Told(Message),
}

/// One of many files, and what was in it when it was read.
#[derive(Clone)]
pub struct Held {
    /// The file.
    pub path: PathBuf,
    /// What it holds, once it was read.
    pub bytes: Arc<[u8]>,
}

/// A file as it was read.
pub struct Preview {
    /// The file.
    pub path: PathBuf,
    /// Its name.
    pub name: String,
    /// What it holds.
    pub bytes: Arc<[u8]>,
    /// The files, where many are read together; the path is then their folder.
    pub many: Vec<Held>,
    /// Where it goes.
    pub belongs: Belongs,
    /// How it is read.
    pub options: Options,
    /// Speakers that were said to ask, or not to; the others go by their name.
    pub asks: BTreeMap<String, bool>,
    /// Speakers that the study knows in the interview, and whether they ask.
    pub known: BTreeMap<String, bool>,
    /// What it turned out to be.
    pub content: Content,
    /// The rows.
    pub rows: Vec<PreviewRow>,
    /// Where the cursor is.
    pub list: ListCursor,
    /// Whether what was not read is shown in the place of the turns.
    pub unread: bool,
    /// Which reading this is, of all there ever were; what another one found is dropped.
    pub reading: u64,
    /// The work that keeps what is shown, while it is under way.
    pub keeping: Option<Progress>,
}

impl Preview {
    /// A file that is about to be read.
    pub fn new(path: PathBuf, bytes: Arc<[u8]>, belongs: Belongs) -> Self {
        let name = path
            .file_name()
            .unwrap_or_default()
            .to_string_lossy()
            .into_owned();
        Self {
            path,
            name,
            bytes,
            many: Vec::new(),
            belongs,
            options: Options::default(),
            asks: BTreeMap::new(),
            known: BTreeMap::new(),
            content: Content::Reading,
            rows: Vec::new(),
            list: ListCursor::default(),
            unread: false,
            reading: 0,
            keeping: None,
        }
    }

    /// Many files of a folder that are about to be read.
    pub fn of_many(folder: PathBuf, paths: Vec<PathBuf>, belongs: Belongs) -> Self {
        let nothing: Arc<[u8]> = Arc::from(Vec::new());
        let held = |path| Held {
            path,
            bytes: nothing.clone(),
        };
        let many = paths.into_iter().map(held).collect();
        Self {
            many,
            ..Self::new(folder, nothing.clone(), belongs)
        }
    }

    /// Key of the interview or the reference text that it goes to.
    pub fn target(&self) -> String {
        match &self.belongs {
            Belongs::Session(key) => key.clone(),
            Belongs::VersionOf { session, document } => {
                session.clone().unwrap_or_else(|| document.clone())
            }
            Belongs::Reference(key) if !key.is_empty() => key.clone(),
            Belongs::Reference(_) => stem(&self.name),
            Belongs::ByName => match &self.content {
                Content::Text(transcript) => transcript
                    .origin
                    .as_ref()
                    .and_then(|origin| origin.interview.clone())
                    .filter(|key| !key.is_empty())
                    .unwrap_or_else(|| stem(&self.name)),
                _ => stem(&self.name),
            },
        }
    }

    /// Whether a speaker's words are taken for an interviewer's.
    pub fn is_asking(&self, speaker: &str) -> bool {
        let said = self.asks.get(speaker).copied();
        said.unwrap_or_else(|| self.asks_anyway(speaker))
    }

    /// Whether they would be without anything said here: by what the study knows, else by the name.
    fn asks_anyway(&self, speaker: &str) -> bool {
        let known = self.known.get(speaker).copied();
        known.unwrap_or_else(|| is_interviewer_name(speaker))
    }

    /// Whether it can be kept.
    pub fn importable(&self) -> bool {
        match &self.content {
            Content::Reading | Content::Fault(_) => false,
            Content::Text(_) => true,
            Content::Data(_, _, whole) => *whole,
            Content::Many(files, _) => files.iter().any(|one| one.refused.is_none()),
        }
    }

    pub(in crate::app) fn situation(&self, situation: &mut Situation) {
        situation.importable = self.importable();
        situation.item = !self.rows.is_empty();
    }

    /// Begins a reading; what other ones find is dropped from now on.
    pub(in crate::app) fn begin(&mut self, reading: u64) {
        self.reading = reading;
        self.content = Content::Reading;
    }

    /// What was read arrives.
    pub fn arrived(&mut self, content: Content) {
        self.content = content;
        self.list = ListCursor::default();
        self.show();
    }

    /// Turns or what was not read.
    pub fn toggle_unread(&mut self) {
        self.unread = !self.unread;
        self.show();
        let first = self
            .rows
            .iter()
            .position(|row| matches!(row, PreviewRow::Unread(_)));
        if let (true, Some(at)) = (self.unread, first) {
            self.list.at = at;
        }
    }

    /// Makes the rows anew.
    fn show(&mut self) {
        self.rows.clear();
        match &self.content {
            Content::Reading => {}
            Content::Text(transcript) => {
                let speakers = transcript.speakers().into_iter();
                self.rows.extend(
                    speakers
                        .map(|(name, turns)| PreviewRow::Speaker(name.map(str::to_owned), turns)),
                );
                let candidates = transcript.candidates.iter();
                self.rows.extend(
                    candidates.map(|seen| PreviewRow::Candidate(seen.name.clone(), seen.line)),
                );
                let warnings = transcript.warnings.iter();
                self.rows
                    .extend(warnings.map(|warning| PreviewRow::Told(warning.message())));
                if self.unread {
                    self.rows
                        .extend((0..transcript.unread.len()).map(PreviewRow::Unread));
                } else {
                    self.rows
                        .extend((0..transcript.turns.len()).map(PreviewRow::Turn));
                }
            }
            Content::Data(_, report, _) => {
                let files = report
                    .files
                    .iter()
                    .map(crate::import::problem::FileReport::message);
                let problems = report.problems.iter().map(crate::import::Problem::message);
                let warnings = report.warnings.iter().cloned();
                self.rows
                    .extend(files.chain(problems).chain(warnings).map(PreviewRow::Told));
            }
            Content::Many(files, told) => {
                self.rows.extend((0..files.len()).map(PreviewRow::File));
                self.rows.extend(told.iter().cloned().map(PreviewRow::Told));
            }
            Content::Fault(faults) => {
                self.rows
                    .extend(faults.iter().cloned().map(PreviewRow::Told));
            }
        }
        self.list.at = self.list.at.min(self.rows.len().saturating_sub(1));
    }

    /// The row under the cursor.
    pub fn current(&self) -> Option<&PreviewRow> {
        self.rows.get(self.list.at)
    }

    /// Who speaks in the row under the cursor.
    pub fn speaker(&self) -> Option<String> {
        match (self.current()?, &self.content) {
            (PreviewRow::Speaker(name, _), _) => name.clone(),
            (PreviewRow::Turn(at), Content::Text(transcript)) => {
                transcript.turns.get(*at)?.speaker.clone()
            }
            _ => None,
        }
    }

    /// Takes a speaker for an interviewer, or no longer.
    pub fn toggle_asking(&mut self, speaker: &str) {
        let asks = !self.is_asking(speaker);
        self.asks.insert(speaker.to_owned(), asks);
    }

    /// Speakers whose part was said to be another than it would be anyway.
    pub fn said(&self) -> BTreeSet<(String, bool)> {
        self.asks
            .iter()
            .filter(|(name, asks)| self.asks_anyway(name) != **asks)
            .map(|(name, asks)| (name.clone(), *asks))
            .collect()
    }

    /// Rows of the list on the screen: three lines stand above it.
    pub fn height(eye: &Eye<'_>) -> usize {
        (eye.height as usize).saturating_sub(4).max(1)
    }

    pub(super) fn cursor(&mut self, act: CursorAct, count: Option<u32>, height: usize) {
        let act = match act {
            CursorAct::TurnNext => CursorAct::Down,
            CursorAct::TurnPrevious => CursorAct::Up,
            other => other,
        };
        self.list
            .act(act, count, self.rows.len(), height.saturating_sub(1).max(1));
    }
}
