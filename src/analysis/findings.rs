//! `findings`: what the study states, what a person thinks of it, and the evidence it rests on. The confidence is a person's;
//! the counts beside it are what it can be judged by, never a verdict.

use super::ask::Ask;
use super::counted::{Line, polarity_of};
use super::evidence;
use super::mask::Shape;
use super::table::{Cell, Column, Row, Table};
use super::tally::{Accumulator, strata_covered};
use crate::i18n::Words;
use crate::message;
use crate::study::finding::Finding;
use crate::study::id::{CodingId, FindingId};
use crate::study::word::{Component, Confidence, Polarity, Side};
use std::collections::{BTreeMap, HashMap};

/// The counts shown, as the evidence table calls them.
const COUNTS: &[(&str, &str)] = &[
    ("n_interviews", "interviews"),
    ("n_supporting", "interviews"),
    ("n_contradicting", "interviews"),
    ("n_mixed", "interviews"),
    ("n_organisations", "organisations"),
    ("n_excerpts", "excerpts"),
    ("n_supporting_excerpts", "excerpts"),
    ("n_contradicting_excerpts", "excerpts"),
    ("n_mixed_excerpts", "excerpts"),
    ("n_reference_excerpts", "excerpts"),
];

/// What its figures stand for: those of the evidence table, and what changed in it since it was judged.
pub const SHAPE: Shape = Shape {
    sums: &[
        (
            "n_excerpts",
            &[
                "n_supporting_excerpts",
                "n_contradicting_excerpts",
                "n_mixed_excerpts",
            ],
        ),
        (
            "n_interviews",
            &["n_supporting", "n_contradicting", "n_mixed"],
        ),
    ],
    follows: &[
        ("n_excerpts", &["n_interviews"]),
        ("n_organisations", &["n_interviews"]),
        ("n_supporting_excerpts", &["n_supporting", "n_mixed"]),
        ("n_contradicting_excerpts", &["n_contradicting", "n_mixed"]),
        ("n_mixed_excerpts", &["n_mixed"]),
        ("strata_covered", &["n_interviews"]),
        ("n_added_since", &["n_interviews"]),
        ("n_changed_since", &["n_interviews"]),
        ("n_gone_since", &["n_interviews"]),
    ],
    ..evidence::SHAPE
};

/// Makes the table.
pub fn make(ask: &Ask) -> Table {
    let findings = shown(ask);
    let mut behind: Vec<Accumulator> = vec![Accumulator::default(); findings.len()];
    let cited = cited(ask, &findings);
    for (at, line) in ask.counted.lines.iter().enumerate() {
        let Some(sides) = cited.get(&at).filter(|_| ask.takes(line)) else {
            continue;
        };
        for (finding, polarity) in sides {
            if let Some(own) = behind.get_mut(*finding) {
                own.add(ask.counted, line, *polarity);
            }
        }
    }
    let rows: Vec<Row> = findings
        .into_iter()
        .zip(behind)
        .map(|((_, finding), behind)| row(ask, finding, behind))
        .collect();
    let rule = message!("analysis-rule-findings", rules = ask.rules());
    let columns = columns(ask, &rows);
    ask.table(rule, columns, rows)
}

/// The findings on the scenarios that are asked for.
fn shown<'a>(ask: &Ask<'_, 'a>) -> Vec<(&'a FindingId, &'a Finding)> {
    let wanted = |finding: &Finding| {
        ask.options.scenario.is_none()
            || ask.scenarios.iter().any(|at| {
                let scenario = ask.counted.scenarios.get(*at).map(|(id, _)| *id);
                scenario.is_some() && scenario == finding.scenario.as_ref()
            })
    };
    let study = ask.counted.study;
    let all = study.findings().into_iter();
    all.filter(|(_, finding)| wanted(finding)).collect()
}

/// By line, the findings it is cited in, with its side as a polarity. A coding that is one with another is found by it.
fn cited(
    ask: &Ask,
    findings: &[(&FindingId, &Finding)],
) -> HashMap<usize, BTreeMap<usize, Polarity>> {
    let study = ask.counted.study;
    let places: HashMap<&CodingId, usize> = ask
        .counted
        .lines
        .iter()
        .enumerate()
        .map(|(at, line)| (line.id, at))
        .collect();
    let joined = |id: &CodingId| {
        let coding = study.records.codings.get(id)?;
        let code = study.resolve_code(&coding.code)?;
        let is_it = |line: &Line| {
            study.passage_now(&line.coding) == study.passage_now(coding)
                && line.coding.coder == coding.coder
                && ask.counted.codes.get(line.code).map(|(id, _)| *id) == Some(code)
        };
        ask.counted.lines.iter().position(is_it)
    };
    let mut cited: HashMap<usize, BTreeMap<usize, Polarity>> = HashMap::new();
    for (at, (_, finding)) in findings.iter().enumerate() {
        for (id, side) in &finding.evidence {
            let Some(line) = places.get(id).copied().or_else(|| joined(id)) else {
                continue;
            };
            let polarity = match side {
                Side::For => Polarity::Supports,
                Side::Against => Polarity::Contradicts,
            };
            cited
                .entry(line)
                .or_default()
                .entry(at)
                .and_modify(|known| *known = polarity_of([*known, polarity]))
                .or_insert(polarity);
        }
    }
    cited
}

fn columns(ask: &Ask, rows: &[Row]) -> Vec<Column> {
    let mut columns = vec![
        Column::text("finding"),
        Column::text("scenario"),
        Column::text("statement"),
        Column::text("confidence").named(Confidence::ALL.iter().map(|word| {
            let words = message!("cli-confidence", confidence = word.as_str());
            (word.as_str().to_owned(), words)
        })),
        Column::text("finding_state").called(
            "analysis-finding-state",
            ["not-judged", "stands", "changed"],
        ),
    ];
    columns.extend(COUNTS.iter().map(|(key, unit)| {
        let column = Column::count(key, unit);
        match *key {
            "n_organisations" | "n_reference_excerpts" => column,
            _ => column.described("analysis-column-cited-desc"),
        }
    }));
    columns.push(strata_covered(ask.counted, rows, columns.len()));
    for component in Component::ALL {
        let named = concerns(ask, *component);
        columns.push(Column::text(component.as_str()).named(named));
    }
    columns.extend([
        Column::text("judgement"),
        Column::count("n_added_since", "excerpts"),
        Column::count("n_changed_since", "excerpts"),
        Column::count("n_gone_since", "excerpts"),
    ]);
    columns
}

/// What a component's cell holds, as files have it, with what a reader reads.
fn concerns(ask: &Ask, component: Component) -> BTreeMap<String, String> {
    let words = Words::new(ask.context.language);
    let findings = ask.counted.study.findings().into_iter();
    findings
        .filter_map(|(_, finding)| {
            let (concern, reason) = concern(finding, component)?;
            let said = words.say(&message!(
                "analysis-concern",
                concern = concern,
                said = if reason.is_empty() { "no" } else { "yes" },
                reason = reason
            ));
            Some((in_files(concern, reason), said))
        })
        .collect()
}

/// The concern about a component, with its reason; none where nobody judged it.
fn concern(finding: &Finding, component: Component) -> Option<(&str, &str)> {
    let reason = finding.reasons.get(&component).map_or("", String::as_str);
    Some((finding.concerns.get(&component)?.as_str(), reason))
}

fn in_files(concern: &str, reason: &str) -> String {
    if reason.is_empty() {
        concern.to_owned()
    } else {
        format!("{concern}: {reason}")
    }
}

fn row(ask: &Ask, finding: &Finding, behind: Accumulator) -> Row {
    let study = ask.counted.study;
    let scenario = finding.scenario.as_ref().and_then(|id| {
        let record = study.records.scenarios.get(id)?;
        Some(ask.counted.keys.scenario(id, record))
    });
    let language = ask.context.language.code();
    let drift = study.drift(finding);
    let state = if !finding.is_judged() {
        "not-judged"
    } else if drift.is_none() {
        "stands"
    } else {
        "changed"
    };
    let mut cells = vec![
        Cell::text(&finding.key),
        Cell::text(scenario.unwrap_or_default()),
        Cell::text(crate::study::label(&finding.statements, language, study)),
        Cell::text(finding.confidence.map_or("", |word| word.as_str())),
        Cell::text(state),
    ];
    let counts: HashMap<&str, Cell> = evidence::counts(&behind.tally(), None)
        .into_iter()
        .collect();
    let count = |(key, _): &(&str, &str)| counts.get(key).cloned().unwrap_or(Cell::Empty);
    cells.extend(COUNTS.iter().map(count));
    cells.push(Cell::text(behind.strata(ask.counted)));
    for component in Component::ALL {
        let concern = concern(finding, *component);
        cells.push(concern.map_or(Cell::Empty, |(word, why)| Cell::text(in_files(word, why))));
    }
    cells.push(Cell::text(&finding.reason));
    let judged = finding.is_judged();
    for n in [drift.added, drift.changed, drift.gone] {
        cells.push(Cell::maybe_count(judged.then_some(n)));
    }
    Row {
        cells,
        passages: behind.into_passages(),
    }
}
