//! Krippendorff's α: any number of coders, missing values, four levels of measurement.

use super::nominal::against_others;
use super::{Ratings, Undefined, Value};

/// What the distance of two values means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Level {
    /// Same or different.
    Nominal,
    /// The values between two, by how often they occur.
    Ordinal,
    /// The difference.
    Interval,
    /// The difference against the sum.
    Ratio,
}

impl Level {
    /// The word of `--level`.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Nominal => "nominal",
            Self::Ordinal => "ordinal",
            Self::Interval => "interval",
            Self::Ratio => "ratio",
        }
    }
}

/// α. `numbers` are the categories as numbers, needed above the nominal level.
pub fn alpha(ratings: &Ratings, level: Level, numbers: Option<&[f64]>) -> Value {
    if ratings.coders() < 2 {
        return Err(Undefined::FewCoders);
    }
    let (count, n) = pairable_values(ratings);
    if n <= 1.0 {
        return Err(Undefined::NoCommonUnit);
    }
    let distance = Distance::of(level, numbers, &count)?;
    let mut observed = 0.0;
    for (values, weight) in ratings.units() {
        let m = values.clone().count();
        if m < 2 {
            continue;
        }
        let mut sum = 0.0;
        for (at, one) in values.clone().enumerate() {
            for other in values.clone().skip(at + 1) {
                sum += 2.0 * distance.between(one, other);
            }
        }
        observed += weight * sum / (m - 1) as f64;
    }
    let expected = distance.expected(&count) / (n - 1.0);
    if expected <= 0.0 {
        return Err(Undefined::OneCategory);
    }
    Ok(1.0 - observed / expected)
}

/// α of one category against all others.
pub fn alpha_of_category(ratings: &Ratings, category: usize) -> Value {
    alpha(&against_others(ratings, category), Level::Nominal, None)
}

/// How often each category is used in units with at least two values, and the sum.
fn pairable_values(ratings: &Ratings) -> (Vec<f64>, f64) {
    let mut count = vec![0.0; ratings.categories()];
    for (values, weight) in ratings.units() {
        if values.clone().count() > 1 {
            for value in values {
                if let Some(count) = count.get_mut(value) {
                    *count += weight;
                }
            }
        }
    }
    let n = count.iter().sum();
    (count, n)
}

/// Squared distances.
enum Distance {
    Nominal,
    /// Squared difference of these places; for the ordinal level the middle ranks.
    Squared(Vec<f64>),
    Ratio(Vec<f64>),
}

impl Distance {
    fn of(level: Level, numbers: Option<&[f64]>, count: &[f64]) -> Result<Self, Undefined> {
        if level == Level::Nominal {
            return Ok(Self::Nominal);
        }
        let numbers = numbers.ok_or(Undefined::NotNumbers)?;
        match level {
            Level::Ratio if numbers.iter().any(|n| *n < 0.0) => Err(Undefined::Negative),
            Level::Ratio => Ok(Self::Ratio(numbers.to_vec())),
            // the sum of the values between two, half of both ends each, is the difference of their middle ranks
            Level::Ordinal => Ok(Self::Squared(middle_ranks(numbers, count))),
            Level::Interval | Level::Nominal => Ok(Self::Squared(numbers.to_vec())),
        }
    }

    fn between(&self, one: usize, other: usize) -> f64 {
        let two = |places: &[f64]| {
            let at = |at: usize| places.get(at).copied().unwrap_or(0.0);
            (at(one), at(other))
        };
        match self {
            Self::Nominal => f64::from(one != other),
            Self::Squared(places) => {
                let (a, b) = two(places);
                (a - b).powi(2)
            }
            Self::Ratio(numbers) => {
                let (a, b) = two(numbers);
                ratio(a, b)
            }
        }
    }

    /// The distances of all pairs of values.
    fn expected(&self, count: &[f64]) -> f64 {
        let n: f64 = count.iter().sum();
        match self {
            Self::Nominal => n * n - count.iter().map(|c| c * c).sum::<f64>(),
            Self::Squared(places) => {
                // around the mean, so that large numbers do not drown the differences
                let both = || count.iter().zip(places);
                let mean = both().map(|(c, x)| c * x).sum::<f64>() / n;
                2.0 * n * both().map(|(c, x)| c * (x - mean).powi(2)).sum::<f64>()
            }
            Self::Ratio(numbers) => {
                let used: Vec<(f64, f64)> = count
                    .iter()
                    .copied()
                    .zip(numbers.iter().copied())
                    .filter(|(c, _)| *c > 0.0)
                    .collect();
                let mut sum = 0.0;
                for (at, (c, x)) in used.iter().enumerate() {
                    for (k, y) in used.iter().skip(at + 1) {
                        sum += 2.0 * c * k * ratio(*x, *y);
                    }
                }
                sum
            }
        }
    }
}

fn ratio(a: f64, b: f64) -> f64 {
    if a + b == 0.0 {
        0.0
    } else {
        ((a - b) / (a + b)).powi(2)
    }
}

fn middle_ranks(numbers: &[f64], count: &[f64]) -> Vec<f64> {
    let mut order: Vec<usize> = (0..numbers.len()).collect();
    order.sort_by(|a, b| {
        let number = |at: &usize| numbers.get(*at).copied().unwrap_or(0.0);
        number(a).total_cmp(&number(b))
    });
    let mut ranks = vec![0.0; numbers.len()];
    let mut below = 0.0;
    for at in order {
        let own = count.get(at).copied().unwrap_or(0.0);
        if let Some(rank) = ranks.get_mut(at) {
            *rank = below + own / 2.0;
        }
        below += own;
    }
    ranks
}
