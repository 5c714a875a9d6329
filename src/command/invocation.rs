//! A command with what it is given.

use std::fmt;

use super::{Arg, CommandId};
use crate::i18n::Message;
use crate::message;

/// A command to run, as a key, the palette or a script asks for it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Invocation {
    /// Which command.
    pub command: CommandId,
    /// A number typed before it.
    pub count: Option<u32>,
    /// Its argument: a digit, text.
    pub arg: Option<String>,
}

/// Text that names no command, or one with an argument it does not take.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum InvocationError {
    /// No command is called so.
    #[error("unknown command '{0}'")]
    Unknown(String),
    /// The command takes nothing.
    #[error("command '{0}' takes no argument")]
    TakesNothing(&'static str),
    /// The argument should be a digit or number.
    #[error("command '{command}' takes a number, not '{arg}'")]
    NotANumber {
        /// The command.
        command: &'static str,
        /// What was given.
        arg: String,
    },
}

impl InvocationError {
    /// The error in the words of the screen.
    pub fn message(&self) -> Message {
        match self {
            InvocationError::Unknown(name) => message!("command-unknown", name = name),
            InvocationError::TakesNothing(name) => message!("command-takes-nothing", name = *name),
            InvocationError::NotANumber { command, arg } => {
                message!("command-not-a-number", name = *command, arg = arg)
            }
        }
    }
}

impl Invocation {
    /// The command alone.
    pub fn new(command: impl Into<CommandId>) -> Self {
        Invocation {
            command: command.into(),
            count: None,
            arg: None,
        }
    }

    /// The command with an argument.
    #[must_use]
    pub fn with_arg(mut self, arg: impl Into<String>) -> Self {
        self.arg = Some(arg.into());
        self
    }

    /// Reads `code.pick`, `code.slot 3`, `select.extend left`: the name, then the argument, which may hold spaces.
    pub fn parse(text: &str) -> Result<Self, InvocationError> {
        let text = text.trim();
        let (name, arg) = match text.split_once(' ') {
            Some((name, arg)) => (name, Some(arg.trim())),
            None => (text, None),
        };
        let id = CommandId::parse(name).ok_or_else(|| InvocationError::Unknown(name.to_owned()))?;
        let command = id.command();
        let Some(arg) = arg else {
            return Ok(Invocation::new(id));
        };
        let not_a_number = || InvocationError::NotANumber {
            command: command.name,
            arg: arg.to_owned(),
        };
        let mut invocation = Invocation::new(id);
        match command.arg {
            Arg::None => return Err(InvocationError::TakesNothing(command.name)),
            Arg::Digit if arg.len() == 1 && arg.bytes().all(|b| b.is_ascii_digit()) => {
                invocation.arg = Some(arg.to_owned());
            }
            Arg::Digit => return Err(not_a_number()),
            Arg::Count => invocation.count = Some(arg.parse().map_err(|_| not_a_number())?),
            Arg::Text => invocation.arg = Some(arg.to_owned()),
        }
        Ok(invocation)
    }

    /// The digit it was given, if any.
    pub fn digit(&self) -> Option<u8> {
        self.arg
            .as_deref()?
            .parse()
            .ok()
            .filter(|digit| *digit < 10)
    }

    /// How often, at least once.
    pub fn times(&self) -> usize {
        self.count.unwrap_or(1).max(1) as usize
    }
}

impl fmt::Display for Invocation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.command.name())?;
        match (&self.arg, self.count) {
            (Some(arg), _) => write!(f, " {arg}"),
            (None, Some(count)) => write!(f, " {count}"),
            (None, None) => Ok(()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn invocations_are_read_and_written_back() {
        for text in [
            "undo",
            "code.slot 3",
            "cursor.down 12",
            "code.pick own er ship",
        ] {
            assert_eq!(Invocation::parse(text).unwrap().to_string(), text);
        }
        assert_eq!(Invocation::parse("code.slot 3").unwrap().digit(), Some(3));
        assert_eq!(Invocation::parse("cursor.down 12").unwrap().times(), 12);
        assert_eq!(Invocation::parse("cursor.down").unwrap().times(), 1);
    }

    #[test]
    fn wrong_ones_say_what_is_wrong() {
        assert_eq!(
            Invocation::parse("codde.pick"),
            Err(InvocationError::Unknown("codde.pick".into()))
        );
        assert_eq!(
            Invocation::parse("undo 3"),
            Err(InvocationError::TakesNothing("undo"))
        );
        assert!(Invocation::parse("code.slot 12").is_err());
        assert!(Invocation::parse("cursor.down x").is_err());
        assert!(Invocation::parse("").is_err());
    }
}
