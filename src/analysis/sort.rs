//! Rows by one column, where that is asked for: numbers before words, what is empty last.

use super::TableError;
use super::table::{Behind, Cell, Table};
use std::cmp::Ordering;

/// Sorts the rows by a column, by key; equal ones stay in the study's order.
pub fn by_column(table: &mut Table, key: &str, greatest_first: bool) -> Result<(), TableError> {
    let keys = table.columns.iter().map(|column| column.key.as_str());
    let at = keys
        .clone()
        .position(|own| own == key)
        .ok_or_else(|| TableError::unknown("column", key, keys))?;
    // the answers behind a row go with it
    let mut answers = std::mem::take(&mut table.answers);
    answers.resize(table.rows.len(), Behind::default());
    let mut rows: Vec<_> = std::mem::take(&mut table.rows)
        .into_iter()
        .zip(answers)
        .collect();
    rows.sort_by(|(a, _), (b, _)| {
        let (a, b) = (a.cells.get(at), b.cells.get(at));
        let order = compare(a, b);
        let words = rank(a).max(rank(b));
        // what is empty or no number stays below, whichever way the numbers go
        if greatest_first && words == 0 {
            order.reverse()
        } else {
            order
        }
    });
    (table.rows, table.answers) = rows.into_iter().unzip();
    Ok(())
}

/// Numbers, words, nothing.
fn rank(cell: Option<&Cell>) -> u8 {
    match cell {
        Some(Cell::Integer(_) | Cell::Number(_)) => 0,
        Some(Cell::Text(_)) => 1,
        Some(Cell::Said(_) | Cell::Masked(_) | Cell::Share(_)) => 2,
        Some(Cell::Empty) | None => 3,
    }
}

fn compare(a: Option<&Cell>, b: Option<&Cell>) -> Ordering {
    let number = |cell: Option<&Cell>| match cell {
        Some(Cell::Integer(n)) => Some(*n as f64),
        Some(Cell::Number(n)) => Some(*n),
        _ => None,
    };
    match (number(a), number(b), a, b) {
        (Some(a), Some(b), ..) => a.total_cmp(&b),
        (_, _, Some(Cell::Text(a)), Some(Cell::Text(b))) => a.cmp(b),
        _ => rank(a).cmp(&rank(b)),
    }
}
