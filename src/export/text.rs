//! A table for the terminal: columns aligned by what is drawn, long words cut with `…`, the rule below.

use crate::analysis::{Cell, Column, ColumnType, Table};
use crate::i18n::Words;
use crate::message;
use crate::text::sanitise::{harmless, harmless_line};
use crate::text::width::{fit, width};
use crate::text::wrap::{visible, wrap};

/// Widest a column of words may become while another needs the room.
const WIDE: usize = 40;
/// Narrowest a column of words is cut to.
const NARROW: usize = 8;
const GAP: &str = "  ";

/// The table in at most `columns` columns where its numbers leave that room; ends in a line feed.
pub fn text(table: &Table, words: Words, columns: usize) -> String {
    let heads: Vec<String> = table
        .columns
        .iter()
        .map(|column| harmless_line(&column.label.say(words)).into_owned())
        .collect();
    let rows: Vec<Vec<String>> = table
        .rows
        .iter()
        .map(|row| {
            row.cells
                .iter()
                .zip(&table.columns)
                .map(|(cell, column)| harmless_line(&shown(column, cell, words)).into_owned())
                .collect()
        })
        .collect();
    let mut widths: Vec<usize> = heads.iter().map(|head| width(head)).collect();
    for row in &rows {
        for (own, cell) in widths.iter_mut().zip(row) {
            *own = (*own).max(width(cell));
        }
    }
    squeeze(table, &mut widths, columns);
    let mut out = String::new();
    let mut line = |cells: &[String]| {
        let mut drawn = String::new();
        for ((cell, column), wide) in cells.iter().zip(&table.columns).zip(&widths) {
            let cell = fit(cell, *wide);
            let space = " ".repeat(wide.saturating_sub(width(&cell)));
            match column.kind {
                ColumnType::Text => drawn.extend([&*cell, &space]),
                ColumnType::Integer | ColumnType::Number => drawn.extend([&*space, &cell]),
            }
            drawn.push_str(GAP);
        }
        out.push_str(drawn.trim_end());
        out.push('\n');
    };
    line(&heads);
    for row in &rows {
        line(row);
    }
    out.push('\n');
    for paragraph in foot(table, words) {
        let paragraph = harmless(&paragraph).into_owned();
        for row in wrap(&paragraph, columns.clamp(20, 100)) {
            out.push_str(visible(&paragraph, &row));
            out.push('\n');
        }
    }
    out
}

/// Takes room from columns of words, the widest first, until the row fits or they are all narrow.
fn squeeze(table: &Table, widths: &mut [usize], columns: usize) {
    let gaps = GAP.len() * widths.len().saturating_sub(1);
    for floor in [WIDE, NARROW] {
        loop {
            let total = widths.iter().sum::<usize>() + gaps;
            let widest = widths
                .iter_mut()
                .zip(&table.columns)
                .filter(|(width, column)| column.kind == ColumnType::Text && **width > floor)
                .max_by_key(|(width, _)| **width);
            let Some((width, _)) = widest.filter(|_| total > columns) else {
                break;
            };
            *width = width.saturating_sub(total - columns).max(floor);
        }
    }
}

/// What stands below a table: interviews, rule, filters, head.
pub(super) fn foot(table: &Table, words: Words) -> Vec<String> {
    let mut lines = Vec::new();
    if table.is_of_study() {
        lines.push(words.say(&message!(
            "export-foot-counts",
            interviews = table.n_interviews,
            organisations = table.n_organisations,
            withdrawn = table.n_withdrawn,
            references = table.n_reference_excerpts
        )));
    }
    lines.push(words.say(&message!("export-foot-rule", rule = table.rule.clone())));
    let filters: Vec<String> = table
        .filters
        .pairs()
        .into_iter()
        .map(|(name, value)| format!("{name} {value}"))
        .collect();
    if !filters.is_empty() {
        lines.push(words.say(&message!(
            "export-foot-filters",
            filters = filters.join(" · ")
        )));
    }
    if !table.head.is_empty() {
        let date = table.date.map_or_else(String::new, |date| date.to_string());
        lines.push(words.say(&message!(
            "export-foot-head",
            head = &table.head,
            date = date
        )));
    }
    lines
}

/// A cell by its column's key; nothing where there is none.
pub(super) fn shown_in(table: &Table, row: usize, key: &str, words: Words) -> String {
    let column = table.columns.iter().find(|column| column.key == key);
    let cell = column.zip(table.cell(row, key));
    cell.map_or_else(String::new, |(column, cell)| shown(column, cell, words))
}

/// A cell of a column as a reader of the language writes it.
pub fn shown(column: &Column, cell: &Cell, words: Words) -> String {
    if let Some(name) = column.name_of(cell, words) {
        return name;
    }
    match cell {
        Cell::Empty => String::new(),
        Cell::Text(text) => text.clone(),
        Cell::Integer(_) | Cell::Masked(_) => shown_alone(cell, words),
        Cell::Number(n) => {
            let long = words.number(*n, 4);
            match long.split_once(['.', ',']) {
                Some(_) => {
                    let short = long.trim_end_matches('0');
                    short.trim_end_matches(['.', ',']).to_owned()
                }
                None => long,
            }
        }
        Cell::Share(share) => share.say(words),
        Cell::Said(message) => words.say(message),
    }
}

/// A cell without a column of its own.
pub(super) fn shown_alone(cell: &Cell, words: Words) -> String {
    match cell {
        Cell::Integer(n) => words.integer(*n),
        Cell::Masked(under) => Cell::masked(*under).replace('<', "<\u{202f}"),
        _ => String::new(),
    }
}
