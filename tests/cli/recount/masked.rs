//! What a commission sees is tried to be found out, from the files and the figures it is shown.

use super::{Row, made};
use crate::files::rows;
use crate::home::Home;

/// What a commission sees is tried to be found out: from the total and the values that are shown, the one that is not.
#[test]
fn what_is_masked_for_a_commission_cannot_be_computed_back() {
    let mut hidden = 0;
    for seed in 1..=12 {
        let home = Home::new();
        made::study(&home, seed);
        home.fails(65, &["table", "codes", "--commission"]);
        home.ok(&["study", "set", "mask-under", "3"]);
        // no bench, no role: strata alone
        home.fails(2, &["table", "codes", "--commission", "--by", "role"]);
        home.fails(2, &["table", "codes", "--commission", "--coder", "am"]);
        for name in ["codes", "evidence"] {
            let whole = rows(&home.ok(&["table", name, "--by", "size", "--format", "csv"]));
            let arguments = [
                "table",
                name,
                "--by",
                "size",
                "--commission",
                "--format",
                "csv",
            ];
            let shown = rows(&home.ok(&arguments));
            for row in &shown {
                let same = |one: &&Row| {
                    let key = |row: &Row, key: &str| row.get(key).cloned().unwrap_or_default();
                    key(one, "code") == key(row, "code")
                        && key(one, "scenario") == key(row, "scenario")
                };
                let truth = whole.iter().find(same).unwrap();
                hidden += attack(row, truth);
            }
            for row in whole
                .iter()
                .filter(|row| ["1", "2"].contains(&row["n_interviews"].as_str()))
            {
                let key = |row: &Row| (row.get("scenario").cloned(), row["code"].clone());
                assert!(shown.iter().all(|one| key(one) != key(row)), "{row:?}");
            }
        }
        for name in home.ok(&["table"]).lines() {
            let shown = home.ok(&["table", name, "--commission", "--format", "json"]);
            let shown: serde_json::Value = serde_json::from_str(&shown).unwrap();
            let rule = shown["rule"].as_str().unwrap();
            assert!(rule.contains("For a commission"), "{name}: {rule}");
            for row in shown["rows"].as_array().unwrap() {
                assert_eq!(row["passages"], serde_json::json!([]), "{name}");
            }
        }
    }
    assert!(hidden > 10, "{hidden}");
}

/// How many cells were hidden; none of them follows from the others.
fn attack(row: &Row, truth: &Row) -> usize {
    let groups: Vec<(&String, &String)> = row
        .iter()
        .filter(|(column, _)| column.starts_with("n_interviews["))
        .collect();
    let known = |text: &str| text.parse::<usize>().ok();
    for (column, text) in &groups {
        // nobody is counted by one or two
        assert!(!["1", "2"].contains(&text.as_str()), "{column}: {row:?}");
        // what is shown is true
        assert!(
            known(text).is_none_or(|n| truth[*column] == n.to_string()),
            "{column}"
        );
    }
    let masked: Vec<&String> = groups
        .iter()
        .filter(|(_, text)| known(text).is_none())
        .map(|(column, _)| *column)
        .collect();
    let total = known(&row["n_interviews"]).unwrap();
    let shown: usize = groups.iter().filter_map(|(_, text)| known(text)).sum();
    let real: usize = masked
        .iter()
        .map(|column| truth[*column].parse::<usize>().unwrap())
        .sum();
    // where everybody is in one group or another, the hidden ones together are the rest: alone, one would be known
    if !masked.is_empty() && shown + real == total {
        assert!(masked.len() > 1 && real >= 3, "{masked:?} of {row:?}");
    }
    masked.len()
}
