//! One scenario in the study: how far it is wanted, what speaks for and against it, in whose words, and what is found.

use super::{Made, mark, titled};
use crate::analysis::{Cell, Options, TableError, run_on};
use crate::export::deliver::facts::Scenario;
use crate::export::text::shown_in;
use crate::message;
use crate::study::label;
use crate::study::word::{Component, Polarity};

impl Made<'_, '_, '_> {
    pub(super) fn scenario(&mut self, scenario: &Scenario) -> Result<(), TableError> {
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
            let is_group = |key: &str| key.starts_with("n_interviews[");
            let groups = groups.iter().filter(|column| is_group(&column.key));
            columns.extend(groups.map(|column| column.key.clone()));
            let rows: Vec<usize> = std::iter::once(scenario.total).chain(cited).collect();
            self.grid("evidence", &columns, &rows);
            self.name_groups();
            self.name_codes(scenario);
        }
        self.quotes(scenario);
        self.findings(scenario);
        self.criteria_of(scenario)
    }

    /// Heads the counts of each value by the value alone: the column before them says what is counted.
    fn name_groups(&mut self) {
        let people = &self.facts.counted.people;
        let stratum = people.dimensions.iter().find(|one| one.stratum);
        let values = stratum.map_or(&[][..], |one| &one.values);
        self.report
            .rename_last_columns(values.iter().map(|value| value.label.clone()));
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
}

fn said(reason: &str) -> &'static str {
    if reason.trim().is_empty() {
        "no"
    } else {
        "yes"
    }
}
