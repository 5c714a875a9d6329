//! What moved between two states, in the words of readers: labels for values of attributes, numbers as they are written.

use super::shown_cell;
use crate::analysis::milestones::{Account, Moved};
use crate::i18n::Words;
use crate::message;

/// Lines named at most, where several are told at once.
const NAMED: usize = 3;

impl Moved {
    /// What its row is of, as a reader calls it; “Total” for a row of nothing else.
    pub fn row_words(&self, words: Words) -> String {
        let parts = self
            .of
            .iter()
            .map(|(column, cell)| shown_cell(column, cell, words));
        let mut parts: Vec<String> = parts.filter(|part| !part.is_empty()).collect();
        // an interview and its only document are called the same
        parts.dedup();
        if parts.is_empty() {
            return words.get("export-moved-total");
        }
        parts.join(" · ")
    }

    /// `3 → 4`, as the tables show both.
    pub fn values(&self, words: Words) -> String {
        let [before, after] = self.cells.each_ref().map(|cell| {
            let shown = cell
                .as_ref()
                .map(|cell| shown_cell(&self.column, cell, words));
            shown
                .filter(|shown| !shown.is_empty())
                .unwrap_or_else(|| "–".to_owned())
        });
        format!("{before} → {after}")
    }
}

impl Account<'_> {
    /// How many figures moved, those that follow from others among them; nothing where only lines came or went.
    pub fn figures_words(&self, words: Words) -> String {
        let said = message!(
            "export-moved-figures",
            n = self.figures.len() + self.follow,
            follow = self.follow
        );
        words.say(&said)
    }

    /// “4 new lines: E01, E02, E03…”; `None` where there is none.
    pub fn new_words(&self, words: Words) -> Option<(String, String)> {
        lines("export-moved-new", &self.new, words)
    }

    /// The same of the lines that are gone.
    pub fn gone_words(&self, words: Words) -> Option<(String, String)> {
        lines("export-moved-gone", &self.gone, words)
    }
}

/// How many there are, and the first ones by name.
fn lines(key: &'static str, all: &[&Moved], words: Words) -> Option<(String, String)> {
    if all.is_empty() {
        return None;
    }
    let named: Vec<String> = all
        .iter()
        .take(NAMED)
        .map(|moved| moved.row_words(words))
        .collect();
    let more = if all.len() > NAMED { "…" } else { "" };
    let said = words.say(&message!(key, n = all.len()));
    Some((said, named.join(", ") + more))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::milestones::{Value, Why};
    use crate::analysis::{Cell, Column};
    use crate::i18n::Lang;
    use std::sync::Arc;

    #[test]
    fn readers_have_labels_where_files_have_words() {
        let target = Column::text("target").named([("size=10to49".to_owned(), "10–49".to_owned())]);
        let state = Column::text("state").called("analysis-sample", ["full", "short"]);
        let cell = |word: &str| Some(Cell::text(word));
        let moved = Moved {
            table: "sample",
            row: "size=10to49".to_owned(),
            scenario: String::new(),
            code: String::new(),
            figure: "state".to_owned(),
            before: Some(Value::Words("short".to_owned())),
            after: Some(Value::Words("full".to_owned())),
            why: Why::default(),
            column: Arc::new(state),
            of: vec![(Arc::new(target), Cell::text("size=10to49"))],
            cells: [cell("short"), cell("full")],
            lines: [Some(0), Some(0)],
        };
        for lang in [Lang::Fr, Lang::En] {
            let words = Words::new(lang);
            assert_eq!(moved.row_words(words), "10–49");
            let name = |word: &str| words.get(&format!("analysis-sample-{word}"));
            let wanted = format!("{} → {}", name("short"), name("full"));
            assert_eq!(moved.values(words), wanted);
            assert!(!wanted.contains("analysis"), "{wanted}");
        }
        let json = serde_json::to_value(&moved).unwrap();
        assert_eq!(json["row"], "size=10to49");
        assert_eq!(
            (&json["before"], &json["after"]),
            (&"short".into(), &"full".into())
        );
        assert_eq!(json.as_object().unwrap().len(), 8);
    }
}
