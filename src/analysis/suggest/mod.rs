//! Suggestions: the likeliest codes for a passage, learnt from this study's own codings and codebook, on this machine.
//!
//! [`Learned`] follows a study; [`Learned::rank`] says what a passage speaks for and why; [`evaluate`] says how good that
//! is. Nothing is ever coded by it.

mod evaluate;
mod learned;
mod passage;
mod rank;
mod words;

pub(super) use words::telling;

#[cfg(test)]
mod tests;

pub use evaluate::{Evaluation, TOPS, Way, evaluate};
pub use learned::Learned;
pub use rank::{Ranking, Suggestion, Why};

use crate::study::Study;

/// Whether codes may be suggested to whoever codes: the study's own setting, and never to one who codes blind.
pub fn suggestions_allowed(study: &Study) -> bool {
    !study.settings().no_suggestions && !study.blind
}

/// How many codes are suggested at once.
pub const SUGGESTED: usize = 3;
