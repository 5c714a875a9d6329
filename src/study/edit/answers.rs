//! Acts on answers.

use super::error::EditError;
use super::order::last_position;
use crate::message;
use crate::study::change::Change;
use crate::study::figure::figure;
use crate::study::fold::Study;
use crate::study::guide::QuestionKind;
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

/// The answer to a question, for one interview, scenario and part: met where there is one, else made. With a guide the
/// question must be in it, and counts must be numbers.
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
    let kind = match study.guide_of(session) {
        Some(plan) => {
            plan.question(question)
                .ok_or_else(|| EditError::BadValue {
                    what: "question".to_owned(),
                    value: question.to_owned(),
                    expected: message!("import-expected-question"),
                })?
                .kind
        }
        None => QuestionKind::Open,
    };
    let counts = matches!(
        kind,
        QuestionKind::Count | QuestionKind::Scale | QuestionKind::Rating | QuestionKind::Allocation
    );
    if let Some(value) = said.value.as_deref()
        && counts
        && !value.is_empty()
        && figure(value).is_none()
    {
        return Err(EditError::BadValue {
            what: question.to_owned(),
            value: value.to_owned(),
            expected: message!("import-expected-count"),
        });
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
