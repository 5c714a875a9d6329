//! Words by which what was written here is known again when it comes back: whoever writes them and whoever reads them may
//! not see each other.

/// The name of a whole study as one JSON document.
pub const WHOLE: &str = "entretien-study";
/// Begins the name of a REFI-QDA note that holds a table of ours.
pub const TABLE: &str = "entretien: ";
/// Begins the name of a REFI-QDA note that says how a coding is meant.
pub const MEANT: &str = "entretien coding:";
