//! A table as Markdown: the table, then the rule, the filters and the head below it.

use super::text::{foot, shown};
use crate::analysis::{ColumnType, Table};
use crate::i18n::Words;
use crate::text::sanitise::harmless;
use std::fmt::Write;

/// The table as Markdown text that ends in a line feed.
pub fn markdown(table: &Table, words: Words) -> String {
    let mut out = String::new();
    for column in &table.columns {
        let _ = write!(out, "| {} ", escape(&column.label.say(words)));
    }
    out.push_str("|\n");
    for column in &table.columns {
        let rule = match column.kind {
            ColumnType::Text => "| --- ",
            ColumnType::Integer | ColumnType::Number => "| ---: ",
        };
        out.push_str(rule);
    }
    out.push_str("|\n");
    for row in &table.rows {
        for (cell, column) in row.cells.iter().zip(&table.columns) {
            let _ = write!(out, "| {} ", escape(&shown(column, cell, words)));
        }
        out.push_str("|\n");
    }
    for line in foot(table, words) {
        let _ = write!(out, "\n{}\n", escape(&line));
    }
    out
}

/// Words that mean themselves inside a cell.
pub(super) fn escape(text: &str) -> String {
    let text = harmless(text);
    let mut out = String::with_capacity(text.len());
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    for (at, c) in text.char_indices() {
        match c {
            '\n' => out.push_str("<br>"),
            '\\' | '*' | '_' | '[' | ']' | '#' | '>' | '<' | '|' | '`' | '~' => {
                out.push('\\');
                out.push(c);
            }
            '-' | '+' if at == 0 => {
                out.push('\\');
                out.push(c);
            }
            '.' | ')' if digits > 0 && at == digits => {
                out.push('\\');
                out.push(c);
            }
            _ => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::escape;

    #[test]
    fn words_stay_words() {
        for (text, written) in [
            ("a|b", "a\\|b"),
            ("- Oui", "\\- Oui"),
            ("1. un", "1\\. un"),
            ("un\ndeux", "un<br>deux"),
            ("D8_levier *x* <b>", "D8\\_levier \\*x\\* \\<b\\>"),
            ("à 10 h 30 - 11 h", "à 10 h 30 - 11 h"),
            ("\u{1b}[31m", "␛\\[31m"),
        ] {
            assert_eq!(escape(text), written);
        }
    }
}
