//! A keymap file, read with the place of each fault. What is not at fault is used.
//!
//! ```toml
//! schema = 1
//! name = "mine"
//! inherit = "azerty"                    # a shipped keymap below this one
//! layout = "fr"                         # or { name = "fr", digits = "à&é\"'(§è!ç" }
//! [keys.transcript]
//! inherit = ["list", "normal"]          # first match wins
//! digits = "slot"                       # or "count", "text"
//! text = "note.type"                    # what printable characters do
//! "v" = "select.extend"
//! "c" = { menu = "menu-code" }          # names a prefix
//! "c n" = { run = "code.new", desc = "…", when = "passage" }
//! "1..9" = "code.slot"                  # the digit is the argument
//! "A-up" = ["select.turn", "select.extend up"]
//! "x" = false                           # unbind
//! ```

use std::ops::Range;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::chord::Chord;
use super::layer::{Action, Digits, Entry, Layer, LayoutChoice, Section};
use super::layout::{LAYOUTS, Layout};
use crate::command::{self, Arg, Context, Invocation, InvocationError, Need};
use crate::config::{Fault, Lines, nearest};
use crate::i18n::Message;
use crate::message;

/// The version of the schema that this reader knows.
const SCHEMA: &str = "1";

/// Reads the text of a keymap file.
pub fn parse(file: &str, text: &str) -> (Layer, Vec<Fault>) {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let (table, errors) = DeTable::parse_recoverable(text);
    let mut reader = Reader {
        file,
        text,
        lines: Lines::of(text),
        faults: errors
            .iter()
            .map(|error| Fault::toml(file, text, error))
            .collect(),
    };
    let layer = reader.layer(table.get_ref());
    reader
        .faults
        .sort_by_key(|fault| (fault.line, fault.column));
    (layer, reader.faults)
}

type Value<'i> = Spanned<DeValue<'i>>;

struct Reader<'a> {
    file: &'a str,
    text: &'a str,
    lines: Lines<'a>,
    faults: Vec<Fault>,
}

/// The entries of a table in the order of the file.
fn in_order<'a, 'i>(table: &'a DeTable<'i>) -> Vec<(&'a str, Range<usize>, &'a Value<'i>)> {
    let mut entries: Vec<_> = table
        .iter()
        .map(|(key, value)| (key.get_ref().as_ref(), key.span(), value))
        .collect();
    entries.sort_by_key(|(_, span, _)| span.start);
    entries
}

fn string<'a>(value: &'a Value<'_>) -> Option<&'a str> {
    match value.get_ref() {
        DeValue::String(text) => Some(text.as_ref()),
        _ => None,
    }
}

impl Reader<'_> {
    fn fault(&mut self, span: &Range<usize>, message: Message) {
        self.faults
            .push(Fault::at(self.file, self.text, span.start, message));
    }

    fn expected(&mut self, value: &Value<'_>, what: Message) {
        self.fault(&value.span(), message!("keymap-expected", what = what));
    }

    fn unknown<'k>(
        &mut self,
        span: &Range<usize>,
        word: &str,
        known: impl IntoIterator<Item = &'k str>,
    ) {
        let message = match nearest(word, known) {
            Some(meant) => message!("keymap-unknown-meant", word = word, meant = meant),
            None => message!("keymap-unknown", word = word),
        };
        self.fault(span, message);
    }

    fn text_of(&mut self, value: &Value<'_>) -> Option<String> {
        let text = string(value).map(str::to_owned);
        if text.is_none() {
            self.expected(value, message!("keymap-expected-text"));
        }
        text
    }

    fn layer(&mut self, table: &DeTable<'_>) -> Layer {
        let mut layer = Layer {
            file: self.file.to_owned(),
            ..Layer::default()
        };
        for (key, span, value) in in_order(table) {
            match key {
                "schema" => match value.get_ref() {
                    DeValue::Integer(n) if n.as_str() == SCHEMA => {}
                    _ => self.fault(&value.span(), message!("keymap-schema", known = SCHEMA)),
                },
                "name" => layer.name = self.text_of(value).unwrap_or_default(),
                "inherit" => layer.inherit = self.text_of(value),
                "layout" => layer.layout = self.layout(value),
                "keys" => match value.get_ref() {
                    DeValue::Table(contexts) => {
                        for (name, span, value) in in_order(contexts) {
                            match (Context::parse(name), value.get_ref()) {
                                (Some(context), DeValue::Table(keys)) => {
                                    layer.sections.push((context, self.section(context, keys)));
                                }
                                (Some(_), _) => {
                                    self.expected(value, message!("keymap-expected-table"));
                                }
                                (None, _) => {
                                    self.unknown(&span, name, Context::ALL.map(Context::name));
                                }
                            }
                        }
                    }
                    _ => self.expected(value, message!("keymap-expected-table")),
                },
                _ => self.unknown(&span, key, ["schema", "name", "inherit", "layout", "keys"]),
            }
        }
        layer
    }

    fn layout(&mut self, value: &Value<'_>) -> Option<LayoutChoice> {
        let name_of = |reader: &mut Self, value: &Value<'_>| {
            let name = reader.text_of(value)?;
            let layout = Layout::named(&name);
            if layout.is_none() {
                reader.unknown(
                    &value.span(),
                    &name,
                    LAYOUTS.iter().map(|layout| layout.name),
                );
            }
            layout
        };
        match value.get_ref() {
            DeValue::Table(table) => {
                let mut choice = LayoutChoice::of(&LAYOUTS[0]);
                for (key, span, value) in in_order(table) {
                    match key {
                        "name" => {
                            if let Some(layout) = name_of(self, value) {
                                let (digits, home) = (choice.digits.take(), choice.home.take());
                                choice = LayoutChoice {
                                    layout,
                                    digits,
                                    home,
                                };
                            }
                        }
                        "digits" => match string(value).filter(|row| row.chars().count() == 10) {
                            Some(row) => choice.digits = Some(row.to_owned()),
                            None => self.expected(value, message!("keymap-expected-digits")),
                        },
                        "home" => choice.home = self.text_of(value),
                        _ => self.unknown(&span, key, ["name", "digits", "home"]),
                    }
                }
                Some(choice)
            }
            _ => name_of(self, value).map(LayoutChoice::of),
        }
    }

    fn section(&mut self, context: Context, table: &DeTable<'_>) -> Section {
        let mut section = Section::default();
        for (key, span, value) in in_order(table) {
            match key {
                "inherit" => section.inherit = self.contexts(value),
                "digits" => {
                    section.digits = string(value).and_then(Digits::parse);
                    if section.digits.is_none() {
                        self.expected(value, message!("keymap-expected-digits-mode"));
                    }
                }
                "text" => {
                    let command = self
                        .text_of(value)
                        .and_then(|name| self.invocation(&value.span(), &name));
                    match command {
                        Some(invocation) if invocation.command.command().arg == Arg::Text => {
                            section.text = Some(invocation.command);
                        }
                        Some(_) => self.expected(value, message!("keymap-expected-text-command")),
                        None => {}
                    }
                }
                _ => self.entry(context, &mut section, key, &span, value),
            }
        }
        section
    }

    fn contexts(&mut self, value: &Value<'_>) -> Option<Vec<Context>> {
        let DeValue::Array(names) = value.get_ref() else {
            self.expected(value, message!("keymap-expected-list"));
            return None;
        };
        let mut contexts = Vec::new();
        for value in names {
            let Some(name) = self.text_of(value) else {
                continue;
            };
            match Context::parse(&name) {
                Some(context) => contexts.push(context),
                None => self.unknown(&value.span(), &name, Context::ALL.map(Context::name)),
            }
        }
        Some(contexts)
    }

    fn entry(
        &mut self,
        context: Context,
        section: &mut Section,
        key: &str,
        span: &Range<usize>,
        value: &Value<'_>,
    ) {
        let chord: Chord = match key.parse() {
            Ok(chord) => chord,
            Err(error) => return self.fault(span, super::key::NotAKey::message(&error)),
        };
        let Some(action) = self.action(value) else {
            return;
        };
        let (line, column) = self.lines.place(span.start);
        for (keys, digit) in chord.expand() {
            let mut action = action.clone();
            if let (Action::Run { runs, .. }, Some(digit)) = (&mut action, digit) {
                for run in runs
                    .iter_mut()
                    .filter(|run| run.arg.is_none() && run.count.is_none())
                {
                    match run.command.command().arg {
                        Arg::Digit | Arg::Text => run.arg = Some(digit.to_string()),
                        Arg::Count => run.count = Some(u32::from(digit)),
                        Arg::None => {}
                    }
                }
                let takes = |run: &Invocation| run.arg.is_some() || run.count.is_some();
                if !runs.iter().any(takes) {
                    return self.fault(span, message!("keymap-takes-no-digit", key = key));
                }
            }
            section.entries.push(Entry {
                keys,
                chord: chord.clone(),
                action,
                context,
                file: self.file.to_owned(),
                line,
                column,
            });
        }
    }

    fn action(&mut self, value: &Value<'_>) -> Option<Action> {
        match value.get_ref() {
            DeValue::Boolean(false) => Some(Action::Unbind),
            DeValue::String(_) | DeValue::Array(_) => Some(Action::Run {
                runs: self.runs(value)?,
                desc: None,
                when: None,
            }),
            DeValue::Table(table) => self.detailed(value, table),
            _ => {
                self.expected(value, message!("keymap-expected-action"));
                None
            }
        }
    }

    fn detailed(&mut self, value: &Value<'_>, table: &DeTable<'_>) -> Option<Action> {
        let (mut runs, mut desc, mut when, mut menu) = (None, None, None, None);
        for (key, span, value) in in_order(table) {
            match key {
                "run" => runs = Some(self.runs(value)?),
                "desc" => desc = self.text_of(value),
                "menu" => menu = self.text_of(value),
                "when" => {
                    let name = self.text_of(value)?;
                    when = Need::parse(&name);
                    if when.is_none() {
                        self.unknown(
                            &value.span(),
                            &name,
                            Need::ALL.iter().map(|need| need.name()),
                        );
                        return None;
                    }
                }
                _ => self.unknown(&span, key, ["run", "desc", "when", "menu"]),
            }
        }
        match (runs, menu) {
            (Some(runs), None) => Some(Action::Run { runs, desc, when }),
            (None, Some(menu)) => Some(Action::Menu(menu)),
            _ => {
                self.expected(value, message!("keymap-expected-action"));
                None
            }
        }
    }

    fn runs(&mut self, value: &Value<'_>) -> Option<Vec<Invocation>> {
        match value.get_ref() {
            DeValue::String(text) => Some(vec![self.invocation(&value.span(), text)?]),
            DeValue::Array(list) if !list.is_empty() => {
                let mut runs = Vec::new();
                for value in list {
                    let text = self.text_of(value)?;
                    runs.push(self.invocation(&value.span(), &text)?);
                }
                Some(runs)
            }
            _ => {
                self.expected(value, message!("keymap-expected-action"));
                None
            }
        }
    }

    fn invocation(&mut self, span: &Range<usize>, text: &str) -> Option<Invocation> {
        match Invocation::parse(text) {
            Ok(invocation) => Some(invocation),
            Err(InvocationError::Unknown(name)) => {
                self.unknown(span, &name, command::all().map(|command| command.name));
                None
            }
            Err(error) => {
                self.fault(span, error.message());
                None
            }
        }
    }
}
