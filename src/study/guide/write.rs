//! The text of a guide, altered: what a person wrote beside it, comments and layout, stays.

use super::{Choice, ConsentForm, DebriefField, Minutes, Plan, Question, Section};
use crate::message;
use crate::study::edit::EditError;
use toml_edit::{Array, ArrayOfTables, DocumentMut, InlineTable, Item, Table, Value};

/// A part of a guide: a section, a question or a field of the debrief by its key; the form of consent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Spot {
    /// A section.
    Section(String),
    /// A question.
    Question(String),
    /// A field of the debrief.
    Debrief(String),
    /// What is said and asked about consent: one for the whole guide.
    Consent,
}

impl Spot {
    /// Its key.
    pub fn key(&self) -> &str {
        match self {
            Self::Section(key) | Self::Question(key) | Self::Debrief(key) => key,
            Self::Consent => "consent",
        }
    }

    /// The same kind of part with another key.
    #[must_use]
    pub fn called(&self, key: &str) -> Self {
        match self {
            Self::Section(_) => Self::Section(key.to_owned()),
            Self::Question(_) => Self::Question(key.to_owned()),
            Self::Debrief(_) => Self::Debrief(key.to_owned()),
            Self::Consent => Self::Consent,
        }
    }

    /// Its fields, as they are asked for.
    pub const fn fields(&self) -> &'static [&'static str] {
        match self {
            Self::Section(_) => SECTION_FIELDS,
            Self::Question(_) => QUESTION_FIELDS,
            Self::Debrief(_) => DEBRIEF_FIELDS,
            Self::Consent => CONSENT_FIELDS,
        }
    }

    /// A field as [`set`] takes it; empty where nothing is there.
    pub fn value(&self, plan: &Plan, field: &str) -> String {
        match self {
            Self::Section(key) => plan
                .sections
                .iter()
                .find(|s| s.key == *key)
                .map(|s| s.field(field)),
            Self::Question(key) => plan.question(key).map(|question| question.field(field)),
            Self::Debrief(key) => plan
                .debrief
                .iter()
                .find(|d| d.key == *key)
                .map(|d| d.field(field)),
            Self::Consent => plan.consent.as_ref().map(|form| form.field(field)),
        }
        .unwrap_or_default()
    }

    /// What a key names: a question, else a section.
    pub fn named(plan: &Plan, key: &str) -> Option<Self> {
        if plan.question(key).is_some() {
            return Some(Self::Question(key.to_owned()));
        }
        let section = plan.sections.iter().any(|section| section.key == key);
        section.then(|| Self::Section(key.to_owned()))
    }
}

/// Fields of a section, as they are asked for.
pub const SECTION_FIELDS: &[&str] = &["key", "title", "minutes"];
/// Fields of a question, as they are asked for.
pub const QUESTION_FIELDS: &[&str] = &[
    "key",
    "kind",
    "text",
    "unit",
    "options",
    "fields",
    "roles",
    "skip_if",
    "scenario",
    "codes",
    "followups",
    "watch",
    "sensitive",
];

/// Fields of a field of the debrief, as they are asked for.
pub const DEBRIEF_FIELDS: &[&str] = &["key", "text", "kind", "options"];
/// Fields of the form of consent, as they are asked for.
pub const CONSENT_FIELDS: &[&str] = &["version", "items", "closing"];

/// Choices as [`set`] takes them: words, or `key = words`, with `;` between.
fn choices(list: &[Choice]) -> String {
    let each: Vec<String> = list
        .iter()
        .map(|c| {
            if c.key == c.label {
                c.key.clone()
            } else {
                format!("{} = {}", c.key, c.label)
            }
        })
        .collect();
    each.join("; ")
}

impl DebriefField {
    /// A field as [`set`] takes it.
    pub fn field(&self, field: &str) -> String {
        match field {
            "key" => self.key.clone(),
            "text" => self.text.clone(),
            "kind" => self.kind.as_str().to_owned(),
            "options" => choices(&self.options),
            _ => String::new(),
        }
    }
}

impl ConsentForm {
    /// A field as [`set`] takes it.
    pub fn field(&self, field: &str) -> String {
        match field {
            "version" => self.version.clone(),
            "items" => choices(&self.items),
            "closing" => self.closing.clone(),
            _ => String::new(),
        }
    }
}

impl Section {
    /// A field as [`set`] takes it.
    pub fn field(&self, field: &str) -> String {
        match field {
            "key" => self.key.clone(),
            "title" => self.title.clone(),
            "minutes" => match &self.minutes {
                Minutes::All(minutes) => minutes.to_string(),
                Minutes::ByRole(by) => {
                    let each: Vec<String> = by
                        .iter()
                        .map(|(role, minutes)| format!("{role}={minutes}"))
                        .collect();
                    each.join("; ")
                }
            },
            _ => String::new(),
        }
    }
}

impl Question {
    /// A field as [`set`] takes it.
    pub fn field(&self, field: &str) -> String {
        match field {
            "key" => self.key.clone(),
            "kind" => self.kind.as_str().to_owned(),
            "text" => self.text.clone(),
            "unit" => self.unit.clone(),
            "scenario" => self.scenario.clone(),
            "skip_if" => self.skip_if.clone(),
            "options" => choices(&self.options),
            "fields" => choices(&self.fields),
            "roles" => self.roles.join("; "),
            "codes" => self.codes.join("; "),
            "followups" => self.followups.join("; "),
            "watch" => self.watch.join("; "),
            "sensitive" => if self.sensitive { "yes" } else { "no" }.to_owned(),
            _ => String::new(),
        }
    }
}

/// Writes a field. Lists are given with `;` between (roles and codes also with `,`), options as words or `key = words`,
/// minutes as a number or `role=number; …`. Nothing takes the field out. The form of consent is begun where there is none.
pub fn set(source: &str, spot: &Spot, field: &str, value: &str) -> Result<String, EditError> {
    let fields = spot.fields();
    if !fields.contains(&field) {
        return Err(bad(
            "field",
            field,
            message!("guide-fault-field", known = fields.join(", ")),
        ));
    }
    let value = value.trim();
    if field == "key" && value.is_empty() {
        return Err(EditError::EmptyKey);
    }
    let mut document = read(source)?;
    if *spot == Spot::Consent && !document.contains_key("consent") {
        document.insert("consent", Item::Table(Table::new()));
    }
    let table = table_of(&mut document, spot)?;
    // an older guide gives the fields of a list as its options
    let field = if field == "fields"
        && !table.contains_key("fields")
        && is_list(table)
        && table.contains_key("options")
    {
        "options"
    } else {
        field
    };
    match value_of(field, value)? {
        None => {
            table.remove(field);
        }
        Some(mut value) => match table.get_mut(field) {
            Some(Item::Value(old)) => {
                *value.decor_mut() = old.decor().clone();
                *old = value;
            }
            Some(item) => *item = Item::Value(value),
            None => {
                table.insert(field, Item::Value(value));
            }
        },
    }
    Ok(document.to_string())
}

fn is_list(table: &Table) -> bool {
    table.get("kind").and_then(Item::as_str) == Some("list")
}

/// Adds a section, after another or at the end.
pub fn add_section(
    source: &str,
    key: &str,
    title: &str,
    after: Option<&str>,
) -> Result<String, EditError> {
    let mut document = read(source)?;
    if !document.contains_key("section") {
        document.insert("section", Item::ArrayOfTables(ArrayOfTables::new()));
    }
    let sections = array(document.as_table_mut(), "section")?;
    let at = after.and_then(|after| place(sections, after));
    let mut table = new_table(key);
    if !title.is_empty() {
        table.insert("title", toml_edit::value(title));
    }
    sections.insert(at.map_or(sections.len(), |at| at + 1), table);
    Ok(written(document))
}

/// Adds an open question to a section, after another question or at the end.
pub fn add_question(
    source: &str,
    section: &str,
    key: &str,
    text: &str,
    after: Option<&str>,
) -> Result<String, EditError> {
    let mut document = read(source)?;
    let own = table_of(&mut document, &Spot::Section(section.to_owned()))?;
    if !own.contains_key("question") {
        own.insert("question", Item::ArrayOfTables(ArrayOfTables::new()));
    }
    let questions = array(own, "question")?;
    let at = after.and_then(|after| place(questions, after));
    let mut table = new_table(key);
    table.insert("kind", toml_edit::value("open"));
    if !text.is_empty() {
        table.insert("text", toml_edit::value(text));
    }
    questions.insert(at.map_or(questions.len(), |at| at + 1), table);
    Ok(written(document))
}

/// Adds a field of words to the debrief, after another or at the end.
pub fn add_debrief(
    source: &str,
    key: &str,
    text: &str,
    after: Option<&str>,
) -> Result<String, EditError> {
    let mut document = read(source)?;
    if !document.contains_key("debrief") {
        document.insert("debrief", Item::ArrayOfTables(ArrayOfTables::new()));
    }
    let fields = array(document.as_table_mut(), "debrief")?;
    let at = after.and_then(|after| place(fields, after));
    let mut table = new_table(key);
    if !text.is_empty() {
        table.insert("text", toml_edit::value(text));
    }
    fields.insert(at.map_or(fields.len(), |at| at + 1), table);
    Ok(written(document))
}

/// Moves a section, a question or a field of the debrief, up (less than 0) or down; a question goes on into the section
/// before or after its own. The form of consent stands where it is.
pub fn shift(source: &str, spot: &Spot, by: isize) -> Result<String, EditError> {
    let mut document = read(source)?;
    let gone = || EditError::Gone(spot.key().to_owned());
    match spot {
        Spot::Section(key) | Spot::Debrief(key) => {
            let tables = array(document.as_table_mut(), array_of(spot))?;
            let at = place(tables, key).ok_or_else(gone)?;
            let to = at
                .saturating_add_signed(by)
                .min(tables.len().saturating_sub(1));
            let table = tables.remove(at);
            tables.insert(to, table);
        }
        Spot::Consent => return Ok(source.to_owned()),
        Spot::Question(key) => {
            let sections = array(document.as_table_mut(), "section")?;
            for _ in 0..by.unsigned_abs() {
                step(sections, key, by < 0).ok_or_else(gone)?;
            }
        }
    }
    Ok(written(document))
}

/// Moves a question by one; at the end of its section into the next one.
fn step(sections: &mut ArrayOfTables, key: &str, up: bool) -> Option<()> {
    let count = sections.len();
    let (section, at) = found(sections, key)?;
    let questions = array(sections.get_mut(section)?, "question").ok()?;
    let last = questions.len() - 1;
    let (to_section, to) = match (up, at) {
        (true, 0) if section == 0 => return Some(()),
        (true, 0) => (section - 1, usize::MAX),
        (true, _) => (section, at - 1),
        (false, at) if at < last => (section, at + 1),
        (false, _) if section + 1 >= count => return Some(()),
        (false, _) => (section + 1, 0),
    };
    let table = questions.remove(at);
    let target = sections.get_mut(to_section)?;
    if !target.contains_key("question") {
        target.insert("question", Item::ArrayOfTables(ArrayOfTables::new()));
    }
    let questions = array(target, "question").ok()?;
    questions.insert(to.min(questions.len()), table);
    Some(())
}

/// The array that sections or the fields of the debrief stand in.
fn array_of(spot: &Spot) -> &'static str {
    if matches!(spot, Spot::Debrief(_)) {
        "debrief"
    } else {
        "section"
    }
}

/// Takes a section with its questions, a question, a field of the debrief or the form of consent out.
pub fn remove(source: &str, spot: &Spot) -> Result<String, EditError> {
    let mut document = read(source)?;
    let gone = || EditError::Gone(spot.key().to_owned());
    match spot {
        Spot::Section(key) | Spot::Debrief(key) => {
            let tables = array(document.as_table_mut(), array_of(spot))?;
            let at = place(tables, key).ok_or_else(gone)?;
            tables.remove(at);
            if tables.is_empty() {
                document.remove(array_of(spot));
            }
        }
        Spot::Consent => {
            document.remove("consent").ok_or_else(gone)?;
        }
        Spot::Question(key) => {
            let sections = array(document.as_table_mut(), "section")?;
            let (section, at) = found(sections, key).ok_or_else(gone)?;
            let section = sections.get_mut(section).ok_or_else(gone)?;
            array(section, "question")?.remove(at);
        }
    }
    Ok(written(document))
}

fn bad(what: &str, value: &str, expected: crate::i18n::Message) -> EditError {
    EditError::BadValue {
        what: what.to_owned(),
        value: value.to_owned(),
        expected,
    }
}

fn read(source: &str) -> Result<DocumentMut, EditError> {
    source.parse().map_err(|error: toml_edit::TomlError| {
        let reason = error.message().lines().next().unwrap_or("").to_owned();
        bad(
            "guide.toml",
            "",
            message!("guide-fault-toml", reason = reason),
        )
    })
}

/// The text after tables were moved: they stand where they are in the document, no longer where they were read.
fn written(mut document: DocumentMut) -> String {
    fn forget(table: &mut Table) {
        table.set_position(None);
        for (_, item) in table.iter_mut() {
            match item {
                Item::Table(table) => forget(table),
                Item::ArrayOfTables(tables) => tables.iter_mut().for_each(forget),
                _ => {}
            }
        }
    }
    forget(document.as_table_mut());
    document.to_string()
}

/// The tables of an array, written as tables of their own.
fn array<'t>(table: &'t mut Table, field: &str) -> Result<&'t mut ArrayOfTables, EditError> {
    let missing = || EditError::Gone(field.to_owned());
    let item = table.get_mut(field).ok_or_else(missing)?;
    if item.is_array() {
        let inline = std::mem::take(item);
        *item = match inline.into_array_of_tables() {
            Ok(tables) => Item::ArrayOfTables(tables),
            Err(as_it_was) => as_it_was,
        };
    }
    item.as_array_of_tables_mut().ok_or_else(missing)
}

fn key_of(table: &Table) -> &str {
    table.get("key").and_then(Item::as_str).unwrap_or("")
}

fn place(tables: &ArrayOfTables, key: &str) -> Option<usize> {
    tables.iter().position(|table| key_of(table) == key)
}

/// Section and place of a question.
fn found(sections: &mut ArrayOfTables, key: &str) -> Option<(usize, usize)> {
    sections
        .iter_mut()
        .enumerate()
        .find_map(|(section, table)| {
            let questions = array(table, "question").ok()?;
            Some((section, place(questions, key)?))
        })
}

fn table_of<'d>(document: &'d mut DocumentMut, spot: &Spot) -> Result<&'d mut Table, EditError> {
    let gone = || EditError::Gone(spot.key().to_owned());
    match spot {
        Spot::Section(key) | Spot::Debrief(key) => {
            let tables = array(document.as_table_mut(), array_of(spot)).map_err(|_| gone())?;
            let at = place(tables, key).ok_or_else(gone)?;
            tables.get_mut(at).ok_or_else(gone)
        }
        Spot::Consent => {
            let item = document.get_mut("consent").ok_or_else(gone)?;
            if item.is_inline_table() {
                let inline = std::mem::take(item);
                *item = match inline.into_table() {
                    Ok(table) => Item::Table(table),
                    Err(as_it_was) => as_it_was,
                };
            }
            item.as_table_mut().ok_or_else(gone)
        }
        Spot::Question(key) => {
            let sections = array(document.as_table_mut(), "section").map_err(|_| gone())?;
            let (section, at) = found(sections, key).ok_or_else(gone)?;
            let section = sections.get_mut(section).ok_or_else(gone)?;
            array(section, "question")?.get_mut(at).ok_or_else(gone)
        }
    }
}

fn new_table(key: &str) -> Table {
    let mut table = Table::new();
    table.decor_mut().set_prefix("\n");
    table.insert("key", toml_edit::value(key));
    table
}

/// A value as TOML; `None`: nothing.
fn value_of(field: &str, value: &str) -> Result<Option<Value>, EditError> {
    let parts = |also: &[char]| {
        let parts = value
            .split(|c| c == ';' || c == '\n' || also.contains(&c))
            .map(str::trim);
        parts
            .filter(|part| !part.is_empty())
            .map(str::to_owned)
            .collect::<Vec<_>>()
    };
    if value.is_empty() {
        return Ok(None);
    }
    Ok(Some(match field {
        "roles" | "codes" => Value::Array(parts(&[',']).into_iter().collect::<Array>()),
        "followups" | "watch" => Value::Array(parts(&[]).into_iter().collect::<Array>()),
        "options" | "fields" | "items" => {
            let each = parts(&[])
                .into_iter()
                .map(|part| match part.split_once('=') {
                    Some((key, label)) if !key.trim().is_empty() => {
                        let mut table = InlineTable::new();
                        table.insert("key", key.trim().into());
                        table.insert("label", label.trim().into());
                        Value::InlineTable(table)
                    }
                    _ => Value::from(part),
                });
            Value::Array(each.collect::<Array>())
        }
        "minutes" => minutes(value)?,
        "sensitive" => match value.to_lowercase().as_str() {
            "yes" | "true" | "oui" => Value::from(true),
            "no" | "false" | "non" => return Ok(None),
            _ => return Err(bad(field, value, message!("guide-fault-bool"))),
        },
        _ => Value::from(value),
    }))
}

fn minutes(value: &str) -> Result<Value, EditError> {
    let number = |text: &str| {
        let text = text.trim().replace(',', ".");
        match (text.parse::<i64>(), text.parse::<f64>()) {
            (Ok(whole), _) => Some(Value::from(whole)),
            (_, Ok(number)) if number.is_finite() => Some(Value::from(number)),
            _ => None,
        }
    };
    let refused = || bad("minutes", value, message!("guide-fault-minutes"));
    if !value.contains('=') {
        return number(value).ok_or_else(refused);
    }
    let mut table = InlineTable::new();
    for part in value
        .split([';', '\n'])
        .map(str::trim)
        .filter(|part| !part.is_empty())
    {
        let (role, minutes) = part.split_once('=').ok_or_else(refused)?;
        table.insert(role.trim(), number(minutes).ok_or_else(refused)?);
    }
    Ok(Value::InlineTable(table))
}
