//! Acts on interviews and the people in them.

use super::error::{EditError, clean_key};
use super::order::last_position;
use crate::study::change::{Change, Item};
use crate::study::fold::Study;
use crate::study::id::{Mint, ParticipantId, SessionId, SubjectId};
use crate::study::people::Participant;
use crate::study::session::{Session, SessionField};

fn key_is_free(study: &Study, key: &str, but: Option<&SessionId>) -> Result<(), EditError> {
    match study.session_by_key(key) {
        Some((id, _)) if Some(id) != but => Err(EditError::KeyTaken(key.to_owned())),
        _ => Ok(()),
    }
}

/// A new interview.
pub fn add_session(
    study: &Study,
    mint: &mut dyn Mint,
    key: &str,
    session: Session,
) -> Result<(SessionId, Vec<Change>), EditError> {
    let key = clean_key(key)?;
    key_is_free(study, &key, None)?;
    let id = SessionId::mint(mint);
    let session = Session {
        key,
        subject: SubjectId::mint(mint),
        ..session
    };
    Ok((id.clone(), vec![(id, session).into()]))
}

/// Another key for an interview.
pub fn rename_session(study: &Study, id: &SessionId, key: &str) -> Result<Vec<Change>, EditError> {
    let key = clean_key(key)?;
    key_is_free(study, &key, Some(id))?;
    let session = study
        .records
        .sessions
        .get(id)
        .ok_or_else(|| EditError::Gone(id.to_string()))?;
    Ok(if session.key == key {
        vec![]
    } else {
        vec![(id.clone(), SessionField::Key(key)).into()]
    })
}

/// Removes an interview with all that belongs to it; undo brings it all back.
pub fn remove_session(study: &Study, id: &SessionId) -> Result<Vec<Change>, EditError> {
    let records = &study.records;
    if !records.sessions.contains_key(id) {
        return Err(EditError::Gone(id.to_string()));
    }
    let mut gone: Vec<Item> = records
        .codings
        .iter()
        .filter(|(_, coding)| study.session_of_passage(&coding.passage) == Some(id))
        .map(|(coding, _)| coding.clone().into())
        .collect();
    for (document, _) in study.documents_of(id) {
        gone.extend(
            study
                .versions_of(document)
                .into_iter()
                .map(|(version, _)| version.clone().into()),
        );
        gone.push(document.clone().into());
    }
    gone.extend(
        study
            .notes_of(id)
            .into_iter()
            .map(|(note, _)| note.clone().into()),
    );
    let answers = records
        .answers
        .iter()
        .filter(|(_, answer)| answer.session == *id);
    gone.extend(answers.map(|(answer, _)| answer.clone().into()));
    let problems = records
        .problems
        .iter()
        .filter(|(_, problem)| problem.session.as_ref() == Some(id));
    gone.extend(problems.map(|(problem, _)| problem.clone().into()));
    let summaries = records
        .summaries
        .iter()
        .filter(|(_, summary)| summary.session == *id);
    gone.extend(summaries.map(|(summary, _)| summary.clone().into()));
    gone.extend(
        study
            .participants_of(id)
            .into_iter()
            .map(|(person, _)| person.clone().into()),
    );
    let exclusions = records
        .exclusions
        .iter()
        .filter(|(_, exclusion)| exclusion.session == *id);
    gone.extend(exclusions.map(|(exclusion, _)| exclusion.clone().into()));
    gone.push(id.clone().into());
    Ok(gone.into_iter().map(Change::Remove).collect())
}

/// A new participant of an interview.
pub fn add_participant(
    study: &Study,
    mint: &mut dyn Mint,
    session: &SessionId,
    participant: Participant,
) -> Result<(ParticipantId, Vec<Change>), EditError> {
    if !study.records.sessions.contains_key(session) {
        return Err(EditError::Gone(session.to_string()));
    }
    let key = participant.key.trim().to_owned();
    if study
        .participants_of(session)
        .iter()
        .any(|(_, other)| other.key == key)
    {
        return Err(EditError::KeyTaken(key));
    }
    let positions = study
        .records
        .participants
        .values()
        .map(|participant| participant.position);
    let participant = Participant {
        key,
        subject: SubjectId::mint(mint),
        session: session.clone(),
        position: last_position(positions),
        ..participant
    };
    let id = ParticipantId::mint(mint);
    Ok((id.clone(), vec![(id, participant).into()]))
}
