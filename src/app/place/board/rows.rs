//! The rows of the board, gathered in one pass over the study.

use super::{Read, Row, Stand};
use crate::study::coding::Passage;
use crate::study::document::{Reading, Texts};
use crate::study::id::{AttributeId, DocumentId, ParticipantId, SessionId, VersionId};
use crate::study::people::{INTERVIEWER, Participant};
use crate::study::word::{Consent, SessionState};
use crate::study::{Shown, Study, debrief};
use std::collections::{BTreeMap, BTreeSet};

/// How far the transcript of an interview was read that was left last.
fn read(
    texts: &dyn Texts,
    readings: &[Reading],
    newest: &BTreeMap<&DocumentId, &VersionId>,
    documents: &[&DocumentId],
) -> Option<Read> {
    let own = readings.iter().filter(|one| {
        documents.contains(&&one.document)
            && newest.get(&&one.document).copied() == Some(&one.version)
    });
    let last = own.max_by_key(|one| one.left_at)?;
    let text = texts.text(&last.version)?;
    Some(Read {
        share: last.share(),
        turn: text.turn_at(last.at).map(|turn| turn + 1),
    })
}

/// Attributes that tables may be cut by.
pub(super) fn strata(study: &Study) -> Vec<AttributeId> {
    let attributes = study.attributes().into_iter();
    attributes
        .filter(|(_, attribute)| attribute.stratum)
        .map(|(id, _)| id.clone())
        .collect()
}

/// What belongs to one interview, gathered in one pass over the study.
#[derive(Default)]
struct Gathered<'a> {
    people: Vec<(&'a ParticipantId, &'a Participant)>,
    documents: Vec<&'a DocumentId>,
    notes: usize,
    codings: usize,
}

/// All interviews, in the order of their keys.
pub(super) fn rows(
    study: &Study,
    texts: &dyn Texts,
    strata: &[AttributeId],
    language: &str,
    coder: &str,
) -> Vec<Row> {
    let mut readings = texts.readings();
    readings.retain(|one| one.coder == coder);
    let records = &study.records;
    let mut gathered: BTreeMap<&SessionId, Gathered<'_>> = BTreeMap::new();
    for (id, participant) in &records.participants {
        gathered
            .entry(&participant.session)
            .or_default()
            .people
            .push((id, participant));
    }
    for (id, document) in &records.documents {
        if let Some(session) = &document.session {
            gathered.entry(session).or_default().documents.push(id);
        }
    }
    let mut counted = Shown::of(study, texts);
    for (_, note) in records
        .notes
        .iter()
        .filter(|(id, note)| counted.note(id, note))
    {
        gathered.entry(&note.session).or_default().notes += 1;
    }
    let mut coded: BTreeMap<&VersionId, Covered> = BTreeMap::new();
    for coding in records.codings.values() {
        if !counted.passage(&coding.passage) {
            continue;
        }
        if let Some(session) = study.session_of_passage(&coding.passage) {
            gathered.entry(session).or_default().codings += 1;
        }
        if let Passage::Text(text) = study.passage_now(coding) {
            coded
                .entry(&text.version)
                .or_default()
                .add(text.start, text.end, text.chars);
        }
    }
    let newest = newest_versions(study);
    let shown = study.shown_keys();
    let mut rows = Vec::with_capacity(records.sessions.len());
    for (id, session) in study.sessions() {
        let mine = gathered.remove(id).unwrap_or_default();
        let key = shown
            .get(&id.clone().into())
            .unwrap_or(&session.key)
            .clone();
        let consent = study.session_consent(id);
        if consent == Consent::Withdrawn {
            rows.push(Row {
                id: id.clone(),
                key,
                stand: Stand::Stated(session.state),
                date: None,
                organisation: String::new(),
                strata: vec![String::new(); strata.len()],
                consent,
                minutes: None,
                undebriefed: None,
                turns: 0,
                notes: 0,
                codings: 0,
                read: None,
            });
            continue;
        }
        let (mut turns, mut chars, mut covered) = (0u32, 0u64, 0u64);
        let mut transcribed = false;
        for document in &mine.documents {
            let Some(version) = newest.get(document) else {
                continue;
            };
            transcribed = true;
            if let Some(version) = records.versions.get(*version) {
                turns = turns.saturating_add(version.turns);
                chars += u64::from(version.chars);
            }
            covered += coded.get(version).map_or(0, Covered::chars);
        }
        rows.push(Row {
            id: id.clone(),
            key,
            stand: stand(session.state, transcribed, covered, chars),
            date: session.started_at.or(session.planned_at),
            organisation: organisations(study, &mine.people),
            strata: strata
                .iter()
                .map(|attribute| values(study, &mine.people, attribute, language))
                .collect(),
            consent,
            minutes: minutes(session),
            undebriefed: debrief::awaited(session),
            turns,
            notes: mine.notes,
            codings: mine.codings,
            read: read(texts, &readings, &newest, &mine.documents),
        });
    }
    rows
}

fn newest_versions(study: &Study) -> BTreeMap<&DocumentId, &VersionId> {
    let mut newest: BTreeMap<&DocumentId, (u32, &VersionId)> = BTreeMap::new();
    for (id, version) in &study.records.versions {
        let best = newest
            .entry(&version.document)
            .or_insert((version.number, id));
        *best = (*best).max((version.number, id));
    }
    newest
        .into_iter()
        .map(|(document, (_, version))| (document, version))
        .collect()
}

fn stand(state: SessionState, transcribed: bool, covered: u64, chars: u64) -> Stand {
    if !transcribed || state == SessionState::Running {
        return Stand::Stated(state);
    }
    if covered == 0 {
        return Stand::Transcribed;
    }
    let share = (covered * 100).checked_div(chars).unwrap_or(100);
    Stand::Coded(u8::try_from(share.clamp(1, 100)).unwrap_or(100))
}

/// Length of an interview: as stated, else from its start to its end.
fn minutes(session: &crate::study::session::Session) -> Option<u32> {
    session.minutes.or_else(|| {
        let length = session.ended_at?.duration_since(session.started_at?);
        u32::try_from(length.as_mins()).ok()
    })
}

/// What of a text lies under codings. Spans are bytes; how many characters that is, the quotes say.
#[derive(Default)]
struct Covered {
    spans: Vec<(u32, u32)>,
    bytes: u64,
    chars: u64,
}

impl Covered {
    fn add(&mut self, start: u32, end: u32, chars: u32) {
        self.spans.push((start, end));
        self.bytes += u64::from(end.saturating_sub(start));
        self.chars += u64::from(chars);
    }

    /// Characters under at least one coding; where codings overlap, by their mean length of a character.
    fn chars(&self) -> u64 {
        let mut spans = self.spans.clone();
        spans.sort_unstable();
        let (mut union, mut reached) = (0u64, 0u32);
        for (start, end) in spans {
            let start = start.max(reached);
            if end > start {
                union += u64::from(end - start);
                reached = end;
            }
        }
        (union * self.chars).checked_div(self.bytes).unwrap_or(0)
    }
}

/// Participants whose words count.
fn asked<'a>(
    people: &'a [(&'a ParticipantId, &'a Participant)],
) -> impl Iterator<Item = &'a Participant> {
    people
        .iter()
        .map(|(_, participant)| *participant)
        .filter(|p| p.role != INTERVIEWER && p.consent != Consent::Withdrawn)
}

fn organisations(study: &Study, people: &[(&ParticipantId, &Participant)]) -> String {
    let keys: BTreeSet<&str> = asked(people)
        .filter_map(|p| study.records.organisations.get(p.organisation.as_ref()?))
        .map(|organisation| organisation.key.as_str())
        .collect();
    keys.into_iter().collect::<Vec<_>>().join(", ")
}

fn values(
    study: &Study,
    people: &[(&ParticipantId, &Participant)],
    attribute: &AttributeId,
    language: &str,
) -> String {
    let mut values: Vec<String> = Vec::new();
    for participant in asked(people) {
        if let Some(data) = study.attribute_of(participant, attribute) {
            let words = study.data_words(data, language);
            if !values.contains(&words) {
                values.push(words);
            }
        }
    }
    values.join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_lies_under_two_codings_counts_once() {
        let mut covered = Covered::default();
        covered.add(0, 10, 10);
        covered.add(5, 20, 15);
        covered.add(30, 40, 10);
        assert_eq!(covered.chars(), 30);
        assert_eq!(Covered::default().chars(), 0);
    }

    #[test]
    fn an_interview_stands_where_what_it_has_says() {
        let done = SessionState::Done;
        for (state, transcribed, covered, chars, stands) in [
            (
                SessionState::Planned,
                false,
                0,
                0,
                Stand::Stated(SessionState::Planned),
            ),
            (
                SessionState::Running,
                true,
                5,
                10,
                Stand::Stated(SessionState::Running),
            ),
            (done, false, 0, 0, Stand::Stated(done)),
            (done, true, 0, 500, Stand::Transcribed),
            (done, true, 1, 500, Stand::Coded(1)),
            (done, true, 190, 500, Stand::Coded(38)),
            (done, true, 600, 500, Stand::Coded(100)),
        ] {
            assert_eq!(stand(state, transcribed, covered, chars), stands);
        }
    }
}
