//! The two languages, and which of them a person gets.

use std::fmt;
use std::str::FromStr;

/// A language of the screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Default)]
pub enum Lang {
    /// English, also for every locale that is not French.
    #[default]
    En,
    /// French.
    Fr,
}

/// A language that was asked for by name and is not there.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("unknown language '{0}': expected fr or en")]
pub struct UnknownLang(pub String);

impl Lang {
    /// Both languages.
    pub const ALL: [Lang; 2] = [Lang::En, Lang::Fr];

    /// The code of the language: `en` or `fr`.
    pub fn code(self) -> &'static str {
        match self {
            Lang::En => "en",
            Lang::Fr => "fr",
        }
    }

    /// The other one, for a key that switches.
    #[must_use]
    pub fn other(self) -> Lang {
        match self {
            Lang::En => Lang::Fr,
            Lang::Fr => Lang::En,
        }
    }

    /// The language of a locale such as `fr_CA.UTF-8`, `fr`, `C`: French if it is French, else English.
    pub fn of_locale(locale: &str) -> Lang {
        let language = locale.split(['_', '-', '.', '@']).next().unwrap_or("");
        if language.eq_ignore_ascii_case("fr") {
            Lang::Fr
        } else {
            Lang::En
        }
    }

    /// The language of the environment: `LC_ALL`, then `LC_MESSAGES`, then `LANG`; a variable that is empty does not
    /// count. `env` reads a variable.
    pub fn of_environment(env: impl Fn(&str) -> Option<String>) -> Lang {
        ["LC_ALL", "LC_MESSAGES", "LANG"]
            .into_iter()
            .filter_map(env)
            .find(|value| !value.is_empty())
            .map_or(Lang::En, |value| Lang::of_locale(&value))
    }
}

impl FromStr for Lang {
    type Err = UnknownLang;

    /// Reads `fr`, `en` or a locale of one of the two (`fr_FR.UTF-8`, `C`, `POSIX`); any other is an error, so that a
    /// wrong `--lang` is told.
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let language = text.split(['_', '-', '.', '@']).next().unwrap_or("");
        match language.to_ascii_lowercase().as_str() {
            "fr" => Ok(Lang::Fr),
            "en" | "c" | "posix" => Ok(Lang::En),
            _ => Err(UnknownLang(text.to_owned())),
        }
    }
}

impl fmt::Display for Lang {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn locales_are_read() {
        for (locale, lang) in [
            ("fr", Lang::Fr),
            ("fr_FR.UTF-8", Lang::Fr),
            ("FR-ca", Lang::Fr),
            ("fr@euro", Lang::Fr),
            ("C", Lang::En),
            ("C.UTF-8", Lang::En),
            ("POSIX", Lang::En),
            ("en_GB", Lang::En),
            ("de_DE.UTF-8", Lang::En),
            ("fro", Lang::En),
            ("", Lang::En),
        ] {
            assert_eq!(Lang::of_locale(locale), lang, "{locale}");
        }
    }

    #[test]
    fn the_environment_is_read_in_order_and_empty_variables_do_not_count() {
        let env = |set: &'static [(&str, &str)]| {
            move |name: &str| {
                set.iter()
                    .find(|(key, _)| *key == name)
                    .map(|(_, value)| (*value).to_owned())
            }
        };
        assert_eq!(Lang::of_environment(env(&[])), Lang::En);
        assert_eq!(
            Lang::of_environment(env(&[("LANG", "fr_FR.UTF-8")])),
            Lang::Fr
        );
        assert_eq!(
            Lang::of_environment(env(&[("LANG", "en_US"), ("LC_MESSAGES", "fr_FR")])),
            Lang::Fr
        );
        assert_eq!(
            Lang::of_environment(env(&[("LC_ALL", "C"), ("LC_MESSAGES", "fr_FR")])),
            Lang::En
        );
        assert_eq!(
            Lang::of_environment(env(&[("LC_ALL", ""), ("LANG", "fr_FR")])),
            Lang::Fr
        );
    }

    #[test]
    fn a_wrong_name_is_an_error() {
        assert_eq!("fr".parse(), Ok(Lang::Fr));
        assert_eq!("fr_FR.UTF-8".parse(), Ok(Lang::Fr));
        assert_eq!("POSIX".parse(), Ok(Lang::En));
        assert_eq!("de".parse::<Lang>(), Err(UnknownLang("de".into())));
        assert!("".parse::<Lang>().is_err());
    }
}
