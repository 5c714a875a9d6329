//! How much each code is spoken for by a passage.
//!
//! A word speaks for a code the more often the code was put on passages with it, or its definition has it, and the fewer
//! other passages have it: tf-idf with the logarithm of the frequency (Manning, Raghavan & Schütze, *Introduction to
//! Information Retrieval*, 2008, §6.4). What was asked before, the guide, the codings close by, the last ones and the
//! frequent ones add to it. The weights were set by hand, round, on the sample study; half of it alone gave none better.

use super::learned::{Learned, Lesson, Stem};
use super::passage::{Seen, Words, look};
use super::words::Word;
use crate::i18n::Message;
use crate::message;
use crate::study::Study;
use crate::study::coding::Passage;
use crate::study::document::Texts;
use crate::study::id::CodeId;
use std::collections::BTreeMap;

/// Weight of the passage's own words.
const SAID: f64 = 3.0;
/// Weight of the words that were asked before.
const ASKED: f64 = 1.5;
/// What a question before one coding counts beside a word of the codebook.
const ASKED_ONCE: f64 = 0.7;
/// What a coding of a code beside it, under the same heading, counts beside one of its own.
const KIN: f64 = 0.2;
/// How much rarer a word must be in a code that is put often.
const OFTEN: f64 = 0.02;
/// Weight of a question of the guide that names the code.
const GUIDE: f64 = 1.5;
/// Weight of the logarithm of how often a code was put.
const FREQUENT: f64 = 0.15;
/// Weight of the code put last, and what is left of it a coding further back.
const RECENT: f64 = 0.1;
const FADING: f64 = 0.7;
/// Weight of a coding close by, and the bytes over which it fades.
const NEAR: f64 = 0.5;
const REACH: f64 = 300.0;
/// Words that are told of a suggestion.
const TOLD: usize = 3;

/// A code that a passage speaks for.
#[derive(Debug, Clone, PartialEq)]
pub struct Suggestion {
    /// The code.
    pub code: CodeId,
    /// How much speaks for it; comparable for one passage only.
    pub score: f64,
    /// Why.
    pub why: Why,
}

/// What speaks for a code, the strongest kind of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Why {
    /// Words of the passage, as they stand there, the weightiest first.
    Said(Vec<String>),
    /// Words of what was asked before.
    Asked(Vec<String>),
    /// A question of the guide that names the code.
    Guide(String),
    /// It was put close by, or just before, or often.
    Use,
}

impl Why {
    /// It, in words.
    pub fn message(&self) -> Message {
        match self {
            Self::Said(words) => message!("analysis-suggest-said", words = words.join(", ")),
            Self::Asked(words) => message!("analysis-suggest-asked", words = words.join(", ")),
            Self::Guide(key) => message!("analysis-suggest-guide", key = key),
            Self::Use => message!("analysis-suggest-use"),
        }
    }
}

/// What speaks for each code of a study, for one passage.
pub struct Ranking<'a> {
    learned: &'a Learned,
    seen: Seen,
    guide: Option<(usize, f64)>,
    /// By code; none for a code that cannot be suggested.
    scores: Vec<Option<f64>>,
}

/// A number a code, cleared without going over all codes.
struct Tally {
    values: Vec<f64>,
    touched: Vec<u32>,
}

impl Tally {
    fn new(codes: usize) -> Self {
        Self {
            values: vec![0.0; codes],
            touched: Vec::new(),
        }
    }

    fn add(&mut self, code: u32, value: f64) {
        let at = &mut self.values[code as usize];
        if *at == 0.0 {
            self.touched.push(code);
        }
        *at += value;
    }

    /// What was counted, by code, ascending; then nothing is counted.
    fn take(&mut self) -> Vec<(u32, f64)> {
        self.touched.sort_unstable();
        self.touched.dedup();
        let values = &mut self.values;
        let taken = self.touched.drain(..);
        taken
            .map(|code| (code, std::mem::take(&mut values[code as usize])))
            .collect()
    }
}

impl Learned {
    /// How much a passage speaks for each code; `None` where what holds the passage is gone. Codes that `coder` put on
    /// words of the passage already are left out.
    pub fn rank(
        &self,
        study: &Study,
        texts: &dyn Texts,
        passage: &Passage,
        coder: &str,
    ) -> Option<Ranking<'_>> {
        let seen = look(study, texts, passage)?;
        let mut ranking = Ranking {
            learned: self,
            guide: self.guide_question(&seen),
            scores: Vec::new(),
            seen,
        };
        let mut scores = vec![0.0; self.codes.len()];
        let kin = self.kin();
        let mut tally = Tally::new(self.codes.len());
        for (words, weight, is_said) in [
            (&ranking.seen.said, SAID, true),
            (&ranking.seen.asked, ASKED, false),
        ] {
            let norm = self.norm(words);
            for word in distinct(words).values() {
                for (code, worth) in self.speaks(word, is_said, &kin, &mut tally) {
                    scores[code as usize] += weight * worth / norm;
                }
            }
        }
        if let Some((question, worth)) = ranking.guide {
            for code in &self.questions[question].codes {
                scores[*code as usize] += GUIDE * worth;
            }
        }
        for (code, score) in self.codes.iter().zip(&mut scores) {
            *score += FREQUENT * f64::from(code.uses).ln_1p();
        }
        for (ago, (_, code)) in self.order.iter().rev().take(12).enumerate() {
            scores[*code as usize] += RECENT * FADING.powi(ago as i32);
        }
        let mut own = Vec::new();
        let (near, span) = self.codings_on(study, passage);
        let coder = self.coder(coder);
        let mut closest: BTreeMap<u32, f64> = BTreeMap::new();
        for lesson in near.iter().filter_map(|id| self.lessons.get(id)) {
            if Some(lesson.coder) == coder && overlaps(lesson, &span) {
                own.push(lesson.code);
            }
            let gap = lesson.span.start.max(span.start);
            let gap = gap.saturating_sub(lesson.span.end.min(span.end));
            if matches!(passage, Passage::Text(_)) && f64::from(gap) < 8.0 * REACH {
                let close = closest.entry(lesson.code).or_default();
                *close = close.max((-f64::from(gap) / REACH).exp());
            }
        }
        for (code, close) in closest {
            scores[code as usize] += NEAR * close;
        }
        let usable = |at: usize| {
            let code = &self.codes[at];
            code.there && (code.uses > 0 || !code.heading) && !own.contains(&(at as u32))
        };
        ranking.scores = scores
            .into_iter()
            .enumerate()
            .map(|(at, score)| usable(at).then_some(score))
            .collect();
        Some(ranking)
    }

    /// How much a word tells codes apart.
    fn rarity(&self, stem: Option<&Stem>) -> f64 {
        let have = stem.map_or(0.0, |stem| f64::from(stem.uses) + stem.written.len() as f64);
        ((f64::from(self.n) + 1.0) / (have + 0.5)).ln_1p()
    }

    /// Length of a list of words as a vector; never 0.
    fn norm(&self, words: &Words) -> f64 {
        let length: f64 = distinct(words)
            .keys()
            .map(|stem| self.rarity(self.stem(stem).map(|(_, stem)| stem)).powi(2))
            .sum();
        if length > 0.0 { length.sqrt() } else { 1.0 }
    }

    /// Codes by the one above them.
    fn kin(&self) -> Vec<Vec<u32>> {
        let mut below = vec![Vec::new(); self.codes.len()];
        for (at, code) in self.codes.iter().enumerate() {
            if let Some(parent) = code.parent {
                below[parent as usize].push(at as u32);
            }
        }
        below
    }

    /// What a word, said or asked, is worth to each code.
    fn speaks(
        &self,
        word: &Word,
        is_said: bool,
        kin: &[Vec<u32>],
        tally: &mut Tally,
    ) -> Vec<(u32, f64)> {
        let Some((_, stem)) = self.stem(&word.stem) else {
            return Vec::new();
        };
        let rarity = self.rarity(Some(stem));
        let mut families: BTreeMap<u32, f64> = BTreeMap::new();
        for (code, count) in if is_said { &stem.said } else { &stem.asked } {
            let count = f64::from(*count);
            tally.add(*code, count * if is_said { 1.0 } else { ASKED_ONCE });
            if let (true, Some(parent)) = (is_said, self.codes[*code as usize].parent) {
                *families.entry(parent).or_default() += count;
            }
        }
        for (code, weight) in &stem.written {
            tally.add(*code, *weight);
        }
        for (parent, count) in families {
            for code in &kin[parent as usize] {
                tally.add(*code, KIN * count);
            }
        }
        let worth = |(code, heard): (u32, f64)| {
            let often = 1.0 + OFTEN * f64::from(self.codes[code as usize].uses);
            (code, rarity * (heard / often).ln_1p())
        };
        tally.take().into_iter().map(worth).collect()
    }

    /// The question of the guide that was asked, and how surely: by a note's own mark, else by its words.
    fn guide_question(&self, seen: &Seen) -> Option<(usize, f64)> {
        if !seen.question.is_empty() {
            let mut questions = self.questions.iter();
            return Some((questions.position(|one| one.key == seen.question)?, 1.0));
        }
        let asked: BTreeMap<u32, f64> = distinct(&seen.asked)
            .keys()
            .filter_map(|stem| self.stem(stem))
            .map(|(number, stem)| (number, self.rarity(Some(stem)).powi(2)))
            .collect();
        let long = self.norm(&seen.asked);
        let mut best: Option<(usize, f64)> = None;
        for (at, question) in self.questions.iter().enumerate() {
            let shared: f64 = question.stems.iter().filter_map(|s| asked.get(s)).sum();
            if shared == 0.0 {
                continue;
            }
            let rarity = |stem: &u32| self.rarity(self.stems.get(*stem as usize)).powi(2);
            let own: f64 = question.stems.iter().map(rarity).sum();
            let alike = shared / (long * own.sqrt());
            if best.is_none_or(|(_, known)| alike > known) {
                best = Some((at, alike));
            }
        }
        best
    }
}

impl Ranking<'_> {
    /// Score of a code; `None` where it is not to be suggested.
    pub fn score(&self, code: &CodeId) -> Option<f64> {
        let mut codes = self.learned.codes.iter();
        let at = codes.position(|known| known.id == *code)?;
        *self.scores.get(at)?
    }

    /// All codes that can be suggested with their scores, the best first; of equal ones the first in the codebook.
    pub fn all(&self) -> Vec<(&CodeId, f64)> {
        let scored = self.numbers().into_iter();
        scored
            .map(|(at, score)| (&self.learned.codes[at].id, score))
            .collect()
    }

    fn numbers(&self) -> Vec<(usize, f64)> {
        let mut list: Vec<(usize, f64)> = self
            .scores
            .iter()
            .enumerate()
            .filter_map(|(at, score)| Some((at, (*score)?)))
            .collect();
        list.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
        list
    }

    /// The likeliest codes, with what speaks for them; fewer where nothing speaks for more.
    pub fn best(&self, n: usize) -> Vec<Suggestion> {
        let list = self.numbers().into_iter().take(n);
        list.filter(|(_, score)| *score > 0.0)
            .map(|(at, score)| Suggestion {
                code: self.learned.codes[at].id.clone(),
                score,
                why: self.why(at as u32),
            })
            .collect()
    }

    fn why(&self, code: u32) -> Why {
        let (said, said_worth) = self.telling(&self.seen.said, true, code);
        let (asked, asked_worth) = self.telling(&self.seen.asked, false, code);
        let (said_worth, asked_worth) = (SAID * said_worth, ASKED * asked_worth);
        let named = self.guide.filter(|(question, _)| {
            let question = &self.learned.questions[*question];
            question.codes.contains(&code)
        });
        let guide_worth = named.map_or(0.0, |(_, worth)| GUIDE * worth);
        if let Some((question, _)) = named
            && guide_worth >= said_worth.max(asked_worth)
        {
            return Why::Guide(self.learned.questions[question].key.clone());
        }
        if !said.is_empty() && said_worth >= asked_worth {
            Why::Said(said)
        } else if !asked.is_empty() {
            Why::Asked(asked)
        } else {
            Why::Use
        }
    }

    /// The words that speak for a code as they were written, and what all of them are worth.
    fn telling(&self, words: &Words, is_said: bool, code: u32) -> (Vec<String>, f64) {
        let learned = self.learned;
        let kin = learned.kin();
        let mut tally = Tally::new(learned.codes.len());
        let mut found: Vec<(f64, &Word)> = Vec::new();
        for word in distinct(words).into_values() {
            let all = learned.speaks(word, is_said, &kin, &mut tally);
            if let Some((_, worth)) = all.into_iter().find(|(other, _)| *other == code) {
                found.push((worth, word));
            }
        }
        let whole: f64 = found.iter().map(|(worth, _)| worth).sum();
        found.sort_by(|a, b| {
            let place = a.1.span.start.cmp(&b.1.span.start);
            b.0.total_cmp(&a.0).then(place)
        });
        let told = found.into_iter().take(TOLD);
        let told = told.map(|(_, word)| words.form(word).to_lowercase());
        (told.collect(), whole / learned.norm(words))
    }
}

/// Words, each once, by stem.
fn distinct(words: &Words) -> BTreeMap<&str, &Word> {
    let mut list = BTreeMap::new();
    for word in &words.list {
        list.entry(word.stem.as_str()).or_insert(word);
    }
    list
}

pub(super) fn overlaps(lesson: &Lesson, span: &std::ops::Range<u32>) -> bool {
    lesson.span.start < span.end && span.start < lesson.span.end
}
