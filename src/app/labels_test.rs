//! Readers have labels where files have words.

use super::behind_test::table;
use super::test_support::Stage;
use crate::analysis::{Cell, ColumnType};
use crate::i18n::{Lang, Words};

/// Columns whose words are the program's or the study's, with how many cells of the sample have one at least.
const SPOKEN: [(&str, &str, usize); 7] = [
    ("coders", "unit", 100),
    ("coders", "coefficient", 100),
    ("criteria", "criterion_state", 9),
    ("evidence", "strata_covered", 20),
    ("hours", "of", 20),
    ("hours", "step", 20),
    ("hours", "source", 20),
];

#[test]
fn no_word_of_files_is_left_to_a_reader() {
    for lang in Lang::ALL {
        let stage = Stage::sample(lang);
        for (name, key, at_least) in SPOKEN {
            let table = table(&stage, name, None);
            let at = table.columns.iter().position(|c| c.key == key).unwrap();
            let column = &table.columns[at];
            assert_eq!(column.kind, ColumnType::Text);
            let mut met = 0;
            for row in &table.rows {
                let cell = &row.cells[at];
                let Cell::Text(word) = cell else { continue };
                let said = column.name_of(cell, Words::new(lang));
                let said = said.unwrap_or_else(|| panic!("{name} {key}: “{word}” has no label"));
                let of_files = said.contains('=') || said.contains("analysis-");
                assert!(!of_files && !said.is_empty(), "{name} {key}: “{said}”");
                met += 1;
            }
            assert!(met >= at_least, "{name} {key}: {met}");
        }
    }
}
