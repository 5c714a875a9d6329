//! Acts during a call that are no answers: its beginning, its clock, who is asked, in which order the cards lie.

use super::error::EditError;
use super::sessions::add_participant;
use super::values::organisation_named;
use crate::study::change::Change;
use crate::study::clock::{self, Moment};
use crate::study::fold::Study;
use crate::study::id::{AttributeId, Mint, SessionId};
use crate::study::people::{INTERVIEWER, OrganisationField, Participant, ParticipantField};
use crate::study::session::{Session, SessionField};
use crate::study::settings::AttributeData;
use crate::study::word::{AttributeOf, SessionState};

/// Begins a call. One that is taken up again goes on where it ended: what lies between is a pause.
pub fn begin_call(id: &SessionId, session: &Session, now: &Moment) -> Vec<Change> {
    let mut fields = vec![SessionField::State(SessionState::Running)];
    let running = Session {
        state: SessionState::Running,
        ..session.clone()
    };
    match (session.started_at, session.ended_at) {
        (None, _) => {
            fields.push(SessionField::StartedAt(Some(now.wall)));
            let boot = now.boot.clone();
            fields.extend(boot.map(|boot| SessionField::Boot(Some(boot))));
        }
        (Some(began), Some(ended)) => {
            let lasted = ended.as_millisecond() - began.as_millisecond();
            let stood = Session {
                paused_ms: Some((lasted - session.shift_ms - clock::paused(session)).max(0)),
                ..running
            };
            fields.extend(resumed(&stood, now));
            fields.push(SessionField::EndedAt(None));
        }
        (Some(_), None) => {}
    }
    fields.into_iter().map(|f| (id.clone(), f).into()).collect()
}

/// Ends a call, with the minutes it took; pauses are none of them.
pub fn end_call(id: &SessionId, session: &Session, now: &Moment) -> Vec<Change> {
    let mut fields = vec![
        SessionField::State(SessionState::Done),
        SessionField::EndedAt(Some(now.wall)),
    ];
    if let Some(elapsed) = clock::elapsed(session, now) {
        let minutes = u32::try_from((elapsed + 30_000) / 60_000).unwrap_or(u32::MAX);
        fields.push(SessionField::Minutes(Some(minutes)));
    }
    fields.extend(resumed(session, now));
    fields.into_iter().map(|f| (id.clone(), f).into()).collect()
}

/// Lets the clock of a running call stand still, or go on where it does.
pub fn pause_call(id: &SessionId, session: &Session, now: &Moment) -> Vec<Change> {
    let fields = if session.paused_ms.is_some() {
        resumed(session, now)
    } else {
        let at = clock::elapsed(session, now);
        at.map(|at| SessionField::PausedMs(Some(at)))
            .into_iter()
            .collect()
    };
    fields.into_iter().map(|f| (id.clone(), f).into()).collect()
}

/// The end of the pause that goes on; nothing where none does.
fn resumed(session: &Session, now: &Moment) -> Vec<SessionField> {
    let (Some(at), Some(length)) = (session.paused_ms, clock::pausing(session, now)) else {
        return Vec::new();
    };
    // Two pauses in one moment are one.
    let before = session.pauses.get(&at).copied().unwrap_or(0);
    vec![
        SessionField::PausedMs(None),
        SessionField::Pause(at, Some(before + length)),
    ]
}

/// Writes down that the wall clock was changed, or that the machine was started again, where that is new.
pub fn keep_clock(id: &SessionId, session: &Session, now: &Moment) -> Vec<Change> {
    if session.state != SessionState::Running {
        return Vec::new();
    }
    let shift = clock::shifted(session, now).map(SessionField::ShiftMs);
    let boot = clock::rebased(session, now).map(|boot| SessionField::Boot(Some(boot)));
    shift
        .into_iter()
        .chain(boot)
        .map(|field| (id.clone(), field).into())
        .collect()
}

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
