//! Counting distinct excerpts, interviews and organisations over lines in order.

use super::Counted;
use super::counted::{Line, Who, polarity_of};
use super::table::{Cell, Column, Row};
use crate::study::id::CodingId;
use crate::study::word::Polarity;
use std::cmp::Reverse;
use std::collections::{BTreeSet, HashMap};

/// Numbers of one kind of thing (excerpts, interviews), by polarity.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct ByPolarity {
    /// Those for.
    pub supporting: usize,
    /// Those against.
    pub contradicting: usize,
    /// Those for and against.
    pub mixed: usize,
    /// Those neither for nor against.
    pub neutral: usize,
}

impl ByPolarity {
    /// All of them.
    pub fn all(&self) -> usize {
        self.supporting + self.contradicting + self.mixed + self.neutral
    }

    fn add(&mut self, polarity: Polarity) {
        match polarity {
            Polarity::Supports => self.supporting += 1,
            Polarity::Contradicts => self.contradicting += 1,
            Polarity::Mixed => self.mixed += 1,
            Polarity::Neutral => self.neutral += 1,
        }
    }
}

/// What stands behind one row, or one group of a row.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Tally {
    /// Distinct passages of interviews.
    pub excerpts: ByPolarity,
    /// Distinct interviews.
    pub interviews: ByPolarity,
    /// Distinct organisations of the speakers.
    pub organisations: usize,
    /// Distinct passages of reference texts.
    pub references: usize,
}

/// What stands behind a row, counted line by line in the order of [`Counted::lines`].
#[derive(Debug, Clone, Default)]
pub struct Accumulator<'r, 'a> {
    counts: Tally,
    excerpt: Option<(usize, Polarity)>,
    interview: Option<(usize, Polarity)>,
    reference: Option<usize>,
    /// The last speaker, whose organisation and values are noted already.
    speaker: Option<(usize, Who)>,
    organisations: Vec<bool>,
    /// By dimension, the values of the strata that speakers have.
    strata: Vec<Vec<bool>>,
    max_supporting: Option<u8>,
    max_contradicting: Option<u8>,
    best: Option<&'r Line<'a>>,
    passages: Vec<CodingId>,
}

impl<'r, 'a> Accumulator<'r, 'a> {
    /// Takes one coding in one scenario.
    pub fn add(&mut self, counted: &Counted<'a>, line: &'r Line<'a>, polarity: Polarity) {
        self.passages.push(line.id.clone());
        self.count(counted, line, polarity);
    }

    /// Takes one coding in one scenario, without its id.
    pub fn count(&mut self, counted: &Counted<'a>, line: &'r Line<'a>, polarity: Polarity) {
        let Some(place) = line.interview else {
            if self.reference.replace(line.excerpt) != Some(line.excerpt) {
                self.counts.references += 1;
            }
            return;
        };
        let counts = &mut self.counts;
        step(
            &mut self.excerpt,
            &mut counts.excerpts,
            line.excerpt,
            polarity,
        );
        step(&mut self.interview, &mut counts.interviews, place, polarity);
        if self.speaker.replace((place, line.who)) != Some((place, line.who)) {
            self.note_speaker(counted, line);
        }
        match polarity {
            Polarity::Supports => {
                self.max_supporting = self.max_supporting.max(line.coding.strength);
            }
            Polarity::Contradicts => {
                self.max_contradicting = self.max_contradicting.max(line.coding.strength);
            }
            Polarity::Mixed | Polarity::Neutral => {}
        }
        if line.quotable && line.verbatim && self.best.is_none_or(|best| worth(line) > worth(best))
        {
            self.best = Some(line);
        }
    }

    fn note_speaker(&mut self, counted: &Counted, line: &Line) {
        let Some(person) = counted.speaker_of(line) else {
            return;
        };
        if self.strata.is_empty() {
            self.organisations = vec![false; counted.people.organisations.len()];
            self.strata = counted
                .people
                .dimensions
                .iter()
                .map(|d| vec![false; if d.stratum { d.values.len() } else { 0 }])
                .collect();
        }
        let seen = person
            .organisation
            .and_then(|at| self.organisations.get_mut(at));
        if let Some(seen) = seen {
            *seen = true;
        }
        for (values, value) in self.strata.iter_mut().zip(&person.values) {
            if let Some(seen) = value.and_then(|value| values.get_mut(value)) {
                *seen = true;
            }
        }
    }

    /// The counts so far.
    pub fn tally(&self) -> Tally {
        let mut tally = self.counts;
        finish(self.excerpt, &mut tally.excerpts);
        finish(self.interview, &mut tally.interviews);
        tally.organisations = self.organisations.iter().filter(|seen| **seen).count();
        tally
    }

    /// Greatest strength of the codings for and of those against; `None` where none is set.
    pub fn maxima(&self) -> (Option<u8>, Option<u8>) {
        (self.max_supporting, self.max_contradicting)
    }

    /// The values of strata that speakers have: `size=under10;size=10to49`.
    pub fn strata(&self, counted: &Counted) -> String {
        let mut parts = Vec::new();
        for (dimension, seen) in counted.people.dimensions.iter().zip(&self.strata) {
            for (value, seen) in dimension.values.iter().zip(seen) {
                if *seen {
                    parts.push(format!("{}={}", dimension.key, value.key));
                }
            }
        }
        parts.join(";")
    }

    /// The best words to quote.
    pub fn best(&self) -> Option<&'r Line<'a>> {
        self.best
    }

    /// The codings, in order.
    pub fn into_passages(self) -> Vec<CodingId> {
        self.passages
    }
}

/// The column of [`Accumulator::strata`] at a place of the rows; a reader has the values by their labels.
pub(super) fn strata_covered(counted: &Counted, rows: &[Row], at: usize) -> Column {
    let dimensions = &counted.people.dimensions;
    let labels: HashMap<String, &str> = dimensions
        .iter()
        .flat_map(|own| own.values.iter().map(move |value| (own, value)))
        .map(|(own, value)| (format!("{}={}", own.key, value.key), value.label.as_str()))
        .collect();
    let cells: BTreeSet<&str> = rows
        .iter()
        .filter_map(|row| match row.cells.get(at) {
            Some(Cell::Text(words)) => Some(words.as_str()),
            _ => None,
        })
        .collect();
    let name = |words: &str| {
        let parts = words.split(';');
        let parts: Vec<&str> = parts
            .map(|pair| labels.get(pair).copied().unwrap_or(pair))
            .collect();
        (words.to_owned(), parts.join(" · "))
    };
    Column::text("strata_covered").named(cells.into_iter().map(name))
}

/// How good words are to quote.
type Worth = (Option<Reverse<u32>>, bool, Option<u8>, usize);

/// How good words are to quote: picked by hand, in that order; then starred, then strongest, then longest up to 300
/// characters; of equals the first.
pub(super) fn worth(line: &Line) -> Worth {
    const LONGEST: usize = 300;
    let length = if line.chars <= LONGEST { line.chars } else { 0 };
    let coding = &line.coding;
    let picked = coding.rank.map(Reverse);
    (picked, coding.starred, coding.strength, length)
}

fn step(
    open: &mut Option<(usize, Polarity)>,
    into: &mut ByPolarity,
    at: usize,
    polarity: Polarity,
) {
    match open {
        Some((same, group)) if *same == at => *group = polarity_of([*group, polarity]),
        _ => finish(open.replace((at, polarity)), into),
    }
}

fn finish(open: Option<(usize, Polarity)>, into: &mut ByPolarity) {
    if let Some((_, group)) = open {
        into.add(group);
    }
}
