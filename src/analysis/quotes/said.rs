//! Where words were said: one reading of all texts that keeps, of the words that are looked for, where each stands.

use crate::text::fold::fold_char;
use std::collections::HashMap;
use std::ops::Range;
use std::sync::atomic::{AtomicUsize, Ordering};

/// Words of a piece that are looked for to find where it may stand.
const ANCHORS: usize = 6;
/// A word that stands more often than this leads nowhere.
const COMMON: usize = 50_000;
/// Places that are looked at closely.
const CANDIDATES: usize = 12;

/// Folded words of a text with their bytes, in order.
pub(super) fn words(text: &str, mut each: impl FnMut(&str, Range<usize>)) {
    let mut word = String::new();
    let (mut start, mut end) = (0, 0);
    for (at, c) in text.char_indices() {
        let mut breaks = false;
        fold_char(c, |out| {
            if out.is_alphanumeric() {
                if word.is_empty() {
                    start = at;
                }
                word.push(out);
            } else {
                breaks = true;
            }
        });
        if breaks {
            if start < end && !word.is_empty() {
                each(&word, start..end);
            }
            word.clear();
        } else if !word.is_empty() {
            end = at + c.len_utf8();
        }
    }
    if !word.is_empty() {
        each(&word, start..end);
    }
}

/// A word of the text that is looked for somewhere.
#[derive(Debug, Clone, Copy)]
struct Heard {
    /// Number of the word in its text.
    ordinal: u32,
    start: u32,
    end: u32,
    word: u32,
}

/// All texts, read for the words of some quotes.
pub(super) struct Said {
    vocabulary: HashMap<String, u32>,
    heard: Vec<Vec<Heard>>,
    counts: Vec<usize>,
    /// For words that quotes are found by: (text, place in `heard`).
    postings: HashMap<u32, Vec<(u32, u32)>>,
}

/// A place where a piece stands, or nearly stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Spot {
    /// The text.
    pub(super) text: usize,
    /// Its bytes.
    pub(super) span: Range<usize>,
}

impl Said {
    /// Reads `texts` for the words of `pieces`, on all cores.
    pub(super) fn of(texts: &[&str], pieces: &[&str]) -> Self {
        let mut vocabulary: HashMap<String, u32> = HashMap::new();
        for piece in pieces {
            words(piece, |word, _| {
                let next = u32::try_from(vocabulary.len()).unwrap_or(u32::MAX);
                vocabulary.entry(word.to_owned()).or_insert(next);
            });
        }
        let heard = read(texts, &vocabulary);
        let mut counts = vec![0; vocabulary.len()];
        for one in heard.iter().flatten() {
            if let Some(count) = counts.get_mut(one.word as usize) {
                *count += 1;
            }
        }
        let mut said = Self {
            vocabulary,
            heard,
            counts,
            postings: HashMap::new(),
        };
        for piece in pieces {
            for (_, word) in said.anchors(&said.numbers(piece)) {
                said.postings.entry(word).or_default();
            }
        }
        for (text, heard) in said.heard.iter().enumerate() {
            for (at, one) in heard.iter().enumerate() {
                if let Some(list) = said.postings.get_mut(&one.word) {
                    list.push((text as u32, at as u32));
                }
            }
        }
        said
    }

    fn numbers(&self, piece: &str) -> Vec<u32> {
        let mut numbers = Vec::new();
        words(piece, |word, _| {
            numbers.push(self.vocabulary.get(word).copied().unwrap_or(u32::MAX));
        });
        numbers
    }

    fn count(&self, word: u32) -> usize {
        self.counts.get(word as usize).copied().unwrap_or(0)
    }

    /// The rarest words of a piece that are said at all: (place in the piece, word).
    fn anchors(&self, numbers: &[u32]) -> Vec<(usize, u32)> {
        let mut list: Vec<(usize, u32)> = numbers.iter().copied().enumerate().collect();
        list.retain(|(_, word)| self.count(*word) > 0);
        list.sort_by_key(|(at, word)| (self.count(*word), *at));
        list.truncate(ANCHORS);
        list
    }

    /// Everywhere the words of a piece stand one after the other.
    pub(super) fn verbatim(&self, piece: &str) -> Vec<Spot> {
        let numbers = self.numbers(piece);
        if numbers.iter().any(|word| self.count(*word) == 0) {
            return Vec::new();
        }
        let Some(&(at, word)) = self.anchors(&numbers).first() else {
            return Vec::new();
        };
        let mut spots = Vec::new();
        for &(text, place) in self.postings.get(&word).into_iter().flatten() {
            let Some(heard) = self.heard.get(text as usize) else {
                continue;
            };
            let Some(first) = (place as usize).checked_sub(at) else {
                continue;
            };
            let Some(run) = heard.get(first..first + numbers.len()) else {
                continue;
            };
            let (Some(one), Some(last)) = (run.first(), run.last()) else {
                continue;
            };
            let joined = (last.ordinal - one.ordinal) as usize == run.len() - 1;
            if joined
                && run
                    .iter()
                    .zip(&numbers)
                    .all(|(one, word)| one.word == *word)
            {
                spots.push(Spot {
                    text: text as usize,
                    span: one.start as usize..last.end as usize,
                });
            }
        }
        spots
    }

    /// Where a piece most probably stands, best first: wide spans, to be looked at closely. `only` in one text.
    pub(super) fn near(&self, piece: &str, only: Option<usize>) -> Vec<Spot> {
        let numbers = self.numbers(piece);
        let total = self.counts.iter().sum::<usize>().max(1) as f64;
        let width = i64::try_from(numbers.len() / 2 + 12).unwrap_or(i64::MAX);
        let mut votes: HashMap<(u32, i64), f64> = HashMap::new();
        for (at, word) in self.anchors(&numbers) {
            let count = self.count(word);
            if count > COMMON {
                continue;
            }
            let weight = 0.1 + (total / count as f64).ln();
            for &(text, place) in self.postings.get(&word).into_iter().flatten() {
                if only.is_some_and(|only| only != text as usize) {
                    continue;
                }
                let ordinal = self
                    .heard
                    .get(text as usize)
                    .and_then(|heard| heard.get(place as usize))
                    .map_or(0, |one| i64::from(one.ordinal));
                let begins = ordinal - at as i64;
                let bucket = begins.div_euclid(width);
                *votes.entry((text, bucket)).or_default() += weight;
                *votes.entry((text, bucket - 1)).or_default() += weight;
            }
        }
        let mut order: Vec<((u32, i64), f64)> = votes.into_iter().collect();
        order.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
        order.truncate(CANDIDATES);
        order
            .into_iter()
            .filter_map(|((text, bucket), _)| {
                let heard = self.heard.get(text as usize)?;
                let from = bucket.saturating_mul(width) - width;
                let to = (bucket + 2) * width + i64::try_from(numbers.len()).ok()? + width;
                let first = heard.partition_point(|one| i64::from(one.ordinal) < from);
                let after = heard.partition_point(|one| i64::from(one.ordinal) <= to);
                let run = heard.get(first..after)?;
                Some(Spot {
                    text: text as usize,
                    span: run.first()?.start as usize..run.last()?.end as usize,
                })
            })
            .collect()
    }
}

fn read(texts: &[&str], vocabulary: &HashMap<String, u32>) -> Vec<Vec<Heard>> {
    let next = AtomicUsize::new(0);
    let work = || {
        let mut list = Vec::new();
        loop {
            let at = next.fetch_add(1, Ordering::Relaxed);
            let Some(text) = texts.get(at) else {
                return list;
            };
            let mut heard = Vec::new();
            let mut ordinal = 0;
            words(text, |word, span| {
                if let Some(word) = vocabulary.get(word) {
                    heard.push(Heard {
                        ordinal,
                        start: u32::try_from(span.start).unwrap_or(u32::MAX),
                        end: u32::try_from(span.end).unwrap_or(u32::MAX),
                        word: *word,
                    });
                }
                ordinal += 1;
            });
            list.push((at, heard));
        }
    };
    let bytes: usize = texts.iter().map(|text| text.len()).sum();
    let mut found = if bytes < 1 << 20 {
        work()
    } else {
        let cores = std::thread::available_parallelism().map_or(1, usize::from);
        std::thread::scope(|scope| {
            let others: Vec<_> = (1..cores).map(|_| scope.spawn(work)).collect();
            let mut found = work();
            for other in others {
                found.extend(other.join().unwrap_or_default());
            }
            found
        })
    };
    found.sort_by_key(|(at, _)| *at);
    found.into_iter().map(|(_, heard)| heard).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_found_one_after_the_other() {
        let texts = [
            "L’émargement a manqué, l’émargement !",
            "on a manqué de temps",
        ];
        let said = Said::of(&texts, &["a manque", "manqué l'émargement", "de l'eau"]);
        let at = |piece: &str| -> Vec<&str> {
            said.verbatim(piece)
                .into_iter()
                .map(|spot| &texts[spot.text][spot.span])
                .collect()
        };
        assert_eq!(at("a manque"), ["a manqué", "a manqué"]);
        assert_eq!(at("manqué l'émargement"), ["manqué, l’émargement"]);
        assert!(at("de l'eau").is_empty());
        assert!(
            said.near("de l'eau", Some(1))
                .iter()
                .all(|spot| spot.text == 1)
        );
    }
}
