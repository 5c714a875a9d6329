//! What is wrong in a file that a person wrote, and where.

use std::fmt;

use crate::i18n::{Message, Words};
use crate::message;

/// A fault of a file, with its place. What is not at fault is read all the same.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// The file, as the person knows it.
    pub file: String,
    /// Line, from 1; 0 when it is about the whole file.
    pub line: usize,
    /// Column in characters, from 1.
    pub column: usize,
    /// What is wrong, and what was expected.
    pub message: Message,
}

impl Fault {
    /// A fault at a byte of the text.
    pub fn at(file: &str, text: &str, byte: usize, message: Message) -> Fault {
        let (line, column) = Lines::of(text).place(byte);
        Fault {
            file: file.to_owned(),
            line,
            column,
            message,
        }
    }

    /// A fault of the file as a whole.
    pub fn whole(file: &str, message: Message) -> Fault {
        Fault {
            file: file.to_owned(),
            line: 0,
            column: 0,
            message,
        }
    }

    /// What TOML itself says against the text.
    pub fn toml(file: &str, text: &str, error: &toml::de::Error) -> Fault {
        let byte = error.span().map_or(0, |span| span.start);
        let reason = error.message().lines().next().unwrap_or_default();
        Fault::at(file, text, byte, message!("config-toml", reason = reason))
    }

    /// `file:line:column: what is wrong`, in a language.
    pub fn say(&self, words: Words) -> String {
        format!("{self} {}", words.say(&self.message))
    }
}

/// Where the lines of a text begin, found once for many places.
#[derive(Debug)]
pub struct Lines<'a> {
    text: &'a str,
    starts: Vec<usize>,
}

impl<'a> Lines<'a> {
    /// The lines of a text.
    pub fn of(text: &'a str) -> Self {
        let after = text.match_indices('\n').map(|(at, _)| at + 1);
        Self {
            text,
            starts: std::iter::once(0).chain(after).collect(),
        }
    }

    /// Line, and column in characters, of a byte, both from 1; those of the end where there is no such byte.
    pub fn place(&self, byte: usize) -> (usize, usize) {
        let before = self.text.get(..byte).unwrap_or(self.text);
        let line = self.starts.partition_point(|start| *start <= before.len());
        let start = self.starts.get(line.saturating_sub(1)).copied();
        let column = before.get(start.unwrap_or(0)..).unwrap_or("");
        (line, column.chars().count() + 1)
    }
}

impl fmt::Display for Fault {
    /// The place alone: `file:line:column:`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.line == 0 {
            write!(f, "{}:", self.file)
        } else {
            write!(f, "{}:{}:{}:", self.file, self.line, self.column)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_count_lines_and_characters_from_one() {
        let text = "a = 1\né = ?\n";
        let place =
            |byte| Fault::at("f", text, byte, message!("config-toml", reason = "x")).to_string();
        assert_eq!(place(0), "f:1:1:");
        assert_eq!(place(6), "f:2:1:");
        assert_eq!(place(text.find('?').unwrap()), "f:2:5:");
        assert_eq!(place(999), "f:3:1:");
    }
}
