//! Two buffers and what differs between them: the screen as it is, and as it shall be.
//!
//! One frame is one `write`, wrapped in synchronised update (DEC 2026), or nothing at all when nothing changed. There
//! is no `ratatui::Terminal`: its `clear` asks the terminal for the cursor and would wait for an answer that the input
//! thread has read.

use std::io::{self, Write};

use crossterm::cursor::{Hide, MoveTo, Show};
use crossterm::queue;
use crossterm::terminal::{BeginSynchronizedUpdate, Clear, ClearType, EndSynchronizedUpdate};
use ratatui::buffer::{Buffer, Cell};
use ratatui::layout::{Position, Rect};

use self::cells::Cells;
use self::shift::Shift;
use super::harmless;
use crate::text::width::grapheme_width;

mod cells;
mod shift;

/// No terminal is larger; one that says so would be given gigabytes of cells.
const LARGEST: (u16, u16) = (1000, 500);
/// Room for a whole frame, so that it is one `write`.
const FRAME_BYTES: usize = 64 * 1024;
/// From this many bytes on, the cursor is hidden while a frame is written: a terminal without synchronised update
/// would show it running about. Below, a frame arrives in one piece anyway.
const LONG_FRAME: usize = 512;

/// A move of the cursor within a row takes about as many bytes as this many cells.
const SHORT_GAP: usize = 4;

/// What stands on the terminal, and the way to change it.
#[derive(Debug)]
pub struct Screen<W: Write> {
    out: W,
    shown: Buffer,
    next: Buffer,
    cursor: Option<Position>,
    repaint: bool,
    cells: Vec<u8>,
    frame: Vec<u8>,
}

impl<W: Write> Screen<W> {
    /// A screen of `columns` × `rows` cells, nothing drawn yet. The first frame repaints everything.
    pub fn new(out: W, columns: u16, rows: u16) -> Self {
        let area = area(columns, rows);
        Self {
            out,
            shown: Buffer::empty(area),
            next: Buffer::empty(area),
            cursor: None,
            repaint: true,
            cells: Vec::with_capacity(FRAME_BYTES),
            frame: Vec::with_capacity(FRAME_BYTES),
        }
    }

    /// The cells there are.
    pub fn area(&self) -> Rect {
        *self.next.area()
    }

    /// The terminal has another size now: the next frame repaints everything.
    pub fn resize(&mut self, columns: u16, rows: u16) {
        let area = area(columns, rows);
        self.shown = Buffer::empty(area);
        self.next = Buffer::empty(area);
        self.repaint = true;
    }

    /// What stands on the terminal is not known any more (another program drew there): the next frame repaints
    /// everything.
    pub fn repaint(&mut self) {
        self.repaint = true;
    }

    /// Lets `paint` fill an empty buffer and say where the cursor stands (`None`: hidden), and sends what differs from
    /// the frame before. Errors are those of the terminal: it is gone.
    pub fn draw(&mut self, paint: impl FnOnce(&mut Buffer) -> Option<Position>) -> io::Result<()> {
        let area = self.area();
        self.next.reset();
        let cursor = paint(&mut self.next).filter(|position| area.contains(*position));
        // a view that put another buffer in the place of this one gets the cells that fit
        if *self.next.area() != area {
            self.next.resize(area);
        }
        for cell in &mut self.next.content {
            make_harmless(cell);
        }
        if self.repaint {
            self.shown.reset();
        }
        self.cells.clear();
        if !self.repaint
            && let Some(shift) = Shift::between(&self.shown, &self.next)
        {
            shift.make(&mut self.shown, &mut self.cells)?;
        }
        forget_halves(&mut self.shown, &self.next);
        encode(&self.shown, &self.next, &mut self.cells);
        if self.cells.is_empty() && cursor == self.cursor && !self.repaint {
            return Ok(());
        }

        let bytes = &mut self.frame;
        bytes.clear();
        queue!(bytes, BeginSynchronizedUpdate)?;
        let long = self.repaint || self.cells.len() > LONG_FRAME;
        if long || (self.cursor.is_some() && cursor.is_none()) {
            queue!(bytes, Hide)?;
            self.cursor = None;
        }
        if self.repaint {
            queue!(bytes, Clear(ClearType::All))?;
        }
        bytes.append(&mut self.cells);
        if let Some(position) = cursor {
            queue!(bytes, MoveTo(position.x, position.y))?;
            if self.cursor.is_none() {
                queue!(bytes, Show)?;
            }
        }
        queue!(bytes, EndSynchronizedUpdate)?;
        self.out.write_all(bytes)?;
        self.out.flush()?;

        self.cursor = cursor;
        self.repaint = false;
        std::mem::swap(&mut self.shown, &mut self.next);
        Ok(())
    }

    /// Sends bytes of the program's own that draw nothing, such as a copy to the clipboard.
    pub fn send(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.out.write_all(bytes)?;
        self.out.flush()
    }
}

/// The cells that differ, as bytes. A row that holds a grapheme on whose width terminals disagree is sent whole, and the
/// cursor set anew after each such grapheme, so that one column gone wrong stays one.
fn encode(shown: &Buffer, next: &Buffer, bytes: &mut Vec<u8>) {
    let changes = shown.diff(next);
    let columns = next.area.width;
    let mut cells = Cells::new(bytes);
    for of_row in changes.chunk_by(|one, other| one.1 == other.1) {
        let Some(&(_, y, _)) = of_row.first() else {
            continue;
        };
        let disputed = |buffer| {
            row(buffer, y)
                .iter()
                .any(|cell: &Cell| is_disputed(cell.symbol()))
        };
        if !disputed(next) && !disputed(shown) {
            let mut end = None;
            for &(x, y, cell) in of_row {
                if let Some((end, before)) = end {
                    for (x, between) in bridge(next, y, end..x, before) {
                        cells.put(x, y, between, columns);
                    }
                }
                cells.put(x, y, cell, columns);
                end = Some((x + (grapheme_width(cell.symbol()) as u16).max(1), cell));
            }
            continue;
        }
        let mut covered = 0;
        for (x, cell) in (0..).zip(row(next, y)) {
            if x < covered {
                continue;
            }
            covered = x + (grapheme_width(cell.symbol()) as u16).max(1);
            cells.put(x, y, cell, columns);
            if is_disputed(cell.symbol()) {
                cells.lose_place();
            }
        }
    }
    cells.end();
}

/// Cells between two that differ, where to send them as well is shorter than to say where the second one is: the
/// blanks between the words of a new line.
fn bridge<'a>(
    next: &'a Buffer,
    y: u16,
    gap: std::ops::Range<u16>,
    before: &Cell,
) -> impl Iterator<Item = (u16, &'a Cell)> {
    let alike = |cell: &Cell| {
        cell.symbol().len() == 1
            && (cell.fg, cell.bg, cell.modifier) == (before.fg, before.bg, before.modifier)
    };
    let cells = row(next, y)
        .get(usize::from(gap.start)..usize::from(gap.end))
        .filter(|cells| cells.len() <= SHORT_GAP && cells.iter().all(alike));
    gap.zip(cells.unwrap_or_default())
}

fn row(buffer: &Buffer, y: u16) -> &[Cell] {
    let width = usize::from(buffer.area.width);
    let start = usize::from(y) * width;
    buffer.content.get(start..start + width).unwrap_or_default()
}

fn area(columns: u16, rows: u16) -> Rect {
    Rect::new(0, 0, columns.min(LARGEST.0), rows.min(LARGEST.1))
}

/// The last door before the terminal: whatever a view put into a cell, only text goes out.
fn make_harmless(cell: &mut Cell) {
    let symbol = cell.symbol();
    if matches!(symbol.as_bytes(), [b' '..=b'~']) {
        return;
    }
    if let Some(safe) = harmless::symbol(symbol) {
        cell.set_symbol(&safe);
    }
}

/// Where a wide sign makes room for something else, what its second half looks like then is the terminal's affair: that
/// column is sent too, whatever it shall be.
fn forget_halves(shown: &mut Buffer, next: &Buffer) {
    for at in 1..shown.content.len().min(next.content.len()) {
        let first = &shown.content[at - 1];
        if !first.symbol().is_ascii()
            && *first != next.content[at - 1]
            && grapheme_width(first.symbol()) > 1
        {
            shown.content[at].set_symbol("\u{FFFD}");
        }
    }
}

/// Whether terminals are known to disagree about the width of this grapheme: emoji sequences, flags, and scripts
/// whose letters join into clusters.
fn is_disputed(symbol: &str) -> bool {
    symbol.len() > 2
        && symbol.chars().any(|c| {
            matches!(c,
                '\u{200D}' | '\u{FE00}'..='\u{FE0F}' | '\u{1F1E6}'..='\u{1F1FF}' | '\u{1F3FB}'..='\u{1F3FF}'
                | '\u{0900}'..='\u{0DFF}' | '\u{0E30}'..='\u{0EFF}' | '\u{0F00}'..='\u{109F}'
                | '\u{1100}'..='\u{11FF}' | '\u{1780}'..='\u{17FF}')
        })
}

#[cfg(test)]
mod tests;
