//! A table as CSV: one header line of keys, and rows.

use crate::analysis::{Cell, Table};
use crate::file::csv::{Cell as Out, Profile, Writer};

/// The table in a profile; a hidden cell is `<n`.
pub fn csv(table: &Table, profile: Profile) -> Vec<u8> {
    let keys: Vec<&str> = table
        .columns
        .iter()
        .map(|column| column.key.as_str())
        .collect();
    let mut writer = Writer::new(profile, &keys);
    for row in &table.rows {
        let cells: Vec<Out> = row.cells.iter().map(cell).collect();
        writer.row(&cells);
    }
    writer.finish()
}

fn cell(cell: &Cell) -> Out<'_> {
    match cell {
        Cell::Empty => Out::Empty,
        Cell::Text(text) => Out::text(text.as_str()),
        Cell::Integer(n) => Out::Int(*n),
        Cell::Number(n) => Out::Number(*n),
        Cell::Share(share) => Out::text(share.text()),
        Cell::Masked(under) => Out::text(Cell::masked(*under)),
        Cell::Said(message) => Out::text(Cell::data_words(message)),
    }
}
