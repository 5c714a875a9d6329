//! The progress of a study for its steering committee: sample, calendar, first figures, problems, time.

use super::{Report, moment};
use crate::analysis::{self, Cell, Context, Counted, Keys, Options, Table, TableError};
use crate::export::text::shown_in;
use crate::i18n::Words;
use crate::study::Study;
use crate::study::session::Session;
use crate::study::word::{Consent, SessionState};
use crate::{message, t};
use jiff::Timestamp;

/// The progress report; `now` tells which appointments are past.
pub fn progress(
    study: &Study,
    context: &Context,
    now: Timestamp,
    words: Words,
) -> Result<Report, TableError> {
    let keys = Keys::of(study);
    let counted = Counted::of(study, &keys, context);
    let mut made = Progress {
        study,
        keys: &keys,
        words,
        now,
        report: Report {
            title: t!(
                words,
                "export-progress",
                study = study.settings().name.clone()
            ),
            ..Report::default()
        },
    };
    let table = |name| analysis::run_on(name, &counted, context, &Options::default());
    let sample = table("sample")?;
    made.head(&sample);
    made.sample(&sample);
    made.calendar();
    made.figures(&table("adherence")?, &table("answers")?, &table("totals")?);
    made.problems();
    made.hours(&table("hours")?);
    Ok(made.report)
}

struct Progress<'a> {
    study: &'a Study,
    keys: &'a Keys,
    words: Words,
    now: Timestamp,
    report: Report,
}

impl Progress<'_> {
    fn heading(&mut self, key: &str) {
        let words = self.words.get(key);
        self.report.heading(words);
    }

    /// Columns of a table under their labels, rows that `keep` takes.
    fn columns(&mut self, table: &Table, columns: &[&str], keep: impl Fn(usize) -> bool) {
        let labels = columns.iter().map(|key| {
            let column = table.columns.iter().find(|column| column.key == *key);
            column.map_or_else(String::new, |column| column.label.say(self.words))
        });
        let head = labels.collect();
        let rows = (0..table.rows.len())
            .filter(|row| keep(*row))
            .map(|row| {
                let cell = |key: &&str| shown_in(table, row, key, self.words);
                columns.iter().map(cell).collect()
            })
            .collect();
        self.report.table(head, rows);
    }

    fn rule(&mut self, table: &Table) {
        let rule = self
            .words
            .say(&message!("export-foot-rule", rule = table.rule.clone()));
        self.report.paragraph(rule);
    }

    fn head(&mut self, table: &Table) {
        if let Some(date) = table.date {
            let date = moment(self.words, date, "");
            let line = t!(self.words, "export-progress-date", date = date);
            self.report.paragraph(line);
        }
        let counts = message!(
            "export-foot-counts",
            interviews = table.n_interviews,
            organisations = table.n_organisations,
            withdrawn = table.n_withdrawn,
            references = table.n_reference_excerpts
        );
        let counts = self.words.say(&counts);
        self.report.paragraph(counts);
    }

    fn sample(&mut self, table: &Table) {
        self.heading("export-progress-sample");
        let is = |row: usize, key: &str, word: &str| matches!(table.cell(row, key), Some(Cell::Text(text)) if text == word);
        let crossing = |row: usize| {
            let wanted = matches!(table.cell(row, "n_wanted"), Some(Cell::Integer(_)));
            !wanted && matches!(table.cell(row, "target"), Some(Cell::Text(t)) if t.contains(';'))
        };
        let columns = [
            "target",
            "n_wanted",
            "n_done",
            "n_planned",
            "n_missing",
            "n_coded",
            "state",
        ];
        self.columns(table, &columns, |row| !crossing(row));
        let empty: Vec<String> = (0..table.rows.len())
            .filter(|row| crossing(*row) && is(*row, "state", "empty"))
            .map(|row| table.said(row, "target", self.words))
            .collect();
        if !empty.is_empty() {
            let line = t!(
                self.words,
                "export-progress-empty",
                n = empty.len(),
                cells = empty.join(", ")
            );
            self.report.paragraph(line);
        }
        self.rule(table);
    }

    fn sessions(&self) -> Vec<(String, &Session)> {
        let sessions = self.study.sessions().into_iter();
        sessions
            .filter(|(id, _)| self.study.session_consent(id) != Consent::Withdrawn)
            .map(|(id, session)| (self.keys.session(id, session).to_owned(), session))
            .collect()
    }

    fn calendar(&mut self) {
        let words = self.words;
        let mut list = self.sessions();
        list.sort_by_key(|(_, session)| session.planned_at.or(session.started_at));
        let rows: Vec<Vec<String>> = list
            .iter()
            .map(|(key, session)| {
                let at = |at: Option<Timestamp>| {
                    at.map_or_else(String::new, |at| moment(words, at, &session.zone))
                };
                let mut state = words.get(&format!("app-state-{}", session.state.as_str()));
                let past = session.planned_at.is_some_and(|at| at < self.now);
                if session.state == SessionState::Planned && past {
                    state = t!(words, "export-progress-past", state = state);
                }
                if !session.reason.is_empty() {
                    state = t!(
                        words,
                        "export-fact",
                        name = state,
                        value = session.reason.clone()
                    );
                }
                vec![
                    key.clone(),
                    state,
                    at(session.planned_at),
                    at(session.started_at),
                ]
            })
            .collect();
        if rows.is_empty() {
            return;
        }
        self.heading("export-progress-calendar");
        let head = [
            "export-head-session",
            "export-head-state",
            "export-head-planned",
            "export-head-held",
        ];
        let head = head.map(|key| words.get(key));
        self.report.table(head.into(), rows);
    }

    fn figures(&mut self, adherence: &Table, answers: &Table, totals: &Table) {
        let some = |table: &Table, row: usize, key: &str| {
            matches!(
                table.cell(row, key),
                Some(Cell::Integer(1..) | Cell::Number(_))
            )
        };
        let rated = (0..adherence.rows.len()).any(|row| some(adherence, row, "n_asked"));
        let counted = (0..answers.rows.len()).any(|row| some(answers, row, "sum"));
        if !rated && !counted {
            return;
        }
        self.heading("export-progress-figures");
        if rated {
            let columns = ["scenario", "n_asked", "n_answered", "median", "favourable"];
            self.columns(adherence, &columns, |row| some(adherence, row, "n_asked"));
            self.rule(adherence);
        }
        if counted {
            let columns = ["question", "n_asked", "n_answered", "sum", "median"];
            self.columns(answers, &columns, |row| some(answers, row, "sum"));
        }
        let whole = |row: usize| matches!(totals.cell(row, "stratum"), Some(Cell::Empty));
        if (0..totals.rows.len()).any(whole) {
            let columns = [
                "question",
                "attribute",
                "n_answered",
                "total",
                "standard_error",
                "note",
            ];
            self.columns(totals, &columns, whole);
            self.rule(totals);
        }
    }

    fn problems(&mut self) {
        let problems = self.study.problems();
        if problems.is_empty() {
            return;
        }
        self.heading("export-progress-problems");
        let words = self.words;
        let rows = problems
            .iter()
            .map(|(_, problem)| {
                let at =
                    |at: Option<Timestamp>| at.map_or_else(String::new, |at| moment(words, at, ""));
                let session = problem.session.as_ref();
                let session = session.and_then(|id| {
                    Some(
                        self.keys
                            .session(id, self.study.records.sessions.get(id)?)
                            .to_owned(),
                    )
                });
                let settled = match problem.settled_at {
                    None => words.get("export-progress-open"),
                    when => [at(when), problem.settled.clone()]
                        .join(" · ")
                        .trim_end_matches(" · ")
                        .to_owned(),
                };
                vec![
                    at(problem.at),
                    session.unwrap_or_default(),
                    problem.words.clone(),
                    settled,
                ]
            })
            .collect();
        let head = [
            "export-head-met",
            "export-head-session",
            "export-head-problem",
            "export-head-settled",
        ];
        let head = head.map(|key| words.get(key));
        self.report.table(head.into(), rows);
    }

    fn hours(&mut self, table: &Table) {
        let is = |row: usize, key: &str, word: &str| match table.cell(row, key) {
            Some(Cell::Text(text)) => text == word,
            _ => word.is_empty(),
        };
        let known = |row: usize| !matches!(table.cell(row, "n_interviews"), Some(Cell::Integer(0)));
        let shown = |row: usize| {
            known(row) && (is(row, "of", "step") || is(row, "of", "person") && is(row, "key", ""))
        };
        if !(0..table.rows.len()).any(shown) {
            return;
        }
        self.heading("export-progress-hours");
        let columns = [
            "of",
            "step",
            "n_interviews",
            "days_planned",
            "days",
            "source",
        ];
        self.columns(table, &columns, shown);
        self.rule(table);
    }
}
