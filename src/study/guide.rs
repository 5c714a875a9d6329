//! The interview guide: versioned, kept as its file was written.

use serde::Deserialize;
use std::collections::BTreeMap;

record! {
    /// One version of the guide.
    Guide, GuideField {
        /// From 1.
        number / Number: u32,
        /// The text of `guide.toml`, as it came.
        source / Source: String,
    } maps {}
}

/// What `guide.toml` holds.
#[derive(Debug, Clone, PartialEq, Deserialize)]
pub struct Plan {
    /// Version of the file format.
    pub schema: u32,
    /// Language the questions are written in.
    #[serde(default)]
    pub language: String,
    /// Sections in order.
    #[serde(default, rename = "section")]
    pub sections: Vec<Section>,
}

/// A part of the guide.
#[derive(Debug, Clone, PartialEq, Deserialize)]
pub struct Section {
    /// Key in files.
    pub key: String,
    /// Title on the rail.
    #[serde(default)]
    pub title: String,
    /// Planned minutes: one number, or one by role.
    #[serde(default)]
    pub minutes: Minutes,
    /// Questions in order.
    #[serde(default, rename = "question")]
    pub questions: Vec<Question>,
}

/// Planned minutes of a section.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(untagged)]
pub enum Minutes {
    /// The same for everybody.
    All(f64),
    /// By role.
    ByRole(BTreeMap<String, f64>),
}

impl Default for Minutes {
    fn default() -> Self {
        Self::All(0.0)
    }
}

/// The kinds of questions.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs)]
pub enum QuestionKind {
    #[default]
    Open,
    Incident,
    Scale,
    Choice,
    Count,
    Allocation,
    List,
    Rating,
    Attributes,
    Script,
}

/// One question.
#[derive(Debug, Clone, PartialEq, Deserialize)]
pub struct Question {
    /// Key in files.
    pub key: String,
    /// What kind of answer it takes.
    #[serde(default)]
    pub kind: QuestionKind,
    /// Its words.
    #[serde(default)]
    pub text: String,
    /// Unit of a count.
    #[serde(default)]
    pub unit: String,
    /// What may be chosen, the parts of an allocation, the fields of a list.
    #[serde(default)]
    pub options: Vec<toml::Value>,
    /// Scenario it is bound to.
    #[serde(default)]
    pub scenario: String,
    /// Roles it is asked of; all when empty.
    #[serde(default)]
    pub roles: Vec<String>,
    /// Condition under which it is skipped.
    #[serde(default)]
    pub skip_if: String,
    /// Follow-ups.
    #[serde(default)]
    pub followups: Vec<String>,
    /// Things to watch for.
    #[serde(default)]
    pub watch: Vec<String>,
    /// Codes it may bring.
    #[serde(default)]
    pub codes: Vec<String>,
    /// Not to be asked lightly.
    #[serde(default)]
    pub sensitive: bool,
}

impl Plan {
    /// Reads a guide. Errors carry line and reason.
    pub fn parse(source: &str) -> Result<Self, toml::de::Error> {
        toml::from_str(source)
    }

    /// All questions in order.
    pub fn questions(&self) -> impl Iterator<Item = &Question> {
        self.sections.iter().flat_map(|section| &section.questions)
    }

    /// A question by key.
    pub fn question(&self, key: &str) -> Option<&Question> {
        self.questions().find(|question| question.key == key)
    }
}
