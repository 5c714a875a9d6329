//! The board of interviews: where each one stands.

mod rows;

use super::{Eye, Place};
use crate::app::list::ListCursor;
use crate::command::{Context, CursorAct, Situation};
use crate::study::Study;
use crate::study::id::{AttributeId, SessionId};
use crate::study::word::{Consent, SessionState};
use crate::text::fold::fold;
use jiff::Timestamp;
use rows::{rows, strata};

/// Where an interview stands: what was stated, or what is seen from what it has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stand {
    /// As stated.
    Stated(SessionState),
    /// It has a transcript that nobody coded yet.
    Transcribed,
    /// So many hundredths of its transcript's characters are coded; at least one.
    Coded(u8),
}

/// One interview on the board. Of a withdrawn one nothing but its key is kept here.
#[derive(Debug, Clone, PartialEq)]
pub struct Row {
    /// The interview.
    pub id: SessionId,
    /// Its key, as it is shown where two have the same.
    pub key: String,
    /// Where it stands.
    pub stand: Stand,
    /// When it began, else when it is to begin.
    pub date: Option<Timestamp>,
    /// Pseudonyms of its organisations.
    pub organisation: String,
    /// Values of the strata, in the study's order; several participants may have several.
    pub strata: Vec<String>,
    /// What it allows as a whole.
    pub consent: Consent,
    /// Length, in minutes.
    pub minutes: Option<u32>,
    /// When it ended, of one that has no debrief.
    pub undebriefed: Option<Timestamp>,
    /// Turns of its transcripts.
    pub turns: u32,
    /// Its notes.
    pub notes: usize,
    /// Codings on its words and notes.
    pub codings: usize,
    /// How far this coder has read its transcripts; none where they were not opened.
    pub read: Option<Read>,
}

/// How far somebody has read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Read {
    /// Hundredths of the text that was opened last.
    pub share: u8,
    /// Turn at which it was left, from 1.
    pub turn: Option<usize>,
}

impl Row {
    /// Whether it is held, or goes on, and nobody knows what its people allow: a warning, never a block.
    pub fn is_unasked(&self) -> bool {
        let held = match self.stand {
            Stand::Stated(state) => matches!(state, SessionState::Running | SessionState::Done),
            Stand::Transcribed | Stand::Coded(_) => true,
        };
        held && self.consent == Consent::Unknown
    }
}

/// What is counted at the foot.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Sums {
    /// Interviews, without withdrawn ones.
    pub interviews: usize,
    /// Withdrawn ones: those on the board, and those the study only remembers the number of.
    pub withdrawn: usize,
    /// Held or running ones of which nobody knows what they allow.
    pub unasked: usize,
    /// Planned ones.
    pub planned: usize,
    /// Running ones.
    pub running: usize,
    /// Held ones.
    pub done: usize,
    /// Those with a transcript.
    pub transcribed: usize,
    /// Turns, notes, codings.
    pub all: (u32, usize, usize),
}

/// The board of interviews.
#[derive(Debug, Default)]
pub struct Board {
    /// The interviews, in order.
    pub rows: Vec<Row>,
    /// The strata that have a column.
    pub strata: Vec<AttributeId>,
    /// What is counted at the foot.
    pub sums: Sums,
    /// Where the cursor is.
    pub list: ListCursor,
    seen: (u64, &'static str),
}

impl Board {
    /// The interview under the cursor.
    pub fn current(&self) -> Option<&SessionId> {
        self.rows.get(self.list.at).map(|row| &row.id)
    }

    /// Reads everything anew before it is drawn.
    pub fn forget(&mut self) {
        self.seen = (u64::MAX, "");
    }

    /// Puts the cursor on an interview.
    pub fn put(&mut self, id: &SessionId) {
        if let Some(at) = self.rows.iter().position(|row| row.id == *id) {
            self.list.at = at;
        }
    }

    /// Rows of interviews on the screen: one row is the head of the table, one its foot.
    pub fn height(rows: u16) -> usize {
        (rows as usize).saturating_sub(2)
    }
}

impl Place for Board {
    fn context(&self) -> Context {
        Context::Board
    }

    fn refresh(&mut self, eye: &Eye<'_>) {
        let Some(work) = eye.work else { return };
        let language = eye.words.lang().code();
        if self.seen != (work.revision, language) {
            self.seen = (work.revision, language);
            let study = work.study();
            let current = self.current().or(work.session.as_ref()).cloned();
            self.strata = strata(study);
            let texts = work.texts();
            self.rows = rows(study, texts.as_ref(), &self.strata, language, &work.coder);
            self.sums = sums(study, &self.rows);
            if let Some(id) = current {
                self.put(&id);
            }
        }
        self.list.show(self.rows.len(), Self::height(eye.height));
    }

    fn situation(&self, _eye: &Eye<'_>, situation: &mut Situation) {
        situation.session = self.current().is_some();
        situation.item = situation.session;
    }

    fn cursor(&mut self, eye: &Eye<'_>, act: CursorAct, count: Option<u32>) {
        self.list
            .act(act, count, self.rows.len(), Self::height(eye.height));
    }

    fn search(&mut self, eye: &Eye<'_>, text: &str, forward: bool) -> bool {
        let (rows, wanted) = (&self.rows, fold(text));
        let matches = |at: usize| {
            rows.get(at).is_some_and(|row| {
                let words = format!("{} {} {}", row.key, row.organisation, row.strata.join(" "));
                fold(&words).contains(&wanted)
            })
        };
        let found = self.list.find(rows.len(), forward, matches);
        self.list.show(rows.len(), Self::height(eye.height));
        found
    }

    fn copied(&self, _eye: &Eye<'_>) -> Option<String> {
        self.rows.get(self.list.at).map(|row| row.key.clone())
    }
}

fn sums(study: &Study, rows: &[Row]) -> Sums {
    let mut sums = Sums {
        withdrawn: study.settings().withdrawn as usize,
        ..Sums::default()
    };
    for row in rows {
        if row.consent == Consent::Withdrawn {
            sums.withdrawn += 1;
            continue;
        }
        sums.interviews += 1;
        let state = study
            .records
            .sessions
            .get(&row.id)
            .map(|session| session.state);
        match state {
            Some(SessionState::Planned) => sums.planned += 1,
            Some(SessionState::Running) => sums.running += 1,
            Some(SessionState::Done) => sums.done += 1,
            _ => {}
        }
        sums.unasked += usize::from(row.is_unasked());
        sums.transcribed += usize::from(matches!(row.stand, Stand::Transcribed | Stand::Coded(_)));
        sums.all.0 = sums.all.0.saturating_add(row.turns);
        sums.all.1 += row.notes;
        sums.all.2 += row.codings;
    }
    sums
}
