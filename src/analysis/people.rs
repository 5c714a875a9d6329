//! Who was interviewed: interviews in order, their counted participants, the attributes that tables are cut by.

use crate::study::id::{AttributeId, OrganisationId, ParticipantId, SessionId};
use crate::study::people::{INTERVIEWER, Organisation, Participant};
use crate::study::settings::AttributeData;
use crate::study::word::{AttributeKind, Consent};
use crate::study::{Study, label};
use std::collections::{BTreeSet, HashMap, HashSet};

/// The attribute that every participant has, also in a study that declares none.
pub const ROLE: &str = "role";

/// An attribute with its values, as tables are cut by it.
#[derive(Debug)]
pub struct Dimension<'a> {
    /// Column name in files.
    pub key: &'a str,
    /// Label in the reader's language.
    pub label: String,
    /// Whether it is a stratum.
    pub stratum: bool,
    /// The attribute; none for the role where the study declares no attribute of that name.
    pub attribute: Option<&'a AttributeId>,
    /// Values: those of a choice in the study's order, those of numbers and texts as they occur, sorted.
    pub values: Vec<DimensionValue>,
}

/// One value of a dimension.
#[derive(Debug)]
pub struct DimensionValue {
    /// Word in files.
    pub key: String,
    /// Label in the reader's language.
    pub label: String,
    /// How many there are in the population.
    pub universe: Option<u64>,
}

/// Somebody who speaks in an interview.
#[derive(Debug)]
pub struct Person<'a> {
    /// The id.
    pub id: &'a ParticipantId,
    /// The record.
    pub record: &'a Participant,
    /// Words are not counted.
    pub interviewer: bool,
    /// Value by dimension.
    pub values: Vec<Option<usize>>,
    /// The organisation spoken for, by place in [`People::organisations`].
    pub organisation: Option<usize>,
}

impl Person<'_> {
    /// Whether this person's words and answers count.
    pub fn counts(&self) -> bool {
        !self.interviewer && self.record.consent != Consent::Withdrawn
    }
}

/// One interview.
#[derive(Debug)]
pub struct Interview<'a> {
    /// The id.
    pub id: &'a SessionId,
    /// Key as shown.
    pub key: &'a str,
    /// It has a transcript, a note or an answer.
    pub held: bool,
    /// What it allows as a whole.
    pub consent: Consent,
    /// Its people, in order.
    pub people: Vec<Person<'a>>,
}

impl<'a> Interview<'a> {
    /// Whether it was held and not withdrawn.
    pub fn counts(&self) -> bool {
        self.held && self.consent != Consent::Withdrawn
    }

    /// Whether of somebody whose words it holds it is not known what they allow; so too where nobody is named.
    pub fn is_unasked(&self) -> bool {
        let mut asked = self.people.iter().filter(|person| !person.interviewer);
        let none = !self.people.iter().any(|person| !person.interviewer);
        none || asked.any(|person| person.record.consent == Consent::Unknown)
    }

    /// Organisations of its counted people, by place.
    pub fn organisations(&self) -> impl Iterator<Item = usize> + '_ {
        self.people
            .iter()
            .filter(|person| person.counts())
            .filter_map(|person| person.organisation)
    }

    /// Its people as the rule of speakers takes them.
    pub fn records(&self) -> Vec<(&'a ParticipantId, &'a Participant)> {
        self.people
            .iter()
            .map(|person| (person.id, person.record))
            .collect()
    }

    /// Whether a counted person has this value.
    pub fn has(&self, dimension: usize, value: usize) -> bool {
        self.people
            .iter()
            .any(|person| person.counts() && person.values.get(dimension) == Some(&Some(value)))
    }
}

/// All interviews, in the order of their keys, and the dimensions of the study.
#[derive(Debug)]
pub struct People<'a> {
    /// The interviews.
    pub interviews: Vec<Interview<'a>>,
    /// Attributes in the study's order, then the role where no attribute is called so.
    pub dimensions: Vec<Dimension<'a>>,
    /// Organisations that have a pseudonym, by it.
    pub organisations: Vec<(&'a OrganisationId, &'a Organisation)>,
    by_id: HashMap<&'a SessionId, usize>,
}

impl<'a> People<'a> {
    /// Reads a study once. `keys`: keys as shown, for those that several interviews carry.
    pub fn of(study: &'a Study, keys: &'a super::Keys, language: &str) -> Self {
        let dimensions = dimensions(study, language);
        let held = held(study);
        let mut organisations: Vec<_> = study
            .records
            .organisations
            .iter()
            .filter(|(_, organisation)| !organisation.key.is_empty())
            .collect();
        organisations.sort_by(|a, b| (&a.1.key, a.0).cmp(&(&b.1.key, b.0)));
        let places: HashMap<&OrganisationId, usize> = organisations
            .iter()
            .enumerate()
            .map(|(at, (id, _))| (*id, at))
            .collect();
        let mut people: HashMap<&SessionId, Vec<(&ParticipantId, &Participant)>> = HashMap::new();
        for (id, participant) in &study.records.participants {
            people
                .entry(&participant.session)
                .or_default()
                .push((id, participant));
        }
        let mut interviews: Vec<Interview> = study
            .records
            .sessions
            .iter()
            .map(|(id, session)| {
                let mut own = people.remove(id).unwrap_or_default();
                own.sort_by(|a, b| {
                    (a.1.position, &a.1.key, a.0).cmp(&(b.1.position, &b.1.key, b.0))
                });
                Interview {
                    id,
                    key: keys.session(id, session),
                    held: held.contains(id),
                    consent: consent(&own),
                    people: own
                        .into_iter()
                        .map(|(id, record)| person(study, id, record, &dimensions, &places))
                        .collect(),
                }
            })
            .collect();
        interviews.sort_by(|a, b| (a.key, a.id).cmp(&(b.key, b.id)));
        let by_id = interviews
            .iter()
            .enumerate()
            .map(|(at, interview)| (interview.id, at))
            .collect();
        Self {
            interviews,
            dimensions,
            organisations,
            by_id,
        }
    }

    /// Place of an interview in the list.
    pub fn place(&self, session: &SessionId) -> Option<usize> {
        self.by_id.get(session).copied()
    }

    /// Interviews that were held and count.
    pub fn counted(&self) -> impl Iterator<Item = (usize, &Interview<'a>)> {
        self.interviews
            .iter()
            .enumerate()
            .filter(|(_, interview)| interview.counts())
    }

    /// Withdrawn interviews, those that the study no longer holds included.
    pub fn n_withdrawn(&self, study: &Study) -> usize {
        self.interviews
            .iter()
            .filter(|interview| interview.consent == Consent::Withdrawn)
            .count()
            + study.settings().withdrawn as usize
    }
}

fn person<'a>(
    study: &'a Study,
    id: &'a ParticipantId,
    record: &'a Participant,
    dimensions: &[Dimension],
    organisations: &HashMap<&OrganisationId, usize>,
) -> Person<'a> {
    let values = dimensions
        .iter()
        .map(|dimension| {
            let text = value_text(study, record, dimension)?;
            dimension.values.iter().position(|value| value.key == text)
        })
        .collect();
    Person {
        id,
        record,
        interviewer: record.role == INTERVIEWER,
        values,
        organisation: record
            .organisation
            .as_ref()
            .and_then(|id| organisations.get(id).copied()),
    }
}

/// What a participant has in a dimension, as files write it.
fn value_text(study: &Study, record: &Participant, dimension: &Dimension) -> Option<String> {
    let own = dimension
        .attribute
        .and_then(|id| study.attribute_of(record, id))
        .map(|data: &AttributeData| study.data_text(data))
        .filter(|text| !text.is_empty());
    if own.is_none() && dimension.key == ROLE {
        return Some(record.role.clone()).filter(|role| !role.is_empty() && role != INTERVIEWER);
    }
    own
}

fn dimensions<'a>(study: &'a Study, language: &str) -> Vec<Dimension<'a>> {
    let mut list: Vec<Dimension> = study
        .attributes()
        .into_iter()
        .map(|(id, attribute)| {
            let values = if attribute.kind == AttributeKind::Choice {
                study.values_of(id)
            } else {
                Vec::new()
            };
            Dimension {
                key: &attribute.key,
                label: or_key(label(&attribute.labels, language, study), &attribute.key),
                stratum: attribute.stratum,
                attribute: Some(id),
                values: values
                    .into_iter()
                    .map(|(_, value)| DimensionValue {
                        key: value.key.clone(),
                        label: or_key(label(&value.labels, language, study), &value.key),
                        universe: value.universe,
                    })
                    .collect(),
            }
        })
        .collect();
    if !list.iter().any(|dimension| dimension.key == ROLE) {
        list.push(Dimension {
            key: ROLE,
            label: ROLE.to_owned(),
            stratum: false,
            attribute: None,
            values: Vec::new(),
        });
    }
    for dimension in &mut list {
        let known: HashSet<&str> = dimension.values.iter().map(|v| v.key.as_str()).collect();
        let found: BTreeSet<String> = study
            .records
            .participants
            .values()
            .filter_map(|record| value_text(study, record, dimension))
            .filter(|text| !known.contains(text.as_str()))
            .collect();
        let mut found: Vec<String> = found.into_iter().collect();
        let number = |text: &String| text.parse::<f64>().ok();
        if found.iter().all(|text| number(text).is_some()) {
            found.sort_by(|a, b| number(a).partial_cmp(&number(b)).unwrap_or(a.cmp(b)));
        }
        dimension
            .values
            .extend(found.into_iter().map(|key| DimensionValue {
                label: key.clone(),
                key,
                universe: None,
            }));
    }
    list
}

fn or_key(label: &str, key: &str) -> String {
    if label.is_empty() { key } else { label }.to_owned()
}

/// Interviews that have a transcript, a note or an answer.
fn held(study: &Study) -> HashSet<&SessionId> {
    let records = &study.records;
    let documents = records
        .documents
        .values()
        .filter_map(|d| d.session.as_ref());
    let notes = records.notes.values().map(|note| &note.session);
    let answers = records.answers.values().map(|answer| &answer.session);
    documents.chain(notes).chain(answers).collect()
}

/// As [`Study::session_consent`], over a list that is at hand.
fn consent(people: &[(&ParticipantId, &Participant)]) -> Consent {
    let asked = people.iter().filter(|(_, p)| p.role != INTERVIEWER);
    Consent::of_all(asked.map(|(_, p)| p.consent))
}
