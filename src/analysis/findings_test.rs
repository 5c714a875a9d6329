//! Findings: counted by the side on which a passage was put; a judgement stays behind when its evidence changes.

use super::bench::{Bench, Numbers, coded_note, ground, row};
use super::*;
use crate::i18n::{Lang, Words};
use crate::study::Change;
use crate::study::coding::CodingField;
use crate::study::edit::{add_finding, cite, edit_finding, keep_finding};
use crate::study::finding::Finding;
use crate::study::id::*;
use crate::study::people::ParticipantField;
use crate::study::word::{Component, Concern, Confidence, Consent, Polarity, Side};
use proptest::prelude::*;
use std::collections::{BTreeMap, BTreeSet};

#[derive(Default)]
struct Ids(u128);

impl Mint for Ids {
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

/// Interviews I1 to I4, each with two notes that carry a code.
fn coded() -> Bench {
    let mut bench = ground();
    for interview in ["I1", "I2", "I3", "I4"] {
        for n in 1..=2 {
            coded_note(
                &mut bench,
                &format!("{interview}-{n}"),
                interview,
                "D8.levier",
                ("S2", Polarity::Supports),
                2,
            );
        }
    }
    bench
}

fn stated(bench: &mut Bench, ids: &mut Ids) -> FindingId {
    let finding = Finding {
        scenario: Some(ScenarioId::new("S2")),
        statements: BTreeMap::from([("fr".to_owned(), "Les blocs aident".to_owned())]),
        ..Finding::default()
    };
    let (id, changes) = add_finding(&bench.study, ids, finding, "am").unwrap();
    bench.put(changes);
    id
}

fn put(bench: &mut Bench, id: &FindingId, side: Option<Side>, codings: &[&str]) {
    let codings: Vec<CodingId> = codings.iter().map(|id| CodingId::new(id)).collect();
    let changes = cite(&bench.study, id, &codings, side).unwrap();
    bench.put(changes);
}

fn judge(bench: &mut Bench, ids: &mut Ids, id: &FindingId) {
    let mut wanted = bench.study.records.findings[id].clone();
    wanted.confidence = Some(Confidence::Moderate);
    wanted.reason = "trois strates, une voix contre".into();
    wanted.concerns.insert(Component::Coherence, Concern::Minor);
    wanted
        .reasons
        .insert(Component::Coherence, "I2 dit le contraire".into());
    let changes = edit_finding(&bench.study, ids, id, wanted, "am").unwrap();
    bench.put(changes);
}

fn figures(bench: &Bench) -> Numbers {
    row(&bench.table("findings", &Options::default()), "F1", "S2")
}

#[test]
fn a_finding_shows_what_it_rests_on_and_when_that_changed() {
    let (mut bench, mut ids) = (coded(), Ids::default());
    let id = stated(&mut bench, &mut ids);
    put(
        &mut bench,
        &id,
        Some(Side::For),
        &["c-I1-1", "c-I1-2", "c-I3-1"],
    );
    put(&mut bench, &id, Some(Side::Against), &["c-I2-1", "c-I3-2"]);
    let now = figures(&bench);
    assert_eq!(now["finding_state"], "not-judged");
    assert_eq!(now["n_changed_since"], "", "nobody has judged");
    judge(&mut bench, &mut ids, &id);
    let now = figures(&bench);
    let counts = [
        "n_interviews",
        "n_supporting",
        "n_contradicting",
        "n_mixed",
        "n_excerpts",
    ];
    assert_eq!(
        counts.map(|key| now[key].as_str()),
        ["3", "1", "1", "1", "5"]
    );
    assert_eq!(now["strata_covered"], "size=under10;size=10to49");
    assert_eq!(now["confidence"], "moderate");
    assert_eq!(now["coherence"], "minor: I2 dit le contraire");
    assert_eq!(now["finding_state"], "stands");

    // files have the words, readers what they are called
    let table = bench.table("findings", &Options::default());
    for (key, said) in [
        ("confidence", "modérée"),
        ("finding_state", "tient"),
        ("coherence", "mineure\u{a0}: I2 dit le contraire"),
        ("strata_covered", "under10 · 10to49"),
    ] {
        let column = table.columns.iter().find(|c| c.key == key).unwrap();
        let words = Words::new(Lang::Fr);
        let name = column.name_of(table.cell(0, key).unwrap(), words);
        assert_eq!(name.as_deref(), Some(said), "{key}");
    }

    // a passage put on after the judgement, another one's strength, an interview withdrawn
    put(&mut bench, &id, Some(Side::For), &["c-I4-1"]);
    bench.put(vec![
        (CodingId::new("c-I1-1"), CodingField::Strength(Some(4))).into(),
    ]);
    let withdrawn = ParticipantField::Consent(Consent::Withdrawn);
    bench.put(vec![(ParticipantId::new("P-I2"), withdrawn).into()]);
    let now = figures(&bench);
    let since = ["n_added_since", "n_changed_since", "n_gone_since"];
    assert_eq!(since.map(|key| now[key].as_str()), ["1", "1", "1"]);
    assert_eq!(now["finding_state"], "changed");
    assert_eq!(now["n_contradicting"], "0", "withdrawn is gone");

    let changes = keep_finding(&bench.study, &mut ids, &id, "am").unwrap();
    bench.put(changes);
    assert_eq!(figures(&bench)["finding_state"], "stands");
    bench.put(vec![Change::remove(CodingId::new("c-I3-1"))]);
    let now = figures(&bench);
    assert_eq!((&*now["n_gone_since"], &*now["n_excerpts"]), ("1", "4"));
}

#[test]
fn a_judgement_without_its_reason_is_refused() {
    let (mut bench, mut ids) = (coded(), Ids::default());
    let id = stated(&mut bench, &mut ids);
    let mut refused = |change: fn(&mut Finding)| {
        let mut wanted = bench.study.records.findings[&id].clone();
        change(&mut wanted);
        edit_finding(&bench.study, &mut ids, &id, wanted, "am").is_err()
    };
    assert!(refused(|f| f.confidence = Some(Confidence::High)));
    assert!(refused(|f| {
        f.concerns.insert(Component::Adequacy, Concern::Substantial);
    }));
    assert!(refused(|f| f.statements.clear()));
    assert!(refused(|f| f.key = " ".into()));
    assert!(!refused(|f| {
        f.concerns.insert(Component::Adequacy, Concern::None);
    }));
}

#[test]
fn small_counts_are_hidden() {
    let (mut bench, mut ids) = (coded(), Ids::default());
    let id = stated(&mut bench, &mut ids);
    put(&mut bench, &id, Some(Side::For), &["c-I1-1", "c-I3-1"]);
    let options = Options {
        mask_under: 3,
        ..Options::default()
    };
    let shown = row(&bench.table("findings", &options), "F1", "S2");
    for key in ["n_interviews", "n_supporting", "n_excerpts"] {
        assert_eq!(shown[key], "<3", "{key}");
    }
    assert_eq!(shown["strata_covered"], "…", "it would tell of them");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(32))]

    #[test]
    fn the_table_is_what_one_counts_by_hand(sides in prop::collection::vec(0u8..3, 8)) {
        let (mut bench, mut ids) = (coded(), Ids::default());
        let id = stated(&mut bench, &mut ids);
        let mut by_hand: BTreeMap<&str, BTreeSet<bool>> = BTreeMap::new();
        let mut excerpts = [0, 0];
        let all = ["I1", "I2", "I3", "I4"].into_iter().flat_map(|i| [(i, 1), (i, 2)]);
        for ((interview, n), side) in all.zip(&sides) {
            let side = match side {
                0 => continue,
                1 => Side::For,
                _ => Side::Against,
            };
            put(&mut bench, &id, Some(side), &[&format!("c-{interview}-{n}")]);
            by_hand.entry(interview).or_default().insert(side == Side::For);
            excerpts[usize::from(side == Side::Against)] += 1;
        }
        let with = |wanted: &[bool]| {
            let is = |sides: &&BTreeSet<bool>| sides.iter().copied().eq(wanted.iter().copied());
            by_hand.values().filter(is).count().to_string()
        };
        let now = figures(&bench);
        prop_assert_eq!(&now["n_supporting"], &with(&[true]));
        prop_assert_eq!(&now["n_contradicting"], &with(&[false]));
        prop_assert_eq!(&now["n_mixed"], &with(&[false, true]));
        prop_assert_eq!(&now["n_interviews"], &by_hand.len().to_string());
        prop_assert_eq!(&now["n_supporting_excerpts"], &excerpts[0].to_string());
        prop_assert_eq!(&now["n_contradicting_excerpts"], &excerpts[1].to_string());
        let table = bench.table("findings", &Options::default());
        prop_assert_eq!(table.rows[0].passages.len(), excerpts[0] + excerpts[1]);
    }
}
