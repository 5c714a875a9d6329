//! What counts: every coding with its excerpt, its speaker and whether it is counted, read once for all tables.

use super::people::{Interview, People, Person};
pub use super::places::who_of;
use super::places::{Places, Position};
use super::{Context, Keys};
use crate::study::Study;
use crate::study::codebook::Code;
use crate::study::coding::{Coding, TextPassage};
use crate::study::document::Document;
use crate::study::id::{CodeId, CodingId, DocumentId, NoteId, ScenarioId, VersionId};
use crate::study::settings::Scenario;
use crate::study::word::{Consent, Polarity};
use std::collections::{HashMap, HashSet};

/// Who says a passage.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
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
    /// In a document: its place in [`Counted::documents`], and the passage that counts ([`Study::passage_now`]).
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
    /// Whether nobody forbids it, but somebody was not asked: enough for the study's owner, not for others.
    pub unasked: bool,
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

struct Found<'a> {
    position: Position,
    code_rank: usize,
    line: Line<'a>,
}

impl<'a> Counted<'a> {
    /// For others than the study's owner: nobody is quoted who was not asked.
    pub fn leave_out_the_unasked(&mut self) {
        for line in &mut self.lines {
            line.quotable &= !line.unasked;
        }
    }

    /// Reads a study. A document's text is read once for its speakers (see [`super::TurnCache`]).
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
            let Some(spot) = places.spot(study.passage_now(coding)) else {
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
                    unasked: spot.unasked,
                    verbatim: spot.verbatim,
                    chars: spot.chars,
                },
            });
        }
        // what is put in order is small; the lines themselves are moved once
        let mut order: Vec<(Position, usize, usize)> = found
            .iter()
            .enumerate()
            .map(|(at, one)| (one.position, one.code_rank, at))
            .collect();
        order.sort_unstable_by(|a, b| {
            let rest = |at: usize| {
                let line = &found.get(at)?.line;
                Some((line.coding.coder.as_str(), line.standing, line.id))
            };
            (a.0, a.1)
                .cmp(&(b.0, b.1))
                .then_with(|| rest(a.2).cmp(&rest(b.2)))
        });
        let mut found: Vec<Option<Found>> = found.into_iter().map(Some).collect();
        let found = order
            .into_iter()
            .filter_map(|(.., at)| found.get_mut(at).and_then(Option::take));
        let mut lines: Vec<Line> = Vec::with_capacity(study.records.codings.len());
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
    into.rank = [into.rank, later.coding.rank].into_iter().flatten().min();
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
