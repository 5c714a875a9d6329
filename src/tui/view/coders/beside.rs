//! One text between what both coders put there: at the left the first one's codes, at the right the other's; `≠` where
//! they disagree, and the words that one has and the other has not in a colour of their own.

use crate::app::App;
use crate::app::place::coders::{Beside, Lane, columns};
use crate::app::place::transcript::ScreenRow;
use crate::i18n::duration;
use crate::text::width::{fit, width};
use crate::text::wrap::visible;
use crate::tui::pen::Pen;
use crate::tui::theme::Role;
use ratatui::layout::Position;

/// Draws it; the last rows say what the two disagree on in the row under the cursor.
pub(super) fn draw(app: &App, beside: &Beside, pen: &mut Pen<'_>) -> Option<Position> {
    let place = &app.places.coders;
    let Some([one, other]) = &place.pair else {
        return None;
    };
    let (side, text) = columns(pen.width());
    let right = side + text + 2;
    pen.text_right(side, 0, &fit(one, side as usize - 1), Role::Strong);
    pen.text_in(side + 1, 0, text, &beside.reading.key, Role::Strong);
    pen.text_in(right, 0, pen.width() - right, other, Role::Strong);
    let height = Beside::height(pen.height());
    let mut cursor = None;
    for (y, row) in (1..).zip(beside.screen.iter().take(height)) {
        if row.head {
            head(beside, row, pen, (side + 1, y, text));
        } else {
            let codes = |lanes: &[Lane]| codes(lanes, row);
            if let Some((label, role)) = codes(&beside.lanes[0]) {
                let label = fit(&label, side as usize - 2);
                let x = side - 1 - width(&label) as u16;
                pen.text_in(x, y, side, &label, role);
                pen.text(side, y, "│", role);
            }
            if let Some((label, role)) = codes(&beside.lanes[1]) {
                pen.text(right - 1, y, "│", role);
                pen.text_in(right, y, pen.width() - right, &label, role);
            }
            words(beside, row, pen, (side + 1, y, text));
        }
        if *row == beside.at {
            pen.mark_row(y, Role::Focus);
            cursor = pen.position(side + 1, y);
        }
    }
    let rule = height as u16 + 1;
    pen.rule(0, rule);
    let told = match place.current() {
        Some(row) => app.words.say(&row.told),
        None => app.words.get("tui-coders-agree"),
    };
    pen.paragraph(1, rule + 1, &told, Role::Strong);
    cursor
}

/// Time and speaker.
fn head(beside: &Beside, row: &ScreenRow, pen: &mut Pen<'_>, (x, y, room): (u16, u16, u16)) {
    let reading = &beside.reading;
    let time = reading.text.turns().get(row.turn).and_then(|t| t.start_ms);
    let time = time.and_then(|ms| u64::try_from(ms).ok()).map(duration);
    let voice = reading.voice(row.turn).map(|voice| voice.label.clone());
    let parts: Vec<String> = [time, voice].into_iter().flatten().collect();
    pen.text_in(x, y, room, &parts.join("  "), Role::Dim);
}

/// The codes that begin in a row, and how they look; nothing where none is on it.
fn codes(lanes: &[Lane], row: &ScreenRow) -> Option<(String, Role)> {
    let on = |lane: &&Lane| lane.span.start < row.bytes.end && row.bytes.start < lane.span.end;
    let here: Vec<&Lane> = lanes.iter().filter(on).collect();
    if here.is_empty() {
        return None;
    }
    let begins = here
        .iter()
        .filter(|lane| row.bytes.contains(&lane.span.start));
    let labels: Vec<String> = begins
        .map(|lane| {
            let sign = if lane.open { "≠ " } else { "" };
            format!("{sign}{}", lane.code)
        })
        .collect();
    let role = if here.iter().any(|lane| lane.open) {
        Role::Warning
    } else {
        Role::Dim
    };
    Some((labels.join(" "), role))
}

/// The words of a row: those of both standing out, those of one in her colour, the others dim.
fn words(beside: &Beside, row: &ScreenRow, pen: &mut Pen<'_>, (x, y, room): (u16, u16, u16)) {
    let text = beside.reading.text.text();
    let shown = row.bytes.start..row.bytes.start + visible(text, &row.bytes).len();
    let all = beside.lanes.iter().flatten();
    let mut cuts: Vec<usize> = all
        .flat_map(|lane| [lane.span.start, lane.span.end])
        .filter(|at| shown.contains(at))
        .chain([shown.start, shown.end])
        .collect();
    cuts.sort_unstable();
    cuts.dedup();
    let mut at = x;
    for pair in cuts.windows(2) {
        let [start, end] = pair else { continue };
        let has = |lanes: &[Lane]| {
            lanes
                .iter()
                .any(|lane| lane.span.start <= *start && *end <= lane.span.end)
        };
        let role = match beside.lanes.each_ref().map(|lanes| has(lanes)) {
            [true, true] => Role::Strong,
            [true, false] => Role::Key,
            [false, true] => Role::Warning,
            [false, false] => Role::Dim,
        };
        let words = beside.reading.shown(*start..*end);
        at = pen.text_in(at, y, (x + room).saturating_sub(at), &words, role);
    }
}
