//! Agreement on coded segments: the κ of Rädiker and Kuckartz, and the matching of segments it needs.

use super::{Undefined, Value, corrected};
use std::ops::Range;

/// Segments of two coders, matched.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Matched {
    /// Pairs of segments that overlap enough.
    pub both: usize,
    /// Segments of the first coder alone.
    pub first: usize,
    /// Segments of the second coder alone.
    pub second: usize,
}

impl std::ops::Add for Matched {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        Self {
            both: self.both + other.both,
            first: self.first + other.first,
            second: self.second + other.second,
        }
    }
}

impl Matched {
    /// Matches over all segments.
    pub fn agreement(self) -> Value {
        let all = self.both + self.first + self.second;
        if all == 0 {
            return Err(Undefined::NoSegments);
        }
        Ok(self.both as f64 / all as f64)
    }

    /// Holsti: 2M / (N₁ + N₂).
    pub fn holsti(self) -> Value {
        let decisions = 2 * self.both + self.first + self.second;
        if decisions == 0 {
            return Err(Undefined::NoSegments);
        }
        Ok(2.0 * self.both as f64 / decisions as f64)
    }
}

/// κ (RK): chance is one code among `codes`.
pub fn rk(matched: Matched, codes: usize) -> Value {
    corrected(
        matched.agreement()?,
        1.0 / codes.max(1) as f64,
        Undefined::OneCode,
    )
}

/// Pairs segments of two coders, each at most once, the greatest overlap first. Overlap: what both cover over what either
/// covers, at least `threshold` (0 to 1) and more than nothing. Segments ascend by their start.
pub fn matched(first: &[Range<u32>], second: &[Range<u32>], threshold: f64) -> Matched {
    let mut close: Vec<(f64, usize, usize)> = Vec::new();
    let mut from = 0;
    let longest = second.iter().map(|s| s.end - s.start).max().unwrap_or(0);
    for (at, one) in first.iter().enumerate() {
        while second
            .get(from)
            .is_some_and(|s| s.start.saturating_add(longest) <= one.start)
        {
            from += 1;
        }
        for (other_at, other) in second.iter().enumerate().skip(from) {
            if other.start >= one.end {
                break;
            }
            let common = one
                .end
                .min(other.end)
                .saturating_sub(one.start.max(other.start));
            let either = one.end.max(other.end) - one.start.min(other.start);
            let overlap = f64::from(common) / f64::from(either.max(1));
            if common > 0 && overlap >= threshold {
                close.push((overlap, at, other_at));
            }
        }
    }
    close.sort_by(|a, b| b.0.total_cmp(&a.0).then((a.1, a.2).cmp(&(b.1, b.2))));
    let (mut taken, mut taken_other) = (vec![false; first.len()], vec![false; second.len()]);
    let mut both = 0;
    for (_, at, other) in close {
        if let (Some(one @ false), Some(two @ false)) =
            (taken.get_mut(at), taken_other.get_mut(other))
        {
            (*one, *two) = (true, true);
            both += 1;
        }
    }
    Matched {
        both,
        first: first.len() - both,
        second: second.len() - both,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_segment_is_matched_once_and_with_its_nearest() {
        let first = [0..10, 20..30, 40..50];
        let second = [0..9, 0..10, 24..30, 60..70];
        let by = |threshold| {
            let m = matched(&first, &second, threshold);
            (m.both, m.first, m.second)
        };
        assert_eq!(by(0.9), (1, 2, 3));
        assert_eq!(by(0.6), (2, 1, 2));
        assert_eq!(by(0.0), (2, 1, 2), "touching nothing is no match");
        assert_eq!(
            matched(&[], &[], 0.5).agreement(),
            Err(Undefined::NoSegments)
        );
        let long_before = [0..100, 5..6];
        assert_eq!(
            matched(std::slice::from_ref(&(90..100)), &long_before, 0.1).both,
            1
        );
    }
}
