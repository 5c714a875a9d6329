//! The model of a study, its one way to change, and the fold of all changes. Pure: no clock, no randomness, no I/O.

pub mod document;
