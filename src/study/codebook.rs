//! The codebook: a tree of codes.

use super::id::CodeId;

record! {
    /// A node of the codebook.
    Code, CodeField {
        /// Key in files, e.g. `B1.3`.
        key / Key: String,
        /// The code above it.
        parent / Parent: Option<CodeId>,
        /// Set when this code was merged into another: readers go on there.
        alias / Alias: Option<CodeId>,
        /// What it means.
        definition / Definition: String,
        /// When to use it.
        include / Include: String,
        /// When not to.
        exclude / Exclude: String,
        /// A passage that shows it.
        example / Example: String,
        /// A hint beside its letter: one of the 16 terminal colours by name, or `#rrggbb`.
        colour / Colour: String,
        /// Key 1-9 that gives it.
        slot / Slot: Option<u8>,
        /// Place among its siblings.
        position / Position: i64,
    } maps {
        /// Label by language.
        labels / Label: String => String,
    }
}

/// The sixteen terminal colours by name, as other programs show them.
const HEX: [(&str, &str); 18] = [
    ("black", "#000000"),
    ("red", "#aa0000"),
    ("green", "#00aa00"),
    ("yellow", "#aa5500"),
    ("blue", "#0000aa"),
    ("magenta", "#aa00aa"),
    ("cyan", "#00aaaa"),
    ("white", "#aaaaaa"),
    ("gray", "#555555"),
    ("grey", "#555555"),
    ("bright-black", "#555556"),
    ("bright-red", "#ff5555"),
    ("bright-green", "#55ff55"),
    ("bright-yellow", "#ffff55"),
    ("bright-blue", "#5555ff"),
    ("bright-magenta", "#ff55ff"),
    ("bright-cyan", "#55ffff"),
    ("bright-white", "#ffffff"),
];

/// A code's colour as `#rrggbb`; `None` where it has none.
pub fn colour_hex(colour: &str) -> Option<&str> {
    if colour.starts_with('#') {
        return Some(colour);
    }
    HEX.iter()
        .find(|(name, _)| *name == colour)
        .map(|(_, hex)| *hex)
}
