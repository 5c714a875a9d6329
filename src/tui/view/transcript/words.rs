//! The words, with what stands left of them.

use crate::app::App;
use crate::app::layer::Layer;
use crate::app::place::transcript::ScreenRow;
use crate::app::place::transcript::marks::{LANES, Mark};
use crate::app::place::transcript::reading::{Reading, Standing};
use crate::app::place::transcript::search::Pattern;
use crate::i18n::duration;
use crate::study::hidden::{LEFT_OUT, touches};
use crate::text::width::width;
use crate::text::wrap::visible;
use crate::tui::pen::Pen;
use crate::tui::theme::Role;
use crate::tui::view::code::Colours;
use ratatui::layout::Position;
use std::ops::Range;

/// Draws the rows of text; returns where the cursor stands.
pub(super) fn draw(app: &App, pen: &mut Pen<'_>) -> Option<Position> {
    let transcript = &app.places.transcript;
    let reading = transcript.reading()?;
    let layout = transcript.layout();
    let colours = Colours::of(app.work.as_ref()?.study());
    let hits = hits(app, reading);
    let mut cursor = None;
    for (y, row) in transcript.screen().iter().enumerate() {
        let y = y as u16;
        lanes(app, &colours, row, y, pen);
        let standing = reading.standing(row.turn);
        if row.head {
            head(reading, row, y, layout, pen);
        }
        let x = layout.text_at;
        let text = reading.text.text();
        if standing == Standing::Withdrawn {
            let told = app.words.get("tui-transcript-hidden");
            pen.text_in(x, y, layout.text, &told, Role::Dim);
        } else {
            let role = if standing == Standing::Interviewer {
                Role::Dim
            } else {
                Role::Text
            };
            let shown = visible(text, &row.bytes);
            let row_shown = row.bytes.start..row.bytes.start + shown.len();
            pen.text_in(x, y, layout.text, &reading.shown(row_shown), role);
            let end = row.bytes.start + shown.len();
            let columns = |span: &Range<usize>| {
                let from = span.start.clamp(row.bytes.start, end);
                let to = span.end.clamp(from, end);
                let at =
                    |byte: usize| x + width(text.get(row.bytes.start..byte).unwrap_or("")) as u16;
                at(from)..at(to)
            };
            if reading.is_left_out(row) {
                pen.text(LANES as u16, y, LEFT_OUT, Role::Dim);
                for span in reading.hidden() {
                    pen.mark(columns(span), y, Role::Dim);
                }
            }
            for hit in &hits {
                pen.mark(columns(hit), y, Role::Match);
            }
            if let Some(span) = transcript.span()
                && !reading.is_notes()
            {
                let role = if transcript.selection().is_some() {
                    Role::Selection
                } else {
                    Role::Passage
                };
                pen.mark(columns(span), y, role);
            }
        }
        labels(app, reading, row, y, pen);
        let at = transcript.at();
        let last = row.bytes.end == reading.span(row.turn).end;
        if row.bytes.contains(&at) || (last && row.bytes.end == at) {
            let before = width(text.get(row.bytes.start..at).unwrap_or("")) as u16;
            let mut shown = x + before.min(layout.text.saturating_sub(1));
            if layout.overlay {
                shown = shown.min(layout.pane_at.saturating_sub(1));
            }
            cursor = pen.position(shown, y);
            if reading.is_notes() {
                pen.text(LANES as u16, y, "▸", Role::Strong);
            }
        }
    }
    cursor
}

/// The letters of the sentences that begin in a row: in the blank before the first word, not over the words.
fn labels(app: &App, reading: &Reading, row: &ScreenRow, y: u16, pen: &mut Pen<'_>) {
    let Some(Layer::Labels(labels)) = app.layers.last() else {
        return;
    };
    let layout = app.places.transcript.layout();
    let end = if layout.overlay {
        layout.pane_at
    } else {
        pen.width()
    };
    let text = reading.text.text();
    for (at, letters) in labels.shown() {
        if !row.bytes.contains(&at) {
            continue;
        }
        let before = text.get(row.bytes.start..at).unwrap_or("");
        let blank = before.is_empty() || before.ends_with(char::is_whitespace);
        let room = width(letters) as u16;
        let x = layout.text_at + width(before) as u16 - u16::from(blank);
        let x = x.min(end.saturating_sub(room));
        pen.text(x, y, letters, Role::Label);
    }
}

/// Time and speaker of a turn.
fn head(
    reading: &Reading,
    row: &ScreenRow,
    y: u16,
    layout: crate::app::place::transcript::layout::Layout,
    pen: &mut Pen<'_>,
) {
    let continues = row.bytes.start != reading.span(row.turn).start;
    let start = reading.text.turns().get(row.turn).and_then(|t| t.start_ms);
    if let Some(ms) = start.and_then(|ms| u64::try_from(ms).ok())
        && layout.time > 0
        && !continues
    {
        pen.text_right(LANES as u16 + 1 + layout.time, y, &duration(ms), Role::Dim);
    }
    if let Some(voice) = reading.voice(row.turn) {
        let role = if voice.standing == Standing::Counted && !continues {
            Role::Strong
        } else {
            Role::Dim
        };
        pen.text_in(layout.speaker_at, y, layout.speaker, &voice.label, role);
    }
}

/// One sign for each coding that runs beside a row, in its lane; a plus where more run than there are lanes.
fn lanes(app: &App, colours: &Colours<'_>, row: &ScreenRow, y: u16, pen: &mut Pen<'_>) {
    let transcript = &app.places.transcript;
    let here = transcript.current().map(Mark::id);
    let coder = app.work.as_ref().map_or("", |work| work.coder.as_str());
    let mut row_span = row.bytes.clone();
    if let Some(reading) = transcript.reading() {
        // An empty note or turn may be coded all the same.
        if row_span.is_empty() && !reading.span(row.turn).is_empty() {
            return;
        }
        let shown = visible(reading.text.text(), &row_span).len();
        row_span.end = row_span.start + shown.max(usize::from(!row_span.is_empty()));
    }
    let mut more = false;
    for mark in transcript.marks().over(&row_span) {
        if mark.lane >= LANES {
            more = true;
            continue;
        }
        let begins = mark.span.start >= row_span.start;
        let ends = mark.span.end <= row_span.end;
        let mine = mark.coder == coder;
        let sign = match (begins, ends) {
            _ if Some(mark.id()) == here => "┃",
            (true, true) => "[",
            (true, false) => "┌",
            (false, true) => "└",
            (false, false) if mine => "│",
            (false, false) => "┊",
        };
        let x = (LANES - 1 - mark.lane) as u16;
        pen.text(x, y, sign, colours.role(mark.code.as_ref()));
    }
    if more {
        pen.text(0, y, "+", Role::Strong);
    }
}

/// What was searched for, in the rows that are seen.
fn hits(app: &App, reading: &Reading) -> Vec<Range<usize>> {
    if app.pattern.is_empty() {
        return Vec::new();
    }
    let searched = app.places.transcript.searched.as_ref();
    let pattern = Pattern::going_on(&app.pattern, searched);
    let screen = app.places.transcript.screen();
    let mut hits = Vec::new();
    for rows in screen.chunk_by(|a, b| a.turn == b.turn) {
        let (Some(first), Some(last)) = (rows.first(), rows.last()) else {
            continue;
        };
        let seen = first.bytes.start..last.bytes.end;
        let found = pattern.hits(reading.text.slice(seen.clone()));
        hits.extend(
            found
                .into_iter()
                .map(|hit| seen.start + hit.start..seen.start + hit.end),
        );
    }
    hits.retain(|hit| !touches(reading.hidden(), hit));
    hits
}
