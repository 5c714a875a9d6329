//! The call: a line that takes the typing, and the notes so far.

pub mod answer;
mod line;
pub mod rail;

pub use answer::{Answering, Asking};
pub use line::{Draft, Line};
pub use rail::Rail;

use super::{Eye, Place};
use crate::analysis::before_end::{BeforeEnd, Evidence, before_end};
use crate::analysis::{Context as Counting, Counted, Keys, TurnCache};
use crate::app::Work;
use crate::app::entry::Entry;
use crate::app::list::ListCursor;
use crate::command::{Context, CursorAct, Situation};
use crate::i18n::{Lang, duration, duration_long};
use crate::study::clock::{Moment, elapsed};
use crate::study::guide::{Plan, Question};
use crate::study::id::{NoteId, SessionId};
use crate::study::session::Session;
use crate::study::{Hidden, Study, visits};
use std::collections::BTreeMap;

/// The call.
#[derive(Debug, Default)]
pub struct Live {
    /// The interview.
    pub session: Option<SessionId>,
    /// What is typed, with its cursor.
    pub entry: Entry,
    /// What was said of it; its text is that of the entry.
    pub line: Line,
    /// A line put aside while a note is mended.
    pub aside: Option<Line>,
    /// The notes so far.
    pub rows: Vec<NoteId>,
    /// Where the cursor is among them.
    pub list: ListCursor,
    /// The guide, where there is one.
    pub guide: Option<Plan>,
    /// The guide as it stands.
    pub rail: Rail,
    /// The answer that is being typed in the place of a note.
    pub answer: Option<Answering>,
    /// Answers that were begun and left for another time.
    pub begun: Vec<Asking>,
    /// The order in which the guide was followed: time of the call → question.
    pub visits: BTreeMap<i64, String>,
    /// The last change of the wall clock that was written down, milliseconds.
    pub shift_ms: Option<i64>,
    /// Where the notes are to be shown once they are listed.
    looked: Option<(NoteId, usize)>,
    /// What is still open in the interview.
    pub open_still: BeforeEnd,
    evidence: Evidence,
    turns: TurnCache,
    revision: u64,
    evidence_revision: u64,
}

impl Live {
    /// The note under the cursor.
    pub fn current(&self) -> Option<&NoteId> {
        self.rows.get(self.list.at)
    }

    /// The question in hand.
    pub fn question(&self) -> Option<&Question> {
        self.guide.as_ref()?.question(&self.line.question)
    }

    /// The line as it is now.
    pub fn typed(&self) -> Line {
        Line {
            text: self.entry.text().to_owned(),
            ..self.line.clone()
        }
    }

    /// Puts a line in the place of the present one.
    pub fn put(&mut self, line: Line) {
        self.entry = Entry::new(line.text.clone());
        self.line = line;
    }

    /// Goes to an interview; the lists are made when the place is next looked at.
    pub fn open(&mut self, session: SessionId) {
        *self = Self {
            session: Some(session),
            ..Self::default()
        };
    }

    /// Counts the study's evidence anew, where something changed that evidence hangs on.
    fn count(&mut self, work: &Work, lang: Lang) {
        if self.evidence_revision == work.evidence_revision {
            return;
        }
        let Some(session) = &self.session else { return };
        self.evidence_revision = work.evidence_revision;
        let study = work.study();
        let context = Counting {
            texts: &*work.texts(),
            turns: &self.turns,
            head: String::new(),
            date: None,
            language: lang,
        };
        let keys = Keys::of(study);
        self.evidence = Evidence::of(&Counted::of(study, &keys, &context), session);
    }

    fn make_lists(&mut self, study: &Study) {
        let Some(session) = &self.session else { return };
        self.guide = study.guide_of(session);
        self.rail = self
            .guide
            .as_ref()
            .map(|plan| Rail::of(study, session, plan))
            .unwrap_or_default();
        self.open_still = before_end(study, session, self.guide.as_ref(), &self.evidence);
        self.rows = study
            .notes_of(session)
            .into_iter()
            .map(|(id, _)| id.clone())
            .collect();
        if self.line.question.is_empty() {
            let last = self.visits.values().next_back().cloned();
            let first = || {
                let meant = self.rail.questions().find(|q| q.muted.is_none());
                meant.map(|question| question.key.clone())
            };
            self.line.question = last.or_else(first).unwrap_or_default();
        }
    }

    /// Puts the answer that is being typed aside; false where none is.
    pub fn leave_answer(&mut self) -> bool {
        let Some(answer) = self.answer.take() else {
            return false;
        };
        let typed = answer.typed();
        self.begun
            .retain(|asking| asking.question != typed.question);
        if !typed.is_empty() {
            self.begun.push(typed);
        }
        true
    }

    /// What is typed and not yet kept, as it outlives the program.
    pub fn draft(&self, kept: &BTreeMap<i64, String>) -> Draft {
        Draft {
            line: self.typed(),
            aside: self.aside.clone(),
            answer: self.answer.as_ref().map(Answering::typed),
            begun: self.begun.clone(),
            visits: self
                .visits
                .iter()
                .filter(|(at, key)| kept.get(at) != Some(key))
                .map(|(at, key)| (*at, key.clone()))
                .collect(),
            looked: self.looked.clone().or_else(|| self.looking()),
        }
    }

    /// The note that is looked at, where it is not the last one, and the rows above it.
    fn looking(&self) -> Option<(NoteId, usize)> {
        let back = self.list.at.saturating_add(1) < self.rows.len();
        let note = self.current().filter(|_| back)?;
        Some((note.clone(), self.list.at.saturating_sub(self.list.top)))
    }

    /// Takes up what was typed when the program ended.
    pub fn resume(&mut self, draft: Draft) {
        self.put(draft.line);
        self.aside = draft.aside;
        self.answer = draft.answer.map(Answering::new);
        self.begun = draft.begun;
        self.visits.extend(draft.visits);
        self.looked = draft.looked;
    }

    /// What each question took so far, in milliseconds.
    pub fn spent(&self, session: &Session, now: &Moment) -> BTreeMap<&str, i64> {
        let end = session
            .minutes
            .map_or(0, |minutes| i64::from(minutes) * 60_000);
        visits::spent(&self.visits, elapsed(session, now).unwrap_or(end))
    }

    /// Where the rail is: beside the notes where there is room, else over them where it is asked for.
    pub fn rail_at(&self, width: u16, side_pane: bool) -> RailAt {
        match (self.guide.is_some(), width >= WIDE, side_pane) {
            (true, true, true) => RailAt::Beside,
            (true, false, false) => RailAt::Over,
            _ => RailAt::Nowhere,
        }
    }

    /// The parts of the body, as one sees it.
    pub fn layout(&self, eye: &Eye<'_>) -> Layout {
        let over = self.rail_at(eye.width, eye.side_pane) == RailAt::Over;
        Layout::of(eye.height, eye.covered || over, self.guide.is_some())
    }
}

/// Notes that stay in sight whatever lies over the place.
const LAST_NOTES: u16 = 5;

/// Columns from which on the rail has room beside the notes.
const WIDE: u16 = 100;

/// Where the rail is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RailAt {
    /// It is not shown.
    Nowhere,
    /// Beside the notes.
    Beside,
    /// Over the older notes.
    Over,
}

/// Rows of the parts of the call, from above.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Layout {
    /// The notes.
    pub notes: u16,
    /// What lies over the place.
    pub layer: u16,
    /// A rule, the question in hand, the line.
    pub foot: u16,
}

impl Layout {
    /// The parts of a body of so many rows; `covered`: something lies over the place; `guide`: there are questions. The last
    /// notes and the foot are seen whatever it is.
    pub fn of(height: u16, covered: bool, guide: bool) -> Self {
        let foot = match height {
            _ if !guide => 2,
            0..=8 => 3,
            9..=14 => 4,
            _ => 5,
        };
        let above = height.saturating_sub(foot);
        let layer = if covered {
            above.saturating_sub(LAST_NOTES)
        } else {
            0
        };
        Self {
            notes: above - layer,
            layer,
            foot,
        }
    }
}

/// A time of the call as the screen shows it; empty where there is none.
pub fn clock(t_ms: Option<i64>) -> String {
    t_ms.map_or_else(String::new, |ms| {
        let sign = if ms < 0 { "\u{2212}" } else { "" };
        format!("{sign}{}", duration(ms.unsigned_abs()))
    })
}

/// The interview that is open in the call.
pub fn session_of<'a>(live: &Live, study: &'a Study) -> Option<&'a Session> {
    study.records.sessions.get(live.session.as_ref()?)
}

impl Place for Live {
    fn context(&self) -> Context {
        Context::Live
    }

    fn refresh(&mut self, eye: &Eye<'_>) {
        let Some(work) = eye.work else { return };
        let last = self.list.at.saturating_add(1) >= self.rows.len();
        if self.revision != work.revision {
            self.revision = work.revision;
            self.count(work, eye.words.lang());
            self.make_lists(work.study());
        }
        let looked = self.looked.take();
        let row = looked.and_then(|(id, above)| {
            let row = self.rows.iter().position(|note| *note == id)?;
            Some((row, above))
        });
        if let Some((row, above)) = row {
            (self.list.at, self.list.top) = (row, row.saturating_sub(above));
        } else if last {
            // Whoever was at the last note stays at the last note.
            self.list.at = self.rows.len().saturating_sub(1);
        }
        let rows = self.layout(eye).notes as usize;
        self.list.show(self.rows.len(), rows);
    }

    fn situation(&self, eye: &Eye<'_>, situation: &mut Situation) {
        let session = eye.work.and_then(|work| session_of(self, work.study()));
        situation.session = session.is_some();
        situation.call_running =
            session.is_some_and(|session| elapsed(session, &eye.now).is_some());
        situation.note = self.current().is_some();
        situation.item = situation.note;
        // An empty Enter does nothing, and says nothing either.
        situation.draft = true;
        situation.lines_field = true;
        situation.passage = true;
    }

    fn cursor(&mut self, eye: &Eye<'_>, act: CursorAct, count: Option<u32>) {
        let rows = self.layout(eye).notes as usize;
        self.list.act(act, count, self.rows.len(), rows);
    }

    fn back(&mut self) -> bool {
        // What was begun waits until the answer is taken up again.
        self.leave_answer()
    }

    fn object(&self, eye: &Eye<'_>) -> String {
        let Some(session) = eye.work.and_then(|work| session_of(self, work.study())) else {
            return String::new();
        };
        let Some(elapsed) = elapsed(session, &eye.now) else {
            return session.key.clone();
        };
        let shown = duration_long(elapsed.unsigned_abs());
        if session.paused_ms.is_some() {
            let paused = eye.words.get("app-call-paused");
            return format!("{}  ‖ {shown}  {paused}", session.key);
        }
        let mut object = format!("{}  ● {shown}", session.key);
        if let Some(minutes) = session.planned_minutes.or(session.minutes) {
            let left = i64::from(minutes) - elapsed / 60_000;
            let words = if left >= 0 {
                "app-call-left"
            } else {
                "app-call-over"
            };
            object.push_str("  ");
            object.push_str(&crate::t!(eye.words, words, n = left.abs()));
        }
        object
    }

    fn copied(&self, eye: &Eye<'_>) -> Option<String> {
        let (study, id) = (eye.work?.study(), self.current()?);
        let note = study.records.notes.get(id)?;
        Some(Hidden::of(study).words(id, note).into_owned())
    }
}
