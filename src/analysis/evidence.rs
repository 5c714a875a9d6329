//! `evidence`: for every scenario, who speaks for and against it, in all and code by code.

use super::ask::Ask;
use super::counted::{Line, Words};
use super::mask::{Lines, Shape};
use super::table::{Cell, Column, Row, Table};
use super::tally::{Accumulator, Tally, strata_covered};
use crate::message;
use crate::study::Hidden;
use crate::study::guide::Plan;
use crate::study::id::{CodingId, ScenarioId, VersionId};
use crate::study::word::AnswerState;
use std::collections::{BTreeMap, HashMap, HashSet};

/// The counts that come once for the row, and once more for each value of `by`.
const COUNTS: &[(&str, &str)] = &[
    ("n_excerpts", "excerpts"),
    ("n_supporting_excerpts", "excerpts"),
    ("n_contradicting_excerpts", "excerpts"),
    ("n_mixed_excerpts", "excerpts"),
    ("n_neutral_excerpts", "excerpts"),
    ("n_reference_excerpts", "excerpts"),
    ("n_interviews", "interviews"),
    ("n_organisations", "organisations"),
    ("n_supporting", "interviews"),
    ("n_contradicting", "interviews"),
    ("n_mixed", "interviews"),
    ("n_neutral", "interviews"),
    ("n_asked", "interviews"),
];

const REFERENCES: &str = "n_reference_excerpts";

/// What stands behind a row: all of it, and by value of `by`.
#[derive(Clone)]
struct Behind<'r, 'a> {
    all: Accumulator<'r, 'a>,
    groups: Vec<Accumulator<'r, 'a>>,
}

impl Behind<'_, '_> {
    fn new(groups: usize) -> Self {
        Self {
            all: Accumulator::default(),
            groups: vec![Accumulator::default(); groups],
        }
    }
}

/// A row before its quote is read.
struct Draft<'r, 'a> {
    cells: Vec<Cell>,
    groups: Vec<Cell>,
    passages: Vec<CodingId>,
    best: Option<&'r Line<'a>>,
}

const PARTS: &[&str] = &["n_supporting", "n_contradicting", "n_mixed", "n_neutral"];
const PARTS_OF_EXCERPTS: &[&str] = &[
    "n_supporting_excerpts",
    "n_contradicting_excerpts",
    "n_mixed_excerpts",
    "n_neutral_excerpts",
];

/// What its figures stand for; findings have the same. What few interviews stand behind is neither described nor quoted.
pub const SHAPE: Shape = Shape {
    lines: Lines::With("n_interviews"),
    counts: &[
        "n_excerpts",
        "n_supporting_excerpts",
        "n_contradicting_excerpts",
        "n_mixed_excerpts",
        "n_neutral_excerpts",
        "n_interviews",
        "n_supporting",
        "n_contradicting",
        "n_mixed",
        "n_neutral",
        "n_asked",
    ],
    adding: &["n_organisations"],
    sums: &[("n_excerpts", PARTS_OF_EXCERPTS), ("n_interviews", PARTS)],
    follows: &[
        ("n_excerpts", &["n_interviews"]),
        ("n_organisations", &["n_interviews"]),
        ("n_supporting_excerpts", &["n_supporting", "n_mixed"]),
        ("n_contradicting_excerpts", &["n_contradicting", "n_mixed"]),
        ("n_mixed_excerpts", &["n_mixed"]),
        ("n_neutral_excerpts", &["n_neutral"]),
        ("max_strength_supporting", &["n_supporting_excerpts"]),
        ("max_strength_contradicting", &["n_contradicting_excerpts"]),
        ("strata_covered", &["n_interviews"]),
    ],
    quotes: &["best_quote", "best_quote_ref"],
    ..Shape::NONE
};

/// Makes the table.
pub fn make(ask: &Ask) -> Table {
    let counted = ask.counted;
    let n_codes = counted.codes.len();
    let shown: Vec<&ScenarioId> = ask
        .scenarios
        .iter()
        .filter_map(|at| counted.scenarios.get(*at).map(|(id, _)| *id))
        .collect();
    // by scenario and code; the last one of a scenario is its total
    let n_groups = ask.groups().len();
    let mut rows = vec![vec![Behind::new(n_groups); n_codes + 1]; ask.scenarios.len()];
    for line in counted.lines.iter().filter(|line| ask.takes(line)) {
        let group = if n_groups > 0 {
            ask.group_of(line)
        } else {
            None
        };
        for (scenario, polarity) in &line.coding.polarities {
            // there are few: looking through them is faster than a hash
            let row = shown
                .iter()
                .position(|id| *id == scenario)
                .and_then(|at| rows.get_mut(at));
            let Some(row) = row else { continue };
            for at in [line.code, n_codes] {
                if let Some(behind) = row.get_mut(at) {
                    behind.all.add(counted, line, *polarity);
                    if let Some(own) = group.and_then(|at| behind.groups.get_mut(at)) {
                        own.count(counted, line, *polarity);
                    }
                }
            }
        }
    }
    let asked = Asked::of(ask);
    let mut drafts = Vec::with_capacity(ask.scenarios.len() * (n_codes + 1));
    for (place, mut row) in ask.scenarios.iter().zip(rows) {
        let Some((id, scenario)) = counted.scenarios.get(*place) else {
            continue;
        };
        let key = counted.keys.scenario(id, scenario);
        let asked = asked.interviews(id, key);
        let total = row.pop();
        let codes = counted
            .codes
            .iter()
            .map(|(id, code)| counted.keys.code(id, code));
        for (code, behind) in std::iter::once("")
            .chain(codes)
            .zip(total.into_iter().chain(row))
        {
            drafts.push(draft(ask, key, code, behind, asked));
        }
    }
    let quotes = quotes(ask, &drafts);
    let rows: Vec<Row> = drafts
        .into_iter()
        .enumerate()
        .map(|(at, mut draft)| {
            let quote = quotes.get(&at).cloned().unwrap_or_default();
            let id = draft
                .best
                .map_or_else(String::new, |line| line.id.to_string());
            draft.cells.push(Cell::text(quote));
            draft.cells.push(Cell::text(id));
            draft.cells.append(&mut draft.groups);
            Row {
                cells: draft.cells,
                passages: draft.passages,
            }
        })
        .collect();
    let rule = message!("analysis-rule-evidence", rules = ask.rules());
    let columns = columns(ask, &rows);
    ask.table(rule, columns, rows)
}

fn columns(ask: &Ask, rows: &[Row]) -> Vec<Column> {
    let count = |(key, unit): &(&str, &'static str)| Column::count(key, unit);
    let mut columns = vec![Column::text("scenario"), Column::text("code")];
    columns.extend(COUNTS.iter().map(count));
    columns.extend([
        Column::count("max_strength_supporting", "0-4"),
        Column::count("max_strength_contradicting", "0-4"),
    ]);
    columns.push(strata_covered(ask.counted, rows, columns.len()));
    columns.extend([Column::text("best_quote"), Column::text("best_quote_ref")]);
    for value in ask.groups() {
        columns.extend(
            COUNTS
                .iter()
                .filter(|(key, _)| *key != REFERENCES)
                .map(|one| count(one).of_value(&value.key, &value.label)),
        );
    }
    columns
}

fn draft<'r, 'a>(
    ask: &Ask<'r, 'a>,
    scenario: &str,
    code: &str,
    behind: Behind<'r, 'a>,
    asked: Option<&[usize]>,
) -> Draft<'r, 'a> {
    let counted = ask.counted;
    let all = behind.all.tally();
    let mut cells = vec![Cell::text(scenario), Cell::text(code)];
    let of_row = counts(&all, asked.map(<[usize]>::len));
    cells.extend(of_row.into_iter().map(|(_, cell)| cell));
    let strength = |n: Option<u8>| n.map_or(Cell::Empty, |n| Cell::Integer(n.into()));
    let (supporting, contradicting) = behind.all.maxima();
    cells.extend([
        strength(supporting),
        strength(contradicting),
        Cell::text(behind.all.strata(counted)),
    ]);
    let groups = behind
        .groups
        .iter()
        .enumerate()
        .map(|(group, own)| {
            let asked = asked.map(|interviews| {
                interviews
                    .iter()
                    .filter_map(|at| counted.people.interviews.get(*at))
                    .filter(|interview| ask.in_group(interview, group))
                    .count()
            });
            (own.tally(), asked)
        })
        .flat_map(|(tally, asked)| counts(&tally, asked))
        .filter(|(key, _)| *key != REFERENCES)
        .map(|(_, cell)| cell)
        .collect();
    Draft {
        cells,
        groups,
        best: behind.all.best(),
        passages: behind.all.into_passages(),
    }
}

/// The cells of [`COUNTS`].
pub(super) fn counts(tally: &Tally, asked: Option<usize>) -> Vec<(&'static str, Cell)> {
    let (e, i) = (&tally.excerpts, &tally.interviews);
    let values = [
        Some(e.all()),
        Some(e.supporting),
        Some(e.contradicting),
        Some(e.mixed),
        Some(e.neutral),
        Some(tally.references),
        Some(i.all()),
        Some(tally.organisations),
        Some(i.supporting),
        Some(i.contradicting),
        Some(i.mixed),
        Some(i.neutral),
        asked,
    ];
    let keys = COUNTS.iter().map(|(key, _)| *key);
    keys.zip(values.map(Cell::maybe_count)).collect()
}

/// The quotes of the drafts by their place; each text is read once, and only those that hold one.
fn quotes(ask: &Ask, drafts: &[Draft]) -> HashMap<usize, String> {
    let mut by_version: BTreeMap<&VersionId, Vec<(usize, std::ops::Range<usize>)>> =
        BTreeMap::new();
    let mut quotes = HashMap::new();
    for (at, draft) in drafts.iter().enumerate() {
        match draft.best.map(|line| line.words) {
            Some(Words::Text(_, passage)) => by_version
                .entry(&passage.version)
                .or_default()
                .push((at, passage.span())),
            Some(Words::Note(id)) => {
                if let Some(note) = ask.counted.study.records.notes.get(id) {
                    quotes.insert(at, note.text.clone());
                }
            }
            None => {}
        }
    }
    for (version, wanted) in by_version {
        if let Some(text) = ask.context.texts.text(version) {
            for (at, span) in wanted {
                quotes.insert(at, text.slice(span).to_owned());
            }
        }
    }
    quotes
}

/// Which interviews were asked about which scenario.
struct Asked {
    by_scenario: HashMap<ScenarioId, Vec<usize>>,
    /// Scenarios, by key, that a question of a guide names.
    named: HashSet<String>,
}

impl Asked {
    fn of(ask: &Ask) -> Self {
        let study = ask.counted.study;
        let plans: Vec<_> = study
            .records
            .guides
            .values()
            .filter_map(|guide| Plan::parse(&guide.source).ok())
            .collect();
        let mut of_question: HashMap<&str, &str> = HashMap::new();
        for question in plans.iter().flat_map(Plan::questions) {
            if !question.scenario.is_empty() {
                of_question.insert(&question.key, &question.scenario);
            }
        }
        let counted: HashSet<usize> = ask.interviews().map(|(at, _)| at).collect();
        let mut by_scenario: HashMap<ScenarioId, Vec<usize>> = HashMap::new();
        let hidden = Hidden::of(study);
        for answer in study.records.answers.values() {
            if hidden.answer(answer) {
                continue;
            }
            let scenario = answer.scenario.clone().or_else(|| {
                let key = of_question.get(answer.question.as_str())?;
                Some(study.scenario_by_key(key)?.0.clone())
            });
            let Some(scenario) = scenario else { continue };
            let list = by_scenario.entry(scenario).or_default();
            let was_asked = matches!(
                answer.state,
                AnswerState::Answered
                    | AnswerState::Partial
                    | AnswerState::Refused
                    | AnswerState::Unknown
            );
            if let Some(at) = ask.counted.people.place(&answer.session)
                && was_asked
                && counted.contains(&at)
            {
                list.push(at);
            }
        }
        for list in by_scenario.values_mut() {
            list.sort_unstable();
            list.dedup();
        }
        Self {
            by_scenario,
            named: of_question.values().map(|key| (*key).to_owned()).collect(),
        }
    }

    /// Interviews asked about a scenario; `None` where no question is bound to it.
    fn interviews(&self, id: &ScenarioId, key: &str) -> Option<&[usize]> {
        match self.by_scenario.get(id) {
            Some(list) => Some(list),
            None => self.named.contains(key).then_some(&[]),
        }
    }
}
