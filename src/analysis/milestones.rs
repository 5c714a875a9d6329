//! Two states of one study, compared: what was coded, recoded, removed, withdrawn, and which figures of the evidence moved by it.

use super::table::{Cell, Table};
use crate::study::Study;
use crate::study::id::CodingId;
use crate::study::word::Consent;
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};

/// Ids of codings, by what became of them.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Why {
    /// There only later.
    pub coded: Vec<String>,
    /// There in both, with other words, code, strength or polarity.
    pub recoded: Vec<String>,
    /// There only before, and deleted.
    pub removed: Vec<String>,
    /// There only before: their interview was withdrawn.
    pub withdrawn: Vec<String>,
}

/// A figure of the evidence that is another one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Moved {
    /// Key of the scenario.
    pub scenario: String,
    /// Key of the code; empty for the total.
    pub code: String,
    /// Name of the column.
    pub figure: String,
    /// What it was; none where there was no such row.
    pub before: Option<i64>,
    /// What it is; none where there is no such row any more.
    pub after: Option<i64>,
    /// The codings behind it that changed.
    pub why: Why,
}

/// What differs between two states.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Diff {
    /// What became of the codings.
    #[serde(flatten)]
    pub why: Why,
    /// Keys of the interviews that were not there before.
    pub interviews: Vec<String>,
    /// Figures of the table `evidence` that moved.
    pub figures: Vec<Moved>,
}

impl std::ops::Deref for Diff {
    type Target = Why;

    fn deref(&self) -> &Why {
        &self.why
    }
}

/// Compares two states with their tables of evidence, the earlier first.
pub fn compare(before: (&Study, &Table), after: (&Study, &Table)) -> Diff {
    let mut fates: BTreeMap<&CodingId, Fate> = BTreeMap::new();
    let all = before.0.records.codings.keys();
    for id in all.chain(after.0.records.codings.keys()) {
        let fate = match (before.0.coding_state(id), after.0.coding_state(id)) {
            (None, Some(_)) => Fate::Coded,
            (Some(then), Some(now)) if then != now => Fate::Recoded,
            (Some(_), None) if is_withdrawn(after.0, id) => Fate::Withdrawn,
            (Some(_), None) => Fate::Removed,
            _ => continue,
        };
        fates.insert(id, fate);
    }
    let known: BTreeSet<_> = before.0.records.sessions.keys().collect();
    let new = after.0.sessions().into_iter();
    Diff {
        why: Why::of(fates.iter().map(|(id, fate)| (*id, *fate))),
        interviews: new
            .filter(|(id, _)| !known.contains(id))
            .filter(|(id, _)| after.0.session_consent(id) != Consent::Withdrawn)
            .map(|(_, session)| session.key.clone())
            .collect(),
        figures: figures(before.1, after.1, &fates),
    }
}

#[derive(Debug, Clone, Copy)]
enum Fate {
    Coded,
    Recoded,
    Removed,
    Withdrawn,
}

impl Why {
    fn of<'a>(fates: impl Iterator<Item = (&'a CodingId, Fate)>) -> Self {
        let mut why = Self::default();
        for (id, fate) in fates {
            let list = match fate {
                Fate::Coded => &mut why.coded,
                Fate::Recoded => &mut why.recoded,
                Fate::Removed => &mut why.removed,
                Fate::Withdrawn => &mut why.withdrawn,
            };
            list.push(id.to_string());
        }
        why
    }
}

fn is_withdrawn(study: &Study, id: &CodingId) -> bool {
    let coding = study.records.codings.get(id);
    coding
        .and_then(|coding| study.session_of_passage(&coding.passage))
        .is_some_and(|session| study.session_consent(session) == Consent::Withdrawn)
}

type Key = (String, String);

fn figures(before: &Table, after: &Table, fates: &BTreeMap<&CodingId, Fate>) -> Vec<Moved> {
    let rows = |table: &Table| -> BTreeMap<Key, usize> {
        let key = |row: usize| {
            let text = |name| match table.cell(row, name) {
                Some(Cell::Text(text)) => text.clone(),
                _ => String::new(),
            };
            (text("scenario"), text("code"))
        };
        (0..table.rows.len()).map(|row| (key(row), row)).collect()
    };
    let (then, now) = (rows(before), rows(after));
    let mut order: Vec<Key> = Vec::new();
    let mut seen = BTreeSet::new();
    for table in [after, before] {
        let own = if std::ptr::eq(table, after) {
            &now
        } else {
            &then
        };
        let mut by_row: Vec<(&usize, &Key)> = own.iter().map(|(key, row)| (row, key)).collect();
        by_row.sort();
        for (_, key) in by_row {
            if seen.insert(key.clone()) {
                order.push(key.clone());
            }
        }
    }
    let mut moved = Vec::new();
    for key in order {
        let (old, new) = (then.get(&key), now.get(&key));
        let passages = |table: &Table, row: Option<&usize>| -> Vec<CodingId> {
            row.and_then(|row| table.rows.get(*row))
                .map_or_else(Vec::new, |row| row.passages.clone())
        };
        let behind: BTreeSet<CodingId> = passages(before, old)
            .into_iter()
            .chain(passages(after, new))
            .collect();
        for column in &after.columns {
            let value = |table: &Table, row: Option<&usize>| match table.cell(*row?, &column.key) {
                Some(Cell::Integer(n)) => Some(*n),
                _ => None,
            };
            let (was, is) = (value(before, old), value(after, new));
            // a row of nothing that comes or goes moves no figure
            if was.unwrap_or(0) == is.unwrap_or(0) {
                continue;
            }
            let own = behind
                .iter()
                .filter_map(|id| fates.get_key_value(id).map(|(id, fate)| (*id, *fate)));
            moved.push(Moved {
                scenario: key.0.clone(),
                code: key.1.clone(),
                figure: column.key.clone(),
                before: was,
                after: is,
                why: Why::of(own),
            });
        }
    }
    moved
}
