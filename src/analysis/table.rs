//! What every analysis returns, every exporter writes and the table view shows.

use super::share::Share;
use crate::i18n::{Lang, Message, Words, duration_long};
use crate::study::id::{AnswerId, CodeId, CodingId, SessionId};
use jiff::Timestamp;
use std::collections::BTreeMap;

/// One table, with all that a reader needs to judge its figures.
#[derive(Debug, Clone, PartialEq)]
pub struct Table {
    /// Name, as `table NAME` takes it.
    pub name: &'static str,
    /// The rule of counting, in full sentences.
    pub rule: Message,
    /// What was left out on demand.
    pub filters: Filters,
    /// Date of the journal's head; `None` for a study without a journal.
    pub date: Option<Timestamp>,
    /// Interviews that were held and count.
    pub n_interviews: usize,
    /// Distinct organisations of these interviews.
    pub n_organisations: usize,
    /// Interviews that were withdrawn.
    pub n_withdrawn: usize,
    /// Coded passages of texts that are no interviews.
    pub n_reference_excerpts: usize,
    /// Lines that are not shown, since too few interviews stand behind each.
    pub left_out: usize,
    /// Hash of the journal's head.
    pub head: String,
    /// The columns.
    pub columns: Vec<Column>,
    /// The rows; each has as many cells as there are columns.
    pub rows: Vec<Row>,
    /// The answers behind each row, row by row; empty where the table is not made of answers.
    pub answers: Vec<Behind>,
}

/// The answers behind a row and its cells.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Behind {
    /// Those of the row, whatever became of them.
    pub row: Vec<AnswerId>,
    /// Those of single cells, by place of the column; all of the row's, where a cell says nothing.
    pub cells: BTreeMap<usize, Vec<AnswerId>>,
}

impl Behind {
    /// A row whose figures, from a column on, have answers of their own.
    pub fn new(
        row: Vec<AnswerId>,
        first: usize,
        cells: impl IntoIterator<Item = Vec<AnswerId>>,
    ) -> Self {
        let cells = cells.into_iter().enumerate();
        Self {
            row,
            cells: cells.map(|(at, own)| (first + at, own)).collect(),
        }
    }
}

impl From<Vec<AnswerId>> for Behind {
    fn from(row: Vec<AnswerId>) -> Self {
        Self {
            row,
            cells: BTreeMap::new(),
        }
    }
}

/// What a table was asked for, beside its name.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Filters {
    /// One scenario only.
    pub scenario: Option<String>,
    /// Attribute whose values have counts of their own.
    pub by: Option<String>,
    /// Attribute and value that a speaker must have; several values of one attribute are alternatives.
    pub where_: Vec<(String, String)>,
    /// One coder only.
    pub coder: Option<String>,
}

impl Filters {
    /// Name and value of each that is set, in a fixed order.
    pub fn pairs(&self) -> Vec<(&'static str, String)> {
        let one = |name, value: &Option<String>| value.clone().map(|value| (name, value));
        one("scenario", &self.scenario)
            .into_iter()
            .chain(one("by", &self.by))
            .chain(
                self.where_
                    .iter()
                    .map(|(attribute, value)| ("where", format!("{attribute}={value}"))),
            )
            .chain(one("coder", &self.coder))
            .collect()
    }
}

/// Words of the program, or words of the study.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Label {
    /// Said in the reader's language.
    Message(Message),
    /// Shown as it is.
    Literal(String),
}

impl Label {
    /// The text in a language.
    pub fn say(&self, words: Words) -> String {
        match self {
            Self::Message(message) => words.say(message),
            Self::Literal(text) => text.clone(),
        }
    }
}

impl From<Message> for Label {
    fn from(message: Message) -> Self {
        Self::Message(message)
    }
}

impl From<String> for Label {
    fn from(text: String) -> Self {
        Self::Literal(text)
    }
}

/// The type of a column's cells, by its name in Table Schema.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ColumnType {
    /// `string`
    Text,
    /// `integer`
    Integer,
    /// `number`
    Number,
}

impl ColumnType {
    /// The name in Table Schema.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Text => "string",
            Self::Integer => "integer",
            Self::Number => "number",
        }
    }
}

/// One column.
#[derive(Debug, Clone, PartialEq)]
pub struct Column {
    /// Name in files.
    pub key: String,
    /// Name on the screen.
    pub label: Label,
    /// Type of the cells.
    pub kind: ColumnType,
    /// What is counted (`interviews`, `excerpts`…), as files write it; empty where nothing is.
    pub unit: &'static str,
    /// One sentence on what stands in it.
    pub description: Message,
    /// Which of a row's passages stand behind its cells; all, where it does not say.
    pub slice: Option<Slice>,
    /// What readers call the words that stand in its cells; files have the words themselves.
    pub names: Vec<(String, Label)>,
}

/// Some of the passages of a row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Slice {
    /// Those of an interview.
    Interview(SessionId),
    /// Those of speakers who have this value of the attribute that the table is cut by.
    Value(String),
    /// Those with one of these codes.
    Codes(Vec<CodeId>),
}

impl Column {
    /// A column whose words are the messages `analysis-column-KEY` and `analysis-column-KEY-desc`.
    pub fn new(key: &str, kind: ColumnType, unit: &'static str) -> Self {
        let name = format!("analysis-column-{}", key.replace('_', "-"));
        Self {
            key: key.to_owned(),
            label: Message::new(name.clone()).into(),
            kind,
            unit,
            description: Message::new(format!("{name}-desc")),
            slice: None,
            names: Vec::new(),
        }
    }

    /// The same column with names for its words.
    #[must_use]
    pub fn named<L: Into<Label>>(mut self, names: impl IntoIterator<Item = (String, L)>) -> Self {
        let names = names.into_iter().map(|(word, name)| (word, name.into()));
        self.names.extend(names);
        self
    }

    /// The same column with a message for each of its words: `PREFIX-WORD`.
    #[must_use]
    pub fn called<'w>(self, prefix: &str, all: impl IntoIterator<Item = &'w str>) -> Self {
        let name = |word: &str| {
            let key = format!("{prefix}-{}", word.replace('+', "-"));
            (word.to_owned(), Message::new(key))
        };
        self.named(all.into_iter().map(name))
    }

    /// What a reader calls what stands in this column, where that is not what files write: a word by its name, a time by
    /// hours, minutes and seconds.
    pub fn name_of(&self, cell: &Cell, words: Words) -> Option<String> {
        if let (Cell::Integer(ms), "ms") = (cell, self.unit) {
            return u64::try_from(*ms).ok().map(duration_long);
        }
        let Cell::Text(word) = cell else { return None };
        let found = self.names.iter().find(|(own, _)| own == word);
        found.map(|(_, name)| name.say(words))
    }

    /// The same column with other words on what stands in it.
    #[must_use]
    pub fn described(mut self, description: &'static str) -> Self {
        self.description = Message::new(description);
        self
    }

    /// The same column with some of the row's passages behind it.
    #[must_use]
    pub fn sliced(mut self, slice: Slice) -> Self {
        self.slice = Some(slice);
        self
    }

    /// A column of words.
    pub fn text(key: &str) -> Self {
        Self::new(key, ColumnType::Text, "")
    }

    /// A column of counts.
    pub fn count(key: &str, unit: &'static str) -> Self {
        Self::new(key, ColumnType::Integer, unit)
    }

    /// A column of numbers.
    pub fn number(key: &str, unit: &'static str) -> Self {
        Self::new(key, ColumnType::Number, unit)
    }

    /// The columns of a share with its interval.
    pub fn share() -> [Self; 3] {
        [
            Self::text("share"),
            Self::count("share_low", "percent"),
            Self::count("share_high", "percent"),
        ]
    }

    /// The same column for one value of an attribute: `KEY[value]`.
    #[must_use]
    pub fn of_value(&self, value: &str, label: &str) -> Self {
        let column = match &self.label {
            Label::Message(message) => message.clone(),
            Label::Literal(text) => crate::message!("analysis-column-literal", text = text),
        };
        Self {
            key: format!("{}[{value}]", self.key),
            label: crate::message!("analysis-column-of-value", column = column, value = label)
                .into(),
            slice: Some(Slice::Value(value.to_owned())),
            ..self.clone()
        }
    }
}

/// One cell.
#[derive(Debug, Clone, PartialEq)]
pub enum Cell {
    /// Nothing; never zero.
    Empty,
    /// Words.
    Text(String),
    /// A whole number.
    Integer(i64),
    /// A number.
    Number(f64),
    /// So many of so many.
    Share(Share),
    /// Hidden: a count under this; 0 for a figure of any size that would tell of such a count.
    Masked(u32),
    /// Words of the program: said in the reader's language, in data files always in English.
    Said(Message),
}

impl Cell {
    /// What stands in the place of a hidden figure: under how many it is, or that it is hidden for another's sake.
    pub fn masked(under: u32) -> String {
        match under {
            0 => "…".to_owned(),
            under => format!("<{under}"),
        }
    }

    /// Words, or nothing where there are none.
    pub fn text(text: impl Into<String>) -> Self {
        let text = text.into();
        if text.is_empty() {
            Self::Empty
        } else {
            Self::Text(text)
        }
    }

    /// The words that data files have.
    pub fn data_words(message: &Message) -> String {
        Words::new(Lang::En).say(message)
    }

    /// A count.
    pub fn count(n: usize) -> Self {
        Self::Integer(i64::try_from(n).unwrap_or(i64::MAX))
    }

    /// A share and the bounds of its interval, in percents; nothing of nothing.
    pub fn share(share: Share) -> [Self; 3] {
        match share.interval() {
            Some((low, high)) => [Self::Share(share), Self::Integer(low), Self::Integer(high)],
            None => [Self::Empty, Self::Empty, Self::Empty],
        }
    }

    /// A count, or nothing.
    pub fn maybe_count(n: Option<usize>) -> Self {
        n.map_or(Self::Empty, Self::count)
    }

    /// A number, or nothing.
    pub fn maybe_number(n: Option<f64>) -> Self {
        n.map_or(Self::Empty, Self::Number)
    }
}

/// One row, with the codings that stand behind its figures.
#[derive(Debug, Clone, PartialEq)]
pub struct Row {
    /// One cell a column.
    pub cells: Vec<Cell>,
    /// Ids of the codings, in the order of the interviews.
    pub passages: Vec<CodingId>,
}

impl Table {
    /// The same table with the answers behind its rows.
    #[must_use]
    pub fn with_answers(self, answers: Vec<Behind>) -> Self {
        Self { answers, ..self }
    }

    /// The answers behind a row.
    pub fn answers_of(&self, row: usize) -> &[AnswerId] {
        self.answers.get(row).map_or(&[], |behind| &behind.row)
    }

    /// The answers behind a cell.
    pub fn answers_at(&self, row: usize, column: usize) -> &[AnswerId] {
        let own = self
            .answers
            .get(row)
            .and_then(|behind| behind.cells.get(&column));
        own.map_or_else(|| self.answers_of(row), Vec::as_slice)
    }

    /// Whether it is made of a study, and not of a file alone.
    pub fn is_of_study(&self) -> bool {
        !self.head.is_empty() || self.n_interviews + self.n_withdrawn > 0
    }

    /// What a reader calls the word in a cell; empty where there is none.
    pub fn said(&self, row: usize, key: &str, words: Words) -> String {
        let column = self.columns.iter().find(|column| column.key == key);
        let Some((column, cell)) = column.zip(self.cell(row, key)) else {
            return String::new();
        };
        let own = column.name_of(cell, words);
        own.unwrap_or_else(|| match cell {
            Cell::Text(word) => word.clone(),
            Cell::Said(message) => words.say(message),
            _ => String::new(),
        })
    }

    /// A cell by row and column name.
    pub fn cell(&self, row: usize, key: &str) -> Option<&Cell> {
        let column = self.columns.iter().position(|column| column.key == key)?;
        self.rows.get(row)?.cells.get(column)
    }
}
