//! `guide.toml`: a new version of the guide where its words differ from the newest one's, or the newest one written anew
//! where no interview was held with it yet. In a study folder `guides/guide.vN.toml` are the older versions.

use super::context::Context;
use crate::import::plan::base_name;
use crate::import::problem::{FileReport, Problem, Report, shorten};
use crate::message;
use crate::study::Change;
use crate::study::edit::put_guide;
use crate::study::guide::check::{Fault, Known, check, line_of};
use crate::study::guide::{Guide, Plan, Question, QuestionKind};
use crate::study::id::GuideId;
use crate::text::sanitise;
use std::collections::HashMap;

/// The problem of a TOML file that does not parse: its line, and the parser's reason.
pub(super) fn of_toml(file: &str, text: &str, error: &toml::de::Error) -> Problem {
    let line = error.span().map_or(1, |span| line_of(text, span.start));
    let found = text
        .lines()
        .nth(line.saturating_sub(1))
        .unwrap_or("")
        .trim();
    Problem {
        file: file.to_owned(),
        line,
        column: String::new(),
        found: shorten(found),
        expected: message!(
            "import-expected-toml",
            reason = error.message().lines().next().unwrap_or("").to_owned()
        ),
    }
}

/// The number in the name of an older version's file, `guide.vN.toml`.
pub(crate) fn numbered(file: &str) -> Option<u32> {
    base_name(file)
        .strip_prefix("guide.v")?
        .strip_suffix(".toml")?
        .parse()
        .ok()
}

/// A fault of a guide as a problem of its file.
pub fn of_fault(file: &str, fault: &Fault) -> Problem {
    let place = [fault.key.as_str(), fault.field.as_str()];
    let place: Vec<&str> = place.into_iter().filter(|part| !part.is_empty()).collect();
    let (place, found) = (place.join(" "), shorten(&fault.found));
    let reason = fault.reason.clone();
    let said = match (place.is_empty(), found.is_empty()) {
        (false, false) => message!(
            "guide-said-at",
            place = &place,
            found = &found,
            reason = reason
        ),
        (false, true) => message!("guide-said-missing", place = &place, reason = reason),
        (true, _) => message!("guide-said-found", found = &found, reason = reason),
    };
    Problem {
        file: file.to_owned(),
        line: fault.line,
        column: place,
        found,
        expected: said,
    }
}

pub(super) fn read(
    file: &str,
    text: &str,
    context: &mut Context<'_>,
    report: &mut Report,
    counted: &mut FileReport,
) -> Vec<Change> {
    let source = sanitise(text).text;
    let study = context.study;
    let stored = study.guides();
    if let Ok(plan) = Plan::parse(&source) {
        counted.rows = plan.questions().count();
    }
    let number = numbered(file).filter(|_| context.whole);
    let same = match number {
        Some(number) => study.guide_numbered(number),
        None => study.newest_guide().map(|(_, guide)| guide),
    };
    if same.is_some_and(|guide| guide.source == source) {
        counted.same = counted.rows;
        return Vec::new();
    }
    for fault in check(&source, &Known::of(study)) {
        let problem = of_fault(file, &fault);
        // a study folder may be a copy of a study in which a code was renamed or went after the guide was written
        if fault.unknown && context.whole {
            report.warnings.push(problem.message());
        } else {
            report.problems.push(problem);
        }
    }
    if let Some(number) = number
        && same.is_some()
    {
        report.problems.push(Problem {
            file: file.to_owned(),
            line: 0,
            column: String::new(),
            found: String::new(),
            expected: message!("guide-version-taken", number = number),
        });
        return Vec::new();
    }
    counted.added = 1;
    if context.whole {
        // versions of a folder stay apart: which of them were used is not read yet
        let next = stored.last().map_or(0, |(_, guide)| guide.number) + 1;
        let number = number.unwrap_or(next);
        return vec![(GuideId::mint(context.mint), Guide { number, source }).into()];
    }
    let changes = put_guide(study, context.mint, &source);
    if changes
        .iter()
        .all(|change| matches!(change, Change::Set(_)))
    {
        (counted.added, counted.changed) = (0, 1);
    }
    changes
}

/// Questions of the guide, version by version; none without a guide.
pub(super) struct Questions {
    /// Newest first.
    versions: Vec<(u32, Plan)>,
    /// Versions that interviews, by key, were held with.
    held_with: HashMap<String, u32>,
}

impl Questions {
    pub(super) fn of(context: &Context<'_>) -> Self {
        let versions = context.study.guides().into_iter().rev();
        let sessions = context.study.records.sessions.values();
        Self {
            versions: versions
                .filter_map(|(_, guide)| Some((guide.number, Plan::parse(&guide.source).ok()?)))
                .collect(),
            held_with: sessions
                .filter_map(|session| Some((session.key.clone(), session.guide_version?)))
                .collect(),
        }
    }

    /// A question: in the version its interview was held with, else in the newest one that has it.
    pub(super) fn question(&self, interview: &str, key: &str) -> Option<&Question> {
        let own = self.held_with.get(interview);
        let first = self.versions.iter().find(|(number, _)| own == Some(number));
        let mut all = first.into_iter().chain(&self.versions);
        all.find_map(|(_, plan)| plan.question(key))
    }

    /// The kind of a question; any is open where there is no guide. `None`: no version knows it.
    pub(super) fn kind(&self, interview: &str, key: &str) -> Option<QuestionKind> {
        if self.versions.is_empty() {
            return Some(QuestionKind::Open);
        }
        self.question(interview, key).map(|question| question.kind)
    }
}
