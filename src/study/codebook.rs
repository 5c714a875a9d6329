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
