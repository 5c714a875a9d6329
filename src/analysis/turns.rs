//! Who spoke where, for document versions, without their texts.

use crate::study::document::{DocumentText, Texts};
use crate::study::id::VersionId;
use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

/// Starts and speakers of a version's turns: about 6 bytes a turn.
#[derive(Debug, Default)]
pub struct TurnIndex {
    starts: Vec<u32>,
    speakers: Vec<u16>,
    names: Vec<Option<String>>,
}

impl TurnIndex {
    /// Reads a text once.
    pub fn of(text: &DocumentText) -> Self {
        let mut index = Self::default();
        let mut known: HashMap<Option<&str>, u16> = HashMap::new();
        for turn in text.turns() {
            let name = turn.speaker.as_deref();
            let speaker = *known.entry(name).or_insert_with(|| {
                index.names.push(name.map(str::to_owned));
                u16::try_from(index.names.len() - 1).unwrap_or(u16::MAX)
            });
            index
                .starts
                .push(u32::try_from(turn.span.start).unwrap_or(u32::MAX));
            index.speakers.push(speaker);
        }
        index
    }

    /// Names of the speakers; [`Self::speakers_of`] says them by their place here.
    pub fn names(&self) -> &[Option<String>] {
        &self.names
    }

    /// Turns that a span touches.
    pub fn touched(&self, start: u32, end: u32) -> std::ops::Range<usize> {
        let first = self
            .starts
            .partition_point(|at| *at <= start)
            .saturating_sub(1);
        // the line feed before a turn is no word of the turn before it
        let next = start.saturating_add(1);
        let leads_on = end > next && self.starts.get(first + 1) == Some(&next);
        let first = if leads_on { first + 1 } else { first };
        let after = self
            .starts
            .partition_point(|at| *at < end.max(start.saturating_add(1)));
        first..after.max(first)
    }

    /// Speakers of the turns that a span touches, in order.
    pub fn speakers_of(&self, start: u32, end: u32) -> impl Iterator<Item = usize> + '_ {
        self.speakers
            .get(self.touched(start, end))
            .unwrap_or(&[])
            .iter()
            .map(|speaker| usize::from(*speaker))
    }
}

/// Turn indexes that were made once. Versions never change, so one cache serves a study as long as it is open.
#[derive(Debug, Default)]
pub struct TurnCache(Mutex<HashMap<VersionId, Arc<TurnIndex>>>);

impl TurnCache {
    /// The index of a version; its text is read the first time. `None` where the text is missing.
    pub fn of(&self, version: &VersionId, texts: &dyn Texts) -> Option<Arc<TurnIndex>> {
        if let Some(known) = self.lock().get(version) {
            return Some(known.clone());
        }
        let made = Arc::new(TurnIndex::of(&*texts.text(version)?));
        self.lock().insert(version.clone(), made.clone());
        Some(made)
    }

    fn lock(&self) -> std::sync::MutexGuard<'_, HashMap<VersionId, Arc<TurnIndex>>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::study::document::Turn;

    #[test]
    fn a_span_knows_the_turns_it_touches() {
        let turn = |speaker: &str, text: &str| Turn {
            speaker: Some(speaker.to_owned()),
            text: text.to_owned(),
            ..Turn::default()
        };
        // "Oui" 0..3, LF, "Non" 4..7, LF, "Si" 8..10
        let text = DocumentText::from_turns(&[turn("A", "Oui"), turn("B", "Non"), turn("A", "Si")]);
        let index = TurnIndex::of(&text);
        let speakers = |start, end| index.speakers_of(start, end).collect::<Vec<_>>();
        assert_eq!(index.names(), [Some("A".to_owned()), Some("B".to_owned())]);
        assert_eq!(speakers(0, 3), [0]);
        assert_eq!(speakers(1, 4), [0]);
        assert_eq!(speakers(1, 5), [0, 1]);
        assert_eq!(speakers(4, 7), [1]);
        assert_eq!(speakers(0, 10), [0, 1, 0]);
        assert_eq!(speakers(9, 9), [0]);
    }
}
