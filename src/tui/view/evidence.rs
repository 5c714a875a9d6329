//! A table, the passages behind the row under its cursor, the rule it was counted by.

mod columns;
mod passages;
mod rule;
#[cfg(test)]
mod tests;

use crate::analysis::{Cell, Table};
use crate::app::App;
use crate::app::place::evidence::layout::{HEAD, Layout};
use crate::app::place::evidence::shown::{Shown, Subject};
use crate::app::place::evidence::{Evidence, Gaps};
use crate::study::{Study, label};
use crate::t;
use crate::text::width::width;
use crate::tui::pen::Pen;
use crate::tui::theme::Role;
use columns::{Column, GAP};
use ratatui::layout::{Position, Rect};

/// Narrowest and widest the column of codes may be.
const CODE: (usize, usize) = (14, 34);

/// Narrowest the column of the best words may be.
const QUOTE: usize = 18;

/// Draws the place.
pub(super) fn draw(app: &App, place: &Evidence, pen: &mut Pen<'_>) -> Option<Position> {
    let Some(work) = &app.work else {
        return super::empty(app, pen, "tui-empty-evidence", "study.open");
    };
    let study = work.study();
    if let Some(fault) = &place.fault {
        pen.paragraph(2, pen.height() / 3, &app.words.say(fault), Role::Warning);
        return pen.position(0, 0);
    }
    if place.subject == Subject::Evidence && study.records.scenarios.is_empty() {
        return super::empty(app, pen, "tui-empty-evidence", "place.settings");
    }
    if study.records.codings.is_empty() && place.subject != Subject::Evidence {
        return super::empty(app, pen, "tui-empty-passages", "place.transcript");
    }
    let Some(shown) = &place.shown else {
        pen.text(
            2,
            pen.height() / 3,
            &app.words.get("tui-evidence-counting"),
            Role::Notice,
        );
        return pen.position(0, 0);
    };
    let layout = place.layout(pen.height(), app.side_pane);
    head(app, place, &shown.table, pen);
    let mut cursor = None;
    if layout.table > 0 {
        cursor = match place.subject {
            Subject::Evidence => draw_evidence(app, study, place, shown, &layout, pen),
            _ => draw_table(app, study, place, shown, &layout, pen),
        };
    }
    if layout.passages > 0 {
        let top = if place.passages_only() {
            1
        } else {
            let top = (HEAD + layout.table) as u16;
            title(app, study, place, shown, top, pen);
            top + 1
        };
        let area = Rect {
            y: pen.area.y + top,
            height: (layout.passages + layout.words) as u16,
            ..pen.area
        };
        let at = passages::draw(app, place, &layout, &mut pen.within(area));
        if place.at_passages() {
            cursor = at;
        }
    }
    rule::line(&shown.table, app.words, pen.height().saturating_sub(1), pen);
    if place.rule_open {
        return rule::draw(app, &shown.table, pen);
    }
    cursor
}

/// Interviews, those asked, those withdrawn, what was filtered.
fn head(app: &App, place: &Evidence, table: &Table, pen: &mut Pen<'_>) {
    let words = app.words;
    let mut parts = vec![t!(words, "tui-evidence-interviews", n = table.n_interviews)];
    if place.subject == Subject::Evidence {
        match table.cell(0, "n_asked") {
            Some(Cell::Integer(n)) => parts.push(t!(words, "tui-evidence-asked", n = *n)),
            _ => parts.push(words.get("tui-evidence-not-asked")),
        }
    }
    if table.n_withdrawn > 0 {
        parts.push(t!(words, "tui-evidence-withdrawn", n = table.n_withdrawn));
    }
    let references = match table.cell(0, "n_reference_excerpts") {
        Some(Cell::Integer(n)) if place.subject == Subject::Evidence => *n,
        _ => i64::try_from(table.n_reference_excerpts).unwrap_or(i64::MAX),
    };
    if references > 0 {
        parts.push(t!(words, "tui-evidence-references", n = references));
    }
    if let Some(coder) = &place.coder {
        parts.push(t!(words, "tui-evidence-coder", coder = coder));
    }
    match place.gaps {
        Gaps::All => {}
        Gaps::Only => parts.push(words.get("tui-evidence-gaps-only")),
        Gaps::Hidden => parts.push(words.get("tui-evidence-gaps-hidden")),
    }
    let mut end = pen.width().saturating_sub(1);
    if place.is_stale() {
        end = pen
            .text_right(end, 0, &words.get("tui-evidence-stale"), Role::Notice)
            .saturating_sub(2);
    }
    if let Some(by) = &place.by {
        let label = app
            .work
            .as_ref()
            .and_then(|work| {
                let study = work.study();
                let (_, attribute) = study.attribute_by_key(by)?;
                Some(label(&attribute.labels, words.lang().code(), study).to_owned())
            })
            .filter(|label| !label.is_empty())
            .unwrap_or_else(|| by.clone());
        end = pen
            .text_right(
                end,
                0,
                &t!(words, "tui-evidence-by", by = label.to_lowercase()),
                Role::Strong,
            )
            .saturating_sub(2);
    }
    pen.text_in(1, 0, end.saturating_sub(1), &parts.join(" · "), Role::Text);
}

/// The thin rule above the passages, with the row's name and counts in it.
fn title(app: &App, study: &Study, place: &Evidence, shown: &Shown, y: u16, pen: &mut Pen<'_>) {
    pen.rule(1, y);
    let Some(row) = place.current_row() else {
        return;
    };
    let mut parts = vec![row_name(app, study, place, shown, row)];
    parts.push(t!(app.words, "tui-evidence-passages", n = place.n_passages));
    if let Some(Cell::Integer(n)) = shown.table.cell(row, "n_interviews") {
        parts.push(t!(app.words, "tui-evidence-interviews", n = *n));
    }
    let title = format!(" {} ", parts.join(" · "));
    pen.text_in(2, y, pen.width().saturating_sub(4), &title, Role::Strong);
}

/// Key and label of the row's code, else what stands in its first cell.
fn row_name(app: &App, study: &Study, place: &Evidence, shown: &Shown, row: usize) -> String {
    match shown.codes.get(row).and_then(Option::as_ref) {
        Some(id) => {
            let key = match shown.table.cell(row, "code") {
                Some(Cell::Text(key)) => key.as_str(),
                _ => "",
            };
            let name = study.records.codes.get(id).map_or("", |code| {
                label(&code.labels, app.words.lang().code(), study)
            });
            if name.is_empty() || key.to_lowercase().contains(&name.to_lowercase()) {
                key.to_owned()
            } else {
                format!("{key} {name}")
            }
        }
        None if place.subject == Subject::Evidence => app.words.get("tui-evidence-total"),
        None => columns::shown(
            shown.table.rows.get(row).and_then(|row| row.cells.first()),
            app.words,
        ),
    }
}

fn draw_evidence(
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
    let figures: usize = columns.iter().map(|column| column.width + GAP).sum();
    let room = wide.saturating_sub(figures + 2);
    let mut code = natural.clamp(CODE.0, CODE.1).min(room);
    let mut quote = room.saturating_sub(code + GAP);
    if quote < QUOTE {
        // what is left of the code's column may be enough
        let least = natural.clamp(CODE.0, 24);
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

/// Marks the row under the cursor: in reverse where it has the keys.
fn on_cursor(place: &Evidence, at: usize, y: u16, pen: &mut Pen<'_>) -> Option<Position> {
    if at != place.list.at {
        return None;
    }
    pen.text(0, y, "▸", Role::Strong);
    if !place.at_passages() {
        pen.mark_row(y, Role::Focus);
    }
    pen.position(0, y)
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

/// Any table: its first column stands fixed, the others scroll.
fn draw_table(
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
    let names: Vec<String> = window
        .iter()
        .map(|row| match shown.codes.get(*row) {
            Some(Some(_)) if table.columns.first().is_some_and(|c| c.key == "code") => {
                row_name(app, study, place, shown, *row)
            }
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
    let columns: Vec<Column> = columns::all(table, app.words, &window)
        .into_iter()
        .skip(place.first_column)
        .collect();
    pen.text_in(1, 1, fixed as u16, &first_head, Role::Dim);
    if place.first_column > 0 {
        pen.text((fixed + 1) as u16, 1, "‹", Role::Strong);
    }
    let mut cursor = None;
    for (line, (row, name)) in window.iter().zip(&names).enumerate() {
        let y = (HEAD + line) as u16;
        pen.text_in(1, y, fixed as u16, name, Role::Text);
        let _ = row;
    }
    let mut x = fixed + 1;
    let mut left_out = false;
    for column in &columns {
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
        put(1, &column.head, Role::Dim);
        for (line, row) in window.iter().enumerate() {
            let (words, nothing) = column.text(table, *row, app.words);
            let role = if nothing { Role::Dim } else { Role::Text };
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
        if let Some(at) = on_cursor(place, at, (HEAD + line) as u16, pen) {
            cursor = Some(at);
        }
    }
    cursor
}
