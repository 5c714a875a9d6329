//! Things of a study by the words a person has for them; what is not there is told with what is.

use super::failure::{DATA, Failure, NO_INPUT};
use super::parse::{Condition, Mark};
use crate::i18n::Message;
use crate::message;
use crate::study::Study;
use crate::study::document::Document;
use crate::study::id::{
    AttributeId, CertificationId, CodeId, CodingId, DocumentId, FindingId, NoteId, OrganisationId,
    ParticipantId, ProblemId, ScenarioId, SessionId, ValueId,
};
use crate::study::people::Participant;
use crate::study::word::Consent;
use crate::text::similar::similarity;

/// Names near the one that was asked for; all where none is near.
fn near<'a>(asked: &str, known: impl Iterator<Item = &'a str>) -> Vec<&'a str> {
    let known: Vec<&str> = known.collect();
    let mut near: Vec<(f64, &str)> = known
        .iter()
        .map(|name| (similarity(asked, name), *name))
        .filter(|(score, _)| *score >= 0.5)
        .collect();
    near.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(b.1)));
    let mut names: Vec<&str> = if near.is_empty() {
        known
    } else {
        near.into_iter().map(|(_, name)| name).collect()
    };
    names.truncate(12);
    names
}

fn missing<'a>(
    code: u8,
    what: Message,
    asked: &str,
    known: impl Iterator<Item = &'a str>,
) -> Failure {
    Failure::missing(code, what, &near(asked, known))
}

/// An interview by key (also as it is shown, `KEY~2`) or id.
pub fn session(study: &Study, asked: &str) -> Result<SessionId, Failure> {
    let sessions = &study.records.sessions;
    let by_id = SessionId::new(asked);
    if sessions.contains_key(&by_id) {
        return Ok(by_id);
    }
    let shown = study.shown_keys();
    let doubled = sessions.keys().find(|id| {
        shown
            .get(&(*id).clone().into())
            .is_some_and(|key| key == asked)
    });
    let found = doubled.or_else(|| study.session_by_key(asked).map(|(id, _)| id));
    found.cloned().ok_or_else(|| {
        let sessions = study.sessions().into_iter();
        // a withdrawn one is not named
        let keys = sessions
            .filter(|(id, _)| study.session_consent(id) != Consent::Withdrawn)
            .map(|(_, session)| session.key.as_str());
        missing(
            NO_INPUT,
            message!("cli-no-session", key = asked),
            asked,
            keys,
        )
    })
}

/// A document: by id, by the key of a reference text, by its own where only one has it, or by that of the interview
/// whose only document it is; `INTERVIEW/DOCUMENT` names any.
pub fn document(study: &Study, asked: &str) -> Result<DocumentId, Failure> {
    let documents = &study.records.documents;
    let by_id = DocumentId::new(asked);
    if documents.contains_key(&by_id) {
        return Ok(by_id);
    }
    let name = |id: &DocumentId| {
        let document = documents.get(id)?;
        let session = document.session.as_ref();
        let Some(session) = session else {
            return Some(document.key.clone());
        };
        let session = study.records.sessions.get(session)?;
        Some(format!("{}/{}", session.key, document.key))
    };
    let of_interview = study
        .session_by_key(asked)
        .map(|(id, _)| study.documents_of(id))
        .unwrap_or_default();
    let called = |own: &[(&DocumentId, &Document)]| {
        let mut own = own.iter().filter(|(_, document)| document.key == asked);
        own.next()
            .filter(|_| own.next().is_none())
            .map(|(id, _)| (*id).clone())
    };
    let everywhere: Vec<(&DocumentId, &Document)> = documents.iter().collect();
    let only = match of_interview.as_slice() {
        [(only, _)] => Some((*only).clone()),
        _ => None,
    };
    let found = documents
        .keys()
        .find(|id| name(id).as_deref() == Some(asked))
        .cloned()
        .or_else(|| called(&of_interview))
        .or(only)
        .or_else(|| called(&everywhere));
    found.ok_or_else(|| {
        let shown = documents.iter().filter(|(_, document)| {
            let session = document.session.as_ref();
            session.is_none_or(|id| study.session_consent(id) != Consent::Withdrawn)
        });
        let names: Vec<String> = shown.filter_map(|(id, _)| name(id)).collect();
        missing(
            NO_INPUT,
            message!("cli-no-document", key = asked),
            asked,
            names.iter().map(String::as_str),
        )
    })
}

/// A code by key.
pub fn code(study: &Study, asked: &str) -> Result<CodeId, Failure> {
    let shown = study.shown_keys();
    let doubled = study.records.codes.keys().find(|id| {
        shown
            .get(&(*id).clone().into())
            .is_some_and(|key| key == asked)
    });
    let found = doubled.or_else(|| study.code_by_key(asked).map(|(id, _)| id));
    found.cloned().ok_or_else(|| {
        let codes = study.codes();
        let keys = codes.iter().map(|(_, code, _)| code.key.as_str());
        missing(DATA, message!("cli-no-code", key = asked), asked, keys)
    })
}

/// A scenario by key.
pub fn scenario(study: &Study, asked: &str) -> Result<ScenarioId, Failure> {
    let shown = study.shown_keys();
    let doubled = study.records.scenarios.keys().find(|id| {
        shown
            .get(&(*id).clone().into())
            .is_some_and(|key| key == asked)
    });
    let found = doubled.or_else(|| study.scenario_by_key(asked).map(|(id, _)| id));
    found.cloned().ok_or_else(|| {
        let keys = study.scenarios().into_iter().map(|(_, s)| s.key.as_str());
        missing(DATA, message!("cli-no-scenario", key = asked), asked, keys)
    })
}

/// Scenarios of marks.
pub fn marks(
    study: &Study,
    marks: &[Mark],
) -> Result<Vec<(ScenarioId, crate::study::word::Polarity)>, Failure> {
    marks
        .iter()
        .map(|mark| Ok((scenario(study, &mark.scenario)?, mark.polarity)))
        .collect()
}

/// An attribute by key.
pub fn attribute(study: &Study, asked: &str) -> Result<AttributeId, Failure> {
    study
        .attribute_by_key(asked)
        .map(|(id, _)| id.clone())
        .ok_or_else(|| {
            let keys = study.attributes().into_iter().map(|(_, a)| a.key.as_str());
            missing(DATA, message!("cli-no-attribute", key = asked), asked, keys)
        })
}

/// A value of an attribute by key.
pub fn value(study: &Study, attribute: &AttributeId, asked: &str) -> Result<ValueId, Failure> {
    let values = study.values_of(attribute);
    values
        .iter()
        .find(|(_, value)| value.key == asked)
        .map(|(id, _)| (*id).clone())
        .ok_or_else(|| {
            let keys = values.iter().map(|(_, value)| value.key.as_str());
            missing(DATA, message!("cli-no-value", key = asked), asked, keys)
        })
}

/// An organisation by pseudonym.
pub fn organisation(study: &Study, asked: &str) -> Result<OrganisationId, Failure> {
    study.organisation_by_key(asked).cloned().ok_or_else(|| {
        let keys = study.records.organisations.values().map(|o| o.key.as_str());
        missing(
            NO_INPUT,
            message!("cli-no-organisation", key = asked),
            asked,
            keys,
        )
    })
}

/// A participant of an interview by key; without one, the only one there is.
pub fn participant<'a>(
    study: &'a Study,
    session: &SessionId,
    asked: Option<&str>,
) -> Result<(&'a ParticipantId, &'a Participant), Failure> {
    let people = study.participants_of(session);
    let found = match asked {
        Some(key) => people.iter().find(|(_, p)| study.participant_key(p) == key),
        None => match people.as_slice() {
            [only] => Some(only),
            _ => None,
        },
    };
    found.copied().ok_or_else(|| {
        let keys = people.iter().map(|(_, p)| study.participant_key(p));
        let asked = asked.unwrap_or("");
        missing(
            NO_INPUT,
            message!("cli-no-participant", key = asked),
            asked,
            keys,
        )
    })
}

/// A note by id.
pub fn note(study: &Study, asked: &str) -> Result<NoteId, Failure> {
    let id = NoteId::new(asked);
    if study.records.notes.contains_key(&id) {
        Ok(id)
    } else {
        Err(Failure::new(NO_INPUT, message!("cli-no-note", id = asked)))
    }
}

/// A problem by id; one about a withdrawn interview is not there.
pub fn problem(study: &Study, asked: &str) -> Result<ProblemId, Failure> {
    let problems = study.problems();
    let found = problems.iter().find(|(id, _)| id.to_string() == asked);
    found
        .map(|(id, _)| (*id).clone())
        .ok_or_else(|| Failure::new(NO_INPUT, message!("cli-no-problem", id = asked)))
}

/// A certification by its code in the register.
pub fn certification(study: &Study, asked: &str) -> Result<CertificationId, Failure> {
    study
        .certification_by_key(asked)
        .map(|(id, _)| id.clone())
        .ok_or_else(|| {
            let all = study.certifications();
            let keys = all.iter().map(|(_, one)| one.key.as_str());
            missing(
                NO_INPUT,
                message!("cli-no-certification", key = asked),
                asked,
                keys,
            )
        })
}

/// A finding by its key.
pub fn finding(study: &Study, asked: &str) -> Result<FindingId, Failure> {
    study
        .finding_by_key(asked)
        .map(|(id, _)| id.clone())
        .ok_or_else(|| {
            let keys = study.findings().into_iter().map(|(_, f)| f.key.as_str());
            missing(
                NO_INPUT,
                message!("cli-no-finding", key = asked),
                asked,
                keys,
            )
        })
}

/// A coding by id.
pub fn coding(study: &Study, asked: &str) -> Result<CodingId, Failure> {
    let id = CodingId::new(asked);
    if study.records.codings.contains_key(&id) {
        Ok(id)
    } else {
        Err(Failure::new(
            NO_INPUT,
            message!("cli-no-coding", id = asked),
        ))
    }
}

/// `VALUE=N` as a number.
pub fn number<T: std::str::FromStr>(condition: &Condition) -> Result<T, Failure> {
    condition.value.parse().map_err(|_| {
        Failure::new(
            super::failure::USAGE,
            message!(
                "study-value-bad",
                what = &condition.key,
                value = &condition.value,
                expected = message!("import-expected-whole")
            ),
        )
    })
}
