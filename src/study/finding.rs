//! A finding: a statement that the study makes, the codings for and against it, and how far a person trusts it.

use super::coding::{Passage, checksum};
use super::fold::Study;
use super::id::{CodingId, FindingId, ScenarioId};
use super::word::{Component, Concern, Confidence, Consent, Side};
use jiff::Timestamp;
use std::collections::BTreeMap;
use std::fmt::Write;

record! {
    /// A statement on a scenario, with the evidence for and against it and a person's judgement of both.
    Finding, FindingField {
        /// Key in files.
        key / Key: String,
        /// The scenario it is about, where it is about one.
        scenario / Scenario: Option<ScenarioId>,
        /// How far it is trusted; none while nobody has judged. Never the program's own verdict.
        confidence / Confidence: Option<Confidence>,
        /// Why.
        reason / Reason: String,
        /// Who judged last.
        by / By: String,
        /// When.
        at / At: Option<Timestamp>,
        /// Place among the findings.
        position / Position: i64,
    } maps {
        /// What is stated, by language.
        statements / Statement: String => String,
        /// Codings, and on which side they stand.
        evidence / Evidence: CodingId => Side,
        /// State of each coding when it was judged last: see [`Study::coding_state`].
        seen / Seen: CodingId => String,
        /// Concerns by component (GRADE-CERQual).
        concerns / Concern: Component => Concern,
        /// Why, by component.
        reasons / ComponentReason: Component => String,
    }
}

impl Finding {
    /// Whether somebody has judged it.
    pub fn is_judged(&self) -> bool {
        self.confidence.is_some() || !self.concerns.is_empty()
    }
}

/// How the evidence differs from what was judged.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Drift {
    /// Codings that were put on it since.
    pub added: usize,
    /// Codings with another code, strength, polarity or other words.
    pub changed: usize,
    /// Codings that were taken off, deleted, or withdrawn.
    pub gone: usize,
}

impl Drift {
    /// Whether nothing differs.
    pub fn is_none(self) -> bool {
        self == Self::default()
    }
}

impl Study {
    /// Findings in the study's order.
    pub fn findings(&self) -> Vec<(&FindingId, &Finding)> {
        let mut list: Vec<_> = self.records.findings.iter().collect();
        list.sort_by(|a, b| (a.1.position, &a.1.key, a.0).cmp(&(b.1.position, &b.1.key, b.0)));
        list
    }

    /// A finding by key.
    pub fn finding_by_key(&self, key: &str) -> Option<(&FindingId, &Finding)> {
        self.findings()
            .into_iter()
            .find(|(_, finding)| finding.key == key)
    }

    /// What a judgement of a coding rests on, as a checksum: its words, code, strength and polarities, by key. `None`
    /// where it is no evidence any more: deleted, on what is gone, or of a withdrawn interview.
    pub fn coding_state(&self, id: &CodingId) -> Option<String> {
        let coding = self.records.codings.get(id)?;
        let passage = self.passage_now(coding);
        let place = self.place_of(passage)?;
        if place
            .session()
            .is_some_and(|session| self.session_consent(session) == Consent::Withdrawn)
        {
            return None;
        }
        let code = self.records.codes.get(self.resolve_code(&coding.code)?)?;
        let words = match passage {
            Passage::Text(text) => text.check.clone(),
            Passage::Note(note) => checksum(&self.records.notes.get(note)?.text),
        };
        let mut state = format!("{words}\n{}\n{:?}\n", code.key, coding.strength);
        for (key, polarity) in coding
            .polarities
            .iter()
            .filter_map(|(id, polarity)| Some((&self.records.scenarios.get(id)?.key, polarity)))
            .collect::<BTreeMap<_, _>>()
        {
            let _ = writeln!(state, "{key}={}", polarity.as_str());
        }
        Some(checksum(&state))
    }

    /// The state of a finding's evidence now, coding by coding; what is no evidence any more is not in it.
    pub fn evidence_state(&self, finding: &Finding) -> BTreeMap<CodingId, String> {
        finding
            .evidence
            .keys()
            .filter_map(|id| Some((id.clone(), self.coding_state(id)?)))
            .collect()
    }

    /// How a finding's evidence differs from what was judged.
    pub fn drift(&self, finding: &Finding) -> Drift {
        let now = self.evidence_state(finding);
        let mut drift = Drift::default();
        for (id, state) in &now {
            match finding.seen.get(id) {
                None => drift.added += 1,
                Some(seen) if seen != state => drift.changed += 1,
                Some(_) => {}
            }
        }
        drift.gone = finding
            .seen
            .keys()
            .filter(|id| !now.contains_key(*id))
            .count();
        drift
    }
}
