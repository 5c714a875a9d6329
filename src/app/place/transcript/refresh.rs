//! Bringing the place in line with the study, the text and the room there is.

use super::layout::Pane;
use super::marks::Marks;
use super::reading::{Reading, Shut, Source, sources_of};
use super::{DocumentReading, Eye, Layout, ScreenRow, Transcript};
use crate::study::Shown;
use crate::study::document::Texts;

/// Studies with more codings than this count theirs when a text is opened, not after every key.
const COUNTED_AT_ONCE: usize = 20_000;

impl Transcript {
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
    pub(super) fn follow(&mut self, eye: &Eye<'_>) {
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
        self.left.extend(self.read.take());
        let opened = Reading::open(study, work.texts().as_ref(), &wanted.source, eye.words);
        self.set_reading(opened);
        self.asked = Some(wanted.source.clone());
        self.read = self.begun(&work.coder);
        let known = self.memory.get(&wanted.source).copied();
        (self.at, self.top) = known.unwrap_or_else(|| {
            // where this coder stopped the last time
            let mut readings = work.texts().readings().into_iter();
            let own = self.read.as_ref().and_then(|read| {
                readings.find(|one| one.coder == read.coder && one.version == read.version)
            });
            own.map_or((0, 0), |one| (one.at, one.at))
        });
        self.column = None;
        self.drop_selection();
        self.chosen = None;
        self.seen = None;
        self.counts_at = 0;
        self.arrived = wanted.arrived;
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

    /// The reading of a text that was just opened; notes have none.
    fn begun(&self, coder: &str) -> Option<DocumentReading> {
        let reading = self.reading.as_ref()?;
        let Source::Text(version) = &reading.source else {
            return None;
        };
        Some(DocumentReading {
            coder: coder.to_owned(),
            document: reading.document.clone()?,
            version: version.clone(),
            of: reading.text.text().len(),
            ..DocumentReading::default()
        })
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
            // A version that was taken back: the one before it is read.
            (Some(reading), Source::Text(version))
                if !study.records.versions.contains_key(&version) =>
            {
                let document = reading.document.as_ref();
                let newest = document.and_then(|document| study.newest_version(document));
                Source::Text(newest.map_or(version, |(id, _)| id.clone()))
            }
            (_, asked) => asked,
        };
        if let (Some(reading), Source::Text(version)) = (&mut self.reading, &source)
            && reading.source == source
            && Reading::allowed(study, version).is_ok()
        {
            // The words never change, and wrapping them anew may take long.
            if reading.recognise(study, work.texts().as_ref(), eye.words) {
                self.rows.clear();
            }
            return;
        }
        let opened = Reading::open(study, work.texts().as_ref(), &source, eye.words);
        self.set_reading(opened);
        if self.asked.as_ref() != Some(&source) {
            self.asked = Some(source);
            self.read = self.begun(&work.coder);
            self.drop_selection();
            let text = self.reading.as_ref().map_or("", |r| r.text.text());
            self.at = text.floor_char_boundary(self.at);
            self.top = text.floor_char_boundary(self.top);
        }
        if let (Some(note), Some(reading)) = (note, &self.reading)
            && let Some(turn) = reading.notes.iter().position(|id| *id == note)
        {
            self.at = reading.span(turn).start;
        }
    }

    /// Makes what comes from the study anew when that changed.
    pub(super) fn look_again(&mut self, eye: &Eye<'_>) {
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
                if self.beside.on && !reading.is_notes() {
                    self.beside.read(study, reading);
                }
                if let Some(session) = &reading.session {
                    self.sources = sources_of(study, session);
                }
                if self.chosen.is_some() && self.touched.is_none() {
                    self.touched = self.current().and_then(|mark| mark.code.clone());
                }
            }
            None => self.marks = Marks::default(),
        }
        self.follow_note();
        if study.records.codings.len() <= COUNTED_AT_ONCE || self.counts_at == 0 {
            self.counts_at = work.revision;
            self.counts.clear();
            let texts = work.texts();
            let mut shown = Shown::of(study, texts.as_ref());
            for coding in study.records.codings.values() {
                if !shown.passage(&coding.passage) {
                    continue;
                }
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
    pub(super) fn settle(&mut self, eye: &Eye<'_>) {
        self.screen.clear();
        self.span = None;
        let Some(reading) = &self.reading else { return };
        let pane = if self.beside.on && !reading.is_notes() {
            Pane::Notes
        } else {
            Pane::Codes(eye.side_pane)
        };
        self.layout = Layout::new(reading, eye.width, eye.height, pane);
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
        if eye.covered {
            // What is being coded stays in sight above what lies over the place; the text comes back as it was.
            let top = self.top;
            self.show((self.layout.rows / 4).max(2));
            self.fill();
            self.top = top;
        } else {
            self.show(self.layout.rows);
            self.fill();
        }
        if let (Some(read), Some(first), Some(last)) =
            (&mut self.read, self.screen.first(), self.screen.last())
        {
            read.at = self.at;
            read.see(first.bytes.start..last.bytes.end);
        }
    }

    /// Finds the rows of the screen, from the top one on.
    fn fill(&mut self) {
        let Some(reading) = &self.reading else { return };
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
}
