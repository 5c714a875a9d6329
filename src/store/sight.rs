//! Who looks at a study, and what she sees. A coder who codes blind sees a study without what the others coded, kept in
//! step with the whole one: every reader reads what is seen, and none has to ask.

use super::handle::Store;
use crate::study::{Item, Study};
use std::collections::BTreeSet;
use std::sync::Arc;

/// Who looks, and what she sees.
#[derive(Default)]
pub(super) struct Sight {
    coder: Option<String>,
    /// Whether she codes blind whatever the study says: it is one of a time before she did.
    always: bool,
    /// What she sees, where it is not all.
    seen: Option<Arc<Study>>,
}

impl Store {
    /// Shows the study as a coder sees it: where she codes blind, without what the others coded.
    pub fn look_as(&mut self, coder: &str) {
        self.sight = Sight {
            coder: Some(coder.to_owned()),
            ..Sight::default()
        };
        self.see(None);
    }

    /// The same, blind whatever the study says of her.
    pub fn look_blind(&mut self, coder: &str) {
        self.sight = Sight {
            coder: Some(coder.to_owned()),
            always: true,
            ..Sight::default()
        };
        self.see(None);
    }

    /// Shows all of the study from now on, whoever looks.
    pub fn look_at_all(&mut self) {
        self.sight = Sight::default();
    }

    /// Whether what is seen is not all.
    pub fn is_blind(&self) -> bool {
        self.sight.seen.is_some()
    }

    /// The study as whoever looks sees it now.
    pub fn study(&self) -> &Study {
        self.sight.seen.as_ref().unwrap_or(&self.study)
    }

    /// The same, for a worker to read while the screen goes on.
    pub fn shared(&self) -> Arc<Study> {
        self.sight.seen.as_ref().unwrap_or(&self.study).clone()
    }

    /// All of the study, whoever looks: what is written, and written out, is written from this.
    pub fn whole(&self) -> &Study {
        &self.study
    }

    /// The same, for a worker to read while the screen goes on.
    pub fn whole_shared(&self) -> Arc<Study> {
        self.study.clone()
    }

    /// Who looks, where she codes blind.
    pub(super) fn blind_coder(&self) -> Option<&str> {
        self.sight.seen.as_ref()?;
        self.sight.coder.as_deref()
    }

    /// Brings what is seen up to date: with the records that were written, or altogether.
    pub(super) fn see(&mut self, written: Option<&BTreeSet<Item>>) {
        let Some(coder) = &self.sight.coder else {
            return;
        };
        if !self.sight.always && !self.study.codes_blind(coder) {
            self.sight.seen = None;
            return;
        }
        match (&mut self.sight.seen, written) {
            (Some(seen), Some(written)) => {
                Arc::make_mut(seen).follow(&self.study, coder, written);
            }
            (seen, _) => *seen = Some(Arc::new(self.study.seen_blind(coder))),
        }
    }

    /// Puts a study that was folded anew in the place of the one there was.
    pub(super) fn put(&mut self, study: Study) {
        self.study = Arc::new(study);
        self.texts.relearn(&self.study);
        self.see(None);
    }
}
