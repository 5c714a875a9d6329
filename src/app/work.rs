//! The study that is open, and what its user is at.

use crate::i18n::Message;
use crate::store::{Store, StoreError};
use crate::study::change::{Edit, Record};
use crate::study::id::{CodeId, Mint, ScenarioId, SessionId};
use crate::study::session::SessionField;
use crate::study::{Applied, Change, Study};
use std::sync::Arc;

/// The study that is open.
pub struct Work {
    /// Where it is kept.
    pub store: Store,
    /// Its name in the data folder.
    pub name: String,
    /// Who codes.
    pub coder: String,
    /// The scenario that polarities are given for.
    pub scenario: Option<ScenarioId>,
    /// The interview last looked at.
    pub session: Option<SessionId>,
    /// The code given last.
    pub last_code: Option<CodeId>,
    /// Codes given in this run, the last one first.
    pub recent: Vec<CodeId>,
    /// Whether somebody else holds it: nothing can be changed.
    pub read_only: bool,
    /// The milestone that it is shown as of; `None`: as it is now.
    pub milestone: Option<String>,
    /// Counts the changes, so that lists know when to be made anew.
    pub revision: u64,
    /// Counts those of them that can alter what has evidence: a note or an answer that comes in cannot, nor can an
    /// interview's own fields, but where its recording began.
    pub evidence_revision: u64,
}

impl Work {
    /// An open study.
    pub fn new(mut store: Store, name: String, coder: String, read_only: bool) -> Self {
        if !store.is_blind() {
            store.look_as(&coder);
        }
        let scenario = store
            .study()
            .scenarios()
            .first()
            .map(|(id, _)| (*id).clone());
        let session = store
            .study()
            .sessions()
            .first()
            .map(|(id, _)| (*id).clone());
        Self {
            store,
            name,
            coder,
            scenario,
            session,
            last_code: None,
            recent: Vec::new(),
            read_only,
            milestone: None,
            revision: 1,
            evidence_revision: 1,
        }
    }

    /// The study, as its user sees it: see [`Store::look_as`].
    pub fn study(&self) -> &Study {
        self.store.study()
    }

    /// The texts of its documents.
    pub fn texts(&self) -> Arc<crate::store::StoredTexts> {
        self.store.texts()
    }

    /// Where new ids come from.
    pub fn mint(&mut self) -> &mut dyn Mint {
        self.store.mint()
    }

    /// One labelled transaction. No change, no transaction.
    pub fn change(&mut self, label: Message, changes: Vec<Change>) -> Result<Applied, StoreError> {
        if changes.is_empty() {
            return Ok(Applied::default());
        }
        self.revision += 1;
        if changes.iter().any(alters_evidence) {
            self.evidence_revision += 1;
        }
        self.store.transact(label, changes)
    }

    /// A code was given: it comes first among the recent ones.
    pub fn used(&mut self, code: &CodeId) {
        self.recent.retain(|other| other != code);
        self.recent.insert(0, code.clone());
        self.recent.truncate(50);
        self.last_code = Some(code.clone());
    }
}

fn alters_evidence(change: &Change) -> bool {
    match change {
        Change::Add(record) => !matches!(**record, Record::Note(..) | Record::Answer(..)),
        Change::Set(Edit::Session(_, field)) => matches!(field, SessionField::AnchorMs(_)),
        _ => true,
    }
}
