//! Faults made on purpose, so that tests can see what becomes of the terminal. Nothing in a release build.

use crate::study::clock::Boot;

/// With `ENTRETIEN_TEST_PANIC` set to `screen` or `worker`, a debug build panics at a key, on this thread or on another;
/// with `hang`, it answers nothing any more.
pub(super) fn on_key() {
    #[cfg(debug_assertions)]
    match std::env::var("ENTRETIEN_TEST_PANIC").as_deref() {
        Ok("screen") => panic!("a fault made on purpose, on the screen's thread"),
        Ok("worker") => {
            let _ = std::thread::spawn(|| panic!("a fault made on purpose, on a worker")).join();
        }
        Ok("hang") => loop {
            std::thread::park();
        },
        _ => {}
    }
}

/// The present moment. In a debug build the file that `ENTRETIEN_TEST_CLOCK` names holds it, in milliseconds, so that a
/// test drives a call of 45 minutes in seconds.
pub(super) fn now() -> jiff::Timestamp {
    driven()
        .and_then(|ms| jiff::Timestamp::from_millisecond(ms).ok())
        .unwrap_or_else(jiff::Timestamp::now)
}

/// What the machine's own clock shows; where a test drives the clock, it goes with it.
pub(super) fn boot() -> Option<Boot> {
    match driven() {
        Some(ms) => Some(Boot {
            run: "driven".to_owned(),
            ms,
        }),
        None => crate::app::boot::now(),
    }
}

/// The milliseconds that a test drives the clock to.
fn driven() -> Option<i64> {
    #[cfg(debug_assertions)]
    if let Some(file) = std::env::var_os("ENTRETIEN_TEST_CLOCK") {
        return std::fs::read_to_string(file).ok()?.trim().parse().ok();
    }
    None
}
