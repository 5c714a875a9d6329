//! Counting distinct excerpts, interviews and organisations over lines in order.

use super::Counted;
use super::counted::{Line, Standing, polarity_of};
use crate::study::word::Polarity;

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

/// One coding in one scenario.
pub type Mark<'r, 'a> = (&'r Line<'a>, Polarity);

/// Counts marks that come in the order of [`Counted::lines`].
pub fn tally<'r, 'a: 'r>(
    counted: &Counted<'a>,
    marks: impl IntoIterator<Item = Mark<'r, 'a>>,
) -> Tally {
    let mut tally = Tally::default();
    let mut organisations = vec![false; counted.people.organisations.len()];
    let mut excerpt: Option<(usize, Polarity)> = None;
    let mut interview: Option<(usize, Polarity)> = None;
    let mut reference: Option<usize> = None;
    for (line, polarity) in marks {
        let Some(place) = line.interview else {
            if reference.replace(line.excerpt) != Some(line.excerpt) {
                tally.references += 1;
            }
            continue;
        };
        step(&mut excerpt, &mut tally.excerpts, line.excerpt, polarity);
        step(&mut interview, &mut tally.interviews, place, polarity);
        let organisation = counted.speaker_of(line).and_then(|p| p.organisation);
        if let Some(seen) = organisation.and_then(|at| organisations.get_mut(at)) {
            *seen = true;
        }
    }
    finish(excerpt, &mut tally.excerpts);
    finish(interview, &mut tally.interviews);
    tally.organisations = organisations.into_iter().filter(|seen| *seen).count();
    tally
}

fn step(
    open: &mut Option<(usize, Polarity)>,
    into: &mut ByPolarity,
    at: usize,
    polarity: Polarity,
) {
    match open {
        Some((same, group)) if *same == at => *group = polarity_of([*group, polarity]),
        _ => {
            finish(open.replace((at, polarity)), into);
        }
    }
}

fn finish(open: Option<(usize, Polarity)>, into: &mut ByPolarity) {
    if let Some((_, group)) = open {
        into.add(group);
    }
}

/// Greatest strength of the codings with this polarity; `None` where none is set.
pub fn max_strength(marks: &[Mark], wanted: Polarity) -> Option<u8> {
    marks
        .iter()
        .filter(|(line, polarity)| *polarity == wanted && line.interview.is_some())
        .filter_map(|(line, _)| line.coding.strength)
        .max()
}

/// The best words to quote: starred, then strongest, then longest up to 300 characters, then first in order.
pub fn best<'r, 'a>(marks: &[Mark<'r, 'a>]) -> Option<&'r Line<'a>> {
    const LONGEST: usize = 300;
    let worth = |line: &Line| {
        let length = if line.chars <= LONGEST { line.chars } else { 0 };
        (line.coding.starred, line.coding.strength, length)
    };
    let mut best: Option<&Line> = None;
    for (line, _) in marks {
        if line.quotable
            && line.verbatim
            && line.standing != Standing::Reference
            && best.is_none_or(|best| worth(line) > worth(best))
        {
            best = Some(line);
        }
    }
    best
}
