use super::{Doubt, Outcome, Tally, carry, keep, look, take};
use crate::study::change::Change;
use crate::study::coding::{Coding, CodingField, Passage, TextPassage};
use crate::study::document::{Document, DocumentText, Turn, Version};
use crate::study::fold::Study;
use crate::study::id::{CodeId, CodingId, DocumentId, VersionId};
use crate::study::{ReplicaId, Stamp, Transaction, edit};
use std::collections::HashMap;
use std::sync::Arc;

/// A study with one reference text that gets versions.
#[derive(Default)]
struct Desk {
    study: Study,
    texts: HashMap<VersionId, Arc<DocumentText>>,
    n: u64,
}

impl Desk {
    fn put(&mut self, changes: Vec<Change>) -> Stamp {
        self.n += 1;
        let stamp = Stamp {
            ms: self.n,
            counter: 0,
            replica: ReplicaId::default(),
        };
        self.study.apply(&Transaction {
            stamp,
            author: "am".into(),
            wall: jiff::Timestamp::UNIX_EPOCH,
            label: crate::i18n::Message::new(""),
            changes,
        });
        stamp
    }

    /// The version, and what keeps its words along with it; what stays open comes back.
    fn version(&mut self, number: u32, lines: &[&str]) -> (Stamp, Vec<super::Carried>) {
        let id = VersionId::new(&format!("v{number}"));
        let turns: Vec<Turn> = lines
            .iter()
            .map(|line| Turn {
                text: (*line).to_owned(),
                ..Turn::default()
            })
            .collect();
        self.texts
            .insert(id.clone(), Arc::new(DocumentText::from_turns(&turns)));
        let document = DocumentId::new("d");
        let mut changes: Vec<Change> = vec![
            (document.clone(), Document::default()).into(),
            (
                id,
                Version {
                    document: document.clone(),
                    number,
                    ..Version::default()
                },
            )
                .into(),
        ];
        let mut then = Desk {
            study: self.study.clone(),
            texts: self.texts.clone(),
            n: self.n,
        };
        then.put(changes.clone());
        let list = look(&then.study, &self.texts, &document);
        changes.extend(carry(&list));
        (self.put(changes), list)
    }

    fn code(&mut self, id: &str, version: &str, quote: &str) {
        let version = VersionId::new(version);
        let text = self.texts[&version].clone();
        let at = text.text().find(quote).unwrap();
        let passage = TextPassage::new(version, text.text(), at..at + quote.len()).unwrap();
        let coding = Coding {
            passage: Passage::Text(passage),
            code: CodeId::new("c"),
            ..Coding::default()
        };
        self.put(vec![(CodingId::new(id), coding).into()]);
    }

    fn now(&self, id: &str) -> (String, String) {
        let coding = &self.study.records.codings[&CodingId::new(id)];
        let Passage::Text(text) = self.study.passage_now(coding) else {
            panic!()
        };
        let words = self.texts[&text.version].slice(text.span()).to_owned();
        (text.version.to_string(), words)
    }
}

const ONE: &[&str] = &[
    "On a perdu trois semaines en mars, parce que la plateforme avait changé.",
    "Depuis, je vérifie tout deux fois, avant et après la session.",
];
const TWO: &[&str] = &[
    "Vous savez, on a perdu trois semaines en mars, parce que la plateforme changeait.",
    "Depuis, je vérifie tout deux fois, avant et après la session.",
];

#[test]
fn a_coding_goes_with_its_words_and_the_version_it_was_made_on_stays() {
    let mut desk = Desk::default();
    desk.version(1, ONE);
    desk.code("same", "v1", "trois semaines en mars");
    desk.code("changed", "v1", "la plateforme avait changé");
    let (stamp, list) = desk.version(2, TWO);
    assert_eq!(
        Tally::of(&list),
        Tally {
            moved: 1,
            changed: 1,
            ..Tally::default()
        }
    );
    assert_eq!(
        desk.now("same"),
        ("v2".into(), "trois semaines en mars".into())
    );
    assert_eq!(
        desk.now("changed"),
        ("v1".into(), "la plateforme avait changé".into())
    );
    let two = VersionId::new("v2");
    let standing: Vec<String> = desk
        .study
        .codings_of_version(&two)
        .map(ToString::to_string)
        .collect();
    assert_eq!(standing, ["same"]);
    assert_eq!(
        desk.study.codings_of_version(&VersionId::new("v1")).count(),
        2
    );
    // undo takes the version and what came along with it back
    desk.put(vec![Change::Undo(stamp)]);
    assert_eq!(desk.now("same").0, "v1");
    assert_eq!(desk.study.codings_of_version(&two).count(), 0);
    assert!(desk.study.waiting(&DocumentId::new("d")).is_empty());
}

#[test]
fn what_changed_waits_until_somebody_decides_and_every_decision_can_be_undone() {
    let mut desk = Desk::default();
    desk.version(1, ONE);
    desk.code("a", "v1", "la plateforme avait changé");
    let (_, list) = desk.version(2, TWO);
    let Outcome::Changed(place, Doubt::Words) = list[0].outcome.clone() else {
        panic!("{list:?}")
    };
    let document = DocumentId::new("d");
    let (a, two) = (CodingId::new("a"), VersionId::new("v2"));
    assert_eq!(desk.study.waiting(&document).len(), 1);
    let accepted = desk.put(vec![take(&a, place.clone())]);
    assert_eq!(
        desk.now("a"),
        ("v2".into(), "la plateforme changeait".into())
    );
    assert!(desk.study.waiting(&document).is_empty());
    desk.put(vec![Change::Undo(accepted)]);
    assert_eq!(desk.now("a").0, "v1");
    desk.put(vec![keep(&a, &two)]);
    assert_eq!(desk.now("a").0, "v1");
    assert!(desk.study.waiting(&document).is_empty());
    // other words of the new version, by hand: the first passage stays beside them
    let text = desk.texts[&two].clone();
    let chosen = TextPassage::new(two.clone(), text.text(), 0..text.text().len()).unwrap();
    let changes = edit::move_ends(&desk.study, &a, Passage::Text(chosen)).unwrap();
    assert!(matches!(
        &changes[..],
        [Change::Set(crate::study::Edit::Coding(
            _,
            CodingField::Anchor(..)
        ))]
    ));
    desk.put(changes);
    assert_eq!(desk.now("a").0, "v2");
    assert!(desk.study.records.codings[&a].places().count() == 2);
}

#[test]
fn a_third_version_is_asked_from_where_the_words_stood_last() {
    let mut desk = Desk::default();
    desk.version(1, ONE);
    desk.code("kept", "v1", "avait changé");
    desk.code("taken", "v1", "la plateforme avait changé");
    let (_, list) = desk.version(2, TWO);
    let changes = list
        .iter()
        .map(|one| match one.coding.to_string().as_str() {
            "taken" => take(&one.coding, one.proposed().unwrap().clone()),
            _ => keep(&one.coding, &VersionId::new("v2")),
        })
        .collect();
    desk.put(changes);
    // the third one has the first one's words again, and the second one's elsewhere
    let three = [
        ONE[0],
        TWO[1],
        "Et puis, vous savez, la plateforme changeait tout le temps.",
    ];
    let (_, list) = desk.version(3, &three);
    assert_eq!(desk.now("kept"), ("v3".into(), "avait changé".into()));
    let taken = list
        .iter()
        .find(|one| one.coding == CodingId::new("taken"))
        .unwrap();
    assert_eq!(taken.from.version, VersionId::new("v2"));
    assert!(taken.sure().is_none(), "{taken:?}");
}
