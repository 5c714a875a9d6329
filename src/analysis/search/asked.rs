//! A search as it is asked for: by a person, a saved search, a script.

use super::{Query, Voice, pattern_message};
use crate::i18n::Message;
use crate::study::saved::Saved;
use crate::study::word::SavedKind;
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

    /// The same under a name. An interview alone is not kept: it would outlive the interview.
    pub fn under(&self, name: &str) -> Saved {
        Saved {
            name: name.to_owned(),
            kind: SavedKind::Search,
            pattern: self.words.clone(),
            regex: self.how.regex,
            exact: self.how.exact,
            whole: self.how.whole,
            voice: self.voice,
            conditions: self
                .where_
                .iter()
                .map(|(key, value)| format!("{key}={value}"))
                .collect(),
            code: self.code.clone().unwrap_or_default(),
        }
    }
}

impl From<&Saved> for Asked {
    fn from(saved: &Saved) -> Self {
        let pair = |condition: &String| {
            let (key, value) = condition.split_once('=')?;
            Some((key.to_owned(), value.to_owned()))
        };
        Self {
            words: saved.pattern.clone(),
            how: Reading {
                regex: saved.regex,
                exact: saved.exact,
                whole: saved.whole,
            },
            voice: saved.voice,
            where_: saved.conditions.iter().filter_map(pair).collect(),
            code: Some(saved.code.clone()).filter(|code| !code.is_empty()),
            interview: None,
        }
    }
}
