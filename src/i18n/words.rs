//! The words of one language.

use std::sync::LazyLock;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use unic_langid::LanguageIdentifier;

use super::{Lang, Message, Value, format};

type Bundle = FluentBundle<FluentResource>;

/// The words of one language, with English where a word is missing. Free to copy and to send to a worker.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Words {
    lang: Lang,
}

static ENGLISH: LazyLock<Bundle> = LazyLock::new(|| bundle(Lang::En));
static FRENCH: LazyLock<Bundle> = LazyLock::new(|| bundle(Lang::Fr));

/// The text of the language's file.
pub(super) fn source(lang: Lang) -> &'static str {
    match lang {
        Lang::En => include_str!("en.ftl"),
        Lang::Fr => include_str!("fr.ftl"),
    }
}

fn bundle(lang: Lang) -> Bundle {
    let tag: LanguageIdentifier = lang.code().parse().unwrap_or_default();
    let mut bundle = Bundle::new_concurrent(vec![tag]);
    // no U+2068/U+2069 around arguments: terminals show them as cells
    bundle.set_use_isolating(false);
    bundle.set_formatter(Some(match lang {
        Lang::En => |value, _| number(Lang::En, value),
        Lang::Fr => |value, _| number(Lang::Fr, value),
    }));
    // a faulty entry is left out, and the tests of the files find it
    let resource = match FluentResource::try_new(source(lang).to_owned()) {
        Ok(resource) | Err((resource, _)) => resource,
    };
    bundle.add_resource_overriding(resource);
    bundle
}

fn number(lang: Lang, value: &FluentValue) -> Option<String> {
    match value {
        FluentValue::Number(n) => Some(format::number(lang, n.value, None)),
        _ => None,
    }
}

impl Words {
    /// The words of `lang`.
    pub fn new(lang: Lang) -> Self {
        Words { lang }
    }

    /// The language of these words.
    pub fn lang(self) -> Lang {
        self.lang
    }

    /// The name of a language in that language itself.
    pub fn language_name(self, lang: Lang) -> String {
        match lang {
            Lang::En => self.get("i18n-language-en"),
            Lang::Fr => self.get("i18n-language-fr"),
        }
    }

    /// Whether the key is in the language's file; both files hold the same ones.
    pub fn has(self, key: &str) -> bool {
        match self.lang {
            Lang::En => ENGLISH.has_message(key),
            Lang::Fr => FRENCH.has_message(key),
        }
    }

    /// The text of a message without arguments; the key itself where no file has it.
    pub fn get(self, key: &str) -> String {
        self.format(key, None)
    }

    /// The text of a message with arguments.
    pub fn with(self, key: &str, args: &[(&str, Value)]) -> String {
        let mut fluent = FluentArgs::with_capacity(args.len());
        for (name, value) in args {
            fluent.set((*name).to_owned(), self.value(value));
        }
        self.format(key, Some(&fluent))
    }

    /// The text of a message that was made without a language.
    pub fn say(self, message: &Message) -> String {
        let mut fluent = FluentArgs::with_capacity(message.args.len());
        for (name, value) in &message.args {
            fluent.set(name.to_string(), self.value(value));
        }
        self.format(&message.key, Some(&fluent))
    }

    fn value(self, value: &Value) -> FluentValue<'static> {
        match value {
            Value::Whole(n) => FluentValue::from(*n),
            Value::Decimal(n) => FluentValue::from(*n),
            Value::Text(text) => FluentValue::from(text.clone()),
            Value::Said(message) => FluentValue::from(self.say(message)),
        }
    }

    fn format(self, key: &str, args: Option<&FluentArgs>) -> String {
        let bundles: &[&LazyLock<Bundle>] = match self.lang {
            Lang::En => &[&ENGLISH],
            Lang::Fr => &[&FRENCH, &ENGLISH],
        };
        for bundle in bundles {
            if let Some(pattern) = bundle.get_message(key).and_then(|message| message.value()) {
                let mut errors = Vec::new();
                return bundle
                    .format_pattern(pattern, args, &mut errors)
                    .into_owned();
            }
        }
        key.to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{message, t};

    #[test]
    fn words_come_in_both_languages_with_plurals_and_grouped_numbers() {
        let (en, fr) = (Words::new(Lang::En), Words::new(Lang::Fr));
        let said = |words: Words, n: i64| t!(words, "i18n-interviews", n = n);
        assert_eq!(said(en, 0), "0 interviews");
        assert_eq!(said(en, 1), "1 interview");
        assert_eq!(said(fr, 0), "0 entretien");
        assert_eq!(said(fr, 1), "1 entretien");
        assert_eq!(said(fr, 2), "2 entretiens");
        assert_eq!(said(en, 1_234), "1,234 interviews");
        assert_eq!(said(fr, 1_234), "1\u{202f}234 entretiens");
    }

    #[test]
    fn a_message_inside_a_message_is_said_in_the_same_language() {
        let message = message!(
            "i18n-pair",
            first = message!("i18n-interviews", n = 2),
            second = "E07"
        );
        assert_eq!(Words::new(Lang::Fr).say(&message), "2 entretiens · E07");
        assert_eq!(Words::new(Lang::En).say(&message), "2 interviews · E07");
    }

    #[test]
    fn an_unknown_key_is_shown_as_it_is() {
        assert_eq!(Words::new(Lang::Fr).get("no-such-key"), "no-such-key");
        assert!(!Words::new(Lang::Fr).has("no-such-key"));
    }

    #[test]
    fn words_go_to_workers() {
        fn sendable<T: Send + Sync + 'static>(_: T) {}
        sendable(Words::new(Lang::Fr));
    }
}
