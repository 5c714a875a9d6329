//! Ways to read a study that every room shares: order, paths, places, who spoke, what is allowed.

use super::codebook::Code;
use super::coding::{Coding, Passage};
use super::document::{Document, Version};
use super::fold::Study;
use super::id::{
    AttributeId, CodeId, DocumentId, NoteId, OrganisationId, ParticipantId, ProblemId, ScenarioId,
    SessionId, ValueId, VersionId,
};
use super::people::{INTERVIEWER, Participant};
use super::session::{Note, Problem, Session};
use super::settings::{Attribute, AttributeData, Scenario, Value};
use super::word::{AttributeOf, Consent, Origin};
use std::collections::{BTreeMap, BTreeSet};

/// Where a passage lies.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Place<'a> {
    /// In an interview's transcript.
    Transcript(&'a SessionId, &'a DocumentId, &'a VersionId),
    /// In a reference text.
    Reference(&'a DocumentId, &'a VersionId),
    /// In a note of an interview.
    Note(&'a SessionId, &'a NoteId),
}

impl<'a> Place<'a> {
    /// The interview, where it is in one.
    pub fn session(&self) -> Option<&'a SessionId> {
        match self {
            Self::Transcript(session, ..) | Self::Note(session, _) => Some(session),
            Self::Reference(..) => None,
        }
    }
}

/// Who a speaker's name stands for in an interview.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Speaker<'a> {
    /// Somebody whose words are not counted.
    Interviewer(Option<&'a ParticipantId>),
    /// A participant.
    Participant(&'a ParticipantId),
    /// Nobody that is known; counted all the same.
    Unknown,
}

impl Study {
    /// Interviews in the order of their keys.
    pub fn sessions(&self) -> Vec<(&SessionId, &Session)> {
        let mut list: Vec<_> = self.records.sessions.iter().collect();
        list.sort_by(|a, b| a.1.key.cmp(&b.1.key).then(a.0.cmp(b.0)));
        list
    }

    /// An interview by key.
    pub fn session_by_key(&self, key: &str) -> Option<(&SessionId, &Session)> {
        self.sessions()
            .into_iter()
            .find(|(_, session)| session.key == key)
    }

    /// Who has coded, by name; what several decided together is nobody's.
    pub fn coders(&self) -> BTreeSet<&str> {
        let codings = self.records.codings.values();
        codings
            .filter(|coding| coding.origin != Origin::Settled)
            .map(|coding| coding.coder.as_str())
            .collect()
    }

    /// Scenarios in the study's order.
    pub fn scenarios(&self) -> Vec<(&ScenarioId, &Scenario)> {
        let mut list: Vec<_> = self.records.scenarios.iter().collect();
        list.sort_by(|a, b| (a.1.position, &a.1.key, a.0).cmp(&(b.1.position, &b.1.key, b.0)));
        list
    }

    /// A scenario by key.
    pub fn scenario_by_key(&self, key: &str) -> Option<(&ScenarioId, &Scenario)> {
        self.scenarios()
            .into_iter()
            .find(|(_, scenario)| scenario.key == key)
    }

    /// Attributes in the study's order.
    pub fn attributes(&self) -> Vec<(&AttributeId, &Attribute)> {
        let mut list: Vec<_> = self.records.attributes.iter().collect();
        list.sort_by(|a, b| (a.1.position, &a.1.key, a.0).cmp(&(b.1.position, &b.1.key, b.0)));
        list
    }

    /// An attribute by key.
    pub fn attribute_by_key(&self, key: &str) -> Option<(&AttributeId, &Attribute)> {
        self.attributes()
            .into_iter()
            .find(|(_, attribute)| attribute.key == key)
    }

    /// Values of a choice attribute, in order.
    pub fn values_of(&self, attribute: &AttributeId) -> Vec<(&ValueId, &Value)> {
        let mut list: Vec<_> = self
            .records
            .values
            .iter()
            .filter(|(_, value)| value.attribute == *attribute)
            .collect();
        list.sort_by(|a, b| (a.1.position, &a.1.key, a.0).cmp(&(b.1.position, &b.1.key, b.0)));
        list
    }

    /// An attribute's data as files write it.
    pub fn data_text(&self, data: &AttributeData) -> String {
        match data {
            AttributeData::Choice(id) => self
                .records
                .values
                .get(id)
                .map_or_else(String::new, |value| value.key.clone()),
            AttributeData::Number(number) => number.to_string(),
            AttributeData::Text(text) => text.clone(),
        }
    }

    /// An attribute's data as people read it: a value by its words, else by its key.
    pub fn data_words(&self, data: &AttributeData, language: &str) -> String {
        let value = match data {
            AttributeData::Choice(id) => self.records.values.get(id),
            _ => None,
        };
        value
            .map(|value| label(&value.labels, language, self).to_owned())
            .filter(|words| !words.is_empty())
            .unwrap_or_else(|| self.data_text(data))
    }

    /// Participants of an interview, in order.
    pub fn participants_of(&self, session: &SessionId) -> Vec<(&ParticipantId, &Participant)> {
        let mut list: Vec<_> = self
            .records
            .participants
            .iter()
            .filter(|(_, p)| p.session == *session)
            .collect();
        list.sort_by(|a, b| (a.1.position, &a.1.key, a.0).cmp(&(b.1.position, &b.1.key, b.0)));
        list
    }

    /// Pseudonym of a participant: its key, else its interview's.
    pub fn participant_key<'a>(&'a self, participant: &'a Participant) -> &'a str {
        if participant.key.is_empty() {
            self.records
                .sessions
                .get(&participant.session)
                .map_or("", |session| &session.key)
        } else {
            &participant.key
        }
    }

    /// An organisation by pseudonym.
    pub fn organisation_by_key(&self, key: &str) -> Option<&OrganisationId> {
        self.records
            .organisations
            .iter()
            .find(|(_, o)| o.key == key)
            .map(|(id, _)| id)
    }

    /// What a participant has for an attribute, its own or its organisation's.
    pub fn attribute_of<'a>(
        &'a self,
        participant: &'a Participant,
        id: &AttributeId,
    ) -> Option<&'a AttributeData> {
        match self.records.attributes.get(id)?.of {
            AttributeOf::Participant => participant.attributes.get(id),
            AttributeOf::Organisation => self
                .records
                .organisations
                .get(participant.organisation.as_ref()?)?
                .attributes
                .get(id),
        }
    }

    /// Documents of an interview, by key.
    pub fn documents_of(&self, session: &SessionId) -> Vec<(&DocumentId, &Document)> {
        let mut list: Vec<_> = self
            .records
            .documents
            .iter()
            .filter(|(_, d)| d.session.as_ref() == Some(session))
            .collect();
        list.sort_by(|a, b| a.1.key.cmp(&b.1.key).then(a.0.cmp(b.0)));
        list
    }

    /// Reference texts, by key.
    pub fn references(&self) -> Vec<(&DocumentId, &Document)> {
        let mut list: Vec<_> = self
            .records
            .documents
            .iter()
            .filter(|(_, d)| d.session.is_none())
            .collect();
        list.sort_by(|a, b| a.1.key.cmp(&b.1.key).then(a.0.cmp(b.0)));
        list
    }

    /// Versions of a document, oldest first.
    pub fn versions_of(&self, document: &DocumentId) -> Vec<(&VersionId, &Version)> {
        let mut list: Vec<_> = self
            .records
            .versions
            .iter()
            .filter(|(_, v)| v.document == *document)
            .collect();
        list.sort_by(|a, b| (a.1.number, a.0).cmp(&(b.1.number, b.0)));
        list
    }

    /// The newest version of a document.
    pub fn newest_version(&self, document: &DocumentId) -> Option<(&VersionId, &Version)> {
        self.versions_of(document).pop()
    }

    /// Notes of an interview, in the order of the call: by time, then place, then id; those without a time last.
    pub fn notes_of(&self, session: &SessionId) -> Vec<(&NoteId, &Note)> {
        let mut list: Vec<_> = self
            .records
            .notes
            .iter()
            .filter(|(_, n)| n.session == *session)
            .collect();
        list.sort_by(|a, b| {
            let key = |note: &Note| (note.t_ms.is_none(), note.t_ms, note.position);
            key(a.1).cmp(&key(b.1)).then(a.0.cmp(b.0))
        });
        list
    }

    /// Problems in the order they were met, those without a moment first. What is about a withdrawn interview is left
    /// out.
    pub fn problems(&self) -> Vec<(&ProblemId, &Problem)> {
        let gone = |problem: &Problem| {
            problem
                .session
                .as_ref()
                .is_some_and(|session| self.session_consent(session) == Consent::Withdrawn)
        };
        let mut list: Vec<_> = self
            .records
            .problems
            .iter()
            .filter(|(_, problem)| !gone(problem))
            .collect();
        list.sort_by_key(|(id, problem)| (problem.at, *id));
        list
    }

    /// Where a passage lies; `None` when what held it is gone.
    pub fn place_of<'a>(&'a self, passage: &'a Passage) -> Option<Place<'a>> {
        match passage {
            Passage::Note(id) => {
                let note = self.records.notes.get(id)?;
                self.records.sessions.get(&note.session)?;
                Some(Place::Note(&note.session, id))
            }
            Passage::Text(text) => {
                let version = self.records.versions.get(&text.version)?;
                let document = self.records.documents.get(&version.document)?;
                match &document.session {
                    None => Some(Place::Reference(&version.document, &text.version)),
                    Some(session) => {
                        self.records.sessions.get(session)?;
                        Some(Place::Transcript(session, &version.document, &text.version))
                    }
                }
            }
        }
    }

    /// The interview of a passage.
    pub fn session_of_passage<'a>(&'a self, passage: &'a Passage) -> Option<&'a SessionId> {
        self.place_of(passage)?.session()
    }

    /// All codings of a document's versions, by id.
    pub fn codings_of_document(
        &self,
        document: &DocumentId,
    ) -> BTreeMap<&super::id::CodingId, &Coding> {
        self.versions_of(document)
            .into_iter()
            .flat_map(|(version, _)| self.codings_of_version(version))
            .filter_map(|id| self.records.codings.get_key_value(id))
            .collect()
    }

    /// The code that readers see for a given one: the end of its aliases; `None` when it is gone.
    pub fn resolve_code<'a>(&'a self, id: &'a CodeId) -> Option<&'a CodeId> {
        let mut at = id;
        for _ in 0..=self.records.codes.len() {
            match self.records.codes.get(at)?.alias.as_ref() {
                // An alias to a code that was removed since has no effect.
                Some(next) if self.records.codes.contains_key(next) => at = next,
                _ => return self.records.codes.get_key_value(at).map(|(id, _)| id),
            }
        }
        None
    }

    /// Codes as the codebook shows them: children below their parent, merged ones left out; with their depth.
    pub fn codes(&self) -> Vec<(&CodeId, &Code, usize)> {
        let codes = &self.records.codes;
        let mut below: BTreeMap<Option<&CodeId>, Vec<(&CodeId, &Code)>> = BTreeMap::new();
        for (id, code) in codes {
            if self.resolve_code(id) == Some(id) {
                let parent = code
                    .parent
                    .as_ref()
                    .and_then(|p| self.resolve_code(p))
                    .filter(|p| *p != id);
                below.entry(parent).or_default().push((id, code));
            }
        }
        for list in below.values_mut() {
            list.sort_by(|a, b| (a.1.position, &a.1.key, a.0).cmp(&(b.1.position, &b.1.key, b.0)));
        }
        let mut out = Vec::with_capacity(codes.len());
        let mut seen = BTreeSet::new();
        let roots = below.get(&None).cloned().unwrap_or_default();
        let mut stack: Vec<(&CodeId, &Code, usize)> =
            roots.into_iter().rev().map(|(id, c)| (id, c, 0)).collect();
        // Aliases given by several replicas can close a circle of parents: its codes are shown at the top, none is lost.
        let mut left = codes
            .iter()
            .filter(|(id, _)| self.resolve_code(id) == Some(id));
        loop {
            while let Some((id, code, depth)) = stack.pop() {
                if !seen.insert(id) {
                    continue;
                }
                out.push((id, code, depth));
                if let Some(list) = below.get(&Some(id)) {
                    stack.extend(list.iter().rev().map(|(id, code)| (*id, *code, depth + 1)));
                }
            }
            match left.find(|(id, _)| !seen.contains(id)) {
                Some((id, code)) => stack.push((id, code, 0)),
                None => break,
            }
        }
        out
    }

    /// A code by key, among those the codebook shows.
    pub fn code_by_key(&self, key: &str) -> Option<(&CodeId, &Code)> {
        let mut found: Vec<_> = self
            .records
            .codes
            .iter()
            .filter(|(id, code)| code.key == key && self.resolve_code(id) == Some(id))
            .collect();
        found.sort_by_key(|(id, _)| *id);
        found.into_iter().next()
    }

    /// Keys from the root to a code, joined by ` > `.
    pub fn code_path(&self, id: &CodeId) -> String {
        let mut keys = Vec::new();
        let mut at = Some(id);
        while let Some(code) = at.and_then(|id| self.records.codes.get(id)) {
            keys.push(code.key.as_str());
            if keys.len() > self.records.codes.len() {
                break;
            }
            at = code
                .parent
                .as_ref()
                .and_then(|parent| self.resolve_code(parent));
        }
        keys.reverse();
        keys.join(" > ")
    }

    /// Whom a speaker's name stands for.
    pub fn speaker<'a>(&'a self, session: &SessionId, speaker: Option<&str>) -> Speaker<'a> {
        speaker_among(&self.participants_of(session), speaker)
    }

    /// How a speaker is called where others may read it: by pseudonym; as the file has it where nobody has a row.
    pub fn speaker_key<'a>(&'a self, session: &SessionId, speaker: Option<&'a str>) -> &'a str {
        let person = match self.speaker(session, speaker) {
            Speaker::Participant(id) | Speaker::Interviewer(Some(id)) => {
                self.records.participants.get(id)
            }
            _ => None,
        };
        let key = match person {
            Some(person) if person.role == INTERVIEWER => person.key.as_str(),
            Some(person) => self.participant_key(person),
            None => "",
        };
        if key.is_empty() {
            speaker.unwrap_or("")
        } else {
            key
        }
    }

    /// What an interview as a whole allows: withdrawn only when every participant withdrew.
    pub fn session_consent(&self, session: &SessionId) -> Consent {
        let people = self.participants_of(session).into_iter();
        Consent::of_all(
            people
                .filter(|(_, p)| p.role != INTERVIEWER)
                .map(|(_, p)| p.consent),
        )
    }

    /// Whether an interview was held: it has a transcript, a note or an answer.
    pub fn is_held(&self, session: &SessionId) -> bool {
        self.records
            .documents
            .values()
            .any(|d| d.session.as_ref() == Some(session))
            || self.records.notes.values().any(|n| n.session == *session)
            || self.records.answers.values().any(|a| a.session == *session)
    }

    /// Keys that several codes, sessions or scenarios carry, as the later ones are shown: `KEY~2`, `KEY~3`…
    pub fn shown_keys(&self) -> BTreeMap<super::change::Item, String> {
        fn double<'a, K: Ord + Clone + Into<super::change::Item> + 'a>(
            list: impl Iterator<Item = (&'a K, &'a str)>,
            out: &mut BTreeMap<super::change::Item, String>,
        ) {
            let mut seen: BTreeMap<&str, usize> = BTreeMap::new();
            for (id, key) in list {
                let n = seen.entry(key).or_insert(0);
                *n += 1;
                if *n > 1 {
                    out.insert(id.clone().into(), format!("{key}~{n}"));
                }
            }
        }
        let mut out = BTreeMap::new();
        let records = &self.records;
        double(
            records
                .codes
                .iter()
                .filter(|(id, _)| self.resolve_code(id) == Some(id))
                .map(|(id, c)| (id, c.key.as_str())),
            &mut out,
        );
        double(
            records.sessions.iter().map(|(id, s)| (id, s.key.as_str())),
            &mut out,
        );
        double(
            records.scenarios.iter().map(|(id, s)| (id, s.key.as_str())),
            &mut out,
        );
        out
    }
}

/// The label in a language, else in the study's first one, else any.
pub fn label<'a>(
    labels: &'a BTreeMap<String, String>,
    language: &str,
    study: &'a Study,
) -> &'a str {
    labels
        .get(language)
        .or_else(|| {
            study
                .settings()
                .languages
                .iter()
                .find_map(|l| labels.get(l))
        })
        .or_else(|| labels.values().next())
        .map_or("", String::as_str)
}

/// Whom a speaker's name stands for among the participants of its interview.
pub fn speaker_among<'a>(
    people: &[(&'a ParticipantId, &'a Participant)],
    speaker: Option<&str>,
) -> Speaker<'a> {
    if let Some(name) = speaker {
        let named = people.iter().find(|(_, p)| {
            (!p.speaker.is_empty() && p.speaker == name) || (!p.key.is_empty() && p.key == name)
        });
        if let Some((id, participant)) = named {
            return if participant.role == INTERVIEWER {
                Speaker::Interviewer(Some(id))
            } else {
                Speaker::Participant(id)
            };
        }
        if super::is_interviewer_name(name) {
            return Speaker::Interviewer(None);
        }
    }
    let mut counted = people.iter().filter(|(_, p)| p.role != INTERVIEWER);
    match (counted.next(), counted.next()) {
        (Some((id, _)), None) => Speaker::Participant(id),
        _ => Speaker::Unknown,
    }
}
