//! The settings in force, and where each comes from.

use std::path::{Path, PathBuf};

use toml::Spanned;

use super::Fault;
use super::file::{self, Written};
use crate::i18n::Lang;
use crate::message;

/// Where a setting comes from, the strongest first.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Origin {
    /// An option of the command line.
    Flag,
    /// A variable of the environment, by name.
    Environment(&'static str),
    /// The config file.
    File,
    /// What is so without anybody's doing.
    Default,
}

/// A value and where it comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Setting<T> {
    /// The value in force.
    pub value: T,
    /// Where it comes from.
    pub origin: Origin,
}

/// The colours of the screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Theme {
    /// The terminal's own colours.
    #[default]
    Auto,
    /// For a light background.
    Light,
    /// For a dark background.
    Dark,
    /// No colours, only bold, reverse and signs.
    Mono,
}

impl Theme {
    /// All of them.
    pub const ALL: [Theme; 4] = [Theme::Auto, Theme::Light, Theme::Dark, Theme::Mono];

    /// The name in the config file.
    pub fn name(self) -> &'static str {
        match self {
            Theme::Auto => "auto",
            Theme::Light => "light",
            Theme::Dark => "dark",
            Theme::Mono => "mono",
        }
    }

    /// The theme of that name.
    pub fn parse(name: &str) -> Option<Theme> {
        Theme::ALL.into_iter().find(|theme| theme.name() == name)
    }
}

/// Whether colours are sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Colour {
    /// To a terminal, unless `NO_COLOR` is set.
    #[default]
    Auto,
    /// Also into a pipe.
    Always,
    /// Never: attributes and signs only.
    Never,
}

/// What the command line says; `None` where it says nothing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Flags {
    /// `--data-dir`
    pub data_dir: Option<PathBuf>,
    /// `--study`
    pub study: Option<String>,
    /// `--lang`
    pub lang: Option<Lang>,
    /// `--keymap`
    pub keymap: Option<String>,
    /// `--color`
    pub color: Option<Colour>,
    /// `--coder`
    pub coder: Option<String>,
}

/// The settings in force.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Settings {
    /// The language of the screen.
    pub lang: Setting<Lang>,
    /// The name of the keymap, or a path to one; `None`: the user's own file decides, else `default`.
    pub keymap: Setting<Option<String>>,
    /// The theme.
    pub theme: Setting<Theme>,
    /// Whether colours are sent.
    pub color: Setting<Colour>,
    /// The folder of the studies.
    pub data_dir: Setting<PathBuf>,
    /// The study asked for; `None`: the one used last.
    pub study: Setting<Option<String>>,
    /// Who codes.
    pub coder: Setting<String>,
    /// The command that plays a recording, with `{t}` (seconds) and `{file}`; none where nothing is said.
    pub player: Setting<Option<String>>,
}

/// Settings from the command line, the environment and the text of the config file, in this order. `data_dir` is the
/// folder of the machine where nothing else is said, `file` the name of the config file for its faults. A `~/` in the
/// file is the home folder, a relative path is relative to the file.
pub fn resolve(
    flags: &Flags,
    env: impl Fn(&str) -> Option<String>,
    file: &Path,
    text: Option<&str>,
    data_dir: &Path,
) -> (Settings, Vec<Fault>) {
    let name = file.display().to_string();
    let text = text.map(|text| text.strip_prefix('\u{feff}').unwrap_or(text));
    let (written, mut faults) = match text {
        Some(text) => file::read(&name, text),
        None => (Written::default(), Vec::new()),
    };
    let text = text.unwrap_or_default();
    let variable = |name| env(name).filter(|value| !value.is_empty());
    let mut wrong = |value: &Spanned<String>, key: &str, known: &str| {
        let message = message!(
            "config-not-one-of",
            key = key,
            value = value.get_ref(),
            known = known
        );
        faults.push(Fault::at(&name, text, value.span().start, message));
    };

    let file_lang = written.language.as_ref().and_then(|value| {
        let lang = value.get_ref().parse().ok();
        if lang.is_none() {
            wrong(value, "language", "fr, en");
        }
        lang
    });
    let file_theme = written.theme.as_ref().and_then(|value| {
        let theme = Theme::parse(value.get_ref());
        if theme.is_none() {
            wrong(value, "theme", &Theme::ALL.map(Theme::name).join(", "));
        }
        theme
    });
    let lang = pick(
        flags.lang,
        (
            "ENTRETIEN_LANG",
            variable("ENTRETIEN_LANG").and_then(|value| value.parse().ok()),
        ),
        file_lang,
        Lang::of_environment(&env),
    );
    let keymap = pick(
        flags.keymap.clone().map(Some),
        ("ENTRETIEN_KEYMAP", variable("ENTRETIEN_KEYMAP").map(Some)),
        written.keymap.map(|value| Some(value.into_inner())),
        None,
    );
    let color = pick(
        flags.color,
        ("NO_COLOR", variable("NO_COLOR").map(|_| Colour::Never)),
        None,
        Colour::Auto,
    );
    let home = variable("HOME");
    let data_dir = pick(
        flags.data_dir.clone(),
        (
            "ENTRETIEN_DATA_DIR",
            variable("ENTRETIEN_DATA_DIR").map(PathBuf::from),
        ),
        written
            .data_dir
            .map(|value| folder(value.get_ref(), home.as_deref(), file)),
        data_dir.to_owned(),
    );
    let study = pick(
        flags.study.clone().map(Some),
        ("ENTRETIEN_STUDY", variable("ENTRETIEN_STUDY").map(Some)),
        None,
        None,
    );
    let login = ["USER", "LOGNAME", "USERNAME"]
        .into_iter()
        .find_map(variable);
    let coder = pick(
        flags.coder.clone(),
        ("ENTRETIEN_CODER", None),
        written.coder.map(Spanned::into_inner),
        login.unwrap_or_else(|| "coder".to_owned()),
    );
    let player = pick(
        None,
        ("", None),
        written.player.map(|value| Some(value.into_inner())),
        None,
    );
    let settings = Settings {
        lang,
        keymap,
        theme: pick(None, ("", None), file_theme, Theme::Auto),
        color,
        data_dir,
        study,
        coder,
        player,
    };
    faults.sort_by_key(|fault| (fault.line, fault.column));
    (settings, faults)
}

fn pick<T>(
    flag: Option<T>,
    env: (&'static str, Option<T>),
    file: Option<T>,
    default: T,
) -> Setting<T> {
    let (value, origin) = match (flag, env.1, file) {
        (Some(value), _, _) => (value, Origin::Flag),
        (_, Some(value), _) => (value, Origin::Environment(env.0)),
        (_, _, Some(value)) => (value, Origin::File),
        _ => (default, Origin::Default),
    };
    Setting { value, origin }
}

fn folder(value: &str, home: Option<&str>, file: &Path) -> PathBuf {
    match (value.strip_prefix("~/"), home) {
        (Some(rest), Some(home)) => Path::new(home).join(rest),
        _ => file.parent().unwrap_or(Path::new("")).join(value),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::Words;

    fn resolved(flags: &Flags, env: &[(&str, &str)], text: &str) -> (Settings, Vec<String>) {
        let env = |name: &str| {
            env.iter()
                .find(|(key, _)| *key == name)
                .map(|(_, value)| (*value).to_owned())
        };
        let file = Path::new("/c/config.toml");
        let (settings, faults) = resolve(flags, env, file, Some(text), Path::new("/d"));
        (
            settings,
            faults
                .iter()
                .map(|fault| fault.say(Words::new(Lang::En)))
                .collect(),
        )
    }

    #[test]
    fn a_flag_beats_the_environment_beats_the_file_beats_the_default() {
        let text = "language = 'fr'\ndata_dir = '/file'\ncoder = 'am'\nkeymap = 'azerty'\ntheme = 'mono'\n";
        let (settings, faults) =
            resolved(&Flags::default(), &[("LANG", "en_US"), ("USER", "u")], text);
        assert!(faults.is_empty(), "{faults:?}");
        assert_eq!(
            (settings.lang.value, settings.lang.origin),
            (Lang::Fr, Origin::File)
        );
        assert_eq!(settings.data_dir.value, Path::new("/file"));
        assert_eq!(settings.coder.value, "am");
        assert_eq!(settings.theme.value, Theme::Mono);
        assert_eq!(settings.keymap.value.as_deref(), Some("azerty"));

        let env = [
            ("ENTRETIEN_DATA_DIR", "/env"),
            ("ENTRETIEN_LANG", "en"),
            ("NO_COLOR", "1"),
        ];
        let (settings, _) = resolved(&Flags::default(), &env, text);
        assert_eq!(
            (settings.lang.value, settings.lang.origin),
            (Lang::En, Origin::Environment("ENTRETIEN_LANG"))
        );
        assert_eq!(settings.data_dir.value, Path::new("/env"));
        assert_eq!(settings.color.value, Colour::Never);

        let flags = Flags {
            data_dir: Some("/flag".into()),
            color: Some(Colour::Always),
            ..Flags::default()
        };
        let (settings, _) = resolved(&flags, &env, text);
        assert_eq!(
            (settings.data_dir.value, settings.data_dir.origin),
            ("/flag".into(), Origin::Flag)
        );
        assert_eq!(settings.color.value, Colour::Always);

        let (settings, _) = resolved(
            &Flags::default(),
            &[("LC_ALL", "fr_FR.UTF-8"), ("USER", "u")],
            "",
        );
        assert_eq!(
            (settings.lang.value, settings.lang.origin),
            (Lang::Fr, Origin::Default)
        );
        assert_eq!(settings.data_dir.value, Path::new("/d"));
        assert_eq!(settings.coder.value, "u");
        assert_eq!(settings.keymap.value, None);
    }

    #[test]
    fn folders_of_the_file_may_begin_at_home_or_beside_the_file() {
        let data_dir = |text| {
            resolved(&Flags::default(), &[("HOME", "/home/am")], text)
                .0
                .data_dir
                .value
        };
        assert_eq!(
            data_dir("data_dir = '~/studies'"),
            Path::new("/home/am/studies")
        );
        assert_eq!(data_dir("data_dir = 'studies'"), Path::new("/c/studies"));
    }

    #[test]
    fn faults_are_told_with_their_place_and_the_rest_holds() {
        let (settings, faults) = resolved(
            &Flags::default(),
            &[],
            "langage = 'fr'\ntheme = 'drak'\nkeymap = 3\ncoder = 'am'\nzzz = 1\nbroken\n",
        );
        assert_eq!(settings.coder.value, "am");
        assert_eq!(settings.theme.value, Theme::Auto);
        let begins: Vec<&str> = faults
            .iter()
            .map(|fault| fault.split_once(": ").unwrap().0)
            .collect();
        assert_eq!(
            begins,
            [
                "/c/config.toml:1:1",
                "/c/config.toml:2:9",
                "/c/config.toml:3:10",
                "/c/config.toml:5:1",
                "/c/config.toml:6:7",
            ],
            "{faults:#?}"
        );
        assert!(faults[0].contains("“language”"), "{}", faults[0]);
        assert!(faults[1].contains("dark"), "{}", faults[1]);
    }
}
