//! The stable field names of `--json`, one shape a thing of the study.

use serde::Serialize;
use serde_json::{Map, Value};
use std::collections::BTreeMap;

/// An interview.
#[derive(Serialize)]
#[allow(missing_docs)]
pub struct SessionRow {
    pub id: String,
    pub key: String,
    pub state: &'static str,
    pub consent: &'static str,
    pub planned_at: Option<String>,
    pub started_at: Option<String>,
    pub ended_at: Option<String>,
    pub zone: String,
    pub mode: String,
    pub interviewer: String,
    pub guide_version: Option<u32>,
    pub minutes: Option<u32>,
    pub planned_minutes: Option<u32>,
    pub reason: String,
    pub debrief: BTreeMap<String, String>,
    pub spent: BTreeMap<String, u32>,
    pub participants: Vec<ParticipantRow>,
    pub n_documents: usize,
    pub n_turns: u32,
    pub n_words: u32,
    pub n_notes: usize,
    pub n_answers: usize,
    pub n_codings: usize,
}

/// Somebody who speaks in an interview.
#[derive(Serialize)]
#[allow(missing_docs)]
pub struct ParticipantRow {
    pub id: String,
    pub key: String,
    pub interview: String,
    pub speaker: String,
    pub role: String,
    pub organisation: String,
    pub consent: &'static str,
    pub attributes: Map<String, Value>,
}

/// An answer.
#[derive(Serialize)]
#[allow(missing_docs)]
pub struct AnswerRow {
    pub id: String,
    pub question: String,
    pub state: &'static str,
    pub value: String,
    pub unit: String,
    pub scenario: String,
    pub part: String,
    pub t_ms: Option<i64>,
}

/// A note.
#[derive(Serialize)]
#[allow(missing_docs)]
pub struct NoteRow {
    pub id: String,
    pub interview: String,
    pub kind: &'static str,
    pub question: String,
    pub t_ms: Option<i64>,
    pub text: String,
    pub flags: Vec<String>,
    pub codings: Vec<String>,
}

/// A document, by its newest version.
#[derive(Serialize)]
#[allow(missing_docs)]
pub struct DocumentRow {
    pub id: String,
    pub key: String,
    pub interview: String,
    pub kind: &'static str,
    pub version: u32,
    pub format: String,
    pub encoding: String,
    pub original_name: String,
    pub words: u32,
    pub turns: Vec<TurnRow>,
}

/// A turn.
#[derive(Serialize)]
#[allow(missing_docs)]
pub struct TurnRow {
    pub n: usize,
    pub speaker: Option<String>,
    pub start_ms: Option<i64>,
    pub end_ms: Option<i64>,
    pub char_start: usize,
    pub char_end: usize,
    pub text: String,
}

/// A coding.
#[derive(Serialize)]
#[allow(missing_docs)]
pub struct CodingRow {
    pub id: String,
    pub code: String,
    pub code_path: String,
    pub coder: String,
    pub interview: String,
    pub document: String,
    pub version: Option<u32>,
    pub note_id: Option<String>,
    pub turn: Option<usize>,
    pub speaker: Option<String>,
    pub t_start_ms: Option<i64>,
    pub char_start: Option<usize>,
    pub char_end: Option<usize>,
    pub quote: String,
    pub polarities: BTreeMap<String, &'static str>,
    pub strength: Option<u8>,
    pub memo: String,
    pub starred: bool,
    pub coded_at: Option<String>,
    pub origin: &'static str,
}

/// A code.
#[derive(Serialize)]
#[allow(missing_docs)]
pub struct CodeRow {
    pub id: String,
    pub key: String,
    pub path: String,
    pub parent: String,
    pub labels: BTreeMap<String, String>,
    pub definition: String,
    pub include: String,
    pub exclude: String,
    pub example: String,
    pub colour: String,
    pub slot: Option<u8>,
    pub n_codings: usize,
}
