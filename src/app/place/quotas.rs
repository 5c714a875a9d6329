//! The sample against its targets, the calendar, refusals, problems and time: what a steering committee asks about.

use super::{Eye, Place};
use crate::analysis::{self, Cell, Context as Counting, Counted, Keys, Options, Table, TurnCache};
use crate::app::list::ListCursor;
use crate::command::{Context, CursorAct, Situation};
use crate::i18n::Words;
use crate::study::Study;
use crate::study::id::{ProblemId, SessionId};
use crate::study::word::{Consent, SessionState};
use crate::text::fold::fold;

/// One line of the place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Row {
    /// The name of a part, by the key of its words.
    Head(&'static str),
    /// A cell of the sample: row of its table, and its words.
    Cell(usize, String),
    /// An interview, in the order of the calendar.
    Session(SessionId),
    /// A problem.
    Problem(ProblemId),
    /// A row of the table of hours.
    Hours(usize),
}

/// The board of the sample.
#[derive(Debug, Default)]
pub struct Quotas {
    /// The lines.
    pub rows: Vec<Row>,
    /// The table `sample`.
    pub sample: Option<Table>,
    /// The table `hours`.
    pub hours: Option<Table>,
    /// Where the cursor is.
    pub list: ListCursor,
    /// The interviews behind each row of `sample`.
    of_sample: Vec<Vec<SessionId>>,
    /// The interviews behind each row of `hours`.
    of_hours: Vec<Vec<SessionId>>,
    seen: Option<(u64, &'static str)>,
}

impl Quotas {
    /// The line under the cursor.
    pub fn current(&self) -> Option<&Row> {
        self.rows.get(self.list.at)
    }

    /// The interviews behind the line under the cursor; `None` where it is no figure.
    pub fn behind(&self) -> Option<&[SessionId]> {
        let (list, row) = match self.current()? {
            Row::Cell(row, _) => (&self.of_sample, row),
            Row::Hours(row) => (&self.of_hours, row),
            Row::Head(_) | Row::Session(_) | Row::Problem(_) => return None,
        };
        Some(list.get(*row).map_or(&[], Vec::as_slice))
    }

    fn make(&mut self, eye: &Eye<'_>) {
        let Some(work) = eye.work else { return };
        let study = work.study();
        let texts = work.texts();
        let turns = TurnCache::default();
        let head = work.store.head();
        let context = Counting {
            texts: &*texts,
            turns: &turns,
            head: head.hash,
            date: Some(head.date),
            language: eye.words.lang(),
        };
        let keys = Keys::of(study);
        let counted = Counted::of(study, &keys, &context);
        let table = |name| analysis::run_on(name, &counted, &context, &Options::default()).ok();
        self.sample = table("sample");
        self.hours = table("hours");
        let people = &counted.people;
        self.of_sample = self
            .sample
            .as_ref()
            .map_or_else(Vec::new, |table| analysis::sample::behind(table, people));
        self.of_hours = self.hours.as_ref().map_or_else(Vec::new, |table| {
            analysis::hours::behind(table, study, people)
        });
        self.rows = self.lines(study, eye.words);
    }

    fn lines(&self, study: &Study, words: Words) -> Vec<Row> {
        let mut rows = Vec::new();
        let mut part = |head, lines: Vec<Row>| {
            rows.push(Row::Head(head));
            rows.extend(lines);
        };
        let cells = self.sample.iter().flat_map(|table| 0..table.rows.len());
        let cell = |row| {
            let words = self.sample.as_ref()?.said(row, "target", words);
            Some(Row::Cell(row, words))
        };
        part("tui-quotas-sample", cells.filter_map(cell).collect());
        let mut sessions: Vec<_> = study
            .sessions()
            .into_iter()
            .filter(|(id, _)| study.session_consent(id) != Consent::Withdrawn)
            .collect();
        sessions.sort_by_key(|(_, session)| {
            let at = session.planned_at.or(session.started_at);
            (at.is_none(), at)
        });
        let missed = |state| {
            matches!(
                state,
                SessionState::Refused | SessionState::NoShow | SessionState::Cancelled
            )
        };
        let row = |(id, _): &(&SessionId, _)| Row::Session((*id).clone());
        let (gone, kept): (Vec<_>, Vec<_>) = sessions
            .into_iter()
            .partition(|(_, session)| missed(session.state));
        part("tui-quotas-missed", gone.iter().map(row).collect());
        part("tui-quotas-calendar", kept.iter().map(row).collect());
        let problems = study.problems().into_iter();
        part(
            "tui-quotas-problems",
            problems.map(|(id, _)| Row::Problem(id.clone())).collect(),
        );
        let hours = self.hours.iter().flat_map(|table| 0..table.rows.len());
        let known = hours.filter(|row| {
            let n = self
                .hours
                .as_ref()
                .and_then(|table| table.cell(*row, "n_interviews"));
            !matches!(n, Some(Cell::Integer(0)))
        });
        part("tui-quotas-hours", known.map(Row::Hours).collect());
        rows
    }
}

impl Place for Quotas {
    fn context(&self) -> Context {
        Context::Quotas
    }

    fn refresh(&mut self, eye: &Eye<'_>) {
        let Some(work) = eye.work else { return };
        let now = Some((work.revision, eye.words.lang().code()));
        if self.seen != now {
            self.seen = now;
            let current = self.current().cloned();
            self.make(eye);
            if let Some(at) = current.and_then(|row| self.rows.iter().position(|own| *own == row)) {
                self.list.at = at;
            }
        }
        self.list.show(self.rows.len(), eye.height as usize);
    }

    fn situation(&self, _eye: &Eye<'_>, situation: &mut Situation) {
        situation.item = matches!(self.current(), Some(Row::Problem(_)));
        situation.session |= matches!(self.current(), Some(Row::Session(_)));
    }

    fn cursor(&mut self, eye: &Eye<'_>, act: CursorAct, count: Option<u32>) {
        self.list
            .act(act, count, self.rows.len(), eye.height as usize);
    }

    fn search(&mut self, eye: &Eye<'_>, text: &str, forward: bool) -> bool {
        let Some(work) = eye.work else { return false };
        let (study, wanted, len) = (work.study(), fold(text), self.rows.len());
        let words = |row: &Row| match row {
            Row::Cell(_, words) => words.clone(),
            Row::Session(id) => study
                .records
                .sessions
                .get(id)
                .map_or_else(String::new, |s| s.key.clone()),
            Row::Problem(id) => study
                .records
                .problems
                .get(id)
                .map_or_else(String::new, |p| p.words.clone()),
            Row::Head(key) => eye.words.get(key),
            Row::Hours(_) => String::new(),
        };
        let found = (1..=len)
            .map(|step| if forward { self.list.at + step } else { self.list.at + len - step } % len)
            .find(|at| self.rows.get(*at).is_some_and(|row| fold(&words(row)).contains(&wanted)));
        if let Some(at) = found {
            self.list.at = at;
        }
        self.list.show(len, eye.height as usize);
        found.is_some()
    }

    /// Tab goes from part to part.
    fn pane(&mut self, forward: bool) {
        let heads = self
            .rows
            .iter()
            .enumerate()
            .filter(|(_, row)| matches!(row, Row::Head(_)));
        let heads: Vec<usize> = heads.map(|(at, _)| at).collect();
        let found = if forward {
            heads
                .iter()
                .find(|at| **at > self.list.at)
                .or(heads.first())
        } else {
            heads
                .iter()
                .rev()
                .find(|at| **at < self.list.at)
                .or(heads.last())
        };
        if let Some(at) = found {
            self.list.at = *at;
        }
    }
}
