//! Agreement over a table from elsewhere: one row a unit, one column a coder, an empty cell is missing.

use super::report::{self, Of};
use super::{Level, Ratings};
use crate::analysis::table::{Filters, Table};
use crate::file::csv::Sheet;
use crate::message;
use std::collections::BTreeMap;

/// First columns of these names hold what a unit is called; they are no coder.
const UNIT: &[&str] = &["unit", "unité", "unite", "id", "item"];

/// Beyond these a list of categories is one of numbers.
const MOST: usize = 60;

/// A sheet, read.
pub struct Read {
    /// The units.
    pub ratings: Ratings,
    /// The categories, as the sheet writes them: by number where all are numbers, else by bytes.
    pub categories: Vec<String>,
    /// The categories as numbers, where all are.
    pub numbers: Option<Vec<f64>>,
    /// The column that names the units, where there is one.
    pub unit: Option<String>,
}

/// Reads a sheet. Blanks around a value are no part of it.
pub fn read(sheet: &Sheet) -> Read {
    let unit = sheet
        .columns
        .first()
        .filter(|name| UNIT.contains(&name.to_lowercase().as_str()))
        .cloned();
    let skip = usize::from(unit.is_some());
    let coders = sheet.columns.len().saturating_sub(skip);
    let mut known: BTreeMap<&str, u32> = BTreeMap::new();
    let cells = || {
        sheet
            .rows
            .iter()
            .flat_map(|row| row.cells.iter().skip(skip))
    };
    for cell in cells().map(|cell| cell.trim()).filter(|c| !c.is_empty()) {
        known.insert(cell, 0);
    }
    let mut words: Vec<&str> = known.keys().copied().collect();
    let parsed: Option<Vec<f64>> = words.iter().map(|word| number(word)).collect();
    let numbers = parsed.map(|numbers| {
        let mut both: Vec<(f64, &str)> = numbers.into_iter().zip(words.iter().copied()).collect();
        both.sort_by(|a, b| a.0.total_cmp(&b.0).then(a.1.cmp(b.1)));
        words = both.iter().map(|(_, word)| *word).collect();
        both.into_iter().map(|(number, _)| number).collect()
    });
    for (at, word) in words.iter().enumerate() {
        if let Some(slot) = known.get_mut(word) {
            *slot = u32::try_from(at).unwrap_or(u32::MAX);
        }
    }
    let mut ratings = Ratings::new(coders, words.len());
    for row in &sheet.rows {
        let values = row.cells.iter().skip(skip);
        ratings.push(values.map(|cell| known.get(cell.trim()).copied()), 1.0);
    }
    Read {
        ratings,
        categories: words.into_iter().map(str::to_owned).collect(),
        numbers,
        unit,
    }
}

/// A number with a point or a comma.
fn number(word: &str) -> Option<f64> {
    let number: f64 = word
        .parse()
        .or_else(|_| word.replacen(',', ".", 1).parse())
        .ok()?;
    number.is_finite().then_some(number)
}

/// All coefficients over a sheet; then those of each category against the others, where they are not ordered.
pub fn table(read: &Read, level: Level) -> Table {
    let unit = report::ROW;
    let ratings = &read.ratings;
    let mut rows: Vec<_> = report::all(ratings, level, read.numbers.as_deref())
        .into_iter()
        .map(|one| one.row(Of { code: "", unit }, Vec::new()))
        .collect();
    if level == Level::Nominal && read.categories.len() <= MOST {
        for (at, code) in read.categories.iter().enumerate() {
            let own = report::of_category(ratings, at);
            rows.extend(
                own.into_iter()
                    .map(|one| one.row(Of { code, unit }, Vec::new())),
            );
        }
    }
    Table {
        name: "agreement",
        rule: message!(
            "analysis-rule-agreement",
            coders = ratings.coders(),
            units = ratings.units().count(),
            common = ratings.pairable() as i64,
            categories = read.categories.len(),
            level = level.as_str()
        ),
        filters: Filters::default(),
        date: None,
        n_interviews: 0,
        n_organisations: 0,
        n_withdrawn: 0,
        n_reference_excerpts: 0,
        left_out: 0,
        head: String::new(),
        columns: report::columns(),
        rows,
        answers: Vec::new(),
    }
}
