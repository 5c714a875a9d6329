//! Keys as shown: those that several records carry come as `KEY~2`, `KEY~3`…

use crate::study::Study;
use crate::study::change::Item;
use crate::study::codebook::Code;
use crate::study::id::{CodeId, ScenarioId, SessionId};
use crate::study::session::Session;
use crate::study::settings::Scenario;
use std::collections::BTreeMap;

/// The keys that differ from those in the records.
#[derive(Debug, Default)]
pub struct Keys(BTreeMap<Item, String>);

macro_rules! keys {
    ($($(#[$doc:meta])* $name:ident($id:ident, $record:ident);)*) => {$(
        $(#[$doc])*
        pub fn $name<'a>(&'a self, id: &$id, record: &'a $record) -> &'a str {
            if self.0.is_empty() {
                return &record.key;
            }
            self.0.get(&id.clone().into()).map_or(record.key.as_str(), String::as_str)
        }
    )*};
}

impl Keys {
    /// Reads a study once.
    pub fn of(study: &Study) -> Self {
        Self(study.shown_keys())
    }

    keys! {
        /// Of an interview.
        session(SessionId, Session);
        /// Of a code.
        code(CodeId, Code);
        /// Of a scenario.
        scenario(ScenarioId, Scenario);
    }
}
