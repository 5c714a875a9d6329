//! Which coding settled which: an export says of a coding that it is superseded, and of another that it settled some.

use super::codings::Reader;
use crate::study::coding::Passage;
use crate::study::id::{CodeId, CodingId, NoteId, VersionId};
use crate::study::word::Origin;
use std::collections::HashMap;

impl Reader<'_> {
    /// A coding that was superseded belongs to the settled one on its passage.
    pub(super) fn settle(&mut self) {
        if self.superseded.is_empty() {
            return;
        }
        let mut settled: HashMap<VersionOrNote, Vec<(CodingId, Passage, CodeId)>> = HashMap::new();
        for id in &self.touched {
            if let Some(coding) = self
                .codings
                .get(id)
                .filter(|coding| coding.origin == Origin::Settled)
            {
                let one = (id.clone(), coding.passage.clone(), coding.code.clone());
                settled
                    .entry(VersionOrNote::of(&coding.passage))
                    .or_default()
                    .push(one);
            }
        }
        for list in settled.values_mut() {
            list.sort();
        }
        for id in std::mem::take(&mut self.superseded) {
            let Some(coding) = self.codings.get(&id) else {
                continue;
            };
            let list = settled
                .get(&VersionOrNote::of(&coding.passage))
                .map_or(&[][..], Vec::as_slice);
            let near = |(_, passage, code): &&(CodingId, Passage, CodeId)| {
                (
                    overlaps(passage, &coding.passage),
                    *passage == coding.passage,
                    *code == coding.code,
                )
            };
            let best = list
                .iter()
                .filter(|one| near(one).0)
                .max_by_key(near)
                .map(|(id, ..)| id.clone());
            if let Some(settled) = best {
                let settles = &mut self.codings.edit(&settled).settles;
                if let Err(at) = settles.binary_search(&id) {
                    settles.insert(at, id);
                }
            }
        }
    }
}

#[derive(PartialEq, Eq, Hash)]
enum VersionOrNote {
    Version(VersionId),
    Note(NoteId),
}

impl VersionOrNote {
    fn of(passage: &Passage) -> Self {
        match passage {
            Passage::Text(text) => Self::Version(text.version.clone()),
            Passage::Note(note) => Self::Note(note.clone()),
        }
    }
}

fn overlaps(a: &Passage, b: &Passage) -> bool {
    match (a, b) {
        (Passage::Text(a), Passage::Text(b)) => a.start < b.end && b.start < a.end,
        _ => a == b,
    }
}
