//! The journal of the analysis, and every memo.

#[cfg(test)]
mod tests;

use super::grid::Column;
use super::queue;
use crate::app::App;
use crate::app::place::memos::Row;
use crate::tui::pen::Pen;
use crate::tui::theme::Role;
use ratatui::layout::Position;

/// Draws the list of memos, and below it the whole of the one under the cursor.
pub(super) fn draw(app: &App, pen: &mut Pen<'_>) -> Option<Position> {
    let place = &app.places.memos;
    if app.work.is_none() || place.rows.is_empty() {
        return super::empty(app, pen, "tui-empty-memos", "memo.add");
    }
    let columns = [
        Column::text(String::new(), 1, 10),
        Column::text(String::new(), 3, 12),
        Column::text(String::new(), 0, 28),
        Column::text(String::new(), 2, (pen.width() as usize).saturating_sub(46)),
    ];
    let cells = |row: &Row| {
        [
            (row.day.clone(), Role::Dim),
            (row.author.clone(), Role::Dim),
            (row.on.clone(), Role::Strong),
            (row.text.replace('\n', " "), Role::Text),
        ]
    };
    let height = place.height(pen.height(), pen.width());
    let (cursor, below) = queue::list(pen, columns, (&place.rows, &place.list, height), cells, "");
    if let Some(row) = place.current() {
        pen.text(
            1,
            below,
            &format!("{} · {} · {}", row.on, row.day, row.author),
            Role::Dim,
        );
        pen.paragraph(1, below + 1, &row.text, Role::Text);
    }
    cursor
}
