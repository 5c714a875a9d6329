//! Keys: what they are called, which do what where, and which a layout can type.
//!
//! A keymap is layers of files: the shipped `default`, a shipped one over it (`azerty`, `bepo`, `qwertz`, `vim`, `arrows`),
//! the person's own. [`Resolver`] turns keys into [`crate::command::Invocation`]s; [`show`], [`why`] and [`lint`] explain.

mod chord;
mod file;
mod key;
mod keys;
mod layer;
mod layout;
mod lint;
mod merge;
mod resolve;
mod shipped;
mod show;
mod trie;

pub use chord::{Chord, Step};
pub use file::parse;
pub use key::{Code, Key, Mods, NotAKey};
pub use keys::{BarItem, Binding, Keymap};
pub use layer::{Action, Digits, Entry, Layer, LayoutChoice, Section};
pub use layout::{LAYOUTS, Layout, Reach};
pub use lint::{lint, lint_layer};
pub use resolve::{Choice, Menu, MenuItem, Resolution, Resolver};
pub use shipped::{SHIPPED, shipped};
pub use show::{show, why};

#[cfg(test)]
mod file_test;
#[cfg(test)]
mod resolve_test;
