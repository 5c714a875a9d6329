//! What a room says without knowing the language.

use std::borrow::Cow;
use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

/// A message of the `.ftl` files with its arguments, before a language is chosen. It may be stored (labels of
/// transactions): keys and names of arguments are then part of the format.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Message {
    /// The key in the `.ftl` files.
    pub key: Cow<'static, str>,
    /// The arguments by name.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub args: BTreeMap<Cow<'static, str>, Value>,
}

/// An argument of a message.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Value {
    /// A whole number, grouped by thousands as the language does it, and what plurals look at.
    Whole(i64),
    /// A number with decimals, at most three of them shown.
    Decimal(f64),
    /// Text that is shown as it is (names, keys, files, years).
    Text(String),
    /// A message inside a message, said in the same language.
    Said(Box<Message>),
}

impl Message {
    /// A message without arguments yet.
    pub fn new(key: impl Into<Cow<'static, str>>) -> Self {
        Message {
            key: key.into(),
            args: BTreeMap::new(),
        }
    }

    /// The same message with one more argument.
    #[must_use]
    pub fn with(mut self, name: impl Into<Cow<'static, str>>, value: impl Into<Value>) -> Self {
        self.args.insert(name.into(), value.into());
        self
    }
}

impl PartialEq for Value {
    // by bits, so that equality is reflexive for every value a file may hold
    fn eq(&self, other: &Self) -> bool {
        match (self, other) {
            (Value::Whole(a), Value::Whole(b)) => a == b,
            (Value::Decimal(a), Value::Decimal(b)) => a.to_bits() == b.to_bits(),
            (Value::Text(a), Value::Text(b)) => a == b,
            (Value::Said(a), Value::Said(b)) => a == b,
            _ => false,
        }
    }
}

impl Eq for Value {}

macro_rules! whole {
    ($($from:ty),*) => {$(
        impl From<$from> for Value {
            fn from(n: $from) -> Self {
                Value::Whole(i64::from(n))
            }
        }
    )*};
}
whole!(i8, i16, i32, i64, u8, u16, u32);

impl From<u64> for Value {
    fn from(n: u64) -> Self {
        Value::Whole(i64::try_from(n).unwrap_or(i64::MAX))
    }
}

impl From<usize> for Value {
    fn from(n: usize) -> Self {
        Value::Whole(i64::try_from(n).unwrap_or(i64::MAX))
    }
}

impl From<f64> for Value {
    fn from(n: f64) -> Self {
        Value::Decimal(n)
    }
}

impl From<f32> for Value {
    fn from(n: f32) -> Self {
        Value::Decimal(f64::from(n))
    }
}

macro_rules! text {
    ($($from:ty),*) => {$(
        impl From<$from> for Value {
            fn from(text: $from) -> Self {
                Value::Text(text.to_string())
            }
        }
    )*};
}
text!(
    &str,
    &&str,
    &String,
    &&String,
    Cow<'_, str>,
    &Cow<'_, str>,
    char
);

impl From<String> for Value {
    fn from(text: String) -> Self {
        Value::Text(text)
    }
}

impl From<Message> for Value {
    fn from(message: Message) -> Self {
        Value::Said(Box::new(message))
    }
}

impl From<&Message> for Value {
    fn from(message: &Message) -> Self {
        Value::Said(Box::new(message.clone()))
    }
}

impl From<&Value> for Value {
    fn from(value: &Value) -> Self {
        value.clone()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_message_comes_back_from_json_as_it_went() {
        let message = crate::message!(
            "k",
            n = 3,
            x = 1.5,
            name = "Ana",
            inner = crate::message!("j", m = 0)
        );
        let json = serde_json::to_string(&message).unwrap();
        assert_eq!(
            json,
            r#"{"key":"k","args":{"inner":{"key":"j","args":{"m":0}},"n":3,"name":"Ana","x":1.5}}"#
        );
        assert_eq!(serde_json::from_str::<Message>(&json).unwrap(), message);
    }
}
