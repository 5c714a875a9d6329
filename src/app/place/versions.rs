//! Codings that a new version of their text leaves open: old words and new ones, to be decided by a person.

use super::{Eye, Place};
use crate::app::list::ListCursor;
use crate::command::{Context, CursorAct, Situation};
use crate::i18n::duration;
use crate::study::coding::{Passage, TextPassage};
use crate::study::document::Texts;
use crate::study::id::{CodingId, DocumentId};
use crate::study::versions::{Carried, look};
use crate::study::{Hidden, Study};
use crate::text::fold::fold;
use std::collections::BTreeSet;

/// One coding that waits.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// The coding, where it stands, where its words probably went.
    pub carried: Carried,
    /// Its document.
    pub document: DocumentId,
    /// Key of the interview or the reference text.
    pub source: String,
    /// Time of the old words.
    pub time: Option<String>,
    /// Key of the code.
    pub code: String,
    /// Who coded.
    pub coder: String,
    /// Number of the version it stands on.
    pub version: u32,
    /// Number of the newest version.
    pub newest: u32,
    /// The words it was put on.
    pub old: String,
    /// The words that probably took their place.
    pub new: Option<String>,
}

/// The codings that wait for a decision.
#[derive(Debug, Default)]
pub struct Versions {
    /// The codings, text by text.
    pub rows: Vec<Row>,
    /// Where the cursor is.
    pub list: ListCursor,
    /// The coding whose new words are being looked for in the transcript.
    pub choosing: Option<CodingId>,
    seen: Option<(String, u64)>,
}

/// Rows of the list at most; the words of the one under the cursor have the rest.
const LIST: usize = 10;

impl Versions {
    /// The coding under the cursor.
    pub fn current(&self) -> Option<&Row> {
        self.rows.get(self.list.at)
    }

    /// Rows of codings on the screen.
    pub fn height(rows: u16) -> usize {
        (rows as usize / 2).saturating_sub(1).clamp(1, LIST)
    }

    /// Looks for what waits. A decision takes its row away; only where more waits than before are texts read again.
    fn look(&mut self, study: &Study, texts: &dyn Texts) {
        let hidden = Hidden::of(study);
        let documents: Vec<&DocumentId> = study
            .records
            .documents
            .iter()
            .filter(|(_, record)| {
                record.session.as_ref().is_none_or(|session| {
                    study.session_consent(session) != crate::study::word::Consent::Withdrawn
                })
            })
            .map(|(id, _)| id)
            .collect();
        let mut rows = Vec::new();
        for document in documents {
            let waiting = study.waiting(document);
            if waiting.is_empty() {
                continue;
            }
            let known: BTreeSet<&CodingId> = self
                .rows
                .iter()
                .filter(|row| row.document == *document)
                .map(|row| &row.carried.coding)
                .collect();
            let newest = study.newest_version(document).map_or(0, |(_, v)| v.number);
            let same = |row: &&Row| row.document == *document && row.newest == newest;
            if waiting.iter().all(|(id, _)| known.contains(id))
                && self.rows.iter().filter(same).count() == known.len()
            {
                let stays: BTreeSet<&CodingId> = waiting.iter().map(|(id, _)| *id).collect();
                let own = self.rows.iter().filter(same);
                rows.extend(
                    own.filter(|row| stays.contains(&row.carried.coding))
                        .cloned(),
                );
                continue;
            }
            rows.extend(look(study, texts, document).into_iter().filter_map(|one| {
                let old = Passage::Text(one.from.clone());
                let seen = !hidden.passage(study, texts, &old);
                seen.then(|| row(study, texts, document, newest, one))?
            }));
        }
        rows.sort_by(|a, b| a.source.cmp(&b.source)); // stable: the order of the text stays
        self.rows = rows;
    }
}

fn row(
    study: &Study,
    texts: &dyn Texts,
    document: &DocumentId,
    newest: u32,
    carried: Carried,
) -> Option<Row> {
    let coding = study.records.codings.get(&carried.coding)?;
    let code = study
        .resolve_code(&coding.code)
        .and_then(|code| study.records.codes.get(code));
    let record = study.records.documents.get(document)?;
    let session = record.session.as_ref();
    let source = session
        .and_then(|session| study.records.sessions.get(session))
        .map_or(&record.key, |session| &session.key);
    let words = |place: &TextPassage| {
        let text = texts.text(&place.version);
        text.map_or_else(String::new, |text| text.slice(place.span()).to_owned())
    };
    let time = texts
        .text(&carried.from.version)
        .and_then(|text| text.time_at(carried.from.start as usize))
        .and_then(|ms| u64::try_from(ms).ok());
    Some(Row {
        document: document.clone(),
        source: source.clone(),
        time: time.map(duration),
        code: code.map_or_else(|| "?".to_owned(), |code| code.key.clone()),
        coder: coding.coder.clone(),
        version: study
            .records
            .versions
            .get(&carried.from.version)
            .map_or(0, |version| version.number),
        newest,
        old: words(&carried.from),
        new: carried.proposed().map(words),
        carried,
    })
}

impl Place for Versions {
    fn context(&self) -> Context {
        Context::Versions
    }

    fn refresh(&mut self, eye: &Eye<'_>) {
        let Some(work) = eye.work else {
            *self = Self::default();
            return;
        };
        let now = (work.name.clone(), work.revision);
        if self.seen.as_ref() != Some(&now) {
            if self.seen.as_ref().is_none_or(|(name, _)| *name != now.0) {
                self.rows.clear();
            }
            self.seen = Some(now);
            self.look(work.study(), work.texts().as_ref());
        }
        self.list.show(self.rows.len(), Self::height(eye.height));
    }

    fn situation(&self, _eye: &Eye<'_>, situation: &mut Situation) {
        situation.item = self.current().is_some();
    }

    fn cursor(&mut self, eye: &Eye<'_>, act: CursorAct, count: Option<u32>) {
        self.list
            .act(act, count, self.rows.len(), Self::height(eye.height));
    }

    fn search(&mut self, eye: &Eye<'_>, text: &str, forward: bool) -> bool {
        let (rows, wanted) = (&self.rows, fold(text));
        let matches = |at: usize| {
            rows.get(at).is_some_and(|row| {
                [&row.old, &row.code, &row.source]
                    .iter()
                    .any(|words| fold(words).contains(&wanted))
            })
        };
        let found = self.list.find(rows.len(), forward, matches);
        self.list.show(rows.len(), Self::height(eye.height));
        found
    }

    fn copied(&self, _eye: &Eye<'_>) -> Option<String> {
        self.current().map(|row| row.old.clone())
    }
}
