//! The board of interviews.

use crate::app::App;
use crate::tui::pen::Pen;
use crate::tui::theme::Role;
use ratatui::layout::Position;

/// Draws the board.
pub(super) fn draw(app: &App, pen: &mut Pen<'_>) -> Option<Position> {
    let board = &app.places.board;
    let Some(work) = &app.work else {
        return super::empty(app, pen, "tui-empty-board", "study.open");
    };
    if board.rows.is_empty() {
        return super::empty(app, pen, "tui-empty-board", "session.new");
    }
    let mut cursor = None;
    for (line, row) in board
        .list
        .window(board.rows.len(), pen.height() as usize - 1)
        .enumerate()
    {
        let y = line as u16 + 1;
        let Some(session) = board
            .rows
            .get(row)
            .and_then(|id| work.study().records.sessions.get(id))
        else {
            continue;
        };
        pen.text(1, y, &session.key, Role::Text);
        if row == board.list.at {
            pen.mark_row(y, Role::Focus);
            cursor = pen.position(0, y);
        }
    }
    cursor
}
