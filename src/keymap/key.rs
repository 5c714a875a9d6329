//! A key as a terminal sends it, and how it is written in keymap files and on the screen.

use std::fmt;
use std::str::FromStr;

use crate::i18n::{Message, Words};
use crate::message;

/// What is pressed together with a key.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Default)]
pub struct Mods {
    /// Control.
    pub ctrl: bool,
    /// Alt.
    pub alt: bool,
    /// Shift; never set for a character, which is then the shifted one.
    pub shift: bool,
}

/// The key itself: the character it makes, or its name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[allow(missing_docs)] // the names say it
pub enum Code {
    /// The character produced on the person's layout, not the key's position.
    Char(char),
    Enter,
    Esc,
    Tab,
    Backspace,
    Delete,
    Insert,
    Up,
    Down,
    Left,
    Right,
    Home,
    End,
    PageUp,
    PageDown,
    /// F1 to F24.
    F(u8),
}

/// A key with its modifiers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Key {
    /// The key.
    pub code: Code,
    /// Its modifiers.
    pub mods: Mods,
}

/// Text that is no key.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("'{0}' is not a key")]
pub struct NotAKey(pub String);

/// Keys by name; the message that says the name to a person.
const NAMES: [(&str, Code, &str); 15] = [
    ("enter", Code::Enter, "keymap-key-enter"),
    ("esc", Code::Esc, "keymap-key-esc"),
    ("tab", Code::Tab, "keymap-key-tab"),
    ("space", Code::Char(' '), "keymap-key-space"),
    ("backspace", Code::Backspace, "keymap-key-backspace"),
    ("delete", Code::Delete, "keymap-key-delete"),
    ("insert", Code::Insert, "keymap-key-insert"),
    ("up", Code::Up, "keymap-key-up"),
    ("down", Code::Down, "keymap-key-down"),
    ("left", Code::Left, "keymap-key-left"),
    ("right", Code::Right, "keymap-key-right"),
    ("home", Code::Home, "keymap-key-home"),
    ("end", Code::End, "keymap-key-end"),
    ("pageup", Code::PageUp, "keymap-key-pageup"),
    ("pagedown", Code::PageDown, "keymap-key-pagedown"),
];

impl Key {
    /// A key in its one form: Shift goes into the character, control characters become the keys that send them.
    pub fn new(code: Code, mut mods: Mods) -> Key {
        let code = match code {
            Code::Char('\t') => Code::Tab,
            Code::Char('\r' | '\n') => Code::Enter,
            Code::Char('\u{1b}') => Code::Esc,
            Code::Char('\u{7f}' | '\u{8}') => Code::Backspace,
            Code::Char(c) if mods.ctrl => Code::Char(lower(c)),
            Code::Char(c) if mods.shift => {
                mods.shift = false;
                Code::Char(upper(c))
            }
            other => other,
        };
        Key { code, mods }
    }

    /// A key without modifiers.
    pub fn plain(code: Code) -> Key {
        Key::new(code, Mods::default())
    }

    /// A character without modifiers.
    pub fn char(c: char) -> Key {
        Key::plain(Code::Char(c))
    }

    /// The text that this key types, if it types any.
    pub fn typed(self) -> Option<char> {
        match self.code {
            Code::Char(c) if !self.mods.ctrl && !self.mods.alt && !c.is_control() => Some(c),
            _ => None,
        }
    }

    /// The key as a person reads it: `^K`, `Alt+x`, `Entrée`, `g`.
    pub fn label(self, words: Words) -> String {
        let mut label = String::new();
        if self.mods.ctrl {
            label.push('^');
        }
        if self.mods.alt {
            label.push_str("Alt+");
        }
        if self.mods.shift {
            label.push_str(&words.get("keymap-key-shift"));
            label.push('+');
        }
        match NAMES.iter().find(|(_, code, _)| *code == self.code) {
            Some((_, _, key)) => label.push_str(&words.get(key)),
            None => match self.code {
                Code::Char(c) if self.mods.ctrl => label.push(upper(c)),
                Code::Char(c) => label.push(c),
                Code::F(n) => label.extend(["F", &n.to_string()]),
                _ => {}
            },
        }
        label
    }
}

// only where it is one character each way, so that the key still writes and reads the same
fn lower(c: char) -> char {
    let mut folded = c.to_lowercase();
    match (folded.next(), folded.next()) {
        (Some(one), None) => one,
        _ => c,
    }
}

fn upper(c: char) -> char {
    let mut folded = c.to_uppercase();
    match (folded.next(), folded.next()) {
        (Some(one), None) => one,
        _ => c,
    }
}

impl NotAKey {
    /// The error in the words of the screen.
    pub fn message(&self) -> Message {
        message!("keymap-not-a-key", key = &self.0)
    }
}

impl FromStr for Key {
    type Err = NotAKey;

    /// Reads `g`, `S-tab`, `C-p`, `A-up`, `f1`, `space`.
    fn from_str(text: &str) -> Result<Key, NotAKey> {
        let wrong = || NotAKey(text.to_owned());
        let mut mods = Mods::default();
        let mut rest = text;
        while let (Some(modifier), Some(after)) = (
            rest.get(..2),
            rest.get(2..).filter(|after| !after.is_empty()),
        ) {
            let flag = match modifier {
                "C-" => &mut mods.ctrl,
                "A-" => &mut mods.alt,
                "S-" => &mut mods.shift,
                _ => break,
            };
            if std::mem::replace(flag, true) {
                return Err(wrong());
            }
            rest = after;
        }
        let mut chars = rest.chars();
        let code = match (chars.next(), chars.next()) {
            (Some(c), None) if !c.is_control() && !c.is_whitespace() => Code::Char(c),
            _ => match NAMES.iter().find(|(name, _, _)| *name == rest) {
                Some((_, code, _)) => *code,
                None => match rest.strip_prefix('f').map(str::parse) {
                    Some(Ok(n @ 1..=24)) if !rest.starts_with("f0") => Code::F(n),
                    _ => return Err(wrong()),
                },
            },
        };
        Ok(Key::new(code, mods))
    }
}

impl fmt::Display for Key {
    /// Writes the key as a keymap file has it.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.mods.ctrl {
            f.write_str("C-")?;
        }
        if self.mods.alt {
            f.write_str("A-")?;
        }
        if self.mods.shift {
            f.write_str("S-")?;
        }
        match (
            NAMES.iter().find(|(_, code, _)| *code == self.code),
            self.code,
        ) {
            (Some((name, _, _)), _) => f.write_str(name),
            (None, Code::Char(c)) => write!(f, "{c}"),
            (None, Code::F(n)) => write!(f, "f{n}"),
            (None, _) => Ok(()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::Lang;
    use proptest::prelude::*;

    fn any_key() -> impl Strategy<Value = Key> {
        let code = prop_oneof![
            any::<char>()
                .prop_filter("a key", |c| !c.is_control()
                    && (!c.is_whitespace() || *c == ' '))
                .prop_map(Code::Char),
            (1u8..=24).prop_map(Code::F),
            (0..NAMES.len()).prop_map(|at| NAMES[at].1),
        ];
        (code, any::<(bool, bool, bool)>())
            .prop_map(|(code, (ctrl, alt, shift))| Key::new(code, Mods { ctrl, alt, shift }))
    }

    proptest! {
        #[test]
        fn a_key_is_read_as_it_is_written(key in any_key()) {
            prop_assert_eq!(key.to_string().parse::<Key>(), Ok(key));
        }

        #[test]
        fn no_text_makes_the_reader_fail_otherwise_than_by_saying_so(text in ".{0,8}") {
            if let Ok(key) = text.parse::<Key>() {
                prop_assert_eq!(key.to_string().parse::<Key>(), Ok(key));
            }
        }
    }

    #[test]
    fn one_key_has_one_form() {
        for (text, form) in [
            ("S-n", "N"),
            ("C-P", "C-p"),
            ("A-S-x", "A-X"),
            ("S-tab", "S-tab"),
            ("C--", "C--"),
            ("-", "-"),
            ("S-é", "É"),
            ("ß", "ß"),
            ("S-ß", "ß"),
            ("f12", "f12"),
            ("f", "f"),
        ] {
            assert_eq!(text.parse::<Key>().unwrap().to_string(), form, "{text}");
        }
        for text in [
            "", "C-", "C-C-x", "ctrl-x", "Enter", "f0", "f25", "f01", "xy", "g g", "\t",
        ] {
            assert!(text.parse::<Key>().is_err() || text == "C-", "{text}");
        }
    }

    #[test]
    fn keys_are_shown_as_a_person_knows_them() {
        let label = |text: &str, lang| text.parse::<Key>().unwrap().label(Words::new(lang));
        assert_eq!(label("C-k", Lang::Fr), "^K");
        assert_eq!(label("enter", Lang::Fr), "Entrée");
        assert_eq!(label("S-tab", Lang::Fr), "Maj+Tab");
        assert_eq!(label("S-tab", Lang::En), "Shift+Tab");
        assert_eq!(label("f1", Lang::En), "F1");
        assert_eq!(label("ù", Lang::En), "ù");
        assert_eq!(label("up", Lang::Fr), "↑");
    }
}
