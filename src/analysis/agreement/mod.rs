//! Agreement between coders: coefficients as pure functions of counts, each with the reason where it is undefined.
//!
//! [`Ratings`] are units that coders put into categories; a unit may stand for many alike (its weight). Formulae: Cohen
//! 1960, Scott 1955, Brennan and Prediger 1981, Gwet 2008, Fleiss 1971, Holsti 1969, Krippendorff 2011 (α) and 2016 (uα),
//! Krippendorff 2004 (αU).

mod alpha;
mod nominal;
mod ratings;
pub mod report;
mod segments;
pub mod sheet;
mod unitized;
#[cfg(test)]
mod unitized_2004;

#[cfg(test)]
mod published_test;

pub use alpha::{Level, alpha, alpha_of_category};
pub use nominal::{
    brennan_prediger, cohen, fleiss, fleiss_of_category, gwet, holsti, observed, over_pairs, scott,
};
pub use ratings::{Pair, Ratings};
pub use segments::{Matched, matched, rk};
pub use unitized::{Span, any_code, u_alpha};

use crate::i18n::Message;
use crate::message;

/// A coefficient, or why there is none.
pub type Value = Result<f64, Undefined>;

/// Why a coefficient has no value. It is never 0 or 1 instead.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Undefined {
    /// Fewer than two coders.
    FewCoders,
    /// No unit has values of two coders.
    NoCommonUnit,
    /// All values are of one category: agreement by chance is certain.
    OneCategory,
    /// A level above nominal needs numbers.
    NotNumbers,
    /// The ratio level needs numbers of zero or more.
    Negative,
    /// No unit has values of all coders.
    NoCompleteUnit,
    /// There is one code only: by chance the coders agree on it.
    OneCode,
    /// Nobody coded anything.
    NoSegments,
}

impl Undefined {
    /// The reason in words.
    pub fn message(self) -> Message {
        match self {
            Self::FewCoders => message!("analysis-undefined-few-coders"),
            Self::NoCommonUnit => message!("analysis-undefined-no-common-unit"),
            Self::OneCategory => message!("analysis-undefined-one-category"),
            Self::NotNumbers => message!("analysis-undefined-not-numbers"),
            Self::Negative => message!("analysis-undefined-negative"),
            Self::NoCompleteUnit => message!("analysis-undefined-no-complete-unit"),
            Self::OneCode => message!("analysis-undefined-one-code"),
            Self::NoSegments => message!("analysis-undefined-no-segments"),
        }
    }
}

/// Chance-corrected agreement; undefined where chance leaves no room.
fn corrected(observed: f64, expected: f64, reason: Undefined) -> Value {
    if 1.0 - expected < 1e-12 {
        Err(reason)
    } else {
        Ok((observed - expected) / (1.0 - expected))
    }
}
