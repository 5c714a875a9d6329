//! Krippendorff's uα (2016): coders cut a continuum into units and give them codes.

use super::{Undefined, Value};

/// A unit: from, to (exclusive), code.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Span {
    /// First place.
    pub start: u64,
    /// Place after the last.
    pub end: u64,
    /// The code, a number below that of the codes.
    pub code: usize,
}

/// uα of several coders' units over a continuum of `length` places. Each coder's units ascend and do not overlap.
pub fn u_alpha(coders: &[Vec<Span>], length: u64, codes: usize) -> Value {
    if coders.len() < 2 {
        return Err(Undefined::FewCoders);
    }
    if length == 0 {
        return Err(Undefined::NoCommonUnit);
    }
    // the gaps between units are one more value
    let gap = codes;
    let filled: Vec<Vec<Span>> = coders
        .iter()
        .map(|units| with_gaps(units, length, gap))
        .collect();
    let mut total = vec![0.0; codes + 1];
    let mut squares = vec![0.0; codes + 1];
    for span in filled.iter().flatten() {
        let long = (span.end - span.start) as f64;
        if let (Some(total), Some(square)) = (total.get_mut(span.code), squares.get_mut(span.code))
        {
            *total += long;
            *square += if span.code == gap { long } else { long * long };
        }
    }
    let mut same = 0.0;
    let mut all = 0.0;
    for (at, one) in filled.iter().enumerate() {
        for other in filled.iter().skip(at + 1) {
            // both orders of the pair
            let (equal, whole) = meet(one, other);
            same += 2.0 * equal;
            all += 2.0 * whole;
        }
    }
    let others = (coders.len() - 1) as f64;
    let observed = (all - same) / others;
    let sum: f64 = total.iter().sum();
    let correction: f64 = squares.iter().sum();
    let diagonal: f64 = total.iter().zip(&squares).map(|(l, s)| l * l - s).sum();
    let expected_pairs = sum * sum - correction;
    if expected_pairs <= 0.0 {
        return Err(Undefined::OneCategory);
    }
    let expected = sum * (expected_pairs - diagonal) / expected_pairs;
    if expected <= 1e-12 {
        return Err(Undefined::OneCategory);
    }
    Ok(1.0 - observed / expected)
}

/// The same units with one code for all: only where coders code, not what.
pub fn any_code(coders: &[Vec<Span>]) -> Vec<Vec<Span>> {
    coders
        .iter()
        .map(|units| units.iter().map(|unit| Span { code: 0, ..*unit }).collect())
        .collect()
}

fn with_gaps(units: &[Span], length: u64, gap: usize) -> Vec<Span> {
    let mut filled = Vec::with_capacity(2 * units.len() + 1);
    let mut at = 0;
    for unit in units {
        if unit.start > at {
            filled.push(Span {
                start: at,
                end: unit.start,
                code: gap,
            });
        }
        filled.push(*unit);
        at = unit.end;
    }
    if at < length {
        filled.push(Span {
            start: at,
            end: length,
            code: gap,
        });
    }
    filled
}

/// Length of what two coders give one value, and of all.
fn meet(one: &[Span], other: &[Span]) -> (f64, f64) {
    let (mut a, mut b) = (one.iter().peekable(), other.iter().peekable());
    let (mut same, mut all) = (0.0, 0.0);
    while let (Some(x), Some(y)) = (a.peek(), b.peek()) {
        let common = x.end.min(y.end).saturating_sub(x.start.max(y.start)) as f64;
        all += common;
        if x.code == y.code {
            same += common;
        }
        if x.end <= y.end {
            a.next();
        } else {
            b.next();
        }
    }
    (same, all)
}
