//! The clock of a call: it begins with the call, stands still in a pause, and goes on whatever happens to the machine's
//! own clock.
//!
//! Two clocks are at hand. The *boot clock* counts since the machine was started, also while it sleeps, and nobody can
//! change it; it means nothing once the machine was started again, or on another machine. The *wall clock* outlives
//! both, and may be put forward or back. A call keeps what both showed when it began. While the machine is the one it
//! began on, and was not started again, the boot clock alone says how long ago that was: a kill of the program, midnight,
//! daylight saving and a change of the wall clock do not move it. Else the wall clock says it, less what it is known to
//! have been changed by since ([`Session::shift_ms`]).

use super::session::Session;
use super::word::SessionState;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Changes of the wall clock below this are the ordinary corrections of a clock that is kept by the network.
const ORDINARY: i64 = 2_000;

/// What the boot clock shows.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Boot {
    /// Which run of which machine.
    pub run: String,
    /// Milliseconds since it began, sleep included.
    pub ms: i64,
}

/// The present moment on both clocks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Moment {
    /// The wall clock.
    pub wall: Timestamp,
    /// The boot clock, where the machine has one.
    pub boot: Option<Boot>,
}

impl From<Timestamp> for Moment {
    fn from(wall: Timestamp) -> Self {
        Self { wall, boot: None }
    }
}

/// Milliseconds since the call began, pauses included, by the wall clock alone.
fn by_wall(session: &Session, wall: Timestamp) -> Option<i64> {
    let began = session.started_at?.as_millisecond();
    Some(wall.as_millisecond() - began - session.shift_ms)
}

/// Milliseconds since the call began, pauses included, by the boot clock; `None` in another run of the machine.
fn by_boot(session: &Session, moment: &Moment) -> Option<i64> {
    let (then, now) = (session.boot.as_ref()?, moment.boot.as_ref()?);
    (session.started_at.is_some() && then.run == now.run).then(|| now.ms - then.ms)
}

fn since(session: &Session, moment: &Moment) -> Option<i64> {
    by_boot(session, moment).or_else(|| by_wall(session, moment.wall))
}

/// The time of the call, in milliseconds, never below 0; `None` before it begins and after its end.
pub fn elapsed(session: &Session, moment: &Moment) -> Option<i64> {
    if session.state != SessionState::Running {
        return None;
    }
    let since = since(session, moment)?;
    let time = match session.paused_ms {
        Some(paused) => paused,
        None => since - paused(session),
    };
    Some(time.max(0))
}

/// How long all pauses that ended took, in milliseconds.
pub fn paused(session: &Session) -> i64 {
    session.pauses.values().sum()
}

/// How long the pause that goes on has taken, in milliseconds; `None` where there is none.
pub fn pausing(session: &Session, moment: &Moment) -> Option<i64> {
    let at = session.paused_ms?;
    Some((since(session, moment)? - paused(session) - at).max(0))
}

/// By how much the wall clock was changed in all since the call began, where that is not yet known of it. Only the boot
/// clock can tell, and what is less than two seconds is no change.
pub fn shifted(session: &Session, moment: &Moment) -> Option<i64> {
    let true_ms = by_boot(session, moment)?;
    let off = by_wall(session, moment.wall)? - true_ms;
    (off.abs() >= ORDINARY).then_some(session.shift_ms + off)
}

/// What the boot clock of this run would have shown when the call began; `None` where that is known, or cannot be.
pub fn rebased(session: &Session, moment: &Moment) -> Option<Boot> {
    if session.state != SessionState::Running || by_boot(session, moment).is_some() {
        return None;
    }
    let now = moment.boot.as_ref()?;
    Some(Boot {
        run: now.run.clone(),
        ms: now.ms - by_wall(session, moment.wall)?,
    })
}

/// All pauses that ended, as files write them: `600000+90000;…`, the time of the call and the length in milliseconds.
pub fn pauses_text(session: &Session) -> String {
    let list: Vec<String> = session
        .pauses
        .iter()
        .map(|(at, length)| format!("{at}+{length}"))
        .collect();
    list.join(";")
}

/// Reads what [`pauses_text`] wrote; `None` where it is anything else.
pub fn parse_pauses(text: &str) -> Option<BTreeMap<i64, i64>> {
    text.split(';')
        .map(str::trim)
        .filter(|part| !part.is_empty())
        .map(|part| {
            let (at, length) = part.split_once('+')?;
            let (at, length) = (at.trim().parse().ok()?, length.trim().parse().ok()?);
            (length >= 0 && at >= 0).then_some((at, length))
        })
        .collect()
}

/// Where in the recording a time of the call lies, in milliseconds: below 0 before the recording began. Without an
/// anchor both began together.
pub fn in_recording(session: &Session, t_ms: i64) -> i64 {
    t_ms - session.anchor_ms.unwrap_or(0)
}

/// The time of the call at a time of the recording: the inverse of [`in_recording`].
pub fn in_call(session: &Session, recording_ms: i64) -> i64 {
    recording_ms + session.anchor_ms.unwrap_or(0)
}

/// Reads a time of the call as people write it: `3:12`, `00:03:12`, `1:02:03`, seconds under sixty, `0:03.5`, and also a
/// sign before it where something began before the call did. `None` for anything else.
pub fn parse(text: &str) -> Option<i64> {
    let text = text.trim().replace('\u{2212}', "-").replace(',', ".");
    let (sign, text) = match text.strip_prefix('-') {
        Some(rest) => (-1, rest),
        None => (1, text.as_str()),
    };
    let mut parts: Vec<&str> = text.split(':').collect();
    if !(2..=3).contains(&parts.len()) {
        return None;
    }
    let last = parts.pop()?;
    let (seconds, thousandths) = match last.split_once('.') {
        None => (last, 0),
        Some((seconds, part)) => {
            let digits = part.len();
            if !(1..=3).contains(&digits) || !part.bytes().all(|b| b.is_ascii_digit()) {
                return None;
            }
            let n: i64 = part.parse().ok()?;
            (seconds, n * [100, 10, 1].get(digits - 1)?)
        }
    };
    let whole = |part: &str, most: i64| -> Option<i64> {
        let plain = !part.is_empty() && part.len() <= 4 && part.bytes().all(|b| b.is_ascii_digit());
        let n: i64 = plain.then(|| part.parse().ok())??;
        (n <= most).then_some(n)
    };
    let seconds = whole(seconds, 59)?;
    let minutes = whole(parts.pop()?, if parts.is_empty() { 999 } else { 59 })?;
    let hours = match parts.pop() {
        Some(hours) => whole(hours, 99)?,
        None => 0,
    };
    Some(sign * (((hours * 60 + minutes) * 60 + seconds) * 1_000 + thousandths))
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::SignedDuration;
    use jiff::civil::date;

    const MINUTE: i64 = 60_000;

    fn running(began: Timestamp, boot: Option<(&str, i64)>) -> Session {
        Session {
            state: SessionState::Running,
            started_at: Some(began),
            boot: boot.map(|(run, ms)| Boot {
                run: run.into(),
                ms,
            }),
            ..Session::default()
        }
    }

    fn moment(wall: Timestamp, boot: Option<(&str, i64)>) -> Moment {
        Moment {
            wall,
            boot: boot.map(|(run, ms)| Boot {
                run: run.into(),
                ms,
            }),
        }
    }

    fn paris(day: (i8, i8), hour: i8, minute: i8) -> Timestamp {
        date(2026, day.0, day.1)
            .at(hour, minute, 0, 0)
            .in_tz("Europe/Paris")
            .unwrap()
            .timestamp()
    }

    /// What happened since the call began at `began` on the boot clock's 1,000,000th millisecond: minutes of the boot
    /// clock, minutes of the wall clock, the run of the machine; and the minutes the call must show.
    #[test]
    fn the_clock_goes_on_whatever_happens_to_the_machines() {
        let noon = paris((3, 12), 12, 0);
        let cases = [
            ("it just goes on", noon, Some(20), 20, "a", 20),
            (
                "a suspend of half an hour: both clocks count it",
                noon,
                Some(50),
                50,
                "a",
                50,
            ),
            (
                "the wall clock put forward an hour",
                noon,
                Some(20),
                80,
                "a",
                20,
            ),
            (
                "the wall clock put back an hour",
                noon,
                Some(20),
                -40,
                "a",
                20,
            ),
            (
                "the wall clock put back a year",
                noon,
                Some(20),
                -525_600,
                "a",
                20,
            ),
            ("midnight", paris((3, 12), 23, 50), Some(20), 20, "a", 20),
            (
                "summer time begins",
                paris((3, 29), 1, 50),
                Some(20),
                20,
                "a",
                20,
            ),
            (
                "summer time ends",
                paris((10, 25), 2, 50),
                Some(20),
                20,
                "a",
                20,
            ),
            ("no boot clock", noon, None, 20, "a", 20),
            (
                "no boot clock, and the wall clock before the beginning",
                noon,
                None,
                -5,
                "a",
                0,
            ),
            (
                "the machine was started again",
                noon,
                Some(-16),
                20,
                "b",
                20,
            ),
            ("another machine", noon, Some(9_000), 20, "c", 20),
        ];
        for (what, began, boot, wall, run, wanted) in cases {
            let session = running(began, Some(("a", 1_000_000)));
            let now = moment(
                began + SignedDuration::from_mins(wall),
                boot.map(|minutes| (run, 1_000_000 + minutes * MINUTE)),
            );
            assert_eq!(elapsed(&session, &now), Some(wanted * MINUTE), "{what}");
        }
    }

    #[test]
    fn local_time_jumps_at_summer_time_and_the_call_does_not() {
        // 01:50 and 03:10 in Paris that night are twenty minutes apart; 02:50 and 02:10 in October as well.
        let spring = running(paris((3, 29), 1, 50), None);
        let later = moment(paris((3, 29), 3, 10), None);
        assert_eq!(elapsed(&spring, &later), Some(20 * MINUTE));
        let first = paris((10, 25), 1, 50) + SignedDuration::from_hours(1);
        let autumn = running(first, None);
        let second = moment(first + SignedDuration::from_mins(20), None);
        for (at, clock) in [(first, "02:50"), (second.wall, "02:10")] {
            let shown = at.in_tz("Europe/Paris").unwrap();
            assert_eq!(format!("{:02}:{:02}", shown.hour(), shown.minute()), clock);
        }
        assert_eq!(elapsed(&autumn, &second), Some(20 * MINUTE));
    }

    #[test]
    fn a_change_of_the_wall_clock_is_known_of_the_call_and_outlives_the_machines_run() {
        let noon = paris((3, 12), 12, 0);
        let mut session = running(noon, Some(("a", 0)));
        let at = |wall: i64, run: &'static str, boot: i64| {
            moment(
                noon + SignedDuration::from_mins(wall),
                Some((run, boot * MINUTE)),
            )
        };
        assert_eq!(shifted(&session, &at(10, "a", 10)), None);
        let slight = moment(
            noon + SignedDuration::from_millis(10 * MINUTE + 1_999),
            Some(("a", 10 * MINUTE)),
        );
        assert_eq!(
            shifted(&session, &slight),
            None,
            "kept right by the network"
        );
        // an hour forward, ten minutes later two hours back
        let shift = shifted(&session, &at(70, "a", 10));
        assert_eq!(shift, Some(60 * MINUTE));
        session.shift_ms = shift.unwrap();
        assert_eq!(shifted(&session, &at(70, "a", 10)), None, "said once");
        session.shift_ms = shifted(&session, &at(-40, "a", 20)).unwrap();
        assert_eq!(session.shift_ms, -60 * MINUTE);
        // the machine is started again and five minutes later the call goes on
        let after = at(-35, "b", 1);
        assert_eq!(elapsed(&session, &after), Some(25 * MINUTE));
        session.boot = rebased(&session, &after);
        assert_eq!(elapsed(&session, &after), Some(25 * MINUTE));
        assert_eq!(rebased(&session, &after), None);
        assert_eq!(
            elapsed(&session, &at(600, "b", 6)),
            Some(30 * MINUTE),
            "the boot clock leads again"
        );
    }

    #[test]
    fn a_pause_stands_still_across_a_restart() {
        let noon = paris((3, 12), 12, 0);
        let at = |minutes: i64| moment(noon + SignedDuration::from_mins(minutes), None);
        let mut session = running(noon, None);
        session.paused_ms = elapsed(&session, &at(10));
        assert_eq!(elapsed(&session, &at(25)), Some(10 * MINUTE));
        assert_eq!(pausing(&session, &at(25)), Some(15 * MINUTE));
        // written down and read again, as a restart does
        let mut session: Session =
            serde_json::from_str(&serde_json::to_string(&session).unwrap()).unwrap();
        assert_eq!(pausing(&session, &at(40)), Some(30 * MINUTE));
        session.pauses.insert(10 * MINUTE, 30 * MINUTE);
        session.paused_ms = None;
        let session: Session =
            serde_json::from_str(&serde_json::to_string(&session).unwrap()).unwrap();
        assert_eq!(elapsed(&session, &at(45)), Some(15 * MINUTE));
        assert_eq!(paused(&session), 30 * MINUTE);
    }

    #[test]
    fn a_call_that_does_not_run_has_no_time() {
        let noon = paris((3, 12), 12, 0);
        for state in SessionState::ALL {
            let session = Session {
                state: *state,
                ..running(noon, None)
            };
            let runs = *state == SessionState::Running;
            assert_eq!(elapsed(&session, &noon.into()).is_some(), runs);
        }
        assert_eq!(
            elapsed(
                &Session {
                    state: SessionState::Running,
                    ..Session::default()
                },
                &noon.into()
            ),
            None
        );
    }

    #[test]
    fn times_are_read_as_people_write_them() {
        for (text, wanted) in [
            ("3:12", Some(192_000)),
            ("00:03:12", Some(192_000)),
            (" 1:02:03 ", Some(3_723_000)),
            ("75:00", Some(4_500_000)),
            ("0:03.5", Some(3_500)),
            ("0:03,25", Some(3_250)),
            ("-0:07", Some(-7_000)),
            ("\u{2212}0:07", Some(-7_000)),
            ("", None),
            ("12", None),
            ("3:60", None),
            ("1:60:00", None),
            ("1:2:3:4", None),
            ("a:b", None),
            ("3:", None),
            ("+3:12", None),
            ("3:1.2345", None),
            ("99999:00", None),
        ] {
            assert_eq!(parse(text), wanted, "{text:?}");
        }
    }

    #[test]
    fn an_anchor_moves_times_both_ways() {
        let mut session = Session::default();
        assert_eq!(in_recording(&session, 1_000), 1_000);
        session.anchor_ms = Some(192_000);
        assert_eq!(in_recording(&session, 200_000), 8_000);
        assert_eq!(in_recording(&session, 0), -192_000);
        assert_eq!(in_call(&session, 8_000), 200_000);
    }
}
