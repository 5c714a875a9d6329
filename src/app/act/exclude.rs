//! Leaving out what somebody asks to leave out: the passage or the note in hand, the last minutes of the call. What is
//! left out is shown nowhere, on the screen either; the same key takes it in again.

use super::{call, carry, note};
use crate::app::layer::{Field, Form, Layer, form};
use crate::app::place::live::{clock, session_of};
use crate::app::{App, At};
use crate::command::{ExcludeAct, Invocation, Need};
use crate::message;
use crate::study::clock::parse;
use crate::study::coding::Passage;
use crate::study::edit::{self, Turned};
use crate::study::exclusion::Excluded;
use crate::study::id::SessionId;

pub(super) fn run(app: &mut App, act: ExcludeAct, invocation: &Invocation) {
    match act {
        ExcludeAct::Passage => passage(app),
        ExcludeAct::Minutes => match invocation.count {
            Some(count) => last_minutes(app, count),
            None => ask(app),
        },
    }
}

const MINUTE: i64 = 60_000;

/// What the key leaves out: the note under the cursor, the selection, else the turn.
fn in_hand(app: &App) -> Option<Passage> {
    match app.at {
        At::Live => {
            let live = &app.places.live;
            let note = live.line.editing.as_ref().or_else(|| live.current());
            note.cloned().map(Passage::Note)
        }
        _ => app.places.transcript.whole_passage(),
    }
}

fn passage(app: &mut App) {
    let Some(passage) = in_hand(app) else {
        return app.warn(Need::Note.reason());
    };
    let Some(work) = &mut app.work else { return };
    let session = work.study().session_of_passage(&passage).cloned();
    let Some(session) = session else {
        return app.warn(Need::Session.reason());
    };
    let texts = work.texts();
    let coder = work.coder.clone();
    let (study, mint) = work.store.study_and_mint();
    let key = study.records.sessions.get(&session);
    let key = key.map_or_else(String::new, |session| session.key.clone());
    let asked = (&session, passage.clone());
    let turned = edit::exclude_or_readmit(study, texts.as_ref(), mint, asked, &coder);
    let (turned, changes) = match turned {
        Ok(turned) => turned,
        Err(error) => return app.warn(error.message()),
    };
    let (label, told) = match &turned {
        Turned::Out(what) => {
            let what = what.told(study);
            let told = message!("app-excluded-now", session = &key, what = what);
            (message!("label-exclude", session = &key), told)
        }
        Turned::Back(all) => {
            // one that stands for all: the widest is told first
            let time = all
                .iter()
                .find(|what| matches!(what, Excluded::Time { .. }));
            let what = time.or_else(|| all.first()).map(|what| what.told(study));
            let what = what.unwrap_or_else(|| message!("app-literally", text = ""));
            let told = message!("app-readmitted-now", session = &key, what = what);
            (message!("label-readmit", session = &key), told)
        }
    };
    if !app.change(label, changes) {
        return;
    }
    app.places.transcript.drop_selection();
    if let Passage::Note(id) = &passage
        && app.places.live.line.editing.as_ref() == Some(id)
    {
        // its words do not stay in the line
        note::mend(app);
    }
    app.inform(told);
}

/// The last minutes of the call that runs.
fn last_minutes(app: &mut App, minutes: u32) {
    let Some(now) = call::elapsed(app) else {
        return app.warn(Need::Call.reason());
    };
    let from = (now - i64::from(minutes) * MINUTE).max(0);
    // what was noted this very moment is among them
    if let Err((_, why)) = leave_out(app, from, now + 1) {
        app.warn(why);
    }
}

/// Asks from when to when.
fn ask(app: &mut App) {
    let live = &app.places.live;
    let Some(session) = app
        .work
        .as_ref()
        .and_then(|work| session_of(live, work.study()))
    else {
        return app.warn(Need::Session.reason());
    };
    let title = message!("app-exclude-time", session = session.key.clone());
    let (from, to) = match call::elapsed(app) {
        Some(now) => (clock(Some((now - 5 * MINUTE).max(0))), clock(Some(now))),
        None => Default::default(),
    };
    let fields = vec![
        Field::text("from", message!("app-exclude-from"), &from),
        Field::text("to", message!("app-exclude-to"), &to),
    ];
    app.push(Layer::Form(Form::new(title, fields, |app, values| {
        let time = |key: &str| {
            let text = values.get(key);
            parse(text).ok_or_else(|| (key.to_owned(), message!("app-note-time-bad", text = text)))
        };
        leave_out(app, time("from")?, time("to")?)
    })));
}

fn leave_out(app: &mut App, from_ms: i64, to_ms: i64) -> Result<(), form::Refused> {
    let (Some(session), Some(work)) = (session(app), &mut app.work) else {
        return Ok(());
    };
    let coder = work.coder.clone();
    let (study, mint) = work.store.study_and_mint();
    let key = study.records.sessions.get(&session);
    let key = key.map_or_else(String::new, |session| session.key.clone());
    let what = Excluded::Time { from_ms, to_ms };
    let told = message!("app-excluded-now", session = &key, what = what.told(study));
    let changes = edit::exclude(study, mint, &session, what, "", &coder)
        .map_err(|error| ("to".to_owned(), error.message()))?
        .1;
    if carry(app, message!("label-exclude", session = key), Ok(changes)) {
        app.inform(told);
    }
    Ok(())
}

fn session(app: &App) -> Option<SessionId> {
    app.places.live.session.clone()
}

#[cfg(test)]
mod tests {
    use crate::app::At;
    use crate::app::test_support::Stage;
    use crate::i18n::Lang;
    use crate::study::coding::Passage;
    use crate::study::exclusion::Excluded;
    use crate::study::id::{NoteId, SessionId};

    fn left_out(stage: &Stage) -> Vec<Excluded> {
        let all = stage.study().records.exclusions.values();
        all.map(|one| one.what.clone()).collect()
    }

    #[test]
    fn a_key_leaves_out_the_turn_or_the_selection_and_takes_it_in_again() {
        let mut stage = Stage::new(Lang::Fr);
        super::super::coding::open_session(&mut stage.app, &SessionId::new("E07"));
        stage.keys("J X");
        let turn = crate::app::test_support::TALK[1].2;
        let Passage::Text(whole) = stage.passage("E07", turn) else {
            panic!("a text");
        };
        assert_eq!(left_out(&stage), [Excluded::Text(whole)]);
        assert!(
            stage.notice().contains("signes de E07"),
            "{}",
            stage.notice()
        );
        // nothing of it can be coded or copied
        stage.keys("1");
        assert!(stage.codings().is_empty());
        let copied = stage
            .app
            .places
            .get(At::Transcript)
            .copied(&stage.app.eye());
        assert!(copied.unwrap().chars().all(|c| "█ ".contains(c)));
        // any part of it takes it in again
        stage.keys("w X");
        assert!(left_out(&stage).is_empty());
        assert!(stage.notice().contains("repris"), "{}", stage.notice());
        stage.keys("u");
        assert_eq!(left_out(&stage).len(), 1);
        stage.keys("u");
        // a selection alone
        stage.keys("s X");
        let sentence = "Si l’émargement manque, le financeur ne paie pas.";
        let Passage::Text(part) = stage.passage("E07", sentence) else {
            panic!("a text");
        };
        assert_eq!(left_out(&stage), [Excluded::Text(part)]);
    }

    #[test]
    fn a_note_is_left_out_where_notes_are_read_and_in_the_call() {
        let mut stage = Stage::new(Lang::Fr);
        super::super::coding::open_session(&mut stage.app, &SessionId::new("E02"));
        stage.keys("j X");
        assert_eq!(left_out(&stage), [Excluded::Note(NoteId::new("n1"))]);
        stage.keys("X");
        assert!(left_out(&stage).is_empty());
        stage.keys("g l up esc X");
        assert_eq!(left_out(&stage), [Excluded::Note(NoteId::new("n0"))]);
        // neither its words nor a code
        let copied = stage.app.places.get(At::Live).copied(&stage.app.eye());
        assert!(!copied.unwrap().contains("dossiers"));
        stage.run("note.code B1.3");
        assert!(stage.codings().is_empty(), "{:?}", stage.codings());
        stage.keys("esc e");
        assert!(stage.app.places.live.entry.is_empty());
        stage.keys("esc X esc e");
        assert!(!stage.app.places.live.entry.is_empty());
        // what is mended goes out of the line with the note
        stage.keys("esc X");
        assert!(stage.app.places.live.entry.is_empty());
        assert_eq!(left_out(&stage).len(), 1);
    }

    #[test]
    fn the_last_minutes_of_a_call_go_with_all_that_was_noted_in_them() {
        let mut stage = Stage::call(Lang::Fr, "E13");
        for at in [100, 500, 900] {
            stage.at(at);
            stage.types("bon");
            stage.keys("enter");
        }
        stage.types("encore");
        stage.keys("esc m 5");
        let time = Excluded::Time {
            from_ms: 600_000,
            to_ms: 900_001,
        };
        assert_eq!(left_out(&stage), [time]);
        assert_eq!(stage.app.places.live.entry.text(), "encore");
        let hidden: Vec<bool> = stage
            .app
            .places
            .live
            .rows
            .iter()
            .map(|id| stage.study().is_note_hidden(id))
            .collect();
        assert_eq!(hidden, [false, false, true]);
        stage.keys("esc X");
        assert!(left_out(&stage).is_empty());
        assert!(
            stage.notice().contains("de 10:00 à 15:00"),
            "{}",
            stage.notice()
        );
    }

    #[test]
    fn a_time_is_asked_for_and_a_wrong_one_stays_to_be_mended() {
        let mut stage = Stage::call(Lang::En, "E13");
        stage.at(900);
        stage.keys("esc m m");
        stage.keys("C-u");
        stage.types("tout");
        stage.keys("enter");
        assert_eq!(stage.app.layers.len(), 1);
        assert!(left_out(&stage).is_empty());
        stage.keys("C-u");
        stage.types("15:00");
        stage.keys("enter");
        assert_eq!(stage.app.layers.len(), 1, "it ends before it begins");
        stage.keys("S-tab C-u");
        stage.types("12:30");
        stage.keys("enter");
        assert!(stage.app.layers.is_empty());
        let time = Excluded::Time {
            from_ms: 750_000,
            to_ms: 900_000,
        };
        assert_eq!(left_out(&stage), [time]);
    }
}
