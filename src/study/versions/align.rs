//! Two versions of a text laid over one another, word by word.

use crate::study::document::DocumentText;
use crate::text::fold::fold;
use imara_diff::{Algorithm, Diff, InternedInput, Token};
use std::collections::HashMap;
use std::ops::Range;

/// So many words and signs in a row that stand in both versions are no accident: what lies among them is where it was.
const SURE_RUN: usize = 8;
/// So many in a row count as text that was found again. Two interviews of one language share shorter runs by chance.
const FOUND_RUN: usize = 5;
/// So many beside changed words say where these were.
const HOLDS: usize = 3;
/// So many words further up at most, the end of a change is put at the end of a sentence.
const SLIDE: u32 = 100;
/// Turns whose beginnings are no further apart are at the same time, in milliseconds.
const SAME_TIME: i64 = 2_000;
/// Changed words may have become so many times as many, and [`GROWN_BY`] more; else they are lost.
const GROWN: usize = 4;
const GROWN_BY: usize = 12;

/// Why a place is shown to a person before it is taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Doubt {
    /// Only case, accents, spaces and signs differ.
    Alike,
    /// The words differ.
    Words,
    /// The same words, but said by somebody else.
    Voice,
    /// The same words, which stand elsewhere too or have gone elsewhere.
    Place,
}

impl Doubt {
    /// The word in files.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Alike => "alike",
            Self::Words => "words",
            Self::Voice => "voice",
            Self::Place => "place",
        }
    }
}

/// Where a span of the old version stands in the new one, in bytes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Found {
    /// The same words in the same surroundings.
    Same(Range<usize>),
    /// Probably here.
    Doubtful(Range<usize>, Doubt),
    /// Nowhere.
    Lost,
}

/// Words that stand in both versions, one after the other.
#[derive(Debug, Clone, Copy)]
struct Run {
    old: usize,
    new: usize,
    len: usize,
}

/// Two versions laid over one another.
pub struct Alignment<'t> {
    old: &'t DocumentText,
    new: &'t DocumentText,
    old_words: Vec<Range<usize>>,
    new_words: Vec<Range<usize>>,
    /// Ascending in both versions, without overlaps.
    runs: Vec<Run>,
    /// Whom each voice of the old version became: whoever says most of its words in the new one.
    voices: HashMap<Option<&'t str>, Option<&'t str>>,
}

impl<'t> Alignment<'t> {
    /// Lays them over one another. Words are runs of letters and digits; every other sign stands for itself; spaces and
    /// line feeds do not count, so that turns may be split and joined.
    pub fn of(old: &'t DocumentText, new: &'t DocumentText) -> Self {
        let (old_words, new_words) = (words(old.text()), words(new.text()));
        let mut input: InternedInput<&str> = InternedInput::default();
        input.update_before(old_words.iter().map(|span| old.slice(span.clone())));
        input.update_after(new_words.iter().map(|span| new.slice(span.clone())));
        let mut diff = Diff::compute(Algorithm::Histogram, &input);
        // Of places that fit as well, words come and go in whole sentences.
        let rank = |token: Token| match input.interner[token] {
            "." | "!" | "?" | "…" => 2,
            "," | ";" | ":" => 1,
            _ => 0,
        };
        let best = |tokens: &[Token], hunk: Range<u32>, earliest: u32| {
            let ends = earliest.max(hunk.end.saturating_sub(SLIDE))..=hunk.end;
            let last = |end: &u32| tokens.get(*end as usize - 1).map(|token| rank(*token));
            ends.max_by_key(last).unwrap_or(hunk.end)
        };
        diff.postprocess_with(&input.before, &input.after, best);
        let mut runs = Vec::new();
        let (mut at_old, mut at_new) = (0, 0);
        let mut upto = |old: usize, new: usize, next: (usize, usize)| {
            if old > at_old {
                runs.push(Run {
                    old: at_old,
                    new: at_new,
                    len: old - at_old,
                });
            }
            debug_assert_eq!(old - at_old, new - at_new);
            (at_old, at_new) = next;
        };
        for hunk in diff.hunks() {
            upto(
                hunk.before.start as usize,
                hunk.after.start as usize,
                (hunk.before.end as usize, hunk.after.end as usize),
            );
        }
        upto(old_words.len(), new_words.len(), (0, 0));
        let mut alignment = Self {
            old,
            new,
            old_words,
            new_words,
            runs,
            voices: HashMap::new(),
        };
        alignment.voices = alignment.became();
        alignment
    }

    /// The share of the old version's words that were found again, 0 to 1; 1 where it has none.
    pub fn share(&self) -> f64 {
        let all = self.old_words.len();
        if all == 0 {
            return 1.0;
        }
        let least = FOUND_RUN.min(all.div_ceil(2));
        let found: usize = self
            .runs
            .iter()
            .map(|run| run.len)
            .filter(|len| *len >= least)
            .sum();
        found as f64 / all as f64
    }

    /// Where a span of the old version (bytes) stands in the new one.
    pub fn find(&self, span: &Range<usize>) -> Found {
        let first = self
            .old_words
            .partition_point(|word| word.end <= span.start);
        let after = self.old_words.partition_point(|word| word.start < span.end);
        if first >= after {
            return Found::Lost; // nothing but spaces
        }
        let last = after - 1;
        if let Some((run, from)) = self.image(first)
            && last < run.old + run.len
        {
            let to = from + (last - first);
            let place = self.exact(span, first..after, from..to + 1);
            return if !self.is_sure(&run, span, &place) {
                Found::Doubtful(place, Doubt::Place)
            } else if self.changes_voice(span, first, from, after - first) {
                Found::Doubtful(place, Doubt::Voice)
            } else {
                Found::Same(place)
            };
        }
        match self.probably(first, last) {
            Some(place) => {
                let doubt = if letters(self.old.slice(span.clone()))
                    == letters(self.new.slice(place.clone()))
                {
                    Doubt::Alike
                } else {
                    Doubt::Words
                };
                Found::Doubtful(place, doubt)
            }
            None => self.elsewhere(span),
        }
    }

    /// The run that holds a word, and its place in the new version.
    fn image(&self, word: usize) -> Option<(Run, usize)> {
        let at = self.runs.partition_point(|run| run.old <= word);
        let run = *self.runs.get(at.checked_sub(1)?)?;
        (word < run.old + run.len).then(|| (run, run.new + (word - run.old)))
    }

    /// The bytes of words that are the same, with the letters and spaces that the span cuts off or takes along.
    fn exact(&self, span: &Range<usize>, old: Range<usize>, new: Range<usize>) -> Range<usize> {
        let edge = |words: &[Range<usize>], at: usize| words.get(at).cloned().unwrap_or(0..0);
        let (old_first, old_last) = (
            edge(&self.old_words, old.start),
            edge(&self.old_words, old.end - 1),
        );
        let (new_first, new_last) = (
            edge(&self.new_words, new.start),
            edge(&self.new_words, new.end - 1),
        );
        let start = if span.start >= old_first.start {
            new_first.start + (span.start - old_first.start)
        } else {
            let lead = self.old.slice(span.start..old_first.start);
            let from = new_first.start.saturating_sub(lead.len());
            if self.new.text().get(from..new_first.start) == Some(lead) {
                from
            } else {
                new_first.start
            }
        };
        let end = if span.end <= old_last.end {
            new_last.end - (old_last.end - span.end)
        } else {
            let tail = self.old.slice(old_last.end..span.end);
            let to = new_last.end + tail.len();
            if self.new.text().get(new_last.end..to) == Some(tail) {
                to
            } else {
                new_last.end
            }
        };
        start..end
    }

    /// Whether the same words are the very ones that were meant: enough of what surrounds them is the same too, or they
    /// were said at the same time, or they stand nowhere else in either version.
    fn is_sure(&self, run: &Run, span: &Range<usize>, place: &Range<usize>) -> bool {
        let times = self
            .old
            .time_at(span.start)
            .zip(self.new.time_at(place.start));
        let whole = run.len == self.old_words.len() && run.len == self.new_words.len();
        run.len >= SURE_RUN
            || whole
            || times.is_some_and(|(old, new)| (old - new).abs() <= SAME_TIME)
            || (once(self.old.text(), self.old.slice(span.clone())).is_some()
                && once(self.new.text(), self.new.slice(place.clone())).is_some())
    }

    /// Whom each voice of the old version became.
    fn became(&self) -> HashMap<Option<&'t str>, Option<&'t str>> {
        let mut counts: HashMap<(Option<&str>, Option<&str>), usize> = HashMap::new();
        for run in &self.runs {
            self.voices_of(run.old, run.new, run.len, |old, new, n| {
                *counts.entry((old, new)).or_default() += n;
                true
            });
        }
        let mut best: HashMap<Option<&str>, (usize, Option<&str>)> = HashMap::new();
        for ((old, new), n) in counts {
            let known = best.entry(old).or_insert((n, new));
            // of two that say as much, the one of the same name, else the first by name
            let rank = |n: usize, new: Option<&'t str>| (n, new == old, std::cmp::Reverse(new));
            if rank(n, new) > rank(known.0, known.1) {
                *known = (n, new);
            }
        }
        best.into_iter().map(|(old, (_, new))| (old, new)).collect()
    }

    /// Who says words of a run in both versions, stretch by stretch with their number; until `each` says stop.
    fn voices_of(
        &self,
        mut old: usize,
        mut new: usize,
        mut len: usize,
        mut each: impl FnMut(Option<&'t str>, Option<&'t str>, usize) -> bool,
    ) {
        while len > 0 {
            let (Some(before), Some(after)) = (
                stretch(self.old, &self.old_words, old),
                stretch(self.new, &self.new_words, new),
            ) else {
                return;
            };
            let n = before.1.min(after.1).min(len).max(1);
            if !each(before.0, after.0, n) {
                return;
            }
            (old, new, len) = (old + n, new + n, len - n);
        }
    }

    fn changes_voice(&self, span: &Range<usize>, old: usize, new: usize, len: usize) -> bool {
        debug_assert!(span.start < span.end);
        let mut changes = false;
        self.voices_of(old, new, len, |before, after, _| {
            changes |= self.voices.get(&before).is_some_and(|own| *own != after);
            !changes
        });
        changes
    }

    /// Where changed words probably went: between what stands before and after them in both versions.
    fn probably(&self, first: usize, last: usize) -> Option<Range<usize>> {
        let next = |word: usize| {
            let at = self.runs.partition_point(|run| run.old + run.len <= word);
            self.runs.get(at)
        };
        let before = |word: usize| {
            let at = self.runs.partition_point(|run| run.old < word);
            at.checked_sub(1).and_then(|at| self.runs.get(at))
        };
        // Where as many words were put as were taken, each stands for its own.
        let instead = |word: usize| {
            let (from_old, from_new) =
                before(word).map_or((0, 0), |run| (run.old + run.len, run.new + run.len));
            let (to_old, to_new) = next(word)
                .map_or((self.old_words.len(), self.new_words.len()), |run| {
                    (run.old, run.new)
                });
            (to_old - from_old == to_new - from_new).then(|| from_new + (word - from_old))
        };
        let from = match self.image(first) {
            Some((_, at)) => at,
            None => {
                instead(first).unwrap_or_else(|| before(first).map_or(0, |run| run.new + run.len))
            }
        };
        let to = match self.image(last) {
            Some((_, at)) => at + 1,
            None => instead(last).map_or_else(
                || next(last).map_or(self.new_words.len(), |run| run.new),
                |at| at + 1,
            ),
        };
        let grown = to.saturating_sub(from) > (last + 1 - first) * GROWN + GROWN_BY;
        let partly = next(first).is_some_and(|run| run.old <= last);
        let beside = [before(first), next(last)];
        let held = partly || beside.iter().flatten().any(|run| run.len >= HOLDS);
        if from >= to || grown || !held {
            return None;
        }
        Some(self.new_words.get(from)?.start..self.new_words.get(to - 1)?.end)
    }

    /// The only place that holds the very words, where they went elsewhere.
    fn elsewhere(&self, span: &Range<usize>) -> Found {
        let quote = self.old.slice(span.clone());
        match once(self.new.text(), quote) {
            Some(at) if once(self.old.text(), quote).is_some() => {
                Found::Doubtful(at..at + quote.len(), Doubt::Place)
            }
            _ => Found::Lost,
        }
    }
}

/// Runs of letters and digits, and every other sign by itself; bytes.
fn words(text: &str) -> Vec<Range<usize>> {
    let mut words: Vec<Range<usize>> = Vec::new();
    let mut open = false;
    for (at, c) in text.char_indices() {
        let letter = c.is_alphanumeric();
        match words.last_mut() {
            Some(word) if letter && open => word.end = at + c.len_utf8(),
            _ if c.is_whitespace() => {}
            _ => words.push(at..at + c.len_utf8()),
        }
        open = letter;
    }
    words
}

/// Who says a word, and how many words from it on stand in the same turn.
fn stretch<'t>(
    text: &'t DocumentText,
    words: &[Range<usize>],
    word: usize,
) -> Option<(Option<&'t str>, usize)> {
    let turn = text.turns().get(text.turn_at(words.get(word)?.start)?)?;
    let after = words.partition_point(|one| one.start < turn.span.end);
    Some((turn.speaker.as_deref(), after.saturating_sub(word)))
}

/// Byte of words that stand in a text exactly once; inside longer words they do not stand.
fn once(text: &str, words: &str) -> Option<usize> {
    if words.is_empty() {
        return None;
    }
    let joins = |a: Option<char>, b: Option<char>| {
        a.is_some_and(char::is_alphanumeric) && b.is_some_and(char::is_alphanumeric)
    };
    let stands = |at: &usize| {
        let (before, after) = text.split_at(*at);
        let after = after.get(words.len()..).unwrap_or("");
        !joins(before.chars().next_back(), words.chars().next())
            && !joins(words.chars().next_back(), after.chars().next())
    };
    let mut places = text.match_indices(words).map(|(at, _)| at).filter(stands);
    places.next().filter(|_| places.next().is_none())
}

/// Letters and digits alone, folded.
fn letters(text: &str) -> String {
    let mut folded = fold(text);
    folded.retain(char::is_alphanumeric);
    folded
}
