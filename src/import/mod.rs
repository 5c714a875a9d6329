//! One file per format that comes in.

pub mod data;
pub mod problem;

pub use problem::{FileReport, Problem, Report};
