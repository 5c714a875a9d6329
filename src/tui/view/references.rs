//! The reference texts.

use super::grid::{self, Column};
use crate::app::App;
use crate::app::place::references::References;
use crate::tui::pen::Pen;
use crate::tui::theme::Role;
use ratatui::layout::Position;

/// Draws the list of reference texts.
pub(super) fn draw(app: &App, pen: &mut Pen<'_>) -> Option<Position> {
    let place = &app.places.references;
    if app.work.is_none() || place.rows.is_empty() {
        return super::empty(app, pen, "tui-empty-references", "file.import_reference");
    }
    let window = place
        .list
        .window(place.rows.len(), References::height(pen.height()));
    let head = |key: &str| app.words.get(&format!("tui-references-{key}"));
    let mut columns = [
        Column::text(head("key"), 0, 36),
        Column::number(head("words"), 1),
        Column::number(head("codings"), 0),
        Column::number(head("version"), 2),
        Column::text(head("file"), 3, 40),
    ];
    for row in place.rows.get(window.clone()).unwrap_or_default() {
        let number = |n: usize| {
            if n == 0 {
                "·".to_owned()
            } else {
                n.to_string()
            }
        };
        let cells = [
            (row.key.clone(), Role::Strong),
            (number(row.words as usize), Role::Text),
            (number(row.codings), Role::Text),
            (format!("v{}", row.version), Role::Dim),
            (row.file.clone(), Role::Dim),
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
    let words: u32 = place.rows.iter().map(|row| row.words).sum();
    let sum = crate::t!(
        app.words,
        "tui-references-sum",
        n = place.rows.len(),
        words = words
    );
    pen.text(1, pen.height().saturating_sub(1), &sum, Role::Dim);
    cursor
}
