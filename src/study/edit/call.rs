//! Acts during a call that are no answers: who is asked, in which order the cards lie.

use super::error::EditError;
use super::sessions::add_participant;
use super::values::organisation_named;
use crate::study::change::Change;
use crate::study::fold::Study;
use crate::study::id::{AttributeId, Mint, SessionId};
use crate::study::people::{INTERVIEWER, OrganisationField, Participant, ParticipantField};
use crate::study::session::SessionField;
use crate::study::settings::AttributeData;
use crate::study::word::AttributeOf;

/// Puts the scenario cards of an interview in an order that nobody chose.
pub fn shuffle_cards(
    study: &Study,
    mint: &mut dyn Mint,
    session: &SessionId,
) -> Result<Vec<Change>, EditError> {
    let scenarios = study.scenarios();
    let mut cards: Vec<_> = scenarios
        .iter()
        .map(|(id, _)| (mint.random(), *id))
        .collect();
    cards.sort();
    let order = cards.into_iter().map(|(_, id)| id.clone()).collect();
    if !study.records.sessions.contains_key(session) {
        return Err(EditError::Gone(session.to_string()));
    }
    Ok(vec![
        (session.clone(), SessionField::ScenarioOrder(order)).into(),
    ])
}

/// Fills attributes of the first person who is asked in an interview, and of the organisation that person speaks for.
/// Either is made where it is not there, under the name of the interview. `None` takes a value away.
pub fn fill_attributes(
    study: &Study,
    mint: &mut dyn Mint,
    session: &SessionId,
    data: Vec<(AttributeId, Option<AttributeData>)>,
) -> Result<Vec<Change>, EditError> {
    let record = study
        .records
        .sessions
        .get(session)
        .ok_or_else(|| EditError::Gone(session.to_string()))?;
    let of = |id: &AttributeId| {
        study
            .records
            .attributes
            .get(id)
            .map(|attribute| attribute.of)
    };
    let mut changes = Vec::new();
    let people = study.participants_of(session);
    let asked = people.iter().find(|(_, p)| p.role != INTERVIEWER);
    let known = match asked {
        Some((id, person)) => ((*id).clone(), (*person).clone()),
        None => {
            let (id, made) = add_participant(study, mint, session, Participant::default())?;
            changes.extend(made);
            (id, Participant::default())
        }
    };
    let (person, participant) = known;
    let mut organisation = participant.organisation.clone();
    if organisation.is_none()
        && data
            .iter()
            .any(|(id, data)| data.is_some() && of(id) == Some(AttributeOf::Organisation))
    {
        let (id, made) = organisation_named(study, mint, &record.key)?;
        changes.extend(made);
        let field = ParticipantField::Organisation(Some(id.clone()));
        changes.push((person.clone(), field).into());
        organisation = Some(id);
    }
    for (id, value) in data {
        let change = match (of(&id), &organisation) {
            (Some(AttributeOf::Participant), _)
                if participant.attributes.get(&id) != value.as_ref() =>
            {
                Some((person.clone(), ParticipantField::Attribute(id, value)).into())
            }
            (Some(AttributeOf::Organisation), Some(organisation)) => {
                let record = study.records.organisations.get(organisation);
                let before = record.and_then(|record| record.attributes.get(&id));
                (before != value.as_ref()).then(|| {
                    (
                        organisation.clone(),
                        OrganisationField::Attribute(id, value),
                    )
                        .into()
                })
            }
            _ => None,
        };
        changes.extend(change);
    }
    Ok(changes)
}
