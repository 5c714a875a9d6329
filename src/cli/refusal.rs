//! A command line that cannot be: what is wrong with it, in the language of the person.

use super::failure::USAGE;
use crate::i18n::{Message, Words};
use crate::message;
use crate::text::harmless;
use clap::error::{ContextKind, ContextValue, ErrorKind};
use std::error::Error;
use std::io::Write;
use std::process::ExitCode;

/// Prints help or version (exit 0), or says what is wrong (exit 2).
pub fn end(error: &clap::Error, words: Words) -> ExitCode {
    match error.kind() {
        ErrorKind::DisplayHelp | ErrorKind::DisplayVersion => {
            let text = error.render().to_string();
            let _ = std::io::stdout().lock().write_all(text.as_bytes());
            ExitCode::SUCCESS
        }
        ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => {
            let text = error.render().to_string();
            let _ = std::io::stderr().lock().write_all(text.as_bytes());
            ExitCode::from(USAGE)
        }
        _ => {
            let mut lines = vec![words.say(&reason(error))];
            if let Some(meant) = meant(error) {
                lines.push(words.say(&message!("cli-usage-meant", meant = meant)));
            }
            lines.push(words.get("cli-usage-help"));
            let text = harmless(&lines.join("\n")).into_owned();
            let _ = writeln!(std::io::stderr().lock(), "{text}");
            ExitCode::from(USAGE)
        }
    }
}

/// One piece of what the parser knows of the error.
fn context(error: &clap::Error, kind: ContextKind) -> String {
    match error.get(kind) {
        Some(ContextValue::String(text)) => text.clone(),
        Some(ContextValue::Strings(texts)) => texts.join(", "),
        Some(ContextValue::StyledStr(text)) => text.to_string(),
        Some(ContextValue::StyledStrs(texts)) => texts
            .iter()
            .map(ToString::to_string)
            .collect::<Vec<_>>()
            .join(", "),
        Some(ContextValue::Number(number)) => number.to_string(),
        Some(ContextValue::Bool(yes)) => yes.to_string(),
        _ => String::new(),
    }
}

fn meant(error: &clap::Error) -> Option<String> {
    [
        ContextKind::SuggestedSubcommand,
        ContextKind::SuggestedArg,
        ContextKind::SuggestedValue,
    ]
    .into_iter()
    .map(|kind| context(error, kind))
    .find(|text| !text.is_empty())
}

fn reason(error: &clap::Error) -> Message {
    let argument = context(error, ContextKind::InvalidArg);
    let value = context(error, ContextKind::InvalidValue);
    match error.kind() {
        ErrorKind::InvalidSubcommand => message!(
            "cli-usage-verb",
            verb = context(error, ContextKind::InvalidSubcommand)
        ),
        ErrorKind::UnknownArgument => message!("cli-usage-argument", argument = argument),
        ErrorKind::MissingRequiredArgument => message!("cli-usage-missing", argument = argument),
        ErrorKind::ArgumentConflict => message!(
            "cli-usage-conflict",
            argument = argument,
            other = context(error, ContextKind::PriorArg)
        ),
        ErrorKind::InvalidValue if value.is_empty() => {
            message!("cli-usage-no-value", argument = argument)
        }
        ErrorKind::InvalidValue => message!(
            "cli-usage-value",
            argument = argument,
            value = value,
            expected = context(error, ContextKind::ValidValue)
        ),
        ErrorKind::ValueValidation => message!(
            "cli-usage-value",
            argument = argument,
            value = value,
            expected = error.source().map(ToString::to_string).unwrap_or_default()
        ),
        ErrorKind::MissingSubcommand => message!("cli-usage-no-verb"),
        ErrorKind::InvalidUtf8 => message!("cli-usage-utf8"),
        _ => message!("cli-usage-other", argument = argument, value = value),
    }
}
