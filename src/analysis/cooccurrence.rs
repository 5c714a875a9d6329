//! `cooccurrence`: which codes come together: on one passage, in one turn, in one interview.

use super::ask::Ask;
use super::counted::{Line, Words};
use super::mask::{Lines, Shape};
use super::places::newest_span;
use super::table::{Cell, Column, Row, Table};
use crate::message;
use crate::study::id::CodingId;
use std::ops::Range;

/// Two codes, the one before the other in the codebook, and where they meet.
struct Pair {
    codes: (usize, usize),
    excerpts: usize,
    turns: usize,
    interviews: usize,
    passages: Vec<CodingId>,
    /// The interview that last met it, and what of the interview shows its passages.
    shown: (usize, u8),
}

/// A code, and a line that has it.
type Coded = (usize, usize);

/// How many codes are on one page of a row.
const PAGE: usize = 64;

/// The pairs that are met, found by their codes without looking for them.
struct Pairs {
    list: Vec<Pair>,
    /// By the first code and the second, the place in the list, from 1; a row only for codes that are met first, and of
    /// it only the pages on which one is met.
    places: Vec<Vec<Option<Box<[u32; PAGE]>>>>,
    /// How many interviews were begun.
    interview: usize,
}

impl Pairs {
    fn of(codes: usize) -> Self {
        Self {
            list: Vec::new(),
            places: vec![Vec::new(); codes],
            interview: 0,
        }
    }

    /// The pair of two codes; `None` where they are none of the codebook.
    fn pair(&mut self, one: usize, other: usize) -> Option<&mut Pair> {
        let codes = self.places.len();
        // the last page goes on behind them
        let other = Some(other).filter(|other| *other < codes)?;
        let row = self.places.get_mut(one)?;
        if row.is_empty() {
            row.resize(codes.div_ceil(PAGE), None);
        }
        let page = row.get_mut(other / PAGE)?;
        let place = page
            .get_or_insert_with(|| Box::new([0; PAGE]))
            .get_mut(other % PAGE)?;
        if *place == 0 {
            self.list.push(Pair {
                codes: (one, other),
                excerpts: 0,
                turns: 0,
                interviews: 0,
                passages: Vec::new(),
                shown: (0, 0),
            });
            *place = u32::try_from(self.list.len()).ok()?;
        }
        self.list.get_mut(*place as usize - 1)
    }
}

/// What its figures stand for.
pub const SHAPE: Shape = Shape {
    lines: Lines::With("n_interviews"),
    counts: &["n_excerpts", "n_interviews", "n_turns"],
    follows: &[
        ("n_excerpts", &["n_interviews"]),
        ("n_turns", &["n_interviews"]),
    ],
    ..Shape::NONE
};

/// Makes the table.
pub fn make(ask: &Ask) -> Table {
    let counted = ask.counted;
    let mut pairs = Pairs::of(counted.codes.len());
    let mut from = 0;
    while let Some(first) = counted.lines.get(from) {
        let after = counted
            .lines
            .iter()
            .skip(from)
            .take_while(|line| line.interview == first.interview)
            .count();
        if first.interview.is_some() {
            interview(ask, from..from + after, &mut pairs);
        }
        from += after.max(1);
    }
    let key = |at: usize| {
        let code = counted.codes.get(at);
        Cell::text(code.map_or("", |(id, code)| counted.keys.code(id, code)))
    };
    let mut list = pairs.list;
    list.sort_by_key(|pair| pair.codes);
    let rows = list
        .into_iter()
        .map(|pair| Row {
            cells: vec![
                key(pair.codes.0),
                key(pair.codes.1),
                Cell::count(pair.excerpts),
                Cell::count(pair.interviews),
                Cell::count(pair.turns),
            ],
            passages: pair.passages,
        })
        .collect();
    let columns = vec![
        Column::text("code").described("analysis-column-code-plain"),
        Column::text("other_code"),
        Column::count("n_excerpts", "excerpts").described("analysis-column-n-excerpts-both"),
        Column::count("n_interviews", "interviews").described("analysis-column-n-interviews-both"),
        Column::count("n_turns", "turns"),
    ];
    let rule = message!("analysis-rule-cooccurrence", rules = ask.rules());
    ask.table(rule, columns, rows)
}

/// Counts the pairs of one interview, whose lines these are. Behind a pair stand the passages on which both are; where
/// there is none, those in one turn; else the first of each.
fn interview(ask: &Ask, lines: Range<usize>, pairs: &mut Pairs) {
    let counted = ask.counted;
    let mut excerpts: Vec<(usize, Coded)> = Vec::new();
    let mut turns: Vec<((usize, usize), Coded)> = Vec::new();
    let mut whole: Vec<((), Coded)> = Vec::new();
    for at in lines {
        let Some(line) = counted.lines.get(at).filter(|line| ask.takes_here(line)) else {
            continue;
        };
        let coded = (line.code, at);
        excerpts.push((line.excerpt, coded));
        whole.push(((), coded));
        let (document, touched) = turns_of(ask, line);
        turns.extend(touched.map(|turn| ((document, turn), coded)));
    }
    pairs.interview += 1;
    let interview = pairs.interview;
    let mut level = |rank: u8, codes: &[Coded], count: fn(&mut Pair) -> &mut usize| {
        for (at, (one, first)) in codes.iter().enumerate() {
            for (other, second) in codes.iter().skip(at + 1) {
                let Some(pair) = pairs.pair(*one, *other) else {
                    continue;
                };
                *count(pair) += 1;
                if pair.shown.0 != interview {
                    pair.shown = (interview, rank);
                }
                if pair.shown.1 == rank {
                    for at in [first, second] {
                        if let Some(line) = counted.lines.get(*at) {
                            pair.passages.push(line.id.clone());
                        }
                    }
                }
            }
        }
    };
    for codes in together(excerpts) {
        level(0, &codes, |pair| &mut pair.excerpts);
    }
    for codes in together(turns) {
        level(1, &codes, |pair| &mut pair.turns);
    }
    for codes in together(whole) {
        level(2, &codes, |pair| &mut pair.interviews);
    }
}

/// The codes of each place, by code, each with its first line.
fn together<K: Ord>(mut list: Vec<(K, Coded)>) -> impl Iterator<Item = Vec<Coded>> {
    list.sort_unstable();
    list.dedup_by(|later, first| later.0 == first.0 && later.1.0 == first.1.0);
    let mut rest = list.into_iter().peekable();
    std::iter::from_fn(move || {
        let (place, coded) = rest.next()?;
        let mut own = vec![coded];
        while let Some((_, coded)) = rest.next_if(|(next, _)| *next == place) {
            own.push(coded);
        }
        Some(own)
    })
}

/// The turns that a line touches, in its document; a note is one turn.
fn turns_of(ask: &Ask, line: &Line) -> (usize, Range<usize>) {
    match line.words {
        // an excerpt is the whole note
        Words::Note(_) => (usize::MAX, line.excerpt..line.excerpt + 1),
        Words::Text(document, _) => {
            let touched = newest_span(ask.counted, line).and_then(|(version, span)| {
                let turns = ask.context.turns.of(version, ask.context.texts)?;
                Some(turns.touched(span.start, span.end))
            });
            (document, touched.unwrap_or(0..0))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pairs_take_the_room_of_those_that_are_met() {
        let codes = 10_000;
        let mut pairs = Pairs::of(codes);
        for one in 0..codes - 1 {
            for other in [one + 1, codes - 1] {
                pairs.pair(one, other).unwrap().turns += 1;
            }
        }
        assert_eq!(pairs.list.len(), 2 * (codes - 1) - 1);
        assert_eq!(pairs.pair(codes - 2, codes - 1).unwrap().turns, 2);
        assert_eq!(pairs.pair(7, 8).unwrap().codes, (7, 8));
        assert!(pairs.pair(7, codes).is_none());
        let pages = pairs.places.iter().flatten().flatten().count();
        assert!(pages <= 2 * codes, "{pages}");
    }
}
