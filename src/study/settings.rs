//! What a study decides for itself: name, rules, attributes, scenarios, targets.

use super::id::{AttributeId, ValueId};
use super::word::{AttributeKind, AttributeOf};

record! {
    /// The study's own settings; there is one.
    Settings, SettingsField {
        /// Name as people say it.
        name / Name: String,
        /// What the study is for.
        aim / Aim: String,
        /// Languages of labels, first the one that is shown first.
        languages / Languages: Vec<String>,
        /// Shared exports hide cells with fewer interviews; 0 hides nothing.
        mask_under / MaskUnder: u32,
        /// Whether words of interviewers count as evidence.
        count_interviewer / CountInterviewer: bool,
        /// Strength from which a competence counts as cited (0-4).
        common_strength / CommonStrength: Option<u8>,
        /// Share of those asked from which a competence is common (0-1).
        common_share / CommonShare: Option<f64>,
        /// Which dated list of criteria holds, by its year.
        criteria / Criteria: String,
        /// Withdrawn interviews that this study no longer holds, but must say.
        withdrawn / Withdrawn: u32,
        /// Length of a day's work, in minutes; seven hours where nothing is said.
        day_minutes / DayMinutes: Option<u32>,
        /// Whether no codes are suggested.
        no_suggestions / NoSuggestions: bool,
    } maps {
        /// Coders who code blind: they see nothing of what the others coded.
        blind / Blind: String => bool,
    }
}

impl Settings {
    /// Length of a day's work, in minutes; never 0.
    pub fn day(&self) -> u32 {
        self.day_minutes.filter(|n| *n > 0).unwrap_or(7 * 60)
    }
}

record! {
    /// A typed field of organisations or participants.
    Attribute, AttributeField {
        /// Column name in files.
        key / Key: String,
        /// What it describes.
        of / Of: AttributeOf,
        /// What values it takes.
        kind / Kind: AttributeKind,
        /// Whether tables may be cut by it.
        stratum / Stratum: bool,
        /// Place among the attributes.
        position / Position: i64,
    } maps {
        /// Label by language.
        labels / Label: String => String,
    }
}

record! {
    /// One value of a choice attribute.
    Value, ValueField {
        /// The attribute it belongs to.
        attribute / Attribute: AttributeId,
        /// Word in files.
        key / Key: String,
        /// How many there are in the population.
        universe / Universe: Option<u64>,
        /// Place among the attribute's values.
        position / Position: i64,
    } maps {
        /// Label by language.
        labels / Label: String => String,
    }
}

record! {
    /// A certification strategy under study.
    Scenario, ScenarioField {
        /// Key in files.
        key / Key: String,
        /// Place among the scenarios.
        position / Position: i64,
    } maps {
        /// Label by language.
        labels / Label: String => String,
        /// Summary by language.
        summaries / Summary: String => String,
    }
}

record! {
    /// How many interviews are wanted with certain attributes.
    Target, TargetField {
        /// Number of interviews.
        n / N: u32,
        /// Place among the targets.
        position / Position: i64,
    } maps {
        /// Attribute key (or `role`) → value key.
        conditions / Condition: String => String,
    }
}

/// What an organisation or participant has for an attribute.
#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum AttributeData {
    /// A value of a choice attribute.
    Choice(ValueId),
    /// A number.
    Number(f64),
    /// Free text.
    Text(String),
}
