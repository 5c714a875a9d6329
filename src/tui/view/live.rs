//! The call: the guide's rail, the notes, the question in hand, the line.

#[cfg(test)]
mod clock_test;
mod foot;
mod open;
mod rail;
#[cfg(test)]
mod tests;

use super::code::Colours;
use crate::app::place::live::{Layout, RailAt, clock};
use crate::app::{App, At};
use crate::study::hidden::LEFT_OUT;
use crate::study::id::CodeId;
use crate::study::session::Note;
use crate::study::word::NoteKind;
use crate::study::{Hidden, Study};
use crate::text::quoted::is_quoted;
use crate::text::width::width;
use crate::tui::pen::Pen;
use crate::tui::theme::Role;
use ratatui::layout::{Position, Rect};

/// Columns of the rail where it is beside the notes.
const RAIL: u16 = 38;

/// The part of the body that may be covered: all of it, but in a call neither the last notes nor the foot.
pub(super) fn coverable(app: &App, body: Rect) -> Rect {
    let live = &app.places.live;
    if app.at != At::Live || live.session.is_none() {
        return body;
    }
    let layout = Layout::of(body.height, true, live.guide.is_some());
    Rect {
        y: body.y + layout.notes,
        height: layout.layer,
        ..body
    }
}

/// Draws the call.
pub(super) fn draw(app: &App, pen: &mut Pen<'_>) -> Option<Position> {
    let live = &app.places.live;
    let Some(work) = &app.work else {
        return super::empty(app, pen, "tui-empty-live", "study.open");
    };
    let study = work.study();
    let area = pen.area;
    let layout = live.layout(&app.eye());
    let mut right = area;
    match live.rail_at(area.width, app.side_pane) {
        RailAt::Beside => {
            let rail = Rect {
                width: RAIL,
                ..area
            };
            rail::draw(app, study, &mut pen.within(rail));
            pen.upright(RAIL, 0..area.height);
            right = Rect {
                x: area.x + RAIL + 1,
                width: area.width - RAIL - 1,
                ..area
            };
        }
        RailAt::Over => {
            let over = Rect {
                y: area.y + layout.notes,
                height: layout.layer,
                ..area
            };
            let mut pen = pen.within(over);
            pen.rule(0, 0);
            let below = Rect {
                y: over.y + 1,
                height: over.height.saturating_sub(1),
                ..over
            };
            rail::draw(app, study, &mut pen.within(below));
        }
        RailAt::Nowhere => {}
    }
    let notes = Rect {
        height: layout.notes,
        ..right
    };
    draw_notes(app, study, &mut pen.within(notes));
    let foot = Rect {
        y: right.bottom().saturating_sub(layout.foot),
        height: layout.foot.min(right.height),
        ..right
    };
    foot::draw(app, study, &mut pen.within(foot))
}

fn draw_notes(app: &App, study: &Study, pen: &mut Pen<'_>) {
    let live = &app.places.live;
    if live.rows.is_empty() {
        let y = pen.height() / 3;
        pen.paragraph(2, y, &app.words.get("tui-empty-live"), Role::Dim);
    }
    let colours = Colours::of(study);
    let hidden = Hidden::of(study);
    // The cursor is seen only while it is not on the last note: there the line has it.
    let looking_back = live.list.at.saturating_add(1) < live.rows.len();
    let rows = live.list.window(live.rows.len(), pen.height() as usize);
    for (y, row) in (0..).zip(rows) {
        let Some(id) = live.rows.get(row) else {
            continue;
        };
        let Some(note) = study.records.notes.get(id) else {
            continue;
        };
        let left_out = hidden.note(id, note);
        let codes: Vec<&CodeId> = study
            .codings_of_note(id)
            .filter(|_| !left_out)
            .filter_map(|id| study.records.codings.get(id))
            .filter_map(|coding| study.resolve_code(&coding.code))
            .collect();
        let words = hidden.words(id, note);
        draw_note(
            app,
            (study, &colours),
            (note, &words, left_out),
            &codes,
            y,
            pen,
        );
        let mended = live.line.editing.as_ref() == Some(id);
        if (looking_back && row == live.list.at) || mended {
            pen.mark_row(y, Role::Focus);
        }
    }
}

/// A note: time, words as their kind shows them, then codes, flags, question.
fn draw_note(
    app: &App,
    (study, colours): (&Study, &Colours),
    (note, words, left_out): (&Note, &str, bool),
    codes: &[&CodeId],
    y: u16,
    pen: &mut Pen<'_>,
) {
    pen.text_right(7, y, &clock(note.t_ms), Role::Dim);
    let sign = left_out.then(|| crate::t!(app.words, "tui-left-out", sign = LEFT_OUT));
    let tail: Vec<String> = codes
        .iter()
        .filter_map(|id| study.records.codes.get(id))
        .map(|code| code.key.clone())
        .chain(sign)
        .chain(
            note.flags
                .iter()
                .map(|flag| format!("⚑ {}", flag_words(app, flag))),
        )
        .chain(Some(note.question.clone()).filter(|question| !question.is_empty()))
        .collect();
    let tail_width =
        u16::try_from(tail.iter().map(|part| width(part) + 2).sum::<usize>()).unwrap_or(u16::MAX);
    let room = pen
        .width()
        .saturating_sub(9 + tail_width.min(pen.width() / 2));
    let aside = matches!(note.kind, NoteKind::Observation | NoteKind::Interpretation);
    let role = if aside || left_out {
        Role::Dim
    } else {
        Role::Text
    };
    pen.text_in(9, y, room, &dressed(app, note.kind, words), role);
    let mut x = pen.width().saturating_sub(tail_width.min(pen.width() / 2));
    for (index, part) in tail.iter().enumerate() {
        let role = codes
            .get(index)
            .map_or(Role::Dim, |id| colours.role(Some(id)));
        x = pen.text(x, y, part, role) + 2;
    }
}

fn flag_words(app: &App, flag: &str) -> String {
    let key = format!("app-flag-{flag}");
    if app.words.has(&key) {
        app.words.get(&key)
    } else {
        flag.to_owned()
    }
}

/// Words as their kind shows them.
fn dressed(app: &App, kind: NoteKind, text: &str) -> String {
    match kind {
        NoteKind::Verbatim if !is_quoted(text) => crate::t!(app.words, "tui-quoted", text = text),
        NoteKind::Observation => format!("({text})"),
        NoteKind::Interpretation => format!("[{text}]"),
        NoteKind::Figure => format!("# {text}"),
        NoteKind::Verbatim | NoteKind::Paraphrase => text.to_owned(),
    }
}
