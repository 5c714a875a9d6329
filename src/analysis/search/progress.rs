//! How far a search is, and whether anybody still waits for it.

use std::fmt;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU8, Ordering};

/// How far a search is, and whether anybody still waits for it. Clones are one and the same.
#[derive(Clone, Default)]
pub struct Progress {
    percent: Arc<AtomicU8>,
    given_up: Arc<AtomicBool>,
    wake: Option<Arc<dyn Fn() + Send + Sync>>,
}

impl Progress {
    /// Progress that calls `wake` when there is more to show.
    pub fn waking(wake: Option<Arc<dyn Fn() + Send + Sync>>) -> Self {
        Self {
            wake,
            ..Self::default()
        }
    }

    /// What is done, in percent.
    pub fn percent(&self) -> u8 {
        self.percent.load(Ordering::Relaxed)
    }

    /// So many of so many are done.
    pub fn reached(&self, done: usize, all: usize) {
        let percent = (done * 100 / all.max(1)).min(100) as u8;
        if self.percent.swap(percent, Ordering::Relaxed) != percent
            && let Some(wake) = &self.wake
        {
            wake();
        }
    }

    /// Nobody waits any more.
    pub fn give_up(&self) {
        self.given_up.store(true, Ordering::Relaxed);
    }

    /// Whether nobody waits any more.
    pub fn given_up(&self) -> bool {
        self.given_up.load(Ordering::Relaxed)
    }

    /// Whether both are one.
    pub fn is(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.given_up, &other.given_up)
    }
}

impl fmt::Debug for Progress {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Progress({} %)", self.percent())
    }
}
