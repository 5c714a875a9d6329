//! Any other table than the evidence.

use super::columns::{self, Column, GAP};
use super::{colour_key, on_cursor, row_name};
use crate::analysis::{Cell, Table};
use crate::app::App;
use crate::app::place::evidence::Evidence;
use crate::app::place::evidence::layout::{HEAD, Layout};
use crate::app::place::evidence::shown::Shown;
use crate::i18n::Words;
use crate::message;
use crate::study::Study;
use crate::text::width::width;
use crate::tui::pen::Pen;
use crate::tui::theme::Role;
use crate::tui::view::code::Colours;
use ratatui::layout::Position;

/// Any table: its first column stands fixed, the others scroll.
pub(super) fn draw(
    app: &App,
    study: &Study,
    place: &Evidence,
    shown: &Shown,
    layout: &Layout,
    pen: &mut Pen<'_>,
) -> Option<Position> {
    let table = &shown.table;
    let wide = usize::from(pen.width());
    let window: Vec<usize> = place
        .list
        .window(place.rows.len(), layout.table)
        .filter_map(|at| place.rows.get(at).copied())
        .collect();
    let first_head = table
        .columns
        .first()
        .map_or_else(String::new, |column| column.label.say(app.words));
    let of_codes = table.columns.first().is_some_and(|c| c.key == "code");
    let names: Vec<String> = window
        .iter()
        .map(|row| match shown.codes.get(*row) {
            Some(Some(_)) if of_codes => row_name(app, study, place, shown, *row),
            _ => columns::shown(
                table.rows.get(*row).and_then(|r| r.cells.first()),
                app.words,
            ),
        })
        .collect();
    let fixed = names
        .iter()
        .map(|name| width(name))
        .max()
        .unwrap_or(0)
        .max(width(&first_head))
        .clamp(6, 30.min(wide / 2));
    let columns: Vec<Column> = columns::all(table, app.words, &window);
    // the cell under the cursor is seen, and as much as there is room for before it
    let under = place.column.checked_sub(1);
    let first = first_shown(&columns, under, wide.saturating_sub(fixed + 3));
    pen.text_in(1, 1, fixed as u16, &first_head, Role::Dim);
    if first > 0 {
        pen.text((fixed + 1) as u16, 1, "‹", Role::Strong);
    }
    let colours = Colours::of(study);
    let mut cursor = None;
    for (line, (row, name)) in window.iter().zip(&names).enumerate() {
        let y = (HEAD + line) as u16;
        pen.text_in(1, y, fixed as u16, name, Role::Text);
        if of_codes {
            colour_key(shown, &colours, (*row, y), fixed, pen);
        }
    }
    let mut x = fixed + 1;
    let mut left_out = false;
    let mut cell = None;
    for (index, column) in columns.iter().enumerate().skip(first) {
        let start = x + GAP;
        let room = wide.saturating_sub(start + 2);
        if room < column.width.min(8) {
            left_out = true;
            break;
        }
        let own = column.width.min(room);
        let text = matches!(column.cells, columns::Cells::One(at)
            if table.columns.get(at).is_some_and(|c| c.kind == crate::analysis::ColumnType::Text));
        let mut put = |y: u16, words: &str, role: Role| {
            if text {
                pen.text_in(start as u16, y, own as u16, words, role);
            } else {
                let needed = width(words).min(own);
                pen.text_in((start + own - needed) as u16, y, own as u16, words, role);
            }
        };
        let head = if under == Some(index) {
            cell = Some(start..start + own);
            Role::Strong
        } else {
            Role::Dim
        };
        put(1, &column.head, head);
        for (line, row) in window.iter().enumerate() {
            let (words, nothing) = column.text(table, *row, app.words);
            let role = if nothing { Role::Dim } else { Role::Text };
            let (words, role) =
                framework(table, *row, index + 1, app.words).unwrap_or((words, role));
            put((HEAD + line) as u16, &words, role);
        }
        x = start + own;
    }
    if left_out {
        pen.text_right(pen.width(), 1, "›", Role::Strong);
    }
    for (line, at) in place
        .list
        .window(place.rows.len(), layout.table)
        .enumerate()
    {
        let y = (HEAD + line) as u16;
        match &cell {
            Some(cell) if at == place.list.at => {
                pen.text(0, y, "▸", Role::Strong);
                if !place.at_passages() {
                    pen.mark(cell.start as u16..cell.end as u16, y, Role::Focus);
                }
                cursor = pen.position(cell.start as u16, y);
            }
            _ => cursor = on_cursor(place, at, y, pen).or(cursor),
        }
    }
    cursor
}

/// The first column that is drawn, so that the one under the cursor has room.
fn first_shown(columns: &[Column], under: Option<usize>, room: usize) -> usize {
    let Some(under) = under else { return 0 };
    let mut taken = 0;
    for (index, column) in columns.iter().enumerate().take(under + 1).rev() {
        taken += column.width + GAP;
        if taken > room {
            return (index + 1).min(under);
        }
    }
    0
}

/// A summary of the framework: what is stale, has passages alone, was not asked or is empty each looks different.
fn framework(table: &Table, row: usize, at: usize, words: Words) -> Option<(String, Role)> {
    if table.name != "framework" || !table.columns.get(at + 1)?.key.starts_with("state[") {
        return None;
    }
    let cells = &table.rows.get(row)?.cells;
    let Cell::Said(state) = cells.get(at + 1)? else {
        return None;
    };
    let text = columns::shown(cells.get(at), words);
    Some(if *state == message!("analysis-framework-stale") {
        (format!("≠ {text}"), Role::Warning)
    } else if *state == message!("analysis-framework-filled") {
        (text, Role::Text)
    } else if *state == message!("analysis-framework-passages") {
        (words.say(state), Role::Notice)
    } else {
        (words.say(state), Role::Dim)
    })
}
