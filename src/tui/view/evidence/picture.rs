//! A table as a picture: bars for and against, how much of what was wanted, a curve, heat. What a colour says a glyph
//! says as well, and the numbers stand beside.

use super::columns;
use super::{colour_key, on_cursor, row_name};
use crate::analysis::{Cell, Table};
use crate::app::App;
use crate::app::place::evidence::Evidence;
use crate::app::place::evidence::layout::{HEAD, Layout};
use crate::app::place::evidence::shown::Shown;
use crate::i18n::Words;
use crate::study::Study;
use crate::text::width::width;
use crate::tui::pen::Pen;
use crate::tui::theme::Role;
use crate::tui::view::code::Colours;
use ratatui::layout::Position;

/// Widest the names of the rows may be.
const NAME: usize = 26;
/// Columns of one cell of a heat map: two of glyphs, three of the number.
const HEAT: usize = 6;
/// From nothing to the most.
const SHADES: [&str; 5] = ["··", "░░", "▒▒", "▓▓", "██"];

/// What is drawn of a table.
enum Picture {
    /// For to the right, against to the left, both at once after either.
    ForAgainst,
    /// So much of so much.
    OfWanted { done: usize, wanted: usize },
    /// How many codes are known after each interview.
    Curve { sum: usize },
    /// Every count of a matrix.
    Heat,
    /// One column.
    Bars { column: usize },
    /// Nothing: no numbers.
    Nothing,
}

fn picture(place: &Evidence, table: &Table) -> Picture {
    let at = |key: &str| table.columns.iter().position(|column| column.key == key);
    let has_numbers = |column: usize| {
        table.rows.iter().any(|row| {
            matches!(
                row.cells.get(column),
                Some(Cell::Integer(_) | Cell::Number(_))
            )
        })
    };
    match table.name {
        "matrix" => return Picture::Heat,
        "sample" => {
            if let (Some(done), Some(wanted)) = (at("n_done"), at("n_wanted")) {
                return Picture::OfWanted { done, wanted };
            }
        }
        "saturation" => {
            if let Some(sum) = at("n_cumulated") {
                return Picture::Curve { sum };
            }
        }
        _ if place.column == 0 && at("n_supporting").is_some() => return Picture::ForAgainst,
        _ => {}
    }
    let under = Some(place.column).filter(|column| *column > 0 && has_numbers(*column));
    let first = || (1..table.columns.len()).find(|column| has_numbers(*column));
    match under.or_else(first) {
        Some(column) => Picture::Bars { column },
        None => Picture::Nothing,
    }
}

/// Draws the picture of a table in the place of its rows.
pub(super) fn draw(
    app: &App,
    study: &Study,
    place: &Evidence,
    shown: &Shown,
    layout: &Layout,
    pen: &mut Pen<'_>,
) -> Option<Position> {
    let table = &shown.table;
    let window: Vec<(usize, usize)> = place
        .list
        .window(place.rows.len(), layout.table)
        .filter_map(|at| Some((at, *place.rows.get(at)?)))
        .collect();
    let picture = picture(place, table);
    if let Picture::Curve { sum } = picture {
        return curve(app, place, table, sum, layout, pen);
    }
    let names: Vec<String> = window
        .iter()
        .map(|(_, row)| name(app, study, place, shown, *row))
        .collect();
    let longest = names.iter().map(|name| width(name)).max().unwrap_or(0);
    let fixed = longest.clamp(8, NAME.min(usize::from(pen.width()) / 3));
    let colours = Colours::of(study);
    for (line, ((_, row), name)) in window.iter().zip(&names).enumerate() {
        let y = (HEAD + line) as u16;
        pen.text_in(1, y, fixed as u16, name, Role::Text);
        colour_key(shown, &colours, (*row, y), fixed, pen);
    }
    let from = fixed + 3;
    let rows: Vec<usize> = window.iter().map(|(_, row)| *row).collect();
    let words = app.words;
    let mut cell = None;
    match picture {
        Picture::ForAgainst => for_against(place, table, &rows, words, from, pen),
        Picture::OfWanted { done, wanted } => {
            of_wanted(place, table, &rows, (done, wanted), words, from, pen);
        }
        Picture::Heat => cell = heat(place, table, &rows, words, from, pen),
        Picture::Bars { column } => bars(place, table, &rows, column, words, from, pen),
        Picture::Curve { .. } | Picture::Nothing => {
            pen.text(1, 1, &words.get("tui-picture-nothing"), Role::Notice);
        }
    }
    let mut cursor = None;
    for (line, (at, _)) in window.iter().enumerate() {
        let y = (HEAD + line) as u16;
        if *at != place.list.at {
            continue;
        }
        if let Some(x) = cell {
            pen.text(0, y, "▸", Role::Strong);
            if !place.at_passages() {
                pen.mark(x..x + HEAT as u16 - 1, y, Role::Focus);
            }
            cursor = pen.position(x, y);
        } else {
            cursor = on_cursor(place, *at, y, pen);
        }
    }
    cursor
}

/// What a row is called: two columns where the first does not tell one from another.
fn name(app: &App, study: &Study, place: &Evidence, shown: &Shown, row: usize) -> String {
    let table = &shown.table;
    let first = row_name(app, study, place, shown, row);
    let other = table.cell(row, "other_code");
    match other {
        Some(Cell::Text(other)) => format!("{} + {other}", key_of(table, row, first)),
        _ => match table.columns.first() {
            Some(column) if !column.names.is_empty() => {
                let said = table.said(row, &column.key, app.words);
                if said.is_empty() { first } else { said }
            }
            _ => first,
        },
    }
}

fn key_of(table: &Table, row: usize, or: String) -> String {
    match table.cell(row, "code") {
        Some(Cell::Text(key)) => key.clone(),
        _ => or,
    }
}

fn number(cell: Option<&Cell>) -> Option<f64> {
    match cell {
        Some(Cell::Integer(n)) => Some(*n as f64),
        Some(Cell::Number(n)) if n.is_finite() => Some(*n),
        _ => None,
    }
}

fn value(table: &Table, row: usize, column: usize) -> Option<f64> {
    number(table.rows.get(row)?.cells.get(column))
}

/// The greatest number of some columns, over all rows that are shown; the total of all rows aside.
fn most(place: &Evidence, table: &Table, columns: &[usize]) -> f64 {
    place
        .rows
        .iter()
        .filter(|row| !is_total(table, **row))
        .flat_map(|row| {
            columns
                .iter()
                .filter_map(|column| value(table, *row, *column))
        })
        .fold(0.0, f64::max)
}

/// The total of a scenario, which would make all bars short.
fn is_total(table: &Table, row: usize) -> bool {
    table.name == "evidence" && table.cell(row, "code") == Some(&Cell::Empty)
}

/// A bar of so many columns at most; anything but nothing is seen.
fn bar(n: f64, most: f64, room: usize, glyph: &str) -> String {
    if n <= 0.0 || most <= 0.0 {
        return String::new();
    }
    let long = ((n / most).min(1.0) * room as f64).round() as usize;
    glyph.repeat(long.clamp(1, room.max(1)))
}

/// Interviews against to the left of the middle, those for to the right, mixed ones at the end.
fn for_against(
    place: &Evidence,
    table: &Table,
    rows: &[usize],
    words: Words,
    from: usize,
    pen: &mut Pen<'_>,
) {
    let column = |key: &str| table.columns.iter().position(|column| column.key == key);
    let (Some(plus), Some(minus)) = (column("n_supporting"), column("n_contradicting")) else {
        return;
    };
    let mixed = column("n_mixed");
    // the numbers stand beside the bars: three columns each, and those of the mixed
    let room = usize::from(pen.width()).saturating_sub(from + 18);
    let half = room / 2;
    let middle = (from + 4 + half) as u16;
    let end = middle + 1 + half as u16 + 4;
    let greatest = most(place, table, &[plus, minus]);
    pen.text_right(
        middle,
        1,
        &words.get("tui-picture-against"),
        Role::Contradicts,
    );
    pen.text(middle + 1, 1, &words.get("tui-picture-for"), Role::Supports);
    if mixed.is_some() {
        pen.text(end + 1, 1, &words.get("tui-picture-mixed"), Role::Mixed);
    }
    for (line, row) in rows.iter().enumerate() {
        let y = (HEAD + line) as u16;
        let of = |column: usize| value(table, *row, column).unwrap_or(0.0);
        let shown = |column: usize| {
            let cell = table.rows.get(*row).and_then(|row| row.cells.get(column));
            columns::shown(cell, words)
        };
        pen.text(middle, y, "│", Role::Rule);
        let total = is_total(table, *row);
        let (against, for_) = if total {
            (String::new(), String::new())
        } else {
            (
                bar(of(minus), greatest, half, "▒"),
                bar(of(plus), greatest, half, "█"),
            )
        };
        let x = pen.text_right(middle, y, &against, Role::Contradicts);
        pen.text_right(x.saturating_sub(1), y, &shown(minus), Role::Contradicts);
        let x = pen.text(middle + 1, y, &for_, Role::Supports);
        pen.text(x + 1, y, &shown(plus), Role::Supports);
        if let Some(mixed) = mixed.filter(|mixed| of(*mixed) > 0.0) {
            pen.text(end + 1, y, &format!("± {}", shown(mixed)), Role::Mixed);
        }
    }
}

/// What was done of what was wanted.
fn of_wanted(
    place: &Evidence,
    table: &Table,
    rows: &[usize],
    (done, wanted): (usize, usize),
    words: Words,
    from: usize,
    pen: &mut Pen<'_>,
) {
    let room = usize::from(pen.width()).saturating_sub(from + 10);
    let greatest = most(place, table, &[done, wanted]);
    pen.text(
        from as u16,
        1,
        &words.get("tui-picture-of-wanted"),
        Role::Dim,
    );
    for (line, row) in rows.iter().enumerate() {
        let y = (HEAD + line) as u16;
        let n = value(table, *row, done).unwrap_or(0.0);
        let of = value(table, *row, wanted);
        let full = bar(n, greatest, room, "█");
        let whole = bar(of.unwrap_or(0.0).max(n), greatest, room, "░");
        let left = width(&whole).saturating_sub(width(&full));
        let x = pen.text(from as u16, y, &full, Role::Good);
        let x = pen.text(x, y, &"░".repeat(left), Role::Dim);
        let number = |n: f64| words.integer(n as i64);
        let told = match of {
            Some(of) => format!("{}/{}", number(n), number(of)),
            None => number(n),
        };
        pen.text(x + 1, y, &told, Role::Text);
    }
}

/// One column of any table.
fn bars(
    place: &Evidence,
    table: &Table,
    rows: &[usize],
    column: usize,
    words: Words,
    from: usize,
    pen: &mut Pen<'_>,
) {
    let room = usize::from(pen.width()).saturating_sub(from + 12);
    let greatest = most(place, table, &[column]);
    if let Some(column) = table.columns.get(column) {
        pen.text(from as u16, 1, &column.label.say(words), Role::Dim);
    }
    for (line, row) in rows.iter().enumerate() {
        let y = (HEAD + line) as u16;
        let cell = table.rows.get(*row).and_then(|row| row.cells.get(column));
        let drawn = if is_total(table, *row) {
            String::new()
        } else {
            bar(number(cell).unwrap_or(0.0), greatest, room, "█")
        };
        let x = pen.text(from as u16, y, &drawn, Role::Text);
        let x = if x > from as u16 { x + 1 } else { x };
        pen.text(x, y, &columns::shown(cell, words), Role::Text);
    }
}

/// Every count of a matrix as a shade, with its number; returns where the cell under the cursor begins.
fn heat(
    place: &Evidence,
    table: &Table,
    rows: &[usize],
    words: Words,
    from: usize,
    pen: &mut Pen<'_>,
) -> Option<u16> {
    let counts: Vec<usize> = (1..table.columns.len()).collect();
    let fits = (usize::from(pen.width()).saturating_sub(from + 2) / HEAT).max(1);
    let under = place.column.checked_sub(1);
    let first = under.map_or(0, |under| (under + 1).saturating_sub(fits));
    let greatest = most(place, table, &counts);
    let mut cell_x = None;
    for (index, column) in counts.iter().enumerate().skip(first).take(fits) {
        let x = (from + (index - first) * HEAT) as u16;
        let mut head = Role::Dim;
        if under == Some(index) {
            cell_x = Some(x);
            head = Role::Strong;
        }
        if let Some(column) = table.columns.get(*column) {
            pen.text_in(x, 1, HEAT as u16 - 1, &column.label.say(words), head);
        }
        for (line, row) in rows.iter().enumerate() {
            let y = (HEAD + line) as u16;
            let cell = table.rows.get(*row).and_then(|row| row.cells.get(*column));
            let (glyph, role) = shade(number(cell), greatest);
            pen.text(x, y, glyph, role);
            if number(cell).is_none_or(|n| n > 0.0) {
                let text = columns::shown(cell, words);
                pen.text_in(x + 2, y, HEAT as u16 - 3, &format!("{text:>2}"), Role::Text);
            }
        }
    }
    if first > 0 {
        pen.text(from as u16 - 1, 1, "‹", Role::Strong);
    }
    if first + fits < counts.len() {
        pen.text_right(pen.width(), 1, "›", Role::Strong);
    }
    cell_x
}

/// From nothing to the most: five glyphs, three colours.
fn shade(n: Option<f64>, most: f64) -> (&'static str, Role) {
    let Some(n) = n.filter(|n| *n > 0.0 && most > 0.0) else {
        return (SHADES[0], Role::Dim);
    };
    let step = ((n / most) * 4.0).ceil().clamp(1.0, 4.0) as usize;
    let role = match step {
        1 => Role::Text,
        2 | 3 => Role::Notice,
        _ => Role::Warning,
    };
    (SHADES.get(step).copied().unwrap_or(SHADES[4]), role)
}

/// How many codes are known after each interview; the cursor's column is marked, and its row told.
fn curve(
    app: &App,
    place: &Evidence,
    table: &Table,
    sum: usize,
    layout: &Layout,
    pen: &mut Pen<'_>,
) -> Option<Position> {
    let words = app.words;
    // one line a stratum: the one that the cursor is in
    let stratum = |row: usize| table.cell(row, "stratum").cloned();
    let here = place.current_row()?;
    let own: Vec<usize> = place
        .rows
        .iter()
        .copied()
        .filter(|row| stratum(*row) == stratum(here))
        .collect();
    let at = own.iter().position(|row| *row == here)?;
    let greatest = own
        .iter()
        .filter_map(|row| value(table, *row, sum))
        .fold(0.0, f64::max);
    let columns = |key: &str| table.columns.iter().position(|column| column.key == key);
    let text = |key: &str| {
        let cell = columns(key).and_then(|at| table.rows.get(here)?.cells.get(at));
        columns::shown(cell, words)
    };
    let told = crate::t!(
        words,
        "tui-picture-curve",
        interview = text("interview"),
        position = text("position"),
        new = text("n_new"),
        sum = text("n_cumulated")
    );
    pen.text_in(1, 1, pen.width().saturating_sub(2), &told, Role::Strong);
    // the axis stands below, its numbers to the left
    let tall = layout.table.saturating_sub(1).max(1);
    let left = 6usize;
    let room = usize::from(pen.width()).saturating_sub(left + 2).max(1);
    let step = (room / own.len().max(1)).clamp(1, 4);
    let x_of = |index: usize| {
        let at = if own.len() * step <= room {
            index * step
        } else {
            index * (room - 1) / (own.len() - 1).max(1)
        };
        (left + 1 + at) as u16
    };
    let y_of = |n: f64| {
        let share = if greatest > 0.0 { n / greatest } else { 0.0 };
        let up = (share * (tall - 1) as f64).round() as usize;
        (HEAD + tall - 1 - up) as u16
    };
    for line in 0..tall {
        pen.text(left as u16, (HEAD + line) as u16, "│", Role::Rule);
    }
    let base = (HEAD + tall) as u16;
    pen.text(left as u16, base, "└", Role::Rule);
    pen.rule(left as u16 + 1, base);
    pen.text_right(
        left as u16,
        y_of(greatest),
        &words.integer(greatest as i64),
        Role::Dim,
    );
    pen.text_right(left as u16, y_of(0.0), "0", Role::Dim);
    let mut cursor = None;
    for (index, row) in own.iter().enumerate() {
        let n = value(table, *row, sum).unwrap_or(0.0);
        let (x, y) = (x_of(index), y_of(n));
        let mut spread = |key: &str, glyph: &str| {
            if let Some(n) = columns(key).and_then(|column| value(table, *row, column)) {
                pen.text(x, y_of(n), glyph, Role::Dim);
            }
        };
        spread("min_cumulated", "·");
        spread("max_cumulated", "·");
        pen.text(x, y, "●", Role::Strong);
        if index == at {
            pen.text(x, base, "▴", Role::Strong);
            cursor = pen.position(x, y);
            if !place.at_passages() {
                pen.mark(x..x + 1, y, Role::Focus);
            }
        }
    }
    cursor
}
