//! Where coded words are, when a project keeps the words beside their place.

use crate::file::losses::Losses;
use crate::message;
use std::collections::{BTreeMap, HashMap};
use std::ops::Range;

/// Characters that a name has at least to be looked for.
const FEWEST: usize = 4;

/// A text by characters.
pub(in crate::import) struct Chars {
    chars: Vec<char>,
    /// By UTF-16 unit, the code point; none where both are the same.
    units: Vec<u32>,
}

/// What became of a place.
#[derive(Debug, PartialEq, Eq)]
pub(in crate::import) enum Found {
    /// The words are there.
    There(Range<usize>),
    /// They are in one other place alone.
    Elsewhere(Range<usize>),
    /// They are not in the text, or in several places.
    Nowhere,
}

impl Found {
    /// Where the words are; what is not where it was said to be, or nowhere, is told under `place`.
    pub(in crate::import) fn told(
        self,
        losses: &mut Losses,
        place: impl FnOnce() -> String,
    ) -> Option<Range<usize>> {
        match self {
            Self::There(span) => Some(span),
            Self::Elsewhere(span) => {
                losses.add("place", place(), message!("qda-loss-moved"));
                Some(span)
            }
            Self::Nowhere => {
                losses.add("coding", place(), message!("qda-loss-place"));
                None
            }
        }
    }
}

/// The first characters, all white space alike.
fn beginning(words: &[char]) -> [char; FEWEST] {
    let mut first = [' '; FEWEST];
    for (to, c) in first.iter_mut().zip(words) {
        *to = if c.is_whitespace() { ' ' } else { *c };
    }
    first
}

/// Whether two characters are the same to whoever codes: all white space is.
fn same(a: char, b: char) -> bool {
    a == b || (a.is_whitespace() && b.is_whitespace())
}

impl Chars {
    pub(in crate::import) fn of(text: &str) -> Self {
        let chars: Vec<char> = text.chars().collect();
        let mut units = Vec::new();
        if chars.iter().any(|c| c.len_utf16() > 1) {
            for (at, c) in chars.iter().enumerate() {
                let at = u32::try_from(at).unwrap_or(u32::MAX);
                units.extend(std::iter::repeat_n(at, c.len_utf16()));
            }
            units.push(u32::try_from(chars.len()).unwrap_or(u32::MAX));
        }
        Self { chars, units }
    }

    /// A span of UTF-16 units in code points.
    fn of_units(&self, span: &Range<usize>) -> Option<Range<usize>> {
        let at = |unit: usize| self.units.get(unit).map(|at| *at as usize);
        Some(at(span.start)?..at(span.end)?)
    }

    fn holds(&self, span: &Range<usize>, words: &[char]) -> bool {
        self.chars.get(span.clone()).is_some_and(|there| {
            there.len() == words.len() && there.iter().zip(words).all(|(a, b)| same(*a, *b))
        })
    }

    /// Where words are that are said to be at a span, in code points or in UTF-16 units.
    pub(in crate::import) fn find(&self, span: &Range<usize>, words: &str) -> Found {
        let words: Vec<char> = words.chars().collect();
        if words.is_empty() {
            return if span.start < span.end && span.end <= self.chars.len() {
                Found::There(span.clone())
            } else {
                Found::Nowhere
            };
        }
        let by_start = span.start..span.start.saturating_add(words.len());
        let units = self.of_units(span);
        for there in [Some(span.clone()), units, Some(by_start)]
            .into_iter()
            .flatten()
        {
            if self.holds(&there, &words) {
                return Found::There(there);
            }
        }
        self.search(&words)
    }

    /// Where selections are that are called by their words, as most programs call theirs, and were said to be elsewhere:
    /// where UTF-16 units lead, or, where most are called so, in the one other place. One that is called by something
    /// else stays where it is.
    pub(in crate::import) fn elsewhere<'s>(
        &self,
        selections: impl Iterator<Item = (&'s Range<usize>, &'s str)>,
    ) -> BTreeMap<usize, Range<usize>> {
        let mut found = BTreeMap::new();
        let mut astray = Vec::new();
        let mut called = 0;
        for (at, (span, name)) in selections.enumerate() {
            let name: Vec<char> = name.trim().chars().collect();
            if name.is_empty() {
                continue;
            }
            let units = self.of_units(span);
            if self.begins(span, &name) {
                called += 1;
            } else if let Some(units) = units.filter(|units| self.holds(units, &name)) {
                called += 1;
                found.insert(at, units);
            } else if name.len() >= FEWEST {
                astray.push((at, name));
            }
        }
        if called >= astray.len() && !astray.is_empty() {
            let begun = self.beginnings();
            // words that begin alike everywhere must not take for ever: the rest stay where they are said to be
            let mut left = 4 * self.chars.len() + 200_000;
            for (at, name) in astray {
                let places = begun.get(&beginning(&name)).map_or(&[][..], Vec::as_slice);
                let Some(rest) = left.checked_sub(places.len()) else {
                    break;
                };
                left = rest;
                let mut there = places.iter().filter_map(|from| {
                    let span = *from as usize..*from as usize + name.len();
                    self.holds(&span, &name).then_some(span)
                });
                if let (Some(place), None) = (there.next(), there.next()) {
                    found.insert(at, place);
                }
            }
        }
        found
    }

    /// Where in the text each four characters stand.
    fn beginnings(&self) -> HashMap<[char; FEWEST], Vec<u32>> {
        let mut places: HashMap<[char; FEWEST], Vec<u32>> = HashMap::new();
        for (at, window) in self.chars.windows(FEWEST).enumerate() {
            let at = u32::try_from(at).unwrap_or(u32::MAX);
            places.entry(beginning(window)).or_default().push(at);
        }
        places
    }

    /// Whether a name says how a selection begins: it may be cut short, and the white space before it left out.
    fn begins(&self, span: &Range<usize>, name: &[char]) -> bool {
        let said = self.chars.get(span.clone()).unwrap_or_default();
        let blank = said.iter().take_while(|c| c.is_whitespace()).count();
        let said = said.get(blank..).unwrap_or_default();
        said.len() >= name.len() && said.iter().zip(name).all(|(a, b)| same(*a, *b))
    }

    /// Words that are in one place alone.
    fn search(&self, words: &[char]) -> Found {
        let mut found = None;
        let Some((first, last)) = words.first().zip(self.chars.len().checked_sub(words.len()))
        else {
            return Found::Nowhere;
        };
        // words that come again and again inside themselves must not take for ever
        let mut looked = 0usize;
        for at in 0..=last {
            let begins = self.chars.get(at).is_some_and(|c| same(*c, *first));
            if !begins {
                continue;
            }
            let span = at..at + words.len();
            looked += 1;
            if looked > 200_000 {
                return Found::Nowhere;
            }
            if self.holds(&span, words) {
                if found.is_some() {
                    return Found::Nowhere;
                }
                found = Some(span);
            }
        }
        found.map_or(Found::Nowhere, Found::Elsewhere)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_found_in_either_unit_or_in_one_place() {
        let text = Chars::of("a 🙂 un mot, un autre");
        assert_eq!(text.find(&(4..6), "un"), Found::There(4..6), "code points");
        assert_eq!(text.find(&(5..7), "un"), Found::There(4..6), "UTF-16 units");
        assert_eq!(text.find(&(0..3), "autre"), Found::Elsewhere(15..20));
        assert_eq!(text.find(&(0..2), "un"), Found::Nowhere, "in two places");
        assert_eq!(text.find(&(0..2), "deux"), Found::Nowhere);
        assert_eq!(text.find(&(4..10), "un\u{2029}mot"), Found::There(4..10));
        assert_eq!(text.find(&(4..40), ""), Found::Nowhere);
    }

    #[test]
    fn selections_called_by_their_words_are_put_where_these_are() {
        let text = Chars::of("a 🙂 un mot, un autre mot");
        let put = |selections: &[(Range<usize>, &str)]| {
            let selections = selections.iter().map(|(span, name)| (span, *name));
            text.elsewhere(selections).into_iter().collect::<Vec<_>>()
        };
        assert_eq!(
            put(&[(4..10, "un mot"), (4..18, "un mot,"), (3..10, "un mot")]),
            []
        );
        assert_eq!(put(&[(5..11, "un mot")]), [(0, 4..10)], "UTF-16 units");
        assert_eq!(
            put(&[(4..10, "un mot"), (0..9, "autre mot"), (0..2, "un")]),
            [(1, 15..24)],
            "as the others are called by their words; two characters tell nothing"
        );
        assert_eq!(
            put(&[(0..9, "autre mot")]),
            [],
            "the names may be none of words"
        );
        assert_eq!(
            put(&[(0..6, "Entretien 3"), (5..11, ""), (40..50, "?")]),
            []
        );
    }
}
