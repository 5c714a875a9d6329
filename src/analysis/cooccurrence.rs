//! `cooccurrence`: which codes come together: on one passage, in one turn, in one interview.

use super::ask::Ask;
use super::counted::{Line, Words};
use super::mask::{Lines, Shape};
use super::places::newest_span;
use super::table::{Cell, Column, Row, Table};
use crate::message;
use crate::study::id::CodingId;
use std::collections::{BTreeMap, HashMap};
use std::ops::Range;

/// Two codes, the one before the other in the codebook, and where they meet.
#[derive(Default)]
struct Pair {
    excerpts: usize,
    turns: usize,
    interviews: usize,
    passages: Vec<CodingId>,
}

/// The first line of each code in one unit.
type Codes = BTreeMap<usize, usize>;

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
    let mut pairs: HashMap<(usize, usize), Pair> = HashMap::new();
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
    let mut pairs: Vec<((usize, usize), Pair)> = pairs.into_iter().collect();
    pairs.sort_by_key(|(codes, _)| *codes);
    let rows = pairs
        .into_iter()
        .map(|((one, other), pair)| Row {
            cells: vec![
                key(one),
                key(other),
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
fn interview(ask: &Ask, lines: Range<usize>, pairs: &mut HashMap<(usize, usize), Pair>) {
    let counted = ask.counted;
    let mut excerpts: BTreeMap<usize, Codes> = BTreeMap::new();
    let mut turns: BTreeMap<(usize, usize), Codes> = BTreeMap::new();
    let mut whole = Codes::new();
    for at in lines {
        let Some(line) = counted.lines.get(at).filter(|line| ask.takes_here(line)) else {
            continue;
        };
        let put = |codes: &mut Codes| {
            codes.entry(line.code).or_insert(at);
        };
        put(excerpts.entry(line.excerpt).or_default());
        put(&mut whole);
        let (document, touched) = turns_of(ask, line);
        for turn in touched {
            put(turns.entry((document, turn)).or_default());
        }
    }
    if whole.len() < 2 {
        return;
    }
    // the pairs of this interview that have their passages
    let mut shown: HashMap<(usize, usize), u8> = HashMap::new();
    let mut level = |rank: u8, codes: &Codes, count: fn(&mut Pair) -> &mut usize| {
        for (one, first) in codes {
            for (other, second) in codes.range(one + 1..) {
                let pair = pairs.entry((*one, *other)).or_default();
                *count(pair) += 1;
                if *shown.entry((*one, *other)).or_insert(rank) == rank {
                    for at in [first, second] {
                        if let Some(line) = counted.lines.get(*at) {
                            pair.passages.push(line.id.clone());
                        }
                    }
                }
            }
        }
    };
    for codes in excerpts.values() {
        level(0, codes, |pair| &mut pair.excerpts);
    }
    for codes in turns.values() {
        level(1, codes, |pair| &mut pair.turns);
    }
    level(2, &whole, |pair| &mut pair.interviews);
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
