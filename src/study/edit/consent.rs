//! What people allow: said, by whom written down, when, and on which form.

use super::error::EditError;
use super::sessions::add_participant;
use crate::message;
use crate::study::change::Change;
use crate::study::fold::Study;
use crate::study::id::{Mint, SessionId};
use crate::study::people::{INTERVIEWER, Participant};
use crate::study::word::{Consent, YesNo};
use jiff::Timestamp;

/// What was said; what was not spoken of stays as it is.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Allowed {
    /// Whether words may be quoted; or everything is withdrawn.
    pub consent: Option<Consent>,
    /// Whether the call may be recorded.
    pub recording: Option<YesNo>,
    /// Whether one may come back to them.
    pub contact: Option<YesNo>,
    /// Whether they were asked at the end if something should stay out.
    pub closing: Option<YesNo>,
    /// Items of the guide's form, by key: told, or not told after all.
    pub informed: Vec<(String, bool)>,
}

/// Who wrote it down, and when it was said.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Heard<'a> {
    /// When.
    pub at: Timestamp,
    /// By whom.
    pub by: &'a str,
}

/// What one participant, or everybody who is asked in the interview, allows. An interview without participants gets one
/// of its own name. With it stand the moment, who wrote it down and the version of the guide's form; what is said once
/// more is said anew. A withdrawal leaves standing when, and on which form, consent was given.
///
/// Errors: a participant who is not there, an item that the guide's form does not have.
pub fn set_consent(
    study: &Study,
    mint: &mut dyn Mint,
    session: &SessionId,
    participant: Option<&str>,
    allowed: &Allowed,
    heard: Heard<'_>,
) -> Result<Vec<Change>, EditError> {
    let form = study
        .guide_of(session)
        .and_then(|plan| plan.consent)
        .unwrap_or_default();
    let known = |key: &String| form.items.iter().any(|item| item.key == *key);
    if let Some((key, _)) = allowed.informed.iter().find(|(key, _)| !known(key)) {
        let keys: Vec<&str> = form.items.iter().map(|item| item.key.as_str()).collect();
        return Err(EditError::BadValue {
            what: "informed".to_owned(),
            value: key.clone(),
            expected: message!(
                "study-consent-items",
                n = keys.len(),
                items = keys.join(", ")
            ),
        });
    }
    let people = study.participants_of(session);
    let chosen: Vec<_> = match participant {
        Some(key) => people
            .iter()
            .filter(|(_, p)| study.participant_key(p) == key)
            .collect(),
        None => people
            .iter()
            .filter(|(_, p)| p.role != INTERVIEWER)
            .collect(),
    };
    if let (Some(key), true) = (participant, chosen.is_empty()) {
        return Err(EditError::Gone(key.to_owned()));
    }
    if *allowed == Allowed::default() {
        return Ok(Vec::new());
    }
    let heard_now = |before: &Participant| after(before, allowed, heard, &form.version);
    if chosen.is_empty() {
        let alone = heard_now(&Participant::default());
        return add_participant(study, mint, session, alone).map(|(_, changes)| changes);
    }
    // who withdrew earlier withdrew then
    let again = |before: &Participant| {
        participant.is_none()
            && allowed.consent == Some(Consent::Withdrawn)
            && before.consent == Consent::Withdrawn
    };
    Ok(chosen
        .into_iter()
        .filter(|(_, before)| !again(before))
        .flat_map(|(id, before)| {
            let fields = before.diff(&heard_now(before));
            fields
                .into_iter()
                .map(|field| ((*id).clone(), field).into())
        })
        .collect())
}

/// A participant as they stand once they were heard, with the version of the guide's form: what [`set_consent`] sets.
pub fn heard(
    study: &Study,
    before: &Participant,
    allowed: &Allowed,
    heard: Heard<'_>,
) -> Participant {
    let form = study
        .guide_of(&before.session)
        .and_then(|plan| plan.consent)
        .unwrap_or_default();
    after(before, allowed, heard, &form.version)
}

fn after(before: &Participant, allowed: &Allowed, heard: Heard<'_>, form: &str) -> Participant {
    let mut now = before.clone();
    now.recording = allowed.recording.unwrap_or(now.recording);
    now.contact = allowed.contact.unwrap_or(now.contact);
    now.closing = allowed.closing.unwrap_or(now.closing);
    for (key, told) in &allowed.informed {
        now.informed.insert(key.clone(), *told);
    }
    heard.by.clone_into(&mut now.consent_by);
    now.consent = allowed.consent.unwrap_or(now.consent);
    if allowed.consent == Some(Consent::Withdrawn) {
        now.withdrawn_at = Some(heard.at);
        return now;
    }
    if now.consent != Consent::Withdrawn {
        now.withdrawn_at = None;
    }
    now.consent_at = Some(heard.at);
    form.clone_into(&mut now.consent_form);
    now
}
