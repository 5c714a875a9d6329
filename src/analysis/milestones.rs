//! Two states of one study, compared: what was coded, recoded, removed, withdrawn, answered, and which figures of every table
//! moved by it.

mod account;

pub use account::{Account, accounts};

use super::table::{Cell, Column, ColumnType, Table};
use super::{Context, Counted, Options, TableError, names, run_on};
use crate::i18n::Words;
use crate::message;
use crate::study::Study;
use crate::study::id::{AnswerId, CodingId};
use crate::study::word::Consent;
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// Ids of codings, by what became of them.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Why {
    /// There only later.
    pub coded: Vec<String>,
    /// There in both, with other words, code, strength or polarity.
    pub recoded: Vec<String>,
    /// There only before, and deleted.
    pub removed: Vec<String>,
    /// There only before: their interview was withdrawn.
    pub withdrawn: Vec<String>,
    /// Answers that are new, other ones, or gone.
    pub answers: Vec<String>,
}

impl Why {
    /// In words, what there is nothing of aside.
    pub fn say(&self, words: Words) -> String {
        if self.is_empty() {
            return words.say(&message!("analysis-moved-other"));
        }
        let parts = [
            message!("analysis-moved-coded", n = self.coded.len()),
            message!("analysis-moved-recoded", n = self.recoded.len()),
            message!("analysis-moved-removed", n = self.removed.len()),
            message!("analysis-moved-withdrawn", n = self.withdrawn.len()),
            message!("analysis-moved-answers", n = self.answers.len()),
        ];
        let said: Vec<String> = parts
            .iter()
            .map(|part| words.say(part))
            .filter(|said| !said.is_empty())
            .collect();
        said.join(", ")
    }

    /// Whether no coding and no answer explains it: then the interviews, the people, the codebook or the rules do.
    pub fn is_empty(&self) -> bool {
        let Self {
            coded,
            recoded,
            removed,
            withdrawn,
            answers,
        } = self;
        [coded, recoded, removed, withdrawn, answers]
            .iter()
            .all(|list| list.is_empty())
    }
}

/// What stands in a cell.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(untagged)]
pub enum Value {
    /// A whole number.
    Whole(i64),
    /// A number.
    Number(f64),
    /// A share, a verdict, a state: as files write it.
    Words(String),
}

impl Value {
    fn of(column: &Column, cell: &Cell) -> Option<Self> {
        match cell {
            Cell::Integer(n) => Some(Self::Whole(*n)),
            Cell::Number(n) => Some(Self::Number(*n)),
            Cell::Share(share) => Some(Self::Words(share.text())),
            Cell::Said(message) => Some(Self::Words(Cell::data_words(message))),
            // a word of a fixed list: a state
            Cell::Text(word) if !column.names.is_empty() && !NAMES.contains(&&*column.key) => {
                Some(Self::Words(word.clone()))
            }
            _ => None,
        }
    }

    /// Nothing comes or goes with a row of nothing.
    fn is_nothing(&self) -> bool {
        matches!(self, Self::Whole(0))
    }
}

impl std::fmt::Display for Value {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Whole(n) => n.fmt(f),
            Self::Number(n) => write!(f, "{}", (n * 10_000.0).round() / 10_000.0),
            Self::Words(words) => f.write_str(words),
        }
    }
}

/// Columns that name a row, in whatever table.
const NAMES: &[&str] = &[
    "scenario",
    "code",
    "other_code",
    "question",
    "option",
    "part",
    "field",
    "value",
    "target",
    "interview",
    "document",
    "coder",
    "unit",
    "coefficient",
    "criterion",
    "finding",
    "certification",
    "attribute",
    "stratum",
    "of",
    "key",
    "step",
    "base",
    "run",
    "threshold",
    "position",
];

/// A figure that is another one.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Moved {
    /// The table.
    pub table: &'static str,
    /// What its row is of, as files write it, parted by ` · `; nothing for a total.
    pub row: String,
    /// Key of the scenario, where the row has one.
    pub scenario: String,
    /// Key of the code; empty for the total.
    pub code: String,
    /// Name of the column.
    pub figure: String,
    /// What it was; none where there was no such row.
    pub before: Option<Value>,
    /// What it is; none where there is no such row any more.
    pub after: Option<Value>,
    /// The codings and answers behind it that changed.
    pub why: Why,
    /// Its column, for readers.
    #[serde(skip)]
    pub column: Arc<Column>,
    /// What its row is of, column by column, for readers.
    #[serde(skip)]
    pub of: Vec<(Arc<Column>, Cell)>,
    /// The cells then and now, for readers.
    #[serde(skip)]
    pub cells: [Option<Cell>; 2],
    /// Places of its row in the tables of then and now; none where there was no such row.
    #[serde(skip)]
    pub lines: [Option<usize>; 2],
}

/// What differs between two states.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct Diff {
    /// What became of the codings.
    #[serde(flatten)]
    pub why: Why,
    /// Keys of the interviews that were not there before.
    pub interviews: Vec<String>,
    /// Figures that moved, table by table.
    pub figures: Vec<Moved>,
}

impl std::ops::Deref for Diff {
    type Target = Why;

    fn deref(&self) -> &Why {
        &self.why
    }
}

/// Every table of a study, as it is asked for without more.
pub fn tables(counted: &Counted, context: &Context) -> Result<Vec<Table>, TableError> {
    let options = Options::default();
    names()
        .map(|name| run_on(name, counted, context, &options))
        .collect()
}

/// Compares two states with their tables, the earlier first.
pub fn compare(before: (&Study, &[Table]), after: (&Study, &[Table])) -> Diff {
    let fates = Fates::of(before.0, after.0);
    let known: BTreeSet<_> = before.0.records.sessions.keys().collect();
    let new = after.0.sessions().into_iter();
    let pairs = after.1.iter().filter_map(|now| {
        let then = before.1.iter().find(|then| then.name == now.name)?;
        Some((then, now))
    });
    Diff {
        why: fates.all(),
        interviews: new
            .filter(|(id, _)| !known.contains(id))
            .filter(|(id, _)| after.0.session_consent(id) != Consent::Withdrawn)
            .map(|(_, session)| session.key.clone())
            .collect(),
        figures: pairs
            .flat_map(|(then, now)| figures(then, now, &fates))
            .collect(),
    }
}

/// What became of each coding and answer that is not as it was.
struct Fates<'a> {
    codings: BTreeMap<&'a CodingId, Fate>,
    answers: BTreeSet<&'a AnswerId>,
}

impl<'a> Fates<'a> {
    fn of(before: &'a Study, after: &'a Study) -> Self {
        let mut codings: BTreeMap<&CodingId, Fate> = BTreeMap::new();
        let all = before.records.codings.keys();
        for id in all.chain(after.records.codings.keys()) {
            let fate = match (before.coding_state(id), after.coding_state(id)) {
                (None, Some(_)) => Fate::Coded,
                (Some(then), Some(now)) if then != now => Fate::Recoded,
                (Some(_), None) if is_withdrawn(after, id) => Fate::Withdrawn,
                (None, None) if is_withdrawn_between(before, after, id) => Fate::Withdrawn,
                (Some(_), None) => Fate::Removed,
                _ => continue,
            };
            codings.insert(id, fate);
        }
        let there = |study: &'a Study, id: &AnswerId| {
            let answer = study.records.answers.get(id)?;
            let gone = study.session_consent(&answer.session) == Consent::Withdrawn;
            (!gone).then_some(answer)
        };
        let all = before.records.answers.keys();
        let all: BTreeSet<&AnswerId> = all.chain(after.records.answers.keys()).collect();
        let answers = all
            .into_iter()
            .filter(|id| there(before, id) != there(after, id))
            .collect();
        Self { codings, answers }
    }

    fn all(&self) -> Why {
        let codings = self.codings.iter().map(|(id, fate)| (*id, *fate));
        Why::of(codings, self.answers.iter().copied())
    }

    fn among(&self, codings: &BTreeSet<&CodingId>, answers: &BTreeSet<&AnswerId>) -> Why {
        let own = codings
            .iter()
            .filter_map(|id| Some((*id, *self.codings.get(*id)?)));
        Why::of(own, answers.intersection(&self.answers).copied())
    }
}

#[derive(Debug, Clone, Copy)]
enum Fate {
    Coded,
    Recoded,
    Removed,
    Withdrawn,
}

impl Why {
    fn of<'a>(
        fates: impl Iterator<Item = (&'a CodingId, Fate)>,
        answers: impl Iterator<Item = &'a AnswerId>,
    ) -> Self {
        let mut why = Self {
            answers: answers.map(ToString::to_string).collect(),
            ..Self::default()
        };
        for (id, fate) in fates {
            let list = match fate {
                Fate::Coded => &mut why.coded,
                Fate::Recoded => &mut why.recoded,
                Fate::Removed => &mut why.removed,
                Fate::Withdrawn => &mut why.withdrawn,
            };
            list.push(id.to_string());
        }
        why
    }
}

fn is_withdrawn(study: &Study, id: &CodingId) -> bool {
    let coding = study.records.codings.get(id);
    coding
        .and_then(|coding| study.session_of_passage(&coding.passage))
        .is_some_and(|session| study.session_consent(session) == Consent::Withdrawn)
}

/// Whether a coding of the earlier state is of an interview that was withdrawn up to the later one. An earlier state is
/// read with the withdrawals of today.
fn is_withdrawn_between(before: &Study, after: &Study, id: &CodingId) -> bool {
    let coding = before.records.codings.get(id);
    coding
        .and_then(|coding| before.session_of_passage(&coding.passage))
        .is_some_and(|session| {
            before.withdrawn_since.contains(session) && !after.withdrawn_since.contains(session)
        })
}

/// Whether a column names a row; a coefficient's `value` is a figure where an attribute's is a name.
fn is_name(column: &Column) -> bool {
    column.kind != ColumnType::Number && NAMES.contains(&&*column.key)
}

/// What a row is of, column by column.
fn named(table: &Table, row: usize) -> impl Iterator<Item = (&Column, &Cell)> {
    let cells = table.rows.get(row).map_or(&[][..], |row| &row.cells);
    let own = table.columns.iter().zip(cells);
    own.filter(|(column, _)| is_name(column))
}

/// The words of a cell that names a row, as files write them.
pub fn words_of(cell: &Cell) -> String {
    match cell {
        Cell::Text(text) => text.clone(),
        Cell::Integer(n) => n.to_string(),
        _ => String::new(),
    }
}

/// What a row is of, as files write it: the words that set it apart from the others of its table.
pub fn name_of(table: &Table, row: usize) -> Vec<String> {
    named(table, row).map(|(_, cell)| words_of(cell)).collect()
}

/// The rows of both tables: those there are now in their order, then those that are gone.
fn rows(before: &Table, after: &Table) -> Vec<(Vec<String>, Option<usize>, Option<usize>)> {
    let places = |table: &Table| -> BTreeMap<Vec<String>, usize> {
        let rows = 0..table.rows.len();
        rows.map(|row| (name_of(table, row), row)).collect()
    };
    let (then, now) = (places(before), places(after));
    let mut list: Vec<_> = now
        .iter()
        .map(|(name, row)| (name.clone(), then.get(name).copied(), Some(*row)))
        .collect();
    list.sort_by_key(|(_, _, row)| *row);
    let mut gone: Vec<_> = then
        .iter()
        .filter(|(name, _)| !now.contains_key(*name))
        .map(|(name, row)| (name.clone(), Some(*row), None))
        .collect();
    gone.sort_by_key(|(_, row, _)| *row);
    list.extend(gone);
    list
}

fn figures(before: &Table, after: &Table, fates: &Fates) -> Vec<Moved> {
    let mut columns: Vec<&Column> = after.columns.iter().collect();
    for column in &before.columns {
        if !columns.iter().any(|known| known.key == column.key) {
            columns.push(column);
        }
    }
    columns.retain(|column| !is_name(column));
    let columns: Vec<Arc<Column>> = columns.into_iter().cloned().map(Arc::new).collect();
    let all = after.columns.iter().chain(&before.columns);
    let heads: BTreeMap<&str, Arc<Column>> = all
        .filter(|column| is_name(column))
        .map(|column| (&*column.key, Arc::new(column.clone())))
        .collect();
    let mut moved = Vec::new();
    for (name, old, new) in rows(before, after) {
        for column in &columns {
            let value = |table: &Table, row: Option<usize>| {
                let cell = table.cell(row?, &column.key)?;
                Value::of(column, cell)
            };
            let (was, is) = (value(before, old), value(after, new));
            let nothing = |value: &Option<Value>| value.as_ref().is_none_or(Value::is_nothing);
            // a row of nothing that comes or goes moves no figure
            if was == is || (nothing(&was) && nothing(&is)) {
                continue;
            }
            let place = |table: &Table| {
                let mut columns = table.columns.iter();
                columns.position(|own| own.key == column.key)
            };
            let (mut codings, mut answers) = (BTreeSet::new(), BTreeSet::new());
            for (table, row) in [(before, old), (after, new)] {
                let Some(row) = row else { continue };
                codings.extend(
                    table
                        .rows
                        .get(row)
                        .into_iter()
                        .flat_map(|row| &row.passages),
                );
                if let Some(at) = place(table) {
                    answers.extend(table.answers_at(row, at));
                }
            }
            let text = |key: &str| {
                let of = |table: &Table, row: Option<usize>| match table.cell(row?, key) {
                    Some(Cell::Text(text)) => Some(text.clone()),
                    _ => None,
                };
                of(after, new)
                    .or_else(|| of(before, old))
                    .unwrap_or_default()
            };
            let cell = |table: &Table, row: Option<usize>| table.cell(row?, &column.key).cloned();
            let parts = |table: &Table, row: usize| -> Vec<(Arc<Column>, Cell)> {
                named(table, row)
                    .filter_map(|(column, cell)| {
                        Some((heads.get(&*column.key)?.clone(), cell.clone()))
                    })
                    .collect()
            };
            let of = match (new, old) {
                (Some(row), _) => parts(after, row),
                (None, Some(row)) => parts(before, row),
                (None, None) => Vec::new(),
            };
            let words: Vec<&str> = name
                .iter()
                .map(String::as_str)
                .filter(|n| !n.is_empty())
                .collect();
            moved.push(Moved {
                table: after.name,
                row: words.join(" · "),
                scenario: text("scenario"),
                code: text("code"),
                figure: column.key.clone(),
                before: was,
                after: is,
                why: fates.among(&codings, &answers),
                column: column.clone(),
                of,
                cells: [cell(before, old), cell(after, new)],
                lines: [old, new],
            });
        }
    }
    moved
}
