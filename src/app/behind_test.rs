//! Behind every figure of a table of answers are its own answers, not all of its row.

use super::test_support::Stage;
use crate::analysis::{Cell, Context, Counted, Keys, Options, Table, TurnCache, run_on};
use crate::i18n::Lang;
use crate::study::Study;
use std::collections::BTreeSet;

/// A table of the study that is open.
pub(super) fn table(stage: &Stage, name: &str, by: Option<&str>) -> Table {
    let work = stage.app.work.as_ref().unwrap();
    let context = Context {
        texts: &*work.texts(),
        turns: &TurnCache::default(),
        head: String::new(),
        date: None,
        language: stage.app.words.lang(),
    };
    let keys = Keys::of(work.study());
    let counted = Counted::of(work.study(), &keys, &context);
    let options = Options {
        by: by.map(str::to_owned),
        ..Options::default()
    };
    run_on(name, &counted, &context, &options).unwrap()
}

/// Interviews that gave the answers behind a cell.
fn interviews(study: &Study, table: &Table, row: usize, column: usize) -> usize {
    let answers = table.answers_at(row, column).iter();
    let sessions: BTreeSet<_> = answers
        .map(|id| &study.records.answers.get(id).unwrap().session)
        .collect();
    sessions.len()
}

#[test]
fn a_count_of_interviews_is_that_of_the_answers_behind_it() {
    let stage = Stage::sample(Lang::Fr);
    let study = stage.study();
    for (name, by) in [
        ("answers", None),
        ("adherence", None),
        ("adherence", Some("size")),
        ("choice", None),
        ("choice", Some("size")),
        ("allocation", None),
        ("allocation", Some("size")),
        ("mentions", None),
        ("totals", None),
    ] {
        let table = table(&stage, name, by);
        let mut met = 0;
        for (row, own) in table.rows.iter().enumerate() {
            for (at, (cell, column)) in own.cells.iter().zip(&table.columns).enumerate() {
                let Cell::Integer(n) = cell else { continue };
                if column.unit != "interviews" {
                    continue;
                }
                // of a part that nobody named in a whole, the whole counts all the same
                let named = interviews(study, &table, row, at) as i64;
                if name == "allocation" {
                    assert!(named <= *n, "{name} {row} {}", column.key);
                } else {
                    assert_eq!(named, *n, "{name} {row} {}", column.key);
                }
                met += named;
            }
        }
        assert!(met > 10, "{name}: {met}");
    }
}

#[test]
fn a_mean_has_the_answers_that_it_is_made_of() {
    let stage = Stage::sample(Lang::Fr);
    let table = table(&stage, "answers", None);
    let at = |key: &str| table.columns.iter().position(|c| c.key == key).unwrap();
    let row = (0..table.rows.len())
        .find(|row| table.cell(*row, "question") == Some(&Cell::Text("6.2".into())))
        .unwrap();
    let values = |column: &str| -> Vec<&str> {
        let answers = table.answers_at(row, at(column)).iter();
        answers
            .map(|id| stage.study().records.answers[id].value.as_str())
            .collect()
    };
    // a range is answered, and in no sum
    assert!(values("n_answered").contains(&"4-5"));
    assert!(!values("mean").contains(&"4-5"));
    assert!(table.answers_of(row).len() > values("n_answered").len());
}
