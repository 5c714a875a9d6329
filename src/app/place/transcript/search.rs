//! Searching in the open text: case, accents, apostrophes and spaces make no difference; and the search of the whole
//! study that led here goes on as it was asked.

use crate::text::fold::{Folded, fold};
use std::ops::Range;

use crate::text::search;

/// A pattern, read once.
pub enum Pattern {
    /// Words, folded.
    Words(String),
    /// As the whole study was searched.
    Asked(search::Pattern),
}

impl Pattern {
    /// The pattern as typed.
    pub fn new(typed: &str) -> Self {
        Self::Words(fold(typed).replace('\n', " "))
    }

    /// The pattern as typed; read as the search was asked that led here, where it is the same.
    pub fn going_on(typed: &str, asked: Option<&(String, search::Reading)>) -> Self {
        let same = asked.filter(|(words, _)| words == typed);
        let pattern = same.and_then(|(words, how)| search::Pattern::new(words, *how).ok());
        pattern.map_or_else(|| Self::new(typed), Self::Asked)
    }

    /// Where it stands in a text, in order, without overlaps.
    pub fn hits(&self, text: &str) -> Vec<Range<usize>> {
        let words = match self {
            Self::Asked(pattern) => {
                let found = pattern.find(text).into_iter();
                return found.map(|one| one.span).collect();
            }
            Self::Words(words) if words.is_empty() => return Vec::new(),
            Self::Words(words) => words,
        };
        let folded = Folded::new(text);
        let line = folded.text().replace('\n', " ");
        let mut hits: Vec<Range<usize>> = Vec::new();
        for (at, found) in line.match_indices(words.as_str()) {
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
