//! Faults made on purpose, so that tests can see what becomes of the terminal. Nothing in a release build.

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
    #[cfg(debug_assertions)]
    if let Some(file) = std::env::var_os("ENTRETIEN_TEST_CLOCK")
        && let Ok(text) = std::fs::read_to_string(file)
        && let Ok(ms) = text.trim().parse()
        && let Ok(driven) = jiff::Timestamp::from_millisecond(ms)
    {
        return driven;
    }
    jiff::Timestamp::now()
}
