//! The study as a document: in short, whom we asked, scenario by scenario and criterion by criterion, what is common and what
//! is not, what is to be counted, what nobody said, the method, and every passage that was counted.

mod across;
mod annex;
mod scenario;

use super::facts::{Facts, Scenario};
use crate::analysis::{Cell, ColumnType, Context, Counted, Table, TableError};
use crate::export::report::Report;
use crate::export::text::{foot, shown};
use crate::export::{method, report};
use crate::i18n::{Message, Words};
use crate::message;

/// The study. The same study gives the same document.
pub fn study(counted: &Counted, context: &Context, words: Words) -> Result<Report, TableError> {
    let facts = Facts::of(counted, context, words)?;
    let settings = counted.study.settings();
    let mut made = Made {
        report: Report {
            title: settings.name.clone(),
            ..Report::default()
        },
        facts: &facts,
    };
    made.report.paragraph(settings.aim.clone());
    made.date();
    made.in_short();
    made.sample();
    for scenario in facts.scenarios() {
        made.scenario(&scenario)?;
    }
    made.common();
    made.counts();
    made.criteria();
    made.gaps();
    made.method(method(counted, context, words, settings.mask_under)?);
    made.annex();
    Ok(made.report)
}

struct Made<'f, 'r, 'a> {
    report: Report,
    facts: &'f Facts<'r, 'a>,
}

impl Made<'_, '_, '_> {
    fn say(&self, message: &Message) -> String {
        self.facts.words.say(message)
    }

    fn heading(&mut self, level: u8, key: &'static str) {
        let words = self.facts.words.get(key);
        self.report.chapter(level, words);
    }

    fn point(&mut self, message: &Message) {
        let words = self.say(message);
        self.report.item(words);
    }

    fn own(&mut self, key: &str, hint: &'static str) {
        let hint = self.facts.words.get(hint);
        self.report.own(key.to_owned(), hint);
    }

    fn date(&mut self) {
        if let Some(date) = self.facts.context.date {
            let at = report::moment(self.facts.words, date, "");
            let head = self.facts.context.head.get(..12).unwrap_or("");
            let line = self.say(&message!("export-study-date", date = at, head = head));
            self.report.paragraph(line);
        }
    }

    /// Columns of a table for the rows that are wanted, under the table's own labels; its rule below.
    fn grid(&mut self, table: &str, columns: &[String], rows: &[usize]) {
        let Some(made) = self.facts.table(table) else {
            return;
        };
        let kept: Vec<usize> = columns
            .iter()
            .filter_map(|key| made.columns.iter().position(|column| column.key == *key))
            .collect();
        let column = |at: &usize| made.columns.get(*at);
        let head = kept
            .iter()
            .filter_map(|at| column(at).map(|column| column.label.say(self.facts.words)))
            .collect();
        let numbers = kept
            .iter()
            .filter_map(|at| column(at).map(|column| column.kind != ColumnType::Text))
            .collect();
        let cells = |row: &usize| {
            let cells = &made.rows.get(*row)?.cells;
            let shown = |at: &usize| {
                let cell = column(at).zip(cells.get(*at));
                cell.map_or_else(String::new, |(column, cell)| {
                    shown(column, cell, self.facts.words)
                })
            };
            Some(kept.iter().map(shown).collect())
        };
        let rows = rows.iter().filter_map(cells).collect();
        self.report.grid(head, numbers, rows);
    }

    fn rule(&mut self, table: &Table) {
        let rule = message!("export-foot-rule", rule = table.rule.clone());
        let rule = self.say(&rule);
        self.report.rule(rule);
    }

    fn rule_of(&mut self, table: &str) {
        if let Some(table) = self.facts.table(table) {
            self.rule(table);
        }
    }

    fn in_short(&mut self) {
        self.heading(1, "export-study-short");
        self.own("summary", "export-study-own");
        let facts = self.facts;
        let mut head = vec![facts.head("evidence", "scenario")];
        let counts = ["n_asked", "n_supporting", "n_contradicting", "n_mixed"];
        head.extend(counts.iter().map(|key| facts.head("evidence", key)));
        head.push(facts.head("adherence", "median"));
        head.push(facts.head("adherence", "favourable"));
        let rows = facts
            .scenarios()
            .iter()
            .map(|scenario| {
                let mut row = vec![titled(scenario)];
                let cell = |key: &&str| facts.cell("evidence", scenario.total, key);
                row.extend(counts.iter().map(cell));
                let rated = facts.rows("adherence", "scenario", scenario.key);
                for key in ["median", "favourable"] {
                    let of = |row: &usize| facts.cell("adherence", *row, key);
                    row.push(rated.first().map_or_else(String::new, of));
                }
                row
            })
            .collect();
        let numbers = vec![false, true, true, true, true, true, false];
        self.report.grid(head, numbers, rows);
        self.rule_of("evidence");
        self.rule_of("adherence");
    }

    fn sample(&mut self) {
        self.heading(1, "export-progress-sample");
        let Some(table) = self.facts.table("sample") else {
            return;
        };
        if let Some(counts) = foot(table, self.facts.words).into_iter().next() {
            self.report.paragraph(counts);
        }
        let columns = ["target", "n_wanted", "n_done", "n_planned", "universe"];
        let columns = columns.map(str::to_owned);
        let wanted: Vec<usize> = (0..table.rows.len())
            .filter(|row| table.cell(*row, "n_wanted") != Some(&Cell::Empty))
            .collect();
        self.grid("sample", &columns, &wanted);
        self.rule_of("sample");
    }

    fn method(&mut self, page: Report) {
        self.report.chapter(1, page.title);
        self.report.append(page.blocks);
    }
}

/// Key and label.
fn titled(scenario: &Scenario) -> String {
    if scenario.label.is_empty() || scenario.label == scenario.key {
        scenario.key.to_owned()
    } else {
        format!("{} {}", scenario.key, scenario.label)
    }
}

/// A key as the name of a place: what is neither letter nor digit becomes `_`.
fn mark(key: &str) -> String {
    let plain = |c: char| {
        if c.is_alphanumeric() || "-.".contains(c) {
            c
        } else {
            '_'
        }
    };
    key.chars().map(plain).collect()
}
