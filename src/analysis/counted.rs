//! What counts: every coding with its excerpt, its speaker and whether it is counted, read once for all tables.

use super::people::{Interview, People, Person};
use super::turns::TurnIndex;
use super::{Context, Keys};
use crate::study::codebook::Code;
use crate::study::coding::{Coding, Passage, TextPassage};
use crate::study::document::Document;
use crate::study::id::{CodeId, CodingId, DocumentId, NoteId, ScenarioId, VersionId};
use crate::study::session::Note;
use crate::study::settings::Scenario;
use crate::study::word::{Consent, DocumentKind, NoteKind, Polarity};
use crate::study::{Speaker, Study, speaker_among};
use std::collections::{HashMap, HashSet};
use std::sync::Arc;

/// Who says a passage.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Who {
    /// Somebody who asks; place among the interview's people where there is a row for them.
    Interviewer(Option<usize>),
    /// A participant, by place among the interview's people.
    Participant(usize),
    /// Nobody that is known.
    Unknown,
}

/// Where the coded words lie.
#[derive(Debug, Clone, Copy)]
pub enum Words<'a> {
    /// In a document: its place in [`Counted::documents`], and the passage as it was coded.
    Text(usize, &'a TextPassage),
    /// In a note.
    Note(&'a NoteId),
}

/// Why a coding does not count as evidence of an interview, or that it does.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Standing {
    /// It counts.
    Counted,
    /// The interviewer's own words.
    Interviewer,
    /// Another coding settled it.
    Superseded,
    /// A text that is no interview: counted apart.
    Reference,
}

impl Standing {
    /// The word in files.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Counted => "yes",
            Self::Interviewer => "interviewer",
            Self::Superseded => "superseded",
            Self::Reference => "reference",
        }
    }
}

/// A coding as it is, or several that are one.
#[derive(Debug)]
pub enum Joined<'a> {
    /// As it is.
    One(&'a Coding),
    /// Joined from several.
    Several(Box<Coding>),
}

impl std::ops::Deref for Joined<'_> {
    type Target = Coding;

    fn deref(&self) -> &Coding {
        match self {
            Self::One(coding) => coding,
            Self::Several(coding) => coding,
        }
    }
}

/// One coding, as readers count it.
#[derive(Debug)]
pub struct Line<'a> {
    /// The id; the lowest one where several codings are one.
    pub id: &'a CodingId,
    /// The coding, joined where several are one.
    pub coding: Joined<'a>,
    /// The code, by place in the codebook ([`Counted::codes`]).
    pub code: usize,
    /// The words.
    pub words: Words<'a>,
    /// The interview, by place in [`People::interviews`]; none for a reference text.
    pub interview: Option<usize>,
    /// Number of the excerpt: the same for all codings of one passage, ascending with the interviews.
    pub excerpt: usize,
    /// Who says it.
    pub who: Who,
    /// Whether it counts.
    pub standing: Standing,
    /// Whether its words may be quoted.
    pub quotable: bool,
    /// Whether its words are the speaker's own (a transcript, a verbatim note).
    pub verbatim: bool,
    /// Length of the words in code points.
    pub chars: usize,
}

/// One document that still counts.
#[derive(Debug)]
pub struct Source<'a> {
    /// The id.
    pub id: &'a DocumentId,
    /// The record.
    pub record: &'a Document,
    /// Its interview, by place; none for a reference text.
    pub interview: Option<usize>,
    /// Its versions, oldest first.
    pub versions: Vec<&'a VersionId>,
}

/// A study, read for counting.
pub struct Counted<'a> {
    /// The study.
    pub study: &'a Study,
    /// Keys as shown.
    pub keys: &'a Keys,
    /// Interviews, their people, the dimensions.
    pub people: People<'a>,
    /// Codes in the codebook's order.
    pub codes: Vec<(&'a CodeId, &'a Code)>,
    /// Scenarios in the study's order.
    pub scenarios: Vec<(&'a ScenarioId, &'a Scenario)>,
    /// Documents: interview by interview, by key; then reference texts, by key. Withdrawn interviews have none.
    pub documents: Vec<Source<'a>>,
    /// Codings in order: interview, notes before documents, document, span, code, coder, id. What was withdrawn is not
    /// among them.
    pub lines: Vec<Line<'a>>,
}

/// Place of an excerpt; its order is the order of reading.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Position {
    interview: usize,
    document: usize,
    start: u32,
    end: u32,
    version: usize,
}

struct Found<'a> {
    position: Position,
    code_rank: usize,
    line: Line<'a>,
}

impl<'a> Counted<'a> {
    /// Reads a study. A document's text is read once for its speakers (see [`super::TurnCache`]), and again only where a
    /// passage of an older version is looked for in the newest.
    pub fn of(study: &'a Study, keys: &'a Keys, context: &Context) -> Self {
        let people = People::of(study, keys, context.language.code());
        let codes: Vec<(&CodeId, &Code)> = study
            .codes()
            .into_iter()
            .map(|(id, code, _)| (id, code))
            .collect();
        let mut counted = Self {
            documents: sources(study, &people),
            scenarios: study.scenarios(),
            study,
            keys,
            people,
            codes,
            lines: Vec::new(),
        };
        counted.lines = counted.read_lines(context);
        counted
    }

    /// The interview of a line.
    pub fn interview_of(&self, line: &Line) -> Option<&Interview<'a>> {
        self.people.interviews.get(line.interview?)
    }

    /// The participant who says a line; none for an interviewer or somebody unknown.
    pub fn speaker_of(&self, line: &Line) -> Option<&Person<'a>> {
        match line.who {
            Who::Participant(at) => self.interview_of(line)?.people.get(at),
            _ => None,
        }
    }

    /// Whether a line's speaker is one whose words count, or it is no interview's.
    pub fn is_heard(&self, line: &Line) -> bool {
        line.interview.is_none() || self.hears(line.who)
    }

    fn hears(&self, who: Who) -> bool {
        !matches!(who, Who::Interviewer(_)) || self.study.settings().count_interviewer
    }

    /// Distinct passages of reference texts that carry a code.
    pub fn n_reference_excerpts(&self) -> usize {
        let mut last = None;
        self.lines
            .iter()
            .filter(|line| line.standing == Standing::Reference)
            .filter(|line| last.replace(line.excerpt) != Some(line.excerpt))
            .count()
    }

    fn read_lines(&self, context: &Context) -> Vec<Line<'a>> {
        let study = self.study;
        let code_places = self.code_places();
        let mut ranks: Vec<usize> = (0..self.codes.len()).collect();
        ranks.sort_by_key(|at| {
            self.codes
                .get(*at)
                .map(|(id, code)| self.keys.code(id, code))
        });
        let mut rank_of = vec![0; ranks.len()];
        for (rank, at) in ranks.into_iter().enumerate() {
            if let Some(slot) = rank_of.get_mut(at) {
                *slot = rank;
            }
        }
        let superseded: HashSet<&CodingId> = study
            .records
            .codings
            .values()
            .flat_map(|coding| &coding.settles)
            .collect();
        let mut places = Places::of(self, context);
        let mut found: Vec<Found> = Vec::with_capacity(study.records.codings.len());
        for (id, coding) in &study.records.codings {
            let Some(code) = code_places.get(&coding.code).copied() else {
                continue;
            };
            let Some(spot) = places.spot(&coding.passage) else {
                continue;
            };
            let standing = if superseded.contains(id) {
                Standing::Superseded
            } else if spot.interview.is_none() {
                Standing::Reference
            } else if !self.hears(spot.who) {
                Standing::Interviewer
            } else {
                Standing::Counted
            };
            found.push(Found {
                position: spot.position,
                code_rank: rank_of.get(code).copied().unwrap_or(0),
                line: Line {
                    id,
                    coding: Joined::One(coding),
                    code,
                    words: spot.words,
                    interview: spot.interview,
                    excerpt: 0,
                    who: spot.who,
                    standing,
                    quotable: spot.quotable,
                    verbatim: spot.verbatim,
                    chars: spot.chars,
                },
            });
        }
        found.sort_unstable_by(|a, b| {
            let key = |one: &Found<'a>| (one.position, one.code_rank);
            key(a)
                .cmp(&key(b))
                .then_with(|| a.line.coding.coder.cmp(&b.line.coding.coder))
                .then(a.line.standing.cmp(&b.line.standing))
                .then_with(|| a.line.id.cmp(b.line.id))
        });
        let mut lines: Vec<Line> = Vec::with_capacity(found.len());
        let mut last: Option<Position> = None;
        let mut excerpt = 0;
        for mut one in found {
            if last.is_some_and(|last| last != one.position) {
                excerpt += 1;
            }
            let same_excerpt = last == Some(one.position);
            last = Some(one.position);
            one.line.excerpt = excerpt;
            match lines.last_mut() {
                Some(before) if same_excerpt && is_same(before, &one.line) => {
                    join(before, &one.line);
                }
                _ => lines.push(one.line),
            }
        }
        lines
    }

    /// Place in the codebook of every code, merged ones at the place of the code they became.
    fn code_places(&self) -> HashMap<&'a CodeId, usize> {
        let shown: HashMap<&CodeId, usize> = self
            .codes
            .iter()
            .enumerate()
            .map(|(at, (id, _))| (*id, at))
            .collect();
        self.study
            .records
            .codes
            .keys()
            .filter_map(|id| Some((id, *shown.get(self.study.resolve_code(id)?)?)))
            .collect()
    }
}

/// Two codings of one passage, code and coder are one.
fn is_same(a: &Line, b: &Line) -> bool {
    a.code == b.code && a.coding.coder == b.coding.coder && a.standing == b.standing
}

/// Joins a later coding into the first: memos by a line feed, what the first leaves open from the later.
fn join(first: &mut Line, later: &Line) {
    let mut into = Box::new((*first.coding).clone());
    if !later.coding.memo.is_empty() {
        if !into.memo.is_empty() {
            into.memo.push('\n');
        }
        into.memo.push_str(&later.coding.memo);
    }
    into.strength = into.strength.or(later.coding.strength);
    into.starred |= later.coding.starred;
    for (scenario, polarity) in &later.coding.polarities {
        let joined = match into.polarities.get(scenario) {
            Some(own) => polarity_of([*own, *polarity]),
            None => *polarity,
        };
        into.polarities.insert(scenario.clone(), joined);
    }
    first.coding = Joined::Several(into);
}

/// The polarity of a group: any mixed, or both for and against, is mixed; else for, else against, else neutral.
pub fn polarity_of(group: impl IntoIterator<Item = Polarity>) -> Polarity {
    let (mut supports, mut contradicts) = (false, false);
    for polarity in group {
        match polarity {
            Polarity::Supports => supports = true,
            Polarity::Contradicts => contradicts = true,
            Polarity::Mixed => (supports, contradicts) = (true, true),
            Polarity::Neutral => {}
        }
    }
    match (supports, contradicts) {
        (true, true) => Polarity::Mixed,
        (true, false) => Polarity::Supports,
        (false, true) => Polarity::Contradicts,
        (false, false) => Polarity::Neutral,
    }
}

fn sources<'a>(study: &'a Study, people: &People<'a>) -> Vec<Source<'a>> {
    let mut versions: HashMap<&DocumentId, Vec<(u32, &VersionId)>> = HashMap::new();
    for (id, version) in &study.records.versions {
        versions
            .entry(&version.document)
            .or_default()
            .push((version.number, id));
    }
    let mut list: Vec<Source> = study
        .records
        .documents
        .iter()
        .filter_map(|(id, record)| {
            let interview = match &record.session {
                None => None,
                Some(session) => {
                    let place = people.place(session)?;
                    let withdrawn = people.interviews.get(place)?.consent == Consent::Withdrawn;
                    if withdrawn {
                        return None;
                    }
                    Some(place)
                }
            };
            let mut own = versions.remove(id).unwrap_or_default();
            own.sort_unstable();
            Some(Source {
                id,
                record,
                interview,
                versions: own.into_iter().map(|(_, id)| id).collect(),
            })
        })
        .collect();
    list.sort_by(|a, b| {
        let key = |source: &Source| source.interview.unwrap_or(usize::MAX);
        (key(a), &a.record.key, a.id).cmp(&(key(b), &b.record.key, b.id))
    });
    list
}

/// What is known of a passage.
struct Spot<'a> {
    position: Position,
    words: Words<'a>,
    interview: Option<usize>,
    who: Who,
    quotable: bool,
    verbatim: bool,
    chars: usize,
}

/// The speakers of one version, and who they are.
struct Voices {
    turns: Option<Arc<TurnIndex>>,
    people: Vec<Who>,
    nameless: Who,
}

/// Finds passages: what lies where, who says it, whether it may be counted and quoted.
struct Places<'c, 'a> {
    counted: &'c Counted<'a>,
    context: &'c Context<'c>,
    /// Version → document and place among its versions.
    versions: HashMap<&'a VersionId, (usize, usize)>,
    voices: HashMap<&'a VersionId, Voices>,
    notes: HashMap<&'a NoteId, u32>,
}

impl<'c, 'a> Places<'c, 'a> {
    fn of(counted: &'c Counted<'a>, context: &'c Context<'c>) -> Self {
        let versions = counted
            .documents
            .iter()
            .enumerate()
            .flat_map(|(document, source)| {
                source
                    .versions
                    .iter()
                    .enumerate()
                    .map(move |(at, version)| (*version, (document, at)))
            })
            .collect();
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
            voices: HashMap::new(),
            notes,
        }
    }

    /// `None` where the passage is gone: what held it was removed, or withdrawn.
    fn spot(&mut self, passage: &'a Passage) -> Option<Spot<'a>> {
        match passage {
            Passage::Note(id) => self.note(id),
            Passage::Text(text) => self.text(text),
        }
    }

    fn note(&self, id: &'a NoteId) -> Option<Spot<'a>> {
        let (id, note) = self.counted.study.records.notes.get_key_value(id)?;
        let at = self.counted.people.place(&note.session)?;
        let interview = self.counted.people.interviews.get(at)?;
        if interview.consent == Consent::Withdrawn {
            return None;
        }
        let who = nameless(interview);
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
            quotable: may_quote(interview, [who]),
            verbatim: note.kind == NoteKind::Verbatim,
            chars: note.text.chars().count(),
        })
    }

    fn text(&mut self, passage: &'a TextPassage) -> Option<Spot<'a>> {
        let counted = self.counted;
        let (version, &(document, at)) = self.versions.get_key_value(&passage.version)?;
        let version: &'a VersionId = version;
        let source = counted.documents.get(document)?;
        let (mut start, mut end, mut rank) = (passage.start, passage.end, at);
        let newest = source.versions.len().saturating_sub(1);
        if at != newest
            && let Some(to) = source.versions.get(newest)
            && let Some((s, e)) = carry(self.context, passage, to)
        {
            (start, end, rank) = (s, e, newest);
        }
        let mut spot = Spot {
            position: Position {
                interview: source.interview.unwrap_or(usize::MAX),
                document: document + 1,
                start,
                end,
                version: rank,
            },
            words: Words::Text(document, passage),
            interview: source.interview,
            who: Who::Unknown,
            quotable: true,
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
        let voices = self
            .voices
            .entry(version)
            .or_insert_with(|| voices(interview, version, context));
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
        spot.quotable = match &voices.turns {
            Some(_) => may_quote(interview, said_by()),
            None => may_quote(interview, [voices.nameless]),
        };
        Some(spot)
    }
}

/// Who says what carries no name: the only participant, else somebody unknown.
fn nameless(interview: &Interview) -> Who {
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
fn may_quote(interview: &Interview, said_by: impl IntoIterator<Item = Who>) -> bool {
    let forbids =
        |person: &Person| matches!(person.record.consent, Consent::NoQuote | Consent::Withdrawn);
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

/// Where the words of an older version stand in the newest: at the same place, else at the only place that holds them.
fn carry(context: &Context, passage: &TextPassage, newest: &VersionId) -> Option<(u32, u32)> {
    let old = context.texts.text(&passage.version)?;
    let new = context.texts.text(newest)?;
    let quote = old
        .text()
        .get(passage.span())
        .filter(|quote| !quote.is_empty())?;
    if new.text().get(passage.span()) == Some(quote) {
        return Some((passage.start, passage.end));
    }
    let first = new.text().find(quote)?;
    if new.text().rfind(quote)? != first {
        return None;
    }
    Some((
        u32::try_from(first).ok()?,
        u32::try_from(first + quote.len()).ok()?,
    ))
}
