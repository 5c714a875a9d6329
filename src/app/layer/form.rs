//! Fields to fill.

use super::unsent::Writing;
use crate::app::App;
use crate::app::entry::Entry;
use crate::command::{CursorAct, Situation, TextAct};
use crate::i18n::Message;

/// A field to fill.
#[derive(Debug, Clone)]
pub struct Field {
    /// What `then` finds it by.
    pub key: String,
    /// Its words.
    pub label: Message,
    /// What it holds.
    pub value: FieldValue,
}

/// What a field holds.
#[derive(Debug, Clone)]
pub enum FieldValue {
    /// Text.
    Text(Entry),
    /// Text of several lines.
    Lines(Entry),
    /// One of some values: (value, its words); the first where nothing was chosen.
    Choice(Vec<(String, String)>, usize),
}

impl Field {
    /// A field of text.
    pub fn text(key: &str, label: Message, text: &str) -> Self {
        Self {
            key: key.to_owned(),
            label,
            value: FieldValue::Text(Entry::new(text)),
        }
    }

    /// A field of text of several lines.
    pub fn lines(key: &str, label: Message, text: &str) -> Self {
        Self {
            key: key.to_owned(),
            label,
            value: FieldValue::Lines(Entry::new(text)),
        }
    }

    /// A field with one of some values.
    pub fn choice(key: &str, label: Message, options: Vec<(String, String)>, chosen: &str) -> Self {
        let at = options
            .iter()
            .position(|(value, _)| value == chosen)
            .unwrap_or(0);
        Self {
            key: key.to_owned(),
            label,
            value: FieldValue::Choice(options, at),
        }
    }

    /// The value, as text.
    pub fn value(&self) -> &str {
        match &self.value {
            FieldValue::Text(entry) | FieldValue::Lines(entry) => entry.text(),
            FieldValue::Choice(options, at) => options.get(*at).map_or("", |(value, _)| value),
        }
    }
}

/// The values of a form, by key.
#[derive(Debug, Clone, Default)]
pub struct Values(Vec<(String, String)>);

impl Values {
    /// A value; empty where the form has no such field.
    pub fn get(&self, key: &str) -> &str {
        self.0
            .iter()
            .find(|(other, _)| other == key)
            .map_or("", |(_, value)| value.trim())
    }

    /// All of them, in order.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0
            .iter()
            .map(|(key, value)| (key.as_str(), value.trim()))
    }
}

/// A field that is not right yet: its key, and what is wrong.
pub type Refused = (String, Message);

/// What happens with the values; a refusal keeps the form open.
pub type WithValues = Box<dyn FnMut(&mut App, &Values) -> Result<(), Refused> + Send>;

/// Fields to fill.
pub struct Form {
    /// What is filled.
    pub title: Message,
    /// The fields.
    pub fields: Vec<Field>,
    /// The field the cursor is in.
    pub at: usize,
    /// What is wrong, and in which field.
    pub refused: Option<Refused>,
    answered_by_letters: bool,
    /// What the fields held at first.
    began: Vec<String>,
    /// What it writes, where its words outlive it.
    writing: Option<Writing>,
    then: WithValues,
}

impl Form {
    /// A form; `then` gets the values when it is kept, and may refuse them.
    pub fn new(
        title: Message,
        fields: Vec<Field>,
        then: impl FnMut(&mut App, &Values) -> Result<(), Refused> + Send + 'static,
    ) -> Self {
        Self {
            title,
            began: fields
                .iter()
                .map(|field| field.value().to_owned())
                .collect(),
            fields,
            at: 0,
            refused: None,
            answered_by_letters: false,
            writing: None,
            then: Box::new(then),
        }
    }

    /// Begins in the field of a key.
    #[must_use]
    pub fn starting_at(mut self, key: &str) -> Self {
        self.at = self
            .fields
            .iter()
            .position(|field| field.key == key)
            .unwrap_or(0);
        self
    }

    /// A letter that chooses a value goes on to the next field, the last one excepted: one key an answer.
    #[must_use]
    pub fn answered_by_letters(mut self) -> Self {
        self.answered_by_letters = true;
        self
    }

    /// The field the cursor is in.
    pub fn current(&self) -> Option<&Field> {
        self.fields.get(self.at)
    }

    /// Goes on with what was typed into the form that writes the same and was left.
    pub(in crate::app) fn going_on(mut self, app: &mut App, writing: Writing) -> Self {
        if app.unsent.put(&writing, &mut self.fields) {
            app.warn(crate::message!("app-form-changed"));
        }
        self.writing = Some(writing);
        self
    }

    /// Leaves the form; what was typed into a field of several lines is there when the same is written again. True if
    /// there is any.
    pub(in crate::app) fn leave(self, app: &mut App) -> bool {
        let Some(writing) = self.writing else {
            return false;
        };
        let typed = self.fields.iter().zip(&self.began).any(|(field, began)| {
            let text = field.value();
            matches!(field.value, FieldValue::Lines(_)) && text != began && !text.trim().is_empty()
        });
        if typed {
            app.unsent.keep(writing, self.fields, self.began);
        } else {
            app.unsent.forget(&writing);
        }
        typed
    }

    pub(in crate::app) fn situation(&self, situation: &mut Situation) {
        situation.several_fields = self.fields.len() > 1;
        let field = self.current().map(|field| &field.value);
        situation.choice_field = matches!(field, Some(FieldValue::Choice(..)));
        situation.lines_field = matches!(field, Some(FieldValue::Lines(_)));
    }

    /// A line further or back in a field of several, at its edge to the next field or the one before.
    pub fn line(&mut self, forward: bool) {
        let moved = match self.fields.get_mut(self.at).map(|field| &mut field.value) {
            Some(FieldValue::Lines(entry)) => entry.line(forward),
            _ => false,
        };
        match forward {
            _ if moved => {}
            true => self.next(),
            false => self.previous(),
        }
    }

    /// Goes to the next field, round the end.
    pub fn next(&mut self) {
        self.at = (self.at + 1) % self.fields.len().max(1);
    }

    /// Goes to the field before, round the start.
    pub fn previous(&mut self) {
        let len = self.fields.len().max(1);
        self.at = (self.at + len - 1) % len;
    }

    /// Takes the next or the previous value of a choice.
    pub fn choose(&mut self, forward: bool) {
        if let Some(FieldValue::Choice(options, at)) =
            self.fields.get_mut(self.at).map(|f| &mut f.value)
        {
            let len = options.len().max(1);
            *at = if forward { *at + 1 } else { *at + len - 1 } % len;
        }
    }

    pub(super) fn cursor(&mut self, act: CursorAct, count: Option<u32>) {
        match act {
            CursorAct::Down => self.line(true),
            CursorAct::Up => self.line(false),
            CursorAct::Right => self.choose(true),
            CursorAct::Left => self.choose(false),
            CursorAct::First => self.at = 0,
            CursorAct::Last => self.at = self.fields.len().saturating_sub(1),
            _ => {
                let _ = count;
            }
        }
    }

    pub(super) fn text(&mut self, act: TextAct, text: &str, times: usize) {
        self.refused = None;
        match self.fields.get_mut(self.at).map(|field| &mut field.value) {
            Some(FieldValue::Text(_)) if act == TextAct::Newline => {}
            Some(FieldValue::Text(entry) | FieldValue::Lines(entry)) => match act {
                TextAct::Type => entry.insert(text),
                _ => entry.act(act, times),
            },
            Some(FieldValue::Choice(options, at)) => match act {
                TextAct::Type if text == " " => self.choose(true),
                TextAct::Type => {
                    // A letter goes to the next value that begins with it.
                    let typed = crate::text::fold::fold(text);
                    let begins = |(_, label): &(String, String)| {
                        crate::text::fold::fold(label).starts_with(&typed)
                    };
                    let after = options
                        .iter()
                        .enumerate()
                        .skip(*at + 1)
                        .find(|(_, option)| begins(option));
                    let found = after.or_else(|| {
                        options
                            .iter()
                            .enumerate()
                            .find(|(_, option)| begins(option))
                    });
                    if let Some((index, _)) = found {
                        *at = index;
                        if self.answered_by_letters && self.at + 1 < self.fields.len() {
                            self.at += 1;
                        }
                    }
                }
                TextAct::Right => self.choose(true),
                TextAct::Left => self.choose(false),
                _ => {}
            },
            None => {}
        }
    }

    /// Keeps the values, unless they are refused.
    pub(super) fn enter(mut self, app: &mut App) {
        let values = Values(
            self.fields
                .iter()
                .map(|field| (field.key.clone(), field.value().to_owned()))
                .collect(),
        );
        let depth = app.layers.len();
        match (self.then)(app, &values) {
            Ok(()) => {
                if let Some(writing) = &self.writing {
                    app.unsent.forget(writing);
                }
            }
            Err(refused) => {
                let at = self.fields.iter().position(|field| field.key == refused.0);
                self.at = at.unwrap_or(self.at);
                self.refused = Some(refused);
                app.layers
                    .insert(depth.min(app.layers.len()), super::Layer::Form(self));
            }
        }
    }
}
