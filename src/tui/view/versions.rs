//! Codings that a new version leaves open: the list, and below it old and new words side by side.

#[cfg(test)]
mod tests;

use crate::app::App;
use crate::app::place::versions::{Row, Versions};
use crate::message;
use crate::study::versions::{Doubt, Outcome};
use crate::text::wrap::{visible, wrap};
use crate::tui::pen::Pen;
use crate::tui::theme::Role;
use crate::tui::view::grid::Column;
use crate::tui::view::queue;
use ratatui::layout::{Position, Rect};

/// Why a coding waits.
fn why(row: &Row) -> &'static str {
    match &row.carried.outcome {
        Outcome::Changed(_, Doubt::Alike) => "versions-doubt-alike",
        Outcome::Changed(_, Doubt::Words) => "versions-doubt-words",
        Outcome::Changed(_, Doubt::Voice) => "versions-doubt-voice",
        Outcome::Changed(_, Doubt::Place) => "versions-doubt-place",
        Outcome::Kept(_) | Outcome::Moved(_) => "versions-doubt-none",
        Outcome::Lost => "versions-doubt-lost",
        Outcome::Unread => "versions-doubt-unread",
    }
}

/// Draws the list and the words of the coding under the cursor.
pub(super) fn draw(app: &App, pen: &mut Pen<'_>) -> Option<Position> {
    let place = &app.places.versions;
    if app.work.is_none() || place.rows.is_empty() {
        return super::empty(app, pen, "tui-empty-versions", "file.import");
    }
    let columns = [
        Column::text(String::new(), 0, 24),
        Column::text(String::new(), 2, 8),
        Column::text(String::new(), 0, 24),
        Column::text(String::new(), 3, 10),
        Column::text(String::new(), 1, 60),
    ];
    let cells = |row: &Row| {
        [
            (row.source.clone(), Role::Strong),
            (row.time.clone().unwrap_or_default(), Role::Dim),
            (row.code.clone(), Role::Text),
            (row.coder.clone(), Role::Dim),
            (app.words.get(why(row)), Role::Text),
        ]
    };
    let said = app
        .words
        .say(&message!("tui-versions-count", n = place.rows.len()));
    let height = Versions::height(pen.height());
    let (cursor, below) = queue::list(
        pen,
        columns,
        (&place.rows, &place.list, height),
        cells,
        &said,
    );
    if let Some(row) = place.current() {
        words(app, row, pen, below);
    }
    cursor
}

/// Old and new words, beside or below one another.
fn words(app: &App, row: &Row, pen: &mut Pen<'_>, top: u16) {
    let [old, new] = queue::halves(pen, top);
    let say = |message| app.words.say(&message);
    part(
        pen,
        old,
        &say(message!("tui-versions-old", n = row.version)),
        &row.old,
        Role::Text,
    );
    let head = say(message!("tui-versions-new", n = row.newest));
    match &row.new {
        Some(words) => part(pen, new, &head, words, Role::Strong),
        None => part(
            pen,
            new,
            &head,
            &app.words.get("tui-versions-nowhere"),
            Role::Dim,
        ),
    }
}

fn part(pen: &mut Pen<'_>, area: Rect, head: &str, words: &str, role: Role) {
    if area.height == 0 {
        return;
    }
    pen.text_in(area.x, area.y, area.width, head, Role::Dim);
    let lines = wrap(words, area.width as usize);
    let room = area.height.saturating_sub(1) as usize;
    for (at, line) in lines.iter().take(room).enumerate() {
        let last = at + 1 == room && lines.len() > room;
        let shown = visible(words, line);
        let y = area.y + 1 + at as u16;
        let end = pen.text_in(area.x, y, area.width, shown, role);
        queue::more(pen, area, end, y, last);
    }
}
