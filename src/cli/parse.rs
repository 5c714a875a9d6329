//! Words of the command line as values. What comes from a terminal is made harmless like what comes from a file.

use crate::i18n::Lang;
use crate::study::edit::Verdict;
use crate::study::word::{
    AnswerState, AttributeKind, AttributeOf, CodedUnit, Component, Concern, Consent, NoteKind,
    Polarity, SessionState, Step, YesNo,
};
use crate::text::{sanitise, sanitise_line};
use clap::Args;
use jiff::Timestamp;

/// A polarity for a scenario.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mark {
    /// Key of the scenario.
    pub scenario: String,
    /// The polarity.
    pub polarity: Polarity,
}

/// Minutes spent on one step of an interview; `None` takes them away.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Spent {
    /// The step.
    pub step: Step,
    /// The minutes.
    pub minutes: Option<u32>,
}

/// A field of an interview by its word, `debrief.KEY` or `spent.STEP` among them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SessionWord {
    /// A field of the debrief.
    Debrief(String),
    /// Minutes of a step.
    Spent(Step),
    /// Why it was refused, missed or cancelled.
    Reason,
    /// Time of the call at which the recording began.
    Anchor,
}

/// Code points of a document's text, end exclusive.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Span {
    /// The first.
    pub start: usize,
    /// After the last.
    pub end: usize,
}

/// `KEY=VALUE`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Condition {
    /// Before the sign.
    pub key: String,
    /// After it.
    pub value: String,
}

/// Labels by language.
#[derive(Debug, Clone, Default, Args)]
#[allow(missing_docs)]
pub struct Labels {
    #[arg(long, value_name = "TEXT", value_parser = line)]
    pub label_fr: Option<String>,
    #[arg(long, value_name = "TEXT", value_parser = line)]
    pub label_en: Option<String>,
    #[arg(long, value_name = "LANG=TEXT", value_parser = condition)]
    pub label: Vec<Condition>,
}

impl Labels {
    /// Language and label of each that was given.
    pub fn given(&self) -> impl Iterator<Item = (&str, &str)> {
        let fixed = [("fr", &self.label_fr), ("en", &self.label_en)];
        fixed
            .into_iter()
            .filter_map(|(language, label)| Some((language, label.as_deref()?)))
            .chain(
                self.label
                    .iter()
                    .map(|label| (label.key.as_str(), label.value.as_str())),
            )
    }
}

/// A name, a key, a label: one harmless line.
#[allow(clippy::unnecessary_wraps)] // what the parser of arguments calls
pub fn line(text: &str) -> Result<String, String> {
    Ok(sanitise_line(text).text)
}

/// A mode that is on or off.
pub fn on_off(text: &str) -> Result<bool, String> {
    match text {
        "on" => Ok(true),
        "off" => Ok(false),
        _ => Err("on, off".to_owned()),
    }
}

/// What is decided on two codings.
pub fn verdict(text: &str) -> Result<Verdict, String> {
    Verdict::ALL
        .into_iter()
        .find(|verdict| verdict.as_str() == text)
        .ok_or_else(|| Verdict::ALL.map(Verdict::as_str).join(", "))
}

/// Words as they are, made harmless, not trimmed.
#[allow(clippy::unnecessary_wraps)] // what the parser of arguments calls
pub fn words(text: &str) -> Result<String, String> {
    Ok(sanitise(text).text)
}

/// A language of the screen.
pub fn language(text: &str) -> Result<Lang, String> {
    text.parse().map_err(|_| "fr, en".to_owned())
}

macro_rules! one_of {
    ($($(#[$doc:meta])* $name:ident: $word:ident;)*) => {$(
        $(#[$doc])*
        pub fn $name(text: &str) -> Result<$word, String> {
            $word::parse(text).ok_or_else(|| {
                let words: Vec<&str> = $word::ALL.iter().map(|word| word.as_str()).filter(|word| !word.is_empty()).collect();
                words.join(", ")
            })
        }
    )*};
}

one_of! {
    /// What a participant allows.
    consent: Consent;
    /// Whether something was allowed or done.
    yes_no: YesNo;
    /// Where an interview stands.
    session_state: SessionState;
    /// What became of a question.
    state_of_answer: AnswerState;
    /// What kind of line a note is.
    note_kind: NoteKind;
    /// How much is coded around words that were met.
    coded_unit: CodedUnit;
    /// What an attribute describes.
    attribute_of: AttributeOf;
    /// What values an attribute takes.
    attribute_kind: AttributeKind;
}

/// `yes` or `no`.
pub fn yes(text: &str) -> Result<bool, String> {
    match text {
        "yes" | "true" => Ok(true),
        "no" | "false" => Ok(false),
        _ => Err("yes, no".to_owned()),
    }
}

/// `S2=supports`, `S2=+`.
pub fn polarity_mark(text: &str) -> Result<Mark, String> {
    let wanted = || "S=supports, S=contradicts, S=mixed, S=neutral, S=+, S=-, S=~, S==".to_owned();
    // the key ends at the first sign, so that the sign `=` can stand after it
    let (scenario, polarity) = text.split_once('=').ok_or_else(wanted)?;
    let polarity = Polarity::parse(polarity).ok_or_else(wanted)?;
    let scenario = sanitise_line(scenario).text;
    if scenario.is_empty() {
        return Err(wanted());
    }
    Ok(Mark { scenario, polarity })
}

/// `A..B`, in code points.
pub fn span(text: &str) -> Result<Span, String> {
    let wanted = || "A..B, 120..164".to_owned();
    let (start, end) = text.split_once("..").ok_or_else(wanted)?;
    let start = start.parse().map_err(|_| wanted())?;
    let end = end.parse().map_err(|_| wanted())?;
    if start < end {
        Ok(Span { start, end })
    } else {
        Err(wanted())
    }
}

/// `debrief.KEY`, `spent.STEP`, `reason` or `anchor`.
pub fn session_field(text: &str) -> Result<SessionWord, String> {
    let steps: Vec<String> = Step::ALL
        .iter()
        .map(|step| format!("spent.{}", step.as_str()))
        .collect();
    let wanted = || format!("debrief.KEY, {}, reason, anchor", steps.join(", "));
    let text = sanitise_line(text).text;
    if text == "reason" {
        return Ok(SessionWord::Reason);
    }
    if text == "anchor" {
        return Ok(SessionWord::Anchor);
    }
    match text.split_once('.') {
        Some(("debrief", key)) if !key.is_empty() => Ok(SessionWord::Debrief(key.to_owned())),
        Some(("spent", step)) => Step::parse(step).map(SessionWord::Spent).ok_or_else(wanted),
        _ => Err(wanted()),
    }
}

/// `STEP=MINUTES`; nothing after the sign takes the minutes away.
pub fn spent(text: &str) -> Result<Spent, String> {
    let wanted = || {
        let steps: Vec<&str> = Step::ALL.iter().map(|step| step.as_str()).collect();
        format!("STEP=N, STEP: {}", steps.join(", "))
    };
    let (step, minutes) = text.split_once('=').ok_or_else(wanted)?;
    let step = Step::parse(step.trim()).ok_or_else(wanted)?;
    let minutes = match minutes.trim() {
        "" => None,
        some => Some(some.parse().map_err(|_| wanted())?),
    };
    Ok(Spent { step, minutes })
}

/// What is thought of one component of a finding: the concern, none where it is taken back, and its reason.
#[derive(Debug, Clone)]
pub struct Judged {
    /// The component.
    pub component: Component,
    /// How grave the concern is.
    pub concern: Option<Concern>,
    /// Why.
    pub reason: String,
}

/// `COMPONENT=CONCERN:TEXT`; without a concern it is taken back.
pub fn judged(text: &str) -> Result<Judged, String> {
    let words = |list: &mut dyn Iterator<Item = &'static str>| list.collect::<Vec<_>>().join(", ");
    let wanted = || {
        format!(
            "COMPONENT=CONCERN:TEXT ({} = {})",
            words(&mut Component::ALL.iter().map(|one| one.as_str())),
            words(&mut Concern::ALL.iter().map(|one| one.as_str()))
        )
    };
    let (component, rest) = text.split_once('=').ok_or_else(wanted)?;
    let (concern, reason) = rest.split_once(':').unwrap_or((rest, ""));
    let concern = match concern.trim() {
        "" => None,
        word => Some(Concern::parse(word).ok_or_else(wanted)?),
    };
    Ok(Judged {
        component: Component::parse(component.trim()).ok_or_else(wanted)?,
        concern,
        reason: sanitise(reason).text.trim().to_owned(),
    })
}

/// `KEY=VALUE`.
pub fn condition(text: &str) -> Result<Condition, String> {
    let (key, value) = text.split_once('=').ok_or_else(|| "KEY=VALUE".to_owned())?;
    let key = sanitise_line(key).text;
    if key.is_empty() {
        return Err("KEY=VALUE".to_owned());
    }
    Ok(Condition {
        key,
        value: sanitise_line(value).text,
    })
}

/// A moment.
pub fn moment(text: &str) -> Result<Timestamp, String> {
    text.parse().map_err(|_| "2026-03-12T09:30:00Z".to_owned())
}

/// A day.
pub fn day(text: &str) -> Result<jiff::civil::Date, String> {
    text.parse().map_err(|_| "2022-06-30".to_owned())
}

/// A moment, kept as it was written.
pub fn moment_text(text: &str) -> Result<String, String> {
    moment(text).map(|_| text.to_owned())
}

/// A time of the call, in milliseconds.
pub fn call_time(text: &str) -> Result<i64, String> {
    crate::study::clock::parse(text).ok_or_else(|| "12:00, 00:12:00".to_owned())
}

/// A time zone.
pub fn zone(text: &str) -> Result<String, String> {
    match jiff::tz::TimeZone::get(text) {
        Ok(_) => Ok(text.to_owned()),
        Err(_) => Err("Europe/Paris".to_owned()),
    }
}

const COLOURS: &[&str] = &[
    "black", "red", "green", "yellow", "blue", "magenta", "cyan", "white",
];

/// A colour of the terminal, or `#rrggbb`; empty takes it away.
pub fn colour(text: &str) -> Result<String, String> {
    let plain = text.strip_prefix("bright-").unwrap_or(text);
    let hex = text
        .strip_prefix('#')
        .is_some_and(|hex| hex.len() == 6 && hex.bytes().all(|byte| byte.is_ascii_hexdigit()));
    if text.is_empty() || hex || COLOURS.contains(&plain) {
        Ok(text.to_owned())
    } else {
        Err(format!("{}, bright-…, #rrggbb", COLOURS.join(", ")))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn polarities_are_words_or_signs_and_nothing_else() {
        for (text, polarity) in [
            ("S2=supports", Polarity::Supports),
            ("S2=+", Polarity::Supports),
            ("S2=-", Polarity::Contradicts),
            ("S2=−", Polarity::Contradicts),
            ("S2=~", Polarity::Mixed),
            ("S2==", Polarity::Neutral),
        ] {
            let mark = polarity_mark(text).unwrap();
            assert_eq!((mark.scenario.as_str(), mark.polarity), ("S2", polarity));
        }
        // what a shell makes of S=~
        for text in ["S2=/root", "S2", "S2=", "=+", "S2=yes"] {
            assert!(polarity_mark(text).is_err(), "{text}");
        }
    }

    #[test]
    fn spans_hold_at_least_one_character() {
        assert_eq!(span("3..7"), Ok(Span { start: 3, end: 7 }));
        for text in ["7..3", "3..3", "3-7", "..7", "-1..7", "a..b", ""] {
            assert!(span(text).is_err(), "{text}");
        }
    }

    #[test]
    fn words_keep_their_spaces_and_lose_what_acts() {
        assert_eq!(words(" a\u{1b}[31m ").unwrap(), " a␛[31m ");
        assert_eq!(line(" a  b\n").unwrap(), "a b");
    }
}
