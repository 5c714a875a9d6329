//! How good suggestions are: a study's codings are gone through in the order they were made, and before each one it is
//! asked what would have been suggested, from those before it alone.

use super::learned::Learned;
use super::rank::overlaps;
use crate::study::Study;
use crate::study::coding::Coding;
use crate::study::document::Texts;
use crate::study::id::{CodeId, CodingId};
use crate::study::word::Origin;
use std::collections::{BTreeMap, BTreeSet};

/// Where the code that was given has to stand to be a hit.
pub const TOPS: [usize; 3] = [1, 3, 5];

/// A way to guess the next code.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Way {
    /// What is suggested.
    Suggested,
    /// The same, as if nobody else had coded any of these words yet.
    Alone,
    /// The codes put last.
    Recent,
    /// The codes put most often.
    Frequent,
}

impl Way {
    /// All of them, in the order they are told.
    pub const ALL: [Self; 4] = [Self::Suggested, Self::Alone, Self::Recent, Self::Frequent];

    /// The word in files.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Suggested => "suggested",
            Self::Alone => "alone",
            Self::Recent => "recent",
            Self::Frequent => "frequent",
        }
    }
}

/// How often each way guessed right.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Evaluation {
    /// Codings that were guessed.
    pub n: usize,
    /// Codings that were taken from a suggestion, made by search or settled: learnt from, not guessed.
    pub left_out: usize,
    /// Hits by way, as in [`Way::ALL`], and by [`TOPS`].
    pub hits: [[usize; 3]; 4],
    /// By code: codings, and those that were not among the first three suggested.
    pub missed: BTreeMap<CodeId, (usize, usize)>,
}

impl Evaluation {
    /// Share of hits of a way among the first `TOPS[top]`; `None` where nothing was guessed.
    pub fn share(&self, way: Way, top: usize) -> Option<f64> {
        let hits = self.hits[way as usize].get(top)?;
        (self.n > 0).then(|| *hits as f64 / self.n as f64)
    }

    fn count(&mut self, way: Way, place: Option<usize>) {
        for (hits, top) in self.hits[way as usize].iter_mut().zip(TOPS) {
            *hits += usize::from(place.is_some_and(|place| place < top));
        }
    }
}

/// Goes through the codings of a study, by `coded_at`, then id. The codebook is the one of today.
pub fn evaluate(study: &Study, texts: &dyn Texts) -> Evaluation {
    let mut whole = Learned::default();
    whole.renew(study, texts);
    let mut order: Vec<(&CodingId, &Coding)> = study
        .records
        .codings
        .iter()
        .filter(|(id, _)| whole.lessons.contains_key(*id))
        .collect();
    order.sort_by_key(|(id, coding)| (coding.coded_at, *id));
    let mut learned = Learned::default();
    learned.renew_book(study);
    let mut evaluation = Evaluation::default();
    let (mut recent, mut uses) = (Vec::new(), BTreeMap::<&CodeId, usize>::new());
    for (id, coding) in order {
        let Some(code) = study.resolve_code(&coding.code) else {
            continue;
        };
        if coding.origin == Origin::Hand {
            guess(&mut evaluation, &mut learned, study, texts, coding, code);
            let own = own(&learned, study, coding);
            let open = |code: &&CodeId| !own.contains(*code);
            let mut last = recent.iter().rev().copied().filter(open);
            evaluation.count(Way::Recent, last.position(|other| other == code));
            let mut often: Vec<(&CodeId, usize)> = uses
                .iter()
                .map(|(code, n)| (*code, *n))
                .filter(|(code, _)| open(code))
                .collect();
            often.sort_by(|a, b| b.1.cmp(&a.1).then(a.0.cmp(b.0)));
            let place = often.iter().position(|(other, _)| *other == code);
            evaluation.count(Way::Frequent, place);
        } else {
            evaluation.left_out += 1;
        }
        learned.learn_one(study, texts, id, coding);
        recent.retain(|other| *other != code);
        recent.push(code);
        *uses.entry(code).or_default() += 1;
    }
    evaluation
}

/// Guesses one code, with and without what others put on these words.
fn guess(
    evaluation: &mut Evaluation,
    learned: &mut Learned,
    study: &Study,
    texts: &dyn Texts,
    coding: &Coding,
    code: &CodeId,
) {
    let place = |learned: &Learned| {
        let ranking = learned.rank(study, texts, study.passage_now(coding), &coding.coder)?;
        ranking.all().iter().position(|(other, _)| *other == code)
    };
    evaluation.n += 1;
    let found = place(learned);
    evaluation.count(Way::Suggested, found);
    let missed = evaluation.missed.entry(code.clone()).or_default();
    missed.0 += 1;
    missed.1 += usize::from(found.is_none_or(|place| place >= TOPS[1]));
    let (near, span) = learned.codings_on(study, study.passage_now(coding));
    let coder = learned.coder(&coding.coder);
    let others: Vec<CodingId> = near
        .iter()
        .filter(|id| {
            let lesson = learned.lessons.get(*id);
            lesson.is_some_and(|lesson| Some(lesson.coder) != coder && overlaps(lesson, &span))
        })
        .cloned()
        .collect();
    for id in &others {
        learned.forget(id);
    }
    evaluation.count(Way::Alone, place(learned));
    for id in &others {
        if let Some(other) = study.records.codings.get(id) {
            learned.learn_one(study, texts, id, other);
        }
    }
}

/// Codes that the coder put on words of the passage before.
fn own(learned: &Learned, study: &Study, coding: &Coding) -> BTreeSet<CodeId> {
    let (near, span) = learned.codings_on(study, study.passage_now(coding));
    let coder = learned.coder(&coding.coder);
    near.iter()
        .filter_map(|id| learned.lessons.get(id))
        .filter(|lesson| Some(lesson.coder) == coder && overlaps(lesson, &span))
        .map(|lesson| learned.codes[lesson.code as usize].id.clone())
        .collect()
}
