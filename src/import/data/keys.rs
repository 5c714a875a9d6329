//! The study's things by the keys that files call them by. Each index is made once for a file.

use super::edits::Edits;
use super::table::{Cell, Column, Table, one_of};
use crate::file::csv::Row;
use crate::message;
use crate::study::id::{AttributeId, CodeId, Mint, ScenarioId, SessionId, SubjectId, ValueId};
use crate::study::people::INTERVIEWER;
use crate::study::session::Session;
use crate::study::settings::{Attribute, AttributeData};
use crate::study::word::{AttributeKind, Consent, SessionState};
use crate::study::{Item, Study};
use std::collections::{BTreeMap, HashMap, HashSet};

/// Interviews of which every counted participant withdrew.
pub(crate) fn withdrawn(study: &Study) -> HashSet<SessionId> {
    withdrawn_among(study.records.participants.values())
}

pub(super) fn withdrawn_among<'a>(
    participants: impl Iterator<Item = &'a crate::study::people::Participant>,
) -> HashSet<SessionId> {
    let mut all: HashMap<&SessionId, bool> = HashMap::new();
    for participant in participants.filter(|p| p.role != INTERVIEWER) {
        let here = participant.consent == Consent::Withdrawn;
        all.entry(&participant.session)
            .and_modify(|all| *all &= here)
            .or_insert(here);
    }
    all.into_iter()
        .filter(|(_, all)| *all)
        .map(|(id, _)| id.clone())
        .collect()
}

/// A key as it is kept: on one line, harmless, without white space at its ends.
pub(crate) fn clean_key(text: &str) -> String {
    super::table::one_line(text).into_owned()
}

/// Ids by the key that is shown (`KEY~2` where another one has the same).
fn by_key<'a, I: Ord + Clone + Into<Item> + 'a>(
    records: impl Iterator<Item = (&'a I, &'a str)>,
    shown: &BTreeMap<Item, String>,
) -> HashMap<String, I> {
    let mut index = HashMap::new();
    for (id, key) in records {
        let key = if shown.is_empty() {
            None
        } else {
            shown.get(&id.clone().into())
        }
        .map_or_else(|| key.to_owned(), Clone::clone);
        index.entry(key).or_insert_with(|| id.clone());
    }
    index
}

/// Interviews by key; those that a file names first are made.
pub(super) struct Sessions<'a> {
    pub(super) edits: Edits<'a, SessionId, Session>,
    by_key: HashMap<String, SessionId>,
    withdrawn: HashSet<SessionId>,
    pub(super) made: Vec<String>,
}

impl<'a> Sessions<'a> {
    pub(super) fn of(study: &'a Study) -> Self {
        let sessions = &study.records.sessions;
        Self {
            edits: Edits::new(sessions),
            by_key: by_key(
                sessions.iter().map(|(id, s)| (id, s.key.as_str())),
                &study.shown_keys(),
            ),
            withdrawn: withdrawn(study),
            made: Vec::new(),
        }
    }

    pub(super) fn find(&self, key: &str) -> Option<&SessionId> {
        self.by_key.get(key)
    }

    /// The interview of a key, made where there is none.
    pub(super) fn meet(
        &mut self,
        key: &str,
        state: SessionState,
        mint: &mut dyn Mint,
    ) -> SessionId {
        if let Some(id) = self.by_key.get(key) {
            return id.clone();
        }
        let id = SessionId::mint(mint);
        let session = self.edits.edit(&id);
        session.subject = SubjectId::mint(mint);
        key.clone_into(&mut session.key);
        session.state = state;
        self.by_key.insert(key.to_owned(), id.clone());
        self.made.push(key.to_owned());
        id
    }

    pub(super) fn is_withdrawn(&self, id: &SessionId) -> bool {
        self.withdrawn.contains(id)
    }
}

/// Codes by key; a merged one stands for the code it was merged into.
pub(super) fn codes(study: &Study) -> HashMap<String, CodeId> {
    let shown = study.shown_keys();
    let records = &study.records.codes;
    let (own, merged): (Vec<_>, Vec<_>) = records
        .iter()
        .partition(|(id, _)| study.resolve_code(id) == Some(id));
    let mut index = by_key(own.into_iter().map(|(id, c)| (id, c.key.as_str())), &shown);
    for (id, code) in merged {
        if let Some(to) = study.resolve_code(id) {
            index.entry(code.key.clone()).or_insert_with(|| to.clone());
        }
    }
    index
}

/// Scenarios by key, and the words for "one of these".
pub(super) struct Scenarios {
    by_key: HashMap<String, ScenarioId>,
    keys: Vec<String>,
}

impl Scenarios {
    pub(super) fn of(study: &Study) -> Self {
        let by_key = by_key(
            study
                .records
                .scenarios
                .iter()
                .map(|(id, s)| (id, s.key.as_str())),
            &study.shown_keys(),
        );
        let keys = study
            .scenarios()
            .into_iter()
            .map(|(_, s)| s.key.clone())
            .collect();
        Self { by_key, keys }
    }

    /// The scenario of a cell; `None` where it is empty.
    pub(super) fn read(
        &self,
        table: &Table<'_>,
        row: &Row,
        column: &Column,
    ) -> Cell<Option<ScenarioId>> {
        let key = table.line(row, column);
        if key.is_empty() {
            return Ok(None);
        }
        self.find(table, row, column, &key).map(Some)
    }

    /// The scenario of a key that a cell names.
    pub(super) fn find(
        &self,
        table: &Table<'_>,
        row: &Row,
        column: &Column,
        key: &str,
    ) -> Cell<ScenarioId> {
        match self.by_key.get(key) {
            Some(id) => Ok(id.clone()),
            None if self.keys.is_empty() => {
                Err(table.bad(row, column, message!("import-expected-no-scenario")))
            }
            None => Err(table.bad(row, column, one_of(&self.keys))),
        }
    }
}

/// An attribute of the study with its values by key.
pub(super) struct AttributeKeys<'a> {
    pub(super) id: &'a AttributeId,
    pub(super) attribute: &'a Attribute,
    values: Vec<(&'a str, &'a ValueId)>,
}

impl<'a> AttributeKeys<'a> {
    pub(super) fn all(study: &'a Study) -> Vec<Self> {
        study
            .attributes()
            .into_iter()
            .map(|(id, attribute)| Self {
                id,
                attribute,
                values: study
                    .values_of(id)
                    .into_iter()
                    .map(|(id, value)| (value.key.as_str(), id))
                    .collect(),
            })
            .collect()
    }

    /// What a cell gives for the attribute; `None` where it is empty.
    pub(super) fn read(
        &self,
        table: &Table<'_>,
        row: &Row,
        column: &Column,
    ) -> Cell<Option<AttributeData>> {
        let text = table.line(row, column);
        if text.is_empty() {
            return Ok(None);
        }
        let bad = |expected| Err(table.bad(row, column, expected));
        match self.attribute.kind {
            AttributeKind::Choice => match self.values.iter().find(|(key, _)| *key == text) {
                Some((_, id)) => Ok(Some(AttributeData::Choice((*id).clone()))),
                None => bad(one_of(self.values.iter().map(|(key, _)| key))),
            },
            AttributeKind::Number => match text.replace(',', ".").parse::<f64>() {
                Ok(number) if number.is_finite() => Ok(Some(AttributeData::Number(number))),
                _ => bad(message!("import-expected-number")),
            },
            AttributeKind::Text => Ok(Some(AttributeData::Text(text.into_owned()))),
        }
    }
}
