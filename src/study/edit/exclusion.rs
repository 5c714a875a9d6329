//! Leaving passages out, and taking them in again.

use super::error::EditError;
use crate::message;
use crate::study::change::Change;
use crate::study::coding::Passage;
use crate::study::document::Texts;
use crate::study::exclusion::{Excluded, Exclusion};
use crate::study::fold::Study;
use crate::study::hidden::Hidden;
use crate::study::id::{ExclusionId, Mint, SessionId};

/// Leaves a passage of an interview out. One that is left out in the same words already stays as it is.
pub fn exclude(
    study: &Study,
    mint: &mut dyn Mint,
    session: &SessionId,
    what: Excluded,
    reason: &str,
    by: &str,
) -> Result<(ExclusionId, Vec<Change>), EditError> {
    if !study.records.sessions.contains_key(session) {
        return Err(EditError::Gone(session.to_string()));
    }
    let holder = match &what {
        Excluded::Time { from_ms, to_ms } => {
            if from_ms >= to_ms {
                return Err(EditError::BadValue {
                    what: "to".to_owned(),
                    value: crate::i18n::duration(to_ms.unsigned_abs()),
                    expected: message!("study-time-after"),
                });
            }
            Some(session)
        }
        Excluded::Note(note) => study.records.notes.get(note).map(|note| &note.session),
        Excluded::Text(passage) => study
            .place_of(&Passage::Text(passage.clone()))
            .and_then(|place| place.session())
            .and_then(|id| study.records.sessions.get_key_value(id))
            .map(|(id, _)| id),
    };
    if holder != Some(session) {
        return Err(EditError::Gone(session.to_string()));
    }
    let there = study
        .records
        .exclusions
        .iter()
        .find(|(_, one)| one.session == *session && one.what == what);
    if let Some((id, _)) = there {
        return Ok((id.clone(), Vec::new()));
    }
    let id = ExclusionId::mint(mint);
    let exclusion = Exclusion {
        session: session.clone(),
        what,
        reason: reason.trim().to_owned(),
        by: by.to_owned(),
        at: Some(super::whole_second(mint.now())),
    };
    Ok((id.clone(), vec![(id, exclusion).into()]))
}

/// Takes a passage in again that was left out.
pub fn readmit(study: &Study, id: &ExclusionId) -> Result<Vec<Change>, EditError> {
    if study.records.exclusions.contains_key(id) {
        Ok(vec![Change::remove(id.clone())])
    } else {
        Err(EditError::Gone(id.to_string()))
    }
}

/// What became of a passage that was in the text or out of it.
#[derive(Debug, Clone, PartialEq)]
pub enum Turned {
    /// It is left out.
    Out(Excluded),
    /// It is there again: what had left it out, in whole.
    Back(Vec<Excluded>),
}

/// Leaves a passage out; one of which anything is left out is taken in again, with all that left it out.
pub fn exclude_or_readmit(
    study: &Study,
    texts: &dyn Texts,
    mint: &mut dyn Mint,
    (session, passage): (&SessionId, Passage),
    by: &str,
) -> Result<(Turned, Vec<Change>), EditError> {
    let over = Hidden::of(study).over(study, texts, &passage);
    if over.is_empty() {
        let what = match passage {
            Passage::Note(note) => Excluded::Note(note),
            Passage::Text(text) => Excluded::Text(text),
        };
        let (_, changes) = exclude(study, mint, session, what.clone(), "", by)?;
        return Ok((Turned::Out(what), changes));
    }
    let mut changes = Vec::new();
    for (id, _) in &over {
        changes.extend(readmit(study, id)?);
    }
    let what = over.into_iter().map(|(_, one)| one.what.clone()).collect();
    Ok((Turned::Back(what), changes))
}
