//! A transcript, a reference text or the notes of an interview, to be read and coded.
//!
//! The cursor is a byte of the text, never a row: rows are made only around what is seen, and another width moves
//! nothing. What a key codes is the selection, else the sentence under the cursor, else (in notes) the whole note.

mod go;
mod last;
pub mod layout;
pub mod marks;
pub mod reading;
mod rows;
pub mod search;
mod select;

use super::{Eye, Place};
use crate::command::{Context, CursorAct, Situation};
use crate::i18n::Lang;
use crate::study::coding::{Passage, TextPassage};
use crate::study::id::{CodeId, CodingId, NoteId, SessionId};
use crate::t;
pub use last::Quote;
use layout::Layout;
use marks::{Mark, Marks};
use reading::{Reading, Shut, Source, sources_of};
use rows::Rows;
pub use select::{End, Unit};
use std::collections::HashMap;
use std::ops::Range;

/// Studies with more codings than this count theirs when a text is opened, not after every key.
const COUNTED_AT_ONCE: usize = 20_000;

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
}

/// A transcript, a reference text or the notes of an interview, to be read and coded.
#[derive(Default)]
pub struct Transcript {
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
        });
    }

    /// Opens a text at a coding: its passage is selected, and one step back leaves again.
    pub fn open_at(&mut self, source: Source, span: Range<usize>, coding: CodingId) {
        self.wanted = Some(Wanted {
            source,
            at: Some(span),
            chosen: Some(coding),
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

    /// The note under the cursor, where notes are read.
    pub fn note(&self) -> Option<&NoteId> {
        self.reading.as_ref()?.notes.get(self.turn())
    }

    /// All codings of the text.
    pub fn marks(&self) -> &Marks {
        &self.marks
    }

    /// The codings here: on any of what a key would code.
    pub fn here(&self) -> Vec<&Mark> {
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

    /// Where the cursor is, in words for labels: interview, turn.
    pub fn where_is(&self) -> Option<(String, usize)> {
        Some((self.reading.as_ref()?.key.clone(), self.turn() + 1))
    }

    fn set_reading(&mut self, opened: Result<Reading, Shut>) {
        match opened {
            Ok(reading) => {
                self.shut = None;
                self.reading = Some(reading);
            }
            Err(why) => {
                self.shut = Some(why);
                self.reading = None;
            }
        }
        self.rows.clear();
    }

    /// Opens what is wanted, else what the rest of the program looks at.
    fn follow(&mut self, eye: &Eye<'_>) {
        let Some(work) = eye.work else { return };
        let study = work.study();
        if self.wanted.is_none() && self.followed != work.session {
            self.followed.clone_from(&work.session);
            match &work.session {
                Some(session) => self.open_session(eye, session),
                None => self.set_reading(Err(Shut::Nothing)),
            }
        }
        let Some(wanted) = self.wanted.take() else {
            return;
        };
        if let Some(reading) = &self.reading {
            self.memory
                .insert(reading.source.clone(), (self.at, self.top));
        }
        let opened = Reading::open(study, work.texts().as_ref(), &wanted.source, eye.words);
        self.set_reading(opened);
        self.asked = Some(wanted.source.clone());
        (self.at, self.top) = self.memory.get(&wanted.source).copied().unwrap_or_default();
        self.column = None;
        self.drop_selection();
        self.chosen = None;
        self.seen = None;
        self.counts_at = 0;
        self.arrived = wanted.chosen.is_some();
        if let Some(span) = wanted.at {
            self.at = span.start;
            self.selection = Some(span);
        }
        self.chosen = wanted.chosen;
        self.sources = match self.reading.as_ref().and_then(|r| r.session.as_ref()) {
            Some(session) => sources_of(study, session),
            None => Vec::new(),
        };
    }

    /// Reads anew what is open: notes may have been edited, participants recognised, consent withdrawn.
    fn read_again(&mut self, eye: &Eye<'_>) {
        let (Some(work), Some(asked)) = (eye.work, self.asked.clone()) else {
            return;
        };
        let study = work.study();
        let note = self.note().cloned();
        let source = match (&self.reading, asked) {
            // What could not be read may be there by now.
            (None, Source::Notes(session)) => sources_of(study, &session)
                .into_iter()
                .next()
                .unwrap_or(Source::Notes(session)),
            (_, asked) => asked,
        };
        if let (Some(reading), Source::Text(version)) = (&mut self.reading, &source)
            && Reading::allowed(study, version).is_ok()
        {
            // The words never change, and wrapping them anew may take long.
            if reading.recognise(study, eye.words) {
                self.rows.clear();
            }
            return;
        }
        let opened = Reading::open(study, work.texts().as_ref(), &source, eye.words);
        self.set_reading(opened);
        if let (Some(note), Some(reading)) = (note, &self.reading)
            && let Some(turn) = reading.notes.iter().position(|id| *id == note)
        {
            self.at = reading.span(turn).start;
        }
    }

    /// Makes what comes from the study anew when that changed.
    fn look_again(&mut self, eye: &Eye<'_>) {
        let Some(work) = eye.work else { return };
        let (study, now) = (work.study(), (work.revision, eye.words.lang()));
        if self.seen == Some(now) {
            return;
        }
        self.seen = Some(now);
        self.read_again(eye);
        match &self.reading {
            Some(reading) => {
                self.marks = Marks::of(study, reading);
                if let Some(session) = &reading.session {
                    self.sources = sources_of(study, session);
                }
                if self.chosen.is_some() && self.touched.is_none() {
                    self.touched = self.current().and_then(|mark| mark.code.clone());
                }
            }
            None => self.marks = Marks::default(),
        }
        if study.records.codings.len() <= COUNTED_AT_ONCE || self.counts_at == 0 {
            self.counts_at = work.revision;
            self.counts.clear();
            for coding in study.records.codings.values() {
                if let Some(code) = study.resolve_code(&coding.code) {
                    match self.counts.get_mut(code) {
                        Some(n) => *n += 1,
                        None => {
                            self.counts.insert(code.clone(), 1);
                        }
                    }
                }
            }
        }
    }

    /// Brings cursor, passage and screen in line with the text and the room there is.
    fn settle(&mut self, eye: &Eye<'_>) {
        self.screen.clear();
        self.span = None;
        let Some(reading) = &self.reading else { return };
        self.layout = Layout::new(reading, eye.width, eye.height, eye.side_pane);
        self.rows.set_columns(self.layout.text as usize);
        self.marks.lay(reading, self.layout.text as usize);
        if reading.is_empty() {
            return;
        }
        let len = reading.text.text().len();
        self.at = crate::text::grapheme::floor(reading.text.text(), self.at.min(len));
        if self
            .selection
            .as_ref()
            .is_some_and(|span| span.is_empty() || reading.text.text().get(span.clone()).is_none())
        {
            self.selection = None;
            self.anchor = None;
        }
        let turn = reading.turn_at(self.at);
        self.span = if reading.is_notes() {
            Some(reading.span(turn))
        } else if let Some(span) = &self.selection {
            let turns = reading.turn_at(span.start)..=reading.turn_at(span.end - 1);
            let hidden = turns.into_iter().any(|turn| reading.is_hidden(turn));
            (!hidden).then(|| span.clone())
        } else {
            self.rows.sentence_at(reading, self.at)
        };
        self.show();
        let reading = self.reading.as_ref();
        let Some(reading) = reading else { return };
        let mut row = Some(self.rows.row_at(reading, self.top));
        while let Some(bytes) = row {
            if self.screen.len() == self.layout.rows as usize {
                break;
            }
            let turn = reading.turn_at(bytes.start);
            let head = self.screen.is_empty() || bytes.start == reading.span(turn).start;
            row = self.rows.next(reading, bytes.start);
            self.screen.push(ScreenRow { turn, bytes, head });
        }
    }

    /// What is open, for the line above the text: the more, the more room there is.
    fn title(&self, eye: &Eye<'_>) -> Vec<String> {
        let (Some(reading), Some(work)) = (&self.reading, eye.work) else {
            return Vec::new();
        };
        let study = work.study();
        let words = eye.words;
        let scenarios = study.scenarios();
        let scenario = scenarios
            .iter()
            .find(|(id, _)| Some(*id) == work.scenario.as_ref())
            .or(scenarios.first())
            .map(|(_, scenario)| *scenario);
        let (turn, turns) = (self.turn() + 1, reading.len());
        let percent = self.at * 100 / reading.text.text().len().max(1);
        let name = match (&reading.document, reading.version) {
            (Some(_), Some(version)) => t!(words, "app-transcript-version", n = version),
            _ => words.get("app-transcript-notes"),
        };
        let with_label = |scenario: &crate::study::settings::Scenario| {
            let label =
                crate::study::label(&scenario.labels, words.lang().code(), study).to_owned();
            format!("{} {}", scenario.key, crate::text::width::fit(&label, 24))
        };
        let at = format!("{turn}/{turns}");
        if eye.width >= super::transcript::layout::WIDE {
            let mut parts = vec![
                format!("{} {name}", reading.key),
                t!(words, "app-transcript-coder", coder = &work.coder),
            ];
            parts.extend(scenario.map(with_label));
            parts.push(t!(words, "app-transcript-turn", at = at, percent = percent));
            parts
        } else {
            let mut parts = vec![reading.key.clone(), work.coder.clone()];
            parts.extend(scenario.map(|scenario| scenario.key.clone()));
            parts.push(at);
            parts
        }
    }
}

impl Place for Transcript {
    fn context(&self) -> Context {
        Context::Transcript
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
    }

    fn situation(&self, _eye: &Eye<'_>, situation: &mut Situation) {
        let Some(reading) = &self.reading else { return };
        let here = self.here().len();
        situation.transcript_open = !reading.is_empty();
        situation.session = reading.session.is_some();
        situation.passage = self.span.is_some();
        situation.item = self.span.is_some();
        situation.selection = self.selection.is_some();
        situation.coding_here = here > 0;
        situation.several_codings_here = here > 1;
        situation.note = self.note().is_some();
    }

    fn cursor(&mut self, _eye: &Eye<'_>, act: CursorAct, count: Option<u32>) {
        self.go(act, count);
    }

    fn search(&mut self, _eye: &Eye<'_>, text: &str, forward: bool) -> bool {
        self.find(text, forward)
    }

    fn object(&self, eye: &Eye<'_>) -> String {
        self.title(eye).join(" · ")
    }

    fn copied(&self, _eye: &Eye<'_>) -> Option<String> {
        let reading = self.reading.as_ref()?;
        Some(reading.text.slice(self.span.clone()?).to_owned())
    }

    fn passage(&self) -> Option<Passage> {
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
        if self.arrived || self.selection.is_none() {
            return false;
        }
        self.drop_selection();
        true
    }
}
