use super::*;
use crate::analysis::bench::{Bench, ground};
use crate::study::codebook::{Code, CodeField};
use crate::study::coding::{CodingField, Passage};
use crate::study::exclusion::{Excluded, Exclusion};
use crate::study::id::{CodeId, CodingId, ExclusionId, NoteId, ParticipantId, SessionId};
use crate::study::people::ParticipantField;
use crate::study::word::{Consent, Origin};
use proptest::prelude::*;

/// Words that are said whatever the code.
const COMMON: &[&str] = &[
    "équipe",
    "semaine",
    "projet",
    "matin",
    "réunion",
    "bureau",
    "client",
    "question",
    "exemple",
    "chose",
    "journée",
    "collègue",
    "téléphone",
    "problème",
    "temps",
    "document",
];

/// A small generator of numbers, the same on every machine.
struct Dice(u64);

impl Dice {
    fn below(&mut self, n: usize) -> usize {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % n
    }
}

/// So many notes, each with one of `codes` codes; a note has two of the five words of its code among ten common ones.
fn corpus(codes: usize, notes: usize) -> Bench {
    let mut bench = ground();
    let mut dice = Dice(7);
    for code in 0..codes {
        let key = format!("C{code:02}");
        let record = Code {
            key: key.clone(),
            position: 10 + code as i64,
            ..Code::default()
        };
        bench.put(vec![(CodeId::new(&key), record).into()]);
    }
    for note in 0..notes {
        let code = dice.below(codes);
        let mut words: Vec<String> = (0..10)
            .map(|_| COMMON[dice.below(COMMON.len())].to_owned())
            .collect();
        for _ in 0..2 {
            words.push(format!("q{code:02}w{}", dice.below(5)));
        }
        let id = format!("n{note:05}");
        bench.note("I1", &id, &words.join(" "));
        let passage = Passage::Note(NoteId::new(&id));
        bench.coding(
            &format!("c{note:05}"),
            passage,
            &format!("C{code:02}"),
            &[],
            None,
        );
    }
    bench
}

fn learned(bench: &Bench) -> Learned {
    let mut learned = Learned::default();
    learned.renew(&bench.study, &bench.texts);
    learned
}

/// Scores of all codes for a note, by code.
fn scores(learned: &Learned, bench: &Bench, note: &str) -> Vec<(String, i64)> {
    let passage = Passage::Note(NoteId::new(note));
    let ranking = learned.rank(&bench.study, &bench.texts, &passage, "zz");
    let mut all: Vec<(String, i64)> = ranking
        .unwrap()
        .all()
        .into_iter()
        .map(|(code, score)| (code.to_string(), (score * 1e9).round() as i64))
        .collect();
    all.sort();
    all
}

#[test]
fn codes_with_words_of_their_own_are_found_far_above_both_baselines() {
    let bench = corpus(30, 900);
    let found = evaluate(&bench.study, &bench.texts);
    assert_eq!((found.n, found.left_out), (900, 0));
    for top in 0..TOPS.len() {
        let share = |way| found.share(way, top).unwrap();
        for baseline in [Way::Recent, Way::Frequent] {
            assert!(share(Way::Suggested) > share(baseline) + 0.4, "{found:?}");
        }
    }
    assert!(found.share(Way::Suggested, 1).unwrap() > 0.85, "{found:?}");
}

#[test]
fn codes_without_words_of_their_own_are_guessed_no_better_than_by_chance() {
    // every note says the same: nothing may leak from the coding that is guessed
    let mut bench = ground();
    let codes = ["D6.valeur_ajoutee", "D8.frein", "D8.levier"];
    let mut dice = Dice(3);
    for note in 0..300 {
        let id = format!("n{note:03}");
        bench.note("I1", &id, "la même parole");
        let passage = Passage::Note(NoteId::new(&id));
        bench.coding(
            &format!("c{note:03}"),
            passage,
            codes[dice.below(3)],
            &[],
            None,
        );
    }
    let found = evaluate(&bench.study, &bench.texts);
    let first = found.share(Way::Suggested, 0).unwrap();
    assert!((0.2..0.47).contains(&first), "{found:?}");
    assert!(found.share(Way::Suggested, 1).unwrap() > 0.98, "{found:?}");
}

#[test]
fn what_was_not_put_by_hand_is_learnt_and_not_guessed() {
    let mut bench = corpus(3, 12);
    let origin = CodingField::Origin(Origin::Suggested);
    bench.put(vec![(CodingId::new("c00003"), origin).into()]);
    let found = evaluate(&bench.study, &bench.texts);
    assert_eq!((found.n, found.left_out), (11, 1));
}

#[test]
fn nothing_is_suggested_where_nothing_speaks() {
    let mut bench = ground();
    bench.note("I1", "n", "l’émargement manquait");
    let passage = Passage::Note(NoteId::new("n"));
    let learned = learned(&bench);
    let ranking = learned.rank(&bench.study, &bench.texts, &passage, "am");
    assert_eq!(ranking.unwrap().best(3), []);
    let gone = Passage::Note(NoteId::new("gone"));
    assert!(
        learned
            .rank(&bench.study, &bench.texts, &gone, "am")
            .is_none()
    );
}

#[test]
fn the_codebook_speaks_before_anything_is_coded_and_says_by_which_words() {
    let mut bench = ground();
    let definition = CodeField::Definition("Faire signer les émargements.".into());
    bench.put(vec![(CodeId::new("D8.frein"), definition).into()]);
    bench.note("I1", "n", "Si l’émargement manque, personne ne paie.");
    let passage = Passage::Note(NoteId::new("n"));
    let learned = learned(&bench);
    let ranking = learned.rank(&bench.study, &bench.texts, &passage, "am");
    let best = ranking.unwrap().best(3);
    assert_eq!(best.len(), 1, "{best:?}");
    assert_eq!(best[0].code, CodeId::new("D8.frein"));
    assert_eq!(best[0].why, Why::Said(vec!["émargement".into()]));
}

#[test]
fn a_code_that_is_on_these_words_already_is_not_suggested_to_the_same_coder() {
    let bench = corpus(4, 40);
    let learned = learned(&bench);
    let passage = Passage::Note(NoteId::new("n00007"));
    let coding = &bench.study.records.codings[&CodingId::new("c00007")];
    let score = |coder| {
        let ranking = learned.rank(&bench.study, &bench.texts, &passage, coder);
        ranking.unwrap().score(&coding.code)
    };
    assert_eq!(score("am"), None);
    assert!(score("jl").is_some());
}

#[test]
fn who_withdraws_teaches_nothing_any_more() {
    let mut bench = corpus(3, 30);
    let mut learned = learned(&bench);
    assert_eq!(learned.len(), 30);
    let field = ParticipantField::Consent(Consent::Withdrawn);
    bench.put(vec![(ParticipantId::new("P-I1"), field).into()]);
    learned.renew(&bench.study, &bench.texts);
    assert!(learned.is_empty());
}

#[test]
fn the_question_asked_before_speaks_too() {
    let mut bench = ground();
    for (key, interview) in [("t1", "I1"), ("t2", "I2")] {
        let turns = [
            ("INT", "Et le salaire ?"),
            (key, "Rien du tout."),
            ("INT", "Et la salle ?"),
            (key, "Froide."),
        ];
        bench.transcript(Some(interview), key, &turns);
    }
    let (pay, room) = ("D8.levier", "D8.frein");
    for (id, quote, code) in [("a", "Rien du tout.", pay), ("b", "Froide.", room)] {
        let passage = bench.passage("t1-v1", quote);
        bench.coding(id, passage, code, &[], None);
    }
    let learned = learned(&bench);
    for (quote, code) in [("Rien du", pay), ("Froide", room)] {
        let passage = bench.passage("t2-v1", quote);
        let ranking = learned.rank(&bench.study, &bench.texts, &passage, "am");
        let best = ranking.unwrap().best(1);
        assert_eq!(best[0].code, CodeId::new(code), "{quote}");
    }
}

#[test]
fn what_was_asked_is_not_told_where_it_is_left_out() {
    let mut bench = ground();
    let definition = CodeField::Definition("salaire".into());
    bench.put(vec![(CodeId::new("D8.levier"), definition).into()]);
    let turns = [("INT", "Et le salaire ?"), ("A", "Rien du tout.")];
    bench.transcript(Some("I1"), "t", &turns);
    let passage = bench.passage("t-v1", "Rien du tout.");
    let best = |bench: &Bench| {
        let learned = learned(bench);
        let ranking = learned.rank(&bench.study, &bench.texts, &passage, "am");
        ranking.unwrap().best(3)
    };
    assert_eq!(best(&bench)[0].why, Why::Asked(vec!["salaire".into()]));
    let Passage::Text(asked) = bench.passage("t-v1", "Et le salaire ?") else {
        unreachable!()
    };
    let exclusion = Exclusion {
        session: SessionId::new("I1"),
        what: Excluded::Text(asked),
        ..Exclusion::default()
    };
    bench.put(vec![(ExclusionId::new("x"), exclusion).into()]);
    assert_eq!(best(&bench), []);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]
    #[test]
    fn learning_one_by_one_is_learning_all_at_once(edits in prop::collection::vec((0usize..60, 0usize..6, 0u8..4), 1..12)) {
        let mut bench = corpus(6, 60);
        let mut learned = learned(&bench);
        for (note, code, what) in edits {
            let id = CodingId::new(&format!("c{note:05}"));
            let code = CodeId::new(&format!("C{code:02}"));
            match what {
                0 if bench.study.records.codings.contains_key(&id) => {
                    bench.put(vec![crate::study::Change::remove(id)]);
                }
                1 => {
                    let field = CodeField::Definition(format!("mot{note} semaine"));
                    bench.put(vec![(code, field).into()]);
                }
                2 => {
                    let passage = Passage::Note(NoteId::new(&format!("n{note:05}")));
                    let fresh = format!("d{note:05}{code}");
                    if !bench.study.records.codings.contains_key(&CodingId::new(&fresh)) {
                        bench.coding(&fresh, passage, &code.to_string(), &[], None);
                    }
                }
                _ if bench.study.records.codings.contains_key(&id) => {
                    bench.put(vec![(id, CodingField::Code(code)).into()]);
                }
                _ => {}
            }
            learned.renew(&bench.study, &bench.texts);
        }
        let anew = self::learned(&bench);
        prop_assert_eq!(learned.len(), anew.len());
        for note in ["n00000", "n00031"] {
            prop_assert_eq!(scores(&learned, &bench, note), scores(&anew, &bench, note));
        }
    }
}
