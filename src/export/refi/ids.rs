//! Ids that outlive an export: those of the records behind the keys of the data files.

use crate::analysis::Keys;
use crate::study::Study;
use std::collections::HashMap;

/// The ids of the records behind the keys of the data files.
pub(super) struct Ids {
    codes: HashMap<String, String>,
    documents: HashMap<(String, String), String>,
    pub(super) seed: String,
}

impl Ids {
    pub(super) fn of(study: &Study) -> Self {
        let keys = Keys::of(study);
        let records = &study.records;
        let codes: HashMap<String, String> = records
            .codes
            .iter()
            .filter(|(_, code)| code.alias.is_none())
            .map(|(id, code)| (keys.code(id, code).to_owned(), id.to_string()))
            .collect();
        let documents: HashMap<(String, String), String> = records
            .documents
            .iter()
            .map(|(id, document)| {
                let session = document.session.as_ref().and_then(|session| {
                    let record = records.sessions.get(session)?;
                    Some(keys.session(session, record).to_owned())
                });
                let key = (session.unwrap_or_default(), document.key.clone());
                (key, id.to_string())
            })
            .collect();
        let sessions = records.sessions.keys().map(ToString::to_string);
        let all = codes.values().chain(documents.values()).cloned();
        let seed = all.chain(sessions).min().unwrap_or_default();
        Self {
            codes,
            documents,
            seed,
        }
    }

    pub(super) fn code(&self, key: &str) -> String {
        self.codes
            .get(key)
            .cloned()
            .unwrap_or_else(|| key.to_owned())
    }

    pub(super) fn document(&self, interview: &str, document: &str) -> String {
        let key = (interview.to_owned(), document.to_owned());
        match self.documents.get(&key) {
            Some(id) => id.clone(),
            None => format!("{interview}/{document}"),
        }
    }
}
