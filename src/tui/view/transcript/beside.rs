//! The notes beside the turns, at the words that were said when they were written.

use crate::app::App;
use crate::app::place::live::clock;
use crate::app::place::transcript::beside::{Aside, Beside};
use crate::study::Study;
use crate::study::hidden::LEFT_OUT;
use crate::t;
use crate::text::wrap;
use crate::tui::pen::Pen;
use crate::tui::theme::Role;
use crate::tui::view::code::Colours;

/// Columns before the words of a note: its sign and its time.
const TIME: u16 = 9;

/// Draws the column; its last row says how many there are, and which stand at no words.
pub(super) fn draw(app: &App, study: &Study, pen: &mut Pen<'_>) {
    let transcript = &app.places.transcript;
    let beside = transcript.beside();
    let height = pen.height().saturating_sub(1);
    pen.upright(0, 0..pen.height());
    let columns = pen.width().saturating_sub(TIME + 1);
    let placed = beside.placed(transcript.screen(), columns as usize, height as usize);
    let colours = Colours::of(study);
    for one in placed {
        let Some(note) = beside.notes.get(one.note) else {
            continue;
        };
        let here = beside
            .current()
            .is_some_and(|current| current.id == note.id);
        let y = u16::try_from(one.y).unwrap_or(u16::MAX);
        draw_note(study, &colours, note, here, (y, one.rows), pen);
    }
    pen.text_in(
        2,
        height,
        pen.width().saturating_sub(3),
        &status(app, beside),
        Role::Dim,
    );
}

fn draw_note(
    study: &Study,
    colours: &Colours<'_>,
    note: &Aside,
    here: bool,
    (y, rows): (u16, usize),
    pen: &mut Pen<'_>,
) {
    if here {
        pen.text(1, y, "▸", Role::Strong);
    } else if note.left_out {
        pen.text(1, y, LEFT_OUT, Role::Dim);
    }
    pen.text_right(TIME - 1, y, &clock(note.at_ms), Role::Dim);
    let room = pen.width().saturating_sub(TIME + 1);
    let role = match (note.left_out, here) {
        (true, _) => Role::Dim,
        (false, true) => Role::Strong,
        (false, false) => Role::Text,
    };
    let wrapped = wrap::wrap(&note.words, room as usize);
    let mut end = TIME;
    let mut last = y;
    for (at, (y, row)) in (y..).zip(wrapped.iter().take(rows)).enumerate() {
        // The last row that is shown holds what is left, cut with a sign.
        let words = if at + 1 == rows {
            note.words.get(row.start..).unwrap_or_default()
        } else {
            wrap::visible(&note.words, row)
        };
        end = pen.text_in(TIME, y, room, words.trim_end(), role);
        last = y;
    }
    for id in &note.codes {
        if let Some(code) = study.records.codes.get(id) {
            let room = pen.width().saturating_sub(end + 2);
            end = pen.text_in(end + 1, last, room, &code.key, colours.role(Some(id)));
        }
    }
}

/// What is said below the notes.
fn status(app: &App, beside: &Beside) -> String {
    let (all, untimed) = (beside.notes.len(), beside.untimed());
    if all == 0 {
        return app.words.get("tui-beside-none");
    }
    let texts = app.places.transcript.reading();
    if texts.is_some_and(|reading| reading.last_time().is_none()) {
        return t!(app.words, "tui-beside-text-untimed", n = all);
    }
    match untimed {
        0 => t!(app.words, "tui-pane-notes", n = all),
        _ if beside.lists() => t!(app.words, "tui-beside-lists", n = untimed),
        _ => t!(app.words, "tui-beside-untimed", n = all, untimed = untimed),
    }
}
