//! Acts on answers.

use super::error::EditError;
use super::order::last_position;
use crate::message;
use crate::study::answer::{self, Fault, Read, WHOLE};
use crate::study::change::Change;
use crate::study::figure::{Figure, figure};
use crate::study::fold::Study;
use crate::study::guide::{Question, QuestionKind};
use crate::study::id::{AnswerId, Mint, ScenarioId, SessionId};
use crate::study::session::Answer;
use crate::study::word::AnswerState;

/// What is said of a question; `None` leaves it as it is.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Said {
    /// What became of the question; without it, a value makes it answered.
    pub state: Option<AnswerState>,
    /// The value; empty is none.
    pub value: Option<String>,
    /// Unit of a count.
    pub unit: Option<String>,
    /// Time in the call, milliseconds.
    pub t_ms: Option<i64>,
}

/// One value as it was typed, and where it goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Typed<'a> {
    /// The scenario it is bound to.
    pub scenario: Option<&'a ScenarioId>,
    /// Part of an allocation or an incident, or `item.field` of a list.
    pub part: &'a str,
    /// What was typed.
    pub text: &'a str,
}

/// What became of values that were typed.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Given {
    /// The changes that keep those that are answers.
    pub changes: Vec<Change>,
    /// Those that are none, by their place, and why. Nothing of them is in the changes.
    pub bad: Vec<(usize, Fault)>,
}

/// Answers a question with what was typed: one value, or several parts at once. Parts of an allocation that come to less
/// than 100 with those given before are answers in part; to more, none of them is an answer.
pub fn give_answer(
    study: &Study,
    mint: &mut dyn Mint,
    session: &SessionId,
    question: &Question,
    typed: &[Typed<'_>],
    common: &Said,
) -> Result<Given, EditError> {
    let allocation = question.kind == QuestionKind::Allocation;
    let sum = allocated(study, session, &question.key, typed);
    let over = allocation && sum > WHOLE;
    let mut given = Given::default();
    for (at, one) in typed.iter().enumerate() {
        let (state, value) = match answer::read(question, one.text) {
            Ok(Read::Value(_)) if over => {
                given.bad.push((at, Fault::Over(sum)));
                continue;
            }
            Ok(Read::Value(value)) if allocation && sum < WHOLE => (AnswerState::Partial, value),
            Ok(Read::Value(value)) => (AnswerState::Answered, value),
            Ok(Read::State(state)) => (state, String::new()),
            Err(fault) => {
                given.bad.push((at, fault));
                continue;
            }
        };
        let unit = Some(question.unit.clone()).filter(|unit| !unit.is_empty());
        let said = Said {
            state: Some(state),
            unit: common.unit.clone().or(unit),
            t_ms: common.t_ms,
            value: Some(value),
        };
        let place = (one.scenario, one.part);
        given.changes.extend(put_answer(
            study,
            mint,
            session,
            &question.key,
            place,
            said,
        )?);
    }
    if allocation && !over {
        given
            .changes
            .extend(settle(study, mint, (session, question), typed, sum)?);
    }
    Ok(given)
}

/// The parts of an allocation that were given before are whole, or in part, as all parts together are.
fn settle(
    study: &Study,
    mint: &mut dyn Mint,
    (session, question): (&SessionId, &Question),
    typed: &[Typed<'_>],
    sum: f64,
) -> Result<Vec<Change>, EditError> {
    let (now, before) = if sum < WHOLE {
        (AnswerState::Partial, AnswerState::Answered)
    } else {
        (AnswerState::Answered, AnswerState::Partial)
    };
    let mut changes = Vec::new();
    for answer in answers_to(study, session, &question.key) {
        let anew = typed.iter().any(|one| one.part == answer.part);
        if answer.state == before && !anew {
            let said = Said {
                state: Some(now),
                ..Said::default()
            };
            let place = (answer.scenario.as_ref(), answer.part.as_str());
            changes.extend(put_answer(
                study,
                mint,
                session,
                &question.key,
                place,
                said,
            )?);
        }
    }
    Ok(changes)
}

/// What the parts of an allocation come to: those that are typed, and those of the study that are not typed anew.
pub fn allocated(study: &Study, session: &SessionId, question: &str, typed: &[Typed<'_>]) -> f64 {
    let share = |text: &str| match figure(text) {
        Some(Figure::One(share)) => share,
        _ => 0.0,
    };
    let kept = answers_to(study, session, question)
        .into_iter()
        .filter(|answer| matches!(answer.state, AnswerState::Answered | AnswerState::Partial))
        .filter(|answer| !typed.iter().any(|one| one.part == answer.part))
        .map(|answer| share(&answer.value));
    kept.sum::<f64>() + typed.iter().map(|one| share(one.text)).sum::<f64>()
}

/// The answers to a question in an interview, in the order they were first given.
pub fn answers_to<'a>(study: &'a Study, session: &SessionId, question: &str) -> Vec<&'a Answer> {
    let mut list: Vec<_> = study
        .records
        .answers
        .iter()
        .filter(|(_, answer)| answer.session == *session && answer.question == question)
        .collect();
    list.sort_by_key(|(id, answer)| (answer.position, *id));
    list.into_iter().map(|(_, answer)| answer).collect()
}

/// A question of the guide that an interview is held with; without a guide, any open one.
pub fn question_of(
    study: &Study,
    session: &SessionId,
    question: &str,
) -> Result<Question, EditError> {
    match study.guide_of(session) {
        Some(plan) => plan
            .question(question)
            .cloned()
            .ok_or_else(|| EditError::BadValue {
                what: "question".to_owned(),
                value: question.to_owned(),
                expected: message!("import-expected-question"),
            }),
        None => Ok(Question {
            key: question.to_owned(),
            ..Question::default()
        }),
    }
}

/// The answer to a question, for one interview, scenario and part: met where there is one, else made. With a guide the
/// question must be in it, and numbers must be numbers.
pub fn put_answer(
    study: &Study,
    mint: &mut dyn Mint,
    session: &SessionId,
    question: &str,
    (scenario, part): (Option<&ScenarioId>, &str),
    said: Said,
) -> Result<Vec<Change>, EditError> {
    if !study.records.sessions.contains_key(session) {
        return Err(EditError::Gone(session.to_string()));
    }
    let asked = question_of(study, session, question)?;
    let mut said = said;
    if answer::counts(asked.kind)
        && let Some(value) = said.value.clone().filter(|value| !value.is_empty())
    {
        match answer::read(&asked, &value) {
            Ok(Read::Value(value)) => said.value = Some(value),
            Ok(Read::State(state)) => {
                said.state = said.state.or(Some(state));
                said.value = Some(String::new());
            }
            Err(fault) => {
                return Err(EditError::BadValue {
                    what: question.to_owned(),
                    value,
                    expected: fault.expected(),
                });
            }
        }
    }
    let met = study.records.answers.iter().find(|(_, answer)| {
        answer.session == *session
            && answer.question == question
            && answer.scenario.as_ref() == scenario
            && answer.part == part
    });
    let before = met.map(|(_, answer)| answer.clone());
    let mut answer = before.clone().unwrap_or_else(|| Answer {
        session: session.clone(),
        question: question.to_owned(),
        scenario: scenario.cloned(),
        part: part.to_owned(),
        position: last_position(study.records.answers.values().map(|a| a.position)),
        ..Answer::default()
    });
    let has_value = said.value.as_deref().is_some_and(|value| !value.is_empty());
    let silent = !matches!(answer.state, AnswerState::Answered | AnswerState::Partial);
    match said.state {
        Some(state) => answer.state = state,
        None if has_value && silent => answer.state = AnswerState::Answered,
        None => {}
    }
    answer.value = said.value.unwrap_or(answer.value);
    answer.unit = said.unit.unwrap_or(answer.unit);
    answer.t_ms = said.t_ms.or(answer.t_ms);
    Ok(match (met, before) {
        (Some((id, _)), Some(before)) => before
            .diff(&answer)
            .into_iter()
            .map(|field| (id.clone(), field).into())
            .collect(),
        _ => vec![(AnswerId::mint(mint), answer).into()],
    })
}
