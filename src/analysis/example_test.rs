//! The worked example of the counting rules: five interviews, nine codings, three scenarios with evidence.

use super::bench::{Bench, Numbers, coded_note, ground, row};
use super::*;
use crate::study::id::ParticipantId;
use crate::study::people::ParticipantField;
use crate::study::settings::SettingsField;
use crate::study::word::{Consent, Polarity};

/// The worked example, with one note a coding.
fn example() -> Bench {
    use Polarity::{Contradicts, Mixed, Supports};
    let mut bench = ground();
    for (at, (interview, code, scenario, polarity, strength)) in [
        ("I1", "D8.levier", "S2", Supports, 3),
        ("I1", "D8.levier", "S2", Supports, 2),
        ("I2", "D8.frein", "S2", Contradicts, 3),
        ("I3", "D8.levier", "S2", Supports, 1),
        ("I4", "D8.frein", "S1", Contradicts, 2),
        ("I4", "D8.levier", "S2", Mixed, 2),
        ("I2", "D8.levier", "S1", Supports, 2),
        ("I5", "D6.valeur_ajoutee", "S5", Supports, 4),
        ("I1", "D8.frein", "S5", Contradicts, 3),
    ]
    .into_iter()
    .enumerate()
    {
        coded_note(
            &mut bench,
            &format!("n{at}"),
            interview,
            code,
            (scenario, polarity),
            strength,
        );
    }
    bench
}

/// Excerpts (all, +, −, ~), interviews, supporting, contradicting, mixed, maxima.
fn figures(numbers: &Numbers) -> [&str; 10] {
    [
        "n_excerpts",
        "n_supporting_excerpts",
        "n_contradicting_excerpts",
        "n_mixed_excerpts",
        "n_interviews",
        "n_supporting",
        "n_contradicting",
        "n_mixed",
        "max_strength_supporting",
        "max_strength_contradicting",
    ]
    .map(|key| numbers[key].as_str())
}

fn withdraw(bench: &mut Bench, participant: &str) {
    let consent = ParticipantField::Consent(Consent::Withdrawn);
    bench.put(vec![(ParticipantId::new(participant), consent).into()]);
}

#[test]
fn the_table_of_the_example() {
    let bench = example();
    let table = bench.table("evidence", &Options::default());
    let figures = |scenario, code| {
        let numbers = row(&table, scenario, code);
        figures(&numbers).map(str::to_owned)
    };
    assert_eq!(
        figures("S1", ""),
        ["2", "1", "1", "0", "2", "1", "1", "0", "2", "2"]
    );
    assert_eq!(
        figures("S2", ""),
        ["5", "3", "1", "1", "4", "2", "1", "1", "3", "3"]
    );
    assert_eq!(
        figures("S5", ""),
        ["2", "1", "1", "0", "2", "1", "1", "0", "4", "3"]
    );
    for scenario in ["S0", "S3", "S4"] {
        assert_eq!(
            figures(scenario, ""),
            ["0", "0", "0", "0", "0", "0", "0", "0", "", ""]
        );
    }
    assert_eq!(
        figures("S2", "D8.levier"),
        ["4", "3", "0", "1", "3", "2", "0", "1", "3", ""]
    );
    assert_eq!(
        row(&table, "S2", "")["strata_covered"],
        "size=under10;size=10to49;size=50plus"
    );
    assert_eq!(
        row(&table, "S2", "")["n_asked"],
        "",
        "nobody was asked anything"
    );
    let keys: Vec<String> = table
        .rows
        .iter()
        .map(|row| format!("{:?} {:?}", row.cells[0], row.cells[1]))
        .collect();
    assert_eq!(keys.len(), 6 * 4);
    assert_eq!(keys[0], "Text(\"S0\") Empty", "the total comes first");
    assert_eq!((table.n_interviews, table.n_withdrawn), (5, 0));
    let passages: Vec<String> = table.rows[2 * 4]
        .passages
        .iter()
        .map(ToString::to_string)
        .collect();
    assert_eq!(passages, ["c-n0", "c-n1", "c-n2", "c-n3", "c-n5"]);
}

#[test]
fn after_a_withdrawal_the_interview_is_gone_and_said() {
    let mut bench = example();
    withdraw(&mut bench, "P-I3");
    let table = bench.table("evidence", &Options::default());
    let s2 = row(&table, "S2", "");
    assert_eq!(
        figures(&s2),
        ["4", "2", "1", "1", "3", "1", "1", "1", "3", "3"]
    );
    assert_eq!(s2["strata_covered"], "size=under10;size=50plus");
    assert_eq!((table.n_interviews, table.n_withdrawn), (4, 1));
    assert!(!format!("{table:?}").contains("c-n3"));
    bench.put(vec![
        (Study::settings_id(), SettingsField::Withdrawn(2)).into(),
    ]);
    assert_eq!(
        bench.table("codes", &Options::default()).n_withdrawn,
        3,
        "those that are no longer held are said too"
    );
}

#[test]
fn an_interview_for_and_against_is_mixed() {
    let mut bench = example();
    coded_note(
        &mut bench,
        "conflict",
        "I1",
        "D8.levier",
        ("S2", Polarity::Contradicts),
        1,
    );
    let s2 = bench.row("S2", "", &Options::default());
    assert_eq!(
        (s2["n_supporting"].as_str(), s2["n_mixed"].as_str()),
        ("1", "2")
    );
    assert_eq!(s2["n_interviews"], "4");
}
