//! What moved as a reader follows it: table by table, the figures of the whole first, lines that are new or gone told once.

use super::{Diff, Moved, Value};
use crate::analysis::Cell;

/// Columns that name a row of the whole table, not a part of it.
const WHOLE: &[&str] = &[
    "scenario",
    "unit",
    "coefficient",
    "base",
    "run",
    "threshold",
];

/// Columns that go with another one: the interval of a share, remarks.
const FOLLOWS: &[&str] = &["share_low", "share_high", "note"];

/// Figures of one table that are told line by line at most.
const LINES: usize = 20;

/// What moved in one table.
#[derive(Debug, Clone, PartialEq)]
pub struct Account<'d> {
    /// The table.
    pub table: &'static str,
    /// Figures that moved in lines there are in both states, those of the whole table first; without what follows from
    /// them.
    pub figures: Vec<&'d Moved>,
    /// Bounds of intervals and remarks that moved in these lines.
    pub follow: usize,
    /// The first figure of each line that is new.
    pub new: Vec<&'d Moved>,
    /// The first figure of each line that is gone.
    pub gone: Vec<&'d Moved>,
}

impl<'d> Account<'d> {
    /// The figures that are told line by line, and the others.
    pub fn told(&self) -> (&[&'d Moved], &[&'d Moved]) {
        self.figures.split_at(self.figures.len().min(LINES))
    }
}

/// What moved, table by table, in the order of the tables.
pub fn accounts(diff: &Diff) -> Vec<Account<'_>> {
    let mut accounts: Vec<Account> = Vec::new();
    let of_table = diff.figures.chunk_by(|one, next| one.table == next.table);
    for figures in of_table {
        let Some(first) = figures.first() else {
            continue;
        };
        let mut account = Account {
            table: first.table,
            figures: Vec::new(),
            follow: 0,
            new: Vec::new(),
            gone: Vec::new(),
        };
        for moved in figures {
            let once =
                |lines: &mut Vec<&Moved>| lines.last().is_none_or(|last| last.lines != moved.lines);
            match moved.lines {
                [None, _] if once(&mut account.new) => account.new.push(moved),
                [Some(_), None] if once(&mut account.gone) => account.gone.push(moved),
                [Some(_), Some(_)] if follows(moved) => account.follow += 1,
                [Some(_), Some(_)] => account.figures.push(moved),
                _ => {}
            }
        }
        // stable: the others stay in the order of the table
        account.figures.sort_by_key(|moved| !is_whole(moved));
        accounts.push(account);
    }
    accounts
}

/// Whether it goes with another one, or is the same to the last decimal that is shown.
fn follows(moved: &Moved) -> bool {
    let name = moved.figure.split('[').next().unwrap_or_default();
    let shown = |value: &Option<Value>| value.as_ref().map(ToString::to_string);
    FOLLOWS.contains(&name) || shown(&moved.before) == shown(&moved.after)
}

/// Whether it is a figure of the whole table: its row is of no code, no interview, no stratum.
fn is_whole(moved: &Moved) -> bool {
    let mut parts = moved.of.iter();
    parts.all(|(column, cell)| WHOLE.contains(&&*column.key) || *cell == Cell::Empty)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::Column;
    use crate::analysis::milestones::Why;
    use std::sync::Arc;

    fn moved(table: &'static str, code: &str, figure: &str, lines: [Option<usize>; 2]) -> Moved {
        Moved {
            table,
            row: code.to_owned(),
            scenario: String::new(),
            code: code.to_owned(),
            figure: figure.to_owned(),
            before: lines[0].map(|_| Value::Whole(1)),
            after: lines[1].map(|_| Value::Whole(2)),
            why: Why::default(),
            column: Arc::new(Column::count(figure, "interviews")),
            of: vec![(Arc::new(Column::text("code")), Cell::text(code))],
            cells: [None, None],
            lines,
        }
    }

    #[test]
    fn the_whole_comes_first_and_new_lines_are_one() {
        let both = [Some(0), Some(0)];
        let diff = Diff {
            figures: vec![
                moved("codes", "B1", "n_interviews", both),
                moved("codes", "B1", "share_low", both),
                moved("codes", "B1", "share_high[small]", both),
                moved("codes", "", "n_interviews", [Some(1), Some(1)]),
                moved("codes", "B2", "n_interviews", [None, Some(2)]),
                moved("codes", "B2", "n_excerpts", [None, Some(2)]),
                moved("codes", "B3", "n_interviews", [None, Some(3)]),
                moved("codes", "B4", "n_interviews", [Some(2), None]),
                moved("progress", "", "n_codings", [None, Some(0)]),
            ],
            ..Diff::default()
        };
        let told = accounts(&diff);
        let rows =
            |list: &[&Moved]| -> Vec<String> { list.iter().map(|m| m.row.clone()).collect() };
        assert_eq!(told.len(), 2);
        assert_eq!(rows(&told[0].figures), ["", "B1"]);
        assert_eq!(told[0].follow, 2);
        assert_eq!(rows(&told[0].new), ["B2", "B3"]);
        assert_eq!(rows(&told[0].gone), ["B4"]);
        assert!(told[1].figures.is_empty());
        assert_eq!(told[1].new.len(), 1);
    }
}
