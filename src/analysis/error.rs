//! Why a table could not be made.

use crate::i18n::Message;
use crate::message;
use crate::text::similar::similarity;

/// A table was asked for by a word that is not known.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum TableError {
    /// A table, scenario, attribute or coder of this name is not there.
    #[error("no {what} '{name}'{}", nearest(.near))]
    Unknown {
        /// `table`, `scenario`, `attribute` or `coder`.
        what: &'static str,
        /// As it was asked for.
        name: String,
        /// The nearest ones there are, or all where none is near.
        near: Vec<String>,
    },
    /// An attribute has no such value.
    #[error("attribute '{attribute}' has no value '{value}'{}", nearest(.near))]
    UnknownValue {
        /// The attribute.
        attribute: String,
        /// As it was asked for.
        value: String,
        /// The nearest ones there are, or all where none is near.
        near: Vec<String>,
    },
    /// The table has no groups.
    #[error("table '{table}' is not cut by attributes")]
    NotBy {
        /// The table.
        table: &'static str,
    },
}

fn nearest(near: &[String]) -> String {
    if near.is_empty() {
        String::new()
    } else {
        format!("; there is: {}", near.join(", "))
    }
}

impl TableError {
    /// An unknown word, with the nearest of those that are known.
    pub fn unknown<'a>(
        what: &'static str,
        name: &str,
        known: impl IntoIterator<Item = &'a str>,
    ) -> Self {
        Self::Unknown {
            what,
            name: name.to_owned(),
            near: near(name, known),
        }
    }

    /// An unknown value, with the nearest of those that are known.
    pub fn unknown_value<'a>(
        attribute: &str,
        value: &str,
        known: impl IntoIterator<Item = &'a str>,
    ) -> Self {
        Self::UnknownValue {
            attribute: attribute.to_owned(),
            value: value.to_owned(),
            near: near(value, known),
        }
    }

    /// The error in words.
    pub fn message(&self) -> Message {
        match self {
            Self::Unknown { what, name, near } => message!(
                "analysis-error-unknown",
                what = *what,
                name = name,
                n = near.len(),
                near = near.join(", ")
            ),
            Self::UnknownValue {
                attribute,
                value,
                near,
            } => message!(
                "analysis-error-value",
                attribute = attribute,
                value = value,
                n = near.len(),
                near = near.join(", ")
            ),
            Self::NotBy { table } => message!("analysis-error-not-by", table = *table),
        }
    }
}

/// Known words near `name`, best first; all of them (at most twenty) where none is near.
fn near<'a>(name: &str, known: impl IntoIterator<Item = &'a str>) -> Vec<String> {
    let known: Vec<&str> = known.into_iter().collect();
    let mut near: Vec<(f64, &str)> = known
        .iter()
        .map(|word| (similarity(name, word), *word))
        .filter(|(score, _)| *score >= 0.5)
        .collect();
    near.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(b.1)));
    let mut words: Vec<&str> = if near.is_empty() {
        known
    } else {
        near.into_iter().map(|(_, word)| word).collect()
    };
    words.truncate(20);
    words.into_iter().map(str::to_owned).collect()
}
