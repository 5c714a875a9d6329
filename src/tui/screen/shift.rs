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
    /// Panes beside the scrolled one move along and are drawn again: that is counted. Lines above and below that stay
    /// what they are, or are drawn anew all the same, are left where they are.
    pub(super) fn between(shown: &Buffer, next: &Buffer) -> Option<Self> {
        let width = usize::from(next.area.width);
        if width == 0 || shown.content.len() != next.content.len() {
            return None;
        }
        let plain: Vec<usize> = (shown.content.chunks(width).zip(next.content.chunks(width)))
            .map(|(one, other)| differing(one, other))
            .collect();
        let unshifted: usize = plain.iter().sum();
        if unshifted < width {
            return None;
        }
        let mut best = (None, unshifted / 2);
        for rows in 1..=FARTHEST.min(plain.len().saturating_sub(1)) {
            for up in [true, false] {
                let Some(shift) = Self::of_rows(shown, next, &plain, rows, up) else {
                    continue;
                };
                let around = unshifted - plain[shift.top..=shift.bottom].iter().sum::<usize>();
                let left = around + shift.left_to_draw(shown, next, best.1);
                if left < best.1 {
                    best = (Some(shift), left);
                }
            }
        }
        best.0.filter(|_| unshifted - best.1 >= width)
    }

    /// The region to shift by so many rows: from the first row to the last one that comes nearer to what it shall be.
    /// `plain`: how many cells of each row differ without.
    fn of_rows(
        shown: &Buffer,
        next: &Buffer,
        plain: &[usize],
        rows: usize,
        up: bool,
    ) -> Option<Self> {
        let width = usize::from(next.area.width);
        let row =
            |buffer: &'_ Buffer, y: usize| y * width..((y + 1) * width).min(buffer.content.len());
        let gains = |y: &usize| {
            let source = if up {
                Some(y + rows)
            } else {
                y.checked_sub(rows)
            };
            let source = source.filter(|source| plain[*y] > 0 && *source < plain.len());
            source.is_some_and(|source| {
                let (one, other) = (
                    &shown.content[row(shown, source)],
                    &next.content[row(next, *y)],
                );
                differing(one, other) < plain[*y]
            })
        };
        let first = (0..plain.len()).find(gains)?;
        let last = (0..plain.len()).rfind(gains)?;
        let (top, bottom) = if up {
            (first, last + rows)
        } else {
            (first - rows, last)
        };
        Some(Self {
            top,
            bottom,
            rows,
            up,
        })
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
                Some(source) => differing(after, &shown.content[row(shown, source)]),
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

/// How many cells of two rows differ.
fn differing(one: &[Cell], other: &[Cell]) -> usize {
    one.iter().zip(other).filter(|(a, b)| a != b).count()
}
