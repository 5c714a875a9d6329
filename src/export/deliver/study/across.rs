//! What goes across the scenarios: what is common, what is counted, criterion by criterion, what nobody said.

use super::{Made, mark};
use crate::analysis::Cell;
use crate::message;

impl Made<'_, '_, '_> {
    pub(super) fn common(&mut self) {
        self.heading(1, "export-study-common");
        self.own("common", "export-study-own");
        let facts = self.facts;
        let Some(table) = facts.table("common") else {
            return;
        };
        let is = |row: usize, verdict: &str| {
            let said = facts.cell_key("common", row, "verdict");
            said.as_deref() == Some(verdict)
        };
        for verdict in ["common", "specific", "intermediate", "not concluded"] {
            let rows: Vec<usize> = (0..table.rows.len())
                .filter(|row| is(*row, verdict))
                .collect();
            if rows.is_empty() {
                continue;
            }
            let labels: Vec<String> = rows.iter().map(|row| facts.code_label(*row)).collect();
            let line = message!(
                "export-study-verdict",
                verdict = verdict,
                n = rows.len(),
                codes = labels.join(" · ")
            );
            self.point(&line);
        }
        self.rule(table);
    }

    pub(super) fn counts(&mut self) {
        let facts = self.facts;
        let rows = |name: &str, key: &str| -> Vec<usize> {
            let Some(table) = facts.table(name) else {
                return Vec::new();
            };
            (0..table.rows.len())
                .filter(|row| !matches!(table.cell(*row, key), None | Some(Cell::Empty)))
                .collect()
        };
        let counted = rows("answers", "sum");
        let totals = rows("totals", "question");
        if counted.is_empty() && totals.is_empty() {
            return;
        }
        self.heading(1, "export-study-counts");
        let columns = [
            "question",
            "n_asked",
            "n_answered",
            "n_refused",
            "n_unknown",
            "sum",
            "median",
        ];
        self.grid("answers", &columns.map(str::to_owned), &counted);
        self.name_questions();
        self.rule_of("answers");
        if !totals.is_empty() {
            self.totals(&totals);
            self.rule_of("totals");
        }
    }

    /// What the answers come to in the whole population, question by question, its strata below one another: each with
    /// the attribute that it was weighted by.
    fn totals(&mut self, rows: &[usize]) {
        let facts = self.facts;
        let keys = [
            "stratum",
            "universe",
            "n_answered",
            "total",
            "standard_error",
            "note",
        ];
        let mut head = vec![facts.head("totals", "question")];
        head.extend(keys.iter().map(|key| facts.head("totals", key)));
        let mut before = String::new();
        let rows = rows
            .iter()
            .map(|row| {
                let cell = |key: &str| facts.cell("totals", *row, key);
                let (key, unit) = (cell("question"), cell("unit"));
                let question = facts.question(&key).unwrap_or(key);
                let question = if unit.is_empty() {
                    question
                } else {
                    format!("{question} ({unit})")
                };
                // a question stands once above its strata
                let first = if question == before {
                    String::new()
                } else {
                    before.clone_from(&question);
                    question
                };
                let mut cells = vec![first];
                cells.extend(keys.iter().map(|key| match *key {
                    "stratum" => {
                        let stratum = match cell("stratum") {
                            whole if whole.is_empty() => facts.words.get("export-study-whole"),
                            stratum => stratum,
                        };
                        let attribute = cell("attribute");
                        facts.words.say(&message!(
                            "export-study-stratum",
                            attribute = attribute,
                            stratum = stratum
                        ))
                    }
                    "total" | "standard_error" => facts.rounded("totals", *row, key),
                    key => cell(key),
                }));
                cells
            })
            .collect();
        let numbers = vec![false, false, true, true, true, true, false];
        self.report.grid(head, numbers, rows);
    }

    /// Writes questions in words into the table made last.
    fn name_questions(&mut self) {
        let facts = self.facts;
        self.report
            .rename_first_column(|key| facts.question(key).unwrap_or_else(|| key.to_owned()));
    }

    pub(super) fn criteria(&mut self) {
        let facts = self.facts;
        self.heading(1, "export-study-criteria");
        let Some(table) = facts.table("criteria") else {
            return;
        };
        for row in 0..table.rows.len() {
            let cell = |key: &str| facts.cell("criteria", row, key);
            let key = cell("criterion");
            let title = message!(
                "export-study-criterion-title",
                key = key.as_str(),
                label = cell("label")
            );
            let title = self.say(&title);
            self.report.chapter(2, title);
            self.own(&format!("criterion-{}", mark(&key)), "export-study-own");
            let state = cell("criterion_state");
            self.point(&message!(
                "export-study-criterion",
                state = state.as_str(),
                interviews = cell("n_interviews"),
                excerpts = cell("n_excerpts"),
                answered = cell("n_answered")
            ));
            let cannot = cell("cannot");
            if !cannot.is_empty() {
                self.point(&message!("export-study-cannot", what = cannot));
            }
        }
        self.rule(table);
    }

    /// What nobody said: codes without a passage in any scenario.
    pub(super) fn gaps(&mut self) {
        let facts = self.facts;
        self.heading(1, "export-study-gaps");
        let silent: Vec<String> = (0..facts.counted.codes.len())
            .filter(|at| {
                let lines = &facts.counted.lines;
                !lines.iter().any(|line| line.code == *at) && facts.is_leaf(*at)
            })
            .map(|at| facts.code_label(at))
            .collect();
        let line = message!(
            "export-study-silent",
            n = silent.len(),
            codes = silent.join(" · ")
        );
        self.point(&line);
        let empty = facts.rows("sample", "state", "empty");
        let cells: Vec<String> = empty
            .iter()
            .map(|row| facts.cell("sample", *row, "target"))
            .collect();
        let line = message!(
            "export-study-empty",
            n = cells.len(),
            cells = cells.join(" · ")
        );
        self.point(&line);
        self.own("gaps", "export-study-own");
    }
}
