//! The infographic: a page of HTML with drawings inside, which prints on at most four A4 pages; the same as a source for
//! `typst`. Both are made from a template, the study's own where there is one.

use super::facts::Facts;
use super::overview::Overview;
use crate::analysis::{Context, Counted, TableError};
use crate::export::report::own::sealed_whole;
use crate::i18n::{Message, Words};
use crate::message;
use minijinja::value::Serde;
use minijinja::{AutoEscape, Environment, Error, UndefinedBehavior, Value};
use std::fmt::Write;
use std::fs;
use std::io;
use std::path::Path;

/// What the infographic is written as.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Page {
    /// HTML with drawings inside.
    Html,
    /// A source for `typst`.
    Typst,
}

impl Page {
    /// What the ending of a file's name asks for; HTML without one.
    pub fn of(path: &Path) -> Option<Self> {
        let Some(ending) = path.extension() else {
            return Some(Self::Html);
        };
        match ending.to_str()?.to_ascii_lowercase().as_str() {
            "html" | "htm" => Some(Self::Html),
            "typ" => Some(Self::Typst),
            _ => None,
        }
    }

    /// How a comment begins and ends in it.
    pub(super) fn comment(self) -> (&'static str, &'static str) {
        match self {
            Self::Html => ("<!-- ", " -->"),
            Self::Typst => ("// ", ""),
        }
    }

    /// The page as it is written, with its checksum.
    pub(super) fn sealed(self, made: &str) -> String {
        sealed_whole(made, self.comment())
    }

    /// Name of its template, and ours.
    pub(super) fn template(self) -> (&'static str, &'static str) {
        match self {
            Self::Html => ("infographic.html", include_str!("infographic.html")),
            Self::Typst => ("infographic.typ", include_str!("infographic.typ")),
        }
    }
}

/// The infographic, and what was wrong with the study's own template. The same study gives the same bytes.
pub fn infographic(
    counted: &Counted,
    context: &Context,
    words: Words,
    page: Page,
    templates: &Path,
) -> Result<(String, Vec<Message>), TableError> {
    let overview = Overview::of(&Facts::of(counted, context, words)?);
    let (name, ours) = page.template();
    let mut warnings = Vec::new();
    let path = templates.join(name);
    match fs::read_to_string(&path) {
        Ok(theirs) => match fill(name, &theirs, &overview, words, page) {
            Ok(made) => return Ok((made, warnings)),
            Err(error) => warnings.push(faulty(&path, &said(&error))),
        },
        Err(error) if error.kind() == io::ErrorKind::NotFound => {}
        Err(error) => warnings.push(faulty(&path, &error.to_string())),
    }
    match fill(name, ours, &overview, words, page) {
        Ok(made) => Ok((made, warnings)),
        Err(error) => {
            // the shipped templates are filled in the tests
            warnings.push(faulty(Path::new(name), &said(&error)));
            Ok((String::new(), warnings))
        }
    }
}

fn faulty(path: &Path, reason: &str) -> Message {
    message!(
        "export-template-faulty",
        file = path.display().to_string(),
        reason = reason
    )
}

/// An error with its line.
fn said(error: &Error) -> String {
    let mut out = error.kind().to_string();
    if let Some(detail) = error.detail() {
        let _ = write!(out, ": {detail}");
    }
    if let Some(line) = error.line() {
        let _ = write!(out, " (line {line})");
    }
    out
}

fn fill(
    name: &str,
    template: &str,
    overview: &Overview,
    words: Words,
    page: Page,
) -> Result<String, Error> {
    let mut environment = Environment::new();
    environment.set_undefined_behavior(UndefinedBehavior::Strict);
    environment.set_auto_escape_callback(move |_| match page {
        Page::Html => AutoEscape::Html,
        Page::Typst => AutoEscape::None,
    });
    // no template may keep the program busy for ever
    environment.set_fuel(Some(2_000_000));
    environment.add_function("say", move |key: &str| words.get(&format!("deliver-{key}")));
    environment.add_filter("quoted", move |quote: &str| {
        words.say(&message!("export-quote", quote = quote))
    });
    environment.add_filter("typ", |value: &Value| typst(&value.to_string()));
    environment.add_template(name, template)?;
    environment
        .get_template(name)?
        .render(Value::from(Serde(overview)))
}

/// Words that mean themselves in a source for `typst`, as a string.
fn typst(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 2);
    out.push('"');
    for c in text.chars() {
        match c {
            '"' | '\\' => {
                out.push('\\');
                out.push(c);
            }
            '\n' => out.push_str("\\n"),
            _ => out.push(c),
        }
    }
    out.push('"');
    out
}
