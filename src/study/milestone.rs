//! A milestone: the study as it was known at a moment, under a name.

use super::change::Record;
use super::fold::Study;
use super::id::{MilestoneId, SessionId};
use super::word::Consent;
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

    /// Withdraws, in a state of before, whoever has withdrawn in a later one: what may not be shown any more may not be
    /// shown as it was then either. Keeps which interviews that concerns.
    pub fn withdraw_as_in(&mut self, later: &Self) {
        let is_withdrawn =
            |study: &Self, id: &SessionId| study.session_consent(id) == Consent::Withdrawn;
        let sessions = self.records.sessions.keys();
        let there: Vec<SessionId> = sessions
            .filter(|id| !is_withdrawn(self, id))
            .cloned()
            .collect();
        for (id, person) in &later.records.participants {
            if person.consent != Consent::Withdrawn {
                continue;
            }
            let then = self.records.participants.get(id);
            let mut then = then.cloned().unwrap_or_else(|| person.clone());
            if self.records.sessions.contains_key(&then.session) {
                then.consent = Consent::Withdrawn;
                then.withdrawn_at = person.withdrawn_at;
                self.restore(Record::Participant(id.clone(), then));
            }
        }
        let gone = there.into_iter().filter(|id| is_withdrawn(self, id));
        self.withdrawn_since = gone.collect();
    }
}
