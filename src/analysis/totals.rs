//! `totals`: from answers of a stratified sample to a whole population, with how sure that is.
//!
//! For a stratum of N with n answers of mean m and variance s²: total N·m, standard error N·√((1 − n/N)·s²/n). The
//! whole is the sum of the strata; its squared error is the sum of theirs. Never the mean of all times all.
//!
//! An interview with people of two strata counts once in each of them and once in the whole; the note says so.

use super::ask::Ask;
use super::mask::{Down, Lines, Shape};
use super::people::{DimensionValue, Interview};
use super::questions::{
    Asked, ByInterview, Figure, Given, answers, figure_of, ids, mean, questions, variance,
};
use super::table::{Behind, Cell, Column, Row, Table};
use crate::i18n::{Message, Words};
use crate::message;
use crate::study::guide::QuestionKind;
use std::collections::BTreeMap;

/// What is known of one stratum, or of the whole.
#[derive(Debug, Clone, PartialEq)]
struct Estimate {
    universe: Option<f64>,
    n: usize,
    mean: Option<f64>,
    variance: Option<f64>,
    total: Option<f64>,
    error: Option<f64>,
    ranges: usize,
    /// Interviews that stand in several of the strata added up.
    shared: usize,
}

/// What its figures stand for: the strata of a question add up to the whole.
pub const SHAPE: Shape = Shape {
    lines: Lines::With("n_answered"),
    counts: &["n_answered"],
    follows: &[
        ("mean", &["n_answered"]),
        ("variance", &["n_answered"]),
        ("total", &["n_answered"]),
        ("standard_error", &["n_answered"]),
        ("note", &["n_answered"]),
    ],
    down: Some((by_block, &["n_answered"])),
    ..Shape::NONE
};

/// The strata of each question and attribute, with the line of the whole.
fn by_block(table: &Table) -> Vec<Down> {
    let text = |row: usize, key: &str| match table.cell(row, key) {
        Some(Cell::Text(text)) => text.clone(),
        _ => String::new(),
    };
    let mut blocks: BTreeMap<(String, String), Down> = BTreeMap::new();
    for row in 0..table.rows.len() {
        let block = blocks
            .entry((text(row, "question"), text(row, "attribute")))
            .or_insert_with(|| Down {
                total: None,
                parts: Vec::new(),
            });
        if text(row, "stratum").is_empty() {
            block.total = Some(row);
        } else {
            block.parts.push(row);
        }
    }
    blocks.into_values().collect()
}

/// Makes the table.
pub fn make(ask: &Ask) -> Table {
    let given = answers(ask);
    let blocks: Vec<usize> = match ask.by {
        Some(by) => vec![by],
        None => ask
            .counted
            .people
            .dimensions
            .iter()
            .enumerate()
            .filter(|(_, d)| d.stratum && d.values.iter().any(|value| value.universe.is_some()))
            .map(|(at, _)| at)
            .collect(),
    };
    let mut rows = Vec::new();
    let mut behind = Vec::new();
    let mut notes: BTreeMap<String, String> = BTreeMap::new();
    for question in questions(ask) {
        if !matches!(question.kind, None | Some(QuestionKind::Count)) {
            continue;
        }
        let Some(of_question) = given.get(question.key.as_str()) else {
            continue;
        };
        let figures: BTreeMap<usize, Figure> = of_question
            .iter()
            .filter_map(|(at, answers)| Some((*at, figure_of(answers)?)))
            .collect();
        if figures.is_empty() {
            continue;
        }
        let unit = unit(&question, of_question.values().flatten());
        for block in &blocks {
            for (row, note) in of_block(ask, &question, unit, *block, &figures) {
                notes.extend(named(ask, &row, &note));
                rows.push(row);
            }
            behind.extend(answers_of_block(ask, *block, of_question));
        }
    }
    let dimensions = || {
        let all = &ask.counted.people.dimensions;
        blocks.iter().filter_map(|at| all.get(*at))
    };
    let strata = dimensions()
        .flat_map(|d| &d.values)
        .map(|value| (value.key.clone(), value.label.clone()));
    let columns = vec![
        Column::text("question"),
        Column::text("unit"),
        Column::text("attribute").named(dimensions().map(|d| (d.key.to_owned(), d.label.clone()))),
        Column::text("stratum").named(strata),
        Column::count("universe", "organisations"),
        Column::count("n_answered", "interviews"),
        Column::number("mean", ""),
        Column::number("variance", ""),
        Column::number("total", ""),
        Column::number("standard_error", ""),
        Column::text("note").named(notes),
    ];
    ask.table(message!("analysis-rule-totals"), columns, rows)
        .with_answers(behind)
}

/// Place of the first figure that comes of answers, and how many there are: those that left a range out, refused or did
/// not know are in the row, not in them.
const FIGURES: (usize, usize) = (5, 5);

/// The answers behind the rows of a block, stratum by stratum, then the whole.
fn answers_of_block(ask: &Ask, block: usize, of_question: &ByInterview) -> Vec<Behind> {
    let people = &ask.counted.people;
    let n = people.dimensions.get(block).map_or(0, |d| d.values.len());
    let of = |fits: &dyn Fn(&Interview) -> bool| {
        let own: Vec<&Vec<Given>> = of_question
            .iter()
            .filter(|(at, _)| people.interviews.get(**at).is_some_and(fits))
            .map(|(_, answers)| answers)
            .collect();
        let counted = own
            .iter()
            .filter(|answers| matches!(figure_of(answers), Some(Figure::One(_))));
        let counted = counted.flat_map(|answers| answers.iter().filter(|one| one.is_said()));
        let (first, figures) = FIGURES;
        let cells = std::iter::repeat_n(ids(counted), figures);
        Behind::new(ids(own.iter().flat_map(|answers| *answers)), first, cells)
    };
    let stratum = |value: usize| of(&|interview| interview.has(block, value));
    let whole = of(&|interview| (0..n).any(|value| interview.has(block, value)));
    (0..n).map(stratum).chain([whole]).collect()
}

fn unit<'a>(question: &'a Asked, mut answers: impl Iterator<Item = &'a Given<'a>>) -> &'a str {
    if question.unit.is_empty() {
        answers
            .find(|answer| !answer.unit.is_empty())
            .map_or("", |answer| &answer.unit)
    } else {
        &question.unit
    }
}

fn of_block(
    ask: &Ask,
    question: &Asked,
    unit: &str,
    block: usize,
    figures: &BTreeMap<usize, Figure>,
) -> Vec<(Row, Vec<Message>)> {
    let people = &ask.counted.people;
    let Some(dimension) = people.dimensions.get(block) else {
        return Vec::new();
    };
    let strata: Vec<(&DimensionValue, Estimate)> = dimension
        .values
        .iter()
        .enumerate()
        .map(|(at, value)| {
            let own = figures.iter().filter(|(interview, _)| {
                let interview = people.interviews.get(**interview);
                interview.is_some_and(|interview| interview.has(block, at))
            });
            let universe = value.universe.map(|n| n as f64);
            (value, stratum(universe, own.map(|(_, figure)| *figure)))
        })
        .collect();
    let whole = whole(
        &strata.iter().map(|(_, estimate)| estimate),
        figures.iter().filter_map(|(interview, figure)| {
            let interview = people.interviews.get(*interview)?;
            let values = 0..dimension.values.len();
            Some((
                values.filter(|at| interview.has(block, *at)).count(),
                *figure,
            ))
        }),
    );
    let row = |stratum: &str, estimate: &Estimate, note: Vec<Message>| {
        let cells = vec![
            Cell::text(question.key.as_str()),
            Cell::text(unit),
            Cell::text(dimension.key),
            Cell::text(stratum),
            Cell::maybe_count(estimate.universe.map(|n| n as usize)),
            Cell::count(estimate.n),
            Cell::maybe_number(estimate.mean),
            Cell::maybe_number(estimate.variance),
            Cell::maybe_number(estimate.total),
            Cell::maybe_number(estimate.error),
            Cell::text(joined(&note, Cell::data_words)),
        ];
        let passages = Vec::new();
        (Row { cells, passages }, note)
    };
    strata
        .iter()
        .map(|(value, estimate)| row(&value.key, estimate, note(estimate, false)))
        .chain(std::iter::once(row("", &whole, note(&whole, true))))
        .collect()
}

fn stratum(universe: Option<f64>, figures: impl Iterator<Item = Figure>) -> Estimate {
    let mut values = Vec::new();
    let mut ranges = 0;
    for figure in figures {
        match figure {
            Figure::One(n) => values.push(n),
            Figure::Range(..) => ranges += 1,
        }
    }
    let n = values.len();
    let (mean, variance) = (mean(&values), variance(&values));
    let total = universe.zip(mean).map(|(universe, mean)| universe * mean);
    let error = universe.zip(variance).map(|(universe, variance)| {
        let left = (1.0 - n as f64 / universe).max(0.0);
        universe * (left * variance / n as f64).sqrt()
    });
    Estimate {
        universe,
        n,
        mean,
        variance,
        total,
        error,
        ranges,
        shared: 0,
    }
}

/// The whole: known only where every stratum is. Each interview comes with the number of strata it stands in.
fn whole<'e>(
    strata: &(impl Iterator<Item = &'e Estimate> + Clone),
    interviews: impl Iterator<Item = (usize, Figure)>,
) -> Estimate {
    let (mut n, mut ranges, mut shared) = (0, 0, 0);
    for (places, figure) in interviews.filter(|(places, _)| *places > 0) {
        match figure {
            Figure::One(_) => n += 1,
            Figure::Range(..) => ranges += 1,
        }
        shared += usize::from(places > 1);
    }
    let sum =
        |part: fn(&Estimate) -> Option<f64>| -> Option<f64> { strata.clone().map(part).sum() };
    let universe = sum(|e| e.universe);
    let total = sum(|e| e.total);
    Estimate {
        universe,
        n,
        mean: total
            .zip(universe.filter(|n| *n > 0.0))
            .map(|(total, n)| total / n),
        variance: None,
        total,
        error: sum(|e| e.error.map(|error| error.powi(2))).map(f64::sqrt),
        ranges,
        shared,
    }
}

fn joined(notes: &[Message], say: impl Fn(&Message) -> String) -> String {
    let notes: Vec<String> = notes.iter().map(say).collect();
    notes.join("; ")
}

/// What a reader calls the note of a row.
fn named(ask: &Ask, row: &Row, note: &[Message]) -> Option<(String, String)> {
    let words = Words::new(ask.context.language);
    match row.cells.last()? {
        Cell::Text(word) => Some((word.clone(), joined(note, |note| words.say(note)))),
        _ => None,
    }
}

/// Why a figure is missing, and what was left out of it.
fn note(estimate: &Estimate, whole: bool) -> Vec<Message> {
    let mut notes = Vec::new();
    if estimate.universe.is_none() {
        notes.push(message!("analysis-note-no-universe"));
    } else if estimate.total.is_none() {
        notes.push(if whole {
            message!("analysis-note-stratum-empty")
        } else {
            message!("analysis-note-no-answer")
        });
    } else if estimate.error.is_none() {
        notes.push(message!("analysis-note-no-variance"));
    }
    if estimate.ranges > 0 {
        notes.push(message!("analysis-note-ranges", n = estimate.ranges));
    }
    if estimate.shared > 0 {
        notes.push(message!(
            "analysis-note-several-strata",
            n = estimate.shared
        ));
    }
    notes
}

#[cfg(test)]
mod tests {
    use super::*;

    fn note(estimate: &Estimate, whole: bool) -> String {
        let notes = super::note(estimate, whole);
        notes.iter().map(Cell::data_words).collect()
    }

    fn of(universe: f64, values: &[f64]) -> Estimate {
        stratum(Some(universe), values.iter().map(|n| Figure::One(*n)))
    }

    fn all_of(strata: &[Estimate]) -> Estimate {
        let one_place = |n: usize| std::iter::repeat_n((1, Figure::One(0.0)), n);
        let n = strata.iter().map(|e| e.n).sum();
        whole(&strata.iter(), one_place(n))
    }

    fn near(a: Option<f64>, b: f64, within: f64) {
        assert!((a.unwrap() - b).abs() < within, "{a:?} is not {b}");
    }

    #[test]
    fn the_worked_total_is_weighted_by_stratum() {
        let strata = [
            of(3000.0, &[0., 0., 1., 0., 2., 0., 0., 1., 0., 0., 0., 1.]),
            of(1150.0, &[2., 1., 0., 3., 1., 2.]),
            of(150.0, &[6., 9.]),
        ];
        for (estimate, mean, variance) in [
            (&strata[0], 0.4167, 0.4470),
            (&strata[1], 1.5, 1.1),
            (&strata[2], 7.5, 4.5),
        ] {
            near(estimate.mean, mean, 0.00005);
            near(estimate.variance, variance, 0.00005);
        }
        let all = all_of(&strata);
        near(all.total, 4100.0, 1e-6);
        near(all.error, 790.6, 0.05);
        assert_eq!((all.universe, all.n), (Some(4300.0), 20));
        assert_eq!(note(&all, true), "");
    }

    #[test]
    fn one_answer_has_no_variance_and_none_no_total() {
        let strata = [of(100.0, &[1., 2.]), of(10.0, &[3.])];
        let all = all_of(&strata);
        near(all.total, 180.0, 1e-9);
        assert_eq!(
            (all.error, &*note(&all, true)),
            (None, "variance not estimable")
        );
        let strata = [of(100.0, &[1., 2.]), of(10.0, &[])];
        let all = all_of(&strata);
        assert_eq!(
            (all.total, &*note(&all, true)),
            (None, "a stratum has no answer")
        );
        let ranged = stratum(
            Some(10.0),
            [Figure::One(1.0), Figure::One(2.0), Figure::Range(3.0, 5.0)].into_iter(),
        );
        assert_eq!((ranged.n, &*note(&ranged, false)), (2, "1 range left out"));
    }

    #[test]
    fn who_stands_in_two_strata_counts_once_in_the_whole() {
        let strata = [of(100.0, &[1., 2.]), of(10.0, &[2., 4.])];
        let interviews = [
            (1, Figure::One(1.0)),
            (2, Figure::One(2.0)),
            (1, Figure::One(4.0)),
            (2, Figure::Range(1.0, 2.0)),
            (0, Figure::One(9.0)),
        ];
        let all = whole(&strata.iter(), interviews.into_iter());
        near(all.total, 180.0, 1e-9);
        assert_eq!((all.n, all.ranges, all.shared), (3, 1, 2));
        assert_eq!(
            note(&all, true),
            "1 range left out2 interviews in several strata, counted once"
        );
    }
}
