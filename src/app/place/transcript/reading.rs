//! What is open: a document version's text, or the notes of an interview as if they were one.

use crate::i18n::Words;
use crate::study::coding::Passage;
use crate::study::document::{Document, DocumentText, Texts, Turn, Version};
use crate::study::hidden::{BLOCK, touches};
use crate::study::id::{DocumentId, NoteId, SessionId, VersionId};
use crate::study::word::{Consent, NoteKind};
use crate::study::{Hidden, Speaker, Study};
use crate::text::width::width;
use std::borrow::Cow;
use std::collections::HashMap;
use std::ops::Range;
use std::sync::Arc;

/// What may be read.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Source {
    /// A version of a transcript or of a reference text.
    Text(VersionId),
    /// The notes of an interview.
    Notes(SessionId),
}

/// Why nothing can be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shut {
    /// No interview or text is chosen.
    Nothing,
    /// The interview has neither a transcript nor notes.
    Empty,
    /// Consent was withdrawn.
    Withdrawn,
    /// The file of the text is missing or damaged.
    Missing,
}

/// What the words of a turn are to the study.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// They count.
    Counted,
    /// An interviewer's: they may be coded, and count only where the study's rule says so.
    Interviewer,
    /// Of somebody who withdrew: not shown.
    Withdrawn,
}

/// Somebody who speaks in the text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Voice {
    /// The name in the file.
    name: Option<String>,
    /// What the screen calls them: the pseudonym where one is known.
    pub label: String,
    /// What their words are to the study.
    pub standing: Standing,
}

/// An open text.
#[derive(Debug)]
pub struct Reading {
    /// What it is.
    pub source: Source,
    /// The interview; none for a reference text.
    pub session: Option<SessionId>,
    /// The document; none for notes.
    pub document: Option<DocumentId>,
    /// Key of the interview or the reference text.
    pub key: String,
    /// Number of the version; none for notes.
    pub version: Option<u32>,
    /// The words.
    pub text: Arc<DocumentText>,
    /// The note that each turn is; empty for a text.
    pub notes: Vec<NoteId>,
    /// Whether each note is left out.
    left_out: Vec<bool>,
    /// Bytes that are left out.
    hidden: Vec<Range<usize>>,
    voices: Vec<Voice>,
    who: Vec<u32>,
}

impl Reading {
    /// Opens a version's text or the notes of an interview.
    pub fn open(
        study: &Study,
        texts: &impl Texts,
        source: &Source,
        words: Words,
    ) -> Result<Self, Shut> {
        match source {
            Source::Text(version) => Self::open_text(study, texts, version, words),
            Source::Notes(session) => Self::open_notes(study, session, words),
        }
    }

    fn open_text(
        study: &Study,
        texts: &impl Texts,
        id: &VersionId,
        words: Words,
    ) -> Result<Self, Shut> {
        let (version, document) = Self::allowed(study, id)?;
        let text = texts.text(id).ok_or(Shut::Missing)?;
        let mut places: HashMap<Option<&str>, u32> = HashMap::new();
        let mut voices = Vec::new();
        let mut who = Vec::with_capacity(text.turns().len());
        for turn in text.turns() {
            let at = *places.entry(turn.speaker.as_deref()).or_insert_with(|| {
                voices.push(Voice {
                    name: turn.speaker.clone(),
                    label: String::new(),
                    standing: Standing::Counted,
                });
                (voices.len() - 1) as u32
            });
            who.push(at);
        }
        let key = document
            .session
            .as_ref()
            .and_then(|session| study.records.sessions.get(session))
            .map_or_else(|| document.key.clone(), |session| session.key.clone());
        let mut reading = Self {
            source: Source::Text(id.clone()),
            session: document.session.clone(),
            document: Some(version.document.clone()),
            key,
            version: Some(version.number),
            text,
            notes: Vec::new(),
            left_out: Vec::new(),
            hidden: Vec::new(),
            voices,
            who,
        };
        reading.recognise(study, texts, words);
        Ok(reading)
    }

    /// Whether a version may be read.
    pub fn allowed<'a>(
        study: &'a Study,
        id: &VersionId,
    ) -> Result<(&'a Version, &'a Document), Shut> {
        let version = study.records.versions.get(id).ok_or(Shut::Nothing)?;
        let document = study
            .records
            .documents
            .get(&version.document)
            .ok_or(Shut::Nothing)?;
        match &document.session {
            Some(session) if study.session_consent(session) == Consent::Withdrawn => {
                Err(Shut::Withdrawn)
            }
            _ => Ok((version, document)),
        }
    }

    fn open_notes(study: &Study, id: &SessionId, words: Words) -> Result<Self, Shut> {
        let session = study.records.sessions.get(id).ok_or(Shut::Nothing)?;
        if study.session_consent(id) == Consent::Withdrawn {
            return Err(Shut::Withdrawn);
        }
        let list = study.notes_of(id);
        if list.is_empty() {
            return Err(Shut::Empty);
        }
        let mut turns = Vec::with_capacity(list.len());
        let mut notes = Vec::with_capacity(list.len());
        let mut voices = Vec::with_capacity(list.len());
        let mut left_out = Vec::with_capacity(list.len());
        let hidden = Hidden::of(study);
        for (note_id, note) in list {
            left_out.push(hidden.note(note_id, note));
            let kind = words.get(kind_key(note.kind));
            voices.push(Voice {
                name: None,
                label: if note.question.is_empty() {
                    kind
                } else {
                    format!("{} {kind}", note.question)
                },
                standing: Standing::Counted,
            });
            turns.push(Turn {
                speaker: None,
                start_ms: note.t_ms,
                end_ms: None,
                text: hidden.words(note_id, note).into_owned(),
                anchors: Vec::new(),
            });
            notes.push(note_id.clone());
        }
        Ok(Self {
            source: Source::Notes(id.clone()),
            session: Some(id.clone()),
            document: None,
            key: session.key.clone(),
            version: None,
            text: Arc::new(DocumentText::from_turns(&turns)),
            who: (0..notes.len() as u32).collect(),
            hidden: Vec::new(),
            left_out,
            notes,
            voices,
        })
    }

    /// Finds out anew who the speakers are and what is left out, for both may have been edited; whether that shows or
    /// hides words.
    pub fn recognise(&mut self, study: &Study, texts: &impl Texts, words: Words) -> bool {
        let before: Vec<Standing> = self.voices.iter().map(|voice| voice.standing).collect();
        self.name_voices(study, words);
        if let Source::Text(version) = &self.source {
            let hidden = Hidden::of(study).spans(study, texts, version);
            if hidden != self.hidden {
                self.hidden = hidden;
                return true;
            }
        }
        !self.voices.iter().map(|voice| voice.standing).eq(before)
    }

    fn name_voices(&mut self, study: &Study, words: Words) {
        let Some(session) = &self.session else {
            for voice in &mut self.voices {
                voice.label = voice.name.clone().unwrap_or_default();
            }
            return;
        };
        if self.is_notes() {
            return;
        }
        for voice in &mut self.voices {
            let named = || voice.name.clone().unwrap_or_default();
            (voice.label, voice.standing) = match study.speaker(session, voice.name.as_deref()) {
                Speaker::Interviewer(None) => (named(), Standing::Interviewer),
                Speaker::Interviewer(Some(id)) => (
                    study
                        .records
                        .participants
                        .get(id)
                        .filter(|person| !person.key.is_empty())
                        .map_or_else(|| words.get("app-interviewer"), |person| person.key.clone()),
                    Standing::Interviewer,
                ),
                Speaker::Participant(id) => {
                    let person = study.records.participants.get(id);
                    (
                        person
                            .map_or_else(named, |person| study.participant_key(person).to_owned()),
                        if person.is_some_and(|person| person.consent == Consent::Withdrawn) {
                            Standing::Withdrawn
                        } else {
                            Standing::Counted
                        },
                    )
                }
                Speaker::Unknown => (named(), Standing::Counted),
            };
        }
    }

    /// Where a passage stands in it.
    pub fn span_of(&self, passage: &Passage) -> Option<Range<usize>> {
        match (passage, &self.source) {
            (Passage::Text(place), Source::Text(version)) if place.version == *version => {
                Some(place.span())
            }
            (Passage::Note(note), Source::Notes(_)) => {
                let at = self.notes.iter().position(|own| own == note)?;
                Some(self.text.turns().get(at)?.span.clone())
            }
            _ => None,
        }
    }

    /// Whether it is notes.
    pub fn is_notes(&self) -> bool {
        matches!(self.source, Source::Notes(_))
    }

    /// Who speaks in a turn.
    pub fn voice(&self, turn: usize) -> Option<&Voice> {
        self.voices.get(*self.who.get(turn)? as usize)
    }

    /// Whether one person speaks in both turns.
    pub fn is_one_voice(&self, turn: usize, other: usize) -> bool {
        self.who.get(turn) == self.who.get(other)
    }

    /// Which turns ask a question: an interviewer's with a question mark, any of an interviewer's where they have none;
    /// in a text without a known interviewer, anybody's with a question mark.
    pub fn asks(&self) -> impl Fn(usize) -> bool + use<'_> {
        let marked = |turn: usize| self.words(turn).contains('?');
        let interviewer = |turn: usize| self.standing(turn) == Standing::Interviewer;
        let known = self
            .voices
            .iter()
            .any(|voice| voice.standing == Standing::Interviewer);
        let signs = !known || (0..self.len()).any(|turn| interviewer(turn) && marked(turn));
        move |turn| {
            (!known || interviewer(turn)) && (!signs || marked(turn)) && !self.is_hidden(turn)
        }
    }

    /// Everybody who speaks.
    pub fn voices(&self) -> &[Voice] {
        &self.voices
    }

    /// What a turn's words are to the study.
    pub fn standing(&self, turn: usize) -> Standing {
        self.voice(turn)
            .map_or(Standing::Counted, |voice| voice.standing)
    }

    /// Whether a turn's words are not to be seen.
    pub fn is_hidden(&self, turn: usize) -> bool {
        self.standing(turn) == Standing::Withdrawn
    }

    /// Bytes that are left out, ascending.
    pub fn hidden(&self) -> &[Range<usize>] {
        &self.hidden
    }

    /// Whether any of a row is left out; of a note, all of it is.
    pub fn is_left_out(&self, row: &super::ScreenRow) -> bool {
        match self.left_out.get(row.turn) {
            Some(note) => *note,
            None => touches(&self.hidden, &row.bytes),
        }
    }

    /// A part of the text as it may be shown, as wide as it is.
    pub fn shown(&self, part: Range<usize>) -> Cow<'_, str> {
        let words = self.text.slice(part.clone());
        if !touches(&self.hidden, &part) {
            return Cow::Borrowed(words);
        }
        let shown = words.char_indices().map(|(at, c)| {
            let here = part.start + at..part.start + at + c.len_utf8();
            let c = c.to_string();
            if touches(&self.hidden, &here) && c != "\n" {
                BLOCK.to_string().repeat(width(&c))
            } else {
                c
            }
        });
        Cow::Owned(shown.collect())
    }

    /// Number of turns.
    pub fn len(&self) -> usize {
        self.text.turns().len()
    }

    /// Whether it has no turn.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Bytes of a turn.
    pub fn span(&self, turn: usize) -> std::ops::Range<usize> {
        self.text
            .turns()
            .get(turn)
            .map_or(0..0, |turn| turn.span.clone())
    }

    /// The words of a turn.
    pub fn words(&self, turn: usize) -> &str {
        self.text.slice(self.span(turn))
    }

    /// The turn that holds a byte.
    pub fn turn_at(&self, byte: usize) -> usize {
        self.text.turn_at(byte).unwrap_or(0)
    }

    /// The greatest time of a turn's start, in milliseconds; none where no turn has a time.
    pub fn last_time(&self) -> Option<i64> {
        self.text.turns().iter().filter_map(|t| t.start_ms).max()
    }
}

/// Key of the word for a kind of note.
fn kind_key(kind: NoteKind) -> &'static str {
    match kind {
        NoteKind::Paraphrase => "app-note-kind-paraphrase",
        NoteKind::Verbatim => "app-note-kind-verbatim",
        NoteKind::Observation => "app-note-kind-observation",
        NoteKind::Interpretation => "app-note-kind-interpretation",
        NoteKind::Figure => "app-note-kind-figure",
    }
}

/// All that can be read of an interview: its documents' newest versions, then its notes.
pub fn sources_of(study: &Study, session: &SessionId) -> Vec<Source> {
    let mut sources: Vec<Source> = study
        .documents_of(session)
        .into_iter()
        .filter_map(|(id, _)| study.newest_version(id))
        .map(|(version, _)| Source::Text(version.clone()))
        .collect();
    if study.records.notes.values().any(|n| n.session == *session) {
        sources.push(Source::Notes(session.clone()));
    }
    sources
}
