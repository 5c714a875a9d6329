//! A study on disk: journal first, then the embedded store; one writer, one holder.
//!
//! A study's folder holds `journal/<replica>.jsonl` (one line a transaction, appended and synced before it is
//! acknowledged), `texts/` and `originals/` (named by hashes over a salt and the bytes), `drafts/`, `exports/`,
//! `study.sled/` (the state in the shape that opening wants, rebuilt from the journals whenever it is missing or off),
//! `format`, `replica` and `lock`. Journals and texts are enough to rebuild all the rest.

#![cfg_attr(
    not(test),
    deny(
        clippy::unwrap_used,
        clippy::expect_used,
        clippy::panic,
        clippy::indexing_slicing
    )
)]

mod blank;
mod blocks;
mod check;
mod clock;
mod disk;
mod door;
mod draft;
mod erase;
mod error;
mod folder;
mod handle;
mod hash;
mod join;
mod joined;
mod journal;
mod line;
mod load;
mod lock;
mod log;
mod milestone;
mod open;
mod progress;
mod reading;
mod replica;
mod sight;
mod snapshot;
mod state;
mod texts;
mod tree;
mod watch;
mod writer;

#[cfg(test)]
mod disk_test;
#[cfg(test)]
mod erase_test;
#[cfg(test)]
mod format_test;
#[cfg(test)]
mod join_test;
#[cfg(test)]
mod line_test;
#[cfg(test)]
mod state_test;
#[cfg(test)]
mod store_test;

pub use check::Finding;
pub use clock::SystemMint;
pub use erase::Erased;
pub use error::{DiskFault, StoreError};
pub use handle::{Store, Undone};
pub use joined::Joined;
pub use log::{Head, LogEntry};
pub use open::{Access, Options};
pub use progress::keep_reading;
pub use texts::{StoredOriginals, StoredText, StoredTexts};
pub use watch::Watch;
pub use writer::{Saved, Settling};
