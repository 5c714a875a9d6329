//! What `guide.toml` holds.

use super::QuestionKind;
use super::condition::{AnswerView, Condition, Skip};
use serde::{Deserialize, Deserializer, Serialize};
use std::collections::BTreeMap;

/// Parts of the answer to a question about an incident.
pub const INCIDENT: [&str; 4] = ["situation", "task", "action", "result"];

/// What a guide holds.
#[derive(Debug, Clone, PartialEq, Deserialize, Serialize)]
pub struct Plan {
    /// Version of the file format.
    pub schema: u32,
    /// Language the questions are written in.
    #[serde(default)]
    pub language: String,
    /// Sections in order.
    #[serde(default, rename = "section")]
    pub sections: Vec<Section>,
    /// What is written down within the hour after the interview.
    #[serde(default)]
    pub debrief: Vec<DebriefField>,
    /// What is said and asked about consent.
    #[serde(default)]
    pub consent: Option<ConsentForm>,
}

/// A part of the guide.
#[derive(Debug, Clone, PartialEq, Deserialize, Serialize)]
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
#[derive(Debug, Clone, PartialEq, Deserialize, Serialize)]
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

/// Something to choose from: `"words"`, a number, or `{ key, label }`.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Choice {
    /// Key in files.
    pub key: String,
    /// Words on the screen; the key where the file gives one word for both.
    pub label: String,
}

impl<'de> Deserialize<'de> for Choice {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let word = |value: &toml::Value| match value {
            toml::Value::String(words) => words.clone(),
            other => other.to_string(),
        };
        Ok(match toml::Value::deserialize(deserializer)? {
            toml::Value::Table(table) => {
                let of = |name: &str| table.get(name).map(word);
                let key = of("key").or_else(|| of("label")).unwrap_or_default();
                let label = of("label").unwrap_or_else(|| key.clone());
                Self { key, label }
            }
            other => {
                let key = word(&other);
                let label = key.clone();
                Self { key, label }
            }
        })
    }
}

/// One question.
#[derive(Debug, Clone, Default, PartialEq, Deserialize, Serialize)]
pub struct Question {
    /// Key in files.
    pub key: String,
    /// What kind of answer it takes.
    #[serde(default)]
    pub kind: QuestionKind,
    /// Its words.
    #[serde(default)]
    pub text: String,
    /// Unit of a count or of an allocation.
    #[serde(default)]
    pub unit: String,
    /// What may be chosen, the degrees of a scale or of a rating, the parts of an allocation, the keys of attributes.
    #[serde(default)]
    pub options: Vec<Choice>,
    /// Fields of each item of a list; in older guides they stand in `options`.
    #[serde(default)]
    pub fields: Vec<Choice>,
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

/// A field of the debrief.
#[derive(Debug, Clone, Default, PartialEq, Deserialize, Serialize)]
pub struct DebriefField {
    /// Key in files: the column is `debrief_<key>`.
    pub key: String,
    /// What is asked.
    #[serde(default)]
    pub text: String,
    /// Open, or a scale, a choice, a count.
    #[serde(default)]
    pub kind: QuestionKind,
    /// What may be chosen.
    #[serde(default)]
    pub options: Vec<Choice>,
}

/// The form by which somebody is informed and asked.
#[derive(Debug, Clone, Default, PartialEq, Deserialize, Serialize)]
pub struct ConsentForm {
    /// Its version, as printed on it.
    #[serde(default)]
    pub version: String,
    /// What is told, item by item.
    #[serde(default)]
    pub items: Vec<Choice>,
    /// What is asked at the end of the interview.
    #[serde(default)]
    pub closing: String,
}

impl Plan {
    /// Reads a guide. Fields it does not know are left aside. Errors carry line and reason.
    pub fn parse(source: &str) -> Result<Self, toml::de::Error> {
        let mut plan: Self = toml::from_str(source)?;
        for question in plan.sections.iter_mut().flat_map(|s| &mut s.questions) {
            if question.kind == QuestionKind::List && question.fields.is_empty() {
                question.fields = std::mem::take(&mut question.options);
            }
        }
        Ok(plan)
    }

    /// All questions in order.
    pub fn questions(&self) -> impl Iterator<Item = &Question> {
        self.sections.iter().flat_map(|section| &section.questions)
    }

    /// A question by key.
    pub fn question(&self, key: &str) -> Option<&Question> {
        self.questions().find(|question| question.key == key)
    }

    /// The section a question stands in.
    pub fn section_of(&self, key: &str) -> Option<&Section> {
        self.sections
            .iter()
            .find(|section| section.questions.iter().any(|q| q.key == key))
    }

    /// Planned minutes of all sections for a role.
    pub fn minutes_for(&self, role: &str) -> f64 {
        self.sections.iter().map(|s| s.minutes_for(role)).sum()
    }

    /// Planned minutes of the longest interview: of the role that takes most.
    pub fn longest(&self) -> f64 {
        let of_roles = self.roles().into_iter().map(|role| self.minutes_for(role));
        of_roles
            .reduce(f64::max)
            .unwrap_or_else(|| self.minutes_for(""))
    }

    /// Roles the guide names, each once, in the order of the alphabet.
    pub fn roles(&self) -> Vec<&str> {
        let of_minutes = self.sections.iter().flat_map(|s| match &s.minutes {
            Minutes::All(_) => Vec::new(),
            Minutes::ByRole(by) => by.keys().map(String::as_str).collect(),
        });
        let of_questions = self
            .questions()
            .flat_map(|q| q.roles.iter().map(String::as_str));
        let mut roles: Vec<&str> = of_minutes.chain(of_questions).collect();
        roles.sort_unstable();
        roles.dedup();
        roles
    }

    /// Why a question is not to be put to somebody of this role, given what was answered so far; `None`: it is to be
    /// put. `answers` gives the answer to a question as a whole, the last one that was given. A question that was not
    /// answered yet makes nothing skipped, and neither does a condition that cannot be read.
    pub fn skipped<'a>(
        &self,
        question: &Question,
        role: &str,
        answers: impl Fn(&str) -> Option<AnswerView<'a>>,
    ) -> Option<Skip> {
        if !question.is_asked_of(role) {
            return Some(Skip::Role(role.to_owned()));
        }
        let condition = Condition::parse(&question.skip_if).ok()?;
        condition.met(self, role, answers).map(Skip::Condition)
    }
}

impl Section {
    /// Planned minutes for a role; 0 where minutes are given by role and this one is not among them. Without a role
    /// (empty), the longest of them.
    pub fn minutes_for(&self, role: &str) -> f64 {
        match &self.minutes {
            Minutes::All(minutes) => *minutes,
            Minutes::ByRole(by) if role.is_empty() => by.values().copied().fold(0.0, f64::max),
            Minutes::ByRole(by) => by.get(role).copied().unwrap_or(0.0),
        }
    }
}

impl Question {
    /// Whether it is put to somebody of this role. Without a role (empty) every question is.
    pub fn is_asked_of(&self, role: &str) -> bool {
        role.is_empty() || self.roles.is_empty() || self.roles.iter().any(|own| own == role)
    }

    /// The lowest and the highest degree of a scale or a rating: those of its options, else 1 and 5.
    pub fn degrees(&self) -> (i64, i64) {
        let numbers = || {
            self.options
                .iter()
                .filter_map(|o| o.key.trim().parse().ok())
        };
        match (numbers().min(), numbers().max()) {
            (Some(low), Some(high)) if low < high => (low, high),
            _ => (1, 5),
        }
    }

    /// The parts its answer is given in: of an allocation, the items of an incident, the fields of a list; none
    /// otherwise.
    pub fn parts(&self) -> Vec<Choice> {
        match self.kind {
            QuestionKind::Allocation => self.options.clone(),
            QuestionKind::List => self.fields.clone(),
            QuestionKind::Incident => INCIDENT
                .iter()
                .map(|key| Choice {
                    key: (*key).to_owned(),
                    label: (*key).to_owned(),
                })
                .collect(),
            _ => Vec::new(),
        }
    }

    /// The option an answer names, by its key or its words, capitals and spaces at the ends aside.
    pub fn option(&self, value: &str) -> Option<&Choice> {
        let same = |own: &str| own.trim().to_lowercase() == value.trim().to_lowercase();
        self.options
            .iter()
            .find(|option| same(&option.key))
            .or_else(|| self.options.iter().find(|option| same(&option.label)))
    }
}
