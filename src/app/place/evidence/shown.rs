//! A table as it was counted, with what the screen needs of the passages behind it.

use crate::analysis::counted::{Joined, Line, Standing};
use crate::analysis::query::{Query, query_message};
use crate::analysis::{self, Context, Counted, Keys, Options, Slice, Table, TurnCache, Unit};
use crate::i18n::{Lang, Message};
use crate::store::Head;
use crate::study::Study;
use crate::study::coding::Coding;
use crate::study::document::Texts;
use crate::study::id::{CodeId, CodingId, ScenarioId};
use crate::study::word::Origin;
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// What is shown.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub enum Subject {
    /// The evidence of the current scenario.
    #[default]
    Evidence,
    /// Another table, by name.
    Table(String),
    /// The passages that a query finds.
    Query(String),
    /// The passages of one code, whatever the scenario.
    Code(CodeId),
    /// The codings that wait for review.
    Auto,
}

/// What else a table is asked for.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Asked {
    /// One scenario only, by key.
    pub scenario: Option<String>,
    /// What coders are compared over.
    pub unit: Option<Unit>,
    /// Whether there is a passage, in the place of how many.
    pub presence: bool,
    /// Rows by this column, by key; the greatest first where it is so.
    pub sort: Option<(String, bool)>,
}

/// What a table was counted from: as long as nothing of it changes, the table holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wanted {
    /// Revision of the study.
    pub revision: u64,
    /// What is shown.
    pub subject: Subject,
    /// The scenario.
    pub scenario: Option<ScenarioId>,
    /// Attribute whose values have counts of their own.
    pub by: Option<String>,
    /// One coder only.
    pub coder: Option<String>,
    /// What else is asked.
    pub asked: Asked,
    /// Language of the study's own labels.
    pub lang: Lang,
}

/// Why a passage is not an ordinary one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Mark {
    /// Its words may be quoted.
    pub quotable: bool,
    /// Its words are the speaker's own.
    pub verbatim: bool,
    /// Whether it counts.
    pub standing: Standing,
}

impl Mark {
    const ORDINARY: Self = Self {
        quotable: true,
        verbatim: true,
        standing: Standing::Counted,
    };
}

/// A table as it was counted.
#[derive(Debug)]
pub struct Shown {
    /// The table.
    pub table: Table,
    /// The code of each row, where it has one.
    pub codes: Vec<Option<CodeId>>,
    /// The passages, where they stand alone: those of a code, those that wait for review.
    own: Vec<CodingId>,
    marks: HashMap<CodingId, Mark>,
    joined: HashMap<CodingId, Coding>,
    sessions: BTreeMap<crate::study::id::SessionId, String>,
    /// The value of the attribute that the table is cut by, of each coding's speaker.
    values: HashMap<CodingId, String>,
}

impl Shown {
    /// Counts. The reason in words where what was asked for is not there.
    pub fn make(
        study: &Study,
        texts: &dyn Texts,
        turns: &TurnCache,
        head: &Head,
        wanted: &Wanted,
    ) -> Result<Self, Message> {
        let context = Context {
            texts,
            turns,
            head: head.hash.clone(),
            date: Some(head.date),
            language: wanted.lang,
        };
        let keys = Keys::of(study);
        let counted = Counted::of(study, &keys, &context);
        let scenario = wanted.scenario.as_ref().and_then(|id| {
            Some(
                keys.scenario(id, study.records.scenarios.get(id)?)
                    .to_owned(),
            )
        });
        let (name, scenario) = match &wanted.subject {
            Subject::Evidence => ("evidence", scenario),
            Subject::Table(name) => (name.as_str(), wanted.asked.scenario.clone()),
            Subject::Query(_) => ("query", None),
            Subject::Code(_) | Subject::Auto => ("codes", None),
        };
        let options = Options {
            scenario,
            by: wanted.by.clone(),
            coder: wanted.coder.clone(),
            presence: wanted.asked.presence,
            sort: wanted.asked.sort.clone(),
            unit: wanted.asked.unit,
            ..Options::default()
        };
        let table = match &wanted.subject {
            Subject::Query(text) => {
                let query = Query::parse(text).map_err(|error| query_message(&error))?;
                analysis::query::query(&counted, &context, &options, &query)
            }
            _ => analysis::run_on(name, &counted, &context, &options),
        };
        let table = table.map_err(|error| error.message())?;
        let by_key: HashMap<&str, &CodeId> = counted
            .codes
            .iter()
            .map(|(id, code)| (keys.code(id, code), *id))
            .collect();
        let column = table.columns.iter().position(|column| column.key == "code");
        let codes = table
            .rows
            .iter()
            .map(|row| match row.cells.get(column?)? {
                analysis::Cell::Text(key) => by_key.get(key.as_str()).map(|id| (*id).clone()),
                _ => None,
            })
            .collect();
        let listed = |line: &&Line| match &wanted.subject {
            Subject::Code(code) => {
                let code = study.resolve_code(code);
                counted.codes.get(line.code).map(|(id, _)| *id) == code
            }
            Subject::Auto => line.coding.origin == Origin::Auto,
            Subject::Evidence | Subject::Table(_) | Subject::Query(_) => false,
        };
        let by = |line: &&Line| {
            let coder = wanted.coder.as_ref();
            coder.is_none_or(|coder| line.coding.coder == *coder)
        };
        let lines = counted.lines.iter().filter(listed).filter(by);
        let own = lines.map(|line| line.id.clone()).collect();
        let mut marks = HashMap::new();
        let mut joined = HashMap::new();
        for line in &counted.lines {
            let mark = Mark {
                quotable: line.quotable,
                verbatim: line.verbatim,
                standing: line.standing,
            };
            if mark != Mark::ORDINARY {
                marks.insert(line.id.clone(), mark);
            }
            if let Joined::Several(coding) = &line.coding {
                joined.insert(line.id.clone(), (**coding).clone());
            }
        }
        let sessions = counted
            .people
            .interviews
            .iter()
            .map(|interview| (interview.id.clone(), interview.key.to_owned()))
            .collect();
        let values = values(&counted, &table);
        Ok(Self {
            table,
            codes,
            own,
            marks,
            joined,
            sessions,
            values,
        })
    }

    /// The codings behind a row; those that stand alone where they do.
    pub fn passages(&self, subject: &Subject, row: Option<usize>) -> &[CodingId] {
        match subject {
            Subject::Code(_) | Subject::Auto => &self.own,
            _ => row
                .and_then(|row| self.table.rows.get(row))
                .map_or(&[], |row| &row.passages),
        }
    }

    /// The codings behind one cell, where they are not all those of its row.
    pub fn of_cell(&self, study: &Study, row: usize, column: usize) -> Option<Vec<CodingId>> {
        let slice = self.table.columns.get(column)?.slice.as_ref()?;
        let passages = &self.table.rows.get(row)?.passages;
        let among: BTreeSet<&CodeId> = match slice {
            Slice::Codes(codes) => codes.iter().collect(),
            _ => BTreeSet::new(),
        };
        let is_behind = |id: &&CodingId| match slice {
            Slice::Value(value) => self.values.get(*id) == Some(value),
            Slice::Interview(interview) => {
                study.records.codings.get(*id).is_some_and(|coding| {
                    study.session_of_passage(&coding.passage) == Some(interview)
                })
            }
            Slice::Codes(_) => study.records.codings.get(*id).is_some_and(|coding| {
                study
                    .resolve_code(&coding.code)
                    .is_some_and(|code| among.contains(code))
            }),
        };
        Some(passages.iter().filter(is_behind).cloned().collect())
    }

    /// A coding as it was counted: joined where several are one.
    pub fn coding<'a>(&'a self, study: &'a Study, id: &CodingId) -> Option<&'a Coding> {
        self.joined
            .get(id)
            .or_else(|| study.records.codings.get(id))
    }

    /// What is special about a passage.
    pub fn mark(&self, id: &CodingId) -> Mark {
        self.marks.get(id).copied().unwrap_or(Mark::ORDINARY)
    }

    /// Key of an interview, as shown.
    pub fn session_key(&self, id: &crate::study::id::SessionId) -> &str {
        self.sessions.get(id).map_or("", String::as_str)
    }
}

/// The value of each coding's speaker, where the table is cut by an attribute.
fn values(counted: &Counted, table: &Table) -> HashMap<CodingId, String> {
    let by = table.filters.by.as_deref();
    let place = by.and_then(|by| {
        let dimensions = &counted.people.dimensions;
        let at = dimensions.iter().position(|own| own.key == by)?;
        Some((at, &dimensions.get(at)?.values))
    });
    let Some((at, known)) = place else {
        return HashMap::new();
    };
    let lines = counted.lines.iter().filter_map(|line| {
        let value = (*counted.speaker_of(line)?.values.get(at)?)?;
        Some((line.id.clone(), known.get(value)?.key.clone()))
    });
    lines.collect()
}
