//! Hearing a passage: the recording of its interview, at its time.

use crate::app::{App, At, player};
use crate::message;
use crate::study::clock::in_recording;
use crate::study::coding::Passage;
use crate::study::document::Texts;
use crate::study::id::SessionId;
use std::path::Path;

/// Starts the player of the configuration at the passage under the cursor; in the call, at the last note.
pub(super) fn play(app: &mut App) {
    let Some((session, ms)) = moment(app) else {
        return app.warn(message!("app-recording-no-time"));
    };
    let Some(work) = &app.work else { return };
    let Some(record) = work.study().records.sessions.get(&session) else {
        return;
    };
    if record.recording.is_empty() {
        return app.warn(message!("app-recording-none", session = &record.key));
    }
    let Some(template) = app.loaded.settings.player.value.clone() else {
        let file = app.loaded.paths.config_file.display().to_string();
        return app.warn(message!("app-player-unset", file = file));
    };
    let home = std::env::var_os("HOME");
    let file = player::locate(
        &record.recording,
        home.as_deref().map(Path::new),
        work.store.folder(),
    );
    if !file.contains("://") && !Path::new(&file).is_file() {
        return app.warn(message!("app-recording-missing", file = file));
    }
    let Some(words) = player::words(&template, &file, ms) else {
        return app.warn(message!("app-player-bad", player = template));
    };
    let at = crate::i18n::duration(ms.max(0).unsigned_abs());
    app.inform(message!(
        "app-player-started",
        session = &record.key.clone(),
        at = at
    ));
    app.job(move || {
        let done = player::start(&words);
        Box::new(move |app: &mut App| {
            if let Err(why) = done {
                app.fail(why);
            }
        })
    });
}

/// The interview, and the time of its recording.
fn moment(app: &App) -> Option<(SessionId, i64)> {
    let work = app.work.as_ref()?;
    let study = work.study();
    let place = app.places.get(app.at);
    let passage = match app.at {
        At::Live => None,
        _ => place.passage().or_else(|| {
            let coding = study.records.codings.get(&place.coding()?)?;
            Some(study.passage_now(coding).clone())
        }),
    };
    match passage {
        Some(Passage::Text(text)) => {
            let place = Passage::Text(text.clone());
            let session = study.session_of_passage(&place)?.clone();
            let words = work.texts().text(&text.version)?;
            Some((session, words.time_at(text.start as usize)?))
        }
        Some(Passage::Note(id)) => {
            let note = study.records.notes.get(&id)?;
            let session = study.records.sessions.get(&note.session)?;
            Some((note.session.clone(), in_recording(session, note.t_ms?)))
        }
        None => {
            let id = work.session.as_ref()?;
            let session = study.records.sessions.get(id)?;
            let last = study
                .notes_of(id)
                .into_iter()
                .filter_map(|(_, n)| n.t_ms)
                .next_back()?;
            Some((id.clone(), in_recording(session, last)))
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::app::act::coding::open_session;
    use crate::app::test_support::Stage;
    use crate::config::Origin;
    use crate::i18n::Lang;
    use crate::study::id::SessionId;
    use crate::study::session::SessionField;

    #[test]
    fn each_thing_that_is_missing_is_said() {
        let mut stage = Stage::new(Lang::Fr);
        let session = SessionId::new("E07");
        let told = |stage: &mut Stage| {
            stage.keys("space");
            stage.notice()
        };
        open_session(&mut stage.app, &session);
        assert!(told(&mut stage).contains("--recording"));
        let recording = stage.dir().join("E07.mp3");
        let named = SessionField::Recording(recording.to_string_lossy().into_owned());
        stage.change(vec![(session, named).into()]);
        assert!(told(&mut stage).contains("player = \"mpv --start={t} {file}\""));
        let player = &mut stage.app.loaded.settings.player;
        (player.value, player.origin) = (Some("true {t}".to_owned()), Origin::File);
        assert!(
            told(&mut stage).contains("E07.mp3"),
            "the file is not there"
        );
        std::fs::write(&recording, b"son").unwrap();
        // the turn's own time
        assert!(told(&mut stage).contains("12:02"));
    }
}
