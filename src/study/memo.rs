//! Memos: what a person thought, on anything of the study, and the dated journal of the analysis.

use super::coding::Passage;
use super::fold::Study;
use super::hidden::Hidden;
use super::id::{
    CodeId, CodingId, DocumentId, FindingId, MemoId, NoteId, ParticipantId, ScenarioId, SessionId,
};
use super::word::{Consent, MemoOn};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

/// What a memo is on.
#[derive(Debug, Clone, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum About {
    /// The study: an entry of the journal.
    #[default]
    Study,
    /// An interview.
    Session(SessionId),
    /// A participant.
    Participant(ParticipantId),
    /// A transcript or a reference text.
    Document(DocumentId),
    /// A note.
    Note(NoteId),
    /// A code.
    Code(CodeId),
    /// A coding, beside its own short memo.
    Coding(CodingId),
    /// A scenario.
    Scenario(ScenarioId),
    /// A question of the guide, by key.
    Question(String),
    /// A finding.
    Finding(FindingId),
}

impl About {
    /// The kind, as files write it.
    pub const fn kind(&self) -> MemoOn {
        match self {
            Self::Study => MemoOn::Study,
            Self::Session(_) => MemoOn::Session,
            Self::Participant(_) => MemoOn::Participant,
            Self::Document(_) => MemoOn::Document,
            Self::Note(_) => MemoOn::Note,
            Self::Code(_) => MemoOn::Code,
            Self::Coding(_) => MemoOn::Coding,
            Self::Scenario(_) => MemoOn::Scenario,
            Self::Question(_) => MemoOn::Question,
            Self::Finding(_) => MemoOn::Finding,
        }
    }
}

record! {
    /// What a person thought.
    Memo, MemoField {
        /// What it is on.
        about / About: About,
        /// The words.
        text / Text: String,
        /// Who wrote it.
        author / Author: String,
        /// When.
        at / At: Option<Timestamp>,
    } maps {}
}

/// Words to be searched, and what they are on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MemoText<'a> {
    /// The memo; none where it is a coding's own short one.
    pub memo: Option<&'a MemoId>,
    /// What it is on.
    pub about: About,
    /// The interview that it belongs to.
    pub session: Option<&'a SessionId>,
    /// The words.
    pub text: &'a str,
}

impl Study {
    /// The interview that a memo on something belongs to; none where it belongs to the study.
    pub fn session_of_memo<'a>(&'a self, about: &'a About) -> Option<&'a SessionId> {
        let records = &self.records;
        match about {
            About::Session(id) => records.sessions.get_key_value(id).map(|(id, _)| id),
            About::Participant(id) => Some(&records.participants.get(id)?.session),
            About::Document(id) => records.documents.get(id)?.session.as_ref(),
            About::Note(id) => Some(&records.notes.get(id)?.session),
            About::Coding(id) => self.session_of_passage(&records.codings.get(id)?.passage),
            About::Study
            | About::Code(_)
            | About::Scenario(_)
            | About::Question(_)
            | About::Finding(_) => None,
        }
    }

    /// Memos in the order they were written, those without a moment first. What is on a withdrawn interview or person, or
    /// on what was left out by itself, is not among them.
    pub fn memos(&self) -> Vec<(&MemoId, &Memo)> {
        let hidden = Hidden::of(self);
        let gone = |memo: &Memo| {
            let withdrawn = self
                .session_of_memo(&memo.about)
                .is_some_and(|session| self.session_consent(session) == Consent::Withdrawn);
            let note = |id: &NoteId| {
                let note = self.records.notes.get(id);
                note.is_some_and(|note| hidden.note(id, note))
            };
            withdrawn
                || match &memo.about {
                    About::Note(id) => note(id),
                    About::Coding(id) => {
                        let coding = self.records.codings.get(id);
                        matches!(coding.map(|one| &one.passage), Some(Passage::Note(id)) if note(id))
                    }
                    About::Participant(id) => self
                        .records
                        .participants
                        .get(id)
                        .is_some_and(|person| person.consent == Consent::Withdrawn),
                    _ => false,
                }
        };
        let mut list: Vec<_> = self
            .records
            .memos
            .iter()
            .filter(|(_, memo)| !gone(memo))
            .collect();
        list.sort_by_key(|(id, memo)| (memo.at, *id));
        list
    }

    /// All that was written as a memo, on codings too, for whoever searches. Of codings whose words are left out the
    /// searcher has to ask [`Hidden::passage`], which needs the texts.
    pub fn memo_texts(&self) -> Vec<MemoText<'_>> {
        let own = self.memos().into_iter().map(|(id, memo)| MemoText {
            memo: Some(id),
            about: memo.about.clone(),
            session: self.session_of_memo(&memo.about),
            text: &memo.text,
        });
        let on_codings = self
            .records
            .codings
            .iter()
            .filter(|(_, coding)| !coding.memo.is_empty())
            .map(|(id, coding)| MemoText {
                memo: None,
                about: About::Coding(id.clone()),
                session: self.session_of_passage(&coding.passage),
                text: &coding.memo,
            })
            .filter(|one| {
                one.session
                    .is_none_or(|id| self.session_consent(id) != Consent::Withdrawn)
            });
        own.chain(on_codings).collect()
    }

    /// What a memo is on, in keys of this study: the interview, and the thing itself by its key, else its id. `None` where
    /// it is gone.
    pub fn memo_target(&self, about: &About) -> Option<(String, String)> {
        let records = &self.records;
        let session = |id: &SessionId| records.sessions.get(id).map(|one| one.key.clone());
        let of = |id: Option<&SessionId>| id.and_then(session).unwrap_or_default();
        let interview = of(self.session_of_memo(about));
        let thing = match about {
            About::Study => String::new(),
            About::Session(id) => {
                session(id)?;
                String::new()
            }
            About::Participant(id) => records.participants.get(id)?.key.clone(),
            About::Document(id) => records.documents.get(id)?.key.clone(),
            About::Note(id) => records.notes.get(id).map(|_| id.to_string())?,
            About::Code(id) => {
                let id = self.resolve_code(id)?;
                records.codes.get(id)?.key.clone()
            }
            About::Coding(id) => records.codings.get(id).map(|_| id.to_string())?,
            About::Scenario(id) => records.scenarios.get(id)?.key.clone(),
            About::Question(key) => key.clone(),
            About::Finding(id) => records.findings.get(id)?.key.clone(),
        };
        Some((interview, thing))
    }

    /// What a memo is on, by the words of files: the kind, the interview's key, the thing's key or id. The inverse of
    /// [`Self::memo_target`].
    pub fn memo_about(&self, kind: MemoOn, interview: &str, thing: &str) -> Option<About> {
        let records = &self.records;
        let session = || self.session_by_key(interview).map(|(id, _)| id.clone());
        Some(match kind {
            MemoOn::Study => About::Study,
            MemoOn::Session => About::Session(session()?),
            MemoOn::Participant => {
                let session = session()?;
                let people = self.participants_of(&session);
                let found = people.iter().find(|(_, one)| one.key == thing)?;
                About::Participant(found.0.clone())
            }
            MemoOn::Document if interview.is_empty() => {
                let list = self.references();
                let found = list.iter().find(|(_, one)| one.key == thing)?;
                About::Document(found.0.clone())
            }
            MemoOn::Document => {
                let session = session()?;
                let list = self.documents_of(&session);
                let found = list.iter().find(|(_, one)| one.key == thing)?;
                About::Document(found.0.clone())
            }
            MemoOn::Note => {
                let id = NoteId::new(thing);
                records.notes.get(&id).map(|_| About::Note(id))?
            }
            MemoOn::Code => About::Code(self.code_by_key(thing)?.0.clone()),
            MemoOn::Coding => {
                let id = CodingId::new(thing);
                records.codings.get(&id).map(|_| About::Coding(id))?
            }
            MemoOn::Scenario => About::Scenario(self.scenario_by_key(thing)?.0.clone()),
            MemoOn::Question if thing.is_empty() => return None,
            MemoOn::Question => About::Question(thing.to_owned()),
            MemoOn::Finding => About::Finding(self.finding_by_key(thing)?.0.clone()),
        })
    }
}
