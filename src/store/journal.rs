//! Reading a journal: line by line, each made sure of, the chain followed, damage named by its line.

use super::error::{AtFile, StoreError};
use super::line::{self, Flaw, Line};
use crate::study::Stamp;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use std::fs::File;
use std::io::{BufRead, BufReader, Read, Seek, SeekFrom};
use std::path::{Path, PathBuf};

/// How far a journal was read, and what its last line was.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Position {
    /// Bytes up to the end of the last line.
    pub(super) offset: u64,
    /// Lines up to here.
    pub(super) lines: u64,
    /// Number of the last line that could be read, and one more for each damaged one since.
    pub(super) n: u64,
    /// Hash of its header.
    pub(super) hash: String,
    /// Its stamp.
    pub(super) stamp: Stamp,
    /// Its time.
    pub(super) wall: Option<Timestamp>,
    /// Whether a line after it is damaged, so that the next one need not follow it.
    pub(super) broken: bool,
}

/// A line that is not as it was written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Damage {
    pub(super) file: PathBuf,
    /// From 1.
    pub(super) line: u64,
    pub(super) flaw: Flaw,
}

/// What reading to the end found besides lines.
#[derive(Debug, Default)]
pub(super) struct Ending {
    pub(super) position: Position,
    pub(super) damages: Vec<Damage>,
    /// Bytes after the last line feed: a line that was never finished.
    pub(super) torn: u64,
}

/// Where a line stands in its file.
#[derive(Debug, Clone, Copy)]
pub(super) struct At {
    pub(super) offset: u64,
    /// With its line feed.
    pub(super) length: u64,
}

/// Reads a journal from a position on and hands every whole line to `each`.
pub(super) fn read(
    file: &Path,
    from: Position,
    each: &mut dyn FnMut(Line, At),
) -> Result<Ending, StoreError> {
    let mut input = File::open(file).at(file)?;
    input.seek(SeekFrom::Start(from.offset)).at(file)?;
    let mut input = BufReader::with_capacity(1 << 18, input);
    let mut ending = Ending {
        position: from,
        ..Ending::default()
    };
    let mut bytes = Vec::new();
    loop {
        bytes.clear();
        let length = input.read_until(b'\n', &mut bytes).at(file)? as u64;
        if bytes.pop() != Some(b'\n') {
            ending.torn = length;
            return Ok(ending);
        }
        let position = &mut ending.position;
        let at = At {
            offset: position.offset,
            length,
        };
        position.offset += length;
        position.lines += 1;
        let mut damaged = |flaw| {
            ending.damages.push(Damage {
                file: file.to_owned(),
                line: position.lines,
                flaw,
            });
        };
        match line::read(&bytes) {
            Ok(line) => {
                if !position.broken && line.header.previous != position.hash {
                    damaged(Flaw::Chain);
                }
                position.n = line.header.n.max(position.n + 1);
                position.hash.clone_from(&line.hash);
                position.stamp = line.header.stamp;
                position.wall = Some(line.header.wall);
                position.broken = false;
                each(line, at);
            }
            Err(flaw) => {
                damaged(flaw);
                position.n += 1;
                position.broken = true;
            }
        }
    }
}

/// The bytes of one line, without its line feed.
pub(super) fn line_at(file: &mut File, at: At, bytes: &mut Vec<u8>) -> std::io::Result<()> {
    file.seek(SeekFrom::Start(at.offset))?;
    bytes.clear();
    file.take(at.length).read_to_end(bytes)?;
    if bytes.last() == Some(&b'\n') {
        bytes.pop();
    }
    Ok(())
}
