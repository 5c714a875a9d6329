//! What hostile files are made of.

use std::io::{Cursor, Write};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

/// An archive without compression: a byte of a member is a byte of the file.
pub fn stored(members: &[(&str, &[u8])]) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    let plain = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
    for (name, bytes) in members {
        writer.start_file(*name, plain).unwrap();
        writer.write_all(bytes).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

/// An archive whose last member is a link.
pub fn with_link(members: &[(&str, &[u8])], name: &str, target: &str) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in members {
        writer
            .start_file(*name, SimpleFileOptions::default())
            .unwrap();
        writer.write_all(bytes).unwrap();
    }
    writer
        .add_symlink(name, target, SimpleFileOptions::default())
        .unwrap();
    writer.finish().unwrap().into_inner()
}

/// The same archive with other letters wherever these stand: names that no writer lets through.
pub fn renamed(bytes: &[u8], from: &[u8], to: &[u8]) -> Vec<u8> {
    assert_eq!(from.len(), to.len());
    let mut out = bytes.to_vec();
    let places: Vec<usize> = bytes
        .windows(from.len())
        .enumerate()
        .filter(|(_, found)| *found == from)
        .map(|(at, _)| at)
        .collect();
    assert!(places.len() >= 2, "in the list and at the member");
    for at in places {
        out[at..at + from.len()].copy_from_slice(to);
    }
    out
}

/// A number of four bytes, wherever it stands, made another: an archive that lies about sizes.
pub fn lying(bytes: &[u8], size: usize, said: u32) -> Vec<u8> {
    let size = u32::try_from(size).unwrap().to_le_bytes();
    renamed(bytes, &size, &said.to_le_bytes())
}

/// Bytes without order, the same each time.
pub fn noise(length: usize) -> Vec<u8> {
    let mut state = 0x5eed_u64;
    (0..length)
        .map(|_| {
            state ^= state << 13;
            state ^= state >> 7;
            state ^= state << 17;
            state as u8
        })
        .collect()
}

/// `make` of each number, one after the other.
pub fn numbered(numbers: std::ops::Range<usize>, make: impl Fn(usize) -> String) -> String {
    numbers.map(make).collect::<Vec<_>>().concat()
}

/// The first half.
pub fn half(bytes: &[u8]) -> Vec<u8> {
    bytes[..bytes.len() / 2].to_vec()
}

/// A database that these statements make.
pub fn database(sql: &str) -> Vec<u8> {
    let mut connection = rusqlite::Connection::open_in_memory().unwrap();
    connection.execute_batch(sql).unwrap();
    connection.serialize("main").unwrap().to_vec()
}
