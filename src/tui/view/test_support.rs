//! Screens as text, for snapshots.

use crate::app::{App, Event};
use crate::tui::theme::{Palette, Theme};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// The whole screen at a size: its rows, then where the cursor stands. Moments of the clock are put in a fixed form.
pub(crate) fn screen(app: &mut App, width: u16, height: u16) -> String {
    app.handle(Event::Resize(width, height));
    app.settle().unwrap();
    let mut buffer = Buffer::empty(Rect::new(0, 0, width, height));
    let cursor = super::draw(app, Theme::exactly(Palette::Dark), &mut buffer);
    let mut shown = String::new();
    for y in 0..height {
        let mut row = String::new();
        let mut skip = 0;
        for x in 0..width {
            let symbol = buffer[(x, y)].symbol();
            if skip == 0 {
                row.push_str(symbol);
                skip = crate::text::width::width(symbol).max(1);
            }
            skip -= 1;
        }
        shown.push_str(row.trim_end());
        shown.push('\n');
    }
    let at = cursor.map_or_else(|| "none".to_owned(), |at| format!("{},{}", at.x, at.y));
    shown = saved_at(&shown);
    format!("{shown}cursor {at}")
}

/// `saved 14:02:07` is a moment of the test.
fn saved_at(shown: &str) -> String {
    let (first, rest) = shown.split_once('\n').unwrap_or((shown, ""));
    let digits = |c: char| if c.is_ascii_digit() { '0' } else { c };
    let at = first.len()
        - first
            .chars()
            .rev()
            .take(8)
            .map(char::len_utf8)
            .sum::<usize>();
    let (kept, clock) = first.split_at(at);
    let clock: String = clock.chars().map(digits).collect();
    format!("{kept}{clock}\n{rest}")
}

/// The roles of a row, as one letter a cell: `R` reversed, `_` underlined, `b` bold, `d` dim.
#[allow(dead_code)] // for tests of what is marked
pub(crate) fn looks(app: &App, width: u16, height: u16, y: u16) -> String {
    use ratatui::style::Modifier;
    let mut buffer = Buffer::empty(Rect::new(0, 0, width, height));
    super::draw(app, Theme::exactly(Palette::Dark), &mut buffer);
    (0..width)
        .map(|x| {
            let modifier = buffer[(x, y)].style().add_modifier;
            [
                (Modifier::REVERSED, 'R'),
                (Modifier::UNDERLINED, '_'),
                (Modifier::BOLD, 'b'),
                (Modifier::DIM, 'd'),
            ]
            .into_iter()
            .find(|(which, _)| modifier.contains(*which))
            .map_or(' ', |(_, letter)| letter)
        })
        .collect::<String>()
        .trim_end()
        .to_owned()
}
