//! What is typed as an answer, read: for the screen, the command line and the importer alike.

use super::figure::{Figure, figure};
use super::guide::{Question, QuestionKind};
use super::word::AnswerState;
use crate::i18n::Message;
use crate::message;

/// What was typed, understood.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Read {
    /// What became of the question: `?` does not know, `x` refused, `n` not applicable.
    State(AnswerState),
    /// The value as it is kept.
    Value(String),
}

/// Why what was typed is no answer to the question. It is never taken as a number.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Fault {
    /// Not `12`, `~12`, `3-5`.
    NoNumber,
    /// `9-3`.
    Backwards,
    /// A share of an allocation is one number.
    NoShare,
    /// The parts of an allocation come to more than 100: to this much.
    Over(f64),
    /// Not on the scale, from its lowest to its highest degree.
    OffScale(i64, i64),
    /// A digit that stands for no option; how many there are.
    NoOption(usize),
}

/// What the parts of an allocation must come to.
pub const WHOLE: f64 = 100.0;

impl Fault {
    /// What is taken instead, in words.
    pub fn expected(&self) -> Message {
        match self {
            Self::NoNumber => message!("import-expected-count"),
            Self::Backwards => message!("study-expected-range"),
            Self::NoShare => message!("study-expected-share"),
            Self::Over(sum) => message!("study-expected-whole", sum = *sum),
            Self::OffScale(low, high) => {
                message!("study-expected-degree", low = *low, high = *high)
            }
            Self::NoOption(n) => message!("study-expected-option", n = *n),
        }
    }
}

/// The state that a sign stands for.
pub fn sign(typed: &str) -> Option<AnswerState> {
    match typed.trim() {
        "?" => Some(AnswerState::Unknown),
        "x" | "X" => Some(AnswerState::Refused),
        "n" | "N" => Some(AnswerState::NotApplicable),
        _ => None,
    }
}

/// Whether an answer to this kind of question is a number.
pub const fn counts(kind: QuestionKind) -> bool {
    matches!(
        kind,
        QuestionKind::Count | QuestionKind::Scale | QuestionKind::Rating | QuestionKind::Allocation
    )
}

/// Reads what was typed as the answer to a question, or to one part of it. A choice is given by its words, or by the
/// digit of its place; words that are not on the list are kept as they were said.
pub fn read(question: &Question, typed: &str) -> Result<Read, Fault> {
    let typed = typed.trim();
    if let Some(state) = sign(typed) {
        return Ok(Read::State(state));
    }
    let value = Read::Value(typed.to_owned());
    if counts(question.kind) {
        return number(question, typed).map(|_| value);
    }
    if question.kind != QuestionKind::Choice || question.options.is_empty() {
        return Ok(value);
    }
    if let Some(option) = question.option(typed) {
        return Ok(Read::Value(option.key.clone()));
    }
    match typed.parse::<usize>() {
        Ok(place) => place
            .checked_sub(1)
            .and_then(|at| question.options.get(at))
            .map(|option| Read::Value(option.key.clone()))
            .ok_or(Fault::NoOption(question.options.len())),
        Err(_) => Ok(value),
    }
}

/// The number that an answer to a question of this kind gives.
fn number(question: &Question, typed: &str) -> Result<Figure, Fault> {
    let figure = figure(typed).ok_or_else(|| {
        let backwards = typed
            .split_once(['-', '–'])
            .is_some_and(|(low, high)| figure(low).is_some() && figure(high).is_some());
        if backwards {
            Fault::Backwards
        } else {
            Fault::NoNumber
        }
    })?;
    match (question.kind, figure) {
        (QuestionKind::Allocation, Figure::One(share)) if share > WHOLE => Err(Fault::Over(share)),
        (QuestionKind::Allocation, Figure::Range(..)) => Err(Fault::NoShare),
        (QuestionKind::Scale | QuestionKind::Rating, figure) => {
            let (low, high) = question.degrees();
            let on = |n: f64| (low as f64..=high as f64).contains(&n);
            let inside = match figure {
                Figure::One(n) => on(n),
                Figure::Range(from, to) => on(from) && on(to),
            };
            if inside {
                Ok(figure)
            } else {
                Err(Fault::OffScale(low, high))
            }
        }
        (_, figure) => Ok(figure),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::study::guide::Choice;

    fn question(kind: QuestionKind, options: &[&str]) -> Question {
        let options = options
            .iter()
            .map(|key| Choice {
                key: (*key).to_owned(),
                label: (*key).to_owned(),
            })
            .collect();
        Question {
            kind,
            options,
            ..Question::default()
        }
    }

    fn value(text: &str) -> Read {
        Read::Value(text.to_owned())
    }

    #[test]
    fn a_count_is_a_number_or_none() {
        let count = question(QuestionKind::Count, &[]);
        for good in ["12", "~12", "3-5", "0", "2,5"] {
            assert_eq!(read(&count, good), Ok(value(good)));
        }
        for (bad, fault) in [
            ("12x", Fault::NoNumber),
            ("douze", Fault::NoNumber),
            ("9-3", Fault::Backwards),
            ("~9-3", Fault::Backwards),
        ] {
            assert_eq!(read(&count, bad), Err(fault), "{bad}");
        }
        for (sign, state) in [
            ("?", AnswerState::Unknown),
            ("x", AnswerState::Refused),
            ("n", AnswerState::NotApplicable),
        ] {
            assert_eq!(read(&count, sign), Ok(Read::State(state)));
        }
    }

    #[test]
    fn a_degree_lies_on_its_scale() {
        let five = question(QuestionKind::Rating, &[]);
        assert_eq!(read(&five, "5"), Ok(value("5")));
        assert_eq!(read(&five, "6"), Err(Fault::OffScale(1, 5)));
        assert_eq!(read(&five, "0"), Err(Fault::OffScale(1, 5)));
        let ten = question(QuestionKind::Scale, &["0", "10"]);
        assert_eq!(read(&ten, "6"), Ok(value("6")));
        assert_eq!(read(&ten, "11"), Err(Fault::OffScale(0, 10)));
    }

    #[test]
    fn a_choice_is_its_words_or_its_place() {
        let choice = question(QuestionKind::Choice, &["non", "de nom", "oui"]);
        assert_eq!(read(&choice, "2"), Ok(value("de nom")));
        assert_eq!(read(&choice, "De Nom"), Ok(value("de nom")));
        assert_eq!(read(&choice, "un peu"), Ok(value("un peu")));
        assert_eq!(read(&choice, "4"), Err(Fault::NoOption(3)));
        assert_eq!(read(&choice, "0"), Err(Fault::NoOption(3)));
        let figures = question(QuestionKind::Choice, &["2", "4"]);
        assert_eq!(
            read(&figures, "2"),
            Ok(value("2")),
            "its own words go first"
        );
    }

    #[test]
    fn a_share_is_one_number_of_a_hundred() {
        let shares = question(QuestionKind::Allocation, &["a", "b"]);
        assert_eq!(read(&shares, "~40"), Ok(value("~40")));
        assert_eq!(read(&shares, "30-40"), Err(Fault::NoShare));
        assert_eq!(read(&shares, "120"), Err(Fault::Over(120.0)));
        let open = question(QuestionKind::Open, &[]);
        assert_eq!(read(&open, "12x"), Ok(value("12x")));
    }
}
