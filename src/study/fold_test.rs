//! What the fold promises: undo restores, order of arrival does not matter, nothing is lost.

use super::change::{Change, Item, Record, Transaction};
use super::codebook::{Code, CodeField};
use super::coding::{Coding, CodingField, Passage};
use super::fold::{Reason, Study};
use super::id::{CodeId, CodingId, NoteId, ScenarioId, SessionId, SubjectId};
use super::session::{Note, NoteField, Session, SessionField};
use super::settings::{Scenario, SettingsField};
use super::stamp::{ReplicaId, Stamp};
use super::word::{NoteKind, Origin, Polarity, SessionState};
use crate::i18n::Message;
use proptest::prelude::*;

fn transaction(ms: u64, replica: u64, changes: Vec<Change>) -> Transaction {
    Transaction {
        stamp: Stamp {
            ms,
            counter: 0,
            replica: ReplicaId(replica),
        },
        author: "am".into(),
        wall: jiff::Timestamp::UNIX_EPOCH,
        label: Message::new("test"),
        changes,
    }
}

fn code(n: u8) -> CodeId {
    CodeId::new(&format!("code-{n}"))
}

fn session(n: u8) -> SessionId {
    SessionId::new(&format!("session-{n}"))
}

fn note(n: u8) -> NoteId {
    NoteId::new(&format!("note-{n}"))
}

fn coding(n: u8) -> CodingId {
    CodingId::new(&format!("coding-{n}"))
}

fn any_change() -> impl Strategy<Value = Change> {
    let few = 0u8..4;
    let words = "[a-c]{0,2}";
    prop_oneof![
        (few.clone(), words).prop_map(|(n, key)| (
            code(n),
            Code {
                key,
                ..Code::default()
            }
        )
            .into()),
        (few.clone(), words).prop_map(|(n, key)| (code(n), CodeField::Key(key)).into()),
        (few.clone(), proptest::option::of(few.clone())).prop_map(|(n, up)| (
            code(n),
            CodeField::Parent(up.map(code))
        )
            .into()),
        (few.clone(), proptest::option::of(few.clone())).prop_map(|(n, to)| (
            code(n),
            CodeField::Alias(to.map(code))
        )
            .into()),
        (few.clone(), proptest::option::of(words)).prop_map(|(n, l)| (
            code(n),
            CodeField::Label("fr".into(), l)
        )
            .into()),
        few.clone().prop_map(|n| Change::remove(code(n))),
        (few.clone(), words).prop_map(|(n, key)| {
            let subject = SubjectId::new(&format!("subject-{n}"));
            (
                session(n),
                Session {
                    subject,
                    key,
                    ..Session::default()
                },
            )
                .into()
        }),
        few.clone()
            .prop_map(|n| (session(n), SessionField::State(SessionState::Done)).into()),
        few.clone().prop_map(|n| Change::remove(session(n))),
        (few.clone(), few.clone(), words).prop_map(|(n, s, text)| (
            note(n),
            Note {
                session: session(s),
                text,
                ..Note::default()
            }
        )
            .into()),
        (few.clone(), words).prop_map(|(n, text)| (note(n), NoteField::Text(text)).into()),
        few.clone()
            .prop_map(|n| (note(n), NoteField::Kind(NoteKind::Figure)).into()),
        (few.clone(), few.clone(), few.clone()).prop_map(|(n, at, c)| {
            let passage = Passage::Note(note(at));
            (
                coding(n),
                Coding {
                    passage,
                    code: code(c),
                    ..Coding::default()
                },
            )
                .into()
        }),
        (few.clone(), few.clone()).prop_map(|(n, at)| (
            coding(n),
            CodingField::Passage(Passage::Note(note(at)))
        )
            .into()),
        (few.clone(), proptest::option::of(Just(Polarity::Mixed))).prop_map(|(n, p)| (
            coding(n),
            CodingField::Polarity(ScenarioId::new("s"), p)
        )
            .into()),
        few.prop_map(|n| Change::remove(coding(n))),
        words.prop_map(|name| (Study::settings_id(), SettingsField::Name(name)).into()),
        Just(Change::Unknown(
            serde_json::json!({"glow": {"bright": [1, 2]}})
        )),
    ]
}

/// A history: each transaction has some changes, or takes an earlier one back.
fn any_history() -> impl Strategy<Value = Vec<Transaction>> {
    let one = prop_oneof![
        4 => proptest::collection::vec(any_change(), 1..5).prop_map(Ok),
        1 => any::<proptest::sample::Index>().prop_map(Err),
    ];
    (
        proptest::collection::vec((one, 0u64..3), 1..24),
        any::<bool>(),
    )
        .prop_map(|(steps, erase)| {
            let mut out: Vec<Transaction> = Vec::new();
            for (n, (step, replica)) in steps.into_iter().enumerate() {
                let changes = match step {
                    Ok(changes) => changes,
                    Err(index) if !out.is_empty() => {
                        vec![Change::Undo(out[index.index(out.len())].stamp)]
                    }
                    Err(_) => continue,
                };
                out.push(transaction(n as u64 + 1, replica, changes));
            }
            if erase {
                out.push(transaction(
                    1_000,
                    1,
                    vec![Change::Erase(vec![SubjectId::new("subject-1")])],
                ));
            }
            out
        })
}

/// What a reader sees, without the bookkeeping.
fn seen(study: &Study) -> Vec<Record> {
    study.records.all().collect()
}

proptest! {
    #[test]
    fn any_order_of_arrival_gives_the_same_study(
        history in any_history(),
        seed in any::<u64>(),
    ) {
        let folded = Study::fold(&history);
        let mut shuffled = history.clone();
        let mut state = seed | 1;
        for i in (1..shuffled.len()).rev() {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            shuffled.swap(i, usize::try_from(state >> 33).unwrap() % (i + 1));
        }
        // Arrival one by one: a late one asks for a fold of all that is there.
        let mut here = Study::default();
        let mut arrived = Vec::new();
        for transaction in shuffled {
            arrived.push(transaction.clone());
            if here.apply(&transaction).refold {
                here = Study::fold(&arrived);
            }
        }
        prop_assert_eq!(&seen(&here), &seen(&folded));
        prop_assert_eq!(&here.conflicts, &folded.conflicts);
        prop_assert_eq!(here, folded);
    }

    #[test]
    fn undo_gives_the_same_study_and_redo_the_other(
        history in any_history(),
        changes in proptest::collection::vec(any_change(), 1..6),
    ) {
        let mut study = Study::fold(&history);
        let before = seen(&study);
        let last = transaction(2_000, 7, changes);
        study.apply(&last);
        let after = seen(&study);
        let undo = transaction(2_001, 7, vec![Change::Undo(last.stamp)]);
        let done = study.apply(&undo);
        prop_assert_eq!(done.conflicts, vec![]);
        prop_assert_eq!(seen(&study), before.clone());
        study.apply(&transaction(2_002, 7, vec![Change::Undo(undo.stamp)]));
        prop_assert_eq!(seen(&study), after);
        study.apply(&transaction(2_003, 7, vec![Change::Undo(last.stamp)]));
        prop_assert_eq!(seen(&study), before);
    }

    #[test]
    fn a_change_reads_back_as_it_was_written(change in any_change()) {
        let text = serde_json::to_string(&change).unwrap();
        prop_assert_eq!(serde_json::from_str::<Change>(&text).unwrap(), change);
    }

    #[test]
    fn codings_are_found_by_what_they_lie_on(history in any_history()) {
        let study = Study::fold(&history);
        for (id, coding) in &study.records.codings {
            let Passage::Note(note) = &coding.passage else { continue };
            prop_assert!(study.codings_of_note(note).any(|found| found == id));
        }
        for n in 0..4 {
            for id in study.codings_of_note(&note(n)) {
                prop_assert_eq!(&study.records.codings[id].passage, &Passage::Note(note(n)));
            }
        }
    }

    #[test]
    fn the_codebook_shows_every_code_once(history in any_history()) {
        let study = Study::fold(&history);
        let mut shown: Vec<_> = study.codes().into_iter().map(|(id, ..)| id.clone()).collect();
        shown.sort();
        let ends: Vec<_> = study.records.codes.keys().filter(|id| study.resolve_code(id) == Some(id)).cloned().collect();
        prop_assert_eq!(shown, ends);
    }

    #[test]
    fn stamps_read_back_and_sort_as_text(a in any::<(u32, u16, u64)>(), b in any::<(u32, u16, u64)>()) {
        let stamp = |(ms, counter, replica): (u32, u16, u64)| Stamp { ms: ms.into(), counter, replica: ReplicaId(replica) };
        let (a, b) = (stamp(a), stamp(b));
        prop_assert_eq!(Stamp::parse(&a.to_string()), Some(a));
        prop_assert_eq!(a.cmp(&b), a.to_string().cmp(&b.to_string()));
    }
}

#[test]
fn a_change_whose_target_is_gone_is_listed_and_has_no_effect() {
    let mut study = Study::default();
    let done = study.apply(&transaction(
        1,
        1,
        vec![(code(1), CodeField::Key("B1".into())).into()],
    ));
    assert_eq!(done.conflicts.len(), 1);
    assert_eq!(done.conflicts[0].reason, Reason::TargetGone);
    assert_eq!(done.conflicts[0].item, Some(Item::Code(code(1))));
    assert!(study.records.codes.is_empty());
}

#[test]
fn what_a_colleague_wrote_since_outlives_the_undo() {
    let mut study = Study::default();
    let named = |key: &str| Change::from((code(1), CodeField::Key(key.into())));
    study.apply(&transaction(
        1,
        1,
        vec![
            (
                code(1),
                Code {
                    key: "A".into(),
                    ..Code::default()
                },
            )
                .into(),
        ],
    ));
    let mine = transaction(
        2,
        1,
        vec![
            named("B"),
            (code(1), CodeField::Definition("d".into())).into(),
        ],
    );
    study.apply(&mine);
    study.apply(&transaction(3, 2, vec![named("C")]));
    let done = study.apply(&transaction(4, 1, vec![Change::Undo(mine.stamp)]));
    assert_eq!(
        done.conflicts.iter().map(|c| c.reason).collect::<Vec<_>>(),
        [Reason::WrittenSince]
    );
    assert_eq!(study.records.codes[&code(1)].key, "C");
    assert_eq!(study.records.codes[&code(1)].definition, "");
}

#[test]
fn merging_is_an_alias_and_a_circle_has_no_effect() {
    let mut study = Study::default();
    let add = |n: u8| {
        Change::from((
            code(n),
            Code {
                key: n.to_string(),
                ..Code::default()
            },
        ))
    };
    study.apply(&transaction(1, 1, vec![add(1), add(2)]));
    study.apply(&transaction(
        2,
        1,
        vec![(code(1), CodeField::Alias(Some(code(2)))).into()],
    ));
    let done = study.apply(&transaction(
        3,
        2,
        vec![(code(2), CodeField::Alias(Some(code(1)))).into()],
    ));
    assert_eq!(done.conflicts[0].reason, Reason::Circle);
    assert_eq!(study.resolve_code(&code(1)), Some(&code(2)));
    assert_eq!(study.codes().len(), 1);
    study.apply(&transaction(
        4,
        1,
        vec![Change::Undo(Stamp {
            ms: 2,
            counter: 0,
            replica: ReplicaId(1),
        })],
    ));
    assert_eq!(study.codes().len(), 2);
}

#[test]
fn undo_goes_back_step_by_step_and_a_new_act_ends_redo() {
    let mut study = Study::default();
    let me = ReplicaId(1);
    let named = |key: &str| {
        vec![Change::from((
            Study::settings_id(),
            SettingsField::Name(key.into()),
        ))]
    };
    for (ms, key) in [(1, "a"), (2, "b"), (3, "c")] {
        study.apply(&transaction(ms, 1, named(key)));
    }
    let mut ms = 4;
    let mut step = |study: &mut Study, redo: bool| {
        let entry = if redo {
            study.history.redoable(me)
        } else {
            study.history.undoable(me)
        };
        let of = entry.map(|e| e.stamp);
        if let Some(of) = of {
            study.apply(&transaction(ms, 1, vec![Change::Undo(of)]));
            ms += 1;
        }
        study.settings().name.clone()
    };
    assert_eq!(step(&mut study, false), "b");
    assert_eq!(step(&mut study, false), "a");
    assert_eq!(step(&mut study, true), "b");
    assert_eq!(step(&mut study, true), "c");
    assert_eq!(step(&mut study, true), "c");
    assert_eq!(step(&mut study, false), "b");
    study.apply(&transaction(50, 1, named("d")));
    assert!(study.history.redoable(me).is_none());
    ms = 51;
    let of = study.history.undoable(me).map(|e| e.stamp).unwrap();
    study.apply(&transaction(ms, 1, vec![Change::Undo(of)]));
    assert_eq!(study.settings().name, "b");
}

#[test]
fn erasing_beats_what_arrives_later_and_undo_refuses_it() {
    let mut study = Study::default();
    let subject = SubjectId::new("x");
    let there = Session {
        subject: subject.clone(),
        ..Session::default()
    };
    let add = transaction(
        1,
        1,
        vec![
            (session(1), there.clone()).into(),
            (
                note(1),
                Note {
                    session: session(1),
                    ..Note::default()
                },
            )
                .into(),
            (
                coding(1),
                Coding {
                    passage: Passage::Note(note(1)),
                    ..Coding::default()
                },
            )
                .into(),
        ],
    );
    study.apply(&add);
    let erase = transaction(2, 1, vec![Change::Erase(vec![subject])]);
    study.apply(&erase);
    assert!(
        study.records.sessions.is_empty()
            && study.records.notes.is_empty()
            && study.records.codings.is_empty()
    );
    study.apply(&transaction(3, 1, vec![Change::Undo(erase.stamp)]));
    study.apply(&transaction(4, 1, vec![Change::Undo(add.stamp)]));
    let done = study.apply(&transaction(5, 1, vec![(session(1), there).into()]));
    assert_eq!(done.conflicts[0].reason, Reason::Erased);
    assert!(study.records.sessions.is_empty());
}

#[test]
fn scenario_and_settings_records_keep_what_a_coding_needs() {
    let change = Change::from((
        coding(1),
        Coding {
            passage: Passage::Note(note(1)),
            code: code(1),
            coder: "am".into(),
            strength: Some(3),
            origin: Origin::Hand,
            polarities: [(ScenarioId::new("s"), Polarity::Contradicts)].into(),
            ..Coding::default()
        },
    ));
    let text = serde_json::to_string(&change).unwrap();
    // The form in the journal is laid once: old journals open for ever.
    assert_eq!(
        text,
        r#"{"add":{"coding":["coding-1",{"passage":{"note":"note-1"},"code":"code-1","coder":"am","strength":3,"polarities":{"s":"contradicts"}}]}}"#
    );
    let scenario = Change::from((
        ScenarioId::new("s"),
        Scenario {
            key: "S1".into(),
            ..Scenario::default()
        },
    ));
    assert_eq!(
        serde_json::to_string(&scenario).unwrap(),
        r#"{"add":{"scenario":["s",{"key":"S1"}]}}"#
    );
}

#[test]
fn a_long_transaction_is_taken_back_by_folding_again() {
    let many = super::history::REMEMBERED_WRITES + 1;
    let long = transaction(
        1,
        1,
        (0..many)
            .map(|n| {
                let id = CodeId::new(&format!("c{n}"));
                (id, Code::default()).into()
            })
            .collect(),
    );
    let mut study = Study::fold(std::slice::from_ref(&long));
    assert_eq!(study.records.codes.len(), many);
    let entry = study.history.undoable(ReplicaId(1)).unwrap();
    assert_eq!((entry.stamp, entry.overwritten.len()), (long.stamp, 0));
    let undo = transaction(2, 1, vec![Change::Undo(long.stamp)]);
    assert!(study.apply(&undo).refold);
    let study = Study::fold(&[long, undo]);
    assert_eq!(study.records.codes.len(), 0);
    assert!(study.history.redoable(ReplicaId(1)).is_some());
}

#[test]
fn what_wrote_nothing_is_no_step_back() {
    let mut study = Study::default();
    let named = |key: &str| (Study::settings_id(), SettingsField::Name(key.into())).into();
    study.apply(&transaction(1, 1, vec![named("a")]));
    study.apply(&transaction(2, 1, vec![Change::remove(code(1))]));
    study.apply(&transaction(
        3,
        1,
        vec![Change::Erase(vec![SubjectId::new("x")])],
    ));
    let last = study.history.undoable(ReplicaId(1)).unwrap();
    assert_eq!(last.stamp.ms, 1);
}

#[test]
fn writes_of_the_oldest_are_forgotten_first_and_taken_back_by_folding_again() {
    use super::history::{REMEMBERED_TOTAL, REMEMBERED_WRITES};
    let each = REMEMBERED_WRITES / 2;
    let count = REMEMBERED_TOTAL / each + 3;
    let mut all = Vec::new();
    let mut study = Study::default();
    for n in 0..count {
        let changes = (0..each)
            .map(|i| (CodeId::new(&format!("{n}-{i}")), Code::default()).into())
            .collect();
        all.push(transaction(n as u64 + 1, 1, changes));
        study.apply(all.last().unwrap());
    }
    assert_eq!(study, Study::fold(&all));
    let held =
        |study: &Study| -> Vec<bool> { study.history.entries().map(|e| !e.too_long).collect() };
    let mut expected = vec![true; count];
    expected[..3].fill(false);
    assert_eq!(held(&study), expected);
    let undo = transaction(1_000, 1, vec![Change::Undo(all[0].stamp)]);
    assert!(study.clone().apply(&undo).refold);
    all.push(undo);
    let study = Study::fold(&all);
    assert_eq!(study.records.codes.len(), (count - 1) * each);
}

#[test]
fn codes_in_a_circle_of_parents_and_aliases_are_shown_all_the_same() {
    let mut study = Study::default();
    let add = |n: u8, parent: Option<u8>| {
        Change::from((
            code(n),
            Code {
                key: n.to_string(),
                parent: parent.map(code),
                ..Code::default()
            },
        ))
    };
    study.apply(&transaction(
        1,
        1,
        vec![add(3, None), add(2, Some(3)), add(1, Some(2))],
    ));
    // One replica merges the root into the lowest code, as another could have moved that one meanwhile.
    study.apply(&transaction(
        2,
        2,
        vec![(code(3), CodeField::Alias(Some(code(1)))).into()],
    ));
    let shown: Vec<_> = study
        .codes()
        .into_iter()
        .map(|(id, ..)| id.clone())
        .collect();
    assert_eq!(shown, [code(1), code(2)]);
}
