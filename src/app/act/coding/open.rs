//! Ways into the transcript: at an interview, a reference text, a coding.

use crate::app::place::transcript::reading::{Reading, Source};
use crate::app::{App, At};
use crate::message;
use crate::study::coding::Passage;
use crate::study::document::Texts;
use crate::study::id::{CodingId, DocumentId, NoteId, SessionId, VersionId};
use crate::study::{Place, Study};
use std::ops::Range;

/// Opens the transcript of an interview, else its notes; where it was left.
pub fn open_session(app: &mut App, session: &SessionId) {
    if let Some(work) = &mut app.work {
        work.session = Some(session.clone());
    }
    let mut transcript = std::mem::take(&mut app.places.transcript);
    transcript.open_session(&app.eye(), session);
    app.places.transcript = transcript;
    app.go(At::Transcript);
}

/// Opens the newest version of a document: a transcript or a reference text.
pub fn open_document(app: &mut App, document: &DocumentId) {
    let Some(work) = &mut app.work else { return };
    let study = work.study();
    let Some((version, _)) = study.newest_version(document) else {
        app.warn(message!("app-text-missing"));
        return;
    };
    let source = Source::Text(version.clone());
    let session = session_of(study, document).cloned();
    if session.is_some() {
        work.session = session;
    }
    app.places.transcript.open(source);
    app.go(At::Transcript);
}

fn session_of<'a>(study: &'a Study, document: &DocumentId) -> Option<&'a SessionId> {
    study.records.documents.get(document)?.session.as_ref()
}

/// Opens a text at a coding, whose passage is selected; going back leads to where one came from. False where there is
/// nothing to open any more.
pub fn open_at(app: &mut App, id: &CodingId) -> bool {
    let Some(work) = &mut app.work else {
        return false;
    };
    let study = work.study();
    let Some(coding) = study.records.codings.get(id) else {
        app.warn(message!("app-coding-gone"));
        return false;
    };
    let passage = study.passage_now(coding);
    let (source, span, session) = match (passage, study.place_of(passage)) {
        (Passage::Text(text), Some(Place::Reference(..))) => {
            (Source::Text(text.version.clone()), text.span(), None)
        }
        (Passage::Text(text), Some(Place::Transcript(session, ..))) => (
            Source::Text(text.version.clone()),
            text.span(),
            Some(session.clone()),
        ),
        (Passage::Note(note), Some(Place::Note(session, _))) => {
            let start = start_of(study, session, note);
            let len = study.records.notes.get(note).map_or(0, |n| n.text.len());
            (
                Source::Notes(session.clone()),
                start..start + len,
                Some(session.clone()),
            )
        }
        _ => {
            app.warn(message!("app-coding-gone"));
            return false;
        }
    };
    if session.is_some() {
        work.session = session;
    }
    app.places.transcript.open_at(source, span, id.clone());
    app.go(At::Transcript);
    true
}

/// Goes back to where this coder stopped reading: in the text that was left last, whichever it was.
pub fn open_stopped(app: &mut App) {
    app.keep_reading(true);
    let Some(work) = &app.work else { return };
    let study = work.study();
    let mut readings = work.texts().readings();
    readings.retain(|one| {
        let newest = study.newest_version(&one.document).map(|(id, _)| id);
        one.coder == work.coder
            && newest == Some(&one.version)
            && Reading::allowed(study, &one.version).is_ok()
    });
    match readings.into_iter().max_by_key(|one| one.left_at) {
        Some(last) => open_document(app, &last.document),
        None => app.inform(message!("app-nothing-read")),
    }
}

/// Byte at which a note begins among the notes of its interview: they are joined by one line feed, as turns are.
fn start_of(study: &Study, session: &SessionId, note: &NoteId) -> usize {
    let notes = study.notes_of(session);
    let before = notes.iter().take_while(|(other, _)| *other != note);
    before.map(|(_, note)| note.text.len() + 1).sum()
}

/// Opens a text at words of it, which are selected; going back leads to where one came from.
pub fn open_words(app: &mut App, version: &VersionId, span: Range<usize>) {
    let Some(work) = &mut app.work else { return };
    let study = work.study();
    let Some(record) = study.records.versions.get(version) else {
        app.warn(message!("app-text-missing"));
        return;
    };
    let session = session_of(study, &record.document).cloned();
    if session.is_some() {
        work.session = session;
    }
    let source = Source::Text(version.clone());
    app.places.transcript.open_words(source, span);
    app.go(At::Transcript);
}

/// Opens the notes of an interview at words of one of them, which are selected.
pub fn open_note(app: &mut App, note: &NoteId, span: Range<usize>) {
    let Some(work) = &mut app.work else { return };
    let study = work.study();
    let Some(record) = study.records.notes.get(note) else {
        app.warn(message!("app-text-missing"));
        return;
    };
    let session = record.session.clone();
    let start = start_of(study, &session, note);
    work.session = Some(session.clone());
    let span = start + span.start..start + span.end;
    app.places
        .transcript
        .open_words(Source::Notes(session), span);
    app.go(At::Transcript);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::test_support::Stage;
    use crate::i18n::Lang;

    #[test]
    fn one_key_leads_back_to_where_reading_stopped() {
        let mut stage = Stage::new(Lang::En);
        stage.run("place.stopped");
        assert_ne!(stage.app.at, At::Transcript, "nothing was read yet");
        open_session(&mut stage.app, &SessionId::new("E07"));
        stage.keys("j j j j");
        let at = stage.app.places.transcript.at();
        assert!(at > 0);
        stage.app.keep_reading(true);
        stage.run("place.sessions");
        // another run knows no more than what was kept
        stage.app.places.transcript = crate::app::place::transcript::Transcript::default();
        stage.keys("g z");
        assert_eq!(stage.app.at, At::Transcript);
        assert_eq!(stage.app.places.transcript.at(), at);
        stage.run("place.sessions");
        let rows = &stage.app.places.board.rows;
        let read = |key: &str| rows.iter().find(|row| row.key == key).unwrap().read;
        let own = read("E07").unwrap();
        assert!(own.share > 0 && own.turn.is_some(), "{own:?}");
        assert_eq!(read("E02"), None);
    }
}
