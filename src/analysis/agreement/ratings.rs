//! What coders said of units.

/// No value.
const MISSING: u32 = u32::MAX;

/// Units, the category that each coder gave them, and for how many alike units each stands.
#[derive(Debug, Clone, Default)]
pub struct Ratings {
    coders: usize,
    categories: usize,
    values: Vec<u32>,
    weights: Vec<f64>,
}

/// What two coders have in common.
#[derive(Debug, Clone)]
pub struct Pair {
    /// Units with a value of both.
    pub n: f64,
    /// Of these, the units of one value.
    pub same: f64,
    /// By category, the first coder's units among these.
    pub first: Vec<f64>,
    /// By category, the second coder's.
    pub second: Vec<f64>,
    /// Decisions of both, those on units that the other left out included.
    pub decisions: f64,
    /// Categories that somebody used, among all coders.
    pub used: usize,
}

impl Ratings {
    /// No units yet; categories are the numbers below `categories`.
    pub fn new(coders: usize, categories: usize) -> Self {
        Self {
            coders,
            categories,
            ..Self::default()
        }
    }

    /// Adds `weight` units of which each coder says the same; `None`: not coded, missing.
    pub fn push(&mut self, values: impl IntoIterator<Item = Option<u32>>, weight: f64) {
        if weight <= 0.0 || self.coders == 0 {
            return;
        }
        let known = |value: Option<u32>| value.filter(|v| (*v as usize) < self.categories);
        let row: Vec<u32> = values
            .into_iter()
            .map(|value| known(value).unwrap_or(MISSING))
            .chain(std::iter::repeat(MISSING))
            .take(self.coders)
            .collect();
        self.values.extend(row);
        self.weights.push(weight);
    }

    /// Number of coders.
    pub fn coders(&self) -> usize {
        self.coders
    }

    /// Number of categories.
    pub fn categories(&self) -> usize {
        self.categories
    }

    /// The values of each unit, without the missing ones, and its weight.
    pub fn units(&self) -> impl Iterator<Item = (impl Iterator<Item = usize> + Clone + '_, f64)> {
        self.values
            .chunks_exact(self.coders.max(1))
            .map(|row| {
                row.iter()
                    .filter(|v| **v != MISSING)
                    .map(|value| *value as usize)
            })
            .zip(self.weights.iter().copied())
    }

    /// Units with values of at least two coders.
    pub fn pairable(&self) -> f64 {
        self.units()
            .filter(|(values, _)| values.clone().count() > 1)
            .map(|(_, weight)| weight)
            .sum()
    }

    /// Units with values of all coders.
    pub fn complete(&self) -> f64 {
        self.units()
            .filter(|(values, _)| values.clone().count() == self.coders)
            .map(|(_, weight)| weight)
            .sum()
    }

    /// Categories that somebody used.
    pub fn used(&self) -> usize {
        let mut seen = vec![false; self.categories];
        for value in &self.values {
            if let Some(seen) = seen.get_mut(*value as usize) {
                *seen = true;
            }
        }
        seen.into_iter().filter(|seen| *seen).count()
    }

    /// Every two coders.
    pub fn pairs(&self) -> Vec<Pair> {
        let used = self.used();
        let mut pairs = Vec::new();
        for first in 0..self.coders {
            for second in first + 1..self.coders {
                pairs.push(self.pair(first, second, used));
            }
        }
        pairs
    }

    fn pair(&self, first: usize, second: usize, used: usize) -> Pair {
        let mut pair = Pair {
            n: 0.0,
            same: 0.0,
            first: vec![0.0; self.categories],
            second: vec![0.0; self.categories],
            decisions: 0.0,
            used,
        };
        let rows = self.values.chunks_exact(self.coders.max(1));
        for (row, weight) in rows.zip(&self.weights) {
            let value = |at: usize| row.get(at).copied().filter(|value| *value != MISSING);
            let (one, other) = (value(first), value(second));
            pair.decisions += weight * (one.iter().count() + other.iter().count()) as f64;
            let (Some(one), Some(other)) = (one, other) else {
                continue;
            };
            pair.n += weight;
            if one == other {
                pair.same += weight;
            }
            for (of, value) in [(&mut pair.first, one), (&mut pair.second, other)] {
                if let Some(slot) = of.get_mut(value as usize) {
                    *slot += weight;
                }
            }
        }
        pair
    }
}
