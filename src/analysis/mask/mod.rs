//! Hiding what few interviews stand behind, in every table in the same way.
//!
//! A table says by its [`Shape`] which of its figures count interviews, which add up to which, and which others tell of
//! them. A count under n is hidden; then as many others as it takes so that no hidden one follows from those that are
//! shown: line by line, value by value of an attribute, and by any sum of such sums. Where a count is out of a whole that
//! is shown too, so is the rest, which is hidden where it is of few: nine of ten tell of one. What is told of a hidden count (its
//! excerpts, its median, its share) is hidden with it.

mod solve;

pub use solve::hidden;

use super::table::{Behind, Cell, Table};
use solve::{Sheet, Sum};
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// What the figures of a table stand for. Columns are named without the value of an attribute that they are cut by.
#[derive(Debug, Clone, Copy)]
pub struct Shape {
    /// Which lines a commission sees.
    pub lines: Lines,
    /// Counts of interviews, and of what few of them say: hidden where they are under n.
    pub counts: &'static [&'static str],
    /// Counts that add up, though they are no persons: hidden with others only.
    pub adding: &'static [&'static str],
    /// A count of a line, and those of the same line that it is the sum of; no name where it stands in no column.
    pub sums: &'static [(&'static str, &'static [&'static str])],
    /// A count, and one of its interviews alone: what the two leave is of few or not, as they are, and is not told either.
    pub rests: &'static [(&'static str, &'static str)],
    /// A figure, and those with any of which it is hidden.
    pub follows: &'static [(&'static str, &'static [&'static str])],
    /// Columns that are empty where the line's own count is hidden: nobody is quoted there.
    pub quotes: &'static [&'static str],
    /// Figures that are repeated on every line with the same word in a column.
    pub repeated: Option<(&'static str, &'static [&'static str])>,
    /// Lines that add up, in the columns named.
    pub down: Option<(Adding, &'static [&'static str])>,
}

impl Shape {
    /// Nothing to hide.
    pub const NONE: Self = Self {
        lines: Lines::All,
        counts: &[],
        adding: &[],
        sums: &[],
        rests: &[],
        follows: &[],
        quotes: &[],
        repeated: None,
        down: None,
    };
    /// Every line is of one interview.
    pub const ALONE: Self = Self {
        lines: Lines::Alone,
        ..Self::NONE
    };
}

/// Which lines may be shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Lines {
    /// All; their cells are hidden one by one.
    All,
    /// All, a commission's too: they are of what is public, and their cells are hidden one by one.
    Public,
    /// None: each is of one interview.
    Alone,
    /// A commission sees those whose count in this column is not hidden.
    With(&'static str),
    /// Those with this word in this column; a commission, of these, those whose count is not hidden.
    Only(&'static str, &'static str, &'static str),
}

/// Finds the lines that add up.
type Adding = fn(&Table) -> Vec<Down>;

/// Lines that add up to another, or to what is known from elsewhere.
pub struct Down {
    /// The line that is their sum.
    pub total: Option<usize>,
    /// The lines.
    pub parts: Vec<usize>,
}

/// Hides what fewer than `n` interviews stand behind; for a commission, leaves out the lines that are left with nothing,
/// and what leads from a figure to the words of a person.
pub fn apply(table: &mut Table, shape: &Shape, n: u32, commission: bool) {
    let before = table.rows.len();
    match shape.lines {
        Lines::Alone => keep(table, |_, _| false),
        Lines::Only(column, word, _) => keep(
            table,
            |table, row| matches!(table.cell(row, column), Some(Cell::Text(own)) if own == word),
        ),
        Lines::All | Lines::Public | Lines::With(_) => {}
    }
    let mut figures = Figures::of(table, shape, n);
    figures.sheet.settle();
    figures.write(table, shape, n);
    if commission {
        match shape.lines {
            Lines::With(column) | Lines::Only(_, _, column) => keep(table, |table, row| {
                !matches!(table.cell(row, column), Some(Cell::Masked(_)))
            }),
            Lines::Public => {}
            Lines::All | Lines::Alone => {
                let counts: Vec<bool> = table
                    .columns
                    .iter()
                    .map(|column| shape.counts.contains(&parts(&column.key).0))
                    .collect();
                keep(table, |table, row| says_something(table, row, &counts));
            }
        }
        for row in &mut table.rows {
            row.passages.clear();
        }
        table.answers.clear();
    }
    table.left_out += before - table.rows.len();
}

/// Whether a line has a count to show, or none that is hidden.
fn says_something(table: &Table, row: usize, counts: &[bool]) -> bool {
    let cells = table.rows.get(row).map_or(&[][..], |row| &row.cells);
    let own = || cells.iter().zip(counts).filter(|(_, is)| **is);
    own().any(|(cell, _)| matches!(cell, Cell::Integer(1..)))
        || !own().any(|(cell, _)| matches!(cell, Cell::Masked(_)))
}

/// Leaves out the lines that do not pass.
fn keep(table: &mut Table, passes: impl Fn(&Table, usize) -> bool) {
    let kept: Vec<bool> = (0..table.rows.len())
        .map(|row| passes(table, row))
        .collect();
    let mut own = kept.iter();
    table.rows.retain(|_| own.next().copied().unwrap_or(true));
    let mut own = kept.iter();
    table
        .answers
        .retain(|_: &Behind| own.next().copied().unwrap_or(true));
}

/// A column's name without the value it is of, and the value.
fn parts(key: &str) -> (&str, &str) {
    match key.split_once('[') {
        Some((base, value)) => (base, value),
        None => (key, ""),
    }
}

/// The columns by name and value.
type Columns<'t> = BTreeMap<&'t str, BTreeMap<&'t str, usize>>;

fn columns(table: &Table) -> Columns<'_> {
    let mut columns = Columns::new();
    for (at, column) in table.columns.iter().enumerate() {
        let (base, value) = parts(&column.key);
        columns.entry(base).or_default().entry(value).or_insert(at);
    }
    columns
}

/// Places of the columns a figure hangs on: those of its own value, else those of all values.
fn governors(columns: &Columns, value: &str, names: &[&str]) -> Vec<usize> {
    let of = |name: &&str| -> Vec<usize> {
        let Some(own) = columns.get(*name) else {
            return Vec::new();
        };
        match own.get(value) {
            Some(at) => vec![*at],
            None => own.values().copied().collect(),
        }
    };
    names.iter().flat_map(of).collect()
}

/// The counts of a table, and where they stand in it.
struct Figures {
    sheet: Sheet,
    /// By line and column, the count that stands there.
    places: HashMap<(usize, usize), usize>,
}

impl Figures {
    /// Every count of the table, and how they hang together.
    fn of(table: &Table, shape: &Shape, n: u32) -> Self {
        let mut figures = Self {
            sheet: Sheet::new(n as usize),
            places: HashMap::new(),
        };
        let columns = columns(table);
        let repeated: BTreeSet<&str> = shape
            .repeated
            .iter()
            .flat_map(|(_, keys)| keys.iter().copied())
            .collect();
        let mut known: HashMap<(String, usize), usize> = HashMap::new();
        let counting = |small: bool| {
            let keys = if small { shape.counts } else { shape.adding };
            keys.iter().map(move |key| (*key, small))
        };
        for (key, small) in counting(true).chain(counting(false)) {
            for at in columns.get(key).into_iter().flat_map(BTreeMap::values) {
                for row in 0..table.rows.len() {
                    let Some(Cell::Integer(value)) =
                        table.rows.get(row).and_then(|own| own.cells.get(*at))
                    else {
                        continue;
                    };
                    let value = usize::try_from(*value).unwrap_or(0);
                    let var = match shape.repeated.filter(|_| repeated.contains(key)) {
                        Some((by, _)) => {
                            let word = match table.cell(row, by) {
                                Some(Cell::Text(word)) => word.clone(),
                                _ => String::new(),
                            };
                            *known
                                .entry((word, *at))
                                .or_insert_with(|| figures.sheet.push(value, small))
                        }
                        None => figures.sheet.push(value, small),
                    };
                    figures.places.insert((row, *at), var);
                }
            }
        }
        for row in 0..table.rows.len() {
            figures.line(&columns, shape, row);
        }
        if let Some((down, keys)) = shape.down {
            for group in down(table) {
                for at in keys
                    .iter()
                    .filter_map(|key| columns.get(*key))
                    .flat_map(BTreeMap::values)
                {
                    let var = |row: &usize| figures.places.get(&(*row, *at)).copied();
                    let total = group.total.as_ref().and_then(var);
                    let parts = group.parts.iter().filter_map(var).collect();
                    figures.sheet.sums.push(Sum { total, parts });
                }
            }
        }
        figures
    }

    /// The sums of one line, and what is hidden with what in it.
    fn line(&mut self, columns: &Columns, shape: &Shape, row: usize) {
        let var =
            |places: &HashMap<(usize, usize), usize>, at: usize| places.get(&(row, at)).copied();
        for (key, own) in columns {
            if !shape.counts.contains(key) && !shape.adding.contains(key) || own.len() < 2 {
                continue;
            }
            let total = own.get("").and_then(|at| var(&self.places, *at));
            let parts = own.iter().filter(|(value, _)| !value.is_empty());
            let parts = parts.filter_map(|(_, at)| var(&self.places, *at)).collect();
            self.sheet.sums.push(Sum { total, parts });
        }
        for (total, names) in shape.sums {
            let values: BTreeSet<&str> = names
                .iter()
                .filter_map(|name| columns.get(name))
                .flat_map(|own| own.keys().copied())
                .collect();
            for value in values {
                let at = |name: &str| columns.get(name)?.get(value).copied();
                let of = |name: &str| at(name).and_then(|at| var(&self.places, at));
                let parts: Vec<usize> = names.iter().filter_map(|name| of(name)).collect();
                let total = of(total);
                self.sheet.sums.push(Sum { total, parts });
            }
        }
        for (whole, part) in shape.rests {
            for (value, at) in columns.get(part).into_iter().flatten() {
                let whole = columns.get(whole).and_then(|own| own.get(value));
                let whole = whole.and_then(|at| var(&self.places, *at));
                if let Some((whole, part)) = whole.zip(var(&self.places, *at)) {
                    self.sheet.rest(whole, part);
                }
            }
        }
        for (name, hang_on) in shape.follows {
            for (value, at) in columns.get(name).into_iter().flatten() {
                let Some(own) = var(&self.places, *at) else {
                    continue;
                };
                for governor in governors(columns, value, hang_on) {
                    if let Some(governor) = var(&self.places, governor) {
                        self.sheet.follow(governor, own);
                    }
                }
            }
        }
    }

    /// Writes what is hidden into the table.
    fn write(&self, table: &mut Table, shape: &Shape, n: u32) {
        let columns = columns(table);
        let mut hide: BTreeSet<(usize, usize)> = self
            .places
            .iter()
            .filter(|(_, var)| self.sheet.is_hidden(**var))
            .map(|(place, _)| *place)
            .collect();
        let mut empty = Vec::new();
        for row in 0..table.rows.len() {
            for (name, hang_on) in shape.follows {
                for (value, at) in columns.get(name).into_iter().flatten() {
                    let few = governors(&columns, value, hang_on)
                        .iter()
                        .any(|governor| hide.contains(&(row, *governor)));
                    if few && !self.places.contains_key(&(row, *at)) {
                        hide.insert((row, *at));
                    }
                }
            }
            let own = match shape.lines {
                Lines::With(column) | Lines::Only(_, _, column) => columns.get(column),
                _ => None,
            };
            let few = own
                .and_then(|own| own.get(""))
                .is_some_and(|at| hide.contains(&(row, *at)));
            if few {
                let quotes = shape.quotes.iter().filter_map(|name| columns.get(name));
                empty.extend(quotes.flat_map(BTreeMap::values).map(|at| (row, *at)));
            }
        }
        drop(columns);
        let mut put = |(row, at): (usize, usize), cell: Cell| {
            let slot = table
                .rows
                .get_mut(row)
                .and_then(|row| row.cells.get_mut(at));
            if let Some(slot) = slot.filter(|slot| **slot != Cell::Empty) {
                *slot = cell;
            }
        };
        for place in hide {
            let few = self
                .places
                .get(&place)
                .is_some_and(|var| self.sheet.is_few(*var));
            put(place, Cell::Masked(if few { n } else { 0 }));
        }
        for place in empty {
            put(place, Cell::Empty);
        }
    }
}
