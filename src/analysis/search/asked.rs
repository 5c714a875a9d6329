//! A search as it is asked for: by a person, a saved search, a script.

use super::{Query, Voice, pattern_message};
use crate::i18n::Message;
use crate::text::search::{Pattern, Reading};

/// A search as it is asked for.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Asked {
    /// The pattern as typed.
    pub words: String,
    /// How it is read.
    pub how: Reading,
    /// Whose words.
    pub voice: Voice,
    /// Attribute and value that the speaker must have.
    pub where_: Vec<(String, String)>,
    /// Passages that carry this code alone, by key.
    pub code: Option<String>,
    /// One interview alone, by key as shown.
    pub interview: Option<String>,
}

impl Asked {
    /// Reads the pattern. The reason in words where it cannot be looked for.
    pub fn query(&self) -> Result<Query, Message> {
        let pattern = Pattern::new(&self.words, self.how).map_err(|e| pattern_message(&e))?;
        Ok(Query {
            voice: self.voice,
            where_: self.where_.clone(),
            code: self.code.clone(),
            interview: self.interview.clone(),
            ..Query::new(pattern)
        })
    }
}
