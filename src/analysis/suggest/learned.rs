//! What a study's codings and its codebook have taught so far. A coding more or less is learnt by itself.

use super::passage::look;
use super::words::words;
use crate::study::codebook::Code;
use crate::study::coding::{Coding, Passage};
use crate::study::document::Texts;
use crate::study::exclusion::Exclusion;
use crate::study::guide::Plan;
use crate::study::id::{
    CodeId, CodingId, ExclusionId, GuideId, NoteId, ParticipantId, SessionId, VersionId,
};
use crate::study::word::{Consent, Origin};
use crate::study::{Hidden, Speaker, Study};
use jiff::Timestamp;
use std::collections::{BTreeMap, HashMap, HashSet};
use std::ops::Range;

/// What a word of a code's definition, or of what it includes, weighs: as much as that many codings with the word.
const IN_DEFINITION: f64 = 4.0;
/// What a word of a code's name weighs beside that.
const IN_LABEL: f64 = 8.0;

/// A number by code.
pub(super) type ByCode<T> = HashMap<u32, T>;

/// What is known of a word.
#[derive(Debug, Clone, Default)]
pub(super) struct Stem {
    /// Codings whose passage has it.
    pub(super) said: ByCode<u32>,
    /// Codings before whose passage somebody asked it.
    pub(super) asked: ByCode<u32>,
    /// Its weight in the codebook.
    pub(super) written: ByCode<f64>,
    /// Codings that have it, of any code.
    pub(super) uses: u32,
}

/// A code, and how often it was put.
#[derive(Debug, Clone)]
pub(super) struct Known {
    pub(super) id: CodeId,
    /// The code above it.
    pub(super) parent: Option<u32>,
    /// Whether it is a heading: others stand below it.
    pub(super) heading: bool,
    /// Whether the codebook still has it.
    pub(super) there: bool,
    /// Codings with it.
    pub(super) uses: u32,
}

/// Where a coding is.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(super) enum Ground {
    Text(VersionId),
    Note(NoteId),
}

/// A coding that was learnt.
#[derive(Debug, Clone)]
pub(super) struct Lesson {
    pub(super) code: u32,
    pub(super) coder: u32,
    pub(super) ground: u32,
    pub(super) span: Range<u32>,
    coded_at: Option<Timestamp>,
    /// Of a note, its text: it may be edited.
    print: u64,
    said: Box<[u32]>,
    asked: Box<[u32]>,
}

/// A question of the guide, and the codes it may bring.
#[derive(Debug, Clone)]
pub(super) struct Question {
    pub(super) key: String,
    pub(super) stems: Vec<u32>,
    pub(super) codes: Vec<u32>,
}

/// What lessons rest on besides the codings: when it changes all is learnt anew.
#[derive(Debug, Clone, Default, PartialEq)]
struct Basis {
    exclusions: BTreeMap<ExclusionId, Exclusion>,
    withdrawn: Vec<ParticipantId>,
    guide: Option<(GuideId, String)>,
}

/// The text that a passage is of; none for a note.
fn version(passage: &Passage) -> Option<&VersionId> {
    match passage {
        Passage::Text(text) => Some(&text.version),
        Passage::Note(_) => None,
    }
}

/// What a study's codings and its codebook have taught so far.
#[derive(Debug, Clone, Default)]
pub struct Learned {
    stem_at: HashMap<String, u32>,
    pub(super) stems: Vec<Stem>,
    code_at: HashMap<CodeId, u32>,
    pub(super) codes: Vec<Known>,
    codebook: BTreeMap<CodeId, Code>,
    /// Codes and codings that words were learnt from.
    pub(super) n: u32,
    n_written: u32,
    coder_at: HashMap<String, u32>,
    ground_at: HashMap<Ground, u32>,
    /// Codings by where they are.
    pub(super) on: Vec<Vec<CodingId>>,
    pub(super) lessons: BTreeMap<CodingId, Lesson>,
    /// Codes in the order they were put.
    pub(super) order: BTreeMap<(Option<Timestamp>, CodingId), u32>,
    pub(super) questions: Vec<Question>,
    basis: Basis,
}

impl Learned {
    /// The number of codings that were learnt.
    pub fn len(&self) -> usize {
        self.lessons.len()
    }

    /// Whether no coding was learnt.
    pub fn is_empty(&self) -> bool {
        self.lessons.is_empty()
    }

    /// Learns what is new in a study and forgets what is gone.
    pub fn renew(&mut self, study: &Study, texts: &dyn Texts) {
        self.renew_book(study);
        let given = given(study);
        let kept: Vec<CodingId> = self.lessons.keys().cloned().collect();
        for id in kept {
            if !study.records.codings.contains_key(&id) {
                self.forget(&id);
            }
        }
        let shut = Shut::of(study);
        let mut new: Vec<(&Passage, &CodingId, &Coding, u32)> = Vec::new();
        for (id, coding) in &study.records.codings {
            let code = given.get(&coding.code).and_then(|id| self.code_at.get(*id));
            // what a rule made teaches nothing before somebody has reviewed it
            let reviewed = coding.origin != Origin::Auto;
            let Some(code) = code.copied().filter(|_| reviewed) else {
                self.forget(id);
                continue;
            };
            if let Some(lesson) = self.lessons.get(id)
                && self.is_still(study, lesson, coding, code)
            {
                continue;
            }
            self.forget(id);
            new.push((study.passage_now(coding), id, coding, code));
        }
        // text by text, so that each is read once and need not be kept
        new.sort_by_key(|(passage, id, ..)| (version(passage), *id));
        for (passage, id, coding, code) in new {
            if !shut.hides(study, texts, passage) {
                self.learn(study, texts, id, coding, code);
            }
        }
    }

    /// Codebook and guide alone, no coding: where a replay begins.
    pub(super) fn renew_book(&mut self, study: &Study) {
        let basis = Basis::of(study);
        if self.basis != basis {
            *self = Self {
                basis,
                ..Self::default()
            };
        } else if self.codebook == study.records.codes {
            return;
        }
        self.codebook.clone_from(&study.records.codes);
        self.read_codebook(study);
        self.read_guide(study);
    }

    /// Learns one coding of a study.
    pub(super) fn learn_one(
        &mut self,
        study: &Study,
        texts: &dyn Texts,
        id: &CodingId,
        coding: &Coding,
    ) {
        let code = study.resolve_code(&coding.code);
        if let Some(code) = code.and_then(|code| self.code_at.get(code)).copied() {
            self.learn(study, texts, id, coding, code);
        }
    }

    fn is_still(&self, study: &Study, lesson: &Lesson, coding: &Coding, code: u32) -> bool {
        let (ground, span, print) = place(study, study.passage_now(coding));
        lesson.code == code
            && lesson.span == span
            && lesson.print == print
            && lesson.coded_at == coding.coded_at
            && self.ground_at.get(&ground) == Some(&lesson.ground)
            && self.coder_at.get(&coding.coder) == Some(&lesson.coder)
    }

    fn learn(
        &mut self,
        study: &Study,
        texts: &dyn Texts,
        id: &CodingId,
        coding: &Coding,
        code: u32,
    ) {
        let Some(seen) = look(study, texts, study.passage_now(coding)) else {
            return;
        };
        let said = self.numbers(seen.said.list.into_iter().map(|word| word.stem));
        let asked = self.numbers(seen.asked.list.into_iter().map(|word| word.stem));
        for stem in &said {
            let stem = &mut self.stems[*stem as usize];
            *stem.said.entry(code).or_default() += 1;
            stem.uses += 1;
        }
        for stem in &asked {
            let asked = &mut self.stems[*stem as usize].asked;
            *asked.entry(code).or_default() += 1;
        }
        self.codes[code as usize].uses += 1;
        self.n += 1;
        let (ground, span, print) = place(study, study.passage_now(coding));
        let grounds = self.ground_at.len();
        let ground = *self.ground_at.entry(ground).or_insert(grounds as u32);
        self.on.resize(self.ground_at.len(), Vec::new());
        self.on[ground as usize].push(id.clone());
        let coders = self.coder_at.len();
        let coder = self.coder_at.entry(coding.coder.clone());
        let coder = *coder.or_insert(coders as u32);
        self.order.insert((coding.coded_at, id.clone()), code);
        self.lessons.insert(
            id.clone(),
            Lesson {
                code,
                coder,
                ground,
                span,
                coded_at: coding.coded_at,
                print,
                said: said.into(),
                asked: asked.into(),
            },
        );
    }

    /// Forgets one coding.
    pub(super) fn forget(&mut self, id: &CodingId) {
        let Some(lesson) = self.lessons.remove(id) else {
            return;
        };
        for stem in &lesson.said {
            let stem = &mut self.stems[*stem as usize];
            less(&mut stem.said, lesson.code);
            stem.uses -= 1;
        }
        for stem in &lesson.asked {
            less(&mut self.stems[*stem as usize].asked, lesson.code);
        }
        self.codes[lesson.code as usize].uses -= 1;
        self.n -= 1;
        self.on[lesson.ground as usize].retain(|other| other != id);
        self.order.remove(&(lesson.coded_at, id.clone()));
    }

    /// Stems as numbers, each once.
    fn numbers(&mut self, stems: impl IntoIterator<Item = String>) -> Vec<u32> {
        let mut numbers: Vec<u32> = stems.into_iter().map(|stem| self.number(stem)).collect();
        numbers.sort_unstable();
        numbers.dedup();
        numbers
    }

    fn number(&mut self, stem: String) -> u32 {
        let next = self.stems.len() as u32;
        let number = *self.stem_at.entry(stem).or_insert(next);
        if number == next {
            self.stems.push(Stem::default());
        }
        number
    }

    /// What is known of a word.
    pub(super) fn stem(&self, stem: &str) -> Option<(u32, &Stem)> {
        let number = *self.stem_at.get(stem)?;
        Some((number, self.stems.get(number as usize)?))
    }

    pub(super) fn coder(&self, coder: &str) -> Option<u32> {
        self.coder_at.get(coder).copied()
    }

    /// The codings on what holds a passage, and its span there.
    pub(super) fn codings_on(&self, study: &Study, passage: &Passage) -> (&[CodingId], Range<u32>) {
        let (ground, span, _) = place(study, passage);
        let at = self.ground_at.get(&ground);
        let list = at.and_then(|at| self.on.get(*at as usize));
        (list.map_or(&[], Vec::as_slice), span)
    }

    /// Reads the codebook: every code a number, which it keeps, and the words it is explained by.
    fn read_codebook(&mut self, study: &Study) {
        for stem in &mut self.stems {
            stem.written.clear();
        }
        for code in &mut self.codes {
            (code.there, code.heading, code.parent) = (false, false, None);
        }
        let codes = study.codes();
        for (id, ..) in &codes {
            let next = self.codes.len() as u32;
            let at = *self.code_at.entry((*id).clone()).or_insert(next);
            if at == next {
                self.codes.push(Known {
                    id: (*id).clone(),
                    parent: None,
                    heading: false,
                    there: true,
                    uses: 0,
                });
            }
            self.codes[at as usize].there = true;
        }
        for (id, code, _) in &codes {
            let Some(at) = self.code_at.get(*id).copied() else {
                continue;
            };
            let parent = code.parent.as_ref().and_then(|id| study.resolve_code(id));
            let parent = parent.and_then(|id| self.code_at.get(id)).copied();
            self.codes[at as usize].parent = parent.filter(|parent| *parent != at);
            if let Some(parent) = self.codes[at as usize].parent {
                self.codes[parent as usize].heading = true;
            }
            let labels: Vec<&str> = code.labels.values().map(String::as_str).collect();
            let labels = labels.join(" ");
            let all = [&labels, &code.definition, &code.include].map(String::as_str);
            for (text, weight) in [(all.join(" "), IN_DEFINITION), (labels, IN_LABEL)] {
                for stem in self.numbers(words(&text).map(|word| word.stem)) {
                    let written = &mut self.stems[stem as usize].written;
                    *written.entry(at).or_default() += weight;
                }
            }
        }
        self.n = self.n - self.n_written + codes.len() as u32;
        self.n_written = codes.len() as u32;
    }

    fn read_guide(&mut self, study: &Study) {
        let plan = study.newest_guide();
        let plan = plan.and_then(|(_, guide)| Plan::parse(&guide.source).ok());
        let by_key: HashMap<String, u32> = study
            .codes()
            .into_iter()
            .filter_map(|(id, code, _)| Some((code.key.clone(), *self.code_at.get(id)?)))
            .collect();
        self.questions.clear();
        for question in plan.iter().flat_map(Plan::questions) {
            let codes: Vec<u32> = question
                .codes
                .iter()
                .filter_map(|key| by_key.get(key).copied())
                .collect();
            if codes.is_empty() {
                continue;
            }
            let text = format!("{} {}", question.text, question.followups.join(" "));
            let stems = self.numbers(words(&text).map(|word| word.stem));
            self.questions.push(Question {
                key: question.key.clone(),
                stems,
                codes,
            });
        }
    }
}

impl Basis {
    fn of(study: &Study) -> Self {
        let withdrawn = study.records.participants.iter();
        let withdrawn = withdrawn.filter(|(_, who)| who.consent == Consent::Withdrawn);
        Self {
            exclusions: study.records.exclusions.clone(),
            withdrawn: withdrawn.map(|(id, _)| id.clone()).collect(),
            guide: study
                .newest_guide()
                .map(|(id, guide)| (id.clone(), guide.source.clone())),
        }
    }
}

/// The code that each given one stands for.
fn given(study: &Study) -> HashMap<&CodeId, &CodeId> {
    let codes = study.records.codes.keys();
    codes
        .filter_map(|id| Some((id, study.resolve_code(id)?)))
        .collect()
}

fn less(counts: &mut ByCode<u32>, code: u32) {
    if let Some(count) = counts.get_mut(&code) {
        *count -= 1;
        if *count == 0 {
            counts.remove(&code);
        }
    }
}

/// Where a passage is: what holds it, its bytes, and of a note what it says.
fn place(study: &Study, passage: &Passage) -> (Ground, Range<u32>, u64) {
    match passage {
        Passage::Text(text) => (Ground::Text(text.version.clone()), text.start..text.end, 0),
        Passage::Note(id) => {
            use std::hash::{DefaultHasher, Hash, Hasher};
            let mut hasher = DefaultHasher::new();
            if let Some(note) = study.records.notes.get(id) {
                (&note.text, &note.question).hash(&mut hasher);
            }
            (Ground::Note(id.clone()), 0..1, hasher.finish())
        }
    }
}

/// What nothing is learnt from: what is left out, and the words of whoever withdrew.
pub(super) struct Shut<'a> {
    hidden: Hidden<'a>,
    /// Interviews in which somebody withdrew.
    touched: HashSet<&'a SessionId>,
}

impl<'a> Shut<'a> {
    pub(super) fn of(study: &'a Study) -> Self {
        let people = study.records.participants.values();
        let withdrawn = people.filter(|who| who.consent == Consent::Withdrawn);
        Self {
            hidden: Hidden::of(study),
            touched: withdrawn.map(|who| &who.session).collect(),
        }
    }

    pub(super) fn hides(&self, study: &Study, texts: &dyn Texts, passage: &Passage) -> bool {
        let Some(session) = study.session_of_passage(passage) else {
            return false;
        };
        if !self.hidden.is_empty(session) && self.hidden.passage(study, texts, passage) {
            return true;
        }
        if !self.touched.contains(session) {
            return false;
        }
        let speaker = match passage {
            Passage::Note(_) => return study.session_consent(session) == Consent::Withdrawn,
            Passage::Text(text) => texts.text(&text.version).and_then(|words| {
                let turn = words.turn_at(text.start as usize)?;
                words.turns().get(turn)?.speaker.clone()
            }),
        };
        match study.speaker(session, speaker.as_deref()) {
            Speaker::Participant(id) => {
                let who = study.records.participants.get(id);
                who.is_some_and(|who| who.consent == Consent::Withdrawn)
            }
            Speaker::Interviewer(_) | Speaker::Unknown => {
                study.session_consent(session) == Consent::Withdrawn
            }
        }
    }
}
