//! What came in with a colleague's copy, in words.

use super::error::shown;
use crate::i18n::Message;
use crate::message;
use crate::study::fold::Conflict;
use crate::study::{Item, Reason, Study};
use std::collections::BTreeMap;
use std::path::PathBuf;

/// Most conflicts that are told one by one; the others are counted.
const MOST_CONFLICTS: usize = 20;

/// What came in.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Joined {
    /// Transactions that came, by author.
    pub transactions: BTreeMap<String, usize>,
    /// Records that were not there before, by the word for their kind.
    pub added: BTreeMap<&'static str, usize>,
    /// Texts that came.
    pub texts: usize,
    /// Changes of either side that have no effect in what both make together, each with the name of what it was for.
    pub conflicts: Vec<(Conflict, String)>,
    /// Keys that two records carry now, as they are shown.
    pub doubled: Vec<String>,
    /// Interviews and people that she erased, and that are erased here now.
    pub erased: usize,
    /// Exports outside the study's folder that may still hold them; only a person can delete them.
    pub copies: Vec<PathBuf>,
    /// Journals of hers whose last line was never finished; it stayed out.
    pub unfinished: Vec<PathBuf>,
}

impl Joined {
    /// Whether nothing came.
    pub fn is_empty(&self) -> bool {
        self.transactions.is_empty() && self.texts == 0
    }

    /// Takes down what the study that both make together has, and this side had not.
    pub(super) fn compare(&mut self, before: &Study, after: &Study) {
        for record in after.records.all() {
            let item = record.item();
            if !before.records.contains(&item) {
                *self.added.entry(item.kind()).or_default() += 1;
            }
        }
        let new = after
            .conflicts
            .iter()
            .filter(|one| !before.conflicts.contains(one));
        self.conflicts = new
            .map(|one| {
                (
                    one.clone(),
                    one.item
                        .as_ref()
                        .map_or_else(String::new, |item| name(after, item)),
                )
            })
            .collect();
        let known = before.shown_keys();
        let doubled = after.shown_keys().into_iter();
        self.doubled = doubled
            .filter(|(item, shown)| known.get(item) != Some(shown))
            .map(|(_, shown)| shown)
            .collect();
        self.erased = after.erased.difference(&before.erased).count();
    }

    /// In words: what came, then what a person should look at.
    pub fn messages(&self) -> Vec<Message> {
        let mut lines = Vec::new();
        if self.is_empty() {
            lines.push(message!("store-join-nothing"));
        } else {
            let authors: Vec<&str> = self.transactions.keys().map(String::as_str).collect();
            let of = |kind| self.added.get(kind).copied().unwrap_or_default();
            let named = ["Coding", "Note", "Code"].map(of);
            let all: usize = self.added.values().sum();
            lines.push(message!(
                "store-joined",
                n = self.transactions.values().sum::<usize>(),
                authors = authors.join(", "),
                codings = named[0],
                notes = named[1],
                codes = named[2],
                others = all - named.iter().sum::<usize>(),
                texts = self.texts
            ));
        }
        if self.erased > 0 {
            lines.push(message!("store-join-erased", n = self.erased));
        }
        for path in &self.copies {
            lines.push(message!("cli-erase-copy", path = shown(path)));
        }
        for key in &self.doubled {
            lines.push(message!("store-join-doubled", key = key));
        }
        for (conflict, name) in self.conflicts.iter().take(MOST_CONFLICTS) {
            let kind = message!(
                "store-join-kind",
                kind = conflict.item.as_ref().map_or("", Item::kind)
            );
            lines.push(message!(key(conflict.reason), kind = kind, name = name));
        }
        let rest = self.conflicts.len().saturating_sub(MOST_CONFLICTS);
        if rest > 0 {
            lines.push(message!("store-join-more-conflicts", n = rest));
        }
        for file in &self.unfinished {
            lines.push(message!("store-join-unfinished", file = shown(file)));
        }
        lines
    }
}

const fn key(reason: Reason) -> &'static str {
    match reason {
        Reason::TargetGone => "store-join-conflict-gone",
        Reason::AlreadyThere => "store-join-conflict-there",
        Reason::Circle => "store-join-conflict-circle",
        Reason::WrittenSince => "store-join-conflict-since",
        Reason::NothingToUndo => "store-join-conflict-undo",
        Reason::FromLaterVersion => "store-join-conflict-later",
        Reason::Erased => "store-join-conflict-erased",
    }
}

/// What a person knows a record by.
fn name(study: &Study, item: &Item) -> String {
    let records = &study.records;
    let key = match item {
        Item::Code(id) => records.codes.get(id).map(|it| &it.key),
        Item::Session(id) => records.sessions.get(id).map(|it| &it.key),
        Item::Scenario(id) => records.scenarios.get(id).map(|it| &it.key),
        Item::Document(id) => records.documents.get(id).map(|it| &it.key),
        _ => None,
    };
    key.cloned().unwrap_or_else(|| item.id_text())
}
