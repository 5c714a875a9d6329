//! The study on a few pages: what the infographic and the slides show, and what a person's own template may use.

use super::facts::{Facts, Said, Scenario};
use crate::analysis::sample::held;
use crate::analysis::{Cell, Share};
use crate::export::report;
use crate::export::text::shown_alone;
use crate::study::word::Polarity;
use serde::Serialize;

/// The most competences that are ranked.
const COMPETENCES: usize = 12;
/// The most codes named under one verdict.
const NAMED: usize = 14;
/// Longest quote, in characters; a longer one is cut, and says so.
const QUOTE: usize = 220;

/// A figure: as it is printed, and as it is drawn.
#[derive(Debug, Clone, Default, Serialize, PartialEq, Eq)]
pub(super) struct Figure {
    /// As it is printed; `< 3` where it is masked, empty where there is none.
    pub(super) shown: String,
    /// As it is drawn; nothing where it is masked or there is none.
    pub(super) n: Option<u64>,
}

/// All of it.
#[derive(Debug, Clone, Serialize)]
pub(super) struct Overview {
    /// `fr` or `en`.
    pub(super) language: &'static str,
    pub(super) title: String,
    pub(super) aim: String,
    /// Date of the journal's head.
    pub(super) date: String,
    /// The journal's head.
    pub(super) head: String,
    pub(super) n_interviews: usize,
    pub(super) n_organisations: usize,
    pub(super) n_withdrawn: usize,
    /// Cells of fewer interviews are masked.
    pub(super) mask_under: u32,
    pub(super) strata: Vec<Stratum>,
    pub(super) scenarios: Vec<Support>,
    pub(super) competences: Vec<Competence>,
    /// Codes by verdict, as `key label`.
    pub(super) common: Vec<String>,
    pub(super) specific: Vec<String>,
    /// Counts asked of organisations: question, sum, how many answered.
    pub(super) counts: Vec<Count>,
    /// The rule of the evidence table, in full.
    pub(super) rule: String,
}

/// Interviews held in each value of a stratum.
#[derive(Debug, Clone, Serialize)]
pub(super) struct Stratum {
    pub(super) label: String,
    pub(super) values: Vec<Bar>,
}

/// A labelled figure.
#[derive(Debug, Clone, Serialize)]
pub(super) struct Bar {
    pub(super) label: String,
    #[serde(flatten)]
    pub(super) figure: Figure,
}

/// One scenario.
#[derive(Debug, Clone, Serialize)]
pub(super) struct Support {
    pub(super) key: String,
    pub(super) label: String,
    pub(super) summary: String,
    pub(super) asked: Figure,
    /// Interviews that say something on it.
    pub(super) heard: Figure,
    pub(super) supporting: Figure,
    pub(super) contradicting: Figure,
    pub(super) mixed: Figure,
    pub(super) neutral: Figure,
    /// Marks 1 to 5 and how many gave them; empty where nobody was asked.
    pub(super) marks: Vec<Bar>,
    /// Interviews that were asked for a mark.
    pub(super) marked_of: Figure,
    pub(super) median: String,
    /// How many are in favour, of how many, with the interval.
    pub(super) favourable: String,
    pub(super) quote_for: Option<Quoted>,
    pub(super) quote_against: Option<Quoted>,
}

/// One competence.
#[derive(Debug, Clone, Serialize)]
pub(super) struct Competence {
    pub(super) key: String,
    pub(super) label: String,
    /// Distinct interviews that speak of it.
    #[serde(flatten)]
    pub(super) figure: Figure,
}

/// Somebody's words.
#[derive(Debug, Clone, Serialize)]
pub(super) struct Quoted {
    pub(super) words: String,
    pub(super) reference: String,
    /// Where it comes from: interview, time, id of the coding.
    pub(super) source: String,
}

/// A count that was asked.
#[derive(Debug, Clone, Serialize)]
pub(super) struct Count {
    pub(super) question: String,
    pub(super) text: String,
    pub(super) sum: String,
    pub(super) n_answered: String,
}

impl Overview {
    /// Reads it from the figures of a study.
    pub(super) fn of(facts: &Facts) -> Self {
        let settings = facts.counted.study.settings();
        let evidence = facts.table("evidence");
        let scenarios = facts.scenarios();
        let date = facts.context.date;
        Self {
            language: facts.context.language.code(),
            title: settings.name.clone(),
            aim: settings.aim.clone(),
            date: date.map_or_else(String::new, |date| report::moment(facts.words, date, "")),
            head: facts.context.head.get(..12).unwrap_or("").to_owned(),
            n_interviews: evidence.map_or(0, |table| table.n_interviews),
            n_organisations: evidence.map_or(0, |table| table.n_organisations),
            n_withdrawn: evidence.map_or(0, |table| table.n_withdrawn),
            mask_under: settings.mask_under,
            strata: strata(facts),
            scenarios: scenarios.iter().map(|one| support(facts, one)).collect(),
            competences: competences(facts),
            common: named(facts, "common"),
            specific: named(facts, "specific"),
            counts: counts(facts),
            rule: evidence.map_or_else(String::new, |table| facts.words.say(&table.rule)),
        }
    }
}

fn figure(facts: &Facts, table: &str, row: usize, key: &str) -> Figure {
    let cell = facts.table(table).and_then(|table| table.cell(row, key));
    Figure {
        shown: facts.cell(table, row, key),
        n: cell.and_then(drawn),
    }
}

/// A count as it is drawn; nothing where it is hidden.
fn drawn(cell: &Cell) -> Option<u64> {
    match cell {
        Cell::Integer(n) => u64::try_from(*n).ok(),
        _ => None,
    }
}

fn strata(facts: &Facts) -> Vec<Stratum> {
    let Some(sample) = facts.table("sample") else {
        return Vec::new();
    };
    let dimensions = facts.counted.people.dimensions.iter();
    dimensions
        .filter(|dimension| dimension.stratum)
        .map(|dimension| Stratum {
            label: dimension.label.clone(),
            values: dimension
                .values
                .iter()
                .map(|value| {
                    let cell = held(sample, dimension, value);
                    Bar {
                        label: value.label.clone(),
                        figure: Figure {
                            shown: shown_alone(cell, facts.words),
                            n: drawn(cell),
                        },
                    }
                })
                .collect(),
        })
        .collect()
}

fn support(facts: &Facts, scenario: &Scenario) -> Support {
    let of = |key: &str| figure(facts, "evidence", scenario.total, key);
    let rated = facts
        .rows("adherence", "scenario", scenario.key)
        .first()
        .copied();
    let rating =
        |key: &str| rated.map_or_else(String::new, |row| facts.cell("adherence", row, key));
    let marks = rated.map_or_else(Vec::new, |row| {
        (1..=5)
            .map(|mark| Bar {
                label: mark.to_string(),
                figure: figure(facts, "adherence", row, &format!("n_{mark}")),
            })
            .collect()
    });
    let quote = |polarity| {
        let said = facts.quotes(scenario, polarity);
        // one that fits whole before one that is cut
        let whole = said.iter().find(|said| said.words.chars().count() <= QUOTE);
        whole.or(said.first()).map(|said| quoted(said))
    };
    Support {
        key: scenario.key.to_owned(),
        label: scenario.label.to_owned(),
        summary: scenario.summary.to_owned(),
        asked: of("n_asked"),
        heard: of("n_interviews"),
        supporting: of("n_supporting"),
        contradicting: of("n_contradicting"),
        mixed: of("n_mixed"),
        neutral: of("n_neutral"),
        marks,
        marked_of: rated.map_or_else(Figure::default, |row| {
            figure(facts, "adherence", row, "n_asked")
        }),
        median: rating("median"),
        favourable: rating("favourable"),
        quote_for: quote(Polarity::Supports),
        quote_against: quote(Polarity::Contradicts),
    }
}

fn quoted(said: &Said) -> Quoted {
    let words = said.words.replace('\n', " ");
    let words = match words.char_indices().nth(QUOTE) {
        None => words,
        Some((end, _)) => {
            let cut = words.get(..end).unwrap_or("");
            let whole = cut
                .rsplit_once(char::is_whitespace)
                .map_or(cut, |(before, _)| before);
            format!("{whole} […]")
        }
    };
    Quoted {
        words,
        reference: said.reference.clone(),
        source: format!("{} · {}", said.reference, said.id),
    }
}

/// Codes by distinct interviews, the most cited first; of equals, the codebook's order.
fn competences(facts: &Facts) -> Vec<Competence> {
    let Some(table) = facts.table("codes") else {
        return Vec::new();
    };
    let mut ranked: Vec<(usize, u64)> = (0..table.rows.len())
        .filter_map(|row| Some((row, figure(facts, "codes", row, "n_interviews").n?)))
        .filter(|(_, n)| *n > 0)
        .collect();
    ranked.sort_by_key(|(row, n)| (std::cmp::Reverse(*n), *row));
    ranked
        .into_iter()
        .take(COMPETENCES)
        .map(|(row, _)| Competence {
            key: facts.cell("codes", row, "code"),
            label: facts.code_label(row),
            figure: figure(facts, "codes", row, "n_interviews"),
        })
        .collect()
}

fn named(facts: &Facts, verdict: &str) -> Vec<String> {
    let rows = facts.table("common").map_or(0, |table| table.rows.len());
    (0..rows)
        .filter(|row| facts.cell_key("common", *row, "verdict").as_deref() == Some(verdict))
        .map(|row| facts.code_label(row))
        .take(NAMED)
        .collect()
}

fn counts(facts: &Facts) -> Vec<Count> {
    let Some(table) = facts.table("answers") else {
        return Vec::new();
    };
    let guide = facts.counted.study.guide();
    (0..table.rows.len())
        .filter(|row| {
            // neither the sum nor whom it is of is masked
            ["sum", "n_answered", "n_asked"].iter().all(|key| {
                let cell = table.cell(*row, key);
                matches!(cell, Some(Cell::Integer(_) | Cell::Number(_)))
            })
        })
        .map(|row| {
            let question = facts.cell("answers", row, "question");
            let text = guide.as_ref().and_then(|plan| {
                let mut questions = plan.questions();
                let found = questions.find(|one| one.key == question)?;
                Some(found.text.clone())
            });
            Count {
                text: text.unwrap_or_default(),
                question,
                sum: facts.cell("answers", row, "sum"),
                n_answered: Share {
                    k: count(facts, row, "n_answered"),
                    n: count(facts, row, "n_asked"),
                }
                .text(),
            }
        })
        .collect()
}

fn count(facts: &Facts, row: usize, key: &str) -> usize {
    let n = figure(facts, "answers", row, key).n.unwrap_or(0);
    usize::try_from(n).unwrap_or(usize::MAX)
}
