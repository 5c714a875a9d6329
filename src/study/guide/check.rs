//! What is wrong with a guide: every fault, with its line, before the guide is used on anybody.

use super::condition::{Condition, Test};
use super::{Choice, Plan, Question, QuestionKind};
use crate::i18n::Message;
use crate::message;
use crate::study::fold::Study;
use crate::text::nearest::nearest;
use crate::text::sanitise::is_sanitised;
use serde::Deserialize;
use std::collections::HashMap;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

/// Something wrong in a guide.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// Line of the file, from 1.
    pub line: usize,
    /// Key of the section or question it is in; empty outside all.
    pub key: String,
    /// The field; empty where the whole is meant.
    pub field: String,
    /// What stands there; empty where nothing does.
    pub found: String,
    /// What is wrong with it.
    pub reason: Message,
    /// Whether it is only that the study does not know something the guide names: a code may come later, or be gone.
    pub unknown: bool,
}

/// Keys of a study that a guide may name; an empty list is not looked at.
#[derive(Debug, Clone, Default)]
pub struct Known {
    /// Of scenarios.
    pub scenarios: Vec<String>,
    /// Of codes, merged ones too.
    pub codes: Vec<String>,
    /// Of attributes.
    pub attributes: Vec<String>,
}

impl Known {
    /// What a study knows.
    pub fn of(study: &Study) -> Self {
        let records = &study.records;
        Self {
            scenarios: records.scenarios.values().map(|s| s.key.clone()).collect(),
            codes: records.codes.values().map(|c| c.key.clone()).collect(),
            attributes: records.attributes.values().map(|a| a.key.clone()).collect(),
        }
    }
}

/// Line of a byte, from 1.
pub fn line_of(text: &str, byte: usize) -> usize {
    let before = text.bytes().take(byte);
    1 + before.filter(|byte| *byte == b'\n').count()
}

/// Every fault of a guide, in the order of its lines.
pub fn check(source: &str, known: &Known) -> Vec<Fault> {
    let mut walk = Walk {
        source,
        known,
        faults: Vec::new(),
        keys: HashMap::new(),
        asked: Vec::new(),
        at: (String::new(), 0),
    };
    match DeTable::parse(source) {
        Ok(table) => {
            walk.guide(table.get_ref());
            walk.conditions();
        }
        Err(error) => {
            let at = error.span().map_or(0, |span| span.start);
            let line = line_of(source, at);
            let found = source.lines().nth(line.saturating_sub(1)).unwrap_or("");
            let reason = error.message().lines().next().unwrap_or("").to_owned();
            walk.faults.push(Fault {
                line,
                key: String::new(),
                field: String::new(),
                found: found.trim().to_owned(),
                reason: message!("guide-fault-toml", reason = reason),
                unknown: false,
            });
        }
    }
    // what the walk does not look at must still be readable
    if walk.faults.is_empty()
        && let Err(error) = Plan::parse(source)
    {
        walk.at.1 = error.span().map_or(0, |span| span.start);
        let reason = error.message().lines().next().unwrap_or("").to_owned();
        walk.fault("", None, message!("guide-fault-toml", reason = reason));
    }
    walk.faults.sort_by_key(|fault| fault.line);
    walk.faults
}

type Item<'a> = &'a Spanned<DeValue<'a>>;

/// A question whose condition is looked at when all questions are known.
struct Asked {
    question: Question,
    condition: Option<usize>,
}

struct Walk<'a> {
    source: &'a str,
    known: &'a Known,
    faults: Vec<Fault>,
    /// Where each key was first used.
    keys: HashMap<(bool, String), usize>,
    asked: Vec<Asked>,
    /// Key and byte of the table in hand.
    at: (String, usize),
}

const GUIDE: &[&str] = &["schema", "language", "section", "debrief", "consent"];
const SECTION: &[&str] = &["key", "title", "minutes", "question"];
const QUESTION: &[&str] = &[
    "key",
    "kind",
    "text",
    "unit",
    "options",
    "fields",
    "scenario",
    "roles",
    "skip_if",
    "followups",
    "watch",
    "codes",
    "sensitive",
];
const DEBRIEF: &[&str] = &["key", "text", "kind", "options"];
const CONSENT: &[&str] = &["version", "items", "closing"];
/// Kinds a field of the debrief may have.
pub const DEBRIEF_KINDS: [QuestionKind; 4] = [
    QuestionKind::Open,
    QuestionKind::Scale,
    QuestionKind::Choice,
    QuestionKind::Count,
];
/// More minutes than a day has are a slip of the finger.
const MINUTES: f64 = 24.0 * 60.0;
/// Degrees of a scale are typed as one digit.
const DEGREES: std::ops::RangeInclusive<i64> = 0..=10;

impl Walk<'_> {
    fn fault(&mut self, field: &str, item: Option<Item<'_>>, reason: Message) {
        let span = item.map(Spanned::span);
        let start = span.as_ref().map_or(self.at.1, |span| span.start);
        let found = span.and_then(|span| self.source.get(span)).unwrap_or("");
        self.faults.push(Fault {
            line: line_of(self.source, start),
            key: self.at.0.clone(),
            field: field.to_owned(),
            found: found
                .lines()
                .next()
                .unwrap_or("")
                .trim_matches('"')
                .to_owned(),
            reason,
            unknown: false,
        });
    }

    fn guide(&mut self, table: &DeTable<'_>) {
        let start = |item: Item<'_>| item.span().start;
        self.fields(table, GUIDE);
        match table.get("schema") {
            Some(item) if whole(item) == Some(1) => {}
            item => self.fault("schema", item, message!("guide-fault-schema")),
        }
        self.words(table, "language");
        for (section, at) in self.tables(table, "section") {
            self.at = (String::new(), at);
            self.section(section);
        }
        self.at = (String::new(), table.get("debrief").map_or(0, start));
        for (field, at) in self.tables(table, "debrief") {
            self.at = (String::new(), at);
            self.debrief(field);
        }
        self.at = (String::new(), table.get("consent").map_or(0, start));
        if let Some(item) = table.get("consent") {
            match item.get_ref().as_table() {
                Some(consent) => {
                    self.fields(consent, CONSENT);
                    self.words(consent, "version");
                    self.choices(consent, "items");
                    self.words(consent, "closing");
                }
                None => self.fault("consent", Some(item), message!("guide-fault-table")),
            }
        }
    }

    fn section(&mut self, table: &DeTable<'_>) {
        self.key(table, true);
        self.fields(table, SECTION);
        self.words(table, "title");
        if let Some(item) = table.get("minutes") {
            self.minutes(item);
        }
        let own = self.at.clone();
        for (question, at) in self.tables(table, "question") {
            self.at = (own.0.clone(), at);
            self.question(question);
        }
        self.at = own;
    }

    fn minutes(&mut self, item: Item<'_>) {
        let fits = |item: Item<'_>| number(item).is_some_and(|n| (0.0..=MINUTES).contains(&n));
        match item.get_ref().as_table() {
            Some(by) => {
                for (role, item) in by.iter().filter(|(_, item)| !fits(item)) {
                    let field = format!("minutes.{}", role.get_ref());
                    self.fault(&field, Some(item), message!("guide-fault-minutes"));
                }
            }
            None if !fits(item) => {
                self.fault("minutes", Some(item), message!("guide-fault-minutes"));
            }
            None => {}
        }
    }

    fn question(&mut self, table: &DeTable<'_>) {
        let key = self.key(table, false);
        self.fields(table, QUESTION);
        for field in ["text", "unit"] {
            self.words(table, field);
        }
        if let Some(item) = table.get("sensitive")
            && item.get_ref().as_bool().is_none()
        {
            self.fault("sensitive", Some(item), message!("guide-fault-bool"));
        }
        for field in ["roles", "followups", "watch"] {
            self.list(table, field);
        }
        let kind = self.kind(table, QuestionKind::ALL);
        let options = self.choices(table, "options");
        let fields = self.choices(table, "fields");
        self.needs(table, kind, &options, &fields);
        let known = self.known;
        if let Some((scenario, item)) = self.words(table, "scenario") {
            self.refers(
                "scenario",
                item,
                &scenario,
                &known.scenarios,
                "guide-fault-scenario",
            );
        }
        for (code, item) in self.list(table, "codes") {
            self.refers("codes", item, &code, &known.codes, "guide-fault-code");
        }
        if kind == Some(QuestionKind::Attributes) {
            let given = table.get("options").map(items).unwrap_or_default();
            for (item, option) in given.into_iter().zip(&options) {
                self.refers(
                    "options",
                    item,
                    &option.key,
                    &known.attributes,
                    "guide-fault-attribute",
                );
            }
        }
        let condition = self.words(table, "skip_if");
        self.asked.push(Asked {
            question: Question {
                key,
                kind: kind.unwrap_or_default(),
                options,
                skip_if: condition
                    .as_ref()
                    .map_or_else(String::new, |(words, _)| words.clone()),
                ..Question::default()
            },
            condition: condition.map(|(_, item)| item.span().start),
        });
    }

    /// What each kind cannot do without.
    fn needs(
        &mut self,
        table: &DeTable<'_>,
        kind: Option<QuestionKind>,
        options: &[Choice],
        fields: &[Choice],
    ) {
        let item = table.get("options");
        let given = item.map_or(0, |item| items(item).len());
        match kind {
            Some(QuestionKind::Choice | QuestionKind::Allocation) if given < 2 => {
                self.fault("options", item, message!("guide-fault-options"));
            }
            Some(QuestionKind::Attributes) if options.is_empty() => {
                self.fault("options", item, message!("guide-fault-attributes"));
            }
            Some(QuestionKind::List) if options.is_empty() && fields.is_empty() => {
                self.fault("fields", item, message!("guide-fault-fields"));
            }
            Some(QuestionKind::Scale | QuestionKind::Rating) if !options.is_empty() => {
                let degrees: Option<Vec<i64>> = options
                    .iter()
                    .map(|option| option.key.trim().parse().ok())
                    .collect();
                let fits = degrees.is_some_and(|degrees| {
                    degrees.len() > 1
                        && degrees.iter().all(|degree| DEGREES.contains(degree))
                        && degrees
                            .windows(2)
                            .all(|pair| matches!(pair, [a, b] if *b == a + 1))
                });
                if !fits {
                    self.fault("options", item, message!("guide-fault-degrees"));
                }
            }
            _ => {}
        }
        if kind.is_some_and(|kind| kind != QuestionKind::List)
            && let Some(item) = table.get("fields")
        {
            self.fault("fields", Some(item), message!("guide-fault-fields-kind"));
        }
    }

    fn debrief(&mut self, table: &DeTable<'_>) {
        let key = self
            .words(table, "key")
            .map(|(key, _)| key)
            .unwrap_or_default();
        self.at.0 = ["debrief", key.trim()].join(" ").trim_end().into();
        self.once(table, key.trim().to_owned(), true);
        self.fields(table, DEBRIEF);
        self.words(table, "text");
        let kind = self.kind(table, &DEBRIEF_KINDS);
        let options = self.choices(table, "options");
        self.needs(table, kind, &options, &[]);
    }

    /// The key of a section or a question: there, and there once.
    fn key(&mut self, table: &DeTable<'_>, section: bool) -> String {
        let words = self
            .words(table, "key")
            .map(|(key, _)| key)
            .unwrap_or_default();
        let key = words.trim().to_owned();
        if !key.is_empty() {
            self.at.0.clone_from(&key);
        }
        self.once(table, key.clone(), section);
        if key != words {
            self.fault("key", table.get("key"), message!("guide-fault-key-spaces"));
        }
        key
    }

    fn once(&mut self, table: &DeTable<'_>, key: String, section: bool) {
        let item = table.get("key");
        let start = item.map_or(self.at.1, |item| item.span().start);
        if key.is_empty() {
            if item.is_none_or(|item| item.get_ref().as_str().is_some()) {
                self.fault("key", None, message!("guide-fault-no-key"));
            }
            return;
        }
        // sections and fields of the debrief have names of their own
        let name = if self.at.0.starts_with("debrief ") {
            self.at.0.clone()
        } else {
            key
        };
        let line = line_of(self.source, start);
        match self.keys.get(&(section, name.clone())) {
            Some(first) => {
                self.fault(
                    "key",
                    item,
                    message!("guide-fault-key-twice", line = *first),
                );
            }
            None => {
                self.keys.insert((section, name), line);
            }
        }
    }

    fn kind(&mut self, table: &DeTable<'_>, allowed: &[QuestionKind]) -> Option<QuestionKind> {
        let Some((word, item)) = self.words(table, "kind") else {
            return (!table.contains_key("kind")).then_some(QuestionKind::Open);
        };
        let kind = QuestionKind::parse(&word).filter(|kind| allowed.contains(kind));
        if kind.is_none() {
            let kinds: Vec<&str> = allowed.iter().map(|kind| kind.as_str()).collect();
            let reason = message!("guide-fault-kind", kinds = kinds.join(", "));
            let reason = meant(reason, &word, kinds.iter().copied());
            self.fault("kind", Some(item), reason);
        }
        kind
    }

    /// A key that the study should know.
    fn refers(
        &mut self,
        field: &str,
        item: Item<'_>,
        key: &str,
        known: &[String],
        reason: &'static str,
    ) {
        if known.is_empty() || key.is_empty() || known.iter().any(|own| own == key) {
            return;
        }
        let reason = meant(message!(reason), key, known.iter().map(String::as_str));
        self.fault(field, Some(item), reason);
        if let Some(fault) = self.faults.last_mut() {
            fault.unknown = true;
        }
    }

    /// Fields nobody reads: mostly a slip of the finger, by which a condition or a role would be lost without a word.
    fn fields(&mut self, table: &DeTable<'_>, known: &[&str]) {
        for (name, _) in table {
            let own: &str = name.get_ref();
            if known.contains(&own) {
                continue;
            }
            let start = name.span().start;
            let before = std::mem::replace(&mut self.at.1, start);
            let reason = message!("guide-fault-field", known = known.join(", "));
            let reason = meant(reason, own, known.iter().copied());
            self.fault(own, None, reason);
            self.at.1 = before;
        }
    }

    fn words<'t>(&mut self, table: &'t DeTable<'t>, field: &str) -> Option<(String, Item<'t>)> {
        let item = table.get(field)?;
        let words = item.get_ref().as_str();
        match words {
            None => self.fault(field, Some(item), message!("guide-fault-text")),
            Some(words) => self.harmless(field, item, words),
        }
        words.map(|words| (words.to_owned(), item))
    }

    /// An escape may stand for a character that commands a terminal. A guide is kept as its file was written, so such a
    /// one cannot be made harmless.
    fn harmless(&mut self, field: &str, item: Item<'_>, words: &str) {
        if !is_sanitised(&words.replace('\t', " ")) {
            self.fault(field, Some(item), message!("import-expected-harmless"));
        }
    }

    fn list<'t>(&mut self, table: &'t DeTable<'t>, field: &str) -> Vec<(String, Item<'t>)> {
        let Some(item) = table.get(field) else {
            return Vec::new();
        };
        if item.get_ref().as_array().is_none() {
            self.fault(field, Some(item), message!("guide-fault-list"));
        }
        let mut list = Vec::new();
        for item in items(item) {
            match item.get_ref().as_str() {
                Some(words) => {
                    self.harmless(field, item, words);
                    list.push((words.to_owned(), item));
                }
                None => self.fault(field, Some(item), message!("guide-fault-text")),
            }
        }
        list
    }

    /// Things to choose from, each once.
    fn choices(&mut self, table: &DeTable<'_>, field: &str) -> Vec<Choice> {
        let Some(item) = table.get(field) else {
            return Vec::new();
        };
        if item.get_ref().as_array().is_none() {
            self.fault(field, Some(item), message!("guide-fault-list"));
        }
        let mut list: Vec<Choice> = Vec::new();
        for item in items(item) {
            let choice = match item.get_ref() {
                DeValue::String(_) | DeValue::Integer(_) | DeValue::Table(_) => {
                    choice(item, self.source)
                }
                _ => None,
            };
            let Some(choice) = choice.filter(|choice| !choice.key.trim().is_empty()) else {
                self.fault(field, Some(item), message!("guide-fault-option"));
                continue;
            };
            self.harmless(field, item, &choice.key);
            self.harmless(field, item, &choice.label);
            if list.iter().any(|other| other.key == choice.key) {
                self.fault(field, Some(item), message!("guide-fault-option-twice"));
            }
            list.push(choice);
        }
        list
    }

    fn tables<'t>(&mut self, table: &'t DeTable<'t>, field: &str) -> Vec<(&'t DeTable<'t>, usize)> {
        let Some(item) = table.get(field) else {
            return Vec::new();
        };
        if item.get_ref().as_array().is_none() {
            self.fault(
                field,
                Some(item),
                message!("guide-fault-tables", field = field),
            );
        }
        let mut out = Vec::new();
        for item in items(item) {
            match item.get_ref().as_table() {
                Some(table) => out.push((table, item.span().start)),
                None => {
                    self.fault(
                        field,
                        Some(item),
                        message!("guide-fault-tables", field = field),
                    );
                }
            }
        }
        out
    }

    /// Conditions name questions that come before, and values these can have.
    fn conditions(&mut self) {
        let asked = std::mem::take(&mut self.asked);
        for (place, own) in asked.iter().enumerate() {
            let Some(start) = own.condition else { continue };
            self.at = (own.question.key.clone(), start);
            let found = own.question.skip_if.clone();
            let mut bad = |reason: Message| {
                self.fault("skip_if", None, reason);
                if let Some(fault) = self.faults.last_mut() {
                    fault.found.clone_from(&found);
                }
            };
            let condition = match Condition::parse(&own.question.skip_if) {
                Ok(condition) => condition,
                Err(error) => {
                    bad(error.message());
                    continue;
                }
            };
            for test in condition.tests() {
                let Some(key) = test.question() else { continue };
                let Some(at) = asked.iter().position(|other| other.question.key == key) else {
                    let keys = asked.iter().map(|other| other.question.key.as_str());
                    let reason = message!("guide-fault-condition-unknown", question = key);
                    bad(meant(reason, key, keys));
                    continue;
                };
                if at >= place {
                    bad(message!("guide-fault-condition-later", question = key));
                }
                let Test::Value(_, _, value) = test else {
                    continue;
                };
                let Some(other) = asked.get(at).map(|asked| &asked.question) else {
                    continue;
                };
                match other.kind {
                    QuestionKind::Choice if other.option(value).is_none() => {
                        let options: Vec<&str> = other
                            .options
                            .iter()
                            .map(|option| option.key.as_str())
                            .collect();
                        bad(message!(
                            "guide-fault-condition-option",
                            value = value,
                            question = key,
                            options = options.join(", ")
                        ));
                    }
                    QuestionKind::Choice
                    | QuestionKind::Count
                    | QuestionKind::Scale
                    | QuestionKind::Open => {}
                    _ => bad(message!("guide-fault-condition-value", question = key)),
                }
            }
        }
    }
}

/// A reason, with what was probably meant where something is near.
fn meant<'a>(reason: Message, word: &str, known: impl Iterator<Item = &'a str>) -> Message {
    match nearest(word, known) {
        Some(meant) => message!("guide-fault-meant", reason = reason, meant = meant),
        None => reason,
    }
}

fn items(item: Item<'_>) -> Vec<Item<'_>> {
    item.get_ref()
        .as_array()
        .map_or_else(Vec::new, |array| array.iter().collect())
}

fn whole(item: Item<'_>) -> Option<i64> {
    let integer = item.get_ref().as_integer()?;
    i64::from_str_radix(integer.as_str(), integer.radix()).ok()
}

fn number(item: Item<'_>) -> Option<f64> {
    match item.get_ref() {
        DeValue::Float(float) => float.as_str().parse().ok(),
        _ => whole(item).map(|whole| whole as f64),
    }
}

/// A choice as [`Plan::parse`] reads it.
fn choice(item: Item<'_>, source: &str) -> Option<Choice> {
    let text = source.get(item.span())?;
    Choice::deserialize(toml::de::ValueDeserializer::parse(text).ok()?).ok()
}
