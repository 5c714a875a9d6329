//! Ids that other programs keep: the record's own where it is a UUID, else one made of what it is, never of a name alone.

use sha2::{Digest, Sha256};
use std::collections::HashSet;
use uuid::Uuid;

/// Makes ids; each is given out once.
pub(super) struct Guids {
    /// Tells this study from others.
    seed: String,
    given: HashSet<Uuid>,
}

impl Guids {
    pub(super) fn new(seed: String) -> Self {
        Self {
            seed,
            given: HashSet::new(),
        }
    }

    /// The id of a record, for a thing of this kind.
    pub(super) fn of(&mut self, kind: &str, id: &str) -> Uuid {
        if let Ok(own) = Uuid::try_parse(id)
            && self.given.insert(own)
        {
            return own;
        }
        let mut n = 0;
        loop {
            let made = made(&self.seed, kind, id, n);
            if self.given.insert(made) {
                return made;
            }
            n += 1;
        }
    }
}

/// A UUID of version 8 over what it is for.
fn made(seed: &str, kind: &str, id: &str, n: usize) -> Uuid {
    let mut hash = Sha256::new();
    for part in [seed, kind, id, &n.to_string()] {
        hash.update(part.len().to_le_bytes());
        hash.update(part.as_bytes());
    }
    let mut bytes = [0; 16];
    for (own, byte) in bytes.iter_mut().zip(hash.finalize()) {
        *own = byte;
    }
    uuid::Builder::from_bytes(bytes)
        .with_variant(uuid::Variant::RFC4122)
        .with_version(uuid::Version::Custom)
        .into_uuid()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_uuid_stays_and_no_id_is_given_twice() {
        let mut guids = Guids::new("study".to_owned());
        let own = "01a2279d-3130-7fcc-8a08-bbf7df8f344a";
        assert_eq!(guids.of("coding", own).to_string(), own);
        assert_ne!(guids.of("note", own).to_string(), own, "given already");
        let (code, coder) = (guids.of("code", "Ana"), guids.of("user", "Ana"));
        assert_ne!(code, coder, "one name, two things");
        assert_eq!(Guids::new("study".to_owned()).of("code", "Ana"), code);
        assert_ne!(Guids::new("other".to_owned()).of("code", "Ana"), code);
    }
}
