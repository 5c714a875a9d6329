//! A TOML file's values with their lines: each failure says what was expected.

use super::codebook::label_language;
use super::keys::clean_key;
use super::table::one_of;
use crate::i18n::Message;
use crate::import::problem::Problem;
use crate::message;
use crate::study::Study;
use crate::study::guide::check::line_of;
use crate::text::sanitise;
use std::collections::BTreeMap;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

pub(super) type Item<'a> = &'a Spanned<DeValue<'a>>;

/// The entries of one table by key.
pub(super) struct Entries<'a> {
    pub(super) list: Vec<(&'a str, Item<'a>)>,
    pub(super) at: usize,
}

impl<'a> Entries<'a> {
    pub(super) fn new(table: &'a DeTable<'a>) -> Self {
        let list: Vec<_> = table
            .iter()
            .map(|(key, value)| (key.get_ref().as_ref(), value))
            .collect();
        let at = table
            .iter()
            .map(|(key, _)| key.span().start)
            .min()
            .unwrap_or(0);
        Self { list, at }
    }

    pub(super) fn get(&self, key: &str) -> Option<Item<'a>> {
        self.list
            .iter()
            .find(|(own, _)| *own == key)
            .map(|(_, value)| *value)
    }
}

pub(super) fn whole(item: Item<'_>) -> Option<i64> {
    let integer = item.get_ref().as_integer()?;
    i64::from_str_radix(integer.as_str(), integer.radix()).ok()
}

/// Words, made harmless: an escape in the file may stand for any character.
pub(super) fn text(item: Item<'_>) -> Option<String> {
    item.get_ref().as_str().map(|words| sanitise(words).text)
}

pub(super) fn number(item: Item<'_>) -> Option<f64> {
    match item.get_ref() {
        DeValue::Float(float) => float.as_str().parse().ok(),
        _ => whole(item).map(|whole| whole as f64),
    }
}

/// The file, with what is wrong in it.
pub(super) struct File<'a> {
    pub(super) name: &'a str,
    pub(super) source: &'a str,
    pub(super) problems: Vec<Problem>,
    pub(super) unknown: Vec<String>,
}

impl File<'_> {
    pub(super) fn bad(&mut self, key: &str, at: Option<Item<'_>>, expected: Message) {
        let (line, found) = at.map_or((1, ""), |item| {
            let span = item.span();
            (
                line_of(self.source, span.start),
                self.source.get(span).unwrap_or("").trim_matches('"'),
            )
        });
        let found = found.to_owned();
        self.problems.push(Problem {
            file: self.name.to_owned(),
            line,
            column: key.to_owned(),
            found,
            expected,
        });
    }

    pub(super) fn missing(&mut self, key: &str, table: &Entries<'_>) {
        let line = line_of(self.source, table.at);
        self.problems.push(Problem {
            file: self.name.to_owned(),
            line,
            column: key.to_owned(),
            found: String::new(),
            expected: message!("import-expected-something"),
        });
    }

    /// A value of a type; one of another type is a problem.
    pub(super) fn value<T>(
        &mut self,
        table: &Entries<'_>,
        key: &str,
        expected: &'static str,
        read: impl Fn(Item<'_>) -> Option<T>,
    ) -> Option<T> {
        let item = table.get(key)?;
        let value = read(item);
        if value.is_none() {
            self.bad(key, Some(item), Message::new(expected));
        }
        value
    }

    pub(super) fn words(&mut self, table: &Entries<'_>, key: &str) -> Option<String> {
        self.value(table, key, "import-expected-text", text)
    }

    /// The key of a table; without one the table is a problem.
    pub(super) fn key(&mut self, table: &Entries<'_>) -> Option<String> {
        let key = clean_key(&self.words(table, "key").unwrap_or_default());
        if key.is_empty() {
            self.missing("key", table);
            return None;
        }
        Some(key)
    }

    pub(super) fn small(&mut self, table: &Entries<'_>, key: &str) -> Option<u32> {
        self.value(table, key, "import-expected-whole", |item| {
            u32::try_from(whole(item)?).ok()
        })
    }

    pub(super) fn yes(&mut self, table: &Entries<'_>, key: &str) -> Option<bool> {
        self.value(table, key, "import-expected-true", |item| {
            item.get_ref().as_bool()
        })
    }

    /// The tables of an array of tables.
    pub(super) fn tables<'t>(&mut self, table: &Entries<'t>, key: &str) -> Vec<Entries<'t>> {
        let Some(item) = table.get(key) else {
            return Vec::new();
        };
        let Some(array) = item.get_ref().as_array() else {
            self.bad(
                key,
                Some(item),
                message!("import-expected-tables", key = key),
            );
            return Vec::new();
        };
        let mut out = Vec::new();
        for item in array {
            match item.get_ref().as_table() {
                Some(table) => out.push(Entries::new(table)),
                None => self.bad(
                    key,
                    Some(item),
                    message!("import-expected-tables", key = key),
                ),
            }
        }
        out
    }

    pub(super) fn labels(
        &mut self,
        table: &Entries<'_>,
        stem: &str,
        language: &str,
        labels: &mut BTreeMap<String, String>,
    ) {
        let nobody = Study::default();
        for (key, item) in &table.list {
            let Some(own) = label_language(key, stem, &nobody) else {
                continue;
            };
            let own = if *key == stem { language } else { own };
            match text(item) {
                Some(words) if words.is_empty() => {}
                Some(words) => {
                    labels.insert(own.to_owned(), words);
                }
                None => self.bad(key, Some(item), message!("import-expected-text")),
            }
        }
    }

    /// Notes entries that nobody reads.
    pub(super) fn unknown(
        &mut self,
        table: &Entries<'_>,
        known: &[&str],
        also: impl Fn(&str) -> bool,
    ) {
        for (key, _) in &table.list {
            if !known.contains(key) && !also(key) && !self.unknown.iter().any(|old| old == key) {
                self.unknown.push((*key).to_owned());
            }
        }
    }

    pub(super) fn word<T: Copy>(
        &mut self,
        table: &Entries<'_>,
        key: &str,
        parse: fn(&str) -> Option<T>,
        words: impl Iterator<Item = &'static str>,
    ) -> Option<T> {
        let word = self.words(table, key)?;
        let value = parse(&word);
        if value.is_none() {
            self.bad(key, table.get(key), one_of(words));
        }
        value
    }
}
