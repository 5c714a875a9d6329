//! The fixed words of the field: as files and scripts write them.

/// Declares an enum whose variants are words in files; the first one is the default.
macro_rules! words {
    ($($(#[$doc:meta])* $name:ident { $($(#[$vdoc:meta])* $variant:ident = $word:literal $(| $other:literal)*,)* })*) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name { $(#[doc = concat!("`", $word, "`")] $(#[$vdoc])* $variant,)* }

        impl $name {
            /// All of them, in order.
            pub const ALL: &'static [Self] = &[$(Self::$variant,)*];

            /// The word in files.
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $word,)* }
            }

            /// Reads a word or one of its signs.
            pub fn parse(text: &str) -> Option<Self> {
                match text { $($word $(| $other)* => Some(Self::$variant),)* _ => None }
            }
        }

        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(self.as_str())
            }
        }

        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let text = std::borrow::Cow::<'de, str>::deserialize(deserializer)?;
                Self::parse(&text).ok_or_else(|| serde::de::Error::custom(format!("unknown word {text:?}")))
            }
        }
    )*};
}

words! {
    /// Where an interview stands. Transcribed and coded are seen from what it has, not stated.
    SessionState {
        #[default]
        Planned = "planned",
        Running = "running",
        Done = "done",
        Cancelled = "cancelled",
        NoShow = "no-show",
        Refused = "refused",
    }
    /// What an interview's time is spent on.
    Step {
        #[default]
        Preparing = "preparing",
        Call = "call",
        Notes = "notes",
        Coding = "coding",
    }
    /// What a participant allows.
    Consent {
        #[default]
        Unknown = "",
        Given = "given",
        NoQuote = "no-quote",
        AfterReading = "after-reading",
        Withdrawn = "withdrawn",
    }
    /// Whether something was allowed or done.
    YesNo {
        #[default]
        Unknown = "",
        Yes = "yes",
        No = "no",
    }
    /// What kind of line a live note is.
    NoteKind {
        #[default]
        Paraphrase = "paraphrase",
        Verbatim = "verbatim",
        Observation = "observation",
        Interpretation = "interpretation",
        Figure = "figure",
    }
    /// What became of a question. Blank is never zero.
    AnswerState {
        #[default]
        Answered = "answered",
        Partial = "partial",
        NotAsked = "not-asked",
        NotApplicable = "not-applicable",
        Refused = "refused",
        Unknown = "unknown",
    }
    /// What kind of answer a question of the guide takes.
    QuestionKind {
        #[default]
        Open = "open",
        Incident = "incident",
        Scale = "scale",
        Choice = "choice",
        Count = "count",
        Allocation = "allocation",
        List = "list",
        Rating = "rating",
        Attributes = "attributes",
        Script = "script",
    }
    /// How a passage stands to a scenario.
    Polarity {
        Supports = "supports" | "+",
        Contradicts = "contradicts" | "-" | "−",
        Mixed = "mixed" | "~",
        #[default]
        Neutral = "neutral" | "=",
    }
    /// Where a coding stands to a finding.
    Side {
        #[default]
        For = "for",
        Against = "against",
    }
    /// What a finding is judged by (GRADE-CERQual).
    Component {
        #[default]
        Methodological = "methodological",
        Coherence = "coherence",
        Adequacy = "adequacy",
        Relevance = "relevance",
    }
    /// How grave the concerns about one component are.
    Concern {
        #[default]
        None = "none",
        Minor = "minor",
        Moderate = "moderate",
        Substantial = "substantial",
    }
    /// How far a finding is trusted.
    Confidence {
        High = "high",
        Moderate = "moderate",
        Low = "low",
        #[default]
        VeryLow = "very-low",
    }
    /// How a coding came to be.
    Origin {
        #[default]
        Hand = "hand",
        Suggested = "suggested",
        Auto = "auto",
        Settled = "settled",
    }
    /// What a memo is on.
    MemoOn {
        /// The study: the journal of the analysis.
        #[default]
        Study = "study",
        Session = "session",
        Participant = "participant",
        Document = "document",
        Note = "note",
        Code = "code",
        Coding = "coding",
        Scenario = "scenario",
        Question = "question",
        Finding = "finding",
    }
    /// What became of a coding in a version of its document.
    AnchorState {
        /// It was made there.
        #[default]
        Coded = "coded",
        /// It stands there now.
        Carried = "carried",
        /// It stays on the version it had.
        Kept = "kept",
    }
    /// Whose words are looked at.
    Voice {
        #[default]
        All = "all",
        Participants = "participants",
        Interviewers = "interviewers",
    }
    /// How much is coded around words that were met.
    CodedUnit {
        /// The words alone.
        Hit = "hit",
        /// Their sentences.
        #[default]
        Sentence = "sentence",
        /// Their turns.
        Turn = "turn",
    }
    /// What stands under a name: words to look for, or passages to find by their codes.
    SavedKind {
        #[default]
        Search = "search",
        Query = "query",
    }
    /// What an attribute describes.
    AttributeOf {
        #[default]
        Participant = "participant",
        Organisation = "organisation",
    }
    /// What values an attribute takes.
    AttributeKind {
        #[default]
        Choice = "choice",
        Number = "number",
        Text = "text",
    }
    /// What a document is: an interview's transcript, or a text that is no interview.
    DocumentKind {
        #[default]
        Transcript = "transcript",
        Reference = "reference",
    }
}

impl Consent {
    /// What a group allows as a whole: withdrawn only when everybody withdrew; else the strictest of what they said, where
    /// not knowing is less strict than a refusal.
    pub fn of_all(people: impl Iterator<Item = Self>) -> Self {
        let all: Vec<Self> = people.collect();
        if !all.is_empty() && all.iter().all(|one| *one == Self::Withdrawn) {
            return Self::Withdrawn;
        }
        let strictest = [Self::NoQuote, Self::AfterReading, Self::Unknown];
        let found = strictest.into_iter().find(|wanted| all.contains(wanted));
        match found {
            _ if all.is_empty() => Self::Unknown,
            Some(found) => found,
            None => Self::Given,
        }
    }

    /// Whether words must not be quoted: forbidden, not yet allowed, or withdrawn.
    pub const fn forbids_quotes(self) -> bool {
        matches!(self, Self::NoQuote | Self::AfterReading | Self::Withdrawn)
    }
}

impl Polarity {
    /// The sign on the screen.
    pub const fn sign(self) -> &'static str {
        match self {
            Self::Supports => "+",
            Self::Contradicts => "−",
            Self::Mixed => "~",
            Self::Neutral => "=",
        }
    }
}
