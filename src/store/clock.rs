//! The system's clock and randomness, behind the model's [`Mint`].

use super::hash::random;
use crate::study::id::Mint;
use jiff::Timestamp;
use uuid::{Builder, Uuid};

/// New ids and the present moment from the system. Each thread that makes changes for a study may have its own.
#[derive(Debug, Default)]
pub struct SystemMint {
    last: u128,
}

/// Milliseconds since 1970.
pub(super) fn millis(at: Timestamp) -> u64 {
    u64::try_from(at.as_millisecond()).unwrap_or(0)
}

impl Mint for SystemMint {
    fn id(&mut self) -> Uuid {
        let fresh = Builder::from_unix_timestamp_millis(millis(Timestamp::now()), &random::<10>())
            .into_uuid()
            .as_u128();
        // A clock set back, or two ids in one millisecond: the next one all the same, so that order of making stays
        // order of ids.
        self.last = if fresh > self.last {
            fresh
        } else {
            self.last + 1
        };
        Uuid::from_u128(self.last)
    }

    fn random(&mut self) -> Uuid {
        Builder::from_random_bytes(random::<16>()).into_uuid()
    }

    fn now(&self) -> Timestamp {
        // Whole milliseconds: what files show, and what reads back the same everywhere.
        let now = Timestamp::now();
        Timestamp::from_millisecond(now.as_millisecond()).unwrap_or(now)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_grow_and_random_ones_say_nothing() {
        let mut mint = SystemMint::default();
        let ids: Vec<Uuid> = (0..2_000).map(|_| mint.id()).collect();
        assert!(ids.is_sorted());
        assert!(ids.windows(2).all(|pair| pair[0] != pair[1]));
        assert!(ids.iter().all(|id| id.get_version_num() == 7));
        let random = [mint.random(), mint.random()];
        assert!(random.iter().all(|id| id.get_version_num() == 4));
        assert_ne!(random[0], random[1]);
    }
}
