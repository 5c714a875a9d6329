//! The tables beside the evidence: each over a few answers and codings that a person can count.

use super::bench::{Bench, coded_note, ground};
use super::*;
use crate::study::guide::Guide;
use crate::study::id::*;
use crate::study::session::Answer;
use crate::study::settings::{Target, ValueField};
use crate::study::word::{AnswerState, Polarity};

const GUIDE: &str = r#"
schema = 1
[[section]]
key = "7"
[[section.question]]
key = "7.1"
kind = "rating"
[[section.question]]
key = "6.1"
kind = "count"
unit = "persons"
[[section.question]]
key = "2.4"
kind = "allocation"
[[section.question]]
key = "5.1"
kind = "list"
[[section.question]]
key = "3.1"
kind = "open"
codes = ["D8.levier"]
[[section.question]]
key = "4.1"
kind = "choice"
options = [ { key = "oui", label = "Oui, bientôt" }, { key = "non", label = "Non" } ]
"#;

/// Interview, question, scenario, part, state, value.
type Given = (
    &'static str,
    &'static str,
    &'static str,
    &'static str,
    AnswerState,
    &'static str,
);

fn with(answers: &[Given]) -> Bench {
    let mut bench = ground();
    let guide = Guide {
        number: 1,
        source: GUIDE.into(),
    };
    bench.put(vec![(GuideId::new("g"), guide).into()]);
    for (at, (session, question, scenario, part, state, value)) in answers.iter().enumerate() {
        let answer = Answer {
            session: SessionId::new(session),
            question: (*question).into(),
            scenario: (!scenario.is_empty()).then(|| ScenarioId::new(scenario)),
            part: (*part).into(),
            state: *state,
            value: (*value).into(),
            position: at as i64,
            ..Answer::default()
        };
        bench.put(vec![(AnswerId::new(&format!("a{at}")), answer).into()]);
    }
    bench
}

/// Rows as text, cells parted by a space; an empty cell is `·`.
fn lines(table: &Table) -> Vec<String> {
    let cell = |cell: &Cell| match cell {
        Cell::Empty => "·".to_owned(),
        Cell::Text(text) => text.clone(),
        Cell::Integer(n) => n.to_string(),
        Cell::Number(n) => n.to_string(),
        Cell::Share(share) => share.text(),
        Cell::Masked(n) => Cell::masked(*n),
        Cell::Said(message) => Cell::data_words(message),
    };
    table
        .rows
        .iter()
        .map(|row| {
            assert_eq!(row.cells.len(), table.columns.len());
            row.cells.iter().map(cell).collect::<Vec<_>>().join(" ")
        })
        .collect()
}

#[test]
fn adherence_is_what_was_rated() {
    use AnswerState::{Answered, NotAsked, Refused, Unknown};
    let bench = with(&[
        ("I1", "7.1", "S2", "", Answered, "5"),
        ("I2", "7.1", "S2", "", Answered, "2"),
        ("I3", "7.1", "S2", "", Refused, ""),
        ("I4", "7.1", "S2", "", Unknown, ""),
        ("I5", "7.1", "S2", "", NotAsked, ""),
        ("I1", "7.1", "S5", "", NotAsked, ""),
    ]);
    let table = bench.table("adherence", &Options::default());
    let keys: Vec<&str> = table.columns.iter().map(|c| c.key.as_str()).collect();
    assert_eq!(
        keys.join(" "),
        "scenario n_asked n_answered n_refused n_unknown n_1 n_2 n_3 n_4 n_5 median favourable favourable_low favourable_high"
    );
    let behind: Vec<String> = table
        .answers_of(2)
        .iter()
        .map(ToString::to_string)
        .collect();
    assert_eq!(behind, ["a0", "a1", "a2", "a3", "a4"]);
    let by = bench.table(
        "adherence",
        &Options {
            by: Some("size".into()),
            ..Options::default()
        },
    );
    assert_eq!(by.cell(2, "n_asked[under10]"), Some(&Cell::Integer(2)));
    assert_eq!(by.cell(2, "median[under10]"), Some(&Cell::Number(3.5)));
    assert_eq!(by.cell(2, "n_refused[10to49]"), Some(&Cell::Integer(1)));
    assert_eq!(by.cell(2, "median[10to49]"), Some(&Cell::Empty));
    let lines = lines(&table);
    assert_eq!(lines[2], "S2 4 2 1 1 0 1 0 0 1 3.5 1/2 9 91");
    assert_eq!(lines[5], "S5 0 0 0 0 0 0 0 0 0 · · · ·");
    assert_eq!(
        lines[0], "S0 · · · · · · · · · · · · ·",
        "nothing could be rated"
    );
}

#[test]
fn answers_tell_blank_from_zero() {
    use AnswerState::{Answered, Partial, Refused};
    let bench = with(&[
        ("I1", "6.1", "", "", Answered, "~3"),
        ("I2", "6.1", "", "", Answered, "0"),
        ("I3", "6.1", "", "", Partial, "3-5"),
        ("I4", "6.1", "", "", Refused, ""),
    ]);
    let lines = lines(&bench.table("answers", &Options::default()));
    assert_eq!(lines[1], "6.1 4 2 1 0 0 1 0 3 1.5 1.5");
    assert_eq!(lines[4], "3.1 0 0 0 0 0 0 0 · · ·");
}

#[test]
fn choices_are_shares_of_those_who_answered() {
    use AnswerState::{Answered, Refused};
    let bench = with(&[
        ("I1", "4.1", "", "", Answered, "oui"),
        ("I2", "4.1", "", "", Answered, "OUI, BIENTOT"),
        ("I3", "4.1", "", "", Answered, "non;peut-être"),
        ("I4", "4.1", "", "", Refused, ""),
    ]);
    let table = bench.table("choice", &Options::default());
    assert_eq!(
        lines(&table),
        [
            "4.1 oui Oui, bientôt 2 3 2/3 21 94",
            "4.1 non Non 1 3 1/3 6 79",
            "4.1 peut-être peut-être 1 3 1/3 6 79"
        ]
    );
    assert_eq!(table.answers_of(2), [AnswerId::new("a2")]);
}

#[test]
fn hours_are_typed_or_measured_and_told_in_days() {
    use crate::study::session::SessionField;
    use crate::study::word::SessionState;
    let mut bench = ground();
    let at = |text: &str| Some(text.parse().unwrap());
    let set = |key: &str, field| (SessionId::new(key), field).into();
    bench.put(vec![
        set("I1", SessionField::State(SessionState::Done)),
        set("I1", SessionField::PlannedMinutes(Some(45))),
        set("I1", SessionField::StartedAt(at("2026-03-12T09:00:00Z"))),
        set("I1", SessionField::EndedAt(at("2026-03-12T09:52:20Z"))),
        set("I1", SessionField::Spent("coding".into(), Some(210))),
        set("I2", SessionField::State(SessionState::Refused)),
        set("I2", SessionField::PlannedMinutes(Some(45))),
        set("I3", SessionField::Minutes(Some(60))),
    ]);
    let lines = lines(&bench.table("hours", &Options::default()));
    assert_eq!(
        &lines[..5],
        [
            "step · preparing 0 · · · · ·",
            "step · call 2 105 52 0.25 0.12 measured",
            "step · notes 0 · · · · ·",
            "step · coding 1 · 210 · 0.5 typed",
            "step · · 2 105 262 0.25 0.62 typed+measured"
        ]
    );
    assert!(
        lines.contains(&"interview I1 coding 1 · 210 · 0.5 typed".to_owned()),
        "{lines:?}"
    );
    assert!(!lines.iter().any(|line| line.starts_with("interview I2")));
}

#[test]
fn a_table_over_a_question_that_changed_says_so() {
    use crate::study::session::SessionField;
    use AnswerState::Answered;
    let mut bench = with(&[
        ("I1", "6.1", "", "", Answered, "0"),
        ("I2", "6.1", "", "", Answered, "1"),
    ]);
    let rule = |bench: &Bench, name| bench.table(name, &Options::default()).rule;
    let before = rule(&bench, "answers");
    let number = 2;
    let source = GUIDE.replace("persons", "places");
    bench.put(vec![(GuideId::new("g2"), Guide { number, source }).into()]);
    assert_eq!(
        rule(&bench, "answers"),
        before,
        "all were held with one version"
    );
    let held = SessionField::GuideVersion(Some(1));
    bench.put(vec![(SessionId::new("I1"), held).into()]);
    let said = crate::i18n::Words::new(crate::i18n::Lang::En).say(&rule(&bench, "answers"));
    let told =
        "between versions 1, 2 of the guide, and their answers are put together here: 6.1 (unit).";
    assert!(said.ends_with(told), "{said}");
    assert_eq!(rule(&bench, "mentions").key, "analysis-rule-mentions");
}

#[test]
fn totals_are_weighted_by_the_universe_of_each_stratum() {
    use AnswerState::Answered;
    let mut bench = with(&[
        ("I1", "6.1", "", "", Answered, "0"),
        ("I2", "6.1", "", "", Answered, "1"),
        ("I3", "6.1", "", "", Answered, "2"),
        ("I4", "6.1", "", "", Answered, "6"),
    ]);
    let totals = |bench: &Bench| lines(&bench.table("totals", &Options::default()));
    assert_eq!(totals(&bench), [""; 0], "no attribute has universes");
    for (value, n) in [("under10", 3000), ("10to49", 1150), ("50plus", 150)] {
        bench.put(vec![
            (ValueId::new(value), ValueField::Universe(Some(n))).into(),
        ]);
    }
    let lines = totals(&bench);
    assert_eq!(lines.len(), 4);
    assert!(
        lines[0].starts_with("6.1 persons size under10 3000 2 0.5 0.5 1500 "),
        "{lines:?}"
    );
    assert_eq!(
        lines[1],
        "6.1 persons size 10to49 1150 1 2 · 2300 · variance not estimable"
    );
    assert!(
        lines[3].starts_with("6.1 persons size · 4300 4 "),
        "{lines:?}"
    );
    assert!(
        lines[3].ends_with(" · 4700 · variance not estimable"),
        "{lines:?}"
    );
}

#[test]
fn shares_and_mentions_are_counted_by_interview() {
    use AnswerState::Answered;
    let bench = with(&[
        ("I1", "2.4", "", "dossiers", Answered, "60"),
        ("I1", "2.4", "", "accueil", Answered, "40"),
        ("I2", "2.4", "", "dossiers", Answered, "20"),
        ("I1", "5.1", "", "1.nom", Answered, "Secrétaire assistant"),
        ("I1", "5.1", "", "2.nom", Answered, "secretaire ASSISTANT"),
        ("I2", "5.1", "", "1.nom", Answered, "Secrétaire assistant"),
        ("I2", "5.1", "", "2.nom", Answered, "CléA"),
    ]);
    assert_eq!(
        lines(&bench.table("allocation", &Options::default())),
        ["2.4 dossiers 1 1 60 60 60", "2.4 accueil 1 1 40 40 40"]
    );
    assert_eq!(
        lines(&bench.table("mentions", &Options::default())),
        [
            "5.1 nom Secrétaire assistant 3 2 2 2/2 34 100",
            "5.1 nom CléA 1 1 2 1/2 9 91"
        ]
    );
}

#[test]
fn the_sample_says_what_is_still_missing() {
    let mut bench = ground();
    let target = Target {
        n: 3,
        conditions: [("size".to_owned(), "under10".to_owned())].into(),
        ..Target::default()
    };
    bench.put(vec![(TargetId::new("t"), target).into()]);
    bench.note("I1", "n", "Bonjour");
    let lines = lines(&bench.table("sample", &Options::default()));
    assert_eq!(
        lines,
        [
            "size=under10 3 1 1 1 · 0 0 0 short",
            "size=10to49 · 0 1 · · 0 0 0 ·",
            "size=50plus · 0 1 · · 0 0 0 ·"
        ]
    );
}

#[test]
fn codes_meet_on_a_passage_and_in_an_interview() {
    let mut bench = ground();
    coded_note(
        &mut bench,
        "1",
        "I1",
        "D8.levier",
        ("S2", Polarity::Supports),
        3,
    );
    let passage = crate::study::coding::Passage::Note(NoteId::new("1"));
    bench.coding("x", passage, "D8.frein", &[], None);
    coded_note(
        &mut bench,
        "2",
        "I1",
        "D6.valeur_ajoutee",
        ("S2", Polarity::Supports),
        3,
    );
    coded_note(
        &mut bench,
        "3",
        "I2",
        "D8.levier",
        ("S2", Polarity::Supports),
        3,
    );
    assert_eq!(
        lines(&bench.table("cooccurrence", &Options::default())),
        [
            "D6.valeur_ajoutee D8.frein 0 1 0",
            "D6.valeur_ajoutee D8.levier 0 1 0",
            "D8.frein D8.levier 1 1 1"
        ]
    );
    let matrix = bench.table("matrix", &Options::default());
    assert_eq!(matrix.columns.len(), 3);
    assert_eq!(
        lines(&matrix),
        ["D6.valeur_ajoutee 1 0", "D8.frein 1 0", "D8.levier 1 1"]
    );
}

#[test]
fn a_competence_is_common_where_every_stratum_cites_it() {
    let mut bench = ground();
    for at in 0..3 {
        for (value, letter) in [("under10", 'a'), ("10to49", 'b'), ("50plus", 'c')] {
            let key = format!("{letter}{at}");
            bench.session(&key);
            bench.participant(&format!("P-{key}"), &key, "hr", value, "");
            bench.note(&key, &format!("n-{key}"), "Bonjour");
            if at < 2 {
                coded_note(
                    &mut bench,
                    &format!("l-{key}"),
                    &key,
                    "D8.levier",
                    ("S2", Polarity::Supports),
                    2,
                );
            }
            if letter == 'a' {
                coded_note(
                    &mut bench,
                    &format!("f-{key}"),
                    &key,
                    "D8.frein",
                    ("S2", Polarity::Supports),
                    4,
                );
            }
            // too weak to be a citation
            coded_note(
                &mut bench,
                &format!("v-{key}"),
                &key,
                "D6.valeur_ajoutee",
                ("S2", Polarity::Supports),
                1,
            );
        }
    }
    assert_eq!(
        lines(&bench.table("common", &Options::default())),
        [
            "D6.valeur_ajoutee intermediate 0 3 0 3 0 3",
            "D8.frein specific 3 3 0 3 0 3",
            "D8.levier common 2 3 2 3 2 3"
        ]
    );
}

#[test]
fn a_matrix_counts_says_whether_or_goes_by_stratum_and_is_sorted_as_asked() {
    let mut bench = ground();
    for (id, interview, code) in [
        ("1", "I1", "D8.levier"),
        ("2", "I1", "D8.levier"),
        ("3", "I3", "D8.levier"),
        ("4", "I4", "D8.frein"),
    ] {
        coded_note(
            &mut bench,
            id,
            interview,
            code,
            ("S2", Polarity::Supports),
            2,
        );
    }
    let with = |options: Options| lines(&bench.table("matrix", &options));
    let sorted = |column: &str, greatest_first| Options {
        sort: Some((column.into(), greatest_first)),
        ..Options::default()
    };
    assert_eq!(
        with(sorted("I1", true)),
        [
            "D8.levier 2 1 0",
            "D6.valeur_ajoutee 0 0 0",
            "D8.frein 0 0 1"
        ]
    );
    let whether = Options {
        presence: true,
        ..Options::default()
    };
    assert_eq!(with(whether)[2], "D8.levier 1 1 0");
    let by = Options {
        by: Some("size".into()),
        ..Options::default()
    };
    assert_eq!(with(by)[2], "D8.levier 1 2 1 1 0 0");
    let unknown = run_named(&bench, "matrix", &sorted("I9", false));
    assert!(matches!(
        unknown,
        Err(TableError::Unknown { what: "column", .. })
    ));
}

fn run_named(bench: &Bench, name: &str, options: &Options) -> Result<Table, TableError> {
    let context = Context {
        texts: &bench.texts,
        turns: &TurnCache::default(),
        head: String::new(),
        date: None,
        language: Lang::Fr,
    };
    run(name, &bench.study, &context, options)
}

#[test]
fn saturation_counts_new_codes_in_the_stated_order() {
    let mut bench = ground();
    for (id, interview, code) in [
        ("1", "I1", "D8.levier"),
        ("2", "I2", "D8.levier"),
        ("3", "I2", "D8.frein"),
        ("4", "I3", "D8.frein"),
    ] {
        coded_note(
            &mut bench,
            id,
            interview,
            code,
            ("S2", Polarity::Supports),
            2,
        );
    }
    let series = |bench: &Bench| lines(&bench.table("saturation", &Options::default()));
    assert_eq!(
        series(&bench),
        [
            "1 I1 1 1 1 1 1 2 ·",
            "2 I2 2 1 2 2 2 2 ·",
            "3 I3 1 0 2 2 2 2 ·"
        ]
    );
    for (at, key) in ["I3", "I1", "I2"].into_iter().enumerate() {
        let began = Timestamp::from_second(at as i64 * 3600).unwrap();
        let field = crate::study::session::SessionField::StartedAt(Some(began));
        bench.put(vec![(SessionId::new(key), field).into()]);
    }
    let order: Vec<String> = series(&bench)
        .iter()
        .map(|line| line.chars().take(8).collect())
        .collect();
    assert_eq!(order, ["1 I3 1 1", "2 I1 1 1", "3 I2 2 0"]);
    let runs = lines(&bench.table("saturation-runs", &Options::default()));
    assert_eq!(runs.len(), 12);
    assert_eq!(runs[0], "4 2 5% n/a · 3 · fewer than 6 interviews");
}

/// Ids one after the other.
struct Counter(u128);

impl Mint for Counter {
    fn id(&mut self) -> uuid::Uuid {
        self.0 += 1;
        uuid::Uuid::from_u128(self.0)
    }

    fn random(&mut self) -> uuid::Uuid {
        self.id()
    }

    fn now(&self) -> Timestamp {
        Timestamp::UNIX_EPOCH
    }
}

#[test]
fn a_summary_is_stale_once_its_passages_changed() {
    use crate::study::edit;
    let mut bench = ground();
    let supports = ("S2", Polarity::Supports);
    coded_note(&mut bench, "1", "I1", "D8.levier", supports, 2);
    let (session, code) = (SessionId::new("I1"), CodeId::new("D8.levier"));
    let row = |bench: &Bench| lines(&bench.table("framework", &Options::default())).swap_remove(0);
    assert!(row(&bench).ends_with(" · passages 1"), "{}", row(&bench));
    let mut mint = Counter(0);
    let set = |bench: &mut Bench, mint: &mut dyn Mint| {
        let changes =
            edit::set_summary(&bench.study, mint, &session, &code, "Va vite", "am").unwrap();
        let n = changes.len();
        bench.put(changes);
        n
    };
    set(&mut bench, &mut mint);
    assert!(
        row(&bench).ends_with(" Va vite filled 1"),
        "{}",
        row(&bench)
    );
    coded_note(&mut bench, "2", "I1", "D8.levier", supports, 2);
    assert!(row(&bench).ends_with(" Va vite stale 2"), "{}", row(&bench));
    assert!(
        set(&mut bench, &mut mint) > 0,
        "the same words over other passages"
    );
    assert!(
        row(&bench).ends_with(" Va vite filled 2"),
        "{}",
        row(&bench)
    );
    assert_eq!(set(&mut bench, &mut mint), 0);
    let changes = edit::remove_summary(&bench.study, &session, &code).unwrap();
    bench.put(changes);
    assert!(row(&bench).ends_with(" · passages 2"), "{}", row(&bench));
}

#[test]
fn coders_are_compared_over_what_both_coded() {
    let mut bench = ground();
    bench.transcript(
        Some("I1"),
        "t",
        &[
            ("", "Oui, souvent."),
            ("", "Non, jamais."),
            ("", "Peut-être."),
            ("", "Voilà."),
        ],
    );
    let mut n = 0;
    let mut put = |bench: &mut Bench, coder: &str, quote: &str, code: &str| {
        n += 1;
        let id = format!("k{n}");
        let passage = bench.passage("t-v1", quote);
        bench.coding(&id, passage, code, &[("S2", Polarity::Supports)], None);
        let coder = crate::study::coding::CodingField::Coder(coder.into());
        bench.put(vec![(CodingId::new(&id), coder).into()]);
    };
    put(&mut bench, "ana", "Oui, souvent.", "D8.levier");
    put(&mut bench, "bob", "Oui, souvent.", "D8.levier");
    put(&mut bench, "ana", "Non, jamais.", "D8.levier");
    put(&mut bench, "bob", "jamais.", "D8.levier");
    put(&mut bench, "ana", "Peut-être.", "D8.frein");
    put(&mut bench, "bob", "Peut-être.", "D8.levier");
    put(&mut bench, "ana", "Voilà.", "D8.frein");
    let table = bench.table("coders", &Options::default());
    let value = |code: &str, unit: &str, coefficient: &str| {
        let start = format!(
            "{} {unit} {coefficient} ",
            if code.is_empty() { "·" } else { code }
        );
        let line = lines(&table)
            .into_iter()
            .find(|l| l.starts_with(&start))
            .unwrap();
        line[start.len()..].to_owned()
    };
    // levier by turn: ana 1 1 0 0, bob 1 1 1 0
    assert_eq!(value("D8.levier", "turn", "cohen-kappa"), "0.5 4 · 3 1");
    assert_eq!(value("D8.frein", "turn", "cohen-kappa"), "0 4 · 2 2");
    // segments of levier: one alike, one of 7 in 12 characters, one of bob's alone
    assert_eq!(
        value("D8.levier", "segment", "segment-agreement"),
        "0.25 4 · 4 0"
    );
    assert_eq!(value("D8.frein", "segment", "holsti"), "0 2 · 2 0");
    let loose = Options {
        overlap: Some(50),
        unit: Some(Unit::Segment),
        ..Options::default()
    };
    let loose = lines(&bench.table("coders", &loose));
    assert!(
        loose
            .iter()
            .any(|l| l.starts_with("D8.levier segment segment-agreement 0.6666"))
    );
    let context = Context {
        texts: &bench.texts,
        turns: &TurnCache::default(),
        head: String::new(),
        date: None,
        language: Lang::Fr,
    };
    let keys = Keys::of(&bench.study);
    let counted = Counted::of(&bench.study, &keys, &context);
    let compared = coders::compare(&counted, &context, &Options::default(), "ana", "bob").unwrap();
    let kinds: Vec<&str> = compared.rows.iter().map(|row| row.kind.as_str()).collect();
    assert_eq!(kinds, ["ends-differ", "code-differs", "only-one"]);
    assert_eq!((compared.same, compared.n_texts), (1, 1));
    let one = Options {
        coder: Some("ana".into()),
        ..Options::default()
    };
    let alone = lines(&bench.table("coders", &one));
    assert!(alone.iter().all(|line| line.contains(" n/a ")), "{alone:?}");
}

#[test]
fn every_table_says_its_rule_and_its_columns_in_both_languages() {
    let bench = ground();
    for name in names() {
        let table = bench.table(name, &Options::default());
        for lang in Lang::ALL {
            let words = crate::i18n::Words::new(lang);
            let rule = words.say(&table.rule);
            assert!(
                rule.ends_with('.') && !rule.contains("analysis-"),
                "{name}: {rule}"
            );
            for column in &table.columns {
                for said in [column.label.say(words), words.say(&column.description)] {
                    assert!(
                        !said.is_empty() && !said.contains("analysis-"),
                        "{name}: {said}"
                    );
                }
            }
        }
    }
}
