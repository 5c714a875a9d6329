//! Writing into a buffer: by columns, in roles, never outside, nothing that could act on the terminal.

use super::theme::{Role, Theme};
use crate::text::{harmless_line, width};
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::style::{Color, Modifier};

/// Writes in roles into a part of a buffer.
pub struct Pen<'a> {
    buffer: &'a mut Buffer,
    /// How roles look.
    pub theme: Theme,
    /// The part that may be written to.
    pub area: Rect,
}

impl<'a> Pen<'a> {
    /// A pen for a part of a buffer.
    pub fn new(buffer: &'a mut Buffer, theme: Theme, area: Rect) -> Self {
        let area = area.intersection(buffer.area);
        Self {
            buffer,
            theme,
            area,
        }
    }

    /// The same pen for a part of its part.
    pub fn within(&mut self, area: Rect) -> Pen<'_> {
        let area = area.intersection(self.area);
        Pen {
            buffer: self.buffer,
            theme: self.theme,
            area,
        }
    }

    /// Columns.
    pub fn width(&self) -> u16 {
        self.area.width
    }

    /// Rows.
    pub fn height(&self) -> u16 {
        self.area.height
    }

    /// Where a column and row of this part are on the screen; `None` outside.
    pub fn position(&self, x: u16, y: u16) -> Option<Position> {
        (x < self.area.width && y < self.area.height)
            .then(|| Position::new(self.area.x + x, self.area.y + y))
    }

    /// Writes text from a column on, cut with `…` where it does not fit; returns the column after it.
    pub fn text(&mut self, x: u16, y: u16, text: &str, role: Role) -> u16 {
        self.text_in(x, y, self.area.width.saturating_sub(x), text, role)
    }

    /// Writes text into so many columns at most; returns the column after it.
    pub fn text_in(&mut self, x: u16, y: u16, columns: u16, text: &str, role: Role) -> u16 {
        let Some(at) = self.position(x, y) else {
            return x;
        };
        let columns = columns.min(self.area.width - x) as usize;
        let clean = harmless_line(text);
        let shown = width::fit(&clean, columns);
        self.buffer
            .set_stringn(at.x, at.y, &shown, columns, self.theme.style(role));
        x + u16::try_from(width::width(&shown)).unwrap_or(u16::MAX)
    }

    /// Writes text that ends before a column; returns the column it begins at.
    pub fn text_right(&mut self, end: u16, y: u16, text: &str, role: Role) -> u16 {
        let clean = harmless_line(text);
        let needed = u16::try_from(width::width(&clean)).unwrap_or(u16::MAX);
        let x = end.saturating_sub(needed);
        self.text_in(x, y, end - x, text, role);
        x
    }

    /// Gives a look to what is written already, from column to column.
    pub fn mark(&mut self, columns: std::ops::Range<u16>, y: u16, role: Role) {
        let mut style = self.theme.style(role);
        if matches!(role, Role::Focus | Role::Selection) {
            // reversed, a colour of the text would be a block, and dimmed words would be hard to read
            style = style.fg(Color::Reset).remove_modifier(Modifier::DIM);
        }
        for x in columns {
            if let Some(at) = self.position(x, y) {
                self.buffer[at].set_style(style);
            }
        }
    }

    /// Writes as many of the parts as fit whole, from the first on; returns the column after them. The first one is
    /// always written.
    pub fn parts(&mut self, x: u16, y: u16, columns: u16, parts: &[String], role: Role) -> u16 {
        let end = x.saturating_add(columns);
        let mut at = x;
        for (index, part) in parts.iter().enumerate() {
            let part = if index == 0 {
                part.clone()
            } else {
                format!(" · {part}")
            };
            let needed = u16::try_from(width::width(&part)).unwrap_or(u16::MAX);
            if index > 0 && at.saturating_add(needed) > end {
                break;
            }
            at = self.text_in(at, y, end.saturating_sub(at), &part, role);
        }
        at
    }

    /// Gives a look to a whole row.
    pub fn mark_row(&mut self, y: u16, role: Role) {
        self.mark(0..self.area.width, y, role);
    }

    /// A thin rule over a row, from a column on.
    pub fn rule(&mut self, x: u16, y: u16) {
        let rule = "─".repeat(self.area.width.saturating_sub(x) as usize);
        self.text(x, y, &rule, Role::Rule);
    }

    /// A thin rule down a column.
    pub fn upright(&mut self, x: u16, rows: std::ops::Range<u16>) {
        for y in rows {
            self.text(x, y, "│", Role::Rule);
        }
    }

    /// Empties the part. A wide sign that would be cut at its left edge goes whole.
    pub fn clear(&mut self) {
        for y in self.area.top()..self.area.bottom() {
            let before = (self.area.left().checked_sub(1))
                .filter(|x| self.area.width > 0 && *x >= self.buffer.area.left());
            if let Some(x) = before
                && width::width(self.buffer[(x, y)].symbol()) > 1
            {
                self.buffer[(x, y)].set_symbol(" ");
            }
            for x in self.area.left()..self.area.right() {
                self.buffer[(x, y)].reset();
            }
        }
    }

    /// Wrapped text from a row on; returns the row after it.
    pub fn paragraph(&mut self, x: u16, mut y: u16, text: &str, role: Role) -> u16 {
        let columns = self.area.width.saturating_sub(x) as usize;
        for line in text.split('\n') {
            let clean = harmless_line(line);
            for row in crate::text::wrap::wrap(&clean, columns.max(1)) {
                if y >= self.area.height {
                    return y;
                }
                let shown = crate::text::wrap::visible(&clean, &row).to_owned();
                self.text(x, y, &shown, role);
                y += 1;
            }
        }
        y
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tui::theme::Palette;

    fn drawn(draw: impl FnOnce(&mut Pen<'_>)) -> Buffer {
        let area = Rect::new(0, 0, 20, 1);
        let mut buffer = Buffer::empty(area);
        draw(&mut Pen::new(
            &mut buffer,
            Theme::exactly(Palette::Dark),
            area,
        ));
        buffer
    }

    #[test]
    fn a_focused_row_has_no_blocks_of_colour() {
        let buffer = drawn(|pen| {
            let x = pen.text(0, 0, "B1", Role::Chosen(1));
            pen.text(x + 1, 0, "dim", Role::Dim);
            pen.mark_row(0, Role::Focus);
        });
        for x in 0..20 {
            let style = buffer[(x, 0)].style();
            assert_eq!(style.fg, Some(Color::Reset), "{x}");
            assert!(style.add_modifier.contains(Modifier::REVERSED), "{x}");
            assert!(!style.add_modifier.contains(Modifier::DIM), "{x}");
        }
        assert!(buffer[(0, 0)].style().add_modifier.contains(Modifier::BOLD));
    }

    #[test]
    fn what_lies_over_half_a_wide_sign_takes_all_of_it() {
        let buffer = drawn(|pen| {
            pen.text(0, 0, "a漢字", Role::Text);
            let mut over = pen.within(Rect::new(2, 0, 4, 1));
            over.clear();
            over.text(0, 0, "│", Role::Rule);
        });
        let symbols: Vec<&str> = (0..4).map(|x| buffer[(x, 0)].symbol()).collect();
        assert_eq!(symbols, ["a", " ", "│", " "]);
    }

    #[test]
    fn parts_are_written_whole_or_not_at_all() {
        let parts = ["un", "deux", "trois"].map(str::to_owned);
        for (columns, wanted) in [(17, "un · deux · trois"), (16, "un · deux"), (1, "…")] {
            let buffer = drawn(|pen| {
                pen.parts(0, 0, columns, &parts, Role::Text);
            });
            let shown: String = (0..20).map(|x| buffer[(x, 0)].symbol()).collect();
            assert_eq!(shown.trim_end(), wanted);
        }
    }
}
