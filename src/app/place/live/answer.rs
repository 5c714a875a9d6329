//! An answer being typed: in one slot, or in one for each card, part, field or attribute.

use crate::app::entry::Entry;
use crate::i18n::Message;
use crate::message;
use crate::study::answer::{self, Fault, Read, WHOLE};
use crate::study::edit::{self, Typed, answers_to};
use crate::study::guide::{Question, QuestionKind};
use crate::study::id::{AttributeId, ScenarioId, SessionId};
use crate::study::people::INTERVIEWER;
use crate::study::session::Session;
use crate::study::word::{AnswerState, AttributeKind};
use crate::study::{Study, label};
use crate::text::fold::fold;
use serde::{Deserialize, Serialize};

/// Where one value goes, and what was typed for it.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Slot {
    /// Part of an allocation or an incident, `item.field` of a list.
    pub part: String,
    /// The scenario that is rated.
    pub scenario: Option<ScenarioId>,
    /// The attribute that is filled.
    pub attribute: Option<AttributeId>,
    /// What was typed.
    pub text: String,
}

/// An answer being typed.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Asking {
    /// Key of the question.
    pub question: String,
    /// Its slots, in order.
    pub slots: Vec<Slot>,
    /// The slot in hand.
    pub at: usize,
    /// Time of the first key, milliseconds of the call.
    pub t_ms: Option<i64>,
}

/// An answer being typed, with the cursor in its slot.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Answering {
    asking: Asking,
    /// What is typed in the slot in hand.
    pub entry: Entry,
}

/// What is said of what is typed, beside it.
#[derive(Debug, Clone, PartialEq)]
pub struct Remark {
    /// In words.
    pub words: Message,
    /// Whether it cannot be an answer.
    pub bad: bool,
}

/// The scenarios in the order in which their cards are shown in an interview.
pub fn cards(study: &Study, session: &Session) -> Vec<ScenarioId> {
    let all: Vec<ScenarioId> = study
        .scenarios()
        .into_iter()
        .map(|(id, _)| id.clone())
        .collect();
    let shown = session.scenario_order.iter().filter(|id| all.contains(id));
    let mut order: Vec<ScenarioId> = shown.cloned().collect();
    order.extend(
        all.iter()
            .filter(|id| !order.contains(id))
            .cloned()
            .collect::<Vec<_>>(),
    );
    order
}

/// Where answers to a question go; of a list, the fields of its next item.
fn slots(study: &Study, id: &SessionId, question: &Question) -> Vec<Slot> {
    let part = |part: String| Slot {
        part,
        ..Slot::default()
    };
    let scenario = study
        .scenario_by_key(&question.scenario)
        .map(|(id, _)| id.clone());
    match question.kind {
        QuestionKind::Rating if scenario.is_none() => study
            .records
            .sessions
            .get(id)
            .map(|session| cards(study, session))
            .unwrap_or_default()
            .into_iter()
            .map(|scenario| Slot {
                scenario: Some(scenario),
                ..Slot::default()
            })
            .collect(),
        QuestionKind::Attributes => study
            .attributes()
            .into_iter()
            .filter(|(_, attribute)| {
                question.options.is_empty() || question.option(&attribute.key).is_some()
            })
            .map(|(id, _)| Slot {
                attribute: Some(id.clone()),
                ..Slot::default()
            })
            .collect(),
        QuestionKind::List => item(question, next_item(study, id, question)),
        QuestionKind::Allocation | QuestionKind::Incident => question
            .parts()
            .into_iter()
            .map(|choice| part(choice.key))
            .collect(),
        _ => {
            // Where the answer was given without the scenario that the question names, it is met.
            let met = answers_to(study, id, &question.key)
                .into_iter()
                .any(|answer| answer.scenario.is_none() && answer.part.is_empty());
            vec![Slot {
                scenario: scenario.filter(|_| !met),
                ..Slot::default()
            }]
        }
    }
}

/// The fields of one item of a list.
fn item(question: &Question, n: usize) -> Vec<Slot> {
    let fields = question.parts();
    let part = |part: String| Slot {
        part,
        ..Slot::default()
    };
    if fields.is_empty() {
        return vec![part(n.to_string())];
    }
    fields
        .into_iter()
        .map(|field| part(format!("{n}.{}", field.key)))
        .collect()
}

fn next_item(study: &Study, id: &SessionId, question: &Question) -> usize {
    let items = answers_to(study, id, &question.key)
        .into_iter()
        .filter_map(|answer| item_of(&answer.part));
    items.max().unwrap_or(0) + 1
}

fn item_of(part: &str) -> Option<usize> {
    part.split('.').next()?.parse().ok()
}

impl Asking {
    /// Begins the answer to a question, in the first slot that has none yet.
    pub fn new(study: &Study, id: &SessionId, question: &Question) -> Self {
        let slots = slots(study, id, question);
        let at = slots
            .iter()
            .position(|slot| present(study, id, &question.key, slot, "").is_none())
            .unwrap_or(0);
        Self {
            question: question.key.clone(),
            slots,
            at,
            t_ms: None,
        }
    }

    /// Whether nothing is typed in any slot.
    pub fn is_empty(&self) -> bool {
        self.slots.iter().all(|slot| slot.text.trim().is_empty())
    }

    /// The slots in which something is typed.
    pub fn filled(&self) -> impl Iterator<Item = &Slot> {
        self.slots
            .iter()
            .filter(|slot| !slot.text.trim().is_empty())
    }
}

/// What a slot holds in the study already, in words; its state where it has no value.
pub fn present(
    study: &Study,
    id: &SessionId,
    question: &str,
    slot: &Slot,
    language: &str,
) -> Option<(AnswerState, String)> {
    if let Some(attribute) = &slot.attribute {
        let people = study.participants_of(id);
        let asked = people.iter().find(|(_, p)| p.role != INTERVIEWER);
        if let Some(data) = asked.and_then(|(_, person)| study.attribute_of(person, attribute)) {
            return Some((AnswerState::Answered, study.data_words(data, language)));
        }
        let key = &study.records.attributes.get(attribute)?.key;
        let answers = answers_to(study, id, question);
        let answer = answers.into_iter().find(|answer| answer.part == *key)?;
        return Some((answer.state, String::new()));
    }
    let answers = answers_to(study, id, question);
    let answer = answers
        .into_iter()
        .find(|answer| answer.part == slot.part && answer.scenario == slot.scenario)?;
    Some((answer.state, answer.value.clone()))
}

impl Answering {
    /// Goes on with an answer.
    pub fn new(asking: Asking) -> Self {
        let text = asking.slots.get(asking.at).map(|slot| slot.text.clone());
        Self {
            entry: Entry::new(text.unwrap_or_default()),
            asking,
        }
    }

    /// The answer as it is now.
    pub fn typed(&self) -> Asking {
        let mut asking = self.asking.clone();
        if let Some(slot) = asking.slots.get_mut(asking.at) {
            self.entry.text().clone_into(&mut slot.text);
        }
        asking
    }

    /// The question it answers.
    pub fn question(&self) -> &str {
        &self.asking.question
    }

    /// The slot in hand; its text is that of the entry.
    pub fn slot(&self) -> Option<&Slot> {
        self.asking.slots.get(self.asking.at)
    }

    /// Whether the slot in hand is the last one.
    pub fn at_last(&self) -> bool {
        self.asking.at + 1 >= self.asking.slots.len()
    }

    /// Whether there is more than one slot.
    pub fn has_several(&self) -> bool {
        self.asking.slots.len() > 1
    }

    /// The time of the first key, where nothing had been typed yet.
    pub fn stamp(&mut self, t_ms: Option<i64>) {
        if self.asking.t_ms.is_none() && self.typed().is_empty() {
            self.asking.t_ms = t_ms;
        }
    }

    /// Goes to the slot before or after, round the ends; behind the last field of a list begins the next item.
    pub fn go(&mut self, forward: bool, question: &Question) {
        self.asking = self.typed();
        let len = self.asking.slots.len().max(1);
        if forward && self.at_last() && question.kind == QuestionKind::List {
            let last = self
                .asking
                .slots
                .last()
                .and_then(|slot| item_of(&slot.part));
            if self.slot().is_some_and(|_| self.last_item_has_words()) {
                self.asking
                    .slots
                    .extend(item(question, last.unwrap_or(0) + 1));
                self.asking.at = len;
            }
        } else if forward {
            self.asking.at = (self.asking.at + 1) % len;
        } else {
            self.asking.at = (self.asking.at + len - 1) % len;
        }
        self.entry = Entry::new(
            self.slot()
                .map(|slot| slot.text.clone())
                .unwrap_or_default(),
        );
    }

    fn last_item_has_words(&self) -> bool {
        let last = self
            .asking
            .slots
            .last()
            .and_then(|slot| item_of(&slot.part));
        self.asking.filled().any(|slot| item_of(&slot.part) == last)
    }

    /// Whether a digit alone is a whole answer here, so that nothing need be typed after it.
    pub fn takes_digit(&self, study: &Study, question: &Question) -> bool {
        if !self.entry.is_empty() {
            return false;
        }
        match self.slot().and_then(|slot| slot.attribute.as_ref()) {
            Some(id) => {
                let n = study.values_of(id).len();
                (1..=9).contains(&n)
            }
            None => match question.kind {
                QuestionKind::Scale | QuestionKind::Rating => {
                    let (low, high) = question.degrees();
                    low >= 0 && high <= 9
                }
                QuestionKind::Choice => (1..=9).contains(&question.options.len()),
                _ => false,
            },
        }
    }
}

/// What was typed, with the beginning of an option's words made whole.
pub fn completed(question: &Question, typed: &str) -> String {
    let typed = typed.trim();
    let folded = fold(typed);
    if question.kind != QuestionKind::Choice
        || typed.chars().count() < 2
        || question.option(typed).is_some()
    {
        return typed.to_owned();
    }
    let mut begins = question
        .options
        .iter()
        .filter(|option| fold(&option.label).starts_with(&folded));
    match (begins.next(), begins.next()) {
        (Some(only), None) => only.key.clone(),
        _ => typed.to_owned(),
    }
}

/// The key of an attribute's value, from its digit, its key, or the beginning of its words; else what was typed.
pub fn attribute_words(study: &Study, id: &AttributeId, typed: &str, language: &str) -> String {
    let typed = typed.trim();
    let choice = study
        .records
        .attributes
        .get(id)
        .is_some_and(|attribute| attribute.kind == AttributeKind::Choice);
    let values = study.values_of(id);
    if !choice || values.iter().any(|(_, value)| value.key == typed) {
        return typed.to_owned();
    }
    let place = typed.parse::<usize>().ok();
    let by_place = place.and_then(|n| values.get(n.checked_sub(1)?));
    let folded = fold(typed);
    let by_words = || {
        let mut begins = values.iter().filter(|(_, value)| {
            fold(label(&value.labels, language, study)).starts_with(&folded)
                || fold(&value.key).starts_with(&folded)
        });
        match (begins.next(), begins.next()) {
            (Some(only), None) => Some(only),
            _ => None,
        }
    };
    by_place
        .or_else(by_words)
        .map_or_else(|| typed.to_owned(), |(_, value)| value.key.clone())
}

/// What the parts of an allocation come to, with what is typed.
fn allocated(study: &Study, id: &SessionId, asking: &Asking) -> f64 {
    let typed: Vec<Typed> = asking
        .filled()
        .map(|slot| Typed {
            scenario: slot.scenario.as_ref(),
            part: &slot.part,
            text: &slot.text,
        })
        .collect();
    edit::allocated(study, id, &asking.question, &typed)
}

/// What is said of the slot in hand while it is typed.
pub fn remark(
    study: &Study,
    id: &SessionId,
    question: &Question,
    answering: &Answering,
    language: &str,
) -> Option<Remark> {
    let slot = answering.slot()?;
    let good = |words| Remark { words, bad: false };
    let literally = |text: String| message!("app-literally", text = text);
    let left = || {
        let left = WHOLE - allocated(study, id, &answering.typed());
        if left < 0.0 {
            message!("app-answer-over", n = -left)
        } else {
            message!("app-answer-left", n = left)
        }
    };
    let allocation = question.kind == QuestionKind::Allocation;
    let typed = answering.entry.text().trim();
    if typed.is_empty() {
        if allocation {
            return Some(good(left()));
        }
        let (state, value) = present(study, id, &question.key, slot, language)?;
        let words = if value.is_empty() {
            Message::new(state_key(state))
        } else {
            literally(value)
        };
        return Some(good(message!("app-answer-so-far", value = words)));
    }
    if let Some(attribute) = &slot.attribute {
        if let Some(state) = answer::sign(typed) {
            return Some(good(Message::new(state_key(state))));
        }
        let words = attribute_words(study, attribute, typed, language);
        return Some(match edit::attribute_data(study, attribute, &words) {
            Ok(data) => good(literally(
                data.map_or(words, |data| study.data_words(&data, language)),
            )),
            Err(error) => Remark {
                words: error.message(),
                bad: true,
            },
        });
    }
    Some(match answer::read(question, &completed(question, typed)) {
        Ok(Read::State(state)) => good(Message::new(state_key(state))),
        Ok(Read::Value(_)) if allocation => {
            let over = allocated(study, id, &answering.typed()) > WHOLE;
            Remark {
                words: left(),
                bad: over,
            }
        }
        Ok(Read::Value(value)) if question.unit.is_empty() => good(literally(value)),
        Ok(Read::Value(value)) => good(literally(format!("{value} {}", question.unit))),
        Err(Fault::Over(_)) => Remark {
            words: left(),
            bad: true,
        },
        Err(fault) => Remark {
            words: message!("app-answer-expected", expected = fault.expected()),
            bad: true,
        },
    })
}

/// Key of the words for a state.
pub fn state_key(state: AnswerState) -> String {
    format!("app-answer-{}", state.as_str())
}
