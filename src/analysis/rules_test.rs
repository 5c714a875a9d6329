//! The rules of counting, one by one, and what holds whatever the codings are.

use super::bench::{Bench, Numbers, coded_note, ground, row};
use super::*;
use crate::study::change::Change;
use crate::study::codebook::{Code, CodeField};
use crate::study::coding::{Coding, CodingField, Passage};
use crate::study::guide::Guide;
use crate::study::id::*;
use crate::study::people::{INTERVIEWER, ParticipantField};
use crate::study::session::{Answer, NoteField};
use crate::study::settings::SettingsField;
use crate::study::word::{AnswerState, Consent, NoteKind, Origin, Polarity};
use Polarity::{Contradicts, Mixed, Neutral, Supports};
use proptest::prelude::*;

fn by(attribute: &str) -> Options {
    Options {
        by: Some(attribute.into()),
        ..Options::default()
    }
}

fn few<const N: usize>(numbers: &Numbers, keys: [&str; N]) -> [String; N] {
    keys.map(|key| numbers[key].clone())
}

const TURNS: &[(&str, &str)] = &[
    ("Chercheuse", "Et les blocs ?"),
    ("Ana", "Les blocs, oui. C'est mieux."),
    ("Chercheuse", "Vraiment ?"),
    ("Bob", "Moi je n'y crois pas."),
];

/// Ana (direction, under 10) and Bob (assistant, 10 to 49) in one interview, with somebody who asks.
fn two_people() -> Bench {
    let mut bench = ground();
    bench.session("I6");
    bench.participant("Ana", "I6", "director", "under10", "org-a");
    bench.participant("Bob", "I6", "assistant", "10to49", "org-b");
    bench.transcript(Some("I6"), "t6", TURNS);
    bench
}

fn on(bench: &mut Bench, id: &str, quote: &str, polarity: Polarity) {
    let passage = bench.passage("t6-v1", quote);
    bench.coding(id, passage, "D8.levier", &[("S2", polarity)], Some(2));
}

fn consent(bench: &mut Bench, participant: &str, consent: Consent) {
    let field = ParticipantField::Consent(consent);
    bench.put(vec![(ParticipantId::new(participant), field).into()]);
}

#[test]
fn the_interviewers_own_words_count_only_by_rule() {
    let mut bench = two_people();
    on(&mut bench, "asked", "Et les blocs ?", Supports);
    on(
        &mut bench,
        "across",
        "Vraiment ?\nMoi je n'y crois pas.",
        Contradicts,
    );
    let keys = ["n_excerpts", "n_supporting_excerpts", "strata_covered"];
    let numbers = bench.row("S2", "D8.levier", &Options::default());
    assert_eq!(
        few(&numbers, keys),
        ["1", "0", "size=10to49"],
        "the first counted turn is Bob's"
    );
    bench.put(vec![
        (Study::settings_id(), SettingsField::CountInterviewer(true)).into(),
    ]);
    let numbers = bench.row("S2", "D8.levier", &Options::default());
    assert_eq!(few(&numbers, keys), ["2", "1", "size=10to49"]);
}

#[test]
fn an_excerpt_takes_its_speakers_attributes_and_consent() {
    let mut bench = two_people();
    on(&mut bench, "a", "Les blocs, oui", Supports);
    on(&mut bench, "b", "Moi je n'y crois pas.", Contradicts);
    let numbers = bench.row("S2", "", &by("size"));
    let keys = [
        "n_interviews",
        "n_mixed",
        "n_organisations",
        "n_interviews[under10]",
        "n_supporting[under10]",
        "n_contradicting[10to49]",
        "n_interviews[50plus]",
    ];
    assert_eq!(few(&numbers, keys), ["1", "1", "2", "1", "1", "1", "0"]);
    let only = Options {
        where_: vec![("role".into(), "assistant".into())],
        ..Options::default()
    };
    let table = bench.table("evidence", &only);
    let keys = ["n_excerpts", "n_contradicting", "best_quote"];
    assert_eq!(
        few(&row(&table, "S2", ""), keys),
        ["1", "1", "Moi je n'y crois pas."]
    );

    consent(&mut bench, "Ana", Consent::NoQuote);
    let numbers = bench.row("S2", "", &Options::default());
    let keys = ["n_excerpts", "n_mixed", "best_quote", "best_quote_ref"];
    assert_eq!(
        few(&numbers, keys),
        ["2", "1", "Moi je n'y crois pas.", "b"]
    );
    consent(&mut bench, "Bob", Consent::NoQuote);
    let numbers = bench.row("S2", "", &Options::default());
    assert_eq!(
        few(&numbers, keys),
        ["2", "1", "", ""],
        "counted, not quoted"
    );

    on(
        &mut bench,
        "both",
        "C'est mieux.\nVraiment ?\nMoi je",
        Supports,
    );
    consent(&mut bench, "Ana", Consent::Withdrawn);
    let table = bench.table("evidence", &Options::default());
    let keys = ["n_excerpts", "n_mixed", "n_contradicting"];
    assert_eq!(
        few(&row(&table, "S2", ""), keys),
        ["1", "0", "1"],
        "her turns are gone"
    );
    assert_eq!(
        (table.n_withdrawn, table.n_interviews),
        (0, 1),
        "the interview goes on"
    );
}

#[test]
fn a_speaker_nobody_knows_is_counted_without_attributes() {
    let mut bench = ground();
    bench.session("I6");
    bench.participant("Ana", "I6", "director", "under10", "org-a");
    bench.transcript(Some("I6"), "t6", &[("Zoé", "Oui."), ("", "Non.")]);
    on(&mut bench, "z", "Oui.", Supports);
    let keys = ["n_excerpts", "n_organisations", "strata_covered"];
    assert_eq!(
        few(&bench.row("S2", "", &Options::default()), keys),
        ["1", "1", "size=under10"],
        "the only participant"
    );
    bench.participant("Bob", "I6", "assistant", "10to49", "org-b");
    on(&mut bench, "n", "Non.", Contradicts);
    assert_eq!(
        few(&bench.row("S2", "", &Options::default()), keys),
        ["2", "0", ""]
    );
    let role = ParticipantField::Role(INTERVIEWER.into());
    bench.put(vec![(ParticipantId::new("Bob"), role).into()]);
    assert_eq!(
        few(&bench.row("S2", "", &Options::default()), keys),
        ["2", "1", "size=under10"],
        "an interviewer's row is no participant"
    );
}

#[test]
fn codes_and_coders_do_not_multiply_an_excerpt() {
    let mut bench = two_people();
    let passage = bench.passage("t6-v1", "Les blocs, oui");
    for (id, code, coder) in [
        ("1", "D8.levier", "am"),
        ("2", "D8.levier", "bl"),
        ("3", "D8.frein", "am"),
        ("4", "D8.levier", "am"),
    ] {
        let coding = Coding {
            passage: passage.clone(),
            code: CodeId::new(code),
            coder: coder.into(),
            memo: format!("memo {id}"),
            polarities: [(ScenarioId::new("S2"), Supports)].into(),
            ..Coding::default()
        };
        bench.put(vec![(CodingId::new(id), coding).into()]);
    }
    let table = bench.table("evidence", &Options::default());
    assert_eq!(row(&table, "S2", "")["n_excerpts"], "1");
    let levier = table
        .rows
        .iter()
        .find(|row| row.cells[..2] == [Cell::text("S2"), Cell::text("D8.levier")])
        .unwrap();
    assert_eq!(
        levier.passages,
        [CodingId::new("1"), CodingId::new("2")],
        "the fourth is the first again: lowest id"
    );
    let keys = Keys::of(&bench.study);
    let context = Context {
        texts: &bench.texts,
        turns: &TurnCache::default(),
        head: String::new(),
        date: None,
        language: Lang::En,
    };
    let counted = Counted::of(&bench.study, &keys, &context);
    assert_eq!(counted.lines[1].coding.memo, "memo 1\nmemo 4");
    // merging the two codes leaves one code, and still one excerpt
    let alias = CodeField::Alias(Some(CodeId::new("D8.levier")));
    bench.put(vec![(CodeId::new("D8.frein"), alias).into()]);
    let table = bench.table("evidence", &Options::default());
    assert_eq!(row(&table, "S2", "D8.levier")["n_excerpts"], "1");
    assert_eq!(table.rows.len(), 6 * 3, "a merged code has no row");
}

#[test]
fn a_settled_coding_stands_for_those_it_settles() {
    let mut bench = two_people();
    on(&mut bench, "am", "Les blocs, oui", Supports);
    on(&mut bench, "bl", "Les blocs, oui", Contradicts);
    bench.put(vec![
        (CodingId::new("bl"), CodingField::Coder("bl".into())).into(),
    ]);
    let keys = ["n_excerpts", "n_supporting", "n_mixed"];
    assert_eq!(
        few(&bench.row("S2", "", &Options::default()), keys),
        ["1", "0", "1"]
    );
    on(&mut bench, "zz", "Les blocs, oui", Supports);
    bench.put(vec![
        (CodingId::new("zz"), CodingField::Coder("am+bl".into())).into(),
        (CodingId::new("zz"), CodingField::Origin(Origin::Settled)).into(),
        (
            CodingId::new("zz"),
            CodingField::Settles(vec![CodingId::new("am"), CodingId::new("bl")]),
        )
            .into(),
    ]);
    assert_eq!(
        few(&bench.row("S2", "", &Options::default()), keys),
        ["1", "1", "0"]
    );
    let bl = Options {
        coder: Some("bl".into()),
        ..Options::default()
    };
    let keys = ["n_excerpts", "n_supporting", "n_contradicting"];
    assert_eq!(few(&bench.row("S2", "", &bl), keys), ["1", "0", "1"]);
}

#[test]
fn texts_that_are_no_interviews_are_counted_apart() {
    let mut bench = two_people();
    bench.transcript(
        None,
        "annonce",
        &[("", "Assistant·e de formation, blocs exigés.")],
    );
    let passage = bench.passage("annonce-v1", "blocs exigés");
    bench.coding("r", passage, "D8.levier", &[("S2", Supports)], Some(4));
    let table = bench.table("evidence", &Options::default());
    let keys = [
        "n_excerpts",
        "n_reference_excerpts",
        "n_interviews",
        "max_strength_supporting",
        "best_quote",
    ];
    assert_eq!(few(&row(&table, "S2", ""), keys), ["0", "1", "0", "", ""]);
    assert_eq!((table.n_reference_excerpts, table.n_interviews), (1, 1));
}

#[test]
fn a_planned_interview_is_none() {
    let mut bench = ground();
    assert_eq!(bench.table("codes", &Options::default()).n_interviews, 0);
    bench.note("I1", "n", "Bonjour");
    assert_eq!(bench.table("codes", &Options::default()).n_interviews, 1);
}

#[test]
fn a_passage_is_one_excerpt_across_versions() {
    let mut bench = two_people();
    on(&mut bench, "old", "Moi je n'y crois pas.", Contradicts);
    on(&mut bench, "gone", "C'est mieux.", Supports);
    let mut corrected = TURNS.to_vec();
    corrected[1] = ("Ana", "Les blocs, oui. C'est bien mieux.");
    bench.transcript(Some("I6"), "t6", &corrected);
    let passage = bench.passage("t6-v2", "Moi je n'y crois pas.");
    bench.coding("new", passage, "D8.frein", &[("S2", Contradicts)], None);
    let numbers = bench.row("S2", "", &Options::default());
    let keys = [
        "n_excerpts",
        "n_supporting_excerpts",
        "n_contradicting_excerpts",
    ];
    assert_eq!(few(&numbers, keys), ["2", "1", "1"]);
}

#[test]
fn the_best_words_are_starred_strong_long_and_sayable() {
    let mut bench = ground();
    let long = "x".repeat(301);
    for (id, text, strength) in [
        ("a", "court", 3),
        ("b", "plus long", 3),
        ("c", long.as_str(), 3),
        ("d", "fort", 4),
        ("e", "étoilé", 0),
    ] {
        coded_note(
            &mut bench,
            id,
            "I1",
            "D8.levier",
            ("S2", Supports),
            strength,
        );
        bench.put(vec![(NoteId::new(id), NoteField::Text(text.into())).into()]);
    }
    let quote = |bench: &Bench| bench.row("S2", "", &Options::default())["best_quote"].clone();
    assert_eq!(quote(&bench), "fort");
    bench.put(vec![
        (CodingId::new("c-e"), CodingField::Starred(true)).into(),
    ]);
    assert_eq!(quote(&bench), "étoilé");
    bench.put(vec![
        (NoteId::new("e"), NoteField::Kind(NoteKind::Paraphrase)).into(),
        (CodingId::new("c-d"), CodingField::Strength(None)).into(),
    ]);
    assert_eq!(
        quote(&bench),
        "plus long",
        "what is not verbatim is no quote; up to 300 characters"
    );
}

#[test]
fn asked_is_who_was_asked_and_empty_where_nobody_could_be() {
    let mut bench = ground();
    let source = r#"
schema = 1
[[section]]
key = "7"
[[section.question]]
key = "7.5"
scenario = "S5"
[[section.question]]
key = "7.2"
scenario = "S2"
"#;
    let guide = Guide {
        number: 1,
        source: source.into(),
    };
    bench.put(vec![(GuideId::new("g1"), guide).into()]);
    for (id, session, question, scenario, state) in [
        ("1", "I1", "7.1", Some("S1"), AnswerState::Answered),
        ("2", "I1", "7.1", Some("S1"), AnswerState::Refused),
        ("3", "I2", "7.1", Some("S1"), AnswerState::NotAsked),
        ("4", "I3", "7.1", Some("S1"), AnswerState::Unknown),
        ("5", "I4", "7.2", None, AnswerState::Partial),
        ("6", "I5", "7.2", None, AnswerState::NotApplicable),
    ] {
        let answer = Answer {
            session: SessionId::new(session),
            question: question.into(),
            scenario: scenario.map(ScenarioId::new),
            state,
            ..Answer::default()
        };
        bench.put(vec![(AnswerId::new(id), answer).into()]);
    }
    let asked = |bench: &Bench, options: &Options| {
        let table = bench.table("evidence", options);
        ["S0", "S1", "S2", "S5"].map(|s| row(&table, s, "D8.frein")["n_asked"].clone())
    };
    assert_eq!(asked(&bench, &Options::default()), ["", "2", "1", "0"]);
    let table = bench.table("evidence", &by("size"));
    let groups = ["n_asked[under10]", "n_asked[10to49]", "n_asked[50plus]"];
    assert_eq!(few(&row(&table, "S1", ""), groups), ["1", "1", "0"]);
    assert_eq!(few(&row(&table, "S0", ""), groups), ["", "", ""]);
    consent(&mut bench, "P-I3", Consent::Withdrawn);
    assert_eq!(asked(&bench, &Options::default()), ["", "1", "1", "0"]);
}

#[test]
fn small_cells_are_masked_and_zero_is_not() {
    let mut bench = ground();
    for (id, session, polarity) in [
        ("1", "I1", Supports),
        ("2", "I2", Supports),
        ("3", "I3", Supports),
        ("4", "I4", Contradicts),
    ] {
        coded_note(&mut bench, id, session, "D8.levier", ("S2", polarity), 3);
    }
    coded_note(&mut bench, "5", "I5", "D8.frein", ("S2", Mixed), 2);
    // one excerpt against among those for: its interview is mixed, and it is hidden all the same
    for (id, session, polarity) in [
        ("6", "I1", Supports),
        ("7", "I2", Supports),
        ("8", "I3", Supports),
        ("9", "I1", Contradicts),
    ] {
        coded_note(
            &mut bench,
            id,
            session,
            "D6.valeur_ajoutee",
            ("S2", polarity),
            3,
        );
    }
    let options = Options {
        mask_under: 3,
        ..by("size")
    };
    let table = bench.table("evidence", &options);
    let keys = [
        "n_interviews",
        "n_excerpts",
        "n_supporting",
        "n_contradicting",
        "n_contradicting_excerpts",
        "n_mixed",
        "n_interviews[under10]",
        "max_strength_supporting",
    ];
    assert_eq!(
        few(&row(&table, "S2", "D8.levier"), keys),
        ["4", "4", "…", "<3", "<3", "0", "<3", "…"]
    );
    let keys_of_excerpts = [
        "n_excerpts",
        "n_supporting_excerpts",
        "n_contradicting_excerpts",
        "n_mixed_excerpts",
    ];
    assert_eq!(
        few(&row(&table, "S2", "D6.valeur_ajoutee"), keys_of_excerpts),
        ["4", "…", "<3", "0"]
    );
    assert_eq!(
        few(&row(&table, "S2", "D8.frein"), keys),
        ["<3", "<3", "0", "0", "0", "<3", "0", ""]
    );
}

#[test]
fn unknown_words_are_told_with_their_neighbours() {
    let bench = ground();
    let context = Context {
        texts: &bench.texts,
        turns: &TurnCache::default(),
        head: String::new(),
        date: None,
        language: Lang::En,
    };
    let told = |name: &str, options: Options| {
        run(name, &bench.study, &context, &options)
            .unwrap_err()
            .to_string()
    };
    assert_eq!(
        told("evidense", Options::default()),
        "no table 'evidense'; there is: evidence"
    );
    let scenario = Options {
        scenario: Some("S9".into()),
        ..Options::default()
    };
    assert!(told("codes", scenario).starts_with("no scenario 'S9'; there is: "));
    assert!(told("codes", by("sise")).starts_with("no attribute 'sise'; there is: size"));
    let value = Options {
        where_: vec![("size".into(), "under1".into())],
        ..Options::default()
    };
    assert!(told("codes", value).starts_with("attribute 'size' has no value 'under1'"));
}

/// Note, code, coder, polarities by scenario, strength.
type AnyCoding = (u8, u8, u8, Vec<(u8, Polarity)>, Option<u8>);

/// Few notes in few interviews, with any codings on them.
fn any_codings() -> impl Strategy<Value = Vec<AnyCoding>> {
    let polarity = prop_oneof![
        Just(Supports),
        Just(Contradicts),
        Just(Mixed),
        Just(Neutral)
    ];
    let one = (
        0u8..8,
        0u8..3,
        0u8..2,
        proptest::collection::vec((0u8..2, polarity), 0..3),
        proptest::option::of(0u8..5),
    );
    proptest::collection::vec(one, 0..20)
}

fn number(numbers: &Numbers, key: &str) -> usize {
    numbers[key].parse().unwrap()
}

proptest! {
    #[test]
    fn counts_hold_together_whatever_the_codings(codings in any_codings(), gone in 0usize..20) {
        let mut bench = ground();
        for note in 0..8u8 {
            bench.note(&format!("I{}", note % 5 + 1), &format!("n{note}"), "mots");
        }
        let codes = ["D6.valeur_ajoutee", "D8.frein", "D8.levier"];
        for (at, (note, code, coder, polarities, strength)) in codings.iter().enumerate() {
            let coding = Coding {
                passage: Passage::Note(NoteId::new(&format!("n{note}"))),
                code: CodeId::new(codes[usize::from(*code)]),
                coder: format!("coder{coder}"),
                strength: *strength,
                polarities: polarities
                    .iter()
                    .map(|(s, p)| (ScenarioId::new(&format!("S{s}")), *p))
                    .collect(),
                ..Coding::default()
            };
            bench.put(vec![(CodingId::new(&format!("c{at:02}")), coding).into()]);
        }
        let before = bench.table("evidence", &by("size"));
        if gone < codings.len() {
            bench.put(vec![Change::remove(CodingId::new(&format!("c{gone:02}")))]);
        }
        let after = bench.table("evidence", &by("size"));
        let text = |cell: &Cell| match cell { Cell::Text(text) => text.clone(), _ => String::new() };
        for one in &before.rows {
            let (scenario, code) = (text(&one.cells[0]), text(&one.cells[1]));
            let was = row(&before, &scenario, &code);
            let is = row(&after, &scenario, &code);
            for kind in ["", "_excerpts"] {
                let sum: usize = ["supporting", "contradicting", "mixed", "neutral"]
                    .iter()
                    .map(|polarity| number(&was, &format!("n_{polarity}{kind}")))
                    .sum();
                let all = if kind.is_empty() { "n_interviews" } else { "n_excerpts" };
                prop_assert_eq!(sum, number(&was, all));
            }
            prop_assert!(number(&was, "n_interviews") <= number(&was, "n_excerpts"));
            prop_assert!(number(&is, "n_excerpts") <= number(&was, "n_excerpts"));
            prop_assert!(number(&is, "n_interviews") <= number(&was, "n_interviews"));
            let total = row(&before, &scenario, "");
            prop_assert!(number(&was, "n_interviews") <= number(&total, "n_interviews"));
            // I5 has no size: the groups miss at most that one interview
            let groups: usize = ["under10", "10to49", "50plus"]
                .iter()
                .map(|value| number(&was, &format!("n_interviews[{value}]")))
                .sum();
            prop_assert!((number(&was, "n_interviews") - groups) <= 1);
        }
    }
}

#[test]
fn same_study_same_table() {
    let bench = two_people();
    let code = Code {
        key: "D8.frein".into(),
        position: 9,
        ..Code::default()
    };
    let mut twice = two_people();
    twice.put(vec![(CodeId::new("zzz"), code).into()]);
    assert_eq!(
        bench.table("evidence", &Options::default()),
        bench.table("evidence", &Options::default())
    );
    let table = twice.table("codes", &Options::default());
    let codes: Vec<_> = table.rows.iter().map(|row| row.cells[0].clone()).collect();
    assert!(codes.contains(&Cell::text("D8.frein~2")), "{codes:?}");
}
