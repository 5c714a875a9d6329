//! The program on a real terminal: what a person would see, and the state the terminal is left in.

#[cfg(debug_assertions)] // the clock and the full disk are faults of a debug build
mod call;
#[allow(dead_code)] // a vocabulary: not every word is in use at any time
mod driver;
mod exits;
mod keys;
mod tour;
