//! The columns of the table on the screen: which there are, which give way first where there is no room.

use crate::analysis::{Cell, Table};
use crate::i18n::Words;
use crate::text::width::{fit, width};
use crate::tui::theme::Role;

/// Between two columns.
pub const GAP: usize = 2;

/// Rank of the column of references, which gives way first.
pub const REFERENCES: usize = 90;

/// Widest the head of a group may be.
const GROUP: usize = 10;

/// One column of figures.
pub struct Column {
    /// Its head.
    pub head: String,
    /// Columns of the screen that it takes.
    pub width: usize,
    /// Look of what is not zero.
    pub role: Role,
    /// Which gives way first: the greatest.
    pub rank: usize,
    /// Places of the cells in the row, with how they are put together.
    pub cells: Cells,
}

/// How cells of the table make one on the screen.
pub enum Cells {
    /// As it is; an empty one is a dash.
    One(usize),
    /// Two, with a stroke between.
    Both(usize, usize),
    /// How many of how many asked; of nobody where nobody was asked.
    Of(usize, Option<usize>),
}

/// A cell as a reader of the language writes it.
pub fn shown(cell: Option<&Cell>, words: Words) -> String {
    match cell {
        None | Some(Cell::Empty) => "–".to_owned(),
        Some(Cell::Text(text)) => text.clone(),
        Some(Cell::Integer(n)) => words.integer(*n),
        Some(Cell::Number(n)) => {
            let long = words.number(*n, 3);
            let short = long.trim_end_matches('0').trim_end_matches(['.', ',']);
            short.to_owned()
        }
        Some(Cell::Share(share)) => share.say(words),
        Some(Cell::Masked(under)) => Cell::masked(*under),
        Some(Cell::Said(message)) => words.say(message),
    }
}

/// A cell of a column: what a reader calls its word, where it has a name.
fn named(table: &Table, cell: Option<&Cell>, at: usize, words: Words) -> String {
    let column = table.columns.get(at).zip(cell);
    let name = column.and_then(|(column, cell)| column.name_of(cell, words));
    name.unwrap_or_else(|| shown(cell, words))
}

impl Column {
    /// The text of one row, and whether it is nothing to speak of.
    pub fn text(&self, table: &Table, row: usize, words: Words) -> (String, bool) {
        let cells = table.rows.get(row).map_or(&[][..], |row| &row.cells);
        let zero = |at: usize| matches!(cells.get(at), Some(Cell::Integer(0) | Cell::Empty) | None);
        match &self.cells {
            Cells::One(at) => (named(table, cells.get(*at), *at, words), zero(*at)),
            Cells::Both(a, b) => {
                let text = format!(
                    "{} / {}",
                    shown(cells.get(*a), words),
                    shown(cells.get(*b), words)
                );
                (text, zero(*a) && zero(*b))
            }
            Cells::Of(n, _) if zero(*n) => ("·".to_owned(), true),
            Cells::Of(n, of) => {
                let n = shown(cells.get(*n), words);
                match of
                    .and_then(|of| cells.get(of))
                    .filter(|cell| **cell != Cell::Empty)
                {
                    Some(of) => (format!("{n}/{}", shown(Some(of), words)), false),
                    None => (n, false),
                }
            }
        }
    }
}

/// The columns of an evidence table, in the order of the screen.
pub fn evidence(table: &Table, words: Words) -> Vec<Column> {
    let place = |key: &str| table.columns.iter().position(|column| column.key == key);
    let head = |at: usize| {
        table
            .columns
            .get(at)
            .map_or_else(String::new, |column| column.label.say(words))
    };
    // groups were asked for: what stands in them as well gives way to them
    let grouped = table
        .columns
        .iter()
        .any(|column| column.key.starts_with("n_interviews["));
    let mut columns = Vec::new();
    let mut add = |head: String, role: Role, rank: usize, cells: Cells| {
        let mut column = Column {
            width: width(&head),
            head,
            role,
            rank,
            cells,
        };
        // the total holds the greatest numbers
        column.width = column.width.max(width(&column.text(table, 0, words).0));
        columns.push(column);
    };
    let one = [
        ("n_excerpts", Role::Text, if grouped { 50 } else { 4 }),
        ("n_reference_excerpts", Role::Text, REFERENCES),
        ("n_interviews", Role::Strong, 0),
        ("n_supporting", Role::Supports, 1),
        ("n_contradicting", Role::Contradicts, 2),
        ("n_mixed", Role::Mixed, 3),
        ("n_neutral", Role::Text, if grouped { 61 } else { 6 }),
        ("n_asked", Role::Text, if grouped { 60 } else { 5 }),
    ];
    for (key, role, rank) in one {
        let Some(at) = place(key) else { continue };
        let total = table.rows.first().and_then(|row| row.cells.get(at));
        let nothing = match key {
            "n_reference_excerpts" => matches!(total, Some(Cell::Integer(0))),
            // that nobody was asked is told above the table
            "n_asked" => matches!(total, Some(Cell::Empty)),
            _ => false,
        };
        if !nothing {
            add(head(at), role, rank, Cells::One(at));
        }
    }
    if let (Some(plus), Some(minus)) = (
        place("max_strength_supporting"),
        place("max_strength_contradicting"),
    ) {
        let head = words.get("tui-evidence-strength");
        add(head, Role::Text, 80, Cells::Both(plus, minus));
    }
    let groups: Vec<(usize, &str)> = table
        .columns
        .iter()
        .enumerate()
        .filter_map(|(at, column)| {
            let value = column
                .key
                .strip_prefix("n_interviews[")?
                .strip_suffix(']')?;
            Some((at, value))
        })
        .collect();
    for (index, (at, value)) in groups.into_iter().enumerate() {
        let label = table.columns.get(at).map_or_else(String::new, |column| {
            fit(&group_label(&column.label.say(words)), GROUP).into_owned()
        });
        let asked = place(&format!("n_asked[{value}]"));
        add(label, Role::Text, 10 + index, Cells::Of(at, asked));
    }
    columns
}

/// Of `interviews · under 10`: what stands for the value.
fn group_label(label: &str) -> String {
    label
        .rsplit_once(" · ")
        .map_or(label, |(_, value)| value)
        .to_owned()
}

/// All columns of any table but the first, which stands fixed.
pub fn all(table: &Table, words: Words, rows: &[usize]) -> Vec<Column> {
    const WIDEST: usize = 40;
    table
        .columns
        .iter()
        .enumerate()
        .skip(1)
        .map(|(at, column)| {
            let head = column.label.say(words);
            let widest = rows
                .iter()
                .filter_map(|row| table.rows.get(*row)?.cells.get(at))
                .map(|cell| width(&named(table, Some(cell), at, words)))
                .max()
                .unwrap_or(0);
            Column {
                width: width(&head).max(widest).min(WIDEST),
                head,
                role: Role::Text,
                rank: 0,
                cells: Cells::One(at),
            }
        })
        .collect()
}

/// Takes columns away, the greatest rank first, until the rest fit beside what is fixed.
pub fn drop_to_fit(columns: &mut Vec<Column>, room: usize) {
    while columns
        .iter()
        .map(|column| column.width + GAP)
        .sum::<usize>()
        > room
    {
        let Some(last) = columns
            .iter()
            .enumerate()
            .max_by_key(|(_, column)| column.rank)
            .map(|(at, _)| at)
        else {
            return;
        };
        columns.remove(last);
    }
}
