use super::super::edit_test::Counter;
use super::*;
use crate::i18n::Message;
use crate::study::coding::TextPassage;
use crate::study::id::{CodeId, ScenarioId, VersionId};
use crate::study::settings::Scenario;
use crate::study::{ReplicaId, Stamp, Transaction};

/// Bytes, code and coder of each coding, in a text of its own.
struct Bench {
    study: Study,
    mint: Counter,
}

impl Bench {
    fn new() -> Self {
        Self {
            study: Study::default(),
            mint: Counter::default(),
        }
    }

    fn apply(&mut self, changes: Vec<Change>) {
        let ms = self.study.head.ms + 1;
        let applied = self.study.apply(&Transaction {
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

    fn coded(&mut self, start: u32, end: u32, code: &str, coder: &str) -> CodingId {
        let id = CodingId::mint(&mut self.mint);
        let passage = TextPassage {
            version: VersionId::new("v"),
            start,
            end,
            chars: end - start,
            check: String::new(),
        };
        let coding = Coding {
            passage: Passage::Text(passage),
            code: CodeId::new(code),
            coder: coder.to_owned(),
            ..Coding::default()
        };
        self.apply(vec![(id.clone(), coding).into()]);
        id
    }

    fn try_settle(&mut self, pair: [Option<&CodingId>; 2], verdict: Verdict) -> Option<EditError> {
        let changes = settle(&self.study, &mut self.mint, pair, &[], verdict, "why");
        match changes {
            Ok(changes) => self.apply(changes),
            Err(error) => return Some(error),
        }
        None
    }

    fn settle(&mut self, one: &CodingId, other: &CodingId, verdict: Verdict) {
        assert_eq!(self.try_settle([Some(one), Some(other)], verdict), None);
    }

    /// What counts: code and coder of every coding that nothing settles.
    fn counts(&self) -> Vec<String> {
        let all = &self.study.records.codings;
        let gone: BTreeSet<&CodingId> = all.values().flat_map(|one| &one.settles).collect();
        let mut stand: Vec<String> = all
            .iter()
            .filter(|(id, _)| !gone.contains(id))
            .map(|(_, one)| format!("{} {}", one.code, one.coder))
            .collect();
        stand.sort();
        stand
    }
}

#[test]
fn each_verdict_says_what_counts_and_the_last_one_holds() {
    let mut bench = Bench::new();
    let a = bench.coded(0, 10, "A", "am");
    let b = bench.coded(5, 15, "B", "bd");
    let both = ["A am+bd", "B am+bd"];
    let cases: [(Verdict, &[&str]); 5] = [
        (Verdict::Both, &both),
        (Verdict::One, &both[..1]),
        (Verdict::Neither, &[]),
        (Verdict::Other, &both[1..]),
        (Verdict::Both, &both),
    ];
    for (verdict, expected) in cases {
        bench.settle(&a, &b, verdict);
        assert_eq!(bench.counts(), expected, "{verdict:?}");
    }
    // what was settled before left no trace but the two that stand
    assert_eq!(bench.study.records.codings.len(), 4);
}

#[test]
fn a_third_coder_does_not_bring_back_what_two_had_settled() {
    let mut bench = Bench::new();
    let a = bench.coded(0, 10, "A", "am");
    let b = bench.coded(5, 15, "B", "bd");
    let c = bench.coded(0, 8, "C", "cz");
    bench.settle(&a, &b, Verdict::One);
    bench.settle(&a, &c, Verdict::Other);
    assert_eq!(bench.counts(), ["C am+cz"]);
    bench.settle(&a, &b, Verdict::Both);
    bench.settle(&a, &c, Verdict::One);
    // hers stands by the first decision, which was not about the third
    assert_eq!(bench.counts(), ["A am+cz", "B am+bd"]);
}

#[test]
fn both_on_the_same_words_with_the_same_code_is_one_coding_for_and_against() {
    let mut bench = Bench::new();
    let a = bench.coded(0, 10, "A", "am");
    let b = bench.coded(0, 10, "A", "bd");
    let scenario = ScenarioId::new("S");
    bench.apply(vec![(scenario.clone(), Scenario::default()).into()]);
    for (id, polarity) in [(&a, Polarity::Supports), (&b, Polarity::Contradicts)] {
        let changes =
            crate::study::edit::set_polarity(&bench.study, id, &scenario, Some(polarity)).unwrap();
        bench.apply(changes);
    }
    bench.settle(&a, &b, Verdict::Both);
    let all = bench.study.records.codings.values();
    let settled: Vec<&Coding> = all.filter(|one| one.origin == Origin::Settled).collect();
    assert_eq!(settled.len(), 1);
    assert_eq!(settled[0].polarities[&scenario], Polarity::Mixed);
    assert_eq!(settled[0].settles, [a, b]);
}

#[test]
fn one_alone_is_settled_under_a_name_beside_her_own() {
    let mut bench = Bench::new();
    let a = bench.coded(0, 10, "A", "am");
    assert_eq!(bench.try_settle([Some(&a), None], Verdict::One), None);
    assert_eq!(bench.counts(), ["A am+"]);
    let changes = settle(
        &bench.study,
        &mut bench.mint,
        [None, Some(&a)],
        &["zz", "am"],
        Verdict::Other,
        "why",
    );
    bench.apply(changes.unwrap());
    assert_eq!(bench.counts(), ["A am+zz"]);
}

#[test]
fn what_is_no_disagreement_is_refused() {
    let mut bench = Bench::new();
    let a = bench.coded(0, 10, "A", "am");
    let hers = bench.coded(0, 10, "B", "am");
    let far = bench.coded(10, 15, "B", "bd");
    let b = bench.coded(5, 15, "B", "bd");
    let mut refused = |pair, verdict| bench.try_settle(pair, verdict).unwrap();
    let one = Verdict::One;
    assert_eq!(
        refused([Some(&a), Some(&hers)], one),
        EditError::OneCoder("am".into())
    );
    assert_eq!(
        refused([Some(&a), Some(&far)], one),
        EditError::NothingInCommon
    );
    assert!(matches!(
        refused([Some(&a), None], Verdict::Both),
        EditError::Gone(_)
    ));
    let gone = CodingId::new("gone");
    assert!(matches!(
        refused([Some(&gone), None], one),
        EditError::Gone(_)
    ));
    bench.settle(&a, &b, one);
    let all = bench.study.records.codings.iter();
    let (settled, _) = all
        .clone()
        .find(|(_, coding)| coding.origin == Origin::Settled)
        .unwrap();
    let settled = settled.clone();
    let error = bench.try_settle([Some(&settled), Some(&b)], one);
    assert_eq!(error, Some(EditError::Settled(settled.to_string())));
    let before = bench.study.clone();
    let blank = settle(
        &bench.study,
        &mut bench.mint,
        [Some(&a), Some(&b)],
        &[],
        one,
        " ",
    );
    assert_eq!(blank, Err(EditError::NoReason));
    assert_eq!(before, bench.study);
}
