//! `version`: the versions of a document, the codings that a new one leaves open, corrections by hand.

use super::args::{VersionVerb, Where};
use super::cx::Cx;
use super::failure::{DATA, Done, Failure};
use super::{acts, find, passage};
use crate::app::intake;
use crate::app::intake::Kept;
use crate::i18n::Message;
use crate::import::{
    Belongs, Input, Options, Plan, PlannedText, Read, Revised, percent, plan_files,
};
use crate::message;
use crate::store::{Store, StoredTexts, SystemMint};
use crate::study::coding::{Coding, Passage, TextPassage};
use crate::study::document::{DocumentText, Texts, Turn};
use crate::study::id::{CodingId, DocumentId, SessionId, VersionId};
use crate::study::versions::{self, Carried, Outcome, Tally, turns};
use crate::study::word::Consent;
use crate::study::{Change, Hidden, Study};
use serde::Serialize;
use std::collections::HashMap;
use std::sync::Arc;

/// Lists versions and open codings, decides on these, corrects.
pub fn version(cx: &Cx, verb: &VersionVerb) -> Done {
    match verb {
        VersionVerb::List { document, json } => list(cx, document, *json),
        VersionVerb::Open { document, json } => open(cx, document.as_deref(), *json),
        VersionVerb::Accept { codings, alike } => accept(cx, codings, alike.as_deref()),
        VersionVerb::Keep { codings } => keep(cx, codings),
        VersionVerb::Rename { document, old, new } => correct(
            cx,
            document,
            |name| {
                message!(
                    "label-version-rename",
                    document = name,
                    old = old,
                    new = new
                )
            },
            |_, turns| {
                turns::rename_speaker(turns, old, new)
                    .ok_or_else(|| Failure::new(DATA, message!("cli-version-speaker", name = old)))
            },
        ),
        VersionVerb::Split {
            document,
            quote,
            span,
            speaker,
        } => correct(
            cx,
            document,
            |name| message!("label-version-split", document = name),
            |text, turns| {
                let place = Where {
                    quote: quote.clone(),
                    span: *span,
                };
                let start = passage::passage(text, &place)?.start as usize;
                let (at, chars) = passage::turn_and_char(text, start);
                turns::split_turn(turns, at, chars, speaker.as_deref())
                    .ok_or_else(|| Failure::new(DATA, message!("cli-version-split")))
            },
        ),
        VersionVerb::Join { document, turn } => correct(
            cx,
            document,
            |name| message!("label-version-join", document = name),
            |_, turns| {
                turns::join_turn(turns, *turn as usize - 1).ok_or_else(|| {
                    let n = turns.len();
                    Failure::new(DATA, message!("cli-version-join", turn = *turn, n = n))
                })
            },
        ),
    }
}

/// The document that is meant, with the keys of its interview and its own; none of a withdrawn interview.
pub fn named(
    study: &Study,
    asked: &str,
) -> Result<(DocumentId, Option<SessionId>, String), Failure> {
    let id = find::document(study, asked)?;
    let record = study.records.documents.get(&id);
    let session = record.and_then(|record| record.session.clone());
    if let Some(session) = &session {
        acts::not_withdrawn(study, session)?;
    }
    let key = record.map_or_else(String::new, |record| record.key.clone());
    Ok((id, session, key))
}

/// To which document a file brings a version.
pub fn belongs(study: &Study, asked: &str) -> Result<Belongs, Failure> {
    let (_, session, document) = named(study, asked)?;
    let session = session
        .and_then(|id| study.records.sessions.get(&id))
        .map(|session| session.key.clone());
    Ok(Belongs::VersionOf { session, document })
}

#[derive(Serialize)]
struct VersionRow {
    version: u32,
    id: String,
    turns: u32,
    words: u32,
    format: String,
    original_name: String,
    imported_at: Option<String>,
    codings: usize,
}

fn list(cx: &Cx, asked: &str, json: bool) -> Done {
    let store = cx.read()?;
    let study = store.study();
    let (document, ..) = named(study, asked)?;
    let rows: Vec<VersionRow> = study
        .versions_of(&document)
        .into_iter()
        .map(|(id, version)| VersionRow {
            version: version.number,
            id: id.to_string(),
            turns: version.turns,
            words: version.words,
            format: version.format.clone(),
            original_name: version.original_name.clone(),
            imported_at: version.imported_at.map(|at| at.to_string()),
            codings: study.codings_of_version(id).count(),
        })
        .collect();
    if json {
        return cx.json(&rows);
    }
    let rows: Vec<Vec<String>> = rows
        .into_iter()
        .map(|row| {
            let codings = message!("cli-version-codings", n = row.codings);
            vec![
                format!("v{}", row.version),
                cx.words.say(&message!("cli-version-turns", n = row.turns)),
                cx.words.say(&message!("cli-version-words", n = row.words)),
                cx.words.say(&codings),
                row.original_name,
            ]
        })
        .collect();
    cx.columns(&rows)
}

/// An open coding, for programs.
#[derive(Serialize)]
pub struct CarriedRow {
    coding_id: String,
    document: String,
    code: String,
    coder: String,
    outcome: &'static str,
    doubt: Option<&'static str>,
    from_version: u32,
    old: String,
    new: Option<String>,
    char_start: Option<usize>,
    char_end: Option<usize>,
}

impl CarriedRow {
    /// Reads one; `None` where its words are left out.
    pub fn of(study: &Study, texts: &dyn Texts, one: &Carried) -> Option<Self> {
        let coding = study.records.codings.get(&one.coding)?;
        let old = Passage::Text(one.from.clone());
        if Hidden::of(study).passage(study, texts, &old) {
            return None;
        }
        let version = study.records.versions.get(&one.from.version);
        let document = version.and_then(|v| study.records.documents.get(&v.document));
        let code = study.resolve_code(&coding.code);
        let code = code.and_then(|code| study.records.codes.get(code));
        let proposed = one.proposed();
        let text = proposed.and_then(|place| texts.text(&place.version));
        let at = |byte: u32| text.as_ref().map(|text| text.char_of_byte(byte as usize));
        let (outcome, doubt) = match &one.outcome {
            Outcome::Kept(_) => ("kept", None),
            Outcome::Moved(_) => ("moved", None),
            Outcome::Changed(_, doubt) => ("changed", Some(doubt.as_str())),
            Outcome::Lost => ("lost", None),
            Outcome::Unread => ("unread", None),
        };
        Some(Self {
            coding_id: one.coding.to_string(),
            document: document.map_or_else(String::new, |d| d.key.clone()),
            code: code.map_or_else(String::new, |code| code.key.clone()),
            coder: coding.coder.clone(),
            outcome,
            doubt,
            from_version: version.map_or(0, |version| version.number),
            old: words_at(texts, &one.from),
            new: proposed.map(|place| words_at(texts, place)),
            char_start: proposed.and_then(|place| at(place.start)),
            char_end: proposed.and_then(|place| at(place.end)),
        })
    }

    /// Code, old words, new words and why they are shown.
    pub fn lines(&self) -> Vec<Message> {
        let why = match (&self.doubt, self.outcome) {
            (Some("alike"), _) => "versions-doubt-alike",
            (Some("voice"), _) => "versions-doubt-voice",
            (Some("place"), _) => "versions-doubt-place",
            (Some(_), _) => "versions-doubt-words",
            (None, "unread") => "versions-doubt-unread",
            (None, "kept" | "moved") => "versions-doubt-none",
            (None, _) => "versions-doubt-lost",
        };
        let why = Message::new(why);
        let mut lines = vec![
            message!(
                "cli-version-open",
                id = &self.coding_id,
                code = &self.code,
                why = why
            ),
            message!(
                "cli-version-old",
                n = self.from_version,
                words = one_line(&self.old)
            ),
        ];
        if let Some(new) = &self.new {
            lines.push(message!("cli-version-new", words = one_line(new)));
        }
        lines
    }
}

fn one_line(words: &str) -> String {
    words.replace('\n', " ⏎ ")
}

fn words_at(texts: &dyn Texts, place: &TextPassage) -> String {
    texts
        .text(&place.version)
        .map_or_else(String::new, |text| text.slice(place.span()).to_owned())
}

/// Texts that are stored, and those that a plan brings.
pub struct Seen {
    stored: Option<Arc<StoredTexts>>,
    new: HashMap<VersionId, Arc<DocumentText>>,
}

impl Seen {
    /// Those of a plan for a study, where there is one.
    pub fn of(store: Option<&Store>, plan: &Plan) -> Self {
        let new = plan.texts.iter().filter(|_| !plan.revised.is_empty());
        let text = |text: &PlannedText| Arc::new(DocumentText::from_turns(&text.transcript.turns));
        Self {
            stored: store.map(Store::texts),
            new: new.map(|one| (one.version.clone(), text(one))).collect(),
        }
    }
}

impl Texts for Seen {
    fn text(&self, version: &VersionId) -> Option<Arc<DocumentText>> {
        let new = self.new.get(version).cloned();
        new.or_else(|| self.stored.as_ref()?.text(version))
    }
}

/// What a new version says of the codings: how many, and each that is to be decided.
pub struct OfVersion {
    /// The file, as it was given.
    pub file: String,
    document: String,
    number: u32,
    share: f64,
    tally: Tally,
    open: Vec<CarriedRow>,
}

/// What the new versions of a plan say of the codings.
pub fn told_of(study: &Study, texts: &dyn Texts, plan: &Plan) -> Vec<OfVersion> {
    let of = |revised: &Revised| OfVersion {
        file: revised.file.clone(),
        document: revised.key.clone(),
        number: revised.number,
        share: revised.share,
        tally: Tally::of(&revised.codings),
        open: revised
            .codings
            .iter()
            .filter(|one| one.sure().is_none())
            .filter_map(|one| CarriedRow::of(study, texts, one))
            .collect(),
    };
    plan.revised.iter().map(of).collect()
}

impl OfVersion {
    /// For people.
    pub fn lines(&self) -> Vec<Message> {
        let mut lines = vec![message!(
            "cli-version-summary",
            document = &self.document,
            number = self.number,
            share = percent(self.share),
            kept = self.tally.kept,
            moved = self.tally.moved,
            changed = self.tally.changed,
            lost = self.tally.lost
        )];
        lines.extend(self.open.iter().flat_map(CarriedRow::lines));
        lines
    }

    /// For programs.
    pub fn json(&self) -> serde_json::Value {
        serde_json::json!({
            "document": self.document,
            "number": self.number,
            "share": (self.share * 10_000.0).round() / 10_000.0,
            "kept": self.tally.kept,
            "moved": self.tally.moved,
            "changed": self.tally.changed,
            "lost": self.tally.lost,
            "codings": self.open,
        })
    }
}

fn open(cx: &Cx, asked: Option<&str>, json: bool) -> Done {
    let store = cx.read()?;
    let (study, texts) = (store.study(), store.texts());
    let documents: Vec<DocumentId> = match asked {
        Some(asked) => vec![named(study, asked)?.0],
        None => all(study),
    };
    let rows: Vec<CarriedRow> = documents
        .iter()
        .flat_map(|document| versions::look(study, &*texts, document))
        .filter_map(|one| CarriedRow::of(study, &*texts, &one))
        .collect();
    if json {
        return cx.json(&rows);
    }
    for line in rows.iter().flat_map(CarriedRow::lines) {
        cx.say(&line)?;
    }
    if rows.is_empty() {
        cx.tell(&message!("cli-version-none"));
    }
    Ok(())
}

/// Documents of interviews that are not withdrawn, and reference texts.
fn all(study: &Study) -> Vec<DocumentId> {
    let documents = study.records.documents.iter();
    documents
        .filter(|(_, record)| {
            record
                .session
                .as_ref()
                .is_none_or(|session| study.session_consent(session) != Consent::Withdrawn)
        })
        .map(|(id, _)| id.clone())
        .collect()
}

/// Document of a coding on a text.
fn document_of(study: &Study, coding: &Coding) -> Option<DocumentId> {
    match &coding.passage {
        Passage::Text(text) => Some(study.records.versions.get(&text.version)?.document.clone()),
        Passage::Note(_) => None,
    }
}

fn coding(study: &Study, asked: &str) -> Result<(CodingId, DocumentId), Failure> {
    let id = find::coding(study, asked)?;
    let document = study
        .records
        .codings
        .get(&id)
        .and_then(|coding| document_of(study, coding));
    let document = document
        .ok_or_else(|| Failure::new(DATA, message!("cli-version-settled", coding = asked)))?;
    Ok((id, document))
}

fn accept(cx: &Cx, codings: &[String], alike: Option<&str>) -> Done {
    let mut store = cx.write()?;
    let (study, texts) = (store.study(), store.texts());
    let mut changes = Vec::new();
    if let Some(asked) = alike {
        let (document, ..) = named(study, asked)?;
        changes = versions::accept_alike(&versions::look(study, &*texts, &document));
        if changes.is_empty() {
            cx.tell(&message!("cli-version-none-alike"));
        }
    }
    for asked in codings {
        let (id, document) = coding(study, asked)?;
        let list = versions::look(study, &*texts, &document);
        let one = list
            .iter()
            .find(|one| one.coding == id)
            .ok_or_else(|| Failure::new(DATA, message!("cli-version-settled", coding = asked)))?;
        let place = one
            .proposed()
            .ok_or_else(|| Failure::new(DATA, message!("cli-version-no-place", coding = asked)))?;
        changes.push(versions::take(&id, place.clone()));
    }
    let label = message!("label-version-accept", n = changes.len());
    cx.commit(&mut store, label, changes)
}

fn keep(cx: &Cx, codings: &[String]) -> Done {
    let mut store = cx.write()?;
    let study = store.study();
    let mut changes: Vec<Change> = Vec::new();
    for asked in codings {
        let (id, document) = coding(study, asked)?;
        let waits = study.waiting(&document).iter().any(|(one, _)| **one == id);
        let newest = study.newest_version(&document).filter(|_| waits);
        let (newest, _) = newest
            .ok_or_else(|| Failure::new(DATA, message!("cli-version-settled", coding = asked)))?;
        changes.push(versions::keep(&id, newest));
    }
    let label = message!("label-version-keep", n = changes.len());
    cx.commit(&mut store, label, changes)
}

/// Makes a version of the newest one's turns as they are corrected.
fn correct(
    cx: &Cx,
    asked: &str,
    label: impl FnOnce(&str) -> Message,
    act: impl FnOnce(&passage::Text, &[Turn]) -> Result<Vec<Turn>, Failure>,
) -> Done {
    let mut store = cx.write()?;
    let study = store.study();
    let (id, _, key) = named(study, asked)?;
    let text = passage::open(&store, &id, &key)?;
    let corrected = act(&text, &text.turns())?;
    let newest = study.newest_version(&id);
    let bar =
        newest.and_then(|(newest, _)| versions::bar(study, &*store.texts(), newest, &corrected));
    if let Some(bar) = bar {
        return Err(Failure::new(DATA, bar));
    }
    let input = Input {
        name: key.clone(),
        bytes: turns::as_file(&corrected),
        read: Read::Transcript(belongs(study, asked)?, Options::default()),
    };
    let plan = planned(&store, input, cx.coder())?;
    let changes = intake::stored(&mut store, plan)?.1;
    cx.commit(&mut store, label(&key), changes)?;
    let study = store.study();
    if let Some((_, version)) = study.newest_version(&id) {
        let open = study.waiting(&id).len();
        cx.say(&message!(
            "cli-version-made",
            document = &key,
            number = version.number,
            open = open
        ))?;
    }
    Ok(())
}

fn planned(store: &Store, input: Input, coder: &str) -> Result<Plan, Failure> {
    let originals = Kept(store.originals());
    let texts = store.texts();
    let mut mint = SystemMint::default();
    plan_files(
        vec![input],
        store.study(),
        &*texts,
        &originals,
        &mut mint,
        coder,
    )
    .map_err(|report| super::import::refused(&report))
}
