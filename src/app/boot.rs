//! The boot clock of this machine, where the system has one that goes on while it sleeps.

use crate::study::clock::Boot;

/// What the boot clock shows; `None` where the system has none that also says which run it belongs to.
#[cfg(target_os = "linux")]
pub(crate) fn now() -> Option<Boot> {
    use std::sync::OnceLock;

    static RUN: OnceLock<Option<String>> = OnceLock::new();
    let run = RUN
        .get_or_init(|| std::fs::read_to_string("/proc/sys/kernel/random/boot_id").ok())
        .as_deref()?
        .trim();
    let time = rustix::time::clock_gettime(rustix::time::ClockId::Boottime);
    let ms = time
        .tv_sec
        .checked_mul(1_000)?
        .checked_add(time.tv_nsec / 1_000_000)?;
    (!run.is_empty()).then(|| Boot {
        run: run.to_owned(),
        ms,
    })
}

/// What the boot clock shows; `None` where the system has none that also says which run it belongs to.
#[cfg(not(target_os = "linux"))]
pub(crate) fn now() -> Option<Boot> {
    None
}
