//! Counts of units by what each coder put on them.

use super::ground::{Ground, Mark};
use super::{none, over_ratings};
use crate::analysis::agreement::report::Coefficient;
use crate::analysis::agreement::{
    Matched, Ratings, Span, Undefined, Value, any_code, matched, rk, u_alpha,
};
use crate::analysis::ask::Unit;
use crate::message;
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::ops::Range;

/// The coefficients over one kind of unit.
pub struct Counted {
    /// One a row.
    pub coefficients: Vec<Coefficient>,
    /// Units that somebody coded.
    pub coded: f64,
    /// Units that nobody did.
    pub uncoded: f64,
}

/// The common text with its marks by code.
pub struct Tally<'g, 'a> {
    ground: &'g Ground<'a>,
    /// By source, by code.
    by_code: Vec<BTreeMap<usize, Vec<Mark>>>,
    overlap: f64,
    n_codes: usize,
}

const SEGMENT: &[&str] = &["segment-agreement", "segment-kappa", "holsti"];

impl<'g, 'a> Tally<'g, 'a> {
    /// `overlap` from 0 to 1; `n_codes`: codes that somebody used.
    pub fn new(ground: &'g Ground<'a>, overlap: f64, n_codes: usize) -> Self {
        let by_code = ground
            .sources
            .iter()
            .map(|source| {
                let mut by_code: BTreeMap<usize, Vec<Mark>> = BTreeMap::new();
                for mark in &source.marks {
                    by_code.entry(mark.code).or_default().push(*mark);
                }
                by_code
            })
            .collect();
        Self {
            ground,
            by_code,
            overlap,
            n_codes,
        }
    }

    /// One code: a unit has it or not.
    pub fn code(&self, unit: Unit, code: usize) -> Counted {
        let marks = |at: usize| -> &[Mark] {
            self.by_code
                .get(at)
                .and_then(|own| own.get(&code))
                .map_or(&[], Vec::as_slice)
        };
        match unit {
            Unit::Segment => self.segments(Some(code)),
            Unit::Turn | Unit::Sentence | Unit::Character => {
                let mut ratings = Ratings::new(self.ground.coders.len(), 2);
                let mut coded = 0.0;
                for (at, source) in self.ground.sources.iter().enumerate() {
                    let pieces = match unit {
                        Unit::Character => by_character(marks(at), source.length),
                        _ => by_unit(marks(at), source.units(unit)),
                    };
                    for (coders, weight) in pieces {
                        if !coders.is_empty() {
                            coded += weight;
                        }
                        let value = |coder: usize| {
                            source
                                .coders
                                .contains(&coder)
                                .then(|| u32::from(coders.contains_key(&coder)))
                        };
                        ratings.push((0..self.ground.coders.len()).map(value), weight);
                    }
                }
                let mut counted = Self::rated(&ratings, coded);
                if unit == Unit::Character {
                    counted
                        .coefficients
                        .push(self.unitized("u-alpha", Some(code)));
                }
                counted
            }
        }
    }

    /// All codes: a unit is of the set of codes it has.
    pub fn all(&self, unit: Unit) -> Counted {
        if unit == Unit::Segment {
            return self.segments(None);
        }
        let mut sets: HashMap<BTreeSet<usize>, u32> = HashMap::from([(BTreeSet::new(), 0)]);
        let mut units: Vec<(Vec<Option<u32>>, f64)> = Vec::new();
        let mut coded = 0.0;
        for source in &self.ground.sources {
            let pieces = match unit {
                Unit::Character => by_character(&source.marks, source.length),
                _ => by_unit(&source.marks, source.units(unit)),
            };
            for (mut coders, weight) in pieces {
                if !coders.is_empty() {
                    coded += weight;
                }
                let values = (0..self.ground.coders.len())
                    .map(|coder| {
                        let next = u32::try_from(sets.len()).unwrap_or(u32::MAX);
                        source.coders.contains(&coder).then(|| {
                            let set = coders.remove(&coder).unwrap_or_default();
                            *sets.entry(set).or_insert(next)
                        })
                    })
                    .collect();
                units.push((values, weight));
            }
        }
        let mut ratings = Ratings::new(self.ground.coders.len(), sets.len());
        for (values, weight) in units {
            ratings.push(values, weight);
        }
        let mut counted = Self::rated(&ratings, coded);
        if unit == Unit::Character {
            counted.coefficients.push(self.unitized("u-alpha", None));
            counted
                .coefficients
                .push(self.unitized("u-alpha-binary", None));
        }
        counted
    }

    fn rated(ratings: &Ratings, coded: f64) -> Counted {
        let n: f64 = ratings.units().map(|(_, weight)| weight).sum();
        Counted {
            coefficients: over_ratings(ratings),
            coded,
            uncoded: n - coded,
        }
    }

    /// uα over the texts that all coders worked on.
    fn unitized(&self, name: &'static str, code: Option<usize>) -> Coefficient {
        let everybody: Vec<usize> = (0..self.ground.coders.len()).collect();
        let mut coders: Vec<Vec<Span>> = vec![Vec::new(); everybody.len()];
        let mut sets: HashMap<Vec<usize>, usize> = HashMap::new();
        let mut length = 0;
        for (at, source) in self.ground.sources.iter().enumerate() {
            if !source.has(&everybody) {
                continue;
            }
            let marks: &[Mark] = match code {
                None => &source.marks,
                Some(code) => self
                    .by_code
                    .get(at)
                    .and_then(|own| own.get(&code))
                    .map_or(&[], Vec::as_slice),
            };
            for (coder, own) in coders.iter_mut().enumerate() {
                let ranges: Vec<(Range<u32>, usize)> = marks
                    .iter()
                    .filter(|mark| mark.coder == coder)
                    .map(|mark| (mark.start..mark.end, mark.code))
                    .collect();
                for (span, set) in runs(&ranges) {
                    let next = sets.len();
                    own.push(Span {
                        start: length + u64::from(span.start),
                        end: length + u64::from(span.end),
                        code: *sets.entry(set).or_insert(next),
                    });
                }
            }
            length += u64::from(source.length);
        }
        let value = if name == "u-alpha-binary" {
            u_alpha(&any_code(&coders), length, 1)
        } else {
            u_alpha(&coders, length, sets.len())
        };
        let mut coefficient = Coefficient::new(name, value, length as f64);
        let several = sets.keys().any(|set| set.len() > 1);
        coefficient.note = several.then(|| message!("analysis-note-sets"));
        coefficient
    }

    fn segments(&self, code: Option<usize>) -> Counted {
        let n = self.ground.coders.len();
        if n < 2 {
            return Counted {
                coefficients: none(SEGMENT, Undefined::FewCoders),
                coded: 0.0,
                uncoded: 0.0,
            };
        }
        let mut pairs = Vec::new();
        for first in 0..n {
            for second in first + 1..n {
                pairs.push(self.pair(first, second, code));
            }
        }
        let pairs: Vec<Matched> = pairs.into_iter().flatten().collect();
        let all: Matched = pairs.iter().fold(Matched::default(), |sum, one| sum + *one);
        let n_units = (all.both + all.first + all.second) as f64;
        let of = |name, f: &dyn Fn(Matched) -> Value| {
            let values: Vec<Value> = pairs.iter().map(|pair| f(*pair)).collect();
            let defined: Vec<f64> = values.iter().filter_map(|v| v.ok()).collect();
            let value = if defined.is_empty() {
                Err(values
                    .into_iter()
                    .find_map(Result::err)
                    .unwrap_or(Undefined::NoCommonUnit))
            } else {
                Ok(defined.iter().sum::<f64>() / defined.len() as f64)
            };
            Coefficient::mean(name, (value, defined.len(), pairs.len()), n_units)
        };
        Counted {
            coefficients: vec![
                of("segment-agreement", &Matched::agreement),
                of("segment-kappa", &|pair| rk(pair, self.n_codes)),
                of("holsti", &Matched::holsti),
            ],
            coded: n_units,
            uncoded: 0.0,
        }
    }

    /// Segments of two coders, matched within each code; `None` where no text is common to the two.
    fn pair(&self, first: usize, second: usize, code: Option<usize>) -> Option<Matched> {
        let mut sum = None;
        for (source, by_code) in self.ground.sources.iter().zip(&self.by_code) {
            if !source.has(&[first, second]) {
                continue;
            }
            let sum = sum.get_or_insert_with(Matched::default);
            for (own, marks) in by_code {
                if code.is_some_and(|code| code != *own) {
                    continue;
                }
                let of = |coder: usize| {
                    let mut ranges: Vec<Range<u32>> = marks
                        .iter()
                        .filter(|mark| mark.coder == coder)
                        .map(|mark| mark.start..mark.end)
                        .collect();
                    ranges.dedup();
                    ranges
                };
                *sum = *sum + matched(&of(first), &of(second), self.overlap);
            }
        }
        sum
    }
}

/// What each coder who put something on it put there.
type Coders = BTreeMap<usize, BTreeSet<usize>>;

/// Units with what each coder put on them; those that nobody touched together.
fn by_unit(marks: &[Mark], units: &[Range<u32>]) -> Vec<(Coders, f64)> {
    let mut touched: BTreeMap<usize, Coders> = BTreeMap::new();
    for mark in marks {
        let first = units.partition_point(|unit| unit.end <= mark.start);
        for (at, unit) in units.iter().enumerate().skip(first) {
            if unit.start >= mark.end {
                break;
            }
            touched
                .entry(at)
                .or_default()
                .entry(mark.coder)
                .or_default()
                .insert(mark.code);
        }
    }
    let rest = units.len() - touched.len();
    let mut pieces: Vec<(Coders, f64)> =
        touched.into_values().map(|coders| (coders, 1.0)).collect();
    pieces.push((Coders::new(), rest as f64));
    pieces
}

/// Stretches of characters with what each coder put on them; those that nobody touched together.
fn by_character(marks: &[Mark], length: u32) -> Vec<(Coders, f64)> {
    let mut pieces = Vec::new();
    let mut covered = 0.0;
    sweep(
        marks.iter().map(|mark| (mark.start..mark.end, *mark)),
        |span, active| {
            let mut coders = Coders::new();
            for mark in active {
                coders.entry(mark.coder).or_default().insert(mark.code);
            }
            let weight = f64::from(span.end - span.start);
            covered += weight;
            pieces.push((coders, weight));
        },
    );
    pieces.push((Coders::new(), f64::from(length) - covered));
    pieces
}

/// One coder's stretches, each with the set of codes on it. The same code on stretches that touch is two units, on
/// stretches that overlap one.
fn runs(ranges: &[(Range<u32>, usize)]) -> Vec<(Range<u32>, Vec<usize>)> {
    // of one code what overlaps is one
    let mut by_code: BTreeMap<usize, Vec<Range<u32>>> = BTreeMap::new();
    for (range, code) in ranges {
        let own = by_code.entry(*code).or_default();
        match own.last_mut() {
            Some(last) if range.start < last.end => last.end = last.end.max(range.end),
            _ => own.push(range.clone()),
        }
    }
    let mut whole: Vec<(Range<u32>, usize)> = by_code
        .into_iter()
        .flat_map(|(code, own)| own.into_iter().map(move |range| (range, code)))
        .collect();
    whole.sort_by_key(|(range, code)| (range.start, range.end, *code));
    let mut runs = Vec::new();
    sweep(whole.into_iter(), |span, active| {
        let set: BTreeSet<usize> = active.iter().copied().collect();
        runs.push((span, set.into_iter().collect()));
    });
    runs
}

/// Goes over ranges that ascend by their start, stretch by stretch between any two ends; stretches without any are left
/// out.
fn sweep<T: Copy>(
    ranges: impl Iterator<Item = (Range<u32>, T)>,
    mut each: impl FnMut(Range<u32>, &[T]),
) {
    let mut open: Vec<(u32, T)> = Vec::new();
    let mut at = 0;
    let mut until = |at: &mut u32, open: &mut Vec<(u32, T)>, to: u32| {
        while !open.is_empty() && *at < to {
            let next = open.iter().map(|(end, _)| *end).min().unwrap_or(to).min(to);
            if next > *at {
                let active: Vec<T> = open.iter().map(|(_, what)| *what).collect();
                each(*at..next, &active);
            }
            *at = next;
            open.retain(|(end, _)| *end > next);
        }
    };
    for (range, what) in ranges {
        until(&mut at, &mut open, range.start);
        at = range.start;
        open.push((range.end, what));
    }
    until(&mut at, &mut open, u32::MAX);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sweep_stops_at_every_end() {
        let mut seen = Vec::new();
        let ranges = [(0..10, 'a'), (5..8, 'b'), (8..12, 'a'), (20..21, 'c')];
        sweep(ranges.into_iter(), |span, active| {
            seen.push((span.start, span.end, active.iter().collect::<String>()));
        });
        let expected = [
            (0, 5, "a"),
            (5, 8, "ab"),
            (8, 10, "aa"),
            (10, 12, "a"),
            (20, 21, "c"),
        ];
        assert_eq!(seen, expected.map(|(a, b, c)| (a, b, c.to_owned())));
        let units = [0..4, 4..9, 9..30];
        let mark = |coder, start, end| Mark {
            coder,
            code: 1,
            start,
            end,
            line: 0,
        };
        let pieces = by_unit(&[mark(0, 3, 5), mark(1, 4, 6)], &units);
        let shape: Vec<(usize, f64)> = pieces.iter().map(|(c, n)| (c.len(), *n)).collect();
        assert_eq!(shape, [(1, 1.0), (2, 1.0), (0, 1.0)]);
    }
}
