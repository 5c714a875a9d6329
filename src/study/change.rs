//! The one way to alter a study: changes, and the labelled transactions that hold them.

use super::certification::{Certification, CertificationField};
use super::codebook::{Code, CodeField};
use super::coding::{Coding, CodingField, Summary, SummaryField};
use super::criterion::{CriteriaList, CriteriaListField, Mapping, MappingField};
use super::document::{Document, DocumentField, Version, VersionField};
use super::exclusion::{Exclusion, ExclusionField};
use super::finding::{Finding, FindingField};
use super::guide::{Guide, GuideField};
use super::id::{
    AnswerId, AttributeId, CertificationId, CodeId, CodingId, CriteriaListId, DocumentId,
    ExclusionId, FindingId, GuideId, IdentityId, MappingId, MemoId, MilestoneId, NoteId,
    OrganisationId, ParticipantId, ProblemId, SavedId, ScenarioId, SessionId, SettingsId,
    SubjectId, SummaryId, TargetId, ValueId, VersionId,
};
use super::memo::{Memo, MemoField};
use super::milestone::{Milestone, MilestoneField};
use super::people::{
    Identity, IdentityField, Organisation, OrganisationField, Participant, ParticipantField,
};
use super::saved::{Saved, SavedField};
use super::session::{
    Answer, AnswerField, Note, NoteField, Problem, ProblemField, Session, SessionField,
};
use super::settings::{
    Attribute, AttributeField, Scenario, ScenarioField, Settings, SettingsField, Target,
    TargetField, Value, ValueField,
};
use super::stamp::Stamp;
use crate::i18n::Message;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::collections::BTreeMap;

/// Declares, for every kind of record, its place in the study and the changes that reach it.
macro_rules! kinds {
    ($($(#[$doc:meta])* $map:ident: $kind:ident($id:ident => $record:ident, $field:ident);)*) => {
        /// A whole record with its id.
        #[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
        #[serde(rename_all = "snake_case")]
        pub enum Record { $($(#[$doc])* $kind($id, $record),)* }

        /// One field of one record.
        #[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
        #[serde(rename_all = "snake_case")]
        pub enum Edit { $($(#[$doc])* $kind($id, $field),)* }

        /// The name of a record.
        #[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(rename_all = "snake_case")]
        pub enum Item { $($(#[$doc])* $kind($id),)* }

        /// All records of a study, by kind and id.
        #[derive(Debug, Clone, Default, PartialEq)]
        pub struct Records { $($(#[$doc])* pub $map: BTreeMap<$id, $record>,)* }

        $(impl From<($id, $record)> for Change {
            fn from((id, record): ($id, $record)) -> Self {
                Self::Add(Box::new(Record::$kind(id, record)))
            }
        }

        impl From<($id, $field)> for Change {
            fn from((id, field): ($id, $field)) -> Self {
                Self::Set(Edit::$kind(id, field))
            }
        }

        impl From<$id> for Item {
            fn from(id: $id) -> Self {
                Self::$kind(id)
            }
        })*

        impl Record {
            /// The record's name.
            pub fn item(&self) -> Item {
                match self { $(Self::$kind(id, _) => Item::$kind(id.clone()),)* }
            }
        }

        impl Edit {
            /// The record it writes to.
            pub fn item(&self) -> Item {
                match self { $(Self::$kind(id, _) => Item::$kind(id.clone()),)* }
            }
        }

        impl Item {
            /// The record's id as text.
            pub fn id_text(&self) -> String {
                match self { $(Self::$kind(id) => id.to_string(),)* }
            }

            /// The word for this kind of record, as in the journal.
            pub fn kind(&self) -> &'static str {
                match self { $(Self::$kind(_) => stringify!($kind),)* }
            }
        }

        impl Records {
            /// Whether the record is there.
            pub fn contains(&self, item: &Item) -> bool {
                match item { $(Item::$kind(id) => self.$map.contains_key(id),)* }
            }

            /// A copy of the record.
            pub fn get(&self, item: &Item) -> Option<Record> {
                match item {
                    $(Item::$kind(id) => self.$map.get(id).map(|r| Record::$kind(id.clone(), r.clone())),)*
                }
            }

            /// Puts a record in, in the place of one of the same id.
            pub(super) fn insert(&mut self, record: Record) {
                match record { $(Record::$kind(id, r) => { self.$map.insert(id, r); })* }
            }

            /// Takes a record out.
            pub(super) fn take(&mut self, item: &Item) -> Option<Record> {
                match item {
                    $(Item::$kind(id) => self.$map.remove(id).map(|r| Record::$kind(id.clone(), r)),)*
                }
            }

            /// Writes a field; returns what it held, `None` where the record is missing.
            pub(super) fn replace(&mut self, edit: Edit) -> Option<Edit> {
                match edit {
                    $(Edit::$kind(id, field) => {
                        let before = self.$map.get_mut(&id)?.replace(field);
                        Some(Edit::$kind(id, before))
                    })*
                }
            }

            /// The present value of the field that `edit` names.
            pub fn current(&self, edit: &Edit) -> Option<Edit> {
                match edit {
                    $(Edit::$kind(id, field) => Some(Edit::$kind(id.clone(), self.$map.get(id)?.current(field))),)*
                }
            }

            /// How many records there are.
            pub fn count(&self) -> usize {
                0 $(+ self.$map.len())*
            }

            /// Copies of all records, kind by kind, in the order of ids.
            pub fn all(&self) -> impl Iterator<Item = Record> + '_ {
                std::iter::empty()
                    $(.chain(self.$map.iter().map(|(id, r)| Record::$kind(id.clone(), r.clone()))))*
            }
        }
    };
}

kinds! {
    /// The study's settings.
    settings: Settings(SettingsId => Settings, SettingsField);
    /// An attribute.
    attributes: Attribute(AttributeId => Attribute, AttributeField);
    /// A value of a choice attribute.
    values: Value(ValueId => Value, ValueField);
    /// A scenario.
    scenarios: Scenario(ScenarioId => Scenario, ScenarioField);
    /// A target of the sample.
    targets: Target(TargetId => Target, TargetField);
    /// A version of the guide.
    guides: Guide(GuideId => Guide, GuideField);
    /// An organisation.
    organisations: Organisation(OrganisationId => Organisation, OrganisationField);
    /// An interview.
    sessions: Session(SessionId => Session, SessionField);
    /// A participant.
    participants: Participant(ParticipantId => Participant, ParticipantField);
    /// A document.
    documents: Document(DocumentId => Document, DocumentField);
    /// A document version.
    versions: Version(VersionId => Version, VersionField);
    /// A note.
    notes: Note(NoteId => Note, NoteField);
    /// An answer.
    answers: Answer(AnswerId => Answer, AnswerField);
    /// A problem of the field.
    problems: Problem(ProblemId => Problem, ProblemField);
    /// A code.
    codes: Code(CodeId => Code, CodeField);
    /// A coding.
    codings: Coding(CodingId => Coding, CodingField);
    /// A passage that stays out.
    exclusions: Exclusion(ExclusionId => Exclusion, ExclusionField);
    /// A summary of the framework: what an interview says on a theme.
    summaries: Summary(SummaryId => Summary, SummaryField);
    /// A finding.
    findings: Finding(FindingId => Finding, FindingField);
    /// A list of criteria that the study brought.
    criteria_lists: CriteriaList(CriteriaListId => CriteriaList, CriteriaListField);
    /// What a criterion rests on.
    mappings: Mapping(MappingId => Mapping, MappingField);
    /// A certification of the register.
    certifications: Certification(CertificationId => Certification, CertificationField);
    /// A memo.
    memos: Memo(MemoId => Memo, MemoField);
    /// A milestone.
    milestones: Milestone(MilestoneId => Milestone, MilestoneField);
    /// A search or query under a name.
    saved: Saved(SavedId => Saved, SavedField);
    /// An identity: written to a journal of its own, read by nothing that exports.
    identities: Identity(IdentityId => Identity, IdentityField);
}

/// The only way to alter a study.
#[derive(Debug, Clone, PartialEq)]
pub enum Change {
    /// Adds a record. One that is there already stays as it is.
    Add(Box<Record>),
    /// Writes one field; the last writer wins.
    Set(Edit),
    /// Removes a record.
    Remove(Item),
    /// Takes back what a transaction wrote, where it still stands. Of an `Undo`: redo.
    Undo(Stamp),
    /// Removes for ever all that belongs to these subjects; nothing brings it back.
    Erase(Vec<SubjectId>),
    /// A change from a later version of the program: kept, without effect.
    Unknown(serde_json::Value),
}

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Known<R, E, I, S> {
    Add(R),
    Set(E),
    Remove(I),
    Undo(S),
    Erase(Vec<SubjectId>),
}

impl Serialize for Change {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        type Borrowed<'a> = Known<&'a Record, &'a Edit, &'a Item, Stamp>;
        match self {
            Self::Add(record) => Borrowed::Add(record.as_ref()).serialize(serializer),
            Self::Set(edit) => Borrowed::Set(edit).serialize(serializer),
            Self::Remove(item) => Borrowed::Remove(item).serialize(serializer),
            Self::Undo(stamp) => Borrowed::Undo(*stamp).serialize(serializer),
            Self::Erase(subjects) => Borrowed::Erase(subjects.clone()).serialize(serializer),
            Self::Unknown(value) => value.serialize(serializer),
        }
    }
}

impl<'de> Deserialize<'de> for Change {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        // Read raw first, so that what this version does not know is kept instead of refused.
        let raw = Box::<serde_json::value::RawValue>::deserialize(deserializer)?;
        match serde_json::from_str::<Known<Box<Record>, Edit, Item, Stamp>>(raw.get()) {
            Ok(Known::Add(record)) => Ok(Self::Add(record)),
            Ok(Known::Set(edit)) => Ok(Self::Set(edit)),
            Ok(Known::Remove(item)) => Ok(Self::Remove(item)),
            Ok(Known::Undo(stamp)) => Ok(Self::Undo(stamp)),
            Ok(Known::Erase(subjects)) => Ok(Self::Erase(subjects)),
            Err(_) => serde_json::from_str(raw.get())
                .map(Self::Unknown)
                .map_err(serde::de::Error::custom),
        }
    }
}

impl Change {
    /// Removes a record.
    pub fn remove(id: impl Into<Item>) -> Self {
        Self::Remove(id.into())
    }
}

/// A labelled list of changes that happened at once.
#[derive(Debug, Clone, PartialEq)]
pub struct Transaction {
    /// Its order and its name.
    pub stamp: Stamp,
    /// Who did it.
    pub author: String,
    /// When, by the clock on the wall.
    pub wall: jiff::Timestamp,
    /// What it did, in words: "code B2.3 on turn 12".
    pub label: Message,
    /// What it changed, in order.
    pub changes: Vec<Change>,
}

impl Transaction {
    /// The transactions it takes back.
    pub fn undoes(&self) -> impl Iterator<Item = Stamp> + '_ {
        self.changes.iter().filter_map(|change| match change {
            Change::Undo(of) => Some(*of),
            _ => None,
        })
    }
}
