//! Acts on the codebook never lose a coding, and leave a tree.

use super::{
    Allowed, EditError, Fate, Heard, add_code, merge_code, move_code, put_coding, remove_code,
    set_consent, set_slot, shift_code,
};
use crate::i18n::Message;
use crate::study::coding::Passage;
use crate::study::id::{CodeId, Mint, NoteId, SessionId};
use crate::study::session::{Note, Session};
use crate::study::word::{Consent, YesNo};
use crate::study::{Change, ReplicaId, Stamp, Study, Transaction};
use proptest::prelude::*;
use proptest::sample::Index;

/// Ids that count upwards.
#[derive(Default)]
pub(crate) struct Counter(u128);

impl Mint for Counter {
    fn id(&mut self) -> uuid::Uuid {
        self.0 += 1;
        uuid::Uuid::from_u128(self.0)
    }
    fn random(&mut self) -> uuid::Uuid {
        self.id()
    }
    fn now(&self) -> jiff::Timestamp {
        jiff::Timestamp::UNIX_EPOCH
    }
}

fn apply(study: &mut Study, changes: Vec<Change>) {
    let ms = study.head.ms + 1;
    let applied = study.apply(&Transaction {
        stamp: Stamp {
            ms,
            counter: 0,
            replica: ReplicaId(1),
        },
        author: String::new(),
        wall: jiff::Timestamp::UNIX_EPOCH,
        label: Message::new("test"),
        changes,
    });
    assert_eq!(applied.conflicts, []);
}

/// Five codes, a note, and a coding on each code.
fn study() -> (Study, Counter, Vec<CodeId>) {
    let mut study = Study::default();
    let mut mint = Counter::default();
    let session = SessionId::new("E01");
    apply(
        &mut study,
        vec![
            (
                session.clone(),
                Session {
                    key: "E01".into(),
                    ..Session::default()
                },
            )
                .into(),
            (
                NoteId::new("n"),
                Note {
                    session,
                    ..Note::default()
                },
            )
                .into(),
        ],
    );
    let codes = ["A", "B", "C", "D", "E"].map(|key| {
        let (id, changes) = add_code(&study, &mut mint, key, None, None).unwrap();
        apply(&mut study, changes);
        let put = put_coding(
            &study,
            &mut mint,
            Passage::Note(NoteId::new("n")),
            &id,
            "am",
        );
        apply(&mut study, put.changes);
        id
    });
    (study, mint, codes.to_vec())
}

proptest! {
    #[test]
    fn no_act_on_the_codebook_loses_a_coding(
        acts in proptest::collection::vec((0u8..5, any::<Index>(), any::<Index>()), 1..20),
    ) {
        let (mut study, mut mint, codes) = study();
        for (n, (act, a, b)) in acts.into_iter().enumerate() {
            let shown: Vec<CodeId> = study.codes().into_iter().map(|(id, ..)| id.clone()).collect();
            if shown.is_empty() { break }
            let (a, b) = (&shown[a.index(shown.len())], &shown[b.index(shown.len())]);
            let before = study.records.codings.len();
            let changes = match act {
                0 => move_code(&study, a, Some(b)),
                1 => shift_code(&study, a, 1),
                2 => merge_code(&study, a, b),
                3 => remove_code(&study, a, &Fate::MoveTo(b.clone())),
                _ => add_code(&study, &mut mint, &format!("N{n}"), Some(a), Some(b)).map(|(_, changes)| changes),
            };
            if let Ok(changes) = changes {
                apply(&mut study, changes);
            }
            prop_assert_eq!(study.records.codings.len(), before);
            for coding in study.records.codings.values() {
                prop_assert!(study.resolve_code(&coding.code).is_some());
            }
        }
        prop_assert_eq!(study.records.codings.len(), codes.len());
    }
}

#[test]
fn a_slot_belongs_to_one_code() {
    let (mut study, _, codes) = study();
    for code in &codes[..2] {
        let changes = set_slot(&study, code, Some(3)).unwrap();
        apply(&mut study, changes);
    }
    assert_eq!(study.records.codes[&codes[0]].slot, None);
    assert_eq!(study.records.codes[&codes[1]].slot, Some(3));
    assert!(set_slot(&study, &codes[0], Some(0)).is_err());
}

#[test]
fn a_code_merged_into_one_below_it_leaves_that_one_in_its_place() {
    let (mut study, _, codes) = study();
    let changes = move_code(&study, &codes[1], Some(&codes[0])).unwrap();
    apply(&mut study, changes);
    let changes = merge_code(&study, &codes[0], &codes[1]).unwrap();
    apply(&mut study, changes);
    assert_eq!(study.codes().len(), 4);
    assert_eq!(study.resolve_code(&codes[0]), Some(&codes[1]));
}

#[test]
fn consent_of_an_interview_without_participants_makes_one() {
    let (mut study, mut mint, _) = study();
    let session = SessionId::new("E01");
    let heard = |day: i64| Heard {
        at: jiff::Timestamp::UNIX_EPOCH + jiff::SignedDuration::from_hours(24 * day),
        by: "ana",
    };
    let said = |consent| Allowed {
        consent: Some(consent),
        recording: Some(YesNo::No),
        ..Allowed::default()
    };
    let mut say = |study: &mut Study, who, consent, day| {
        let (allowed, heard) = (said(consent), heard(day));
        let changes = set_consent(study, &mut mint, &session, who, &allowed, heard)?;
        apply(study, changes);
        let (_, person) = study.participants_of(&session)[0];
        Ok::<_, EditError>(person.clone())
    };
    let first = say(&mut study, None, Consent::NoQuote, 1).unwrap();
    assert_eq!(first.consent, Consent::NoQuote);
    assert_eq!(first.recording, YesNo::No);
    assert_eq!(first.consent_by, "ana");
    assert_eq!(first.consent_at, Some(heard(1).at));
    let gone = say(&mut study, None, Consent::Withdrawn, 2).unwrap();
    assert_eq!(study.session_consent(&session), Consent::Withdrawn);
    assert_eq!(
        (gone.consent_at, gone.withdrawn_at),
        (Some(heard(1).at), Some(heard(2).at))
    );
    let still = say(&mut study, None, Consent::Withdrawn, 3).unwrap();
    assert_eq!(still.withdrawn_at, Some(heard(2).at), "gone since then");
    let back = say(&mut study, None, Consent::Given, 4).unwrap();
    assert_eq!(
        (back.consent_at, back.withdrawn_at),
        (Some(heard(4).at), None)
    );
    assert!(say(&mut study, Some("P9"), Consent::Given, 5).is_err());
    let told = Allowed {
        informed: vec![("aim".to_owned(), true)],
        ..Allowed::default()
    };
    let told = set_consent(&study, &mut mint, &session, None, &told, heard(6));
    assert!(told.is_err(), "no guide, no items");
}
