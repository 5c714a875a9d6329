//! Ids. Time-ordered UUIDs made elsewhere, or the name another file gave the thing, kept as it is.

use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::fmt;
use uuid::Uuid;

/// Where new ids and the present moment come from; the model itself has neither clock nor randomness.
pub trait Mint {
    /// A time-ordered UUID (version 7).
    fn id(&mut self) -> Uuid;
    /// A random UUID (version 4) that says nothing about when or in what order it was made.
    fn random(&mut self) -> Uuid;
    /// The present moment.
    fn now(&self) -> jiff::Timestamp;
}

#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
enum Raw {
    Uuid(Uuid),
    Name(Box<str>),
}

/// The text of an id: a UUID in its usual form, or a name from another file.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Id(Raw);

impl Id {
    /// Reads an id; any text is one.
    pub fn new(text: &str) -> Self {
        match Uuid::try_parse(text) {
            Ok(uuid) if uuid.hyphenated().to_string() == text => Self(Raw::Uuid(uuid)),
            _ => Self(Raw::Name(text.into())),
        }
    }

    /// Whether there is no id at all.
    pub fn is_empty(&self) -> bool {
        matches!(&self.0, Raw::Name(name) if name.is_empty())
    }
}

impl Default for Id {
    fn default() -> Self {
        Self(Raw::Name("".into()))
    }
}

impl From<Uuid> for Id {
    fn from(uuid: Uuid) -> Self {
        Self(Raw::Uuid(uuid))
    }
}

impl fmt::Display for Id {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.0 {
            Raw::Uuid(uuid) => uuid.hyphenated().fmt(f),
            Raw::Name(name) => f.write_str(name),
        }
    }
}

impl fmt::Debug for Id {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{self}")
    }
}

impl Serialize for Id {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match &self.0 {
            Raw::Uuid(uuid) => {
                serializer.serialize_str(uuid.hyphenated().encode_lower(&mut Uuid::encode_buffer()))
            }
            Raw::Name(name) => serializer.serialize_str(name),
        }
    }
}

impl<'de> Deserialize<'de> for Id {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Visitor;
        impl serde::de::Visitor<'_> for Visitor {
            type Value = Id;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an id")
            }
            fn visit_str<E>(self, text: &str) -> Result<Id, E> {
                Ok(Id::new(text))
            }
        }
        deserializer.deserialize_str(Visitor)
    }
}

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident;)*) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(Id);

        impl $name {
            /// Reads an id; any text is one.
            pub fn new(text: &str) -> Self {
                Self(Id::new(text))
            }

            /// A new time-ordered id.
            pub fn mint(mint: &mut dyn Mint) -> Self {
                Self(mint.id().into())
            }

            /// Whether there is no id at all.
            pub fn is_empty(&self) -> bool {
                self.0.is_empty()
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.fmt(f)
            }
        }
    )*};
}

ids! {
    /// A summary of the framework.
    SummaryId;
    /// An attribute of organisations or participants.
    AttributeId;
    /// One value of a choice attribute.
    ValueId;
    /// A scenario.
    ScenarioId;
    /// A target of the sample.
    TargetId;
    /// A version of the guide.
    GuideId;
    /// The study's settings, of which there is one.
    SettingsId;
    /// Whose identity it is: the text of a participant's or an organisation's id.
    IdentityId;
    /// An organisation.
    OrganisationId;
    /// A participant of one interview.
    ParticipantId;
    /// An interview.
    SessionId;
    /// A document: a transcript or a reference text.
    DocumentId;
    /// One immutable version of a document.
    VersionId;
    /// A live note.
    NoteId;
    /// An answer.
    AnswerId;
    /// A problem of the field.
    ProblemId;
    /// A code.
    CodeId;
    /// A coding.
    CodingId;
    /// A passage that stays out.
    ExclusionId;
    /// A finding.
    FindingId;
    /// A list of criteria that the study brought.
    CriteriaListId;
    /// What a criterion rests on.
    MappingId;
    /// A certification of the register.
    CertificationId;
    /// A milestone.
    MilestoneId;
    /// A memo.
    MemoId;
    /// A saved search or query.
    SavedId;
}

/// Whom a part of the journal is about: a random id that says nothing by itself.
#[derive(Debug, Clone, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct SubjectId(Id);

impl SubjectId {
    /// A new random subject.
    pub fn mint(mint: &mut dyn Mint) -> Self {
        Self(mint.random().into())
    }

    /// Whether there is no id at all.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Reads a subject.
    pub fn new(text: &str) -> Self {
        Self(Id::new(text))
    }
}

impl fmt::Display for SubjectId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}
