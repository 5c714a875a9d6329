//! A list that is walked row by row, and below it what the row under the cursor is about, often two texts.

use super::grid::{self, Column};
use crate::app::list::ListCursor;
use crate::tui::pen::Pen;
use crate::tui::theme::Role;
use ratatui::layout::{Position, Rect};

/// From so many columns on two texts stand side by side.
const BESIDE: u16 = 90;

/// Draws as many rows as there is room for and the rule below them, at its right end `said`. Returns where the cursor
/// stands, and the first row below the rule.
pub(super) fn list<R, const N: usize>(
    pen: &mut Pen<'_>,
    mut columns: [Column; N],
    (rows, cursor, height): (&[R], &ListCursor, usize),
    cells: impl Fn(&R) -> [(String, Role); N],
    said: &str,
) -> (Option<Position>, u16) {
    let window = cursor.window(rows.len(), height);
    for row in rows.get(window.clone()).unwrap_or_default() {
        for (column, cell) in columns.iter_mut().zip(cells(row)) {
            column.cells.push(cell);
        }
    }
    grid::draw(pen, 1, 0, &columns);
    let mut stands = None;
    if window.contains(&cursor.at) {
        let y = (cursor.at - window.start) as u16 + 1;
        pen.mark_row(y, Role::Focus);
        stands = pen.position(1, y);
    }
    let rule = window.len() as u16 + 1;
    pen.rule(0, rule);
    if !said.is_empty() {
        let right = pen.width().saturating_sub(1);
        pen.text_right(right, rule, &format!(" {said} "), Role::Dim);
    }
    (stands, rule + 1)
}

/// Room for two texts below a row: beside one another, or where that is too narrow below.
pub(super) fn halves(pen: &Pen<'_>, top: u16) -> [Rect; 2] {
    let width = pen.width();
    let rows = pen.height().saturating_sub(top);
    if width >= BESIDE {
        let half = width / 2;
        [
            Rect::new(1, top, half - 2, rows),
            Rect::new(half + 1, top, width - half - 2, rows),
        ]
    } else {
        let (half, width) = (rows / 2, width.saturating_sub(2));
        [
            Rect::new(1, top, width, half),
            Rect::new(1, top + half, width, rows - half),
        ]
    }
}

/// The sign that there is more than what is seen, after a text that ends at column `x`.
pub(super) fn more(pen: &mut Pen<'_>, area: Rect, x: u16, y: u16, is_more: bool) {
    if is_more {
        let last = (area.x + area.width).saturating_sub(1);
        pen.text(x.min(last), y, "…", Role::Dim);
    }
}
