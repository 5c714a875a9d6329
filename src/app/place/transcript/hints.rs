//! What is suggested for the passage under the cursor, and what that is learnt from.

use super::reading::Source;
use super::{Eye, Place, Transcript};
use crate::analysis::suggest::{Learned, SUGGESTED, Suggestion, suggestions_allowed};
use crate::app::Work;
use std::ops::Range;

/// Studies with more codings than this are learnt from on a worker.
const AT_ONCE: usize = 2_000;

/// What was learnt, and from which revision of the study.
pub struct Lesson {
    /// What was learnt.
    pub learned: Learned,
    /// The revision.
    pub of: u64,
}

/// What is suggested for the passage under the cursor.
#[derive(Default)]
pub struct Hints {
    /// What was learnt last; none before the first time, and while a worker has it.
    lesson: Option<Lesson>,
    /// Whether a worker has it.
    away: bool,
    /// The revision that a worker is to learn from.
    wanted: Option<u64>,
    best: Vec<Suggestion>,
    /// The revision and the bytes they are for.
    of: Option<(u64, Source, Range<usize>)>,
}

impl Hints {
    /// Learns what is new, at once where the study is small; else says that a worker is to.
    fn renew(&mut self, work: &Work) {
        if self.away || self.lesson.as_ref().is_some_and(|l| l.of == work.revision) {
            return;
        }
        if work.study().records.codings.len() > AT_ONCE {
            self.wanted = Some(work.revision);
            return;
        }
        let lesson = self.lesson.get_or_insert_with(|| Lesson {
            learned: Learned::default(),
            of: 0,
        });
        lesson.learned.renew(work.study(), work.texts().as_ref());
        lesson.of = work.revision;
    }

    /// What a worker is to learn on from; it is gone from here until the worker brings it back.
    pub fn to_learn(&mut self) -> Option<Lesson> {
        let of = self.wanted.take()?;
        self.away = true;
        let learned = self.lesson.take().map(|lesson| lesson.learned);
        Some(Lesson {
            learned: learned.unwrap_or_default(),
            of,
        })
    }

    /// A worker brings back what it learnt.
    pub fn learnt(&mut self, lesson: Lesson) {
        if self.away {
            self.away = false;
            self.of = None;
            self.lesson = Some(lesson);
        }
    }

    /// What is known by now, if anything.
    pub fn learned(&self) -> Option<&Learned> {
        self.lesson.as_ref().map(|lesson| &lesson.learned)
    }
}

impl Transcript {
    /// The codes suggested for the passage, the likeliest first.
    pub fn suggestions(&self) -> &[Suggestion] {
        &self.hints.best
    }

    /// Finds them when the passage, or the study, is another one.
    pub(super) fn suggest(&mut self, eye: &Eye<'_>) {
        let Some(work) = eye.work else { return };
        let allowed = suggestions_allowed(work.study());
        let (Some(reading), Some(span), true) = (&self.reading, &self.span, allowed) else {
            (self.hints.best, self.hints.of) = (Vec::new(), None);
            return;
        };
        self.hints.renew(work);
        let now = (work.revision, reading.source.clone(), span.clone());
        if self.hints.of.as_ref() == Some(&now) {
            return;
        }
        let (study, texts) = (work.study(), work.texts());
        let best = self.passage().and_then(|passage| {
            let learned = self.hints.learned()?;
            let ranking = learned.rank(study, texts.as_ref(), &passage, &work.coder)?;
            Some(ranking.best(SUGGESTED))
        });
        self.hints.best = best.unwrap_or_default();
        self.hints.of = Some(now);
    }
}
