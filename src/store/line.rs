//! One line of a journal: a header that says nothing about anybody, and a body of parts that can be erased one by one.
//!
//! `{"header":{"v":1,"n":…,"replica":…,"stamp":…,"wall":…,"author":…,"previous":…,"parts":[{"subject":…,"hash":…}]},
//! "parts":[{"salt":…,"label":…,"changes":[[index,change],…]}|null],"hash":…}`
//!
//! `hash` is over the bytes of the header, each `parts[i].hash` over the bytes of a part, as they stand in the line.
//! `previous` is the hash of the header before: the chain covers headers only, so that a part may become `null`
//! (erased) and everything still verifies. A part without a subject is about the study.

use super::door;
use super::error::StoreError;
use super::hash::{hash, salt};
use crate::i18n::Message;
use crate::study::id::SubjectId;
use crate::study::{Change, ReplicaId, Stamp, Subject, Transaction};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;
use std::borrow::Cow;
use std::collections::HashMap;

/// Version of the line's form.
const FORM: u32 = 1;

/// What every reader may see of a line.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(super) struct Header {
    /// Version of the form.
    pub(super) v: u32,
    /// Number in its journal, from 1.
    pub(super) n: u64,
    /// Whose journal.
    pub(super) replica: ReplicaId,
    /// Order among all replicas.
    pub(super) stamp: Stamp,
    /// Time by the clock on the wall.
    pub(super) wall: Timestamp,
    /// Who did it.
    pub(super) author: String,
    /// Hash of the header before; empty in the first line.
    pub(super) previous: String,
    /// What the parts are about, in their order.
    pub(super) parts: Vec<PartName>,
}

/// A part, as the header names it.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(super) struct PartName {
    /// Whom it is about; none: the study.
    pub(super) subject: Option<SubjectId>,
    /// Hash over its bytes.
    pub(super) hash: String,
}

/// What a part holds.
#[derive(Debug, Serialize, Deserialize)]
struct Part {
    salt: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    label: Option<Message>,
    changes: Vec<(u32, Change)>,
}

/// As [`Part`], for writing.
#[derive(Serialize)]
struct PartOut<'a> {
    salt: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    label: Option<&'a Message>,
    changes: Vec<(u32, &'a Change)>,
}

/// A line cut into its pieces, each as it stands.
#[derive(Debug, Deserialize)]
pub(super) struct Pieces<'a> {
    #[serde(borrow)]
    pub(super) header: &'a RawValue,
    #[serde(borrow)]
    pub(super) parts: Vec<Option<&'a RawValue>>,
    pub(super) hash: &'a str,
}

/// What is wrong with a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub(super) enum Flaw {
    /// It is no line of a journal.
    Unreadable,
    /// Its header is not the one that was written.
    Header,
    /// One of its parts is not the one that was written.
    Part,
    /// It does not follow the line before it: one is missing, or one was put in between.
    Chain,
}

/// A line that was read and found whole.
#[derive(Debug)]
pub(super) struct Line {
    pub(super) header: Header,
    pub(super) hash: String,
    pub(super) transaction: Transaction,
    /// Which parts are not erased.
    pub(super) present: Vec<bool>,
}

/// A line as a first look sees it.
#[derive(Debug)]
pub(super) struct Sketch {
    pub(super) header: Header,
    pub(super) hash: String,
    /// Which parts are not erased.
    pub(super) present: Vec<bool>,
    /// The transactions it takes back.
    pub(super) undoes: Vec<Stamp>,
}

/// A line ready to be written.
#[derive(Debug)]
pub(super) struct Composed {
    /// With its line feed.
    pub(super) bytes: Vec<u8>,
    /// Hash of its header.
    pub(super) hash: String,
}

/// Changes of one part: whom it is about, and each with its place in the transaction.
type PartChanges<'a> = (Option<SubjectId>, Vec<(u32, &'a Change)>);

/// Puts a transaction into a line; `subjects` tells whom each change is about, `left_out` which are not written.
pub(super) fn compose(
    n: u64,
    previous: &str,
    transaction: &Transaction,
    subjects: &[Subject],
    left_out: &[usize],
) -> Result<Composed, StoreError> {
    let mut parts: Vec<PartChanges<'_>> = Vec::new();
    let mut places: HashMap<Option<&SubjectId>, usize> = HashMap::new();
    for (index, change) in transaction.changes.iter().enumerate() {
        if left_out.contains(&index) {
            continue;
        }
        let subject = match subjects.get(index) {
            Some(Subject::Of(id)) => Some(id),
            _ => None,
        };
        let place = *places.entry(subject).or_insert_with(|| {
            parts.push((subject.cloned(), Vec::new()));
            parts.len() - 1
        });
        let index = u32::try_from(index).map_err(|e| StoreError::internal(&e))?;
        if let Some((_, changes)) = parts.get_mut(place) {
            changes.push((index, change));
        }
    }
    // Words about somebody stand in a part of theirs, so that they go with it.
    let labelled = parts.iter().position(|(id, _)| id.is_some()).unwrap_or(0);
    let mut names = Vec::with_capacity(parts.len());
    let mut bodies = Vec::with_capacity(parts.len());
    for (at, (subject, changes)) in parts.into_iter().enumerate() {
        let body = PartOut {
            salt: salt(),
            label: (at == labelled && !transaction.label.key.is_empty())
                .then_some(&transaction.label),
            changes,
        };
        let body = door::seal(serde_json::to_vec(&body).map_err(|e| StoreError::internal(&e))?);
        names.push(PartName {
            subject,
            hash: hash(&[&body]),
        });
        bodies.push(body);
    }
    let header = Header {
        v: FORM,
        n,
        replica: transaction.stamp.replica,
        stamp: transaction.stamp,
        wall: transaction.wall,
        author: transaction.author.clone(),
        previous: previous.to_owned(),
        parts: names,
    };
    let header = serde_json::to_vec(&header).map_err(|e| StoreError::internal(&e))?;
    let hash = hash(&[&header]);
    let length = bodies.iter().map(|body| body.len() + 1).sum();
    // Each body goes as it is put in: a whole study's are not in memory twice.
    let bodies = bodies.into_iter().map(|body| Some(Cow::Owned(body)));
    let bytes = put_together(&header, bodies, length, &hash);
    Ok(Composed { bytes, hash })
}

/// A line from its pieces; a piece that is `None` is erased.
pub(super) fn assemble(header: &[u8], parts: &[Option<&[u8]>], hash: &str) -> Vec<u8> {
    let length = parts
        .iter()
        .map(|part| part.map_or(4, <[u8]>::len) + 1)
        .sum();
    let parts = parts.iter().map(|part| part.map(Cow::Borrowed));
    put_together(header, parts, length, hash)
}

fn put_together<'a>(
    header: &[u8],
    parts: impl Iterator<Item = Option<Cow<'a, [u8]>>>,
    length: usize,
    hash: &str,
) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(header.len() + length + hash.len() + 40);
    bytes.extend_from_slice(b"{\"header\":");
    bytes.extend_from_slice(header);
    bytes.extend_from_slice(b",\"parts\":[");
    for (at, part) in parts.enumerate() {
        if at > 0 {
            bytes.push(b',');
        }
        bytes.extend_from_slice(part.as_deref().unwrap_or(b"null"));
    }
    bytes.extend_from_slice(b"],\"hash\":\"");
    bytes.extend_from_slice(hash.as_bytes());
    bytes.extend_from_slice(b"\"}\n");
    bytes
}

/// Cuts a line (without its line feed) into pieces.
pub(super) fn cut(line: &[u8]) -> Result<Pieces<'_>, Flaw> {
    serde_json::from_slice(line).map_err(|_| Flaw::Unreadable)
}

/// Reads the header of a line and makes sure that it is the one that was written.
pub(super) fn header(pieces: &Pieces<'_>) -> Result<Header, Flaw> {
    if hash(&[pieces.header.get().as_bytes()]) != pieces.hash {
        return Err(Flaw::Header);
    }
    let header: Header = serde_json::from_str(pieces.header.get()).map_err(|_| Flaw::Header)?;
    if header.parts.len() == pieces.parts.len() {
        Ok(header)
    } else {
        Err(Flaw::Part)
    }
}

/// Reads a line (without its line feed) and makes sure of every byte that is still there.
pub(super) fn read(line: &[u8]) -> Result<Line, Flaw> {
    let pieces = cut(line)?;
    let header = header(&pieces)?;
    let mut label = None;
    let mut changes: Vec<(u32, Change)> = Vec::new();
    for (name, body) in header.parts.iter().zip(&pieces.parts) {
        let Some(body) = body else {
            continue;
        };
        let sealed = body.get().as_bytes();
        if hash(&[sealed]) != name.hash {
            return Err(Flaw::Part);
        }
        let part: Part = serde_json::from_slice(&door::open(sealed)).map_err(|_| Flaw::Part)?;
        label = label.or(part.label);
        changes.extend(part.changes);
    }
    if header.parts.len() > 1 {
        changes.sort_by_key(|(index, _)| *index);
    }
    Ok(Line {
        transaction: Transaction {
            stamp: header.stamp,
            author: header.author.clone(),
            wall: header.wall,
            label: label.unwrap_or_else(|| Message::new("")),
            changes: changes.into_iter().map(|(_, change)| change).collect(),
        },
        hash: pieces.hash.to_owned(),
        present: pieces.parts.iter().map(Option::is_some).collect(),
        header,
    })
}

/// The changes of a part that came through the door.
pub(super) fn changes_of(plain: &[u8]) -> Option<Vec<Change>> {
    let part: Part = serde_json::from_slice(plain).ok()?;
    Some(part.changes.into_iter().map(|(_, change)| change).collect())
}

/// Makes sure of every byte of a line (without its line feed) that is still there, without reading what it says.
pub(super) fn verify(line: &[u8]) -> Result<(Header, String), Flaw> {
    let pieces = cut(line)?;
    let header = header(&pieces)?;
    let whole =
        header.parts.iter().zip(&pieces.parts).all(|(name, body)| {
            body.is_none_or(|body| hash(&[body.get().as_bytes()]) == name.hash)
        });
    if whole {
        Ok((header, pieces.hash.to_owned()))
    } else {
        Err(Flaw::Part)
    }
}

/// Reads the header of a line (without its line feed), and what it takes back.
pub(super) fn sketch(line: &[u8]) -> Result<Sketch, Flaw> {
    let pieces = cut(line)?;
    let header = header(&pieces)?;
    let may_undo = pieces
        .parts
        .iter()
        .flatten()
        .any(|part| part.get().contains("\"undo\":"));
    Ok(Sketch {
        header,
        hash: pieces.hash.to_owned(),
        present: pieces.parts.iter().map(Option::is_some).collect(),
        undoes: if may_undo {
            read(line)
                .map(|line| line.transaction.undoes().collect())
                .unwrap_or_default()
        } else {
            Vec::new()
        },
    })
}
