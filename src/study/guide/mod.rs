//! The interview guide: versioned, kept as its file was written.
//!
//! A [`Guide`] holds one version's text. [`Plan`] is what the text says; [`Condition`] is when a question is skipped.

pub mod check;
mod condition;
mod plan;
pub mod write;

#[cfg(test)]
mod guide_test;

pub use super::word::QuestionKind;
pub use condition::{AnswerView, Condition, ConditionError, Skip, Test};
pub use plan::{Choice, ConsentForm, DebriefField, INCIDENT, Minutes, Plan, Question, Section};

use super::fold::Study;
use super::id::{GuideId, SessionId};

record! {
    /// One version of the guide.
    Guide, GuideField {
        /// From 1.
        number / Number: u32,
        /// The text of `guide.toml`, as it came.
        source / Source: String,
    } maps {}
}

impl Study {
    /// Versions of the guide, oldest first.
    pub fn guides(&self) -> Vec<(&GuideId, &Guide)> {
        let mut list: Vec<_> = self.records.guides.iter().collect();
        list.sort_by_key(|(id, guide)| (guide.number, *id));
        list
    }

    /// The newest version of the guide.
    pub fn newest_guide(&self) -> Option<(&GuideId, &Guide)> {
        self.guides().pop()
    }

    /// The version of the guide with this number.
    pub fn guide_numbered(&self, number: u32) -> Option<&Guide> {
        let list = self.guides();
        let found = list.into_iter().rev().find(|(_, g)| g.number == number);
        found.map(|(_, guide)| guide)
    }

    /// The newest guide, read.
    pub fn guide(&self) -> Option<Plan> {
        Plan::parse(&self.newest_guide()?.1.source).ok()
    }

    /// The guide an interview was held with; before it is held, or where its version is not there, the newest one.
    /// Reading a guide of forty questions takes a few tenths of a millisecond: a screen keeps what it got.
    pub fn guide_of(&self, session: &SessionId) -> Option<Plan> {
        let held_with = self
            .records
            .sessions
            .get(session)
            .and_then(|session| self.guide_numbered(session.guide_version?));
        match held_with {
            Some(guide) => Plan::parse(&guide.source).ok(),
            None => self.guide(),
        }
    }
}
