//! The study as a document: in short, whom we asked, scenario by scenario and criterion by criterion, what is common and what
//! is not, what is to be counted, what nobody said, the method, and every passage that was counted.

use super::facts::{Facts, Scenario};
use crate::analysis::{Cell, ColumnType, Context, Counted, Options, Table, TableError, run_on};
use crate::export::report::Report;
use crate::export::text::{foot, shown, shown_in};
use crate::export::{method, report};
use crate::i18n::{Message, Words};
use crate::message;
use crate::study::label;
use crate::study::word::{Component, Polarity};

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
    made.method(method(counted, context, words)?);
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

    fn scenario(&mut self, scenario: &Scenario) -> Result<(), TableError> {
        let facts = self.facts;
        self.report.chapter(1, titled(scenario));
        self.report.paragraph(scenario.summary.to_owned());
        self.own(
            &format!("scenario-{}", mark(scenario.key)),
            "export-study-own",
        );
        self.heading(2, "export-study-rated");
        match facts.rows("adherence", "scenario", scenario.key).first() {
            Some(row) => {
                let columns = [
                    "n_asked",
                    "n_answered",
                    "n_refused",
                    "n_unknown",
                    "n_1",
                    "n_2",
                    "n_3",
                    "n_4",
                    "n_5",
                    "median",
                    "share",
                ];
                self.grid("adherence", &columns.map(str::to_owned), &[*row]);
            }
            None => self
                .report
                .paragraph(facts.words.get("export-study-not-rated")),
        }
        self.heading(2, "export-study-evidence");
        let cited: Vec<usize> = scenario
            .codes
            .clone()
            .filter(|row| self.is_cited(*row))
            .collect();
        if cited.is_empty() {
            self.report
                .paragraph(facts.words.get("export-study-nothing"));
        } else {
            let mut columns: Vec<String> = [
                "code",
                "n_interviews",
                "n_supporting",
                "n_contradicting",
                "n_mixed",
                "n_neutral",
            ]
            .map(str::to_owned)
            .into();
            let groups = facts
                .table("evidence")
                .map_or(&[][..], |table| &table.columns);
            columns.extend(
                groups
                    .iter()
                    .filter(|column| column.key.starts_with("n_interviews["))
                    .map(|column| column.key.clone()),
            );
            let rows: Vec<usize> = std::iter::once(scenario.total).chain(cited).collect();
            self.grid("evidence", &columns, &rows);
            self.name_codes(scenario);
        }
        self.quotes(scenario);
        self.findings(scenario);
        self.criteria_of(scenario)
    }

    /// Writes codes with their labels into the table made last, and « all » over its total.
    fn name_codes(&mut self, scenario: &Scenario) {
        let facts = self.facts;
        let all = facts.words.get("export-study-all");
        let labels: Vec<(String, String)> = scenario
            .codes
            .clone()
            .enumerate()
            .map(|(at, row)| (facts.cell("evidence", row, "code"), facts.code_label(at)))
            .collect();
        self.report.rename_first_column(|key| {
            if key.is_empty() {
                return all.clone();
            }
            let found = labels.iter().find(|(own, _)| own == key);
            found.map_or_else(|| key.to_owned(), |(_, label)| label.clone())
        });
    }

    fn is_cited(&self, row: usize) -> bool {
        let cell = |key: &str| self.facts.table("evidence")?.cell(row, key);
        let is = |key: &str| !matches!(cell(key), None | Some(Cell::Empty | Cell::Integer(0)));
        is("n_interviews") || is("n_reference_excerpts")
    }

    fn quotes(&mut self, scenario: &Scenario) {
        for (polarity, title) in [
            (Polarity::Supports, "export-study-for"),
            (Polarity::Contradicts, "export-study-against"),
        ] {
            let said: Vec<_> = self.facts.quotes(scenario, polarity);
            let said: Vec<_> = said.into_iter().cloned().collect();
            self.heading(2, title);
            if said.is_empty() {
                self.report
                    .paragraph(self.facts.words.get("export-study-no-quote"));
            }
            for one in said {
                let words = self.say(&message!("export-quote", quote = &one.words));
                self.report.quote(words, one.reference);
            }
        }
    }

    fn findings(&mut self, scenario: &Scenario) {
        let facts = self.facts;
        let study = facts.counted.study;
        let about = study.findings();
        let about = about
            .into_iter()
            .filter(|(_, finding)| finding.scenario.as_ref() == Some(scenario.id));
        let mut first = true;
        for (_, finding) in about {
            if first {
                self.heading(2, "export-study-findings");
                first = false;
            }
            let language = facts.context.language.code();
            let statement = label(&finding.statements, language, study).to_owned();
            self.report.chapter(3, statement);
            let row = facts.rows("findings", "finding", &finding.key);
            let cell = |key: &str| {
                let of = |row: &usize| facts.cell("findings", *row, key);
                row.first().map_or_else(String::new, of)
            };
            self.point(&message!(
                "export-study-finding-counts",
                interviews = cell("n_interviews"),
                plus = cell("n_supporting"),
                minus = cell("n_contradicting"),
                mixed = cell("n_mixed"),
                excerpts = cell("n_excerpts")
            ));
            let confidence = finding.confidence.map_or("none", |word| word.as_str());
            self.point(&message!(
                "export-study-finding-confidence",
                confidence = confidence,
                said = said(&finding.reason),
                reason = finding.reason.trim()
            ));
            for component in Component::ALL {
                if let Some(concern) = finding.concerns.get(component) {
                    let reason = finding.reasons.get(component).map_or("", String::as_str);
                    self.point(&message!(
                        "export-study-finding-component",
                        component = component.as_str(),
                        concern = concern.as_str(),
                        said = said(reason),
                        reason = reason.trim()
                    ));
                }
            }
            if finding.is_judged() && !study.drift(finding).is_none() {
                self.point(&message!("export-study-finding-changed"));
            }
        }
    }

    /// What the scenario's passages bring to each criterion.
    fn criteria_of(&mut self, scenario: &Scenario) -> Result<(), TableError> {
        let options = Options {
            scenario: Some(scenario.key.to_owned()),
            mask_under: self.facts.counted.study.settings().mask_under,
            ..Options::default()
        };
        let table = run_on("criteria", self.facts.counted, self.facts.context, &options)?;
        let mapped: Vec<usize> = (0..table.rows.len())
            .filter(|row| !matches!(table.cell(*row, "criterion_state"), Some(Cell::Text(state)) if state == "not-mapped"))
            .collect();
        if mapped.is_empty() {
            return Ok(());
        }
        self.heading(2, "export-study-criteria");
        let words = self.facts.words;
        let columns = [
            "criterion",
            "label",
            "n_interviews",
            "n_excerpts",
            "n_answered",
        ];
        let head = columns
            .iter()
            .filter_map(|key| table.columns.iter().find(|column| column.key == **key))
            .map(|column| column.label.say(words))
            .collect();
        let rows = mapped
            .iter()
            .map(|row| {
                let cell = |key: &&str| shown_in(&table, *row, key, words);
                columns.iter().map(cell).collect()
            })
            .collect();
        self.report
            .grid(head, vec![false, false, true, true, true], rows);
        Ok(())
    }

    fn common(&mut self) {
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

    fn counts(&mut self) {
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
        self.rule_of("answers");
        if !totals.is_empty() {
            let columns = [
                "question",
                "unit",
                "attribute",
                "stratum",
                "universe",
                "n_answered",
                "total",
                "standard_error",
                "note",
            ];
            self.grid("totals", &columns.map(str::to_owned), &totals);
            self.rule_of("totals");
        }
    }

    fn criteria(&mut self) {
        let facts = self.facts;
        self.heading(1, "export-study-criteria");
        let Some(table) = facts.table("criteria") else {
            return;
        };
        for row in 0..table.rows.len() {
            let cell = |key: &str| facts.cell("criteria", row, key);
            let key = cell("criterion");
            self.report.chapter(2, format!("{key}. {}", cell("label")));
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
    fn gaps(&mut self) {
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

    fn method(&mut self, page: Report) {
        self.report.chapter(1, page.title);
        self.report.append(page.blocks);
    }

    /// Every passage that counts and may be quoted, scenario by scenario.
    fn annex(&mut self) {
        let facts = self.facts;
        self.heading(1, "export-study-annex");
        let head: Vec<String> = [
            "export-study-annex-code",
            "export-study-annex-side",
            "export-study-annex-where",
            "export-study-annex-words",
        ]
        .map(|key| facts.words.get(key))
        .into();
        for scenario in facts.scenarios() {
            let (mut rows, mut left) = (Vec::new(), 0usize);
            let mut lines: Vec<_> = facts.lines_of(scenario.id).collect();
            lines.sort_by_key(|(at, line, _)| (line.code, *at));
            for (at, line, polarity) in lines {
                let row = scenario.codes.start + line.code;
                let table = facts.table("evidence");
                let n = table.and_then(|table| table.cell(row, "n_interviews"));
                match facts.said_at(at) {
                    Some(said) if !matches!(n, Some(Cell::Masked(_))) => rows.push(vec![
                        facts.cell("evidence", row, "code"),
                        sign(polarity).to_owned(),
                        said.reference.clone(),
                        facts
                            .words
                            .say(&message!("export-quote", quote = &said.words)),
                    ]),
                    _ => left += 1,
                }
            }
            if rows.is_empty() && left == 0 {
                continue;
            }
            self.report.chapter(2, titled(&scenario));
            self.report
                .grid(head.clone(), vec![false; head.len()], rows);
            if left > 0 {
                let line = self.say(&message!("export-study-annex-left", n = left));
                self.report.rule(line);
            }
        }
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

fn said(reason: &str) -> &'static str {
    if reason.trim().is_empty() {
        "no"
    } else {
        "yes"
    }
}

fn sign(polarity: Polarity) -> &'static str {
    match polarity {
        Polarity::Supports => "+",
        Polarity::Contradicts => "\u{2212}",
        Polarity::Mixed => "~",
        Polarity::Neutral => "=",
    }
}
