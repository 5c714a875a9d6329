//! Which interview and which document a text belongs to, and who is known to speak in it.

use super::data::clean_key;
use super::plan::Belongs;
use super::planner::Planner;
use super::transcript::{Format, Transcript};
use super::warning::Warning;
use crate::message;
use crate::study::Change;
use crate::study::document::Document;
use crate::study::id::{DocumentId, SessionId, SubjectId};
use crate::study::session::Session;
use crate::study::word::{DocumentKind, SessionState};
use crate::text::harmless_line;

impl Planner<'_> {
    /// Keys of interview (none for a reference text) and document.
    pub(super) fn names(
        &mut self,
        file: &str,
        stem: &str,
        belongs: &Belongs,
        transcript: &Transcript,
    ) -> Option<(Option<String>, String)> {
        let origin = transcript.origin.clone().unwrap_or_default();
        let own = transcript.format == Format::EntretienTurns;
        let named = origin
            .document
            .filter(|key| !key.is_empty())
            .unwrap_or_else(|| stem.to_owned());
        let (session, document) = match belongs {
            Belongs::Session(key) => (Some(clean_key(key)), clean_key(&named)),
            Belongs::VersionOf { session, document } => (session.clone(), document.clone()),
            Belongs::Reference(key) if key.is_empty() => (None, clean_key(&named)),
            Belongs::Reference(key) => (None, clean_key(key)),
            Belongs::ByName => match origin.interview {
                Some(key) if key.is_empty() && own => (None, clean_key(&named)),
                Some(key) if !key.is_empty() => (Some(clean_key(&key)), clean_key(&named)),
                _ => (Some(clean_key(stem)), clean_key(&named)),
            },
        };
        if document.is_empty() || session.as_ref().is_some_and(String::is_empty) {
            self.refuse(file, message!("import-no-name"));
            return None;
        }
        Some((session, document))
    }

    pub(super) fn session(&mut self, key: &str, changes: &mut Vec<Change>) -> SessionId {
        if let Some(id) = self.sessions.get(key) {
            return id.clone();
        }
        let id = SessionId::mint(self.mint);
        let subject = SubjectId::mint(self.mint);
        let session = Session {
            subject,
            key: key.to_owned(),
            state: SessionState::Done,
            ..Session::default()
        };
        changes.push((id.clone(), session).into());
        self.sessions.insert(key.to_owned(), id.clone());
        id
    }

    pub(super) fn document(
        &mut self,
        session: Option<&SessionId>,
        key: &str,
        changes: &mut Vec<Change>,
    ) -> DocumentId {
        let name = (session.cloned(), key.to_owned());
        if let Some(id) = self.documents.get(&name) {
            return id.clone();
        }
        let id = DocumentId::mint(self.mint);
        let kind = if session.is_some() {
            DocumentKind::Transcript
        } else {
            DocumentKind::Reference
        };
        let document = Document {
            session: session.cloned(),
            kind,
            key: key.to_owned(),
        };
        changes.push((id.clone(), document).into());
        self.documents.insert(name, id.clone());
        id
    }

    /// Names under which the participants of an interview speak.
    pub(super) fn people(&self, session: &str) -> Vec<String> {
        let Some(id) = self.sessions.get(session) else {
            return Vec::new();
        };
        self.study
            .participants_of(id)
            .into_iter()
            .flat_map(|(_, participant)| [&participant.speaker, &participant.key])
            .filter(|name| !name.is_empty())
            .cloned()
            .collect()
    }

    pub(super) fn warn(&mut self, file: &str, transcript: &Transcript, people: &[String]) {
        for warning in &transcript.warnings {
            let said = match warning {
                // the participants' file says who asks
                Warning::Interviewers(names) => {
                    let unsaid: Vec<String> = names
                        .iter()
                        .filter(|name| !people.contains(name))
                        .cloned()
                        .collect();
                    if unsaid.is_empty() {
                        continue;
                    }
                    Warning::Interviewers(unsaid).message()
                }
                warning => warning.message(),
            };
            let file = harmless_line(file);
            self.plan
                .report
                .warnings
                .push(message!("import-in-file", file = file, warning = said));
        }
    }
}
