//! The debrief: what is written down within the hour after an interview.

use super::fold::Study;
use super::guide::{Plan, QuestionKind};
use super::session::Session;
use super::word::SessionState;
use crate::i18n::Message;
use crate::message;
use jiff::{SignedDuration, Timestamp};

/// After so long an interview without a debrief is told.
pub const WITHIN: SignedDuration = SignedDuration::from_hours(1);

/// Keys of the debrief where the guide has none, in order.
const KEYS: [(&str, &str); 8] = [
    ("learnt_1", "study-debrief-learnt-1"),
    ("learnt_2", "study-debrief-learnt-2"),
    ("learnt_3", "study-debrief-learnt-3"),
    ("confirms", "study-debrief-confirms"),
    ("contradicts", "study-debrief-contradicts"),
    ("scenario", "study-debrief-scenario"),
    ("confidence", "study-debrief-confidence"),
    ("flags", "study-debrief-flags"),
];

/// What a field takes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Takes {
    /// Any words.
    Words,
    /// One of these: value and what is shown.
    One(Vec<(String, String)>),
}

/// A field of the debrief.
#[derive(Debug, Clone, PartialEq)]
pub struct Field {
    /// Key in files.
    pub key: String,
    /// What is asked.
    pub words: Message,
    /// What it takes.
    pub takes: Takes,
}

/// The fields of an interview's debrief: those of the guide, else eight that are asked everywhere; then what else was
/// written.
pub fn fields(study: &Study, guide: Option<&Plan>, session: &Session) -> Vec<Field> {
    let literally = |text: &str| message!("study-debrief-literally", text = text);
    let mut fields: Vec<Field> = guide
        .into_iter()
        .flat_map(|guide| &guide.debrief)
        .map(|field| Field {
            key: field.key.clone(),
            words: literally(if field.text.is_empty() {
                &field.key
            } else {
                &field.text
            }),
            takes: match field.options.as_slice() {
                [] if field.kind == QuestionKind::Scale => Takes::One(degrees()),
                [] => Takes::Words,
                options => Takes::One(
                    options
                        .iter()
                        .map(|option| (option.key.clone(), option.label.clone()))
                        .collect(),
                ),
            },
        })
        .collect();
    if fields.is_empty() {
        fields.extend(KEYS.map(|(key, words)| {
            Field {
                key: key.to_owned(),
                words: Message::new(words),
                takes: match key {
                    "scenario" => Takes::One(
                        study
                            .scenarios()
                            .into_iter()
                            .map(|(_, scenario)| {
                                let label = super::label(&scenario.labels, "", study);
                                (scenario.key.clone(), format!("{} {label}", scenario.key))
                            })
                            .collect(),
                    ),
                    "confidence" => Takes::One(degrees()),
                    _ => Takes::Words,
                },
            }
        }));
    }
    let known: Vec<String> = fields.iter().map(|field| field.key.clone()).collect();
    let others = session.debrief.keys().filter(|key| !known.contains(key));
    fields.extend(others.map(|key| Field {
        key: key.clone(),
        words: literally(key),
        takes: Takes::Words,
    }));
    fields
}

/// The degrees of a scale that gives none.
fn degrees() -> Vec<(String, String)> {
    (1..=5).map(|n| (n.to_string(), n.to_string())).collect()
}

/// When an interview ended that still has no debrief; `None` of others.
pub fn awaited(session: &Session) -> Option<Timestamp> {
    let held = session.state == SessionState::Done;
    session.ended_at.filter(|_| held && !is_written(session))
}

/// Whether something was written in the debrief.
pub fn is_written(session: &Session) -> bool {
    session.debrief.values().any(|text| !text.trim().is_empty())
}

/// Whether an interview ended so long ago that its debrief is late.
pub fn is_late(session: &Session, now: Timestamp) -> bool {
    awaited(session).is_some_and(|end| now.duration_since(end) > WITHIN)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_debrief_is_late_an_hour_after_the_end() {
        let at = |text: &str| text.parse::<Timestamp>().unwrap();
        let mut session = Session {
            state: SessionState::Done,
            ended_at: Some(at("2026-03-12T10:00:00Z")),
            ..Session::default()
        };
        assert!(!is_late(&session, at("2026-03-12T11:00:00Z")));
        assert!(is_late(&session, at("2026-03-12T11:00:01Z")));
        session.debrief.insert("flags".into(), "rien".into());
        assert!(!is_late(&session, at("2026-03-13T10:00:00Z")));
    }

    #[test]
    fn the_guide_says_what_is_asked_and_nothing_written_is_lost() {
        let study = Study::default();
        let mut session = Session::default();
        session.debrief.insert("mood".into(), "bon".into());
        let keys = |guide: Option<&Plan>, session: &Session| -> Vec<String> {
            let fields = fields(&study, guide, session);
            fields.into_iter().map(|field| field.key).collect()
        };
        assert_eq!(keys(None, &session).len(), KEYS.len() + 1);
        let plan = Plan::parse(
            "schema = 1\n[[debrief]]\nkey = \"sure\"\ntext = \"Sûr ?\"\noptions = [1, 2]\n",
        )
        .unwrap();
        assert_eq!(keys(Some(&plan), &session), ["sure", "mood"]);
        let plan = Plan::parse("schema = 1\n[[debrief]]\nkey = \"sure\"\nkind = \"scale\"\n");
        let takes = &fields(&study, plan.as_ref().ok(), &session)[0].takes;
        assert!(matches!(takes, Takes::One(degrees) if degrees.len() == 5));
    }
}
