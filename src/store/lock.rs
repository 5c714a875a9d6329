//! One process holds a study, by a lock of the operating system: it ends with the process, so nothing is ever stale.

use super::error::{AtFile, StoreError};
use super::folder::{Folder, private};
use std::fs::{self, File, TryLockError};
use std::io::{Seek, Write};
use std::time::Duration;

/// The lock, held until dropped.
#[derive(Debug)]
pub(super) struct Lock {
    _file: File,
}

impl Lock {
    /// Takes the lock, or says who holds it.
    pub(super) fn take(folder: &Folder) -> Result<Self, StoreError> {
        let path = folder.lock();
        let mut file = private()
            .read(true)
            .write(true)
            .create(true)
            .truncate(false)
            .open(&path)
            .at(&path)?;
        let mut tries = 0;
        loop {
            match file.try_lock() {
                Ok(()) => break,
                Err(TryLockError::Error(error)) => return Err(StoreError::disk(&path, &error)),
                Err(TryLockError::WouldBlock) => {
                    let held = held(folder);
                    // A process that is just being started from this one has our files for a moment.
                    let ours =
                        matches!(held, StoreError::Held { pid, .. } if pid == std::process::id());
                    if !ours || tries == 10 {
                        return Err(held);
                    }
                    tries += 1;
                    std::thread::sleep(Duration::from_millis(10));
                }
            }
        }
        let text = format!(
            "pid {}\nhost {}\nsince {}\n",
            std::process::id(),
            host(),
            jiff::Timestamp::now()
                .round(jiff::Unit::Second)
                .unwrap_or_default()
        );
        // Only for those who meet the lock: a full disk must not keep anybody out.
        let _ = file
            .set_len(0)
            .and_then(|()| file.rewind())
            .and_then(|()| file.write_all(text.as_bytes()));
        Ok(Self { _file: file })
    }
}

/// Who holds the study, by the lock's text.
fn held(folder: &Folder) -> StoreError {
    let text = fs::read_to_string(folder.lock()).unwrap_or_default();
    let word = |name: &str| {
        text.lines()
            .find_map(|line| line.strip_prefix(name))
            .map_or("", str::trim)
            .to_owned()
    };
    StoreError::Held {
        pid: word("pid ").parse().unwrap_or(0),
        host: word("host "),
        since: word("since "),
    }
}

/// The machine's name, for people.
pub(super) fn host() -> String {
    ["/proc/sys/kernel/hostname", "/etc/hostname"]
        .iter()
        .find_map(|file| fs::read_to_string(file).ok())
        .or_else(|| std::env::var("HOSTNAME").ok())
        .map(|name| name.trim().to_owned())
        .filter(|name| !name.is_empty())
        .unwrap_or_else(|| "?".into())
}
