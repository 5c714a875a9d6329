//! Questions of the guide, and what was answered to them.

use super::ask::Ask;
pub use crate::study::figure::{Figure, figure};
use crate::study::guide::{Choice, Plan, Question, QuestionKind};
use crate::study::id::{AnswerId, SessionId};
use crate::study::session::Answer;
use crate::study::word::AnswerState;
use crate::study::{Hidden, Study};
use std::collections::{BTreeMap, HashMap, HashSet};

/// A question that was asked or could be.
#[derive(Debug, Clone, PartialEq)]
pub struct Asked {
    /// Key in files.
    pub key: String,
    /// Its kind; `None` where no guide has it.
    pub kind: Option<QuestionKind>,
    /// Its unit.
    pub unit: String,
    /// Codes it may bring.
    pub codes: Vec<String>,
    /// What may be chosen, or the parts of an allocation.
    pub options: Vec<Choice>,
}

/// An answer with its id.
#[derive(Debug, Clone, Copy)]
pub struct Given<'a> {
    /// The id.
    pub id: &'a AnswerId,
    answer: &'a Answer,
}

impl std::ops::Deref for Given<'_> {
    type Target = Answer;

    fn deref(&self) -> &Answer {
        self.answer
    }
}

impl Given<'_> {
    /// Whether something was answered, wholly or in part.
    pub fn is_said(&self) -> bool {
        matches!(self.state, AnswerState::Answered | AnswerState::Partial)
    }
}

/// Answers to one question by interview (by place), in the order they were given.
pub type ByInterview<'a> = BTreeMap<usize, Vec<Given<'a>>>;

/// Ids of answers.
pub fn ids<'a, 'b: 'a>(answers: impl Iterator<Item = &'a Given<'b>>) -> Vec<AnswerId> {
    answers.map(|answer| answer.id.clone()).collect()
}

/// Every question in the guide's order (the newest one first), then those that only answers name.
pub fn questions(ask: &Ask) -> Vec<Asked> {
    let records = &ask.counted.study.records;
    let mut guides: Vec<_> = records.guides.values().collect();
    guides.sort_by_key(|guide| std::cmp::Reverse(guide.number));
    let plans: Vec<Plan> = guides
        .into_iter()
        .filter_map(|guide| Plan::parse(&guide.source).ok())
        .collect();
    let mut seen: HashSet<&str> = HashSet::new();
    let mut list = Vec::new();
    for question in plans.iter().flat_map(Plan::questions) {
        if seen.insert(&question.key) {
            list.push(of_guide(question));
        }
    }
    let others: std::collections::BTreeSet<&str> = records
        .answers
        .values()
        .map(|answer| answer.question.as_str())
        .filter(|key| !seen.contains(key))
        .collect();
    list.extend(others.into_iter().map(|key| Asked {
        key: key.to_owned(),
        kind: None,
        unit: String::new(),
        codes: Vec::new(),
        options: Vec::new(),
    }));
    list
}

fn of_guide(question: &Question) -> Asked {
    Asked {
        key: question.key.clone(),
        kind: Some(question.kind),
        unit: question.unit.clone(),
        codes: question.codes.clone(),
        options: question.options.clone(),
    }
}

/// Answers of counted interviews by question, then interview (by place); in the order they were given. What was answered
/// in a time that is left out is not among them.
pub fn answers<'a>(ask: &Ask<'_, 'a>) -> HashMap<&'a str, ByInterview<'a>> {
    let counted: HashSet<usize> = ask.interviews().map(|(at, _)| at).collect();
    gathered(ask.counted.study, |session| {
        let at = ask.counted.people.place(session)?;
        counted.contains(&at).then_some(at)
    })
}

/// Answers by question, then by what `of` makes of their interview, `None` where it is left out; in the order they were
/// given. What was answered in a time that is left out is not among them.
pub fn gathered<'a, K: Ord>(
    study: &'a Study,
    of: impl Fn(&'a SessionId) -> Option<K>,
) -> HashMap<&'a str, BTreeMap<K, Vec<Given<'a>>>> {
    let hidden = Hidden::of(study);
    let mut list: Vec<_> = study.records.answers.iter().collect();
    list.sort_by_key(|(id, answer)| (answer.position, *id));
    let mut out: HashMap<&str, BTreeMap<K, Vec<Given>>> = HashMap::new();
    for (id, answer) in list {
        if let Some(at) = of(&answer.session)
            && !hidden.answer(answer)
        {
            out.entry(&answer.question)
                .or_default()
                .entry(at)
                .or_default()
                .push(Given { id, answer });
        }
    }
    out
}

/// What became of a question in an interview that has several answers to it: the one that says most.
pub fn state(answers: &[Given]) -> AnswerState {
    const BEST: [AnswerState; 6] = [
        AnswerState::Answered,
        AnswerState::Partial,
        AnswerState::Refused,
        AnswerState::Unknown,
        AnswerState::NotApplicable,
        AnswerState::NotAsked,
    ];
    BEST.into_iter()
        .find(|state| answers.iter().any(|answer| answer.state == *state))
        .unwrap_or(AnswerState::NotAsked)
}

/// Whether a question was put, whatever came back.
pub const fn was_asked(state: AnswerState) -> bool {
    matches!(
        state,
        AnswerState::Answered | AnswerState::Partial | AnswerState::Refused | AnswerState::Unknown
    )
}

/// The figure of an interview for a question: its answer without part, else the sum of its parts.
pub fn figure_of(answers: &[Given]) -> Option<Figure> {
    let given = |answer: &&Given| answer.is_said();
    let whole = answers
        .iter()
        .filter(given)
        .filter(|answer| answer.part.is_empty())
        .filter_map(|answer| figure(&answer.value))
        .next_back();
    if whole.is_some() {
        return whole;
    }
    let parts: Vec<Figure> = answers
        .iter()
        .filter(given)
        .filter_map(|answer| figure(&answer.value))
        .collect();
    parts.into_iter().reduce(|a, b| match (a, b) {
        (Figure::One(a), Figure::One(b)) => Figure::One(a + b),
        (Figure::One(a), Figure::Range(low, high)) | (Figure::Range(low, high), Figure::One(a)) => {
            Figure::Range(low + a, high + a)
        }
        (Figure::Range(a, b), Figure::Range(c, d)) => Figure::Range(a + c, b + d),
    })
}

/// The mean; `None` of nothing.
pub fn mean(values: &[f64]) -> Option<f64> {
    (!values.is_empty()).then(|| values.iter().sum::<f64>() / values.len() as f64)
}

/// The middle value, or the mean of the two middle ones; `None` of nothing.
pub fn median(values: &[f64]) -> Option<f64> {
    let mut sorted = values.to_vec();
    sorted.sort_by(f64::total_cmp);
    let half = sorted.len() / 2;
    let high = *sorted.get(half)?;
    if sorted.len() % 2 == 1 {
        return Some(high);
    }
    Some(f64::midpoint(*sorted.get(half - 1)?, high))
}

/// The variance of a sample (n − 1); `None` of fewer than two.
pub fn variance(values: &[f64]) -> Option<f64> {
    let mean = mean(values)?;
    let squares: f64 = values.iter().map(|value| (value - mean).powi(2)).sum();
    (values.len() > 1).then(|| squares / (values.len() - 1) as f64)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_middle_of_an_even_number_lies_between() {
        assert_eq!(median(&[3.0, 1.0, 2.0]), Some(2.0));
        assert_eq!(median(&[4.0, 1.0, 2.0, 3.0]), Some(2.5));
        assert_eq!(median(&[]), None);
        assert_eq!(variance(&[1.0]), None);
    }
}
