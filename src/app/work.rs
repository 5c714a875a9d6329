//! The study that is open, and what its user is at.

use super::{App, At};
use crate::i18n::Message;
use crate::store::{Access, Store, StoreError};
use crate::study::id::{CodeId, Mint, ScenarioId, SessionId};
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
    /// Counts the changes, so that lists know when to be made anew.
    pub revision: u64,
}

impl Work {
    /// An open study.
    pub fn new(store: Store, name: String, coder: String, read_only: bool) -> Self {
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
            revision: 1,
        }
    }

    /// The study.
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

impl App {
    /// Opens a study of the data folder, to be changed; to be read only where another process holds it. The study that
    /// was open is made durable and closed first.
    pub fn open_study(&mut self, name: &str) -> Result<(), StoreError> {
        if let Some(work) = &mut self.work {
            work.store.settle()?;
        }
        let folder = self.loaded.paths.data_dir.join(name);
        let coder = self.loaded.settings.coder.value.clone();
        let (store, held) = match Store::open(
            &folder,
            Access::Write {
                author: coder.clone(),
            },
        ) {
            Ok(store) => (store, None),
            Err(held @ StoreError::Held { .. }) => {
                (Store::open(&folder, Access::Read)?, Some(held))
            }
            Err(error) => return Err(error),
        };
        // A study that cannot be recorded as the last one is open all the same.
        let _ = crate::config::set_current_study(&self.loaded.paths.data_dir, name);
        self.opened(store, name, held.is_some());
        if let Some(held) = held {
            self.warn(held.message());
        }
        Ok(())
    }

    /// Takes an open study in; whatever was open before is closed.
    pub fn opened(&mut self, mut store: Store, name: &str, read_only: bool) {
        let notices = store.notices();
        if let Some(waker) = self.waker.clone() {
            store.on_saved(Box::new(move || waker()));
        }
        let coder = self.loaded.settings.coder.value.clone();
        self.work = Some(Work::new(store, name.to_owned(), coder, read_only));
        self.places = super::Places::default();
        self.trail.clear();
        self.layers.clear();
        self.at = At::Board;
        self.refresh();
        for notice in notices {
            self.warn(notice);
        }
    }
}
