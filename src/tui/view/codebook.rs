//! The tree of codes, and the code under the cursor.

use super::code::Colours;
use crate::app::App;
use crate::app::place::codebook::details_rows;
use crate::study::Study;
use crate::study::codebook::Code;
use crate::study::id::CodeId;
use crate::tui::pen::Pen;
use crate::tui::theme::Role;
use ratatui::layout::{Position, Rect};

/// Draws the codebook.
pub(super) fn draw(app: &App, pen: &mut Pen<'_>) -> Option<Position> {
    let place = &app.places.codebook;
    let Some(work) = &app.work else {
        return super::empty(app, pen, "tui-empty-codebook", "study.open");
    };
    if place.rows.is_empty() {
        return super::empty(app, pen, "tui-empty-codebook", "codebook.add");
    }
    let area = pen.area;
    let under = u16::try_from(details_rows(area.width, area.height)).unwrap_or(0);
    let (tree, details) = if area.width >= 100 {
        let side = area.width / 3;
        let tree = Rect {
            width: area.width - side - 2,
            ..area
        };
        (
            tree,
            Rect {
                x: area.x + area.width - side,
                width: side,
                ..area
            },
        )
    } else {
        let tree = Rect {
            height: area.height - under,
            ..area
        };
        (
            tree,
            Rect {
                y: area.y + area.height - under,
                height: under,
                ..area
            },
        )
    };
    if details.height > 0
        && let Some(id) = place.current()
        && let Some(code) = work.study().records.codes.get(id)
    {
        if area.width < 100 {
            pen.within(details).rule(0, 0);
            let inner = Rect {
                y: details.y + 1,
                height: details.height.saturating_sub(1),
                ..details
            };
            draw_code(app, work.study(), id, code, &mut pen.within(inner));
        } else {
            pen.upright(area.width - details.width - 1, 0..area.height);
            draw_code(app, work.study(), id, code, &mut pen.within(details));
        }
    }
    draw_tree(app, work.study(), &mut pen.within(tree))
}

fn draw_tree(app: &App, study: &Study, pen: &mut Pen<'_>) -> Option<Position> {
    let place = &app.places.codebook;
    let colours = Colours::of(study);
    let language = app.words.lang().code();
    let end = pen.width().saturating_sub(1);
    pen.text(3, 0, &app.words.get("tui-codebook-code"), Role::Dim);
    let interviews = pen.text_right(end, 0, &app.words.get("tui-codebook-interviews"), Role::Dim);
    let codings_end = interviews.saturating_sub(2);
    let codings = pen.text_right(
        codings_end,
        0,
        &app.words.get("tui-codebook-codings"),
        Role::Dim,
    );
    let mut cursor = None;
    let height = pen.height().saturating_sub(1) as usize;
    for (line, row) in place.list.window(place.rows.len(), height).enumerate() {
        let y = line as u16 + 1;
        let Some((row_index, row)) = place.rows.get(row).map(|r| (row, r)) else {
            continue;
        };
        let Some(code) = study.records.codes.get(&row.id) else {
            continue;
        };
        let indent = 1 + u16::try_from(row.depth)
            .unwrap_or(u16::MAX)
            .saturating_mul(2)
            .min(pen.width() / 3);
        let sign = match (row.parent, place.folded.contains(&row.id)) {
            (true, true) => "▸",
            (true, false) => "▾",
            (false, _) => " ",
        };
        pen.text(indent, y, sign, Role::Dim);
        let mut x = indent + 2;
        let room = codings.saturating_sub(x + 1);
        x = pen.text_in(x, y, room, &code.key, colours.role(Some(&row.id)));
        let label = crate::study::label(&code.labels, language, study);
        x = pen.text_in(x + 1, y, codings.saturating_sub(x + 2), label, Role::Text);
        if let Some(slot) = code.slot {
            pen.text_in(
                x + 1,
                y,
                codings.saturating_sub(x + 2),
                &format!("[{slot}]"),
                Role::Key,
            );
        }
        let count = |n: usize| {
            if n == 0 {
                "·".to_owned()
            } else {
                n.to_string()
            }
        };
        pen.text_right(codings_end, y, &count(row.codings), Role::Text);
        pen.text_right(end, y, &count(row.interviews), Role::Text);
        if row_index == place.list.at {
            pen.mark_row(y, Role::Focus);
            cursor = pen.position(indent, y);
        }
    }
    cursor
}

/// Definition, what it includes and excludes, an example.
pub(super) fn draw_code(app: &App, study: &Study, id: &CodeId, code: &Code, pen: &mut Pen<'_>) {
    let colour = Colours::of(study).role(Some(id));
    let language = app.words.lang().code();
    let mut x = pen.text(1, 0, &code.key, colour);
    x = pen.text(
        x + 1,
        0,
        crate::study::label(&code.labels, language, study),
        Role::Strong,
    );
    if let Some(other) = code.labels.iter().find(|(lang, _)| *lang != language) {
        pen.text(x + 2, 0, other.1, Role::Dim);
    }
    let mut y = 1;
    if !code.definition.is_empty() {
        y = pen.paragraph(1, y, &code.definition, Role::Text);
    }
    for (words, text) in [
        ("tui-codebook-include", &code.include),
        ("tui-codebook-exclude", &code.exclude),
        ("tui-codebook-example", &code.example),
    ] {
        if !text.is_empty() {
            y = pen.paragraph(1, y, &format!("{} {text}", app.words.get(words)), Role::Dim);
        }
    }
}
