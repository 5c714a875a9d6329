//! A transcript, a reference text or the notes of an interview, to be read and coded.
//!
//! The cursor is a byte of the text, never a row: rows are made only around what is seen, and another width moves
//! nothing. What a key codes is the selection, else the sentence under the cursor, else (in notes) the whole note.

pub mod beside;
mod go;
pub mod hints;
mod last;
pub mod layout;
pub mod marks;
pub mod reading;
mod refresh;
pub mod rows;
pub mod search;
mod select;
mod title;

use super::{Eye, Place};
use crate::command::{Context, CursorAct, Situation};
use crate::i18n::Lang;
use crate::study::coding::{Passage, TextPassage};
use crate::study::document::Reading as DocumentReading;
use crate::study::id::{CodeId, CodingId, NoteId, SessionId};
pub use last::{Quote, last_quotes};
use layout::Layout;
use marks::{Mark, Marks};
use reading::{Reading, Shut, Source, sources_of};
use rows::Rows;
pub use select::{End, Step, Unit};
use std::collections::HashMap;
use std::ops::Range;

/// A row on the screen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ScreenRow {
    /// Its turn.
    pub turn: usize,
    /// Its bytes in the text.
    pub bytes: Range<usize>,
    /// Whether the time and the speaker stand before it.
    pub head: bool,
}

/// What to open next, and where in it.
#[derive(Debug, Clone)]
struct Wanted {
    source: Source,
    at: Option<Range<usize>>,
    chosen: Option<CodingId>,
    /// One step back leaves again.
    arrived: bool,
}

/// A transcript, a reference text or the notes of an interview, to be read and coded.
#[derive(Default)]
pub struct Transcript {
    /// The search of the whole study that led here: words, and how they are read.
    pub searched: Option<(String, crate::text::search::Reading)>,
    reading: Option<Reading>,
    shut: Option<Shut>,
    asked: Option<Source>,
    /// All that can be read of the interview.
    pub sources: Vec<Source>,
    wanted: Option<Wanted>,
    /// The interview that the rest of the program looked at last; another one is followed.
    followed: Option<SessionId>,
    memory: HashMap<Source, (usize, usize)>,
    at: usize,
    top: usize,
    column: Option<usize>,
    selection: Option<Range<usize>>,
    anchor: Option<Range<usize>>,
    unit: Option<Unit>,
    span: Option<Range<usize>>,
    chosen: Option<CodingId>,
    made: Option<CodingId>,
    arrived: bool,
    beside: beside::Beside,
    marks: Marks,
    rows: Rows,
    layout: Layout,
    screen: Vec<ScreenRow>,
    counts: HashMap<CodeId, usize>,
    counts_at: u64,
    quotes: Vec<Quote>,
    quotes_of: Option<(CodeId, u64)>,
    /// The code last put, chosen or asked about: what the side pane tells of.
    pub touched: Option<CodeId>,
    seen: Option<(u64, Lang)>,
    /// What was read of the text that is open.
    read: Option<DocumentReading>,
    /// What was read of texts that were left since.
    left: Vec<DocumentReading>,
    /// What is suggested for the passage.
    pub hints: hints::Hints,
}

impl Transcript {
    /// What is open.
    pub fn reading(&self) -> Option<&Reading> {
        self.reading.as_ref()
    }

    /// Why nothing can be read.
    pub fn shut(&self) -> Option<Shut> {
        self.shut
    }

    /// Opens a text, where it was left.
    pub fn open(&mut self, source: Source) {
        self.wanted = Some(Wanted {
            source,
            at: None,
            chosen: None,
            arrived: false,
        });
    }

    /// Opens a text at a coding: its passage is selected, and one step back leaves again.
    pub fn open_at(&mut self, source: Source, span: Range<usize>, coding: CodingId) {
        self.wanted = Some(Wanted {
            source,
            at: Some(span),
            chosen: Some(coding),
            arrived: true,
        });
    }

    /// Opens a text at words, which are selected; one step back leaves again.
    pub fn open_words(&mut self, source: Source, span: Range<usize>) {
        self.wanted = Some(Wanted {
            source,
            at: Some(span),
            chosen: None,
            arrived: true,
        });
    }

    /// Opens the first text of an interview, or the one of it that is open.
    pub fn open_session(&mut self, eye: &Eye<'_>, session: &SessionId) {
        let Some(work) = eye.work else { return };
        self.followed.clone_from(&work.session);
        if self
            .reading
            .as_ref()
            .is_some_and(|reading| reading.session.as_ref() == Some(session))
        {
            return;
        }
        let source = sources_of(work.study(), session).into_iter().next();
        self.open(source.unwrap_or_else(|| Source::Notes(session.clone())));
    }

    /// What was read since this was asked last.
    pub fn take_read(&mut self) -> Vec<DocumentReading> {
        let mut read = std::mem::take(&mut self.left);
        read.extend(self.read.clone());
        read
    }

    /// Byte of the cursor.
    pub fn at(&self) -> usize {
        self.at
    }

    /// The turn of the cursor, from 0.
    pub fn turn(&self) -> usize {
        self.reading.as_ref().map_or(0, |r| r.turn_at(self.at))
    }

    /// The rows on the screen.
    pub fn screen(&self) -> &[ScreenRow] {
        &self.screen
    }

    /// Columns and rows of the parts.
    pub fn layout(&self) -> Layout {
        self.layout
    }

    /// What is selected.
    pub fn selection(&self) -> Option<&Range<usize>> {
        self.selection.as_ref()
    }

    /// Whether moving extends the selection.
    pub fn extends(&self) -> bool {
        self.anchor.is_some()
    }

    /// Bytes of what a key codes.
    pub fn span(&self) -> Option<&Range<usize>> {
        self.span.as_ref()
    }

    /// The note under the cursor, where notes are read, or stand beside the turns and have the keys.
    pub fn note(&self) -> Option<&NoteId> {
        if let Some(note) = self.aside() {
            return Some(&note.id);
        }
        self.reading.as_ref()?.notes.get(self.turn())
    }

    /// What is taken as a whole: the note, the selection, else the turn under the cursor.
    pub fn whole_passage(&self) -> Option<Passage> {
        let reading = self.reading.as_ref()?;
        let Source::Text(version) = &reading.source else {
            return self.passage();
        };
        if self.aside().is_some() {
            return self.passage();
        }
        let turn = self.turn();
        let span = match &self.selection {
            Some(_) => self.span.clone()?,
            None if reading.is_hidden(turn) => return None,
            None => reading.span(turn),
        };
        TextPassage::new(version.clone(), reading.text.text(), span).map(Passage::Text)
    }

    /// All codings of the text.
    pub fn marks(&self) -> &Marks {
        &self.marks
    }

    /// The codings here: on any of what a key would code.
    pub fn here(&self) -> Vec<&Mark> {
        if self.aside().is_some() {
            return Vec::new();
        }
        self.span
            .as_ref()
            .map_or_else(Vec::new, |span| self.marks.over(span))
    }

    /// The coding that polarity and strength are given to: the one chosen here, else the one last made here, else the
    /// one that has the passage's very ends, else the first.
    pub fn current(&self) -> Option<&Mark> {
        let here = self.here();
        let of = |id: &Option<CodingId>| {
            let id = id.as_ref()?;
            here.iter().find(|mark| mark.ids.contains(id)).copied()
        };
        of(&self.chosen)
            .or_else(|| of(&self.made))
            .or_else(|| {
                here.iter()
                    .find(|mark| Some(&mark.span) == self.span.as_ref())
                    .copied()
            })
            .or_else(|| here.first().copied())
    }

    /// Chooses a coding among those here.
    pub fn choose(&mut self, id: CodingId) {
        self.touched = self.marks.get(&id).and_then(|mark| mark.code.clone());
        self.chosen = Some(id);
    }

    /// Chooses the next one of those here.
    pub fn choose_next(&mut self) {
        let here: Vec<CodingId> = self.here().iter().map(|mark| mark.id().clone()).collect();
        let current = self.current().map(|mark| mark.id().clone());
        let at = here.iter().position(|id| Some(id) == current.as_ref());
        if let Some(id) = here.get(at.map_or(0, |at| (at + 1) % here.len())) {
            self.choose(id.clone());
        }
    }

    /// A coding was made here: it is the one that polarity and strength go to.
    pub fn was_made(&mut self, id: CodingId, code: &CodeId) {
        self.made = Some(id.clone());
        self.chosen = Some(id);
        self.touched = Some(code.clone());
    }

    /// How many codings of the study have a code, and whether the number may be behind.
    pub fn count_of(&self, code: &CodeId) -> (usize, bool) {
        let behind = self
            .seen
            .is_some_and(|(revision, _)| revision != self.counts_at);
        (self.counts.get(code).copied().unwrap_or(0), behind)
    }

    /// How many turns are kept in rows.
    #[cfg(test)]
    pub(crate) fn wrapped(&self) -> usize {
        self.rows.kept()
    }

    /// Where the cursor is, in words for labels: interview, turn.
    pub fn where_is(&self) -> Option<(String, usize)> {
        Some((self.reading.as_ref()?.key.clone(), self.turn() + 1))
    }
}

impl Place for Transcript {
    fn context(&self) -> Context {
        match self.aside() {
            Some(_) => Context::Notes,
            None => Context::Transcript,
        }
    }

    fn refresh(&mut self, eye: &Eye<'_>) {
        if eye.work.is_none() {
            *self = Self::default();
            return;
        }
        self.follow(eye);
        self.look_again(eye);
        self.settle(eye);
        self.quote(eye);
        self.suggest(eye);
    }

    fn situation(&self, _eye: &Eye<'_>, situation: &mut Situation) {
        let Some(reading) = &self.reading else { return };
        let here = self.here().len();
        situation.transcript_open = !reading.is_empty();
        situation.session = reading.session.is_some();
        situation.words = !reading.is_notes() && self.aside().is_none();
        situation.passage = self.span.is_some();
        situation.item = self.span.is_some();
        situation.selection = self.selection.is_some();
        situation.coding_here = here > 0;
        situation.several_codings_here = here > 1;
        situation.note = self.note().is_some();
        situation.suggestion = !self.suggestions().is_empty();
    }

    fn cursor(&mut self, _eye: &Eye<'_>, act: CursorAct, count: Option<u32>) {
        if self.aside().is_some() {
            return self.go_in_notes(act, count);
        }
        self.go(act, count);
    }

    fn search(&mut self, _eye: &Eye<'_>, text: &str, forward: bool) -> bool {
        self.find(text, forward)
    }

    fn object(&self, eye: &Eye<'_>) -> String {
        self.title(eye).join(" · ")
    }

    fn copied(&self, _eye: &Eye<'_>) -> Option<String> {
        if let Some(note) = self.aside() {
            return Some(note.words.clone());
        }
        let reading = self.reading.as_ref()?;
        Some(reading.shown(self.span.clone()?).into_owned())
    }

    fn passage(&self) -> Option<Passage> {
        if let Some(note) = self.aside() {
            return Some(Passage::Note(note.id.clone()));
        }
        let reading = self.reading.as_ref()?;
        match &reading.source {
            Source::Notes(_) => self.note().cloned().map(Passage::Note),
            Source::Text(version) => {
                let span = self.span.clone()?;
                TextPassage::new(version.clone(), reading.text.text(), span).map(Passage::Text)
            }
        }
    }

    fn coding(&self) -> Option<CodingId> {
        self.current().map(|mark| mark.id().clone())
    }

    fn pane(&mut self, forward: bool) {
        if self.shows_notes() {
            return self.change_pane();
        }
        let Some(reading) = &self.reading else { return };
        let len = self.sources.len();
        if len < 2 {
            return;
        }
        let at = self.sources.iter().position(|s| *s == reading.source);
        let next = match at {
            Some(at) if forward => (at + 1) % len,
            Some(at) => (at + len - 1) % len,
            None => len - 1,
        };
        self.open(self.sources[next].clone());
    }

    fn back(&mut self) -> bool {
        if self.aside().is_some() {
            self.beside.focus = false;
            return true;
        }
        if self.arrived || self.selection.is_none() {
            return false;
        }
        self.drop_selection();
        true
    }
}
