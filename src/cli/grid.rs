//! Rows of text in columns, for people.

use crate::text::{harmless_line, width::width};

/// Columns of text, two spaces between them; numbers to the right.
pub fn grid(rows: &[Vec<String>]) -> String {
    let shown: Vec<Vec<String>> = rows
        .iter()
        .map(|row| {
            row.iter()
                .map(|cell| harmless_line(cell).into_owned())
                .collect()
        })
        .collect();
    let columns = shown.iter().map(Vec::len).max().unwrap_or(0);
    let cell = |row: &Vec<String>, at: usize| row.get(at).cloned().unwrap_or_default();
    let widths: Vec<usize> = (0..columns)
        .map(|at| {
            shown
                .iter()
                .map(|row| width(&cell(row, at)))
                .max()
                .unwrap_or(0)
        })
        .collect();
    // a column is of numbers where all but its head are
    let numbers: Vec<bool> = (0..columns)
        .map(|at| {
            shown.len() > 1
                && shown.iter().skip(1).all(|row| {
                    let cell = cell(row, at);
                    cell.is_empty() || cell.parse::<f64>().is_ok()
                })
        })
        .collect();
    let mut out = String::new();
    for row in &shown {
        let mut line = String::new();
        for (at, wide) in widths.iter().enumerate() {
            let cell = cell(row, at);
            let gap = " ".repeat(wide.saturating_sub(width(&cell)));
            if at > 0 {
                line.push_str("  ");
            }
            if numbers.get(at) == Some(&true) {
                line.push_str(&gap);
                line.push_str(&cell);
            } else {
                line.push_str(&cell);
                line.push_str(&gap);
            }
        }
        out.push_str(line.trim_end());
        out.push('\n');
    }
    out
}

#[cfg(test)]
mod tests {
    use super::grid;

    #[test]
    fn columns_stand_below_each_other_whatever_the_width_of_the_words() {
        let rows =
            [["code", "n"], ["é", "12"], ["木木", "3"]].map(|row| row.map(str::to_owned).to_vec());
        assert_eq!(grid(&rows), "code   n\né     12\n木木   3\n");
    }
}
