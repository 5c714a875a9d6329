//! Text as people read it: graphemes, width, wrapping, sentences, folding, and making outside text harmless.

pub mod clause;
pub mod fold;
pub mod fuzzy;
pub mod grapheme;
pub mod nearest;
pub mod prose;
pub mod quoted;
pub mod sanitise;
pub mod search;
pub mod sentence;
pub mod similar;
pub mod width;
pub mod word;
pub mod wrap;

pub use sanitise::{Sanitised, harmless, harmless_line, sanitise, sanitise_line};
