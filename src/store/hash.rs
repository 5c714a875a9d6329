//! Hashes and randomness, as the files write them.

use sha2::{Digest, Sha256};
use std::fmt::Write;
use std::sync::atomic::{AtomicU64, Ordering};

/// Lower-case hexadecimal.
pub(super) fn hex(bytes: &[u8]) -> String {
    let mut text = String::with_capacity(bytes.len() * 2);
    for byte in bytes {
        let _ = write!(text, "{byte:02x}");
    }
    text
}

/// SHA-256 over pieces, in hexadecimal.
pub(super) fn hash(pieces: &[&[u8]]) -> String {
    let mut digest = Sha256::new();
    for piece in pieces {
        digest.update(piece);
    }
    hex(&digest.finalize())
}

/// Random bytes from the system. Where it has none (it always has, once started), bytes that at least never repeat.
pub(super) fn random<const N: usize>() -> [u8; N] {
    static COUNT: AtomicU64 = AtomicU64::new(0);
    let mut bytes = [0u8; N];
    if getrandom::fill(&mut bytes).is_err() {
        let seed = [
            u128::from(COUNT.fetch_add(1, Ordering::Relaxed)).to_le_bytes(),
            u128::from(std::process::id()).to_le_bytes(),
            jiff::Timestamp::now()
                .as_nanosecond()
                .cast_unsigned()
                .to_le_bytes(),
        ]
        .concat();
        for (byte, from) in bytes
            .iter_mut()
            .zip(Sha256::digest(&seed).iter().cycle().copied())
        {
            *byte = from;
        }
    }
    bytes
}

/// A random salt: 128 bits in hexadecimal.
pub(super) fn salt() -> String {
    hex(&random::<16>())
}
