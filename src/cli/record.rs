//! Things of a study as data for programs, as far as they may be seen.

use super::rows::{
    AnswerRow, CodeRow, CodingRow, DocumentRow, NoteRow, ParticipantRow, SessionRow, TurnRow,
};
use crate::store::StoredTexts;
use crate::study::coding::{Coding, Passage};
use crate::study::document::{DocumentText, Texts};
use crate::study::hidden::veiled;
use crate::study::id::{
    AnswerId, AttributeId, CodeId, CodingId, DocumentId, NoteId, ParticipantId, SessionId,
};
use crate::study::people::Participant;
use crate::study::session::{Answer, Note, Session};
use crate::study::settings::AttributeData;
use crate::study::word::Consent;
use crate::study::{Hidden, Place, Speaker, Study};
use jiff::Timestamp;
use serde_json::{Map, Value};
use std::collections::BTreeMap;
use std::sync::Arc;

/// A study with its texts, and who may be seen in it.
pub struct Reader<'a> {
    /// The study.
    pub study: &'a Study,
    /// Its texts.
    pub texts: Arc<StoredTexts>,
    keys: BTreeMap<crate::study::Item, String>,
    hidden: Hidden<'a>,
}

fn second(at: Option<Timestamp>) -> Option<String> {
    at.map(|at| at.to_string())
}

impl<'a> Reader<'a> {
    /// Reads a study.
    pub fn new(study: &'a Study, texts: Arc<StoredTexts>) -> Self {
        Self {
            study,
            texts,
            keys: study.shown_keys(),
            hidden: Hidden::of(study),
        }
    }

    /// The key of an interview, as it is shown.
    pub fn session_key(&self, id: &SessionId) -> String {
        let key = self.study.records.sessions.get(id).map(|s| s.key.clone());
        let shown = self.keys.get(&id.clone().into()).cloned();
        shown.or(key).unwrap_or_default()
    }

    /// The key of a code, as it is shown.
    pub fn code_key(&self, id: &CodeId) -> String {
        let Some(id) = self.study.resolve_code(id) else {
            return String::new();
        };
        let key = self.study.records.codes.get(id).map(|c| c.key.clone());
        let shown = self.keys.get(&id.clone().into()).cloned();
        shown.or(key).unwrap_or_default()
    }

    /// Whether an interview is withdrawn.
    pub fn is_withdrawn(&self, session: &SessionId) -> bool {
        self.study.session_consent(session) == Consent::Withdrawn
    }

    /// Whether the words of a speaker are withdrawn.
    /// Whether a passage touches what is left out.
    pub fn is_left_out(&self, passage: &Passage) -> bool {
        let place = self.study.place_of(passage);
        let session = place.and_then(|place| place.session());
        session.is_some_and(|session| !self.hidden.is_empty(session))
            && self
                .hidden
                .passage(self.study, self.texts.as_ref(), passage)
    }

    /// Whether a note is left out.
    pub fn is_hidden(&self, id: &NoteId, note: &Note) -> bool {
        self.hidden.note(id, note)
    }

    fn is_silenced(&self, session: &SessionId, speaker: Option<&str>) -> bool {
        match self.study.speaker(session, speaker) {
            Speaker::Participant(id) => self
                .study
                .records
                .participants
                .get(id)
                .is_some_and(|p| p.consent == Consent::Withdrawn),
            _ => false,
        }
    }

    /// An interview.
    pub fn session(&self, id: &SessionId, session: &Session) -> SessionRow {
        let study = self.study;
        let documents = study.documents_of(id);
        let newest = || {
            documents
                .iter()
                .filter_map(|(d, _)| study.newest_version(d))
        };
        SessionRow {
            id: id.to_string(),
            key: self.session_key(id),
            state: session.state.as_str(),
            consent: study.session_consent(id).as_str(),
            planned_at: second(session.planned_at),
            started_at: second(session.started_at),
            ended_at: second(session.ended_at),
            zone: session.zone.clone(),
            mode: session.mode.clone(),
            interviewer: session.interviewer.clone(),
            guide_version: session.guide_version,
            minutes: session.minutes,
            planned_minutes: session.planned_minutes,
            reason: session.reason.clone(),
            debrief: session.debrief.clone(),
            spent: session.spent.clone(),
            participants: study
                .participants_of(id)
                .into_iter()
                .map(|(id, participant)| self.participant(id, participant))
                .collect(),
            n_documents: documents.len(),
            n_turns: newest().map(|(_, version)| version.turns).sum(),
            n_words: newest().map(|(_, version)| version.words).sum(),
            n_notes: self.notes(id).len(),
            n_answers: self.answers(id).len(),
            n_codings: self.codings_of(id).len(),
        }
    }

    /// A participant; of one who withdrew, that there is one.
    pub fn participant(&self, id: &ParticipantId, participant: &Participant) -> ParticipantRow {
        let study = self.study;
        let gone = participant.consent == Consent::Withdrawn;
        let mut attributes = Map::new();
        for (attribute, record) in study.attributes() {
            let data = study.attribute_of(participant, attribute);
            if let Some(data) = data.filter(|_| !gone) {
                attributes.insert(record.key.clone(), self.data(attribute, data));
            }
        }
        let organisation = participant
            .organisation
            .as_ref()
            .filter(|_| !gone)
            .and_then(|id| study.records.organisations.get(id));
        ParticipantRow {
            id: id.to_string(),
            key: study.participant_key(participant).to_owned(),
            interview: self.session_key(&participant.session),
            speaker: if gone {
                String::new()
            } else {
                participant.speaker.clone()
            },
            role: participant.role.clone(),
            organisation: organisation.map_or_else(String::new, |o| o.key.clone()),
            consent: participant.consent.as_str(),
            attributes,
        }
    }

    fn data(&self, _: &AttributeId, data: &AttributeData) -> Value {
        match data {
            AttributeData::Number(number) => Value::from(*number),
            other => Value::from(self.study.data_text(other)),
        }
    }

    /// The answers of an interview, in order.
    pub fn answers(&self, session: &SessionId) -> Vec<AnswerRow> {
        let mut answers: Vec<(&AnswerId, &Answer)> = self
            .study
            .records
            .answers
            .iter()
            .filter(|(_, answer)| answer.session == *session)
            .collect();
        answers.sort_by_key(|(id, answer)| (answer.position, *id));
        answers
            .into_iter()
            .map(|(id, answer)| self.answer(id, answer))
            .collect()
    }

    fn answer(&self, id: &AnswerId, answer: &Answer) -> AnswerRow {
        let scenario = answer.scenario.as_ref();
        AnswerRow {
            id: id.to_string(),
            question: answer.question.clone(),
            state: answer.state.as_str(),
            value: answer.value.clone(),
            unit: answer.unit.clone(),
            scenario: scenario
                .and_then(|id| self.study.records.scenarios.get(id))
                .map_or_else(String::new, |scenario| scenario.key.clone()),
            part: answer.part.clone(),
            t_ms: answer.t_ms,
        }
    }

    /// The notes of an interview, in the order of the call.
    pub fn notes(&self, session: &SessionId) -> Vec<NoteRow> {
        self.study
            .notes_of(session)
            .into_iter()
            .filter(|(id, note)| !self.hidden.note(id, note))
            .map(|(id, note)| self.note(id, note))
            .collect()
    }

    /// A note.
    pub fn note(&self, id: &NoteId, note: &Note) -> NoteRow {
        NoteRow {
            id: id.to_string(),
            interview: self.session_key(&note.session),
            kind: note.kind.as_str(),
            question: note.question.clone(),
            t_ms: note.t_ms,
            text: note.text.clone(),
            flags: note.flags.clone(),
            codings: self
                .study
                .codings_of_note(id)
                .map(ToString::to_string)
                .collect(),
        }
    }

    /// The documents of an interview.
    pub fn documents(&self, session: &SessionId) -> Vec<DocumentRow> {
        self.study
            .documents_of(session)
            .into_iter()
            .map(|(id, _)| self.document(id))
            .collect()
    }

    /// A document, by its newest version; turns of those who withdrew are left out.
    pub fn document(&self, id: &DocumentId) -> DocumentRow {
        let study = self.study;
        let document = study.records.documents.get(id).cloned().unwrap_or_default();
        let newest = study.newest_version(id);
        let version = newest.map(|(_, v)| v.clone()).unwrap_or_default();
        let text = newest.and_then(|(id, _)| self.texts.text(id));
        let seen = |speaker: Option<&str>| {
            document
                .session
                .as_ref()
                .is_none_or(|session| !self.is_silenced(session, speaker))
        };
        let hidden = newest.map_or_else(Vec::new, |(id, _)| {
            self.hidden.spans(study, self.texts.as_ref(), id)
        });
        let turns = text.map_or_else(Vec::new, |text| turns(&text, &hidden, seen));
        DocumentRow {
            id: id.to_string(),
            key: document.key.clone(),
            interview: document
                .session
                .as_ref()
                .map_or_else(String::new, |id| self.session_key(id)),
            kind: document.kind.as_str(),
            version: version.number,
            format: version.format,
            encoding: version.encoding,
            original_name: version.original_name,
            words: version.words,
            turns,
        }
    }

    /// The codings of an interview, in the order of its words; those of people who withdrew are left out.
    pub fn codings_of(&self, session: &SessionId) -> Vec<CodingRow> {
        let study = self.study;
        let mut rows: Vec<CodingRow> = Vec::new();
        for (document, _) in study.documents_of(session) {
            let codings = study.codings_of_document(document);
            rows.extend(codings.into_iter().filter_map(|(id, c)| self.coding(id, c)));
        }
        for (note, _) in study.notes_of(session) {
            let codings = study.codings_of_note(note);
            rows.extend(codings.filter_map(|id| self.coding(id, study.records.codings.get(id)?)));
        }
        rows.sort_by(|a, b| {
            let key = |row: &CodingRow| {
                (
                    row.note_id.is_some(),
                    row.document.clone(),
                    row.char_start,
                    row.char_end,
                )
            };
            key(a)
                .cmp(&key(b))
                .then_with(|| (&a.code, &a.coder, &a.id).cmp(&(&b.code, &b.coder, &b.id)))
        });
        rows
    }

    /// A coding; `None` where nobody may see it: its words are withdrawn, or left out.
    pub fn coding(&self, id: &CodingId, coding: &Coding) -> Option<CodingRow> {
        let study = self.study;
        let mut row = CodingRow {
            id: id.to_string(),
            code: self.code_key(&coding.code),
            code_path: study
                .resolve_code(&coding.code)
                .map_or_else(String::new, |code| study.code_path(code)),
            coder: coding.coder.clone(),
            interview: String::new(),
            document: String::new(),
            version: None,
            note_id: None,
            turn: None,
            speaker: None,
            t_start_ms: None,
            char_start: None,
            char_end: None,
            quote: String::new(),
            polarities: BTreeMap::new(),
            strength: coding.strength,
            memo: coding.memo.clone(),
            starred: coding.starred,
            coded_at: second(coding.coded_at),
            origin: coding.origin.as_str(),
        };
        for (scenario, polarity) in &coding.polarities {
            if let Some(scenario) = study.records.scenarios.get(scenario) {
                row.polarities
                    .insert(scenario.key.clone(), polarity.as_str());
            }
        }
        let passage = study.passage_now(coding);
        let place = study.place_of(passage);
        if let Some(session) = place.and_then(|place| place.session()) {
            if self.is_withdrawn(session) {
                return None;
            }
            row.interview = self.session_key(session);
            if self.is_left_out(passage) {
                return None;
            }
        }
        match passage {
            Passage::Note(note) => {
                row.note_id = Some(note.to_string());
                if let Some(note) = study.records.notes.get(note) {
                    row.quote.clone_from(&note.text);
                    row.t_start_ms = note.t_ms;
                }
            }
            Passage::Text(passage) => {
                if let Some(version) = study.records.versions.get(&passage.version) {
                    row.version = Some(version.number);
                    let document = study.records.documents.get(&version.document);
                    row.document = document.map_or_else(String::new, |d| d.key.clone());
                }
                if let Some(text) = self.texts.text(&passage.version) {
                    let turn = text.turn_at(passage.start as usize);
                    row.turn = turn.map(|turn| turn + 1);
                    row.speaker = turn
                        .and_then(|turn| text.turns().get(turn))
                        .and_then(|turn| turn.speaker.clone());
                    if let Some(Place::Transcript(session, ..)) = place
                        && self.is_silenced(session, row.speaker.as_deref())
                    {
                        return None;
                    }
                    row.t_start_ms = text.time_at(passage.start as usize);
                    row.char_start = Some(text.char_of_byte(passage.start as usize));
                    row.char_end = Some(text.char_of_byte(passage.end as usize));
                    text.slice(passage.span()).clone_into(&mut row.quote);
                }
            }
        }
        Some(row)
    }

    /// A code.
    pub fn code(&self, id: &CodeId) -> Option<CodeRow> {
        let study = self.study;
        let code = study.records.codes.get(id)?;
        Some(CodeRow {
            id: id.to_string(),
            key: self.code_key(id),
            path: study.code_path(id),
            parent: code
                .parent
                .as_ref()
                .map_or_else(String::new, |parent| self.code_key(parent)),
            labels: code.labels.clone(),
            definition: code.definition.clone(),
            include: code.include.clone(),
            exclude: code.exclude.clone(),
            example: code.example.clone(),
            colour: code.colour.clone(),
            slot: code.slot,
            n_codings: crate::study::edit::codings_on(study, id)
                .into_iter()
                .filter(|(id, coding)| self.coding(id, coding).is_some())
                .count(),
        })
    }
}

/// The turns that may be seen; what is left out of them as blocks.
fn turns(
    text: &DocumentText,
    hidden: &[std::ops::Range<usize>],
    seen: impl Fn(Option<&str>) -> bool,
) -> Vec<TurnRow> {
    let mut out = Vec::with_capacity(text.turns().len());
    let mut at = 0;
    for (index, turn) in text.turns().iter().enumerate() {
        let words = text.slice(turn.span.clone());
        let end = at + words.chars().count();
        if seen(turn.speaker.as_deref()) {
            out.push(TurnRow {
                n: index + 1,
                speaker: turn.speaker.clone(),
                start_ms: turn.start_ms,
                end_ms: turn.end_ms,
                char_start: at,
                char_end: end,
                text: veiled(words, turn.span.start, hidden),
            });
        }
        // the line feed between two turns
        at = end + 1;
    }
    out
}
