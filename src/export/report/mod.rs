//! Reports for people: the minutes of one interview, the progress of the study for a steering committee, the study itself.
//! A report is written as Markdown, as a Word document, and as CSV for whoever puts the figures elsewhere.

mod csv;
pub(super) mod docx;
#[cfg(test)]
mod docx_test;
mod form;
mod markdown;
mod minutes;
pub mod own;
mod progress;

pub use form::ReportForm;
pub use minutes::minutes;
pub use own::Own;
pub use progress::progress;

use crate::i18n::Words;
use crate::t;
use jiff::Timestamp;
use jiff::tz::TimeZone;

/// A report before it is written: a title and what stands below it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Report {
    /// What it is.
    pub title: String,
    /// What stands below the title, in order.
    pub blocks: Vec<Block>,
}

/// One piece of a report.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Block {
    /// Words over what follows; the level is 1 below the title, at most 3.
    Heading(u8, String),
    /// A paragraph.
    Paragraph(String),
    /// One of a list.
    Item(String),
    /// Somebody's words, and where they were said.
    Quote {
        /// The words, without marks.
        words: String,
        /// Interview and time.
        reference: String,
    },
    /// A table; cells of the columns that are numbers stand at the right.
    Table {
        /// Heads of the columns.
        head: Vec<String>,
        /// Whether each column holds numbers.
        numbers: Vec<bool>,
        /// The rows.
        rows: Vec<Vec<String>>,
    },
    /// Small print below a table: its rule.
    Rule(String),
    /// A place for people's own words, which the next report of the same name keeps.
    Own {
        /// Its name, of letters, digits, `.`, `-` and `_`.
        key: String,
        /// What may stand there.
        hint: String,
    },
}

impl Report {
    fn heading(&mut self, words: String) {
        self.chapter(1, words);
    }

    /// Words over what follows, 1 to 3 levels below the title.
    pub fn chapter(&mut self, level: u8, words: String) {
        self.blocks.push(Block::Heading(level.clamp(1, 3), words));
    }

    /// A paragraph; nothing where there are no words.
    pub fn paragraph(&mut self, words: String) {
        if !words.is_empty() {
            self.blocks.push(Block::Paragraph(words));
        }
    }

    /// One of a list.
    pub fn item(&mut self, words: String) {
        self.blocks.push(Block::Item(words));
    }

    /// Somebody's words, and where they were said.
    pub fn quote(&mut self, words: String, reference: String) {
        self.blocks.push(Block::Quote { words, reference });
    }

    /// Small print; nothing where there are no words.
    pub fn rule(&mut self, words: String) {
        if !words.is_empty() {
            self.blocks.push(Block::Rule(words));
        }
    }

    /// A place for people's own words.
    pub fn own(&mut self, key: String, hint: String) {
        self.blocks.push(Block::Own { key, hint });
    }

    /// Places that hold words and are not in this report.
    pub fn without_place(&self, own: &Own) -> Vec<String> {
        let is_here = |wanted: &str| {
            let mut blocks = self.blocks.iter();
            blocks.any(|block| matches!(block, Block::Own { key, .. } if key == wanted))
        };
        own.keys()
            .filter(|key| !is_here(key))
            .map(str::to_owned)
            .collect()
    }

    /// The same report with places at its end, under a heading, for words that have no place of their own any more.
    #[must_use]
    pub fn with_places(&self, keys: &[String], heading: &str) -> Self {
        let mut report = self.clone();
        if !keys.is_empty() {
            report.chapter(1, heading.to_owned());
        }
        for key in keys {
            report.own(key.clone(), key.clone());
        }
        report
    }

    /// Another report's blocks, its headings one level deeper.
    pub fn append(&mut self, blocks: Vec<Block>) {
        self.blocks
            .extend(blocks.into_iter().map(|block| match block {
                Block::Heading(level, words) => Block::Heading((level + 1).min(3), words),
                other => other,
            }));
    }

    /// Other words in the first column of the table that was put last.
    pub fn rename_first_column(&mut self, name: impl Fn(&str) -> String) {
        if let Some(Block::Table { rows, .. }) = self.blocks.last_mut() {
            for first in rows.iter_mut().filter_map(|row| row.first_mut()) {
                *first = name(first);
            }
        }
    }

    /// Other heads over the last columns of the table that was put last.
    pub fn rename_last_columns(&mut self, names: impl DoubleEndedIterator<Item = String>) {
        if let Some(Block::Table { head, .. }) = self.blocks.last_mut() {
            for (own, name) in head.iter_mut().rev().zip(names.rev()) {
                *own = name;
            }
        }
    }

    /// A table of words; nothing where it has no rows.
    fn table(&mut self, head: Vec<String>, rows: Vec<Vec<String>>) {
        let numbers = vec![false; head.len()];
        self.grid(head, numbers, rows);
    }

    /// A table; nothing where it has no rows.
    pub fn grid(&mut self, head: Vec<String>, numbers: Vec<bool>, rows: Vec<Vec<String>>) {
        if !rows.is_empty() {
            self.blocks.push(Block::Table {
                head,
                numbers,
                rows,
            });
        }
    }
}

/// A moment as people of the language write it, in a time zone; in universal time where there is no such zone.
pub(super) fn moment(words: Words, at: Timestamp, zone: &str) -> String {
    let zoned = at.to_zoned_datetime(TimeZone::get(zone).unwrap_or(TimeZone::UTC));
    let part = |format: &str| zoned.strftime(format).to_string();
    t!(
        words,
        "export-moment",
        day = part("%d"),
        month = part("%m"),
        year = part("%Y"),
        time = part("%H:%M")
    )
}
