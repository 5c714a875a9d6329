//! The clock of a call, whatever happens to the machine's.

use crate::app::test_support::Stage;
use crate::i18n::Lang;
use crate::study::clock::Boot;
use crate::study::session::{Session, SessionField};
use crate::tui::view::test_support::screen;
use jiff::{SignedDuration, Timestamp};
use std::cell::Cell;

thread_local! {
    /// The wall clock, and seconds of which run of the machine.
    static CLOCKS: Cell<(Timestamp, Option<(u8, i64)>)> = const { Cell::new((Timestamp::UNIX_EPOCH, None)) };
}

/// Sets both clocks.
fn at(stage: &mut Stage, wall: Timestamp, boot: Option<(u8, i64)>) {
    CLOCKS.set((wall, boot));
    stage.app.now = || CLOCKS.get().0;
    stage.app.boot = || {
        let (run, seconds) = CLOCKS.get().1?;
        Some(Boot {
            run: format!("run {run}"),
            ms: seconds * 1_000,
        })
    };
}

fn paris(text: &str) -> Timestamp {
    let time: jiff::civil::DateTime = text.parse().unwrap();
    time.in_tz("Europe/Paris").unwrap().timestamp()
}

/// A call of E02 that begins at a moment, an hour after the machine was started.
fn begun(began: Timestamp) -> Stage {
    let mut stage = Stage::new(Lang::Fr);
    at(&mut stage, began, Some((1, 3_600)));
    let (id, _) = stage.study().session_by_key("E02").unwrap();
    let id = id.clone();
    crate::app::act::call::start(&mut stage.app, &id);
    stage.app.refresh();
    stage
}

fn session(stage: &Stage) -> Session {
    let (_, session) = stage.study().session_by_key("E02").unwrap();
    session.clone()
}

/// The clock as the top line shows it.
fn shown(stage: &mut Stage) -> String {
    let top = screen(&mut stage.app, 120, 36);
    let line = top.lines().next().unwrap().to_owned();
    let from = line.find(['●', '‖']).expect("no clock in the top line");
    let clock = line[from..].split_whitespace().nth(1).unwrap();
    clock.to_owned()
}

/// Began; minutes later on the wall clock; on the boot clock, and in which run; the clock of the call; the change of the
/// wall clock that is written down, in minutes.
#[test]
fn the_top_line_is_right_whatever_happens_to_the_machine() {
    let noon = "2026-03-12T12:00";
    let cases = [
        ("it just goes on", noon, 20, Some((1, 20)), "00:20:00", 0),
        ("a suspend", noon, 95, Some((1, 95)), "01:35:00", 0),
        (
            "put forward an hour",
            noon,
            80,
            Some((1, 20)),
            "00:20:00",
            60,
        ),
        (
            "put back two hours",
            noon,
            -100,
            Some((1, 20)),
            "00:20:00",
            -120,
        ),
        (
            "midnight",
            "2026-03-12T23:50",
            20,
            Some((1, 20)),
            "00:20:00",
            0,
        ),
        (
            "summer time begins",
            "2026-03-29T01:50",
            20,
            Some((1, 20)),
            "00:20:00",
            0,
        ),
        (
            "summer time ends",
            "2026-10-25T02:50",
            20,
            Some((1, 20)),
            "00:20:00",
            0,
        ),
        (
            "summer time begins, no boot clock",
            "2026-03-29T01:50",
            20,
            None,
            "00:20:00",
            0,
        ),
        (
            "midnight, no boot clock",
            "2026-03-12T23:50",
            20,
            None,
            "00:20:00",
            0,
        ),
        (
            "the machine was started again",
            noon,
            20,
            Some((2, -59)),
            "00:20:00",
            0,
        ),
    ];
    let mut stage = begun(paris(noon));
    for (what, began, wall, boot, wanted, shift) in cases {
        let began = paris(began);
        at(&mut stage, began, Some((1, 3_600)));
        let (id, _) = stage.study().session_by_key("E02").unwrap();
        let id = id.clone();
        let boot_then = Boot {
            run: "run 1".into(),
            ms: 3_600_000,
        };
        let fresh = [
            SessionField::StartedAt(Some(began)),
            SessionField::Boot(Some(boot_then)),
            SessionField::ShiftMs(0),
        ];
        let fresh = fresh.into_iter().map(|field| (id.clone(), field).into());
        stage.change(fresh.collect());
        stage.app.places.live.shift_ms = None;
        let boot = boot.map(|(run, minutes)| (run, 3_600 + minutes * 60));
        at(&mut stage, began + SignedDuration::from_mins(wall), boot);
        stage.app.handle(crate::app::Event::Tick);
        assert_eq!(shown(&mut stage), wanted, "{what}");
        assert_eq!(session(&stage).shift_ms, shift * 60_000, "{what}");
    }
}

#[test]
fn a_change_of_the_wall_clock_outlives_the_run_of_the_machine() {
    let noon = paris("2026-03-12T12:00");
    let mut stage = begun(noon);
    assert_eq!(session(&stage).boot.unwrap().ms, 3_600_000);
    at(
        &mut stage,
        noon + SignedDuration::from_mins(70),
        Some((1, 4_200)),
    );
    stage.app.handle(crate::app::Event::Tick);
    assert_eq!(shown(&mut stage), "00:10:00");
    // Undone, it is not written down again, and the clock is right all the same.
    stage.keys("esc u");
    stage.app.handle(crate::app::Event::Tick);
    assert_eq!(
        (shown(&mut stage).as_str(), session(&stage).shift_ms),
        ("00:10:00", 0)
    );
    stage.keys("esc U");
    assert_eq!(session(&stage).shift_ms, 3_600_000);
    // Five minutes later the machine was started again.
    at(
        &mut stage,
        noon + SignedDuration::from_mins(75),
        Some((2, 60)),
    );
    stage.app.handle(crate::app::Event::Tick);
    assert_eq!(shown(&mut stage), "00:15:00");
    assert_eq!(session(&stage).boot.unwrap().run, "run 2");
    // The boot clock leads again, whatever the wall clock shows.
    at(&mut stage, noon, Some((2, 120)));
    stage.app.handle(crate::app::Event::Tick);
    assert_eq!(shown(&mut stage), "00:16:00");
}

#[test]
fn a_pause_stands_still_across_a_restart_and_counts_for_nothing() {
    let noon = paris("2026-03-12T12:00");
    let minutes = |minutes: i64| noon + SignedDuration::from_mins(minutes);
    let mut stage = begun(noon);
    at(&mut stage, minutes(10), Some((1, 4_200)));
    assert!(stage.app.wake_in().is_some());
    stage.keys("esc p");
    assert_eq!(
        stage.app.wake_in(),
        None,
        "nothing ticks while it stands still"
    );
    at(&mut stage, minutes(25), Some((1, 5_100)));
    let top = screen(&mut stage.app, 80, 24);
    assert!(top.contains("‖ 00:10:00  en pause"), "{top}");
    // The program ends, the machine is started again.
    stage.app.settle().unwrap();
    stage.app.work = None;
    at(&mut stage, minutes(40), Some((2, 60)));
    stage.app.open_study("AF").unwrap();
    let (id, _) = stage.study().session_by_key("E02").unwrap();
    let id = id.clone();
    crate::app::act::call::start(&mut stage.app, &id);
    stage.app.refresh();
    assert_eq!(shown(&mut stage), "00:10:00");
    stage.types("pendant la pause");
    stage.keys("enter");
    stage.keys("esc p");
    at(&mut stage, minutes(45), Some((2, 360)));
    assert_eq!(shown(&mut stage), "00:15:00");
    let held = session(&stage);
    assert_eq!(
        held.pauses.into_iter().collect::<Vec<_>>(),
        [(600_000, 1_800_000)]
    );
    let notes = stage.study().notes_of(&id);
    assert!(notes.iter().any(|(_, note)| note.t_ms == Some(600_000)));
    // Ended and taken up again an hour later, it goes on where it was.
    stage.keys("esc f");
    assert_eq!(session(&stage).minutes, Some(15));
    at(&mut stage, minutes(105), Some((2, 3_960)));
    crate::app::act::call::start(&mut stage.app, &id);
    stage.app.refresh();
    assert_eq!(shown(&mut stage), "00:15:00");
    stage.keys("esc u esc u");
    assert_eq!(
        session(&stage).state,
        crate::study::word::SessionState::Running
    );
}

#[test]
fn the_recording_began_at_a_time_of_the_call() {
    let mut stage = begun(paris("2026-03-12T12:00"));
    stage.keys("esc a");
    stage.types("3:12");
    stage.keys("enter");
    assert_eq!(session(&stage).anchor_ms, Some(192_000));
    stage.keys("esc u");
    assert_eq!(session(&stage).anchor_ms, None);
    // What is no time stays in the form, with the reason.
    stage.keys("esc a");
    stage.types("trois");
    stage.keys("enter");
    assert_eq!(stage.app.layers.len(), 1);
    assert_eq!(session(&stage).anchor_ms, None);
    stage.keys("esc");
    stage.run("call.anchor 3:72");
    assert_eq!(session(&stage).anchor_ms, None);
    stage.run("call.anchor -0:05");
    assert_eq!(session(&stage).anchor_ms, Some(-5_000));
    stage.run("call.anchor");
    stage.keys("enter");
    assert_eq!(
        session(&stage).anchor_ms,
        Some(-5_000),
        "kept as it was shown"
    );
}
