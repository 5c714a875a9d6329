//! One process holds a study, by a lock of the operating system: it ends with the process, so nothing is ever stale.
//!
//! Who writes has it alone, for as long as the study is open. Who reads shares it with other readers, for the moment
//! that reading the embedded store takes; who comes to write meanwhile waits for them.

use super::error::{AtFile, StoreError};
use super::folder::{Folder, private};
use std::fs::{self, File, TryLockError};
use std::io::{Seek, Write};
use std::path::Path;
use std::time::{Duration, Instant};

/// How long readers are waited for.
const READERS: Duration = Duration::from_secs(2);
/// How long a lock of this very process is waited for.
const OURS: Duration = Duration::from_millis(100);

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
        let gate = gate(folder);
        let began = Instant::now();
        while let Err(refused) = file.try_lock() {
            let (refusal, longest) = match refused {
                TryLockError::Error(error) => return Err(StoreError::disk(&path, &error)),
                TryLockError::WouldBlock if is_shared(&path) => (StoreError::BeingRead, READERS),
                TryLockError::WouldBlock => match held(folder) {
                    // A process that is just being started from this one has our files for a moment.
                    held @ StoreError::Held { pid, .. } if pid == std::process::id() => {
                        (held, OURS)
                    }
                    held => return Err(held),
                },
            };
            if began.elapsed() >= longest {
                return Err(refusal);
            }
            // While this one waits, no other reader comes in.
            if let Some(gate) = &gate {
                let _ = gate.try_lock();
            }
            std::thread::sleep(Duration::from_millis(10));
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

    /// Shares the lock with other readers; `None` where somebody holds the study or waits for it, or nobody ever did.
    pub(super) fn share(folder: &Folder) -> Option<Self> {
        let gate = gate(folder)?;
        gate.try_lock_shared().ok()?;
        let file = File::open(folder.lock()).ok()?;
        file.try_lock_shared().ok()?;
        Some(Self { _file: file })
    }
}

/// What is locked for the moment of coming in: the folder itself, where the system has locks on folders.
fn gate(folder: &Folder) -> Option<File> {
    File::open(folder.path()).ok()
}

/// Whether those who have the lock share it.
fn is_shared(path: &Path) -> bool {
    // A descriptor of its own: the lock goes with it.
    File::open(path).is_ok_and(|file| file.try_lock_shared().is_ok())
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
