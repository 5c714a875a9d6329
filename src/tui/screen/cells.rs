//! Cells as bytes: where the cursor must go, what the look changes by, the words; each in the shorter of its forms.

use ratatui::buffer::Cell;
use ratatui::style::{Color, Modifier};
use std::io::Write as _;

use crate::text::width::grapheme_width;

/// What is said to the terminal before a word, beyond where it stands.
#[derive(Clone, Copy, PartialEq, Eq)]
struct Look {
    fg: Color,
    bg: Color,
    modifier: Modifier,
}

impl Look {
    const PLAIN: Self = Self {
        fg: Color::Reset,
        bg: Color::Reset,
        modifier: Modifier::empty(),
    };

    fn of(cell: &Cell) -> Self {
        Self {
            fg: cell.fg,
            bg: cell.bg,
            modifier: cell.modifier,
        }
    }
}

/// Modifiers with the numbers that set them and take them away (ECMA-48, 8.3.117).
const MODIFIERS: [(Modifier, u8, u8); 9] = [
    (Modifier::BOLD, 1, 22),
    (Modifier::DIM, 2, 22),
    (Modifier::ITALIC, 3, 23),
    (Modifier::UNDERLINED, 4, 24),
    (Modifier::SLOW_BLINK, 5, 25),
    (Modifier::RAPID_BLINK, 6, 25),
    (Modifier::REVERSED, 7, 27),
    (Modifier::HIDDEN, 8, 28),
    (Modifier::CROSSED_OUT, 9, 29),
];

/// Writes cells one after the other. Colours of underlines are not sent.
pub(super) struct Cells<'a> {
    bytes: &'a mut Vec<u8>,
    /// Where the cursor stands, as far as all terminals agree.
    at: Option<(u16, u16)>,
    look: Look,
}

impl<'a> Cells<'a> {
    /// Begins at an unknown place, in the terminal's own look.
    pub(super) fn new(bytes: &'a mut Vec<u8>) -> Self {
        Self {
            bytes,
            at: None,
            look: Look::PLAIN,
        }
    }

    /// The cell of a column and a row of a screen so many columns wide.
    pub(super) fn put(&mut self, x: u16, y: u16, cell: &Cell, columns: u16) {
        match self.at {
            Some(at) if at == (x, y) => {}
            Some((_, row)) if row == y => self.order(format_args!("{}G", x + 1)),
            _ => self.order(format_args!("{};{}H", y + 1, x + 1)),
        }
        self.wear(Look::of(cell));
        let symbol = cell.symbol();
        self.bytes.extend_from_slice(symbol.as_bytes());
        let after = x + (grapheme_width(symbol) as u16).max(1);
        self.at = (is_sure(symbol) && after < columns).then_some((after, y));
    }

    /// The next cell says anew where it stands.
    pub(super) fn lose_place(&mut self) {
        self.at = None;
    }

    /// Leaves the terminal in its own look.
    pub(super) fn end(mut self) {
        if self.look != Look::PLAIN {
            self.order(format_args!("m"));
            self.look = Look::PLAIN;
        }
    }

    fn order(&mut self, words: std::fmt::Arguments<'_>) {
        self.bytes.extend_from_slice(b"\x1b[");
        // a vector takes all that is written
        let _ = self.bytes.write_fmt(words);
    }

    fn wear(&mut self, look: Look) {
        if look == self.look {
            return;
        }
        let (mut anew, mut step) = (vec![0], Vec::new());
        difference(Look::PLAIN, look, &mut anew);
        difference(self.look, look, &mut step);
        let (anew, step) = (words(&anew), words(&step));
        let short = if anew.len() < step.len() { anew } else { step };
        self.order(format_args!("{short}m"));
        self.look = look;
    }
}

fn words(numbers: &[u8]) -> String {
    let numbers: Vec<String> = numbers.iter().map(u8::to_string).collect();
    numbers.join(";")
}

/// The numbers that make one look out of another.
fn difference(from: Look, to: Look, numbers: &mut Vec<u8>) {
    let mut worn = from.modifier;
    for (modifier, _, off) in MODIFIERS {
        if worn.contains(modifier) && !to.modifier.contains(modifier) {
            numbers.push(off);
            for (other, _, same) in MODIFIERS {
                if same == off {
                    worn.remove(other);
                }
            }
        }
    }
    for (modifier, on, _) in MODIFIERS {
        if to.modifier.contains(modifier) && !worn.contains(modifier) {
            numbers.push(on);
        }
    }
    if from.fg != to.fg {
        colour(to.fg, 30, numbers);
    }
    if from.bg != to.bg {
        colour(to.bg, 40, numbers);
    }
}

/// The numbers of a colour; `base`: 30 for letters, 40 for what is behind them.
fn colour(colour: Color, base: u8, numbers: &mut Vec<u8>) {
    let named = match colour {
        Color::Reset => 9,
        Color::Black => 0,
        Color::Red => 1,
        Color::Green => 2,
        Color::Yellow => 3,
        Color::Blue => 4,
        Color::Magenta => 5,
        Color::Cyan => 6,
        Color::Gray => 7,
        Color::DarkGray => 60,
        Color::LightRed => 61,
        Color::LightGreen => 62,
        Color::LightYellow => 63,
        Color::LightBlue => 64,
        Color::LightMagenta => 65,
        Color::LightCyan => 66,
        Color::White => 67,
        Color::Indexed(index) => return numbers.extend([base + 8, 5, index]),
        Color::Rgb(r, g, b) => return numbers.extend([base + 8, 2, r, g, b]),
    };
    numbers.push(base + named);
}

/// Whether all terminals move by the same number of columns for it: one, or the two of a sign of China, Japan or Korea.
fn is_sure(symbol: &str) -> bool {
    grapheme_width(symbol) == 1
        || symbol.chars().all(|c| {
            matches!(c, '\u{3001}'..='\u{303D}' | '\u{3041}'..='\u{9FFF}' | '\u{AC00}'..='\u{D7A3}' | '\u{FF01}'..='\u{FF60}')
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(cells: &[(u16, u16, &str, Look)]) -> String {
        let mut bytes = Vec::new();
        let mut writer = Cells::new(&mut bytes);
        for (x, y, symbol, look) in cells {
            let mut cell = Cell::default();
            cell.set_symbol(symbol);
            (cell.fg, cell.bg, cell.modifier) = (look.fg, look.bg, look.modifier);
            writer.put(*x, *y, &cell, 80);
        }
        writer.end();
        String::from_utf8(bytes).unwrap().replace('\u{1b}', "^")
    }

    fn look(fg: Color, modifier: Modifier) -> Look {
        Look {
            fg,
            modifier,
            ..Look::PLAIN
        }
    }

    #[test]
    fn what_stands_side_by_side_is_not_placed_again() {
        let plain = Look::PLAIN;
        for (cells, expected) in [
            (vec![(0, 0, "a", plain), (1, 0, "b", plain)], "^[1;1Hab"),
            (vec![(0, 0, "漢", plain), (2, 0, "b", plain)], "^[1;1H漢b"),
            (
                vec![(0, 0, "🙂", plain), (2, 0, "b", plain)],
                "^[1;1H🙂^[1;3Hb",
            ),
            (
                vec![(0, 0, "a", plain), (9, 0, "b", plain)],
                "^[1;1Ha^[10Gb",
            ),
            (
                vec![(79, 0, "a", plain), (0, 1, "b", plain)],
                "^[1;80Ha^[2;1Hb",
            ),
        ] {
            assert_eq!(written(&cells), expected);
        }
    }

    #[test]
    fn a_look_is_told_by_what_changes_or_anew_whichever_is_shorter() {
        let bold = look(Color::LightCyan, Modifier::BOLD);
        let dim = look(Color::Reset, Modifier::DIM);
        let both = look(
            Color::LightCyan,
            Modifier::BOLD | Modifier::DIM | Modifier::UNDERLINED,
        );
        let most = look(Color::LightCyan, Modifier::BOLD | Modifier::DIM);
        for (cells, expected) in [
            (vec![(0, 0, "a", bold)], "^[1;1H^[1;96ma^[m"),
            (
                vec![(0, 0, "a", bold), (1, 0, "b", dim)],
                "^[1;1H^[1;96ma^[0;2mb^[m",
            ),
            (
                vec![(0, 0, "a", both), (1, 0, "b", most)],
                "^[1;1H^[1;2;4;96ma^[24mb^[m",
            ),
            (
                vec![(0, 0, "a", bold), (1, 0, "b", Look::PLAIN)],
                "^[1;1H^[1;96ma^[0mb",
            ),
            (
                vec![(0, 0, "a", look(Color::Indexed(200), Modifier::empty()))],
                "^[1;1H^[38;5;200ma^[m",
            ),
            (
                vec![(0, 0, "a", look(Color::Rgb(1, 2, 3), Modifier::empty()))],
                "^[1;1H^[38;2;1;2;3ma^[m",
            ),
        ] {
            assert_eq!(written(&cells), expected);
        }
    }
}
