//! Choosing a file.

use super::{entry, sheet};
use crate::app::App;
use crate::app::layer::Files;
use crate::tui::pen::Pen;
use crate::tui::theme::Role;
use ratatui::layout::Position;

/// Draws the folder, what is typed, and what is there.
pub(super) fn draw(app: &App, files: &Files, pen: &mut Pen<'_>) -> Option<Position> {
    let rows = (pen.height() as usize).saturating_sub(1);
    let mut pen = sheet(pen, rows, &app.words.say(&files.title));
    let folder = format!(
        "{}/",
        files.folder.display().to_string().trim_end_matches('/')
    );
    pen.text(1, 1, &folder, Role::Dim);
    pen.text(1, 2, ">", Role::Dim);
    let cursor = entry(&mut pen, 3, 2, &files.entry, Role::Text);
    if let Some(fault) = &files.fault {
        pen.paragraph(3, 3, &app.words.say(fault), Role::Error);
        return cursor;
    }
    if files.found.is_empty() {
        pen.text(3, 3, &app.words.get("tui-nothing-found"), Role::Dim);
    }
    let height = rows.saturating_sub(2);
    let mut list = files.list;
    list.show(files.rows(), height);
    let end = pen.width().saturating_sub(1);
    for (y, row) in (3u16..).zip(list.window(files.rows(), height)) {
        if let Some(n) = files.together().filter(|_| row == files.found.len()) {
            pen.text(
                3,
                y,
                &crate::t!(app.words, "tui-files-all", n = n),
                Role::Notice,
            );
            if row == list.at {
                pen.text(1, y, "▸", Role::Strong);
                pen.mark_row(y, Role::Focus);
            }
            continue;
        }
        let Some(item) = files
            .found
            .get(row)
            .and_then(|index| files.entries.get(*index))
        else {
            continue;
        };
        let size = if item.study {
            app.words.get("tui-files-study")
        } else if item.folder {
            String::new()
        } else {
            size(app, item.bytes)
        };
        let room = pen.text_right(end, y, &size, Role::Dim).saturating_sub(5);
        let (name, role) = if item.folder {
            (format!("{}/", item.name), Role::Strong)
        } else {
            (item.name.clone(), Role::Text)
        };
        pen.text_in(3, y, room, &name, role);
        if row == list.at {
            pen.text(1, y, "▸", Role::Strong);
            pen.mark_row(y, Role::Focus);
        }
    }
    cursor
}

/// Bytes as people say them.
fn size(app: &App, bytes: u64) -> String {
    let number = |unit: u64| app.words.number(bytes as f64 / unit as f64, 1);
    if bytes < 1_000 {
        crate::t!(app.words, "tui-files-bytes", n = bytes.to_string())
    } else if bytes < 1_000_000 {
        crate::t!(app.words, "tui-files-kilobytes", n = number(1_000))
    } else {
        crate::t!(app.words, "tui-files-megabytes", n = number(1_000_000))
    }
}
