//! Makes text from outside harmless: what would command a terminal, hide, or reorder words becomes a mark or is removed.
//!
//! [`sanitise`] is the door for what is kept (a count says what changed); [`harmless`] the door for what is only shown.

use std::borrow::Cow;
use unicode_normalization::{
    IsNormalized, UnicodeNormalization, char::is_combining_mark, is_nfc_quick,
};

/// Text as it is kept: UTF-8, NFC, lines ended by LF, no control character but LF.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Sanitised {
    /// The result; all positions count in it.
    pub text: String,
    /// Invisible characters that were removed (bidi controls, zero-width space, word joiner, byte order mark).
    pub removed: usize,
    /// Characters that became a visible mark (C0, DEL, C1), and dotted circles put under a lone combining mark.
    pub replaced: usize,
}

/// Makes a text harmless; its line feeds stay.
pub fn sanitise(text: &str) -> Sanitised {
    sanitise_owned(text.to_owned())
}

/// [`sanitise`] for a text that is at hand; nothing is copied where nothing changes.
pub fn sanitise_owned(text: String) -> Sanitised {
    let mut mapped = match map(&text, LineFeeds::Kept) {
        Some(mapped) => mapped,
        None => Sanitised {
            text,
            removed: 0,
            replaced: 0,
        },
    };
    if !is_nfc(&mapped.text) {
        mapped.text = mapped.text.nfc().collect();
    }
    mapped
}

/// Makes a label, a name, a title harmless: one line, no white space at its ends, each run of white space one space.
pub fn sanitise_line(text: &str) -> Sanitised {
    let mut clean = sanitise(text);
    let mut line = String::with_capacity(clean.text.len());
    for word in clean
        .text
        .split(char::is_whitespace)
        .filter(|word| !word.is_empty())
    {
        if !line.is_empty() {
            line.push(' ');
        }
        line.push_str(word);
    }
    clean.text = line;
    clean
}

/// For anything drawn or printed: the same mapping, line feeds kept; borrowed where nothing changes.
pub fn harmless(text: &str) -> Cow<'_, str> {
    map(text, LineFeeds::Kept).map_or(Cow::Borrowed(text), |mapped| Cow::Owned(mapped.text))
}

/// For one line of a screen or a message: as [`harmless`], a line feed drawn as `␊`.
pub fn harmless_line(text: &str) -> Cow<'_, str> {
    map(text, LineFeeds::Drawn).map_or(Cow::Borrowed(text), |mapped| Cow::Owned(mapped.text))
}

/// Whether a text is as [`sanitise`] leaves it.
pub fn is_sanitised(text: &str) -> bool {
    map(text, LineFeeds::Kept).is_none() && is_nfc(text)
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum LineFeeds {
    Kept,
    Drawn,
}

/// The mapping; `None` where it changes nothing.
fn map(text: &str, feeds: LineFeeds) -> Option<Sanitised> {
    let first = first_hostile(text, feeds)?;
    let (kept, rest) = text.split_at(first);
    let mut out = String::with_capacity(text.len() + 8);
    out.push_str(kept);
    let (mut removed, mut replaced) = (0, 0);
    let mut base = has_base(kept);
    let mut chars = rest.chars().peekable();
    while let Some(c) = chars.next() {
        let put = match c {
            '\t' => ' ',
            '\r' => {
                if chars.peek() == Some(&'\n') {
                    continue;
                }
                line_feed(feeds)
            }
            '\n' | '\u{2028}' | '\u{2029}' => line_feed(feeds),
            '\0'..='\u{1f}' => {
                replaced += 1;
                char::from_u32(0x2400 + u32::from(c)).unwrap_or('\u{fffd}')
            }
            '\u{7f}' => {
                replaced += 1;
                '\u{2421}'
            }
            '\u{80}'..='\u{9f}' => {
                replaced += 1;
                '\u{fffd}'
            }
            _ if is_invisible(c) => {
                removed += 1;
                continue;
            }
            _ if c >= '\u{300}' && is_combining_mark(c) => {
                if !base {
                    replaced += 1;
                    out.push('\u{25cc}');
                }
                c
            }
            _ => c,
        };
        base = put != '\n';
        out.push(put);
    }
    Some(Sanitised {
        text: out,
        removed,
        replaced,
    })
}

fn line_feed(feeds: LineFeeds) -> char {
    match feeds {
        LineFeeds::Kept => '\n',
        LineFeeds::Drawn => '\u{240a}',
    }
}

/// Whether a combining mark that follows has something to stand on: any graphic character, a space among them.
fn has_base(before: &str) -> bool {
    !before.is_empty() && !before.ends_with('\n')
}

/// The first byte at which the mapping does something.
fn first_hostile(text: &str, feeds: LineFeeds) -> Option<usize> {
    let mut base = false;
    let bytes = text.as_bytes();
    let mut at = 0;
    while let Some(&byte) = bytes.get(at) {
        match byte {
            b'\n' => {
                if feeds == LineFeeds::Drawn {
                    return Some(at);
                }
                base = false;
                at += 1;
            }
            0x20..=0x7e => {
                base = true;
                at += 1;
            }
            0..=0x7f => return Some(at),
            _ => {
                let c = text.get(at..).and_then(|rest| rest.chars().next())?;
                let hostile = match c {
                    '\u{80}'..='\u{9f}' | '\u{2028}' | '\u{2029}' => true,
                    _ if is_invisible(c) => true,
                    _ => !base && c >= '\u{300}' && is_combining_mark(c),
                };
                if hostile {
                    return Some(at);
                }
                base = true;
                at += c.len_utf8();
            }
        }
    }
    None
}

/// Bidi controls, zero-width space, word joiner, byte order mark: they hide or reorder, and carry no words.
fn is_invisible(c: char) -> bool {
    matches!(
        c,
        '\u{61c}'
            | '\u{200b}'
            | '\u{200e}'
            | '\u{200f}'
            | '\u{202a}'..='\u{202e}'
            | '\u{2060}'
            | '\u{2066}'..='\u{2069}'
            | '\u{feff}'
    )
}

fn is_nfc(text: &str) -> bool {
    // all below U+0300, and common signs (’ … – « €), are NFC by themselves and compose with nothing
    if text
        .chars()
        .all(|c| c < '\u{300}' || ('\u{2002}'..='\u{20cf}').contains(&c))
    {
        return true;
    }
    match is_nfc_quick(text.chars()) {
        IsNormalized::Yes => true,
        IsNormalized::No => false,
        IsNormalized::Maybe => text.chars().eq(text.nfc()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn each_kind_of_hostile_character_has_its_mark() {
        for (given, text, removed, replaced) in [
            ("a\u{1b}[31mb\0", "a\u{241b}[31mb\u{2400}", 0, 2),
            ("x\u{7f}y", "x\u{2421}y", 0, 1),
            ("x\u{9b}31m", "x\u{fffd}31m", 0, 1),
            ("a\tb", "a b", 0, 0),
            ("a\u{2028}b\u{2029}c\r\nd\re", "a\nb\nc\nd\ne", 0, 0),
            ("\u{202e}a\u{2066}b\u{200e}\u{200f}\u{61c}", "ab", 5, 0),
            ("a\u{200b}b\u{2060}c\u{feff}", "abc", 3, 0),
            (
                "\u{301}a\n\u{301}",
                "\u{25cc}\u{301}a\n\u{25cc}\u{301}",
                0,
                2,
            ),
            ("e\u{301}", "é", 0, 0),
            ("e\u{200b}\u{301}", "é", 1, 0),
            ("👩\u{200d}👧 ❤\u{fe0f}", "👩\u{200d}👧 ❤\u{fe0f}", 0, 0),
            ("« Oui\u{202f}! »", "« Oui\u{202f}! »", 0, 0),
        ] {
            assert_eq!(
                sanitise(given),
                Sanitised {
                    text: text.to_owned(),
                    removed,
                    replaced
                },
                "{given:?}"
            );
        }
    }

    #[test]
    fn labels_are_one_line_and_screens_draw_the_line_feed() {
        assert_eq!(sanitise_line(" Ana\u{a0}\n Roy\t").text, "Ana Roy");
        assert_eq!(harmless_line("a\nb\u{1b}"), "a␊b␛");
        assert_eq!(harmless("a\nb"), "a\nb");
        assert!(matches!(harmless("été\nclair"), Cow::Borrowed(_)));
    }

    proptest! {
        #[test]
        fn what_comes_out_is_harmless_and_stays_as_it_is(text in "[\\x00-\\x{ff}\\x{300}\\x{301}\\x{200b}-\\x{202f}\\x{2066}\\x{feff}\\x{61c}日é ]{0,30}") {
            let once = sanitise(&text);
            prop_assert!(is_sanitised(&once.text));
            prop_assert!(!once.text.chars().any(|c| (c.is_control() && c != '\n') || is_invisible(c)));
            let twice = sanitise(&once.text);
            prop_assert_eq!(twice, Sanitised { text: once.text.clone(), removed: 0, replaced: 0 });
            let shown = harmless(&once.text);
            prop_assert!(matches!(shown, Cow::Borrowed(_)));
        }
    }
}
