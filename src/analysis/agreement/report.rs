//! Coefficients as rows of a table: one coefficient a row, `n/a` with its reason where there is none.

use super::{
    Level, Ratings, Undefined, Value, alpha, alpha_of_category, brennan_prediger, cohen, fleiss,
    fleiss_of_category, gwet, holsti, observed, over_pairs, scott,
};
use crate::analysis::ask::Unit;
use crate::analysis::table::{Cell, Column, Row};
use crate::i18n::Message;
use crate::message;
use crate::study::id::CodingId;

/// Every coefficient by its name in files.
const COEFFICIENTS: [&str; 12] = [
    "observed-agreement",
    "cohen-kappa",
    "scott-pi",
    "brennan-prediger",
    "gwet-ac1",
    "krippendorff-alpha",
    "fleiss-kappa",
    "holsti",
    "segment-agreement",
    "segment-kappa",
    "u-alpha",
    "u-alpha-binary",
];

/// The unit of a sheet of values: one of its rows.
pub const ROW: &str = "row";

/// What a coefficient is over.
#[derive(Debug, Clone, Copy)]
pub struct Of<'w> {
    /// The code or the category; empty for all together.
    pub code: &'w str,
    /// What is counted as one unit.
    pub unit: &'w str,
}

/// One coefficient.
pub struct Coefficient {
    /// Its name in files.
    pub name: &'static str,
    /// Its value.
    pub value: Value,
    /// Units it was counted over.
    pub n: f64,
    /// What has to be said of it.
    pub note: Option<Message>,
}

impl Coefficient {
    /// A coefficient of which nothing has to be said.
    pub fn new(name: &'static str, value: Value, n: f64) -> Self {
        let note = None;
        Self {
            name,
            value,
            n,
            note,
        }
    }

    /// A mean over every two coders; said where there are more than two.
    pub fn mean(name: &'static str, (value, defined, all): (Value, usize, usize), n: f64) -> Self {
        let note = (value.is_ok() && all > 1)
            .then(|| message!("analysis-note-pairs", defined = defined, all = all));
        Self {
            name,
            value,
            n,
            note,
        }
    }

    /// The row.
    pub fn row(self, of: Of<'_>, passages: Vec<CodingId>) -> Row {
        let (value, note) = match self.value {
            Ok(value) => (Cell::Number(value), self.note),
            Err(reason) => (Cell::Said(message!("analysis-na")), Some(reason.message())),
        };
        Row {
            cells: vec![
                Cell::text(of.code),
                Cell::text(of.unit),
                Cell::text(self.name),
                value,
                Cell::count(self.n.round() as usize),
                note.map_or(Cell::Empty, Cell::Said),
            ],
            passages,
        }
    }
}

/// The columns of these rows.
pub fn columns() -> Vec<Column> {
    let units = Unit::ALL.iter().map(|unit| unit.as_str()).chain([ROW]);
    vec![
        Column::text("code").described("analysis-column-code-agreement"),
        Column::text("unit")
            .described("analysis-column-unit-agreement")
            .called("analysis-unit", units),
        Column::text("coefficient").called("analysis-coefficient", COEFFICIENTS),
        Column::number("value", "").described("analysis-column-value-agreement"),
        Column::count("n_units", "units"),
        Column::text("note").described("analysis-column-note-agreement"),
    ]
}

/// All coefficients over units in categories; α at the level that is asked for.
pub fn all(ratings: &Ratings, level: Level, numbers: Option<&[f64]>) -> Vec<Coefficient> {
    let n = ratings.pairable();
    let complete = ratings.complete();
    let pairs = |name, of| Coefficient::mean(name, over_pairs(ratings, of), n);
    let mut krippendorff =
        Coefficient::new("krippendorff-alpha", alpha(ratings, level, numbers), n);
    krippendorff.note = Some(message!("analysis-note-level", level = level.as_str()));
    let mut fleiss = Coefficient::new("fleiss-kappa", fleiss(ratings), complete);
    fleiss.note = (complete < n).then(|| {
        message!(
            "analysis-note-complete",
            left = (n - complete).round() as i64
        )
    });
    vec![
        pairs("observed-agreement", observed),
        pairs("cohen-kappa", cohen),
        pairs("scott-pi", scott),
        pairs("brennan-prediger", brennan_prediger),
        Coefficient::new("gwet-ac1", gwet(ratings), n),
        krippendorff,
        fleiss,
        pairs("holsti", holsti),
    ]
}

/// One category against all others.
pub fn of_category(ratings: &Ratings, category: usize) -> Vec<Coefficient> {
    vec![
        Coefficient::new(
            "krippendorff-alpha",
            alpha_of_category(ratings, category),
            ratings.pairable(),
        ),
        Coefficient::new(
            "fleiss-kappa",
            fleiss_of_category(ratings, category),
            ratings.complete(),
        ),
    ]
}

/// The same coefficient, undefined for a reason.
pub fn undefined(name: &'static str, reason: Undefined) -> Coefficient {
    Coefficient::new(name, Err(reason), 0.0)
}
