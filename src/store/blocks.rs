//! How records lie in the embedded store: most one by one, the many small ones (codings, notes, answers) in blocks of
//! about 4 KB.
//!
//! A block holds records of one kind whose ids lie between its own key and the next block's. Ids are ordered by time,
//! so that what was coded together lies together; an id never changes, so that a record is never in two places, which
//! it could be if blocks went by span.

use super::tree::{Pending, StateError, Tree};
use crate::study::{Item, Record};
use std::collections::BTreeMap;

/// Size at which a block is cut into several, in bytes.
const LARGE: usize = 8 << 10;
/// Size of the pieces.
const PIECE: usize = 4 << 10;

const SINGLE: &[u8] = b"r/";
const BLOCK: &[u8] = b"b/";

/// Whether records of this kind share blocks.
fn shares(item: &Item) -> bool {
    matches!(item, Item::Coding(_) | Item::Note(_) | Item::Answer(_))
}

fn key(prefix: &[u8], item: &Item) -> Vec<u8> {
    let mut key = block_floor(prefix, item);
    key.extend_from_slice(item.id_text().as_bytes());
    key
}

/// The least key of the item's kind.
fn block_floor(prefix: &[u8], item: &Item) -> Vec<u8> {
    [prefix, item.kind().as_bytes(), b"/"].concat()
}

/// The least key of a block's kind, from the block's key.
fn floor_of(at: &[u8]) -> &[u8] {
    let kind = at.get(BLOCK.len()..).unwrap_or(&[]);
    let end = kind.iter().position(|byte| *byte == b'/');
    end.and_then(|end| at.get(..=BLOCK.len() + end))
        .unwrap_or(at)
}

/// Every record of the store.
pub(super) fn records(tree: &Tree, each: &mut dyn FnMut(Record)) -> Result<(), StateError> {
    tree.scan(SINGLE, &mut |_, bytes| {
        each(serde_json::from_slice(bytes)?);
        Ok(())
    })?;
    tree.scan(BLOCK, &mut |_, bytes| {
        serde_json::from_slice::<Vec<Record>>(bytes)?
            .into_iter()
            .for_each(&mut *each);
        Ok(())
    })
}

/// Records to be written, gathered by block.
#[derive(Default)]
pub(super) struct Gathered {
    blocks: BTreeMap<Vec<u8>, BTreeMap<String, Record>>,
}

impl Gathered {
    /// Takes a record as it is now; `None` where it is gone.
    pub(super) fn put(
        &mut self,
        tree: &Tree,
        pending: &mut Pending,
        item: &Item,
        record: Option<Record>,
    ) -> Result<(), StateError> {
        if !shares(item) {
            let key = key(SINGLE, item);
            return match record {
                Some(record) => pending.insert(tree, key, &serde_json::to_vec(&record)?),
                None => pending.remove(tree, key),
            };
        }
        let floor = block_floor(BLOCK, item);
        let wanted = key(BLOCK, item);
        // A block that is already gathered may be one that is not written yet.
        let gathered = self
            .blocks
            .range(floor.clone()..=wanted.clone())
            .next_back()
            .map(|(key, _)| key.clone());
        let written = tree.last_between(&floor, &wanted)?;
        let at = gathered.max(written).unwrap_or(floor);
        if !self.blocks.contains_key(&at) {
            let records: Vec<Record> = match tree.get(&at)? {
                Some(bytes) => serde_json::from_slice(&bytes)?,
                None => Vec::new(),
            };
            let records = records
                .into_iter()
                .map(|record| (record.item().id_text(), record));
            self.blocks.insert(at.clone(), records.collect());
        }
        if let Some(block) = self.blocks.get_mut(&at) {
            match record {
                Some(record) => block.insert(item.id_text(), record),
                None => block.remove(&item.id_text()),
            };
        }
        Ok(())
    }

    /// Cuts what became too large and hands all to the batch.
    pub(super) fn finish(self, tree: &Tree, pending: &mut Pending) -> Result<(), StateError> {
        for (at, block) in self.blocks {
            let mut pieces: Vec<(Vec<u8>, Vec<u8>)> = Vec::new();
            let mut written = Vec::with_capacity(block.len());
            for (id, record) in &block {
                written.push((id, serde_json::to_vec(record)?));
            }
            let whole: usize = written.iter().map(|(_, bytes)| bytes.len() + 1).sum();
            let limit = if whole > LARGE { PIECE } else { usize::MAX };
            let floor = floor_of(&at);
            for (id, bytes) in written {
                match pieces.last_mut() {
                    Some((_, piece)) if piece.len() + bytes.len() < limit => {
                        piece.push(b',');
                        piece.extend_from_slice(&bytes);
                    }
                    Some(_) => {
                        pieces.push(([floor, id.as_bytes()].concat(), [b"[", &bytes[..]].concat()));
                    }
                    None => pieces.push((at.clone(), [b"[", &bytes[..]].concat())),
                }
            }
            if pieces.is_empty() {
                pending.remove(tree, at)?;
            }
            for (key, mut piece) in pieces {
                piece.push(b']');
                pending.insert(tree, key, &piece)?;
            }
        }
        Ok(())
    }
}
