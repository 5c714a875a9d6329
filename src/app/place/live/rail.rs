//! The guide as it stands in the call: what was asked, what is left, what each section took.

use super::answer::cards;
use crate::i18n::Message;
use crate::study::Study;
use crate::study::answer::WHOLE;
use crate::study::figure::{Figure, figure};
use crate::study::guide::{AnswerView, Plan, Question, QuestionKind};
use crate::study::id::SessionId;
use crate::study::people::INTERVIEWER;
use crate::study::session::Answer;
use crate::study::word::AnswerState;
use std::collections::{BTreeMap, HashMap, HashSet};

/// What became of a question, as the rail shows it.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Sign {
    /// Nothing yet.
    #[default]
    Blank,
    /// Asked.
    Asked,
    /// Asked in part.
    Partly,
    /// Left out.
    NotAsked,
    /// Refused.
    Refused,
    /// They do not know.
    Unknown,
    /// It does not apply.
    NotApplicable,
}

impl Sign {
    /// One column.
    pub const fn glyph(self) -> &'static str {
        match self {
            Self::Blank => " ",
            Self::Asked => "✓",
            Self::Partly => "…",
            Self::NotAsked => "○",
            Self::Refused => "×",
            Self::Unknown => "?",
            Self::NotApplicable => "–",
        }
    }

    /// Whether the question was put.
    pub const fn was_put(self) -> bool {
        matches!(
            self,
            Self::Asked | Self::Partly | Self::Refused | Self::Unknown
        )
    }

    const fn of(state: AnswerState) -> Self {
        match state {
            AnswerState::Answered => Self::Asked,
            AnswerState::Partial => Self::Partly,
            AnswerState::NotAsked => Self::NotAsked,
            AnswerState::NotApplicable => Self::NotApplicable,
            AnswerState::Refused => Self::Refused,
            AnswerState::Unknown => Self::Unknown,
        }
    }
}

/// A question on the rail.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct RailQuestion {
    /// Its key.
    pub key: String,
    /// Its words.
    pub text: String,
    /// What became of it.
    pub sign: Sign,
    /// Why it is not put to this person.
    pub muted: Option<Message>,
}

/// A section on the rail.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct RailSection {
    /// Its key.
    pub key: String,
    /// Its title.
    pub title: String,
    /// Planned minutes for this role.
    pub minutes: f64,
    /// Its questions.
    pub questions: Vec<RailQuestion>,
}

impl RailSection {
    fn put(&self) -> impl Iterator<Item = &RailQuestion> {
        self.questions
            .iter()
            .filter(|question| question.muted.is_none() && question.sign != Sign::NotApplicable)
    }

    /// Questions that were asked, of those that are for this person.
    pub fn asked(&self) -> usize {
        self.put()
            .filter(|question| question.sign.was_put())
            .count()
    }

    /// Questions for this person.
    pub fn total(&self) -> usize {
        self.put().count()
    }

    /// Questions of which nothing is known yet.
    pub fn left(&self) -> usize {
        self.put()
            .filter(|question| question.sign == Sign::Blank)
            .count()
    }

    /// Minutes it took.
    pub fn spent(&self, spent: &BTreeMap<&str, i64>) -> f64 {
        let ms: i64 = self
            .questions
            .iter()
            .filter_map(|question| spent.get(question.key.as_str()))
            .sum();
        ms as f64 / 60_000.0
    }

    /// Whether it took longer than planned, by a minute at least.
    pub fn is_over(&self, spent: &BTreeMap<&str, i64>) -> bool {
        self.minutes > 0.0 && self.spent(spent) >= self.minutes + 1.0
    }
}

/// The guide as it stands.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Rail {
    /// Its sections.
    pub sections: Vec<RailSection>,
}

impl Rail {
    /// The guide as it stands in an interview.
    pub fn of(study: &Study, session: &SessionId, plan: &Plan) -> Self {
        let people = study.participants_of(session);
        let role = people
            .iter()
            .map(|(_, person)| person.role.as_str())
            .find(|role| *role != INTERVIEWER)
            .unwrap_or_default();
        let mut list: Vec<_> = study
            .records
            .answers
            .iter()
            .filter(|(_, answer)| answer.session == *session)
            .collect();
        list.sort_by_key(|(id, answer)| (answer.position, *id));
        let mut answers: HashMap<&str, Vec<&Answer>> = HashMap::new();
        for (_, answer) in list {
            answers.entry(&answer.question).or_default().push(answer);
        }
        let noted: HashSet<&str> = study
            .records
            .notes
            .values()
            .filter(|note| note.session == *session)
            .map(|note| note.question.as_str())
            .collect();
        let whole = |key: &str| {
            let of = answers.get(key)?;
            let answer = of.iter().rfind(|a| a.part.is_empty()).or(of.last())?;
            Some(AnswerView {
                state: answer.state,
                value: &answer.value,
            })
        };
        let n_cards = study
            .records
            .sessions
            .get(session)
            .map_or(0, |session| cards(study, session).len());
        let question = |question: &Question| {
            let given = answers
                .get(question.key.as_str())
                .map_or(&[][..], Vec::as_slice);
            let sign = match question.kind {
                QuestionKind::Attributes if given.iter().all(|a| !a.part.is_empty()) => {
                    attributes(study, session, question, given)
                }
                _ => sign(
                    question,
                    given,
                    noted.contains(question.key.as_str()),
                    n_cards,
                ),
            };
            RailQuestion {
                key: question.key.clone(),
                text: question.text.clone(),
                sign,
                muted: plan
                    .skipped(question, role, whole)
                    .map(|skip| skip.message()),
            }
        };
        Self {
            sections: plan
                .sections
                .iter()
                .map(|section| RailSection {
                    key: section.key.clone(),
                    title: section.title.clone(),
                    minutes: section.minutes_for(role),
                    questions: section.questions.iter().map(question).collect(),
                })
                .collect(),
        }
    }

    /// All questions in order.
    pub fn questions(&self) -> impl Iterator<Item = &RailQuestion> {
        self.sections.iter().flat_map(|section| &section.questions)
    }

    /// A question by key.
    pub fn question(&self, key: &str) -> Option<&RailQuestion> {
        self.questions().find(|question| question.key == key)
    }

    /// The section a question stands in.
    pub fn section_of(&self, key: &str) -> Option<&RailSection> {
        self.sections
            .iter()
            .find(|section| section.questions.iter().any(|q| q.key == key))
    }

    /// The question `by` places further that is for this person; stays where there is none.
    pub fn step(&self, from: &str, by: isize) -> Option<&RailQuestion> {
        let all: Vec<&RailQuestion> = self.questions().collect();
        let at = all.iter().position(|question| question.key == from);
        let meant = |question: &&&RailQuestion| question.muted.is_none();
        let times = by.unsigned_abs().max(1);
        let steps: Vec<&&RailQuestion> = if by < 0 {
            let before = all.get(..at.unwrap_or(0)).unwrap_or_default();
            before.iter().rev().filter(meant).collect()
        } else {
            let after = all.get(at.map_or(0, |at| at + 1)..).unwrap_or_default();
            after.iter().filter(meant).collect()
        };
        let step = steps.get(times - 1).or(steps.last());
        step.map(|question| **question)
    }

    /// Questions of which nothing is known yet.
    pub fn left(&self) -> usize {
        self.sections.iter().map(RailSection::left).sum()
    }

    /// Planned minutes of what is left: of sections that have something left, what they have not used.
    pub fn minutes_left(&self, spent: &BTreeMap<&str, i64>) -> f64 {
        self.sections
            .iter()
            .filter(|section| section.left() > 0)
            .map(|section| (section.minutes - section.spent(spent)).max(0.0))
            .sum()
    }
}

/// What became of a question, from its answers and whether something was noted under it.
fn sign(question: &Question, answers: &[&Answer], noted: bool, n_cards: usize) -> Sign {
    if answers.is_empty() {
        let by_notes = matches!(
            question.kind,
            QuestionKind::Open | QuestionKind::Incident | QuestionKind::Script
        );
        return match (noted, by_notes) {
            (false, _) => Sign::Blank,
            (true, true) => Sign::Asked,
            (true, false) => Sign::Partly,
        };
    }
    let answered = answers
        .iter()
        .filter(|answer| answer.state == AnswerState::Answered)
        .count();
    let said = answers
        .iter()
        .any(|answer| matches!(answer.state, AnswerState::Answered | AnswerState::Partial));
    if !said {
        // The last one that says something counts.
        let last = answers
            .iter()
            .rev()
            .find(|a| a.state != AnswerState::NotAsked);
        return Sign::of(last.map_or(AnswerState::NotAsked, |answer| answer.state));
    }
    let whole = match question.kind {
        QuestionKind::Rating if question.scenario.is_empty() && n_cards > 0 => {
            answers.len() >= n_cards && answers.iter().all(|a| a.state != AnswerState::Partial)
        }
        QuestionKind::Allocation => {
            let sum: f64 = answers
                .iter()
                .filter_map(|answer| match figure(&answer.value) {
                    Some(Figure::One(share)) => Some(share),
                    _ => None,
                })
                .sum();
            (sum - WHOLE).abs() < 0.5
        }
        QuestionKind::Incident => {
            let parts = answers.iter().filter(|answer| !answer.part.is_empty());
            parts.clone().count() == 0 || parts.count() >= question.parts().len()
        }
        QuestionKind::List => answered > 0,
        _ => answers.iter().all(|a| a.state != AnswerState::Partial),
    };
    if whole { Sign::Asked } else { Sign::Partly }
}

/// A question that fills attributes is answered as far as they are filled, or known to stay without a value.
fn attributes(study: &Study, session: &SessionId, question: &Question, given: &[&Answer]) -> Sign {
    let people = study.participants_of(session);
    let asked = people.iter().find(|(_, p)| p.role != INTERVIEWER);
    let settled = |key: &str| {
        given.iter().any(|answer| {
            answer.part == key
                && !matches!(answer.state, AnswerState::NotAsked | AnswerState::Partial)
        })
    };
    let wanted: Vec<_> = study
        .attributes()
        .into_iter()
        .filter(|(_, a)| question.options.is_empty() || question.option(&a.key).is_some())
        .collect();
    let filled = wanted
        .iter()
        .filter(|(id, attribute)| {
            asked.is_some_and(|(_, person)| study.attribute_of(person, id).is_some())
                || settled(&attribute.key)
        })
        .count();
    match filled {
        0 if given.is_empty() => Sign::Blank,
        n if n < wanted.len() => Sign::Partly,
        _ => Sign::Asked,
    }
}
