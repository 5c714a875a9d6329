//! The best words to quote: those picked by hand, in their order; then, one an interview, starred ones first, then the strongest; of equals those of somebody whose stratum was not heard
//! yet, then the longest up to 300 characters, then the first.

use super::Counted;
use super::counted::Line;
use super::tally::worth;
use std::collections::BTreeSet;

/// At most `n` of these lines, the best first. Only words that may be quoted and are the speaker's own.
pub fn best<'r, 'a>(
    counted: &Counted<'a>,
    lines: impl IntoIterator<Item = &'r Line<'a>>,
    n: usize,
) -> Vec<&'r Line<'a>> {
    let mut left: Vec<&Line> = lines
        .into_iter()
        .filter(|line| line.quotable && line.verbatim)
        .collect();
    let mut chosen: Vec<&Line> = Vec::new();
    let mut heard: BTreeSet<(usize, usize)> = BTreeSet::new();
    while chosen.len() < n {
        let new = |line: &Line| strata(counted, line).iter().any(|one| !heard.contains(one));
        let rank = |line: &Line| {
            let (picked, starred, strength, length) = worth(line);
            (picked, starred, strength, new(line), length)
        };
        // `max_by_key` takes the last of equals, and the first is wanted
        let Some(next) = left.iter().rev().max_by_key(|line| rank(line)).copied() else {
            break;
        };
        heard.extend(strata(counted, next));
        // what was picked by hand stays, whoever said it
        left.retain(|line| {
            line.id != next.id && (line.coding.rank.is_some() || line.interview != next.interview)
        });
        chosen.push(next);
    }
    chosen
}

/// The values of strata that a line's speaker has: dimension and value, by place.
fn strata(counted: &Counted, line: &Line) -> Vec<(usize, usize)> {
    let Some(person) = counted.speaker_of(line) else {
        return Vec::new();
    };
    let dimensions = counted.people.dimensions.iter().enumerate();
    dimensions
        .filter(|(_, dimension)| dimension.stratum)
        .filter_map(|(at, _)| Some((at, (*person.values.get(at)?)?)))
        .collect()
}
