//! The log of transactions, and the messages so far.

use super::bars::clock;
use crate::app::App;
use crate::app::notice::Level;
use crate::store::Saved;
use crate::tui::pen::Pen;
use crate::tui::theme::Role;
use ratatui::layout::Position;

/// Draws the log.
pub(super) fn draw(app: &App, pen: &mut Pen<'_>) -> Option<Position> {
    let log = &app.places.log;
    if log.rows.is_empty() {
        // what is being written comes in a moment
        let saving = |work: &crate::app::Work| matches!(work.store.saved(), Saved::Saving);
        if app.work.as_ref().is_some_and(saving) {
            return pen.position(0, 0);
        }
        return super::empty(app, pen, "tui-empty-log", "place.sessions");
    }
    let mut cursor = None;
    for (line, row) in log
        .list
        .window(log.rows.len(), pen.height() as usize)
        .enumerate()
    {
        let Some(entry) = log.rows.get(row) else {
            continue;
        };
        let y = line as u16;
        let zoned = entry.wall.to_zoned_datetime(jiff::tz::TimeZone::system());
        let when = zoned.strftime("%Y-%m-%d %H:%M:%S").to_string();
        let mut x = pen.text(1, y, &when, Role::Dim);
        x = pen.text(x + 2, y, &entry.author, Role::Dim);
        let text = crate::app::place::log::said(entry, app.words);
        pen.text(
            x + 2,
            y,
            &text,
            if entry.undone { Role::Dim } else { Role::Text },
        );
        if row == log.list.at {
            pen.mark_row(y, Role::Focus);
            cursor = pen.position(0, y);
        }
    }
    cursor
}

/// Draws the messages.
pub(super) fn draw_messages(app: &App, pen: &mut Pen<'_>) -> Option<Position> {
    let messages = &app.places.messages;
    if messages.rows.is_empty() {
        pen.paragraph(
            2,
            pen.height() / 3,
            &app.words.get("tui-empty-messages"),
            Role::Text,
        );
        return pen.position(0, 0);
    }
    let mut cursor = None;
    for (line, row) in messages
        .list
        .window(messages.rows.len(), pen.height() as usize)
        .enumerate()
    {
        let Some(notice) = messages.rows.get(row) else {
            continue;
        };
        let y = line as u16;
        let x = pen.text(1, y, &clock(notice.at), Role::Dim);
        let (sign, role) = match notice.level {
            Level::Info => ("·", Role::Text),
            Level::Warning => ("!", Role::Warning),
            Level::Error => ("✗", Role::Error),
        };
        let x = pen.text(x + 2, y, sign, role);
        pen.text(x + 1, y, &app.words.say(&notice.text), role);
        if row == messages.list.at {
            pen.mark_row(y, Role::Focus);
            cursor = pen.position(0, y);
        }
    }
    cursor
}
