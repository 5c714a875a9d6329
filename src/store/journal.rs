//! Reading a journal: line by line, each made sure of, the chain followed, damage named by its line.

use super::error::{AtFile, StoreError};
use super::line::{self, Flaw, Header, Line, Sketch};
use crate::study::Stamp;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use std::fs::File;
use std::io::{self, BufRead, BufReader, Read, Seek, SeekFrom};
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
    /// From 1.
    pub(super) line: u64,
}

/// Reads a journal from a position on and hands every whole line to `each`.
pub(super) fn read(
    file: &Path,
    from: Position,
    each: &mut dyn FnMut(Line),
) -> Result<Ending, StoreError> {
    let open = File::open(file).at(file)?;
    walk(file, &open, from, u64::MAX, &mut |bytes, _| {
        let line = line::read(bytes)?;
        let marks = Marks::of(&line.header, &line.hash);
        each(line);
        Ok(marks)
    })
}

/// Reads the headers alone, and which parts are there.
pub(super) fn scan(
    file: &Path,
    open: &File,
    each: &mut dyn FnMut(Sketch, At),
) -> Result<Ending, StoreError> {
    walk(
        file,
        open,
        Position::default(),
        u64::MAX,
        &mut |bytes, at| {
            let sketch = line::sketch(bytes)?;
            let marks = Marks::of(&sketch.header, &sketch.hash);
            each(sketch, at);
            Ok(marks)
        },
    )
}

/// Whether a journal is, up to a position, what it was when it got there: the same lines, the same damage.
pub(super) fn is_still(
    file: &Path,
    upto: &Position,
    damaged: &[(u64, Flaw)],
) -> Result<bool, StoreError> {
    let open = File::open(file).at(file)?;
    let start = Position::default();
    let ending = walk(file, &open, start, upto.offset, &mut |bytes, _| {
        let (header, hash) = line::verify(bytes)?;
        Ok(Marks::of(&header, &hash))
    })?;
    let found = ending.damages.iter().map(|d| (d.line, d.flaw));
    Ok(ending.torn == 0 && ending.position == *upto && found.eq(damaged.iter().copied()))
}

/// What the chain needs of a line.
struct Marks {
    n: u64,
    previous: String,
    hash: String,
    stamp: Stamp,
    wall: Timestamp,
}

impl Marks {
    fn of(header: &Header, hash: &str) -> Self {
        Self {
            n: header.n,
            previous: header.previous.clone(),
            hash: hash.to_owned(),
            stamp: header.stamp,
            wall: header.wall,
        }
    }
}

type Visit<'a> = dyn FnMut(&[u8], At) -> Result<Marks, Flaw> + 'a;

fn walk(
    file: &Path,
    mut open: &File,
    from: Position,
    upto: u64,
    visit: &mut Visit<'_>,
) -> Result<Ending, StoreError> {
    open.seek(SeekFrom::Start(from.offset)).at(file)?;
    let limited = open.take(upto.saturating_sub(from.offset));
    let mut input = BufReader::with_capacity(1 << 18, limited);
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
            line: position.lines + 1,
        };
        position.offset += length;
        position.lines += 1;
        let mut damaged = |flaw| {
            ending.damages.push(Damage {
                file: file.to_owned(),
                line: at.line,
                flaw,
            });
        };
        match visit(&bytes, at) {
            Ok(marks) => {
                if !position.broken && marks.previous != position.hash {
                    damaged(Flaw::Chain);
                }
                position.n = marks.n.max(position.n + 1);
                position.hash = marks.hash;
                position.stamp = marks.stamp;
                position.wall = Some(marks.wall);
                position.broken = false;
            }
            Err(flaw) => {
                damaged(flaw);
                position.n += 1;
                position.broken = true;
            }
        }
    }
}

/// Single lines of a journal, quick where they follow each other.
pub(super) struct Lines {
    input: BufReader<File>,
    at: u64,
}

impl Lines {
    pub(super) fn new(file: File) -> Self {
        Self {
            input: BufReader::with_capacity(1 << 16, file),
            at: u64::MAX,
        }
    }

    /// The bytes of a line, without its line feed.
    pub(super) fn get(&mut self, at: At, bytes: &mut Vec<u8>) -> io::Result<()> {
        if self.at != at.offset {
            self.input.seek(SeekFrom::Start(at.offset))?;
        }
        bytes.clear();
        self.input.by_ref().take(at.length).read_to_end(bytes)?;
        self.at = at.offset + bytes.len() as u64;
        if bytes.last() == Some(&b'\n') {
            bytes.pop();
        }
        Ok(())
    }
}
