//! The figures and words that every deliverable draws on, read once.

use crate::analysis::best::best;
use crate::analysis::counted::{Line, Standing, Words as Place, who_of};
use crate::analysis::{Cell, Context, Counted, Options, Table, TableError, run_on};
use crate::export::text::shown_in;
use crate::i18n::{Words, duration};
use crate::study::document::DocumentText;
use crate::study::id::{ScenarioId, VersionId};
use crate::study::label;
use crate::study::word::{Origin, Polarity};
use std::collections::HashMap;
use std::ops::Range;

/// How many are quoted for, and against, one scenario.
const QUOTES: usize = 3;

/// A study as its deliverables tell it.
pub(super) struct Facts<'r, 'a> {
    pub(super) counted: &'r Counted<'a>,
    pub(super) context: &'r Context<'r>,
    pub(super) words: Words,
    tables: HashMap<&'static str, Table>,
    lines: HashMap<usize, Said>,
}

/// Somebody's words.
#[derive(Debug, Clone, Default)]
pub(super) struct Said {
    pub(super) words: String,
    /// Whether they are the speaker's own, not what somebody noted of them.
    pub(super) verbatim: bool,
    /// Interview and time.
    pub(super) reference: String,
    /// Id of the coding.
    pub(super) id: String,
}

/// A scenario, with its place in the evidence table.
pub(super) struct Scenario<'r, 'a> {
    pub(super) id: &'a ScenarioId,
    pub(super) key: &'r str,
    pub(super) label: &'a str,
    pub(super) summary: &'a str,
    /// The row of its total.
    pub(super) total: usize,
    /// The rows of its codes.
    pub(super) codes: std::ops::Range<usize>,
}

impl<'r, 'a> Facts<'r, 'a> {
    /// Counts everything once. Tables are cut by the first stratum where they can be.
    pub(super) fn of(
        counted: &'r Counted<'a>,
        context: &'r Context<'r>,
        words: Words,
    ) -> Result<Self, TableError> {
        let stratum = counted.people.dimensions.iter().find(|one| one.stratum);
        let mut tables = HashMap::new();
        for (name, by) in [
            ("evidence", true),
            ("codes", false),
            ("adherence", false),
            ("answers", false),
            ("totals", false),
            ("sample", false),
            ("common", true),
            ("criteria", false),
            ("findings", false),
        ] {
            let options = Options {
                mask_under: counted.study.settings().mask_under,
                by: stratum.filter(|_| by).map(|one| one.key.to_owned()),
                ..Options::default()
            };
            tables.insert(name, run_on(name, counted, context, &options)?);
        }
        let mut facts = Self {
            counted,
            context,
            words,
            tables,
            lines: HashMap::new(),
        };
        facts.lines = facts.read();
        Ok(facts)
    }

    /// A table by name; an empty one never occurs, since all were made.
    pub(super) fn table(&self, name: &str) -> Option<&Table> {
        self.tables.get(name)
    }

    /// A cell as a reader sees it.
    pub(super) fn cell(&self, table: &str, row: usize, key: &str) -> String {
        let table = self.table(table);
        table.map_or_else(String::new, |table| shown_in(table, row, key, self.words))
    }

    /// A figure that is worked out, with no more digits than it is worth: none behind the comma from a hundred on.
    pub(super) fn rounded(&self, table: &str, row: usize, key: &str) -> String {
        match self.table(table).and_then(|table| table.cell(row, key)) {
            Some(Cell::Number(n)) if n.abs() >= 100.0 => self.words.number(*n, 0),
            Some(Cell::Number(n)) if n.fract() != 0.0 => self.words.number(*n, 1),
            _ => self.cell(table, row, key),
        }
    }

    /// A question of the guide by its key and its words; `None` where the guide has no words for it.
    pub(super) fn question(&self, key: &str) -> Option<String> {
        let plan = self.counted.study.guide()?;
        let mut questions = plan.questions();
        let found = questions.find(|one| one.key == key)?;
        (!found.text.is_empty()).then(|| format!("{key} {}", found.text))
    }

    /// A cell as files write it.
    pub(super) fn cell_key(&self, table: &str, row: usize, key: &str) -> Option<String> {
        match self.table(table)?.cell(row, key)? {
            Cell::Text(text) => Some(text.clone()),
            Cell::Said(message) => Some(Cell::data_words(message)),
            _ => None,
        }
    }

    /// Whether a code, by its place in the codebook, has none below it.
    pub(super) fn is_leaf(&self, at: usize) -> bool {
        let study = self.counted.study;
        let Some((id, _)) = self.counted.codes.get(at) else {
            return false;
        };
        !self.counted.codes.iter().any(|(_, code)| {
            let parent = code.parent.as_ref();
            parent.and_then(|own| study.resolve_code(own)) == Some(*id)
        })
    }

    /// Rows of a table whose cell says this.
    pub(super) fn rows(&self, table: &str, key: &str, value: &str) -> Vec<usize> {
        let Some(table) = self.table(table) else {
            return Vec::new();
        };
        (0..table.rows.len())
            .filter(|row| matches!(table.cell(*row, key), Some(Cell::Text(text)) if text == value))
            .collect()
    }

    /// The label of a column.
    pub(super) fn head(&self, table: &str, key: &str) -> String {
        let columns = self.table(table).map_or(&[][..], |table| &table.columns);
        let found = columns.iter().find(|column| column.key == key);
        found.map_or_else(String::new, |column| column.label.say(self.words))
    }

    /// The scenarios, in the study's order.
    pub(super) fn scenarios(&self) -> Vec<Scenario<'r, 'a>> {
        let per = self.counted.codes.len() + 1;
        let language = self.context.language.code();
        let study = self.counted.study;
        self.counted
            .scenarios
            .iter()
            .enumerate()
            .map(|(at, (id, scenario))| Scenario {
                id,
                key: self.counted.keys.scenario(id, scenario),
                label: label(&scenario.labels, language, study),
                summary: label(&scenario.summaries, language, study),
                total: at * per,
                codes: at * per + 1..(at + 1) * per,
            })
            .collect()
    }

    /// The label of a code by its place in the codebook.
    pub(super) fn code_label(&self, at: usize) -> String {
        self.counted
            .codes
            .get(at)
            .map_or_else(String::new, |(id, code)| {
                let key = self.counted.keys.code(id, code);
                let label = label(
                    &code.labels,
                    self.context.language.code(),
                    self.counted.study,
                );
                if label.is_empty() || label == key {
                    key.to_owned()
                } else {
                    format!("{key} {label}")
                }
            })
    }

    /// Lines that count as evidence on a scenario, with their polarity, in order.
    pub(super) fn lines_of<'s>(
        &self,
        scenario: &'s ScenarioId,
    ) -> impl Iterator<Item = (usize, &'r Line<'a>, Polarity)> + use<'s, 'r, 'a> {
        let counted: &'r Counted<'a> = self.counted;
        let lines = counted.lines.iter().enumerate();
        lines.filter_map(move |(at, line)| {
            let counts = line.standing == Standing::Counted;
            let polarity = line.coding.polarities.get(scenario).filter(|_| counts)?;
            Some((at, line, *polarity))
        })
    }

    /// The best words for, or against, a scenario; none where so few speak that they must not be described.
    pub(super) fn quotes(&self, scenario: &Scenario, polarity: Polarity) -> Vec<&Said> {
        let table = self.table("evidence");
        let total = table.and_then(|table| table.cell(scenario.total, "n_interviews"));
        if matches!(total, Some(Cell::Masked(_))) {
            return Vec::new();
        }
        let lines = self.lines_of(scenario.id);
        let own = lines
            .filter(|(_, _, own)| *own == polarity)
            .map(|(_, line, _)| line);
        best(self.counted, own, QUOTES)
            .into_iter()
            .filter_map(|line| self.said(line))
            .collect()
    }

    /// The words of a line; none where they may not be quoted, or their text is not there.
    pub(super) fn said(&self, line: &Line) -> Option<&Said> {
        let at = self
            .counted
            .lines
            .iter()
            .position(|own| std::ptr::eq(own, line))?;
        self.lines.get(&at)
    }

    /// The words of a line by its place.
    pub(super) fn said_at(&self, at: usize) -> Option<&Said> {
        self.lines.get(&at)
    }

    /// The words of every line that may be quoted; each text is read once.
    fn read(&self) -> HashMap<usize, Said> {
        let mut said = HashMap::new();
        let mut by_version: HashMap<&VersionId, Vec<usize>> = HashMap::new();
        let reference = |line: &Line, ms: Option<i64>| {
            let interview = self.counted.interview_of(line).map_or("", |one| one.key);
            let place = match ms.and_then(|ms| u64::try_from(ms).ok()) {
                // on one line
                Some(ms) => format!("{interview}\u{a0}{}", duration(ms)),
                None => interview.to_owned(),
            };
            if line.coding.origin == Origin::Auto {
                crate::t!(self.words, "export-auto", place = place)
            } else {
                place
            }
        };
        for (at, line) in self.counted.lines.iter().enumerate() {
            if !line.quotable {
                continue;
            }
            match line.words {
                Place::Text(_, passage) => by_version.entry(&passage.version).or_default().push(at),
                Place::Note(id) => {
                    if let Some(note) = self.counted.study.records.notes.get(id) {
                        let reference = reference(line, note.t_ms);
                        let words = bare(&note.text).to_owned();
                        let id = line.id.to_string();
                        said.insert(
                            at,
                            Said {
                                words,
                                verbatim: line.verbatim,
                                reference,
                                id,
                            },
                        );
                    }
                }
            }
        }
        for (version, lines) in by_version {
            let Some(text) = self.context.texts.text(version) else {
                continue;
            };
            for at in lines {
                let Some(line) = self.counted.lines.get(at) else {
                    continue;
                };
                if let Place::Text(_, passage) = line.words {
                    let span = passage.span();
                    let reference = reference(line, text.time_at(span.start));
                    let words = self.own_words(line, &text, span);
                    let id = line.id.to_string();
                    said.insert(
                        at,
                        Said {
                            words,
                            verbatim: line.verbatim,
                            reference,
                            id,
                        },
                    );
                }
            }
        }
        said
    }

    /// What the speaker of a passage says in it; where somebody else speaks in between, it is cut.
    fn own_words(&self, line: &Line, text: &DocumentText, span: Range<usize>) -> String {
        let Some(interview) = self.counted.interview_of(line) else {
            return bare(text.slice(span)).to_owned();
        };
        let mut parts: Vec<String> = Vec::new();
        let mut cut = false;
        for turn in text.turns() {
            let (start, end) = (turn.span.start.max(span.start), turn.span.end.min(span.end));
            if start >= end {
                continue;
            }
            if who_of(interview, turn.speaker.as_deref()) != line.who {
                cut = !parts.is_empty();
                continue;
            }
            let words = text.slice(start..end).trim();
            match parts.last_mut().filter(|_| !cut) {
                Some(before) => {
                    before.push('\n');
                    before.push_str(words);
                }
                None => parts.push(words.to_owned()),
            }
            cut = false;
        }
        if parts.is_empty() {
            return bare(text.slice(span)).to_owned();
        }
        bare(&parts.join(" […] ")).to_owned()
    }
}

/// Words that somebody noted, as they may stand in a text whose quotes are checked: its marks are those of the note.
pub(super) fn unquoted(words: &str) -> String {
    let single = |c| match c {
        '«' | '“' | '„' => '‹',
        '»' | '”' => '›',
        other => other,
    };
    words.chars().map(single).collect()
}

/// Words without the marks of a quote around the whole of them, which the document sets itself.
fn bare(words: &str) -> &str {
    let words = words.trim();
    for (open, close) in [('«', '»'), ('“', '”'), ('"', '"')] {
        let inner = words
            .strip_prefix(open)
            .and_then(|rest| rest.strip_suffix(close));
        if let Some(inner) = inner.filter(|inner| !inner.contains([open, close])) {
            return inner.trim();
        }
    }
    words
}
