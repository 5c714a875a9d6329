//! Finished texts: paragraphs, with the way back to the lines of their file.

use regex::Regex;
use std::sync::LazyLock;

/// A paragraph; its lines are joined by line feeds.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Paragraph {
    /// The words.
    pub text: String,
    /// (byte of `text`, number of the line that begins there), ascending.
    lines: Vec<(usize, usize)>,
}

impl Paragraph {
    /// A paragraph of one line, or one that is counted as one.
    pub fn new(line: usize, text: impl Into<String>) -> Self {
        Self {
            text: text.into(),
            lines: vec![(0, line)],
        }
    }

    /// Number of the line that holds a byte, from 1.
    pub fn line_of(&self, byte: usize) -> usize {
        let after = self.lines.partition_point(|(at, _)| *at <= byte);
        self.lines
            .get(after.saturating_sub(1))
            .map_or(1, |(_, line)| *line)
    }

    fn push(&mut self, number: usize, line: &str) {
        if !self.lines.is_empty() {
            self.text.push('\n');
        }
        self.lines.push((self.text.len(), number));
        self.text.push_str(line);
    }
}

/// The paragraphs of a text: runs of lines without an empty one between them. Of Markdown, signs that are not words
/// (emphasis, marks of block quotes, escapes) and blocks of code are left out, and each row of a table is a paragraph.
pub fn paragraphs(text: &str, markdown: bool) -> Vec<Paragraph> {
    let mut list: Vec<Paragraph> = Vec::new();
    let mut open = Paragraph::default();
    let mut in_code = false;
    for (at, line) in text.lines().enumerate() {
        let line = if markdown {
            let fence = line.trim_start();
            if fence.starts_with("```") || fence.starts_with("~~~") {
                in_code = !in_code;
                continue;
            }
            if in_code {
                continue;
            }
            plain(line)
        } else {
            line.to_owned()
        };
        // a row of a table stands for itself
        let row = markdown && line.trim_start().starts_with('|');
        if row {
            list.extend(Some(std::mem::take(&mut open)).filter(|one| !one.text.is_empty()));
            list.push(Paragraph::new(at + 1, line.trim()));
        } else if line.trim().is_empty() {
            list.extend(Some(std::mem::take(&mut open)).filter(|one| !one.text.is_empty()));
        } else {
            open.push(at + 1, line.trim());
        }
    }
    list.extend(Some(open).filter(|one| !one.text.is_empty()));
    list
}

/// A line that ends inside of a table's cell.
#[allow(clippy::unwrap_used)] // a fixed pattern, tried by the tests
static LINE_BREAK: LazyLock<Regex> = LazyLock::new(|| Regex::new(r"(?i)<br\s*/?>").unwrap());

/// A line of Markdown without the signs that are no words.
fn plain(line: &str) -> String {
    let line = LINE_BREAK.replace_all(line, " ");
    let mut rest = line.trim_start();
    while let Some(inner) = rest.strip_prefix('>') {
        rest = inner.trim_start();
    }
    let mut out = String::with_capacity(rest.len());
    let mut chars = rest.chars().peekable();
    let mut before = ' ';
    while let Some(c) = chars.next() {
        let next = chars.peek().copied();
        match c {
            '\\' if next.is_some_and(|next| next.is_ascii_punctuation()) => {
                out.extend(chars.next());
            }
            '*' => {}
            // inside a word it is a letter like others
            '_' if !(before.is_alphanumeric() && next.is_some_and(char::is_alphanumeric)) => {}
            _ => out.push(c),
        }
        before = c;
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paragraphs_know_their_lines() {
        let list = paragraphs("un\ndeux\n\n\n  trois\n", false);
        assert_eq!(list.len(), 2);
        assert_eq!(list[0].text, "un\ndeux");
        assert_eq!((list[0].line_of(0), list[0].line_of(3)), (1, 2));
        assert_eq!((list[1].text.as_str(), list[1].line_of(2)), ("trois", 5));
    }

    #[test]
    fn markdown_keeps_its_words_alone() {
        let text = "> *« Oui »*, dit<br>**snake_case** \\[…\\]\n```\n\"code\"\n```\n_fin_";
        let list = paragraphs(text, true);
        assert_eq!(list[0].text, "« Oui », dit snake_case […]\nfin");
        assert_eq!(list[0].line_of(list[0].text.len()), 5);
        let list = paragraphs("Avant\n| S1 | 1 sur 2 |\n| S2 | 2 sur 2 |\nAprès", true);
        let found: Vec<(&str, usize)> = list
            .iter()
            .map(|one| (one.text.as_str(), one.line_of(0)))
            .collect();
        assert_eq!(
            found[1..],
            [
                ("| S1 | 1 sur 2 |", 2),
                ("| S2 | 2 sur 2 |", 3),
                ("Après", 4)
            ]
        );
    }
}
