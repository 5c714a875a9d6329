//! `saturation` and `saturation-runs`: new codes interview by interview, and after which interview they cease (Guest,
//! Namey and Chen 2020).

mod series;

use super::ask::Ask;
use super::mask::{self, Down, Lines, Shape};
use super::table::{Cell, Column, Row, Table};
use crate::i18n::Message;
use crate::message;
use crate::study::id::CodingId;
use series::{Codes, Reached, new_codes, reached, spread};
use std::collections::{BTreeMap, HashMap};

/// Shuffled orders that the spread is taken from.
const SHUFFLES: usize = 1_000;
/// The seed, where none is asked for.
const SEED: u64 = 1;
const BASES: [usize; 3] = [4, 5, 6];
const RUNS: [usize; 2] = [2, 3];
const PERCENTS: [usize; 2] = [5, 0];

/// One interview in its order.
struct Step<'a> {
    key: &'a str,
    codes: Codes,
    passages: Vec<(usize, CodingId)>,
}

/// The interviews of the whole, or of one stratum.
struct Series<'a> {
    stratum: &'a str,
    steps: Vec<Step<'a>>,
}

impl Series<'_> {
    fn codes(&self) -> Vec<&Codes> {
        self.steps.iter().map(|step| &step.codes).collect()
    }
}

/// The runs of one kind, stratum by stratum, and those of the whole.
fn strata(table: &Table) -> Vec<Down> {
    let text = |row: usize, key: &str| match table.cell(row, key) {
        Some(Cell::Text(text)) => text.clone(),
        Some(Cell::Integer(n)) => n.to_string(),
        _ => String::new(),
    };
    let mut kinds: BTreeMap<[String; 3], Down> = BTreeMap::new();
    for row in 0..table.rows.len() {
        let kind = ["base", "run", "threshold"].map(|key| text(row, key));
        let own = kinds.entry(kind).or_insert_with(|| Down {
            total: None,
            parts: Vec::new(),
        });
        if text(row, "stratum").is_empty() {
            own.total = Some(row);
        } else {
            own.parts.push(row);
        }
    }
    kinds.into_values().collect()
}

/// What the figures of the runs stand for.
pub const SHAPE_OF_RUNS: Shape = Shape {
    down: Some((strata, &["n_interviews"])),
    lines: Lines::With("n_interviews"),
    counts: &["n_interviews"],
    follows: &[
        ("reached", &["n_interviews"]),
        ("n_base", &["n_interviews"]),
        ("note", &["n_interviews"]),
    ],
    ..Shape::NONE
};

/// Makes the table of new codes.
pub fn make(ask: &Ask) -> Table {
    let seed = ask.options.seed.unwrap_or(SEED);
    let mut rows = Vec::new();
    let under = ask.options.mask_under as usize;
    let all = all(ask);
    let few = few(ask, &all);
    let mut left_out = 0;
    for (series, few) in all.into_iter().zip(few) {
        let codes = series.codes();
        let new = new_codes(&codes);
        let spread = spread(&codes, SHUFFLES, seed);
        let mut sum = 0;
        for (at, ((step, new), [least, middle, most])) in
            series.steps.iter().zip(new).zip(spread).enumerate()
        {
            sum += new;
            // one interview's codes, and what it adds, are of one interview
            if under > 1 {
                if few || at + 1 < under {
                    left_out += 1;
                    continue;
                }
                let masked = || Cell::Masked(0);
                let spread = [least, middle, most].map(Cell::count);
                let mut cells = vec![Cell::count(at + 1), masked(), masked(), masked(), masked()];
                cells.extend(spread);
                cells.push(Cell::text(series.stratum));
                rows.push(Row {
                    cells,
                    passages: Vec::new(),
                });
                continue;
            }
            let mut cells = vec![Cell::count(at + 1), Cell::text(step.key)];
            cells.extend(
                [step.codes.len(), new, sum, least, middle, most]
                    .into_iter()
                    .map(Cell::count),
            );
            cells.push(Cell::text(series.stratum));
            rows.push(Row {
                cells,
                passages: step.passages.iter().map(|(_, id)| id.clone()).collect(),
            });
        }
    }
    let mut columns = vec![
        Column::count("position", ""),
        Column::text("interview").described("analysis-column-interview-plain"),
    ];
    columns.extend(
        [
            "n_codes",
            "n_new",
            "n_cumulated",
            "min_cumulated",
            "median_cumulated",
            "max_cumulated",
        ]
        .map(|key| Column::count(key, "codes")),
    );
    columns.push(Column::text("stratum").described("analysis-column-stratum-saturation"));
    let rule = message!(
        "analysis-rule-saturation",
        order = order_of(ask),
        shuffles = SHUFFLES as i64,
        seed = seed.to_string(),
        rules = ask.rules()
    );
    let mut table = ask.table(rule, columns, rows);
    table.left_out = left_out;
    table
}

/// Makes the table of runs.
pub fn make_runs(ask: &Ask) -> Table {
    let mut rows = Vec::new();
    for series in all(ask) {
        let new = new_codes(&series.codes());
        for base in BASES {
            for run in RUNS {
                for percent in PERCENTS {
                    let reached = reached(&new, base, run, percent);
                    rows.push(run_row(&series, &new, (base, run, percent), reached));
                }
            }
        }
    }
    let columns = vec![
        Column::count("base", "interviews"),
        Column::count("run", "interviews"),
        Column::text("threshold"),
        Column::text("reached"),
        Column::text("stratum").described("analysis-column-stratum-saturation"),
        Column::count("n_interviews", "interviews")
            .described("analysis-column-n-interviews-series"),
        Column::count("n_base", "codes"),
        Column::text("note").described("analysis-column-note-saturation"),
    ];
    let rule = message!(
        "analysis-rule-saturation-runs",
        order = order_of(ask),
        rules = ask.rules()
    );
    ask.table(rule, columns, rows)
}

/// Which of the series are of too few interviews to be shown; none where nothing is hidden.
fn few(ask: &Ask, all: &[Series]) -> Vec<bool> {
    let sizes: Vec<usize> = all.iter().map(|series| series.steps.len()).collect();
    let under = ask.options.mask_under as usize;
    let (whole, strata) = sizes.split_first().unwrap_or((&0, &[]));
    let whole = (1..under).contains(whole);
    std::iter::once(whole)
        .chain(mask::hidden(strata, under))
        .collect()
}

fn run_row(
    series: &Series,
    new: &[usize],
    (base, run, percent): (usize, usize, usize),
    reached: Reached,
) -> Row {
    let na = || Cell::Said(message!("analysis-na"));
    let (cell, note) = match reached {
        Reached::After(n) => (Cell::text(format!("{n}(+{run})")), Cell::Empty),
        Reached::Never => (
            Cell::Said(message!("analysis-saturation-never")),
            Cell::Empty,
        ),
        Reached::TooFew => (
            na(),
            Cell::Said(message!("analysis-saturation-too-few", n = base + run)),
        ),
        Reached::EmptyBase => (na(), Cell::Said(message!("analysis-saturation-empty-base"))),
    };
    let in_base = (reached != Reached::TooFew).then(|| new.iter().take(base).sum::<usize>());
    // what stands behind it: the words of the base and of the run
    let passages = match reached {
        Reached::After(n) => series
            .steps
            .iter()
            .take(n + run)
            .flat_map(|step| step.passages.iter().map(|(_, id)| id.clone()))
            .collect(),
        _ => Vec::new(),
    };
    Row {
        cells: vec![
            Cell::count(base),
            Cell::count(run),
            Cell::text(format!("{percent}%")),
            cell,
            Cell::text(series.stratum),
            Cell::count(series.steps.len()),
            Cell::maybe_count(in_base),
            note,
        ],
        passages,
    }
}

/// The order of the interviews, in words.
fn order_of(ask: &Ask) -> Message {
    if by_start(ask) {
        message!("analysis-order-start")
    } else {
        message!("analysis-order-study")
    }
}

/// Whether all interviews have a start.
fn by_start(ask: &Ask) -> bool {
    ask.interviews()
        .all(|(_, interview)| start(ask, interview.id).is_some())
}

fn start(ask: &Ask, id: &crate::study::id::SessionId) -> Option<jiff::Timestamp> {
    ask.counted.study.records.sessions.get(id)?.started_at
}

/// The whole, then each stratum asked for.
fn all<'r>(ask: &Ask<'r, '_>) -> Vec<Series<'r>> {
    let counted = ask.counted;
    let mut order: Vec<usize> = ask.interviews().map(|(at, _)| at).collect();
    if by_start(ask) {
        let begun = |at: &usize| {
            let interview = counted.people.interviews.get(*at)?;
            start(ask, interview.id)
        };
        order.sort_by_key(|at| (begun(at), *at));
    }
    let series = |stratum: &'r str, group: Option<usize>| {
        let mut steps: Vec<Step> = Vec::new();
        let mut places: HashMap<usize, usize> = HashMap::new();
        for at in &order {
            let Some(interview) = counted.people.interviews.get(*at) else {
                continue;
            };
            if group.is_none_or(|group| ask.in_group(interview, group)) {
                places.insert(*at, steps.len());
                steps.push(Step {
                    key: interview.key,
                    codes: Codes::none(counted.codes.len()),
                    passages: Vec::new(),
                });
            }
        }
        for line in counted.lines.iter().filter(|line| ask.takes_here(line)) {
            if group.is_some() && ask.group_of(line) != group {
                continue;
            }
            let step = line
                .interview
                .and_then(|at| places.get(&at))
                .and_then(|at| steps.get_mut(*at));
            if let Some(step) = step {
                step.codes.insert(line.code);
                step.passages.push((line.code, line.id.clone()));
            }
        }
        Series { stratum, steps }
    };
    let mut all = vec![series("", None)];
    for (group, value) in ask.groups().iter().enumerate() {
        all.push(series(&value.key, Some(group)));
    }
    all
}
