//! The board of interviews: where each one stands.

use super::{Eye, Place};
use crate::app::list::ListCursor;
use crate::command::{Context, CursorAct, Situation};
use crate::study::coding::Passage;
use crate::study::id::{AttributeId, DocumentId, ParticipantId, SessionId, VersionId};
use crate::study::people::{INTERVIEWER, Participant};
use crate::study::settings::AttributeData;
use crate::study::word::{Consent, SessionState};
use crate::study::{Study, label};
use crate::text::fold::fold;
use jiff::Timestamp;
use std::collections::{BTreeMap, BTreeSet};

/// Where an interview stands: what was stated, or what is seen from what it has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stand {
    /// As stated.
    Stated(SessionState),
    /// It has a transcript that nobody coded yet.
    Transcribed,
    /// So many hundredths of its transcript's characters are coded; at least one.
    Coded(u8),
}

/// One interview on the board. Of a withdrawn one nothing but its key is kept here.
#[derive(Debug, Clone, PartialEq)]
pub struct Row {
    /// The interview.
    pub id: SessionId,
    /// Its key, as it is shown where two have the same.
    pub key: String,
    /// Where it stands.
    pub stand: Stand,
    /// When it began, else when it is to begin.
    pub date: Option<Timestamp>,
    /// Pseudonyms of its organisations.
    pub organisation: String,
    /// Values of the strata, in the study's order; several participants may have several.
    pub strata: Vec<String>,
    /// What it allows as a whole.
    pub consent: Consent,
    /// Length, in minutes.
    pub minutes: Option<u32>,
    /// Turns of its transcripts.
    pub turns: u32,
    /// Its notes.
    pub notes: usize,
    /// Codings on its words and notes.
    pub codings: usize,
}

/// What is counted at the foot.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Sums {
    /// Interviews, without withdrawn ones.
    pub interviews: usize,
    /// Withdrawn ones: those on the board, and those the study only remembers the number of.
    pub withdrawn: usize,
    /// Planned ones.
    pub planned: usize,
    /// Running ones.
    pub running: usize,
    /// Held ones.
    pub done: usize,
    /// Those with a transcript.
    pub transcribed: usize,
    /// Turns, notes, codings.
    pub all: (u32, usize, usize),
}

/// The board of interviews.
#[derive(Debug, Default)]
pub struct Board {
    /// The interviews, in order.
    pub rows: Vec<Row>,
    /// The strata that have a column.
    pub strata: Vec<AttributeId>,
    /// What is counted at the foot.
    pub sums: Sums,
    /// Where the cursor is.
    pub list: ListCursor,
    seen: (u64, &'static str),
}

impl Board {
    /// The interview under the cursor.
    pub fn current(&self) -> Option<&SessionId> {
        self.rows.get(self.list.at).map(|row| &row.id)
    }

    /// Puts the cursor on an interview.
    pub fn put(&mut self, id: &SessionId) {
        if let Some(at) = self.rows.iter().position(|row| row.id == *id) {
            self.list.at = at;
        }
    }

    /// Rows of interviews on the screen: one row is the head of the table, one its foot.
    pub fn height(rows: u16) -> usize {
        (rows as usize).saturating_sub(2)
    }
}

impl Place for Board {
    fn context(&self) -> Context {
        Context::Board
    }

    fn refresh(&mut self, eye: &Eye<'_>) {
        let Some(work) = eye.work else { return };
        let language = eye.words.lang().code();
        if self.seen != (work.revision, language) {
            self.seen = (work.revision, language);
            let study = work.study();
            let current = self.current().or(work.session.as_ref()).cloned();
            self.strata = strata(study);
            self.rows = rows(study, &self.strata, language);
            self.sums = sums(study, &self.rows);
            if let Some(id) = current {
                self.put(&id);
            }
        }
        self.list.show(self.rows.len(), Self::height(eye.height));
    }

    fn situation(&self, _eye: &Eye<'_>, situation: &mut Situation) {
        situation.session = self.current().is_some();
        situation.item = situation.session;
    }

    fn cursor(&mut self, eye: &Eye<'_>, act: CursorAct, count: Option<u32>) {
        self.list
            .act(act, count, self.rows.len(), Self::height(eye.height));
    }

    fn search(&mut self, eye: &Eye<'_>, text: &str, forward: bool) -> bool {
        let wanted = fold(text);
        let len = self.rows.len();
        let found = (1..=len)
            .map(|step| if forward { self.list.at + step } else { self.list.at + len - step } % len)
            .find(|at| {
                self.rows.get(*at).is_some_and(|row| {
                    let words = format!("{} {} {}", row.key, row.organisation, row.strata.join(" "));
                    fold(&words).contains(&wanted)
                })
            });
        if let Some(at) = found {
            self.list.at = at;
        }
        self.list.show(len, Self::height(eye.height));
        found.is_some()
    }

    fn copied(&self, _eye: &Eye<'_>) -> Option<String> {
        self.rows.get(self.list.at).map(|row| row.key.clone())
    }
}

/// Attributes that tables may be cut by.
fn strata(study: &Study) -> Vec<AttributeId> {
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

fn rows(study: &Study, strata: &[AttributeId], language: &str) -> Vec<Row> {
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
    for note in records.notes.values() {
        gathered.entry(&note.session).or_default().notes += 1;
    }
    let mut coded: BTreeMap<&VersionId, Covered> = BTreeMap::new();
    for coding in records.codings.values() {
        if let Some(session) = study.session_of_passage(&coding.passage) {
            gathered.entry(session).or_default().codings += 1;
        }
        if let Passage::Text(text) = &coding.passage {
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
                turns: 0,
                notes: 0,
                codings: 0,
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
            turns,
            notes: mine.notes,
            codings: mine.codings,
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
            let words = data_words(study, data, language);
            if !values.contains(&words) {
                values.push(words);
            }
        }
    }
    values.join(", ")
}

/// What somebody has for an attribute, in words.
pub fn data_words(study: &Study, data: &AttributeData, language: &str) -> String {
    match data {
        AttributeData::Choice(id) => {
            study
                .records
                .values
                .get(id)
                .map_or_else(String::new, |value| {
                    let words = label(&value.labels, language, study);
                    if words.is_empty() {
                        value.key.clone()
                    } else {
                        words.to_owned()
                    }
                })
        }
        data => study.data_text(data),
    }
}

fn sums(study: &Study, rows: &[Row]) -> Sums {
    let mut sums = Sums {
        withdrawn: study.settings().withdrawn as usize,
        ..Sums::default()
    };
    for row in rows {
        if row.consent == Consent::Withdrawn {
            sums.withdrawn += 1;
            continue;
        }
        sums.interviews += 1;
        let state = study
            .records
            .sessions
            .get(&row.id)
            .map(|session| session.state);
        match state {
            Some(SessionState::Planned) => sums.planned += 1,
            Some(SessionState::Running) => sums.running += 1,
            Some(SessionState::Done) => sums.done += 1,
            _ => {}
        }
        sums.transcribed += usize::from(matches!(row.stand, Stand::Transcribed | Stand::Coded(_)));
        sums.all.0 = sums.all.0.saturating_add(row.turns);
        sums.all.1 += row.notes;
        sums.all.2 += row.codings;
    }
    sums
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
