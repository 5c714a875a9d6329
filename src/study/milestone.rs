//! A milestone: the study as it was known at a moment, under a name.

use super::fold::Study;
use super::id::MilestoneId;
use jiff::Timestamp;

record! {
    /// The study as it was known at a moment: how far each journal went.
    Milestone, MilestoneField {
        /// Its name, as people say it.
        name / Name: String,
        /// When it was set.
        at / At: Option<Timestamp>,
        /// Who set it.
        by / By: String,
        /// Hash of the head it names.
        head / Head: String,
    } maps {
        /// Number of the last line of each replica's journal.
        lines / Line: String => u64,
    }
}

impl Study {
    /// Milestones, oldest first.
    pub fn milestones(&self) -> Vec<(&MilestoneId, &Milestone)> {
        let mut list: Vec<_> = self.records.milestones.iter().collect();
        list.sort_by(|a, b| (a.1.at, &a.1.name, a.0).cmp(&(b.1.at, &b.1.name, b.0)));
        list
    }

    /// A milestone by name.
    pub fn milestone_by_name(&self, name: &str) -> Option<(&MilestoneId, &Milestone)> {
        self.milestones()
            .into_iter()
            .find(|(_, milestone)| milestone.name == name)
    }
}
