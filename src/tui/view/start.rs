//! The start page.

use crate::app::App;
use crate::tui::pen::Pen;
use crate::tui::theme::Role;
use ratatui::layout::Position;

/// Draws the start page.
pub(super) fn draw(app: &App, pen: &mut Pen<'_>) -> Option<Position> {
    let title = concat!(env!("CARGO_PKG_NAME"), " ", env!("CARGO_PKG_VERSION"));
    pen.text(2, 1, title, Role::Strong);
    super::empty(app, pen, "tui-empty-start", "study.sample")
}
