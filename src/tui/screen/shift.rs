//! Moving lines that are already on the terminal, where a text scrolled by a few rows: some 300 bytes instead of 7,000,
//! which is what is felt over SSH.

use std::io::{self, Write};

use crossterm::cursor::MoveTo;
use crossterm::queue;
use ratatui::buffer::{Buffer, Cell};

/// Farther than this, a frame is a jump, not a scroll.
const FARTHEST: usize = 3;

/// Rows `top..=bottom` move up, or down, by some rows; what they leave is blank.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Shift {
    top: usize,
    bottom: usize,
    rows: usize,
    up: bool,
}

impl Shift {
    /// The shift after which the least is left to draw, if that is less than half of what it would be without.
    /// Panes beside the scrolled one move along and are drawn again: that is counted.
    pub(super) fn between(shown: &Buffer, next: &Buffer) -> Option<Self> {
        let width = usize::from(next.area.width);
        if width == 0 || shown.content.len() != next.content.len() {
            return None;
        }
        let mut rows = shown.content.chunks(width).zip(next.content.chunks(width));
        let differs = |(one, other): (&[Cell], &[Cell])| one != other;
        let top = rows.clone().position(differs)?;
        let bottom = rows.rposition(differs)?;
        let plain = Self {
            top,
            bottom,
            rows: 0,
            up: true,
        };
        let unshifted = plain.left_to_draw(shown, next, usize::MAX);
        let mut best = (plain, unshifted / 2);
        for rows in 1..=FARTHEST.min(bottom - top) {
            for up in [true, false] {
                let shift = Self { rows, up, ..plain };
                let left = shift.left_to_draw(shown, next, best.1);
                if left < best.1 {
                    best = (shift, left);
                }
            }
        }
        (best.0.rows > 0 && unshifted - best.1 >= width).then_some(best.0)
    }

    /// The row whose content stands at `y` after the shift, if one of the region does.
    fn source(self, y: usize) -> Option<usize> {
        let source = if self.up {
            y.checked_add(self.rows)
        } else {
            y.checked_sub(self.rows)
        };
        source.filter(|source| (self.top..=self.bottom).contains(source))
    }

    /// Cells that differ after the shift; counting stops beyond `limit`.
    fn left_to_draw(self, shown: &Buffer, next: &Buffer, limit: usize) -> usize {
        let width = usize::from(next.area.width);
        let row =
            |buffer: &'_ Buffer, y: usize| y * width..((y + 1) * width).min(buffer.content.len());
        let mut left = 0;
        for y in self.top..=self.bottom {
            let after = &next.content[row(next, y)];
            left += match self.source(y) {
                Some(source) => after
                    .iter()
                    .zip(&shown.content[row(shown, source)])
                    .filter(|(a, b)| a != b)
                    .count(),
                None => after.iter().filter(|cell| **cell != Cell::EMPTY).count(),
            };
            if left > limit {
                break;
            }
        }
        left
    }

    /// Makes the shift on the terminal, by lines inserted or deleted in a scrolling region (the Linux console knows no
    /// other way), and in the buffer that says what it shows. Colours must be reset before.
    pub(super) fn make(self, shown: &mut Buffer, bytes: &mut Vec<u8>) -> io::Result<()> {
        let width = usize::from(shown.area.width);
        let moved = &mut shown.content[self.top * width..(self.bottom + 1) * width];
        let count = self.rows * width;
        write!(bytes, "\x1b[{};{}r", self.top + 1, self.bottom + 1)?;
        queue!(bytes, MoveTo(0, self.top as u16))?;
        if self.up {
            moved.rotate_left(count);
            let left = moved.len() - count;
            moved[left..].fill(Cell::EMPTY);
            write!(bytes, "\x1b[{}M", self.rows)?;
        } else {
            moved.rotate_right(count);
            moved[..count].fill(Cell::EMPTY);
            write!(bytes, "\x1b[{}L", self.rows)?;
        }
        write!(bytes, "\x1b[r")
    }
}
