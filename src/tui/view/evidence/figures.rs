//! The evidence of a scenario, row by row.

use super::columns::{self, Column, GAP};
use super::{colour_key, on_cursor, row_name};
use crate::analysis::Table;
use crate::app::App;
use crate::app::place::evidence::Evidence;
use crate::app::place::evidence::layout::{HEAD, Layout};
use crate::app::place::evidence::shown::Shown;
use crate::study::Study;
use crate::t;
use crate::text::width::width;
use crate::tui::pen::Pen;
use crate::tui::theme::Role;
use crate::tui::view::code::Colours;
use ratatui::layout::Position;

/// Narrowest and widest the column of codes may be.
const CODE: (usize, usize) = (14, 34);

/// What a code's key and the beginning of its label take.
const LEAST: usize = 24;

/// From this many columns on the best words have room made for them, so much.
const WIDE: usize = 100;
const BEST: usize = 36;

/// Narrowest the column of the best words may be.
const QUOTE: usize = 18;

/// The evidence of a scenario: figures that fit, the best words where there is room.
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
    let names: Vec<String> = (0..table.rows.len())
        .map(|row| row_name(app, study, place, shown, row))
        .collect();
    let natural = names.iter().map(|name| width(name)).max().unwrap_or(0);
    let mut columns = columns::evidence(table, app.words);
    columns::drop_to_fit(&mut columns, wide.saturating_sub(CODE.0 + 2));
    let taken = |columns: &[Column]| columns.iter().map(|column| column.width + GAP).sum();
    let mut figures: usize = taken(&columns);
    // the references are told above the table as well: the best words go before them
    if wide >= WIDE && wide < figures + 2 + natural.clamp(CODE.0, CODE.1) + GAP + BEST {
        columns.retain(|column| column.rank != columns::REFERENCES);
        figures = taken(&columns);
    }
    let room = wide.saturating_sub(figures + 2);
    let mut code = natural.clamp(CODE.0, CODE.1).min(room);
    let mut quote = room.saturating_sub(code + GAP);
    if wide >= WIDE && quote < BEST {
        // a code is known by its key: its label gives way
        code = code
            .min(room.saturating_sub(BEST + GAP))
            .max(code.min(LEAST));
        quote = room.saturating_sub(code + GAP);
    }
    if quote < QUOTE {
        // what is left of the code's column may be enough
        let least = natural.clamp(CODE.0, LEAST);
        if room >= least + GAP + QUOTE {
            quote = QUOTE;
            code = room - GAP - QUOTE;
        } else {
            quote = 0;
            code = room.min(natural.max(CODE.0));
        }
    }
    pen.text_in(
        1,
        1,
        code as u16,
        &app.words.get("tui-evidence-code"),
        Role::Dim,
    );
    heads(&columns, code + 1, pen);
    let quote_x = (code + 1 + figures + GAP) as u16;
    if quote > 0 {
        pen.text_in(
            quote_x,
            1,
            quote as u16,
            &app.words.get("tui-evidence-best"),
            Role::Dim,
        );
    }
    let colours = Colours::of(study);
    let mut cursor = None;
    for (line, at) in place
        .list
        .window(place.rows.len(), layout.table)
        .enumerate()
    {
        let Some(row) = place.rows.get(at).copied() else {
            continue;
        };
        let y = (HEAD + line) as u16;
        let gap = place.is_gap(row);
        let role = match (row, gap) {
            (0, _) => Role::Strong,
            (_, true) => Role::Dim,
            _ => Role::Text,
        };
        pen.text_in(
            1,
            y,
            code as u16,
            names.get(row).map_or("", String::as_str),
            role,
        );
        colour_key(shown, &colours, (row, y), code, pen);
        if gap {
            draw_gap(app, table, &columns, code + 1, row, y, pen);
        } else {
            figures_of(app, table, &columns, code + 1, row, y, pen);
        }
        if quote > 0
            && let Some((_, best)) = place.best.iter().find(|(of, _)| *of == row)
        {
            draw_best(app, best, quote_x, y, quote as u16, pen);
        }
        if let Some(at) = on_cursor(place, at, y, pen) {
            cursor = Some(at);
        }
    }
    cursor
}

fn heads(columns: &[Column], from: usize, pen: &mut Pen<'_>) {
    let mut end = from;
    for column in columns {
        end += column.width + GAP;
        pen.text_right(end as u16, 1, &column.head, Role::Dim);
    }
}

fn figures_of(
    app: &App,
    table: &Table,
    columns: &[Column],
    from: usize,
    row: usize,
    y: u16,
    pen: &mut Pen<'_>,
) {
    let mut end = from;
    for column in columns {
        end += column.width + GAP;
        let (text, nothing) = column.text(table, row, app.words);
        let role = if nothing { Role::Dim } else { column.role };
        pen.text_right(end as u16, y, &text, role);
    }
}

/// A code without evidence: its zeros, and the words that say so.
fn draw_gap(
    app: &App,
    table: &Table,
    columns: &[Column],
    from: usize,
    row: usize,
    y: u16,
    pen: &mut Pen<'_>,
) {
    let mut end = from;
    let mut shown = 0;
    for column in columns {
        let of_excerpts = matches!(column.cells, columns::Cells::One(at)
            if table.columns.get(at).is_some_and(|c| c.key.ends_with("_excerpts")));
        if !of_excerpts {
            break;
        }
        end += column.width + GAP;
        let (text, nothing) = column.text(table, row, app.words);
        let role = if nothing { Role::Dim } else { column.role };
        pen.text_right(end as u16, y, &text, role);
        shown += 1;
    }
    let rest: usize = columns.iter().skip(shown).map(|c| c.width + GAP).sum();
    let words = app.words.get("tui-evidence-gap");
    pen.text_in(
        (end + GAP) as u16,
        y,
        rest.max(1) as u16,
        &words,
        Role::Notice,
    );
}

/// The best words, cut so that where they are stays readable.
fn draw_best(
    app: &App,
    best: &crate::app::place::evidence::passage::PassageRow,
    x: u16,
    y: u16,
    columns: u16,
    pen: &mut Pen<'_>,
) {
    let reference = best.reference();
    let room = columns.saturating_sub(width(&reference) as u16 + 1);
    if room < 8 {
        let quote = t!(app.words, "tui-evidence-quote", quote = &best.quote);
        pen.text_in(x, y, columns, &quote, Role::Text);
        return;
    }
    let whole = t!(app.words, "tui-evidence-quote", quote = &best.quote);
    let after = if width(&whole) <= usize::from(room) {
        pen.text_in(x, y, room, &whole, Role::Text)
    } else {
        let frame = width(&t!(app.words, "tui-evidence-quote", quote = ""));
        let inner = usize::from(room).saturating_sub(frame);
        let cut = crate::text::width::fit(&best.quote, inner);
        pen.text_in(
            x,
            y,
            room,
            &t!(app.words, "tui-evidence-quote", quote = &*cut),
            Role::Text,
        )
    };
    pen.text_in(after + 1, y, columns, &reference, Role::Dim);
}
