//! The terminal: guard, loop, drawing.
//!
//! [`run::run`] owns the screen from the first frame to the exit code. It knows nothing of interviews: what is drawn and
//! what a key does is a [`run::Program`]. Whatever ends the program (a key, a fault, a signal, a closed window) passes
//! [`terminal::leave`], so the shell is always given back as it was.

pub mod clipboard;
mod faults;
pub mod hangup;
pub mod harmless;
pub mod input;
pub mod pen;
pub mod program;
pub mod run;
pub mod screen;
pub mod signals;
pub mod terminal;
pub mod theme;
pub mod view;
