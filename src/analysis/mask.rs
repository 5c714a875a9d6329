//! Hiding what few interviews stand behind, in every table in the same way.
//!
//! A table says by its [`Shape`] which of its figures count interviews, which add up to which, and which others tell of
//! them. A count under n is hidden; then as many others as it takes so that no hidden one follows from those that are
//! shown: line by line, value by value of an attribute, and by any sum of such sums. What is told of a hidden count (its
//! excerpts, its median, its share) is hidden with it.

use super::table::{Behind, Cell, Table};
use std::collections::{BTreeMap, BTreeSet, HashMap, VecDeque};

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
    let mut sheet = Sheet::of(table, shape, n);
    sheet.settle();
    sheet.write(table, shape, n);
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

/// The counts of some groups with the others that must be hidden with those under `n`, where their total is known.
pub fn hidden(counts: &[usize], n: usize) -> Vec<bool> {
    let mut sheet = Sheet {
        n,
        ..Sheet::default()
    };
    let parts: Vec<usize> = counts.iter().map(|n| sheet.push(*n, true)).collect();
    sheet.sums.push(Sum { total: None, parts });
    sheet.settle();
    sheet.hide
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

/// Counts one of which is the sum of the others.
#[derive(Debug)]
struct Sum {
    /// The count that is the sum; without one it is known from elsewhere.
    total: Option<usize>,
    parts: Vec<usize>,
}

/// The counts of a table, each once, with what is known of them.
#[derive(Debug, Default)]
struct Sheet {
    n: usize,
    value: Vec<usize>,
    /// Whether it is a count of interviews itself.
    small: Vec<bool>,
    hide: Vec<bool>,
    sums: Vec<Sum>,
    /// By count, those hidden with it.
    followers: Vec<Vec<usize>>,
    /// By count, the sums it stands in.
    within: Vec<Vec<usize>>,
    /// By line and column, the count that stands there.
    places: HashMap<(usize, usize), usize>,
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

impl Sheet {
    /// Every count of the table, and how they hang together.
    fn of(table: &Table, shape: &Shape, n: u32) -> Self {
        let mut sheet = Self {
            n: n as usize,
            ..Self::default()
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
                                .or_insert_with(|| sheet.push(value, small))
                        }
                        None => sheet.push(value, small),
                    };
                    sheet.places.insert((row, *at), var);
                }
            }
        }
        for row in 0..table.rows.len() {
            sheet.line(&columns, shape, row);
        }
        if let Some((down, keys)) = shape.down {
            for group in down(table) {
                for at in keys
                    .iter()
                    .filter_map(|key| columns.get(*key))
                    .flat_map(BTreeMap::values)
                {
                    let var = |row: &usize| sheet.places.get(&(*row, *at)).copied();
                    let total = group.total.as_ref().and_then(var);
                    let parts = group.parts.iter().filter_map(var).collect();
                    sheet.sums.push(Sum { total, parts });
                }
            }
        }
        sheet
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
            self.sums.push(Sum { total, parts });
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
                self.sums.push(Sum { total, parts });
            }
        }
        for (name, hang_on) in shape.follows {
            for (value, at) in columns.get(name).into_iter().flatten() {
                let Some(own) = var(&self.places, *at) else {
                    continue;
                };
                for governor in governors(columns, value, hang_on) {
                    let list = var(&self.places, governor)
                        .and_then(|governor| self.followers.get_mut(governor));
                    if let Some(list) = list {
                        list.push(own);
                    }
                }
            }
        }
    }

    fn push(&mut self, value: usize, small: bool) -> usize {
        self.value.push(value);
        self.small.push(small);
        self.hide.push(false);
        self.followers.push(Vec::new());
        self.value.len() - 1
    }

    fn value(&self, var: usize) -> usize {
        self.value.get(var).copied().unwrap_or(0)
    }

    /// Whether it is hidden for its own sake, not for another's.
    fn is_few(&self, var: usize) -> bool {
        self.small.get(var).copied().unwrap_or(false) && self.value(var) < self.n
    }

    fn is_hidden(&self, var: usize) -> bool {
        self.hide.get(var).copied().unwrap_or(false)
    }

    /// Hides a count and all that follow it; those hidden by it.
    fn hide(&mut self, var: usize) -> Vec<usize> {
        let mut new = Vec::new();
        let mut open = vec![var];
        while let Some(at) = open.pop() {
            let follows = at != var;
            if self.is_hidden(at) || (follows && self.value(at) == 0) {
                continue;
            }
            if let Some(slot) = self.hide.get_mut(at) {
                *slot = true;
            }
            new.push(at);
            open.extend(self.followers.get(at).into_iter().flatten());
        }
        new
    }

    /// Hides all that must be.
    fn settle(&mut self) {
        self.within = vec![Vec::new(); self.value.len()];
        for (at, sum) in self.sums.iter().enumerate() {
            for var in sum.parts.iter().chain(&sum.total) {
                if let Some(list) = self.within.get_mut(*var) {
                    list.push(at);
                }
            }
        }
        let mut open: VecDeque<usize> = VecDeque::new();
        for var in 0..self.value.len() {
            let small = self.small.get(var).copied().unwrap_or(false);
            if small && (1..self.n).contains(&self.value(var)) {
                let new = self.hide(var);
                open.extend(self.touched(&new));
            }
        }
        loop {
            while let Some(at) = open.pop_front() {
                if let Some(next) = self.next_of(at) {
                    let new = self.hide(next);
                    open.extend(self.touched(&new));
                    open.push_back(at);
                }
            }
            let Some(next) = self.determined() else { break };
            let new = self.hide(next);
            if new.is_empty() {
                break;
            }
            open.extend(self.touched(&new));
        }
    }

    fn touched(&self, vars: &[usize]) -> BTreeSet<usize> {
        vars.iter()
            .filter_map(|var| self.within.get(*var))
            .flatten()
            .copied()
            .collect()
    }

    /// The next count to hide in a sum, where a hidden one can be found from it.
    fn next_of(&self, at: usize) -> Option<usize> {
        let sum = self.sums.get(at)?;
        let all: usize = sum.parts.iter().map(|var| self.value(*var)).sum();
        let (hidden, shown): (Vec<usize>, Vec<usize>) =
            sum.parts.iter().partition(|var| self.is_hidden(**var));
        // what is known from elsewhere is hidden there too where it is of few
        let known = match sum.total {
            Some(total) => !self.is_hidden(total),
            None => all >= self.n,
        };
        let held: usize = hidden.iter().map(|var| self.value(*var)).sum();
        let blank = hidden.iter().any(|var| self.value(*var) == 0);
        let safe = match (known, hidden.len()) {
            (true, 0) => true,
            (true, len) => len > 1 && held >= self.n && (held > len || blank),
            (false, len) => len > 0 || all == 0,
        };
        if safe {
            return None;
        }
        let least = shown
            .iter()
            .filter(|var| self.value(**var) > 0)
            .min_by_key(|var| self.value(**var));
        let zero = || {
            shown
                .first()
                .filter(|_| hidden.len() < 2 || held == hidden.len())
        };
        let total = || sum.total.filter(|total| known && !self.is_hidden(*total));
        least.copied().or_else(|| zero().copied()).or_else(total)
    }

    /// A count whose hiding keeps another from being found by sums of sums.
    fn determined(&self) -> Option<usize> {
        let mut seen = vec![false; self.sums.len()];
        for from in 0..self.sums.len() {
            if seen.get(from).copied().unwrap_or(true) {
                continue;
            }
            let mut component = Vec::new();
            let mut open = vec![from];
            while let Some(at) = open.pop() {
                let Some(slot) = seen.get_mut(at).filter(|seen| !**seen) else {
                    continue;
                };
                *slot = true;
                component.push(at);
                for var in self.hidden_of(at) {
                    open.extend(self.within.get(var).into_iter().flatten());
                }
            }
            component.sort_unstable();
            if component.len() < 2 {
                continue;
            }
            for var in self.solved(&component) {
                let near = self.within.get(var).into_iter().flatten();
                let shown = near
                    .filter_map(|at| self.sums.get(*at))
                    .flat_map(|sum| sum.parts.iter().chain(&sum.total))
                    .filter(|other| !self.is_hidden(**other));
                let next =
                    shown.min_by_key(|other| (self.value(**other) == 0, self.value(**other)));
                if next.is_some() {
                    return next.copied();
                }
            }
        }
        None
    }

    fn hidden_of(&self, sum: usize) -> Vec<usize> {
        let sum = self.sums.get(sum);
        let all = sum
            .into_iter()
            .flat_map(|sum| sum.parts.iter().chain(&sum.total));
        all.copied().filter(|var| self.is_hidden(*var)).collect()
    }

    /// The hidden counts that follow from these sums: by elimination, over the whole numbers modulo a prime.
    fn solved(&self, sums: &[usize]) -> Vec<usize> {
        let mut vars: Vec<usize> = sums.iter().flat_map(|at| self.hidden_of(*at)).collect();
        vars.sort_unstable();
        vars.dedup();
        let mut rows: Vec<Vec<i64>> = Vec::new();
        for at in sums {
            let Some(sum) = self.sums.get(*at) else {
                continue;
            };
            // one from elsewhere that is of few is known no more than a hidden one
            let all: usize = sum.parts.iter().map(|var| self.value(*var)).sum();
            let known = sum
                .total
                .map_or(all >= self.n, |total| self.value(total) == all);
            // where somebody has no value, or two, there is nothing to reckon with
            if !known {
                continue;
            }
            let mut row = vec![0; vars.len()];
            let mut put = |var: &usize, by: i64| {
                if let Ok(at) = vars.binary_search(var)
                    && let Some(slot) = row.get_mut(at)
                {
                    *slot += by;
                }
            };
            sum.parts.iter().for_each(|var| put(var, 1));
            sum.total.iter().for_each(|var| put(var, -1));
            rows.push(row);
        }
        reduce(&mut rows, vars.len());
        let alone = |row: &Vec<i64>| {
            let mut own = row.iter().enumerate().filter(|(_, by)| **by != 0);
            let first = own.next()?.0;
            own.next().is_none().then_some(first)
        };
        let found: Vec<usize> = rows.iter().filter_map(alone).collect();
        found
            .iter()
            .filter_map(|at| vars.get(*at).copied())
            .collect()
    }

    /// Writes what is hidden into the table.
    fn write(&self, table: &mut Table, shape: &Shape, n: u32) {
        let columns = columns(table);
        let mut hide: BTreeSet<(usize, usize)> = self
            .places
            .iter()
            .filter(|(_, var)| self.is_hidden(**var))
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
            let few = self.places.get(&place).is_some_and(|var| self.is_few(*var));
            put(place, Cell::Masked(if few { n } else { 0 }));
        }
        for place in empty {
            put(place, Cell::Empty);
        }
    }
}

/// The prime that sums are eliminated by.
const PRIME: i64 = 2_147_483_629;

/// Gauss and Jordan: each row begins with a one that no other row has.
fn reduce(rows: &mut Vec<Vec<i64>>, width: usize) {
    let mut done = 0;
    for column in 0..width {
        let at = |row: &Vec<i64>| row.get(column).copied().unwrap_or(0).rem_euclid(PRIME);
        let Some(pivot) =
            (done..rows.len()).find(|row| rows.get(*row).is_some_and(|row| at(row) != 0))
        else {
            continue;
        };
        rows.swap(done, pivot);
        let Some(own) = rows.get(done) else { break };
        let by = inverse(at(own));
        let own: Vec<i64> = own
            .iter()
            .map(|one| one.rem_euclid(PRIME) * by % PRIME)
            .collect();
        for (place, row) in rows.iter_mut().enumerate() {
            let times = at(row);
            if place == done || times == 0 {
                continue;
            }
            for (slot, one) in row.iter_mut().zip(&own) {
                *slot = (slot.rem_euclid(PRIME) - one * times % PRIME).rem_euclid(PRIME);
            }
        }
        if let Some(slot) = rows.get_mut(done) {
            *slot = own;
        }
        done += 1;
    }
    rows.truncate(done);
}

/// What a number is multiplied by to give one: its power by Fermat.
fn inverse(n: i64) -> i64 {
    let (mut base, mut power, mut result) = (n, PRIME - 2, 1);
    while power > 0 {
        if power % 2 == 1 {
            result = result * base % PRIME;
        }
        base = base * base % PRIME;
        power /= 2;
    }
    result
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_single_small_count_takes_the_next_one_with_it() {
        assert_eq!(hidden(&[5, 4, 0, 0], 3), [false, false, false, false]);
        assert_eq!(hidden(&[7, 1, 4, 0], 3), [false, true, true, false]);
        assert_eq!(hidden(&[7, 2, 1, 0], 3), [false, true, true, false]);
        assert_eq!(hidden(&[2, 0, 0, 0], 3), [true, false, false, false]);
        assert_eq!(hidden(&[1, 2], 0), [false, false]);
        // three that are one each would be known by their sum
        assert_eq!(hidden(&[1, 1, 1, 7], 3), [true, true, true, true]);
        assert_eq!(hidden(&[1, 1, 1, 0], 3), [true, true, true, true]);
    }

    /// Counts by two attributes with both their sums, as a sample has them.
    fn crossed(cells: &[Vec<usize>], n: usize) -> (Sheet, Vec<Vec<usize>>) {
        let mut sheet = Sheet {
            n,
            ..Sheet::default()
        };
        let vars: Vec<Vec<usize>> = cells
            .iter()
            .map(|row| row.iter().map(|n| sheet.push(*n, true)).collect())
            .collect();
        let width = cells.first().map_or(0, Vec::len);
        let mut margins = Vec::new();
        for row in &vars {
            let sum = row.iter().map(|var| sheet.value(*var)).sum();
            let total = sheet.push(sum, true);
            margins.push(total);
            let parts = row.clone();
            sheet.sums.push(Sum {
                total: Some(total),
                parts,
            });
        }
        sheet.sums.push(Sum {
            total: None,
            parts: margins,
        });
        let mut margins = Vec::new();
        for column in 0..width {
            let parts: Vec<usize> = vars.iter().map(|row| row[column]).collect();
            let sum = parts.iter().map(|var| sheet.value(*var)).sum();
            let total = sheet.push(sum, true);
            margins.push(total);
            sheet.sums.push(Sum {
                total: Some(total),
                parts,
            });
        }
        sheet.sums.push(Sum {
            total: None,
            parts: margins,
        });
        sheet.settle();
        (sheet, vars)
    }

    proptest! {
        #[test]
        fn what_is_hidden_cannot_be_found_by_subtraction(
            counts in proptest::collection::vec(0usize..8, 1..6), n in 0usize..6,
        ) {
            let hide = hidden(&counts, n);
            let total: usize = counts.iter().sum();
            let held: Vec<usize> = counts.iter().zip(&hide).filter(|(_, h)| **h).map(|(c, _)| *c).collect();
            for (count, hide) in counts.iter().zip(&hide) {
                prop_assert!(*hide || *count == 0 || *count >= n);
            }
            // where the total itself is shown (it holds at least n), several are hidden, with at least n among them
            let all = held.len() == counts.len();
            if !held.is_empty() && total >= n && !all {
                prop_assert!(held.len() > 1 && held.iter().sum::<usize>() >= n);
            }
        }

        #[test]
        fn what_is_hidden_cannot_be_found_by_sums_of_sums(
            cells in proptest::collection::vec(proptest::collection::vec(0usize..9, 3), 2..5), n in 2usize..5,
        ) {
            let (sheet, vars) = crossed(&cells, n);
            for var in vars.iter().flatten() {
                prop_assert!(sheet.is_hidden(*var) || sheet.value(*var) == 0 || sheet.value(*var) >= n);
            }
            let all: Vec<usize> = (0..sheet.sums.len()).collect();
            let shown = (0..sheet.value.len()).filter(|var| !sheet.is_hidden(*var)).count();
            prop_assert!(shown == 0 || sheet.solved(&all).is_empty());
        }
    }
}
