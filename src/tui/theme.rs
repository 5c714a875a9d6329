//! Colours named by what they mean. The terminal's own 16 and its own background; every state also has an attribute or
//! a sign of its own, so that nothing is said by colour alone.

use ratatui::style::{Color, Modifier, Style};

/// Which set of colours. `auto` asks the environment and, where that is silent, keeps to colours readable on both.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Palette {
    /// Colours that can be read on light and on dark.
    #[default]
    Auto,
    /// For a light background.
    Light,
    /// For a dark background.
    Dark,
    /// Attributes only.
    Mono,
}

impl Palette {
    /// All palettes with the names they have in the configuration.
    pub const NAMES: [(&'static str, Self); 4] = [
        ("auto", Self::Auto),
        ("light", Self::Light),
        ("dark", Self::Dark),
        ("mono", Self::Mono),
    ];

    /// The palette of that name.
    pub fn named(name: &str) -> Option<Self> {
        Self::NAMES
            .into_iter()
            .find(|(known, _)| *known == name)
            .map(|(_, palette)| palette)
    }
}

/// What a piece of text is on the screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Role {
    /// The interview's words.
    Text,
    /// There, but not what is looked for: interviewer talk, hints, times.
    Dim,
    /// Names of places, heads of tables, speakers.
    Strong,
    /// The passage that a code would be put on, while nothing is selected.
    Passage,
    /// The selected passage.
    Selection,
    /// The row or item the cursor is on.
    Focus,
    /// A thin rule between panes.
    Rule,
    /// A key in the bottom line or a help page.
    Key,
    /// A hit of a search.
    Match,
    /// Letters that stand for a place on the screen.
    Label,
    /// All is well: saved.
    Good,
    /// Something to know.
    Notice,
    /// A choice was made that may be wrong.
    Warning,
    /// Something failed.
    Error,
    /// Evidence for a scenario.
    Supports,
    /// Evidence against it.
    Contradicts,
    /// Both at once.
    Mixed,
    /// A code, by its colour's index; any number, taken modulo the number of colours.
    Code(usize),
    /// A code whose colour a person chose: its place in [`CHOSEN`].
    Chosen(usize),
}

/// Colours that a person can choose for a code, by the names they are kept under.
pub const CHOSEN: [(&str, Color); 7] = [
    ("red", Color::Red),
    ("green", Color::Green),
    ("yellow", Color::Yellow),
    ("blue", Color::Blue),
    ("magenta", Color::Magenta),
    ("cyan", Color::Cyan),
    ("white", Color::White),
];

/// How roles look.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Theme {
    palette: Palette,
}

impl Theme {
    /// The theme for `palette`, in the environment that `variable` reads: a non-empty `NO_COLOR` leaves attributes
    /// only (a caller that was told `--color always` does not pass it on); for `auto`, `COLORFGBG` says whether the
    /// background is light.
    pub fn new(palette: Palette, variable: impl Fn(&str) -> Option<String>) -> Self {
        let set = |name: &str| variable(name).filter(|value| !value.is_empty());
        let palette = match palette {
            _ if set("NO_COLOR").is_some() => Palette::Mono,
            Palette::Auto => set("COLORFGBG")
                .and_then(|value| background(&value))
                .unwrap_or(Palette::Auto),
            chosen => chosen,
        };
        Self { palette }
    }

    /// The theme without a look at the environment, as for `--color` and for tests.
    pub fn exactly(palette: Palette) -> Self {
        Self { palette }
    }

    /// How this role looks.
    pub fn style(self, role: Role) -> Style {
        let (colour, modifier) = self.look(role);
        let style = Style::new().add_modifier(modifier);
        match colour {
            Some(colour) if self.palette != Palette::Mono => style.fg(colour),
            _ => style,
        }
    }

    fn look(self, role: Role) -> (Option<Color>, Modifier) {
        let plain = Modifier::empty();
        let (red, green, yellow, magenta, cyan) = self.hues();
        match role {
            Role::Text => (None, plain),
            // not bright black: on some palettes that is the background
            Role::Dim | Role::Rule => (None, Modifier::DIM),
            Role::Strong => (None, Modifier::BOLD),
            Role::Passage => (None, Modifier::UNDERLINED),
            Role::Selection | Role::Focus => (None, Modifier::REVERSED),
            Role::Key => (Some(cyan), Modifier::BOLD),
            Role::Match => (Some(yellow), Modifier::UNDERLINED.union(Modifier::BOLD)),
            Role::Label => (Some(yellow), Modifier::REVERSED.union(Modifier::BOLD)),
            Role::Good | Role::Supports => (Some(green), plain),
            Role::Notice => (Some(cyan), plain),
            Role::Warning => (Some(magenta), Modifier::BOLD),
            Role::Error => (Some(red), Modifier::BOLD.union(Modifier::REVERSED)),
            Role::Contradicts => (Some(red), Modifier::BOLD),
            Role::Mixed => (Some(magenta), plain),
            Role::Code(index) => (Some(self.code(index)), plain),
            Role::Chosen(index) => (self.chosen(index), Modifier::BOLD),
        }
    }

    /// The colour that was chosen, as it can be read on this background.
    fn chosen(self, index: usize) -> Option<Color> {
        let (_, colour) = CHOSEN.get(index)?;
        match (self.palette, colour) {
            // dark blue cannot be read on black; light blue can be on both
            (Palette::Dark | Palette::Auto, Color::Blue) => Some(Color::LightBlue),
            (Palette::Dark, Color::Red) => Some(Color::LightRed),
            (Palette::Dark, Color::Magenta) => Some(Color::LightMagenta),
            // white is the paper itself
            (Palette::Light | Palette::Auto, Color::White) => None,
            _ => Some(*colour),
        }
    }

    fn hues(self) -> (Color, Color, Color, Color, Color) {
        use Color::{
            Cyan, Green, LightCyan, LightGreen, LightMagenta, LightRed, LightYellow, Magenta, Red,
        };
        match self.palette {
            Palette::Dark => (LightRed, LightGreen, LightYellow, LightMagenta, LightCyan),
            // yellow cannot be read on white
            Palette::Light => (Red, Green, Magenta, Magenta, Color::Blue),
            Palette::Auto | Palette::Mono => (Red, Green, Magenta, Magenta, Cyan),
        }
    }

    fn code(self, index: usize) -> Color {
        use Color::{
            Blue, Cyan, Green, LightBlue, LightCyan, LightGreen, LightMagenta, LightRed,
            LightYellow, Magenta, Red,
        };
        const DARK: [Color; 6] = [
            LightCyan,
            LightYellow,
            LightGreen,
            LightMagenta,
            LightBlue,
            LightRed,
        ];
        const LIGHT: [Color; 5] = [Blue, Magenta, Green, Red, Cyan];
        const BOTH: [Color; 4] = [Cyan, Magenta, Green, Red];
        let hues: &[Color] = match self.palette {
            Palette::Dark => &DARK,
            Palette::Light => &LIGHT,
            Palette::Auto | Palette::Mono => &BOTH,
        };
        hues.get(index % hues.len())
            .copied()
            .unwrap_or(Color::Reset)
    }
}

/// `COLORFGBG` is `foreground;background` or `foreground;something;background`, in numbers of the 16 colours.
fn background(value: &str) -> Option<Palette> {
    match value.rsplit(';').next()?.parse::<u8>().ok()? {
        7 | 9..=15 => Some(Palette::Light),
        0..=6 | 8 => Some(Palette::Dark),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const ROLES: [Role; 18] = [
        Role::Text,
        Role::Dim,
        Role::Strong,
        Role::Passage,
        Role::Selection,
        Role::Focus,
        Role::Rule,
        Role::Key,
        Role::Match,
        Role::Label,
        Role::Good,
        Role::Notice,
        Role::Warning,
        Role::Error,
        Role::Supports,
        Role::Contradicts,
        Role::Mixed,
        Role::Code(3),
    ];

    #[test]
    fn no_theme_paints_the_background() {
        for (_, palette) in Palette::NAMES {
            for role in ROLES {
                assert_eq!(
                    Theme::exactly(palette).style(role).bg,
                    None,
                    "{palette:?} {role:?}"
                );
            }
        }
    }

    #[test]
    fn without_colours_the_roles_that_call_for_attention_still_differ_from_text() {
        let theme = Theme::new(Palette::Dark, |name| {
            (name == "NO_COLOR").then(|| "1".to_owned())
        });
        for role in ROLES {
            assert_eq!(theme.style(role).fg, None, "{role:?}");
        }
        for role in [
            Role::Dim,
            Role::Strong,
            Role::Passage,
            Role::Selection,
            Role::Focus,
            Role::Key,
            Role::Match,
            Role::Label,
            Role::Warning,
            Role::Error,
        ] {
            assert_ne!(theme.style(role), theme.style(Role::Text), "{role:?}");
        }
    }

    #[test]
    fn the_environment_says_what_the_background_is() {
        let with = |value: &'static str| {
            Theme::new(Palette::Auto, move |name| {
                (name == "COLORFGBG").then(|| value.to_owned())
            })
        };
        for (value, palette) in [
            ("15;0", Palette::Dark),
            ("0;15", Palette::Light),
            ("0;default;15", Palette::Light),
            ("0;default", Palette::Auto),
            ("", Palette::Auto),
        ] {
            assert_eq!(with(value), Theme::exactly(palette), "{value:?}");
        }
        let empty = Theme::new(Palette::Light, |_| Some(String::new()));
        assert_eq!(empty, Theme::exactly(Palette::Light));
    }
}
