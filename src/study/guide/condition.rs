//! When a question is skipped: `6.3 = 0`, `2.2 refused or role = rh`.

use super::Plan;
use crate::i18n::Message;
use crate::message;
use crate::study::figure::{Figure, figure};
use crate::study::word::AnswerState;
use std::fmt::{self, Display};

/// A condition: met where all tests of one of its groups hold. Without groups it is never met.
///
/// As it is written: `question op value` with `= != < <= > >=`, or `question state` with a state of answers (`answered
/// partial not-asked not-applicable refused unknown`), or `role = rh`; joined by `and`, which binds closer, and `or`.
/// Words with `and`, `or`, a state or a sign inside stand between double quotes.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Condition {
    any: Vec<Vec<Test>>,
}

/// One test of a condition.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Test {
    /// What was answered to a question.
    Value(String, Sign, String),
    /// What became of a question; `false`: anything else became of it.
    State(String, bool, AnswerState),
    /// Who is asked; `false`: somebody of another role.
    Role(bool, String),
}

/// How a value is compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum Sign {
    Is,
    IsNot,
    Less,
    AtMost,
    More,
    AtLeast,
}

/// An answer, as far as a condition looks at it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct AnswerView<'a> {
    /// What became of the question.
    pub state: AnswerState,
    /// The value as it was given; empty where there is none.
    pub value: &'a str,
}

/// Why a question is skipped.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Skip {
    /// It is not asked of this role.
    Role(String),
    /// Its condition is met: the tests that hold together.
    Condition(Vec<Test>),
}

/// Why a condition cannot be read.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ConditionError {
    /// `and` or `or` with nothing before or after it.
    #[error("something is missing before or after and, or")]
    Empty,
    /// Neither a comparison nor a state.
    #[error("{0:?} neither compares an answer nor names a state")]
    NoTest(String),
    /// A quote that is not closed.
    #[error("a double quote is not closed")]
    Quote,
    /// Only numbers are less or more than others.
    #[error("{0:?} is no number")]
    NoNumber(String),
}

#[derive(Debug, Clone, PartialEq)]
enum Token {
    Word(String),
    Quoted(String),
    Sign(Sign),
}

impl Condition {
    /// Reads a condition; an empty text is one that is never met.
    pub fn parse(text: &str) -> Result<Self, ConditionError> {
        let tokens = tokens(text)?;
        if tokens.is_empty() {
            return Ok(Self::default());
        }
        let word = |token: &Token, wanted: &str| matches!(token, Token::Word(w) if w == wanted);
        let any = tokens
            .split(|token| word(token, "or"))
            .map(|group| {
                group
                    .split(|token| word(token, "and"))
                    .map(test)
                    .collect::<Result<Vec<_>, _>>()
            })
            .collect::<Result<Vec<_>, _>>()?;
        Ok(Self { any })
    }

    /// Its tests, in the order they are written.
    pub fn tests(&self) -> impl Iterator<Item = &Test> {
        self.any.iter().flatten()
    }

    /// The first group of tests that hold together.
    pub(super) fn met<'a>(
        &self,
        plan: &Plan,
        role: &str,
        answers: impl Fn(&str) -> Option<AnswerView<'a>>,
    ) -> Option<Vec<Test>> {
        self.any
            .iter()
            .find(|group| group.iter().all(|test| test.holds(plan, role, &answers)))
            .cloned()
    }
}

impl Test {
    /// The question it looks at.
    pub fn question(&self) -> Option<&str> {
        match self {
            Self::Value(question, ..) | Self::State(question, ..) => Some(question),
            Self::Role(..) => None,
        }
    }

    fn holds<'a>(
        &self,
        plan: &Plan,
        role: &str,
        answers: &impl Fn(&str) -> Option<AnswerView<'a>>,
    ) -> bool {
        match self {
            Self::Role(is, wanted) => !role.is_empty() && (role == wanted) == *is,
            Self::State(question, is, state) => {
                answers(question).is_some_and(|answer| (answer.state == *state) == *is)
            }
            Self::Value(question, sign, wanted) => answers(question)
                .filter(|answer| {
                    let given =
                        matches!(answer.state, AnswerState::Answered | AnswerState::Partial);
                    given && !answer.value.trim().is_empty()
                })
                .is_some_and(|answer| match (figure(answer.value), figure(wanted)) {
                    (Some(given), Some(Figure::One(wanted))) => sign.compares(given, wanted),
                    _ => {
                        let key = |value: &str| {
                            let question = plan.question(question);
                            let option = question.and_then(|question| question.option(value));
                            option
                                .map_or(value, |option| &option.key)
                                .trim()
                                .to_lowercase()
                        };
                        // several may be chosen
                        let same = answer
                            .value
                            .split(';')
                            .any(|value| key(value) == key(wanted));
                        (*sign == Sign::Is && same) || (*sign == Sign::IsNot && !same)
                    }
                }),
        }
    }
}

impl Sign {
    const ALL: [(Self, &'static str); 9] = [
        (Self::IsNot, "!="),
        (Self::AtMost, "<="),
        (Self::AtLeast, ">="),
        (Self::Is, "="),
        (Self::Less, "<"),
        (Self::More, ">"),
        (Self::IsNot, "≠"),
        (Self::AtMost, "≤"),
        (Self::AtLeast, "≥"),
    ];

    /// As it is written.
    pub fn as_str(self) -> &'static str {
        let own = Self::ALL.iter().find(|(sign, _)| *sign == self);
        own.map_or("=", |(_, text)| text)
    }

    /// A range is less or more where both its ends are; it equals no number, and is other than one outside it.
    fn compares(self, given: Figure, wanted: f64) -> bool {
        let (low, high) = match given {
            Figure::One(one) => (one, one),
            Figure::Range(low, high) => (low, high),
        };
        match self {
            Self::Is => low >= wanted && high <= wanted,
            Self::IsNot => high < wanted || low > wanted,
            Self::Less => high < wanted,
            Self::AtMost => high <= wanted,
            Self::More => low > wanted,
            Self::AtLeast => low >= wanted,
        }
    }
}

impl Skip {
    /// The reason in words.
    pub fn message(&self) -> Message {
        match self {
            Self::Role(role) => message!("guide-skip-role", role = role),
            Self::Condition(_) => message!("guide-skip-condition", tests = self.to_string()),
        }
    }
}

/// The tests that hold, as the guide writes them: `6.3 = 0`.
impl Display for Skip {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Role(role) => Test::Role(true, role.clone()).fmt(f),
            Self::Condition(tests) => joined(tests, " and ", f),
        }
    }
}

impl Display for Condition {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (at, group) in self.any.iter().enumerate() {
            f.write_str(if at == 0 { "" } else { " or " })?;
            joined(group, " and ", f)?;
        }
        Ok(())
    }
}

fn joined(tests: &[Test], between: &str, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    for (at, test) in tests.iter().enumerate() {
        f.write_str(if at == 0 { "" } else { between })?;
        test.fmt(f)?;
    }
    Ok(())
}

impl Display for Test {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sign = |is: &bool| if *is { "=" } else { "!=" };
        match self {
            Self::Value(question, sign, value) => {
                write!(f, "{} {} {}", word(question), sign.as_str(), word(value))
            }
            Self::State(question, true, state) => {
                write!(f, "{} {}", word(question), state.as_str())
            }
            Self::State(question, false, state) => {
                write!(f, "{} != {}", word(question), state.as_str())
            }
            Self::Role(is, role) => write!(f, "role {} {}", sign(is), word(role)),
        }
    }
}

/// Words as a condition writes them: between quotes where they would be read as something else.
fn word(text: &str) -> String {
    let plain = |token: &Token| match token {
        Token::Word(word) => {
            !["and", "or", "role"].contains(&word.as_str()) && AnswerState::parse(word).is_none()
        }
        _ => false,
    };
    let as_it_is = tokens(text).is_ok_and(|tokens| {
        !tokens.is_empty() && tokens.iter().all(plain) && words(&tokens) == text
    });
    if as_it_is {
        text.to_owned()
    } else {
        format!("\"{text}\"")
    }
}

/// The words of tokens, one space between them.
fn words(tokens: &[Token]) -> String {
    let words: Vec<&str> = tokens
        .iter()
        .map(|token| match token {
            Token::Word(word) | Token::Quoted(word) => word.as_str(),
            Token::Sign(sign) => sign.as_str(),
        })
        .collect();
    words.join(" ")
}

/// The sign that begins at a byte.
fn sign_at(text: &str, at: usize) -> Option<(Sign, &'static str)> {
    let rest = text.get(at..)?;
    Sign::ALL.into_iter().find(|(_, own)| rest.starts_with(own))
}

fn tokens(text: &str) -> Result<Vec<Token>, ConditionError> {
    let mut out = Vec::new();
    let mut rest = text.trim_start();
    while let Some(first) = rest.chars().next() {
        if let Some((sign, own)) = sign_at(rest, 0) {
            out.push(Token::Sign(sign));
            rest = rest.get(own.len()..).unwrap_or("");
        } else if first == '"' {
            let (inside, after) = rest
                .get(1..)
                .and_then(|rest| rest.split_once('"'))
                .ok_or(ConditionError::Quote)?;
            out.push(Token::Quoted(inside.to_owned()));
            rest = after;
        } else {
            let end = rest
                .char_indices()
                .skip(1)
                .find(|(at, c)| c.is_whitespace() || *c == '"' || sign_at(rest, *at).is_some())
                .map_or(rest.len(), |(at, _)| at);
            let (own, after) = rest.split_at(end);
            out.push(Token::Word(own.to_owned()));
            rest = after;
        }
        rest = rest.trim_start();
    }
    Ok(out)
}

fn test(tokens: &[Token]) -> Result<Test, ConditionError> {
    let state = |tokens: &[Token]| match tokens {
        [Token::Word(word)] => AnswerState::parse(word),
        _ => None,
    };
    if tokens.is_empty() {
        return Err(ConditionError::Empty);
    }
    let no_test = || ConditionError::NoTest(words(tokens));
    let signs = tokens
        .iter()
        .filter(|token| matches!(token, Token::Sign(_)));
    if signs.count() > 1 {
        return Err(no_test());
    }
    let Some(at) = tokens
        .iter()
        .position(|token| matches!(token, Token::Sign(_)))
    else {
        let (last, subject) = tokens.split_last().ok_or_else(no_test)?;
        let state = state(std::slice::from_ref(last)).filter(|_| !subject.is_empty());
        return Ok(Test::State(
            words(subject),
            true,
            state.ok_or_else(no_test)?,
        ));
    };
    let (subject, value) = (
        tokens.get(..at).unwrap_or_default(),
        tokens.get(at + 1..).unwrap_or_default(),
    );
    let Some(Token::Sign(sign)) = tokens.get(at) else {
        return Err(no_test());
    };
    if subject.is_empty() || value.is_empty() {
        return Err(no_test());
    }
    let equal = matches!(sign, Sign::Is | Sign::IsNot);
    let is = *sign == Sign::Is;
    if matches!(subject, [Token::Word(word)] if word == "role") {
        return if equal {
            Ok(Test::Role(is, words(value)))
        } else {
            Err(no_test())
        };
    }
    if let Some(state) = state(value).filter(|_| equal) {
        return Ok(Test::State(words(subject), is, state));
    }
    let value = words(value);
    if !equal && !matches!(figure(&value), Some(Figure::One(_))) {
        return Err(ConditionError::NoNumber(value));
    }
    Ok(Test::Value(words(subject), *sign, value))
}

impl ConditionError {
    /// The reason in words.
    pub fn message(&self) -> Message {
        match self {
            Self::Empty => message!("guide-condition-empty"),
            Self::NoTest(words) => message!("guide-condition-no-test", words = words),
            Self::Quote => message!("guide-condition-quote"),
            Self::NoNumber(words) => message!("guide-condition-no-number", words = words),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn plan() -> Plan {
        Plan::parse(
            r#"
            schema = 1
            [[section]]
            key = "1"
            [[section.question]]
            key = "1.1"
            kind = "count"
            [[section.question]]
            key = "1.2"
            kind = "choice"
            options = [{ key = "no", label = "non" }, { key = "name", label = "de nom" }]
            [[section.question]]
            key = "1.3"
            "#,
        )
        .unwrap()
    }

    fn met(
        condition: &str,
        role: &str,
        answers: &[(&str, AnswerState, &'static str)],
    ) -> Option<String> {
        let condition = Condition::parse(condition).unwrap();
        let found = |key: &str| {
            let answer = answers.iter().find(|(own, ..)| *own == key)?;
            Some(AnswerView {
                state: answer.1,
                value: answer.2,
            })
        };
        condition
            .met(&plan(), role, found)
            .map(|tests| Skip::Condition(tests).to_string())
    }

    #[test]
    fn a_condition_looks_at_values_states_and_roles() {
        use AnswerState::{Answered, Refused};
        let zero: &[_] = &[("1.1", Answered, "0")];
        let about: &[_] = &[("1.1", Answered, "~12")];
        let range: &[_] = &[("1.1", Answered, "3-5")];
        let refused: &[_] = &[("1.1", Refused, "")];
        let no: &[_] = &[("1.2", Answered, "Non")];
        let name: &[_] = &[("1.2", Answered, "name")];
        for (condition, role, answers, wanted) in [
            ("1.1 = 0", "", zero, Some("1.1 = 0")),
            ("1.1=0", "", zero, Some("1.1 = 0")),
            ("1.1 = 0", "", about, None),
            ("1.1 != 0", "", about, Some("1.1 != 0")),
            ("1.1 = 0", "", &[], None),
            ("1.1 != 0", "", &[], None),
            ("1.1 = 0", "", refused, None),
            ("1.1 > 2", "", range, Some("1.1 > 2")),
            ("1.1 ≥ 4", "", range, None),
            ("1.1 = 4", "", range, None),
            ("1.1 != 4", "", range, None),
            ("1.1 != 6", "", range, Some("1.1 != 6")),
            ("1.1 refused", "", refused, Some("1.1 refused")),
            ("1.1 = refused", "", refused, Some("1.1 refused")),
            ("1.1 != refused", "", refused, None),
            ("1.1 != refused", "", zero, Some("1.1 != refused")),
            ("1.2 = non", "", no, Some("1.2 = non")),
            ("1.2 = no", "", no, Some("1.2 = no")),
            ("1.2 = de nom", "", name, Some("1.2 = de nom")),
            ("1.2 != \"de nom\"", "", name, None),
            ("1.2 = non or 1.1 = 0", "", zero, Some("1.1 = 0")),
            ("1.2 = non and 1.1 = 0", "", zero, None),
            (
                "1.1 = 0 and role = rh",
                "rh",
                zero,
                Some("1.1 = 0 and role = rh"),
            ),
            ("1.1 = 0 and role = rh", "direction", zero, None),
            ("role != rh", "direction", &[], Some("role != rh")),
            ("role != rh", "", &[], None),
            ("", "rh", zero, None),
        ] {
            assert_eq!(
                met(condition, role, answers).as_deref(),
                wanted,
                "{condition} {answers:?}"
            );
        }
    }

    #[test]
    fn what_is_no_condition_says_why() {
        for (text, wanted) in [
            ("1.1", ConditionError::NoTest("1.1".to_owned())),
            ("1.1 =", ConditionError::NoTest("1.1 =".to_owned())),
            ("= 3", ConditionError::NoTest("= 3".to_owned())),
            (
                "1.1 = 3 = 4",
                ConditionError::NoTest("1.1 = 3 = 4".to_owned()),
            ),
            ("1.1 = 3 or", ConditionError::Empty),
            ("and 1.1 = 3", ConditionError::Empty),
            (
                "1.1 < beaucoup",
                ConditionError::NoNumber("beaucoup".to_owned()),
            ),
            ("1.1 = \"a", ConditionError::Quote),
            ("refused", ConditionError::NoTest("refused".to_owned())),
            ("role < 3", ConditionError::NoTest("role < 3".to_owned())),
        ] {
            assert_eq!(Condition::parse(text), Err(wanted), "{text}");
        }
    }

    proptest! {
        #[test]
        fn any_text_is_read_or_refused_and_what_is_read_is_written_again(text in "[ a-c=!<>\"0-9.andor]{0,24}") {
            if let Ok(condition) = Condition::parse(&text) {
                prop_assert_eq!(Condition::parse(&condition.to_string()), Ok(condition));
            }
        }
    }
}
