//! The journal of the analysis, and every memo.

#[cfg(test)]
mod tests;

use super::grid::{self, Column};
use crate::app::App;
use crate::app::place::memos::Memos;
use crate::tui::pen::Pen;
use crate::tui::theme::Role;
use ratatui::layout::Position;

/// Draws the list of memos, and below it the whole of the one under the cursor.
pub(super) fn draw(app: &App, pen: &mut Pen<'_>) -> Option<Position> {
    let place = &app.places.memos;
    if app.work.is_none() || place.rows.is_empty() {
        return super::empty(app, pen, "tui-empty-memos", "memo.add");
    }
    let window = place
        .list
        .window(place.rows.len(), Memos::height(pen.height()));
    let mut columns = [
        Column::text(String::new(), 1, 10),
        Column::text(String::new(), 3, 12),
        Column::text(String::new(), 0, 28),
        Column::text(String::new(), 2, (pen.width() as usize).saturating_sub(46)),
    ];
    for row in place.rows.get(window.clone()).unwrap_or_default() {
        let cells = [
            (row.day.clone(), Role::Dim),
            (row.author.clone(), Role::Dim),
            (row.on.clone(), Role::Strong),
            (row.text.replace('\n', " "), Role::Text),
        ];
        for (column, cell) in columns.iter_mut().zip(cells) {
            column.cells.push(cell);
        }
    }
    grid::draw(pen, 1, 0, &columns);
    let mut cursor = None;
    if window.contains(&place.list.at) {
        let y = (place.list.at - window.start) as u16 + 1;
        pen.mark_row(y, Role::Focus);
        cursor = pen.position(1, y);
    }
    let rule = window.len() as u16 + 1;
    pen.rule(0, rule);
    if let Some(row) = place.current() {
        pen.text(
            1,
            rule + 1,
            &format!("{} · {} · {}", row.on, row.day, row.author),
            Role::Dim,
        );
        pen.paragraph(1, rule + 2, &row.text, Role::Text);
    }
    cursor
}
