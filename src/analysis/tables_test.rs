//! The tables beside the evidence: each over a few answers that a person can count.

use super::bench::{Bench, answered, ground, lines};
use super::*;
use crate::study::guide::Guide;
use crate::study::id::*;
use crate::study::settings::{Target, ValueField};
use crate::study::word::AnswerState;

#[test]
fn adherence_is_what_was_rated() {
    use AnswerState::{Answered, NotAsked, Refused, Unknown};
    let bench = answered(&[
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
    let bench = answered(&[
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
    let bench = answered(&[
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
    let mut bench = answered(&[
        ("I1", "6.1", "", "", Answered, "0"),
        ("I2", "6.1", "", "", Answered, "1"),
    ]);
    let rule = |bench: &Bench, name| bench.table(name, &Options::default()).rule;
    let before = rule(&bench, "answers");
    let number = 2;
    let source = super::bench::GUIDE.replace("persons", "places");
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
    let mut bench = answered(&[
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
    let bench = answered(&[
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
