//! What stands in the line above the text.

use super::{Eye, Transcript};
use crate::t;

impl Transcript {
    /// What is open, for the line above the text: the more, the more room there is.
    pub(super) fn title(&self, eye: &Eye<'_>) -> Vec<String> {
        let (Some(reading), Some(work)) = (&self.reading, eye.work) else {
            return Vec::new();
        };
        let study = work.study();
        let words = eye.words;
        let scenarios = study.scenarios();
        let scenario = scenarios
            .iter()
            .find(|(id, _)| Some(*id) == work.scenario.as_ref())
            .or(scenarios.first())
            .map(|(_, scenario)| *scenario);
        let (turn, turns) = (self.turn() + 1, reading.len());
        let percent = self.at * 100 / reading.text.text().len().max(1);
        let name = match (&reading.document, reading.version) {
            (Some(_), Some(version)) => t!(words, "app-transcript-version", n = version),
            _ => words.get("app-transcript-notes"),
        };
        let with_label = |scenario: &crate::study::settings::Scenario| {
            let label =
                crate::study::label(&scenario.labels, words.lang().code(), study).to_owned();
            format!("{} {}", scenario.key, crate::text::width::fit(&label, 24))
        };
        let at = format!("{turn}/{turns}");
        if eye.width >= super::layout::WIDE {
            let mut parts = vec![
                format!("{} {name}", reading.key),
                t!(words, "app-transcript-coder", coder = &work.coder),
            ];
            parts.extend(scenario.map(with_label));
            parts.push(t!(words, "app-transcript-turn", at = at, percent = percent));
            parts
        } else {
            let mut parts = vec![reading.key.clone(), work.coder.clone()];
            parts.extend(scenario.map(|scenario| scenario.key.clone()));
            parts.push(at);
            parts
        }
    }
}
