//! What is still open before an interview ends: what was to be followed up, what has no evidence yet, what the counts
//! amount to. Read while the call runs, so it opens no text: every coding that is not withdrawn, nor left out as a note, is
//! evidence here; the tables of [`super`] look closer.

use crate::study::Study;
use crate::study::figure::{Figure, figure};
use crate::study::guide::{Plan, QuestionKind};
use crate::study::hidden::Hidden;
use crate::study::id::{CodeId, NoteId, ScenarioId, SessionId};
use crate::study::people::INTERVIEWER;
use crate::study::session::Answer;
use crate::study::word::{AnswerState, Consent, YesNo};
use std::collections::{BTreeMap, BTreeSet, HashSet};

/// Something that has no evidence yet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bare<Id> {
    /// The code or the scenario.
    pub id: Id,
    /// None in the whole study either.
    pub nowhere: bool,
}

/// A count, added up over the interviews that gave a number.
#[derive(Debug, Clone, PartialEq)]
pub struct Sum {
    /// The question's key.
    pub question: String,
    /// What is counted; the question's words where it has no unit.
    pub unit: String,
    /// The sum. Ranges are in no sum.
    pub total: f64,
    /// Interviews it comes from.
    pub interviews: usize,
    /// Whether this interview is one of them.
    pub here: bool,
}

/// What is still open in an interview.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct BeforeEnd {
    /// Notes that are to be followed up, in order.
    pub follow_ups: Vec<NoteId>,
    /// Codes the guide hopes for that have no evidence in this interview, and whole branches of the codebook (by their
    /// highest code) that have none in the study.
    pub codes: Vec<Bare<CodeId>>,
    /// Scenarios without evidence in this interview.
    pub scenarios: Vec<Bare<ScenarioId>>,
    /// Counts of the guide that somebody answered with a number.
    pub sums: Vec<Sum>,
    /// What the guide asks at the end, where it was not asked yet: which passages stay out.
    pub closing: Option<String>,
}

/// Reads what is still open in an interview.
pub fn before_end(study: &Study, session: &SessionId, plan: Option<&Plan>) -> BeforeEnd {
    let hidden = Hidden::of(study);
    let notes = study.notes_of(session);
    let open = notes
        .iter()
        .filter(|(_, note)| note.flags.iter().any(|flag| flag == "follow-up"));
    let (codes, scenarios) = bare(study, session, plan, &hidden);
    let closing = plan
        .and_then(|plan| plan.consent.as_ref())
        .map(|form| form.closing.clone())
        .filter(|words| !words.is_empty());
    let people = study.participants_of(session);
    let mut asked = people.iter().filter(|(_, one)| one.role != INTERVIEWER);
    BeforeEnd {
        follow_ups: open
            .filter(|(id, note)| !hidden.note(id, note))
            .map(|(id, _)| (*id).clone())
            .collect(),
        codes,
        scenarios,
        sums: plan.map_or_else(Vec::new, |plan| sums(study, session, plan)),
        closing: closing.filter(|_| !asked.any(|(_, one)| one.closing != YesNo::Unknown)),
    }
}

/// Codes and scenarios without evidence.
fn bare(
    study: &Study,
    session: &SessionId,
    plan: Option<&Plan>,
    hidden: &Hidden<'_>,
) -> (Vec<Bare<CodeId>>, Vec<Bare<ScenarioId>>) {
    let (mut here, mut anywhere) = (BTreeSet::new(), BTreeSet::new());
    let (mut cards_here, mut cards_anywhere) = (BTreeSet::new(), BTreeSet::new());
    for coding in study.records.codings.values() {
        let Some(of) = study.session_of_passage(&coding.passage) else {
            continue;
        };
        let note = match &coding.passage {
            crate::study::coding::Passage::Note(id) => Some(id),
            crate::study::coding::Passage::Text(_) => None,
        };
        let left_out = note.is_some_and(|id| {
            let note = study.records.notes.get(id);
            note.is_some_and(|note| hidden.note(id, note))
        });
        if left_out || study.session_consent(of) == Consent::Withdrawn {
            continue;
        }
        // A code's evidence is also that of the codes above it.
        let mut at = study.resolve_code(&coding.code);
        while let Some(id) = at {
            let new = anywhere.insert(id);
            if !((of == session && here.insert(id)) || new) {
                break;
            }
            let parent = study.records.codes.get(id).and_then(|c| c.parent.as_ref());
            at = parent.and_then(|parent| study.resolve_code(parent));
        }
        for scenario in coding.polarities.keys() {
            cards_anywhere.insert(scenario);
            if of == session {
                cards_here.insert(scenario);
            }
        }
    }
    let hoped: HashSet<&str> = plan
        .into_iter()
        .flat_map(Plan::questions)
        .flat_map(|question| question.codes.iter().map(String::as_str))
        .collect();
    let mut codes = Vec::new();
    // Depth of the branch without evidence that is being passed through: its head stands for all of it.
    let mut inside: Option<usize> = None;
    for (id, code, depth) in study.codes() {
        if inside.is_some_and(|head| depth <= head) {
            inside = None;
        }
        let nowhere = !anywhere.contains(id);
        let head = nowhere && inside.is_none();
        if head {
            inside = Some(depth);
        }
        if head || (hoped.contains(code.key.as_str()) && !here.contains(id)) {
            codes.push(Bare {
                id: id.clone(),
                nowhere,
            });
        }
    }
    let scenarios = study
        .scenarios()
        .into_iter()
        .filter(|(id, _)| !cards_here.contains(id))
        .map(|(id, _)| Bare {
            id: id.clone(),
            nowhere: !cards_anywhere.contains(id),
        })
        .collect();
    (codes, scenarios)
}

/// The counts of the guide over all interviews that are not withdrawn: the last answer of each counts.
fn sums(study: &Study, session: &SessionId, plan: &Plan) -> Vec<Sum> {
    let mut last: BTreeMap<(&str, &SessionId), (i64, &Answer)> = BTreeMap::new();
    for answer in study.records.answers.values() {
        if !answer.part.is_empty() || answer.scenario.is_some() {
            continue;
        }
        let slot = last
            .entry((&answer.question, &answer.session))
            .or_insert((answer.position, answer));
        if slot.0 <= answer.position {
            *slot = (answer.position, answer);
        }
    }
    let counts = plan
        .questions()
        .filter(|question| question.kind == QuestionKind::Count);
    counts
        .filter_map(|question| {
            let given = last.iter().filter(|((key, of), (_, answer))| {
                *key == question.key
                    && answer.state == AnswerState::Answered
                    && study.session_consent(of) != Consent::Withdrawn
            });
            let mut sum = Sum {
                question: question.key.clone(),
                unit: if question.unit.is_empty() {
                    question.text.clone()
                } else {
                    question.unit.clone()
                },
                total: 0.0,
                interviews: 0,
                here: false,
            };
            for ((_, of), (_, answer)) in given {
                if let Some(Figure::One(number)) = figure(&answer.value) {
                    sum.total += number;
                    sum.interviews += 1;
                    sum.here |= *of == session;
                }
            }
            (sum.interviews > 0).then_some(sum)
        })
        .collect()
}
