//! The journal of the analysis and the memos as a Markdown document.

use super::markdown::escape;
use std::fmt::Write;

/// One memo.
#[derive(Debug, Clone)]
pub struct Entry {
    /// The day it was written, in words.
    pub day: String,
    /// What it is on, and who wrote it.
    pub title: String,
    /// The words, of one line or several.
    pub text: String,
}

/// A document that ends in a line feed: memos in their order under days, each line of theirs a line, an empty one between
/// paragraphs.
pub fn journal(title: &str, entries: impl IntoIterator<Item = Entry>) -> String {
    let mut out = format!("# {}\n", escape(title));
    let mut day = None;
    for entry in entries {
        if day.as_ref() != Some(&entry.day) {
            let _ = write!(out, "\n## {}\n", escape(&entry.day));
            day = Some(entry.day);
        }
        let _ = write!(out, "\n### {}\n\n", escape(&entry.title));
        let lines: Vec<&str> = entry.text.lines().collect();
        for (at, line) in lines.iter().enumerate() {
            out.push_str(&escape(line.trim()));
            let goes_on = lines
                .get(at + 1)
                .is_some_and(|next| !next.trim().is_empty());
            // two lines of one paragraph stay two lines
            out.push_str(if goes_on && !line.trim().is_empty() {
                "\\\n"
            } else {
                "\n"
            });
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_memo_keeps_its_lines_and_its_signs() {
        let entry = |day: &str, text: &str| Entry {
            day: day.to_owned(),
            title: "code B1_3 · am".to_owned(),
            text: text.to_owned(),
        };
        let text = journal(
            "Journal",
            [
                entry("2026-01-02", "# non\nun\n\n- deux"),
                entry("2026-01-02", "trois"),
                entry("2026-01-03", "*quatre*"),
            ],
        );
        assert_eq!(
            text,
            "# Journal\n\n## 2026-01-02\n\n### code B1\\_3 · am\n\n\\# non\\\nun\n\n\\- deux\n\n\
             ### code B1\\_3 · am\n\ntrois\n\n## 2026-01-03\n\n### code B1\\_3 · am\n\n\\*quatre\\*\n"
        );
    }
}
