//! Stamps: hybrid logical time and replica. They order all transactions of all replicas, and name them.

use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::fmt;

/// One author of one journal.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ReplicaId(pub u64);

/// When a transaction happened, in the order of all replicas. Written so that text order is time order.
#[derive(Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Stamp {
    /// Milliseconds since 1970, never behind a stamp that was seen.
    pub ms: u64,
    /// Tells transactions of one millisecond apart.
    pub counter: u16,
    /// Who wrote it.
    pub replica: ReplicaId,
}

impl Stamp {
    /// The next stamp of `replica`, after `last` and not before `now_ms`.
    #[must_use]
    pub fn next(last: Stamp, now_ms: u64, replica: ReplicaId) -> Self {
        if now_ms > last.ms {
            return Self {
                ms: now_ms,
                counter: 0,
                replica,
            };
        }
        match last.counter.checked_add(1) {
            Some(counter) => Self {
                ms: last.ms,
                counter,
                replica,
            },
            None => Self {
                ms: last.ms + 1,
                counter: 0,
                replica,
            },
        }
    }

    /// Reads what `Display` writes.
    pub fn parse(text: &str) -> Option<Self> {
        let mut parts = text.split('-');
        let ms = u64::from_str_radix(parts.next()?, 16).ok()?;
        let counter = u16::from_str_radix(parts.next()?, 16).ok()?;
        let replica = ReplicaId::parse(parts.next()?)?;
        let stamp = Self {
            ms,
            counter,
            replica,
        };
        (parts.next().is_none() && stamp.to_string() == text).then_some(stamp)
    }
}

impl ReplicaId {
    /// Reads what `Display` writes.
    pub fn parse(text: &str) -> Option<Self> {
        let id = Self(u64::from_str_radix(text, 16).ok()?);
        (id.to_string() == text).then_some(id)
    }
}

impl fmt::Display for ReplicaId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:016x}", self.0)
    }
}

impl fmt::Display for Stamp {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:012x}-{:04x}-{}", self.ms, self.counter, self.replica)
    }
}

impl fmt::Debug for Stamp {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{self}")
    }
}

/// Text form in files, by `Display` and `parse`.
macro_rules! as_text {
    ($name:ident, $what:literal) => {
        impl Serialize for $name {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.collect_str(self)
            }
        }

        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let text = std::borrow::Cow::<'de, str>::deserialize(deserializer)?;
                Self::parse(&text).ok_or_else(|| serde::de::Error::custom(concat!("not ", $what)))
            }
        }
    };
}

as_text!(ReplicaId, "a replica id");
as_text!(Stamp, "a stamp");
