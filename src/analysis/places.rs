//! Finds passages: what lies where, who says it, whether it may be counted and quoted.

use super::Context;
use super::counted::{Counted, Who, Words};
use super::people::{Interview, Person};
use super::turns::TurnIndex;
use crate::study::coding::{Passage, TextPassage};
use crate::study::hidden::touches;
use crate::study::id::{NoteId, VersionId};
use crate::study::session::Note;
use crate::study::word::{Consent, DocumentKind, NoteKind};
use crate::study::{Hidden, Speaker, speaker_among};
use std::collections::HashMap;
use std::sync::Arc;

/// Place of an excerpt; its order is the order of reading.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Position {
    interview: usize,
    document: usize,
    start: u32,
    end: u32,
    version: usize,
}

/// What is known of a passage.
pub(super) struct Spot<'a> {
    pub(super) position: Position,
    pub(super) words: Words<'a>,
    pub(super) interview: Option<usize>,
    pub(super) who: Who,
    pub(super) quotable: bool,
    pub(super) unasked: bool,
    pub(super) verbatim: bool,
    pub(super) chars: usize,
}

/// The speakers of one version, and who they are.
struct Voices {
    turns: Option<Arc<TurnIndex>>,
    people: Vec<Who>,
    nameless: Who,
}

/// Finds passages: what lies where, who says it, whether it may be counted and quoted.
pub(super) struct Places<'c, 'a> {
    counted: &'c Counted<'a>,
    context: &'c Context<'c>,
    /// Places in [`Self::known`].
    versions: HashMap<&'a VersionId, usize>,
    known: Vec<Known<'a>>,
    /// The one asked for last: codings were mostly made text by text.
    last: usize,
    notes: HashMap<&'a NoteId, u32>,
    hidden: Hidden<'a>,
}

/// A version, and what was read of it so far.
struct Known<'a> {
    id: &'a VersionId,
    document: usize,
    /// Place among the document's versions.
    at: usize,
    voices: Option<Voices>,
    /// Bytes that are left out.
    left_out: Option<Vec<std::ops::Range<usize>>>,
}

impl<'c, 'a> Places<'c, 'a> {
    pub(super) fn of(counted: &'c Counted<'a>, context: &'c Context<'c>) -> Self {
        let mut known = Vec::new();
        for (document, source) in counted.documents.iter().enumerate() {
            known.extend(source.versions.iter().enumerate().map(|(at, id)| Known {
                id,
                document,
                at,
                voices: None,
                left_out: None,
            }));
        }
        let versions = known.iter().enumerate();
        let versions = versions.map(|(at, version)| (version.id, at)).collect();
        let mut notes: Vec<(&NoteId, &Note)> = counted.study.records.notes.iter().collect();
        notes.sort_by_key(|(id, note)| (note.t_ms.is_none(), note.t_ms, note.position, *id));
        let notes = notes
            .into_iter()
            .enumerate()
            .map(|(at, (id, _))| (id, u32::try_from(at).unwrap_or(u32::MAX)))
            .collect();
        Self {
            counted,
            context,
            versions,
            known,
            last: 0,
            notes,
            hidden: Hidden::of(counted.study),
        }
    }

    /// `None` where the passage is gone: what held it was removed, withdrawn, or left out.
    pub(super) fn spot(&mut self, passage: &'a Passage) -> Option<Spot<'a>> {
        match passage {
            Passage::Note(id) => self.note(id),
            Passage::Text(text) => self.text(text),
        }
    }

    fn note(&self, id: &'a NoteId) -> Option<Spot<'a>> {
        let (id, note) = self.counted.study.records.notes.get_key_value(id)?;
        let at = self.counted.people.place(&note.session)?;
        let interview = self.counted.people.interviews.get(at)?;
        if interview.consent == Consent::Withdrawn || self.hidden.note(id, note) {
            return None;
        }
        let who = nameless(interview);
        let quotable = may_quote(interview, [who]);
        Some(Spot {
            position: Position {
                interview: at,
                document: 0,
                start: self.notes.get(id).copied().unwrap_or(u32::MAX),
                end: 0,
                version: 0,
            },
            words: Words::Note(id),
            interview: Some(at),
            who,
            quotable,
            unasked: quotable && is_unasked(interview, [who]),
            verbatim: note.kind == NoteKind::Verbatim,
            chars: note.text.chars().count(),
        })
    }

    fn text(&mut self, passage: &'a TextPassage) -> Option<Spot<'a>> {
        let counted = self.counted;
        let again = self.known.get(self.last);
        if again.is_none_or(|last| *last.id != passage.version) {
            self.last = *self.versions.get(&passage.version)?;
        }
        let known = self.known.get_mut(self.last)?;
        let (version, document, at) = (known.id, known.document, known.at);
        let source = counted.documents.get(document)?;
        let mut spot = Spot {
            position: Position {
                interview: source.interview.unwrap_or(usize::MAX),
                document: document + 1,
                start: passage.start,
                end: passage.end,
                version: at,
            },
            words: Words::Text(document, passage),
            interview: source.interview,
            who: Who::Unknown,
            quotable: true,
            unasked: false,
            verbatim: source.record.kind == DocumentKind::Transcript,
            chars: passage.chars as usize,
        };
        let Some(interview) = source
            .interview
            .and_then(|at| counted.people.interviews.get(at))
        else {
            return Some(spot);
        };
        let context = self.context;
        if !self.hidden.is_empty(interview.id) {
            let hidden = &self.hidden;
            let read = || hidden.spans(counted.study, context.texts, version);
            let spans = known.left_out.get_or_insert_with(read);
            if touches(spans, &passage.span()) {
                return None;
            }
        }
        let read = || voices(interview, version, context);
        let voices = &*known.voices.get_or_insert_with(read);
        let said_by = || {
            let speakers = voices
                .turns
                .iter()
                .flat_map(|turns| turns.speakers_of(passage.start, passage.end));
            speakers.map(|name| voices.people.get(name).copied().unwrap_or(Who::Unknown))
        };
        // A withdrawal takes every passage in which the words of that person stand.
        let withdrew = |who: &Who| match who {
            Who::Participant(at) => interview
                .people
                .get(*at)
                .is_some_and(|person| person.record.consent == Consent::Withdrawn),
            _ => false,
        };
        if said_by().any(|who| withdrew(&who)) {
            return None;
        }
        spot.who = said_by()
            .find(|who| !matches!(who, Who::Interviewer(_)))
            .or_else(|| said_by().next())
            .unwrap_or(voices.nameless);
        (spot.quotable, spot.unasked) = match &voices.turns {
            Some(_) => (
                may_quote(interview, said_by()),
                is_unasked(interview, said_by()),
            ),
            None => (
                may_quote(interview, [voices.nameless]),
                is_unasked(interview, [voices.nameless]),
            ),
        };
        spot.unasked &= spot.quotable;
        Some(spot)
    }
}

/// Who says what carries no name: the only participant, else somebody unknown.
pub(super) fn nameless(interview: &Interview) -> Who {
    who_of(interview, None)
}

/// Whom a speaker's name stands for in an interview.
pub fn who_of(interview: &Interview, name: Option<&str>) -> Who {
    let place = |id: &crate::study::id::ParticipantId| {
        interview.people.iter().position(|person| person.id == id)
    };
    match speaker_among(&interview.records(), name) {
        Speaker::Interviewer(id) => Who::Interviewer(id.and_then(place)),
        Speaker::Participant(id) => place(id).map_or(Who::Unknown, Who::Participant),
        Speaker::Unknown => Who::Unknown,
    }
}

fn voices(interview: &Interview, version: &VersionId, context: &Context) -> Voices {
    let turns = context.turns.of(version, context.texts);
    let people = turns
        .iter()
        .flat_map(|turns| turns.names())
        .map(|name| who_of(interview, name.as_deref()))
        .collect();
    Voices {
        turns,
        people,
        nameless: nameless(interview),
    }
}

/// Whether words may be quoted: nobody who says them forbids it, nor, where the speaker is unknown, anybody of the
/// interview who forbade it or withdrew.
pub(super) fn may_quote(interview: &Interview, said_by: impl IntoIterator<Item = Who>) -> bool {
    let forbids = |person: &Person| person.record.consent.forbids_quotes();
    said_by.into_iter().all(|who| match who {
        Who::Participant(at) => interview
            .people
            .get(at)
            .is_none_or(|person| !forbids(person)),
        Who::Interviewer(_) | Who::Unknown => !interview
            .people
            .iter()
            .any(|person| !person.interviewer && forbids(person)),
    })
}

/// Whether of somebody who says these words it is not known what they allow; where the speaker is unknown, of anybody of
/// the interview.
fn is_unasked(interview: &Interview, said_by: impl IntoIterator<Item = Who>) -> bool {
    let unknown = |person: &Person| person.record.consent == Consent::Unknown;
    said_by.into_iter().any(|who| match who {
        Who::Participant(at) => interview.people.get(at).is_some_and(unknown),
        Who::Interviewer(_) | Who::Unknown => interview.is_unasked(),
    })
}

/// The newest version of a line's document and where its words stand there; `None` for a note, and for words that have no
/// place in the newest version.
pub(super) fn newest_span<'a>(
    counted: &Counted<'a>,
    line: &super::counted::Line<'a>,
) -> Option<(&'a VersionId, std::ops::Range<u32>)> {
    let Words::Text(document, passage) = line.words else {
        return None;
    };
    let newest = *counted.documents.get(document)?.versions.last()?;
    (passage.version == *newest).then_some((newest, passage.start..passage.end))
}
