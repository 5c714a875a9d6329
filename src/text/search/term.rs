//! One term of a pattern, and how it is found fast.
//!
//! Where folded words may begin is told by two bytes, which many bytes are asked for at once; there they are compared
//! letter by letter. Only where that does not decide (marks, ligatures, bounds of words) the expression is asked.

use super::compile::{Letters, family_of, is_unseen, leads_of_space};
use crate::text::fold::fold_char;
use aho_corasick::packed::{Config, MatchKind, Searcher};
use regex_automata::meta::Regex;
use regex_automata::{Anchored, Input};
use std::collections::BTreeSet;
use std::ops::Range;

/// Pairs of bytes that one look asks for.
const PAIRS: usize = 32;
/// Pairs of bytes beyond which the expression alone is as fast.
const MOST_PAIRS: usize = 4 * PAIRS;

/// One term of a pattern.
#[derive(Debug)]
pub(super) struct Term {
    expression: Regex,
    begins: Option<Begins>,
    /// How rare it is likely to be: the more letters, the rarer.
    pub(super) weight: usize,
}

impl Term {
    /// A term that the expression alone finds.
    pub(super) fn slow(expression: Regex) -> Self {
        Self {
            expression,
            begins: None,
            weight: 0,
        }
    }

    /// Folded words, which are what the expression means too.
    pub(super) fn words(expression: Regex, letters: Letters, whole: bool) -> Self {
        Self {
            expression,
            weight: letters.len(),
            begins: Begins::new(letters, whole),
        }
    }

    #[cfg(test)]
    pub(super) fn into_expression(self) -> Regex {
        self.expression
    }

    #[cfg(test)]
    pub(super) fn is_fast(&self) -> bool {
        self.begins.is_some()
    }

    /// Looks through a text from its start on.
    pub(super) fn finder<'r, 't>(&'r self, text: &'t str) -> Finder<'r, 't> {
        let looks = self.begins.as_ref().map_or(0, |begins| begins.pairs.len());
        Finder {
            term: self,
            text,
            next: vec![Next::Unknown; looks],
            last: Some(0..0),
        }
    }

    fn expression_at(&self, text: &str, at: usize, anchored: Anchored) -> Option<Range<usize>> {
        let input = Input::new(text).span(at..text.len()).anchored(anchored);
        self.expression.search(&input).map(|found| found.range())
    }
}

/// A look through one text.
pub(super) struct Finder<'r, 't> {
    term: &'r Term,
    text: &'t str,
    /// Of each look for pairs.
    next: Vec<Next>,
    /// What the expression alone found last, where there are no pairs.
    last: Option<Range<usize>>,
}

/// Where a pair of bytes is met next.
#[derive(Debug, Clone, Copy)]
enum Next {
    Unknown,
    At(usize),
    Nowhere,
}

impl Finder<'_, '_> {
    /// The first place that begins at `at` or later and before `end`. What is asked for must ascend.
    pub(super) fn find(&mut self, at: usize, end: usize) -> Option<Range<usize>> {
        let (term, text) = (self.term, self.text);
        let Some(begins) = &term.begins else {
            let last = self.last.take()?;
            // what was found further on is still the first from here on
            self.last = if last.start >= at && !last.is_empty() {
                Some(last)
            } else {
                term.expression_at(text, at, Anchored::No)
            };
            return self.last.clone().filter(|found| found.start < end);
        };
        let mut at = at;
        loop {
            at = self.candidate(begins, at, end)?;
            match begins.compare(text, at) {
                Verdict::No => {}
                Verdict::Until(end) => return Some(at..end),
                Verdict::Ask => {
                    if let Some(found) = term.expression_at(text, at, Anchored::Yes) {
                        return Some(found);
                    }
                }
            }
            at += 1;
        }
    }

    /// The first place from `at` on, and before `end`, at which the words may begin.
    fn candidate(&mut self, begins: &Begins, at: usize, end: usize) -> Option<usize> {
        let mut first = None;
        // a pair may begin before the end and reach over it
        let until = end.saturating_add(1).min(self.text.len());
        if at >= until {
            return None;
        }
        for (pairs, next) in begins.pairs.iter().zip(&mut self.next) {
            let known = match *next {
                Next::At(known) if known >= at => Some(known),
                Next::Nowhere => None,
                Next::Unknown | Next::At(_) => {
                    let text = self.text.as_bytes();
                    let met = pairs.find_in(text, (at..until).into()).map(|m| m.start());
                    *next = match met {
                        Some(met) => Next::At(met),
                        None if until == text.len() => Next::Nowhere,
                        None => Next::Unknown,
                    };
                    met
                }
            };
            let known = known.filter(|known| *known < end);
            first = match (first, known) {
                (Some(a), Some(b)) => Some(usize::min(a, b)),
                (a, b) => a.or(b),
            };
        }
        first
    }
}

/// Whether the words stand at a place.
enum Verdict {
    No,
    /// They do, up to this byte.
    Until(usize),
    /// The expression says.
    Ask,
}

/// How folded words begin.
#[derive(Debug)]
struct Begins {
    letters: Letters,
    whole: bool,
    pairs: Vec<Searcher>,
}

impl Begins {
    /// `None` for words that the expression finds as fast.
    fn new(letters: Letters, whole: bool) -> Option<Self> {
        let (&first, _) = letters.split_first()?;
        if first.is_whitespace() || letters.len() < 2 {
            return None;
        }
        let seconds = seconds(&letters);
        let mut pairs: BTreeSet<[u8; 2]> = BTreeSet::new();
        for first in writings(&letters) {
            match *first.as_slice() {
                [one] => pairs.extend(seconds.iter().map(|second| [one, *second])),
                [one, two, ..] => {
                    pairs.insert([one, two]);
                }
                [] => {}
            }
        }
        if pairs.len() > MOST_PAIRS {
            return None;
        }
        let pairs: Vec<_> = pairs.into_iter().collect();
        let look = |pairs: &[[u8; 2]]| {
            let mut config = Config::new();
            config.match_kind(MatchKind::LeftmostFirst);
            config.heuristic_pattern_limits(false);
            config.builder().extend(pairs).build()
        };
        Some(Self {
            pairs: pairs.chunks(PAIRS).map(look).collect::<Option<_>>()?,
            letters,
            whole,
        })
    }

    fn compare(&self, text: &str, from: usize) -> Verdict {
        let bytes = text.as_bytes();
        let mut letters = self.letters.as_slice();
        let mut at = from;
        let mut plain = true;
        while let Some((&letter, rest)) = letters.split_first() {
            let Some(&byte) = bytes.get(at) else {
                return Verdict::No;
            };
            if letter == ' ' {
                let spaces = text.get(at..).unwrap_or("");
                let after = spaces.trim_start();
                // what folds to a space without being one, the expression knows
                if after.len() < spaces.len() {
                    at += spaces.len() - after.len();
                    letters = rest;
                    continue;
                }
                if byte.is_ascii() {
                    return Verdict::No;
                }
                return Verdict::Ask;
            }
            if byte.is_ascii() {
                if !letter.is_ascii() || byte.to_ascii_lowercase() != letter as u8 {
                    return Verdict::No;
                }
                at += 1;
                letters = rest;
                continue;
            }
            plain = false;
            let Some(written) = text.get(at..).and_then(|rest| rest.chars().next()) else {
                return Verdict::No;
            };
            // where it begins no mark is skipped: a mark is its letter's
            let mut unlike = at == from && is_unseen(written);
            fold_char(written, |folded| match letters.split_first() {
                Some((&letter, rest)) if letter == folded => letters = rest,
                // more letters in one sign than there are left
                _ => unlike = true,
            });
            if unlike {
                return Verdict::No;
            }
            at += written.len_utf8();
        }
        // marks belong to the last letter
        let ends = bytes.get(at).is_none_or(u8::is_ascii);
        if plain && ends && !self.whole {
            Verdict::Until(at)
        } else {
            Verdict::Ask
        }
    }
}

/// All ways to write the first letter, and signs that stand for it and for what follows.
fn writings(letters: &[char]) -> BTreeSet<Vec<u8>> {
    let Some(&first) = letters.first() else {
        return BTreeSet::new();
    };
    std::iter::once(first)
        .chain(family_of(letters))
        .map(|c| c.to_string().into_bytes())
        .collect()
}

/// All bytes that may follow a first letter of one byte.
fn seconds(letters: &[char]) -> BTreeSet<u8> {
    let rest = letters.get(1..).unwrap_or(&[]);
    let unseen = ['\u{300}', '\u{36f}', '\u{ad}'].map(lead).into_iter();
    let mut seconds: BTreeSet<u8> = unseen.collect();
    match rest.first() {
        Some(' ') => seconds.extend(leads_of_space()),
        Some(_) => seconds.extend(writings(rest).iter().filter_map(|c| c.first())),
        None => {}
    }
    seconds
}

pub(super) fn lead(c: char) -> u8 {
    let mut bytes = [0; 4];
    c.encode_utf8(&mut bytes);
    bytes[0]
}
