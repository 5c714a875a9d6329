//! Coefficients over categories without an order.

use super::{Pair, Ratings, Undefined, Value, corrected};

/// Mean of a coefficient over every two coders for whom it is defined, with the number of these pairs and of all.
/// Undefined where it is so for all of them.
pub fn over_pairs(ratings: &Ratings, of: fn(&Pair) -> Value) -> (Value, usize, usize) {
    let values: Vec<Value> = ratings.pairs().iter().map(of).collect();
    let all = values.len();
    let defined: Vec<f64> = values.iter().filter_map(|value| value.ok()).collect();
    let value = if defined.is_empty() {
        // of several reasons the one that says most: a lack of units before a lack of categories
        Err(values
            .into_iter()
            .filter_map(Result::err)
            .max()
            .unwrap_or(Undefined::FewCoders))
    } else {
        Ok(defined.iter().sum::<f64>() / defined.len() as f64)
    };
    (value, defined.len(), all)
}

/// Share of the common units that both put into one category.
pub fn observed(pair: &Pair) -> Value {
    if pair.n <= 0.0 {
        return Err(Undefined::NoCommonUnit);
    }
    Ok(pair.same / pair.n)
}

/// Cohen's κ: chance is the product of what each of the two uses.
pub fn cohen(pair: &Pair) -> Value {
    let shares = pair.first.iter().zip(&pair.second);
    by_chance(pair, shares.map(|(a, b)| a * b).sum::<f64>())
}

/// Scott's π: chance is the square of what both use together.
pub fn scott(pair: &Pair) -> Value {
    let shares = pair.first.iter().zip(&pair.second);
    by_chance(
        pair,
        shares.map(|(a, b)| ((a + b) / 2.0).powi(2)).sum::<f64>(),
    )
}

/// Brennan and Prediger: every category that is used is as likely.
pub fn brennan_prediger(pair: &Pair) -> Value {
    corrected(
        observed(pair)?,
        1.0 / pair.used.max(1) as f64,
        Undefined::OneCategory,
    )
}

fn by_chance(pair: &Pair, products: f64) -> Value {
    corrected(
        observed(pair)?,
        products / (pair.n * pair.n),
        Undefined::OneCategory,
    )
}

/// Holsti: agreements over decisions, 2M / (N₁ + N₂). Decisions on units that the other left out count.
pub fn holsti(pair: &Pair) -> Value {
    if pair.n <= 0.0 {
        return Err(Undefined::NoCommonUnit);
    }
    Ok(2.0 * pair.same / pair.decisions)
}

/// Share of agreeing pairs of values, and how often each category is used, over the units that `takes` by the number of
/// their values; `None` where there is no such unit.
fn many(ratings: &Ratings, takes: impl Fn(usize) -> bool) -> Option<(f64, Vec<f64>)> {
    let (mut n, mut agree) = (0.0, 0.0);
    let mut share = vec![0.0; ratings.categories()];
    for (values, weight) in ratings.units() {
        let m = values.clone().count();
        if m < 2 || !takes(m) {
            continue;
        }
        n += weight;
        let mut same = 0usize;
        for (at, value) in values.clone().enumerate() {
            same += values
                .clone()
                .enumerate()
                .filter(|(other, own)| *other != at && *own == value)
                .count();
            if let Some(share) = share.get_mut(value) {
                *share += weight / m as f64;
            }
        }
        agree += weight * same as f64 / (m * (m - 1)) as f64;
    }
    (n > 0.0).then(|| {
        (
            agree / n,
            share.into_iter().map(|share| share / n).collect(),
        )
    })
}

/// Gwet's AC1, for any number of coders: p_e = Σ π(1 − π) / (k − 1). Units with at least two values.
pub fn gwet(ratings: &Ratings) -> Value {
    if ratings.coders() < 2 {
        return Err(Undefined::FewCoders);
    }
    let (agree, share) = many(ratings, |_| true).ok_or(Undefined::NoCommonUnit)?;
    let used = ratings.used();
    if used < 2 {
        return Err(Undefined::OneCategory);
    }
    let expected = share.iter().map(|p| p * (1.0 - p)).sum::<f64>() / (used - 1) as f64;
    corrected(agree, expected, Undefined::OneCategory)
}

/// Fleiss' κ, over the units that all coders have put into a category.
pub fn fleiss(ratings: &Ratings) -> Value {
    if ratings.coders() < 2 {
        return Err(Undefined::FewCoders);
    }
    let all = ratings.coders();
    let (agree, share) = many(ratings, |m| m == all).ok_or(Undefined::NoCompleteUnit)?;
    corrected(
        agree,
        share.iter().map(|p| p * p).sum(),
        Undefined::OneCategory,
    )
}

/// Fleiss' κ of one category against all others.
pub fn fleiss_of_category(ratings: &Ratings, category: usize) -> Value {
    fleiss(&against_others(ratings, category))
}

/// The same units, of one category or of any other.
pub(super) fn against_others(ratings: &Ratings, category: usize) -> Ratings {
    let mut two = Ratings::new(ratings.coders(), 2);
    for (values, weight) in ratings.units() {
        // who said it does not matter here
        two.push(
            values.map(|value| Some(u32::from(value == category))),
            weight,
        );
    }
    two
}
