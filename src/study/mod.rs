//! The model of a study, its one way to change, and the fold of all changes. Pure: no clock, no randomness, no I/O.
//!
//! A [`Transaction`] is a stamped, labelled list of [`Change`]s. [`Study::apply`] is the only way to alter a [`Study`];
//! the state is the fold of all transactions in the order of their stamps, so that replicas that hold the same set hold
//! the same state.

#[macro_use]
mod record;

pub mod answer;
pub mod certification;
pub mod change;
pub mod clock;
pub mod codebook;
pub mod coding;
pub mod criterion;
pub mod debrief;
pub mod document;
pub mod edit;
pub mod exclusion;
pub mod figure;
pub mod finding;
pub mod fold;
pub mod guide;
pub mod hidden;
pub mod history;
pub mod id;
pub mod interviewer;
pub mod labelled;
pub mod memo;
pub mod milestone;
pub mod people;
pub mod read;
pub mod saved;
pub mod session;
pub mod settings;
mod sight;
pub mod stamp;
pub mod versions;
pub mod visits;
pub mod word;

#[cfg(test)]
mod fold_test;

pub use change::{Change, Edit, Item, Record, Records, Transaction};
pub use fold::{Applied, Conflict, Fold, Reason, Study, Subject};
pub use hidden::{Hidden, Shown};
pub use interviewer::is_interviewer_name;
pub use read::{Place, Speaker, label, speaker_among};
pub use stamp::{ReplicaId, Stamp};
