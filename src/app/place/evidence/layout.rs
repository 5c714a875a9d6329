//! Who gets which rows: the table, the passages behind the row under its cursor, the rule.

/// Rows of the body, from the top.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Layout {
    /// Rows of the table itself; above them stand the line of counts and the heads of the columns.
    pub table: usize,
    /// Passages; above them stands a thin rule with the row's name.
    pub passages: usize,
    /// Rows below the passages for the words of the one under the cursor.
    pub words: usize,
}

/// Rows above the table.
pub const HEAD: usize = 2;

/// Divides the rows of a body. The line of the rule stands below everything.
pub fn layout(height: u16, passages_only: bool, in_passages: bool, shown: bool) -> Layout {
    let height = usize::from(height);
    let words = |rows: usize| if rows >= 7 { 3 } else { 0 };
    if passages_only {
        let rows = height.saturating_sub(2);
        return Layout {
            table: 0,
            passages: rows - words(rows),
            words: words(rows),
        };
    }
    let all = height.saturating_sub(HEAD + 1);
    if !shown && !in_passages {
        return Layout {
            table: all,
            ..Layout::default()
        };
    }
    let all = all.saturating_sub(1);
    if all < 6 {
        // no room for both: one at a time
        return if in_passages {
            Layout {
                passages: all,
                ..Layout::default()
            }
        } else {
            Layout {
                table: all + 1,
                ..Layout::default()
            }
        };
    }
    let lower = (all * 2 / 5).max(3);
    let words = if in_passages { words(lower) } else { 0 };
    Layout {
        table: all - lower,
        passages: lower - words,
        words,
    }
}
