//! What nine keyboard layouts can type, and how.

/// A layout of the character keys of a keyboard.
#[derive(Debug, PartialEq, Eq)]
pub struct Layout {
    /// The name in keymap files.
    pub name: &'static str,
    /// Characters typed without any modifier.
    plain: &'static str,
    /// Characters typed with Shift.
    shift: &'static str,
    /// Characters that need `AltGr`.
    altgr: &'static str,
    /// Keys that wait for a letter to put an accent on.
    dead: &'static str,
    /// The characters of the digit row without Shift, 0 to 9, where they are not digits.
    pub digits: &'static str,
    /// The row under the fingers, for hints.
    pub home: &'static str,
}

/// How a character is typed on a layout.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Reach {
    /// One key.
    Plain,
    /// A key with Shift.
    Shift,
    /// A key with `AltGr`.
    AltGr,
    /// A dead key, or with one.
    Dead,
    /// Not at all.
    Missing,
}

impl Layout {
    /// The layout of that name.
    pub fn named(name: &str) -> Option<&'static Layout> {
        LAYOUTS.iter().find(|layout| layout.name == name)
    }

    /// How this layout types the character. What is dead on one key and plain on another is plain.
    pub fn reach(&self, c: char) -> Reach {
        let on = |keys: &str| keys.contains(c);
        if c == ' ' || on(self.plain) && !self.dead.contains(c) {
            Reach::Plain
        } else if on(self.shift) && !self.dead.contains(c) {
            Reach::Shift
        } else if on(self.dead) {
            Reach::Dead
        } else if on(self.altgr) {
            Reach::AltGr
        } else {
            Reach::Missing
        }
    }
}

/// The nine layouts that the shipped keymaps are proved against.
pub static LAYOUTS: &[Layout] = &[
    Layout {
        name: "us",
        plain: "`1234567890-=qwertyuiop[]\\asdfghjkl;'zxcvbnm,./",
        shift: "~!@#$%^&*()_+QWERTYUIOP{}|ASDFGHJKL:\"ZXCVBNM<>?",
        altgr: "",
        dead: "",
        digits: "",
        home: "asdfghjkl;",
    },
    Layout {
        name: "fr",
        plain: "²&é\"'(-è_çà)=azertyuiop^$qsdfghjklmù*<wxcvbn,;:!",
        shift: "1234567890°+AZERTYUIOP¨£QSDFGHJKLM%µ>WXCVBN?./§",
        altgr: "~#{[|`\\@]}€¤",
        dead: "^¨",
        digits: "à&é\"'(-è_ç",
        home: "qsdfghjklm",
    },
    Layout {
        name: "be",
        plain: "²&é\"'(§è!çà)-azertyuiop^$qsdfghjklmùµ<wxcvbn,;:=",
        shift: "³1234567890°_AZERTYUIOP¨*QSDFGHJKLM%£>WXCVBN?./+",
        altgr: "|@#{[}]`\\~€",
        dead: "^¨´",
        digits: "à&é\"'(§è!ç",
        home: "qsdfghjklm",
    },
    Layout {
        name: "de",
        plain: "^1234567890ß´qwertzuiopü+asdfghjklöä#<yxcvbnm,.-",
        shift: "°!\"§$%&/()=?`QWERTZUIOPÜ*ASDFGHJKLÖÄ'>YXCVBNM;:_",
        altgr: "²³{[]}\\@€~|µ",
        dead: "^´`",
        digits: "",
        home: "asdfghjklö",
    },
    Layout {
        name: "es",
        plain: "º1234567890'¡qwertyuiop`+asdfghjklñ´ç<zxcvbnm,.-",
        shift: "ª!\"·$%&/()=?¿QWERTYUIOP^*ASDFGHJKLÑ¨Ç>ZXCVBNM;:_",
        altgr: "\\|@#~€¬[]{}",
        dead: "`^´¨",
        digits: "",
        home: "asdfghjklñ",
    },
    Layout {
        name: "it",
        plain: "\\1234567890'ìqwertyuiopè+asdfghjklòàù<zxcvbnm,.-",
        shift: "|!\"£$%&/()=?^QWERTYUIOPé*ASDFGHJKLç°§>ZXCVBNM;:_",
        altgr: "@#[]{}€~`",
        dead: "",
        digits: "",
        home: "asdfghjklò",
    },
    Layout {
        name: "bepo",
        plain: "$\"«»()@+-/*=%bépoè^vdljzwauie,ctsrnmçêàyx.k'qghf",
        shift: "#1234567890°`BÉPOÈ!VDLJZWAUIE;CTSRNMÇÊÀYX:K?QGHF",
        altgr: "–—<>[]±−÷×≠‰|´&œ`¡ˇæù¨€’\\{}~…_",
        dead: "^",
        digits: "*\"«»()@+-/",
        home: "auiectsrnm",
    },
    Layout {
        name: "dvorak",
        plain: "`1234567890[]',.pyfgcrl/=\\aoeuidhtns-;qjkxbmwvz",
        shift: "~!@#$%^&*(){}\"<>PYFGCRL?+|AOEUIDHTNS_:QJKXBMWVZ",
        altgr: "",
        dead: "",
        digits: "",
        home: "aoeuidhtns",
    },
    Layout {
        name: "colemak",
        plain: "`1234567890-=qwfpgjluy;[]\\arstdhneio'zxcvbkm,./",
        shift: "~!@#$%^&*()_+QWFPGJLUY:{}|ARSTDHNEIO\"ZXCVBKM<>?",
        altgr: "",
        dead: "",
        digits: "",
        home: "arstdhneio",
    },
];

#[cfg(test)]
mod tests {
    use super::*;

    fn reach(layout: &str, c: char) -> Reach {
        Layout::named(layout).unwrap().reach(c)
    }

    #[test]
    fn every_layout_types_all_letters_and_digits_and_the_signs_of_the_shipped_keys() {
        for layout in LAYOUTS {
            for c in ('a'..='z')
                .chain('A'..='Z')
                .chain('0'..='9')
                .chain("./?:=%,;!".chars())
            {
                assert!(layout.reach(c) <= Reach::Shift, "{} {c}", layout.name);
            }
            assert!(layout.digits.is_empty() || layout.digits.chars().count() == 10);
            assert_eq!(layout.home.chars().count(), 10);
            for c in layout.digits.chars().chain(layout.home.chars()) {
                assert_eq!(layout.reach(c), Reach::Plain, "{} {c}", layout.name);
            }
        }
    }

    #[test]
    fn known_traps_are_known() {
        assert_eq!(reach("fr", '['), Reach::AltGr);
        assert_eq!(reach("fr", '^'), Reach::Dead);
        assert_eq!(reach("fr", '`'), Reach::AltGr);
        assert_eq!(reach("fr", '1'), Reach::Shift);
        assert_eq!(reach("fr", '!'), Reach::Plain);
        assert_eq!(reach("de", '['), Reach::AltGr);
        assert_eq!(reach("de", '/'), Reach::Shift);
        assert_eq!(reach("bepo", '<'), Reach::AltGr);
        assert_eq!(reach("it", '~'), Reach::AltGr);
        assert_eq!(reach("us", 'ù'), Reach::Missing);
    }

    #[test]
    fn the_rows_have_a_shifted_character_for_each_plain_one() {
        for layout in LAYOUTS {
            let (plain, shift) = (layout.plain.chars().count(), layout.shift.chars().count());
            // the French ² has nothing above it
            let nothing_above = usize::from(layout.name == "fr");
            assert_eq!(plain, shift + nothing_above, "{}", layout.name);
        }
    }
}
