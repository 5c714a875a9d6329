//! What a coder sees who codes blind: the study without what the others have coded.

use super::change::{Item, Record};
use super::fold::Study;
use super::history::History;
use super::memo::About;
use std::collections::BTreeSet;

impl Study {
    /// Whether a coder codes blind.
    pub fn codes_blind(&self, coder: &str) -> bool {
        self.settings().blind.get(coder).copied().unwrap_or(false)
    }

    /// The study as a coder sees it who codes blind: the codings of the others, what was settled with them, and memos
    /// on these are not there. Nothing can be taken back in it.
    #[must_use]
    pub fn seen_blind(&self, coder: &str) -> Self {
        let records = self.records.all();
        let mut seen = Self::from_records(records.filter(|record| !self.hides(coder, record)));
        seen.history = History::default();
        seen.blind = true;
        seen.withdrawn_since.clone_from(&self.withdrawn_since);
        seen.follow_head(self);
        seen
    }

    /// Brings what a blind coder sees up to date with the records that were written.
    pub fn follow(&mut self, whole: &Self, coder: &str, written: &BTreeSet<Item>) {
        let is_coding = |item: &&Item| matches!(item, Item::Coding(_));
        let codings: BTreeSet<&Item> = written.iter().filter(is_coding).collect();
        // what is seen of a memo depends on the coding that it is on
        let memos = whole.records.memos.iter().filter(|(_, memo)| {
            matches!(&memo.about, About::Coding(id) if codings.contains(&Item::Coding(id.clone())))
        });
        let memos: Vec<Item> = if codings.is_empty() {
            Vec::new()
        } else {
            memos.map(|(id, _)| Item::Memo(id.clone())).collect()
        };
        for item in written.iter().chain(&memos) {
            self.forget(item);
            if let Some(record) = whole.records.get(item)
                && !whole.hides(coder, &record)
            {
                self.restore(record);
            }
        }
        self.follow_head(whole);
    }

    fn follow_head(&mut self, whole: &Self) {
        self.head = whole.head;
        if self.conflicts.len() != whole.conflicts.len() {
            self.conflicts.clone_from(&whole.conflicts);
        }
        if self.erased.len() != whole.erased.len() {
            self.erased.clone_from(&whole.erased);
        }
    }

    /// Whether a record is hidden from a coder who codes blind.
    fn hides(&self, coder: &str, record: &Record) -> bool {
        match record {
            Record::Coding(_, coding) => coding.coder != coder,
            Record::Memo(_, memo) => match &memo.about {
                About::Coding(id) => match self.records.codings.get(id) {
                    Some(coding) => coding.coder != coder,
                    // whose it was is not known any more: only her own words are sure to tell of nobody else's
                    None => memo.author != coder,
                },
                _ => false,
            },
            _ => false,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::study::coding::{Coding, CodingField};
    use crate::study::id::{CodingId, MemoId};
    use crate::study::memo::Memo;
    use crate::study::settings::SettingsField;
    use crate::study::{Change, ReplicaId, Stamp, Transaction};
    use proptest::prelude::*;

    fn apply(study: &mut Study, changes: Vec<Change>) -> BTreeSet<Item> {
        let stamp = Stamp {
            ms: study.head.ms + 1,
            counter: 0,
            replica: ReplicaId(1),
        };
        let applied = study.apply(&Transaction {
            stamp,
            author: String::new(),
            wall: jiff::Timestamp::UNIX_EPOCH,
            label: crate::i18n::Message::new("test"),
            changes,
        });
        applied.touched
    }

    fn change(study: &Study, (what, n, coder): (u8, u8, bool)) -> Vec<Change> {
        let id = CodingId::new(&format!("c{n}"));
        let coder = if coder { "am" } else { "bd" }.to_owned();
        let one = match what {
            0 | 1 => (
                id,
                Coding {
                    coder,
                    ..Coding::default()
                },
            )
                .into(),
            2 => Change::remove(id),
            3 => (id, CodingField::Coder(coder)).into(),
            4 => (id, CodingField::Memo(coder)).into(),
            5 => (
                MemoId::new(&format!("m{n}")),
                Memo {
                    about: About::Coding(id),
                    author: coder,
                    ..Memo::default()
                },
            )
                .into(),
            6 => (Study::settings_id(), SettingsField::Aim(coder)).into(),
            _ => match study.history.undoable(ReplicaId(1)) {
                Some(entry) => Change::Undo(entry.stamp),
                None => return Vec::new(),
            },
        };
        vec![one]
    }

    proptest! {
        #[test]
        fn what_is_seen_follows_every_change(acts in proptest::collection::vec((0..8u8, 0..4u8, any::<bool>()), 1..40)) {
            let mut study = Study::default();
            let mut seen = study.seen_blind("am");
            for act in acts {
                let changes = change(&study, act);
                let touched = apply(&mut study, changes);
                seen.follow(&study, "am", &touched);
                prop_assert_eq!(&seen, &study.seen_blind("am"));
                prop_assert!(seen.records.codings.values().all(|coding| coding.coder == "am"));
                let told = seen.records.memos.values().filter(|memo| memo.author != "am");
                for memo in told {
                    prop_assert!(matches!(&memo.about, About::Coding(id) if seen.records.codings.contains_key(id)));
                }
            }
        }
    }
}
