//! Every word a person sees, in English and French.
//!
//! `en.ftl` and `fr.ftl` hold the same keys with the same variables, one section a room. A pure room that has something
//! to say without knowing the language returns a [`Message`]; whoever shows it has [`Words`] and says it.

mod format;
mod lang;
mod message;
mod words;

pub use format::{duration, duration_long};
pub use lang::{Lang, UnknownLang};
pub use message::{Message, Value};
pub use words::Words;

/// The text of a message in the language of `words`: `t!(words, "key", n = 3, name = &name)`.
#[macro_export]
macro_rules! t {
    ($words:expr, $key:expr $(,)?) => { $words.get($key) };
    ($words:expr, $key:expr, $($name:ident = $value:expr),+ $(,)?) => {
        $words.with($key, &[$((stringify!($name), $crate::i18n::Value::from($value))),+])
    };
}

/// A [`Message`] without a language: `message!("key", line = 3, name = &name)`.
#[macro_export]
macro_rules! message {
    ($key:expr $(,)?) => { $crate::i18n::Message::new($key) };
    ($key:expr, $($name:ident = $value:expr),+ $(,)?) => {
        $crate::i18n::Message::new($key)$(.with(stringify!($name), $value))+
    };
}

#[cfg(test)]
mod files_test;
