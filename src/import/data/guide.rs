//! `guide.toml`: a new version of the guide where its words differ from the newest one's.

use super::context::Context;
use crate::i18n::Message;
use crate::import::problem::{FileReport, Problem, Report, shorten};
use crate::message;
use crate::study::Change;
use crate::study::guide::{Guide, Plan, Question, QuestionKind};
use crate::study::id::GuideId;
use crate::text::sanitise;
use crate::text::sanitise::is_sanitised;
use std::collections::{HashMap, HashSet};

/// Line of a byte, from 1.
pub(super) fn line_of(text: &str, byte: usize) -> usize {
    1 + text
        .bytes()
        .take(byte)
        .filter(|byte| *byte == b'\n')
        .count()
}

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
            reason = shorten_reason(error.message())
        ),
    }
}

/// The first line of a parser's reason.
fn shorten_reason(reason: &str) -> String {
    reason.lines().next().unwrap_or("").to_owned()
}

pub(super) fn read(
    file: &str,
    text: &str,
    context: &mut Context<'_>,
    report: &mut Report,
    counted: &mut FileReport,
) -> Vec<Change> {
    let source = sanitise(text).text;
    let plan = match Plan::parse(&source) {
        Ok(plan) => plan,
        Err(error) => {
            report.problems.push(of_toml(file, &source, &error));
            return Vec::new();
        }
    };
    counted.rows = plan.questions().count();
    check(file, &source, &plan, report);
    let newest = context
        .study
        .records
        .guides
        .values()
        .max_by_key(|guide| guide.number);
    if newest.is_some_and(|guide| guide.source == source) {
        counted.same = counted.rows;
        return Vec::new();
    }
    counted.added = 1;
    let number = newest.map_or(0, |guide| guide.number) + 1;
    vec![(GuideId::mint(context.mint), Guide { number, source }).into()]
}

fn check(file: &str, source: &str, plan: &Plan, report: &mut Report) {
    let line = |key: &str| {
        let quoted = format!("\"{key}\"");
        source.find(&quoted).map_or(1, |at| line_of(source, at))
    };
    let mut bad = |line: usize, found: &str, expected: Message| {
        report.problems.push(Problem {
            file: file.to_owned(),
            line,
            column: "key".to_owned(),
            found: found.to_owned(),
            expected,
        });
    };
    if plan.schema != 1 {
        bad(
            1,
            &plan.schema.to_string(),
            message!("import-expected-schema"),
        );
    }
    if let Some(hidden) = source
        .parse::<toml::Table>()
        .ok()
        .and_then(|table| hostile(&toml::Value::Table(table)))
    {
        let at = source
            .find("\\u")
            .or_else(|| source.find("\\U"))
            .or_else(|| source.find("\\x"));
        bad(
            at.map_or(1, |at| line_of(source, at)),
            &hidden,
            message!("import-expected-harmless"),
        );
    }
    let mut seen = HashSet::new();
    for question in plan.questions() {
        if question.key.trim().is_empty() {
            bad(1, "", message!("import-expected-something"));
        } else if !seen.insert(question.key.as_str()) {
            let quoted = format!("\"{}\"", question.key);
            let second = source
                .rmatch_indices(&quoted)
                .next()
                .map_or(1, |(at, _)| line_of(source, at));
            bad(
                second,
                &question.key,
                message!("import-expected-key-once", line = line(&question.key)),
            );
        }
    }
}

/// The first words in which an escape hides a character that would command a terminal or reorder words: a guide is kept
/// as its file was written, so such a one cannot be made harmless.
fn hostile(value: &toml::Value) -> Option<String> {
    match value {
        toml::Value::String(words) => {
            (!is_sanitised(&words.replace('\t', " "))).then(|| words.clone())
        }
        toml::Value::Array(list) => list.iter().find_map(hostile),
        toml::Value::Table(table) => table.values().find_map(hostile),
        _ => None,
    }
}

/// Questions of the newest guide by key; `None` without a guide.
pub(super) struct Questions {
    plan: Option<Plan>,
    by_key: HashMap<String, QuestionKind>,
}

impl Questions {
    pub(super) fn of(context: &Context<'_>) -> Self {
        let plan = context.study.guide();
        let by_key = plan
            .iter()
            .flat_map(Plan::questions)
            .map(|question: &Question| (question.key.clone(), question.kind))
            .collect();
        Self { plan, by_key }
    }

    /// The kind of a question; any is open where there is no guide. `None`: the guide does not know it.
    pub(super) fn kind(&self, key: &str) -> Option<QuestionKind> {
        match &self.plan {
            None => Some(QuestionKind::Open),
            Some(_) => self.by_key.get(key).copied(),
        }
    }
}
