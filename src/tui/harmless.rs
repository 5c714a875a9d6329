//! The last filter before the terminal. Outside text is made harmless where it enters; this one holds even where a
//! view forgot.

use crate::text::sanitise;

/// What to show instead of a cell's symbol that must not reach the terminal; `None` when it may go as it is.
///
/// Control characters become their pictures, marks that turn or hide text vanish, a mark without a base gets a dotted
/// circle, and a symbol of which nothing is left becomes a space.
pub fn symbol(symbol: &str) -> Option<String> {
    if !symbol.is_empty() && symbol.chars().all(is_plain) && !begins_with_mark(symbol) {
        return None;
    }
    let mut safe: String = symbol.chars().filter_map(shown).collect();
    if begins_with_mark(&safe) {
        safe.insert(0, '\u{25CC}');
    }
    if safe.is_empty() {
        safe.push(' ');
    }
    Some(safe)
}

/// A paste as text: line ends are line feeds, a tab is a space, nothing in it can act on the terminal or turn the
/// reading order.
pub fn paste(text: &str) -> String {
    sanitise(text).text
}

fn is_plain(c: char) -> bool {
    shown(c) == Some(c)
}

fn shown(c: char) -> Option<char> {
    match c {
        '\u{0}'..='\u{1F}' => char::from_u32(0x2400 + u32::from(c)),
        '\u{7F}' => Some('\u{2421}'),
        '\u{80}'..='\u{9F}' => Some('\u{FFFD}'),
        // turn the order of the text, or are invisible
        '\u{61C}'
        | '\u{180E}'
        | '\u{200B}'
        | '\u{200E}'
        | '\u{200F}'
        | '\u{2028}'..='\u{202E}'
        | '\u{2060}'..='\u{206F}'
        | '\u{FEFF}'
        | '\u{FFF9}'..='\u{FFFB}'
        | '\u{E0000}'..='\u{E0FFF}' => None,
        c => Some(c),
    }
}

fn begins_with_mark(symbol: &str) -> bool {
    use unicode_width::UnicodeWidthChar;
    symbol
        .chars()
        .next()
        .is_some_and(|c| c.width().unwrap_or(0) == 0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn symbols_that_act_on_a_terminal_are_replaced() {
        for (given, expected) in [
            ("a", None),
            ("é", None),
            ("👩‍🔧", None),
            ("❤️", None),
            ("\u{1b}", Some("␛")),
            ("\u{7}", Some("␇")),
            ("\u{9b}", Some("\u{FFFD}")),
            ("\u{202e}", Some(" ")),
            ("a\u{202e}", Some("a")),
            ("\u{301}", Some("\u{25CC}\u{301}")),
            ("\u{200d}", Some("\u{25CC}\u{200d}")),
            ("", Some(" ")),
        ] {
            assert_eq!(symbol(given).as_deref(), expected, "{given:?}");
        }
    }

    #[test]
    fn a_paste_keeps_its_lines_and_nothing_that_acts() {
        assert_eq!(
            paste("un\r\ndeux\rtrois\tquatre\u{1b}[31m\u{200b}"),
            "un\ndeux\ntrois quatre␛[31m"
        );
    }
}
