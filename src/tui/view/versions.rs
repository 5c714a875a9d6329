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
use crate::tui::view::grid::{self, Column};
use ratatui::layout::{Position, Rect};

/// From so many columns on the words stand side by side.
const BESIDE: u16 = 90;

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
    let height = Versions::height(pen.height());
    let window = place.list.window(place.rows.len(), height);
    let mut columns = [
        Column::text(String::new(), 0, 24),
        Column::text(String::new(), 2, 8),
        Column::text(String::new(), 0, 24),
        Column::text(String::new(), 3, 10),
        Column::text(String::new(), 1, 60),
    ];
    for row in place.rows.get(window.clone()).unwrap_or_default() {
        let cells = [
            (row.source.clone(), Role::Strong),
            (row.time.clone().unwrap_or_default(), Role::Dim),
            (row.code.clone(), Role::Text),
            (row.coder.clone(), Role::Dim),
            (app.words.get(why(row)), Role::Text),
        ];
        for (column, cell) in columns.iter_mut().zip(cells) {
            column.cells.push(cell);
        }
    }
    grid::draw(pen, 1, 0, &columns);
    let shown = window.len() as u16;
    let mut cursor = None;
    if window.contains(&place.list.at) {
        let y = (place.list.at - window.start) as u16 + 1;
        pen.mark_row(y, Role::Focus);
        cursor = pen.position(1, y);
    }
    let rule = shown + 1;
    pen.rule(0, rule);
    let said = app
        .words
        .say(&message!("tui-versions-count", n = place.rows.len()));
    pen.text_right(
        pen.width().saturating_sub(1),
        rule,
        &format!(" {said} "),
        Role::Dim,
    );
    if let Some(row) = place.current() {
        words(app, row, pen, rule + 1);
    }
    cursor
}

/// Old and new words, beside or below one another.
fn words(app: &App, row: &Row, pen: &mut Pen<'_>, top: u16) {
    let (width, height) = (pen.width(), pen.height());
    let rows = height.saturating_sub(top);
    let (old, new) = if width >= BESIDE {
        let half = width / 2;
        (
            Rect::new(1, top, half - 2, rows),
            Rect::new(half + 1, top, width - half - 2, rows),
        )
    } else {
        let half = rows / 2;
        (
            Rect::new(1, top, width - 2, half),
            Rect::new(1, top + half, width - 2, rows - half),
        )
    };
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
        if last {
            pen.text(end.min(area.x + area.width - 1), y, "…", Role::Dim);
        }
    }
}
