//! Columns that give way by rank where there is no room for all of them.

use crate::text::width::width;
use crate::tui::pen::Pen;
use crate::tui::theme::Role;

/// One column of a table on the screen.
pub(super) struct Column {
    /// Its head.
    pub head: String,
    /// Its cells, one a row.
    pub cells: Vec<(String, Role)>,
    /// Numbers stand at the right.
    pub right: bool,
    /// The greater, the sooner it gives way; 0 never does.
    pub rank: u8,
    /// Widest it may be, in columns of the screen.
    pub most: usize,
}

impl Column {
    /// A column of text.
    pub(super) fn text(head: String, rank: u8, most: usize) -> Self {
        Self {
            head,
            cells: Vec::new(),
            right: false,
            rank,
            most,
        }
    }

    /// A column of numbers.
    pub(super) fn number(head: String, rank: u8) -> Self {
        Self {
            right: true,
            ..Self::text(head, rank, 12)
        }
    }

    fn width(&self) -> usize {
        let cells = self.cells.iter().map(|(cell, _)| width(cell));
        cells
            .chain([width(&self.head)])
            .max()
            .unwrap_or(0)
            .min(self.most)
    }
}

/// Blank columns between two columns.
const GAP: usize = 2;

/// The columns that fit into so many columns of the screen, with their widths.
fn fitting(columns: &[Column], room: usize) -> Vec<(usize, usize)> {
    let mut shown: Vec<(usize, usize)> = columns
        .iter()
        .enumerate()
        .map(|(index, column)| (index, column.width()))
        .collect();
    loop {
        let needed: usize = shown.iter().map(|(_, width)| width + GAP).sum();
        if needed <= room + GAP {
            return shown;
        }
        let rank = |index: usize| columns.get(index).map_or(0, |column| column.rank);
        let Some(worst) = shown
            .iter()
            .map(|(index, _)| rank(*index))
            .max()
            .filter(|rank| *rank > 0)
        else {
            return shown;
        };
        shown.retain(|(index, _)| rank(*index) != worst);
    }
}

/// Draws head and rows, from a column and row on.
pub(super) fn draw(pen: &mut Pen<'_>, x: u16, y: u16, columns: &[Column]) {
    let room = pen.width().saturating_sub(x + 1) as usize;
    let mut at = x;
    for (index, wide) in fitting(columns, room) {
        let Some(column) = columns.get(index) else {
            continue;
        };
        let wide = u16::try_from(wide).unwrap_or(u16::MAX);
        let mut put = |y: u16, text: &str, role: Role| {
            if column.right {
                pen.text_right(at + wide, y, text, role);
            } else {
                pen.text_in(at, y, wide, text, role);
            }
        };
        put(y, &column.head, Role::Dim);
        for (row, (cell, role)) in (y + 1..).zip(&column.cells) {
            put(row, cell, *role);
        }
        at += wide + GAP as u16;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_give_way_by_rank_and_the_first_never_does() {
        let column = |rank, cell: &str| Column {
            cells: vec![(cell.to_owned(), Role::Text)],
            ..Column::text("h".to_owned(), rank, 10)
        };
        let columns = [
            column(0, "E07"),
            column(2, "abcdef"),
            column(1, "xyz"),
            column(2, "z"),
        ];
        let shown = |room| {
            fitting(&columns, room)
                .into_iter()
                .map(|(index, _)| index)
                .collect::<Vec<_>>()
        };
        assert_eq!(shown(19), [0, 1, 2, 3]);
        assert_eq!(shown(18), [0, 2]);
        assert_eq!(shown(7), [0]);
        assert_eq!(shown(1), [0]);
    }
}
