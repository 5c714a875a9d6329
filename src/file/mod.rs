//! Files without meaning: bounded archives and XML, the CSV dialect and its guard, lists in a cell, words of ours, atomic writes, encodings.

pub mod atomic;
pub mod csv;
pub mod encoding;
pub mod guard;
pub mod known;
pub mod list;
pub mod losses;
pub mod xml;
pub mod zip;
