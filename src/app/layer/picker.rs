//! A list to choose from by typing.

use crate::app::App;
use crate::app::entry::Entry;
use crate::app::list::ListCursor;
use crate::command::{CursorAct, TextAct};
use crate::i18n::Message;
use crate::study::id::CodeId;
use crate::text::fold::Folded;
use crate::text::fuzzy::Query;
use std::collections::BTreeMap;

/// One thing to choose.
#[derive(Debug, Clone, Default)]
pub struct PickItem {
    /// What `then` is told.
    pub id: String,
    /// Shown first.
    pub key: String,
    /// Shown after it.
    pub label: String,
    /// Also searched, shown dimmed: a path, a definition.
    pub detail: String,
    /// Also searched, shown only where it is what was found: the label in another language.
    pub alias: String,
    /// Also searched, by whole beginnings of words only, after all else: a definition.
    pub more: String,
    /// What stands for it when it is typed alone; shown before it.
    pub short: String,
    /// The code it stands for, whose colour its key has.
    pub code: Option<CodeId>,
}

impl PickItem {
    /// All that is searched: key, label, detail and alias, a space between them.
    pub fn searched(&self) -> String {
        [&*self.key, &self.label, &self.detail, &self.alias].join(" ")
    }

    /// Whether a match of these bytes of [`Self::searched`] is one of the alias.
    pub fn found_by_alias(&self, bytes: &[usize]) -> bool {
        let before = self.key.len() + self.label.len() + self.detail.len() + 3;
        bytes.iter().any(|byte| *byte >= before)
    }
}

/// What the first item is worth in a match, where the order weighs, twice over; a letter more is worth some sixteen.
const LIKELY: i64 = 48;

/// A text folded, a space and nothing else between its words.
fn words_of(text: &str) -> String {
    let folded = crate::text::fold::fold(text);
    let words = folded.split(|c: char| !c.is_alphanumeric());
    let words: Vec<&str> = words.filter(|word| !word.is_empty()).collect();
    words.join(" ")
}

/// What was chosen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Pick {
    /// An item, by its id.
    Item(String),
    /// Nothing of the list: what was typed, to be made anew.
    New(String),
}

/// What happens with the choice.
pub type WithPick = Box<dyn FnOnce(&mut App, Pick) + Send>;

/// What is told of a code in a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Told {
    /// The item.
    pub item: String,
    /// What the code means, when to use it, when not.
    pub card: String,
    /// What was said under it last.
    pub quotes: Vec<String>,
}

/// A list to choose from by typing.
pub struct Picker {
    /// What is chosen.
    pub title: Message,
    /// What is typed.
    pub entry: Entry,
    /// All there is, the likeliest first.
    pub items: Vec<PickItem>,
    /// What matches, best first.
    pub found: Vec<Found>,
    /// Where the cursor is among them.
    pub list: ListCursor,
    /// Words for making a new one of what is typed; `None` where that is not offered.
    pub offer_new: Option<Message>,
    /// What is told of the item under the cursor, by id; lines below the list.
    pub about: BTreeMap<String, String>,
    /// Whether the items are codes, of which it is told what they mean and what was said under them last.
    pub tells_codes: bool,
    /// What is told of the code under the cursor.
    pub told: Option<Told>,
    names: BTreeMap<String, String>,
    weighs_order: bool,
    folded: Vec<Folded>,
    more: Vec<String>,
    then: WithPick,
}

/// A match.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    /// Place in the items.
    pub item: usize,
    /// Matching bytes of [`PickItem::searched`].
    pub bytes: Vec<usize>,
}

impl Picker {
    /// A list to choose from.
    pub fn new(
        title: Message,
        items: Vec<PickItem>,
        then: impl FnOnce(&mut App, Pick) + Send + 'static,
    ) -> Self {
        let folded = items
            .iter()
            .map(|item| Folded::new(&item.searched()))
            .collect();
        // what begins a word is found after a space
        let more = items
            .iter()
            .map(|item| match item.more.as_str() {
                "" => String::new(),
                more => format!(" {}", words_of(more)),
            })
            .collect();
        let names = items
            .iter()
            .filter(|item| !item.short.is_empty())
            .map(|item| (item.short.clone(), item.id.clone()))
            .collect();
        let mut picker = Self {
            title,
            entry: Entry::default(),
            items,
            found: Vec::new(),
            list: ListCursor::default(),
            offer_new: None,
            about: BTreeMap::new(),
            tells_codes: false,
            told: None,
            names,
            weighs_order: false,
            folded,
            more,
            then: Box::new(then),
        };
        picker.search();
        picker
    }

    /// Offers to make a new one of what is typed.
    #[must_use]
    pub fn offering_new(mut self, words: Message) -> Self {
        self.offer_new = Some(words);
        self
    }

    /// Tells something of the item under the cursor, by id.
    #[must_use]
    pub fn telling(mut self, about: BTreeMap<String, String>) -> Self {
        self.about = about;
        self
    }

    /// Tells what the code under the cursor means, and what was said under it last.
    #[must_use]
    pub fn telling_codes(mut self) -> Self {
        self.tells_codes = true;
        self
    }

    /// What else stands for an item when it is typed alone: a slot's digit → id. That item then comes first.
    #[must_use]
    pub fn named(mut self, names: BTreeMap<String, String>) -> Self {
        self.names.extend(names);
        self
    }

    /// Lets the order of the items weigh while something is typed: a likely one goes before one that matches as well.
    #[must_use]
    pub fn weighing_order(mut self) -> Self {
        self.weighs_order = true;
        self
    }

    /// Puts the cursor on an item.
    #[must_use]
    pub fn starting_at(mut self, id: &str) -> Self {
        if let Some(at) = self
            .found
            .iter()
            .position(|found| self.items[found.item].id == id)
        {
            self.list.at = at;
        }
        self
    }

    /// Number of rows: matches, and one for making a new one.
    pub fn rows(&self) -> usize {
        self.found.len() + usize::from(self.shows_new())
    }

    /// Whether the last row makes a new one.
    pub fn shows_new(&self) -> bool {
        self.offer_new.is_some() && !self.entry.text().trim().is_empty()
    }

    /// The item under the cursor.
    pub fn current(&self) -> Option<&PickItem> {
        self.items.get(self.found.get(self.list.at)?.item)
    }

    fn search(&mut self) {
        let query = Query::new(self.entry.text());
        if query.is_empty() {
            self.found = (0..self.items.len())
                .map(|item| Found {
                    item,
                    bytes: Vec::new(),
                })
                .collect();
        } else {
            let typed = self.entry.text().trim().to_lowercase();
            let mut scored: Vec<(bool, i64, Found)> = self
                .folded
                .iter()
                .enumerate()
                .filter_map(|(item, folded)| {
                    let mut hit = query
                        .matches_folded(folded)
                        .or_else(|| query.begins_words_of(&self.more[item]))?;
                    if self.weighs_order && hit.score > 0 {
                        hit.score += LIKELY / (2 + item as i64);
                    }
                    let exact = self.items[item].key.to_lowercase() == typed;
                    Some((
                        !exact,
                        -hit.score,
                        Found {
                            item,
                            bytes: hit.bytes,
                        },
                    ))
                })
                .collect();
            scored.sort_by_key(|(inexact, score, found)| (*inexact, *score, found.item));
            self.found = scored.into_iter().map(|(_, _, found)| found).collect();
            self.put_named_first(&typed);
        }
        self.list = ListCursor::default();
    }

    fn put_named_first(&mut self, typed: &str) {
        let Some(id) = self.names.get(typed) else {
            return;
        };
        let Some(item) = self.items.iter().position(|item| item.id == *id) else {
            return;
        };
        self.found.retain(|found| found.item != item);
        let bytes = Vec::new();
        self.found.insert(0, Found { item, bytes });
    }

    pub(super) fn cursor(&mut self, act: CursorAct, count: Option<u32>, height: usize) {
        self.list.act(act, count, self.rows(), height);
    }

    pub(in crate::app) fn text(&mut self, act: TextAct, text: &str, times: usize) {
        match act {
            TextAct::Type => self.entry.insert(&text.replace('\n', " ")),
            TextAct::Newline => return,
            _ => self.entry.act(act, times),
        }
        self.search();
    }

    /// Chooses what the cursor is on.
    pub(super) fn enter(mut self, app: &mut App) {
        if let Some(item) = self.current() {
            let pick = Pick::Item(item.id.clone());
            (self.then)(app, pick);
        } else if self.shows_new() {
            let typed = self.entry.take();
            (self.then)(app, Pick::New(typed.trim().to_owned()));
        } else {
            app.layers.push(super::Layer::Picker(self));
        }
    }

    /// Makes a new one of what is typed, whatever the cursor is on.
    pub fn enter_new(mut self, app: &mut App) {
        if self.shows_new() {
            let typed = self.entry.take();
            (self.then)(app, Pick::New(typed.trim().to_owned()));
        } else {
            app.layers.push(super::Layer::Picker(self));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_label_in_another_language_is_told_only_where_it_was_found() {
        let item = PickItem {
            key: "D8".to_owned(),
            label: "Délais".to_owned(),
            detail: "Organisation".to_owned(),
            alias: "Deadlines".to_owned(),
            ..PickItem::default()
        };
        for (typed, told) in [("delais", false), ("orga", false), ("deadl", true)] {
            let found = Query::new(typed).matches(&item.searched()).unwrap();
            assert_eq!(item.found_by_alias(&found.bytes), told, "{typed}");
        }
    }
}
