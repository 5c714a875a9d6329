//! Searching in the open text: case, accents, apostrophes and spaces make no difference.

use crate::text::fold::{Folded, fold};
use std::ops::Range;

/// A pattern, folded once.
pub struct Pattern(String);

impl Pattern {
    /// The pattern as typed.
    pub fn new(typed: &str) -> Self {
        Self(fold(typed).replace('\n', " "))
    }

    /// Where it stands in a text, in order, without overlaps.
    pub fn hits(&self, text: &str) -> Vec<Range<usize>> {
        if self.0.is_empty() {
            return Vec::new();
        }
        let folded = Folded::new(text);
        let line = folded.text().replace('\n', " ");
        let mut hits: Vec<Range<usize>> = Vec::new();
        for (at, found) in line.match_indices(self.0.as_str()) {
            let hit = folded.original(at..at + found.len());
            if hits.last().is_none_or(|last| last.end <= hit.start) && !hit.is_empty() {
                hits.push(hit);
            }
        }
        hits
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_reader_takes_for_the_same_is_found() {
        let text = "L’émargement manque\nencore, l'Émargement…";
        let found: Vec<&str> = Pattern::new("l'emargement")
            .hits(text)
            .into_iter()
            .map(|hit| &text[hit])
            .collect();
        assert_eq!(found, ["L’émargement", "l'Émargement"]);
        assert_eq!(
            Pattern::new("manque encore").hits(text).len(),
            1,
            "a line feed is a space"
        );
        assert!(Pattern::new("").hits(text).is_empty());
    }
}
