//! A report as Markdown.

use super::own::{self, Own};
use super::{Block, Report};
use crate::export::markdown::escape;
use std::fmt::Write;

impl Report {
    /// As Markdown text that ends in a line feed.
    pub fn markdown(&self) -> String {
        self.markdown_with(&Own::default())
    }

    /// As Markdown text, with what people wrote into its own places before.
    pub fn markdown_with(&self, kept: &Own) -> String {
        let mut out = format!("# {}\n", escape(&self.title));
        let mut in_list = false;
        for block in &self.blocks {
            let item = matches!(block, Block::Item(_));
            if !(in_list && item) {
                out.push('\n');
            }
            in_list = item;
            match block {
                Block::Heading(level, words) => {
                    let marks = "#".repeat(usize::from(*level) + 1);
                    let _ = writeln!(out, "{marks} {}", escape(words));
                }
                Block::Paragraph(words) => {
                    let _ = writeln!(out, "{}", escape(words));
                }
                Block::Item(words) => {
                    let _ = writeln!(out, "- {}", escape(words));
                }
                Block::Quote { words, reference } => {
                    let _ = writeln!(out, "> {}  \n> {}", escape(words), escape(reference));
                }
                Block::Rule(words) => {
                    let _ = writeln!(out, "*{}*", escape(words));
                }
                Block::Own { key, hint } => {
                    out.push_str(&own::open(key, hint));
                    out.push_str(kept.words(key).unwrap_or("\n"));
                    out.push_str(&own::close(key));
                }
                Block::Table {
                    head,
                    numbers,
                    rows,
                } => {
                    line(&mut out, head);
                    for number in numbers {
                        out.push_str(if *number { "| ---: " } else { "| --- " });
                    }
                    out.push_str("|\n");
                    for row in rows {
                        line(&mut out, row);
                    }
                }
            }
        }
        out
    }
}

fn line(out: &mut String, cells: &[String]) {
    for cell in cells {
        let _ = write!(out, "| {} ", escape(cell));
    }
    out.push_str("|\n");
}
