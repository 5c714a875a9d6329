//! Searches and queries under a name, to be asked again.

use super::fold::Study;
use super::id::SavedId;
use super::word::{SavedKind, Voice};

record! {
    /// A search or a query under a name.
    Saved, SavedField {
        /// Its name, as people say it.
        name / Name: String,
        /// What it is.
        kind / Kind: SavedKind,
        /// The words, the regular expression, the query.
        pattern / Pattern: String,
        /// Read as a regular expression.
        regex / Regex: bool,
        /// Case, accents, apostrophes and spaces as they are typed.
        exact / Exact: bool,
        /// Whole words only.
        whole / Whole: bool,
        /// Whose words.
        voice / Voice: Voice,
        /// What the speaker must have: `attribute=value`, by their keys.
        conditions / Conditions: Vec<String>,
        /// Passages with this code alone, by key; empty: all.
        code / Code: String,
    } maps {}
}

impl Study {
    /// Saved searches and queries, by name.
    pub fn saved(&self) -> Vec<(&SavedId, &Saved)> {
        let mut list: Vec<_> = self.records.saved.iter().collect();
        list.sort_by(|a, b| (&a.1.name, a.0).cmp(&(&b.1.name, b.0)));
        list
    }

    /// One by its name.
    pub fn saved_by_name(&self, name: &str) -> Option<(&SavedId, &Saved)> {
        let name = name.trim();
        self.saved()
            .into_iter()
            .find(|(_, saved)| saved.name == name)
    }
}
