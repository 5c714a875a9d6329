//! The call: a line that takes the typing, and the notes so far.

mod line;

pub use line::Line;

use super::{Eye, Place};
use crate::app::entry::Entry;
use crate::app::list::ListCursor;
use crate::command::{Context, CursorAct, Situation};
use crate::i18n::{duration, duration_long};
use crate::study::Study;
use crate::study::guide::{Plan, Question};
use crate::study::id::{NoteId, SessionId};
use crate::study::session::Session;
use crate::study::word::SessionState;

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
    revision: u64,
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

    /// Rows for the notes: two are for the line and the question.
    pub fn note_rows(height: u16) -> usize {
        (height as usize).saturating_sub(3)
    }
}

/// Milliseconds since the call began; `None` before it, and after its end.
pub fn elapsed(session: &Session, now: jiff::Timestamp) -> Option<i64> {
    let began = session.started_at?;
    (session.state == SessionState::Running)
        .then(|| (now.as_millisecond() - began.as_millisecond()).max(0))
}

/// A time of the call as the screen shows it; empty where there is none.
pub fn clock(t_ms: Option<i64>) -> String {
    t_ms.map_or_else(String::new, |ms| duration(ms.unsigned_abs()))
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
            self.guide = work.study().guide();
            let notes = self
                .session
                .as_ref()
                .map(|session| work.study().notes_of(session));
            self.rows = notes
                .unwrap_or_default()
                .into_iter()
                .map(|(id, _)| id.clone())
                .collect();
            if self.line.question.is_empty() {
                let first = self
                    .guide
                    .as_ref()
                    .and_then(|guide| guide.questions().next());
                self.line.question =
                    first.map_or_else(String::new, |question| question.key.clone());
            }
        }
        // Whoever was at the last note stays at the last note.
        if last {
            self.list.at = self.rows.len().saturating_sub(1);
        }
        self.list.show(self.rows.len(), Self::note_rows(eye.height));
    }

    fn situation(&self, eye: &Eye<'_>, situation: &mut Situation) {
        let session = eye.work.and_then(|work| session_of(self, work.study()));
        situation.session = session.is_some();
        situation.call_running = session.is_some_and(|session| elapsed(session, eye.now).is_some());
        situation.note = self.current().is_some();
        situation.item = situation.note;
        // An empty Enter does nothing, and says nothing either.
        situation.draft = true;
        situation.passage = true;
    }

    fn cursor(&mut self, eye: &Eye<'_>, act: CursorAct, count: Option<u32>) {
        self.list
            .act(act, count, self.rows.len(), Self::note_rows(eye.height));
    }

    fn object(&self, eye: &Eye<'_>) -> String {
        let Some(session) = eye.work.and_then(|work| session_of(self, work.study())) else {
            return String::new();
        };
        let Some(elapsed) = elapsed(session, eye.now) else {
            return session.key.clone();
        };
        let mut object = format!(
            "{}  ● {}",
            session.key,
            duration_long(elapsed.unsigned_abs())
        );
        if let Some(minutes) = session.minutes {
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
        let note = eye.work?.study().records.notes.get(self.current()?)?;
        Some(note.text.clone())
    }
}
