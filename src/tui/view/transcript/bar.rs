//! The scroll bar: which part of the text is on the screen, down the last column or the rule of the side pane.

use crate::app::App;
use crate::tui::pen::Pen;
use crate::tui::theme::Role;
use std::ops::Range;

/// Draws the bar; none where the whole text is seen.
pub(super) fn draw(app: &App, pen: &mut Pen<'_>) {
    let transcript = &app.places.transcript;
    let (Some(reading), [first, .., last]) = (transcript.reading(), transcript.screen()) else {
        return;
    };
    let layout = transcript.layout();
    let x = if layout.pane > 0 {
        layout.pane_at
    } else {
        pen.width().saturating_sub(1)
    };
    let seen = first.bytes.start..last.bytes.end;
    for y in thumb(layout.rows, reading.text.text().len(), &seen).unwrap_or_default() {
        pen.text(x, y, "┃", Role::Dim);
    }
}

/// The rows of the bar that stand for what is seen, of so many rows for so many bytes. It stands at the very top and at
/// the very bottom there alone; `None` where all is seen.
fn thumb(rows: u16, total: usize, seen: &Range<usize>) -> Option<Range<u16>> {
    let hidden = total.checked_sub(seen.len()).filter(|hidden| *hidden > 0)?;
    let (rows, all) = (usize::from(rows), total.max(1));
    let long = ((rows * seen.len() + all / 2) / all).clamp(1, rows.max(2) - 1);
    let room = rows.checked_sub(long)?;
    let mut top = (room * seen.start + hidden / 2) / hidden;
    if seen.start > 0 && room > 1 {
        top = top.max(1);
    }
    if seen.end < total && room > 1 {
        top = top.min(room - 1);
    }
    let top = top.min(room);
    let row = |row: usize| u16::try_from(row).unwrap_or(u16::MAX);
    Some(row(top)..row(top + long))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_is_as_long_as_what_is_seen_and_where_it_is() {
        for (rows, total, seen, expected) in [
            (20, 1_000, 0..1_000, None),
            (20, 1_000, 0..500, Some(0..10)),
            (20, 1_000, 500..1_000, Some(10..20)),
            (20, 1_000, 250..750, Some(5..15)),
            (20, 10_000_000, 0..1_000, Some(0..1)),
            (20, 10_000_000, 40..1_040, Some(1..2)),
            (20, 10_000_000, 9_998_000..9_999_000, Some(18..19)),
            (20, 10_000_000, 9_999_000..10_000_000, Some(19..20)),
            (1, 100, 0..50, Some(0..1)),
            (0, 100, 0..0, None),
            (20, 0, 0..0, None),
        ] {
            assert_eq!(
                thumb(rows, total, &seen),
                expected,
                "{rows} {total} {seen:?}"
            );
        }
    }
}
